"""The losses against sums over every path; the graph against the network."""

from itertools import product

import numpy as np
import pytest

torch = pytest.importorskip("torch", reason="training needs the train extra")

from training.examples import IGNORED, NOTHING  # noqa: E402
from training.losses import pointer_loss, pointer_scores, tag_loss  # noqa: E402
from training.network import WIDTH, Network, Pointer  # noqa: E402

from counterclaim.language.heads import ROLES  # noqa: E402


def paths(scores: np.ndarray, follows: np.ndarray, tags: list[int]) -> float:
    """Log of the summed weight of all legal paths that agree with the known tags."""
    size, legal = scores.shape[1], ROLES.legal()
    worths = []
    for path in product(range(size), repeat=len(scores)):
        steps = list(zip((size, *path), path, strict=False))
        agrees = all(known in (IGNORED, tag) for known, tag in zip(tags, path, strict=True))
        if agrees and all(legal[step] for step in steps):
            worth = sum(follows[step] for step in steps)
            worths.append(worth + sum(scores[at, tag] for at, tag in enumerate(path)))
    return float(np.logaddexp.reduce(worths))


@pytest.mark.parametrize("tags", [[0, 1, 2, 0], [3, IGNORED, 5, 6], [5, IGNORED, IGNORED, 5]])
def test_tag_loss_is_the_chain_likelihood(tags: list[int]) -> None:
    chance = np.random.default_rng(3)
    scores, follows = chance.normal(size=(4, 7)), chance.normal(size=(8, 7))
    expected = paths(scores, follows, [IGNORED] * 4) - paths(scores, follows, tags)
    known = sum(tag != IGNORED for tag in tags)
    found = tag_loss(
        torch.from_numpy(scores)[None], torch.from_numpy(follows), torch.tensor([tags])
    )
    assert float(found) == pytest.approx(expected / known, rel=1e-5)


def test_padding_adds_nothing_to_the_tag_loss() -> None:
    chance = torch.Generator().manual_seed(1)
    scores = torch.randn(1, 3, 7, generator=chance, dtype=torch.float64)
    follows = torch.zeros(8, 7, dtype=torch.float64)
    padded = torch.cat([scores, torch.zeros(1, 2, 7, dtype=torch.float64)], 1)
    short = tag_loss(scores, follows, torch.tensor([[1, 2, 0]]))
    long = tag_loss(padded, follows, torch.tensor([[1, 2, 0, IGNORED, IGNORED]]))
    assert float(long) == pytest.approx(float(short), rel=1e-6)


def test_pointer_loss_chooses_among_begins_and_nothing() -> None:
    torch.manual_seed(5)
    pointer, words = Pointer(), torch.randn(1, 4, WIDTH)
    begins = torch.tensor([[True, False, True, False]])
    with torch.no_grad():
        scores, nothing = pointer_scores(pointer, words)
    expected = torch.logsumexp(torch.stack([scores[0, 1, 0], scores[0, 1, 2], nothing[0, 1, 0]]), 0)
    for target, score in ((2, scores[0, 1, 2]), (NOTHING, nothing[0, 1, 0])):
        targets = torch.tensor([[IGNORED, target, IGNORED, IGNORED]])
        found = pointer_loss(pointer, words, begins, targets)
        assert float(found.detach()) == pytest.approx(float(expected - score), rel=1e-4)


def test_without_targets_the_pointer_loss_is_zero() -> None:
    words, begins = torch.randn(1, 3, WIDTH), torch.zeros(1, 3, dtype=torch.bool)
    assert float(pointer_loss(Pointer(), words, begins, torch.full((1, 3), IGNORED)).detach()) == 0


def test_surface_classes_start_without_effect() -> None:
    torch.manual_seed(2)
    encoder = Network(0.0).eval().encoder
    pieces = torch.randint(1000, 2000, (1, 9))
    ones, zeros = (torch.full((1, 9), value) for value in (1, 0))
    assert torch.equal(encoder(pieces, ones, None), encoder(pieces, zeros, None))


def test_padding_does_not_change_a_window() -> None:
    torch.manual_seed(2)
    encoder = Network(0.0).eval().encoder
    pieces = torch.randint(1000, 2000, (1, 9))
    padded = torch.cat([pieces, torch.zeros(1, 4, dtype=torch.long)], 1)
    attended = (padded > 0).int()
    plain = encoder(pieces, torch.zeros_like(pieces), None)
    masked = encoder(padded, torch.zeros_like(padded), attended)[:, :9]
    assert torch.allclose(plain, masked, atol=1e-5)
