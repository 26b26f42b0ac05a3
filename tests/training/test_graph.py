"""What the exported graph is made of: operators that onnxruntime computes fast."""

import pytest

torch = pytest.importorskip("torch")
onnx = pytest.importorskip("onnx")

from collections import Counter  # noqa: E402
from pathlib import Path  # noqa: E402

import onnxruntime  # noqa: E402
from training.graph import OUTPUTS, Graph, quantise, write_onnx  # noqa: E402
from training.network import LAYERS, Network, Shape, added  # noqa: E402

# The exporter warns of its own ways.
pytestmark = pytest.mark.filterwarnings("ignore")


@pytest.fixture(scope="module")
def graph(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A small network's graph, quantised."""
    torch.manual_seed(0)
    folder = tmp_path_factory.mktemp("graph")
    write_onnx(Graph(Network(0.0, Shape(heads=2, inner=64))), folder / "single.onnx")
    quantise(folder / "single.onnx", folder / "small.onnx")
    return folder / "small.onnx"


def test_a_sum_is_the_same_outside_of_a_graph() -> None:
    one, other = torch.randn(2, 3), torch.randn(2, 3)
    assert torch.equal(added(one, other), one + other)


def test_normalisation_is_one_operator_behind_a_sum_that_is_left_alone(graph: Path) -> None:
    nodes = onnx.load(graph).graph.node
    makers = {name: node.op_type for node in nodes for name in node.output}
    norms = [node for node in nodes if node.op_type == "LayerNormalization"]
    assert len(norms) == 2 * LAYERS + 1
    assert {makers[norm.input[0]] for norm in norms} == {"Sum"}


def test_onnxruntime_keeps_sums_and_norms_apart(graph: Path, tmp_path: Path) -> None:
    options = onnxruntime.SessionOptions()
    options.optimized_model_filepath = str(tmp_path / "optimised.onnx")
    options.log_severity_level = 3
    onnxruntime.InferenceSession(str(graph), options, ["CPUExecutionProvider"])
    held = Counter(node.op_type for node in onnx.load(tmp_path / "optimised.onnx").graph.node)
    assert held["LayerNormalization"] == 2 * LAYERS + 1
    assert held["SkipLayerNormalization"] == 0
    assert held["MultiHeadAttention"] == LAYERS


def test_the_graph_says_what_the_network_says(graph: Path) -> None:
    torch.manual_seed(0)
    network = Network(0.0, Shape(heads=2, inner=64)).eval()
    pieces, first = torch.randint(1000, 2000, (1, 30)), torch.arange(1, 29)
    surface = torch.zeros_like(pieces)
    with torch.no_grad():
        words = network.words(pieces, surface, torch.ones_like(pieces), first[None])
        expected = network.roles(words)[0].numpy()
    session = onnxruntime.InferenceSession(str(graph), providers=["CPUExecutionProvider"])
    given = {"pieces": pieces, "surface": surface, "first": first}
    found = session.run(None, {name: value.numpy() for name, value in given.items()})
    assert len(found) == len(OUTPUTS)
    # Eight bits of activations and seven of weights.
    assert abs(found[0] - expected).max() < 0.1 * abs(expected).max() + 0.05
