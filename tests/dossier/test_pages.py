from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from counterclaim.dossier import build_dossier
from counterclaim.dossier.page_model import CommentView, PageView
from counterclaim.dossier.pages import DEPTH, partition
from counterclaim.records import Block, Comment, Dated, Ledger, Span
from tests.dossier.sample import ledger
from tests.dossier.sketch import Sketch


def blocks(text: str, *ranges: tuple[int, int]) -> list[Block]:
    return [
        Block(id=f"d.b{i}", document="d", kind="body", span=Span.of(text, a, b))
        for i, (a, b) in enumerate(ranges)
    ]


@given(st.lists(st.tuples(st.integers(0, 40), st.integers(0, 40)), max_size=8))
def test_a_partition_tiles_the_text(pairs: list[tuple[int, int]]) -> None:
    text = "x" * 40
    made = blocks(text, *((min(p), max(p)) for p in pairs if p[0] != p[1]))
    tiles = partition(40, made)
    assert [t[1] for t in tiles[1:]] == [t[2] for t in tiles[:-1]]
    assert (tiles[0][1], tiles[-1][2]) == (0, 40)
    for owner, start, end in tiles:
        covering = [b for b in made if b.span.start <= start and end <= b.span.end]
        if owner is None:
            assert not any(b.span.start < end and start < b.span.end for b in made)
        else:
            assert owner.span.start == max(b.span.start for b in covering)


def test_a_nested_block_interrupts_the_one_around_it() -> None:
    outer, inner = blocks("x" * 10, (0, 10), (3, 5))
    assert partition(10, [outer, inner]) == [(outer, 0, 3), (inner, 3, 5), (outer, 5, 10)]


def test_an_empty_text_has_no_stretches() -> None:
    assert partition(0, []) == []


@pytest.fixture(scope="module")
def pages() -> list[PageView]:
    return build_dossier(ledger()).pages


def test_all_text_is_shown_but_for_white_space_between_blocks(pages: list[PageView]) -> None:
    for page in pages:
        shown = [(p.start, p.end) for p in page.pieces] + [(c.start, c.end) for c in page.comments]
        rest = list(page.text)
        for start, end in shown:
            rest[start:end] = [""] * (end - start)
        assert "".join(rest).strip() == ""


def test_updates_keep_page_order_and_say_their_age(pages: list[PageView]) -> None:
    labels = [p.label for p in pages[2].pieces if p.label]
    assert labels == [
        "Headline",
        "Update 3 · 5 May 2031, 09:15 · 3 of 3 by age, 1 is the oldest",
        "Update 2 · 4 May 2031, 21:30 · 2 of 3 by age, 1 is the oldest",
        "Update 1 · 4 May 2031, 14:05 · 1 of 3 by age, 1 is the oldest",
        "Base story",
        "Caption",
        "Editor's note",
        "Page furniture",
    ]


def test_notes_stand_beside_the_piece_that_holds_the_statement(pages: list[PageView]) -> None:
    for page in pages:
        for piece in page.pieces:
            for note in piece.notes:
                assert piece.start <= note.start < piece.end
    every = [n.code for page in pages for piece in page.pieces for n in piece.notes]
    assert len(every) == len(set(every)) == 7 + 4 + 10 + 6


def test_codes_follow_the_text_and_chains_name_every_relay(pages: list[PageView]) -> None:
    notes = [n for piece in pages[1].pieces for n in piece.notes]
    assert [n.code for n in notes] == ["B1", "B2", "B3", "B4"]
    assert notes[1].chain == [
        ("published by", "Ostrevan State Radio"),
        ("relayed by", "Pelagic Wire"),
        ("said by", "the ministry"),
    ]
    assert notes[2].chain[-1] == ("on the word of", "the General Staff")
    assert notes[2].who == "Ostrevan Army General Staff"


def test_marks_are_literal_and_sorted(pages: list[PageView]) -> None:
    for page in pages:
        assert [m.start for m in page.marks] == sorted(m.start for m in page.marks)
        assert all(0 <= m.start < m.end <= len(page.text) for m in page.marks)


def comments(pages: list[PageView]) -> list[CommentView]:
    return pages[2].comments


def test_no_comment_is_dropped_and_replies_are_indented(pages: list[PageView]) -> None:
    assert [c.author for c in comments(pages)] == [
        "Bram O.",
        "Quiet Heron",
        "Tidewater",
        "Nell",
        "Bram O.",
    ]
    assert [c.depth for c in comments(pages)] == [0, 1, 0, 0, 1]


def test_only_hateful_comments_are_veiled(pages: list[PageView]) -> None:
    assert [c.hidden for c in comments(pages)] == [[], [], ["identity_attack", "threat"], [], []]


def test_readers_claims_stay_with_the_reader(pages: list[PageView]) -> None:
    claims = comments(pages)[0].claims
    assert [p.text[a:b] for p in claims for a, b in p.strong] == ["He counted 90 dead", "90 dead"]
    assert "90" not in {b.label for t in build_dossier(ledger()).glance.tolls for b in t.bars}


def thread(*replies: tuple[int, int]) -> list[CommentView]:
    """Comments on a page of their own: ``(comment, answers)`` pairs of ordinals."""
    sketch = Sketch("zzzz", "a\nb\nc\nd\ne\nf\ng\n", name="z.txt", outlet=None, published=Dated())
    answers = dict(replies)
    for i, word in enumerate("abcdefg"):
        to = f"d-zzzz.b{answers[i]}" if i in answers else None
        sketch.block("comment", word, reply_to=to)
    return build_dossier(Ledger(readings=[sketch.reading()])).pages[0].comments


def test_threads_stop_indenting_and_survive_loops() -> None:
    deep = thread(*((i, i - 1) for i in range(1, 7)))
    assert [c.depth for c in deep] == [0, 1, 2, 3, DEPTH, DEPTH, DEPTH]
    assert [c.depth for c in thread((0, 1), (1, 0), (2, 2))][:3] == [1, 1, 0]
    assert thread((0, 99))[0].depth == 0


def test_comments_without_triage_are_shown() -> None:
    assert len(thread()) == 7
    assert all(not c.lanes and not c.hidden for c in thread())


def test_a_comment_record_names_the_author() -> None:
    sketch = Sketch("yyyy", "hello\n", name="y.txt", outlet=None, published=Dated())
    block = sketch.block("comment", "hello")
    made = Comment(id="d-yyyy.c0", document="d-yyyy", block=block.id, span=block.span, author="Ida")
    sketch.comments.append(made)
    assert build_dossier(Ledger(readings=[sketch.reading()])).pages[0].comments[0].author == "Ida"
