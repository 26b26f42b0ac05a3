"""Sentences as tokens, noun phrases and clauses beside a word."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from counterclaim.facts.chunks import chunk_after, chunk_before
from counterclaim.facts.modality import clause_start, modality_at
from counterclaim.facts.tokens import MAX_TOKENS, Sentence, read_sentences


def sentence(text: str) -> Sentence:
    (found,) = read_sentences(text)
    return found


def index_of(found: Sentence, word: str) -> int:
    return [token.text for token in found.tokens].index(word)


def words(found: Sentence, chunk: tuple[int, int] | None) -> str | None:
    if chunk is None:
        return None
    return found.text[found.tokens[chunk[0]].start : found.tokens[chunk[1]].end]


@pytest.mark.parametrize(
    ("text", "tokens"),
    [
        ("Two F-16 jets.", ["Two", "F", "-", "16", "jets", "."]),
        ("The U.S. army", ["The", "U.S.", "army"]),
        ("1,200 men's boots", ["1,200", "men's", "boots"]),
        ("2.5 million", ["2.5", "million"]),
        ("“Stop!”", ["“", "Stop", "!", "”"]),
    ],
)
def test_tokens(text: str, tokens: list[str]) -> None:
    assert [token.text for token in sentence(text).tokens] == tokens


def test_acronyms_keep_their_capitals() -> None:
    found = sentence("The US told us that IS is near.")
    assert [token.low for token in found.tokens][:8] == [
        "the",
        "US",
        "told",
        "us",
        "that",
        "IS",
        "is",
        "near",
    ]


def test_shouted_lines_have_no_acronyms() -> None:
    assert [token.low for token in sentence("IT IS OVER").tokens] == ["it", "is", "over"]


def test_positions() -> None:
    found = sentence("alpha beta gamma")
    assert found.at(6) == 1
    assert found.at(7) == 2
    assert found.covering(8) == 1
    assert found.covering(0) == 0
    assert found.low(-1) == ""
    assert found.low(99) == ""
    assert found.phrase(1, ("beta", "gamma"))
    assert not found.phrase(2, ("gamma", "delta"))


def test_offsets_are_those_of_the_text() -> None:
    text = "It rained. \U0001f600 Jets flew."
    for found in read_sentences(text, 11):
        for token in found.tokens:
            assert text[token.start : token.end] == token.text


def test_endless_sentences_are_cut() -> None:
    pieces = read_sentences("word " * (3 * MAX_TOKENS))
    assert [len(piece.tokens) for piece in pieces] == [MAX_TOKENS] * 3


@given(st.text(max_size=200))
def test_any_text_gives_literal_tokens(text: str) -> None:
    end = 0
    for found in read_sentences(text):
        for token in found.tokens:
            assert end <= token.start < token.end
            assert text[token.start : token.end] == token.text
            end = token.end


@pytest.mark.parametrize(
    ("text", "word", "expected"),
    [
        ("They struck the old depot near Kesh.", "struck", "the old depot"),
        ("They struck at least 62 Ordan army troops.", "struck", "at least 62 Ordan army troops"),
        ("They struck members of the Ordan army in Kesh.", "struck", "members of the Ordan army"),
        ("It was struck by the Velmar-led coalition on Monday.", "by", "the Velmar-led coalition"),
        ("They struck, and left.", "struck", None),
        ("They struck the.", "struck", None),
        ("They struck US forces yesterday.", "struck", "US forces"),
    ],
)
def test_phrase_after(text: str, word: str, expected: str | None) -> None:
    found = sentence(text)
    assert words(found, chunk_after(found, index_of(found, word) + 1)) == expected


@pytest.mark.parametrize(
    ("text", "word", "expected"),
    [
        ("On Monday Velmar jets struck it.", "struck", "Velmar jets"),
        ("The army of Ordan struck it.", "struck", "The army of Ordan"),
        ("The Velmar-led coalition struck it.", "struck", "The Velmar-led coalition"),
        ("By Tuesday evening each side struck it.", "struck", "each side"),
        ("Officials said jets struck it.", "struck", "jets"),
        (", struck it.", "struck", None),
    ],
)
def test_phrase_before(text: str, word: str, expected: str | None) -> None:
    found = sentence(text)
    assert words(found, chunk_before(found, index_of(found, word) - 1)) == expected


@pytest.mark.parametrize(
    ("text", "word", "expected"),
    [
        ("It rained, and jets struck it.", "struck", "jets"),
        ("He left but jets struck it.", "struck", "jets"),
        ("Jets struck it.", "struck", "Jets"),
        ('He said "jets" struck it.', "struck", "He"),
    ],
)
def test_clause_start(text: str, word: str, expected: str) -> None:
    found = sentence(text)
    assert found.tokens[clause_start(found, index_of(found, word))].text == expected


@pytest.mark.parametrize(
    ("text", "word", "expected"),
    [
        ("Jets struck the depot.", "struck", "happened"),
        ("Jets never struck the depot.", "struck", "denied"),
        ("Jets didn't strike the depot.", "strike", "denied"),
        ("It cannot have been an accident.", "accident", "denied"),
        ("Nobody would knowingly fire.", "fire", "denied"),
        ("It was not only struck but razed.", "struck", "happened"),
        ("There is no doubt that jets struck it.", "struck", "happened"),
        ("Perhaps jets struck it.", "struck", "hypothetical"),
        ("If the depot was struck by jets, it burned.", "struck", "hypothetical"),
        ("Jets would have struck it.", "struck", "hypothetical"),
        ("Jets will strike it.", "strike", "future"),
        ("Jets allegedly struck it.", "struck", "alleged"),
        ("He did not come, but jets struck it.", "struck", "happened"),
    ],
)
def test_modality(text: str, word: str, expected: str) -> None:
    found = sentence(text)
    assert modality_at(found, index_of(found, word)) == expected


def test_words_that_cite_do_not_count() -> None:
    found = sentence("Ordan denied that jets struck it.")
    struck = index_of(found, "struck")
    assert modality_at(found, struck) == "denied"
    assert modality_at(found, struck, floor=index_of(found, "jets")) == "happened"
