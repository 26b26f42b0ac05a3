"""Lines that end comments."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from counterclaim.pages.endings import endings
from counterclaim.pages.paragraphs import paragraphs
from counterclaim.pages.threads import posts


def ended(*lines: str) -> list[int]:
    """Which of the lines end a comment."""
    return sorted(endings(paragraphs("\n\n".join(lines)), range(len(lines))))


@pytest.mark.parametrize(
    "line",
    ["Like · Reply · 3h", "Like · Reply · 3h · Edited", "18:04", "6:04 pm", "Reply · 2 days ago"],
)
def test_buttons_with_an_age_and_times_of_day(line: str) -> None:
    assert ended("Rena", "Where was the siren", line, "Dov", "On Mill Street", line) == [2, 5]


@pytest.mark.parametrize(
    "line",
    ["Reply", "Like", "3 hours", "412", "12 May 2031", "at six", "He came at 18:04.", "Share"],
)
def test_what_ends_none(line: str) -> None:
    assert ended("Rena", "Where was the siren", line, "Dov", "On Mill Street", line) == []


def test_a_ticker_of_news_has_one_line_for_each_time() -> None:
    assert ended("LIVEWIRE", "01:40PM", "Dam gives way", "01:32PM", "Rain in Kelm", "01:20PM") == []


def test_one_alone_divides_nothing() -> None:
    assert ended("Rena", "Where was the siren", "18:04") == []


def test_comments_between_their_ends() -> None:
    lines = ["Rena", "Where was the siren", "18:04", "Dov Marek", "On Mill Street", "18:09"]
    pieces = paragraphs("\n\n".join(lines))
    found = posts(pieces, range(6))
    assert [(post.first, post.last) for post in found] == [(0, 3), (3, 6)]
    assert [pieces[post.first].text for post in found if post.author] == ["Rena", "Dov Marek"]


def test_buttons_between_comments_are_nobody_s() -> None:
    lines = [
        "Rena",
        "Where was the siren",
        "Like · Reply · 3h",
        "Dov",
        "Broken",
        "Like · Reply · 2h",
    ]
    pieces = paragraphs("\n\n".join(lines))
    found = posts(pieces, [0, 1, 3, 4])
    assert [(post.first, post.last) for post in found] == [(0, 2), (3, 5)]
    assert all(post.author is not None for post in found)


@given(st.lists(st.text(max_size=70), max_size=12))
def test_only_members(lines: list[str]) -> None:
    pieces = paragraphs("\n\n".join(lines))
    members = range(len(pieces) // 2)
    assert endings(pieces, members) <= set(members)
