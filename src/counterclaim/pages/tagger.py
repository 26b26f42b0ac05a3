"""A small network over the paragraphs of a page, in numpy: features to scores of kinds.

Each paragraph's features and hashed words give a vector; three layers mix it with those of its
neighbours (convolutions of width three at distances 1, 2 and 4) and with the page's mean; a last
one scores the kinds. Weights come from ``python -m training.pages`` and ship in
``pages/model``.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from pathlib import Path

import numpy as np
import numpy.typing as npt

from counterclaim.errors import ModelError
from counterclaim.pages.bags import Bag
from counterclaim.records import BlockKind

__all__ = ["CLASSES", "DILATIONS", "Register", "Tagger", "load_register", "load_tagger"]

Floats = npt.NDArray[np.float32]

CLASSES: tuple[BlockKind, ...] = (
    "other", "headline", "body", "byline", "dateline", "caption", "note", "related", "comment"
)  # fmt: skip
"""What the network tells apart; ``comment`` is all of a readers' section, its forms too."""

DILATIONS = (1, 2, 4)
"""Distances of the neighbours that each mixing layer looks at."""

FOLDER = Path(__file__).parent / "model"


@dataclass(frozen=True)
class Tagger:
    """The network's weights by name, float32."""

    weights: dict[str, Floats]

    def scores(self, features: Floats, bag: Bag) -> Floats:
        """Log probabilities of :data:`CLASSES` for each piece, ``[pieces, 9]``."""
        w = self.weights
        if not len(features):
            return np.zeros((0, len(CLASSES)), np.float32)
        ids, starts = bag
        sums = np.add.reduceat(w["embedding"][ids], starts, axis=0)
        sizes = np.diff(np.append(starts, len(ids))).astype(np.float32)[:, None]
        scaled = np.clip((features - w["mean"]) / w["scale"], -5, 5)
        hidden = _relu(np.concatenate([scaled, sums / sizes], axis=1) @ w["in.w"] + w["in.b"])
        for layer, distance in enumerate(DILATIONS):
            mixed = np.concatenate(
                [_shift(hidden, distance), hidden, _shift(hidden, -distance)], axis=1
            )
            page = hidden.mean(axis=0) @ w[f"page{layer}.w"]
            hidden = hidden + _relu(mixed @ w[f"mix{layer}.w"] + page + w[f"mix{layer}.b"])
        scores = hidden @ w["out.w"] + w["out.b"]
        top = scores.max(axis=1, keepdims=True)
        logs: Floats = scores - top - np.log(np.exp(scores - top).sum(axis=1, keepdims=True))
        return logs


@dataclass(frozen=True)
class Register:
    """Whether a paragraph, by itself, sounds like a reader or like the press.

    Sees no neighbours and no place on the page, so that what it says of many paragraphs adds up.
    """

    weights: dict[str, Floats]

    def scores(self, features: Floats, bag: Bag) -> Floats:
        """Log odds of readers' talk against an article's text for each piece, ``[pieces]``.

        ``features`` and ``bag`` are those of :func:`counterclaim.pages.features.own_features`.
        """
        w = self.weights
        ids, starts = bag
        sizes = np.diff(np.append(starts, len(ids))).astype(np.float32)[:, None]
        words = np.add.reduceat(w["embedding"][ids], starts, axis=0) / sizes
        scaled = np.clip((features - w["mean"]) / w["scale"], -5, 5)
        hidden = _relu(np.concatenate([scaled, words], axis=1) @ w["in.w"] + w["in.b"])
        odds: Floats = (hidden @ w["out.w"] + w["out.b"])[:, 0]
        return odds


def _relu(values: Floats) -> Floats:
    """Negative values to zero."""
    return np.maximum(values, 0)


def _shift(rows: Floats, distance: int) -> Floats:
    """Rows moved down by ``distance`` (up if negative), zeros moved in."""
    moved = np.zeros_like(rows)
    if distance > 0:
        moved[distance:] = rows[:-distance]
    else:
        moved[:distance] = rows[-distance:]
    return moved


@cache
def load_tagger(name: str) -> Tagger:
    """The shipped network ``flattened`` or ``structured``.

    Raises:
        ModelError: CC301 if its file is missing or damaged.
    """
    return Tagger(_weights(name))


@cache
def load_register() -> Register:
    """The shipped scorer of register.

    Raises:
        ModelError: CC301 if its file is missing or damaged.
    """
    return Register(_weights("register"))


def _weights(name: str) -> dict[str, Floats]:
    """Weights by name, as float32; embeddings are stored in eight bits, scaled by column."""
    path = FOLDER / f"{name}.npz"
    try:
        with np.load(path, allow_pickle=False) as stored:
            weights = {key: stored[key].astype(np.float32) for key in stored.files}
            weights["embedding"] *= weights.pop("embedding.scale")
    except (OSError, EOFError, ValueError, KeyError) as error:
        raise ModelError("CC301", name=path.name) from error
    return weights
