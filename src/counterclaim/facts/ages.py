"""Ages: numbers that count years of one person, and people named by them ("17-year-old")."""

from counterclaim.facts.harm_words import group_of
from counterclaim.facts.numbers import UNITS, Quantity
from counterclaim.facts.tokens import Sentence

__all__ = ["aged_one", "is_age"]

_AGE_UNITS = frozenset({"year", "month", "week", "day"})
_AGED = frozenset({"aged", "age", "ages"})
_OLD = frozenset({"old", "olds"})


def is_age(sentence: Sentence, quantity: Quantity, first: int, index: int) -> bool:
    """Whether the number is an age: "Ana Ruiz, 34, was" or "aged 34"."""
    if sentence.low(first - 1) in _AGED or aged_one(sentence, first) is not None:
        return True
    if sentence.low(first - 1) in ("and", "to", "-", "–") and sentence.low(first - 3) in _AGED:
        return True  # "between ages 12 and 16"
    bare = quantity.approximator is None and sentence.text[quantity.start].isdigit()
    return bool(
        bare
        and sentence.low(first - 1) == ","
        and sentence.low(index) in (",", ".", ")", "")
        and first >= 2
        and (sentence.tokens[first - 2].capital or group_of(sentence.low(first - 2)))
    )


def aged_one(sentence: Sentence, start: int) -> int | None:
    """The last token of "17-year-old", "four-month-old" at ``start``: somebody of that age."""
    index = start
    for step in (None, _AGE_UNITS, _OLD):
        if step is not None and sentence.low(index) in ("-", "‑"):
            index += 1
        word = sentence.low(index)
        known = word[:1].isdigit() or word in UNITS if step is None else word in step
        if not known:
            return None
        index += 1
    return index - 1
