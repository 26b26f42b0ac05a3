"""What a time expression is resolved against: publication, what was named before, tense."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Literal

from counterclaim.facts.timex.calendar import day_of
from counterclaim.facts.timex.tense import Tense, tense_of

__all__ = ["Context", "Normal", "Rule"]

@dataclass(frozen=True)
class Normal:
    """A normalised expression.

    ``anchor`` is ``publication``, ``text`` (a moment named before) or ``none``. ``bounds_from`` is
    the value that bounds are taken from where the value itself has none.
    """

    timex: Literal["DATE", "TIME", "DURATION", "SET"]
    value: str | None
    anchor: str = "none"
    bounds_from: str | None = None


@dataclass
class Context:
    """State while one document is read.

    Attributes:
        dct: the day of publication (or of the update), ``None`` if unknown.
        clock: its time of day, "T14:30", or "".
        ref: value of the last date named.
        ref_index: index of the moment it came from.
        quarter: the last quarter named for itself, not as the one a year before.
        narrative: history rather than news: dates without a year belong to the last one named.
        text: the document.
    """

    dct: date | None
    text: str = ""
    clock: str = ""
    ref: str | None = None
    ref_index: int | None = None
    narrative: bool = False
    quarter: str | None = None
    sentence: tuple[int, int] = (0, 0)

    def tense(self, start: int, end: int) -> Tense:
        """``future``, ``past`` or ``""``: of the verbs nearest to ``[start, end)``."""
        before = self.text[max(self.sentence[0], start - 70) : start]
        return tense_of(before, self.text[end : min(self.sentence[1], end + 40)])

    @property
    def anchor_day(self) -> date | None:
        """The day that an expression without a year is resolved against."""
        return (day_of(self.ref) if self.narrative else None) or self.dct

    @property
    def anchor(self) -> str:
        """The name of what :attr:`anchor_day` is."""
        return "text" if self.narrative and self.ref else "publication"


@dataclass(frozen=True)
class Rule:
    """One kind of expression: its pattern, and how a match is normalised.

    ``needs`` are the classes of words one of which must stand in a sentence for the rule to be
    tried; ``None`` from ``normal`` says that the match is no time expression.
    """

    name: str
    needs: frozenset[str]
    pattern: re.Pattern[str]
    normal: Callable[[re.Match[str], Context], Normal | None]
