"""The regression finds what tells classes apart, and forgets what is rare."""

import pytest

pytest.importorskip("scipy")
from training.logistic import fit

FEATURES = [{"wet": 1.0}, {"wet": 1.0, "odd": 1.0}, {"dry": 1.0}, {"dry": 1.0}] * 5
TRUTH = [1, 1, 0, 0] * 5


def test_features_weigh_for_their_class() -> None:
    weights = fit(FEATURES, TRUTH, 2, least=1, ridge=0.1, steps=100)
    assert weights["wet"][1] > weights["wet"][0]
    assert weights["dry"][0] > weights["dry"][1]
    assert set(weights) == {"wet", "dry", "odd", ""}


def test_rare_features_are_left_out_and_a_ridge_shrinks() -> None:
    weights = fit(FEATURES, TRUTH, 2, least=6, ridge=0.1, steps=100)
    assert set(weights) == {"wet", "dry", ""}
    small = fit(FEATURES, TRUTH, 2, least=6, ridge=10.0, steps=100)
    assert abs(small["wet"][1]) < abs(weights["wet"][1])
