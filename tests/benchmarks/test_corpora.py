"""A folder without the corpus is told from one with it before anything is measured."""

from pathlib import Path

import pytest
from benchmarks.registry import BENCHMARKS, CorpusError

from benchmarks import __main__ as command

NEEDING = sorted(name for name, each in BENCHMARKS.items() if each.needs)


def fill(folder: Path, needs: tuple[str, ...]) -> None:
    """Files that the patterns ask for."""
    for need in needs:
        path = folder / need.replace("**", "deep").replace("*", "a")
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("")


@pytest.mark.parametrize("name", NEEDING)
def test_an_empty_folder_is_no_corpus(
    name: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert command.main([name, "--data", str(tmp_path), "--json"]) == 2
    told = capsys.readouterr()
    assert told.out == ""
    assert told.err.startswith(f"B101: {tmp_path} has no {BENCHMARKS[name].needs[0]}")
    assert name in told.err
    assert len(told.err.splitlines()) == 1


@pytest.mark.parametrize("name", NEEDING)
def test_a_folder_that_is_not_there_is_no_corpus(name: str, tmp_path: Path) -> None:
    with pytest.raises(CorpusError) as caught:
        BENCHMARKS[name].require(tmp_path / "gone")
    assert caught.value.code == "B101"
    assert BENCHMARKS[name].data in str(caught.value)


@pytest.mark.parametrize("name", NEEDING)
def test_each_of_the_files_needed_is_asked_for(name: str, tmp_path: Path) -> None:
    each = BENCHMARKS[name]
    fill(tmp_path / "whole", each.needs)
    each.require(tmp_path / "whole")
    if len(each.needs) > 1:
        fill(tmp_path / "half", each.needs[:1])
        with pytest.raises(CorpusError, match=each.needs[1].replace("*", r"\*")):
            each.require(tmp_path / "half")


@pytest.mark.parametrize("name", ["timex", "places", "triage"])
def test_a_file_alone_is_taken_as_it_is(name: str, tmp_path: Path) -> None:
    file = tmp_path / "one"
    file.write_text("")
    BENCHMARKS[name].require(file)


def test_our_own_data_are_where_they_are_looked_for() -> None:
    for each in BENCHMARKS.values():
        if each.data.startswith("./") or Path(each.data).is_absolute():
            each.require(each.folder(Path()))


def test_what_reads_our_own_data_needs_nothing(tmp_path: Path) -> None:
    for name in ("relations", "ledgers", "echoes", "search"):
        BENCHMARKS[name].require(tmp_path)


def test_a_folder_without_pages_has_no_speed(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "picture.png").write_bytes(b"")
    assert command.main(["speed", "--data", str(tmp_path)]) == 2
    assert str(tmp_path) in capsys.readouterr().err
