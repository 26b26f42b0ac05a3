from pathlib import Path

import numpy as np
import pytest
from tests.ledger.test_joining import two_incidents
from training.incident_weights import ALONE, LABELS, few, labels, report, small
from training.incidents import FOLDS, fit, fit_all, fold, mains, pairs, together

from counterclaim.ledger.affinity import EVIDENCE

GOLD = ("x", "x", "y", "y")


def test_the_weight_of_a_pair_is_how_often_it_counts() -> None:
    random = np.random.default_rng(5)
    values = random.normal(size=(300, 2))
    labels = (values[:, 0] + random.normal(size=300) > 0).astype(np.float64)
    twice = np.where(np.arange(300) < 100, 2.0, 1.0)
    bias, weights = fit(values, labels, twice)
    again = fit(np.vstack([values, values[:100]]), np.concatenate([labels, labels[:100]]))
    assert bias == pytest.approx(again[0], abs=0.02)
    assert weights == pytest.approx(again[1], abs=0.02)


def test_collections_are_fitted_together() -> None:
    found = pairs(GOLD, mains(two_incidents()))
    both = together(found, found)
    assert len(both.values) == len(both.incidents) == 2 * len(found.incidents)
    bias, weights = fit_all((found, 2.0))
    same = fit_all((found, 1.0), (found, 1.0))
    assert bias == pytest.approx(same[0], abs=0.05)
    assert weights == pytest.approx(same[1], abs=0.05)


def test_sets_of_few_pages_are_the_same_in_every_run() -> None:
    groups = mains(two_incidents())
    one, two = few(GOLD, groups, 6), few(GOLD, groups, 6)
    assert one.incidents == two.incidents
    assert np.array_equal(one.values, two.values)
    assert set(one.incidents) <= {(a, b) for a in "xy" for b in "xy"}
    assert one.values.shape == (len(one.incidents), len(EVIDENCE))


def test_labels_name_each_article_once(tmp_path: Path) -> None:
    file = tmp_path / "labels.txt"
    file.write_text(f"# ours\nharbour 11 12\n{ALONE} 13 14\n", "utf-8")
    found = labels(file)
    assert found == {"11": "harbour", "12": "harbour", "13": "alone-13", "14": "alone-14"}
    shipped = [line.split()[1:] for line in LABELS.read_text("utf-8").splitlines()]
    units = [unit for some in shipped for unit in some if unit.isdigit()]
    assert len(units) == len(set(units)) == len(labels())


def test_a_report_is_by_weights_that_have_not_seen_the_incidents() -> None:
    names = [str(n) for n in range(60)]
    gold = [next(n for n in names if fold(n) == at) for at in (0, 0, 1, 1)]
    groups = mains(two_incidents())
    parts = small(GOLD, groups, 1.0)
    found = report(parts, gold, groups)
    assert set(found) == {"b3_f1", "pair_f1", "few_b3_f1", "few_pair_f1"}
    assert found["b3_f1"] == found["pair_f1"] == 100.0
    assert FOLDS > 1
