"""Pages that come one by one."""

from __future__ import annotations

from tests.ledger.test_joining import story, two_incidents

from counterclaim.ledger.assigning import Assigner
from counterclaim.ledger.parties import Parties


def assigned(*order: int) -> list[int]:
    readings = two_incidents()
    assigner = Assigner(Parties([]))
    return [assigner.add(readings[number]) for number in order]


def test_a_page_joins_the_incident_told_before() -> None:
    assert assigned(0, 1, 2, 3) == [0, 0, 2, 2]


def test_incidents_may_come_in_turns() -> None:
    assert assigned(2, 0, 3, 1) == [0, 1, 0, 1]


def test_pages_on_nothing_in_common_found_incidents_of_their_own() -> None:
    names = (("Ivo Salt", "Karsu", 51), ("Mara Quill", "Sefra", 27), ("Juno Pell", "Velm", 8))
    assigner = Assigner(Parties([]))
    found = [
        assigner.add(story(str(n), name, town, age, f"203{n}-05-04", f"{name} was well liked"))
        for n, (name, town, age) in enumerate(names)
    ]
    assert found == [0, 1, 2]


def test_what_was_assigned_is_not_moved() -> None:
    readings = two_incidents()
    assigner = Assigner(Parties([]))
    first = [assigner.add(reading) for reading in readings]
    second = [assigner.add(reading) for reading in readings]
    assert second == first
