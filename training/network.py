"""The network: a BERT encoder of six layers with surface classes, and its heads.

Written out rather than taken from `transformers`, so that the graph that is exported is the graph
that is read here. Weights of all-MiniLM-L6-v2 fit as they are.
"""

import math
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import torch
from safetensors.torch import load_file
from torch import Tensor, nn
from torch.nn import functional

from counterclaim.language.heads import (
    CLASSES,
    DISTANCES,
    EVERY_POINTER,
    MARKS,
    POINTER_SIZE,
    ROLES,
    TAGS,
)
from counterclaim.language.surface import SURFACES

WIDTH, LAYERS, VOCABULARY, POSITIONS = 384, 6, 30522, 512
HEAD = 32
"""Width of an attention head."""


@dataclass(frozen=True)
class Shape:
    """What pruning makes smaller, in every layer: attention heads and inner units."""

    heads: int = 12
    inner: int = 1536


def shape_of(weights: Mapping[str, Tensor]) -> Shape:
    """The shape of a network with these weights."""
    first = "encoder.layers.0."
    heads = weights[f"{first}query.weight"].shape[0] // HEAD
    return Shape(heads, weights[f"{first}inner.weight"].shape[0])


def attend(query: Tensor, key: Tensor, value: Tensor, mask: Tensor | None) -> Tensor:
    """Attention of many heads, all `[batch, pieces, heads * HEAD]`.

    Without dropout, which would forbid the fused kernel and double a step's time.
    """
    parts = [part.unflatten(2, (-1, HEAD)).transpose(1, 2) for part in (query, key, value)]
    seen = functional.scaled_dot_product_attention(*parts, attn_mask=mask)
    return seen.transpose(1, 2).flatten(2)


def exported_attention(query: Tensor, key: Tensor, value: Tensor) -> Tensor:
    """The same as one operator of onnxruntime, which is twice as fast as its parts."""
    return torch.onnx.ops.symbolic(
        "com.microsoft::MultiHeadAttention",
        (query, key, value),
        {"num_heads": query.shape[2] // HEAD},
        dtype=query.dtype,
        shape=query.shape,
        version=1,
    )


def added(one: Tensor, other: Tensor) -> Tensor:
    """`one + other`; in the exported graph as an operator that onnxruntime leaves alone.

    It would merge `Add` with the normalisation behind it into one operator that walks each row
    number by number and takes six times as long as the two (1.32).
    """
    if not torch.onnx.is_in_onnx_export():
        return one + other
    return torch.onnx.ops.symbolic("Sum", (one, other), dtype=one.dtype, shape=one.shape)


def rows_of(hidden: Tensor, first: Tensor) -> Tensor:
    """The rows `first` of a tensor, `[batch, words]`, or `[words]` of a batch of one."""
    if first.dim() == 1:
        return hidden[:, first]
    return hidden.gather(1, first.long()[:, :, None].expand(-1, -1, hidden.shape[2]))


class Layer(nn.Module):
    """One transformer layer, normalised after each block as in BERT."""

    def __init__(self, dropout: float, shape: Shape) -> None:
        super().__init__()
        seen = shape.heads * HEAD
        self.query, self.key, self.value = (nn.Linear(WIDTH, seen) for _ in range(3))
        self.mixed = nn.Linear(seen, WIDTH)
        self.mixed_norm = nn.LayerNorm(WIDTH, eps=1e-12)
        self.inner = nn.Linear(WIDTH, shape.inner)
        self.outer = nn.Linear(shape.inner, WIDTH)
        self.outer_norm = nn.LayerNorm(WIDTH, eps=1e-12)
        self.dropout = nn.Dropout(dropout)

    def forward(self, hidden: Tensor, mask: Tensor | None, first: Tensor | None = None) -> Tensor:
        """`hidden` is `[batch, pieces, WIDTH]`; `mask` is true where a piece may be looked at.

        With `first` only those rows are computed, out of what all pieces say.
        """
        key, value = self.key(hidden), self.value(hidden)
        hidden = hidden if first is None else rows_of(hidden, first)
        query = self.query(hidden)
        if torch.onnx.is_in_onnx_export():
            seen = exported_attention(query, key, value)
        else:
            seen = attend(query, key, value, mask)
        hidden = self.mixed_norm(added(hidden, self.dropout(self.mixed(seen))))
        grown = self.outer(functional.gelu(self.inner(hidden)))
        normed: Tensor = self.outer_norm(added(hidden, self.dropout(grown)))
        return normed


class Encoder(nn.Module):
    """Word pieces with their surface classes to one vector a piece, or a word."""

    def __init__(self, dropout: float = 0.1, shape: Shape | None = None) -> None:
        super().__init__()
        self.words = nn.Embedding(VOCABULARY, WIDTH, padding_idx=0)
        self.positions = nn.Embedding(POSITIONS, WIDTH)
        self.types = nn.Embedding(2, WIDTH)
        self.surface = nn.Embedding(SURFACES + 1, WIDTH)
        nn.init.zeros_(self.surface.weight)
        self.norm = nn.LayerNorm(WIDTH, eps=1e-12)
        self.layers = nn.ModuleList(Layer(dropout, shape or Shape()) for _ in range(LAYERS))
        self.dropout = nn.Dropout(dropout)

    def forward(
        self,
        pieces: Tensor,
        surface: Tensor,
        attended: Tensor | None,
        first: Tensor | None = None,
    ) -> Tensor:
        """All `[batch, pieces]`; surface class 0 is [CLS], [SEP] and padding.

        With `first` (`rows_of`) the last layer is computed for those pieces alone: nobody reads
        the others, a quarter of all.
        """
        places = torch.arange(pieces.shape[1], device=pieces.device)
        hidden = self.words(pieces) + self.positions(places) + self.types.weight[0]
        hidden = self.dropout(self.norm(added(hidden, self.surface(surface))))
        mask = None if attended is None else attended.bool()[:, None, None, :]
        for layer in self.layers[:-1]:
            hidden = layer(hidden, mask)
        last: Tensor = self.layers[-1](hidden, mask, first)
        return last

    def load_base(self, weights: Path) -> None:
        """Take the weights of a BERT checkpoint of the same size (`model.safetensors`)."""
        given = {name.removeprefix("bert."): value for name, value in load_file(weights).items()}
        mine = self.state_dict()
        for name in mine:
            if name != "surface.weight":
                mine[name] = given[_bert_name(name)]
        self.load_state_dict(mine)


_BERT = {
    "words": "embeddings.word_embeddings",
    "positions": "embeddings.position_embeddings",
    "types": "embeddings.token_type_embeddings",
    "norm": "embeddings.LayerNorm",
    "query": "attention.self.query",
    "key": "attention.self.key",
    "value": "attention.self.value",
    "mixed": "attention.output.dense",
    "mixed_norm": "attention.output.LayerNorm",
    "inner": "intermediate.dense",
    "outer": "output.dense",
    "outer_norm": "output.LayerNorm",
}


def _bert_name(name: str) -> str:
    """BERT's name of one of our parameters."""
    if name.startswith("layers."):
        _, number, part, kind = name.split(".")
        return f"encoder.layer.{number}.{_BERT[part]}.{kind}"
    part, kind = name.split(".")
    return f"{_BERT[part]}.{kind}"


class Pointer(nn.Module):
    """Scores from every word to every word: bilinear, plus a bias by signed distance."""

    def __init__(self) -> None:
        super().__init__()
        self.origin = nn.Sequential(nn.Linear(WIDTH, 128), nn.GELU(), nn.Linear(128, POINTER_SIZE))
        self.target = nn.Sequential(nn.Linear(WIDTH, 128), nn.GELU(), nn.Linear(128, POINTER_SIZE))
        self.nothing = nn.Parameter(torch.zeros(POINTER_SIZE))
        self.nothing_bias = nn.Parameter(torch.zeros(()))
        self.distance = nn.Parameter(torch.zeros(DISTANCES))

    def forward(self, words: Tensor) -> tuple[Tensor, Tensor]:
        """Origin vectors (scaled) and target vectors of `[batch, words, WIDTH]`."""
        return self.origin(words) / math.sqrt(POINTER_SIZE), self.target(words)


class Class(nn.Sequential):
    """Scores of a span's labels from its first word, through a small layer of its own."""

    def __init__(self, labels: int) -> None:
        super().__init__(nn.Linear(WIDTH, 64), nn.GELU(), nn.Linear(64, labels))


class Network(nn.Module):
    """The encoder with every head."""

    def __init__(self, dropout: float = 0.1, shape: Shape | None = None) -> None:
        super().__init__()
        self.encoder = Encoder(dropout, shape)
        self.dropout = nn.Dropout(dropout)
        self.roles = nn.Linear(WIDTH, len(ROLES.tags))
        self.follows = nn.Parameter(torch.zeros(len(ROLES.tags) + 1, len(ROLES.tags)))
        self.pointers = nn.ModuleDict({head.name: Pointer() for head in EVERY_POINTER})
        self.tagged = nn.ModuleDict({head.name: nn.Linear(WIDTH, len(head.tags)) for head in TAGS})
        self.classed = nn.ModuleDict({head.name: Class(len(head.labels)) for head in CLASSES})

    def marks(self, words: Tensor) -> list[Tensor]:
        """Scores of every head of `MARKS`, in that order, each `[..., words, columns]`."""
        return [self.mark(name)(words) for name, _ in MARKS]

    def mark(self, name: str) -> nn.Module:
        """The layer of one head of `MARKS`."""
        return self.tagged[name] if name in self.tagged else self.classed[name]

    def take(self, given: dict[str, Tensor]) -> None:
        """Load weights; heads that they lack keep the values they have."""
        self.load_state_dict({**self.state_dict(), **given})

    def words(
        self, pieces: Tensor, surface: Tensor, attended: Tensor | None, first: Tensor
    ) -> Tensor:
        """One vector a word, `[batch, words, WIDTH]`: that of its first piece."""
        vectors: Tensor = self.dropout(self.encoder(pieces, surface, attended, first))
        return vectors


def network_of(weights: Mapping[str, Tensor], dropout: float = 0.0) -> Network:
    """A network of the shape of `weights`, with them loaded; heads they lack keep first values."""
    network = Network(dropout, shape_of(weights))
    network.take(dict(weights))
    return network
