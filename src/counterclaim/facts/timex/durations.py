"""Rules for durations, repeated times and clock times."""

from __future__ import annotations

import re

from counterclaim.facts.timex.context import Context, Normal, Rule, rule
from counterclaim.facts.timex.lexicon import (
    APPROXIMATE,
    CLOCK_UNITS,
    COUNT,
    MONTH,
    UNIT,
    UNITS,
    WEEKDAY,
    count_of,
    unit_of,
    weekday_of,
)

__all__ = ["DURATION_RULES"]


def duration(number: float | None, unit: str, half: bool = False) -> str:
    """The TIMEX3 value of a number of units; an unknown number is X."""
    letter = UNITS[unit]
    digits = re.match(r"\d+", letter)
    factor = int(digits.group()) if digits else 1
    letter = letter.lstrip("0123456789")
    time = "T" if unit in CLOCK_UNITS else ""
    if number is None:
        name = {"decade": "DE", "century": "CE", "millennium": "ML"}.get(unit, letter)
        return f"P{time}X{name}"
    total = (number + (0.5 if half else 0)) * factor
    if total == int(total):
        return f"P{time}{int(total)}{letter}"
    return _mixed(total, unit, time, letter)


_SMALLER = {"year": ("M", 12, ""), "hour": ("M", 60, ""), "day": ("H", 24, "T"),
            "minute": ("S", 60, ""), "week": ("D", 7, "")}  # fmt: skip


def _mixed(total: float, unit: str, time: str, letter: str) -> str:
    """A fraction in the next smaller unit: two and a half years are P2Y6M."""
    if unit not in _SMALLER:
        return f"P{time}{total:g}{letter}"
    small, size, mark = _SMALLER[unit]
    whole, rest = int(total), round((total - int(total)) * size)
    if whole == 0:
        return f"P{time or mark}{rest}{small}"
    return f"P{time}{whole}{letter}{mark}{rest}{small}"


def _counted(match: re.Match[str], context: Context) -> Normal | None:
    """Reads "two days", "five-year", "the past two years", "a decade", "2 1/2 hours"."""
    unit = unit_of(match["unit"])
    if match["unit"][0].isupper() and match["count"][-1].isdigit():
        return None
    words = match["count"].lower()
    plural = match["unit"].lower().endswith("s")
    if words in ("a", "an") and (
        match.group().lower().endswith("-long")
        or plural
        or unit in ("quarter", "second")
        or _rate(match, context)
    ):
        return None
    if unit == "quarter" and not (plural and match["phase"] and match["phase"].strip()):
        return None
    if _age(match, context) or _AGED.search(
        context.text[max(0, match.start() - 8) : match.start()]
    ):
        return None
    number = count_of(words)
    if number is not None and number > 1 and not plural and match["join"] == " ":
        return None if words[0].isdigit() and number > 31 else _made(number, unit, match)
    if words == "a number of" and not plural:
        return None
    return _made(number, unit, match)


_PERSON_AFTER = re.compile(
    r"\s(?:\w+\s)?(?:boy|girl|man|woman|child|son|daughter|brother|sister|baby|infant|toddler|twins?)\b|"
    r"\s(?-i:[A-Z])",
    re.IGNORECASE,
)
_THING_AFTER = re.compile(
    r"\s(?:\w+\s)?(?:agreement|alliance|ban|battle|blockade|boycott|bridge|building|campaign|case|"
    r"ceasefire|cease-fire|church|coalition|company|conflict|coup|crisis|deal|dispute|drought|embargo|"
    r"feud|fight|firm|government|house|insurgency|law|lawsuit|mission|moratorium|occupation|pact|"
    r"peace|plan|policy|programme|program|project|protest|rebellion|record|regime|restriction|rule|"
    r"siege|slump|stalemate|stand-?off|state|strike|struggle|system|treaty|truce|uprising|war)s?\b",
    re.IGNORECASE,
)


_AGED = re.compile(r"\b(?:aged|age\sof)\s\Z", re.IGNORECASE)


def _age(match: re.Match[str], context: Context) -> bool:
    """Whether "six-year-old" or "55 years old" is a person's age, which is no moment."""
    text = match.group().lower()
    if not text.endswith("old"):
        return False
    if "year" in text:
        return _THING_AFTER.match(context.text, match.end()) is None
    return " old" in text or bool(_PERSON_AFTER.match(context.text, match.end()))


def _rate(match: re.Match[str], context: Context) -> bool:
    """Whether "a year" is a rate: "$20 million a year", "twice a week"."""
    before = context.text[max(0, match.start() - 22) : match.start()].rstrip()
    return bool(
        re.search(r"(?:[$€£]\s?[\d.,]+(?:\s(?:million|billion|cents?))?|million|billion|cents?|percent|%|"
                  r"dollars|once|twice|times|per\scent|tons|tonnes|barrels|people|\d)\Z",
                  before, re.IGNORECASE)
    )  # fmt: skip


def _made(number: float | None, unit: str, match: re.Match[str]) -> Normal:
    return Normal("DURATION", duration(number, unit, half=bool(match["half"])))


def _half(match: re.Match[str], _: Context) -> Normal | None:
    """Reads "a minute and a half", "an hour and a half"."""
    return Normal("DURATION", duration(1, unit_of(match["unit"]), half=True))


def _long(match: re.Match[str], _: Context) -> Normal | None:
    """Reads "a day-long siege": the article is not part of it."""
    return Normal("DURATION", duration(1, unit_of(match["unit"])))


def _the_past(match: re.Match[str], context: Context) -> Normal | None:
    """Reads "the past year", "the last decade": one of a unit up to now."""
    return Normal("DURATION", duration(1, unit_of(match["unit"])))


_HOURS_OF = re.compile(rf"\sof\s(?:{WEEKDAY}|{MONTH}|\d)")


def _bare(match: re.Match[str], context: Context) -> Normal | None:
    """Reads "for years", "weeks of talks": an unknown number of units."""
    before = context.text[max(0, match.start() - 14) : match.start()]
    if _HOURS_OF.match(context.text, match.end()) and match["unit"].lower() == "hours":
        return None
    if re.search(
        r"(?:\d|\b(?:the|these|those|its|our|their|his|her|first|early|two|three|of|night|morning|evening|daylight|working|office))\s\Z",
        before,
        re.IGNORECASE,
    ):
        return None
    return Normal("DURATION", duration(None, unit_of(match["unit"])))


_SETS = {
    "daily": "P1D", "nightly": "P1D", "weekly": "P1W", "biweekly": "P2W", "monthly": "P1M",
    "quarterly": "P1Q", "annually": "P1Y", "yearly": "P1Y", "hourly": "PT1H", "fortnightly": "P2W",
}  # fmt: skip


def _adverb(match: re.Match[str], context: Context) -> Normal | None:
    # "The Ordan daily Vesna", "the Daily Post": a paper.
    if match["word"][0].isupper() or re.match(r"[,\s]{1,2}[A-Z]", context.text[match.end() :][:3]):
        return None
    return Normal("SET", _SETS[match["word"].lower()])


def _every(match: re.Match[str], _: Context) -> Normal | None:
    """Reads "every day", "each year", "every Tuesday", "every two weeks"."""
    if match["day"]:
        return Normal("SET", f"XXXX-WXX-{weekday_of(match['day'])}")
    number = count_of(match["count"]) if match["count"] else 1
    unit = unit_of(match["unit"])
    return Normal("SET", duration(number, unit))


def _rated(match: re.Match[str], context: Context) -> Normal | None:
    """Reads "twice a week", "$3 a day", "per year"."""
    return Normal("SET", duration(1, unit_of(match["unit"])))


_PHASED = (
    r"(?:the\s(?!\w+-\w)(?:past|last|next|first|coming|previous|following|final|latest|remaining|"
    r"initial|ensuing|preceding|same|full|entire|other|only)\s|"
    r"(?:past|(?<!to\s)last|next|the(?!\s\w+-)|these|those)\s)?"
)

DURATION_RULES: tuple[Rule, ...] = (
    rule(
        "counted", "unit",
        rf"\b(?<!\d[-–/]){APPROXIMATE}?{APPROXIMATE}?(?P<phase>{_PHASED}){APPROXIMATE}?(?P<count>{COUNT})(?P<half>[\s-]and[\s-]a[\s-]half)?(?:\s(?:more|additional|full|long|short|consecutive|straight|other|business|working|calendar|fiscal|further|extra|whole|solid|successive)|\s(?:or|to|and)\s(?:{COUNT}))*"
        rf"(?P<join>[\s-])(?P<unit>{UNIT})(?:[\s-](?:long|old)\b)?(?:\sor\sso)?\b",
        _counted,
    ),
    rule(
        "half", "unit",
        rf"\b{APPROXIMATE}?(?:an?\s)?(?P<unit>{UNIT})[\s-]and[\s-]a[\s-]half(?:[\s-]long)?\b",
        _half,
    ),
    rule(
        "long", "unit",
        r"\b(?<!-)(?P<unit>minute|hour|day|week|month|year|decade|century)-long\b",
        _long,
    ),
    rule(
        "the-past", "unit",
        r"\bthe\s(?:past|last)\s(?P<unit>year|decade|century|week|month|hour)\b(?!s)",
        _the_past,
    ),
    rule(
        "bare", "unit",
        r"\b(?:(?:the\s)?(?:following|intervening|ensuing|subsequent|final)\s|(?:the\s)?(?:first|last|early)\s(?=hours(?!\sof\b)|days|weeks|minutes)|(?:recent|many)\s|(?P<ahead>the\s)(?=(?:days|weeks|months|years)\s(?:ahead(?!\sof\b)|to\scome)\b))?(?P<unit>minutes|hours|days|weeks|months|years|decades|centuries|(?<=recent\s)quarters)(?(ahead)\s(?:ahead|to\scome)|)(?:-(?:long|old)\b)?(?!-|['’]|\s(?:ago|earlier|later|old|before|after)\b)\b",
        _bare,
    ),
    rule(
        "adverb", "set",
        r"\b(?P<word>daily|nightly|weekly|biweekly|monthly|annually|yearly|hourly|fortnightly)\b",
        _adverb,
    ),
    rule(
        "every", "set",
        rf"\b(?:every|each)\s(?:(?P<count>{COUNT})\s)?(?:(?P<unit>{UNIT}|morning|night|evening|afternoon|weekend)|(?P<day>{WEEKDAY}))\b",
        _every,
    ),
    rule(
        "rate", "unit",
        r"\b(?:(?:once|twice|three\stimes)\s(?:a|per|each))\s(?P<unit>second|minute|hour|day|week|month|year)\b",
        _rated,
    ),
    rule(
        "per", "unit",
        r"(?:\b\d|\b(?:million|billion|cents?|percent|%|dollars|tons|tonnes|people|barrels|deaths|hours))\S*\s(?P<x>(?:a|per|each)\s(?P<unit>second|minute|hour|day|week|month|year))\b(?!-|\s(?:ago|earlier|later|before|after)\b)",
        _rated,
    ),
)  # fmt: skip
