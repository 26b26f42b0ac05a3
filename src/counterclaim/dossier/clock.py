"""Times on one axis with the long empty stretches folded."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from itertools import pairwise

__all__ = ["Stretch", "TimeAxis", "interval"]

ISO = re.compile(
    r"(\d{4})(?:-(\d\d)(?:-(\d\d)(?:[T ](\d\d):(\d\d)(?::(\d\d))?)?)?)?(?:[.,]\d+)?"
    r"(?:Z|[+-]\d\d:?\d\d)?"
)
LONGEST = timedelta(days=45)
"""Longer stretches ("last year") are listed but not drawn: they would flatten all the rest."""

FOLD = 0.7
"""A gap that takes up more than this share of the axis is folded …"""
FOLDED = 0.09
"""… to this share."""


@dataclass(frozen=True)
class Stretch:
    """From ``start`` to ``end`` in seconds since 1970, drawn from ``x1`` to ``x2`` (0 to 1)."""

    start: float
    end: float
    x1: float
    x2: float
    folded: bool


def interval(earliest: str, latest: str) -> tuple[float, float] | None:
    """Seconds since 1970 of a stretch of time; ``None`` where it cannot be drawn.

    Times are taken as written: an offset is not applied, because most times on a page have none. A
    day lasts until the next one.
    """
    first, last = _read(earliest), _read(latest)
    if first is None or last is None or last[1] < first[0]:
        return None
    if last[1] - first[0] > LONGEST.total_seconds():
        return None
    return first[0], last[1]


def _read(value: str) -> tuple[float, float] | None:
    match = ISO.fullmatch(value)
    if match is None:
        return None
    year, month, day, hour, minute, second = (int(g) if g else None for g in match.groups())
    try:
        start = datetime(
            year or 1, month or 1, day or 1, hour or 0, minute or 0, second or 0, tzinfo=UTC
        )
        if hour is not None:
            end = start
        elif day is not None:
            end = start + timedelta(days=1)
        elif month is not None:
            end = (start + timedelta(days=32)).replace(day=1)
        else:
            end = start.replace(year=start.year + 1)
    except (ValueError, OverflowError):
        return None
    return start.timestamp(), end.timestamp()


class TimeAxis:
    """A piecewise straight axis from the first time to the last; never empty of width."""

    def __init__(self, times: Sequence[tuple[float, float]]) -> None:
        edges = sorted({t for pair in times for t in pair}) or [0.0]
        if len(edges) == 1:
            edges = [edges[0] - 43200, edges[0] + 43200]
        covered = _merge(times)
        gaps = list(pairwise(edges))
        free = [not any(a < y and x < b for x, y in covered) for a, b in gaps]
        widths = _fold([b - a for a, b in gaps], free)
        total = sum(w for w, _ in widths)
        self.stretches: list[Stretch] = []
        at = 0.0
        for (a, b), (width, folded) in zip(gaps, widths, strict=True):
            self.stretches.append(Stretch(a, b, at / total, (at + width) / total, folded))
            at += width

    def x(self, time: float) -> float:
        """Where ``time`` is drawn, 0 to 1."""
        for s in self.stretches:
            if time <= s.end:
                return s.x1 + (s.x2 - s.x1) * max(0.0, (time - s.start) / (s.end - s.start))
        return 1.0

    def runs(self) -> list[Stretch]:
        """Unfolded stretches joined, folded ones as they are."""
        joined: list[Stretch] = []
        for s in self.stretches:
            if joined and not joined[-1].folded and not s.folded:
                before = joined.pop()
                joined.append(Stretch(before.start, s.end, before.x1, s.x2, folded=False))
            else:
                joined.append(s)
        return joined


def _merge(times: Sequence[tuple[float, float]]) -> list[tuple[float, float]]:
    merged: list[tuple[float, float]] = []
    for start, end in sorted(times):
        if merged and start <= merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    return merged


def _fold(gaps: Sequence[float], free: Sequence[bool]) -> list[tuple[float, bool]]:
    """Widths of ``gaps``, the largest free ones folded as long as one dwarfs the rest."""
    folded: set[int] = set()
    while len(folded) < len(gaps) - 1:
        rest = [(g, i) for i, g in enumerate(gaps) if i not in folded]
        total = sum(g for g, _ in rest)
        can = [(g, i) for g, i in rest if free[i]]
        if not can or max(can)[0] < FOLD * total:
            break
        folded.add(max(can)[1])
    total = sum(g for i, g in enumerate(gaps) if i not in folded)
    return [(FOLDED * total, True) if i in folded else (g, False) for i, g in enumerate(gaps)]
