from __future__ import annotations

import unicodedata

from hypothesis import given
from hypothesis import strategies as st

from counterclaim.dossier.index import Index, letter
from counterclaim.dossier.passages import WIDTH, excerpt, statement_passages
from counterclaim.records import Capture, Document, Ledger, Reading, Span
from tests.dossier.sample import ledger


def index_of(text: str) -> Index:
    capture = Capture(id="c-1", name="a.txt", sha256="0", size=0)
    document = Document(id="d-1", capture="c-1", name="a.txt", sha256="0", text=text)
    return Index(Ledger(readings=[Reading(capture=capture, document=document)]))


@st.composite
def quotations(draw: st.DrawFn) -> tuple[str, Span, Span]:
    alphabet = st.sampled_from(list("abcde    \n\u0301🚧אب"))
    text = draw(st.text(alphabet, min_size=2, max_size=600))
    a, b, c, d = sorted(draw(st.integers(0, len(text))) for _ in range(4))
    if a == d:
        a, d = 0, len(text)
    if b == c:
        b, c = a, d
    return text, Span.of(text, a, d), Span.of(text, b, c)


@given(quotations())
def test_an_excerpt_is_literal_and_holds_the_beginning_of_the_value(
    case: tuple[str, Span, Span],
) -> None:
    text, within, value = case
    passage = excerpt(index_of(text), "d-1", [value], within, anchor="A-n0")
    assert text[passage.start : passage.end] == passage.text
    assert passage.start <= value.start < passage.end
    assert within.start <= passage.start
    assert passage.cut_before == (passage.start > within.start)
    for low, high in passage.strong:
        assert 0 <= low < high <= len(passage.text)
        assert passage.text[low:high] in value.exact


@given(quotations())
def test_an_excerpt_is_short(case: tuple[str, Span, Span]) -> None:
    text, within, value = case
    passage = excerpt(index_of(text), "d-1", [value], within, anchor="A-n0")
    combining = sum(1 for c in passage.text if unicodedata.combining(c))
    assert len(passage.text) <= max(2 * WIDTH, len(value.exact)) + combining


def test_a_short_statement_is_quoted_whole() -> None:
    text = "Nobody was there, she said."
    passage = excerpt(
        index_of(text), "d-1", [Span.of(text, 0, 6)], Span.of(text, 0, 16), anchor="A-s0"
    )
    assert passage.text == "Nobody was there"
    assert not passage.cut_before
    assert not passage.cut_after
    assert passage.strong == [(0, 6)]


def test_long_ones_are_cut_between_words() -> None:
    text = "word " * 60 + "44 dead " + "more " * 60
    start = text.index("44")
    whole = Span.of(text, 0, len(text))
    passage = excerpt(index_of(text), "d-1", [Span.of(text, start, start + 2)], whole, anchor="x")
    assert passage.text.startswith("word ")
    assert passage.text.endswith("more")
    assert passage.cut_before
    assert passage.cut_after
    assert [passage.text[a:b] for a, b in passage.strong] == ["44"]


def test_a_cut_never_parts_a_letter_from_its_accent() -> None:
    text = "e\u0301" * 400
    passage = excerpt(
        index_of(text), "d-1", [Span.of(text, 0, 1)], Span.of(text, 0, 800), anchor="x"
    )
    assert not unicodedata.combining(text[passage.end])


def test_values_may_stand_outside_their_statement() -> None:
    text = "On Monday, he said, it rained."
    passage = excerpt(
        index_of(text), "d-1", [Span.of(text, 3, 9)], Span.of(text, 20, 29), anchor="x"
    )
    assert "Monday" in passage.text


def test_letters() -> None:
    assert [letter(n) for n in (0, 1, 25, 26, 51, 52, 701, 702)] == [
        "A",
        "B",
        "Z",
        "AA",
        "AZ",
        "BA",
        "ZZ",
        "AAA",
    ]


def test_a_word_or_two_are_quoted_with_who_says_them() -> None:
    index = Index(ledger())
    declined = index.statements["d-aaaa.s1"]
    (passage,) = statement_passages(index, declined)
    assert passage.text == "The Pact Joint Command declined to comment"
    assert [passage.text[a:b] for a, b in passage.strong] == ["comment"]


def test_longer_statements_are_quoted_alone() -> None:
    index = Index(ledger())
    (passage,) = statement_passages(index, index.statements["d-aaaa.s5"])
    assert passage.text == "that any Pact aircraft had been over the valley"
    assert passage.strong == []


def test_every_statement_of_the_sample_is_quoted_literally() -> None:
    index = Index(ledger())
    for statement in index.statements.values():
        for passage in statement_passages(index, statement):
            assert index.text(statement.document)[passage.start : passage.end] == passage.text
            assert passage.code == index.codes[statement.id]
