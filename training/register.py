"""`python -m training.register --data DIR [--out DIR]`: readers' talk against the press.

Paragraphs of articles and of comments in equal numbers; one page in five of each is held out to
measure on.
"""

import argparse
import random
from pathlib import Path

import numpy as np
import torch
from torch import nn

from counterclaim.pages.bags import PHRASES
from counterclaim.pages.features import own_features
from counterclaim.pages.pieces import Piece
from counterclaim.pages.tagger import FOLDER, Register
from training import pages_data as source
from training.pages import save

WORDS, WIDTH = 12, 32
Rows = tuple[np.ndarray, np.ndarray, np.ndarray]


class Network(nn.Module):
    """The network of :class:`counterclaim.pages.tagger.Register`."""

    def __init__(self, mean: torch.Tensor, scale: torch.Tensor) -> None:
        super().__init__()
        self.mean, self.scale = mean, scale
        self.embedding = nn.EmbeddingBag(PHRASES, WORDS, mode="mean")
        nn.init.normal_(self.embedding.weight, std=0.05)
        self.enter = nn.Linear(len(mean) + WORDS, WIDTH)
        self.out = nn.Linear(WIDTH, 1)
        self.drop = nn.Dropout(0.15)

    def forward(
        self, features: torch.Tensor, ids: torch.Tensor, starts: torch.Tensor
    ) -> torch.Tensor:
        """Log odds of readers' talk for each paragraph."""
        scaled = ((features - self.mean) / self.scale).clamp(-5, 5)
        words = self.drop(self.embedding(ids, starts))
        return self.out(
            self.drop(torch.relu(self.enter(torch.cat([self.drop(scaled), words], 1))))
        )[:, 0]

    def register(self) -> Register:
        """The weights by the names that numpy knows them by."""
        state = {
            "mean": self.mean, "scale": self.scale, "embedding": self.embedding.weight,
            "in.w": self.enter.weight.T, "in.b": self.enter.bias,
            "out.w": self.out.weight.T, "out.b": self.out.bias,
        }  # fmt: skip
        return Register(
            {k: v.detach().numpy().astype(np.float16).astype(np.float32) for k, v in state.items()}
        )


def read(root: Path) -> tuple[list[list[str]], list[list[str]]]:
    """Articles and comments in paragraphs; none of L3S-GN1, which it is measured on."""
    stories, talk = source.articles(root), source.voices(root)
    stories += source.web_articles(root) * 4
    talk += source.short_replies(root)
    return stories, talk


def rows(groups: list[list[str]], count: int, rng: random.Random) -> Rows:
    """Features of ``count`` paragraphs drawn over all groups."""
    texts = [text for group in groups for text in group if text.strip()]
    chosen = rng.sample(texts, min(count, len(texts)))
    pieces = [Piece(0, len(text), text.strip()) for text in chosen]
    parts = [own_features(pieces[at : at + 50]) for at in range(0, len(pieces), 50)]
    features, bags = zip(*parts, strict=True)
    base = np.cumsum([0] + [len(ids) for ids, _ in bags])
    starts = np.concatenate([starts + at for (_, starts), at in zip(bags, base, strict=False)])
    return np.concatenate(features), np.concatenate([ids for ids, _ in bags]), starts


def train(press: Rows, readers: Rows, seed: int, steps: int = 2500) -> Register:
    """A scorer after ``steps`` batches, half of each kind."""
    torch.manual_seed(seed)
    rng = np.random.default_rng(seed)
    both = np.concatenate([press[0], readers[0]])
    network = Network(torch.tensor(both.mean(0)), torch.tensor(both.std(0) + 0.05))
    optimizer = torch.optim.AdamW(network.parameters(), 3e-3, weight_decay=0.03)
    schedule = torch.optim.lr_scheduler.OneCycleLR(optimizer, 5e-3, total_steps=steps)
    wanted = torch.tensor([0.0] * 64 + [1.0] * 64)
    for step in range(steps):
        batches = [batch(rows, rng.integers(len(rows[0]), size=64)) for rows in (press, readers)]
        features = torch.tensor(np.concatenate([b[0] for b in batches]))
        ids = torch.tensor(np.concatenate([b[1] for b in batches])).long()
        starts = torch.tensor(np.concatenate([batches[0][2], batches[1][2] + len(batches[0][1])]))
        loss = nn.functional.binary_cross_entropy_with_logits(
            network(features, ids, starts), wanted * 0.96 + 0.02
        )
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
        schedule.step()
        if step % 500 == 499:
            print(f"step {step + 1}: {loss.item():.3f}", flush=True)
    return network.eval().register()


def merged(registers: list[Register]) -> Register:
    """One wider scorer that gives the mean of several (made from the same rows)."""
    first = registers[0].weights
    own, size = len(first["mean"]), len(registers)
    rows = [np.concatenate([one.weights["in.w"][:own] for one in registers], axis=1)]
    for at, one in enumerate(registers):
        block = np.zeros((WORDS, size * WIDTH), np.float32)
        block[:, at * WIDTH : (at + 1) * WIDTH] = one.weights["in.w"][own:]
        rows.append(block)
    return Register(
        {
            "mean": first["mean"],
            "scale": first["scale"],
            "embedding": np.concatenate([one.weights["embedding"] for one in registers], axis=1),
            "in.w": np.concatenate(rows),
            "in.b": np.concatenate([one.weights["in.b"] for one in registers]),
            "out.w": np.concatenate([one.weights["out.w"] for one in registers]) / size,
            "out.b": np.mean([one.weights["out.b"] for one in registers], axis=0),
        }
    )


def batch(rows: Rows, chosen: np.ndarray) -> Rows:
    """Some rows of many."""
    features, ids, starts = rows
    ends = np.append(starts, len(ids))
    parts = [ids[ends[at] : ends[at + 1]] for at in chosen]
    sizes = np.cumsum([0] + [len(part) for part in parts])[:-1]
    return features[chosen], np.concatenate(parts), sizes


def main() -> None:
    """Parse, train, write."""
    parser = argparse.ArgumentParser(prog="python -m training.register", description=__doc__)
    parser.add_argument("--data", type=Path, required=True, help="folder of the corpora")
    parser.add_argument("--out", type=Path, default=FOLDER)
    options = parser.parse_args()
    torch.set_num_threads(1)
    rng = random.Random(11)  # noqa: S311  (seeded, not secret)
    parts = []
    for groups in read(options.data):
        rng.shuffle(groups)
        cut = len(groups) // 5
        parts.append((rows(groups[cut:], 60000, rng), rows(groups[:cut], 8000, rng)))
    (press, press_held), (readers, readers_held) = parts
    register = merged([train(press, readers, seed) for seed in (7, 8, 9)])
    low = register.scores(press_held[0], press_held[1:])
    high = register.scores(readers_held[0], readers_held[1:])
    print(
        f"held out: press below zero {np.mean(low < 0):.3f}, readers above {np.mean(high > 0):.3f}"
    )
    print(f"means {low.mean():.2f} {high.mean():.2f}")
    save(register, options.out / "register.npz")


if __name__ == "__main__":
    main()
