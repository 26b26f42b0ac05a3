"""Pieces, surface classes and windows."""

from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from counterclaim.language import words
from counterclaim.language.encoding import Encoded, PieceEncoder, windows
from counterclaim.language.model import FOLDER, TOKENIZER
from counterclaim.language.surface import CASES, QUOTES, SURFACES

ENCODER = PieceEncoder(FOLDER / TOKENIZER)


def surface(text: str) -> list[tuple[str, str, bool, bool]]:
    """Case, quotation, first in paragraph, space before, of each word."""
    return [
        (CASES[each // 12], QUOTES[each // 4 % 3], bool(each // 2 % 2), bool(each % 2))
        for each in ENCODER.encode(text).surface.tolist()
    ]


def encoded(sizes: list[list[list[int]]]) -> Encoded:
    """A text of paragraphs of sentences of words with so many pieces each."""
    flat = [size for paragraph in sizes for sentence in paragraph for size in sentence]
    places = np.arange(len(flat), dtype=np.int32) * 2
    numbers = [at for at, p in enumerate(sizes) for s in p for _ in s]
    sentence_sizes = [len(sentence) for paragraph in sizes for sentence in paragraph]
    return Encoded(
        starts=places,
        ends=places + 1,
        surface=np.zeros_like(places),
        paragraph=np.array(numbers, np.int32),
        pieces=np.zeros(sum(flat), np.int32),
        first=np.cumsum([0, *flat], dtype=np.int32),
        sentence_starts=np.cumsum([0, *sentence_sizes[:-1]], dtype=np.int32),
    )


@pytest.mark.parametrize(
    ("text", "case"),
    [
        ("word", "lower"),
        ("NATO", "upper"),
        ("Varn", "title"),
        ("I", "title"),
        ("McOro", "mixed"),
        ("iOS", "mixed"),
        ("42", "none"),
        ("—", "none"),
        ("Ärger", "title"),
        ("حلب", "lower"),
        ("😀", "none"),
    ],
)
def test_case_of_a_word(text: str, case: str) -> None:
    assert surface(text)[0][0] == case


def test_quotation_paragraph_and_space() -> None:
    assert surface("He “goes”\n“On") == [
        ("title", "outside", True, True),
        ("none", "mark", False, True),
        ("lower", "inside", False, False),
        ("none", "mark", False, False),
        ("none", "mark", True, True),
        ("title", "inside", False, False),
    ]


def test_surface_classes_fit_their_table() -> None:
    assert SURFACES == 60
    assert max(ENCODER.encode("“1” a").surface) < SURFACES


@given(st.text(max_size=80))
def test_every_word_has_pieces_and_its_own_span(text: str) -> None:
    found = ENCODER.encode(text)
    assert list(zip(found.starts.tolist(), found.ends.tolist(), strict=True)) == words(text)
    assert all(np.diff(found.first) >= 1)
    assert found.first[-1] == len(found.pieces)


def test_remembered_words_give_the_same_pieces() -> None:
    fresh = PieceEncoder(FOLDER / TOKENIZER)
    text = "Unforgettable hydrofoils; unforgettable Hydrofoils."
    once, again = fresh.encode(text).pieces.tolist(), fresh.encode(text).pieces.tolist()
    assert once == again == ENCODER.encode(text).pieces.tolist()


def test_windows_are_cut_between_paragraphs_where_they_fit() -> None:
    found = encoded([[[1] * 4], [[1] * 4], [[1] * 4]])
    assert windows(found, limit=9) == [(0, 8), (8, 12)]


def test_a_long_paragraph_is_cut_between_sentences() -> None:
    found = encoded([[[1] * 4, [1] * 4, [1] * 4]])
    assert windows(found, limit=9) == [(0, 8), (8, 12)]


def test_a_long_sentence_is_cut_between_words() -> None:
    assert windows(encoded([[[2] * 10]]), limit=5) == [(at, at + 2) for at in range(0, 10, 2)]


def test_a_word_of_more_pieces_than_the_limit_is_a_window_of_its_own() -> None:
    assert windows(encoded([[[9, 1]]]), limit=5) == [(0, 1), (1, 2)]


def test_the_opening_moves_every_cut() -> None:
    found = encoded([[[1] * 3]] * 6)
    assert windows(found, limit=9)[0] == (0, 9)
    assert windows(found, limit=9, opening=4) == [(0, 3), (3, 12), (12, 18)]


@given(
    st.lists(
        st.lists(st.lists(st.integers(1, 7), min_size=1, max_size=6), min_size=1, max_size=4),
        max_size=6,
    ),
    st.integers(7, 20),
)
def test_windows_cover_every_word_once_within_the_limit(
    sizes: list[list[list[int]]], limit: int
) -> None:
    found = encoded(sizes)
    cut = windows(found, limit)
    assert [at for start, end in cut for at in range(start, end)] == list(range(len(found.starts)))
    assert all(found.first[end] - found.first[start] <= limit for start, end in cut)
    assert all(one[1] == other[0] for one, other in pairwise(cut))
