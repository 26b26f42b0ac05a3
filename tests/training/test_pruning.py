"""A network made narrower, and one that learns from another."""

import pytest

torch = pytest.importorskip("torch")

from training.distilling import distillation, told_scores  # noqa: E402
from training.network import HEAD, LAYERS, WIDTH, Network, Shape, network_of, shape_of  # noqa: E402
from training.pruning import Watched, narrowed  # noqa: E402

SMALL = Shape(heads=5, inner=96)


@pytest.fixture
def network() -> Network:
    torch.manual_seed(3)
    return Network(0.0, SMALL).eval()


def window() -> tuple[torch.Tensor, torch.Tensor]:
    return torch.randint(1000, 2000, (1, 9)), torch.ones(1, 9, dtype=torch.long)


def test_a_shape_is_read_off_the_weights(network: Network) -> None:
    assert shape_of(network.state_dict()) == SMALL
    assert shape_of(network_of(network.state_dict()).state_dict()) == SMALL
    assert shape_of(Network(0.0).state_dict()) == Shape()


def test_the_last_layer_needs_only_the_words(network: Network) -> None:
    pieces, surface = window()
    first = torch.tensor([1, 2, 5])
    with torch.no_grad():
        every = network.encoder(pieces, surface, None)[0, first]
        alone = network.encoder(pieces, surface, None, first)[0]
        batched = network.words(pieces, surface, torch.ones_like(pieces), first[None])[0]
    assert torch.allclose(every, alone, atol=1e-5)
    assert torch.allclose(every, batched, atol=1e-5)


def test_what_was_silent_can_go_without_a_trace(network: Network) -> None:
    for layer in network.encoder.layers:
        with torch.no_grad():
            layer.mixed.weight[:, HEAD : 2 * HEAD] = 0
            layer.outer.weight[:, 7] = 0
    heads, units = torch.ones(LAYERS, SMALL.heads), torch.ones(LAYERS, SMALL.inner)
    heads[:, 1], units[:, 7] = 0, 0
    less = Shape(SMALL.heads - 1, SMALL.inner - 1)
    small = network_of(narrowed(network.state_dict(), heads, units, less)).eval()
    pieces, surface = window()
    with torch.no_grad():
        before, after = (one.encoder(pieces, surface, None) for one in (network, small))
    assert shape_of(small.state_dict()) == less
    assert torch.allclose(before, after, atol=1e-5)


def test_importance_is_what_the_loss_would_miss() -> None:
    torch.manual_seed(4)
    layer = torch.nn.Linear(3, 1, bias=False)
    with torch.no_grad():
        layer.weight.copy_(torch.tensor([[2.0, 0.0, -1.0]]))
    watched = Watched(layer)
    given = torch.tensor([[[1.0, 5.0, 1.0], [1.0, 5.0, 3.0]]], requires_grad=True)
    layer(given * 1).sum().backward()
    watched.add()
    assert watched.total.tolist() == [4.0, 0.0, 4.0]


def test_a_pupil_that_agrees_has_nothing_to_learn(network: Network) -> None:
    pieces, surface = window()
    first = torch.arange(1, 6)[None]
    told = told_scores(network, [pieces, surface, torch.ones_like(pieces), first])
    assert told.shape[:2] == (1, 5)
    assert not told.requires_grad
    assert float(distillation(told[0], told[0])) == pytest.approx(0, abs=1e-5)
    # A constant added to all scores of a word changes no probability.
    assert float(distillation(told[0] + 3, told[0])) == pytest.approx(0, abs=1e-4)
    assert float(distillation(-told[0], told[0])) > 0.001


def test_width_does_not_depend_on_the_heads(network: Network) -> None:
    pieces, surface = window()
    assert network.encoder(pieces, surface, None).shape == (1, 9, WIDTH)
