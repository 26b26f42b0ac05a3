"""Spans of a head without transitions of its own.

Only one thing is forbidden: a word that goes on with a span that did not begin. So the best tag
of every word for itself is nearly always the best path, and only the stretches where it is not
legal are searched.
"""

import numpy as np

from counterclaim.language.heads import Floats, Ints
from counterclaim.language.viterbi import FORBIDDEN

_LEAST = np.float32(1e-9)


def probabilities(scores: Floats) -> Floats:
    """Softmax over the last axis."""
    grown = np.exp(scores - scores.max(-1, keepdims=True))
    normal: Floats = grown / grown.sum(-1, keepdims=True)
    return normal


def legal_tags(scores: Floats, begins: Ints) -> Ints:
    """Best BIO tags under `scores`, `[words, tags]`.

    No span goes on at the words `begins`, which must hold the first word of every window.
    """
    if not len(scores):
        return np.zeros(0, np.int32)
    scores = scores.copy()
    scores[begins, 2::2] = FORBIDDEN
    tags: Ints = scores.argmax(1).astype(np.int32)
    for start, end in _broken(tags):
        tags[start:end] = _search(scores[start:end])
    return tags


def _broken(tags: Ints) -> list[tuple[int, int]]:
    """Stretches of words in spans, with the word before, that some word makes illegal."""
    previous = np.concatenate(([0], tags[:-1]))
    going = (tags > 0) & (tags % 2 == 0)
    wrong = np.flatnonzero(going & (previous != tags) & (previous != tags - 1))
    if not len(wrong):
        return []
    outside = np.flatnonzero(tags == 0)
    found: list[tuple[int, int]] = []
    for at in wrong.tolist():
        if found and at < found[-1][1]:
            continue
        place = int(np.searchsorted(outside, at))
        # The word before an orphan may be its true beginning, so the search may change it.
        start = int(outside[place - 1]) if place else 0
        end = int(outside[place]) if place < len(outside) else len(tags)
        found.append((max(start, found[-1][1] if found else 0), end))
    return found


def _search(scores: Floats) -> Ints:
    """Viterbi: a tag that goes on follows its own beginning or itself, all others anything."""
    size, count = scores.shape
    state = scores[0].copy()
    state[2::2] = FORBIDDEN
    came = np.zeros((size, count), np.int32)
    inside = np.arange(2, count, 2)
    for at in range(1, size):
        best = int(state.argmax())
        came[at] = best
        after = np.full(count, state[best], np.float32)
        began = state[inside - 1] >= state[inside]
        came[at, inside] = np.where(began, inside - 1, inside)
        after[inside] = np.maximum(state[inside - 1], state[inside])
        state = after + scores[at]
    path = np.zeros(size, np.int32)
    path[-1] = state.argmax()
    for at in range(size - 1, 0, -1):
        path[at - 1] = came[at, path[at]]
    return path


def labelled_spans(scores: Floats, begins: Ints) -> list[tuple[int, int, int, float]]:
    """`(start, end, label, share)` of each span under the scores of a head, in words.

    Where a span is decides itself before what it is: tags of all labels count together, so that
    doubt between two labels does not hide a span. `share` is the mean over the span's words of
    the probability of its label.
    """
    sure = probabilities(scores)
    marks = np.stack([sure[:, 0], sure[:, 1::2].sum(1), sure[:, 2::2].sum(1)], 1)
    by_label = sure[:, 1::2] + sure[:, 2::2]
    found = []
    for low, high, _ in tagged_spans(legal_tags(np.log(marks + _LEAST), begins)):
        shares = by_label[low:high].mean(0)
        label = int(shares.argmax())
        found.append((low, high, label, float(shares[label])))
    return found


def tagged_spans(tags: Ints) -> list[tuple[int, int, int]]:
    """`(start, end, label)` of each span under legal tags, in words; `label` is its index."""
    begins = np.flatnonzero(tags % 2 == 1)
    breaks = np.append(np.flatnonzero((tags == 0) | (tags % 2 == 1)), len(tags))
    ends = breaks[np.searchsorted(breaks, begins, "right")]
    labels = (tags[begins] - 1) // 2
    return list(zip(begins.tolist(), ends.tolist(), labels.tolist(), strict=True))
