"""Quantities: words and digits as intervals."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from counterclaim.facts.numbers import TENS, UNITS, quantities, value_of


def only(text: str) -> tuple[int, int | None, int | None]:
    found = list(quantities(text))
    assert len(found) == 1, found
    return found[0].low, found[0].best, found[0].high


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("20", (20, 20, 20)),
        ("at least 20", (20, 20, None)),
        ("no fewer than 20", (20, 20, None)),
        ("no less than twenty", (20, 20, None)),
        ("20 or more", (20, 20, None)),
        ("20+", (20, 20, None)),
        ("more than 20", (21, None, None)),
        ("over 20", (21, None, None)),
        ("well over 20", (21, None, None)),
        ("in excess of 20", (21, None, None)),
        ("upwards of 20", (21, None, None)),
        ("up to 20", (0, None, 20)),
        ("as many as 20", (0, None, 20)),
        ("no more than 20", (0, None, 20)),
        ("at most 20", (0, None, 20)),
        ("fewer than 20", (0, None, 19)),
        ("less than 20", (0, None, 19)),
        ("20 or fewer", (0, None, 20)),
        ("about 20", (18, 20, 22)),
        ("around 100", (90, 100, 110)),
        ("some 300", (270, 300, 330)),
        ("an estimated 1,000", (900, 1000, 1100)),
        ("20 or so", (18, 20, 22)),
        ("nearly 60", (54, 60, 60)),
        ("almost sixty", (54, 60, 60)),
        ("20-odd", (20, 20, 29)),
        ("between 20 and 30", (20, None, 30)),
        ("from 20 to 30", (20, None, 30)),
        ("20 to 30", (20, None, 30)),
        ("20-30", (20, None, 30)),
        ("20–30", (20, None, 30)),
        ("two or three", (2, None, 3)),
        ("dozens", (24, None, 99)),
        ("scores", (40, None, 199)),
        ("hundreds", (200, None, 999)),
        ("thousands", (2000, None, 9999)),
        ("tens of thousands", (20_000, None, 99_999)),
        ("hundreds of thousands", (200_000, None, 999_999)),
        ("at least several hundred", (300, None, None)),
        ("several hundred", (300, None, 999)),
        ("several", (3, None, 9)),
        ("a few", (3, None, 9)),
        ("a couple", (2, 2, 2)),
        ("a dozen", (12, 12, 12)),
        ("half a dozen", (6, 6, 6)),
        ("about a dozen", (11, 12, 13)),
        ("two dozen", (24, 24, 24)),
        ("no", (0, 0, 0)),
        ("nobody", (0, 0, 0)),
        ("no one", (0, 0, 0)),
        ("Sixty-two", (62, 62, 62)),
        ("one hundred and twenty-three", (123, 123, 123)),
        ("five thousand two hundred", (5200, 5200, 5200)),
        ("1,200", (1200, 1200, 1200)),
        ("12\u00a0000", (12_000, 12_000, 12_000)),
        ("2.5 million", (2_500_000, 2_500_000, 2_500_000)),
        ("3 million", (3_000_000, 3_000_000, 3_000_000)),
        ("at least another 30", (30, 30, None)),
        ("a further 30", (30, 30, 30)),
        ("a total of 41", (41, 41, 41)),
        ("exactly nine", (9, 9, 9)),
    ],
)
def test_interval(text: str, expected: tuple[int, int | None, int | None]) -> None:
    assert only(text) == expected


@pytest.mark.parametrize(
    "text",
    ["$20 million", "20%", "20 per cent", "3:15", "2031-05-14", "F-16", "3.14", "#7", "No.7"],
)
def test_no_quantity(text: str) -> None:
    assert list(quantities(text)) == []


def test_range_must_rise() -> None:
    falling = list(quantities("between 30 and 20"))
    assert [(one.low, one.high) for one in falling] == [(30, 30), (20, 20)]
    assert [one.low for one in quantities("cut from 90 to 74")] == [90, 74]


def test_article_is_marked() -> None:
    (found,) = quantities("a woman")
    assert found.article
    assert (found.low, found.high) == (1, 1)


def test_spans_are_literal() -> None:
    text = "It killed at least 62 men and wounded between 20 and 30 women."
    first, second = quantities(text)
    assert text[slice(*first.number)] == "62"
    assert text[first.start : first.end] == "at least 62"
    assert first.approximator is not None
    assert text[slice(*first.approximator)] == "at least"
    assert text[slice(*second.number)] == "20 and 30"


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("seventeen", 17),
        ("ninety nine", 99),
        ("a hundred", 100),
        ("two hundred thousand", 200_000),
        ("1.5 thousand", 1500),
        ("1.5", None),
        ("five six", None),
        ("chairs", 0),
    ],
)
def test_value_of(words: str, value: int | None) -> None:
    assert value_of(words) == value


def spell(number: int) -> str:
    """English for a number below a million."""
    units = {value: word for word, value in UNITS.items()}
    tens = {value: word for word, value in TENS.items()}
    if number < 20:
        return units[number]
    if number < 100:
        rest = f"-{units[number % 10]}" if number % 10 else ""
        return tens[number // 10 * 10] + rest
    if number < 1000:
        rest = f" and {spell(number % 100)}" if number % 100 else ""
        return f"{units[number // 100]} hundred{rest}"
    rest = f" {spell(number % 1000)}" if number % 1000 else ""
    return f"{spell(number // 1000)} thousand{rest}"


@given(st.integers(min_value=1, max_value=999_999))
def test_spelled_numbers_read_back(number: int) -> None:
    assert only(spell(number)) == (number, number, number)


@given(st.integers(min_value=0, max_value=999_999_999))
def test_digits_read_back(number: int) -> None:
    assert only(f"{number:,}") == (number, number, number)


@given(st.integers(min_value=2, max_value=900_000))
def test_semantics_of_bounds(number: int) -> None:
    assert only(f"at least {number}")[0] == number
    assert only(f"more than {number}") == (number + 1, None, None)
    assert only(f"up to {number}") == (0, None, number)
    assert only(f"fewer than {number}") == (0, None, number - 1)
    low, best, high = only(f"about {number}")
    assert best == number
    assert high is not None
    assert low <= number <= high
    assert number * 0.9 <= low
    assert high <= number * 1.1


@given(st.text(alphabet="0123456789,.- abdehnortuwy+%$", max_size=80))
def test_any_text_gives_literal_rising_spans(text: str) -> None:
    end = 0
    for found in quantities(text):
        assert end <= found.start < found.end <= len(text)
        assert found.start <= found.number[0] < found.number[1] <= found.end
        assert found.high is None or found.low <= found.high
        assert found.best is None or found.low <= found.best
        end = found.end


def test_long_input_is_linear() -> None:
    text = "one hundred and " * 20_000
    assert list(quantities(text)) is not None
