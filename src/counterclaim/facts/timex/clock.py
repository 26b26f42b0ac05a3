"""Rules for times of day: clock times, noon and midnight, parts of the day, "overnight"."""

from __future__ import annotations

import re
from datetime import timedelta

from counterclaim.facts.timex.calendar import day_of, granularity
from counterclaim.facts.timex.context import Context, Normal, Rule, rule
from counterclaim.facts.timex.lexicon import PARTS, WEEKDAY, weekday_of

__all__ = ["CLOCK_RULES"]

_NAMED_ZONE = (
    r"(?:local(?:\stime)?|GMT|UTC|Z|EDT|EST|CDT|CST|MDT|MST|PDT|PST|CET|CEST|EET|MSK|BST|IST|ET|PT|"
    r"(?:Eastern|Central|Mountain|Pacific|Moscow|Damascus|London|Washington|Kiev|Kyiv)"
    r"(?:\s(?:Standard|Daylight))?(?:\stime)?)\b"
)
_ZONE = rf"(?:\s?\({_NAMED_ZONE}\)|\s?{_NAMED_ZONE})?"
_AFTERNOON = re.compile(r"(?:afternoon|evening|at\snight)\Z", re.IGNORECASE)
_IN_THE = r"(?:\sin\sthe\s(?:morning|afternoon|evening)|\sat\snight)?"
_NAME = re.compile(r"\s[A-Z][a-z]")
"""Behind a word that is the first of a name: "Dawn Front"."""
_UTC = re.compile(r"(?:GMT|UTC|Z)\)?\Z")


def _leads_line(match: re.Match[str], context: Context) -> bool:
    """Whether a clock time begins a line, as those of a live blog do: it is of its own day."""
    return match.start() == 0 or context.text[match.start() - 1] == "\n"


def _day(context: Context) -> str:
    """The day that a clock time belongs to: the one named last, else that of publication."""
    named = context.ref
    if named and granularity(named) == "day" and day_of(named):
        return named.partition("T")[0]
    return context.dct.isoformat() if context.dct else "XXXX-XX-XX"


def _anchor(context: Context) -> str:
    return (
        "text" if context.ref and day_of(context.ref) else "publication" if context.dct else "none"
    )


def _clock(match: re.Match[str], context: Context) -> Normal | None:
    """Reads "3:15 p.m.", "14:30 GMT", "0930 GMT", "5 p.m.", "6 o'clock"."""
    hour, minute = int(match["hour"]), int(match["minute"] or 0)
    half = (match["half"] or "").lower()[:1]
    if not half and hour <= 12 and _AFTERNOON.search(match.group()):
        half = "p"
    if hour > 24 or minute > 59 or (half and hour > 12):
        return None
    if half == "p" and hour < 12:
        hour += 12
    elif half == "a" and hour == 12:
        hour = 0
    zone = "Z" if _UTC.search(match.group()) else ""
    if context.dct is not None and _leads_line(match, context):
        return Normal(
            "TIME", f"{context.dct.isoformat()}T{hour:02}:{minute:02}{zone}", "publication"
        )
    return Normal("TIME", f"{_day(context)}T{hour:02}:{minute:02}{zone}", _anchor(context))


def _military(match: re.Match[str], context: Context) -> Normal | None:
    """Reads "at 0530 on": with a leading nought, or it might be a year."""
    return _clock(match, context) if match["hour"][0] == "0" or "hrs" in match["x"] else None


def _named(match: re.Match[str], context: Context) -> Normal | None:
    """Reads "noon", "midnight", "dawn", "overnight", "in the morning"."""
    word = match["word"].lower()
    capital = match["word"][0].isupper()
    if capital and (match.start() > context.sentence[0] or _NAME.match(context.text, match.end())):
        return None
    value = {"noon": "12:00", "midday": "12:00", "midnight": "24:00"}.get(word) or PARTS[word]
    return Normal("TIME", f"{_day(context)}T{value}", _anchor(context))


def _overnight(match: re.Match[str], context: Context) -> Normal | None:
    """The night that ends on the day of publication, begins on a weekday or leads "into" one."""
    if context.dct is None:
        return Normal("TIME", None)
    if match["day"]:
        back = (context.dct.isoweekday() - weekday_of(match["day"])) % 7
        evening = context.dct - timedelta(days=back + (match["into"] is not None))
        return Normal("TIME", f"{evening.isoformat()}TNI", "publication")
    return Normal("TIME", f"{(context.dct - timedelta(days=1)).isoformat()}TNI", "publication")


CLOCK_RULES: tuple[Rule, ...] = (
    rule(
        "clock", "clock",
        rf"\b(?:(?P<hour>\d{{1,2}})(?:[:.](?P<minute>[0-5]\d)(?::[0-5]\d)?)?\s?(?P<half>[ap](?:\.\s?m\b\.?|m\b)){_ZONE}"
        rf"(?:\sin\sthe\s(?:morning|afternoon|evening))?)",
        _clock,
    ),
    rule(
        "clock-24", "clock",
        rf"(?<![\d:.,/-])\b(?P<hour>[01]?\d|2[0-4]):(?P<minute>[0-5]\d)(?::[0-5]\d)?(?P<half>\Z)?(?![\d:]){_ZONE}",
        _clock,
    ),
    rule(
        "military", "clock",
        r"(?<![\d:.,/-])\b(?P<hour>[01]\d|2[0-4])(?P<minute>[0-5]\d)(?P<half>\Z)?\s(?:GMT|UTC|Z|hours|hrs|EDT|EST|BST|MSK|local\stime)\b",
        _clock,
    ),
    rule(
        "clock-dot", "clock",
        r"(?<![\d:.,/-])\b(?P<hour>[01]?\d|2[0-3])\.(?P<minute>[0-5]\d)(?P<half>\Z)?\s(?:GMT|UTC|BST|MSK|CET|hrs|hours|local\stime)\b",
        _clock,
    ),
    rule(
        "o-clock", "clock",
        rf"\b(?P<hour>\d{{1,2}})(?P<minute>\Z)?\so['’]clock(?P<half>\Z)?\b{_IN_THE}",
        _clock,
    ),
    rule(
        "named-time", "part",
        r"\b(?<!-)(?:(?:early|late|mid)[\s-])?(?P<word>noon|midnight|midday|dawn|dusk|daybreak|nightfall|sunrise|sunset|(?<=mid\s)afternoon|mid-afternoon|midafternoon|mid-morning|midmorning)\b",
        _named,
    ),
    rule(
        "part", "part",
        r"\b(?:in|during|by|late\sin|early\sin|throughout)\s(?P<x>the\s(?:early\s|late\s)?(?P<word>morning|afternoon|evening|night))(?:\shours)?\b",
        _named,
    ),
    rule(
        "overnight", "part",
        rf"\bovernight\b(?:\s(?:(?P<into>into|to)\s|on\s)?(?P<day>{WEEKDAY})\b)?",
        _overnight,
    ),
    rule(
        "bare-military", "clock",
        r"(?:\b(?:at|by|around|about|from|until)\s)(?P<x>(?P<hour>0\d|1\d|2[0-3])(?P<minute>[0-5]\d)(?P<half>\Z)?(?:\s?hrs)?)(?=\son\b|[,.;]\s)(?!\son\s\w+\sof)",
        _military,
    ),
)  # fmt: skip
