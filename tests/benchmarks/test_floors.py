"""Floors rise and never fall by accident; the command line compares with them."""

import json
from pathlib import Path

import pytest
from benchmarks.registry import BENCHMARKS

from benchmarks import __main__ as command
from benchmarks import floors

FIGURES = dict.fromkeys(BENCHMARKS["timex"].keys, 80.0)


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "floors.json"
    floors.pin("timex", FIGURES, "hash", file=path)
    return path


def test_a_pinned_floor_is_read_back(file: Path) -> None:
    assert floors.read(file)["timex"] == floors.Floor("hash", FIGURES)


def test_a_figure_below_its_floor_is_named(file: Path) -> None:
    low = {**FIGURES, "value_f1": 79.0}
    (problem,) = floors.shortfalls("timex", low, "hash", floors.read(file))
    assert "value_f1" in problem
    assert floors.shortfalls("timex", FIGURES, "hash", floors.read(file)) == []


def test_other_data_is_not_compared(file: Path) -> None:
    assert floors.shortfalls("timex", dict.fromkeys(FIGURES, 0), "other", floors.read(file)) == []


def test_pinning_lower_is_refused_unless_asked(file: Path) -> None:
    low = dict.fromkeys(FIGURES, 10.0)
    assert len(floors.pin("timex", low, "hash", file=file)) == len(FIGURES)
    assert floors.read(file)["timex"].figures == FIGURES
    assert floors.pin("timex", low, "hash", lower=True, file=file) == []
    assert floors.read(file)["timex"].figures == low


def test_the_hash_of_a_corpus_tells_names_and_bytes(tmp_path: Path) -> None:
    (tmp_path / "a").write_text("1")
    first = floors.corpus_hash(tmp_path)
    (tmp_path / "a").rename(tmp_path / "b")
    renamed = floors.corpus_hash(tmp_path)
    (tmp_path / "b").write_text("2")
    assert len({first, renamed, floors.corpus_hash(tmp_path)}) == 3


def test_the_hash_may_be_of_some_files_only(tmp_path: Path) -> None:
    for name in "ab":
        (tmp_path / name).write_text("1")
    first = floors.corpus_hash(tmp_path, ("a",))
    (tmp_path / "b").write_text("2")
    assert floors.corpus_hash(tmp_path, ("a",)) == first
    (tmp_path / "a").write_text("2")
    assert floors.corpus_hash(tmp_path, ("a",)) != first


def test_the_shipped_floors_name_known_benchmarks_and_keys() -> None:
    for name, floor in floors.read().items():
        assert set(floor.figures) == set(BENCHMARKS[name].pinned)
        assert len(floor.data_sha256) == 64


PolNeAR = "attributions/one.ann", "text/one.txt"


@pytest.fixture
def data(tmp_path: Path) -> Path:
    text = "The mayor said that the bridge was closed."
    rows = (
        "T1\tSource 0 9\tThe mayor\nT2\tCue 10 14\tsaid\n"
        "T3\tContent 15 41\tthat the bridge was closed\nT4\tAttribution 10 14\tsaid\n"
        "E1\tAttribution:T4 Content:T3 Cue:T2 Source:T1\n"
    )
    for name, content in zip(PolNeAR, (rows, text), strict=True):
        path = tmp_path / "data" / name
        path.parent.mkdir(parents=True)
        path.write_text(content)
    return tmp_path / "data"


def test_the_last_line_is_one_json_object(data: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert command.main(["attribution", "--data", str(data), "--json"]) == 0
    report = json.loads(capsys.readouterr().out.splitlines()[-1])
    assert report["documents"] == 1
    assert set(BENCHMARKS["attribution"].keys) <= set(report)


def test_people_get_a_table(data: Path, capsys: pytest.CaptureFixture[str]) -> None:
    command.main(["attribution", "--data", str(data)])
    assert "attributed_f1" in capsys.readouterr().out


def test_check_fails_below_the_floor(
    data: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    file = tmp_path / "floors.json"
    high = dict.fromkeys(BENCHMARKS["attribution"].keys, 101.0)
    floors.pin("attribution", high, floors.corpus_hash(data), file=file)
    monkeypatch.setattr(
        floors,
        "read",
        lambda _file=file: floors.msgspec.json.decode(
            file.read_bytes(), type=dict[str, floors.Floor]
        ),
    )
    assert command.main(["attribution", "--data", str(data), "--check"]) == 1
    assert command.main(["attribution", "--data", str(data)]) == 0
