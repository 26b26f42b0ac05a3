"""Days of what lasts: "the third day of the siege", "day 250 of the war".

Such a day is known where the text says which it is ("Saturday was the third day of …") or when it
all began ("the siege began on 3 May"): that day is the first. Where it does not, the moment stays
without a value.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta

from counterclaim.facts.timex.calendar import day_of, granularity
from counterclaim.facts.timex.context import Context, Normal, Rule, rule
from counterclaim.facts.timex.joining import Timex
from counterclaim.facts.timex.lexicon import ORDINALS, count_of

__all__ = ["LASTING_RULES", "counted_from_start"]

_WHAT = (
    r"(?:siege|offensive|war|invasion|conflict|fighting|battle|assault|campaign|operation|blockade|"
    r"occupation|uprising|revolt|rebellion|unrest|protests?|demonstrations?|riots?|bombardment|"
    r"shelling|bombing|truce|ceasefire|cease-fire|lull|strike|hunger\sstrike|curfew|blackout|"
    r"stand-?off|hostage\scrisis|crisis|evacuation|talks|negotiations|trial|inquest)"
)
"""What goes on for days, and is counted by them."""

_ORDINAL_WORDS = "|".join(word for word, n in ORDINALS.items() if n > 0 and word.isalpha())
_ORDINAL = rf"(?:\d{{1,4}}(?:st|nd|rd|th)|{_ORDINAL_WORDS})"
_NUMBER = r"(?:\d{1,4}|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)"
_NOUN = rf"(?:(?:the|its|their|this|that|a|an)\s)?(?:[\w'’-]+\s){{0,3}}?(?P<what>{_WHAT})\b"

_BEGAN = (
    r"(?:began|begun|started|erupted|broke\sout|(?:was|were)\slaunched|launched|opened|took\seffect|"
    r"(?:came|went)\sinto\s(?:force|effect))"
)
_STARTED_ON = re.compile(
    rf"\b(?P<what>{_WHAT})\b[^.;:\n]{{0,40}}?\b{_BEGAN}\b(?:\s(?:on|early|late|at|in)){{0,2}}\s?\Z",
    re.IGNORECASE,
)
"""Before a day: "since the siege began on"."""
_WHEN_STARTED = re.compile(rf",?\s(?:when|as)\s{_NOUN}\s{_BEGAN}\b", re.IGNORECASE)
"""Behind a day: ", when the siege began"."""
_REACH = 100

_WEEK = 7


def _nth(match: re.Match[str], _: Context) -> Normal:
    """A day that is not known before all dates of the text are."""
    return Normal("DATE", None)


LASTING_RULES: tuple[Rule, ...] = (
    rule(
        "nth-of", "unit",
        rf"\b(?P<x>(?:the\s)?(?P<nth>{_ORDINAL})\s(?:full\s|straight\s|consecutive\s)?"
        rf"(?P<unit>day|week))\sof\s{_NOUN}",
        _nth,
    ),
    rule(
        "day-n-of", "unit",
        rf"\b(?P<x>(?P<unit>day|week)\s(?P<nth>{_NUMBER}))\sof\s{_NOUN}",
        _nth,
    ),
    rule(
        "is-nth-of", "unit",
        rf"(?:(?<=\bis\s)|(?<=\bwas\s)|(?<=\bmarks\s)|(?<=\bmarked\s))"
        rf"(?P<x>the\s(?P<nth>{_ORDINAL})\s(?P<unit>day))\sof\s(?P<what>)",
        _nth,
    ),
)  # fmt: skip


def counted_from_start(text: str, found: Sequence[Timex]) -> list[Timex]:
    """``found`` with the days of what lasts, by what ``text`` says of when it began."""
    waiting = [(at, match) for at, timex in enumerate(found) if (match := _counted(text, timex))]
    if not waiting:
        return list(found)
    kept = list(found)
    begun = _begun(text, found)
    for at, match in waiting:
        before = found[at - 1] if at else None
        start = begun.get(_noun(match["what"]))
        if (
            before is not None
            and _is_day(before)
            and _IS.fullmatch(text, before.end, match.start())
        ):
            normal = replace(before.normal, anchor="text", timex="DATE")
            kept[at] = replace(kept[at], normal=normal, refers_to=at - 1)
            day = day_of(normal.value)
            if day is not None and start is None and (number := _number(match)):
                begun[_noun(match["what"])] = at, day - timedelta(days=number - 1)
        elif start is not None:
            kept[at] = replace(kept[at], normal=_later(start[1], match), refers_to=start[0])
    return kept


_IS = re.compile(r"\s(?:is|was|marks|marked)\s")
"""Between a day and its number: "Saturday was the third day of the siege"."""


def _is_day(timex: Timex) -> bool:
    """Whether a moment is one day."""
    normal = timex.normal
    dated = normal.timex == "DATE" and day_of(normal.value) is not None
    return dated and granularity(normal.value or "") == "day"


def _counted(text: str, timex: Timex) -> re.Match[str] | None:
    """How a moment is counted, if it is a day of what lasts."""
    if timex.normal.value is not None or timex.normal.timex != "DATE":
        return None
    for one in LASTING_RULES:
        match = one.pattern.match(text, timex.start)
        if match and match.end("x") == timex.end:
            return match
    return None


def _begun(text: str, found: Sequence[Timex]) -> dict[str, tuple[int, date]]:
    """When what lasts began, with the moment that says so; nothing where two days are told."""
    begun: dict[str, tuple[int, date]] = {}
    torn: set[str] = set()
    for at, timex in enumerate(found):
        day = day_of(timex.normal.value)
        if day is None or not _is_day(timex):
            continue
        match = _STARTED_ON.search(
            text, max(0, timex.start - _REACH), timex.start
        ) or _WHEN_STARTED.match(text, timex.end, min(len(text), timex.end + _REACH))
        if match is None:
            continue
        what = _noun(match["what"])
        if begun.setdefault(what, (at, day))[1] != day:
            torn.add(what)
    return {what: start for what, start in begun.items() if what not in torn}


def _noun(words: str) -> str:
    """What lasts, one way to write it."""
    return re.sub(r"[\s-]", "", words.lower()).rstrip("s")


def _later(start: date, match: re.Match[str]) -> Normal:
    """The day or week that is the so-manieth from ``start`` on."""
    number = _number(match)
    if number < 1:
        return Normal("DATE", None)
    if match["unit"].lower() == "week":
        first = start + timedelta(days=_WEEK * (number - 1))
        return Normal("DATE", None, "text", f"{first}/{first + timedelta(days=_WEEK - 1)}")
    return Normal("DATE", (start + timedelta(days=number - 1)).isoformat(), "text")


def _number(match: re.Match[str]) -> int:
    """Which day or week of what lasts it is; 0 where that is no number."""
    words = match["nth"].lower()
    return ORDINALS.get(words) or int(count_of(re.sub(r"(?<=\d)\D+", "", words)) or 0)
