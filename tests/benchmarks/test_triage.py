"""The triage benchmark on small CSV files, and what training reads."""

from pathlib import Path

import numpy as np
import pytest
from benchmarks.triage import auc, read_examples, run
from training.triage import table_of
from training.triage_corpora import Comment, frames, held_in
from training.triage_fit import fit, floor_of
from training.triage_frames import HARMLESS, HOSTILE, framed
from training.triage_made import made, short

ROWS = """text,label,group,function
I hate immigrants and they are vermin,1,immigrants,hatred
Women are disgusting animals,1,women,contempt
Many women live here,0,women,neutral
The bridge is old,0,,neutral
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "cases.csv").write_text(ROWS, encoding="utf-8")
    return tmp_path


def test_figures_of_an_easy_set(folder: Path) -> None:
    report = run(folder)
    assert report["auc"] == 100
    assert report["f1"] == 100
    assert report["comments"] == 4
    assert report["group_fpr_max"] == 0
    assert report["function_mean"] == 100


def test_figures_by_group_and_by_function(tmp_path: Path) -> None:
    rows = "text,label,group,function\n"
    rows += "I hate immigrants,0,immigrants,wrong\nWomen left,0,women,right\n"
    (tmp_path / "cases.csv").write_text(rows, encoding="utf-8")
    report = run(tmp_path)
    assert report["fpr_of_immigrants"] == 100
    assert "fpr_of_women" not in report
    assert (report["group_fpr_mean"], report["group_fpr_max"]) == (50, 100)
    assert (report["accuracy_of_wrong"], report["accuracy_of_right"]) == (0, 100)


def test_identity_templates_are_read_as_they_come(tmp_path: Path) -> None:
    phrases = [f"greet number{n}" for n in range(60)]
    rows = "".join(f"verb_adj,nontoxic,{phrase}\n" for phrase in phrases)
    rows += "you_are_adj,toxic,you are a number\n"
    file = tmp_path / "en_sentence_templates.csv"
    file.write_text("template,toxicity,phrase\n" + rows, encoding="utf-8")
    found = read_examples(tmp_path)
    assert [e.text for e in found] == [p for p in phrases if held_in(p)]
    assert all(e.group == e.text.split()[-1] and not e.label for e in found)


def test_other_files_are_passed_over(folder: Path) -> None:
    (folder / "other.csv").write_text("a,b\n1,2\n", encoding="utf-8")
    assert len(read_examples(folder)) == 4


def test_only_the_held_in_fifth_of_davidson_is_scored(tmp_path: Path) -> None:
    tweets = [f"some tweet number {n}" for n in range(100)]
    rows = "".join(f"{n},2,{tweet}\n" for n, tweet in enumerate(tweets))
    (tmp_path / "labeled_data.csv").write_text("id,class,tweet\n" + rows, encoding="utf-8")
    assert [e.text for e in read_examples(tmp_path)] == [t for t in tweets if held_in(t)]
    assert 5 < sum(map(held_in, tweets)) < 40


@pytest.mark.parametrize(
    ("scores", "labels", "area"),
    [
        ([0.1, 0.9], [False, True], 1.0),
        ([0.9, 0.1], [False, True], 0.0),
        ([0.5, 0.5], [False, True], 0.5),
        ([0.5, 0.7], [True, True], 0.5),
    ],
)
def test_area_under_the_curve(scores: list[float], labels: list[bool], area: float) -> None:
    assert auc(np.array(scores), np.array(labels)) == area


def test_frames_are_always_the_same_and_balanced_over_groups() -> None:
    one, two = list(framed()), list(framed())
    assert one == two
    assert len(one) == 25 * (len(HOSTILE) + len(HARMLESS))
    assert "{" not in "".join(text for text, _, _ in one)
    assert all(set(c.labels.values()) <= {0.0, 1.0} for c in frames())


def test_made_sentences_are_always_the_same_and_filled() -> None:
    one = made()
    assert one == made()
    texts = " ".join(text for text, _, _ in one)
    assert "{" not in texts
    assert 0.2 < sum(hostile for _, hostile, _ in one) / len(one) < 0.5
    assert not any(hostile and group in {"", "you"} for _, hostile, group in one)


def test_the_same_statement_is_hostile_or_not_by_how_it_is_put() -> None:
    told = [(text.lower(), hostile) for text, hostile, _ in made()]
    assert any("racist" in text and not hostile for text, hostile in told)
    assert any("i believe" in text and hostile for text, hostile in told)


def test_short_remarks() -> None:
    remarks = short()
    assert len(set(remarks)) == len(remarks) > 500
    assert max(len(remark.split()) for remark in remarks) <= 6
    assert all(remark.strip() == remark for remark in remarks)


def test_the_floor_is_where_f1_is_best_in_the_mean() -> None:
    odds = np.array([-2.0, -1.0, 1.0, 2.0] * 2)
    corpus = np.array(["a"] * 4 + ["b"] * 4)
    truth = odds > 0
    constant = floor_of(odds, truth, corpus)
    assert ((odds + constant >= 0) == truth).all()


def test_a_lane_is_learned() -> None:
    comments = [Comment("good day", {}, "x"), Comment("foul play", {}, "x")] * 20
    truth = np.array([0.0, 1.0] * 20)
    table = table_of(comments)
    weights, bias = fit(table, truth, np.ones(40))
    odds = table @ weights + bias
    assert (odds[truth == 1] > 0).all()
    assert (odds[truth == 0] < 0).all()
