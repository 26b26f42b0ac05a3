"""Days that a page counts from a day of its own, and clock times of its own day."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from counterclaim.facts.timex import Timex, bounds, read_timexes

PUBLISHED = date(2031, 5, 20)


def read(text: str) -> dict[str, Timex]:
    return {text[one.start : one.end]: one for one in read_timexes(text, PUBLISHED)}


@pytest.mark.parametrize(
    ("begun", "counted", "day"),
    [
        ("The siege of Karvel began on 3 May 2031.", "the third day of the siege", "2031-05-05"),
        ("The siege began on 3 May 2031.", "day two of the siege", "2031-05-04"),
        ("On 3 May 2031, when the war broke out, it rained.", "day 10 of the war", "2031-05-12"),
        ("The cease-fire took effect on 3 May 2031.", "the 2nd day of the ceasefire", "2031-05-04"),
        ("The talks, which opened on 3 May 2031, went on.", "the first day of talks", "2031-05-03"),
        ("The protests started on 3 May 2031.", "day 18 of the street protest", "2031-05-20"),
    ],
)
def test_days_are_counted_from_the_first(begun: str, counted: str, day: str) -> None:
    found = read(f"{begun} On {counted}, a bridge fell.")
    words = counted.partition(" of ")[0]
    assert found[words].normal.value == day
    assert found[words].refers_to == 0


def test_a_week_has_bounds_and_no_value() -> None:
    found = read("The siege began on 3 May 2031. In the second week of the siege they ate grass.")
    normal = found["the second week"].normal
    assert normal.value is None
    assert bounds(normal.bounds_from) == ("2031-05-10", "2031-05-16")


@pytest.mark.parametrize(
    "text",
    [
        "On the third day of the siege, shells fell on the market.",
        "The truce began on 3 May 2031. On the third day of the siege, shells fell.",
        "The siege began on 3 May 2031. The siege began on 5 May 2031; the third day of the siege",
        "The siege began in May 2031. On the third day of the siege, shells fell.",
    ],
)
def test_without_one_first_day_there_is_no_value(text: str) -> None:
    normal = read(text)["the third day"].normal
    assert normal.value is None
    assert normal.bounds_from is None


def test_a_day_that_is_said_to_be_one_of_them() -> None:
    found = read("Saturday was the fifth day of the siege. On the sixth day of the siege it ended.")
    assert found["the fifth day"].normal.value == found["Saturday"].normal.value == "2031-05-17"
    assert found["the sixth day"].normal.value == "2031-05-18"


def test_what_the_day_is_of_may_be_anything_where_the_day_is_said() -> None:
    assert read("Today is the first day of peace.")["the first day"].normal.value == "2031-05-20"
    assert "the first day" not in read("He spoke of the first day of peace.")


@pytest.mark.parametrize("words", ["the last day of the talks", "the last week of the campaign"])
def test_the_last_day_of_something_is_not_yesterday(words: str) -> None:
    found = read(f"It was {words}.").values()
    assert all(one.normal.timex == "DURATION" or one.normal.value is None for one in found)


@given(number=st.integers(1, 9999))
def test_any_number_gives_a_day_or_none(number: int) -> None:
    text = f"The war began on 3 May 2031. On day {number} of the war they met."
    value = read(text)[f"day {number}"].normal.value
    assert value is not None
    assert (date.fromisoformat(value) - date(2031, 5, 3)).days == number - 1


def test_a_clock_time_that_leads_a_line_is_of_the_day_of_publication() -> None:
    text = "20:15 Army speaks\nOn Friday it had kept silent.\n\n18:02 Shells\nAt 17:30 three fell."
    found = {text[one.start : one.end]: one.normal.value for one in read_timexes(text, PUBLISHED)}
    assert found["20:15"] == "2031-05-20T20:15"
    assert found["18:02"] == "2031-05-20T18:02"


def test_a_front_called_dawn_is_no_time() -> None:
    assert read("Dawn Front fighters came.") == {}
    assert "Dawn" in read("Dawn broke over Karvel.")
