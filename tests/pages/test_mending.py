"""What flattening broke, and small lines put right by their neighbours."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from counterclaim.pages.mending import complete_captions, drop_counters, name_writers
from counterclaim.pages.paragraphs import paragraphs
from counterclaim.records import BlockKind


def counted(*lines: str) -> list[str]:
    """The lines that are counters."""
    pieces = paragraphs("\n\n".join(lines))
    kinds: list[BlockKind] = ["body"] * len(pieces)
    drop_counters(pieces, kinds)
    return [piece.text for piece, kind in zip(pieces, kinds, strict=True) if kind == "other"]


def test_numbers_beside_buttons() -> None:
    assert counted("The dam broke.", "134 shares", "87", "It rained.") == ["87"]
    assert counted("Broken.", "Reply", "3", "41", "Click to rate") == ["3", "41"]
    assert counted("Broken.", "1.2K", "Reply") == ["1.2K"]


@pytest.mark.parametrize(
    "lines",
    [
        ("The dam broke.", "87", "It rained."),
        ("Reply", "0", "77", "12", "Share"),
        ("Reply", "87 houses", "Share"),
        ("87",),
        (),
    ],
)
def test_numbers_that_are_none(lines: tuple[str, ...]) -> None:
    assert counted(*lines) == []


def kind_below(title: str, *lines: str, last: BlockKind = "dateline") -> BlockKind:
    """What the line below the headline is taken for."""
    pieces = paragraphs("\n\n".join([title, *lines]))
    kinds: list[BlockKind] = ["headline", *["other"] * (len(lines) - 1), last]
    name_writers(pieces, kinds)
    return kinds[1]


def test_a_name_above_the_date() -> None:
    assert kind_below("Dam gives way", "Ana Drum", "17 Mar 2031") == "byline"
    assert kind_below("Dam gives way", "Ana Maria O'Drum", "17 Mar 2031") == "byline"


@pytest.mark.parametrize("line", ["Share on the wall", "Print", "12 Shares", "Kelm:", "ana drum"])
def test_what_is_no_name(line: str) -> None:
    assert kind_below("Dam gives way", line, "17 Mar 2031") == "other"


def test_a_name_needs_a_date_below_it() -> None:
    assert kind_below("Dam gives way", "Ana Drum", "It rained.", last="body") == "other"


def test_a_credit_is_no_caption_broken_over_two_lines() -> None:
    pieces = paragraphs("Photograph: Leo Anders/KC\n\nTopics\n\nSarvia")
    kinds: list[BlockKind] = ["caption", "body", "body"]
    complete_captions(pieces, kinds)
    assert kinds == ["caption", "body", "body"]
    pieces = paragraphs("The dam above Ostry and\n\nthe village below it")
    kinds = ["caption", "body"]
    complete_captions(pieces, kinds)
    assert kinds == ["caption", "caption"]


@given(st.lists(st.sampled_from(["12", "Reply", "Ana Drum", "3 May 2031", "It rained."])))
def test_nothing_else_changes(lines: list[str]) -> None:
    pieces = paragraphs("\n\n".join(lines))
    kinds: list[BlockKind] = ["body"] * len(pieces)
    drop_counters(pieces, kinds)
    name_writers(pieces, kinds)
    assert all(
        kind == "body" or piece.text == "12" for piece, kind in zip(pieces, kinds, strict=True)
    )
