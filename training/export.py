"""From a checkpoint to the folder that ships: graph, tokenizer and description."""

import hashlib
import json
import shutil
import tempfile
from collections.abc import Sequence
from pathlib import Path

import torch

from counterclaim.language.encoding import LIMIT
from counterclaim.language.heads import EVERY_POINTER, MARKS, ROLES
from counterclaim.language.surface import CASES, QUOTES
from training.graph import Graph, quantise, write_onnx
from training.network import Network, network_of

VERSION = "1"


def export(
    checkpoint: Path,
    base: Path,
    out: Path,
    version: str = VERSION,
    without: Sequence[str] = (),
) -> Path:
    """Write `encoder.int8.onnx`, `tokenizer.json` and `model.json` into `out`.

    Heads `without` are left out: those that no corpus has taught.
    """
    network = network_of(torch.load(checkpoint, weights_only=True))
    marks = {name: columns for name, columns in MARKS if name not in without}
    out.mkdir(parents=True, exist_ok=True)
    graph = out / "encoder.int8.onnx"
    described = {**describe(network, version), "marks": marks}
    with tempfile.TemporaryDirectory() as folder:
        single = Path(folder) / "single.onnx"
        write_onnx(Graph(network, tuple(marks)), single)
        quantise(single, graph)
    _tokenizer(base / "tokenizer.json", out / "tokenizer.json")
    described["sha256"] = {
        path.name: hashlib.sha256(path.read_bytes()).hexdigest()
        for path in (graph, out / "tokenizer.json")
    }
    (out / "model.json").write_text(json.dumps(described, indent=1) + "\n")
    return graph


def average(checkpoints: Sequence[Path], out: Path) -> None:
    """Write the mean of the weights of several checkpoints of one run and its second stages."""
    every = [torch.load(path, weights_only=True) for path in checkpoints]
    mean = {name: torch.stack([each[name] for each in every]).mean(0) for name in every[0]}
    torch.save(mean, out)


def mix(old: Path, new: Path, part: float, out: Path) -> None:
    """Write weights on the line from `old` to `new`, `part` of the way; new heads as they are.

    What was learnt first and lost a little while more was learnt comes back on that line
    (Wortsman et al. 2022, robust fine-tuning).
    """
    before, after = (torch.load(path, weights_only=True) for path in (old, new))
    mixed = {
        name: torch.lerp(before[name], value, part) if name in before else value
        for name, value in after.items()
    }
    torch.save(mixed, out)


def describe(network: Network, version: str) -> dict[str, object]:
    """What inference must know besides the graph."""
    bias = [network.pointers[head.name].distance for head in EVERY_POINTER]
    return {
        "version": version,
        "window": LIMIT,
        "roles": ROLES.labels,
        "pointers": [head.name for head in EVERY_POINTER],
        "surface": {"cases": CASES, "quotes": QUOTES, "flags": ["first", "spaced"]},
        "follows": _rounded(network.follows),
        "distance": [_rounded(row) for row in bias],  # type: ignore[arg-type]
    }


def _rounded(values: torch.Tensor) -> list[object]:
    return [
        _rounded(row) if row.dim() else round(float(row.detach()), 5)  # type: ignore[misc]
        for row in values
    ]


def _tokenizer(given: Path, out: Path) -> None:
    """The base model's tokenizer as it is."""
    shutil.copyfile(given, out)
