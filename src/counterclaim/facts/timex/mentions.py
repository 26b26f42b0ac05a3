"""The same day named again: what its other mentions tell of whether it lies ahead.

A text that names Friday twice means one Friday: so it is for all 34 weekdays and all 163 days of a
month that TimeBank, AQUAINT, PolNeAR, MUC-4 and `gva` name more than once. Words around one mention
that tell its direction therefore tell that of the others, at half the weight of its own.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, timedelta

from counterclaim.facts.timex.lexicon import month_of, weekday_of

__all__ = ["MOST", "SHARE", "Key", "Mentions", "day_key", "weekday_key"]

SHARE = 0.5
"""Weight of another mention's log-odds beside one's own; anything from 0.3 to 1 does as well."""
MOST = 2.0
"""Log-odds that all other mentions together tell at most: a second Thursday may be another one."""
_SURE = 3.0
"""Log-odds of a direction that another mention's words tell: "last Friday", "Friday, May 16"."""
_BACK = re.compile(r"\b(?:last|past|previous)\s", re.IGNORECASE)
_AHEAD = re.compile(r"\b(?:next|coming)\s", re.IGNORECASE)
_WEEK = 7

Key = tuple[int, int, date | None]
"""Month (0 for a weekday), day of the month or of the week, the day that is counted from."""


def weekday_key(number: int, published: date | None) -> Key:
    """Mentions of an ISO weekday in what was written on one day."""
    return 0, number, published


def day_key(month: int, day: int, published: date | None) -> Key:
    """Mentions of a day of a month, without a year."""
    return month, day, published


@dataclass
class Mentions:
    """Where the days stand that a text names without a year, and what is told of them for sure."""

    _spans: dict[Key, dict[tuple[int, int], None]] = field(default_factory=dict)
    _sure: dict[Key, float] = field(default_factory=dict)
    _days: set[Key] = field(default_factory=set)

    @classmethod
    def of(cls, matches: Iterable[tuple[str, re.Match[str], date | None]]) -> Mentions:
        """From the matches of rules: the rule's name, the match, the day that it is counted from.

        Of matches that overlap only the longest belongs here.
        """
        mentions = cls()
        for name, match, published in matches:
            if name == "weekday":
                mentions._name_weekday(match, published)
            elif name in ("month-day", "day-month") and not match["year"] and not match["of"]:
                digits = int(re.sub(r"\D", "", match["day"]))
                key = day_key(month_of(match["month"]), digits, published)
                mentions._days.add(key)
                mentions._spans.setdefault(key, {})[match.span()] = None
        return mentions

    def _name_weekday(self, match: re.Match[str], published: date | None) -> None:
        key = weekday_key(weekday_of(match["day"]), published)
        which = match["which"] or ""
        if not which and not match["plural"] and not match["week"] and not match["off"]:
            self._spans.setdefault(key, {})[match.span()] = None
        elif not match["off"] and (_BACK.match(f"{which} ") or _AHEAD.match(f"{which} ")):
            self._sure[key] = -_SURE if _BACK.match(f"{which} ") else _SURE

    def of_day(self, key: Key) -> Iterable[tuple[int, int]]:
        """Where a day is named, in order."""
        return self._spans.get(key, {})

    def names(self, key: Key, start: int, end: int) -> bool:
        """Whether ``[start, end)`` is one of :meth:`of_day`."""
        return (start, end) in self._spans.get(key, {})

    def sure(self, key: Key) -> float:
        """Log-odds that a day lies ahead from what is told of it elsewhere for sure; 0 for nothing.

        A weekday is told of by "last" and "next", and by a day of a month that it is.
        """
        month, number, published = key
        if month or published is None:
            return 0.0
        ahead = (number - published.isoweekday()) % _WEEK
        after = published + timedelta(days=ahead)
        before = after - timedelta(days=_WEEK)
        dated = self._dated(after, published) - self._dated(before, published)
        return self._sure.get(key, 0.0) + _SURE * dated

    def _dated(self, day: date, published: date) -> bool:
        return day_key(day.month, day.day, published) in self._days
