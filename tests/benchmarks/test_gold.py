from collections import Counter

import pytest
from benchmarks.echoes import b_cubed
from benchmarks.echoes import run as run_echoes
from benchmarks.relations import LABELS, NONE, Pair, pairs, predict, scores
from benchmarks.relations import run as run_relations
from benchmarks.stories import GOLD, LINE, blocks, read, unmark

PLACES = GOLD / "places.csv"


def test_the_gold_is_large_and_balanced() -> None:
    counted = Counter(pair.label for pair in pairs(GOLD))
    assert counted.total() >= 120
    assert set(counted) == {*LABELS, NONE}
    assert min(counted.values()) >= 20


def test_keys_are_in_order_and_every_third_older_pair_and_all_later_ones_are_held_back() -> None:
    keys = [pair.key for pair in pairs(GOLD)]
    assert keys == sorted(set(keys))
    held = Counter(pair.key[0] for pair in pairs(GOLD) if pair.held)
    written = Counter(key[0] for key in keys)
    assert held["p"] * 3 == written["p"]
    assert held["q"] == written["q"] > 100


def test_every_line_is_marked_well() -> None:
    for pair in pairs(GOLD):
        for line in pair.lines:
            found = LINE.fullmatch(line)
            assert found, line
            text, (attribution,) = unmark(found["marked"])
            assert not set("<>[]{}") & set(text)
            for role in (attribution.source, attribution.cue, attribution.content):
                assert all(0 <= start < end <= len(text) for start, end in role)


def test_marks_become_spans() -> None:
    text, (attribution,) = unmark("<The army> [said] {ten died}.")
    assert text == "The army said ten died."
    ((start, end),) = attribution.content
    assert text[start:end] == "ten died"
    assert unmark("{Ten died}.") == ("Ten died.", [])


def test_a_line_that_is_none_is_refused() -> None:
    with pytest.raises(ValueError, match="not DATE OUTLET"):
        read("The army said so.", PLACES)


def test_blocks_leave_out_comments(tmp_path) -> None:  # type: ignore[no-untyped-def]
    file = tmp_path / "gold.txt"
    file.write_text("# note\n\nhead\nx one\n# aside\nx two\n\n\nnext\n", encoding="utf-8")
    assert list(blocks(file)) == [("head", ["x one", "x two"]), ("next", [])]


def test_scores() -> None:
    perfect = scores([(label, label) for label in LABELS])
    assert set(perfect.values()) == {100.0}
    half = scores([("denies", "denies"), ("denies", NONE)])
    assert half["denies_f1"] == pytest.approx(66.7)
    assert half["macro_f1"] == pytest.approx(16.7, abs=0.1)


def test_b_cubed() -> None:
    assert b_cubed([("a", "x"), ("a", "x"), ("b", "y")]) == pytest.approx(1)
    assert b_cubed([("a", "x"), ("a", "y")]) == pytest.approx(2 / 3)


def test_a_plain_pair_is_judged() -> None:
    strike = (
        "2031-05-04 Halvik Post | <{}> [said] {{{} soldiers were killed in the strike on Orsvik}}."
    )
    lines = strike.format("Norland's army", 12), strike.format("Sudmark's army", 30)
    assert predict(Pair("p001", "conflicts", lines), PLACES) == "conflicts"


def test_the_whole_gold_is_judged_as_well_as_it_was() -> None:
    report = run_relations(GOLD)
    assert report["tuned_macro_f1"] >= 85
    assert report["held_macro_f1"] >= 65
    assert report["pairs"] == len(list(pairs(GOLD)))
    echoes = run_echoes(GOLD)
    assert echoes["b3_f1"] >= 92
    assert echoes["over_count"] <= 12
