"""Fine-tune the encoder on PolNeAR, on the processor, from one seed; stop and go on at will."""

import json
import random
import time
from dataclasses import asdict, dataclass
from pathlib import Path

import numpy as np
import torch
from torch import Tensor, nn

from counterclaim.language.encoding import PieceEncoder
from training.authored import as_article, load_pages
from training.examples import Batch, Example, batches, example
from training.losses import losses
from training.network import Network
from training.polnear import read_articles

HELD_IN = 40
WEIGHTS = {"roles": 1.0, "source_cue": 0.05, "content_cue": 0.05, "cue_source": 0.05}
"""Weight of each head's loss. Links are learnt within an epoch; tags are what is hard."""

MASK, MASKED = 103, 0.03
"""[MASK] in BERT's vocabulary (every special piece is below it or is it), and how often."""


@dataclass(frozen=True)
class Settings:
    """How to train. The same settings and the same machine give the same weights.

    With `begin`, training goes on from those weights (a second stage, at lower rates); with
    `authored`, that folder's training pages are read too, `copies` times an epoch. `share` is how
    much of PolNeAR is read (the first of every so many articles).
    """

    data: Path
    out: Path
    base: Path
    begin: Path | None = None
    authored: Path | None = None
    copies: int = 3
    share: float = 1.0
    epochs: int = 5
    batch: int = 16
    rate: float = 1.5e-4
    new_rate: float = 1e-3
    chain_rate: float = 1e-2
    warm_up: int = 100
    dropout: float = 0.1
    average: float = 0.998
    slower: float = 1.0
    seed: int = 20160901
    threads: int = 2


@dataclass
class Run:
    """What a checkpoint holds."""

    network: Network
    averaged: dict[str, Tensor]
    optimiser: torch.optim.Optimizer
    step: int = 0


def split(data: Path, encoder: PieceEncoder) -> tuple[list[Example], list[Example]]:
    """Training examples and the articles held in for choices: every 21st by name."""
    items = [example(article, encoder) for article in read_articles(data / "polnear" / "train")]
    every = max(2, len(items) // HELD_IN)
    held = items[::every]
    return [item for at, item in enumerate(items) if at % every], held


def start(settings: Settings) -> Run:
    """A network on the base weights with its optimiser."""
    torch.manual_seed(settings.seed)
    network = Network(settings.dropout)
    network.encoder.load_base(settings.base / "model.safetensors")
    if settings.begin is not None:
        network.load_state_dict(torch.load(settings.begin, weights_only=True))
    groups: dict[float, list[nn.Parameter]] = {}
    for name, parameter in network.named_parameters():
        rate = settings.rate
        if not name.startswith("encoder.") or name.startswith("encoder.surface"):
            rate = settings.chain_rate if name == "follows" else settings.new_rate
        groups.setdefault(rate * settings.slower, []).append(parameter)
    optimiser = torch.optim.AdamW(
        [{"params": group, "lr": rate, "initial_lr": rate} for rate, group in groups.items()],
        weight_decay=0.01,
    )
    averaged = {name: value.detach().clone() for name, value in network.state_dict().items()}
    return Run(network, averaged, optimiser)


def save(run: Run, path: Path) -> None:
    """Write a checkpoint whole or not at all."""
    held = {
        "network": run.network.state_dict(),
        "averaged": run.averaged,
        "optimiser": run.optimiser.state_dict(),
        "step": run.step,
        "torch_rng": torch.get_rng_state(),
    }
    torch.save(held, path.with_suffix(".tmp"))
    path.with_suffix(".tmp").rename(path)


def restore(run: Run, path: Path) -> None:
    """Go on from a checkpoint."""
    held = torch.load(path, weights_only=True)
    run.network.load_state_dict(held["network"])
    run.optimiser.load_state_dict(held["optimiser"])
    run.averaged, run.step = held["averaged"], held["step"]
    torch.set_rng_state(held["torch_rng"])


def total_loss(network: Network, batch: Batch) -> tuple[Tensor, dict[str, float]]:
    """Weighted loss of one batch, and each head's own."""
    given = {name: torch.from_numpy(getattr(batch, name)) for name in Batch.__struct_fields__}
    if network.training:
        given["pieces"] = _masked(given["pieces"])
    with torch.autocast("cpu", torch.bfloat16):
        words = network.words(given["pieces"], given["surface"], given["attended"], given["first"])
    parts = losses(network, words, given["tags"], given["pointers"])
    total = torch.stack([WEIGHTS[name] * value for name, value in parts.items()]).sum()
    return total, {name: round(float(value.detach()), 4) for name, value in parts.items()}


def _masked(pieces: Tensor) -> Tensor:
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
    run = start(settings)
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
        _log(settings.out, step=run.step, epoch=number + 1, held=loss)


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
            _log(settings.out, step=run.step, of=steps, pieces_per_s=round(speed), **parts)
            since, pieces = time.monotonic(), 0
        if run.step % 100 == 0:
            save(run, settings.out / "latest.pt")


def _step(run: Run, batch: Batch, steps: int, settings: Settings) -> dict[str, float]:
    """One update of the weights and of their running mean."""
    warm = min(1.0, (run.step + 1) / settings.warm_up)
    left = max(0.0, (steps - run.step) / max(1, steps - settings.warm_up))
    for group in run.optimiser.param_groups:
        group["lr"] = group["initial_lr"] * min(warm, left)
    run.optimiser.zero_grad(set_to_none=True)
    loss, parts = total_loss(run.network, batch)
    loss.backward()
    nn.utils.clip_grad_norm_(run.network.parameters(), 1.0)
    run.optimiser.step()
    run.step += 1
    keep = min(settings.average, (1 + run.step) / (10 + run.step))
    with torch.no_grad():
        for name, value in run.network.state_dict().items():
            run.averaged[name].lerp_(value, 1 - keep)
    return parts


@torch.no_grad()
def _held_loss(network: Network, held: list[Example], encoder: PieceEncoder) -> dict[str, float]:
    """Mean losses on the held-in articles."""
    network.eval()
    found = [total_loss(network, batch)[1] for batch in batches(held, encoder, 16, None)]
    return {name: float(np.mean([parts[name] for parts in found])) for name in found[0]}


def _log(out: Path, **fields: object) -> None:
    """One line of JSON in the run's log and on the screen."""
    line = json.dumps(fields)
    print(line, flush=True)
    with (out / "log.jsonl").open("a") as log:
        log.write(line + "\n")
