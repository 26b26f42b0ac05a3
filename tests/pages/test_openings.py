"""Which patterns a line could match by its first letters."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from counterclaim.pages import patterns
from counterclaim.pages.openings import opening

LINES = [
    "By Ann Lee", "Words by Ann Lee", "Story by Ann Lee", "Written by Ann Lee", "Author: Ann Lee",
    "Reporter: Ann Lee", "Additional reporting by Ann Lee", "Compiled by Ann Lee",
    "From our correspondent in Sarel", "Exclusive by Ann Lee", "Analysis by Ann Lee",
    "Our diplomatic correspondent", "Special correspondent", "Foreign editor Ann Lee",
    "Chief political reporter", "Senior staff writer", "Defence correspondent", "Staff writer",
    "Editor's note: this was changed", "Publisher’s note", "Correction: the ferry was late",
    "Clarification (3 May)", "Note to readers", "N.B.: the ferry", "Eds: adds detail",
    "Retraction: the ferry", "This story has been updated", "The article was corrected",
    "Translator's note", "We have now closed this", "(Adds quote from the harbour master)",
    "An earlier version of this story", "A previous version of this story", "Last changed at noon",
    "Some names have been changed", "Names were withheld", "(This story corrects the name)",
    "Read more: the ferry", "Watch: the ferry", "See also", "Listen: the ferry", "Also read",
    "Related stories", "Recommended for you", "Trending now", "Sponsored links", "Promoted",
    "Most read", "Top stories", "Editor's picks", "You may also like", "More from Sarel",
    "Further reading", "What to read next", "Don't miss: the ferry", "In pictures: the ferry",
    "Click here for more", ">> The ferry", "Full story: the ferry", "•  Related: the ferry",
    "File photo: the ferry", "Photo: Ann Lee", "Image: Ann Lee", "Picture: Ann Lee",
    "Video: the ferry", "Graphic: the ferry", "Illustration: Ann Lee", "Screenshot: the ferry",
    "Map: Sarel", "Credit: Ann Lee", "Source: Ann Lee", "Caption: the ferry", "Fig. 3: the ferry",
    "© Ann Lee", "(c) 2014 Ann Lee", "AP Photo", "AFP/Ann Lee", "Reuters/Ann Lee", "Getty/Ann Lee",
    "EPA/Ann Lee", "Photo by Ann Lee", "Pic: Ann Lee",
]  # fmt: skip


def possible(line: str) -> None:
    """What matches must have been held possible."""
    found = opening(line)
    assert found.byline or not patterns.BYLINE.match(line)
    assert found.note or not patterns.NOTE.match(line)
    assert found.related or not patterns.RELATED.match(line)
    assert found.credit or not patterns.CREDIT.match(line)


@pytest.mark.parametrize("line", LINES)
@pytest.mark.parametrize("lead", ["", " ", "* ", "«", "[", "( ", ">> ", "— "])
def test_whatever_matches_was_possible(line: str, lead: str) -> None:
    for shown in (line, line.upper(), line.lower()):
        possible(lead + shown)


def test_every_line_here_is_one_of_the_four() -> None:
    tables = (patterns.BYLINE, patterns.NOTE, patterns.RELATED, patterns.CREDIT)
    assert [line for line in LINES if not any(table.match(line) for table in tables)] == []


def test_most_lines_are_none() -> None:
    for line in ("Harbour closed after ships touch", "12 May", "Harbours", "“Go home,” he said."):
        assert not any(opening(line))


@given(st.text(max_size=20), st.sampled_from(LINES))
def test_any_lead(lead: str, line: str) -> None:
    possible(lead + line)
    possible(line[:3] + lead)
