"""The triage benchmark on small CSV files, and what training reads."""

from pathlib import Path

import numpy as np
import pytest
from benchmarks.triage import auc, read_examples, run
from training.triage import table_of
from training.triage_corpora import Comment, frames, held_in
from training.triage_fit import fit
from training.triage_frames import HARMLESS, HOSTILE, framed

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


def test_a_lane_is_learned() -> None:
    comments = [Comment("good day", {}, "x"), Comment("foul play", {}, "x")] * 20
    truth = np.array([0.0, 1.0] * 20)
    table = table_of(comments)
    weights, bias = fit(table, truth, np.ones(40))
    odds = table @ weights + bias
    assert (odds[truth == 1] > 0).all()
    assert (odds[truth == 0] < 0).all()
