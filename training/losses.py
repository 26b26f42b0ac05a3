"""What each head is told: negative log-likelihoods, in single precision."""

import numpy as np
import torch
from torch import Tensor
from torch.nn import functional

from counterclaim.language.heads import POINTERS, ROLES, distance_bucket
from training.examples import NOTHING
from training.network import Network, Pointer

FORBIDDEN = -1e4


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
