"""Rules for what is counted from the day of writing: weekdays, "today", "now", "recently"."""

from __future__ import annotations

import re
from datetime import timedelta

from counterclaim.facts.timex.context import Context, Normal, Rule, rule
from counterclaim.facts.timex.direction import weekday_signs
from counterclaim.facts.timex.lexicon import COUNT, PARTS, WEEKDAY, weekday_of
from counterclaim.facts.timex.mentions import weekday_key

__all__ = ["DEICTIC_DAYS", "DEICTIC_RULES", "EARLY", "LAST", "SOON", "with_part"]

_PART = r"(?:morning|afternoon|evening|night|midday|noon|midnight|dawn|dusk|lunchtime)"
_PARTS = r"(?:morning|afternoon|evening|night)s"
_LETTER = {**PARTS, "noon": "12:00", "midnight": "00:00", "midday": "12:00"}
SOON = frozenset(["next", "coming", "following", "upcoming"])
LAST = frozenset({"last", "past", "this past", "previous", "preceding"})


def with_part(day: str | None, part: str | None, anchor: str) -> Normal:
    """A day, or a part of it."""
    if part is None or day is None:
        return Normal("DATE", day, anchor)
    return Normal("TIME", f"{day}T{_LETTER[part.lower()]}", anchor)


_NO_DAY = re.compile(r"\b(?:Bloody|Man|Super|Cyber|Good|Easter|Palm|Ash|Black)\s\Z")
_TITLE = re.compile(r"\s(?:Times|Post|Telegraph|Mail|Mirror|Herald|Express|Star|Night\sLive)\b")
"""Papers and programmes that bear a weekday's name."""
_ON = re.compile(r"\b[Oo]n\s\Z")


def _weekday(match: re.Match[str], context: Context) -> Normal | None:
    """Reads "Saturday", "last Friday", "Sunday night", "Friday week", "a week last Friday"."""
    word = match["day"]
    if not word[0].isupper():
        return None
    if _NO_DAY.search(context.text[max(0, match.start("day") - 8) : match.start("day")]):
        return None
    if _TITLE.match(context.text, match.end("day")):
        return None
    number = weekday_of(word)
    if match["parts"]:
        return Normal("SET", f"XXXX-WXX-{number}T{PARTS[match['parts'].lower()[:-1]]}")
    if match["plural"] and _ON.search(context.text[max(0, match.start() - 3) : match.start()]):
        return Normal("SET", f"XXXX-WXX-{number}")
    anchor = context.anchor_day
    if anchor is None:
        return with_part(f"XXXX-WXX-{number}", match["part"], "none")
    days = _days_off(match, context, anchor.isoweekday(), number)
    return with_part((anchor + timedelta(days=days)).isoformat(), match["part"], context.anchor)


def _days_off(match: re.Match[str], context: Context, today: int, number: int) -> int:
    """Days from the weekday ``today`` to the one that is meant."""
    which = " ".join((match["which"] or "").lower().split())
    back, ahead = (today - number) % 7, (number - today) % 7
    if match["week"] or match["off"]:
        return -7 - (back or 7) if which in LAST else (ahead or 7) + 7
    if which in LAST:
        return -(back or 7)
    if which in SOON:
        return ahead or 7
    if which == "this":
        return -back if context.tense(*match.span()) == "past" else ahead
    if context.narrative:
        return ahead if context.tense(*match.span()) == "future" else -back
    key = weekday_key(number, context.dct)
    soon = ahead and context.lean(*match.span(), *weekday_signs(ahead), key=key) > 0
    return ahead if soon else -back


DEICTIC_DAYS = {
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
    day = context.dct + timedelta(days=DEICTIC_DAYS[word])
    return with_part(day.isoformat(), part, "publication")


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
         "some time ago", "years ago", "past years", "earlier", "a while ago", "not long ago",
         "a short while ago", "a short time ago", "a little while ago", "a few moments ago"),
        "PAST_REF"),
    **dict.fromkeys(
        ("soon", "the future", "the near future", "shortly", "the coming months",
         "the coming weeks", "the coming years", "the coming days", "coming weeks", "coming years",
         "coming months", "coming days", "coming quarters", "future quarters",
         "the foreseeable future", "in due course", "some day", "someday", "one day soon",
         "as soon as possible"), "FUTURE_REF"),
}  # fmt: skip
_SAME_DAY = frozenset(
    {
        "moments ago",
        "minutes ago",
        "hours ago",
        "just now",
        "moments earlier",
        "a moment ago",
        "a few moments ago",
        "a short while ago",
        "a short time ago",
        "a little while ago",
        "now",
        "right now",
    }
)


_OF_SPEECH = frozenset({"soon", "shortly", "at this point", "at this time"})
"""Words that a history counts from its own course."""
_ADJECTIVES = {"former": "PAST_REF", "recent": "PAST_REF", "future": "FUTURE_REF"}


def _adjective(match: re.Match[str], context: Context) -> Normal | None:
    """Reads "the former capital" in a history; news is full of former ministers."""
    return Normal("DATE", _ADJECTIVES[match["word"].lower()]) if context.narrative else None


_DONE = re.compile(r"\s(?:[a-z]{3,}ed|became|began|came|went|was|were|had|followed|after\w*)\b")


def _reference(match: re.Match[str], context: Context) -> Normal | None:
    """Reads "now", "recently", "moments ago", "the future"."""
    word = " ".join(match["word"].lower().split())
    if context.narrative and word in _OF_SPEECH:
        return None
    value = _REFERENCES[word]
    if word in ("soon", "shortly") and _DONE.match(context.text, match.end()):
        return None
    if word in _SAME_DAY and context.dct is not None:
        return Normal("DATE", value, "publication", context.dct.isoformat())
    return Normal("DATE", value)


EARLY = (
    r"(?:(?:early|late|later|earlier|sometime|mid|the\s(?:beginning|end|middle|start)\sof|beginning|"
    r"end|middle|midway\sthrough)[\s-](?:on\s|in\s|of\s)?)?"
)

DEICTIC_RULES: tuple[Rule, ...] = (
    rule(
        "weekday", "weekday",
        rf"\b{EARLY}(?P<off>a\sweek\s(?:from\s|(?=last\s)))?(?:(?P<which>this\spast|this|last|next|past|coming|following|previous|the\sfollowing)\s)?"
        rf"(?P<day>{WEEKDAY})(?P<plural>s)?(?:(?P<week>\sweek)\b(?!-)|\s(?P<parts>{_PARTS})\b|\s(?P<part>{_PART}))?(?:\b|(?<=(?:Mon|Tue|Wed|Thu|Fri|Sat)\.))",
        _weekday,
    ),
    rule(
        "deictic", "deictic",
        rf"\b{EARLY}(?P<word>the\sday\sbefore\syesterday|the\sday\safter\stomorrow|today|tonight|yesterday|tomorrow|"
        rf"last\snight|this\s(?:morning|afternoon|evening))(?:\s(?P<part>{_PART}))?\b",
        _deictic,
    ),
    rule(
        "reference", "reference",
        r"\b(?:more\s(?=recently))?(?P<word>" + "|".join(
            re.escape(word).replace(r"\ ", r"\s")
            for word in sorted(_REFERENCES, key=lambda word: (-len(word), word))
            if word != "earlier"
        ) + r")\b(?!\s(?:than|as|after|thereafter|before)\b)(?!-)"
        rf"(?!(?<=\bthe\spast)\s{COUNT}\s)",
        _reference,
    ),
    rule(
        "adjective", "adjective",
        r"\b(?P<word>former|recent|future)\b(?!\s(?:days|weeks|months|years)\b)",
        _adjective,
    ),
)  # fmt: skip
