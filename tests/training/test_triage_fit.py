"""What holds a feature of triage back, and how much."""

import numpy as np
import pytest
from scipy.sparse import csr_matrix
from training.triage_fit import Known, fit_lane, telling


def known(rows: list[list[int]], truth: list[float], corpus: str = "letters") -> Known:
    size = len(rows)
    return Known(
        csr_matrix(np.array(rows, np.float32)),
        np.array(truth),
        np.ones(size),
        np.array([corpus] * size),
    )


def test_what_stands_in_both_alike_tells_nothing() -> None:
    found = telling(known([[1, 1, 0], [1, 1, 0], [1, 0, 1], [1, 0, 1]], [1, 1, 0, 0]))
    assert found[0] == pytest.approx(0)
    assert found[1] == pytest.approx(found[2])
    assert found[1] > 1


def test_telling_features_have_mean_one() -> None:
    found = telling(known([[1, 1, 0], [1, 1, 0], [1, 0, 1], [1, 0, 1]], [1, 1, 0, 0]))
    assert found.mean() == pytest.approx(1)


def test_shares_count_as_parts_of_a_comment() -> None:
    even = telling(known([[1, 0], [1, 0], [0, 1], [0, 1]], [0.5, 0.5, 1, 0.2]))
    clear = telling(known([[1, 0], [1, 0], [0, 1], [0, 1]], [1.0, 0.9, 0.1, 0]))
    assert even[0] / even[1] != pytest.approx(clear[0] / clear[1])


def test_features_that_never_occur_are_no_trouble() -> None:
    found = telling(known([[1, 1, 0], [1, 1, 0], [1, 0, 0], [1, 0, 0]], [1, 1, 0, 0]))
    assert np.isfinite(found).all()


def test_weights_have_the_sign_of_what_they_tell() -> None:
    rows = [[1, 1, 0], [1, 1, 0], [1, 0, 1], [1, 0, 1]] * 5
    weights = fit_lane(known(rows, [1, 1, 0, 0] * 5), ridge=1.0)
    assert weights[1] > 0.1
    assert weights[2] < -0.1
    assert abs(weights[0]) < abs(weights[1]) / 4
