"""Exports are checked without a word on what they are."""

from pathlib import Path

import pytest
from tests.cli.test_read import PAGE, run


@pytest.fixture
def page(tmp_path: Path) -> Path:
    path = tmp_path / "page.txt"
    path.write_text(PAGE, encoding="utf-8")
    return path


@pytest.mark.parametrize("form", ["ndjson", "geojson", "acled", "stix", "brat"])
def test_what_was_written_is_told_and_sound(page: Path, tmp_path: Path, form: str) -> None:
    out = tmp_path / "out"
    written = run("export", page, "--format", form, "-o", out)
    assert written.exit_code == 0, written.stderr
    assert f"{out}: {form}, 1 page, 1 incident" in written.stderr
    checked = run("validate", out)
    assert checked.exit_code == 0, checked.stdout
    assert checked.stdout.endswith(f": sound {form}\n")


def test_a_fault_is_a_line_and_exit_1(page: Path, tmp_path: Path) -> None:
    out = tmp_path / "out.json"
    run("export", page, "--format", "geojson", "-o", out)
    out.write_text(out.read_text().replace('"Feature"', '"Featurette"', 1))
    checked = run("validate", out)
    assert checked.exit_code == 1
    assert checked.stdout.splitlines()


def test_what_cannot_be_told_has_to_be_named(page: Path) -> None:
    checked = run("validate", page)
    assert checked.exit_code == 2
    assert "CC217" in checked.stderr
    assert "--format" in checked.stderr
