"""Time expressions as people say them: against Wednesday 14 May 2031."""

from __future__ import annotations

from datetime import date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from counterclaim.facts.timex import Timex, bounds, precision, read_timexes
from counterclaim.facts.timex.calendar import coarser

PUBLISHED = date(2031, 5, 14)


def found(text: str, published: date | None = PUBLISHED) -> list[Timex]:
    return read_timexes(text, published)


def values(text: str, published: date | None = PUBLISHED) -> list[tuple[str, str | None]]:
    return [(text[one.start : one.end], one.normal.value) for one in found(text, published)]


@pytest.mark.parametrize(
    ("text", "words", "value"),
    [
        ("A week last Friday a lorry blew up.", "A week last Friday", "2031-05-02"),
        ("They left a week from Friday at the latest.", "a week from Friday", "2031-05-23"),
        ("Saturday week the court sits.", "Saturday week", "2031-05-24"),
        ("They left on Wednesday week.", "Wednesday week", "2031-05-28"),
        ("In two weeks' time the court sits.", "two weeks' time", "2031-W22"),
        ("In about three years' time it ends.", "about three years' time", "2034"),
        ("In a few days' time the court sits.", "a few days' time", "FUTURE_REF"),
        ("In the weeks ahead it may rain.", "the weeks ahead", "PXW"),
        ("It may rain in the years to come.", "the years to come", "PXY"),
        ("Losses grew in recent quarters.", "recent quarters", "PXQ"),
    ],
)
def test_roundabout_ways_of_naming_a_day(text: str, words: str, value: str) -> None:
    assert values(text) == [(words, value)]


def test_a_week_is_no_part_of_a_weekday_elsewhere() -> None:
    assert values("On Friday weekly pay was cut.")[0] == ("Friday", "2031-05-09")
    assert ("last Friday", "2031-05-09") in values("It was held last Friday.")
    assert values("The days ahead of the vote were calm.") == []


@pytest.mark.parametrize(
    "words",
    ["A short while ago", "A short time ago", "A few moments ago", "A little while ago"],
)
def test_just_now_is_the_day_of_publication(words: str) -> None:
    (one,) = found(f"{words} a siren sounded.")
    assert (one.normal.value, one.normal.bounds_from) == ("PAST_REF", "2031-05-14")


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("3h ago", "2031-05-14"),
        ("12 mins ago", "2031-05-14"),
        ("45 secs ago", "2031-05-14"),
        ("5 hrs. ago", "2031-05-14"),
        ("2 d ago", "2031-05-12"),
        ("1w ago", "2031-W19"),
        ("48h ago", "2031-05-12"),
    ],
)
def test_stamps_beside_posts(words: str, value: str) -> None:
    assert values(f"Posted {words} by the desk.") == [(words, value)]
    assert [one.normal.value for one in found(f"Posted {words}.", None)] == [None]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Since the autumn the dam has leaked.", "2030-FA"),
        ("The dam will open in the autumn.", "2031-FA"),
        ("The dam leaked in late winter.", "2030-WI"),
        ("The dam leaked in the spring.", "2031-SP"),
        ("The dam will be drained in the winter.", "2031-WI"),
        ("The dam will be drained in the spring.", "2031-SP"),
        ("Mr Torv looked ahead to the autumn.", "2031-FA"),
    ],
)
def test_a_season_lies_behind_or_ahead_by_its_verb(text: str, value: str) -> None:
    assert [value for _, value in values(text)] == [value]


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("12/05/2031", "2031-05-12"),
        ("05/12/2030", "2030-05-12"),
        ("12/25/2030", "2030-12-25"),
        ("06/07/2031", "2031-06-07"),
        ("07/12/2031", "2031-07-12"),
    ],
)
def test_the_day_is_first_where_the_month_first_lies_far_ahead(words: str, value: str) -> None:
    assert values(f"It was filed on {words} in Velmar.") == [(words, value)]


def test_months_come_first_where_nothing_is_known_of_publication() -> None:
    assert values("Filed on 12/05/2031.", None) == [("12/05/2031", "2031-12-05")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The drought of 2029/30 ended.", ["2029", "2030"]),
        ("The drought of 2029-30 ended.", ["2029", "2030"]),
        ("It was paid in FY31.", ["2031"]),
        ("It was paid in FY 2030.", ["2030"]),
        ("It was paid in FY '29.", ["2029"]),
        ("It was paid in fiscal 2030.", ["2030"]),
        ("Order 2029/3071 was served.", []),
    ],
)
def test_years_with_a_stroke_and_fiscal_ones(text: str, expected: list[str]) -> None:
    assert [value for _, value in values(text)] == expected


@pytest.mark.parametrize(
    ("text", "value", "prec"),
    [
        ("Last summer the mill burnt. Two days later it rained.", "2030-SU", 5),
        ("In 2029 the mill burnt. Three weeks later it rained.", "2029", 5),
        ("In April the mill burnt. A day later it rained.", "2031-04", 4),
        ("On April 3 the mill burnt. Two days later it rained.", "2031-04-05", 1),
        ("In 2029 the mill burnt. Two years later it rained.", "2031", 5),
        ("The mill burnt last weekend. Two days later it rained.", "2031-05-13", 1),
        ("The mill burnt last weekend. Two days earlier it rained.", "2031-05-08", 1),
    ],
)
def test_days_from_a_coarse_moment_are_no_finer_than_it(text: str, value: str, prec: int) -> None:
    later = found(text)[-1]
    assert later.normal.value == value
    assert precision(later.normal.value) == prec


def test_what_is_coarser() -> None:
    assert coarser("2030-SU", "day")
    assert coarser("2030", "month")
    assert coarser("203", "year")
    assert not coarser("2031-05-10", "day")
    assert not coarser("2031-05", "month")
    assert not coarser("2031", "decade")


def test_midnight_ends_its_day() -> None:
    (clock, _) = found("Shells fell before midnight on Friday.")
    assert clock.normal.value == "2031-05-09T24:00"
    first, last = bounds(clock.normal.value)
    assert first == last == "2031-05-09T23:59"
    assert datetime.fromisoformat(first or "").date() == date(2031, 5, 9)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Sales rose in the quarter ended March 31, from 2 million crowns a year earlier.",
            ["2031-Q1", "2031-03-31", "2030-Q1"],
        ),
        (
            "First-quarter net fell. The second quarter may be good. Net rose a year ago.",
            ["2031-Q1", "2031-Q2", "2030-Q1"],
        ),
        ("In the quarter that ended in December, sales rose.", ["2030-Q4", "2030-12"]),
        (
            "Net fell in the first quarter. For nine months, it fell from a year earlier.",
            ["2031-Q1", "P9M", "2030"],
        ),
        (
            "First-quarter net fell to 3 million, against 2 million a year earlier.",
            ["2031-Q1", "2030-Q1"],
        ),
        (
            "First-quarter net fell. The second may top it. In the year-ago period, net rose.",
            ["2031-Q1", "2030-Q1"],
        ),
    ],
)
def test_results_are_told_of_what_is_over(text: str, expected: list[str]) -> None:
    assert [value for _, value in values(text)] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It was built in the 9th century BC.", ["BC08"]),
        ("It was built in the second century B.C.", ["BC01"]),
        ("It was built in the third century.", ["02"]),
        ("The mill (May-August 1950) burnt.", ["1950-05", "1950-08"]),
        ("The mill (March–June 2030) burnt.", ["2030-03", "2030-06"]),
        ("May I go? March on.", []),
        ("It began with a March raid.", ["2031-03"]),
        ("It was a long march.", []),
        ("It may fall in coming months or future quarters.", ["FUTURE_REF", "FUTURE_REF"]),
    ],
)
def test_centuries_ranges_of_months_and_vague_times(text: str, expected: list[str]) -> None:
    assert [value for _, value in values(text)] == expected


def test_a_day_before_a_colon() -> None:
    assert values("Velmar, May 12: the dam broke.") == [("May 12", "2031-05-12")]
    assert values("It broke on 12 May: nobody saw it.") == [("12 May", "2031-05-12")]


def test_a_sum_is_no_day() -> None:
    assert values("From March 31 to 3 million crowns.") == [("March 31", "2031-03-31")]
    assert values("From March 3 to 31, shells fell.") == [
        ("March 3", "2031-03-03"),
        ("31", "2031-03-31"),
    ]


@given(st.integers(0, 140))
def test_no_word_is_cut_where_rules_look(gap: int) -> None:
    """A rule sees a stretch around the words that call for it; its end is no end of a word."""
    text = f"Friday {'x' * gap} Easterner met it."
    assert all(text[one.end : one.end + 1] in ("", " ", ".") for one in found(text))


@given(st.text("0123456789 /-'’FY agoweksthm.", max_size=60))
def test_any_jumble_of_stamps_is_read(text: str) -> None:
    for one in found(text):
        assert 0 <= one.start < one.end <= len(text)
        bounds(one.normal.value)
