"""The commands of a store, one after the other, as in the README."""

import json
from pathlib import Path

import pytest
from tests.cli.test_read import PAGE, run


@pytest.fixture
def store(tmp_path: Path) -> list[str]:
    """``--store URL`` of a store that holds one page."""
    (tmp_path / "page.txt").write_text(PAGE, encoding="utf-8")
    option = ["--store", f"sqlite:///{tmp_path}/ledger.db"]
    assert run("init", *option).exit_code == 0
    added = run("add", tmp_path / "page.txt", "--published", "2031-05-04", *option)
    assert added.exit_code == 0, added.stderr
    assert added.stdout.startswith("added  d-")
    return option


def test_adding_again_changes_nothing(store: list[str], tmp_path: Path) -> None:
    again = run("add", tmp_path / "page.txt", "--published", "2031-05-04", *store)
    assert again.stdout.startswith("known  d-")
    assert len(run("list", *store).stdout.splitlines()) == 1


def test_list_has_a_line_a_document_with_its_file(store: list[str], tmp_path: Path) -> None:
    [line] = run("list", *store).stdout.splitlines()
    assert line.endswith(str(tmp_path / "page.txt"))


def test_show(store: list[str], tmp_path: Path) -> None:
    assert "Ana Torvik" in run("show", tmp_path / "page.txt", *store).stdout
    missing = run("show", "nowhere.txt", *store)
    assert missing.exit_code == 2
    assert "CC208" in missing.stderr


def test_show_changes(store: list[str], tmp_path: Path) -> None:
    changed = PAGE.replace("for years", "for decades")
    (tmp_path / "page.txt").write_text(changed, encoding="utf-8")
    run("add", tmp_path / "page.txt", "--published", "2031-05-04", *store)
    told = run("show", tmp_path / "page.txt", "--changes", *store).stdout
    assert "reworded" in told
    assert "for years" in told
    assert "for decades" in told


def test_search(store: list[str]) -> None:
    found = run("search", "warned", "--format", "ndjson", *store)
    assert found.exit_code == 0
    assert "warned of this" in json.loads(found.stdout)["words"]
    assert run("search", "nothing-like-it", *store).exit_code == 1
    assert run("search", "warned", "--near", "here", *store).exit_code == 2


def test_decide_verify_seal(store: list[str], tmp_path: Path) -> None:
    page = run("list", *store).stdout.split()[0]
    decided = run("decide", "note", page, "--reason", "seen", "--who", "Ana", *store)
    assert decided.stdout == f"decision-1  note {page} by Ana\n"
    assert run("decide", "note", page, *store).exit_code == 2
    verified = run("verify", "--derive", *store)
    assert verified.exit_code == 0
    assert "all of it holds" in verified.stdout
    sealed = json.loads(run("seal", *store).stdout)
    assert sealed["rows"] == 2
    assert len(sealed["hash"]) == 64


def test_backup_and_restore(store: list[str], tmp_path: Path) -> None:
    folder, other = tmp_path / "copy", f"sqlite:///{tmp_path}/other.db"
    assert run("backup", folder, *store).exit_code == 0
    assert run("restore", folder, "--store", other).exit_code == 0
    assert run("verify", "--store", other).exit_code == 0
    assert run("list", "--store", other).stdout == run("list", *store).stdout
    assert run("backup", folder, *store).exit_code == 4


def test_adding_a_page_that_cannot_be_read(store: list[str], tmp_path: Path) -> None:
    (tmp_path / "empty.txt").write_bytes(b"")
    assert run("add", tmp_path / "empty.txt", *store).exit_code == 3
    both = run("add", tmp_path / "empty.txt", tmp_path / "page.txt", *store)
    assert both.exit_code == 1
    assert "CC101" in both.stderr


@pytest.mark.parametrize("command", [["list"], ["show", "x"], ["search"], ["verify"], ["seal"]])
def test_no_store_there(command: list[str], tmp_path: Path) -> None:
    result = run(*command, "--store", f"sqlite:///{tmp_path}/none.db")
    assert result.exit_code == 2
    assert "CC207" in result.stderr


def test_decide_wants_a_subject_that_is_kept(store: list[str]) -> None:
    statement = json.loads(run("search", "warned", "--format", "ndjson", *store).stdout)[
        "statement"
    ]
    assert run("decide", "note", statement, "--reason", "seen", *store).exit_code == 0
    slip = run("decide", "reject", "r-1f0c", "--reason", "seen", *store)
    assert slip.exit_code == 2
    assert "CC208" in slip.stderr


def test_one_version_of_a_page_has_no_changes(store: list[str]) -> None:
    page = run("list", *store).stdout.split()[0]
    assert "nothing to compare" in run("show", page, "--changes", *store).stdout


def test_watching_a_list_that_is_none(store: list[str], tmp_path: Path) -> None:
    (tmp_path / "feeds.opml").write_text("<html/>", encoding="utf-8")
    result = run("watch", tmp_path / "feeds.opml", "--once", *store)
    assert result.exit_code == 2
    assert "CC107" in result.stderr
