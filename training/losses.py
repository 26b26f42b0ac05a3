"""What each head is told: negative log-likelihoods, in single precision."""

import numpy as np
import torch
from torch import Tensor
from torch.nn import functional

from counterclaim.language.heads import MARKS, POINTERS, ROLES, distance_bucket
from training.examples import IGNORED, NOTHING
from training.network import Network, Pointer

FORBIDDEN = -1e4

QUIET = {"perpetrators": 0.2, "toxic": 0.3, "counts": 0.5, "events": 0.6, "entities": 0.7}
"""Weight of a word outside of any span, for heads whose spans are rare; 1 for the others."""


def losses(network: Network, words: Tensor, tags: Tensor, pointers: Tensor) -> dict[str, Tensor]:
    """Mean loss a word of every head; `words` is `[batch, words, WIDTH]`."""
    words = words.float()
    found = {"roles": tag_loss(network.roles(words), network.follows, tags)}
    for index, head in enumerate(POINTERS):
        begin = 2 * ROLES.labels.index(head.target) + 1
        pointer = network.pointers[head.name]
        assert isinstance(pointer, Pointer)
        found[head.name] = pointer_loss(pointer, words, tags == begin, pointers[:, index])
    return found


def tag_loss(scores: Tensor, follows: Tensor, tags: Tensor) -> Tensor:
    """Negative log-likelihood of the tags under a linear-chain CRF with only legal transitions.

    `scores` is `[batch, words, tags]`; a word tagged -1 may have any tag, so that it says nothing.
    """
    legal = torch.from_numpy(ROLES.legal())
    moves = follows.masked_fill(~legal, FORBIDDEN)
    known = tags[:, :, None] >= 0
    gold = functional.one_hot(tags.clamp(min=0).long(), scores.shape[2]).bool()
    wanted = scores.masked_fill(known & ~gold, FORBIDDEN)
    # What follows the last known word is padding or says nothing: the chain ends before it.
    lasting = known[:, :, 0].flip(1).cummax(1).values.flip(1)
    # Both sums walk the same chain, so they run as one batch of twice the size.
    both = _log_sum(torch.cat([scores, wanted]), moves, lasting.repeat(2, 1))
    total, constrained = both.chunk(2)
    return (total - constrained).sum() / known.sum().clamp(min=1)


def _log_sum(scores: Tensor, moves: Tensor, lasting: Tensor) -> Tensor:
    """Log of the summed weight of all paths over the `lasting` words, `[batch]`."""
    state = scores[:, 0] + moves[-1]
    step = moves[:-1][None]
    for at in range(1, scores.shape[1]):
        after = torch.logsumexp(state[:, :, None] + step, 1) + scores[:, at]
        state = torch.where(lasting[:, at, None], after, state)
    return torch.logsumexp(state, 1)


def pointer_loss(pointer: Pointer, words: Tensor, begins: Tensor, targets: Tensor) -> Tensor:
    """Cross-entropy of each known target among the words where a span begins, and nothing."""
    scores, nothing = pointer_scores(pointer, words)
    scores = torch.cat([scores.masked_fill(~begins[:, None, :], FORBIDDEN), nothing], 2)
    known = (targets >= 0) | (targets == NOTHING)
    chosen = torch.where(targets == NOTHING, words.shape[1], targets)[known].long()
    if not len(chosen):
        return scores.sum() * 0
    return functional.cross_entropy(scores[known], chosen)


def pointer_scores(pointer: Pointer, words: Tensor) -> tuple[Tensor, Tensor]:
    """From each word to each word, `[batch, words, words]`, and to nothing, `[batch, words, 1]`."""
    origin, target = pointer(words)
    places = np.arange(words.shape[1])
    buckets = torch.from_numpy(distance_bucket(places[None, :] - places[:, None]))
    nothing = origin @ pointer.nothing + pointer.nothing_bias
    return origin @ target.transpose(1, 2) + pointer.distance[buckets], nothing[:, :, None]


def coreference_loss(pointer: Pointer, words: Tensor, targets: Tensor) -> Tensor:
    """Cross-entropy of each known target among all earlier words of the window, and nothing."""
    scores, nothing = pointer_scores(pointer, words)
    size = words.shape[1]
    earlier = torch.ones(size, size, dtype=torch.bool).tril(-1)
    scores = torch.cat([scores.masked_fill(~earlier, FORBIDDEN), nothing], 2)
    known = (targets >= 0) | (targets == NOTHING)
    chosen = torch.where(targets == NOTHING, size, targets)[known].long()
    return functional.cross_entropy(scores[known], chosen)


def mark_losses(network: Network, words: Tensor, marks: Tensor) -> dict[str, tuple[Tensor, int]]:
    """Mean loss of each head of `MARKS` that knows a word of the batch, and how many it knows."""
    found = {}
    for index, (name, columns) in enumerate(MARKS):
        known = marks[:, index] >= 0
        count = int(known.sum())
        if count:
            scores = network.mark(name)(words[known])
            weight = torch.ones(len(columns))
            weight[0] = QUIET.get(name, 1.0)
            loss = functional.cross_entropy(scores, marks[:, index][known].long(), weight)
            found[name] = loss, count
    return found


def all_losses(
    network: Network, words: Tensor, tags: Tensor, pointers: Tensor, marks: Tensor
) -> dict[str, tuple[Tensor, int]]:
    """Mean loss and number of known words of every head that knows any; shapes as in `Batch`."""
    found = mark_losses(network, words, marks)
    told = (tags >= 0).any(1)
    if told.any():
        parts = losses(network, words[told], tags[told], pointers[told])
        count = int((tags >= 0).sum())
        found |= {name: (loss, count) for name, loss in parts.items()}
    linked = (pointers[:, -1] != IGNORED).any(1)
    if linked.any():
        targets = pointers[linked, -1]
        pointer = network.pointers["coreference"]
        assert isinstance(pointer, Pointer)
        loss = coreference_loss(pointer, words[linked], targets)
        found["coreference"] = loss, int((targets != IGNORED).sum())
    return found
