"""Rules for what hangs on another day: weekdays, "today", "last week", "two years ago"."""

from __future__ import annotations

import re
from datetime import date, timedelta

from counterclaim.facts.timex.calendar import (
    day_of,
    granularity,
    quarter_of,
    shift,
    weekend,
)
from counterclaim.facts.timex.context import Context, Normal, Rule
from counterclaim.facts.timex.dates import rule
from counterclaim.facts.timex.lexicon import (
    COUNT,
    PARTS,
    UNIT,
    WEEKDAY,
    count_of,
    unit_of,
    weekday_of,
)

__all__ = ["RELATIVE_RULES"]

_PART = r"(?:morning|afternoon|evening|night|midday|noon|midnight|dawn|dusk|lunchtime)"
_LETTER = {**PARTS, "noon": "12:00", "midnight": "00:00", "midday": "12:00"}
_SOON = frozenset(["next", "coming", "following", "upcoming"])
_LAST = frozenset({"last", "past", "this past", "previous", "preceding"})


def _with_part(day: str | None, part: str | None, anchor: str) -> Normal:
    """A day, or a part of it."""
    if part is None or day is None:
        return Normal("DATE", day, anchor)
    return Normal("TIME", f"{day}T{_LETTER[part.lower()]}", anchor)


def _weekday(match: re.Match[str], context: Context) -> Normal | None:
    """Reads "Saturday", "last Friday", "Sunday night", "late Monday"."""
    word = match["day"]
    if not word[0].isupper():
        return None
    number = weekday_of(word)
    anchor = context.anchor_day
    if anchor is None:
        return _with_part(f"XXXX-WXX-{number}", match["part"], "none")
    which = " ".join((match["which"] or "").lower().split())
    back = (anchor.isoweekday() - number) % 7
    ahead = (number - anchor.isoweekday()) % 7
    if which in _LAST:
        days = -(back or 7)
    elif which in _SOON:
        days = ahead or 7
    elif which == "this":
        days = -back if context.tense(*match.span()) == "past" else ahead
    else:
        days = ahead if context.tense(*match.span()) == "future" else -back
    return _with_part((anchor + timedelta(days=days)).isoformat(), match["part"], context.anchor)


_DEICTIC_DAYS = {
    "today": 0, "tonight": 0, "yesterday": -1, "tomorrow": 1, "the day before yesterday": -2,
    "the day after tomorrow": 2, "last night": -1, "yesterday night": -1,
}  # fmt: skip


def _deictic(match: re.Match[str], context: Context) -> Normal | None:
    """Reads "today", "yesterday morning", "last night", "this afternoon"."""
    word = " ".join(match["word"].lower().split())
    part = match["part"]
    if word in ("tonight", "last night"):
        part = "night"
    if context.dct is None:
        return Normal("TIME" if part else "DATE", None)
    if word.startswith("this "):
        word, part = "today", word.split()[1]
    day = context.dct + timedelta(days=_DEICTIC_DAYS[word])
    return _with_part(day.isoformat(), part, "publication")


_REFERENCES: dict[str, str] = {
    **dict.fromkeys(
        ("now", "right now", "just now", "currently", "current", "at present", "presently",
         "nowadays", "at the moment", "this moment", "at this time", "the present",
         "these days", "present-day", "at this point"), "PRESENT_REF"),
    **dict.fromkeys(
        ("recently", "lately", "long ago", "the past",
         "moments ago", "minutes ago", "hours ago", "moments earlier",
         "a moment ago", "recent days", "recent weeks", "recent months", "recent years",
         "the recent past",
         "some time ago", "years ago", "past years", "earlier", "a while ago", "not long ago"),
        "PAST_REF"),
    **dict.fromkeys(
        ("soon", "the future", "the near future", "shortly", "the coming months",
         "the coming weeks", "the coming years", "the coming days", "coming weeks", "coming years",
         "coming months", "coming days", "the foreseeable future", "in due course", "some day",
         "someday", "one day soon", "as soon as possible"), "FUTURE_REF"),
}  # fmt: skip
_SAME_DAY = frozenset(
    {
        "moments ago",
        "minutes ago",
        "hours ago",
        "just now",
        "moments earlier",
        "a moment ago",
        "now",
        "right now",
    }
)


_DONE = re.compile(r"\s(?:[a-z]{3,}ed|became|began|came|went|was|were|had|followed|after\w*)\b")


def _reference(match: re.Match[str], context: Context) -> Normal | None:
    """Reads "now", "recently", "moments ago", "the future"."""
    word = " ".join(match["word"].lower().split())
    value = _REFERENCES[word]
    if word in ("soon", "shortly") and _DONE.match(context.text, match.end()):
        return None
    if word in _SAME_DAY and context.dct is not None:
        return Normal("DATE", value, "publication", context.dct.isoformat())
    return Normal("DATE", value)


def _unit(match: re.Match[str], context: Context) -> Normal | None:
    """Reads "last week", "earlier this month", "the next day", "that year", "last weekend"."""
    if match["unit"][0].isupper() and not match.group().isupper():
        return None
    which = " ".join(match["which"].lower().split())
    which = which.removeprefix("the ").removesuffix(" fiscal")
    if which == "the" and context.narrative and match["unit"].lower() == "year" and context.story:
        return Normal("DATE", f"{context.story[0]:04}", "text")
    unit = "weekend" if "weekend" in match["unit"].lower() else unit_of(match["unit"])
    from_text = which in ("same", "that", "following", "previous", "preceding", "very next") or (
        which == "next" and (unit == "day" or context.narrative)
    )
    base = day_of(context.ref) if from_text else context.anchor_day
    anchor = "text" if from_text else context.anchor
    if base is None and from_text:
        base, anchor = context.dct, "publication"
    if base is None:
        return Normal("DATE", None)
    steps = -1 if which in _LAST else 1 if which in (*_SOON, "very next") else 0
    if unit == "weekend":
        return Normal("DATE", _weekend(base, steps, context, match), anchor)
    return Normal("DATE", shift(base, unit, steps), anchor)


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
    return _with_part((base + timedelta(days=step)).isoformat(), match["part"], "text")


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
        return _year_earlier(context.quarter or context.ref or "", ago, base)
    whole = sign * number * (2 if unit == "fortnight" else 1)
    if whole != int(whole):
        return (
            Normal("DATE", shift(base, "month", round(whole * 12)), anchor)
            if unit == "year"
            else None
        )
    return Normal("DATE", shift(base, unit, int(whole)), anchor)


def _clock_ago(context: Context, unit: str, number: float, anchor: str) -> Normal:
    """Reads "two hours ago": the day where no clock is known."""
    if context.dct is None:
        return Normal("TIME", None)
    return Normal("TIME", context.dct.isoformat(), anchor)


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
_EARLY = (
    r"(?:(?:early|late|later|earlier|sometime|mid|the\s(?:beginning|end|middle|start)\sof|beginning|"
    r"end|middle|midway\sthrough)[\s-](?:on\s|in\s|of\s)?)?"
)
_COUNTED = (
    rf"(?P<count>{COUNT})(?:\s(?:more|full|long|short|or\sso|or\s{COUNT}))?[\s-]"
    rf"(?P<unit>{UNIT})(?:\sor\sso)?"
)
_NEAR = (
    r"(?:(?:about|around|nearly|almost|over|more\sthan|less\sthan|just|only|some|roughly|at\sleast|"
    r"barely|well\sover)\s)?"
)

RELATIVE_RULES: tuple[Rule, ...] = (
    rule(
        "weekday", "weekday",
        rf"\b{_EARLY}(?:(?P<which>this\spast|this|last|next|past|coming|following|previous|the\sfollowing)\s)?"
        rf"(?P<day>{WEEKDAY})s?(?:\s(?P<part>{_PART}))?\b",
        _weekday,
    ),
    rule(
        "deictic", "deictic",
        rf"\b{_EARLY}(?P<word>the\sday\sbefore\syesterday|the\sday\safter\stomorrow|today|tonight|yesterday|tomorrow|"
        rf"last\snight|this\s(?:morning|afternoon|evening))(?:\s(?P<part>{_PART}))?\b",
        _deictic,
    ),
    rule(
        "reference", "reference",
        r"\b(?:more\s(?=recently))?(?P<word>" + "|".join(
            re.escape(word).replace(r"\ ", r"\s")
            for word in sorted(_REFERENCES, key=lambda word: (-len(word), word))
            if word != "earlier"
        ) + r")\b(?!\s(?:than|as|after|thereafter|before)\b)(?!-)",
        _reference,
    ),
    rule(
        "unit", "unit",
        rf"\b{_EARLY}(?:the\s)?(?P<which>{_THIS}(?:\sfiscal)?)\s(?P<unit>day|week|weekend|fortnight|month|quarter|year|decade|century)(?!s)(?!-)\b(?:\sor\sso\b)?",
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
    rule("weekend", "unit", rf"\b{_EARLY}the\sweekend\b(?!\s(?:before|after|of))", _the_weekend),
    rule(
        "ago", "ago",
        rf"\b{_NEAR}{_COUNTED}\s(?P<direction>ago|earlier|later|before(?!\s\w)|previously|prior(?!\sto)|afterwards?|from\snow|hence)\b",
        _ago,
    ),
)  # fmt: skip
