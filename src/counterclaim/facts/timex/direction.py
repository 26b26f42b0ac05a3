"""Whether a day or month named without a year lies ahead: a regression on the words around it.

The weights (`direction.json`) are fitted by `training/directions.py` on moments whose direction is
known from the text alone: dates with a year or near their publication, "tomorrow", "last week".
"""

from __future__ import annotations

import math
import re

from counterclaim.facts.timex.fitted import weights_of
from counterclaim.facts.timex.tense import tense_of

__all__ = [
    "AFTER",
    "BEFORE",
    "DAY_OF_MONTH",
    "FILE",
    "lean",
    "month_signs",
    "signs",
    "weekday_signs",
]

FILE = "direction.json"
BEFORE, AFTER = 160, 90
"""Code points before and after a moment that are looked at."""
_WORDS_BEFORE, _WORDS_AFTER = 16, 9
_WORD = re.compile(r"[a-z]+(?:'[a-z]+)?|[\"“”,:()]|\d+")
_END = re.compile(r"[a-z]{2}[.?!][\"”’)]*\s|;\s|\n\s*\n|\s[-–—]{1,2}\s")
_QUOTE = re.compile(r"\s[\"“]")
"""What is quoted behind a moment is said of another time."""
_NOT_PAST = frozenset("need indeed hundred exceed proceed succeed".split())
_PAST = frozenset(
    """
        came began went made took met fell rose found left sent won lost struck hit saw gave held
        bought sold brought became got led ran told broke drew fought stood wrote spent paid grew
        shot said was were had did
    """.split()
)
_MODAL = frozenset("will would could may might can must shall should won't".split())
_SCHEDULED = frozenset(
    form
    for verb in """
        air appear arrive begin celebrate choose close come convene debate decide deliver elect end
        enter expire face fly go head hold host issue join kick launch leave mark meet move open
        play publish release reopen resume return run sign speak start take travel turn visit vote
    """.split()
    for form in (verb, f"{verb}s", f"{verb}es")
)
"""Present forms of verbs that a time ahead often goes with: "opens on Monday"."""
_NEAR = (0, 1, 1, 2, 2, 2, 2)
"""By how many words stand between: beside, near, in the clause."""
DAY_OF_MONTH = ("k:md",)
"""Signs of a kind of moment: here a day of a month."""


def weekday_signs(ahead: int) -> tuple[str, ...]:
    """Signs of a weekday whose next day is ``ahead`` days off (1–6)."""
    return "k:wd", f"w:{min(ahead // 2, 3)}"


def month_signs(ahead: int) -> tuple[str, ...]:
    """Signs of a month that begins ``ahead`` months after the one of publication (1–11)."""
    return "k:m", f"m:{min((ahead - 1) // 2, 4)}"


def signs(before: str, after: str) -> dict[str, float]:
    """What the words before and after a moment show, as names with values in [0, 1].

    ``b0:will`` is "will" right before it, ``b:will`` anywhere before it, the less the further;
    ``bb:`` stands for the two words right before, ``a:`` for words behind; ``#past``, ``#now``,
    ``#modal``, ``#ing`` and ``#s`` for forms of verbs; ``T=`` for the cues of :mod:`tense`;
    ``no-past`` for a sentence without a verb in the past, ``scheduled`` for one that has one in
    the present. Words of a quotation behind the moment do not count.
    """
    after = _QUOTE.split(after, maxsplit=1)[0]
    shown: dict[str, float] = {f"T={tense_of(before[-70:], after[:60])}": 1.0}
    ahead, behind = _words(before, after)
    for distance, word in enumerate(ahead):
        for form in _forms(word):
            if distance < len(_NEAR):
                shown[f"b{_NEAR[distance]}:{form}"] = 1.0
            shown.setdefault(f"b:{form}", 1 / (1 + distance / 5))
    for distance, word in enumerate(behind):
        for form in _forms(word):
            shown.setdefault(f"a:{form}", 1 / (1 + distance / 3))
    if behind:
        shown[f"a0:{_forms(behind[0])[0]}"] = 1.0
    if len(ahead) > 1:
        shown[f"bb:{_forms(ahead[1])[0]} {_forms(ahead[0])[0]}"] = 1.0
    if "b:#past" not in shown:
        shown["no-past-before" if "a:#past" in shown else "no-past"] = 1.0
        if "b:#now" in shown or "a:#now" in shown:
            shown["scheduled"] = float("a:#past" not in shown)
    return shown


def _words(before: str, after: str) -> tuple[list[str], list[str]]:
    """The words of the sentence before a moment, nearest first, and those after it."""
    start = max((match.end() for match in _END.finditer(before)), default=0)
    stop = _END.search(after)
    after = after[: stop.start() + 2] if stop else after
    ahead = _WORD.findall(before[start:].lower().replace("’", "'"))
    behind = _WORD.findall(after.lower().replace("’", "'"))
    return ahead[-_WORDS_BEFORE:][::-1], behind[:_WORDS_AFTER]


def _forms(word: str) -> tuple[str, ...]:
    """A word, a number without its digits, and what form of a verb it looks like."""
    if word[0].isdigit():
        return ("0",)
    if word in _PAST or (len(word) > 4 and word.endswith("ed") and word not in _NOT_PAST):
        return word, "#past"
    if word in _MODAL:
        return word, "#modal"
    if word in _SCHEDULED:
        return word, "#now"
    if len(word) > 3 and word.endswith("s") and not word.endswith(("ss", "us", "'s")):
        return word, "#s"
    return (word, "#ing") if len(word) > 4 and word.endswith("ing") else (word,)


def lean(before: str, after: str, *kinds: str) -> float:
    """Log-odds that a moment lies ahead of its publication.

    ``kinds`` are signs of the kind of moment: :func:`weekday_signs`, :func:`month_signs` or
    :data:`DAY_OF_MONTH`.
    """
    weights = weights_of(FILE)
    total = weights[""] + sum(weights.get(kind, 0.0) for kind in kinds)
    return total + math.fsum(
        weights.get(name, 0.0) * value for name, value in signs(before, after).items()
    )
