"""Kept captures are read again: the same engine gives the same rows, a newer one adds its own."""

from dataclasses import replace
from pathlib import Path

import msgspec
import pytest

from counterclaim.deriving import Deriver, derive, read_anew
from counterclaim.reading import Engine, Settings, Source
from counterclaim.store import Entry, Store, verify

TEXT = "The bridge fell on Sunday, officials said. “We had warned,” Mayor Ana Torvik said."


@pytest.fixture(scope="module")
def engine() -> Engine:
    return Engine()


@pytest.fixture
def store(engine: Engine, tmp_path: Path) -> Store:
    """One page, read with a publication date of its own and as it was fetched."""
    made = Store.create(f"sqlite:///{tmp_path}/ledger.db")
    dated = Engine(Settings(published="2031-05-04"))
    url = "https://paper.invalid/bridge"
    received = {"etag": '"1"', "content-type": "text/plain", "set-cookie": "mine"}
    source = Source(url, TEXT.encode(), url, "2031-05-04T12:00:00+00:00", received)
    [reading] = dated.read([dated.open(source)])
    made.add([Entry(TEXT.encode(), reading)], who="e")
    return made


def test_reading_again_gives_the_same_rows(store: Store, engine: Engine) -> None:
    [held] = store.held()
    kept = store.reading(held)
    assert derive(engine, TEXT.encode(), kept) == kept
    assert kept.document.published.evidence == "option"
    assert kept.capture.media_type == "text/plain"
    assert "set-cookie" not in kept.capture.headers
    deriver = Deriver(engine)
    assert list(verify(store, deriver)) == []
    assert deriver.skipped == 0


def test_a_row_that_is_not_derived_shows(store: Store, engine: Engine) -> None:
    def worse(data: bytes, held: object, kept: object) -> object:
        reading = Deriver(engine)(data, held, kept)  # type: ignore[arg-type]
        return msgspec.structs.replace(reading, statements=[])  # type: ignore[type-var]

    [finding] = verify(store, worse)  # type: ignore[arg-type]
    assert finding.table == "readings"
    assert ".s" in finding.row


def test_a_new_engine_adds_rows_and_rewrites_none(store: Store, engine: Engine) -> None:
    [old] = store.held()
    before = store.reading(old)
    newer = Engine(replace(engine.settings))
    newer.__dict__.update(engine.__dict__, name="counterclaim-9+model-new")
    [added] = read_anew(store, newer)
    assert added.new
    assert store.reading(old) == before
    assert [held.engine for held in store.held()] == [old.engine, "counterclaim-9+model-new"]
    assert [held.engine for held in store.newest()] == ["counterclaim-9+model-new"]
    assert len(store.versions(old.page)) == 1
    assert list(read_anew(store, newer)) == []
    deriver = Deriver(newer)
    assert list(verify(store, deriver)) == []
    assert deriver.skipped == 1
