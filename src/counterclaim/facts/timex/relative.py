"""Rules for what hangs on another moment: "last week", "that morning", "two years ago"."""

from __future__ import annotations

import re
from datetime import date, datetime, timedelta

from counterclaim.facts.timex.calendar import (
    bounds,
    coarser,
    day_of,
    granularity,
    quarter_of,
    shift,
    weekend,
)
from counterclaim.facts.timex.context import Context, Normal, Rule, rule
from counterclaim.facts.timex.deictic import DEICTIC_DAYS, EARLY, LAST, SOON, with_part
from counterclaim.facts.timex.lexicon import (
    COUNT,
    UNIT,
    count_of,
    unit_of,
)

__all__ = ["RELATIVE_RULES"]


_OWN = re.compile(r"\b(?:his|her|its|their|my|our|your)\s\Z", re.IGNORECASE)
"""Before a unit that is counted from somebody's own time: "his last year in office"."""
_OF_ALL = re.compile(r"\sof\s(?:the|its|his|her|their|an?)\s")
"""Behind a unit that is a part of something: "the last day of the talks"."""


def _unit(match: re.Match[str], context: Context) -> Normal | None:
    """Reads "last week", "earlier this month", "the next day", "that year", "last weekend"."""
    if match["unit"][0].isupper() and not match.group().isupper():
        return None
    if _OWN.search(context.text, max(0, match.start() - 8), match.start()):
        return None
    if _OF_ALL.match(context.text, match.end()) and match["which"].lower() in ("last", "past"):
        return None
    which = " ".join(match["which"].lower().split())
    the = "the " in match.group().lower()
    which = which.removeprefix("the ").removesuffix(" fiscal")
    told = context.story.year if context.story else None
    if which == "the" and match["unit"].lower() == "year" and told:
        return Normal("DATE", f"{told:04}", "text")
    unit = "weekend" if "weekend" in match["unit"].lower() else unit_of(match["unit"])
    from_text = which in ("same", "that", "following", "previous", "preceding", "very next") or (
        which == "next" and (unit == "day" or (context.narrative and the))
    )
    base = day_of(context.ref) if from_text else context.dct
    anchor = "text" if from_text else "publication"
    if context.narrative and the and not from_text:
        base, anchor = context.anchor_day, context.anchor
    if base is None and from_text:
        base, anchor = context.dct, "publication"
    if base is None:
        return Normal("DATE", None)
    steps = -1 if which in LAST else 1 if which in (*SOON, "very next") else 0
    if unit == "weekend":
        return Normal("DATE", _weekend(base, steps, context, match), anchor)
    return Normal("DATE", shift(base, unit, steps), anchor)


def _beside(match: re.Match[str], context: Context) -> Normal | None:
    """Reads "the day before", with nothing behind it: before the moment named last."""
    base, step = day_of(context.ref), -1 if match["direction"].lower() == "before" else 1
    unit = match["unit"].lower()
    if base is None or (unit in ("day", "night") and granularity(context.ref or "") != "day"):
        return None
    value = shift(base, "day" if unit == "night" else unit, step)
    return with_part(value, "night" if unit == "night" else None, "text")


def _weekend(day: date, steps: int, context: Context, match: re.Match[str]) -> str:
    """The weekend before, of, or after a day; on Saturday the last one is a week back."""
    if steps == 0 and context.tense(*match.span()) == "past" and day.isoweekday() < 6:
        steps = -1
    return weekend(day + timedelta(days=7 * steps))


def _that_part(match: re.Match[str], context: Context) -> Normal | None:
    """Reads "that morning", "the next evening"."""
    base = day_of(context.ref)
    if base is None or granularity(context.ref or "") != "day":
        return None
    step = {"next": 1, "following": 1, "previous": -1}.get(match["which"].split()[-1].lower(), 0)
    return with_part((base + timedelta(days=step)).isoformat(), match["part"], "text")


def _the_weekend(match: re.Match[str], context: Context) -> Normal | None:
    if context.dct is None:
        return Normal("DATE", "XXXX-WXX-WE")
    past = context.tense(*match.span()) != "future" and context.dct.isoweekday() < 6
    return Normal("DATE", weekend(context.dct - timedelta(days=7 * past)), "publication")


def _ago(match: re.Match[str], context: Context) -> Normal | None:
    """Reads "two years ago", "a week earlier", "three days later", "five minutes after"."""
    direction = match["direction"].lower()
    unit = unit_of(match["unit"])
    number = count_of(match["count"])
    if number is not None and match["half"]:
        number += 0.5
    ago = direction in ("ago", "from now", "hence")
    named = None if ago else context.ref
    base = day_of(named) or (context.dct if ago else context.anchor_day)
    anchor = "text" if named else "publication"
    if number is None:
        return Normal("DATE", "PAST_REF" if ago else None, anchor)
    if base is None:
        return Normal("DATE", None)
    sign = -1 if direction in ("ago", "earlier", "before", "previously", "prior") else 1
    if unit in ("second", "minute", "hour"):
        return _clock_ago(context, unit, sign * number, anchor)
    if unit == "year" and number == 1 and sign < 0 and (context.quarter or context.ref):
        if context.quarter and context.months_told(match.start()):
            return Normal("DATE", f"{(day_of(context.quarter) or base).year - 1:04}", "text")
        return _year_earlier(context.quarter or context.ref or "", ago, base)
    if match["today"]:
        return _to_the_day(base, unit, int(sign * number), match["today"].lower())
    if named and unit in ("day", "week", "month") and coarser(named, unit):
        return _from_coarse(named, unit, int(sign * number))
    return _counted_off(base, unit, sign * number, anchor)


def _counted_off(base: date, unit: str, number: float, anchor: str) -> Normal | None:
    """So many units from a day; of fractions only years can be counted, in months."""
    if number == int(number):
        return Normal("DATE", shift(base, unit, int(number)), anchor)
    if unit != "year":
        return None
    return Normal("DATE", shift(base, "month", round(number * 12)), anchor)


def _from_coarse(named: str, unit: str, number: int) -> Normal:
    """Days or weeks from a summer or a year are of it, as far as can be known.

    From a weekend they are counted: back from its Saturday, on from its Sunday.
    """
    day = day_of(bounds(named)[number > 0]) if named.endswith("-WE") else None
    return Normal("DATE", shift(day, unit, number) if day else named, "text")


_STAMP_UNITS = {"s": "second", "m": "minute", "h": "hour", "d": "day", "w": "week"}


def _stamped(match: re.Match[str], context: Context) -> Normal | None:
    """Reads "3h ago", "12 mins ago" beside posts: the day, which is all that publication gives."""
    unit, number = _STAMP_UNITS[match["unit"][0].lower()], int(match["count"])
    if context.dct is None:
        return Normal("TIME", None)
    if unit in ("day", "week"):
        return Normal("DATE", shift(context.dct, unit, -number), "publication")
    return _clock_ago(context, unit, -number, "publication")


def _in_time(match: re.Match[str], context: Context) -> Normal | None:
    """Reads "in two weeks' time": counted from publication."""
    number, unit = count_of(match["count"]), unit_of(match["unit"])
    if number is None:
        return Normal("DATE", "FUTURE_REF")
    if context.dct is None or number != int(number):
        return Normal("DATE", None)
    if unit in ("second", "minute", "hour"):
        return _clock_ago(context, unit, number, "publication")
    return Normal("DATE", shift(context.dct, unit, int(number)), "publication")


def _vaguely_ago(match: re.Match[str], _: Context) -> Normal | None:
    """Reads "days ago", "years from now"."""
    past = match["direction"].lower() in ("ago", "earlier")
    return Normal("DATE", "PAST_REF" if past else "FUTURE_REF")


def _to_the_day(base: date, unit: str, number: int, word: str) -> Normal | None:
    """Reads "a year ago today"."""
    base += timedelta(days=DEICTIC_DAYS[word])
    days = {"day": 1, "week": 7, "fortnight": 14}.get(unit)
    if days:
        return Normal("DATE", (base + timedelta(days=days * number)).isoformat(), "publication")
    months = {"month": 1, "year": 12, "decade": 120}.get(unit)
    if months is None:
        return None
    month = base.year * 12 + base.month - 1 + months * number
    moved = date(month // 12, month % 12 + 1, min(base.day, 28))
    return Normal("DATE", moved.replace(day=base.day).isoformat(), "publication")


_HOURS = 24


def _clock_ago(context: Context, unit: str, number: float, anchor: str) -> Normal:
    """Reads "two hours ago": the day where no clock is known, "48 hours ago" two days back.

    "Two hours later" is counted from the clock time named last.
    """
    if context.dct is None:
        return Normal("TIME", None)
    named = day_of((context.ref or "").partition("T")[0]) if anchor == "text" else None
    if unit == "hour" and abs(number) >= _HOURS and number % _HOURS == 0:
        day = (named or context.dct) + timedelta(days=number // _HOURS)
        return Normal("DATE", day.isoformat(), anchor)
    if context.clock and named:
        zone = context.clock[len("T14:30") :]
        clock = datetime.fromisoformat(f"{named.isoformat()}{context.clock[: len('T14:30')]}")
        moved = clock + timedelta(**{f"{unit}s": number})
        return Normal("TIME", f"{moved.isoformat()[: len('2031-05-11T02:15')]}{zone}", anchor)
    exact = named if granularity(context.ref or "") == "day" else None
    return Normal("TIME", (exact or context.dct).isoformat(), anchor)


def _year_earlier(ref: str, ago: bool, base: date) -> Normal:
    """Reads "a year earlier", in the unit of what it is compared with: a quarter, a month."""
    unit = granularity(ref)
    named = day_of(ref) or base
    before = date(named.year - 1, named.month, min(named.day, 28))
    if unit == "quarter":
        return Normal("DATE", quarter_of(before), "text")
    if unit == "month" and not ago:
        return Normal("DATE", before.isoformat()[:7], "text")
    return Normal(
        "DATE", f"{(base if ago else named).year - 1:04}", "publication" if ago else "text"
    )


_THIS = (
    r"(?:this\spast|this|last|next|past|coming|previous|preceding|following|same|that|current|"
    r"upcoming|very\snext)"
)

_COUNTED = (
    rf"(?P<count>{COUNT})(?:\s(?:more|full|long|short|or\sso|or\s{COUNT}))?[\s-]"
    rf"(?P<unit>{UNIT})(?P<half>\sand\sa\shalf)?(?:\sor\sso)?"
)
_NEAR = (
    r"(?:(?:about|around|nearly|almost|over|more\sthan|less\sthan|just|only|some|roughly|at\sleast|"
    r"barely|well\sover)\s)?"
)

RELATIVE_RULES: tuple[Rule, ...] = (
    rule(
        "unit", "unit",
        rf"\b{EARLY}(?:the\s)?(?P<which>{_THIS}(?:\sfiscal)?)\s(?P<unit>day|week|weekend|fortnight|month|quarter|year|decade|century)(?!s)(?!-)\b(?:\sor\sso\b)?",
        _unit,
    ),
    rule(
        "part-of-unit", "unit",
        r"\b(?:(?:earlier|later|late|early)\sin|(?:the\s)?(?:end|beginning|start|middle)\sof)\s(?P<which>the|that)\s(?P<unit>day|week|month|year|decade|century)\b(?!\s(?:before|after|of|when|that)\b)(?!-)",
        _unit,
    ),
    rule(
        "part-of-that", "part",
        r"\b(?P<which>that|the\s(?:same|next|following|previous))\s(?P<part>morning|afternoon|evening|night)\b",
        _that_part,
    ),
    rule(
        "the-day", "unit",
        r"\bthe\s(?P<unit>day|night|week|month|year)\s(?P<direction>before|after)(?=[,.;:!?]|\Z)",
        _beside,
    ),
    rule(
        "vaguely-ago", "ago",
        r"\b(?P<unit>days|weeks|months|years|decades|centuries)\s(?P<direction>ago|earlier|from\snow|hence)\b",
        _vaguely_ago,
    ),
    rule(
        "stamp", "ago",
        r"\b(?P<count>\d{1,3})\s?(?P<unit>secs?|s|mins?|m|hrs?|h|d|wks?|w)\.?\sago\b",
        _stamped,
    ),
    rule(
        "in-time", "unit",
        rf"\bin\s(?P<x>{_NEAR}(?P<count>{COUNT})[\s-](?P<unit>{UNIT})['’]?s?\stime)\b",
        _in_time,
    ),
    rule("weekend", "unit", rf"\b{EARLY}the\sweekend\b(?!\s(?:before|after|of))", _the_weekend),
    rule(
        "ago", "ago",
        rf"\b{_NEAR}{_COUNTED}\s(?P<direction>ago|earlier|later|before(?!\s\w)|previously|prior(?!\sto)|afterwards?|from\snow|hence)\b(?:(?<=ago)\s(?P<today>today|yesterday|tomorrow)\b)?",
        _ago,
    ),
)  # fmt: skip
