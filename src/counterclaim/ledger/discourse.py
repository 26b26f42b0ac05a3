"""One page's statements → groups on one occurrence each.

Violent events are folded in text order into the group they share most with and that nothing keeps
them apart from. A page mostly tells of one occurrence; what differs in its day, its site or in who
did what to whom ("last year's attack") founds a group of its own. A statement without an event of
its own joins by discourse: it counts victims, names a purpose, takes a position, or refers back
("the strike", "this attack").
"""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass, field, replace
from datetime import date

from counterclaim.ledger.claims import Claim, PageClaims
from counterclaim.ledger.occurrences import (
    Occurrence,
    agreement,
    compatible,
    kept_apart,
    mark,
    spot_of,
    tolls,
    window_of,
)
from counterclaim.ledger.parties import Parties
from counterclaim.ledger.references import refers_back
from counterclaim.ledger.values import founds_incident
from counterclaim.records import Event, Force

__all__ = ["Group", "group_page"]

REPORTED_WITHIN = 7
"""Days before publication within which an event without a date is taken to have happened."""

NIGHT = 1
"""Days apart that one act may be told on one page: a night, a dateline, a late report."""

SEQUEL = 7
"""Days within which an act told as known ("the shooting") is the page's, whatever day is named."""

_KNOWN = re.compile(r"\b(?:the|this|that)\s+(?:[\w'’-]+\s+){0,2}$", re.IGNORECASE)
_ANOTHER = re.compile(
    r"\b(?:another|second|third|separate|unrelated|other|earlier|previous|last|again|also)\b",
    re.IGNORECASE,
)
"""Words that make an act one more beside those already told."""

REACH: dict[Force, int] = {
    "denies": 1200,
    "admits": 1200,
    "regrets": 1200,
    "doubts": 600,
    "accuses": 600,
    "demands": 600,
    "promises": 600,
}
"""Code points from a claim with an event within which a position or a reaction belongs to it."""

OWNING: frozenset[Force] = frozenset({"denies", "admits"})
CHARGING: frozenset[Force] = frozenset({"accuses", "admits"})
POSITIONS: frozenset[Force] = frozenset({"declines", "denies", "admits", "regrets"})


@dataclass
class Group:
    """The claims of one page on one occurrence.

    ``tentative`` ones found no incident alone; ``main`` is what the page tells of first of all. A
    page without such claims has a main group without any: it may still be about an incident that
    others tell of.
    """

    page: PageClaims
    marks: Occurrence
    events: list[tuple[Claim, Event]] = field(default_factory=list)
    claims: dict[str, Claim] = field(default_factory=dict)
    tentative: bool = False
    main: bool = False

    def add(self, claim: Claim, event: Event, marks: Occurrence) -> None:
        """Take in one event and the claim that makes it."""
        self.events.append((claim, event))
        self.claims[claim.id] = claim
        self.marks.add(marks)

    def distinct(self, main: Group) -> bool:
        """Whether it is told apart by a day, a site, or both sides of claims of its own.

        Arrests beside an attack are what came next, and no incident without both sides.
        """
        sequel = main.attacks and not self.attacks
        if self.marks.windows or any(s.exact for s in self.marks.spots.values()):
            return not sequel
        own = self.claims.keys() - main.claims.keys()
        return bool(own and self.marks.actors and self.marks.recipients)

    @property
    def attacks(self) -> bool:
        """Whether it tells of an attack, and not of arrests or seizures alone."""
        return any(event.event == "ASSAULT" for _, event in self.events)


def group_page(page: PageClaims, parties: Parties) -> list[Group]:
    """The groups of ``page``, the one with most claims first; at least one, if need be empty.

    Only the first need not be distinct: what is said of a further act with neither day, site nor
    sides stays without an incident rather than making one up.
    """
    groups = _by_event(page, parties) or _by_mention(page)
    if not groups:
        return [Group(page, Occurrence(default=_default_window(page)), tentative=True, main=True)]
    groups.sort(key=_most_told)
    kept = [groups[0], *[g for g in groups[1:] if g.distinct(groups[0])]]
    rivals = [told for g in groups if g not in kept for told in g.events]
    groups = kept
    _join_by_discourse(page, groups)
    _keep_charges(rivals, groups)
    groups.sort(key=_most_told)
    groups[0].main = True
    return groups


def _most_told(group: Group) -> tuple[int, int]:
    """Sorts the group with most claims first, then the one told of first."""
    return -len(group.claims), min(claim.start for claim in group.claims.values())


def _by_event(page: PageClaims, parties: Parties) -> list[Group]:
    groups: list[Group] = []
    loose: list[tuple[Claim, Event, Occurrence]] = []
    default = _default_window(page)
    told = [(c, e) for c in page.claims for e in c.events if founds_incident(e)]
    for claim, event in told:
        marks = Occurrence(default=default)
        mark(marks, event, claim, parties, page.moments, page.places)
        if event.modality in ("hypothetical", "future"):
            loose.append((claim, event, marks))
            continue
        group = _best(groups, marks) or _again(groups, marks, claim, event)
        if group is None:
            group = Group(page, Occurrence(default=default))
            groups.append(group)
        group.add(claim, event, marks)
    for claim, event, marks in loose:
        group = _best(groups, marks)
        if group is not None and agreement(group.marks, marks) > 0:
            group.events.append((claim, event))
            group.claims[claim.id] = claim
    return groups


def _by_mention(page: PageClaims) -> list[Group]:
    """On a page that names no violent event, one group of all that speaks of one.

    Victims counted and known acts referred to are enough to found an incident. A purpose, a denial
    or an admission alone is not: such a group is tentative, and needs another page to join.
    """
    firm = [c for c in page.claims if c.counts or c.victims or (_positioned(c) and refers_back(c))]
    found = firm or [c for c in page.claims if c.intents or c.statement.force in OWNING]
    group = Group(page, Occurrence(default=_default_window(page)), tentative=not firm)
    for claim in found:
        group.claims[claim.id] = claim
        group.marks.tolls |= tolls(claim.counts)
        group.marks.spots.update({spot.key: spot for spot in map(spot_of, claim.places)})
    return [group] if group.claims else []


def _positioned(claim: Claim) -> bool:
    return claim.statement.force in POSITIONS


def _best(groups: list[Group], marks: Occurrence) -> Group | None:
    """The compatible group that shares most; among equals the one with most claims, then first."""
    fitting = [g for g in groups if compatible(g.marks, marks)]
    return max(fitting, key=lambda g: (agreement(g.marks, marks), len(g.claims)), default=None)


def _again(groups: list[Group], marks: Occurrence, claim: Claim, event: Event) -> Group | None:
    """The group that a day beside its own does not keep an event from, if there is one.

    That is a day apart at most, or a few where the act is told as known ("the shooting"), with
    nothing that makes it another.
    """
    text, span = claim.document.text, event.span
    before = text[max(claim.start, span.start - 60) : span.start].rpartition(". ")[2]
    if _ANOTHER.search(before):
        return None
    slack = SEQUEL if _KNOWN.search(before) else NIGHT
    fitting = [g for g in groups if _same_but_days(g.marks, marks, slack)]
    return max(fitting, key=lambda g: (agreement(g.marks, marks), len(g.claims)), default=None)


def _same_but_days(a: Occurrence, b: Occurrence, slack: int) -> bool:
    """Whether nothing but days keeps two apart, which would together span ``slack`` days more."""
    if a.window is None or b.window is None or not (a.windows and b.windows):
        return False
    first, last = min(a.window[0], b.window[0]), max(a.window[1], b.window[1])
    return last - first <= slack and not kept_apart(a, replace(b, windows=a.windows))


def _default_window(page: PageClaims) -> tuple[int, int] | None:
    published = page.reading.document.published.value
    if not published:
        return None
    try:
        day = date.fromisoformat(published[:10]).toordinal()
    except ValueError:
        return None
    return day - REPORTED_WITHIN, day


def _join_by_discourse(page: PageClaims, groups: list[Group]) -> None:
    grouped = {key: group for group in reversed(groups) for key in group.claims}
    telling = [c for c in page.claims if c.id in grouped]
    starts = [c.start for c in telling]
    before: dict[int, Claim] = {}
    for claim in page.claims:
        if claim.id in grouped:
            before[claim.update] = claim
            continue
        nearest = before.get(claim.update, telling[0])
        at = bisect_right(starts, claim.start)
        after = telling[at : at + 1]
        group = grouped[nearest.id]
        if _joins(claim, group, [nearest, *after]):
            group.claims[claim.id] = claim
            group.marks.tolls |= tolls(claim.counts)


def _keep_charges(told: list[tuple[Claim, Event]], groups: list[Group]) -> None:
    """Give the deeds of charges and denials that joined a group to it: "their rocket fell short".

    Nothing tells their deed apart but who did it, and how: that is what is disputed.
    """
    for claim, event in told:
        group = next((g for g in groups if claim.id in g.claims), None)
        disputed = claim.statement.force in CHARGING or event.modality == "denied"
        if group is not None and disputed:
            group.events.append((claim, event))


def _joins(claim: Claim, group: Group, around: list[Claim]) -> bool:
    """Whether a claim without an event belongs to what those around it tell of."""
    refers = refers_back(claim)
    if not refers and _elsewhen(claim, group):
        return False
    if refers or claim.intents or claim.counts or claim.victims:
        return True
    if claim.statement.force == "declines":
        return True
    reach = REACH.get(claim.statement.force, 0)
    return any(_near(claim, other, reach) for other in around)


def _near(claim: Claim, other: Claim, reach: int) -> bool:
    """Whether both stand in one update, within reach, with no separator line between them."""
    start, end = sorted((claim.start, other.start))
    if claim.update != other.update or end - start > reach:
        return False
    between = claim.document.text[start:end].split("\n")
    return all(line.isspace() or any(map(str.isalnum, line)) for line in between if line)


def _elsewhen(claim: Claim, group: Group) -> bool:
    """Whether the claim speaks of days that cannot be the occurrence's."""
    ours = group.marks.window
    theirs = [w for m in claim.moments if (w := window_of(m)) and m.id != claim.statement.said_at]
    if ours is None or not theirs:
        return False
    return all(w[1] < ours[0] for w in theirs)
