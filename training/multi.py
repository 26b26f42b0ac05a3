"""Every head at once: one encoder learns from windows of many corpora in each update.

A window has labels for some heads only; the others say nothing of it. `training.sampling` mixes
the corpora, `training.multi_examples` reads them and says which documents are held in.
"""

import json
import time
from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

import numpy as np
import torch
from torch import Tensor
from torch.nn import functional

from counterclaim.language.encoding import PieceEncoder
from counterclaim.language.heads import CLASSES, POINTERS, TAGS
from training import multi_examples as reading
from training import optimisation
from training.attribution import masked
from training.distilling import distillation, told_scores
from training.examples import IGNORED, Batch, Cut, Example, collate, example
from training.losses import all_losses
from training.multi_scores import evaluate
from training.network import LAYERS, Network, network_of
from training.optimisation import Run, log, restore, save, start, update
from training.sampling import SHARES, alike, mixtures, shares, size_of

WEIGHTS = {
    "roles": 1.5,
    **{head.name: 0.05 for head in POINTERS},
    **{head.name: 1.0 for head in TAGS},
    **dict.fromkeys(("times", "toponyms"), 1.5),
    **dict.fromkeys(("events", "counts", "perpetrators", "toxic"), 3.0),
    **{head.name: 0.35 for head in CLASSES},
    "coreference": 0.25,
}
"""Weight of each head's loss: a mean over words is small where spans are rare."""

TELLING = {
    **{head.name: 8.0 for head in CLASSES},
    "coreference": 32.0,
}
"""Known words at which a head has half of its weight in an update; 500 where not said.

The loss of a head is a mean, and a mean of few words is mostly noise.
"""

KEPT = ("follows", "roles.", *(f"pointers.{head.name}." for head in POINTERS))
"""Names of what the attribution stages have learnt already."""


@dataclass(frozen=True)
class Settings(optimisation.Settings):
    """Of the stage on every head.

    `steps` updates of `pieces` word pieces each; `polnear` and `our_pages` are those parts of all
    pieces; old heads learn at `old_rate`; the lowest `frozen` parts stay as they are,
    the word embeddings first, then layer by layer, and with more than there are everything but
    the new heads. A `teacher`'s weights say who
    speaks in every window, which counts for `taught`.
    """

    rate: float = 8e-5
    old_rate: float = 2e-4
    steps: int = 1000
    pieces: int = 4000
    polnear: float = SHARES["polnear"]
    our_pages: float = SHARES["authored"]
    frozen: int = 0
    check_every: int = 250
    teacher: Path | None = None
    taught: float = 1.0


def rate_of(settings: Settings, name: str) -> float:
    """Rate of a parameter by its name."""
    if settings.frozen > LAYERS + 1 and name.startswith(("encoder.", *KEPT)):
        return 0.0
    if name.startswith("encoder."):
        parts = ("encoder.words.", *(f"encoder.layers.{at}." for at in range(LAYERS)))
        return 0.0 if name.startswith(parts[: settings.frozen]) else settings.rate
    if name.startswith(KEPT):
        return settings.chain_rate / 5 if name == "follows" else settings.old_rate
    return settings.new_rate


def corpora(
    settings: Settings, encoder: PieceEncoder
) -> tuple[dict[str, list[Example]], dict[str, list[Example]]]:
    """Examples by corpus: those to learn from, and those held in.

    Of the authored pages the test split is held: it is reported and never chosen by.
    """
    learnt: dict[str, list[Example]] = {}
    held: dict[str, list[Example]] = {}
    articles = reading.polnear_articles(settings.data)
    learnt["polnear"], held["polnear"] = (
        [example(one, encoder) for one in part] for part in articles
    )
    if settings.authored is not None:
        learnt["authored"], held["authored"] = (
            reading.authored_examples(settings.authored, split, encoder)
            for split in ("train", "test")
        )
    if not settings.polnear:
        del learnt["polnear"]
    for name, kept, document in reading.labelled_documents(settings.data):
        side = held if kept else learnt
        side.setdefault(name, []).append(reading.labelled_example(document, encoder))
    return learnt, held


def inputs(batch: Batch) -> list[Tensor]:
    """What `Network.words` takes."""
    parts = (batch.pieces, batch.surface, batch.attended, batch.first)
    return [torch.from_numpy(part) for part in parts]


def encode(network: Network, batches: Sequence[Batch]) -> Tensor:
    """Word vectors of the windows of all batches, `[windows, words, WIDTH]`, padded with zeros."""
    width = max(batch.tags.shape[1] for batch in batches)
    found = []
    for batch in batches:
        given = inputs(batch)
        if network.training:
            given[0] = masked(given[0])
        with torch.autocast("cpu", torch.bfloat16):
            words = network.words(*given)
        found.append(functional.pad(words.float(), (0, 0, 0, width - words.shape[1])))
    return torch.cat(found)


def teaching(network: Network, teacher: Network, batches: Sequence[Batch], words: Tensor) -> Tensor:
    """How far the tags of all words are from what the teacher says of them."""
    told, known = [], []
    for batch in batches:
        told.append(told_scores(teacher, inputs(batch)).flatten(0, 1))
        known.append(torch.from_numpy(batch.first > 0).flatten())
    wide = torch.cat([_padded(batch, words.shape[1]) for batch in batches])
    ours = network.roles(words[wide])
    return distillation(ours, torch.cat(told)[torch.cat(known)])


def _padded(batch: Batch, width: int) -> Tensor:
    """Which of `width` places of each window hold a word."""
    held = np.pad(batch.first > 0, [(0, 0), (0, width - batch.first.shape[1])])
    return torch.from_numpy(held)


def joined(batches: Sequence[Batch], name: str) -> Tensor:
    """One field of all batches, word by word, padded with what says nothing."""
    parts = [getattr(batch, name) for batch in batches]
    width = max(part.shape[-1] for part in parts)
    wide = [
        np.pad(
            part,
            [(0, 0)] * (part.ndim - 1) + [(0, width - part.shape[-1])],
            constant_values=IGNORED,
        )
        for part in parts
    ]
    return torch.from_numpy(np.concatenate(wide))


def total_loss(
    network: Network,
    batches: Sequence[Batch],
    teacher: Network | None = None,
    taught: float = 1.0,
) -> tuple[Tensor, dict[str, float]]:
    """Weighted loss of one update, and each head's own."""
    words = encode(network, batches)
    told = [joined(batches, name) for name in ("tags", "pointers", "marks")]
    found = all_losses(network, words, *told)
    parts = [
        WEIGHTS[name] * count / (count + TELLING.get(name, 500.0)) * loss
        for name, (loss, count) in found.items()
    ]
    said = {name: round(float(loss.detach()), 4) for name, (loss, _) in found.items()}
    if teacher is not None:
        away = teaching(network, teacher, batches, words)
        parts.append(taught * away)
        said["teacher"] = round(float(away.detach()), 4)
    return torch.stack(parts).sum(), said


def train(settings: Settings) -> None:
    """Train to the end, from the last checkpoint if there is one."""
    torch.set_num_threads(settings.threads)
    settings.out.mkdir(parents=True, exist_ok=True)
    (settings.out / "settings.json").write_text(json.dumps(asdict(settings), default=str, indent=1))
    encoder = PieceEncoder(settings.base / "tokenizer.json")
    learnt, held = corpora(settings, encoder)
    sizes = {name: size_of(items) for name, items in learnt.items()}
    mixture = shares(sizes, {"polnear": settings.polnear, "authored": settings.our_pages})
    log(settings.out, sizes=sizes, shares={name: round(one, 3) for name, one in mixture.items()})
    run = start(settings, lambda name: rate_of(settings, name))
    for name, parameter in run.network.named_parameters():
        parameter.requires_grad_(rate_of(settings, name) > 0)
    latest = settings.out / "latest.pt"
    if latest.exists():
        restore(run, latest)
    groups = mixtures(learnt, mixture, settings.pieces, settings.seed)
    for _ in range(run.step):
        next(groups)
    _learn(run, groups, held, settings, encoder)
    save(run, latest)
    torch.save(run.averaged, settings.out / "averaged.pt")


def _learn(
    run: Run,
    groups: Iterator[list[Cut]],
    held: dict[str, list[Example]],
    settings: Settings,
    encoder: PieceEncoder,
) -> None:
    """The updates that are left, with checks on the way."""
    run.network.train()
    teacher = None
    if settings.teacher is not None:
        teacher = network_of(torch.load(settings.teacher, weights_only=True)).eval()
    since, pieces, seen = time.monotonic(), 0, list[dict[str, float]]()
    while run.step < settings.steps:
        batches = [collate(part, encoder) for part in alike(next(groups))]
        seen.append(_step(run, batches, settings, teacher))
        pieces += sum(int(batch.attended.sum()) for batch in batches)
        if run.step % 20 == 0:
            speed = round(pieces / (time.monotonic() - since))
            log(settings.out, step=run.step, of=settings.steps, pieces_per_s=speed, **_means(seen))
            since, pieces, seen = time.monotonic(), 0, []
        if run.step % 100 == 0:
            save(run, settings.out / "latest.pt")
            torch.save(run.averaged, settings.out / "averaged.pt")
        if run.step % settings.check_every == 0 or run.step == settings.steps:
            log(settings.out, step=run.step, held=_check(run, held, encoder))
            since = time.monotonic()


def _step(
    run: Run, batches: Sequence[Batch], settings: Settings, teacher: Network | None
) -> dict[str, float]:
    """One update."""
    parts: dict[str, float] = {}

    def accumulate() -> None:
        loss, found = total_loss(run.network, batches, teacher, settings.taught)
        loss.backward()
        parts.update(found)

    update(run, accumulate, settings.steps, settings)
    return parts


def _means(seen: list[dict[str, float]]) -> dict[str, float]:
    """Mean loss of each head over the updates that told it something."""
    names = sorted({name for parts in seen for name in parts})
    return {
        name: round(float(np.mean([parts[name] for parts in seen if name in parts])), 4)
        for name in names
    }


def _check(
    run: Run, held: dict[str, list[Example]], encoder: PieceEncoder
) -> dict[str, dict[str, float]]:
    """Figures of the running mean on a part of what is held in."""
    network = network_of(run.averaged)
    some = {name: items[:: max(1, len(items) // 16)] for name, items in held.items()}
    return evaluate(network.eval(), some, encoder)
