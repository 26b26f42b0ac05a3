"""A forest of trees in numpy."""

from pathlib import Path

import numpy as np
import pytest

from counterclaim.errors import ModelError
from counterclaim.pages import forest as module
from counterclaim.pages.features import FEATURES
from counterclaim.pages.forest import AT_ONCE, Forest, load_forest
from counterclaim.pages.links import LINKS
from counterclaim.pages.talk import TALK


def stump(column: int, threshold: float, low: float, high: float) -> tuple[object, ...]:
    """One condition, two leaves."""
    return [column], [threshold], [[1, -1]], [low, high]


def forest(*trees: tuple[object, ...]) -> Forest:
    """A forest of two classes."""
    feature, threshold, way, value = zip(*trees, strict=True)
    return Forest(
        np.array(feature, np.int64),
        np.array(threshold, np.float32),
        np.array(way, np.float32),
        np.array(value, np.float32),
        2,
    )


def test_a_condition_holds_up_to_its_threshold() -> None:
    one = forest(stump(0, 0.5, 2, 0), stump(0, 0.5, 0, 0))
    scores = one.scores(np.array([[0.5], [0.6]], np.float32))
    assert scores[0, 0] > scores[0, 1]
    assert scores[1, 0] == pytest.approx(scores[1, 1])


def test_scores_are_log_probabilities() -> None:
    one = forest(stump(0, 0, 1, -1), stump(1, 0, 3, 0))
    scores = one.scores(np.random.default_rng(1).normal(size=(9, 2)).astype(np.float32))
    assert np.exp(scores).sum(axis=1) == pytest.approx(np.ones(9))


def test_trees_of_the_classes_take_turns() -> None:
    one = forest(stump(0, 0, 1, 1), stump(0, 0, 0, 0), stump(0, 0, 1, 1), stump(0, 0, 0, 0))
    scores = one.scores(np.zeros((1, 1), np.float32))
    assert scores[0, 0] - scores[0, 1] == pytest.approx(2)


def test_a_deeper_leaf_needs_all_its_conditions() -> None:
    tree = ([0, 1], [0, 0], [[1, 1, -1], [1, -1, 0]], [5, 3, 1])
    one = forest(tree, ([0, 1], [0, 0], np.zeros((2, 3)).tolist(), [0, 0, 0]))
    rows = np.array([[-1, -1], [-1, 1], [1, -1], [1, 1]], np.float32)
    scores = one.scores(rows)
    assert (scores[:, 0] - scores[:, 1]).tolist() == pytest.approx([5, 3, 1, 1])


def test_many_rows_are_worked_on_in_parts() -> None:
    one = forest(stump(0, 0, 1, -1), stump(0, 0, 0, 0))
    rows = np.linspace(-1, 1, 3 * AT_ONCE + 5, dtype=np.float32)[:, None]
    whole = one.scores(rows)
    single = np.concatenate([one.scores(row[None]) for row in rows])
    assert whole == pytest.approx(single)


def test_no_rows() -> None:
    assert forest(stump(0, 0, 1, 1)).scores(np.zeros((0, 4), np.float32)).shape == (0, 2)


def test_the_shipped_forest_asks_for_columns_that_there_are() -> None:
    shipped = load_forest("links")
    assert shipped.classes == 3
    assert shipped.feature.max() < len(FEATURES) + len(TALK) + len(LINKS)
    assert len(shipped.feature) % shipped.classes == 0
    assert (np.abs(shipped.way) <= 1).all()


def test_a_forest_that_is_not_there(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "FOLDER", tmp_path)
    (tmp_path / "broken.npz").write_bytes(b"nothing")
    for name in ("missing", "broken"):
        with pytest.raises(ModelError) as caught:
            load_forest(name)
        assert caught.value.code == "CC301"
