import numpy as np
import pytest
from benchmarks.incidents import assigned
from tests.ledger.test_joining import story, two_incidents
from training.incidents import FOLDS, cross_validated, fit, fitted, fold, mains, pairs

from counterclaim.ledger import build_ledger
from counterclaim.ledger.affinity import EVIDENCE
from counterclaim.ledger.joining import join_groups
from counterclaim.records import Reading


def test_weights_are_found_again() -> None:
    random = np.random.default_rng(7)
    values = random.normal(size=(4000, 2)) * np.array([1.0, 20.0])
    chances = 1 / (1 + np.exp(-(-0.5 + values @ np.array([2.0, -0.05]))))
    labels = (random.random(4000) < chances).astype(np.float64)
    bias, weights = fit(values, labels)
    assert bias == pytest.approx(-0.5, abs=0.2)
    assert weights == pytest.approx([2.0, -0.05], abs=0.3)
    assert weights[1] == pytest.approx(-0.05, abs=0.01)


def test_evidence_that_never_varies_has_no_weight() -> None:
    random = np.random.default_rng(3)
    values = np.hstack([random.normal(size=(500, 1)), np.zeros((500, 1))])
    _, weights = fit(values, (values[:, 0] > 0).astype(np.float64))
    assert weights[0] > 1
    assert weights[1] == 0


def test_pairs_have_the_evidence_in_its_order() -> None:
    groups = mains(two_incidents())
    found = pairs(["x", "x", "y", "y"], groups)
    assert found.values.shape == (len(found.incidents), len(EVIDENCE))
    assert sum(found.labels) == sum(a == b for a, b in found.incidents) == 2
    assert set(found.incidents) <= {(a, b) for a in "xy" for b in "xy"}


def test_pairs_without_a_fold_hold_none_of_its_incidents() -> None:
    names = [str(n) for n in range(40)]
    inside = next(n for n in names if fold(n) == 0)
    outside = next(n for n in names if fold(n) == 1)
    found = pairs([inside, inside, outside, outside], mains(two_incidents()))
    left = found.without(FOLDS, 0)
    assert left.incidents
    assert set(left.incidents) == {(outside, outside)}
    assert len(left.values) == len(left.incidents)


def test_folds_are_even_and_always_the_same() -> None:
    found = [fold(str(number)) for number in range(500)]
    assert set(found) == set(range(FOLDS))
    assert min(found.count(n) for n in range(FOLDS)) > 60
    assert found == [fold(str(number)) for number in range(500)]
    assert {fitted(str(n)) for n in range(50)} == {True, False}


def test_probabilities_by_other_incidents() -> None:
    names = [str(n) for n in range(60)]
    every = [next(n for n in names if fold(n) == at) for at in range(FOLDS)]
    incidents = [one for one in every for _ in range(2)]
    groups = mains([reading for at in range(FOLDS) for reading in told(at)])
    weigh = cross_validated(incidents, groups)
    cases = join_groups(groups, weigh)
    assert sum(len(case.groups) for case in cases) == len(groups)
    one, two = groups[:2]
    neutral = dict.fromkeys(EVIDENCE, 0.0)
    assert 0 <= weigh(one, two, neutral) <= 1
    assert weigh(one, two, neutral) == weigh(two, one, neutral)


def told(number: int) -> list[Reading]:
    """Two pages on one invented incident."""
    name, town = (
        ("Oda Brekke", "Nils Tarm", "Ida Falk", "Bo Lind", "Ane Moe")[number],
        f"Town{number}",
    )
    days = ("2031-05-04", "2031-05-09")
    return [
        story(f"{number}{n}", name, town, 30 + number, day, f"{name} was well liked")
        for n, day in enumerate(days)
    ]


def test_what_is_shipped_groups_the_same_pages() -> None:
    readings = two_incidents()
    of = assigned(build_ledger(readings))
    assert of["d-a"] == of["d-b"] != of["d-c"] == of["d-d"]
