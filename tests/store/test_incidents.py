"""One incident, found by any of its names, with what it rests on and nothing else."""

import pytest

from counterclaim.errors import OptionError
from counterclaim.records import Incident, Ledger, Relation
from counterclaim.store.incidents import find_incident, narrow


@pytest.fixture
def ledger(entry) -> Ledger:
    first, second = entry("Officials said it fell.").reading, entry("Others said no.").reading
    ids = [first.document.id, second.document.id]
    incidents = [
        Incident(
            id="i-1", code="2031-AAA", title="x", documents=ids[:1], previous_codes=["2031-OLD"]
        ),
        Incident(id="i-2", code="2031-BBB", title="y", documents=ids),
    ]
    relations = [
        Relation(
            id=f"r-{n}",
            kind="denies",
            a="a",
            b="b",
            on="event",
            a_spans=[],
            b_spans=[],
            incident=f"i-{n}",
        )
        for n in (1, 2)
    ]
    return Ledger(readings=[first, second], incidents=incidents, relations=relations)


@pytest.mark.parametrize("subject", ["i-1", "2031-AAA", "2031-OLD"])
def test_it_is_found_by_any_name(ledger: Ledger, subject: str) -> None:
    assert find_incident(ledger, subject).id == "i-1"


def test_one_that_is_not_there(ledger: Ledger) -> None:
    with pytest.raises(OptionError, match="CC208"):
        find_incident(ledger, "2031-ZZZ")


def test_narrowing_keeps_what_it_rests_on(ledger: Ledger) -> None:
    narrowed = narrow(ledger, ledger.incidents[0])
    assert narrowed.readings == ledger.readings[:1]
    assert [one.id for one in narrowed.incidents] == ["i-1"]
    assert [one.id for one in narrowed.relations] == ["r-1"]
