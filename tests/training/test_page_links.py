"""Pages that the forest of links learns from."""

import random

import numpy as np
import pytest

lightgbm = pytest.importorskip("lightgbm")

from counterclaim.pages.pieces import Marks, Piece  # noqa: E402
from training import page_links  # noqa: E402  (needs LightGBM)

TOLD = [
    ("headline", "Harbour in Silda closed"),
    ("body", "The harbour was closed on Monday."),
    ("body", "Ferries were sent to Port Maren."),
    ("comment", "I think so too."),
]
LISTS = [["More on this", "Storm damage at Port Maren", "Islands cut off again today"]]


def piece(text: str, linked: bool) -> Piece:
    return Piece(0, len(text), text, marks=Marks(linked=len(text) if linked else 0))


def test_lists_of_links_are_found_with_their_headings() -> None:
    pieces = [
        piece("The harbour was closed on Monday.", False),
        piece("More on this", False),
        piece("Storm damage at Port Maren", True),
        piece("Two cranes fell into the sea.", False),
        piece("Islands cut off again today", True),
        piece("Ferries were sent to Port Maren.", False),
    ]
    free = [False, True, True, True, True, False]
    found = page_links.link_lists(pieces, free)
    assert found == [[one.text for one in pieces[1:5]]]
    assert page_links.link_lists(pieces, [False] * 6) == []


def test_menus_are_no_lists_of_links() -> None:
    pieces = [piece(word, True) for word in ("Home", "World", "Sport", "Weather")]
    assert page_links.link_lists(pieces, [True] * 4) == []


@pytest.mark.parametrize("seed", range(20))
def test_links_are_put_in_and_nothing_is_lost(seed: int) -> None:
    rng = random.Random(seed)
    mixed = page_links.with_links(rng, TOLD, LISTS)
    assert mixed is not None
    assert [pair for pair in mixed if pair[0] != "related"] == TOLD
    added = [text for label, text in mixed if label == "related"]
    assert added == LISTS[0][: len(added)]
    assert added


def test_a_page_without_story_or_links_is_left_out() -> None:
    rng = random.Random(1)
    assert page_links.with_links(rng, TOLD[:1], LISTS) is None
    assert page_links.with_links(rng, TOLD, []) is None


def test_paragraphs_keep_their_classes_and_threads_weigh_less() -> None:
    thread = [*TOLD, *[("comment", f"So do I, number {at}.") for at in range(59)]]
    page = page_links.from_pairs("host", thread, "nodes", 1.0)
    assert page.classes.tolist() == [0, 0, 0] + [2] * 60
    assert page.weights[3:].sum() == pytest.approx(page_links.THREAD)
    assert page.weights[:3].tolist() == [1, 1, 1]


def test_the_forest_says_what_the_booster_says() -> None:
    rng = np.random.default_rng(3)
    rows = rng.normal(size=(400, 4)).astype(np.float32)
    classes = (rows[:, 0] > 0).astype(int) + (rows[:, 1] > 0.5)
    booster = lightgbm.train(
        page_links.SETTINGS, lightgbm.Dataset(rows, classes), num_boost_round=5
    )
    forest = page_links.forest_of(booster)
    assert np.exp(forest.scores(rows)) == pytest.approx(booster.predict(rows), abs=1e-5)
    twice = page_links.joined([forest, forest])
    assert twice.scores(rows) == pytest.approx(forest.scores(rows), abs=1e-5)
