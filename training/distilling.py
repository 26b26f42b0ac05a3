"""What was known before stays known: a finished network tells the one that learns its own scores.

PolNeAR's articles have labels; in the windows of all other corpora the teacher says who speaks,
so that attribution is learnt on many kinds of text and not only kept (Hinton et al. 2015).
"""

import torch
from torch import Tensor
from torch.nn import functional

from training.network import Network

SOFTNESS = 2.0
"""Temperature of both distributions: what the teacher thinks of the second-best tag counts too."""


@torch.no_grad()
def told_scores(teacher: Network, given: list[Tensor]) -> Tensor:
    """The teacher's scores of each word's tag, `[windows, words, tags]`, for `Network.words`."""
    with torch.autocast("cpu", torch.bfloat16):
        words = teacher.words(*given)
    return teacher.roles(words.float())


def distillation(scores: Tensor, told: Tensor) -> Tensor:
    """Mean divergence a word from the teacher's tags; both `[words, tags]`."""
    ours = functional.log_softmax(scores / SOFTNESS, 1)
    theirs = functional.log_softmax(told / SOFTNESS, 1)
    away = functional.kl_div(ours, theirs, reduction="batchmean", log_target=True)
    return away * SOFTNESS**2
