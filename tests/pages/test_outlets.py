"""Which outlet printed a page that has no mark-up."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from counterclaim.pages import read_document
from counterclaim.pages.outlets import printed_outlet
from counterclaim.pages.paragraphs import paragraphs
from counterclaim.records import BlockKind, Document

STORY = (
    "{opening}At least 12 people were missing on Monday after the dam above Ostry gave way, the "
    "rescue service said.\n\nThe energy minister denied that the lower valve had been opened."
)


def read(top: str = "", opening: str = "", below: str = "") -> Document:
    text = f"Dam above Ostry gives way, twelve missing\n{top}\n\n{STORY.format(opening=opening)}"
    return read_document(f"{text}\n\n{below}".encode(), name="a.txt").document


@pytest.mark.parametrize(
    ("top", "name"),
    [
        ("By Dean Rook for the Daily Beacon", "Daily Beacon"),
        ("BY DEAN ROOK FOR THE DAILY BEACON", "DAILY BEACON"),
        ("By Dean Rook of the Kelm Observer | 12 May 2031", "Kelm Observer"),
        ("By Daily Beacon staff", "Daily Beacon"),
        ("By Dean Rook, Valley Tribune", "Valley Tribune"),
        ("Lorne Herald, 2 May 2031", "Lorne Herald"),
        ("The Lorne Herald | Monday, 2 May 2031", "Lorne Herald"),
        ("Oresh Regional Gazette (translated from Sarvian)", "Oresh Regional Gazette"),
    ],
)
def test_lines_below_the_headline(top: str, name: str) -> None:
    document = read(top)
    assert (document.outlet, document.outlet_evidence) == (name, "text")
    assert document.outlet_span is not None
    assert document.outlet_span.exact == name
    start, end = document.outlet_span.start, document.outlet_span.end
    assert document.text[start:end] == name


@pytest.mark.parametrize(
    "top",
    [
        "By Dean Rook",
        "By Dean Rook for his readers in Kelm",
        "Kelm, 2 May 2031",
        "Lower Ostry",
        "By Dean Rook, Kelm",
        "Tomas Wick, district governor",
    ],
)
def test_names_of_people_and_towns_are_no_outlets(top: str) -> None:
    document = read(top)
    assert (document.outlet, document.outlet_span) == (None, None)


@pytest.mark.parametrize(
    ("opening", "name"),
    [
        ("OSTRY (Inland Wire) - ", "Inland Wire"),
        ("OSTRY, May 12. /VTN/ ", "VTN"),
        ("Ostry, May 12 (Inland Wire): ", "Inland Wire"),
    ],
)
def test_the_agency_that_opens_the_story(opening: str, name: str) -> None:
    assert read(opening=opening).outlet == name


def test_a_masthead_above_the_headline() -> None:
    text = f"Norvald Live\n\nDam above Ostry gives way\n\n{STORY.format(opening='')}"
    assert read_document(text.encode(), name="a.txt").document.outlet == "Norvald Live"


def test_a_line_below_the_headline_goes_before_the_agency() -> None:
    assert read("Lorne Herald, 2 May 2031", "OSTRY (Inland Wire) - ").outlet == "Lorne Herald"


@pytest.mark.parametrize(
    "rights",
    [
        "© 2031 Kelm Observer. All rights reserved.",
        "Copyright 2030-2031 by the Kelm Observer",
        "(c) Kelm Observer",
    ],
)
def test_rights_at_the_end(rights: str) -> None:
    kinds: list[BlockKind] = ["headline", "body", "other"]
    text = f"Dam gives way\n\nTwelve are missing, the rescue service said.\n\n{rights}"
    found = printed_outlet(paragraphs(text), kinds)
    assert found is not None
    assert text[slice(*found)] == "Kelm Observer"


def test_what_readers_and_links_say_is_not_asked() -> None:
    pieces = paragraphs("Lorne Herald, 2 May 2031\n\nBy Dean Rook for the Daily Beacon")
    assert printed_outlet(pieces, ["comment", "related"]) is None
    assert printed_outlet([], []) is None


@given(st.lists(st.text(min_size=1, max_size=60), max_size=6))
def test_offsets_are_of_a_name_in_the_text(lines: list[str]) -> None:
    text = "\n\n".join(["By Ann Lee for the Daily Beacon", *lines])
    pieces = paragraphs(text)
    kinds: list[BlockKind] = ["byline"] * len(pieces)
    found = printed_outlet(pieces, kinds)
    assert found is not None
    assert text[slice(*found)].strip(" .,") == text[slice(*found)]
    assert text[slice(*found)]
