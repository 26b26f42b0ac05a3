"""The triage model: one linear classifier a lane over hashed n-grams and findings.

Weights are 8-bit integers with one scale a lane (``triage.npz``). Because the model is linear,
every score is the sum of what its words contribute, and the spans are those words.
"""

from __future__ import annotations

import functools
import math
from importlib import resources

import numpy as np
import numpy.typing as npt

from counterclaim.comments.composition import findings
from counterclaim.comments.grams import Word, finding_of, grams, words
from counterclaim.errors import ModelError
from counterclaim.records import Triage

__all__ = ["LANES", "Model", "Scored", "active", "length_factor", "load_model"]

LANES: tuple[Triage, ...] = ("identity_attack", "threat", "harassment", "profanity")
"""Lanes that the model scores, in the order of its rows."""

FILE = "triage.npz"
SHOWN_SHARE = 0.35
"""A word is shown where it gives this share of what the strongest word gives."""

FEWEST = 24
"""Features that a short sentence has; a text with fewer is scored as if it had these."""

Weights = npt.NDArray[np.float32]
Steps = npt.NDArray[np.int8]
Rows = npt.NDArray[np.int64]


def active(text: str) -> tuple[list[Word], list[tuple[int, int, int]]]:
    """Words of ``text`` and its features: ``(number, first word, last word)``."""
    found = words(text)
    rows = grams(found)
    rows.extend((finding_of(f.name), f.first, f.last) for f in findings(text, found))
    return found, rows


class Scored:
    """One text under the model.

    ``probability`` of each lane, and ``spans(lane)``: the words that gave it.
    """

    def __init__(self, text: str, weights: Steps, scale: Weights, bias: Weights) -> None:
        self.words, rows = active(text)
        self._give = np.zeros((len(LANES), len(self.words)), np.float32)
        odds = bias.astype(float).copy()
        if rows:
            table = np.array(rows)
            numbers, first_row = np.unique(table[:, 0], return_index=True)
            value = weights[:, numbers] * scale[:, None] * length_factor(len(numbers))
            odds += value.sum(axis=1)
            self._spread(table[first_row, 1], table[first_row, 2], value)
        self.probability = {
            lane: 1 / (1 + math.exp(-float(odds[at]))) for at, lane in enumerate(LANES)
        }

    def _spread(self, first: Rows, last: Rows, value: Weights) -> None:
        """Give each feature's weight to its first and last word, half each where they differ."""
        apart = first != last
        shared = np.where(apart, value / 2, value).T
        np.add.at(self._give.T, first, shared)
        np.add.at(self._give.T, last[apart], shared[apart])

    def spans(self, lane: Triage) -> list[tuple[int, int]]:
        """Character ranges of the words that speak most for ``lane``, neighbours joined."""
        give = self._give[LANES.index(lane)]
        if not len(give) or give.max() <= 0:
            return []
        chosen = np.flatnonzero(give >= SHOWN_SHARE * give.max()).tolist()
        joined: list[tuple[int, int]] = []
        for at, before in zip(chosen, [-2, *chosen[:-1]], strict=True):
            start = joined.pop()[0] if at == before + 1 else self.words[at].start
            joined.append((start, self.words[at].end))
        return joined


def length_factor(count: int) -> float:
    """Features weigh less in a long text: each is one of many (L2 length of a 0/1 vector).

    A text of a word or two does not make its few features weigh more than a short sentence's.
    """
    return 8.0 / math.sqrt(max(count, FEWEST))


class Model:
    """Weights of the lanes (lanes x `grams.WIDTH`) in steps, their size, the constant terms."""

    def __init__(self, weights: Steps, scale: Weights, bias: Weights) -> None:
        self._weights = weights
        self._scale = scale
        self._bias = bias

    def score(self, text: str) -> Scored:
        """``text`` under the model; linear in its length."""
        return Scored(text, self._weights, self._scale, self._bias)


@functools.cache
def load_model() -> Model:
    """The shipped model.

    Raises:
        ModelError: CC301 if its file is missing or damaged.
    """
    try:
        path = resources.files("counterclaim.comments").joinpath(FILE)
        with path.open("rb") as file, np.load(file, allow_pickle=False) as stored:
            return Model(stored["weights"], stored["scale"], stored["bias"])
    except (OSError, ValueError, KeyError) as error:
        raise ModelError("CC301", name=FILE) from error
