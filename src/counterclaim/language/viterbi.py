"""The best legal tags of windows, and how sure they are; many windows at once.

Scores and transitions make a linear-chain conditional random field (Lafferty, McCallum, Pereira
2001): the best path by Viterbi, a tag's probability by the forward-backward sums.
"""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from counterclaim.language.heads import ROLES, Floats, Ints, Scores

FORBIDDEN = np.float32(-1e4)


def in_paragraphs(scores: Scores, begins: Ints) -> Floats:
    """Role scores under which no span goes on over a paragraph's start.

    `begins` are the words that begin a paragraph. A speech of several paragraphs is one content
    of several spans (PolNeAR has one span in 57,000 that does otherwise).
    """
    roles = scores.roles.copy()
    roles[begins, 2::2] = FORBIDDEN
    return roles


def best_tags(scores: Sequence[Floats], follows: Floats) -> list[Ints]:
    """Highest-scoring legal tag sequence of each window.

    Each item of `scores` is `[words, tags]`; `follows` as in `Chain`. Ties go to the lower tag.
    """
    if not scores:
        return []
    moves, (given, lengths) = legal_moves(follows), padded(scores)
    came, final = _forward(given, moves, lengths)
    return [_walk(came[:, at], final[at], lengths[at]) for at in range(len(scores))]


def sureness(scores: Sequence[Floats], follows: Floats) -> list[Floats]:
    """Probability of each tag of each word given the whole window, `[words, tags]` a window."""
    if not scores:
        return []
    moves, (given, lengths) = legal_moves(follows), padded(scores)
    # Windows last: all of them are one step's innermost loop.
    given = np.ascontiguousarray(given.transpose(0, 2, 1))
    before = sums_before(given, moves)
    joint = before + _after(given, moves[:-1, :, None], np.asarray(lengths) - 1)
    whole = np.empty_like(joint[:, 0])
    _log_sum(joint.copy(), whole, 1)
    return [
        np.exp(joint[:length, :, at] - whole[:length, at, None])
        for at, length in enumerate(lengths)
    ]


def sums_before(given: Floats, moves: Floats) -> Floats:
    """Log of all that leads to each tag, that included, `[words, tags, windows]`.

    `given` has that shape too; `moves` is what `legal_moves` gives.
    """
    steps = moves[:-1, :, None]
    before = np.empty_like(given)
    before[0] = given[0] + moves[-1][:, None]
    paths = np.empty((*steps.shape[:2], given.shape[2]), np.float32)
    for at in range(1, len(given)):
        np.add(before[at - 1][:, None], steps, out=paths)
        _log_sum(paths, before[at], 0)
        before[at] += given[at]
    return before


def _after(given: Floats, steps: Floats, ends: NDArray[np.int64]) -> Floats:
    """Log of all that follows each tag up to the windows' last words, that excluded."""
    after = np.zeros_like(given)
    paths = np.empty((*steps.shape[:2], given.shape[2]), np.float32)
    for at in range(len(given) - 2, -1, -1):
        np.add((after[at + 1] + given[at + 1])[None], steps, out=paths)
        _log_sum(paths, after[at], 1)
        after[at][:, at >= ends] = 0
    return after


def _log_sum(values: Floats, out: Floats, axis: int) -> None:
    """Log of the sum of exponentials over an axis, 0 or 1, into `out`; `values` are used up."""
    top = np.maximum.reduce(values, axis)
    np.subtract(values, np.expand_dims(top, axis), out=values)
    np.exp(values, out=values)
    np.add.reduce(values, axis, out=out)
    np.log(out, out=out)
    out += top


def legal_moves(follows: Floats) -> Floats:
    """Transitions with the illegal ones out of reach."""
    return np.where(ROLES.legal(), follows, FORBIDDEN).astype(np.float32)


def padded(scores: Sequence[Floats]) -> tuple[Floats, list[int]]:
    """All windows as one array `[words, windows, tags]`, and their lengths."""
    lengths = [len(window) for window in scores]
    wide = np.zeros((max(lengths), len(scores), len(ROLES.tags)), np.float32)
    for at, window in enumerate(scores):
        wide[: len(window), at] = window
    return wide, lengths


def _forward(given: Floats, moves: Floats, lengths: list[int]) -> tuple[Ints, Ints]:
    """Where each tag came from, `[words, windows, tags]`, and the best last tag of each window."""
    size, count, tags = given.shape
    came = np.zeros((size, count, tags), np.int32)
    ends = np.asarray(lengths) - 1
    final = np.zeros(count, np.int32)
    step = moves[:-1][None]
    state = given[0] + moves[-1] if size else given.sum(0)
    for at in range(size):
        if at:
            paths = state[:, :, None] + step
            came[at] = paths.argmax(1)
            state = paths.max(1) + given[at]
        ending = ends == at
        if ending.any():
            final[ending] = state[ending].argmax(1)
    return came, final


def _walk(came: Ints, last: np.int32, length: int) -> Ints:
    """Follow one window's path back from its last tag."""
    path = np.zeros(length, np.int32)
    tag = int(last)
    rows = came.tolist()
    for at in range(length - 1, -1, -1):
        path[at] = tag
        tag = rows[at][tag]
    return path
