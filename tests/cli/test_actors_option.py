"""The user's own actors are known to every command that reads."""

from pathlib import Path

import msgspec
import pytest
from click.testing import CliRunner

from counterclaim.cli import main

ACTORS = "name,kind,adjectives\nVelmaria,state,Velmarian\n"
PAGE = "The Velmarian foreign ministry said on Monday that no boat was sunk.\n"


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "actors.csv").write_text(ACTORS)
    (tmp_path / "page.txt").write_text(PAGE)
    return tmp_path


def run(*arguments: str) -> str:
    done = CliRunner().invoke(main, arguments)
    assert done.exit_code == 0, done.output
    return done.output


def test_read_knows_them(folder: Path) -> None:
    lines = run("read", "page.txt", "--actors", "actors.csv", "--published", "2031-03-03", "-q")
    records = [msgspec.json.decode(line) for line in lines.splitlines()]
    (statement,) = [r for r in records if r["type"] == "statement"]
    assert statement["origin"] == "actor:velmaria-foreign-ministry"


def test_a_store_is_verified_with_the_table_it_was_read_with(folder: Path) -> None:
    run("init")
    run("add", "page.txt", "--actors", "actors.csv", "--published", "2031-03-03")
    assert "hashes checked, not derived" in run("verify")
    assert "hashes checked, not derived" not in run("verify", "--actors", "actors.csv")


def test_a_table_that_makes_no_sense_is_refused(folder: Path) -> None:
    (folder / "actors.csv").write_text("name,kind\nVelmaria,kingdom\n")
    done = CliRunner().invoke(main, ["read", "page.txt", "--actors", "actors.csv"])
    assert done.exit_code == 2
    assert "CC215" in done.output
