"""The first broken row is named, whatever was changed, and nothing makes checking stop short."""

import msgspec
import pytest
from tests.store.conftest import tamper

from counterclaim.errors import OptionError
from counterclaim.store import Store, verify
from counterclaim.store.verify import Seal, check_seal, seal_of


@pytest.fixture
def filled(store: Store, entry) -> Store:
    store.add(
        [entry("Officials said two died."), entry("Others said none.", name="b.txt")], who="e"
    )
    store.decide("note", "d-1", who="Ana", reason="seen", detail={"b": 1, "a": {"d": 1, "c": 2}})
    return store


def test_the_first_row_that_is_not_derived_is_named(filled: Store, entry) -> None:
    kept = {one.reading.document.id: one.reading for one in (entry("Officials said two died."),)}
    tamper(filled, "UPDATE rows SET body = replace(body, 'indirect', 'direct') WHERE reading = 1")
    derived = verify(filled, lambda data, held, reading: kept.get(held.document))
    [finding] = list(derived)
    key = next(iter(kept.values())).statements[0].id
    assert finding.row == f"{key} (row 3 of {held_first(filled)})"
    [finding] = list(verify(filled))
    assert finding.row == held_first(filled)


def held_first(store: Store) -> str:
    return store.held()[0].document


@pytest.mark.parametrize(
    "change",
    [
        "UPDATE rows SET body = 'no JSON' WHERE position = 2",
        "UPDATE audit SET detail = 'no JSON' WHERE seq = 2",
        "UPDATE audit SET detail = '[]' WHERE seq = 1",
        "UPDATE decisions SET detail = 'no JSON'",
        "UPDATE sightings SET headers = 'no JSON'",
        "UPDATE sightings SET at = '2031-05-04T00:00:00.000+00:00' WHERE id = 1",
        "DELETE FROM sightings WHERE id = 2",
        "DELETE FROM audit WHERE seq = 3",
        (
            "INSERT INTO decisions (at, who, kind, subject, reason, detail) "
            "VALUES ('2031', 'Eve', 'note', 'x', 'y', 'null')"
        ),
        "UPDATE readings SET digest = 'x' WHERE id = 2",
    ],
)
def test_whatever_was_changed_is_found(filled: Store, change: str) -> None:
    tamper(filled, change)
    assert list(verify(filled, lambda *_: None))


def test_one_decision_gone_puts_no_other_in_the_wrong(filled: Store) -> None:
    for reason in ("one", "two", "three"):
        filled.decide("note", "d-1", who="Ana", reason=reason)
    tamper(filled, "DELETE FROM decisions WHERE id = 2")
    [finding] = list(verify(filled))
    assert (finding.row, finding.why) == ("d-1", "what audit row 4 says of is gone")


def test_the_order_of_fields_is_no_change(filled: Store) -> None:
    assert list(verify(filled)) == []
    [row] = [one for one in filled.chain() if one.action == "note"]
    assert '"detail":{"a":{"c":2,"d":1},"b":1}' in row.detail


def test_a_seal_shows_a_chain_that_was_written_anew(filled: Store, entry) -> None:
    last = list(filled.chain())[-1]
    seal = Seal(last.hash, last.seq, last.at)
    assert seal_of(msgspec.json.encode(seal), "seal.json") == seal
    filled.decide("note", "d-1", who="Ana", reason="later")
    assert list(check_seal(filled, seal)) == []
    [changed] = check_seal(filled, msgspec.structs.replace(seal, hash="0" * 64))
    assert changed.row == "3"
    [gone] = check_seal(filled, msgspec.structs.replace(seal, rows=9))
    assert "is gone" in gone.why
    assert list(check_seal(filled, Seal("0" * 64, 0))) == []


def test_what_is_no_seal() -> None:
    with pytest.raises(OptionError, match="CC212"):
        seal_of(b"{}", "seal.json")
