"""The readers' section and what stands in it."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from counterclaim.pages import read_document
from counterclaim.pages.discussion import discussion, is_furniture, stretches
from counterclaim.pages.pieces import Piece
from counterclaim.records import BlockKind

LONG = "The harbour was closed on Sunday after two ships had touched there, the police said."


def divided(
    rows: list[tuple[str, float, BlockKind]], titles: frozenset[int] = frozenset()
) -> list[bool]:
    """The section of a page of (text, probability of being in it, kind)."""
    pieces = [Piece(0, len(text), text) for text, _, _ in rows]
    scores = np.log(np.array([chance for _, chance, _ in rows], np.float32))
    kinds = [kind for _, _, kind in rows]
    held = stretches(pieces, scores, [at in titles for at in range(len(rows))])
    return discussion(pieces, kinds, held)


def test_no_section_where_nothing_sounds_like_one() -> None:
    assert divided([(LONG, 0.01, "body")] * 5) == [False] * 5


def test_a_section_is_a_stretch() -> None:
    rows: list[tuple[str, float, BlockKind]] = [
        (LONG, 0.01, "body"),
        (LONG, 0.9, "comment"),
        ("Ann of Harrow", 0.2, "other"),
        (LONG, 0.9, "comment"),
        (LONG, 0.001, "other"),
        (LONG, 0.001, "other"),
    ]
    assert divided(rows) == [False, True, True, True, False, False]


def test_one_uncertain_line_is_none() -> None:
    rows: list[tuple[str, float, BlockKind]] = [
        (LONG, 0.01, "body"),
        (LONG, 0.3, "other"),
        (LONG, 0.01, "body"),
    ]
    assert not any(divided(rows))


def test_invitations_around_a_section_belong_to_it() -> None:
    rows: list[tuple[str, float, BlockKind]] = [
        (LONG, 0.01, "body"),
        ("3 comments", 0.05, "other"),
        (LONG, 0.95, "comment"),
        (LONG, 0.95, "comment"),
        ("Post a comment", 0.02, "other"),
        ("Your name", 0.02, "other"),
        (LONG, 0.001, "other"),
    ]
    assert divided(rows) == [False, True, True, True, True, True, False]


def test_what_is_a_comment_is_inside() -> None:
    assert divided([(LONG, 0.01, "body"), (LONG, 0.001, "comment")]) == [False, True]


def test_a_lone_call_below_the_story_is_a_section() -> None:
    rows: list[tuple[str, float, BlockKind]] = [
        ("Post a comment", 0.01, "other"),
        (LONG, 0.01, "body"),
        (LONG, 0.01, "body"),
        ("Post a comment", 0.01, "other"),
        ("Home", 0.01, "other"),
    ]
    assert divided(rows) == [False, False, False, True, False]


def test_a_section_ends_more_easily_at_a_heading() -> None:
    rows: list[tuple[str, float, BlockKind]] = [
        (LONG, 0.01, "body"),
        (LONG, 0.95, "comment"),
        ("Most read", 0.1, "other"),
        ("Storm over Harrow", 0.1, "related"),
    ]
    assert sum(divided(rows, frozenset({2}))) <= sum(divided(rows))


def test_an_empty_page() -> None:
    assert divided([]) == []


@pytest.mark.parametrize(
    ("text", "furniture"),
    [
        ("Comments (4)", True),
        ("Post your comment", True),
        ("You must be logged in to post comments", True),
        ("Name, email (not published)", True),
        ("I agree with every word of it", False),
        ("Great post!", False),
        ("Posted by Marla on 3 May 2031", False),
        (LONG, False),
    ],
)
def test_furniture_is_nobodys_comment(text: str, furniture: bool) -> None:
    assert is_furniture(text) == furniture


@given(
    st.lists(
        st.tuples(
            st.sampled_from([LONG, "Post a comment", "Reply", "x"]),
            st.floats(1e-6, 1.0),
            st.sampled_from(["body", "other", "comment", "related"]),
        ),
        max_size=20,
    )
)
def test_every_piece_has_an_answer(rows: list[tuple[str, float, BlockKind]]) -> None:
    found = divided(rows)
    assert len(found) == len(rows)
    assert all(
        inside for inside, (_, _, kind) in zip(found, rows, strict=True) if kind == "comment"
    )


def test_blocks_say_whether_they_are_discussed() -> None:
    page = f"""<html><body><article><h1>Harbour closed in Silda</h1>{f"<p>{LONG}</p>" * 4}</article>
    <section id="comments"><h2>2 comments</h2><ol>
    <li class="comment" id="comment-1"><b>jdoe</b> <p>i dont believe a word you people say lol</p>
    <a href="#">Reply</a></li>
    <li class="comment" id="comment-2"><b>KT</b> <p>you never did, did you?? so stop reading it</p>
    <a href="#">Reply</a></li></ol><p>You must be logged in to post a comment.</p></section>
    </body></html>"""
    blocks = read_document(page.encode(), name="page.html").blocks
    assert any(block.kind == "comment" for block in blocks)
    assert all(block.discussed for block in blocks if block.kind == "comment")
    assert not any(block.discussed for block in blocks if block.kind in ("body", "headline"))
