"""Rules for calendar dates: days, months, years, decades, centuries, quarters, seasons, feasts."""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date, timedelta

from counterclaim.facts.timex.calendar import day_of
from counterclaim.facts.timex.context import Context, Normal, Rule, rule
from counterclaim.facts.timex.direction import DAY_OF_MONTH, month_signs
from counterclaim.facts.timex.lexicon import (
    DAY,
    MONTH,
    WEEKDAY,
    YEAR,
    month_of,
)
from counterclaim.facts.timex.mentions import day_key
from counterclaim.facts.timex.tense import Tense

__all__ = ["DATE_RULES", "PHASE", "day_in", "month_year_of"]

_ABOUT = r"(?:(?:around|about|circa)\s)?"
PHASE = (
    r"(?:(?:(?:the\s)?(?:very\s)?(?:early|late|mid)[\s-](?:in\s|part\sof\s)?|(?:the\s)?(?:very\s)?"
    r"(?:beginning|end|middle|start|close|turn)[\s-](?:of\s)?)(?:the\s(?:month\sof\s|year\s)?)?)?"
)
"""Words for the part of a period that belong to the expression and leave its value alone."""


_OF_YEAR = r"\s(?:(?:of|in)\s)?(?:the\s)?(?P<of>this|last|next|same|that|following|previous)\syear"


def _number(text: str) -> int:
    return int(re.sub(r"\D", "", text))


def day_in(year: int, month: int, day: int) -> str | None:
    """The day as ISO 8601, ``None`` if there is none such."""
    try:
        return date(year, month, day).isoformat()
    except ValueError:
        return None


def nearest_year(
    context: Context, month: int, day: int | None, span: tuple[int, int]
) -> int | None:
    """The year of a month or day named without one: the next or the last by the words around it."""
    anchor = context.anchor_day
    if anchor is None:
        return None
    if context.narrative and context.ref:
        return context.story_year(month, span)
    if day is None:
        return _month_year_near(context, month, anchor, span)
    ranked: list[tuple[int, int]] = []
    reach = 4 if (month, day) == (2, 29) else 1
    for year in range(max(1, anchor.year - reach), anchor.year + reach + 1):
        value = day_in(year, month, day)
        if value is not None:
            ranked.append(((date.fromisoformat(value) - anchor).days, year))
    near = min(ranked, key=lambda item: abs(item[0]), default=None)
    if near is None:
        return None
    # A day just ahead in a sentence about the past is still that day, not last year's.
    if context.narrative or abs(near[0]) <= _NEAR_DAYS:
        return near[1]
    odds = context.lean(*span, *DAY_OF_MONTH, key=day_key(month, day, context.dct))
    if abs(odds) < _UNSURE and context.tense(*span) == "":
        return near[1]
    wanted = [item for item in ranked if (item[0] > 0) == (odds > 0)]
    return min(wanted or ranked, key=lambda item: abs(item[0]))[1]


_UNSURE = 0.8
"""Log-odds below which the cues of tense decide."""
_REACH: dict[Tense, int] = {"future": 8, "past": 0, "": 4}
"""Tense → the months ahead in which a month is the next one, where the weights are not sure."""
_NEAR_DAYS = 60
"""A day of a month within so many days is the one meant, whatever the words around it."""


def _month_year_near(context: Context, month: int, anchor: date, span: tuple[int, int]) -> int:
    """The year of a month: this month is the one of publication."""
    ahead = (month - anchor.month) % 12
    if context.narrative:
        return anchor.year if ahead <= 6 else anchor.year - (month > anchor.month)
    odds = context.lean(*span, *month_signs(ahead)) if ahead else 0.0
    soon = odds > 0 if abs(odds) >= _UNSURE else 0 < ahead <= _REACH[context.tense(*span)]
    return anchor.year + (month < anchor.month if soon else -(month > anchor.month))


def _capital(match: re.Match[str], group: str) -> bool:
    return match[group][0].isupper()


_ATTACKS = re.compile(
    r"\s(?:terror(?:ist|ism)?\s|hijacking\s)?(?:attacks?|hijackings?|hijackers?|commission|memorial)\b",
    re.IGNORECASE,
)
"""What makes a Sept. 11 without a year that of 2001."""


def _day_month(match: re.Match[str], context: Context) -> Normal | None:
    """Reads "September 17, 2016", "17 September", "Saturday, Sept. 17"."""
    if not _capital(match, "month"):
        return None
    month, day = month_of(match["month"]), _number(match["day"])
    if day > monthrange(2000, month)[1] or day <= _number(match.groupdict().get("first") or "0"):
        return None
    named = match["year"] or context.year_ahead(match.end())
    if named:
        value = day_in(int(named), month, day)
        return Normal("DATE", value) if value else None
    known = (context.dct or date.max).year >= 2001
    if (month, day) == (9, 11) and known and _ATTACKS.match(context.text, match.end()):
        return Normal("DATE", "2001-09-11")
    year = context.year_of(match["of"]) or nearest_year(context, month, day, match.span())
    if year is None:
        return Normal("DATE", f"XXXX-{month:02}-{day:02}")
    return Normal("DATE", day_in(year, month, day) or day_in(year // 4 * 4, 2, 29), context.anchor)


def _month_year(match: re.Match[str], _: Context) -> Normal | None:
    if not _capital(match, "month"):
        return None
    return Normal("DATE", f"{match['year']}-{month_of(match['month']):02}")


_MONTH_BEFORE = re.compile(
    r"\b(?:in|since|until|till|by|from|to|of|last|this|next|through|during|for|between|after|before|"
    r"early|late|mid|and|or|every|each|on|the|a|an|end)[\s-]\Z", re.IGNORECASE
)  # fmt: skip


_NAME = re.compile(r"\s[A-Z][a-z]+\b")
_TO_MONTH = re.compile(rf"\s?[-–—]\s?{MONTH}")
"""Behind a month that another one ends: "May–August"."""


def _month(match: re.Match[str], context: Context) -> Normal | None:
    """A month alone: "in April", "last November", "June of last year"."""
    if not _capital(match, "month"):
        return None
    word = match["month"].lower()
    before = context.text[max(0, match.start("month") - 8) : match.start("month")]
    alone = not _MONTH_BEFORE.search(before)
    if alone and _TO_MONTH.match(context.text, match.end()):
        alone = False
    if alone and word in ("may", "march", "mar.", "jun.", "dec."):
        return None
    if alone and word in ("april", "june", "august") and _NAME.match(context.text, match.end()):
        return None
    month = month_of(word)
    named = context.year_ahead(match.end())
    if named and not match["of"]:
        return Normal("DATE", f"{named}-{month:02}")
    if (match["which"] or "").lower() in ("each", "every"):
        return Normal("SET", f"XXXX-{month:02}")
    which = (match["which"] or "").lower()
    year = month_year_of(context, month, which, match["of"], match.span())
    if year is None:
        return Normal("DATE", f"XXXX-{month:02}")
    return Normal("DATE", f"{year:04}-{month:02}", context.anchor)


def month_year_of(
    context: Context, month: int, which: str, of: str | None, span: tuple[int, int]
) -> int | None:
    """The year of a month that ``which`` ("last") goes with, or an ``of`` ("of last year")."""
    anchor = context.anchor_day
    if anchor is None:
        return None
    if of:
        return context.year_of(of)
    if which.removeprefix("the ") in ("previous", "following"):
        ref = day_of(context.ref) or anchor
        if which.endswith("previous"):
            return ref.year if month < ref.month else ref.year - 1
        return ref.year if month > ref.month else ref.year + 1
    if which in ("last", "past", "this past"):
        return anchor.year if month < anchor.month else anchor.year - 1
    if which in ("next", "coming"):
        return anchor.year if month > anchor.month else anchor.year + 1
    if which == "this":
        return anchor.year
    return nearest_year(context, month, None, span) or anchor.year


def _part_of_month(match: re.Match[str], context: Context) -> Normal | None:
    """Reads "the first week of May": the month, which is all that is sure."""
    return _month_year(match, context) if match["year"] else _month(match, context)


def _day_of_month(match: re.Match[str], context: Context) -> Normal | None:
    """Reads "on the 12th": of this month, or of the one before where it is past."""
    anchor = context.anchor_day
    if anchor is None:
        return None
    day = _number(match["day"])
    past = context.tense(*match.span()) != "future" and day > anchor.day and not match["this"]
    month = anchor.year * 12 + anchor.month - 1 - past
    value = day_in(month // 12, month % 12 + 1, day)
    return Normal("DATE", value, context.anchor) if value else None


def _numeric(match: re.Match[str], context: Context) -> Normal | None:
    """Reads "2016-09-17", "9/17/2016", "17.09.2016", "11/02/89".

    The month is first unless that is impossible, or well after publication where the day first
    is not.
    """
    if match["iso"]:
        value = day_in(int(match["y"]), int(match["m"]), int(match["d"]))
        clock = match["clock"]
        if value and clock:
            return Normal("TIME", f"{value}T{clock[:5]}")
        return Normal("DATE", value) if value else None
    first, second, year = int(match["a"]), int(match["b"]), int(match["c"])
    if year < 100:
        year += 1900 if year > 40 else 2000
    day_first = first > 12 or match["mark"] == "."
    month, day = (second, first) if day_first else (first, second)
    value, other = day_in(year, month, day), day_in(year, day, month)
    if value and other and context.dct and not day_first:
        soon = (context.dct + timedelta(days=_NEAR_DAYS)).isoformat()
        value = other if other <= soon < value else value
    return Normal("DATE", value) if value else None


DATE_RULES: tuple[Rule, ...] = (
    rule(
        "month-day", "month",
        rf"\b(?:{WEEKDAY},?\s)?{_ABOUT}(?:(?:early|late)\s)?(?P<month>{MONTH})\s(?:the\s)?(?P<day>{DAY})"
        rf"(?:,?\s(?P<year>{YEAR})|{_OF_YEAR})?",
        _day_month,
    ),
    rule(
        "day-month", "month",
        rf"\b(?:{WEEKDAY},?\s)?(?:the\s)?(?P<day>{DAY})(?:\sof)?\s(?P<month>{MONTH})(?:,?\s(?P<year>{YEAR})|{_OF_YEAR})?\b",
        _day_month,
    ),
    rule(
        "dashed", "month",
        rf"\b(?P<day>{DAY})-(?P<month>January|February|March|April|May|June|July|August|September|"
        r"October|November|December|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)-"
        rf"(?P<year>{YEAR})(?P<of>\Z)?\b",
        _day_month,
    ),
    rule(
        "first-day", "month",
        rf"\b(?P<x>(?:the\s)?(?P<day>{DAY}))\s?(?:-|–|to|and)\s?{DAY}(?:\sof)?\s(?P<month>{MONTH})(?:,?\s(?P<year>{YEAR}))?(?P<of>\Z)?\b",
        _day_month,
    ),
    rule(
        "last-day", "month",
        rf"\b(?P<month>{MONTH})\s(?P<first>{DAY})\s?(?:-|–|to|and)\s?(?P<x>(?P<day>{DAY})(?:,?\s(?P<year>{YEAR}))?)(?P<of>\Z)?(?![\d-])\b",
        _day_month,
    ),
    rule(
        "month-year", "month",
        rf"\b{_ABOUT}{PHASE}(?P<month>{MONTH})(?:,|\sof)?\s(?P<year>{YEAR})",
        _month_year,
    ),
    rule(
        "month", "month",
        rf"\b{_ABOUT}{PHASE}(?:(?P<which>(?:the\s)?(?:previous|following)|this\spast|this|last|next|past|coming|each|every)\s)?{PHASE}(?P<month>{MONTH})"
        rf"(?:{_OF_YEAR})?(?![\w-]?\d)(?!\w)(?<!\.(?=\s\d))",
        _month,
    ),
    rule(
        "part-of-month", "month",
        rf"\b(?:the\s)?(?:(?:first|second|third|fourth|last|final|opening|closing)\s(?:few\s)?(?:weeks?|half|days|weekend)|early\spart)\sof\s(?P<month>{MONTH})(?:,?\s(?P<year>{YEAR})|{_OF_YEAR})?(?P<which>\Z)?(?![\w-]?\d)\b",
        _part_of_month,
    ),
    rule(
        "day-of-month", "ordinal",
        r"\b(?:on|by|until|since|from)\s(?P<x>the\s(?P<day>(?:3[01]|[12]\d|0?[1-9])(?:st|nd|rd|th))(?P<this>\sof\sthis\smonth)?)(?=[,.;:!?]|\sand\b|\sat\b|\Z)",
        _day_of_month,
    ),
    rule(
        "numeric", "numeric",
        r"\b(?:(?P<iso>(?P<y>\d{4})(?P<sep>[-/])(?P<m>\d{2})(?P=sep)(?P<d>\d{2})(?:[T\s](?P<clock>\d{2}:\d{2}(?::\d{2})?))?)|"
        r"(?P<a>\d{1,2})(?P<mark>[/.-])(?P<b>\d{1,2})(?P=mark)(?P<c>\d{4}|\d{2}))(?![\d/-])",
        _numeric,
    ),
)  # fmt: skip
