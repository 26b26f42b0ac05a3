"""Dates and times as ISO 8601."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from counterclaim.errors import OptionError
from counterclaim.pages.dates import (
    clock_value,
    date_in_text,
    date_in_url,
    day_near,
    iso,
    option_date,
    resolve_clocks,
)


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("2016-09-17", "2016-09-17"),
        ("2016-09-17T14:05", "2016-09-17T14:05"),
        ("2016-09-17 14:05", "2016-09-17T14:05"),
        ("2016-09-17T14:05:30+02:00", "2016-09-17T14:05:30+02:00"),
    ],
)
def test_option(value: str, expected: str) -> None:
    assert option_date(value) == expected


@pytest.mark.parametrize(
    "value", ["", "yesterday", "17.9.2016", "2016-13-01", "2016-02-30", "2016-09-17T25:00"]
)
def test_an_option_that_is_no_date(value: str) -> None:
    with pytest.raises(OptionError) as caught:
        option_date(value)
    assert caught.value.code == "CC201"


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("2016-09-17", "2016-09-17"),
        ("20160917", "2016-09-17"),
        ("2016-09-17T14:05:00Z", "2016-09-17T14:05+00:00"),
        ("2016-09-17T14:05:00+0200", "2016-09-17T14:05+02:00"),
        ("2016-09-17T14:05:00.123Z", "2016-09-17T14:05+00:00"),
        ("2016-09-17 14:05", "2016-09-17T14:05"),
        ("Sat, 17 Sep 2016 14:05:09 GMT", "2016-09-17T14:05+00:00"),
        ("17 September 2016", "2016-09-17"),
        ("September 17, 2016, 3:15 pm EDT", "2016-09-17T15:15-04:00"),
        ("1474121100", "2016-09-17T14:05+00:00"),
        ("1474121100000", "2016-09-17T14:05+00:00"),
        ("03/04/2016", None),
        ("17/09/2016", "2016-09-17"),
        ("tomorrow", None),
        ("2016", None),
        ("", None),
        ("2016-09-99", None),
    ],
)
def test_dates_of_mark_up(value: str, expected: str | None) -> None:
    assert iso(value) == expected


@pytest.mark.parametrize(
    ("url", "expected"),
    [
        ("https://a.example/2016/09/17/story", "2016-09-17"),
        ("https://a.example/news/2016-9-7-story", "2016-09-07"),
        ("https://a.example/20160917-story.html", "2016-09-17"),
        ("https://a.example/2016/sep/17/story", "2016-09-17"),
        ("https://a.example/2016/13/17/story", None),
        ("https://a.example/id/4201609175", None),
        ("https://a.example/story", None),
        ("https://a.example/2016/02/31/", None),
    ],
)
def test_dates_of_addresses(url: str, expected: str | None) -> None:
    assert date_in_url(url) == expected


@pytest.mark.parametrize(
    ("text", "value", "exact"),
    [
        (
            "Published 17 Sept 2016 14:05 GMT by us",
            "2016-09-17T14:05+00:00",
            "17 Sept 2016 14:05 GMT",
        ),
        ("September 17, 2016", "2016-09-17", "September 17, 2016"),
        ("Posted: 3:15 pm, September 17, 2016", "2016-09-17T15:15", "3:15 pm, September 17, 2016"),
        ("on 2016-09-17", "2016-09-17", "2016-09-17"),
        (
            "Saturday, 17th September 2016 | 18.30 CEST",
            "2016-09-17T18:30+02:00",
            "Saturday, 17th September 2016 | 18.30 CEST",
        ),
    ],
)
def test_dates_of_text(text: str, value: str, exact: str) -> None:
    found = date_in_text(text, 0, len(text))
    assert found is not None
    assert found.span is not None
    assert (found.value, found.span.exact, found.evidence) == (value, exact, "text")


@pytest.mark.parametrize(
    "text", ["17 September", "in 2016", "03/04/2016", "99 June 2016", "no date"]
)
def test_dates_that_are_not_guessed(text: str) -> None:
    assert date_in_text(text, 0, len(text)) is None


@pytest.mark.parametrize(
    ("clock", "zone", "expected"),
    [
        ("3:15 pm", None, "T15:15"),
        ("12:05 a.m.", None, "T00:05"),
        ("12 p.m.", None, "T12:00"),
        ("noon", "GMT", "T12:00+00:00"),
        ("17.20", "CET", "T17:20+01:00"),
        ("1430", "GMT", "T14:30+00:00"),
        ("9:15am", "ET", "T09:15"),
        ("14h30", None, "T14:30"),
        ("midnight", None, "T00:00"),
        ("later", None, None),
    ],
)
def test_times_of_day(clock: str, zone: str | None, expected: str | None) -> None:
    assert clock_value(clock, zone) == expected


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("Sunday", "2016-09-18"),
        ("Saturday", "2016-09-17"),
        ("Thu", "2016-09-15"),
        ("today", "2016-09-17"),
        ("yesterday", "2016-09-16"),
        ("16 Sept", "2016-09-16"),
        ("December 31", "2016-12-31"),
        ("soon", None),
    ],
)
def test_days_near_a_day(words: str, expected: str | None) -> None:
    assert day_near(words, "2016-09-17T10:00") == expected
    assert day_near(words, None) is None


def test_a_day_without_a_year_takes_the_nearest_year() -> None:
    assert day_near("31 December", "2017-01-02") == "2016-12-31"


def test_clocks_are_put_on_the_day() -> None:
    assert resolve_clocks(["T10:00", None, "T12:30"], "2022-06-01") == [
        "2022-06-01T10:00",
        None,
        "2022-06-01T12:30",
    ]


def test_clocks_that_pass_midnight_end_on_the_day() -> None:
    assert resolve_clocks(["T22:10", "T23:40", "T01:05"], "2022-06-02") == [
        "2022-06-01T22:10",
        "2022-06-01T23:40",
        "2022-06-02T01:05",
    ]


def test_clocks_that_make_no_sense_stay_clocks() -> None:
    turning = ["T22:10", "T03:40", "T01:05"]
    assert resolve_clocks(turning, "2022-06-02") == turning
    assert resolve_clocks(["T10:00"], None) == ["T10:00"]


@given(st.text(max_size=120))
@settings(deadline=None)
def test_any_text_gives_a_date_or_none(text: str) -> None:
    value = iso(text)
    assert value is None or value[:4].isdigit()
    date_in_url(text)
    found = date_in_text(text, 0, len(text))
    if found is not None and found.span is not None:
        assert text[found.span.start : found.span.end] == found.span.exact


@given(st.dates(), st.sampled_from(["%Y-%m-%d", "%d %B %Y", "%B %d, %Y", "%a %d %b %Y"]))
@settings(deadline=None)
def test_written_dates_are_read_back(day: object, form: str) -> None:
    from datetime import date

    assert isinstance(day, date)
    if 1990 <= day.year < 2100:
        text = f"Published {day.strftime(form)}"
        found = date_in_text(text, 0, len(text))
        assert found is not None
        assert found.value == day.isoformat()
