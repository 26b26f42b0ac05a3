"""Readings drawn from the scores: as often as they are probable, and always the same."""

from itertools import product

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from counterclaim.language.drawing import DRAWN, drawn_tags
from counterclaim.language.heads import ROLES, Floats
from counterclaim.language.viterbi import Paths, best_tags, sureness

TAGS = len(ROLES.tags)
PLAIN = np.zeros((TAGS + 1, TAGS), np.float32)


def some(chance: np.random.Generator, size: int) -> Floats:
    return chance.normal(size=(size, TAGS)).astype(np.float32)


@given(st.integers(0, 2**32 - 1), st.lists(st.integers(1, 12), min_size=1, max_size=4))
def test_every_drawn_reading_is_legal(seed: int, sizes: list[int]) -> None:
    chance = np.random.default_rng(seed)
    follows = chance.normal(size=(TAGS + 1, TAGS)).astype(np.float32)
    legal = ROLES.legal()
    for size, rows in zip(
        sizes, drawn_tags(Paths([some(chance, size) for size in sizes], follows)), strict=True
    ):
        assert rows.shape == (DRAWN, size)
        for row in rows.tolist():
            assert all(legal[step] for step in zip((TAGS, *row), row, strict=False))


@given(st.integers(0, 2**32 - 1))
def test_a_window_is_drawn_alike_alone_and_among_others(seed: int) -> None:
    chance = np.random.default_rng(seed)
    follows = chance.normal(size=(TAGS + 1, TAGS)).astype(np.float32)
    many = [some(chance, size) for size in (4, 11, 1, 7)]
    together = drawn_tags(Paths(many, follows))
    alone = [drawn_tags(Paths([one], follows))[0] for one in many]
    assert [each.tolist() for each in together] == [each.tolist() for each in alone]


def test_tags_are_drawn_as_often_as_they_are_probable() -> None:
    chance = np.random.default_rng(11)
    follows = chance.normal(size=(TAGS + 1, TAGS)).astype(np.float32)
    windows = [some(chance, 30) for _ in range(40)]
    paths = Paths(windows, follows)
    drawn = drawn_tags(paths)
    shares = np.stack([(np.stack(drawn) == tag).mean(1) for tag in range(TAGS)], 2)
    expected = np.stack(sureness(paths))
    assert np.abs(shares - expected).mean() < 0.05
    assert shares.mean((0, 1)) == pytest.approx(expected.mean((0, 1)), abs=0.02)


def test_pairs_of_tags_are_drawn_as_often_as_they_are_probable() -> None:
    chance = np.random.default_rng(12)
    follows = chance.normal(size=(TAGS + 1, TAGS)).astype(np.float32)
    legal = ROLES.legal()
    counted, expected = np.zeros((TAGS, TAGS)), np.zeros((TAGS, TAGS))
    for _ in range(150):
        scores = some(chance, 2)
        for one, two in product(range(TAGS), repeat=2):
            if legal[TAGS, one] and legal[one, two]:
                worth = follows[TAGS, one] + scores[0, one] + follows[one, two] + scores[1, two]
                expected[one, two] += np.exp(worth) / 150 / _whole(scores, follows)
        (rows,) = drawn_tags(Paths([scores], follows))
        for one, two in rows.tolist():
            counted[one, two] += 1 / DRAWN / 150
    assert counted == pytest.approx(expected, abs=0.02)


def _whole(scores: Floats, follows: Floats) -> float:
    """Summed weight of all legal readings of two words."""
    legal = ROLES.legal()
    return sum(
        float(np.exp(follows[TAGS, one] + scores[0, one] + follows[one, two] + scores[1, two]))
        for one, two in product(range(TAGS), repeat=2)
        if legal[TAGS, one] and legal[one, two]
    )


def test_where_the_scores_are_sure_every_reading_is_the_best_one() -> None:
    scores = np.full((6, TAGS), -30, np.float32)
    scores[np.arange(6), [1, 2, 3, 0, 5, 6]] = 30
    (best,) = best_tags([scores], PLAIN)
    (rows,) = drawn_tags(Paths([scores], PLAIN))
    assert (rows == best).all()
