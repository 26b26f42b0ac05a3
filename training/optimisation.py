"""Checkpoints, rates and updates: what every stage of training does alike."""

import json
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import torch
from torch import Tensor, nn

from training.network import Network, network_of


@dataclass(frozen=True)
class Settings:
    """How to train. The same settings and the same machine give the same weights.

    With `begin`, training goes on from those weights; with `authored`, that folder's training
    pages are read too. Rates warm up over `warm_up` updates and fall to nothing at the last one.
    """

    data: Path
    out: Path
    base: Path
    begin: Path | None = None
    authored: Path | None = None
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


def start(settings: Settings, rate_of: Callable[[str], float]) -> Run:
    """A network on the base weights, or those it goes on from, with its optimiser.

    `rate_of` gives the rate of a parameter by its name. Heads that the weights to begin with do
    not have keep their first values.
    """
    torch.manual_seed(settings.seed)
    if settings.begin is None:
        network = Network(settings.dropout)
        network.encoder.load_base(settings.base / "model.safetensors")
    else:
        network = network_of(torch.load(settings.begin, weights_only=True), settings.dropout)
    groups: dict[float, list[nn.Parameter]] = {}
    for name, parameter in network.named_parameters():
        groups.setdefault(rate_of(name) * settings.slower, []).append(parameter)
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


def update(run: Run, accumulate: Callable[[], None], steps: int, settings: Settings) -> None:
    """One update of the weights, out of `steps`, and of their running mean.

    `accumulate` leaves the gradients of the loss on the parameters.
    """
    warm = min(1.0, (run.step + 1) / settings.warm_up)
    left = max(0.0, (steps - run.step) / max(1, steps - settings.warm_up))
    for group in run.optimiser.param_groups:
        group["lr"] = group["initial_lr"] * min(warm, left)
    run.optimiser.zero_grad(set_to_none=True)
    accumulate()
    nn.utils.clip_grad_norm_(run.network.parameters(), 1.0)
    run.optimiser.step()
    run.step += 1
    keep = min(settings.average, (1 + run.step) / (10 + run.step))
    with torch.no_grad():
        for name, value in run.network.state_dict().items():
            run.averaged[name].lerp_(value, 1 - keep)


def log(out: Path, **fields: object) -> None:
    """One line of JSON in the run's log and on the screen."""
    line = json.dumps(fields)
    print(line, flush=True)
    with (out / "log.jsonl").open("a") as file:
        file.write(line + "\n")
