"""The first broken row is named, whatever was changed, and nothing makes checking stop short."""

import random
from pathlib import Path

import msgspec
import pytest
from sqlalchemy import text
from tests.ledger.stories import rolling_page, second_page
from tests.store.conftest import tamper

from counterclaim.errors import OptionError, OutputError
from counterclaim.store import Entry, Store, verify
from counterclaim.store.health import rebuild
from counterclaim.store.incident_index import bring_up_to_date
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


@pytest.fixture
def told(store: Store) -> Store:
    for page in (rolling_page(), second_page()):
        reading = page.reading()
        data = (reading.document.id.removeprefix("d-") + reading.document.text).encode()
        store.add([Entry(data, reading)], who="e")
    bring_up_to_date(store)
    assert list(verify(store, lambda *_: None)) == []
    return store


@pytest.mark.parametrize(
    ("change", "table"),
    [
        ("UPDATE statements SET words = 'They admitted it.' WHERE id = 2", "statements"),
        ("UPDATE statements SET origin = 'actor:other' WHERE id = 1", "statements"),
        ("DELETE FROM facets WHERE kind = 'harm'", "facets"),
        ("UPDATE spots SET lat = 0", "spots"),
        ("DELETE FROM heads", "heads"),
        ("UPDATE heads SET reading = 1", "heads"),
        (
            "UPDATE incidents SET body = replace(body, 'title\":\"', 'title\":\"Massacre: ')",
            "incidents",
        ),
        ("DELETE FROM incidents", "incidents"),
    ],
)
def test_what_is_laid_out_is_checked_too(told: Store, change: str, table: str) -> None:
    tamper(told, change)
    found = list(verify(told, lambda *_: None))
    assert found[0].table == table
    rebuild(told)
    assert list(verify(told, lambda *_: None)) == []


def bytes_of(store: Store) -> Path:
    """The file of an SQLite store with everything in it; closed."""
    with store.engine.connect() as connection:
        connection.execute(text("PRAGMA wal_checkpoint(TRUNCATE)"))
    store.close()
    return Path(store.url.removeprefix("sqlite:///"))


@pytest.mark.parametrize("url", ["sqlite"], indirect=True)
@pytest.mark.parametrize("damage", [b"\xff\xfe", b"\x00\x00", b"zz", b'"}'])
def test_a_damaged_byte_is_named(filled: Store, damage: bytes) -> None:
    path = bytes_of(filled)
    data = path.read_bytes()
    # Of the second page's text, in the row of its document.
    where = data.index(b'"text":"Others said') + 8
    path.write_bytes(data[:where] + damage + data[where + len(damage) :])
    opened = Store.open(filled.url)
    found = list(verify(opened))
    assert found[0].table in ("rows", "captures")
    assert found[0].row in {held.document for held in opened.held()}
    opened.close()


@pytest.mark.parametrize("url", ["sqlite"], indirect=True)
def test_whatever_byte_is_damaged_checking_ends_with_findings(told: Store) -> None:
    chance = random.Random(3)
    path = bytes_of(told)
    data = path.read_bytes()
    # Much of such a small file is room that nothing is in.
    held = [at for at, byte in enumerate(data) if byte and at >= 100]
    quiet = 0
    for _ in range(40):
        where = chance.choice(held)
        changed = bytes([data[where] ^ chance.choice([1, 8, 128, 255])])
        path.write_bytes(data[:where] + changed + data[where + 1 :])
        try:
            opened = Store.open(told.url)
            quiet += not list(verify(opened, lambda *_: None))
            opened.close()
        except (OptionError, OutputError):
            continue
    # What is laid out for searching, and what was freed, hold some of the rest.
    assert quiet < 30
