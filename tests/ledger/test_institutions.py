"""One ministry on several pages of one incident, and never on those of two."""

from __future__ import annotations

import msgspec
import pytest
from tests.ledger.builder import STATES, Page
from tests.ledger.stories import ORSVIK, TOLMEN

from counterclaim.ledger import build_ledger
from counterclaim.records import Actor, Ledger, Reading

FULL = STATES["actor:norland-ministry"]
OWNED = msgspec.structs.replace(FULL, id="actor:norland-defence-ministry")


def own(key: str) -> Actor:
    return Actor(id=f"actor:defence-ministry-of-d-{key}", name="defence ministry", kind="ministry")


def told(
    key: str, *actors: Actor, place: object = ORSVIK, day: str = "2031-05-03", killed: int = 12
) -> Reading:
    """A page on a raid, on which the last of ``actors`` gives a number."""
    page = Page(key, published=day)
    speaker = actors[-1]
    page.say(f"jets killed {killed} soldiers", by=speaker.id, name="The defence ministry")
    page.event("jets killed", mode="aerial", day=day, place=place)
    page.count(f"{killed} soldiers", killed)
    reading = page.reading()
    known = {a.id for a in reading.actors}
    added = [a for a in actors if a.id not in known]
    return msgspec.structs.replace(reading, actors=[*reading.actors, *added])


def same(ledger: Ledger) -> dict[str, str | None]:
    return {a.id: a.same_as for a in ledger.actors if "-of-d-" in a.id}


def test_bare_institutions_of_one_incident_are_one() -> None:
    ledger = build_ledger([told("a", own("a")), told("b", own("b"))])
    assert len(ledger.incidents) == 1
    assert same(ledger) == {own("a").id: None, own("b").id: own("a").id}
    assert [account.origin for account in ledger.accounts] == [own("a").id]
    reasons = {a.same_as_reason for a in ledger.actors if a.same_as}
    assert reasons == {"the only defence ministry of the pages on this incident"}


def test_of_two_incidents_they_are_two() -> None:
    readings = [
        told("a", own("a")),
        told("b", own("b"), place=TOLMEN, day="2031-08-19", killed=3),
    ]
    ledger = build_ledger(readings)
    assert len(ledger.incidents) == 2
    assert set(same(ledger).values()) == {None}
    assert len({account.origin for account in ledger.accounts}) == 2


def test_the_only_one_that_a_page_knows_in_full_is_meant() -> None:
    state = STATES["actor:norland"]
    full = msgspec.structs.replace(OWNED, member_of=state.id)
    ledger = build_ledger([told("a", state, full), told("b", own("b"))])
    assert same(ledger) == {own("b").id: full.id}
    assert {account.party for account in ledger.accounts} == {state.id}
    assert {origin.independent for origin in ledger.origins} == {1}


def test_where_two_are_known_nobody_can_tell() -> None:
    norland, sudmark = STATES["actor:norland"], STATES["actor:sudmark"]
    theirs = msgspec.structs.replace(
        OWNED, id="actor:sudmark-defence-ministry", member_of=sudmark.id
    )
    readings = [
        told("a", norland, OWNED),
        told("b", sudmark, theirs),
        told("c", own("c")),
        told("e", own("e")),
    ]
    ledger = build_ledger(readings)
    assert same(ledger) == {own("c").id: None, own("e").id: None}


@pytest.mark.parametrize("keys", ["ab", "abc", "cab"])
def test_a_ledger_built_from_its_own_readings_is_the_same(keys: str) -> None:
    ledger = build_ledger([told(key, own(key)) for key in keys])
    assert build_ledger(ledger.readings) == ledger
    claimed = {s.origin for reading in ledger.readings for s in reading.statements}
    assert claimed <= {a.id for a in ledger.actors}
