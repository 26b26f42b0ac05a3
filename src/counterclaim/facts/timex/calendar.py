"""Arithmetic on TIMEX3 values, and the days that a value covers."""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date, timedelta

__all__ = [
    "bounds",
    "coarser",
    "day_of",
    "granularity",
    "precision",
    "quarter_of",
    "shift",
    "week",
    "weekend",
]

_HALF_OR_QUARTER = re.compile(r"(\d{4})-([QH])(\d)")
_WEEK = re.compile(r"(\d{4})-W(\d{2})(-WE|-\d)?")
_SEASON = re.compile(r"(\d{4})-(SP|SU|FA|WI)")
_DATE = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?")
_SEASON_START = {"WI": 12, "SP": 3, "SU": 6, "FA": 9}
_UNIT_DAYS = {"day": 1, "week": 7, "fortnight": 14, "night": 1}

Bounds = tuple[date, date]


def week(day: date) -> str:
    """The ISO week of ``day``, as ``2016-W37``."""
    year, number, _ = day.isocalendar()
    return f"{year:04}-W{number:02}"


def weekend(day: date) -> str:
    """The weekend of the ISO week of ``day``."""
    return f"{week(day)}-WE"


def quarter_of(day: date) -> str:
    """The calendar quarter of ``day``."""
    return f"{day.year:04}-Q{(day.month + 2) // 3}"


def day_of(value: str | None) -> date | None:
    """The first day of a value, or ``None`` where it has none."""
    covered = _covered(value) if value else None
    return covered[0] if covered else None


def granularity(value: str) -> str:
    """The unit of a value: ``day``, ``week``, ``month``, ``quarter``, ``season``, ``year``, up."""
    if _HALF_OR_QUARTER.match(value):
        return "quarter" if "Q" in value else "half"
    if _WEEK.match(value):
        return "week"
    if _SEASON.match(value):
        return "season"
    match = _DATE.match(value)
    if match is None:
        return "decade" if re.fullmatch(r"\d{3}", value) else "century"
    return "day" if match[3] else "month" if match[2] else "year"


_SIZES = ("second", "minute", "hour", "day", "night", "week", "fortnight", "month", "quarter",
          "season", "half", "year", "decade", "century")  # fmt: skip


def coarser(value: str, unit: str) -> bool:
    """Whether ``value`` is too coarse to count units of ``unit`` from: days from a summer."""
    return unit in _SIZES and _SIZES.index(granularity(value)) > _SIZES.index(unit)


def shift(day: date, unit: str, number: int) -> str | None:
    """The value ``number`` units of ``unit`` from ``day``; ``None`` out of the calendar."""
    try:
        return _shift(day, unit, number)
    except (ValueError, OverflowError):
        return None


def _shift(day: date, unit: str, number: int) -> str:
    if unit in ("day", "night"):
        return (day + timedelta(days=number)).isoformat()
    if unit in ("week", "fortnight"):
        return week(day + timedelta(days=number * _UNIT_DAYS[unit]))
    if unit == "weekend":
        return weekend(day + timedelta(days=7 * number))
    if unit in ("month", "quarter"):
        months = day.year * 12 + day.month - 1 + number * (1 if unit == "month" else 3)
        moved = date(months // 12, months % 12 + 1, 1)
        return moved.isoformat()[:7] if unit == "month" else quarter_of(moved)
    years = {"decade": 10, "century": 100, "millennium": 1000}.get(unit, 1)
    year = date(day.year + years * number, 1, 1).year
    return {"decade": f"{year // 10:03}", "century": f"{year // 100:02}"}.get(unit, f"{year:04}")


def bounds(value: str | None) -> tuple[str | None, str | None]:
    """Earliest and latest as EDTF: days, or the minute for a clock time; ``None`` if unknown."""
    if value is None:
        return None, None
    clock = re.fullmatch(
        r"(\d{4}-\d{2}-\d{2})T(\d{2})(:\d{2})?(?::\d{2})?(Z|[+-]\d{2}:\d{2})?", value
    )
    if clock and clock[2] == "24":
        last = f"{clock[1]}T23:59{clock[4] or ''}"  # midnight ends the day that it is named of
        return last, last
    if clock:
        if clock[3]:
            return value, value
        zone = clock[4] or ""
        return f"{clock[1]}T{clock[2]}:00{zone}", f"{clock[1]}T{clock[2]}:59{zone}"
    covered = _covered(value)
    return (covered[0].isoformat(), covered[1].isoformat()) if covered else (None, None)


def precision(value: str | None) -> int | None:
    """UCDP GED ``date_prec``: 1 a day, 2 up to six days, 3 a week, 4 a month, 5 more."""
    covered = _covered(value) if value else None
    if covered is None:
        return None
    days = (covered[1] - covered[0]).days + 1
    return 1 if days == 1 else 2 if days <= 6 else 3 if days == 7 else 4 if days <= 31 else 5


def _covered(value: str) -> Bounds | None:
    """First and last day of a value, or of an EDTF interval of two days."""
    try:
        if "/" in value:
            first, _, last = value.partition("/")
            return date.fromisoformat(first), date.fromisoformat(last)
        return _days(value.partition("T")[0])
    except (ValueError, OverflowError):
        return None


def _days(value: str) -> Bounds | None:
    if match := _HALF_OR_QUARTER.fullmatch(value):
        length = 3 if match[2] == "Q" else 6
        return _months(int(match[1]), (int(match[3]) - 1) * length + 1, length)
    if match := _WEEK.fullmatch(value):
        monday = date.fromisocalendar(int(match[1]), int(match[2]), 1)
        if match[3] == "-WE":
            return monday + timedelta(days=5), monday + timedelta(days=6)
        if match[3]:
            day = monday + timedelta(days=int(match[3][1:]) - 1)
            return day, day
        return monday, monday + timedelta(days=6)
    if match := _SEASON.fullmatch(value):
        return _months(int(match[1]), _SEASON_START[match[2]], 3)
    if match := _DATE.fullmatch(value):
        first = date(int(match[1]), int(match[2] or 1), int(match[3] or 1))
        if match[3]:
            return first, first
        return _months(first.year, first.month, 1 if match[2] else 12)
    if re.fullmatch(r"\d{3}", value):
        return date(int(value) * 10, 1, 1), date(int(value) * 10 + 9, 12, 31)
    if re.fullmatch(r"\d{2}", value):
        return date(int(value) * 100, 1, 1), date(int(value) * 100 + 99, 12, 31)
    return None


def _months(year: int, month: int, length: int) -> Bounds:
    """From the first day of a month to the last of the ``length``-th month from it."""
    first = date(year, month, 1)
    last = year * 12 + month - 2 + length
    end = date(last // 12, last % 12 + 1, 1)
    return first, end.replace(day=monthrange(end.year, end.month)[1])
