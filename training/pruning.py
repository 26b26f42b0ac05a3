"""A narrower encoder: the attention heads and inner units that the heads' losses miss least go.

A unit counts by the first-order change of the loss if it were silent, |activation x gradient|
(Michel et al. 2019; Molchanov et al. 2017), summed over windows of the training mixture.
"""

from collections.abc import Iterator
from itertools import islice
from pathlib import Path

import torch
from torch import Tensor, nn

from counterclaim.language.encoding import PieceEncoder
from training.examples import collate
from training.multi import Settings, corpora, total_loss
from training.network import HEAD, Layer, Network, Shape, network_of, shape_of
from training.sampling import alike, mixtures, shares, size_of

UPDATES = 24
"""Groups of windows that the importance is read from."""


def prune(settings: Settings, shape: Shape, out: Path) -> Shape:
    """Write the weights that `settings` begin with in a smaller shape; gives the old shape."""
    assert settings.begin is not None
    torch.set_num_threads(settings.threads)
    weights = torch.load(settings.begin, weights_only=True)
    seen, inner = importance(settings, network_of(weights))
    torch.save(narrowed(weights, seen, inner, shape), out)
    return shape_of(weights)


def importance(settings: Settings, network: Network) -> tuple[Tensor, Tensor]:
    """Of attention heads and of inner units, `[layers, heads]` and `[layers, inner]`."""
    encoder = PieceEncoder(settings.base / "tokenizer.json")
    learnt, _ = corpora(settings, encoder)
    sizes = {name: size_of(items) for name, items in learnt.items()}
    mixture = shares(sizes, {"polnear": settings.polnear, "authored": settings.our_pages})
    layers = [layer for layer in network.encoder.layers if isinstance(layer, Layer)]
    seen, inner = [Watched(layer.mixed) for layer in layers], [Watched(one.outer) for one in layers]
    for group in islice(mixtures(learnt, mixture, settings.pieces, settings.seed), UPDATES):
        loss, _ = total_loss(network, [collate(part, encoder) for part in alike(group)])
        loss.backward()
        for watched in (*seen, *inner):
            watched.add()
    heads = torch.stack([one.total.unflatten(0, (-1, HEAD)).sum(1) for one in seen])
    return heads, torch.stack([one.total for one in inner])


class Watched:
    """What enters one layer, and how much the loss hangs on each of its columns."""

    def __init__(self, layer: nn.Linear) -> None:
        self.total = torch.zeros(layer.in_features)
        self._given: list[Tensor] = []
        layer.register_forward_pre_hook(self._keep)

    def _keep(self, _: nn.Module, given: tuple[Tensor, ...]) -> None:
        given[0].retain_grad()
        self._given.append(given[0])

    def add(self) -> None:
        """Add up what the last backward pass left."""
        for given in self._given:
            if given.grad is not None:
                told = (given.detach() * given.grad).float().abs()
                self.total += told.flatten(0, -2).sum(0)
        self._given.clear()


def narrowed(
    weights: dict[str, Tensor], seen: Tensor, inner: Tensor, shape: Shape
) -> dict[str, Tensor]:
    """The weights with the `shape.heads` and `shape.inner` of most importance in each layer."""
    kept = dict(weights)
    for at, (heads, units) in enumerate(zip(seen, inner, strict=True)):
        columns = torch.cat(
            [torch.arange(HEAD) + HEAD * head for head in _best(heads, shape.heads)]
        )
        prefix = f"encoder.layers.{at}."
        for name in ("query", "key", "value"):
            _take(kept, f"{prefix}{name}", columns, 0)
        _take(kept, f"{prefix}mixed", columns, 1)
        _take(kept, f"{prefix}inner", torch.tensor(list(_best(units, shape.inner))), 0)
        _take(kept, f"{prefix}outer", torch.tensor(list(_best(units, shape.inner))), 1)
    return kept


def _best(values: Tensor, count: int) -> Iterator[int]:
    """Places of the largest values, in their order."""
    yield from (int(at) for at in values.topk(count).indices.sort().values)


def _take(weights: dict[str, Tensor], name: str, index: Tensor, axis: int) -> None:
    """Keep some rows (with their biases) or columns of one matrix."""
    weights[f"{name}.weight"] = weights[f"{name}.weight"].index_select(axis, index).clone()
    if axis == 0:
        weights[f"{name}.bias"] = weights[f"{name}.bias"].index_select(0, index).clone()
