"""Headings of readers' sections."""

from hypothesis import given
from hypothesis import strategies as st

from counterclaim.pages.headings import headed_start, is_heading, with_heading
from counterclaim.pages.paragraphs import paragraphs
from counterclaim.pages.threads import heads

STORY = [
    "Dam above Ostry gives way",
    "At least 12 people were missing on Monday after the dam above Ostry gave way, it was said.",
]
SORTED = ["Share what you think", "Newest", "Oldest", "Best rated", "View all"]
SIGNED = ["Rena, Kelm, 2 hours ago", "Where was the siren?", "Dov, Kelm, 1 hour ago", "Broken."]


def start(*lines: str) -> int | None:
    """Where a heading says that the readers' section begins."""
    pieces = paragraphs("\n\n".join(lines))
    return headed_start(pieces, heads(pieces, range(len(pieces))))


def test_an_author_right_below() -> None:
    assert start(*STORY, "Comments (2)", *SIGNED) == 2


def test_buttons_between_the_heading_and_the_first_author() -> None:
    assert start(*STORY, "Comments 87", *SORTED, *SIGNED) == 2


def test_a_paragraph_between_them_is_no_button() -> None:
    long = "The ministry said on Tuesday that it would publish the report of the inspectors."
    assert start(*STORY, "Comments 87", "Newest", "Oldest", long, "Yes", *SIGNED) is None


def test_lines_that_end_comments() -> None:
    lines = ["Rena", "Where was the siren", "18:04", "Dov", "Broken", "18:09"]
    assert start(*STORY, "Comments", *lines) == 2
    assert start(*STORY, "Comments", *lines[:3]) is None


def test_who_said_it_above_and_when_below() -> None:
    said = ["Anonymous said...", "Where was the siren?", "March 19, 2031 at 9:02 PM"]
    assert start(*STORY, "6 comments:", *said, *said) == 2


def test_a_thread_without_a_story() -> None:
    posted = [
        line for name in ("rena_k", "dov", "mila") for line in (name, "· 6 hr. ago", "Broken.")
    ]
    assert start("Dam above Ostry gives way", "Sort by: best", *posted) == 1
    assert start("Dam above Ostry gives way", "Sort by: best", *posted[:6]) is None


def test_a_heading_above_the_story_is_a_link_to_the_section() -> None:
    assert start(STORY[0], "3 comments", "Share", STORY[1], *SIGNED) is None


def test_the_heading_a_few_lines_above() -> None:
    pieces = paragraphs("\n\n".join([*STORY, "Comments (2)", "Newest", "Rena", "Broken."]))
    assert with_heading(pieces, 4) == 2
    assert is_heading("Comments (2)")
    assert not is_heading("Comments were made on the dam above Ostry")


@given(st.lists(st.sampled_from([*STORY, *SORTED, *SIGNED, "Comments", "18:04", "Reply"])))
def test_a_place_on_the_page(lines: list[str]) -> None:
    found = start(*lines)
    assert found is None or 0 <= found < len(lines)
