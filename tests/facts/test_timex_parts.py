"""Time expressions of breaking news: nights, clock times, partial dates, ranges, tense."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from counterclaim.facts.timex import Timex, day_of, precision, read_timexes
from counterclaim.facts.timex.tense import tense_of

PUBLISHED = date(2031, 5, 14)
"""A Wednesday."""


def read(text: str, published: date | None = PUBLISHED) -> list[tuple[str, str | None]]:
    return [
        (text[item.start : item.end], item.normal.value) for item in read_timexes(text, published)
    ]


@pytest.mark.parametrize(
    ("text", "words", "value"),
    [
        ("It came overnight Friday.", "overnight Friday", "2031-05-09TNI"),
        ("It came overnight on Friday.", "overnight on Friday", "2031-05-09TNI"),
        ("It came overnight into Saturday.", "overnight into Saturday", "2031-05-09TNI"),
        ("It came in the early hours of Friday.", "the early hours of Friday", "2031-05-09TMO"),
        ("It came in the small hours of 3 May.", "the small hours of 3 May", "2031-05-03TMO"),
        ("It came on the night of May 3.", "the night of May 3", "2031-05-03TNI"),
        ("It came on the morning of 3 May 2029.", "the morning of 3 May 2029", "2029-05-03TMO"),
        ("It came in the week of May 5.", "the week of May 5", "2031-W19"),
        ("It came over the weekend of May 10.", "the weekend of May 10", "2031-W19-WE"),
        ("It came at 8 o'clock in the evening.", "8 o'clock in the evening", "2031-05-14T20:00"),
        ("It came at 20.15 local time.", "20.15 local time", "2031-05-14T20:15"),
        ("It came at 1700 local time.", "1700 local time", "2031-05-14T17:00"),
    ],
)
def test_parts_of_a_day(text: str, words: str, value: str) -> None:
    assert read(text) == [(words, value)]


@pytest.mark.parametrize(
    ("text", "clock", "day"),
    [
        ("It fell at noon on Tuesday.", "2031-05-13T12:00", "2031-05-13"),
        ("It fell at 5.30pm on Saturday.", "2031-05-10T17:30", "2031-05-10"),
        ("It fell at 0530 on 9 May.", "2031-05-09T05:30", "2031-05-09"),
        ("It fell at dawn on Saturday.", "2031-05-10TMO", "2031-05-10"),
        ("It fell at 6:10 a.m. port time on May 9.", "2031-05-09T06:10", "2031-05-09"),
    ],
)
def test_a_clock_time_is_of_the_day_named_behind_it(text: str, clock: str, day: str) -> None:
    assert [value for _, value in read(text)] == [clock, day]


@pytest.mark.parametrize(
    "text",
    [
        "It fell at noon, she said on Tuesday.",
        "It fell at noon she said on Tuesday.",
        "It fell at noon. On Tuesday it rained.",
    ],
)
def test_the_day_of_speech_is_not_that_of_the_clock(text: str) -> None:
    assert [value for _, value in read(text)] == ["2031-05-14T12:00", "2031-05-13"]


def test_a_clock_time_in_two_zones() -> None:
    found = read_timexes("It fell at 5pm local time (1400 GMT) on Saturday.", PUBLISHED)
    assert [item.normal.value for item in found] == [
        "2031-05-10T17:00",
        "2031-05-10T14:00Z",
        "2031-05-10",
    ]
    assert {item.normal.anchor for item in found} == {"publication"}


@pytest.mark.parametrize(
    ("text", "words", "value", "prec"),
    [
        ("It fell in the first week of May.", "the first week of May", "2031-05", 4),
        ("It fell in the second half of April.", "the second half of April", "2031-04", 4),
        ("It fell in the last days of March 2029.", "the last days of March 2029", "2029-03", 4),
        ("It fell on the 12th.", "the 12th", "2031-05-12", 1),
        ("It fell on the 20th.", "the 20th", "2031-04-20", 1),
        ("It will fall on the 20th.", "the 20th", "2031-05-20", 1),
        ("It fell in FY2029.", "FY2029", "2029", 5),
        ("It fell in fiscal 2029.", "fiscal 2029", "2029", 5),
        ("It fell in late-2030.", "late-2030", "2030", 5),
        ("It fell in the latter half of 2030.", "the latter half of 2030", "2030-H2", 5),
        ("It fell in the last half of the '80s.", "the last half of the '80s", "198", 5),
        ("It fell this winter.", "this winter", "2030-WI", 5),
        ("It will fall this summer.", "this summer", "2031-SU", 5),
        ("It fell in the spring of last year.", "the spring of last year", "2030-SP", 5),
        ("It fell in May of last year.", "May of last year", "2030-05", 4),
        ("It fell last weekend.", "last weekend", "2031-W19-WE", 2),
        ("It fell on 2031/05/08.", "2031/05/08", "2031-05-08", 1),
        ("It fell on Easter Sunday.", "Easter Sunday", "2031-04-13", 1),
        ("It fell on Good Friday 2030.", "Good Friday 2030", "2030-04-19", 1),
        ("It fell in Easter week.", "Easter week", "2031-W15", 3),
        ("It fell on Black Friday 2030.", "Black Friday 2030", "2030-11-29", 1),
        ("It fell a year ago today.", "a year ago today", "2030-05-14", 1),
        ("It fell two weeks ago today.", "two weeks ago today", "2031-04-30", 1),
        ("It falls later in the day.", "later in the day", "2031-05-14", 1),
        ("It ends by the end of the month.", "the end of the month", "2031-05", 4),
        (
            "It fell in January nineteen ninety-seven.",
            "January nineteen ninety-seven",
            "1997-01",
            4,
        ),
    ],
)
def test_partial_fiscal_and_seasonal_dates(text: str, words: str, value: str, prec: int) -> None:
    assert read(text) == [(words, value)]
    assert precision(value) == prec


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("From 3 to 5 May it rained.", ["2031-05-03", "2031-05-05"]),
        ("It rained 3-5 May 2029.", ["2029-05-03", "2029-05-05"]),
        ("It rained May 3-5.", ["2031-05-03", "2031-05-05"]),
        ("It rained on May 3 and 5, 2029.", ["2029-05-03", "2029-05-05"]),
        ("It rained in April and June 1988.", ["1988-04", "1988-06"]),
        ("It rained (26 June - 4 August 1952).", ["1952-06-26", "1952-08-04"]),
        ("The siege, 1955-1963, failed.", ["1955", "1963"]),
        ("The 2030-31 fiscal year.", ["2030", "2031"]),
        ("It fell (149-146 BC) at last.", ["BC0149", "BC0146"]),
    ],
)
def test_both_ends_of_a_range(text: str, values: list[str]) -> None:
    assert [value for _, value in read(text)] == values


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("The dividend is payable June 2.", "2031-06-02"),
        ("The pact, effective December 1, binds both.", "2031-12-01"),
        ("She will succeed him March 1.", "2032-03-01"),
        ("A summit set for Tarn in November will decide.", "2031-11"),
        ("They bought the yard in February.", "2031-02"),
        ("In September, the yard was sold.", "2030-09"),
        ("He has scheduled a news conference Friday.", "2031-05-16"),
        ("Talks are set to resume Monday.", "2031-05-19"),
        ("Until Friday, they had not called him a suspect.", "2031-05-09"),
        ("On Friday, the ministry planned to send aid.", "2031-05-09"),
        ("The yard was sold by Friday.", "2031-05-09"),
        ("The yard must be sold by Friday.", "2031-05-16"),
    ],
)
def test_tense_tells_the_direction(text: str, value: str) -> None:
    assert [found for _, found in read(text)] == [value]


@pytest.mark.parametrize(
    ("before", "after", "tense"),
    [
        ("They will meet on ", ".", "future"),
        ("They met on ", ".", "past"),
        ("On ", ", the yard was sold", "past"),
        ("On ", ", the yard will be sold", "future"),
        ("He said so. They will meet on ", "", "future"),
        ("They will meet. He said so on ", "", "past"),
        ("The expected vote on ", "", ""),
        ("", "", ""),
    ],
)
def test_the_nearest_cue_decides(before: str, after: str, tense: str) -> None:
    assert tense_of(before, after) == tense


@pytest.mark.parametrize(
    ("text", "words", "value"),
    [
        ("His map (1738) hangs here.", "1738", "1738"),
        ("It was drawn c. 1818 by her.", "1818", "1818"),
        ("It was drawn in Tarn, 1859.", "1859", "1859"),
        ("She wrote on 8-May-2006 from Tarn.", "8-May-2006", "2006-05-08"),
        ("She was of the class of '71.", "'71", "1971"),
        ("It fell in AD 347.", "AD 347", "0347"),
        ("It fell in 347 AD.", "347 AD", "0347"),
        ("It closed in the middle of Feb. They left.", "the middle of Feb.", "2031-02"),
        ("They left a year and a half ago.", "a year and a half ago", "2029-11"),
    ],
)
def test_years_and_dates_as_books_and_letters_write_them(text: str, words: str, value: str) -> None:
    assert read(text) == [(words, value)]


@pytest.mark.parametrize(
    "text",
    [
        "The Sunday Post ran it.",
        "It cost 1859 crowns.",
        "He sold Mr. Sun. They left.",
        "It recalled Bloody Sunday.",
        "June Okafor said no.",
        "April Tarn left.",
        "The 17th Brigade held the 4th floor.",
        "He spoke on Channel 9's 60 Minutes.",
        "The party daily Vesna ran it.",
        "He was aged 5 years.",
        "It soon became a siege.",
        "In the second half of the match it rained goals.",
    ],
)
def test_names_and_ages_are_no_moments(text: str) -> None:
    assert read(text) == []


@pytest.mark.parametrize(
    ("text", "words", "value"),
    [
        ("They march each July.", "each July", "XXXX-07"),
        ("They march every summer.", "every summer", "XXXX-SU"),
        ("They meet on Fridays.", "Fridays", "XXXX-WXX-5"),
        ("It kills 30 a day.", "a day", "P1D"),
        ("It costs 2 million per year.", "per year", "P1Y"),
    ],
)
def test_repeated_times(text: str, words: str, value: str) -> None:
    assert [(text[item.start : item.end], item.normal.timex) for item in found(text)] == [
        (words, "SET")
    ]
    assert read(text)[0][1] == value


def found(text: str) -> list[Timex]:
    return read_timexes(text, PUBLISHED)


def test_what_hangs_on_the_moment_named_before() -> None:
    text = "It fell on May 2. That evening it burned, and the next morning it sank."
    assert read(text) == [
        ("May 2", "2031-05-02"),
        ("That evening", "2031-05-02TEV"),
        ("the next morning", "2031-05-03TMO"),
    ]
    text = "It fell on May 2. They had been warned the day before."
    assert read(text)[1] == ("the day before", "2031-05-01")


HISTORY = (
    "The war began in March 1911. It spread in April 1912 and in June 1913. "
    "In 1914 the fleet sailed; a treaty of 1821 was void by 1915. "
)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("The port fell in November 1916. In December it burned.", "1916-12"),
        ("The port fell in November 1916. In January it burned.", "1917-01"),
        ("The port fell in June 1916. In April it had burned.", "1916-04"),
        ("It fell in June 1916, before the census of 1990. In July it burned.", "1916-07"),
        ("The port fell in June 1916. In 1918 it was taken. In July it burned.", "1918-07"),
        ("The port fell in June 1916. It burned at the end of the year.", "1916"),
    ],
)  # fmt: skip
def test_a_narrative_carries_its_year_forward(text: str, value: str) -> None:
    assert read(HISTORY + text)[-1][1] == value


def test_a_leap_day_has_a_year() -> None:
    assert read("It fell on February 29.")[0][1] == "2028-02-29"
    assert read("It fell on February 30.") == [("February", "2031-02")]


@given(st.dates(min_value=date(1980, 3, 1), max_value=date(2059, 1, 1)))
def test_a_day_of_the_month_lies_within_a_month(published: date) -> None:
    for text in ("It fell on the 12th.", "It will fall on the 12th."):
        day = day_of(read(text, published)[0][1])
        assert day is not None
        assert day.day == 12
        assert abs((day - published).days) <= 31


_WORDS = st.sampled_from(
    """the night of early hours overnight into Saturday on at 0530 17:00 noon ( ) GMT May 3 - 5 to
    and 1988 2007-08 BC 149 Easter week same year that evening first half FY2031 12th each July
    a day 30 per ago today nineteen ninety-seven , . 29 February 99999""".split()
)


@example(words=["17:00", "that", "night"], dated=True)
@given(st.lists(_WORDS, max_size=30), st.booleans())
def test_any_words_give_ordered_spans_and_backward_references(
    words: list[str], dated: bool
) -> None:
    text = " ".join(words)
    end = 0
    for index, item in enumerate(read_timexes(text, PUBLISHED if dated else None)):
        assert end <= item.start < item.end <= len(text)
        assert item.refers_to is None or item.refers_to < index
        end = item.end


@pytest.mark.parametrize(
    "piece",
    ["the night of ", "3-", "May 3 and ", "at 0530 ", "2007-08-", "half of the ", "Easter "],
)
def test_long_lines_stay_linear(piece: str) -> None:
    text = piece * (200_000 // len(piece))
    assert len(read_timexes(text, PUBLISHED)) <= len(text)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "The dam broke at 2:15 a.m. on Sunday. Three hours earlier, a guard had fled.",
            ["2031-05-11T02:15", "2031-05-11", "2031-05-10T23:15"],
        ),
        (
            "It fell at 0530 GMT. Ten minutes later it fell again.",
            ["2031-05-14T05:30Z", "2031-05-14T05:40Z"],
        ),
        ("A shell fell on 3 May. Two hours later it rained.", ["2031-05-03", "2031-05-03"]),
        (
            "It fell at noon. The army spoke on 3 May. Two hours later it left.",
            ["2031-05-14T12:00", "2031-05-03", "2031-05-03"],
        ),
        ("The unit left 48 hours ago.", ["2031-05-12"]),
        ("The unit left a fortnight ago.", ["2031-W18"]),
        ("The unit left days ago.", ["PAST_REF"]),
        ("Years from now, people will remember it.", ["FUTURE_REF"]),
        ("He will return two years from now.", ["2033"]),
        ("The unit must leave by year-end.", ["2031"]),
        ("It is one of the past two fights.", []),
    ],
)
def test_steps_from_what_was_named_last(text: str, found: list[str]) -> None:
    assert [value for _, value in read(text)] == found


@pytest.mark.parametrize(
    ("text", "words", "value"),
    [
        ("A day-long siege ended.", "day-long", "P1D"),
        ("The six-week-old siege ended.", "six-week-old", "P6W"),
        ("A five-year-old war ended.", "five-year-old", "P5Y"),
        ("The 30-year-old treaty lapsed.", "30-year-old", "P30Y"),
    ],
)
def test_things_have_a_length(text: str, words: str, value: str) -> None:
    assert read(text) == [(words, value)]


@pytest.mark.parametrize(
    "text", ["A 13-month-old boy was hurt.", "Three-month-old Ana slept.", "A 40-year-old farmer."]
)
def test_ages_are_no_moments(text: str) -> None:
    assert read(text) == []


def test_a_day_before_a_week_is_not_guessed() -> None:
    assert read("The talks resume next week. The day before, it rained.")[1:] == []


def test_midnight_is_of_the_day_named_behind_it() -> None:
    found = read("The truce will expire at midnight on Friday.")
    assert found == [("midnight", "2031-05-16T24:00"), ("Friday", "2031-05-16")]


def test_hours_of_the_morning_are_of_their_weekday() -> None:
    found = read("A standoff in the early morning hours Monday ended.")
    assert found == [("the early morning", "2031-05-12TMO"), ("Monday", "2031-05-12")]


@pytest.mark.parametrize(
    ("text", "words", "value"),
    [
        (
            "It fell around 7:15 p.m. Saturday night.",
            "7:15 p.m. Saturday night",
            "2031-05-10T19:15",
        ),
        ("It fell at 3:30 Thursday morning.", "3:30 Thursday morning", "2031-05-08T03:30"),
        ("It fell at 2:10 Friday afternoon.", "2:10 Friday afternoon", "2031-05-09T14:10"),
        ("It fell at 9:30 p.m. last night.", "9:30 p.m. last night", "2031-05-13T21:30"),
    ],
)
def test_a_clock_time_with_the_part_of_a_day(text: str, words: str, value: str) -> None:
    assert read(text) == [(words, value)]


def test_a_hyphen_does_not_make_a_unit_of_an_age() -> None:
    assert read("A 17 year-old slept.") == []


def test_the_attacks_of_a_september_are_those_of_2001() -> None:
    assert read("The Sept. 11 attacks were named.") == [("Sept. 11", "2001-09-11")]
    assert read("The fair of Sept. 11 was named.") == [("Sept. 11", "2030-09-11")]


def test_a_year_of_somebodys_own_is_not_the_calendars() -> None:
    assert read("In his last year in office he built it.") == []
    assert read("Last year he built it.") == [("Last year", "2030")]
