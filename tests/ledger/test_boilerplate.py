"""What a site prints on every page tells nothing of an incident."""

from __future__ import annotations

from datetime import date, timedelta

import msgspec
from hypothesis import given
from hypothesis import strategies as st
from tests.ledger.builder import Page

from counterclaim.ledger.boilerplate import (
    LATER,
    LONGEST,
    REPEATED,
    Boilerplate,
    day_of,
    telling,
    title_of,
)
from counterclaim.records import Reading, Span

NOTICE = "register here for all that our site has to offer"
WEEKS = ("2031-05-04", "2031-05-20", "2031-06-18")


def pages(days: tuple[str, ...] = WEEKS) -> list[Reading]:
    return [
        Page(str(n), published=day).say(NOTICE).say(f"story {n}").reading()
        for n, day in enumerate(days)
    ]


def titled(number: int, day: str, title: str) -> Reading:
    reading = Page(str(number), published=day).say(title).say(f"story {number}").reading()
    span = Span.of(reading.document.text, 0, len(title))
    assert span.exact == title
    return msgspec.structs.replace(
        reading, document=msgspec.structs.replace(reading.document, title=span)
    )


def test_lines_that_come_back_weeks_later_are_left_out() -> None:
    readings = pages()
    found = Boilerplate(readings)
    assert f"{NOTICE}." in found
    assert "story 0." not in found
    assert NOTICE not in found.told(readings[0])
    assert "story 0" in found.told(readings[0])
    assert NOTICE in telling(readings[0])


def test_a_report_copied_within_days_stays() -> None:
    days = tuple(f"2031-05-0{n}" for n in range(1, 8))
    readings = pages(days)
    assert f"{NOTICE}." not in Boilerplate(readings)
    assert NOTICE in Boilerplate(readings).told(readings[0])


def test_two_pages_are_too_few() -> None:
    assert f"{NOTICE}." not in Boilerplate(pages(WEEKS[::2]))
    assert REPEATED == 3


def test_pages_may_come_one_by_one() -> None:
    found = Boilerplate()
    known = []
    for reading in pages():
        found.add(reading)
        known.append(f"{NOTICE}." in found)
    assert known == [False, False, True]


def test_a_page_without_a_day_tells_nothing_about_its_site() -> None:
    readings = [Page(str(n), published=None).say(NOTICE).reading() for n in range(5)]
    assert f"{NOTICE}." not in Boilerplate(readings)
    assert day_of(readings[0]) is None


def test_the_name_of_a_site_at_the_end_of_titles_is_cut() -> None:
    titles = ("Two held in Zarnik", "Fire in Orsvik", "Boy found in Halda")
    readings = [
        titled(n, day, f"{title} | Star News")
        for n, (title, day) in enumerate(zip(titles, WEEKS, strict=True))
    ]
    found = Boilerplate(readings)
    for reading, title in zip(readings, titles, strict=True):
        assert title_of(reading) == f"{title} | Star News"
        assert found.title(reading) == title
        assert "Star News" not in found.told(reading)
        assert title in found.told(reading)


def test_an_end_that_is_a_storys_own_stays() -> None:
    reading = titled(1, WEEKS[0], "Zarnik – a town in fear")
    assert Boilerplate([reading]).title(reading) == "Zarnik – a town in fear"


def test_a_long_page_is_cut() -> None:
    reading = Page("a").say("word " * LONGEST).reading()
    assert len(telling(reading)) == LONGEST


@given(st.lists(st.integers(0, 60), max_size=8))
def test_a_line_is_the_sites_from_three_pages_three_weeks_apart(days: list[int]) -> None:
    found = Boilerplate()
    for number, day in enumerate(days):
        published = date(2031, 2, 1) + timedelta(days=day)
        found.add(Page(str(number), published=published.isoformat()).say("x").reading())
    expected = len(days) >= REPEATED and max(days) - min(days) >= LATER
    assert ("x." in found) == (expected)
