"""Which of a few places readers take over at in flattened text, or whether they do at all.

The change point of :mod:`counterclaim.pages.takeover` moves with how much a paragraph's own sound
counts beside its neighbourhood: less is better where comment systems left traces, more where bare
talk follows the story. Both places stand for election; a log-linear model chooses between them and
none.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from counterclaim.errors import ModelError
from counterclaim.pages.pieces import Piece
from counterclaim.pages.talk import is_posted

__all__ = ["CANDIDATE", "Boundary", "Evidence", "candidate_features", "load_boundary"]

Floats = npt.NDArray[np.float32]
Flags = npt.NDArray[np.bool_]

FILE = Path(__file__).parent / "model" / "boundary.npz"

CANDIDATE: tuple[str, ...] = (
    "own", "net", "own_low", "net_low", "own_untraced", "net_untraced",
    "own_after", "own_before", "net_after", "net_before",
    "own_here", "net_here", "own_above", "net_above", "invited", "invited_above", "named", "posted",
    "traced", "names", "posts", "invitations", "gap", "lines_below", "share_below", "several",
    "size", "size_above", "text_above", "text_here", "told_above", "size_below", "size_before",
    "own_bound", "net_bound", "mostly_own", "mostly_net", "own_most", "net_most",
    "by_sound", "by_place", "bias",
)  # fmt: skip
"""Names of the columns of :func:`candidate_features`, in order."""

BOUND = 4.0
"""Nats that one paragraph counts for at most where means are taken."""

MIXTURES = (0.7, 0.3)
"""Weights of how a paragraph sounds by itself, beside how it looks among its neighbours, that the
places standing for election come from."""


class Evidence(NamedTuple):
    """What each piece of a flattened page says of readers' talk, ``[pieces]`` each.

    Attributes:
        own: log odds of being readers' talk by its own sound, bounded; furniture says nothing.
        net: the same by what the network says of it among its neighbours.
        own_low, net_low: both, with no piece counting for much.
        sound, place: the odds of both kinds as they are.
        text: the probability of not being furniture.
        invited: whether it invites to comment or heads a readers' section.
        named: whether it is a line with a comment's author and time.
        told: whether it is a paragraph of a story by its length.
    """

    own: Floats
    net: Floats
    own_low: Floats
    net_low: Floats
    sound: Floats
    place: Floats
    text: Floats
    invited: Flags
    named: Flags
    told: Flags


@dataclass(frozen=True)
class Boundary:
    """The model's weights by :data:`CANDIDATE`; a place is better than none above 0."""

    weights: Floats

    def best(self, rows: Floats) -> int | None:
        """The candidate of ``rows`` that is chosen, ``None`` if none is."""
        scores = rows @ self.weights
        at = int(scores.argmax())
        return at if scores[at] > 0 else None


def candidate_features(
    pieces: Sequence[Piece], said: Evidence, places: Sequence[int], mixtures: Sequence[int]
) -> Floats:
    """A row of :data:`CANDIDATE` for each of ``places``.

    ``mixtures`` is, for each of :data:`MIXTURES`, the place that it is for.
    """
    at = np.array(places)
    rows = np.concatenate([_sums(pieces, said, at), _around(pieces, said, at)], axis=1)
    total = {name: rows[:, CANDIDATE.index(name)] for name in ("own", "net")}
    mixed = [share * total["own"] + (1 - share) * total["net"] for share in MIXTURES]
    bounds = [
        np.tanh(total["own"] / 3),
        np.tanh(total["net"] / 3),
        *[np.tanh((sums - 1.5) / 2) for sums in mixed],
        np.minimum(total["own"], 6),
        np.minimum(total["net"], 6),
        *[at == place for place in mixtures],
        np.ones(len(at)),
    ]
    return np.concatenate([rows, np.stack(bounds, axis=1)], axis=1, dtype=np.float32)


def _below(values: npt.NDArray[np.generic]) -> npt.NDArray[np.float64]:
    """The sum of each piece's value and of all below it; 0 for the end of the page."""
    sums: npt.NDArray[np.float64] = np.cumsum(values[::-1], dtype=float)[::-1]
    return np.append(sums, 0)


def _sums(pieces: Sequence[Piece], said: Evidence, at: npt.NDArray[np.int64]) -> Floats:
    """Columns up to ``net_before``: what all below a place say together, and on average."""
    posted = np.array([is_posted(piece.text) for piece in pieces])
    traced = _below(said.invited | said.named | posted)[at] > 0
    sums = [_below(one)[at] for one in (said.own, said.net, said.own_low, said.net_low)]
    size = np.array([len(piece.text) for piece in pieces], np.float32)
    weight = said.text * np.minimum(1, size / 60)
    mass = _below(weight)
    means = []
    for values in (said.sound, said.place):
        held = _below(np.clip(values, -BOUND, BOUND) * weight)
        means += [held[at] / (mass[at] + 1e-3), (held[0] - held[at]) / (mass[0] - mass[at] + 1e-3)]
    return np.stack([*sums, sums[0] * ~traced, sums[1] * ~traced, *means], axis=1).astype(
        np.float32
    )


def _around(pieces: Sequence[Piece], said: Evidence, at: npt.NDArray[np.int64]) -> Floats:
    """Columns from ``own_here`` to ``size_before``: traces, sizes, and the pieces at the place."""
    count = len(pieces)
    size = np.array([len(piece.text) for piece in pieces], np.float32)
    gaps = np.array([piece.gap for piece in pieces], np.float32)
    usual = np.median(gaps[1:]) if count > 1 else 0
    weight = said.text * np.minimum(1, size / 60)
    own = np.clip(said.sound, -BOUND, BOUND) * weight
    net = np.clip(said.place, -BOUND, BOUND) * weight
    posted = np.array([is_posted(piece.text) for piece in pieces])
    invited, named = said.invited.astype(np.float32), said.named
    part, above = np.minimum(1, size / 200), np.maximum(at - 1, 0)
    longer = _below(np.minimum(1, size / 300))
    first = (at > 0).astype(np.float32)
    columns = [
        own[at],
        net[at],
        own[above] * first,
        net[above] * first,
        invited[at],
        np.maximum(invited[above], invited[np.maximum(at - 2, 0)]) * first,
        named[at],
        posted[at],
        _below(said.invited | named | posted)[at] > 0,
        np.minimum(_below(named)[at], 6) / 6,
        np.minimum(_below(posted)[at], 6) / 6,
        np.minimum(_below(invited)[at], 4) / 4,
        np.clip(gaps[at] - usual, -1, 3),
        np.log(count - at),
        (count - at) / count,
        _below(said.own > 0)[at] > 2,
        part[at],
        part[above] * first,
        said.text[above] * first,
        said.text[at],
        said.told[above] * first,
        longer[at] / (count - at),
        (longer[0] - longer[at]) / (at + 1e-3),
    ]
    return np.stack(columns, axis=1).astype(np.float32)


@cache
def load_boundary() -> Boundary:
    """The shipped weights.

    Raises:
        ModelError: CC301 if their file is missing or damaged.
    """
    try:
        with np.load(FILE, allow_pickle=False) as stored:
            weights = stored["weights"].astype(np.float32)
    except (OSError, EOFError, ValueError, KeyError) as error:
        raise ModelError("CC301", name=FILE.name) from error
    if weights.shape != (len(CANDIDATE),):
        raise ModelError("CC301", name=FILE.name)
    return Boundary(weights)
