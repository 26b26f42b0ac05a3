"""What is added is kept, once, and comes back as it was."""

from pathlib import Path

import msgspec
import pytest
from sqlalchemy import text
from sqlalchemy.exc import DBAPIError

from counterclaim.errors import OptionError
from counterclaim.records import Incident
from counterclaim.store import Store
from counterclaim.store.codes import keep_given
from counterclaim.store.connection import connect, writing
from counterclaim.store.migrations import MIGRATIONS, applied, migrate
from counterclaim.store.tables import APPEND_ONLY


def test_a_reading_comes_back_as_it_was(store: Store, entry) -> None:
    kept = entry("Zoë said: “\U0001f6a2 sank”.\r\nمرحبا")
    [added] = store.add([kept], who="engine")
    assert added.new
    assert store.reading(added.held) == kept.reading
    assert store.data(added.held.sha256) == kept.data


def test_the_same_reading_is_kept_once(store: Store, entry) -> None:
    store.add([entry()], who="engine")
    [again] = store.add([entry()], who="engine")
    assert not again.new
    assert len(store.held()) == 1
    assert len(list(store.chain())) == 1


def test_a_new_engine_adds_and_rewrites_nothing(store: Store, entry) -> None:
    [old] = store.add([entry()], who="engine")
    [new] = store.add([entry(engine="2.0+m2")], who="engine")
    assert new.new
    assert [held.engine for held in store.held()] == ["1.0+m1", "2.0+m2"]
    assert store.reading(old.held).document.engine == "1.0+m1"


def test_a_changed_page_is_a_revision(store: Store, entry) -> None:
    url = "https://paper.invalid/bridge"
    store.add([entry("Officials said two died.", url=url)], who="engine")
    store.add([entry("Officials said three died.", url=url)], who="engine")
    texts = [store.reading(one.held).document.text for one in store.versions(url)]
    assert texts == ["Officials said two died.", "Officials said three died."]
    assert len(store.newest()) == 1


def test_a_page_is_found_by_id_name_and_url(store: Store, entry) -> None:
    [added] = store.add([entry(url="https://paper.invalid/x")], who="engine")
    for subject in (added.held.document, "page.txt", "https://paper.invalid/x"):
        assert store.find(subject) == added.held
    with pytest.raises(OptionError, match="CC208"):
        store.find("nowhere")


def test_all_or_nothing(store: Store, entry) -> None:
    wrong = msgspec.structs.replace(entry("Officials said four died."), data=b"other bytes")
    with pytest.raises(ValueError, match="not the bytes"):
        store.add([entry(), wrong], who="engine")
    assert store.held() == []
    assert list(store.chain()) == []


@pytest.mark.parametrize("table", [table.name for table in APPEND_ONLY])
@pytest.mark.parametrize("action", ["DELETE FROM {}", "UPDATE {} SET {} = {}"])
def test_rows_cannot_be_changed_or_deleted(store: Store, entry, table: str, action: str) -> None:
    store.add([entry()], who="engine")
    store.decide("note", "d-1", who="Ana", reason="seen")
    with writing(store.engine) as connection:
        given = Incident(id="i-1", code="2031-05-03-aaaaaa", title="", documents=["d-1"])
        keep_given(connection, [given], [given], "2031-05-04T12:00:00.000+00:00", "e")
    column = next(iter(next(t for t in APPEND_ONLY if t.name == table).columns)).name
    with pytest.raises(DBAPIError, match="append-only"), writing(store.engine) as connection:
        connection.execute(text(action.format(table, column, column)))


def test_a_decision_and_its_audit_row_go_together(store: Store) -> None:
    row = store.decide(
        "reject", "r-1", who="Ana", reason="another bridge", detail={"was": "confirms"}
    )
    assert (row.action, row.subject, row.who) == ("reject", "r-1", "Ana")
    assert "another bridge" in row.detail
    assert list(store.chain()) == [row]


def test_migrating_twice_changes_nothing(store: Store) -> None:
    with writing(store.engine) as connection:
        assert migrate(connection, "2031-01-01T00:00:00+00:00") == []
        assert applied(connection) == {step.__name__ for step in MIGRATIONS}


def test_opening_what_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(OptionError, match="CC207"):
        Store.open(f"sqlite:///{tmp_path}/none.db")


@pytest.mark.parametrize("url", ["mysql://host/db", "no url", "ledger.db"])
def test_a_url_of_another_kind(url: str) -> None:
    with pytest.raises(OptionError, match="CC205"):
        connect(url)
