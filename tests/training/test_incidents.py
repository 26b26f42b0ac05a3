import numpy as np
import pytest
from tests.ledger.test_joining import two_incidents
from training.incidents import fit, fitted, pairs

from counterclaim.ledger.affinity import EVIDENCE


def test_weights_are_found_again() -> None:
    random = np.random.default_rng(7)
    values = random.normal(size=(4000, 2))
    chances = 1 / (1 + np.exp(-(-0.5 + values @ np.array([2.0, -1.0]))))
    labels = (random.random(4000) < chances).astype(np.float64)
    bias, weights = fit(values, labels)
    assert bias == pytest.approx(-0.5, abs=0.2)
    assert weights == pytest.approx([2.0, -1.0], abs=0.3)


def test_only_pairs_of_the_fitted_half_are_used() -> None:
    inside = [str(n) for n in range(50) if fitted(str(n))][:2]
    outside = next(str(n) for n in range(50) if not fitted(str(n)))
    readings = two_incidents()
    values, labels = pairs([inside[0], inside[0], inside[1], inside[1]], readings)
    assert values.shape == (len(labels), len(EVIDENCE))
    assert sum(labels) == 2
    fewer, _ = pairs([inside[0], inside[0], outside, outside], readings)
    assert len(fewer) < len(values)
