"""Rules for feasts of the Islamic calendar and of spring: "during Ramadan", "Eid", "Nowruz".

The days are those of the tabular calendar (Dershowitz and Reingold, *Calendrical Calculations*,
chapter 7). Where the moon is looked for, a feast may come a day sooner or later, and nobody says so
on the page: no value is given, only bounds a day wider on both sides.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date, timedelta

from counterclaim.facts.timex.context import Context, Normal, Rule, rule
from counterclaim.facts.timex.lexicon import ORDINALS, YEAR

__all__ = ["HOLY_DAY_RULES", "islamic_day"]

Days = tuple[date, date]

ISLAMIC = {
    "ramadan": (9, 1, 30),
    "fitr": (10, 1, 3),
    "adha": (12, 10, 4),
    "ashura": (1, 10, 1),
    "arbaeen": (2, 20, 1),
    "mawlid": (3, 12, 1),
}
"""Feasts as month, first day and number of days."""

NAMES = {"ramzan": "ramadan", "newroz": "nowruz", "azha": "adha"}
"""Other ways to write a feast."""

_EPOCH = 227015
"""1 Muharram of the year 1, as an ordinal of :class:`datetime.date`."""
_SIGHTED = timedelta(days=1)
_BARE = timedelta(days=30)
"""How near "Eid" alone has to be to one of its two feasts: there are some 70 days between them."""


def islamic_day(year: int, month: int, day: int) -> date:
    """The day of the tabular Islamic calendar, as a Gregorian one."""
    months = 29 * (month - 1) + month // 2
    return date.fromordinal(_EPOCH - 1 + (year - 1) * 354 + (3 + 11 * year) // 30 + months + day)


def _holy_day(match: re.Match[str], context: Context) -> Normal | None:
    """Reads "Eid al-Fitr 2016", "the first day of Ramadan", "last Nowruz"."""
    named = match.start("eid" if match["eid"] else "bare" if match["bare"] else "name")
    if not context.text[named].isupper() or _PERSON.match(context.text, match.end()):
        return None
    year = int(match["year"]) if match["year"] else None
    anchor = context.anchor_day
    around = year or (anchor.year if anchor else None)
    if around is None:
        return Normal("DATE", None)
    name = (match["name"] or match["eid"] or "eid").lower()
    held = _held(NAMES.get(name, name), around)
    if year is not None:
        held = [one for one in held if one[0].year == year]
        found = held[0] if len(held) == 1 else None
    else:
        found = _meant(held, match, context) if anchor else None
    if found is None:
        return Normal("DATE", None)
    first, last = _part(found, match["nth"])
    bounds = f"{first - _SIGHTED}/{last + _SIGHTED}"
    return Normal("DATE", None, "none" if year else context.anchor, bounds)


_PERSON = re.compile(r"\s[A-Z][a-z]|\sal-")
"""What follows where the name is a person's: "of Ramadan Abbas"."""


def _held(name: str, around: int) -> list[Days]:
    """First and last days of a feast in the years about ``around``, in order of time."""
    if name == "nowruz":  # 20 or 21 March, by the equinox
        return [(date(year, 3, 21),) * 2 for year in range(around - 2, around + 3)]
    kinds = [name] if name in ISLAMIC else ["fitr", "adha"]
    about = (around - 622) * 33 // 32
    days = [
        (first, first + timedelta(days=ISLAMIC[kind][2] - 1))
        for year in range(about - 3, about + 5)
        for kind in kinds
        for first in [islamic_day(year, *ISLAMIC[kind][:2])]
    ]
    return sorted(days)


def _meant(held: Sequence[Days], match: re.Match[str], context: Context) -> Days | None:
    """The one of ``held`` that is spoken of: under way, the last, or the next one."""
    day = context.anchor_day
    if day is None:
        return None
    which = (match["which"] or "").lower()
    ahead = which in ("next", "coming") or context.tense(*match.span()) == "future"
    past = [one for one in held if one[0] - _SIGHTED <= day]
    if which in ("last", "past"):
        past = [one for one in past if one[1] < day]
    under_way = bool(past) and past[-1][1] >= day
    to_come = [one for one in held if one[0] > day]
    chosen = to_come[:1] if ahead and not under_way else past[-1:]
    if not chosen or (match["bare"] and min(abs(one - day) for one in chosen[0]) > _BARE):
        return None
    return chosen[0]


def _part(days: Days, nth: str | None) -> Days:
    """A day of a feast, or all of them."""
    number = ORDINALS[nth.lower()] if nth else 0
    if number == 0:
        return days
    day = days[1] if number < 0 else days[0] + timedelta(days=number - 1)
    return day, day


_EID = r"Eid[\s-](?:[aeu]l?[rlsdz]?[\s-])?(?P<eid>Fitr|Adha|Azha)"

HOLY_DAY_RULES: tuple[Rule, ...] = (
    rule(
        "holy-day", "holy",
        r"(?:(?<=\bon\s)|(?<=\bin\s)|(?<=\bat\s)|(?<=\bfor\s)|(?<=\bby\s)|(?<=\bover\s)|"
        r"(?<=\bduring\s)|(?<=\bsince\s)|(?<=\buntil\s)|(?<=\bbefore\s)|(?<=\bafter\s)|"
        r"(?<![\w-])(?=(?:this|last|next|past|coming|the)\s|eid[\s-](?:\w{2}[\s-])?(?:fitr|adha|azha)))"
        r"(?:the\s(?:(?P<nth>first|second|third|last)\sday\sof\s|(?:beginning|start|end|eve)\sof\s)?(?:the\s)?"
        r"(?:(?:Muslim\s)?(?:(?:holy|fasting)\s)?(?:month|day|feast)\sof\s)?)?"
        r"(?:(?P<which>this|last|next|past|coming)\s(?:year['’]s\s)?)?"
        rf"(?:{_EID}|(?P<bare>Eid)|(?P<name>Ramadan|Ramzan|Ashura|Arbaeen|Mawlid|Nowruz|Newroz))"
        rf"(?:,?\s(?P<year>{YEAR}))?\b(?!['’-]\w)",
        _holy_day,
    ),
)  # fmt: skip
