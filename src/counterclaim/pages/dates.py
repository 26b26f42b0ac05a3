"""Dates and times of a page as ISO 8601, read from text, URL or the user's option."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime, timedelta
from itertools import pairwise

from dateutil import parser as dateutil_parser

from counterclaim.errors import OptionError
from counterclaim.pages.patterns import CLOCK, DATE, ZONE
from counterclaim.records import Dated, Span

__all__ = [
    "OFFSETS",
    "clock_value",
    "date_in_text",
    "date_in_url",
    "day_near",
    "iso",
    "option_date",
    "resolve_clocks",
]

OFFSETS: dict[str, str] = {
    "gmt": "+00:00", "utc": "+00:00", "z": "+00:00", "bst": "+01:00", "wat": "+01:00",
    "cet": "+01:00", "cest": "+02:00", "eet": "+02:00", "sast": "+02:00", "eest": "+03:00",
    "msk": "+03:00", "eat": "+03:00", "pkt": "+05:00", "hkt": "+08:00", "jst": "+09:00",
    "kst": "+09:00", "aest": "+10:00", "aedt": "+11:00", "est": "-05:00", "edt": "-04:00",
    "cst": "-06:00", "cdt": "-05:00", "mst": "-07:00", "mdt": "-06:00", "pst": "-08:00",
    "pdt": "-07:00",
}  # fmt: skip
"""Offsets of zone abbreviations in news copy. IST (India, Israel, Ireland) and bare ET, CT, MT, PT
(summer or winter) are left out: which offset they mean is not known, so none is given."""

_WEEKDAYS = "mon tue wed thu fri sat sun".split()
_MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec".split()
_URL_DATE = re.compile(
    r"(?<!\d)((?:19|20)\d\d)(?:([/_-])(0?[1-9]|1[0-2])\2(0?[1-9]|[12]\d|3[01])"
    r"|(0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01]))(?!\d)"
)
_URL_MONTH = re.compile(
    rf"/((?:19|20)\d\d)[/-]({'|'.join(_MONTHS)})[a-z]*[/-](0?[1-9]|[12]\d|3[01])(?!\d)",
    re.IGNORECASE,
)
_WORDS = re.compile(r"[A-Za-z]+|\d+")
_CLOCK_PARTS = re.compile(r"(\d{1,2})(?:[:.h]?(\d\d))?(?::\d\d)?\s*([ap])?", re.IGNORECASE)
_STAMP = re.compile(
    rf"(?P<date>{DATE})(?:[\s,;|–—-]{{0,5}}(?:at\s+)?(?P<clock>{CLOCK})(?:\s*\(?(?P<zone>{ZONE})\b)?)?"
    rf"|(?P<clock2>{CLOCK})(?:\s*\(?(?P<zone2>{ZONE})\b\)?)?[\s,;|–—-]{{0,5}}(?:on\s+)?(?P<date2>{DATE})",
    re.IGNORECASE,
)
_EPOCH = re.compile(r"\d{10}(?:\d{3})?\Z")
_YEARS = range(1990, 2100)
_GIVEN_YEARS = range(1800, 2200)
"""Years that a user may give: wide, but with room for every day that a page counts from them."""


def option_date(value: str) -> str:
    """``value`` as given by the user, if it is an ISO 8601 date or date-time.

    Raises:
        OptionError: CC201 if it is not.
    """
    text = value.strip()
    try:
        given = datetime.fromisoformat(text).year in _GIVEN_YEARS
    except ValueError:
        given = False
    if given and re.match(r"\d{4}-\d\d-\d\d(?:[T ]\d\d:\d\d|\Z)", text):
        return text[:10] + ("T" + text[11:] if len(text) > 10 else "")
    raise OptionError("CC201", value=value)


def iso(value: str) -> str | None:
    """A date as mark-up writes it, as ISO 8601, or ``None``.

    ISO 8601, RFC 2822, seconds or milliseconds since 1970, and words are read.

    A date without a year, or with parts that could be day or month, is not guessed.
    """
    text = " ".join(value.split())[:80]
    try:
        if _EPOCH.match(text):
            seconds = int(text[:10])
            return _precise(datetime.fromtimestamp(seconds, UTC))
        if re.match(r"(?:\d{4}-\d\d-\d\d|\d{8})\Z", text):
            day = date.fromisoformat(text)
            return day.isoformat() if day.year in _YEARS else None
        if re.match(r"\d{4}-\d\d-\d\d[T ]\d\d:\d\d", text):
            return _precise(datetime.fromisoformat(_colon(text)))
    except ValueError:
        pass
    stamp = _STAMP.search(text)
    if stamp is not None:
        return _stamp_value(stamp)
    if not re.search(r"\b(?:19|20)\d\d\b", text) or not re.search(r"[A-Za-z]{3}", text):
        return None
    try:
        return _precise(dateutil_parser.parse(text, default=datetime(1, 1, 1)))
    except (ValueError, OverflowError, dateutil_parser.UnknownTimezoneWarning):
        return None


def _colon(text: str) -> str:
    """ISO text with the forms that ``fromisoformat`` refuses put right (``+0000``, one space)."""
    text = re.sub(r"\s*(Z|[+-]\d\d:?\d\d)$", r"\1", text)
    return re.sub(r"\.(\d{1,6})\d*", r".\1", text)


def _precise(moment: datetime) -> str | None:
    """Date-time to the minute, with seconds only where there are any."""
    if moment.year not in _YEARS:
        return None
    return moment.replace(microsecond=0).isoformat(
        timespec="seconds" if moment.second else "minutes"
    )


def date_in_url(url: str) -> str | None:
    """The date that a URL's path carries (``/2016/09/17/``, ``20160917``), or ``None``."""
    match = _URL_DATE.search(url)
    if match:
        return _calendar(int(match[1]), int(match[3] or match[5]), int(match[4] or match[6]))
    named = _URL_MONTH.search(url)
    if named:
        return _calendar(int(named[1]), _MONTHS.index(named[2].lower()) + 1, int(named[3]))
    return None


def _calendar(year: int, month: int, day: int) -> str | None:
    """An ISO date if there is such a day."""
    try:
        return date(year, month, day).isoformat() if year in _YEARS else None
    except ValueError:
        return None


def date_in_text(text: str, start: int, end: int) -> Dated | None:
    """The first full date in ``text[start:end]``, with the time of day beside it."""
    for stamp in _STAMP.finditer(text, start, end):
        value = _stamp_value(stamp)
        if value is not None:
            last = stamp.start() + len(stamp.group().rstrip(" (,;|"))
            return Dated(value=value, evidence="text", span=Span.of(text, stamp.start(), last))
    return None


def _stamp_value(stamp: re.Match[str]) -> str | None:
    """ISO value of a matched date with or without a time of day."""
    day = _day_value(stamp["date"] or stamp["date2"])
    if day is None:
        return None
    clock = stamp["clock"] or stamp["clock2"]
    moment = clock_value(clock, stamp["zone"] or stamp["zone2"]) if clock else None
    return f"{day}{moment}" if moment else day


def _day_value(text: str) -> str | None:
    """ISO date of a written date that has a year and can be read in one way only."""
    numbers = [int(word) for word in _WORDS.findall(text) if word.isdigit()]
    names = [word.lower()[:3] for word in _WORDS.findall(text) if word.isalpha()]
    month = next((_MONTHS.index(name) + 1 for name in names if name in _MONTHS), None)
    if month is not None:
        return _calendar(numbers[1], month, numbers[0]) if len(numbers) == 2 else None
    if len(numbers) != 3:
        return None
    if numbers[0] > 31:
        return _calendar(*numbers)
    first, second, year = numbers
    year += 2000 if year < 100 else 0
    if first > 12 >= second:
        return _calendar(year, second, first)
    if second > 12 >= first or first == second:
        return _calendar(year, first, second)
    return None  # 03/04/2016 is March in one country and April in another


def clock_value(clock: str, zone: str | None = None) -> str | None:
    """``T15:15`` or ``T15:15+01:00`` for a written time of day, or ``None``."""
    low = clock.lower().strip()
    fixed = {"noon": (12, 0), "midnight": (0, 0)}.get(low)
    if fixed is None:
        match = _CLOCK_PARTS.match(low)
        if match is None:
            return None
        fixed = int(match[1]), int(match[2] or 0)
        if match[3]:
            fixed = fixed[0] % 12 + (12 if match[3] == "p" else 0), fixed[1]
    hour, minute = fixed[0] % 24, fixed[1]
    if minute > 59:
        return None
    return f"T{hour:02}:{minute:02}{OFFSETS.get((zone or '').lower(), '')}"


def day_near(words: str, near: str | None) -> str | None:
    """The day that "Sunday", "yesterday" or "17 September" means on a page of the day ``near``.

    A weekday is the nearest one, at most three days off; a day without a year
    is the nearest year's.
    """
    if near is None:
        return None
    base = date.fromisoformat(near[:10])
    low = words.lower()
    if low in ("today", "yesterday"):
        return (base - timedelta(days=low == "yesterday")).isoformat()
    names = _WORDS.findall(low)
    weekday = next((_WEEKDAYS.index(name[:3]) for name in names if name[:3] in _WEEKDAYS), None)
    months = [_MONTHS.index(name[:3]) + 1 for name in names if name[:3] in _MONTHS]
    days = [int(name) for name in names if name.isdigit()]
    if months and len(days) == 1:
        years = (base.year - 1, base.year, base.year + 1)
        found = [day for year in years if (day := _calendar(year, months[0], days[0]))]
        return min(found, key=lambda day: abs(date.fromisoformat(day) - base), default=None)
    if weekday is None or months or days:
        return None
    return (base + timedelta(days=(weekday - base.weekday() + 3) % 7 - 3)).isoformat()


def resolve_clocks(clocks: list[str | None], day: str | None) -> list[str | None]:
    """Times of day, oldest first, put on calendar days that begin with ``day``.

    A time earlier than the one before it belongs to the next day; if that would need the page to
    be read as running backwards more than once a day, nothing is put on a day at all.
    """
    known = [clock for clock in clocks if clock is not None and clock.startswith("T")]
    turns = sum(later[:6] < earlier[:6] for earlier, later in pairwise(known))
    if day is None or turns > 1 or (turns and len(known) < 3):
        return clocks
    current = date.fromisoformat(day[:10])
    if turns:  # the page's own day is that of its last update
        current -= timedelta(days=turns)
    values: list[str | None] = []
    before = ""
    for clock in clocks:
        if clock is None or not clock.startswith("T"):
            values.append(clock)
            continue
        if before and clock[:6] < before:
            current += timedelta(days=1)
        before = clock[:6]
        values.append(f"{current.isoformat()}{clock}")
    return values
