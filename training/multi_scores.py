"""Figures on held-in documents while training: F1 of spans, accuracy of classes and links."""

from collections import Counter
from collections.abc import Mapping, Sequence

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor

from counterclaim.language.encoding import PieceEncoder
from counterclaim.language.heads import MARKS, TAGS, Floats, Ints
from counterclaim.language.tagging import labelled_spans, tagged_spans
from counterclaim.language.viterbi import best_tags
from training.examples import IGNORED, NOTHING, Batch, Example, batches
from training.losses import pointer_scores
from training.network import Network, Pointer


@torch.no_grad()
def evaluate(
    network: Network, held: Mapping[str, Sequence[Example]], encoder: PieceEncoder
) -> dict[str, dict[str, float]]:
    """Percentages by head and corpus, over the windows that inference would cut."""
    found: dict[str, dict[str, float]] = {}
    for corpus, items in held.items():
        counts: Counter[tuple[str, str]] = Counter()
        for batch in batches(items, encoder, 16, None):
            _count(network, batch, counts)
        for head in sorted({head for head, _ in counts}):
            found.setdefault(head, {})[corpus] = round(_figure(counts, head), 2)
    return found


def _figure(counts: Counter[tuple[str, str]], head: str) -> float:
    """F1 where spans were found or missed, else accuracy."""
    right, total = counts[head, "right"], counts[head, "gold"] + counts[head, "found"]
    return 200 * right / max(1, total)


def _count(network: Network, batch: Batch, counts: Counter[tuple[str, str]]) -> None:
    """Add one batch."""
    given = [
        torch.from_numpy(part)
        for part in (batch.pieces, batch.surface, batch.attended, batch.first)
    ]
    with torch.autocast("cpu", torch.bfloat16):
        words = network.words(*given).float()
    if (batch.tags != IGNORED).any():
        scores = network.roles(words).numpy()
        follows = network.follows.numpy()
        for row in range(len(scores)):
            best = best_tags([scores[row]], follows)[0]
            _spans(counts, "roles", best, batch.tags[row])
    for row, (name, _) in enumerate(MARKS):
        gold = batch.marks[:, row]
        if (gold != IGNORED).any():
            scores = network.mark(name)(words).numpy()
            _marked(counts, name, row, scores, gold)
    _linked(network, words, batch, counts)


def _marked(
    counts: Counter[tuple[str, str]],
    name: str,
    row: int,
    scores: Floats,
    gold: NDArray[np.int8],
) -> None:
    """One head of `MARKS`."""
    if row >= len(TAGS):
        known = gold != IGNORED
        right = int((scores[known].argmax(1) == gold[known]).sum())
        counts.update({(name, "right"): right})
        counts.update({(name, "gold"): int(known.sum()), (name, "found"): int(known.sum())})
        return
    for one, told in zip(scores, gold, strict=True):
        if (told != IGNORED).any():
            _spans(counts, name, _tags(one), told.astype(np.int32))


def _tags(scores: Floats) -> Ints:
    """Tags of the spans that a reader would find."""
    tags = np.zeros(len(scores), np.int32)
    for low, high, label, _ in labelled_spans(scores, np.zeros(1, np.int32)):
        tags[low:high] = 2 * label + 2
        tags[low] -= 1
    return tags


def _spans(counts: Counter[tuple[str, str]], name: str, tags: Ints, gold: Ints) -> None:
    """Spans of one window; what touches a word of which nothing is known is left out."""
    known = gold != IGNORED
    tags = np.where(known, tags, 0)
    wanted = set(tagged_spans(np.where(known, gold, 0)))
    found = set(tagged_spans(tags))
    counts.update(
        {
            (name, "right"): len(wanted & found),
            (name, "gold"): len(wanted),
            (name, "found"): len(found),
        }
    )


def _linked(
    network: Network, words: Tensor, batch: Batch, counts: Counter[tuple[str, str]]
) -> None:
    """Mentions whose nearest earlier mention, or that there is none, is told."""
    targets = batch.pointers[:, -1]
    known = targets != IGNORED
    if not known.any():
        return
    pointer = network.pointers["coreference"]
    assert isinstance(pointer, Pointer)
    scores, nothing = (part.numpy() for part in pointer_scores(pointer, words))
    size = words.shape[1]
    scores[:, np.triu_indices(size)[0], np.triu_indices(size)[1]] = -1e4
    best = np.concatenate([scores, nothing], 2).argmax(2)
    best = np.where(best == size, NOTHING, best)
    right = int((best == targets)[known].sum())
    total = int(known.sum())
    counts.update(
        {
            ("coreference", "right"): right,
            ("coreference", "gold"): total,
            ("coreference", "found"): total,
        }
    )
