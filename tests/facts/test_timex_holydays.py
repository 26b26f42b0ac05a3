"""Feasts of the Islamic calendar have bounds and no value; those of the Julian one have a day."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from counterclaim.facts.timex import bounds, precision, read_timexes
from counterclaim.facts.timex.holydays import islamic_day

PUBLISHED = date(2016, 7, 20)


def read(text: str, published: date | None = PUBLISHED) -> list[tuple[str, str | None, str | None]]:
    found = read_timexes(text, published)
    return [(text[one.start : one.end], one.normal.value, one.normal.bounds_from) for one in found]


@pytest.mark.parametrize(
    ("year", "month", "day", "gregorian"),
    [
        (1, 1, 1, date(622, 7, 19)),
        (1445, 1, 1, date(2023, 7, 19)),
        (1445, 9, 1, date(2024, 3, 11)),
        (1437, 12, 10, date(2016, 9, 13)),
    ],
)
def test_the_tabular_calendar(year: int, month: int, day: int, gregorian: date) -> None:
    assert islamic_day(year, month, day) == gregorian


@given(st.integers(1, 1500), st.integers(1, 11))
def test_months_follow_each_other(year: int, month: int) -> None:
    days = islamic_day(year, month + 1, 1) - islamic_day(year, month, 1)
    assert days.days == (30 if month % 2 else 29)


@pytest.mark.parametrize(
    ("text", "words", "limits"),
    [
        ("Shells fell on Eid al-Fitr.", "Eid al-Fitr", "2016-07-06/2016-07-10"),
        ("Two died during Ramadan, he said.", "Ramadan", "2016-06-06/2016-07-07"),
        ("They will meet on Eid al-Adha.", "Eid al-Adha", "2016-09-12/2016-09-17"),
        ("It burned last Eid al-Adha.", "last Eid al-Adha", "2015-09-23/2015-09-28"),
        ("On Nowruz a shop burned.", "Nowruz", "2016-03-20/2016-03-22"),
        (
            "At the beginning of the Muslim holy month of Ramadan it fell.",
            "the beginning of the Muslim holy month of Ramadan",
            "2016-06-06/2016-07-07",
        ),
        ("A bus was hit on Eid.", "Eid", "2016-07-06/2016-07-10"),
        (
            "It was on the first day of Ramadan 2015.",
            "the first day of Ramadan 2015",
            "2015-06-17/2015-06-19",
        ),
    ],
)
def test_a_feast_that_the_moon_decides_has_only_bounds(text: str, words: str, limits: str) -> None:
    assert read(text) == [(words, None, limits)]


@pytest.mark.parametrize(
    "text",
    [
        "The sons of Ramadan Abbas left.",
        "He met Ramadan.",
        "They were told tales of Ashura.",
        "Saeed al-Eid said so.",
        "since Ramadan al-Ali left",
        "They spoke of eid.",
    ],
)
def test_persons_are_no_feasts(text: str) -> None:
    assert read(text) == []


def test_without_a_day_to_count_from_nothing_is_guessed() -> None:
    assert read("It fell on Eid al-Fitr.", None) == [("Eid al-Fitr", None, None)]
    assert read("It fell on Eid.", date(2016, 3, 1)) == [("Eid", None, None)]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("The raid was on Orthodox Christmas.", "2016-01-07"),
        ("The raid was on Coptic Christmas Eve.", "2016-01-06"),
        ("The town fell on Orthodox Easter.", "2016-05-01"),
        ("A church was hit on Orthodox Good Friday.", "2016-04-29"),
        ("A church was hit on Good Friday.", "2016-03-25"),
    ],
)
def test_churches_that_count_by_the_julian_calendar(text: str, value: str) -> None:
    assert [found[1:] for found in read(text)] == [(value, None)]


def test_an_interval_has_bounds_and_a_precision() -> None:
    assert bounds("2016-07-06/2016-07-10") == ("2016-07-06", "2016-07-10")
    assert precision("2016-07-06/2016-07-10") == 2
    assert bounds("2016-07-06/soon") == (None, None)
