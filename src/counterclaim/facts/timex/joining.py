"""Time expressions as found, and those that are one in several parts."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import Literal

from counterclaim.facts.timex.calendar import day_of, granularity, week, weekend
from counterclaim.facts.timex.context import Normal
from counterclaim.facts.timex.lexicon import MONTH, PARTS, WEEKDAY

__all__ = ["Timex", "joined"]


@dataclass(frozen=True)
class Timex:
    """A time expression ``[start, end)`` with what it was normalised to."""

    start: int
    end: int
    normal: Normal
    refers_to: int | None = None


def joined(text: str, found: list[Timex]) -> list[Timex]:
    """Neighbours that are one expression: "10 p.m. Wednesday", "the night of May 3"."""
    kept: list[Timex] = []
    place: list[int] = []
    for timex in found:
        if timex.refers_to is not None:
            timex = replace(timex, refers_to=place[timex.refers_to])
        last = kept[-1] if kept else None
        place.append(len(kept))
        whole = _part_of(text, timex) or timex
        if last is not None and whole.start <= last.start:
            kept[-1] = whole
        elif last is not None and whole.start < last.end:
            kept.append(timex)
            continue
        elif last is not None and (value := _both(text, last, timex)):
            kind: Literal["DATE", "TIME"] = "TIME" if "T" in value else "DATE"
            normal = replace(timex.normal, timex=kind, value=value)
            # What the second refers to may be the first, now a part of itself.
            own = timex.refers_to == len(kept) - 1
            kept[-1] = Timex(
                last.start, timex.end, normal, last.refers_to if own else timex.refers_to
            )
        else:
            kept.append(whole)
            continue
        place[-1] -= 1
    return _dated(text, kept)


_ON = re.compile(
    r"\)?(?:\s(?!said\b|told\b|says\b)[A-Za-z'’]+){0,3}\son\s|\shours\s(?:on\s|of\s)?|\s\([^()\n]{1,30}\)\s(?:on\s)?"
)
_NAMES_A_DAY = re.compile(
    rf"{WEEKDAY}|{MONTH}|(?:yester|to)day|tomorrow|tonight|\bnight|\b(?:this|that|next|last|previous)\b",
    re.IGNORECASE,
)


def _dated(text: str, found: list[Timex]) -> list[Timex]:
    """Clock times on the day that is named behind them: "at noon on Tuesday"."""
    for index in range(len(found) - 2, -1, -1):
        clock = found[index]
        value = clock.normal.value or ""
        loose = _NAMES_A_DAY.search(text, clock.start, clock.end) is None
        day = _day_behind(text, found, index) if loose else None
        if clock.normal.timex == "TIME" and "T" in value and day:
            refers = day.refers_to if (day.refers_to or 0) < index else None
            anchor = "publication" if day.normal.anchor == "text" and refers is None else ""
            normal = replace(
                clock.normal,
                value=f"{day.normal.value}T{value.partition('T')[2]}",
                anchor=anchor or day.normal.anchor,
            )
            found[index] = replace(clock, normal=normal, refers_to=refers)
    return found


def _day_behind(text: str, found: list[Timex], index: int) -> Timex | None:
    """The day that stands behind the ``index``-th expression with "on", a second clock between."""
    clock = found[index]
    for other in found[index + 1 : index + 3]:
        value = other.normal.value or ""
        if _ON.fullmatch(text, clock.end, other.start) and len(value) == len("2016-09-17"):
            return other if other.normal.timex == "DATE" else None
        if other.normal.timex != "TIME":
            return None
    return None


_PART_OF = re.compile(
    r"(?:\b(?:early|late)\s(?:in|on)\s)?\b(?:the\s)?(?:(?:early|late)\s)?"
    r"(?P<part>morning|afternoon|evening|night|week|weekend|(?:early|small)\shours)(?:\shours)?\sof\s\Z",
    re.IGNORECASE,
)


def _part_of(text: str, day: Timex) -> Timex | None:
    """A day with the words before it that name a part of it, or the week it lies in."""
    value = day.normal.value or ""
    match = _PART_OF.search(text, max(0, day.start - 40), day.start)
    first = day_of(value)
    if match is None or first is None or day.normal.timex != "DATE" or granularity(value) != "day":
        return None
    part = match["part"].lower()
    if part in ("week", "weekend"):
        normal = replace(day.normal, value=week(first) if part == "week" else weekend(first))
    else:
        name = PARTS.get(part, "MO")
        normal = replace(day.normal, timex="TIME", value=f"{value}T{name}")
    return Timex(match.start(), day.end, normal, day.refers_to)


def _both(text: str, one: Timex, other: Timex) -> str | None:
    """The value of a clock time with its day, or of a month or season with its spelled year."""
    if text[one.end : other.start] not in (" ", ", ", "\n", " of "):
        return None
    first, second = one.normal.value or "", other.normal.value or ""
    if other.normal.timex != "DATE":
        return _in_part(first, second)
    named = text[other.start].isupper() or text[other.start].isdigit()
    named = named or text[one.end : other.start] != ", "
    if one.normal.timex == "TIME" and "T" in first and len(second) == len("2016-09-17") and named:
        return f"{second.partition('T')[0]}T{first.partition('T')[2]}"
    spelled = text[other.start].isalpha() and _YEAR.fullmatch(second)
    if one.normal.timex == "DATE" and _IN_YEAR.fullmatch(first):
        return second + first[4:] if spelled or second.startswith("BC") else None
    return None


def _in_part(clock: str, part: str) -> str | None:
    """The value of a clock time with the part of a day it lies in: "7:15 Saturday night"."""
    told, day = _CLOCK.search(clock), _PART_OF_DAY.fullmatch(part)
    if told is None or day is None:
        return None
    late = day["part"] in ("AF", "EV") or (day["part"] == "NI" and int(told["hour"]) >= _NIGHT)
    hour = int(told["hour"]) + 12 * (late and int(told["hour"]) < 12)
    return f"{day['day']}T{hour:02}{told['rest']}"


_CLOCK = re.compile(r"T(?P<hour>[01]\d|2[0-4])(?P<rest>:\d\d.*)")
_PART_OF_DAY = re.compile(r"(?P<day>\d{4}-\d\d-\d\d)T(?P<part>MO|AF|EV|NI)")
_NIGHT = 5
"""Before this hour a night's clock time is past midnight."""
_YEAR = re.compile(r"\d{4}")
_IN_YEAR = re.compile(r"\d{4}-(?:\d\d|SP|SU|FA|WI)")
