"""Train the network over runs of words (`counterclaim.comments.phrases`) for the triage lanes.

Vectors begin as those of the base encoder's word pieces. Every corpus has a bias of its own, which
takes up how common hostility is there and is thrown away. Needs torch (the train extra).
"""

import random
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import torch
from safetensors.torch import load_file
from tokenizers import Tokenizer
from torch import Tensor, nn
from torch.nn import functional

from counterclaim.comments.grams import words
from counterclaim.comments.phrases import LONGEST, Phrases, key_of

SIZE, KEPT, WIDTHS = 64, 128, (1, 2, 3)
"""Width of a vector, filters of each width of run, widths."""
SEED, EPOCHS, BATCH = 1, 4, 64
RATE, VECTOR_RATE, WARM_UP = 1.5e-3, 2e-4, 200
HIDDEN_WORDS = 0.12
"""Part of the words that training hides, so that none decides alone."""
FEWEST = 2
"""Comments that a word must stand in to have a vector of its own."""
LONGEST_LEARNT = 80
UNKNOWN, NOTHING = 1, 0
Floats = Any


@dataclass(frozen=True)
class Lesson:
    """Comments as words, with the share of each lane (-1 unknown), weight and corpus."""

    forms: Sequence[Sequence[str]]
    shares: Floats
    weight: Floats
    corpus: Sequence[str]


def forms_of(text: str) -> list[str]:
    """A comment's folded words."""
    return [word.form for word in words(text)][:LONGEST]


def fit_phrases(lesson: Lesson, base: Path) -> Phrases:
    """The network that ships, its scores in log odds before any constant term."""
    torch.manual_seed(SEED)
    counts = Counter(form for forms in lesson.forms for form in set(forms))
    known = sorted((f for f, count in counts.items() if count >= FEWEST), key=key_of)
    network = _Network(_beginnings(known, base), lesson.shares.shape[1], len(set(lesson.corpus)))
    averaged = _learn(network, lesson, {form: at + 2 for at, form in enumerate(known)})
    return _shipped(averaged, known)


class _Network(nn.Module):
    """Vectors, filters that keep their best run, outputs."""

    def __init__(self, vectors: Tensor, lanes: int, corpora: int) -> None:
        super().__init__()
        self.vectors = nn.Embedding.from_pretrained(vectors, freeze=False)
        self.smaller = nn.Linear(vectors.shape[1], SIZE, bias=False)
        self.filters = nn.ModuleList(nn.Conv1d(SIZE, KEPT, w, padding=w - 1) for w in WIDTHS)
        self.outputs = nn.Linear(KEPT * len(WIDTHS), lanes, bias=False)
        self.corpora = nn.Embedding(corpora, lanes)
        nn.init.zeros_(self.corpora.weight)

    def forward(self, numbers: Tensor, corpus: Tensor) -> Tensor:
        """Log odds of the lanes; `numbers` `[comments, words]` end with at least one nothing."""
        there = (numbers != NOTHING).float()[:, :, None]
        small = functional.dropout(self.smaller(self.vectors(numbers)), 0.3, self.training) * there
        best = [functional.relu(one(small.transpose(1, 2))).amax(2) for one in self.filters]
        seen = functional.dropout(torch.cat(best, 1), 0.5, self.training)
        odds: Tensor = self.outputs(seen) + self.corpora(corpus)
        return odds


def _beginnings(known: Sequence[str], base: Path) -> Tensor:
    """Mean vectors of the pieces of each word in the base encoder, of unit spread, after two 0s."""
    pieces = load_file(base / "model.safetensors")
    table = next(v for name, v in pieces.items() if name.endswith("word_embeddings.weight"))
    tokenizer = Tokenizer.from_file(str(base / "tokenizer.json"))
    tokenizer.no_padding()
    tokenizer.no_truncation()
    vectors = torch.zeros(len(known) + 2, table.shape[1])
    for at, form in enumerate(known):
        ids = tokenizer.encode(form, add_special_tokens=False).ids
        if ids:
            vectors[at + 2] = table[ids].float().mean(0)
    return vectors / vectors.std()


def _learn(network: _Network, lesson: Lesson, numbers: dict[str, int]) -> _Network:
    """Train; the running mean of the weights."""
    coded = [[numbers.get(form, UNKNOWN) for form in forms] for forms in lesson.forms]
    names = sorted(set(lesson.corpus))
    corpus = torch.tensor([names.index(name) for name in lesson.corpus])
    shares = torch.tensor(lesson.shares, dtype=torch.float32)
    weight = torch.tensor(lesson.weight, dtype=torch.float32)
    slow = [p for name, p in network.named_parameters() if name.startswith("vectors.")]
    fast = [p for name, p in network.named_parameters() if not name.startswith("vectors.")]
    optimiser = torch.optim.AdamW([{"params": slow}, {"params": fast}], weight_decay=0.02)
    averaged = {name: value.clone() for name, value in network.state_dict().items()}
    order = list(_order(coded))
    for step, chosen in enumerate(order):
        factor = min(1.0, step / WARM_UP) * (1 - step / len(order))
        for group, rate in zip(optimiser.param_groups, (VECTOR_RATE, RATE), strict=True):
            group["lr"] = rate * factor
        given = _padded([coded[at] for at in chosen])
        hidden = (torch.rand(given.shape) < HIDDEN_WORDS) & (given != NOTHING)
        odds = network(given.masked_fill(hidden, UNKNOWN), corpus[chosen])
        told = (shares[chosen] >= 0) * weight[chosen, None]
        each = functional.binary_cross_entropy_with_logits(
            odds, shares[chosen].clamp(min=0), reduction="none"
        )
        optimiser.zero_grad()
        ((each * told).sum() / told.sum()).backward()
        optimiser.step()
        if step % 4 == 0:
            keep = min(0.99, step / (step + 40))
            for name, value in network.state_dict().items():
                averaged[name].lerp_(value, 1 - keep)
    network.load_state_dict(averaged)
    return network.eval()


def _order(coded: Sequence[Sequence[int]]) -> Iterator[list[int]]:
    """Batches of comments of like length, in a random order, for all epochs."""
    chance = random.Random(SEED)  # noqa: S311 - an order of batches is no secret
    every = list(range(len(coded)))
    for _ in range(EPOCHS):
        chance.shuffle(every)
        heaps = [every[at : at + 50 * BATCH] for at in range(0, len(every), 50 * BATCH)]
        batches = [
            alike[at : at + BATCH]
            for heap in heaps
            for alike in [sorted(heap, key=lambda one: len(coded[one]))]
            for at in range(0, len(alike), BATCH)
        ]
        chance.shuffle(batches)
        yield from batches


def _padded(coded: Sequence[Sequence[int]]) -> Tensor:
    """Numbers of words, `[comments, words]`, each row with at least one nothing at its end."""
    width = min(max(map(len, coded)), LONGEST_LEARNT) + 1
    numbers = np.zeros((len(coded), width), np.int64)
    for row, one in enumerate(coded):
        kept = one[:LONGEST_LEARNT]
        numbers[row, : len(kept)] = kept
    return torch.from_numpy(numbers)


@torch.no_grad()
def _shipped(network: _Network, known: Sequence[str]) -> Phrases:
    """The network in numpy, its vectors in 8 bits."""
    small = network.smaller(network.vectors.weight).numpy()
    rows = np.concatenate([small[2:], small[UNKNOWN : UNKNOWN + 1]])
    scale = np.maximum(np.abs(rows).max(1), 1e-8) / 127
    filters = [one for one in network.filters if isinstance(one, nn.Conv1d)]
    tables = [one.weight.permute(2, 1, 0).flatten(0, 1).numpy() for one in filters]
    return Phrases(
        np.array([key_of(form) for form in known], np.uint32),
        np.round(rows / scale[:, None]).astype(np.int8),
        scale.astype(np.float32),
        [table.astype(np.float32) for table in tables],
        [one.bias.numpy() for one in filters if one.bias is not None],
        network.outputs.weight.numpy().T.astype(np.float32),
    )
