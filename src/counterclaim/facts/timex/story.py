"""The year that a history has come to: a choice among the years it has named, by weights.

"In November 1916 … In January" is January 1917, but "By 1940 the war was lost. In August" need not
be August 1940. Candidates are the years named last and the ones beside them; `story.json` weighs
how they stand to what was told before. Fitted by `training/stories.py` on WikiWars (train).
"""

from __future__ import annotations

import math
import re
from dataclasses import dataclass, field
from datetime import date

from counterclaim.facts.timex.fitted import weights_of

__all__ = ["FILE", "Story", "tells_history"]

FILE = "story.json"
_ASIDE = 10
"""Years between a narrative and a date that is no part of it."""
_RECENT = 6
"""Years named last that are counted."""
_LOOK_AHEAD = 400
"""Code points behind a month in which its sentence or paragraph may name the year."""
_HEADING = 80
"""Lines no longer than this that do not end as sentences do are headings."""
_SENTENCE_END = re.compile(r"[.!?][\"”’)\]]*\s+[A-Z\"“\[]|\n")
_PARAGRAPH = re.compile(r"\n\s*\n")
_YEAR = re.compile(r"(?<![\d,.$€£])\b(1\d{3}|20\d\d)\b(?![,.]?\d|%)")
_GAPS = ((-12, "y-2"), (-6, "y-1"), (0, "back"), (1, "same"), (3, "soon"), (6, "later"),
         (9, "half"), (12, "far"))  # fmt: skip
"""Months from one moment to the next below which a step has a name."""


@dataclass(frozen=True)
class _Told:
    """A moment of the story: year, month if it has one, where it stands."""

    year: int
    month: int | None
    start: int
    leads: bool = False


@dataclass
class Story:
    """What a history has told so far, in order of the text."""

    text: str
    _at: _Told | None = None
    _last: _Told | None = None
    _named: _Told | None = None
    _heading: int | None = None
    _years: list[int] = field(default_factory=list)

    @property
    def year(self) -> int | None:
        """The year that the story has come to."""
        return self._at.year if self._at else None

    def name(self, year: int, month: int | None, start: int, leads: bool) -> None:
        """A moment at ``start`` whose words give its year; ``leads`` if it heads its sentence."""
        told = self._named = _Told(year, month, start, leads)
        if self._heads_a_part(start):
            self._heading = year
        self._years = [*self._years, year][-_RECENT:]
        near = self._at is None or (month is not None and abs(year - self._at.year) <= _ASIDE)
        repeated = month is None and self._at is not None and year == self._at.year
        if (leads or near) and not repeated:
            self._at = told
        if month or leads:
            self._last = told

    def take(self, year: int, month: int, start: int, leads: bool) -> None:
        """A moment at ``start`` that was given its ``year``."""
        told = self._last = _Told(year, month, start, leads)
        if leads or self._at is None or abs(year - self._at.year) <= _ASIDE:
            self._at = told

    def choose(self, month: int, start: int, end: int) -> int | None:
        """The likeliest year of a month named at ``[start, end)``; ``None`` if no year is named."""
        weights = weights_of(FILE)
        ranked = [
            (math.fsum(weights.get(name, 0.0) * value for name, value in shown.items()), -year)
            for year, shown in self.candidates(month, start, end).items()
        ]
        return -max(ranked)[1] if ranked else None

    def candidates(self, month: int, start: int, end: int) -> dict[int, dict[str, float]]:
        """The years that a month may be of, in order, each with its signs."""
        sentence, paragraph = self._years_behind(end)
        known = [told.year for told in (self._at, self._last, self._named) if told]
        known += [self._heading] if self._heading else []
        years = {year + step for year in known for step in (0, 1)}
        years |= {year for year in (sentence, paragraph) if year}
        found: dict[int, dict[str, float]] = {}
        for year in sorted(years):
            shown = {**self._beside_last(year, month, start), **self._beside_named(year, start)}
            if self._at:
                shown[f"story:{_clip(year - self._at.year)}"] = 1.0
                if self._at.month:
                    shown[f"story-gap:{_gap(self._at, year, month)}"] = 1.0
            if self._heading:
                shown[f"heading:{_clip(year - self._heading)}"] = 1.0
            if year == sentence:
                shown["behind-in-sentence"] = 1.0
            if year == paragraph:
                shown["behind-in-paragraph"] = 1.0
            shown["recent"] = self._years.count(year) / _RECENT
            found[year] = shown
        return found

    def _beside_last(self, year: int, month: int, start: int) -> dict[str, float]:
        """How a year stands to the moment told last."""
        last = self._last
        if last is None:
            return {}
        if last.month is None:
            return {f"last-year:{_clip(year - last.year)}": 1.0}
        step = "gap" if self._far(last.start, start) else "gap-here"
        shown = {f"last-gap:{_gap(last, year, month)}": 1.0}
        shown[f"{step}:{_gap(last, year, month)}"] = 1.0
        return shown

    def _beside_named(self, year: int, start: int) -> dict[str, float]:
        """How a year stands to the one whose words gave it last."""
        named = self._named
        if named is None or year not in (named.year, named.year + 1):
            return {}
        mark = "named" if year == named.year else "after-named"
        shown = {mark: 1.0, f"{mark}:{'month' if named.month else 'year'}": 1.0}
        if year == named.year:
            shown["named-leads"] = float(named.leads)
            shown["named-here"] = float(not self._far(named.start, start))
            between = self.text[max(named.start, start - 2000) : start]
            shown["named-in-paragraph"] = float(_PARAGRAPH.search(between) is None)
        return shown

    def _far(self, start: int, stop: int) -> bool:
        """Whether a sentence ends between two places."""
        return stop - start > _LOOK_AHEAD or bool(_SENTENCE_END.search(self.text, start, stop))

    def _years_behind(self, end: int) -> tuple[int | None, int | None]:
        """The first year behind ``end`` in its sentence and in its paragraph."""
        reach = min(len(self.text), end + _LOOK_AHEAD)
        paragraph = _PARAGRAPH.search(self.text, end, reach)
        found = _YEAR.search(self.text, end, paragraph.start() if paragraph else reach)
        if found is None:
            return None, None
        year = int(found[1])
        return (None if self._far(end, found.start()) else year), year

    def _heads_a_part(self, start: int) -> bool:
        """Whether a place lies in a heading."""
        begin = self.text.rfind("\n", max(0, start - _HEADING), start) + 1
        stop = self.text.find("\n", start, start + _HEADING)
        if stop < 0 or (begin == 0 and start > _HEADING):
            return False
        line = self.text[begin:stop].strip()
        return len(line) < _HEADING and not line.endswith((".", '"', "”", ":"))


def _clip(step: int) -> int:
    return max(-2, min(2, step))


def _gap(told: _Told, year: int, month: int) -> str:
    """The name of the step from a moment to a month of a year."""
    months = (year - told.year) * 12 + month - (told.month or 1)
    return next((name for below, name in _GAPS if months < below), "past-a-year")


_FULL_YEAR = re.compile(r"\b(?:1\d{3}|20\d{2})\b")
_NEWS = re.compile(
    r"\b(?:today|yesterday|tomorrow|tonight|said|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)\b"
)


def tells_history(text: str, published: date | None) -> bool:
    """Whether a text tells history: most of its years lie well before its publication."""
    years = [int(year) for year in _FULL_YEAR.findall(text[:50_000])]
    if published is None or len(years) < 6:
        return False
    old = sum(year < published.year for year in years)
    return old > 0.7 * len(years) and len(_NEWS.findall(text[:50_000])) < len(years) / 3
