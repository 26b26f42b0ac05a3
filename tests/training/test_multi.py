"""Losses of every head, one update, and the exported graph's marks."""

from pathlib import Path

import numpy as np
import pytest

torch = pytest.importorskip("torch", reason="training needs the train extra")

from training.examples import collate  # noqa: E402
from training.export import mix  # noqa: E402
from training.graph import ALL_MARKS, Graph  # noqa: E402
from training.losses import all_losses, coreference_loss, mark_losses  # noqa: E402
from training.multi import WEIGHTS, Settings, encode, joined, rate_of, total_loss  # noqa: E402
from training.multi_examples import labelled_example  # noqa: E402
from training.multi_scores import evaluate  # noqa: E402
from training.network import WIDTH, Network, Pointer  # noqa: E402

from counterclaim.language.encoding import PieceEncoder  # noqa: E402
from counterclaim.language.heads import EVERY_POINTER, MARKS, POINTERS  # noqa: E402
from counterclaim.language.model import FOLDER, TOKENIZER  # noqa: E402
from training.corpora import Labelled  # noqa: E402

DOCUMENTS = (
    Labelled("ours/1", "Ilse Varn left Porto Claro.", {"entities": [(0, 9, "person")]}),
    Labelled("ours/2", "She left on Monday, he said.", {"times": [(12, 18, "date")]}),
    Labelled(
        "ours/3",
        "Varn denied it. She left.",
        classes={"force": [(5, 11, "denies")]},
        links={"coreference": [((0, 4), None), ((16, 19), (0, 4))]},
    ),
)


@pytest.fixture(scope="module")
def encoder() -> PieceEncoder:
    return PieceEncoder(FOLDER / TOKENIZER)


@pytest.fixture(scope="module")
def network() -> Network:
    torch.manual_seed(4)
    return Network(0.0).eval()


def batches(encoder: PieceEncoder) -> list:
    made = [labelled_example(document, encoder) for document in DOCUMENTS]
    cuts = [(one, 0, len(one.encoded.starts)) for one in made]
    return [collate(cuts[:2], encoder), collate(cuts[2:], encoder)]


def test_every_head_has_a_weight() -> None:
    names = {name for name, _ in MARKS} | {head.name for head in EVERY_POINTER} | {"roles"}
    assert set(WEIGHTS) == names


def test_only_heads_that_know_something_have_a_loss(
    network: Network, encoder: PieceEncoder
) -> None:
    with torch.no_grad():
        _, said = total_loss(network, batches(encoder))
    assert set(said) == {"entities", "times", "force", "coreference"}
    assert all(np.isfinite(list(said.values())))


def test_batches_of_two_widths_give_the_loss_of_one(
    network: Network, encoder: PieceEncoder
) -> None:
    parts = batches(encoder)
    with torch.no_grad():
        words = encode(network, parts)
        marks = joined(parts, "marks")
        assert words.shape[:2] == marks.shape[::2]
        found = mark_losses(network, words, marks)
        alone = mark_losses(network, encode(network, parts[:1]), joined(parts[:1], "marks"))
    assert float(found["entities"][0]) == pytest.approx(float(alone["entities"][0]), rel=1e-3)
    assert found["entities"][1] == 6


def test_a_mention_points_only_back(network: Network) -> None:
    torch.manual_seed(5)
    pointer, words = Pointer(), torch.randn(1, 3, WIDTH)
    with torch.no_grad():
        first = coreference_loss(pointer, words, torch.tensor([[-2, -1, -1]]))
        forward = coreference_loss(pointer, words, torch.tensor([[2, -1, -1]]))
    assert float(first) == pytest.approx(0, abs=1e-5)
    assert float(forward) > 100


def test_roles_and_links_are_learnt_where_they_are_known(network: Network) -> None:
    words = torch.randn(2, 4, WIDTH)
    tags = torch.tensor([[1, 3, 5, 6], [-1, -1, -1, -1]])
    pointers = torch.full((2, len(EVERY_POINTER), 4), -1)
    marks = torch.full((2, len(MARKS), 4), -1, dtype=torch.int8)
    with torch.no_grad():
        found = all_losses(network, words, tags, pointers, marks)
    assert set(found) == {"roles", *(head.name for head in POINTERS)}
    assert found["roles"][1] == 4


def test_weights_without_new_heads_can_be_gone_on_from(network: Network) -> None:
    old = {
        name: value
        for name, value in network.state_dict().items()
        if not name.startswith(("tagged.", "classed.", "pointers.coreference."))
    }
    other = Network(0.0)
    mine = other.tagged["times"].weight.detach().clone()
    other.take(old)
    assert torch.equal(other.roles.weight, network.roles.weight)
    assert torch.equal(other.tagged["times"].weight, mine)


def test_the_graph_gives_the_networks_marks(network: Network) -> None:
    pieces = torch.randint(1000, 2000, (1, 9))
    surface, first = torch.ones_like(pieces), torch.arange(1, 6)
    with torch.no_grad():
        marks = Graph(network, ALL_MARKS, small=False)(pieces, surface, first)[-1]
        words = network.encoder(pieces, surface, None)[0][first]
        expected = torch.cat(network.marks(words), 1)
    assert torch.allclose(marks, expected, atol=1e-5)
    assert marks.shape == (5, sum(len(columns) for _, columns in MARKS))


def test_figures_name_head_and_corpus(network: Network, encoder: PieceEncoder) -> None:
    held = {"ours": [labelled_example(document, encoder) for document in DOCUMENTS]}
    found = evaluate(network, held, encoder)
    assert set(found) == {"entities", "times", "force", "coreference"}
    assert all(0 <= share <= 100 for parts in found.values() for share in parts.values())


def test_mixed_weights_lie_between_and_new_heads_stay(tmp_path: Path) -> None:
    torch.save({"roles": torch.zeros(2)}, tmp_path / "old.pt")
    torch.save({"roles": torch.ones(2), "times": torch.ones(1)}, tmp_path / "new.pt")
    mix(tmp_path / "old.pt", tmp_path / "new.pt", 0.25, tmp_path / "mixed.pt")
    mixed = torch.load(tmp_path / "mixed.pt", weights_only=True)
    assert mixed["roles"].tolist() == [0.25, 0.25]
    assert mixed["times"].tolist() == [1.0]


def test_parts_stay_from_the_lowest_up(tmp_path: Path) -> None:
    def learning(frozen: int) -> set[str]:
        settings = Settings(data=tmp_path, out=tmp_path, base=tmp_path, frozen=frozen)
        names = (name for name, _ in Network(0.0).named_parameters())
        return {name for name in names if rate_of(settings, name) > 0}

    assert learning(0) - learning(1) == {"encoder.words.weight"}
    lost = {name.split(".")[2] for name in learning(1) - learning(3)}
    assert lost == {"0", "1"}


def test_new_heads_can_learn_alone(tmp_path: Path) -> None:
    settings = Settings(data=tmp_path, out=tmp_path, base=tmp_path, frozen=8)
    rates = {name: rate_of(settings, name) for name, _ in Network(0.0).named_parameters()}
    learning = {name for name, rate in rates.items() if rate > 0}
    assert learning
    assert all(
        name.startswith(("tagged.", "classed.", "pointers.coreference.")) for name in learning
    )
