"""Multinomial logistic regression on named features, with a ridge on all but the constants."""

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np
from scipy.optimize import minimize
from scipy.sparse import csr_matrix

Weights = dict[str, tuple[float, ...]]
"""A weight a class by feature; the constants stand under the empty name."""


def fit(
    features: Sequence[Mapping[str, float]],
    truth: Sequence[int],
    classes: int,
    *,
    least: int,
    ridge: float,
    steps: int,
) -> Weights:
    """Weights of the features that at least `least` examples have; `truth` numbers the classes."""
    counts = Counter(name for one in features for name in one)
    names = sorted(name for name, count in counts.items() if count >= least)
    columns = {name: at for at, name in enumerate(names)}
    cells = [
        (row, columns[name], value)
        for row, one in enumerate(features)
        for name, value in one.items()
        if name in columns
    ] + [(row, len(names), 1.0) for row in range(len(features))]
    rows, where, values = zip(*cells, strict=True)
    shape = len(features), len(names) + 1
    table = csr_matrix((values, (rows, where)), shape)
    wanted = np.eye(classes)[list(truth)]
    penalty = np.full((shape[1], 1), ridge)
    penalty[-1] = 0

    def loss(flat: Any) -> tuple[float, Any]:
        w = flat.reshape(shape[1], -1)
        z = table @ w
        z -= z.max(1, keepdims=True)
        p = np.exp(z)
        p /= p.sum(1, keepdims=True)
        value = -np.log((p * wanted).sum(1) + 1e-12).sum() + (penalty * w**2).sum() / 2
        return float(value), (table.T @ (p - wanted) + penalty * w).ravel()

    start = np.zeros(shape[1] * classes)
    found = minimize(loss, start, jac=True, method="L-BFGS-B", options={"maxiter": steps}).x
    weights = found.reshape(shape[1], -1).tolist()
    return {name: tuple(row) for name, row in zip([*names, ""], weights, strict=True)}
