"""A whole store as one stream: everything, in either direction, or nothing."""

import hashlib
import io
from pathlib import Path

import msgspec
import pytest
from sqlalchemy import text
from tests.ledger.stories import rolling_page
from tests.store.conftest import POSTGRESQL, empty_database, make_entry, tamper

from counterclaim.errors import RecordError
from counterclaim.store import Entry, Query, Store, search, verify
from counterclaim.store.copying import head_of
from counterclaim.store.exchange import Ending, export_store, import_store
from counterclaim.store.incident_index import bring_up_to_date


def fill(store: Store) -> Store:
    store.add([make_entry("Zoë said: “\U0001f6a2 sank”.\r\n\x00مرحبا")], who="engine")
    page = {"name": "page.html", "url": "https://paper.invalid/bridge"}
    store.add([make_entry("Officials said two died.", **page)], who="engine")
    store.add([make_entry("Officials said three died.", **page)], who="engine")
    key = store.held()[0].document
    store.decide("reject", f"{key}.s1", who="Ana", reason="hearsay")
    return store


def written(store: Store) -> bytes:
    stream = io.BytesIO()
    export_store(store, stream)
    return stream.getvalue()


def lines(data: bytes) -> list[bytes]:
    return data.splitlines(keepends=True)


def both_say(one: Store, other: Store) -> None:
    """The same of everything that is kept, and of everything that is derived."""
    assert list(verify(one)) == list(verify(other))
    assert list(one.chain()) == list(other.chain())
    assert one.held() == other.held()
    assert one.decisions() == other.decisions()
    assert one.newest() == other.newest()
    assert one.ledger() == other.ledger()
    url = "https://paper.invalid/bridge"
    assert one.versions(url) == other.versions(url)
    for query in (Query(), Query(words="died"), Query(words="sank", revisions=True)):
        assert search(one, query) == search(other, query)


def test_what_comes_in_is_what_went_out(store: Store, other: Store) -> None:
    fill(store)
    ending = import_store(other, lines(written(store)), name="x")
    both_say(store, other)
    assert list(verify(other)) == []
    with other.engine.connect() as connection:
        assert head_of(connection) == ending.head == list(store.chain())[-1].hash


def test_out_again_gives_the_same_bytes(store: Store, other: Store) -> None:
    data = written(fill(store))
    import_store(other, lines(data), name="x")
    assert written(other) == data


@pytest.mark.skipif(POSTGRESQL is None, reason="no PostgreSQL: set COUNTERCLAIM_TEST_POSTGRESQL")
def test_sqlite_to_postgresql_and_back(tmp_path: Path) -> None:
    first = fill(Store.create(f"sqlite:///{tmp_path}/first.db"))
    between = Store.create(empty_database(str(POSTGRESQL), "between"))
    last = Store.create(f"sqlite:///{tmp_path}/last.db")
    import_store(between, lines(written(first)), name="x")
    both_say(first, between)
    # The chain goes on where it was, and comes back with what was added.
    for store in (first, between):
        store.add([make_entry("Residents said a third thing.", name="c.txt")], who="engine")
    assert list(verify(between)) == []
    import_store(last, lines(written(between)), name="x")
    both_say(between, last)
    assert written(last) == written(between)
    for store in (first, between, last):
        store.close()


def test_what_does_not_hold_does_not_hold_there(store: Store, other: Store) -> None:
    fill(store)
    with store.engine.begin() as connection:
        if connection.dialect.name == "sqlite":
            connection.execute(text("DROP TRIGGER decisions_no_update"))
        else:
            connection.execute(text("SET session_replication_role = replica"))
        connection.execute(text("UPDATE decisions SET reason = 'another'"))
    import_store(other, lines(written(store)), name="x")
    found = list(verify(other))
    assert found == list(verify(store))
    assert [one.table for one in found] == ["decisions"]


@pytest.mark.parametrize(
    "spoil",
    [
        lambda data: data[: len(data) // 2],
        lambda data: b"".join(lines(data)[:-1]),
        lambda data: data.replace(b"hearsay", b"heresay"),
        lambda data: b"".join(lines(data)[1:]),
        lambda data: b"".join([*lines(data)[:3], *lines(data)[4:]]),
        lambda data: b"{}\n",
        lambda data: b"",
        lambda data: data.replace(b'"table":"readings"', b'"table":"writings"'),
    ],
)
def test_damage_is_refused_as_a_whole(store: Store, other: Store, spoil) -> None:
    with pytest.raises(RecordError, match="CC401"):
        import_store(other, lines(spoil(written(fill(store)))), name="x")
    assert other.held() == []
    assert list(other.chain()) == []


def test_a_store_with_something_in_it_is_not_overwritten(store: Store) -> None:
    data = written(fill(store))
    with pytest.raises(RecordError, match="CC402"):
        import_store(store, lines(data), name="x")


def test_what_was_written_before_codes_were_audited_comes_in(store: Store, other: Store) -> None:
    fill(store)
    reading = rolling_page().reading()
    store.add([Entry(b"one" + reading.document.text.encode(), reading)], who="engine")
    bring_up_to_date(store)
    tamper(store, "DELETE FROM audit WHERE action = 'code'")
    [first, *rest, _] = lines(written(store))
    old = [first.replace(b"store/2", b"store/1"), *rest]
    ending = Ending(
        rows=len(rest),
        sha256=hashlib.sha256(b"".join(old)).hexdigest(),
        head=list(store.chain())[-1].hash,
    )
    import_store(other, [*old, msgspec.json.encode(ending)], name="x")
    assert list(verify(other)) == []
    assert {row.subject for row in other.chain() if row.action == "code"}


def test_a_chain_that_ends_otherwise_than_it_says_is_refused(store: Store, other: Store) -> None:
    [*body, last] = lines(written(fill(store)))
    ending = msgspec.structs.replace(msgspec.json.decode(last, type=Ending), head="0" * 64)
    with pytest.raises(RecordError, match="chain ends otherwise"):
        import_store(other, [*body, msgspec.json.encode(ending)], name="x")
    assert other.held() == []


def test_an_empty_store_goes_too(store: Store, other: Store) -> None:
    assert import_store(other, lines(written(store)), name="x").rows == 0
    assert list(verify(other)) == []
