"""What is derived can be lost and made again."""

from sqlalchemy import delete, text

from counterclaim.store import Query, Store, search
from counterclaim.store.connection import writing
from counterclaim.store.health import ailments, rebuild
from counterclaim.store.tables import heads, statements


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
