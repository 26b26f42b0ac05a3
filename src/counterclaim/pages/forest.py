"""A forest of small regression trees in numpy: rows of features to log probabilities.

All conditions of all trees are asked at once, and a leaf is reached where every condition on its
way holds: a product of matrices instead of a walk (as in Hummingbird, Nakandala et al. 2020).
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from pathlib import Path

import numpy as np
import numpy.typing as npt

from counterclaim.errors import ModelError

__all__ = ["Forest", "load_forest"]

Floats = npt.NDArray[np.float32]

FOLDER = Path(__file__).parent / "model"

AT_ONCE = 128
"""Rows that are worked on together, for memory's sake."""


@dataclass(frozen=True)
class Forest:
    """Gradient boosted trees, grown by ``python -m training.page_links``.

    Attributes:
        feature: the column that each condition asks, ``[trees, conditions]``.
        threshold: a condition holds where the column is at most this, same shape.
        way: 1 where a condition must hold on the way to a leaf, -1 where it must not, else 0,
            ``[trees, conditions, leaves]``.
        value: what a leaf adds to its class, ``[trees, leaves]``; trees of the classes take turns.
        classes: number of classes.
    """

    feature: npt.NDArray[np.int64]
    threshold: Floats
    way: Floats
    value: Floats
    classes: int

    def scores(self, rows: Floats) -> Floats:
        """Log probabilities of the classes, ``[rows, classes]``."""
        parts = [self._sums(rows[at : at + AT_ONCE]) for at in range(0, len(rows), AT_ONCE)]
        sums = np.concatenate([np.zeros((0, self.classes), np.float32), *parts])
        top = sums.max(axis=1, keepdims=True, initial=-np.inf)
        logs: Floats = sums - top - np.log(np.exp(sums - top).sum(axis=1, keepdims=True))
        return logs

    def _sums(self, rows: Floats) -> Floats:
        """What the trees say together, before it is made probabilities."""
        held = np.where(rows.T[self.feature] <= self.threshold[:, :, None], 1, -1)
        met = np.matmul(self.way.transpose(0, 2, 1), held.astype(np.float32))
        length = np.abs(self.way).sum(axis=1)
        reached = met == length[:, :, None]
        added = (reached * self.value[:, :, None]).sum(axis=1)  # [trees, rows]
        sums: Floats = added.reshape(-1, self.classes, len(rows)).sum(axis=0).T.astype(np.float32)
        return sums


@cache
def load_forest(name: str) -> Forest:
    """A shipped forest.

    Raises:
        ModelError: CC301 if its file is missing or damaged.
    """
    path = FOLDER / f"{name}.npz"
    try:
        with np.load(path, allow_pickle=False) as stored:
            return Forest(
                stored["feature"].astype(np.int64),
                stored["threshold"].astype(np.float32),
                stored["way"].astype(np.float32),
                stored["value"].astype(np.float32),
                int(stored["classes"]),
            )
    except (OSError, EOFError, ValueError, KeyError) as error:
        raise ModelError("CC301", name=path.name) from error
