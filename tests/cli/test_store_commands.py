"""The commands of a store, one after the other, as in the README."""

import json
import re
import zipfile
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
    assert "actor:" not in told
    assert "for years" in told
    assert "for decades" in told


def test_search(store: list[str]) -> None:
    found = run("search", "warned", "--format", "ndjson", *store)
    assert found.exit_code == 0
    assert "warned of this" in json.loads(found.stdout)["words"]
    nothing = run("search", "nothing-like-it", *store)
    assert (nothing.exit_code, nothing.stdout, nothing.stderr) == (1, "", "nothing found\n")
    hit = json.loads(found.stdout.splitlines()[0])
    shown = run("search", "warned", *store).stdout
    assert "actor:" not in shown
    assert f"{hit['statement']}  {hit['earliest'][:10]}  {hit['force']}  " in shown
    assert re.search(r"\n {4}\S.* \[[^\]]+\]: \S", shown)
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
    # The page, the code of its incident, the note.
    assert sealed["rows"] == 3
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


def test_a_whole_store_goes_out_and_in_again(store: list[str], tmp_path: Path) -> None:
    page = run("list", *store).stdout.split()[0]
    run("decide", "note", page, "--reason", "seen", *store)
    file, other = tmp_path / "whole.ndjson", ["--store", f"sqlite:///{tmp_path}/other.db"]
    assert run("export", "--whole", "-o", file, *store).exit_code == 0
    brought = run("import", file, *other)
    assert brought.exit_code == 0, brought.stderr
    assert "1 reading" in brought.stdout
    for command in (["verify"], ["seal"], ["list"], ["decisions"], ["search", "warned"]):
        assert run(*command, *other).stdout == run(*command, *store).stdout
    again = run("import", file, *other)
    assert (again.exit_code, again.stderr[:5]) == (2, "CC402")
    file.write_bytes(file.read_bytes()[:-200])
    cut = run("import", file, "--store", f"sqlite:///{tmp_path}/third.db")
    assert (cut.exit_code, cut.stderr[:5]) == (2, "CC401")


def test_a_seal_is_checked(store: list[str], tmp_path: Path) -> None:
    seal = tmp_path / "seal.json"
    assert run("seal", "-o", seal, *store).exit_code == 0
    assert run("verify", "--no-derive", "--seal", seal, *store).exit_code == 0
    told = json.loads(seal.read_text(encoding="utf-8"))
    seal.write_text(json.dumps({**told, "hash": "0" * 64}), encoding="utf-8")
    broken = run("verify", "--no-derive", "--seal", seal, *store)
    assert broken.exit_code == 1
    assert f"audit {told['rows']}: has another hash than the seal" in broken.stdout


def test_decisions_are_listed_with_what_came_of_them(store: list[str]) -> None:
    found = run("search", "warned", "--format", "ndjson", *store).stdout
    key = json.loads(found)["statement"]
    done = run(
        *("decide", "correct", key, "--field", "force", "--value", "denies"),
        *("--reason", "it is a denial", "--who", "Ana", *store),
    )
    assert done.stdout == f"decision-1  correct {key} by Ana\n"
    told = run("decisions", *store).stdout
    assert f"correct {key}  applied" in told
    assert "force: asserts → denies" in told
    assert '"force":"denies"' in run("export", "--format", "ndjson", *store).stdout
    refused = run(
        "decide", "correct", key, "--field", "id", "--value", "x", "--reason", "y", *store
    )
    assert (refused.exit_code, refused.stderr[:5]) == (2, "CC211")


def test_rereading_with_the_same_engine_adds_nothing(store: list[str]) -> None:
    assert "0 read again" in run("reread", *store).stderr
    assert len(run("list", "--all", *store).stdout.splitlines()) == 1


def test_a_store_that_cannot_be_opened(tmp_path: Path) -> None:
    (tmp_path / "ledger.db").write_bytes(b"this is no database" * 100)
    for command, name in (("list", "ledger.db"), ("init", "none/ledger.db")):
        result = run(command, "--store", f"sqlite:///{tmp_path}/{name}")
        assert result.exit_code == 4, result.output
        assert "CC502" in result.stderr


def test_days_and_places_that_are_none_are_refused(store: list[str]) -> None:
    for option in (
        ("--since", "yesterday"),
        ("--until", "2031-13-01"),
        ("--near", "91,0,5"),
        ("--near", "nan,0,5"),
        ("--near", "1,2,-3"),
        ("--force", "shouts"),
        ("--grade", "best"),
        ("--pages", "--harm", "killed"),
    ):
        assert run("search", "people", *option, *store).exit_code == 2, option


def test_whole_pages_are_searched(store: list[str]) -> None:
    word = PAGE.split()[0]
    found = run("search", "--pages", word, "--since", "2031-05-04", *store)
    assert found.exit_code == 0, found.output
    assert "page.txt" in found.stdout
    told = run("search", "--pages", word, "--format", "ndjson", *store)
    assert json.loads(told.stdout)["published"].startswith("2031-05-04")
    assert run("search", "--pages", "nowhere", *store).exit_code == 1


# warcio's writer leaves its temporary file to the collector.
@pytest.mark.filterwarnings("ignore:Unclosed file:ResourceWarning")
@pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning")
def test_a_dossier_of_an_incident_in_the_store(tmp_path: Path, monkeypatch) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "page.txt").write_text(PAGE, encoding="utf-8")
    run("init")
    run("add", "page.txt", "--published", "2031-05-04", "-q")
    [line] = run("incidents").stdout.splitlines()
    code = line.split()[0]
    made = run("dossier", code, "-o", "incident.html")
    assert made.exit_code == 0, made.stderr
    assert code in (tmp_path / "incident.html").read_text(encoding="utf-8")
    assert run("search", "--incident", code).exit_code == 0
    assert run("dossier", "2031-05-04-ffffff", "-o", "none.html").exit_code == 2
    assert run("pack", code, "-o", "pack.zip").exit_code == 0
    with zipfile.ZipFile("pack.zip") as package:
        package.extract("captures.warc", tmp_path)
    run("init", "--store", "sqlite:///again.db")
    again = run("add", "captures.warc", "--store", "sqlite:///again.db")
    assert again.stdout.startswith("added  d-"), again.stderr


def test_an_incident_is_found_by_the_code_it_had(tmp_path: Path, monkeypatch) -> None:
    monkeypatch.chdir(tmp_path)
    run("init")
    other = PAGE.replace("Delmar", "Kestrin").replace("bridge", "harbour")
    for name, page, day in (("a.txt", PAGE, "2031-05-04"), ("b.txt", other, "2033-02-01")):
        (tmp_path / name).write_text(page, encoding="utf-8")
        run("add", name, "--published", day, "-q")
    codes = [line.split()[0] for line in run("incidents").stdout.splitlines()]
    first, second = codes[:2]
    decided = run("decide", "merge", first, "--with", second, "--reason", "one", "--who", "Ana")
    assert decided.exit_code == 0, decided.stderr
    shown = run("show", second)
    assert shown.exit_code == 0, shown.stderr
    assert shown.stdout.startswith(f"{first}  2 pages")
    assert f"(was {second}" in shown.stdout.splitlines()[0]
    assert shown.stdout == run("show", first).stdout
    made = run("dossier", second, "-o", "old.json", "-q")
    assert made.exit_code == 0, made.stderr
    assert first in (tmp_path / "old.json").read_text(encoding="utf-8")
    assert run("search", "--incident", second).stdout == run("search", "--incident", first).stdout
    assert run("show", "2031-05-04-ffffff").exit_code == 2


def test_search_marks_what_was_rejected(store: list[str]) -> None:
    key = json.loads(run("search", "warned", "--format", "ndjson", *store).stdout)["statement"]
    run("decide", "reject", key, "--reason", "hearsay", "--who", "Ana", *store)
    assert "rejected by Ana (decision-1)" in run("search", "WARNED", *store).stdout
    hit = json.loads(run("search", "warned", "--format", "ndjson", *store).stdout)
    assert (hit["rejected"], hit["rejected_by"]) == ("decision-1", "Ana")


def test_decisions_name_the_newer_version_of_their_page(store: list[str], tmp_path: Path) -> None:
    key = json.loads(run("search", "warned", "--format", "ndjson", *store).stdout)["statement"]
    run("decide", "reject", key, "--reason", "hearsay", "--who", "Ana", *store)
    assert "newer version" not in run("decisions", *store).stdout
    changed = PAGE.replace("for years", "for decades")
    (tmp_path / "page.txt").write_text(changed, encoding="utf-8")
    run("add", tmp_path / "page.txt", "--published", "2031-05-04", *store)
    document = run("list", *store).stdout.split()[0]
    told = run("decisions", *store).stdout
    assert f"reject {key}  elsewhere" in told
    assert f"its page has a newer version, look again: {document}" in told


def test_the_store_of_the_environment_is_exported_where_no_pages_are_given(
    store: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COUNTERCLAIM_STORE", store[1])
    kept = run("export", "--format", "ndjson").stdout
    assert "warned of this" in kept
    (tmp_path / "other.txt").write_text("Nothing was heard, Jan Tol said.\n", encoding="utf-8")
    other = run("export", tmp_path / "other.txt", "--format", "ndjson").stdout
    assert "Jan Tol" in other
    assert "warned of this" not in other
