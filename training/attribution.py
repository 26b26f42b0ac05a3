"""Fine-tune the encoder on PolNeAR, on the processor, from one seed; stop and go on at will."""

import json
import random
import time
from dataclasses import asdict, dataclass
from functools import partial
from pathlib import Path

import numpy as np
import torch
from torch import Tensor

from counterclaim.language.encoding import PieceEncoder
from training import optimisation
from training.authored import as_article, load_pages
from training.examples import Batch, Example, batches, example
from training.losses import losses
from training.network import Network
from training.optimisation import Run, log, restore, save, start, update
from training.polnear import read_articles

HELD_IN = 40
WEIGHTS = {"roles": 1.0, "source_cue": 0.05, "content_cue": 0.05, "cue_source": 0.05}
"""Weight of each head's loss. Links are learnt within an epoch; tags are what is hard."""

MASK, MASKED = 103, 0.03
"""[MASK] in BERT's vocabulary (every special piece is below it or is it), and how often."""


@dataclass(frozen=True)
class Settings(optimisation.Settings):
    """Of the stages on attributions alone.

    Authored pages are read `copies` times an epoch; `share` is how much of PolNeAR is read (the
    first of every so many articles).
    """

    copies: int = 3
    share: float = 1.0
    epochs: int = 5
    batch: int = 16


def split(data: Path, encoder: PieceEncoder) -> tuple[list[Example], list[Example]]:
    """Training examples and the articles held in for choices: every 21st by name."""
    items = [example(article, encoder) for article in read_articles(data / "polnear" / "train")]
    every = max(2, len(items) // HELD_IN)
    held = items[::every]
    return [item for at, item in enumerate(items) if at % every], held


def rate_of(settings: optimisation.Settings, name: str) -> float:
    """Rate of a parameter: heads and surface classes learn from nothing, so they learn faster."""
    if name.startswith("encoder.") and not name.startswith("encoder.surface"):
        return settings.rate
    return settings.chain_rate if name == "follows" else settings.new_rate


def total_loss(network: Network, batch: Batch) -> tuple[Tensor, dict[str, float]]:
    """Weighted loss of one batch, and each head's own."""
    given = {name: torch.from_numpy(getattr(batch, name)) for name in Batch.__struct_fields__}
    if network.training:
        given["pieces"] = masked(given["pieces"])
    with torch.autocast("cpu", torch.bfloat16):
        words = network.words(given["pieces"], given["surface"], given["attended"], given["first"])
    parts = losses(network, words, given["tags"], given["pointers"])
    total = torch.stack([WEIGHTS[name] * value for name, value in parts.items()]).sum()
    return total, {name: round(float(value.detach()), 4) for name, value in parts.items()}


def masked(pieces: Tensor) -> Tensor:
    """Word pieces with a few hidden behind [MASK], so that no single word decides a span."""
    hidden = (torch.rand(pieces.shape) < MASKED) & (pieces > MASK)
    return pieces.masked_fill(hidden, MASK)


def train(settings: Settings) -> None:
    """Train to the end, from the last checkpoint if there is one."""
    torch.set_num_threads(settings.threads)
    settings.out.mkdir(parents=True, exist_ok=True)
    (settings.out / "settings.json").write_text(json.dumps(asdict(settings), default=str, indent=1))
    encoder = PieceEncoder(settings.base / "tokenizer.json")
    learnt, held = split(settings.data, encoder)
    learnt = learnt[:: round(1 / settings.share)]
    if settings.authored is not None:
        pages = load_pages(settings.authored, "train")
        learnt += [example(as_article(page), encoder) for page in pages] * settings.copies
    run = start(settings, partial(rate_of, settings))
    latest = settings.out / "latest.pt"
    if latest.exists():
        restore(run, latest)
    per_epoch = min(
        len(batches(learnt, encoder, settings.batch, settings.seed + at))
        for at in range(settings.epochs)
    )
    epoch, begun = divmod(run.step, per_epoch)
    for number in range(epoch, settings.epochs):
        shuffled = batches(learnt, encoder, settings.batch, settings.seed + number)[:per_epoch]
        _epoch(run, shuffled[begun:], per_epoch * settings.epochs, settings)
        begun = 0
        save(run, latest)
        torch.save(run.averaged, settings.out / f"averaged-{number + 1}.pt")
        torch.save(run.network.state_dict(), settings.out / f"raw-{number + 1}.pt")
        loss = _held_loss(run.network, held, encoder)
        log(settings.out, step=run.step, epoch=number + 1, held=loss)


def _epoch(run: Run, shuffled: list[Batch], steps: int, settings: Settings) -> None:
    """One pass, or what is left of one."""
    run.network.train()
    random.seed(settings.seed + run.step)
    since, pieces = time.monotonic(), 0
    for batch in shuffled:
        parts = _step(run, batch, steps, settings)
        pieces += int(batch.attended.sum())
        if run.step % 20 == 0:
            speed = pieces / (time.monotonic() - since)
            log(settings.out, step=run.step, of=steps, pieces_per_s=round(speed), **parts)
            since, pieces = time.monotonic(), 0
        if run.step % 100 == 0:
            save(run, settings.out / "latest.pt")


def _step(run: Run, batch: Batch, steps: int, settings: Settings) -> dict[str, float]:
    """One update on one batch."""
    parts: dict[str, float] = {}

    def accumulate() -> None:
        loss, found = total_loss(run.network, batch)
        loss.backward()
        parts.update(found)

    update(run, accumulate, steps, settings)
    return parts


@torch.no_grad()
def _held_loss(network: Network, held: list[Example], encoder: PieceEncoder) -> dict[str, float]:
    """Mean losses on the held-in articles."""
    network.eval()
    found = [total_loss(network, batch)[1] for batch in batches(held, encoder, 16, None)]
    return {name: float(np.mean([parts[name] for parts in found])) for name in found[0]}
