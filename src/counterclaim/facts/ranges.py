"""What looks like a range and is none: "rose from 23 to 29" names two tolls."""

from collections.abc import Iterator
from functools import lru_cache
from itertools import islice

from counterclaim.facts.harm_words import RISES
from counterclaim.facts.numbers import Quantity, quantities
from counterclaim.facts.tokens import Sentence

__all__ = ["CHANGES", "parted"]

_FROM, _TO = "from ", " to "

CHANGES = RISES | frozenset(
    """
        raised raises raising lowered lowers lowering revised revises revising increased increases
        reduced reduces cut cuts corrected updated upped
    """.split()
)
"""Verbs of what happens to a toll."""

_TOLLS = frozenset({"toll", "number", "figure", "count", "tally", "total"})
_REACH = 14
"""Tokens between the verb and what it changes ("raised the death toll from six to nine")."""


# Claims and facts are read from the same sentences, one right after the other.
@lru_cache(512)
def _quantities(text: str, start: int, end: int) -> tuple[Quantity, ...]:
    return tuple(quantities(text, start, end))


def parted(sentence: Sentence) -> Iterator[Quantity]:
    """The quantities of a sentence, both ends of a rise for themselves."""
    text = sentence.text
    for quantity in _quantities(text, sentence.start, sentence.end):
        words = text[quantity.start : quantity.end].lower()
        middle = words.rfind(_TO)
        if (
            not _changes(sentence, sentence.covering(quantity.start))
            or middle < 0
            or not words.startswith(_FROM)
        ):
            yield quantity
            continue
        first, second = quantity.start + len(_FROM), quantity.start + middle
        yield from islice(quantities(text, first, second), 1)
        yield from islice(quantities(text, second + len(_TO), quantity.end), 1)


def _changes(sentence: Sentence, index: int) -> bool:
    """Whether the number at ``index`` is where something rises, or a toll is changed, from."""
    if sentence.low(index - 1) in RISES:
        return True
    before = {sentence.low(at) for at in range(max(index - _REACH, 0), index)}
    return not (CHANGES.isdisjoint(before) or _TOLLS.isdisjoint(before))
