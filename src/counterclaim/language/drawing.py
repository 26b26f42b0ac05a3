"""Readings of a window drawn from all that its scores allow, each as often as it is probable.

The linear-chain conditional random field of `viterbi` gives every tag sequence a probability; the
best sequence is but one of many that are nearly as good. Sequences are drawn exactly, by sums
forward and choices backward (Scott 2002, "Bayesian Methods for Hidden Markov Models").

Nothing here is left to chance: the numbers that choose are a fixed table, the same in every
window, so that a text always reads the same.
"""

from functools import cache

import numpy as np

from counterclaim.language.heads import Floats, Ints
from counterclaim.language.viterbi import Paths

DRAWN = 32
"""Readings of a window."""

_MULTIPLIERS = (np.uint64(0xBF58476D1CE4E5B9), np.uint64(0x94D049BB133111EB))
_STEP = np.uint64(0x9E3779B97F4A7C15)


@cache
def _choosers(words: int) -> Floats:
    """Numbers in [0, 1), `[words, DRAWN]`, by SplitMix64 (Steele, Lea, Flood 2014).

    Those of one word lie in as many equal parts of [0, 1), one in each.
    """
    mixed = np.arange(1, words * DRAWN + 1, dtype=np.uint64) * _STEP
    for shift, multiplier in zip((30, 27), _MULTIPLIERS, strict=True):
        mixed = (mixed ^ (mixed >> np.uint64(shift))) * multiplier
    mixed ^= mixed >> np.uint64(31)
    order = mixed.reshape(words, DRAWN).argsort(1, kind="stable")
    table: Floats = ((order + 0.5) / DRAWN).astype(np.float32)
    return table


def drawn_tags(paths: Paths) -> list[Ints]:
    """Tag sequences of each window, `[DRAWN, words]`."""
    bounds = _bounds(paths)
    size, _, places = bounds.shape
    count = len(paths.lengths)
    tags = places // count
    numbers = np.tile(_choosers(size), (1, count))
    first = np.repeat(np.arange(count) * tags, DRAWN)
    found = np.empty((size, count * DRAWN), np.int32)
    chosen: Ints = np.zeros(count * DRAWN, np.int32)
    for at in range(size - 1, -1, -1):
        passed = bounds[at].take(first + chosen, axis=1) < numbers[at]
        chosen = np.add.reduce(passed, 0, dtype=np.int32, out=found[at])
    wide = found.reshape(size, count, DRAWN)
    return [wide[:length, at].T for at, length in enumerate(paths.lengths)]


def _bounds(paths: Paths) -> Floats:
    """Shares of all ways that arrive from each tag or one before it, the last tag left out.

    `[words, tags - 1, windows x next tags]`: tags of a word as the next word's tag asks for them.
    """
    before = paths.before.transpose(0, 2, 1)
    # Ways to arrive at each tag of the next word, `[words, windows, next tag, tag]`.
    ways = before[:, :, None] + paths.moves[:-1].T
    for at, length in enumerate(paths.lengths):
        # What stands behind a window's last word says nothing about it.
        ways[length - 1 :, at] = before[length - 1 :, at, None]
    ways -= ways.max(3, keepdims=True)
    sums = np.exp(ways, out=ways).cumsum(3)
    shares = sums[..., :-1] / sums[..., -1:]
    bounds: Floats = np.ascontiguousarray(shares.transpose(0, 3, 1, 2))
    return bounds.reshape(*bounds.shape[:2], -1)
