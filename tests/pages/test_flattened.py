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


def test_speech_of_who_was_named_before_is_no_caption() -> None:
    for text in ("She said she had seen the bridge fall last week.", "'It fell,' he added. 'Down'"):
        assert article_kind(Piece(0, len(text), text), row("caption")) == "body"
    shown = "''The bridge at Silda, seen from the northern bank, is all we have, said he,''"
    assert article_kind(Piece(0, len(shown), shown), row("body")) == "body"


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


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Ann Lee and Tom Marsh  |  Sunday, July 14, 2030  |  11:20 PM", "byline"),
        ("Silda Today | 3 July, 16:05 | updated 19:40", "byline"),
        ("by half_tide | April 12, 2030 | 7 comments", "byline"),
        ("posted by ann_l on friday, 5 april, 3:10 am", "byline"),
        ("Silda Bay, 5 April, 10:00 / for immediate release", "dateline"),
        ("PORT MAREN | 5 April 2030", "dateline"),
        ("by 5 April 2030 at the latest", "dateline"),
        ("5 April 2030 | Index: CW/003", "dateline"),
    ],
)
def test_who_wrote_it_stands_before_the_date(text: str, kind: str) -> None:
    row = np.full(9, -9.0, np.float32)
    row[4] = 0.0
    assert article_kind(Piece(0, len(text), text), row) == kind


TELLING = (
    "At least 12 people were missing on Monday after the dam above Ostry gave way, the rescue "
    "service said in the evening.\n\nThe energy minister denied that a valve had been opened, "
    "and said that nobody had touched it since the summer."
)


def headlines(text: str) -> list[str]:
    pieces = paragraphs(text)
    return [p.text for p, kind in zip(pieces, classify(pieces), strict=True) if kind == "headline"]


@pytest.mark.parametrize("above", ["Norvald Live", "Valley Tribune", "EXCLUSIVE", "Page 1"])
def test_the_headline_has_the_storys_words(above: str) -> None:
    title = "Dam above Ostry gives way"
    assert headlines(f"{above}\n\n{title}\n\n{TELLING}") == [title]


def test_an_agencys_headline_with_its_version() -> None:
    title = "UPDATE 3-Dam above Ostry gives way; twelve missing, rescue service says"
    assert headlines(f"{title}\n\nBy Pavel Orin\n\n{TELLING}") == [title]


def test_a_headline_without_the_storys_words_stays_where_none_is_nearer() -> None:
    title = "What was really on the roof of the town hall?"
    assert headlines(f"{title}\n\nBy Pavel Orin\n\n{TELLING}") == [title]


def test_where_it_was_posted_is_no_headline() -> None:
    title = "Nobody knows who opened the gate, readers say"
    text = f"r/NorvaldNews\nPosted by u/lowland_lou 5 hours ago\n{title}\n{TELLING}"
    assert headlines(text) == [title]


def test_nothing_below_a_comment_is_the_storys() -> None:
    text = (
        "Update 2: Something happened in the town, the mayor said.\nlol you people are funny\n"
        "lol you people are funny\n😀 \u202eעברית\u202c 𝔘𝔫𝔦\n"
    )
    assert classify(paragraphs(text))[1:3] == ["comment", "comment"]
    assert classify(paragraphs(text))[3] not in ("body", "headline")
