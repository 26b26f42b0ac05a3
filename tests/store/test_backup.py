"""A backup holds everything, shows damage, and restores to a store that verifies."""

import json
from pathlib import Path

import pytest

from counterclaim.errors import OutputError, RecordError
from counterclaim.store import Query, Store, search, verify
from counterclaim.store.backup import backup, restore


@pytest.fixture
def filled(store: Store, entry) -> Store:
    store.add([entry("Zoë said: “\U0001f6a2 sank”.")], who="engine")
    store.add([entry("Officials said otherwise.", name="other.txt")], who="engine")
    store.decide("note", "d-1", who="Ana", reason="seen")
    return store


def test_what_comes_back_is_what_was_kept(filled: Store, other: Store, tmp_path: Path) -> None:
    manifest = backup(filled, tmp_path / "copy")
    restore(tmp_path / "copy", other)
    assert list(other.chain()) == list(filled.chain())
    assert manifest.head == list(filled.chain())[-1].hash
    assert other.held() == filled.held()
    assert [other.reading(h) for h in other.held()] == [filled.reading(h) for h in filled.held()]
    assert search(other, Query(words="otherwise")) == search(filled, Query(words="otherwise"))
    assert list(verify(other)) == []


def test_adding_goes_on_after_a_restore(filled: Store, other: Store, entry, tmp_path: Path) -> None:
    backup(filled, tmp_path / "copy")
    restore(tmp_path / "copy", other)
    other.add([entry("Residents said a third thing.", name="third.txt")], who="engine")
    assert list(verify(other)) == []
    assert len(other.held()) == 3


def test_a_damaged_backup_is_refused(filled: Store, other: Store, tmp_path: Path) -> None:
    backup(filled, tmp_path / "copy")
    damaged = tmp_path / "copy" / "rows.ndjson"
    damaged.write_bytes(damaged.read_bytes().replace(b"Officials", b"Officers "))
    with pytest.raises(RecordError, match="CC401"):
        restore(tmp_path / "copy", other)
    assert other.held() == []


def test_a_store_with_something_in_it_is_not_overwritten(filled: Store, tmp_path: Path) -> None:
    backup(filled, tmp_path / "copy")
    with pytest.raises(RecordError, match="CC402"):
        restore(tmp_path / "copy", filled)


def test_a_folder_that_is_there_is_not_overwritten(filled: Store, tmp_path: Path) -> None:
    with pytest.raises(OutputError, match="CC501"):
        backup(filled, tmp_path)


def test_a_backup_from_before_codes_were_kept(filled: Store, other: Store, tmp_path: Path) -> None:
    backup(filled, tmp_path / "copy")
    manifest = json.loads((tmp_path / "copy" / "manifest.json").read_bytes())
    del manifest["files"]["codes.ndjson"]
    (tmp_path / "copy" / "manifest.json").write_text(json.dumps(manifest), encoding="utf-8")
    (tmp_path / "copy" / "codes.ndjson").unlink()
    restore(tmp_path / "copy", other)
    assert other.held() == filled.held()


def test_a_backup_of_a_newer_version_is_refused(
    filled: Store, other: Store, tmp_path: Path
) -> None:
    backup(filled, tmp_path / "copy")
    manifest = json.loads((tmp_path / "copy" / "manifest.json").read_bytes())
    manifest["form"] = 99
    (tmp_path / "copy" / "manifest.json").write_text(json.dumps(manifest), encoding="utf-8")
    with pytest.raises(RecordError, match=r"CC401.*newer"):
        restore(tmp_path / "copy", other)


def test_a_backup_that_cannot_be_finished_leaves_nothing(
    filled: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(_: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("os.fsync", full)
    before = sorted(tmp_path.iterdir())
    with pytest.raises(OutputError, match="No space left"):
        backup(filled, tmp_path / "copy")
    assert sorted(tmp_path.iterdir()) == before
