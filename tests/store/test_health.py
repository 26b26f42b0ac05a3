"""What is derived can be lost and made again."""

from pathlib import Path

import pytest
from sqlalchemy import delete, text

from counterclaim.store import Query, Store, search, verify
from counterclaim.store.connection import writing
from counterclaim.store.health import ailments, rebuild
from counterclaim.store.tables import audit, heads, statements


def test_a_new_store_is_well(store: Store) -> None:
    assert list(ailments(store)) == []


def test_a_lost_index_shows_and_is_made_again(store: Store, entry) -> None:
    store.add([entry("Officials said the bridge fell.")], who="e")
    store.add([entry("Officials said the tower fell.", name="b.txt")], who="e")
    before = search(store, Query(words="fell"))
    with writing(store.engine) as connection:
        connection.execute(delete(statements))
        connection.execute(delete(heads))
    assert len(list(ailments(store))) == 2
    assert rebuild(store) == 2
    assert list(ailments(store)) == []
    assert search(store, Query(words="fell")) == before
    assert search(store, Query(words="tower"))[0].name == "b.txt"


def test_rebuilding_a_well_store_changes_nothing(store: Store, entry) -> None:
    store.add([entry()], who="e")
    before = search(store, Query(words="bridge"))
    rebuild(store)
    assert search(store, Query(words="bridge")) == before


def test_a_weakened_database_shows(store: Store) -> None:
    if store.engine.dialect.name != "sqlite":
        return
    with store.engine.connect() as connection:
        connection.execute(text("COMMIT"))
        connection.execute(text("PRAGMA synchronous=OFF"))
        connection.execute(text("BEGIN"))
    assert any("synchronous" in one for one in ailments(store))


def test_a_store_whose_rows_could_be_changed_shows_and_is_guarded_again(
    store: Store, entry
) -> None:
    store.add([entry("Officials said the bridge fell.")], who="e")
    with store.engine.begin() as connection:
        sqlite = connection.dialect.name == "sqlite"
        gone = (
            ("decisions_no_update", "audit_no_delete", "statements_words")
            if sqlite
            else ("decisions_append_only ON decisions", "audit_append_only ON audit")
        )
        for name in gone:
            connection.execute(text(f"DROP TRIGGER {name}"))
    found = list(ailments(store))
    assert [one.split()[2] for one in found] == ["decisions", "audit"]
    store.add([entry("Officials said the tower fell.", name="b.txt")], who="e")
    assert any("search does not know" in one for one in ailments(store)) == sqlite
    rebuild(store)
    assert list(ailments(store)) == []
    assert len(search(store, Query(words="fell"))) == 2
    with pytest.raises(Exception, match="append-only"), store.engine.begin() as connection:
        connection.execute(delete(audit))


@pytest.mark.parametrize("url", ["sqlite"], indirect=True)
def test_a_damaged_file_shows(store: Store, entry) -> None:
    for number in range(30):
        store.add([entry(f"Officials said bridge {number} fell.", name=f"{number}.txt")], who="e")
    with store.engine.connect() as connection:
        connection.execute(text("PRAGMA wal_checkpoint(TRUNCATE)"))
    store.close()
    path = Path(store.url.removeprefix("sqlite:///"))
    data = path.read_bytes()
    half = len(data) // 2
    path.write_bytes(data[:half] + bytes(20_000) + data[half + 20_000 :])
    opened = Store.open(store.url)
    assert any("damaged" in one for one in ailments(opened))
    assert list(verify(opened))
    opened.close()
