"""The choice between places at which readers may take over."""

from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from counterclaim.errors import ModelError
from counterclaim.pages import boundary as module
from counterclaim.pages.boundary import (
    CANDIDATE,
    Boundary,
    Evidence,
    candidate_features,
    load_boundary,
)
from counterclaim.pages.pieces import Piece

TEXTS = ["The harbour of Silda was closed on Sunday.", "Have your say", "jdoe 3 hours ago", "No."]


def evidence(own: list[float], named: list[bool] | None = None) -> Evidence:
    """What pieces say whose sound and neighbourhood say the same."""
    values = np.array(own, np.float32)
    low = np.clip(values, -1, 1)
    flags = np.zeros(len(own), bool)
    invited = np.array([at == 1 for at in range(len(own))])
    signed = np.array(named or [False] * len(own))
    text = np.ones(len(own), np.float32)
    return Evidence(values, values, low, low, values, values, text, invited, signed, flags)


def columns(
    own: list[float], places: list[int], named: list[bool] | None = None
) -> dict[str, list[float]]:
    """The features of places on a page of :data:`TEXTS`, by name."""
    pieces = [Piece(0, len(text), text, gap) for text, gap in zip(TEXTS, (0, 1, 1, 3), strict=True)]
    rows = candidate_features(pieces, evidence(own, named), places, [places[0], places[-1]])
    assert rows.dtype == np.float32
    return {name: [round(float(v), 3) for v in rows[:, at]] for at, name in enumerate(CANDIDATE)}


def test_sums_are_over_all_below() -> None:
    found = columns([-2, 1, 2, 3], [1, 3])
    assert found["own"] == found["net"] == [6, 3]
    assert found["own_low"] == [3, 1]
    assert found["own_most"] == [6, 3]
    assert found["own_here"][0] == pytest.approx(13 / 60, abs=1e-3)  # a short line says little


def test_means_of_both_sides() -> None:
    found = columns([-2, -2, 3, 3], [2])
    assert found["own_before"] == [pytest.approx(-2, abs=0.01)]
    assert found["own_after"] == [pytest.approx(3, abs=0.02)]


def test_traces() -> None:
    found = columns([-2, 1, 2, 3], [1, 2, 3], [False, False, True, False])
    assert found["invited"] == [1, 0, 0]
    assert found["invited_above"] == [0, 1, 1]
    assert found["named"] == [0, 1, 0]
    assert found["traced"] == [1, 1, 0]
    assert found["own_untraced"] == [0, 0, 3]
    assert found["several"] == [1, 0, 0]


def test_place_and_layout() -> None:
    found = columns([-2, 1, 2, 3], [0, 3])
    assert found["share_below"] == [1, 0.25]
    assert found["gap"] == [-1, 2]
    assert found["size_above"] == [0, 0.08]
    assert found["by_sound"] == [1, 0]
    assert found["by_place"] == [0, 1]
    assert found["bias"] == [1, 1]


def test_the_best_above_none() -> None:
    weights = np.zeros(len(CANDIDATE), np.float32)
    weights[0] = 1
    rows = np.zeros((2, len(CANDIDATE)), np.float32)
    rows[:, 0] = 1, 2
    assert Boundary(weights).best(rows) == 1
    assert Boundary(-weights).best(rows) is None
    assert Boundary(weights).best(rows * 0) is None


def test_what_ships() -> None:
    weights = load_boundary().weights
    assert weights.shape == (len(CANDIDATE),)
    assert np.isfinite(weights).all()


@pytest.mark.parametrize("content", [None, b"", b"nothing", "few"])
def test_damaged_weights(
    content: bytes | str | None, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "boundary.npz"
    if content == "few":
        np.savez(path, weights=np.zeros(3, np.float32))
    elif isinstance(content, bytes):
        path.write_bytes(content)
    monkeypatch.setattr(module, "FILE", path)
    load_boundary.cache_clear()
    with pytest.raises(ModelError, match="CC301"):
        load_boundary()
    load_boundary.cache_clear()


@given(st.lists(st.floats(-50, 50, width=32), min_size=4, max_size=4), st.integers(0, 3))
@settings(deadline=None)
def test_any_evidence_gives_finite_features(own: list[float], place: int) -> None:
    for name, values in columns(own, [place]).items():
        assert np.isfinite(values).all(), name
