"""Time expressions: found and normalised against Wednesday 14 May 2031."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from counterclaim.facts.timex import Timex, bounds, day_of, precision, read_timexes
from counterclaim.facts.timex.lexicon import count_of

PUBLISHED = date(2031, 5, 14)


def read(text: str, published: date | None = PUBLISHED) -> list[tuple[str, str, str | None]]:
    return [
        (text[found.start : found.end], found.normal.timex, found.normal.value)
        for found in read_timexes(text, published)
    ]


def one(text: str, published: date | None = PUBLISHED) -> tuple[str, str, str | None]:
    found = read(text, published)
    assert len(found) == 1, found
    return found[0]


@pytest.mark.parametrize(
    ("text", "words", "value"),
    [
        ("It began on March 12, 2029.", "March 12, 2029", "2029-03-12"),
        ("It began on 12 March 2029.", "12 March 2029", "2029-03-12"),
        ("It began on the 12th of March, 2029.", "the 12th of March, 2029", "2029-03-12"),
        ("It began on Monday, May 12.", "Monday, May 12", "2031-05-12"),
        ("It began on Sept. 3, 2030.", "Sept. 3, 2030", "2030-09-03"),
        ("It began on 2029-03-12.", "2029-03-12", "2029-03-12"),
        ("It began on 12.03.2029.", "12.03.2029", "2029-03-12"),
        ("It began on 3/12/2029.", "3/12/2029", "2029-03-12"),
        ("It began on 25/12/2029.", "25/12/2029", "2029-12-25"),
        ("It began in March 2029.", "March 2029", "2029-03"),
        ("It began in late March 2029.", "late March 2029", "2029-03"),
        ("It began in early April.", "early April", "2031-04"),
        ("It began in December.", "December", "2030-12"),
        ("It will begin in December.", "December", "2031-12"),
        ("It began last March.", "last March", "2031-03"),
        ("It began last December.", "last December", "2030-12"),
        ("It began in June of last year.", "June of last year", "2030-06"),
        ("It has gone on since 2011.", "2011", "2011"),
        ("It was built in early 1998.", "early 1998", "1998"),
        ("It was built in the 1960s.", "the 1960s", "196"),
        ("It was built in the late '80s.", "the late '80s", "198"),
        ("It was built in the 19th century.", "the 19th century", "18"),
        ("It fell in the third quarter of 2029.", "the third quarter of 2029", "2029-Q3"),
        ("It fell in the first half of 2030.", "the first half of 2030", "2030-H1"),
        ("It fell in Q3 2029.", "Q3 2029", "2029-Q3"),
        ("It fell last summer.", "last summer", "2030-SU"),
        ("It fell in the winter of 2028.", "the winter of 2028", "2028-WI"),
        ("It fell on Christmas Day 2029.", "Christmas Day 2029", "2029-12-25"),
        ("It fell on Thanksgiving 2029.", "Thanksgiving 2029", "2029-11-22"),
    ],
)
def test_calendar_dates(text: str, words: str, value: str) -> None:
    assert one(text) == (words, "DATE", value)


@pytest.mark.parametrize(
    ("text", "words", "value"),
    [
        ("He said so on Saturday.", "Saturday", "2031-05-10"),
        ("He said so Wednesday.", "Wednesday", "2031-05-14"),
        ("They will meet on Saturday.", "Saturday", "2031-05-17"),
        ("They met last Friday.", "last Friday", "2031-05-09"),
        ("They met last Wednesday.", "last Wednesday", "2031-05-07"),
        ("They meet next Tuesday.", "next Tuesday", "2031-05-20"),
        ("Earlier on Monday, it rained.", "Earlier on Monday", "2031-05-12"),
        ("It rained late Monday.", "late Monday", "2031-05-12"),
        ("It rained today.", "today", "2031-05-14"),
        ("It rained yesterday.", "yesterday", "2031-05-13"),
        ("It may rain tomorrow.", "tomorrow", "2031-05-15"),
        ("It rained the day before yesterday.", "the day before yesterday", "2031-05-12"),
        ("It rained last week.", "last week", "2031-W19"),
        ("It rained this week.", "this week", "2031-W20"),
        ("It rained earlier this month.", "earlier this month", "2031-05"),
        ("It rained last month.", "last month", "2031-04"),
        ("It may rain next month.", "next month", "2031-06"),
        ("It rained late last year.", "late last year", "2030"),
        ("It rained last weekend.", "last weekend", "2031-W19-WE"),
        ("It rained over the weekend.", "the weekend", "2031-W19-WE"),
        ("It rained two days ago.", "two days ago", "2031-05-12"),
        ("It rained a week ago.", "a week ago", "2031-W19"),
        ("It rained three months ago.", "three months ago", "2031-02"),
        ("It rained two years ago.", "two years ago", "2029"),
        ("It rained a decade ago.", "a decade ago", "202"),
        ("It rained moments ago.", "moments ago", "PAST_REF"),
        ("It is raining now.", "now", "PRESENT_REF"),
        ("It rained recently.", "recently", "PAST_REF"),
        ("It may rain in the near future.", "the near future", "FUTURE_REF"),
    ],
)
def test_relative_dates(text: str, words: str, value: str) -> None:
    assert one(text) == (words, "DATE", value)


@pytest.mark.parametrize(
    ("text", "words", "value"),
    [
        ("It came at 3:15 p.m. local time.", "3:15 p.m. local time", "2031-05-14T15:15"),
        ("It came at 5 am.", "5 am", "2031-05-14T05:00"),
        ("It came at 12:30 a.m. today", None, None),
        ("It came at 14:30 GMT.", "14:30 GMT", "2031-05-14T14:30Z"),
        ("It came at 0930 GMT.", "0930 GMT", "2031-05-14T09:30Z"),
        ("It came at 10 p.m. Monday.", "10 p.m. Monday", "2031-05-12T22:00"),
        ("It came this morning.", "this morning", "2031-05-14TMO"),
        ("It came last night.", "last night", "2031-05-13TNI"),
        ("It came Monday evening.", "Monday evening", "2031-05-12TEV"),
        ("It came yesterday afternoon.", "yesterday afternoon", "2031-05-13TAF"),
        ("It came overnight.", "overnight", "2031-05-13TNI"),
        ("It came at noon.", "noon", "2031-05-14T12:00"),
        ("It came at dawn.", "dawn", "2031-05-14TMO"),
    ],
)
def test_times(text: str, words: str | None, value: str | None) -> None:
    if words is None:
        assert read(text)[0][2] == "2031-05-14T00:30"
        return
    assert one(text) == (words, "TIME", value)


@pytest.mark.parametrize(
    ("text", "words", "value"),
    [
        ("It lasted two days.", "two days", "P2D"),
        ("It lasted at least 72 hours.", "at least 72 hours", "PT72H"),
        ("The five-day-old truce broke.", "five-day-old", "P5D"),
        ("The two-year siege ended.", "two-year", "P2Y"),
        ("It lasted for the past two years.", "the past two years", "P2Y"),
        ("It lasted several weeks.", "several weeks", "PXW"),
        ("It went on for years.", "years", "PXY"),
        ("It lasted half an hour.", "half an hour", "PT30M"),
        ("It lasted two and a half years.", "two and a half years", "P2Y6M"),
        ("It lasted an hour and a half.", "an hour and a half", "PT1H30M"),
        ("It lasted 2 1/2 hours.", "2 1/2 hours", "PT2H30M"),
        ("It lasted two decades.", "two decades", "P20Y"),
        ("It lasted a couple of months.", "a couple of months", "P2M"),
        ("It lasted twenty-five minutes.", "twenty-five minutes", "PT25M"),
        ("It lasted a dozen days.", "a dozen days", "P12D"),
    ],
)
def test_durations(text: str, words: str, value: str) -> None:
    assert one(text) == (words, "DURATION", value)


@pytest.mark.parametrize(
    ("text", "words", "value"),
    [
        ("It rains every day.", "every day", "P1D"),
        ("It rains each Tuesday.", "each Tuesday", "XXXX-WXX-2"),
        ("They report annually.", "annually", "P1Y"),
        ("They meet twice a week.", "twice a week", "P1W"),
        ("It rains every two weeks.", "every two weeks", "P2W"),
    ],
)
def test_sets(text: str, words: str, value: str) -> None:
    assert one(text) == (words, "SET", value)


@pytest.mark.parametrize(
    "text",
    [
        "The army may march at will.",
        "A 12-year-old boy played.",
        "She is 34 years old.",
        "It cost $2016 in all.",
        "Some 2000 people came.",
        "Resolution 2254 was read.",
        "Jan Kolar spoke.",
        "The second group left.",
        "Boeing 1998 landed.",
        "Police went to 1802 Brook St. again.",
        "They met at 1915 West Mill Lane.",
        "It happened in the 1900 block of Brook.",
        "The 1900-block of Mill Lane was closed.",
        "Officers were called to 1645 Brook.",
        "She was in her twenties.",
        "Both are in their late twenties.",
        "Two men in their late teens to early twenties spoke.",
        "The ratio was 3:2.",
        "Prices fall and spring back.",
    ],
)
def test_no_time_expression(text: str) -> None:
    assert read(text) == []


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("He said so on Saturday.", "XXXX-WXX-6"),
        ("He said so on May 3.", "XXXX-05-03"),
        ("He said so yesterday.", None),
        ("He said so last week.", None),
        ("He said so two days ago.", None),
        ("He said so on May 3, 2029.", "2029-05-03"),
        ("It lasted two days.", "P2D"),
    ],
)
def test_without_an_anchor_nothing_is_guessed(text: str, value: str | None) -> None:
    assert one(text, None)[2] == value


def test_anchors() -> None:
    text = "It rained on Monday. The next day it snowed. In 2029 it was dry."
    found = read_timexes(text, PUBLISHED)
    assert [item.normal.anchor for item in found] == ["publication", "text", "none"]
    assert found[1].refers_to == 0
    assert found[1].normal.value == "2031-05-13"


def test_year_earlier_keeps_the_quarter() -> None:
    text = "Sales rose in the third quarter of 2030 from a year earlier."
    assert [value for _, _, value in read(text)] == ["2030-Q3", "2029-Q3"]


def test_history_counts_from_the_year_named_last() -> None:
    text = (
        "The war began in March 1911. In April 1911 the port fell. In 1912 it sued for peace. "
        "A truce of June 1912 failed, and by 1913 the fleet was lost. On September 5 the king fled "
        "and in November he died. In 1914 a treaty was signed; it held until 1921."
    )
    values = {words: value for words, _, value in read(text)}
    assert values["September 5"] == "1913-09-05"
    assert values["November"] == "1913-11"


@pytest.mark.parametrize(
    ("value", "earliest", "latest", "prec"),
    [
        ("2031-05-14", "2031-05-14", "2031-05-14", 1),
        ("2031-05-14TMO", "2031-05-14", "2031-05-14", 1),
        ("2031-05-14T15:15", "2031-05-14T15:15", "2031-05-14T15:15", 1),
        ("2031-05-14T15:15Z", "2031-05-14T15:15Z", "2031-05-14T15:15Z", 1),
        ("2031-W20", "2031-05-12", "2031-05-18", 3),
        ("2031-W19-WE", "2031-05-10", "2031-05-11", 2),
        ("2032-02", "2032-02-01", "2032-02-29", 4),
        ("2031-Q1", "2031-01-01", "2031-03-31", 5),
        ("2031-H2", "2031-07-01", "2031-12-31", 5),
        ("2031-WI", "2031-12-01", "2032-02-29", 5),
        ("2031", "2031-01-01", "2031-12-31", 5),
        ("203", "2030-01-01", "2039-12-31", 5),
        ("20", "2000-01-01", "2099-12-31", 5),
        ("XXXX-05-03", None, None, None),
        ("XXXX-WXX-6", None, None, None),
        ("PAST_REF", None, None, None),
        ("2031-02-30", None, None, None),
        ("2031-W60", None, None, None),
        (None, None, None, None),
    ],
)
def test_bounds_and_precision(
    value: str | None, earliest: str | None, latest: str | None, prec: int | None
) -> None:
    assert bounds(value) == (earliest, latest)
    assert precision(value) == prec


@pytest.mark.parametrize(
    ("words", "number"),
    [
        ("two", 2),
        ("twenty-five", 25),
        ("1,200", 1200),
        ("2 1/2", 2.5),
        ("a couple of", 2),
        ("a dozen", 12),
        ("half an", 0.5),
        ("several", None),
        ("an", 1),
        ("three hundred", 300),
    ],
)
def test_counts_of_units(words: str, number: float | None) -> None:
    assert count_of(words) == number


@given(st.dates(min_value=date(1950, 1, 1), max_value=date(2059, 12, 31)))
def test_full_dates_read_back(day: date) -> None:
    written = (
        f"{day:%B} {day.day}, {day.year}",
        f"{day.day} {day:%B} {day.year}",
        f"{day:%A}, {day.day} {day:%B} {day.year}",
        day.isoformat(),
        f"{day:%d.%m.%Y}",
    )
    for words in written:
        assert one(f"It rained on {words}.") == (words, "DATE", day.isoformat())


@given(st.dates(min_value=date(1980, 1, 1), max_value=date(2059, 1, 1)))
def test_weekdays_lie_within_a_week(published: date) -> None:
    for name in ("Monday", "Thursday", "Sunday"):
        past = day_of(one(f"It was said on {name}.", published)[2])
        ahead = day_of(one(f"It will be said on {name}.", published)[2])
        assert past is not None
        assert ahead is not None
        assert 0 <= (published - past).days < 7
        assert 0 <= (ahead - published).days < 7


def check(text: str, found: list[Timex]) -> None:
    end = 0
    for index, item in enumerate(found):
        assert end <= item.start < item.end <= len(text)
        assert text[item.start : item.end].strip()
        assert item.refers_to is None or item.refers_to < index
        end = item.end


_WORDS = st.sampled_from(
    """May 3 2029 , . last week Saturday ago two days the third quarter of a year earlier at 3:15
    p.m. noon yesterday morning 12 '80s 1960s and half hours every next since in overnight - old
    Christmas weekend same day later 00:60 31 February 9999 0 99/99/99 \u0663 😀""".split()
)


@given(st.lists(_WORDS, max_size=30), st.booleans())
def test_any_words_give_ordered_literal_spans(words: list[str], dated: bool) -> None:
    text = " ".join(words)
    check(text, read_timexes(text, PUBLISHED if dated else None))


@given(st.text(max_size=200))
def test_any_text_is_read(text: str) -> None:
    check(text, read_timexes(text, PUBLISHED))


@pytest.mark.parametrize("piece", ["two days ", "3", "1999-", "Monday", "a couple of ", "the "])
def test_long_lines_stay_linear(piece: str) -> None:
    text = piece * (200_000 // len(piece))
    check(text, read_timexes(text, PUBLISHED))


def test_a_possessive_without_its_apostrophe_is_read_alone() -> None:
    text = "Nobody has counted the dead of Tuesdays raid on the depot."
    (found,) = read_timexes(text, date(2031, 5, 16))
    assert text[found.start : found.end] == "Tuesdays"


@pytest.mark.parametrize("gap", [0, 50, 200, 600])
def test_expressions_far_apart_are_all_read(gap: int) -> None:
    text = f"On Monday a pier burned and {'very ' * gap}late on 3 May 2031 it fell"
    found = [text[item.start : item.end] for item in read_timexes(text, date(2031, 5, 16))]
    assert found[0] == "Monday"
    assert found[-1].endswith("3 May 2031")
