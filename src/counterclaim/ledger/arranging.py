"""People's word on which claims tell of one incident, over what was grouped by likeness."""

from __future__ import annotations

import hashlib
from collections.abc import Container, Iterable, Sequence
from dataclasses import dataclass
from typing import Literal

from counterclaim.ledger.discourse import Group
from counterclaim.ledger.incidents import Case, incident_of
from counterclaim.ledger.occurrences import Occurrence, mark, tolls
from counterclaim.ledger.parties import Parties

__all__ = ["Ruling", "Told", "arrange"]


@dataclass(frozen=True)
class Told:
    """An incident as it was when somebody decided on it.

    ``statements`` are the ids of its statements then, by which it is known again should later
    pages have given it another ``code``.
    """

    code: str
    statements: frozenset[str] = frozenset()


@dataclass(frozen=True)
class Ruling:
    """``merge``: ``other`` tells of the same as ``incident``; ``split``: ``apart`` does not.

    ``apart`` are ids of statements.
    """

    kind: Literal["merge", "split"]
    incident: Told
    other: Told = Told("")
    apart: frozenset[str] = frozenset()


def arrange(cases: Sequence[Case], rulings: Iterable[Ruling], parties: Parties) -> list[Case]:
    """``cases`` with the ``rulings`` carried out in their order.

    A ruling on incidents that are not there, or that leaves nothing on one side, changes nothing.
    A merged incident keeps the code of the first and has the other's among its earlier ones; what
    is split off gets a code of its own, derived from what it holds.
    """
    found = list(cases)
    for ruling in rulings:
        case = find_case(found, ruling.incident)
        if case is None:
            continue
        if ruling.kind == "split":
            found.extend(_split(case, ruling.apart, parties))
            continue
        other = find_case(found, ruling.other)
        if other is not None and other is not case:
            _merge(case, other)
            found.remove(other)
    return found


def find_case(cases: Sequence[Case], told: Told) -> Case | None:
    """The case of that code, else the one that shares most of its statements."""
    codes = {id(case): (code_of(case), *case.previous) for case in cases}
    for exact in (True, False):
        for case in cases:
            names = codes[id(case)]
            if told.code in (names[:1] if exact else names):
                return case
    shared = [(len(told.statements & _ids(case)), -at) for at, case in enumerate(cases)]
    most, at = max(shared, default=(0, 0))
    return cases[-at] if most else None


def code_of(case: Case) -> str:
    """The code given by hand, else the one derived from its claims."""
    return case.named[1] if case.named else incident_of(case).code


def _ids(case: Case) -> frozenset[str]:
    return frozenset(key for group in case.groups for key in group.claims)


def _keep_name(case: Case) -> None:
    """Whatever becomes of it, it stays the incident that it was."""
    if case.named is None:
        now = incident_of(case)
        case.named = now.id, now.code


def _merge(case: Case, other: Case) -> None:
    _keep_name(case)
    case.previous = [*case.previous, code_of(other), *other.previous]
    case.groups.extend(other.groups)
    case.marks.add(other.marks)


def _split(case: Case, apart: frozenset[str], parties: Parties) -> list[Case]:
    inside = _ids(case)
    taken = inside & apart
    if not taken or taken == inside:
        return []
    _keep_name(case)
    halves = [
        [_part(group, keys, parties) for group in case.groups if group.claims.keys() & keys]
        for keys in (inside - taken, taken)
    ]
    case.groups, case.marks = halves[0], _marks(halves[0])
    new = Case(_marks(halves[1]), halves[1])
    day = incident_of(new).code.rpartition("-")[0]
    told = "\0".join((code_of(case), *sorted(taken)))
    digest = hashlib.sha256(told.encode()).hexdigest()
    new.named, new.previous = (f"i-{digest[:16]}", f"{day}-{digest[:6]}"), [code_of(case)]
    return [new]


def _part(group: Group, keys: Container[str], parties: Parties) -> Group:
    """The claims of ``group`` among ``keys``, with the marks that they alone give."""
    old = group.marks
    bare = Occurrence(
        default=old.default, mentioned=old.mentioned, words=old.words, sources=old.sources
    )
    part = Group(group.page, bare, tentative=group.tentative)
    for claim, event in group.events:
        if claim.id in keys:
            marks = Occurrence(default=old.default)
            mark(marks, event, claim, parties, group.page.moments, group.page.places)
            part.add(claim, event, marks)
    for claim in group.claims.values():
        if claim.id in keys and claim.id not in part.claims:
            part.claims[claim.id] = claim
            part.marks.tolls |= tolls(claim.counts)
    return part


def _marks(groups: Iterable[Group]) -> Occurrence:
    marks = Occurrence()
    for group in groups:
        marks.add(group.marks)
    return marks
