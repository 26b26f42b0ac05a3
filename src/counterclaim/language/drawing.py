"""Readings of a window drawn from all that its scores allow, each as often as it is probable.

The linear-chain conditional random field of `viterbi` gives every tag sequence a probability; the
best sequence is but one of many that are nearly as good. Sequences are drawn exactly, by sums
forward and choices backward (Scott 2002, "Bayesian Methods for Hidden Markov Models").

Nothing here is left to chance: the numbers that choose are a fixed table, the same in every
window, so that a text always reads the same.
"""

from collections.abc import Sequence
from functools import cache

import numpy as np

from counterclaim.language.heads import Floats, Ints
from counterclaim.language.viterbi import legal_moves, padded, sums_before

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


def drawn_tags(scores: Sequence[Floats], follows: Floats) -> list[Ints]:
    """Tag sequences of each window, `[DRAWN, words]`; `scores` and `follows` as in `best_tags`."""
    if not scores:
        return []
    moves, (given, lengths) = legal_moves(follows), padded(scores)
    before = sums_before(np.ascontiguousarray(given.transpose(0, 2, 1)), moves)
    steps, ends = moves[:-1], np.asarray(lengths) - 1
    numbers = _choosers(len(given))
    windows = np.arange(len(scores))[:, None]
    found = np.zeros((len(given), len(scores), DRAWN), np.int32)
    chosen = np.zeros((len(scores), DRAWN), np.int32)
    for at in range(len(given) - 1, -1, -1):
        # Ways to arrive at each tag of the next word, `[windows, next tag, tag]`.
        ways = before[at].T[:, None, :] + steps.T[None]
        # What stands behind a window's last word says nothing about it.
        ways[at >= ends] = before[at].T[at >= ends][:, None, :]
        sums = np.exp(ways - ways.max(2, keepdims=True)).cumsum(2)
        bounds = (sums / sums[:, :, -1:])[windows, chosen]
        chosen = (bounds[:, :, :-1] < numbers[at][None, :, None]).sum(2, dtype=np.int32)
        found[at] = chosen
    return [found[:length, at].T for at, length in enumerate(lengths)]
