"""Tags and links from scores made by hand."""

from itertools import product

import msgspec
import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from counterclaim.language.drawing import drawn_tags
from counterclaim.language.heads import (
    DISTANCES,
    POINTER_SIZE,
    POINTERS,
    ROLES,
    Chain,
    Floats,
    Ints,
    Scores,
    distance_bucket,
)
from counterclaim.language.linking import Link, Linked, spans_by_role
from counterclaim.language.viterbi import Paths, best_tags, sureness

TAGS = ROLES.tags
PLAIN = Chain(
    np.zeros((len(TAGS) + 1, len(TAGS)), np.float32),
    np.zeros((len(POINTERS), DISTANCES), np.float32),
)


def tagged(names: str) -> Ints:
    """Tags from a compact notation: `S s C c T t .`, capital letters begin a span."""
    order = ".SsCcTt"
    return np.array([order.index(name) for name in names], np.int32)


def scored(tags: Ints, points: dict[tuple[int, int], int | None]) -> Scores:
    """Scores sure of `tags`, in which word `w` points with head `h` to `points[h, w]`."""
    size = len(tags)
    roles = np.full((size, len(TAGS)), -5, np.float32)
    roles[np.arange(size), tags] = 5
    shape = (len(POINTERS), size, POINTER_SIZE)
    origin, target = np.zeros(shape, np.float32), np.zeros(shape, np.float32)
    nothing = np.full((len(POINTERS), size), -20, np.float32)
    target[:, np.arange(size), np.arange(size)] = 1
    for (head, word), where in points.items():
        if where is None:
            nothing[head, word] = 20
        else:
            origin[head, word, where] = 10
    return Scores(roles, origin, target, nothing, np.zeros((size, 0), np.float32))


def linked(tags: Ints, scores: Scores) -> list[Link]:
    """Attributions of one reading of a window that is one sentence."""
    (sure,) = sureness(Paths([scores.roles], PLAIN.follows)) if len(tags) else [scores.roles]
    found = Linked(tags[None], np.zeros(len(tags), np.int32), scores, PLAIN)
    return [Link(*tie, found.score(tie, 0, sure)) for tie in found.ties()[0]]


def all_best(scores: Floats, follows: Floats) -> float:
    """The best legal path's score, by trying them all."""
    legal = ROLES.legal()
    best = -np.inf
    for path in product(range(len(TAGS)), repeat=len(scores)):
        steps = list(zip((len(TAGS), *path), path, strict=False))
        if all(legal[step] for step in steps):
            worth = sum(follows[step] for step in steps)
            best = max(best, worth + sum(scores[at, tag] for at, tag in enumerate(path)))
    return best


@given(st.integers(0, 2**32 - 1))
def test_the_best_legal_path_is_found(seed: int) -> None:
    chance = np.random.default_rng(seed)
    scores = chance.normal(size=(3, len(TAGS))).astype(np.float32)
    follows = chance.normal(size=(len(TAGS) + 1, len(TAGS))).astype(np.float32)
    (path,) = best_tags([scores], follows)
    steps = list(zip((len(TAGS), *path), path, strict=False))
    assert all(ROLES.legal()[step] for step in steps)
    worth = sum(follows[step] for step in steps) + scores[np.arange(3), path].sum()
    assert worth == pytest.approx(all_best(scores, follows), abs=1e-4)


@given(st.integers(0, 2**32 - 1))
def test_sureness_is_the_share_of_all_paths(seed: int) -> None:
    chance = np.random.default_rng(seed)
    scores = chance.normal(size=(3, len(TAGS))).astype(np.float32)
    other = chance.normal(size=(5, len(TAGS))).astype(np.float32)
    follows = chance.normal(size=(len(TAGS) + 1, len(TAGS))).astype(np.float32)
    weights: dict[tuple[int, ...], float] = {}
    for path in product(range(len(TAGS)), repeat=3):
        steps = list(zip((len(TAGS), *path), path, strict=False))
        if all(ROLES.legal()[step] for step in steps):
            worth = sum(follows[step] for step in steps) + scores[np.arange(3), path].sum()
            weights[path] = float(np.exp(worth))
    expected = [
        [sum(weight for path, weight in weights.items() if path[at] == tag) for tag in range(7)]
        for at in range(3)
    ]
    found = sureness(Paths([scores, other], follows))
    assert found[0] == pytest.approx(np.array(expected) / sum(weights.values()), abs=1e-4)
    assert [each.shape for each in found] == [(3, 7), (5, 7)]


def test_windows_of_different_lengths_do_not_disturb_each_other() -> None:
    chance = np.random.default_rng(7)
    many = [chance.normal(size=(size, len(TAGS))).astype(np.float32) for size in (3, 9, 1, 5)]
    together = best_tags(many, PLAIN.follows)
    alone = [best_tags([one], PLAIN.follows)[0] for one in many]
    assert [each.tolist() for each in together] == [each.tolist() for each in alone]


def test_no_window_no_tags() -> None:
    assert best_tags([], PLAIN.follows) == []


def test_spans_end_where_another_begins_or_nothing_is() -> None:
    readings = np.stack([tagged("SsSCc.TtT"), tagged("........T"), tagged("Cccc.S.Tt")])
    sources, cues, contents = spans_by_role(readings)
    assert [each.words() for each in (sources, cues, contents)] == [
        [(0, 2), (2, 3), (5, 6)],
        [(3, 5), (0, 4)],
        [(6, 8), (8, 9), (8, 9), (7, 9)],
    ]
    assert contents.rows.tolist() == [0, 0, 1, 2]
    assert [sources.of(row).words() for row in range(3)] == [[(0, 2), (2, 3)], [], [(5, 6)]]


def test_contents_of_one_cue_are_one_discontinuous_content() -> None:
    tags = tagged("TtCSTt")
    points: dict[tuple[int, int], int | None] = {(1, at): 2 for at in (0, 1, 4, 5)}
    (found,) = linked(tags, scored(tags, {**points, (2, 2): 3}))
    assert (found.contents, found.cue, found.sources) == (((0, 2), (4, 6)), (2, 3), ((3, 4),))


def test_one_source_may_serve_two_cues() -> None:
    tags = tagged("SCTCT")
    points: dict[tuple[int, int], int | None] = {(1, 2): 1, (1, 4): 3, (2, 1): 0, (2, 3): 0}
    found = linked(tags, scored(tags, points))
    assert [each.sources for each in found] == [((0, 1),), ((0, 1),)]


def test_a_cue_that_points_nowhere_has_no_source() -> None:
    tags = tagged("SCT")
    (found,) = linked(tags, scored(tags, {(1, 2): 1, (2, 1): None}))
    assert found.sources == ()


def test_a_cue_without_content_is_dropped() -> None:
    tags = tagged("SC.CT")
    found = linked(tags, scored(tags, {(1, 4): 3, (2, 1): 0, (2, 3): 0}))
    assert [each.cue for each in found] == [(3, 4)]


@pytest.mark.parametrize("names", ["", "...", "S.T", "SC.", "CC"])
def test_nothing_to_link(names: str) -> None:
    tags = tagged(names)
    assert linked(tags, scored(tags, {})) == []


def test_a_word_rather_points_inside_its_own_sentence() -> None:
    tags = tagged("CTCT")
    scores = scored(tags, {(2, 0): None, (2, 2): None})
    (apart,) = Linked(tags[None], np.array([0, 0, 1, 1], np.int32), scores, PLAIN).ties()
    assert [each.contents for each in apart] == [((1, 2),), ((3, 4),)]


def test_a_cue_that_nothing_points_to_takes_what_another_can_spare_if_it_may() -> None:
    tags = tagged("CT.TC")
    points: dict[tuple[int, int], int | None] = {(1, 1): 0, (1, 3): 0}
    scores = scored(tags, {**points, (2, 0): None, (2, 4): None})
    assert [each.contents for each in linked(tags, scores)] == [((1, 2), (3, 4))]
    # Towards the second cue the second content is in doubt, the first is not.
    scores.origin[1, 3, 4] = 9
    assert [each.contents for each in linked(tags, scores)] == [((1, 2),), ((3, 4),)]


@given(st.integers(0, 2**32 - 1))
def test_readings_linked_together_are_linked_as_each_alone(seed: int) -> None:
    chance = np.random.default_rng(seed)
    size = int(chance.integers(1, 24))
    roles = chance.normal(size=(size, len(TAGS))).astype(np.float32)
    shape = (len(POINTERS), size, POINTER_SIZE)
    origin, target = chance.normal(size=(2, *shape)).astype(np.float32) / 4
    nothing = chance.normal(size=shape[:2]).astype(np.float32)
    scores = Scores(roles, origin, target, nothing, np.zeros((size, 0), np.float32))
    paths = Paths([roles], PLAIN.follows)
    (readings,), (sure,) = drawn_tags(paths), sureness(paths)
    sentences = np.sort(chance.integers(0, 3, size)).astype(np.int32)
    together = Linked(readings, sentences, scores, PLAIN)
    for row, ties in enumerate(together.ties()):
        one = Linked(readings[row : row + 1], sentences, scores, PLAIN)
        assert one.ties() == [ties]
        for tie in ties:
            assert together.score(tie, row, sure) == pytest.approx(one.score(tie, 0, sure))
        assert [tie.cue for tie in ties] == sorted(tie.cue for tie in ties)
        spans = [each.words() for each in spans_by_role(readings[row : row + 1])]
        given_out = [span for tie in ties for span in tie.contents]
        assert sorted(given_out) == (spans[2] if spans[1] else [])


def test_sure_scores_are_near_one_and_unsure_ones_lower() -> None:
    tags = tagged("SCT")
    points: dict[tuple[int, int], int | None] = {(1, 2): 1, (2, 1): 0}
    sure = scored(tags, points)
    (high,) = linked(tags, sure)
    (low,) = linked(tags, msgspec.structs.replace(sure, roles=sure.roles / 10))
    assert 0.95 < high.score <= 1
    assert 0 < low.score < high.score


def test_distance_buckets_are_signed_grow_and_fit() -> None:
    distances = np.arange(-600, 601)
    buckets = distance_bucket(distances)
    assert buckets.min() >= 0
    assert buckets.max() < DISTANCES
    right = buckets[distances >= 0]
    assert (np.diff(right) >= 0).all()
    assert set(buckets[distances < 0]).isdisjoint(right)
    assert len({int(b) for b in right[:4]}) == 4
