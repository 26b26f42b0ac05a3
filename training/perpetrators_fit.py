"""Logistic regressions over hashed features, for `training.perpetrators`."""

from collections.abc import Sequence
from typing import Any

import numpy as np
from scipy.optimize import minimize
from scipy.sparse import csr_matrix

from counterclaim.facts.perpetrators import finding, tables

__all__ = ["FOLDS", "area", "best_f1", "fit", "matrix", "unseen"]

FOLDS = 5
LEAST = 3
"""Rows that a column must have to get a weight."""


def matrix(rows: Sequence[dict[str, float]]) -> csr_matrix:
    """Features as hashed columns; a column that few rows have is empty."""
    where = np.array([tables.hashed(name) for row in rows for name in row], np.int32)
    values = np.array([value for row in rows for value in row.values()])
    bounds = np.cumsum([0, *map(len, rows)])
    few = np.bincount(where, minlength=tables.SIZE) < LEAST
    values[few[where]] = 0.0
    found = csr_matrix((values, where, bounds), (len(rows), tables.SIZE))
    found.eliminate_zeros()
    return found


def fit(table: Any, wanted: np.ndarray, ridge: float, steps: int = 120) -> np.ndarray:
    """Weights `[classes, columns + 1]`, the constant last: logistic, one class or several."""
    wanted = wanted.reshape(len(wanted), -1).astype(float)
    used = np.flatnonzero(np.asarray(abs(table).sum(0)).ravel())
    part, several = table[:, used], wanted.shape[1] > 1

    def loss(flat: np.ndarray) -> tuple[float, np.ndarray]:
        w = flat.reshape(len(used) + 1, -1)
        z = part @ w[:-1] + w[-1]
        if several:
            z = z - z.max(1, keepdims=True)
            shares = np.exp(z) / np.exp(z).sum(1, keepdims=True)
            value = -(wanted * np.log(shares + 1e-12)).sum()
            wrong = wanted.sum(1, keepdims=True) * shares - wanted
        else:
            value = (np.logaddexp(0, z) - wanted * z).sum()
            wrong = 1 / (1 + np.exp(-z)) - wanted
        slope = np.vstack([part.T @ wrong + ridge * w[:-1], wrong.sum(0)])
        return float(value + ridge * (w[:-1] ** 2).sum() / 2), slope.ravel()

    start = np.zeros((len(used) + 1) * wanted.shape[1])
    best = minimize(loss, start, jac=True, method="L-BFGS-B", options={"maxiter": steps}).x
    best = best.reshape(len(used) + 1, -1)
    full = np.zeros((wanted.shape[1], table.shape[1] + 1))
    full[:, used], full[:, -1] = best[:-1].T, best[-1]
    return full


def unseen(table: Any, wanted: np.ndarray, ridge: float, folds: np.ndarray) -> np.ndarray:
    """Log odds of every row by weights from the other folds."""
    found = np.zeros((len(folds), wanted.reshape(len(wanted), -1).shape[1]))
    for fold in range(FOLDS):
        learnt = fit(table[folds != fold], wanted[folds != fold], ridge)
        found[folds == fold] = table[folds == fold] @ learnt[:, :-1].T + learnt[:, -1]
    return found


def area(wanted: np.ndarray, values: np.ndarray) -> float:
    """The area under the receiver operating characteristic."""
    ranks = values.argsort().argsort() + 1
    yes = wanted > 0
    count = yes.sum()
    return float((ranks[yes].sum() - count * (count + 1) / 2) / (count * (~yes).sum()))


def best_f1(wanted: np.ndarray, values: np.ndarray) -> tuple[float, float]:
    """The probability to cut at that gives the best F1, and that F1."""
    order = (-values).argsort()
    right = np.cumsum(wanted[order])
    f1 = 2 * right / (np.arange(1, len(order) + 1) + wanted.sum())
    at = int(f1.argmax())
    return round(finding.odds(float(values[order][at])), 3), round(float(f1[at]), 4)
