"""Time expressions as found, and those that are one in several parts."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import Literal

from counterclaim.facts.timex.calendar import day_of, granularity, week, weekend
from counterclaim.facts.timex.context import Normal
from counterclaim.facts.timex.lexicon import PARTS

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
            kept[-1] = Timex(last.start, timex.end, normal, timex.refers_to)
        else:
            kept.append(whole)
            continue
        place[-1] -= 1
    return kept


_PART_OF = re.compile(
    r"(?:\b(?:early|late)\s(?:in|on)\s)?\b(?:the\s)?(?:(?:early|late)\s)?"
    r"(?P<part>morning|afternoon|evening|night|week|weekend)(?:\shours)?\sof\s\Z",
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
        normal = replace(day.normal, timex="TIME", value=f"{value}T{PARTS[part]}")
    return Timex(match.start(), day.end, normal, day.refers_to)


def _both(text: str, one: Timex, other: Timex) -> str | None:
    """The value of a clock time with its day, or of a month or season with its spelled year."""
    if text[one.end : other.start] not in (" ", ", ", "\n", " of ") or other.normal.timex != "DATE":
        return None
    first, second = one.normal.value or "", other.normal.value or ""
    if one.normal.timex == "TIME" and "T" in first and len(second) == len("2016-09-17"):
        return f"{second.partition('T')[0]}T{first.partition('T')[2]}"
    spelled = text[other.start].isalpha() and _YEAR.fullmatch(second)
    if one.normal.timex == "DATE" and _IN_YEAR.fullmatch(first):
        return second + first[4:] if spelled or second.startswith("BC") else None
    return None


_YEAR = re.compile(r"\d{4}")
_IN_YEAR = re.compile(r"\d{4}-(?:\d\d|SP|SU|FA|WI)")
