"""The regressions behind the perpetrators: fitted weights, unseen rows, areas and cuts."""

import numpy as np
import pytest
from scipy.sparse import csr_matrix

from counterclaim.facts.perpetrators import tables
from counterclaim.facts.perpetrators.scene import Scene
from training import perpetrators, perpetrators_fit, perpetrators_read


def rows(count: int = 200) -> tuple[csr_matrix, np.ndarray]:
    """Two columns, of which the first decides, and a third that is empty."""
    chance = np.random.default_rng(5)
    table = np.hstack([chance.normal(size=(count, 2)), np.zeros((count, 1))])
    return csr_matrix(table), (table[:, 0] > 0).astype(float)


def test_what_decides_gets_the_weight() -> None:
    table, wanted = rows()
    weights = perpetrators_fit.fit(table, wanted, 1.0)
    assert weights.shape == (1, 4)
    assert weights[0, 0] > 5 * abs(weights[0, 1])
    assert weights[0, 2] == 0.0


def test_several_classes_share_one() -> None:
    table, wanted = rows()
    weights = perpetrators_fit.fit(table, np.stack([wanted, 1 - wanted], 1), 1.0)
    assert weights.shape == (2, 4)
    assert weights[0, 0] == pytest.approx(-weights[1, 0], abs=0.01)


def test_unseen_rows_are_weighed_by_the_others() -> None:
    table, wanted = rows()
    folds = np.arange(len(wanted)) * perpetrators_fit.FOLDS // len(wanted)
    found = perpetrators_fit.unseen(table, wanted, 1.0, folds)
    assert found.shape == (200, 1)
    assert perpetrators_fit.area(wanted, found[:, 0]) > 0.95
    first = folds == 0
    alone = perpetrators_fit.fit(table[~first], wanted[~first], 1.0)[0]
    assert np.allclose(found[first, 0], table[first] @ alone[:-1] + alone[-1])


def test_area_and_the_best_cut() -> None:
    wanted, values = np.array([0.0, 0.0, 1.0, 1.0]), np.array([-2.0, -1.0, 1.0, 2.0])
    assert perpetrators_fit.area(wanted, values) == 1.0
    assert perpetrators_fit.area(wanted, -values) == 0.0
    cut, best = perpetrators_fit.best_f1(wanted, values)
    assert best == 1.0
    assert 0.5 < cut < 0.8


def test_columns_that_few_rows_have_are_empty() -> None:
    table = perpetrators_fit.matrix([{"a": 1.0, "b": 2.0}, {"a": 1.0}, {"a": 3.0}])
    assert table.shape == (3, tables.SIZE)
    assert table[:, tables.hashed("a")].toarray().ravel().tolist() == [1.0, 1.0, 3.0]
    assert table[:, tables.hashed("b")].nnz == 0


def test_a_key_names_an_organisation_by_any_of_its_names() -> None:
    (one,) = Scene.of("The Harbour Shield Front (HSF) came. The HSF left.").organisations
    row = {
        perpetrators_read.CONFIDENCE: [
            'CLAIMED OR ADMITTED: "HSF" / "HARBOUR SHIELD FRONT"',
            'POSSIBLE: "TIDE BRIGADE"',
        ]
    }
    claimed = [float(name == "claimed") for name in perpetrators_read.CONFIDENCES]
    assert perpetrators_read._doubts(one, [row]) == claimed
    assert perpetrators_read._did(one, [frozenset({"HSF"})])
    assert not perpetrators_read._did(one, [frozenset({"TIDE BRIGADE"})])


def test_incidents_of_an_organisation_are_counted_by_any_of_its_names() -> None:
    (one,) = Scene.of("The Harbour Shield Front (HSF) came. The HSF left.").organisations
    rows = [
        {"PERP: ORGANIZATION ID": ['"HSF" / "QUAY WATCH"', '"HARBOUR SHIELD FRONT"']},
        {"PERP: ORGANIZATION ID": ['"THE HARBOUR SHIELD FRONT"']},
        {"PERP: ORGANIZATION ID": ["-"]},
        {"PERP: ORGANIZATION ID": ['"TIDE BRIGADE"']},
    ]
    assert perpetrators_read._times(one, rows) == 2


def test_weights_of_a_kind_come_to_those_of_all() -> None:
    text = "The Harbour Shield Front raided Dubrin. The Velmarian army left. The party met."
    view = Scene.of(text)
    kinds = [one.kind for one in view.organisations]
    assert kinds[:2] == ["armed", "state"]
    chance = np.random.default_rng(3)
    texts = [_read(view, len(kinds)) for _ in range(60)]
    table = chance.normal(size=(60 * len(kinds), 2))
    wanted = (table[:, 0] > 0).astype(float)
    folds = np.repeat(np.arange(60) % perpetrators_fit.FOLDS, len(kinds))
    weights, odds = perpetrators._by_kind(texts, table, wanted, folds, 1.0)
    assert weights.shape == (3, 3)
    assert weights[0, 0] > 5 * abs(weights[0, 1])
    assert perpetrators_fit.area(wanted, odds) > 0.95


def _read(view: Scene, count: int) -> perpetrators_read.Read:
    empty: list[list[float]] = [[] for _ in range(count)]
    return perpetrators_read.Read(
        view, {}, [], [], [], False, [], [], [False] * count, empty, empty, [0] * count,
        lambda _: [],
    )  # fmt: skip
