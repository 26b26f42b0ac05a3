"""Two sides that name different culprits, or different days, of one deed."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from datetime import date
from itertools import islice

from counterclaim.ledger.links import Evidence, Link, in_order, neighbours
from counterclaim.ledger.matters import same_name, tells_own_deed
from counterclaim.ledger.values import Value

__all__ = ["rival_actors", "rival_days"]

DAYS = 2
"""Days that a time may span to be held against another."""

PRONOUN = 4
"""Letters of a pronoun at the most, which names nobody though it may begin a sentence."""

NIGHT_REACH = 20
"""Code points around a date in which a word for night belongs to it."""

_WEEKDAY = re.compile(r"\b(?:mon|tues|wednes|thurs|fri|satur|sun)day\b", re.IGNORECASE)
_CARRIED_OUT = re.compile(
    r"\b(?:carr(?:y|ied|ies|ying) out|responsib\w+|its (?:[\w-]+ )?(?:fighters|forces|men|members|"
    r"units?|brigades?|soldiers|jets|drones|rockets|missiles|pilots|gunners))\b",
    re.IGNORECASE,
)
"""How somebody claims a deed for himself, not by a pronoun that may be anybody's."""

_NIGHT = re.compile(
    r"\b(?:night|nights|overnight|midnight|small hours|early hours)\b", re.IGNORECASE
)


def rival_actors(evidence: Evidence) -> Iterator[Link]:
    """Two sides that each name somebody in particular, and nobody in common."""
    sides = {
        side: found
        for side, values in evidence.sides("actor").items()
        if (found := [v for v in values if not v.denied and _names_somebody(v)])
    }
    for first, second in neighbours(sides):
        rivals = (
            in_order(ours[0], theirs[0])
            for ours in _by_page(sides[first])
            for theirs in _by_page(sides[second])
            if not any(_one_doer(a, b) for a in ours for b in theirs)
        )
        for a, b in islice(rivals, 1):
            yield Link.between("disputes", "actor", a, b, 0.8, "another is said to have done it")


def _by_page(values: Sequence[Value]) -> list[list[Value]]:
    """Values by page, oldest first: a side may lay a deed to somebody else later."""
    pages: defaultdict[str, list[Value]] = defaultdict(list)
    for value in values:
        pages[value.claim.document.id].append(value)
    return list(pages.values())


def _one_doer(a: Value, b: Value) -> bool:
    return a.key == b.key or same_name(a.label, b.label)


def _names_somebody(value: Value) -> bool:
    """Whether a doer has a name, or claims the deed himself."""
    named = len(value.label) > PRONOUN and any(w[:1].isupper() for w in value.label.split())
    own = value.key[0] == value.claim.party and tells_own_deed(value.claim)
    return named or (own and _CARRIED_OUT.search(value.claim.text) is not None)


def rival_days(evidence: Evidence) -> Iterator[Link]:
    """Two sides whose days for the deed, named within what they say, do not overlap."""
    told = evidence.sides("time").items()
    sides = {side: [v for v in values if _dates_act(v)] for side, values in told}
    for first, second in neighbours(sides):
        ours, theirs = sides[first], sides[second]
        if not ours or not theirs or any(_overlap(a, b) for a in ours for b in theirs):
            continue
        a, b = in_order(ours[0], theirs[0])
        yield Link.between("disputes", "time", a, b, 0.7, "days do not overlap")


def _dates_act(value: Value) -> bool:
    """Whether a day or two are named within what is said; outside it they may be of the saying.

    Of two days in a claim one is that of something else: "announced on Tuesday that on Monday".
    """
    told = value.claim.moments
    if any(m.earliest and m.earliest[:10] != value.key[0] for m in told):
        return False
    first, last = _span_of_days(value)
    inside = any(s.start <= w.start < s.end for s in value.claim.spans for w in value.spans)
    return inside and last - first < DAYS


def _overlap(a: Value, b: Value) -> bool:
    """Whether both can be one time; a night has two days.

    A weekday may be that of another week than it was taken for.
    """
    if _same_weekday(a, b):
        return True
    slack = 1 if _nightly(a) or _nightly(b) else 0
    (first, last), (begin, end) = _span_of_days(a), _span_of_days(b)
    return first <= end + slack and begin <= last + slack


def _same_weekday(a: Value, b: Value) -> bool:
    (first, last), (begin, end) = _span_of_days(a), _span_of_days(b)
    named = any(_WEEKDAY.search(s.exact) for v in (a, b) for s in v.spans)
    return named and first == last and begin == end and (first - begin) % 7 == 0


def _span_of_days(value: Value) -> tuple[int, int]:
    first, last = (date.fromisoformat(str(day)).toordinal() for day in value.key)
    return first, last


def _nightly(value: Value) -> bool:
    return any(
        _NIGHT.search(f"{s.prefix[-NIGHT_REACH:]}{s.exact}{s.suffix[:NIGHT_REACH]}")
        for s in value.spans
    )
