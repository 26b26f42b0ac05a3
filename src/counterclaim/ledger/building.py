"""Readings → ledger: pure, and the same whatever the order of the readings."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from operator import attrgetter

import msgspec

from counterclaim.ledger.accounts import accounts_of
from counterclaim.ledger.actors import actors_by_page, merge_actors
from counterclaim.ledger.answers import answers
from counterclaim.ledger.arranging import Ruling, arrange
from counterclaim.ledger.claims import Claim, gather
from counterclaim.ledger.codes import keep_codes
from counterclaim.ledger.days import day_of
from counterclaim.ledger.discourse import group_page
from counterclaim.ledger.echoes import Witnesses, origins_of
from counterclaim.ledger.grades import grade
from counterclaim.ledger.incidents import Case, incident_of, title_of
from counterclaim.ledger.institutions import settle, shared_institutions
from counterclaim.ledger.joining import join_groups
from counterclaim.ledger.links import Evidence
from counterclaim.ledger.parties import Parties
from counterclaim.ledger.relations import relations_of
from counterclaim.ledger.responsible import responsible_of
from counterclaim.ledger.sites import site_of
from counterclaim.ledger.spreading import Spread, in_order
from counterclaim.ledger.tallies import tolls_of
from counterclaim.ledger.values import Value, values_of
from counterclaim.records import (
    Account,
    Actor,
    Incident,
    Ledger,
    Origin,
    Problem,
    Reading,
    Relation,
)

__all__ = ["build_ledger"]


def build_ledger(
    readings: Sequence[Reading],
    problems: Sequence[Problem] = (),
    rulings: Sequence[Ruling] = (),
    before: Sequence[Incident] = (),
    spread: Spread = in_order,
) -> Ledger:
    """How ``readings`` fit: actors merged, incidents with accounts, origins and relations.

    A page given twice counts once. The result depends on the set of readings only, and building
    again from a ledger's readings gives the same ledger.

    Args:
        readings: pages, any order.
        problems: those of inputs that gave no page.
        rulings: which incidents people merged and split, oldest first.
        before: the incidents of an earlier ledger, whose codes live on (see ``keep_codes``).
        spread: who does what can be done side by side; has no influence on the result.
    """
    pages = _canonical(readings)
    actors = merge_actors(pages)
    parties = Parties(actors)
    claims = gather(pages, parties)
    groups = [group for page in claims for group in group_page(page, parties)]
    found = join_groups(groups, spread=spread)
    if before:
        keep_codes(found, before)
    cases = arrange(found, rulings, parties)
    actors = shared_institutions(cases, actors)
    parties = Parties(actors)
    settle(cases, parties)
    claims = [told.spoken_for(parties) for told in claims]
    known = actors_by_page(actors)
    pages = [_with_merged(page, known.get(page.document.id, [])) for page in pages]
    parts = spread(partial(_put_together, parties=parties), cases)
    parts.sort(key=lambda part: (-len(part[0].statements), part[0].id))
    incidents = [incident for incident, _, _, _ in parts]
    relations = _unique([r for _, _, _, relations in parts for r in relations])
    return Ledger(
        readings=pages,
        actors=actors,
        incidents=incidents,
        accounts=[a for _, accounts, _, _ in parts for a in accounts],
        origins=[o for _, _, origins, _ in parts for o in origins],
        relations=[*relations, *answers(claims, incidents, relations, parties, spread)],
        problems=sorted(problems, key=attrgetter("id")),
    )


def _canonical(readings: Sequence[Reading]) -> list[Reading]:
    unique = {r.document.id: r for r in sorted(readings, key=_age, reverse=True)}
    return sorted(unique.values(), key=_age)


def _age(reading: Reading) -> tuple[str, str, str, str]:
    document = reading.document
    return document.published.value or "9999", document.sha256, document.id, document.name


def _with_merged(page: Reading, actors: list[Actor]) -> Reading:
    return msgspec.structs.replace(
        page,
        actors=actors,
        problems=[msgspec.structs.replace(p, document=page.document.id) for p in page.problems],
    )


_Parts = tuple[Incident, list[Account], list[Origin], list[Relation]]


def _put_together(case: Case, parties: Parties) -> _Parts:
    incident = incident_of(case)
    claims = case.claims()
    events = case.events()
    values = _values(case, parties)
    witnesses = Witnesses(claims, parties)
    below = [c for c in claims if not c.headline]
    evidence = Evidence(below or claims, values, witnesses)
    readings = {g.page.reading.document.id: g.page.reading for g in case.groups}
    day, site = day_of(incident, readings), site_of(incident, readings)
    told = msgspec.structs.replace(
        incident,
        title=title_of(case, day, site),
        grade=grade(evidence),
        day=day,
        site=site,
        tolls=tolls_of(incident, readings),
        responsible=responsible_of(_first_hand(claims), events, parties),
    )
    return (
        told,
        accounts_of(incident.id, _first_hand(claims), values, events),
        origins_of(incident.id, values, witnesses),
        relations_of(incident.id, evidence),
    )


def _first_hand(claims: Sequence[Claim]) -> list[Claim]:
    """Without headlines, which are the outlet's summary, of pages that cite somebody below."""
    told = {c.document.id for c in claims if not c.headline}
    return [c for c in claims if not c.headline or c.document.id not in told]


def _values(case: Case, parties: Parties) -> list[Value]:
    """What the claims say; a headline speaks only for a page that says nothing below it."""
    events = case.events()
    places = case.places()
    moments = {key: m for g in case.groups for key, m in g.page.moments.items()}
    values = [
        value
        for claim in case.claims()
        for value in values_of(claim, events.get(claim.id, ()), parties, places, moments)
    ]
    told = {v.claim.document.id for v in values if not v.claim.headline}
    below = [v for v in values if not v.claim.headline or v.claim.document.id not in told]
    return _without_asides(below)


def _without_asides(values: list[Value]) -> list[Value]:
    """Without what is merely negated by a party that asserts the event elsewhere.

    Such a party denies only in so many words: "they never announced any raids" is no denial. What
    it says it has not done itself, it denies.
    """
    events = [v for v in values if v.field == "event" and v.asserted and not v.denied]
    asserting = {v.claim.party for v in events}
    of_kind = {(v.claim.party, v.key) for v in events}
    own = {
        v.claim.id for v in values if v.denied and v.field == "actor" and v.key == (v.claim.party,)
    }
    return [
        v
        for v in values
        if not v.denied
        or v.field == "intent"
        or v.claim.statement.force == "denies"
        or v.claim.party not in asserting
        or v.claim.id in own
        or (v.field == "event" and (v.claim.party, v.key) not in of_kind)
    ]


def _unique(relations: list[Relation]) -> list[Relation]:
    """A statement on two incidents may link to the same other in both; the first is kept."""
    return list({r.id: r for r in reversed(relations)}.values())[::-1]
