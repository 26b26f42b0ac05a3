"""Rules for calendar dates: days, months, years, decades, centuries, quarters, seasons, feasts."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date

from counterclaim.facts.timex.calendar import granularity
from counterclaim.facts.timex.context import Context, Normal, Rule
from counterclaim.facts.timex.lexicon import (
    DAY,
    MONTH,
    ORDINALS,
    WEEKDAY,
    YEAR,
    count_of,
    month_of,
)

__all__ = ["DATE_RULES", "PHASE", "day_in", "month_year_of", "rule"]

_ABOUT = r"(?:(?:around|about|circa)\s)?"
PHASE = (
    r"(?:(?:the\s)?(?:very\s)?(?:early|late|mid|beginning|end|middle|start|close|turn)["
    r"\s-](?:in\s|of\s|part\sof\s)?(?:the\s(?:month\sof\s|year\s)?)?)?"
)
"""Words for the part of a period that belong to the expression and leave its value alone."""


def rule(
    name: str,
    needs: str,
    pattern: str,
    normal: Callable[[re.Match[str], Context], Normal | None],
) -> Rule:
    """A rule whose pattern is read without regard to case."""
    return Rule(name, frozenset(needs.split()), re.compile(pattern, re.IGNORECASE), normal)


def _number(text: str) -> int:
    return int(re.sub(r"\D", "", text))


def day_in(year: int, month: int, day: int) -> str | None:
    """The day as ISO 8601, ``None`` if there is none such."""
    try:
        return date(year, month, day).isoformat()
    except ValueError:
        return None


def nearest_year(context: Context, month: int, day: int | None, tense: str) -> int | None:
    """The year of a month or day named without one, by tense, else the one nearest."""
    anchor = context.anchor_day
    if anchor is None:
        return None
    if context.narrative and granularity(context.ref or "") == "year":
        return anchor.year
    ranked: list[tuple[int, int]] = []
    for year in (anchor.year - 1, anchor.year, anchor.year + 1):
        value = day_in(year, month, day or min(anchor.day, 28))
        if value is not None:
            ranked.append(((date.fromisoformat(value) - anchor).days, year))
    wanted = [item for item in ranked if (item[0] <= 0 if tense == "past" else item[0] >= 0)]
    near = min(ranked, key=lambda item: abs(item[0]), default=None)
    if near is None:
        return None
    # A date just ahead in a sentence about the past is still that date, not last year's.
    if context.narrative or tense == "" or not wanted or (day and abs(near[0]) <= 60):
        return near[1]
    return min(wanted, key=lambda item: abs(item[0]))[1]


def _capital(match: re.Match[str], group: str) -> bool:
    return match[group][0].isupper()


def _day_month(match: re.Match[str], context: Context) -> Normal | None:
    """Reads "September 17, 2016", "17 September", "Saturday, Sept. 17"."""
    if not _capital(match, "month"):
        return None
    month, day = month_of(match["month"]), _number(match["day"])
    if match["year"]:
        value = day_in(int(match["year"]), month, day)
        return Normal("DATE", value) if value else None
    year = nearest_year(context, month, day, context.tense(*match.span()))
    if year is None:
        return Normal("DATE", f"XXXX-{month:02}-{day:02}")
    value = day_in(year, month, day)
    return Normal("DATE", value, context.anchor) if value else None


def _month_year(match: re.Match[str], _: Context) -> Normal | None:
    if not _capital(match, "month"):
        return None
    return Normal("DATE", f"{match['year']}-{month_of(match['month']):02}")


_MONTH_BEFORE = re.compile(
    r"\b(?:in|since|until|till|by|from|to|of|last|this|next|through|during|for|between|after|before|"
    r"early|late|mid|and|or|every|each|on|the|end)[\s-]\Z", re.IGNORECASE
)  # fmt: skip


def _month(match: re.Match[str], context: Context) -> Normal | None:
    """A month alone: "in April", "last November", "June of last year"."""
    if not _capital(match, "month"):
        return None
    word = match["month"].lower()
    before = context.text[max(0, match.start("month") - 8) : match.start("month")]
    if word in ("may", "march", "mar.", "jun.", "dec.") and not _MONTH_BEFORE.search(before):
        return None
    month = month_of(word)
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
        return anchor.year + {"last": -1, "next": 1}.get(of.lower(), 0)
    if which in ("last", "past"):
        return anchor.year if month < anchor.month else anchor.year - 1
    if which in ("next", "coming"):
        return anchor.year if month > anchor.month else anchor.year + 1
    if which == "this":
        return anchor.year
    return nearest_year(context, month, None, context.tense(*span)) or anchor.year


def _numeric(match: re.Match[str], _: Context) -> Normal | None:
    """Reads "2016-09-17", "9/17/2016", "17.09.2016", "11/02/89" (month first unless impossible)."""
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
    value = day_in(year, month, day)
    return Normal("DATE", value) if value else None


_NO_YEAR_BEFORE = re.compile(
    r"(?:[$€£#№/.,:-]|\b(?:no|nos|number|about|over|least|than|some|flight|"
    r"route|page|room|highway|boeing|windows)\.?\s)\Z",
    re.IGNORECASE,
)
_NO_YEAR_AFTER = re.compile(
    r"(?:/\d|:\d|-\d{2}-|[-\s](?:people|soldiers|troops|men|women|civilians|feet|miles|meters|metres|km|"
    r"kilometers|kilometres|pounds|dollars|tons|tonnes|points|shares|percent|per\scent|members|"
    r"workers|jobs|units|homes|houses|barrels|cars|students|children|refugees|gmt|hours|local|edt|est|"
    r"fighters|rebels|prisoners|pages|copies|times|years|days|votes|employees|others)\b|%|,\d|\.\d)",
    re.IGNORECASE,
)
_YEAR_CUE = re.compile(
    r"(?:\b(?:in|since|of|until|till|by|from|to|during|after|before|year|early|late|mid|fiscal|and|or|"
    r"the|for|between|through|around|circa|[a-z]+ing|spring|summer|fall|autumn|winter|than|with|vs\.?|"
    r"quarter|half|post|pre|season|on|both|throughout|class|budget|,)[\s-]|[(\[‘’'“\"–—])\Z",
    re.IGNORECASE,
)


_OLD_YEAR_CUE = re.compile(
    r"\b(?:in|since|of|until|by|from|year|and|to|between|after|before|during)\s\Z", re.IGNORECASE
)


def _year(match: re.Match[str], context: Context) -> Normal | None:
    """A year alone, where the words around it let it be one."""
    start, end = match.span("year")
    before, after = context.text[max(0, start - 12) : start], context.text[end : end + 14]
    if _NO_YEAR_BEFORE.search(before) or _NO_YEAR_AFTER.match(after):
        return None
    year = int(match["year"])
    cued = bool(_YEAR_CUE.search(before)) or match.start() < start
    if 1900 <= year <= 2059:
        dated = cued or re.match(r"\s?[,.;)\s'’]|\Z", after)
    else:
        dated = match.start() < start or _OLD_YEAR_CUE.search(before)
    return Normal("DATE", f"{year:04}") if dated else None


def _before_christ(match: re.Match[str], _: Context) -> Normal | None:
    return Normal("DATE", f"BC{int(match['year']):04}")


def _the_year(match: re.Match[str], context: Context) -> Normal | None:
    """Reads "the year": the one named last or the current one; "the year ended" is a duration."""
    if match["ended"]:
        return Normal("DURATION", "P1Y")
    day = context.anchor_day
    return Normal("DATE", f"{day.year:04}", context.anchor) if day else Normal("DATE", None)


_YEAR_WORDS = {"nineteen": 1900, "eighteen": 1800, "two thousand": 2000, "twenty": 2000}


def _spelled_year(match: re.Match[str], _: Context) -> Normal | None:
    base = _YEAR_WORDS[" ".join(match["century"].lower().split())]
    if not match["rest"]:
        return Normal("DATE", f"{base:04}") if match["year"] else None
    rest = count_of(re.sub(r"^and\s", "", match["rest"].strip(" -")))
    if rest is None or not 0 <= rest < 100:
        return None
    return Normal("DATE", f"{base + int(rest):04}")


def _decade(match: re.Match[str], context: Context) -> Normal | None:
    """Reads "the 1960s", "the '80s", "the early nineties"."""
    if match["word"]:
        names = "twenties thirties forties fifties sixties seventies eighties nineties".split()
        digit = names.index(match["word"].lower()) + 2
        return Normal("DATE", f"19{digit}")
    full = match["full"]
    if full:
        return Normal("DATE", full[:3])
    return Normal("DATE", f"19{match['short'][0]}")


_CENTURIES = {word: number for word, number in ORDINALS.items() if number > 0}


def _century(match: re.Match[str], context: Context) -> Normal | None:
    """Reads "the 20th century"; BC is left alone."""
    word = match["number"].lower()
    number = _number(word) if word[0].isdigit() else _CENTURY_WORDS.get(word.replace("-", " "), 0)
    return Normal("DATE", f"{number - 1:02}") if 0 < number <= 30 else None


_CENTURY_WORDS = {
    "eleventh": 11, "twelfth": 12, "thirteenth": 13, "fourteenth": 14, "fifteenth": 15,
    "sixteenth": 16, "seventeenth": 17, "eighteenth": 18, "nineteenth": 19, "twentieth": 20,
    "twenty first": 21, **_CENTURIES,
}  # fmt: skip


DATE_RULES: tuple[Rule, ...] = (
    rule(
        "month-day", "month",
        rf"\b(?:{WEEKDAY},?\s)?{_ABOUT}(?:(?:early|late)\s)?(?P<month>{MONTH})\s(?:the\s)?(?P<day>{DAY})"
        rf"(?:,?\s(?P<year>{YEAR}))?",
        _day_month,
    ),
    rule(
        "day-month", "month",
        rf"\b(?:{WEEKDAY},?\s)?(?:the\s)?(?P<day>{DAY})(?:\sof)?\s(?P<month>{MONTH})(?:,?\s(?P<year>{YEAR}))?\b",
        _day_month,
    ),
    rule(
        "month-year", "month",
        rf"\b{PHASE}(?P<month>{MONTH})(?:,|\sof)?\s(?P<year>{YEAR})",
        _month_year,
    ),
    rule(
        "month", "month",
        rf"\b{_ABOUT}{PHASE}(?:(?P<which>this\spast|this|last|next|past|coming)\s)?{PHASE}(?P<month>{MONTH})"
        r"(?:\s(?:of\s)?(?P<of>this|last|next)\syear)?(?![\w-]?\d)\b",
        _month,
    ),
    rule(
        "numeric", "numeric",
        r"\b(?:(?P<iso>(?P<y>\d{4})-(?P<m>\d{2})-(?P<d>\d{2})(?:[T\s](?P<clock>\d{2}:\d{2}(?::\d{2})?))?)|"
        r"(?P<a>\d{1,2})(?P<mark>[/.-])(?P<b>\d{1,2})(?P=mark)(?P<c>\d{4}|\d{2}))(?![\d/-])",
        _numeric,
    ),
    rule(
        "year", "year",
        rf"\b(?:(?:the\s)?(?:early|late|mid|beginning|end|middle|start|close|post|pre|fiscal(?:\syear)?|"
        rf"turn|all|whole|full)[\s-](?:in\s|of\s|part\sof\s)?(?:fiscal\s|the\s(?:year\s)?)?|"
        rf"(?:the\s)?(?:fiscal\s)?year\s(?:ended\s|ending\s)?)?(?P<year>{YEAR})(?:\sand\sbeyond)?\b",
        _year,
    ),
    rule(
        "before-christ", "ago",
        r"\b(?P<x>(?P<year>\d{1,4})(?:\s?[-–]\s?\d{1,4})?\s(?:BC|B\.C\.|BCE|B\.C\.E\.))(?!\w)",
        _before_christ,
    ),
    rule(
        "the-year", "unit",
        rf"\b{PHASE}(?:the|this)\s(?:(?:full|fiscal|current|calendar)\s)*year(?=(?P<ended>\s(?:ended|ending|to\s[A-Z]))?)(?![-’'])\b(?!\s(?:\d|in\swhich|of|when|that|before|after))",
        _the_year,
    ),
    rule(
        "spelled-year", "spelled",
        rf"\b{PHASE}(?P<year>the\syear\s)?(?P<century>nineteen|eighteen|two\sthousand)"
        r"(?P<rest>[\s-](?:and\s)?(?:hundred|ten|eleven|twelve|[a-z]+teen|(?:twen|thir|for|fif|six|seven|"
        r"eigh|nine)ty(?:[-\s](?:one|two|three|four|five|six|seven|eight|nine))?|one|two|three|four|five|"
        r"six|seven|eight|nine))?\b",
        _spelled_year,
    ),
    rule(
        "decade", "decade",
        rf"\b{PHASE}(?:the\s)?{PHASE}(?:the\s)?(?:(?P<full>\d{{3}}0)['’]?s|['’‘](?P<short>\d0)s|"
        r"(?P<word>twenties|thirties|forties|fifties|sixties|seventies|eighties|nineties))\b",
        _decade,
    ),
    rule(
        "century", "century",
        rf"\b{PHASE}(?:the\s)?(?P<number>\d{{1,2}}(?:st|nd|rd|th)|(?:[a-z]+-)?[a-z]+th|twenty-first|first)[\s-]century\b",
        _century,
    ),
)  # fmt: skip
