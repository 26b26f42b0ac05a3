"""The timex yardstick on TimeML of our own."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from benchmarks.timex import Tally, examples, half, run, score
from benchmarks.timex_gold import contradicts
from benchmarks.timex_peers import PEERS, Found, installed

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
    assert set(Tally().report().values()) == {0.0}


def test_tally_adds_up(tmp_path: Path) -> None:
    (example,) = examples(write(tmp_path))
    tally = Tally()
    for _ in range(2):
        score(example, read_timexes(example.text, example.published), tally)
    assert (tally.gold, tally.system, tally.strict, tally.value) == (6, 6, 6, 6)


def test_a_document_in_two_folders_is_scored_once(tmp_path: Path) -> None:
    for name in ("a", "b"):
        (tmp_path / name).mkdir()
        write(tmp_path / name)
    assert len(list(examples(tmp_path))) == 1


def test_halves_are_fixed_by_name() -> None:
    names = [f"port-{number}.tml" for number in range(40)]
    assert {half(name) for name in names} == {"A", "B"}
    assert [half(name) for name in names] == [half(name) for name in names]


@pytest.mark.parametrize(
    ("words", "value", "wrong"),
    [
        ("Monday", "2031-05-12", False),
        ("Monday", "2031-05-13", True),
        ("Monday", "XXXX-WXX-1", False),
        ("Monday night", "2031-05-12", True),
        ("Monday night", "2031-05-12TNI", False),
        ("last week", "2031-W19", False),
        ("last week", "2031-W9", True),
        ("early this week", "2031-05", True),
        ("1949", "1949", False),
        ("1949", "1949-XX", True),
        ("the 1960s", "196", False),
        ("the 1960s", "196X", True),
        ("May 3, 2029", "2029-05-03", False),
        ("May 3, 2029", "2029-05-04", True),
        ("13 years", "P13Y", False),
        ("13 years", "P12Y", True),
        ("two decades", "P20Y", False),
        ("24 hours", "P1D", False),
        ("a while", "PAST_REF", False),
    ],
)
def test_values_that_go_against_their_words(words: str, value: str, wrong: bool) -> None:
    assert contradicts(words, value) is wrong


def test_gold_against_its_words_is_left_out_of_the_sound_figure(tmp_path: Path) -> None:
    report = run(write(tmp_path, week="2031-05"))
    assert report["value_f1"] == pytest.approx(66.67)
    assert report["value_f1_sound"] == 100


def test_peers_are_scored_like_ours(tmp_path: Path) -> None:
    (example,) = examples(write(tmp_path))
    tally = Tally()
    found = [Found(gold.start, gold.end, gold.value) for gold in example.gold]
    score(example, found, tally)
    assert tally.report()["value_f1"] == 100


def test_a_peer_that_is_not_there_is_left_out(monkeypatch: pytest.MonkeyPatch) -> None:
    gone = PEERS[0]._replace(module="no_such_module_anywhere")
    assert not installed(gone)
    monkeypatch.setenv("PATH", "")
    assert not installed(PEERS[0]._replace(module="json", program="java"))
    assert installed(PEERS[0]._replace(module="json"))
