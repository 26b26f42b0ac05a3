"""The regressions behind the perpetrators: fitted weights, unseen rows, areas and cuts."""

import numpy as np
import pytest
from scipy.sparse import csr_matrix

from counterclaim.facts.perpetrators import tables
from counterclaim.facts.perpetrators.scene import Scene
from training import perpetrators


def rows(count: int = 200) -> tuple[csr_matrix, np.ndarray]:
    """Two columns, of which the first decides, and a third that is empty."""
    chance = np.random.default_rng(5)
    table = np.hstack([chance.normal(size=(count, 2)), np.zeros((count, 1))])
    return csr_matrix(table), (table[:, 0] > 0).astype(float)


def test_what_decides_gets_the_weight() -> None:
    table, wanted = rows()
    weights = perpetrators.fit(table, wanted, 1.0)
    assert weights.shape == (1, 4)
    assert weights[0, 0] > 5 * abs(weights[0, 1])
    assert weights[0, 2] == 0.0


def test_several_classes_share_one() -> None:
    table, wanted = rows()
    weights = perpetrators.fit(table, np.stack([wanted, 1 - wanted], 1), 1.0)
    assert weights.shape == (2, 4)
    assert weights[0, 0] == pytest.approx(-weights[1, 0], abs=0.01)


def test_unseen_rows_are_weighed_by_the_others() -> None:
    table, wanted = rows()
    folds = np.arange(len(wanted)) * perpetrators.FOLDS // len(wanted)
    found = perpetrators.unseen(table, wanted, 1.0, folds)
    assert found.shape == (200, 1)
    assert perpetrators.area(wanted, found[:, 0]) > 0.95
    first = folds == 0
    alone = perpetrators.fit(table[~first], wanted[~first], 1.0)[0]
    assert np.allclose(found[first, 0], table[first] @ alone[:-1] + alone[-1])


def test_area_and_the_best_cut() -> None:
    wanted, values = np.array([0.0, 0.0, 1.0, 1.0]), np.array([-2.0, -1.0, 1.0, 2.0])
    assert perpetrators.area(wanted, values) == 1.0
    assert perpetrators.area(wanted, -values) == 0.0
    cut, best = perpetrators.best_f1(wanted, values)
    assert best == 1.0
    assert 0.5 < cut < 0.8


def test_columns_that_few_rows_have_are_empty() -> None:
    table = perpetrators.matrix([{"a": 1.0, "b": 2.0}, {"a": 1.0}, {"a": 3.0}])
    assert table.shape == (3, tables.SIZE)
    assert table[:, tables.hashed("a")].toarray().ravel().tolist() == [1.0, 1.0, 3.0]
    assert table[:, tables.hashed("b")].nnz == 0


def test_a_key_names_an_organisation_by_any_of_its_names() -> None:
    (one,) = Scene.of("The Harbour Shield Front (HSF) came. The HSF left.").organisations
    row = {
        perpetrators.CONFIDENCE: [
            'CLAIMED OR ADMITTED: "HSF" / "HARBOUR SHIELD FRONT"',
            'POSSIBLE: "TIDE BRIGADE"',
        ]
    }
    claimed = [float(name == "claimed") for name in perpetrators.CONFIDENCES]
    assert perpetrators._doubts(one, [row]) == claimed
    assert perpetrators._did(one, [frozenset({"HSF"})])
    assert not perpetrators._did(one, [frozenset({"TIDE BRIGADE"})])
