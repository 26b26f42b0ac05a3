"""A teacher for triage: the base encoder, all of it trained to see attacks on groups.

It is too big to ship. What it says of tweets and forum sentences of the training part is learned by
the linear model beside what annotators say: it knows words and turns that few comments have, and
its shares are smoother than those of three annotators (Hinton et al. 2015). A group's name is
another one of the list each time that a comment is read, so that none weighs anything. Needs torch,
transformers and the base weights (the train extra).
"""

import hashlib
import html
import random
import re
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import numpy as np
import torch
from tokenizers import Tokenizer
from torch import Tensor, nn
from torch.nn import functional
from torch.nn.utils.rnn import pad_sequence
from transformers import AutoModel

from counterclaim.comments.grams import one_a_group, words
from counterclaim.comments.lexicon import GROUP
from counterclaim.comments.model import LANES
from training.triage_corpora import Comment
from training.triage_words import groups

TWEETS = "davidson"
CORPORA = (TWEETS, "stormfront")
"""Those that know of hostility to groups; the bias of the first is what others are judged with."""
SEED, EPOCHS, BATCH, WARM_UP = 3, 3, 32, 150
RATE, NEW_RATE = 1e-4, 1e-3
LONGEST, LONGEST_JUDGED = 96, 64
"""Word pieces that are learned from, and judged by."""
AT_A_TIME = 50
"""Batches that are put in order of length together."""
PLACE = "\0"


def unseen(text: str) -> bool:
    """Whether a text belongs to the quarter that the teacher does not learn from.

    How well the shipped models do with the teacher's word beside is chosen there.
    """
    return hashlib.sha256(text.encode()).digest()[2] % 4 == 0


def taught(comments: Sequence[Comment], base: Path) -> Any:
    """The share that the teacher would expect to call each comment an attack on a group."""
    torch.manual_seed(SEED)
    chance = random.Random(SEED)  # noqa: S311 - an order of comments is no secret
    known = [one for one in comments if one.corpus in CORPORA and not unseen(one.text)]
    teacher = _Teacher(base)
    _learn(teacher, _Reader(base, chance), known)
    return _judged(teacher, _Reader(base, chance), [one.text for one in comments])


class _Reader:
    """Texts to word pieces, a group's name by chance for every group."""

    def __init__(self, base: Path, chance: random.Random) -> None:
        self._tokenizer = Tokenizer.from_file(str(base / "tokenizer.json"))
        self._tokenizer.no_padding()
        self._tokenizer.no_truncation()
        self.chance = chance

    def prepared(self, text: str) -> str:
        """Handles and addresses alike, places for groups."""
        plain = re.sub(r"@\w+", "@user", re.sub(r"https?://\S+", "http", html.unescape(text)))
        pieces, done = [], 0
        for token in one_a_group(plain, words(plain))[0]:
            if token.form == GROUP:
                pieces += [plain[done : token.start], PLACE]
                done = token.end
        return "".join([*pieces, plain[done:]])

    def pieces(self, prepared: str, longest: int) -> Tensor:
        """Numbers of word pieces."""
        named = prepared.replace(PLACE, self.chance.choice(groups()))
        ids = self._tokenizer.encode(named).ids
        return torch.tensor(ids if len(ids) <= longest else [*ids[: longest - 1], ids[-1]])

    def batch(self, prepared: Sequence[str], longest: int = LONGEST) -> tuple[Tensor, Tensor]:
        """Word pieces and which of them there are, ``[comments, pieces]``."""
        rows = [self.pieces(each, longest) for each in prepared]
        there = [torch.ones_like(row) for row in rows]
        return pad_sequence(rows, batch_first=True), pad_sequence(there, batch_first=True)


class _Teacher(nn.Module):
    """The encoder, mean and maximum of its pieces, one layer; a bias a corpus.

    It learns every lane that its corpora know of, which helps the first.
    """

    def __init__(self, base: Path) -> None:
        super().__init__()
        self.encoder = AutoModel.from_pretrained(base, attn_implementation="sdpa")
        self.outer = nn.Linear(2 * self.encoder.config.hidden_size, len(LANES))
        nn.init.zeros_(self.outer.weight)
        self.corpora = nn.Parameter(torch.zeros(len(CORPORA), len(LANES)))

    def forward(self, pieces: Tensor, there: Tensor) -> Tensor:
        """Log odds of the lanes before a corpus's bias."""
        hidden = self.encoder(input_ids=pieces, attention_mask=there).last_hidden_state
        inside = there[:, :, None].to(hidden.dtype)
        mean = (hidden * inside).sum(1) / inside.sum(1)
        most = hidden.masked_fill(inside == 0, -1e4).amax(1)
        seen = functional.dropout(torch.cat([mean, most], 1), 0.1, self.training)
        odds: Tensor = self.outer(seen).float()
        return odds


def _learn(teacher: _Teacher, reader: _Reader, known: Sequence[Comment]) -> None:
    """Train with the shares of annotators."""
    texts = [reader.prepared(one.text) for one in known]
    share = torch.tensor([[one.labels.get(lane, -1.0) for lane in LANES] for one in known])
    weight = torch.tensor([[one.weight] for one in known]) * (share >= 0)
    corpus = torch.tensor([CORPORA.index(one.corpus) for one in known])
    new = [teacher.corpora, *teacher.outer.parameters()]
    optimiser = torch.optim.AdamW(
        [{"params": list(teacher.encoder.parameters())}, {"params": new}], weight_decay=0.01
    )
    order = [batch for _ in range(EPOCHS) for batch in _order(texts, reader.chance)]
    teacher.train()
    for step, chosen in enumerate(order):
        factor = min(1.0, step / WARM_UP) * (1 - step / len(order))
        for group, rate in zip(optimiser.param_groups, (RATE, NEW_RATE), strict=True):
            group["lr"] = rate * factor
        with torch.autocast("cpu", torch.bfloat16):
            odds = teacher(*reader.batch([texts[at] for at in chosen]))
        odds = odds + teacher.corpora[corpus[chosen]]
        each = functional.binary_cross_entropy_with_logits(
            odds, share[chosen].clamp(min=0), reduction="none"
        )
        optimiser.zero_grad()
        ((each * weight[chosen]).sum() / weight[chosen].sum()).backward()
        nn.utils.clip_grad_norm_(teacher.parameters(), 1.0)
        optimiser.step()


def _order(texts: Sequence[str], chance: random.Random) -> Iterator[list[int]]:
    """Batches of comments of like length, in a random order."""
    every = list(range(len(texts)))
    chance.shuffle(every)
    size = AT_A_TIME * BATCH
    heaps = [
        sorted(every[at : at + size], key=lambda one: len(texts[one]))
        for at in range(0, len(every), size)
    ]
    batches = [heap[at : at + BATCH] for heap in heaps for at in range(0, len(heap), BATCH)]
    chance.shuffle(batches)
    yield from batches


@torch.no_grad()
def _judged(teacher: _Teacher, reader: _Reader, texts: Sequence[str]) -> Any:
    """Shares by the teacher, judged as tweets."""
    teacher.eval()
    prepared = [reader.prepared(text) for text in texts]
    order = sorted(range(len(texts)), key=lambda at: len(prepared[at]))
    odds = np.zeros(len(texts))
    for first in range(0, len(order), BATCH):
        chosen = order[first : first + BATCH]
        with torch.autocast("cpu", torch.bfloat16):
            said = teacher(*reader.batch([prepared[at] for at in chosen], LONGEST_JUDGED))
        odds[chosen] = said[:, 0].numpy()
    return 1 / (1 + np.exp(-odds - float(teacher.corpora[0, 0])))
