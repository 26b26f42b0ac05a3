"""The network as one ONNX file: what inference needs, in 8-bit integers."""

import math
from collections.abc import Sequence
from pathlib import Path

import onnx
import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from torch import Tensor, nn
from torch.nn import functional

from counterclaim.language.heads import EVERY_POINTER, MARKS, POINTER_SIZE
from training.network import Network

OUTPUTS = ("roles", "origin", "target", "nothing", "marks")


ALL_MARKS = tuple(name for name, _ in MARKS)


class SmallTable(nn.Module):
    """An embedding of 8-bit integers with one scale a row (a third of a bert's weights)."""

    def __init__(self, table: nn.Embedding) -> None:
        super().__init__()
        rows = table.weight.detach()
        scale = rows.abs().amax(1, keepdim=True).clamp(min=1e-8) / 127
        self.register_buffer("rows", (rows / scale).round().to(torch.int8))
        self.register_buffer("scale", scale)

    def forward(self, index: Tensor) -> Tensor:
        """Vectors of `index`, in single precision."""
        return self.rows[index].float() * self.scale[index]


class Grown(nn.Module):
    """The first layers of all heads that have two, as one product: three times as fast as apart."""

    def __init__(self, firsts: Sequence[nn.Linear]) -> None:
        super().__init__()
        self.sizes = [layer.out_features for layer in firsts]
        self.every = nn.Linear(firsts[0].in_features, sum(self.sizes))
        with torch.no_grad():
            self.every.weight.copy_(torch.cat([layer.weight for layer in firsts]))
            self.every.bias.copy_(torch.cat([layer.bias for layer in firsts]))

    def forward(self, words: Tensor) -> Sequence[Tensor]:
        """What each first layer gives, behind its GELU."""
        return functional.gelu(self.every(words)).split(self.sizes, 1)


class Graph(nn.Module):
    """One window without padding in, `counterclaim.language.heads.Scores` out."""

    def __init__(
        self, network: Network, marks: Sequence[str] = ALL_MARKS, small: bool = True
    ) -> None:
        super().__init__()
        self.marks = marks
        self.network = network.eval()
        self.pointers = [network.pointers[head.name] for head in EVERY_POINTER]
        self.classed = [name for name in marks if name in network.classed]
        deep = [part for one in self.pointers for part in (one.origin, one.target)]
        deep += [network.classed[name] for name in self.classed]
        self.grown = Grown([layer[0] for layer in deep])
        if small:
            network.encoder.words = SmallTable(network.encoder.words)  # type: ignore[assignment]

    def forward(self, pieces: Tensor, surface: Tensor, first: Tensor) -> tuple[Tensor, ...]:
        """`pieces` and `surface` are `[1, pieces]`; `first`, `[words]`, is each word's first."""
        words = self.network.encoder(pieces, surface, None, first)[0]
        grown = iter(self.grown(words))
        origins, targets, nothings = [], [], []
        for pointer in self.pointers:
            origin = pointer.origin[2](next(grown)) / math.sqrt(POINTER_SIZE)
            origins.append(origin)
            targets.append(pointer.target[2](next(grown)))
            nothings.append((origin * pointer.nothing).sum(1) + pointer.nothing_bias)
        classes = {name: self.network.classed[name][2](next(grown)) for name in self.classed}
        marks = [
            classes[name] if name in classes else self.network.tagged[name](words)
            for name in self.marks
        ]
        return (
            self.network.roles(words),
            torch.stack(origins),
            torch.stack(targets),
            torch.stack(nothings),
            torch.cat(marks, 1),
        )


def write_onnx(graph: Graph, path: Path) -> None:
    """Write the graph in single precision (its word embeddings are already small)."""
    size, words = 24, 16
    given = (
        torch.randint(1000, 2000, (1, size)),
        torch.randint(0, 5, (1, size)),
        torch.arange(words) + 1,
    )
    pieces, count = torch.export.Dim("pieces", min=3, max=512), torch.export.Dim("words", min=1)
    program = torch.onnx.export(
        graph,
        given,
        input_names=["pieces", "surface", "first"],
        output_names=list(OUTPUTS),
        dynamic_shapes=({1: pieces}, {1: pieces}, {0: count}),
        dynamo=True,
        opset_version=20,
    )
    assert program is not None
    program.save(str(path), external_data=False)


def quantise(single: Path, small: Path, reduce_range: bool = True) -> None:
    """Multiply by weights of 8 bits with a scale a channel; activations get theirs as they come.

    The last layers of the heads stay in single precision, since their scores are compared.

    Weights keep to 7 of the 8 bits (`reduce_range`): a processor without VNNI would otherwise
    saturate 16-bit sums, and the same page would read differently there.
    """
    quantize_dynamic(
        single,
        small,
        op_types_to_quantize=["MatMul", "Gemm"],
        per_channel=True,
        reduce_range=reduce_range,
        nodes_to_exclude=_exact_nodes(single),
        weight_type=QuantType.QInt8,
    )


def _exact_nodes(path: Path) -> list[str]:
    """Names of the multiplications that stay as they are; the quantiser renames some of them."""
    nodes = onnx.load(path).graph.node
    exact = [node.name for node in nodes if any(_is_exact(name) for name in node.input)]
    return [*exact, *(f"{name}_MatMul" for name in exact)]


def _is_exact(name: str) -> bool:
    return name.startswith("network.") and not name.startswith("network.encoder.")


def largest(path: Path, count: int = 10) -> list[tuple[str, int]]:
    """Names and bytes of the largest tensors of a graph."""
    model = onnx.load(path)
    sizes = [(each.name, len(each.raw_data)) for each in model.graph.initializer]
    return sorted(sizes, key=lambda item: -item[1])[:count]
