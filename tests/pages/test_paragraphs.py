"""Flattened text to paragraphs."""

from hypothesis import given, settings
from hypothesis import strategies as st

from counterclaim.pages.paragraphs import paragraphs

WRAPPED = """The harbour of Ostby was closed on Friday after a crane fell across the only
channel that is deep enough for ferries, the port office said. Nobody was
hurt.

Divers will look at the wreck on Saturday morning, weather permitting, and a
floating crane is on its way from the capital. It may take a week before the
channel is open again, according to the harbour master, who asked skippers to
be patient.
"""


def texts(text: str) -> list[str]:
    return [piece.text for piece in paragraphs(text)]


def test_a_blank_line_ends_a_paragraph() -> None:
    assert texts("One.\n\nTwo.\n\n\nThree.") == ["One.", "Two.", "Three."]


def test_lines_without_blank_lines_are_paragraphs_of_their_own() -> None:
    long = "A sentence that is much longer than any width at which people wrap their lines. " * 3
    assert len(texts(f"{long}\n{long}\n{long}")) == 3


def test_short_lines_are_not_taken_for_wrapped_ones() -> None:
    assert texts("Home\nWorld\nBusiness\nSport\nSign in") == [
        "Home",
        "World",
        "Business",
        "Sport",
        "Sign in",
    ]


def test_wrapped_lines_make_one_paragraph() -> None:
    found = paragraphs(WRAPPED)
    assert [piece.lines for piece in found] == [3, 4]
    assert found[0].text.startswith("The harbour")
    assert found[0].text.endswith("hurt.")
    assert "\n" in found[0].text


def test_a_line_that_had_room_left_ends_a_wrapped_paragraph() -> None:
    joined = WRAPPED.replace("\n\n", "\n")
    assert [piece.lines for piece in paragraphs(joined)] == [3, 4]


def test_gaps_count_blank_lines() -> None:
    assert [piece.gap for piece in paragraphs("a\n\nb\n\n\n\nc\nd")] == [0, 1, 3, 0]


def test_every_kind_of_line_break_and_no_break_space() -> None:
    found = paragraphs("a\r\n\r\nb\rc\u2028d\x85e\n\xa0\nf")
    assert [piece.text for piece in found] == ["a", "b", "c", "d", "e", "f"]
    assert [piece.gap for piece in found] == [0, 1, 0, 0, 0, 1]


def test_text_of_white_space_has_no_paragraphs() -> None:
    assert paragraphs(" \n\t\r\n\xa0") == []


@given(st.text(max_size=500))
@settings(deadline=None)
def test_paragraphs_hold_every_visible_character_once(text: str) -> None:
    end = 0
    for piece in paragraphs(text):
        assert piece.start >= end
        assert not text[end : piece.start].strip()
        assert piece.text == text[piece.start : piece.end]
        assert piece.text == piece.text.strip() != ""
        end = piece.end
    assert not text[end:].strip()


@given(st.lists(st.text("ab .\n", min_size=1, max_size=90), max_size=30))
@settings(deadline=None)
def test_wrapping_is_decided_without_error(lines: list[str]) -> None:
    text = "\n".join(lines)
    assert sum(piece.lines for piece in paragraphs(text)) == sum(
        bool(line.strip()) for line in text.split("\n")
    )


MIXED = """RIVER GAUGE FAILS BEFORE FLOOD IN ORLEN VALLEY

By Sanna Petrok
4 May 2017

16:10 - The water board's director, Ilva Morn, has said that the gauge had
been out of order since Friday. "We knew, and we should have said so. That
was wrong," she told local radio.

14:05 - Two people are missing in Orlen, the mayor says, and forty houses in
Upper Street stand under water.

Correction: An earlier version of this page said the gauge was installed in
Marrow. It stands in Orlen.

Comments

hilltop
5 May 2017 at 09:12
They always know.

Beno K.
5 May 2017 at 09:40
Ask who signed
for the repairs last year.
"""


def test_wrapped_paragraphs_between_blank_lines_beside_short_lines() -> None:
    found = texts(MIXED)
    assert found[:3] == [
        "RIVER GAUGE FAILS BEFORE FLOOD IN ORLEN VALLEY",
        "By Sanna Petrok",
        "4 May 2017",
    ]
    assert [piece.lines for piece in paragraphs(MIXED)[3:6]] == [3, 2, 2]
    assert found[5].endswith("in\nMarrow. It stands in Orlen.")
    assert "hilltop" in found
    assert "5 May 2017 at 09:12" in found
    assert "Beno K." in found


def test_a_line_that_ends_far_from_the_width_is_not_joined() -> None:
    assert "Ask who signed" in texts(MIXED)


def test_wrapped_lines_keep_their_line_breaks_and_offsets() -> None:
    crlf = MIXED.replace("\n", "\r\n")
    found = paragraphs(crlf)
    assert [piece.lines for piece in found] == [piece.lines for piece in paragraphs(MIXED)]
    assert all(crlf[piece.start : piece.end] == piece.text for piece in found)


def test_a_list_of_headlines_stays_a_list() -> None:
    heads = [
        "Ferry to Ostby is cancelled until further notice after crane falls",
        "Port office looks for witnesses",
        "Mayor wants a second channel dug before the winter",
        "Fish market to move",
        "What we know of the crane and of the firm that it belongs to today",
    ]
    page = MIXED + "\n" + "\n".join(heads) + "\n"
    assert texts(page)[-5:] == heads


def test_one_line_paragraphs_are_left_alone() -> None:
    page = "\n\n".join(["The harbour of Ostby was closed on Friday, the port office said."] * 4)
    assert [piece.lines for piece in paragraphs(page)] == [1] * 4


def test_verse_has_no_width() -> None:
    verse = "the sea goes out\nand the boats lie\n\non their sides like dogs that wait\nfor nobody"
    assert [piece.lines for piece in paragraphs(verse)] == [1] * 4


def test_a_single_correction_over_two_lines() -> None:
    page = (
        "Bridge opens again\n\nThe bridge at Tollen opened on Monday.\n\n"
        "Correction: An earlier version of this page said the bridge had opened on\n"
        "the Sunday before.\n"
    )
    assert [piece.lines for piece in paragraphs(page)] == [1, 1, 2]


def test_a_list_of_items_is_not_wrapped_text() -> None:
    page = (
        MIXED + "\n- closed: the ferry to Ostby and the lower road as far as Orlen mill\n- open\n"
    )
    assert texts(page)[-2:] == [
        "- closed: the ferry to Ostby and the lower road as far as Orlen mill",
        "- open",
    ]
