"""What a time expression is resolved against: publication, what was named before, tense."""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from typing import Literal

from counterclaim.facts.timex.calendar import day_of
from counterclaim.facts.timex.direction import AFTER, BEFORE, lean
from counterclaim.facts.timex.lexicon import DAY, MONTH, YEAR
from counterclaim.facts.timex.mentions import MOST, SHARE, Key, Mentions
from counterclaim.facts.timex.story import Story
from counterclaim.facts.timex.tense import Tense, tense_of

__all__ = ["Context", "Normal", "Rule", "rule"]

_YEAR_AHEAD = re.compile(
    rf"\s?(?:-|–|—|\b(?:to|and|or|through|until|till))\s?(?:the\s)?(?:(?:early|late|mid)[\s-])?"
    rf"(?:{MONTH}(?:\s{DAY})?|{DAY}(?:(?:\sof)?\s{MONTH})?),?\s(?P<year>{YEAR})"
)
_LENGTHS = re.compile(
    r"\bquarter\b|\b(?:six|nine|6|9)[\s-]months?\b|\bfirst[\s-]half\b", re.IGNORECASE
)
"""What results are told of: one quarter, or the months of the year so far."""
_STEPS = {"last": -1, "next": 1, "previous": -1, "following": 1}
_STEPS_FROM_TEXT = frozenset({"same", "that", "previous", "following"})
_MONTH = re.compile(MONTH)
_CLOCK = re.compile(r"T(?:[01]\d|2[0-3]):\d\dZ?\Z")
_BESIDE = 12
"""Code points between a clock time and its day: "2 a.m. early on Sunday"."""


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
        clock: the clock time named last, "T14:30" or "T14:30Z", of the day in ``ref``, or "".
        clock_end: where it ends.
        ref: value of the last date named.
        ref_index: index of the moment it came from.
        story: what a narrative has told so far.
        mentions: where else the days stand that the text names.
        quarter: the last quarter named for itself, not as the one a year before.
        narrative: history rather than news: dates without a year belong to the last one named.
        text: the document.
    """

    dct: date | None
    text: str = ""
    clock: str = ""
    clock_end: int = 0
    ref: str | None = None
    ref_index: int | None = None
    narrative: bool = False
    quarter: str | None = None
    sentence: tuple[int, int] = (0, 0)
    story: Story | None = None
    mentions: Mentions = field(default_factory=Mentions)
    _leans: dict[tuple[int, int], float] = field(default_factory=dict)
    _told: dict[Key, float] = field(default_factory=dict)

    def tense(self, start: int, end: int) -> Tense:
        """``future``, ``past`` or ``""``: of the verbs nearest to ``[start, end)``."""
        before = self.text[max(self.sentence[0], start - 70) : start]
        return tense_of(before, self.text[end : min(self.sentence[1], end + 60)])

    def lean(self, start: int, end: int, *kinds: str, key: Key | None = None) -> float:
        """Log-odds that ``[start, end)``, a moment of these ``kinds``, lies ahead.

        ``key`` says which day it names: its other mentions tell something of it too.
        """
        odds = self._lean(start, end, kinds)
        if key is None:
            return odds
        every = self._told.get(key)
        if every is None:
            spans = self.mentions.of_day(key)
            every = self._told[key] = math.fsum(self._lean(*span, kinds) for span in spans)
        others = every - odds if self.mentions.names(key, start, end) else every
        told = max(-MOST, min(MOST, SHARE * others))
        return odds + told + self.mentions.sure(key)

    def _lean(self, start: int, end: int, kinds: tuple[str, ...]) -> float:
        """What the words around one mention tell, each looked at once."""
        known = self._leans.get((start, end))
        if known is None:
            text = self.text
            before, after = text[max(0, start - BEFORE) : start], text[end : end + AFTER]
            known = self._leans[start, end] = lean(before, after, *kinds)
        return known

    def months_told(self, start: int) -> bool:
        """Whether the sentence before ``start`` goes on about some months, not a quarter."""
        told = _LENGTHS.findall(self.text, max(self.sentence[0], start - 300), start)
        return bool(told) and "quarter" not in told[-1].lower()

    def year_ahead(self, end: int) -> str | None:
        """The year that follows the second of two dates: "March and April 1988"."""
        match = _YEAR_AHEAD.match(self.text, end, min(len(self.text), end + 48))
        return match["year"] if match else None

    def year_of(self, word: str | None) -> int | None:
        """The year that ``word`` ("last", "same") means in "May of last year"."""
        word = (word or "").lower()
        named = day_of(self.ref) if word in _STEPS_FROM_TEXT else None
        base = named or self.dct
        return base.year + _STEPS.get(word, 0) if word and base else None

    def story_year(self, month: int, span: tuple[int, int]) -> int | None:
        """The year of a ``month`` named at ``span`` in a narrative."""
        year = self.story.choose(month, *span) if self.story else None
        if year is None:
            day = day_of(self.ref)
            return day.year if day else None
        return year

    def follow(self, start: int, end: int, value: str, leads: bool) -> None:
        """Move a narrative on to the moment at ``[start, end)``."""
        day = day_of(value)
        if day is None or self.story is None:
            return
        words = self.text[start:end]
        month = _MONTH.search(words) and day.month
        if str(day.year) in words:
            self.story.name(day.year, month or None, start, leads)
        elif month:
            self.story.take(day.year, month, start, leads)

    def remember(self, start: int, end: int, value: str, index: int) -> None:
        """The moment at ``[start, end)``, the ``index``-th, is the one named last."""
        self.ref, self.ref_index = value, index
        clock = _CLOCK.search(value)
        if clock:
            self.clock, self.clock_end = clock.group(), end
        elif start - self.clock_end > _BESIDE:
            self.clock = ""

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
    tried; ``None`` from ``normal`` says that the match is no time expression. ``source`` is read
    without regard to case and holds nothing that has regard. Patterns are made when first needed:
    all of them at once would be a tenth of a second of every start.
    """

    name: str
    needs: frozenset[str]
    source: str
    normal: Callable[[re.Match[str], Context], Normal | None]

    @cached_property
    def pattern(self) -> re.Pattern[str]:
        """What is matched."""
        return re.compile(self.source, re.IGNORECASE)

    @cached_property
    def small(self) -> re.Pattern[str]:
        """For text in small letters: finds the same, twice as fast as passing over case does."""
        small = _CAPITAL.sub(lambda m: m.group() if m[1] else m.group().lower(), self.source)
        return re.compile(small)

    def matches(self, text: str, small: str, start: int, end: int) -> Iterator[re.Match[str]]:
        """The matches in ``text`` from ``start`` to ``end``; ``small`` is it in small letters."""
        for found in self.small.finditer(small, start, end):
            match = self.pattern.match(text, found.start(), end)
            if match:
                yield match


_CAPITAL = re.compile(r"(\\.|\(\?P)|[A-Z]")
"""Capitals of a pattern that are letters of the text, not of its own language."""


def rule(
    name: str,
    needs: str,
    source: str,
    normal: Callable[[re.Match[str], Context], Normal | None],
) -> Rule:
    """A rule of a ``source`` that is called for by the classes in ``needs``."""
    return Rule(name, frozenset(needs.split()), source, normal)
