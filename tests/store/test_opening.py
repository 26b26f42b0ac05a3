"""Stores that are of a newer form, can only be read, are not there, or are written by others."""

import os
import shutil
import stat
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from sqlalchemy import text
from tests.ledger.stories import rolling_page
from tests.store.conftest import make_entry

from counterclaim.errors import OptionError, OutputError
from counterclaim.store import Entry, Query, Store, search, verify
from counterclaim.store.connection import writing
from counterclaim.store.health import ailments
from counterclaim.store.incident_index import bring_up_to_date, ledger_of, stored_incidents
from counterclaim.store.migrations import MIGRATIONS


def story() -> Entry:
    reading = rolling_page().reading()
    return Entry(b"one" + reading.document.text.encode(), reading)


def test_a_store_of_a_newer_version_is_left_alone(store: Store) -> None:
    with store.engine.begin() as connection:
        connection.execute(text("INSERT INTO migrations VALUES ('m999_of_tomorrow', '2099')"))
    for start in (Store.open, Store.create):
        with pytest.raises(OptionError, match=r"CC216.*m999_of_tomorrow.*upgrade"):
            start(store.url)


def test_opening_waits_for_nobody(store: Store) -> None:
    store.add([make_entry()], who="e")
    with writing(store.engine):
        other = Store.open(store.url)
        assert len(other.held()) == len(search(other, Query())) == 1
        other.close()


def test_what_is_not_there_is_not_made(tmp_path: Path) -> None:
    with pytest.raises(OptionError, match="CC207"):
        Store.open(f"sqlite:///{tmp_path}/none.db")
    assert list(tmp_path.iterdir()) == []


def test_two_that_make_a_store_at_once(url: str) -> None:
    stores = [Store.create(url), Store.create(url)]
    for one in stores:
        one.add([make_entry(name=f"{id(one)}.txt")], who="e")
    assert len(stores[0].held()) == 1
    for one in stores:
        assert list(verify(one)) == []
        one.close()


@pytest.fixture(params=["closed", "left open"])
def shelved(
    request: pytest.FixtureRequest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Store]:
    """A store on a medium that cannot be written, whoever one is."""
    made = Store.create(f"sqlite:///{tmp_path}/a b%20ü#.db")
    made.add([story()], who="e")
    bring_up_to_date(made)
    made.add([make_entry()], who="e")
    if request.param == "closed":
        made.close()
    monkeypatch.setattr(os, "access", lambda _path, mode: mode != os.W_OK)
    opened = Store.open(made.url)
    yield opened
    opened.close()
    made.close()


def test_a_store_that_can_only_be_read(shelved: Store, tmp_path: Path) -> None:
    assert shelved.readonly
    assert len(shelved.held()) == 2
    assert list(verify(shelved)) == []
    assert list(ailments(shelved)) == []
    assert search(shelved, Query(words="bridge"))
    assert ledger_of(shelved).incidents
    assert [one.code for one in stored_incidents(shelved)]
    with pytest.raises(OutputError, match=r"CC502.*readonly"):
        shelved.decide("note", "d-1", who="Ana", reason="x")


def test_a_folder_that_cannot_be_written(tmp_path: Path) -> None:
    if os.geteuid() == 0:
        pytest.skip("everything can be written by this user")
    folder = tmp_path / "shelf"
    folder.mkdir()
    made = Store.create(f"sqlite:///{folder}/ledger.db")
    made.add([make_entry()], who="e")
    made.close()
    folder.chmod(stat.S_IRUSR | stat.S_IXUSR)
    opened = Store.open(made.url)
    assert len(opened.held()) == 1
    opened.close()
    folder.chmod(stat.S_IRWXU)
    shutil.rmtree(folder)


def test_every_step_is_named_once() -> None:
    names = [step.__name__ for step in MIGRATIONS]
    assert [name[:4] for name in names] == [f"m{n:03}" for n in range(1, len(names) + 1)]
    assert all(step.__doc__ for step in MIGRATIONS)


def test_a_newer_version_groups_anew(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    clocked = replace(store, clock=store.clock)
    clocked.add([story()], who="e")
    assert bring_up_to_date(clocked) is not None
    assert bring_up_to_date(clocked) is None
    monkeypatch.setattr("counterclaim.store.incident_index.VERSION", "99.0")
    assert bring_up_to_date(clocked) is not None
    assert list(verify(clocked)) == []
