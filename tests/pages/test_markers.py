"""What the words of a line say about its place on a page."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from counterclaim.pages import patterns
from counterclaim.pages.markers import is_comment_tool, is_date_line, is_separator, read_marker


@pytest.mark.parametrize(
    ("line", "rest", "kind", "number", "clock"),
    [
        ("Update 4:\xa0 The mayor", "The mayor", "word", 4, None),
        ("UPDATE: The mayor", "The mayor", "word", None, None),
        ("Update: the mayor", "the mayor", "word", None, None),
        ("Update 2 (14:30): The mayor", "The mayor", "word", 2, "14:30"),
        ("UPDATED 3:15 pm The mayor", "The mayor", "word", None, "3:15 pm"),
        ("[Update, 17:20] The mayor", "The mayor", "word", None, "17:20"),
        ("**Update #3** - The mayor", "The mayor", "word", 3, None),
        ("Second update: the mayor", "the mayor", "word", 2, None),
        ("UPDATE III: the mayor", "the mayor", "word", 3, None),
        ("Update as of 6pm EST: the mayor", "the mayor", "word", None, "6pm"),
        ("Update No. 12 – the mayor", "the mayor", "word", 12, None),
        ("3:45 p.m. – The mayor", "The mayor", "time", None, "3:45 p.m."),
        ("14:30 GMT: Police", "Police", "time", None, "14:30"),
        ("1430 GMT - Police", "Police", "time", None, "1430"),
        ("[09.05] Police", "Police", "time", None, "09.05"),
        ("9:15am ET | Police", "Police", "time", None, "9:15am"),
        ("Latest: The mayor", "The mayor", "flash", None, None),
        ("BREAKING NEWS: The mayor", "The mayor", "flash", None, None),
    ],
)
def test_markers_are_read(
    line: str, rest: str, kind: str, number: int | None, clock: str | None
) -> None:
    marker = read_marker(line)
    assert marker is not None
    assert line[marker.end :] == rest
    assert (marker.kind, marker.number) == (kind, number)
    assert (marker.clock and line[slice(*marker.clock)].strip()) == clock
    assert not marker.alone


@pytest.mark.parametrize(
    "line",
    [
        "Update to the fishing law passes",
        "Updated guidance says so",
        "Updates on the crash are expected",
        "UPDATES BELOW",
        "At 13:15, police said",
        "Latest figures show a fall",
        "New: no colon would matter"[:3] + " rules for ferries",
        "10.5 million people live there",
        "2016 was a bad year",
        "At 3:45 pm he left",
        "The mayor said: update your lists",
        "Breaking the silence, the mayor spoke",
        "",
    ],
)
def test_sentences_are_no_markers(line: str) -> None:
    assert read_marker(line) is None


@pytest.mark.parametrize(
    "line", ["UPDATED 3:15 pm", "3:45 p.m.", "Update 2", "Updated: March 5, 2016"]
)
def test_a_marker_may_stand_alone(line: str) -> None:
    marker = read_marker(line)
    assert marker is not None
    assert marker.alone


@pytest.mark.parametrize("line", ["* * *", "---", "___", "***", "• • •", "~~~~~", "o o o", "———"])
def test_separators(line: str) -> None:
    assert is_separator(line)


@pytest.mark.parametrize("line", ["--", "a * b", "1. 2. 3.", "", "- item", "x"])
def test_no_separators(line: str) -> None:
    assert not is_separator(line)


@pytest.mark.parametrize(
    "line",
    [
        "Published 17 September 2016, 14:05 GMT",
        "September 17, 2016",
        "Updated: March 5, 2016 3:15 PM ET",
        "2021-05-11",
        "Sat 3 May 2014 09.12 BST",
        "Last modified on Tue 4 Feb 2020",
    ],
)
def test_date_lines(line: str) -> None:
    assert is_date_line(line)


@pytest.mark.parametrize(
    "line", ["In 2016 he left", "Chapter 4", "No date", "He died on May 5, 2011."]
)
def test_no_date_lines(line: str) -> None:
    assert not is_date_line(line)


@pytest.mark.parametrize(
    "line", ["Reply", "Like · Reply · 4h", "Report abuse", "12 likes", "Vote up! 3", "2 replies"]
)
def test_comment_tools(line: str) -> None:
    assert is_comment_tool(line)


@pytest.mark.parametrize("line", ["I like it", "Report from the front", "12", "Nobody replies"])
def test_no_comment_tools(line: str) -> None:
    assert not is_comment_tool(line)


@pytest.mark.parametrize(
    ("line", "author"),
    [
        ("jdoe 3 hours ago", "jdoe"),
        ("Anna Kern · 4h", "Anna Kern"),
        ("Old Salt | Sept 17, 2016 at 3:45 pm", "Old Salt"),
    ],
)
def test_lines_with_author_and_time(line: str, author: str) -> None:
    match = patterns.COMMENT_META.match(line)
    assert match is not None
    assert match["author"] == author


@pytest.mark.parametrize(
    "line",
    [
        "Comments (23)",
        "23 comments",
        "Comments",
        "Leave a reply",
        "Join the conversation",
        "Have your say",
    ],
)
def test_heads_of_comments(line: str) -> None:
    assert patterns.COMMENTS_HEAD.match(line)


@pytest.mark.parametrize(
    "line", ["Comments by the minister were unhelpful to all", "The conversation went on"]
)
def test_no_heads_of_comments(line: str) -> None:
    assert not patterns.COMMENTS_HEAD.match(line)


@pytest.mark.parametrize(
    "line",
    [
        "Correction: the bridge is older",
        "Editor's note: we asked twice",
        "EDITORS’ NOTE – names were changed",
        "Clarification: he is a deputy",
        "This article was amended on 4 May",
        "An earlier version of this story misnamed her.",
    ],
)
def test_notes(line: str) -> None:
    assert patterns.NOTE.match(line)


@pytest.mark.parametrize(
    "line", ["Corrections officers struck", "This article of faith was", "Notes from a small town"]
)
def test_no_notes(line: str) -> None:
    assert not patterns.NOTE.match(line)


@pytest.mark.parametrize(
    "line",
    ["READ MORE: The quarrel", "Related: Fire", "Also read: x", "See also", "You may also like"],
)
def test_related_links(line: str) -> None:
    assert patterns.RELATED.match(line)


@pytest.mark.parametrize(
    "line", ["Original story:", "Earlier:", "The original report follows", "Our earlier report:"]
)
def test_returns_to_the_base_story(line: str) -> None:
    assert patterns.RETURN.match(line)


@pytest.mark.parametrize(
    ("line", "place", "agency"),
    [
        ("CORVANE (Inland Wire) - A blast", "CORVANE", "Inland Wire"),
        ("LOWER VANE, Vania (Inland Wire) — Shells", "LOWER VANE, Vania", "Inland Wire"),
        ("OSTBY, June 15 (BNA) – Two boats", "OSTBY", "BNA"),
    ],
)
def test_datelines(line: str, place: str, agency: str) -> None:
    match = patterns.DATELINE.match(line)
    assert match is not None
    assert (match["place"].strip(), match["agency"]) == (place, agency)


@pytest.mark.parametrize(
    "line",
    [
        "Ona Selk (R) and her sister arrive",
        "The pier, seen in this file photo",
        "Smoke over the port. Photo: BNA",
        "A tank rolls past. (AP)",
        "Ona Selk, left, meets voters",
    ],
)
def test_words_that_only_captions_have(line: str) -> None:
    assert patterns.CAPTION.search(line)


@given(st.text(max_size=400))
@settings(deadline=None)
def test_any_line_is_looked_at_without_error(text: str) -> None:
    marker = read_marker(text)
    assert marker is None or 0 < marker.end <= len(text)
    is_separator(text)
    is_date_line(text)
    is_comment_tool(text)


@pytest.mark.parametrize(
    "unit", ["1", " ", "(", "update ", "a ", "12:30 ", "- ", "by A", "\xa0", "reply "]
)
def test_long_lines_take_no_time(unit: str) -> None:
    text = unit * 5000
    read_marker(text)
    is_separator(text)
    for name in ("BYLINE", "CAPTION", "NOTE", "RELATED", "RETURN", "CREDIT", "DATELINE"):
        getattr(patterns, name).search(text[:600])


@pytest.mark.parametrize("line", ["6 minutes ago", "1 hour ago", "3 hrs ago"])
def test_how_long_ago_is_a_loose_marker_of_its_own(line: str) -> None:
    marker = read_marker(line)
    assert marker is not None
    assert marker.alone
    assert not marker.firm
    assert marker.clock is None


@pytest.mark.parametrize("line", ["4h", "yesterday", "Two hours ago, police came", "long ago"])
def test_what_is_not_how_long_ago(line: str) -> None:
    marker = read_marker(line)
    assert marker is None or marker.kind != "time"


def test_a_stroke_divides_a_time_from_its_entry() -> None:
    marker = read_marker("TUE 16:10 / A helicopter is down")
    assert marker is not None
    assert marker.firm
    assert "TUE 16:10 / A helicopter is down"[marker.end :] == "A helicopter is down"


@pytest.mark.parametrize(
    ("line", "found"),
    [
        ("SILDA, Harrow, Nov 8", True),
        ("PORT SILDA, April 19 (NPA)", True),
        ("KHAN SILDA, Sahl (IRN)", True),
        ("Harbour closed, police say", False),
        ("SILDA HARBOUR CLOSED after two ships touched there", False),
    ],
)
def test_datelines_of_their_own(line: str, found: bool) -> None:
    assert bool(patterns.PLACE_LINE.match(line)) == found


@pytest.mark.parametrize(
    "text",
    ["UPDATE 3-Dam gives way above Ostry", "UPDATE 1-Minister denies", "WRAPUP 2-Dam gives way"],
)
def test_the_version_before_an_agencys_headline_is_no_marker(text: str) -> None:
    assert read_marker(text) is None
    assert read_marker(text.replace("-", " - ")) is not None or text.startswith("WRAPUP")


@pytest.mark.parametrize("text", ["- 1 -", "12", "(3)", "4 / 12", "Page 2"])
def test_numbers_of_pages_are_no_dates(text: str) -> None:
    assert not is_date_line(text)


@pytest.mark.parametrize(
    "text", ["Newark is quiet", "Latestone", "٣ people", "Ｕpdate", "naïve 🚨"]
)
def test_signs_inside_other_words_mark_nothing(text: str) -> None:
    assert read_marker(text) is None
