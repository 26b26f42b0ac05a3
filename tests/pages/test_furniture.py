"""Lines that no one says."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from counterclaim.pages import read_document
from counterclaim.pages.furniture import LONGEST, is_page_furniture

SAID = [
    "At least 12 people are missing, the rescue service said.",
    "More than 40 houses were lost",
    "Share prices fell by 3 percent on Monday",
    "Please read the letter again",
    "Urgent talks were held in Kelm",
    "Live music returned to Ostry",
    "Page was elected in 2029",
    "The end",
    "12 dead",
    "✈ 12 dead at the airfield",
    "He/she may appeal",
    "AFP/EPA",
    "Sign up to the army, the minister told the young",
    "Text sizes vary",
    "412 views were heard at 08:31",
    "No",
    "Forward Tomas Wick scored twice",
    "Second take on the dam",
]


@pytest.mark.parametrize(
    "line",
    [
        "Page 2", "page 2 of 5", "- 3 -", "[ 12 ]", "Continued from page 1",
        "Continued on next page", "Turn to page 4", "412 shares", "12.4K views", "+4",
        "5 min read", "EXCLUSIVE", "LIVE",
        "Skip to content", "Sign in", "Load more updates", "DAM-OSTRY 1STLD", "BC-SARVIA-DAM",
        "MORE", "(MORE)", "NNNN", "-30-", "ENDS", "Forwarded many times", "*Forwarded many times*",
        "8.1K views  edited  08:04", "11.9K views  08:31", "👍 412 😢 388", "❤️ 1.2K",
        "Text size: A A A", "Show less", "after newsletter promotion", "((desk@valley.example))",
        "Sign up to First Light: our free daily briefing",
        "VNA/dk/ml", "Scroll down for video", "Our Standards: principles of this agency",
        "🚨🚨 *URGENT - PLEASE SHARE* 🚨🚨", "PLEASE READ AND SHARE", "Pls forward to all",
    ],
)  # fmt: skip
def test_lines_of_pages_counters_slugs_and_chains(line: str) -> None:
    assert is_page_furniture(line)


@pytest.mark.parametrize("line", SAID)
def test_what_somebody_says_is_none(line: str) -> None:
    assert not is_page_furniture(line)


@given(st.text(alphabet="1a .-–()[]#*moreplsurgentshare\u200f😀", max_size=2 * LONGEST))
def test_only_short_lines_are_read(line: str) -> None:
    assert not is_page_furniture(line) or len(line) <= LONGEST


def test_a_hostile_line_is_read_at_once() -> None:
    assert not is_page_furniture("urgent " * 11 + "x")
    assert not is_page_furniture("please " * 1_000_000)


def test_pages_of_print_are_no_part_of_the_story() -> None:
    text = (
        "Lorne Herald                          Monday, 12 May 2031\nPage 1\n\n"
        "Dam above Ostry gives way; twelve people missing\n\nBy Rik Hallam\n\n"
        "OSTRY - At least 12 people were missing on Monday after the dam above this town gave way, "
        "the rescue service said. Residents were told to leave.\n\n- 1 -\n\nPage 2\n\n"
        "The energy minister denied that the lower valve had been opened on Tuesday night.\n\n"
        "Continued from page 1\n\nThe gauge had not moved, a worker at the plant said on Monday."
    )
    page = read_document(text.encode(), name="a.txt")
    found = {block.span.exact: block.kind for block in page.blocks}
    for line in ("Page 1", "Page 2", "- 1 -", "Continued from page 1"):
        assert found[line] == "other"
    assert page.document.title is not None
    assert page.document.title.exact == "Dam above Ostry gives way; twelve people missing"
