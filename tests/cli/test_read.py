"""``counterclaim read`` as a person uses it."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from counterclaim.cli import main

PAGE = """Delmar bridge falls

The bridge at Delmar fell on Sunday, killing at least two people, officials said.

"We had warned of this for years," Mayor Ana Torvik told the Delmar Post.
"""


@pytest.fixture
def page(tmp_path: Path) -> Path:
    path = tmp_path / "page.txt"
    path.write_text(PAGE, encoding="utf-8")
    return path


def run(*arguments: object, stdin: str | None = None) -> Result:
    return CliRunner().invoke(main, [str(one) for one in arguments], input=stdin)


def test_one_record_a_line(page: Path) -> None:
    result = run("read", page, "--published", "2031-05-04", "--format", "ndjson")
    assert result.exit_code == 0, result.stderr
    records = [json.loads(line) for line in result.stdout.splitlines()]
    assert [record["type"] for record in records[:2]] == ["capture", "document"]
    text = records[1]["text"]
    statements = [record for record in records if record["type"] == "statement"]
    assert statements
    for statement in statements:
        for span in [*statement["source"], *statement["content"]]:
            assert text[span["start"] : span["end"]] == span["exact"]


def test_standard_input_is_read_like_a_file(page: Path) -> None:
    result = run("read", "-", "--format", "ndjson", "--published", "2031-05-04", stdin=PAGE)
    assert result.exit_code == 0
    assert '"name":"standard input"' in result.stdout


def test_two_runs_are_byte_identical(page: Path) -> None:
    first, second = (run("read", page, "--format", "ndjson").stdout for _ in range(2))
    assert first == second


def test_json_is_one_object(page: Path) -> None:
    ledger = json.loads(run("read", page, "--format", "json", "-q").stdout)
    assert ledger["readings"][0]["document"]["name"] == str(page)


def test_a_table_says_who(page: Path) -> None:
    result = run("read", page, "--format", "table", "-q")
    assert "Ana Torvik" in result.stdout
    heading, *rows = result.stdout.splitlines()
    assert str(page) in heading
    assert not [row for row in rows if str(page.parent) in row]
    assert "0 comments kept apart" in result.stdout


def test_output_goes_to_a_file(page: Path, tmp_path: Path) -> None:
    out = tmp_path / "ledger.ndjson"
    result = run("read", page, "-o", out)
    assert (result.exit_code, result.stdout) == (0, "")
    assert out.read_text(encoding="utf-8").startswith('{"type":"capture"')


def test_a_missing_date_is_a_warning_that_can_be_silenced(page: Path) -> None:
    assert "CC902" in run("read", page).stderr
    assert run("read", page, "-q").stderr == ""


def test_bad_pages_do_not_stop_the_others(page: Path, tmp_path: Path) -> None:
    (tmp_path / "empty.txt").write_bytes(b"")
    (tmp_path / "film.html").write_bytes(b"\x00\x00\x00\x18ftypmp42" + bytes(range(256)) * 4)
    result = run("read", tmp_path, tmp_path / "gone.txt", "--format", "ndjson", "-q")
    assert result.exit_code == 1
    problems = [json.loads(line) for line in result.stdout.splitlines() if '"problem"' in line]
    errors = [problem for problem in problems if problem["severity"] == "error"]
    assert {problem["code"] for problem in errors} == {"CC101", "CC103", "CC104"}
    assert '"document"' in result.stdout


def test_nothing_readable(tmp_path: Path) -> None:
    (tmp_path / "empty.txt").write_bytes(b"")
    assert run("read", tmp_path / "empty.txt").exit_code == 3
    assert run("read", tmp_path / "gone.txt").exit_code == 3


def test_a_folder_without_pages(tmp_path: Path) -> None:
    result = run("read", tmp_path)
    assert result.exit_code == 3
    assert "CC106" in result.stderr


def test_the_same_bytes_are_read_once(page: Path, tmp_path: Path) -> None:
    (tmp_path / "copy.txt").write_text(PAGE, encoding="utf-8")
    result = run("read", page, tmp_path / "copy.txt", "--format", "json")
    assert len(json.loads(result.stdout)["readings"]) == 1
    assert "CC904" in result.stderr


@pytest.mark.parametrize(
    ("arguments", "code", "says"),
    [
        (["--published", "yesterday"], 2, "CC201"),
        (["--gazetteer", "none.csv"], 2, "does not exist"),
        (["--format", "xml"], 2, "not one of"),
        (["--max-bytes", "10"], 3, "CC102"),
    ],
)
def test_options_that_make_no_sense(page: Path, arguments: list[str], code: int, says: str) -> None:
    result = run("read", page, *arguments)
    assert result.exit_code == code
    assert says.lower() in result.stderr.lower()


def test_a_gazetteer_of_ones_own(page: Path, tmp_path: Path) -> None:
    places = tmp_path / "places.csv"
    places.write_text("name,lat,lon\nDelmar,-20.5,-30.25\n", encoding="utf-8")
    result = run("read", page, "--gazetteer", places, "--format", "ndjson", "-q")
    found = [json.loads(line) for line in result.stdout.splitlines() if '"type":"place"' in line]
    assert (-20.5, -30.25) in {(place["lat"], place["lon"]) for place in found}


def test_a_folder_that_cannot_be_written(page: Path, tmp_path: Path) -> None:
    result = run("read", page, "-q", "-o", tmp_path / "none" / "x.ndjson")
    assert result.exit_code == 4
    assert "CC501" in result.stderr


def test_version_and_help() -> None:
    assert run("--version").output.startswith("counterclaim, version ")
    text = run("--help").output
    assert "Exit codes" in text
    assert "dossier" in text


def test_an_archive_that_holds_no_page_is_named(tmp_path: Path) -> None:
    archive = tmp_path / "damaged.warc.gz"
    archive.write_bytes(b"\x1f\x8b\x08\0junk")
    for path in (archive, tmp_path / "none.warc"):
        done = run("read", path)
        assert done.exit_code == 3
        assert str(path) in done.stderr
