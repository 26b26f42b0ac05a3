"""Whether a day or month lies ahead, and which year a history has come to."""

from __future__ import annotations

import json
import math
from datetime import date
from importlib import resources

import pytest
from hypothesis import given
from hypothesis import strategies as st

from counterclaim.facts.timex import read_timexes
from counterclaim.facts.timex.direction import (
    DAY_OF_MONTH,
    lean,
    month_signs,
    signs,
    weekday_signs,
)
from counterclaim.facts.timex.fitted import weights_of
from counterclaim.facts.timex.story import FILE, Story

PUBLISHED = date(2031, 5, 14)
"""A Wednesday."""


def values(text: str, published: date = PUBLISHED) -> list[str | None]:
    return [item.normal.value for item in read_timexes(text, published)]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("The bridge collapsed Monday.", "2031-05-12"),
        ("Monday's attack killed nine people.", "2031-05-12"),
        ("The envoy arrived Thursday for talks.", "2031-05-08"),
        ("The envoy arrives Thursday for talks.", "2031-05-15"),
        ("The man, who died Sunday, was a driver.", "2031-05-11"),
        ("Officials said Friday that the dam was safe.", "2031-05-09"),
        ("A funeral is to be held on Tuesday.", "2031-05-20"),
        ("Funerals were held on Tuesday.", "2031-05-13"),
        ("Rescuers have until Friday to find survivors.", "2031-05-16"),
        ("Police said they expected to reopen the road by Friday.", "2031-05-16"),
        ("If the army fails to withdraw by Friday, the talks will end.", "2031-05-16"),
        ("In an interview to be broadcast Sunday, he denied it.", "2031-05-18"),
        ("In an interview broadcast Sunday, he denied it.", "2031-05-11"),
        ("The ministry is due to publish its report in July.", "2031-07"),
        ("The ministry published its report in July.", "2030-07"),
        ("Elections are planned for December.", "2031-12"),
        ("The clinic was hit in December.", "2030-12"),
        ("He faces trial in September.", "2031-09"),
        ("He was arrested in September.", "2030-09"),
        ("Shelling since April has emptied the town.", "2031-04"),
        ("The summit opens on Sept. 3.", "2031-09-03"),
        ("The strikes began on Sept. 3.", "2030-09-03"),
    ],
)
def test_verbs_tell_what_lies_ahead(text: str, value: str) -> None:
    assert values(text) == [value]


def test_a_day_of_a_month_near_publication_needs_no_words() -> None:
    assert values("The clinic was hit on May 20.") == ["2031-05-20"]
    assert values("The clinic was hit on December 30.", date(2031, 1, 4)) == ["2030-12-30"]


def test_signs_stand_nearest_first_and_name_forms_of_verbs() -> None:
    shown = signs("The envoy will be seen on ", ", officials said.")
    assert shown["b0:on"] == shown["b2:will"] == shown["bb:seen on"] == 1
    assert shown["b:seen"] == 1 / (1 + 1 / 5)
    assert shown["T=future"] == 1
    assert shown["a0:,"] == 1
    assert shown["a:#past"] < 1
    assert "b:#past" not in shown
    assert "no-past-before" in shown


def test_signs_end_with_the_sentence() -> None:
    shown = signs("The dam broke. It ", " today. They left.")
    assert "b:broke" not in shown
    assert "a:left" not in shown
    assert "no-past" in shown


def test_numbers_are_one_sign() -> None:
    assert "b1:0" in signs("Some 40 on ", "") or "b:0" in signs("Some 40 on ", "")


@pytest.mark.parametrize(
    ("later", "sooner"),
    [("The court will sit on ", "The court sat on "), ("It opens ", "It opened ")],
)
def test_lean_grows_with_words_that_look_ahead(later: str, sooner: str) -> None:
    kinds = weekday_signs(3)
    assert lean(later, ".", *kinds) > lean(sooner, ".", *kinds)


def test_the_nearer_the_next_one_the_likelier() -> None:
    assert lean("In ", ".", *month_signs(1)) > lean("In ", ".", *month_signs(10))
    assert lean("On ", ".", *weekday_signs(1)) > lean("On ", ".", *weekday_signs(6))


@given(st.text(max_size=200), st.text(max_size=120))
def test_any_words_have_a_finite_lean(before: str, after: str) -> None:
    assert all(0 <= value <= 1 for value in signs(before, after).values())
    assert math.isfinite(lean(before, after, *DAY_OF_MONTH))


@pytest.mark.parametrize("name", ["direction.json", FILE])
def test_weights_are_sorted_numbers(name: str) -> None:
    text = resources.files("counterclaim.facts.timex").joinpath(name).read_text("utf-8")
    table = json.loads(text)
    assert list(table) == sorted(table)
    assert all(isinstance(weight, int | float) for weight in table.values())


def test_weights_know_how_far_the_next_one_is() -> None:
    assert {*weekday_signs(1)[1:], *weekday_signs(6)[1:], *month_signs(1)[1:]} <= (
        weights_of("direction.json").keys()
    )


HISTORY = """The long siege

In 1911 the valley was quiet. In March 1912 the Ordan army crossed the river. By May it had taken
Tarn, and in November it reached the sea. In January the front froze. On 3 February a storm sank
the fleet.

By the end of 1913 both sides were tired. In April 1914 the talks failed. The last forts fell in
June, and the treaty of 1915 ended the war. A census of 1930 counted the dead.
"""


def test_a_history_carries_its_year_forward() -> None:
    read = {
        HISTORY[item.start : item.end]: item.normal.value
        for item in read_timexes(HISTORY, date(2031, 5, 14))
    }
    assert read["May"] == "1912-05"
    assert read["November"] == "1912-11"
    assert read["January"] == "1913-01"
    assert read["3 February"] == "1913-02-03"
    assert read["June"] == "1914-06"


def test_words_of_speech_are_no_moments_of_a_history() -> None:
    told = HISTORY + "Soon the former capital was rebuilt.\n"
    read = [told[item.start : item.end] for item in read_timexes(told, PUBLISHED)]
    assert "Soon" not in read
    assert read[-1] == "former"
    assert values("Soon the former capital was rebuilt.") == ["FUTURE_REF"]


def test_a_story_takes_the_next_year_after_a_winter() -> None:
    text = "In November 1916 it began. In January it ended."
    story = Story(text)
    story.name(1916, 11, text.index("November"), leads=True)
    at = text.index("January")
    assert set(story.candidates(1, at, at + 7)) == {1916, 1917}
    assert story.choose(1, at, at + 7) == 1917


def test_a_story_without_a_year_has_nothing_to_choose_from() -> None:
    story = Story("In January it ended.")
    assert story.choose(1, 3, 10) is None
    assert story.year is None


def test_the_year_behind_a_month_is_a_candidate() -> None:
    text = "In 1920 it rested. In May and again in August 1925 it burned."
    story = Story(text)
    story.name(1920, None, 3, leads=True)
    at = text.index("May")
    shown = story.candidates(5, at, at + 3)
    assert shown[1925]["behind-in-sentence"] == 1
    assert story.choose(5, at, at + 3) == 1925


@given(
    st.lists(
        st.tuples(st.integers(1500, 2030), st.integers(1, 12), st.booleans(), st.booleans()),
        max_size=12,
    )
)
def test_any_story_chooses_among_its_candidates(
    steps: list[tuple[int, int, bool, bool]],
) -> None:
    text = "It was so. " * 40
    story = Story(text)
    for index, (year, month, named, leads) in enumerate(steps):
        at = index * 11
        if named:
            story.name(year, month, at, leads)
            continue
        candidates = story.candidates(month, at, at + 2)
        chosen = story.choose(month, at, at + 2)
        assert chosen in candidates if candidates else chosen is None
        if chosen is not None:
            story.take(chosen, month, at, leads)
            assert weights_of(FILE)
