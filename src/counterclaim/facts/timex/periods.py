"""Rules for quarters and halves of a year, seasons and feasts."""

from __future__ import annotations

import re
from datetime import date, timedelta

from dateutil.easter import EASTER_ORTHODOX, EASTER_WESTERN, easter

from counterclaim.facts.timex.calendar import day_of, quarter_of, week, weekend
from counterclaim.facts.timex.context import Context, Normal, Rule, rule
from counterclaim.facts.timex.dates import PHASE, day_in, month_year_of
from counterclaim.facts.timex.direction import month_signs
from counterclaim.facts.timex.lexicon import FEASTS, MONTH, ORDINALS, SEASONS, YEAR, month_of

__all__ = ["PERIOD_RULES"]


def _quarter(match: re.Match[str], context: Context) -> Normal | None:
    """Reads "the third quarter (of 1990)", "third-quarter", "Q3 2016"."""
    letter = "H" if match["unit"] and match["unit"].lower().startswith("half") else "Q"
    number = ORDINALS[match["which"].lower()] if match["which"] else int(match["q"])
    if letter == "H" and _OF_OTHER.match(context.text, match.end()):
        return None
    if number < 0:
        number = 2 if letter == "H" else 4
    if number > (2 if letter == "H" else 4):
        return None
    year = _period_year(match, context, number, letter)
    return Normal(
        "DATE", f"{year or 'XXXX'}-{letter}{number}", "none" if match["year"] else context.anchor
    )


_OF_OTHER = re.compile(r"\sof\s(?!\d|fiscal|(?:this|last|next|the)\s(?:fiscal\s)?year)")


def _period_year(match: re.Match[str], context: Context, number: int, letter: str) -> int | None:
    """The year of a quarter or half: named, relative, or the latest one that has begun."""
    if match["year"] or match["year0"]:
        return int(match["year"] or match["year0"])
    anchor = context.anchor_day
    if anchor is None:
        return None
    relative = (match["rel"] or match["rel0"] or match["ago"] or "").lower()
    if relative:
        shift = (
            -1 if relative.startswith(("last", "a year", "year")) else relative.startswith("next")
        )
        return anchor.year + int(shift)
    if context.narrative:
        return anchor.year
    start = date(anchor.year, (number - 1) * (6 if letter == "H" else 3) + 1, 1)
    if start > anchor and context.tense(*match.span()) != "future":
        return anchor.year - 1 if (start - anchor).days > 100 else anchor.year
    return anchor.year


def _bare_quarter(match: re.Match[str], context: Context) -> Normal | None:
    """Reads "the quarter", "the latest quarter", "the year-ago quarter", "this quarter"."""
    which = "year" if match["ago"] or match["before"] or match["that"] else match["which"] or ""
    which, named = which.lower(), context.quarter
    if match["adjective"]:
        if named is None or match["months"] or context.months_told(match.start()):
            last = context.anchor_day
            return Normal("DATE", f"{last.year - 1:04}", context.anchor) if last else None
        which = "year"
    if which == "latest" and context.dct and (day_of(named) or context.dct) >= context.dct:
        named = None
    if match["month"] and context.dct and "year" not in which:
        ended = _ended_in(month_of(match["month"]), context.dct)
        return Normal("DATE", quarter_of(ended), "publication")
    base = day_of(named) or (_previous_quarter(context.dct) if context.dct else None)
    if base is None:
        return None
    anchor = "text" if named else "publication"
    if "year" in which:
        if "period" in match.group().lower() and context.months_told(match.start()):
            return Normal("DATE", f"{base.year - 1:04}", anchor)
        base = date(base.year - 1, base.month, 1)
    elif which in ("previous", "preceding"):
        base = _previous_quarter(base)
    elif which in ("this", "current", "next") and context.dct:
        base = context.dct + timedelta(days=91 * (which == "next"))
    return Normal("DATE", quarter_of(base), anchor)


def _ended_in(month: int, dct: date) -> date:
    """The last day of the latest quarter that ended in ``month``, not after publication."""
    return date(dct.year - (month > dct.month), month, 28)


def _previous_quarter(day: date) -> date:
    return date(day.year, (day.month - 1) // 3 * 3 + 1, 1) - timedelta(days=1)


def _season(match: re.Match[str], context: Context) -> Normal | None:
    """Reads "last summer", "the winter of 1994", "spring 2016"."""
    season = SEASONS[match["season"].lower()]
    anchor = context.anchor_day
    if match["year"]:
        return Normal("DATE", f"{match['year']}-{season}")
    loose = context.narrative or match["prep"]
    if not (match["which"] or match["of"] or loose) or (
        season == "FA" and not match["which"] and not match["of"]
    ):
        return None
    if anchor is None:
        return Normal("DATE", f"XXXX-{season}")
    if (match["which"] or "").lower() in ("every", "each"):
        return Normal("SET", f"XXXX-{season}")
    if match["of"]:
        return Normal("DATE", f"{context.year_of(match['of']) or anchor.year:04}-{season}", "text")
    which = (match["which"] or "the").lower().split()[-1]
    start = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}[season]
    year = (context.story_year(start, match.span()) if context.narrative else None) or anchor.year
    past = which == "this" and context.tense(*match.span()) == "past"
    under_way = (anchor.month - start) % 12 < _SEASON_MONTHS
    if which == "the" and not context.narrative and not under_way:
        odds = context.lean(*match.span(), *month_signs((start - anchor.month) % 12))
        which, past = "next" if odds > _SURE else which, odds < -_SURE
    year += _season_step(which, start, anchor.month, past)
    return Normal("DATE", f"{year:04}-{season}", context.anchor)


_SEASON_MONTHS = 3
_SURE = 0.7
"""Log-odds beyond which "the summer" is the last or the next one, not this year's."""


def _season_step(which: str, start: int, month: int, past: bool) -> int:
    """Years from the current one to the season meant, which begins in month ``start``."""
    if which in ("last", "past", "previous"):
        return -(start >= month - 2)
    if which in ("next", "coming"):
        return int(start <= month)
    return -((start == 12 and month <= 2) or (past and start > month))


def _feast(match: re.Match[str], context: Context) -> Normal | None:
    """Reads "Thanksgiving", "last Christmas", "New Year's Eve 2015"."""
    name = " ".join(match["name"].lower().replace("’", "'").split())
    name = name.replace("coptic", "orthodox")  # both count by the Julian calendar
    found = FEASTS.get(name)
    titled = re.match(r"\s[A-Z][a-z]", context.text[match.end() : match.end() + 3])
    if found is None or titled or not match["name"][0].isupper():
        return None
    which = (match["which"] or "").lower()
    month = found[0] if isinstance(found, tuple) else _feast_month(found)
    named = int(match["year"]) if match["year"] else None
    year = named or month_year_of(context, month, which, None, match.span())
    if year is None:
        return Normal("DATE", None)
    if isinstance(found, tuple):
        value = day_in(year, *found)
    else:
        value = _from_easter(year, found) if found.startswith(_EASTERS) else _moving(year, found)
    if match["week"] and (first := day_of(value)):
        value = week(first) if match["week"] == "week" else weekend(first)
    return Normal("DATE", value, "none" if match["year"] else context.anchor)


_EASTERS = ("easter", "orthodox")


def _feast_month(found: str) -> int:
    """The month of a moving feast, for its year."""
    return 4 if found.startswith(_EASTERS) else int(found.split("-")[0])


def _from_easter(year: int, found: str) -> str:
    """The day of a feast given by its distance from Easter."""
    orthodox = found.startswith("orthodox")
    day = easter(year, EASTER_ORTHODOX if orthodox else EASTER_WESTERN)
    return (day + timedelta(days=int(found.lstrip("abcdefghijklmnopqrstuvwxyz")))).isoformat()


def _moving(year: int, found: str) -> str:
    """The day of a feast given as month-weekday-nth."""
    found, _, more = found.partition("+")
    month, weekday, nth = (int(part) for part in found.split("-"))
    weekday = weekday or 1
    days = [
        day
        for day in (date(year, month, 1) + timedelta(days=step) for step in range(31))
        if day.month == month and day.isoweekday() == weekday
    ]
    return (days[nth - 1 if nth else -1] + timedelta(days=int(more or 0))).isoformat()


def _half_of(match: re.Match[str], context: Context) -> Normal | None:
    """Reads "the latter half of 2008", "the first half of the '80s"."""
    if match["decade"]:
        digits = re.sub(r"\D", "", match["decade"])
        return Normal("DATE", f"19{digits[0]}" if len(digits) == 2 else digits[:3])
    return Normal(
        "DATE", f"{match['year']}-H{1 if match['part'].lower() in ('first', 'former') else 2}"
    )


def _named_period(match: re.Match[str], context: Context) -> Normal | None:
    """Reads "the 1988 period": the quarter that is spoken of, in that year."""
    named = day_of(context.quarter)
    if named is None:
        return Normal("DATE", match["year"])
    return Normal("DATE", f"{match['year']}{quarter_of(named)[4:]}", "text")


_ORD = r"(?P<which>first|second|third|fourth|1st|2nd|3rd|4th|last|final)"

PERIOD_RULES: tuple[Rule, ...] = (
    rule(
        "half-of", "quarter",
        rf"\b(?:the\s)?(?P<part>first|second|last|latter|former)\shalf\sof\s(?:(?P<year>{YEAR})|the\s(?P<decade>(?:1[89])?['’‘]?\d0['’]?s))",
        _half_of,
    ),
    rule(
        "named-period", "quarter",
        rf"\bthe\s(?P<year>{YEAR})\s(?:period|quarter)\b",
        _named_period,
    ),
    rule(
        "quarter", "quarter",
        rf"\b(?:the\s(?!\w+-(?:quarter|half))|this\s)?(?:(?P<rel0>this|last|next)\syear['’]s\s)?(?:(?P<year0>{YEAR})\s)?"
        rf"(?:(?:fiscal|latest|current|comparable|corresponding|(?P<ago>year-ago|year-earlier))[\s-])*{_ORD}[\s-](?:fiscal[\s-])?(?P<unit>quarters?|half)\b"
        rf"(?:\s(?:of\s(?:fiscal\s)?|in\s)?(?:(?P<year>{YEAR})|(?P<rel>this\syear|last\syear|next\syear|a\syear\sago|a\syear\searlier)))?"
        r"(?P<q>\Z)?",
        _quarter,
    ),
    rule(
        "q-quarter", "qyear",
        rf"\b(?P<rel0>\Z)?(?P<year0>\Z)?(?P<ago>\Z)?Q(?P<q>[1-4])(?:\s(?:of\s)?(?P<year>{YEAR}))?(?P<which>\Z)?(?P<unit>\Z)?(?P<rel>\Z)?\b",
        _quarter,
    ),
    rule(
        "bare-quarter", "quarter ago",
        r"\b(?:the\s(?:(?P<which>latest|year-ago|year-earlier|comparable\syear-ago|year\sago|previous|"
        r"preceding|current|next|comparable|corresponding)\s)?(?:quarter|period)|"
        r"(?P<ago>year-ago|year-earlier)\s(?:quarter|period)|(?P<adjective>year-ago|year-earlier)(?=\s(?:(?P<months>nine|six)\s)?\w)|last\syear['’]s\s(?P<that>quarter))(?!-)\b"
        r"(?P<before>\s(?:last\syear|a\syear\s(?:ago|earlier)))?(?!\s(?:of|ago))"
        rf"(?=(?:\s(?:that\s)?ended\s(?:on\s|in\s)?(?P<month>{MONTH})\b)?)",
        _bare_quarter,
    ),
    rule(
        "season", "season",
        rf"\b(?P<prep>(?:in|by|since|during|until|of)\s)?(?P<x>{PHASE}(?:(?P<which>this\spast|this|last|next|past|coming|the|every|each)\s)?"
        rf"(?:(?:early|late|mid|previous|following)[\s-])?"
        rf"(?P<season>spring|summer|autumn|fall|winter)(?:(?:\sof|,)?\s(?P<year>{YEAR})|(?:\sof)?\s(?:the\s)?(?P<of>this|last|next|same|that|following|previous)\syear)?)\b(?!\sof\b(?!\s(?:nineteen|eighteen|two\sthousand|\d)))",
        _season,
    ),
    rule(
        "feast", "feast",
        rf"\b(?:(?P<which>this|last|next|past|coming)\s)?(?P<name>(?:Orthodox\s|Coptic\s)?(?:Easter(?:\s(?:Day|Sunday|Monday|Saturday))?|Good\sFriday|Palm\sSunday|Christmas(?:\s(?:Day|Eve))?)|Black\sFriday|Boxing\sDay|"
        r"New\sYear['’]s(?:\s(?:Day|Eve))?|Halloween|Valentine['’]s\sDay|Independence\sDay|Veterans\sDay|"
        r"Armistice\sDay|Thanksgiving(?:\sDay)?|Labor\sDay|Memorial\sDay|Election\sDay|Columbus\sDay|May\sDay|"
        rf"St\.\sPatrick['’]s\sDay|Martin\sLuther\sKing\sDay|Presidents\sDay)(?:\s(?P<week>week|weekend))?(?:,?\s(?P<year>{YEAR}))?\b",
        _feast,
    ),
)  # fmt: skip
