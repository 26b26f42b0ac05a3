"""The timex yardstick on TimeML of our own."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from benchmarks.timex import Tally, examples, run, score

from counterclaim.facts.timex import read_timexes

TML = """<?xml version="1.0"?>
<TimeML><DOCID>port-1</DOCID>
<DCT><TIMEX3 tid="t0" type="DATE" value="2031-05-14"
 functionInDocument="CREATION_TIME">05/14/31</TIMEX3></DCT>
<TEXT>
The port <EVENT eid="e1">closed</EVENT> on <TIMEX3 tid="t1" type="DATE" value="2031-05-12">{monday}\
</TIMEX3> &amp; opens <TIMEX3 tid="t2" type="DATE" value="{week}">next week</TIMEX3>.
It was shut for {duration}.
</TEXT></TimeML>
"""


def write(folder: Path, **marks: str) -> Path:
    filled = {
        "monday": "Monday",
        "week": "2031-W21",
        "duration": '<TIMEX3 tid="t3" type="DURATION" value="P2D">two days</TIMEX3>',
        **marks,
    }
    (folder / "port-1.tml").write_text(TML.format(**filled), encoding="utf-8")
    return folder


def test_perfect_document(tmp_path: Path) -> None:
    report = run(write(tmp_path))
    assert (report["strict_f1"], report["relaxed_f1"], report["value_f1"]) == (100, 100, 100)


def test_wrong_value_lowers_value_only(tmp_path: Path) -> None:
    report = run(write(tmp_path, week="2031-W30"))
    assert (report["strict_f1"], report["relaxed_f1"]) == (100, 100)
    assert report["value_f1"] == pytest.approx(66.67)


def test_expression_without_gold_lowers_precision(tmp_path: Path) -> None:
    report = run(write(tmp_path, duration="two days"))
    assert report["relaxed_f1"] == 80


def test_extent_counts_by_tokens(tmp_path: Path) -> None:
    report = run(write(tmp_path, monday="early Monday (the 12th)"))
    assert report["relaxed_f1"] == 100
    assert report["strict_f1"] == pytest.approx(66.67)


def test_files_are_found_at_any_depth_and_text_is_unescaped(tmp_path: Path) -> None:
    folder = tmp_path / "a" / "b"
    folder.mkdir(parents=True)
    write(folder)
    (example,) = examples(tmp_path)
    assert example.published == date(2031, 5, 14)
    assert "&" in example.text
    assert "closed on Monday" in example.text
    for gold in example.gold:
        assert example.text[gold.start : gold.end] in ("Monday", "next week", "two days")


def test_nothing_to_score() -> None:
    assert Tally().report() == {"strict_f1": 0.0, "relaxed_f1": 0.0, "value_f1": 0.0}


def test_tally_adds_up(tmp_path: Path) -> None:
    (example,) = examples(write(tmp_path))
    tally = Tally()
    for _ in range(2):
        score(example, read_timexes(example.text, example.published), tally)
    assert (tally.gold, tally.system, tally.strict, tally.value) == (6, 6, 6, 6)
