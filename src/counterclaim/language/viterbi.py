"""The best legal tags of windows, and how sure they are; many windows at once.

Scores and transitions make a linear-chain conditional random field (Lafferty, McCallum, Pereira
2001): the best path by Viterbi, a tag's probability by the forward-backward sums.
"""

from collections.abc import Sequence

import numpy as np

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


class Paths:
    """All legal tag sequences of some windows, summed up from both ends.

    `scores` and `follows` as in `best_tags`; there must be a window. `moves` is what
    `legal_moves` gives, `lengths` the windows'; `before` is the logarithm of all that leads to
    each tag, that included, `after` of all that follows it, `[words, tags, windows]`; what stands
    behind a window's last word means nothing.
    """

    def __init__(self, scores: Sequence[Floats], follows: Floats) -> None:
        self.moves = legal_moves(follows)
        given, self.lengths = padded(scores)
        size, count, _ = given.shape
        # Windows last: all of them are one step's innermost loop. Each is there twice, the second
        # time from its end, so that one loop adds up both ways.
        both = np.zeros((size, given.shape[2], 2 * count), np.float32)
        both[:, :, :count] = given.transpose(0, 2, 1)
        for at, length in enumerate(self.lengths):
            both[:length, :, count + at] = given[length - 1 :: -1, at][:length]
        self.before, backward = self._sums(both, count)
        self.after = np.zeros_like(self.before)
        for at, length in enumerate(self.lengths):
            self.after[:length, :, at] = backward[length - 1 :: -1, :, at][:length]

    def _sums(self, both: Floats, count: int) -> tuple[Floats, Floats]:
        """Sums up to each tag: from the start with its score, from the end without."""
        steps = np.empty((*self.moves[:-1].shape, both.shape[2]), np.float32)
        steps[:, :, :count] = self.moves[:-1, :, None]
        steps[:, :, count:] = self.moves[:-1].T[:, :, None]
        sums, paths = np.zeros_like(both), np.empty_like(steps)
        sums[0, :, :count] = self.moves[-1][:, None]
        state = sums[0] + both[0]
        for at in range(1, len(both)):
            np.add(state[:, None], steps, out=paths)
            _log_sum(paths, sums[at])
            np.add(sums[at], both[at], out=state)
        return sums[:, :, :count] + both[:, :, :count], sums[:, :, count:]


def sureness(paths: Paths) -> list[Floats]:
    """Probability of each tag of each word given the whole window, `[words, tags]` a window."""
    joint = (paths.before + paths.after).transpose(1, 0, 2).copy()
    whole = np.empty_like(joint[0])
    _log_sum(joint.copy(), whole)
    return [
        np.exp(joint[:, :length, at] - whole[:length, at]).T
        for at, length in enumerate(paths.lengths)
    ]


def _log_sum(values: Floats, out: Floats) -> None:
    """Log of the sum of exponentials over the first axis, into `out`; `values` are used up."""
    top = np.maximum.reduce(values, 0)
    np.subtract(values, top, out=values)
    np.exp(values, out=values)
    np.add.reduce(values, 0, out=out)
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
    step = moves[:-1].T
    states = np.empty_like(given)
    states[0] = given[0] + moves[-1]
    for at in range(1, len(given)):
        paths = states[at - 1][:, None] + step
        np.maximum.reduce(paths, 2, out=states[at])
        states[at] += given[at]
    came = np.zeros(given.shape, np.int32)
    came[1:] = (states[:-1, :, None] + step).argmax(3)
    ends = np.asarray(lengths) - 1
    final: Ints = states[ends, np.arange(len(lengths))].argmax(1).astype(np.int32)
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
