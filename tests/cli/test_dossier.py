"""``counterclaim dossier``: one file for people."""

import json
from pathlib import Path

from tests.cli.test_read import PAGE, run


def page_in(folder: Path) -> Path:
    path = folder / "page.txt"
    path.write_text(PAGE, encoding="utf-8")
    return path


def test_one_file_that_needs_no_network(tmp_path: Path) -> None:
    out = tmp_path / "d.html"
    result = run("dossier", page_in(tmp_path), "-o", out, "--title", "The bridge & Delmar")
    assert result.exit_code == 0, result.stderr
    html = out.read_text(encoding="utf-8")
    assert "The bridge &amp; Delmar" in html
    assert "Ana Torvik" in html
    for needs in ('src="http', 'href="http', "@import", "url(http"):
        assert needs not in html
    assert "1 page" in result.stderr


def test_json_by_the_name(tmp_path: Path) -> None:
    out = tmp_path / "d.json"
    assert run("dossier", page_in(tmp_path), "-o", out, "-q").exit_code == 0
    assert json.loads(out.read_text(encoding="utf-8"))["title"]


def test_two_runs_are_byte_identical(tmp_path: Path) -> None:
    page = page_in(tmp_path)
    for name in ("a.html", "b.html"):
        run("dossier", page, "-q", "-o", tmp_path / name)
    assert (tmp_path / "a.html").read_bytes() == (tmp_path / "b.html").read_bytes()


def test_nothing_is_written_when_nothing_is_read(tmp_path: Path) -> None:
    (tmp_path / "empty.txt").write_bytes(b"")
    assert run("dossier", tmp_path / "empty.txt", "-o", tmp_path / "d.html").exit_code == 3
    assert not (tmp_path / "d.html").exists()


def test_from_a_store(tmp_path: Path) -> None:
    url = f"sqlite:///{tmp_path}/l.db"
    page = page_in(tmp_path)
    assert run("init", "--store", url).exit_code == 0
    assert run("add", page, "--published", "2031-05-04", "--store", url).exit_code == 0
    lines = run("incidents", "--store", url).stdout.splitlines()
    assert lines
    out = tmp_path / "d.html"
    code = lines[0].split()[0]
    assert run("dossier", code, "--store", url, "-o", out, "-q").exit_code == 0
    assert "Ana Torvik" in out.read_text(encoding="utf-8")
    assert run("dossier", "none", "--store", url, "-o", out).exit_code == 2
