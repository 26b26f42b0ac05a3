"""Rules for years alone and what is made of them: decades, centuries, years before Christ."""

from __future__ import annotations

import re

from counterclaim.facts.timex.context import Context, Normal, Rule, rule
from counterclaim.facts.timex.dates import PHASE
from counterclaim.facts.timex.lexicon import ORDINALS, YEAR, count_of

__all__ = ["YEAR_RULES"]

_NO_YEAR_BEFORE = re.compile(
    r"(?:[$€£#№/.,:-]|\b(?:no|nos|number|about|over|least|than|some|flight|"
    r"route|page|room|highway|boeing|windows)\.?\s)\Z",
    re.IGNORECASE,
)
_NO_YEAR_AFTER = re.compile(
    r"(?:/\d(?!\d\b(?!/))|:\d|-\d{2}-|[-\s](?:people|soldiers|troops|men|women|civilians|feet|miles|meters|metres|km|"
    r"kilometers|kilometres|pounds|dollars|tons|tonnes|points|shares|percent|per\scent|members|"
    r"workers|jobs|units|homes|houses|barrels|cars|students|children|refugees|gmt|hours|local|edt|est|"
    r"fighters|rebels|prisoners|pages|copies|times|years|days|votes|employees|others)\b|%|,\d|\.\d)",
    re.IGNORECASE,
)
_OF_A_STREET = re.compile(
    r"(?:\s[A-Z0-9][\w.'’]*){1,3}\s(?:Ave|Avenue|Blvd|Boulevard|Circle|Court|Ct|Dr|Drive|Highway|Lane|Ln|"
    r"Parkway|Place|Rd|Road|Square|St|Street|Terrace|Way)\b"
)
"""What follows the number of a house: "1802 Brook Street"."""
_AT_A_HOUSE = re.compile(r"\b(?:at|near|of|outside|to)\s\Z")
_NAMED_STREET = re.compile(r"\s(?:[NSEW]\.?\s)?[A-Z][a-z]")
_HOUSES = re.compile(r"[-\s]block\b", re.IGNORECASE)
_OLD = 1900
"""Years before this one are seldom told, and numbers of houses often."""

_YEAR_CUE = re.compile(
    r"(?:\b(?:in|since|of|until|till|by|from|to|during|after|before|year|early|late|mid|fiscal|and|or|"
    r"the|for|between|through|around|circa|[a-z]+ing|spring|summer|fall|autumn|winter|than|with|vs\.?|"
    r"quarter|half|post|pre|season|on|both|throughout|class|budget|,)[\s-]|[(\[‘’'“\"–—])\Z",
    re.IGNORECASE,
)


_OLD_YEAR_CUE = re.compile(
    r"\b(?:in|since|of|until|by|circa|c\.|ca\.|from|year|and|to|between|after|before|during)\s\Z",
    re.IGNORECASE,
)


_TOLD_YEAR_CUE = re.compile(r"\b(?:the|for|as)\s\Z", re.IGNORECASE)
"""Before a year of long ago in a history: "the 1789 assembly"."""


def _year(match: re.Match[str], context: Context) -> Normal | None:
    """A year alone, where the words around it let it be one."""
    start, end = match.span("year")
    before, after = context.text[max(0, start - 12) : start], context.text[end : end + 14]
    if _NO_YEAR_AFTER.match(after) or _of_a_street(context.text, start, end):
        return None
    if _NO_YEAR_BEFORE.search(before) and not _RANGE_BEFORE.search(before):
        return None
    year = int(match["year"])
    ranged = bool(_RANGE_BEFORE.search(before) or _RANGE_AFTER.match(after))
    cued = ranged or bool(_YEAR_CUE.search(before)) or match.start() < start
    if 1900 <= year <= 2059:
        dated: object = (
            cued or re.match(r"\s?[,.;)\s'’]|\Z", after) or _heads(context.text, start, after)
        )
    else:
        told = context.narrative and _TOLD_YEAR_CUE.search(before)
        alone = _OLD_YEAR_CUE.search(before) or told or _set_off(before, after)
        dated = ranged or match.start() < start or alone
    return Normal("DATE", f"{year:04}") if dated else None


def _of_a_street(text: str, start: int, end: int) -> bool:
    """Whether a number is that of a house: "1802 Brook Street", "the 1900 block of Dover"."""
    if _HOUSES.match(text, end) or _OF_A_STREET.match(text, end):
        return True
    led = int(text[start:end]) < _OLD and _AT_A_HOUSE.search(text[max(0, start - 9) : start])
    return bool(led and _NAMED_STREET.match(text, end))


_RANGE_BEFORE = re.compile(
    r"\b(?:1\d{3}|20\d\d)\s?[-–—/]\s?\Z|\b(?:mid|early|late|pre|post|spring|summer|autumn|winter)-\Z",
    re.IGNORECASE,
)
_RANGE_AFTER = re.compile(r"\s?[-–—]\s?(?:(?:1\d|20)\d\d|\d\d)\b(?!-)")


def _set_off(before: str, after: str) -> bool:
    """Whether a year stands in brackets, or behind a comma with nothing behind it."""
    return (before.endswith("(") and after.startswith((")", ",", ";", " –", " -"))) or (
        before.endswith(", ") and after[:1] in (".", ";", ")") and not after[1:2].isdigit()
    )


def _heads(text: str, start: int, after: str) -> bool:
    """Whether a year heads a line: "2003: the first winter"."""
    return after.startswith(":") and (start == 0 or text[start - 1] == "\n")


def _second_year(match: re.Match[str], _: Context) -> Normal | None:
    """Reads the "08" of "2007-08"."""
    first, second = int(match["first"]), int(match["second"])
    if not 0 < second - first % 100 <= 10:
        return None
    return Normal("DATE", f"{first // 100 * 100 + second:04}")


def _before_christ(match: re.Match[str], _: Context) -> Normal | None:
    return Normal("DATE", f"BC{int(match['year']):04}")


def _anno_domini(match: re.Match[str], _: Context) -> Normal | None:
    return Normal("DATE", f"{int(match['year'] or match['year0']):04}")


def _short_year(match: re.Match[str], _: Context) -> Normal | None:
    """Reads "the class of '71", "FY31"."""
    year = int(match["year"])
    return Normal("DATE", f"{1900 + year if year > 40 else 2000 + year}")


def _the_year(match: re.Match[str], context: Context) -> Normal | None:
    """Reads "the year": the one named last or the current one; "the year ended" is a duration."""
    if match["ended"]:
        return Normal("DURATION", "P1Y")
    day = context.anchor_day
    return Normal("DATE", f"{day.year:04}", context.anchor) if day else Normal("DATE", None)


_YEAR_WORDS = {"nineteen": 1900, "eighteen": 1800, "two thousand": 2000, "twenty": 2000}


def _year_end(_: re.Match[str], context: Context) -> Normal | None:
    """Reads "year-end", "by the year's end"."""
    day = context.anchor_day
    return Normal("DATE", f"{day.year:04}", context.anchor) if day else Normal("DATE", None)


def _spelled_year(match: re.Match[str], _: Context) -> Normal | None:
    base = _YEAR_WORDS[" ".join(match["century"].lower().split())]
    if not match["rest"]:
        return Normal("DATE", f"{base:04}") if match["year"] else None
    rest = count_of(re.sub(r"^and\s", "", match["rest"].strip(" -")))
    if rest is None or not 0 <= rest < 100:
        return None
    return Normal("DATE", f"{base + int(rest):04}")


_AGED = re.compile(
    r"\b(?:his|her|their|my|your|our)\s(?:(?:early|late|mid|to)[\s-]+)*\Z|\bteens\s(?:to|or|and)\s\Z",
    re.IGNORECASE,
)
"""What stands before a decade of a life."""


def _decade(match: re.Match[str], context: Context) -> Normal | None:
    """Reads "the 1960s", "the '80s", "the early nineties", but no age: "in her twenties"."""
    if _AGED.search(context.text[max(0, match.start() - 24) : match.start()]):
        return None
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
    """Reads "the 20th century", "the 9th century BC"."""
    word = match["number"].lower()
    number = int(word[:-2]) if word[0].isdigit() else _CENTURY_WORDS.get(word.replace("-", " "), 0)
    before = "BC" if match["bc"] else ""
    return Normal("DATE", f"{before}{number - 1:02}") if 0 < number <= 30 else None


_CENTURY_WORDS = {
    "eleventh": 11, "twelfth": 12, "thirteenth": 13, "fourteenth": 14, "fifteenth": 15,
    "sixteenth": 16, "seventeenth": 17, "eighteenth": 18, "nineteenth": 19, "twentieth": 20,
    "twenty first": 21, **_CENTURIES,
}  # fmt: skip


_BC = r"(?:BCE?\b|B\.\s?C\.?(?:\s?E\.)?)"

YEAR_RULES: tuple[Rule, ...] = (
    rule(
        "year", "year",
        rf"\b(?:FY\s?|(?:the\s)?(?:(?:early|late|mid|post|pre|fiscal(?:\syear)?|all|whole|full)[\s-](?:in\s|of\s|part\sof\s)?|"
        rf"(?:beginning|end|middle|start|close|turn|(?:first|last|latter|early|better|good)\spart)[\s-](?:of\s)?)(?:fiscal\s|the\s(?:year\s)?)?|"
        rf"(?:the\s)?(?:fiscal\s)?year\s(?:ended\s|ending\s)?)?(?P<year>{YEAR})(?:\s(?:and\sbeyond|or\slater))?\b",
        _year,
    ),
    rule(
        "second-year", "year",
        r"\b(?P<first>1\d{3}|20\d\d)\s?[-–/](?P<x>(?P<second>\d\d))(?![\w–/-])",
        _second_year,
    ),
    rule(
        "anno-domini", "year ago",
        r"\b(?:A\.?D\.?\s(?P<year>\d{1,4})|(?P<year0>\d{1,4})\s(?:AD|A\.D\.|CE|C\.E\.))(?!\w)",
        _anno_domini,
    ),
    rule(
        "short-year", "short",
        r"\b(?:in|of|since|until|spring|summer|fall|autumn|winter)\s(?P<x>['’‘](?P<year>\d\d))(?![\w'’-])",
        _short_year,
    ),
    rule("fiscal-year", "short", r"\bFY\s?['’‘]?(?P<year>\d\d)\b(?![.,]?\d)", _short_year),
    rule("before-christ", "ago", rf"\b(?P<year>\d{{1,4}})\s?{_BC}(?!\w)", _before_christ),
    rule(
        "before-christ-from", "ago",
        rf"\b(?P<x>(?P<year>\d{{1,4}}))\s?(?:[-–]|to|and)\s?\d{{1,4}}\s?{_BC}(?!\w)",
        _before_christ,
    ),
    rule(
        "the-year", "unit",
        rf"\b{PHASE}(?:the|this)\s(?:(?:full|fiscal|current|calendar)\s)*year(?=(?P<ended>\s(?:ended|ending|to\s[A-Z]))?)(?![-’'])\b(?!\s(?:\d|in\swhich|of|when|that|before|after))",
        _the_year,
    ),
    rule(
        "year-end", "unit",
        r"\b(?:around\s)?(?:the\s)?year(?:['’]s[\s-]|-|\s)end\b(?!-)",
        _year_end,
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
        rf"\b{PHASE}(?:the\s)?(?P<number>\d{{1,2}}(?:st|nd|rd|th)|(?:[a-z]+-)?[a-z]+th|(?:twenty-)?first|second|third)[\s-]century\b(?P<bc>\s{_BC})?",
        _century,
    ),
)  # fmt: skip
