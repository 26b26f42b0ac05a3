"""Legal tags and spans of heads without transitions, from scores made by hand."""

from itertools import product

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from counterclaim.language.heads import CLASSES, MARKS, TAGS, TagHead
from counterclaim.language.tagging import labelled_spans, legal_tags, probabilities, tagged_spans

HEAD = TagHead("colours", ("red", "blue"))
FIRST = np.zeros(1, np.int32)


def scores_of(names: str, sure: float = 5.0) -> np.ndarray:
    """Scores from a compact notation: `R r B b .`, capital letters begin a span."""
    found = np.zeros((len(names), len(HEAD.tags)), np.float32)
    found[np.arange(len(names)), [".RrBb".index(name) for name in names]] = sure
    return found


def names_of(tags: np.ndarray) -> str:
    return "".join(".RrBb"[tag] for tag in tags)


def is_legal(tags: np.ndarray) -> bool:
    legal = HEAD.legal()
    return all(legal[step] for step in zip((len(HEAD.tags), *tags), tags, strict=False))


@pytest.mark.parametrize("names", ["", ".", "Rr.B", "RrBb", "RRrr", "..Bbb", "B.R"])
def test_what_is_legal_stays(names: str) -> None:
    assert names_of(legal_tags(scores_of(names), FIRST)) == names


@pytest.mark.parametrize(("given", "wanted"), [("r.", "R."), (".rr.", ".Rr."), ("Rr.bb", "Rr.Bb")])
def test_an_orphan_begins_its_span(given: str, wanted: str) -> None:
    scores = scores_of(given)
    scores[:, 1::2] += 1
    assert names_of(legal_tags(scores, FIRST)) == wanted


def test_the_word_before_an_orphan_may_be_its_beginning() -> None:
    scores = scores_of("..rr")
    scores[1, 1] = 4.9
    assert names_of(legal_tags(scores, FIRST)) == ".Rrr"


def test_a_span_ends_where_a_line_begins() -> None:
    scores = scores_of("Rrrr")
    scores[:, 1] += 1
    assert names_of(legal_tags(scores, np.array([0, 2], np.int32))) == "RrRr"


@given(st.integers(0, 2**32 - 1), st.integers(1, 5))
def test_inside_a_stretch_the_best_path_is_found(seed: int, size: int) -> None:
    scores = np.random.default_rng(seed).normal(size=(size, 5)).astype(np.float32)
    scores[:, 0] = -50
    found = legal_tags(scores, FIRST)
    paths = (np.array(path) for path in product(range(5), repeat=size))
    best = max(scores[np.arange(size), path].sum() for path in paths if is_legal(path))
    assert is_legal(found)
    assert scores[np.arange(size), found].sum() == pytest.approx(best, abs=1e-4)


@given(st.integers(0, 2**32 - 1), st.integers(0, 40))
def test_tags_are_always_legal(seed: int, size: int) -> None:
    scores = np.random.default_rng(seed).normal(size=(size, 5)).astype(np.float32)
    given_scores = scores.copy()
    assert is_legal(legal_tags(scores, FIRST))
    assert np.array_equal(scores, given_scores)


def test_spans_have_their_labels() -> None:
    tags = legal_tags(scores_of("Rr.BRr"), FIRST)
    assert tagged_spans(tags) == [(0, 2, 0), (3, 4, 1), (4, 6, 0)]
    assert tagged_spans(np.zeros(3, np.int32)) == []
    assert tagged_spans(np.zeros(0, np.int32)) == []


def test_doubt_between_labels_does_not_hide_a_span() -> None:
    scores = scores_of("...")
    scores[1] = [1.0, 0.9, -9, 0.95, -9]
    ((low, high, label, share),) = labelled_spans(scores, FIRST)
    assert (low, high, label) == (1, 2, 1)
    assert 0.3 < share < 0.5


def test_words_of_a_span_agree_on_its_label() -> None:
    scores = scores_of(".Rbr.")
    ((low, high, label, share),) = labelled_spans(scores, FIRST)
    assert (low, high, label) == (1, 4, 0)
    assert share > 0.5
    assert labelled_spans(scores_of("..."), FIRST) == []


@given(st.integers(0, 2**32 - 1))
def test_probabilities_sum_to_one(seed: int) -> None:
    scores = np.random.default_rng(seed).normal(size=(4, 6)).astype(np.float32) * 100
    assert probabilities(scores).sum(1) == pytest.approx(np.ones(4), abs=1e-5)


def test_names_of_heads_are_used_once() -> None:
    names = [head.name for head in (*TAGS, *CLASSES)]
    assert len(set(names)) == len(names)
    assert [name for name, _ in MARKS] == names
    assert all(len(set(columns)) == len(columns) for _, columns in MARKS)
