"""Kinds of blocks in flattened text, and where readers take over."""

import numpy as np
import pytest
from tests.pages.test_takeover import FURNITURE, STORY, TALK, scores

from counterclaim.pages.flattened import article_kind, classify, divide
from counterclaim.pages.paragraphs import paragraphs
from counterclaim.pages.pieces import Piece


def row(name: str) -> np.ndarray:
    return scores({"body": STORY, "comment": TALK, "other": FURNITURE}.get(name, STORY))[1][0]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("* * *", "other"),
        ("Correction: the bridge is older.", "note"),
        ("Update 2: The bridge is open.", "body"),
        ("March 4, 2018", "dateline"),
        ("3:45 p.m.", "dateline"),
        ("UPDATED 3:15 pm", "dateline"),
        ("READ MORE: The bridge", "related"),
        ("Mara Quiln (L) steps off a boat at the harbour", "caption"),
        ("The bridge at Silda, seen from the northern bank", "caption"),
        ("The bridge at Silda was seen from the northern bank.", "body"),
        ("The minister said nothing at all", "body"),
        ("SILDA, Harrow, Nov 8", "dateline"),
        ("PORT SILDA, April 19 (NPA)", "dateline"),
    ],
)
def test_what_words_force(text: str, kind: str) -> None:
    assert article_kind(Piece(0, len(text), text), row("body")) == kind


def test_there_is_one_headline_at_most() -> None:
    text = "Bridge closed\n\nBridge closed in Harrow\n\nIt was shut, police said.\n\nBridge closed"
    assert classify(paragraphs(text)).count("headline") <= 1


def test_nothing_but_furniture_after_comments_begin() -> None:
    text = (
        "Bridge closed in Harrow\n\nThe bridge in Harrow was closed on Sunday, the police said.\n\n"
        "I don't believe a word you people say lol\n\nyou never did, did you?? so stop reading\n\n"
        "The ministry said on Monday that it had closed the bridge, according to a statement.\n\n"
        "yeah right, I have heard that one before!!!"
    )
    kinds, start, discussed = divide(paragraphs(text))
    assert start == 2
    assert discussed == [False, False, True, True, True, True]
    assert set(kinds[start:]) == {"comment"}
    assert "comment" not in kinds[:start]
