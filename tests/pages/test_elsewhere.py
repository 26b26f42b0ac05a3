"""Which lines lead to other stories."""

import itertools

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from counterclaim.pages.elsewhere import best_path, is_list_title, led_away
from counterclaim.pages.pieces import Piece


def lines(*texts: str) -> list[Piece]:
    return [Piece(0, len(text), text) for text in texts]


def logs(*away: float) -> np.ndarray:
    """The forest's log probabilities where each line leads elsewhere with the given probability."""
    shares = np.array(away)
    return np.log(np.stack([1 - shares, shares, np.full(len(away), 1e-6)], 1)).astype(np.float32)


def away(texts: list[str], shares: list[float], skipped: list[bool] | None = None) -> list[bool]:
    none = np.zeros(len(texts), np.float32)
    return led_away(lines(*texts), logs(*shares), none, skipped or [False] * len(texts))


def test_a_doubtful_line_goes_with_its_neighbours() -> None:
    texts = ["A storm hit Silda"] * 5
    assert away(texts, [0.02, 0.9, 0.4, 0.95, 0.95]) == [False, True, True, True, True]
    assert away(texts, [0.02, 0.02, 0.6, 0.02, 0.02]) == [False] * 5


def test_a_heading_of_links_leads_away_sooner() -> None:
    shares = [0.02, 0.5, 0.7]
    assert away(["It rained.", "Storm in Silda", "Pier shut"], shares) == [False, False, False]
    assert away(["It rained.", "Related stories", "Pier shut"], shares) == [False, True, True]


def test_what_is_skipped_does_not_lead_away_nor_count() -> None:
    texts = ["A storm hit Silda"] * 4
    found = away(texts, [0.02, 0.99, 0.99, 0.02], [False, True, True, False])
    assert found == [False] * 4
    assert away(texts, [0.99] * 4, [True] * 4) == [False] * 4


def test_the_tagger_has_a_say() -> None:
    texts = lines("A storm hit Silda", "A storm hit Maren")
    plain = np.zeros(2, np.float32)
    assert led_away(texts, logs(0.5, 0.5), plain, [False] * 2) == [False, False]
    assert led_away(texts, logs(0.5, 0.5), plain + 4, [False] * 2) == [True, True]


def test_no_page() -> None:
    assert led_away([], np.zeros((0, 3), np.float32), np.zeros(0, np.float32), []) == []


@pytest.mark.parametrize(
    "text",
    ["Related articles", "More on this", "» Most viewed", "See also:", "Latest headlines",
     "Don't Miss", "Next article in World »", "Links", "You may also like", "All about Harrow"],
)  # fmt: skip
def test_headings_of_links(text: str) -> None:
    assert is_list_title(text)


@pytest.mark.parametrize(
    "text",
    ["The bridge is open", "More than forty were there", "Most of them left", "Most people stayed",
     "The news came late, and it was read out to everybody who had stayed in the harbour that day"],
)  # fmt: skip
def test_what_heads_no_links(text: str) -> None:
    assert not is_list_title(text)


@given(
    st.lists(st.tuples(*[st.floats(-6, 0)] * 2), min_size=1, max_size=7),
    st.floats(0, 3),
)
def test_the_best_path_is_the_best_of_all(pairs: list[tuple[float, float]], turn: float) -> None:
    rows = np.array(pairs)

    def worth(path: tuple[int, ...]) -> float:
        turns = sum(one != two for one, two in itertools.pairwise(path))
        return float(sum(rows[at, state] for at, state in enumerate(path)) - turn * turns)

    best = max(worth(path) for path in itertools.product((0, 1), repeat=len(rows)))
    assert worth(tuple(best_path(rows, turn).tolist())) == pytest.approx(best)
