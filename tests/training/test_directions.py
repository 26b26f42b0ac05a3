"""What the weights of direction and of stories are learned from."""

from __future__ import annotations

from datetime import date

import pytest

pytest.importorskip("scipy")
from benchmarks.timex import Example as TimeML
from benchmarks.timex import Gold

from training import directions, stories

DAY = date(2031, 5, 14)
"""A Wednesday."""


def kinds(words: str) -> list[tuple[str, bool]]:
    return [(e.kind, e.ahead) for e in directions.certain(directions.Text("x", words, DAY))]


def test_dates_tell_their_direction() -> None:
    assert kinds("The dam broke on 3 March 2031.") == [("full", False)]
    assert kinds("The dam will open on July 2.") == [("md", True)]
    assert kinds("The dam broke yesterday.") == [("rel", False)]
    assert kinds("The dam will open next week.") == [("rel", True)]


def test_days_within_a_week_are_learned_from_as_weekdays_too() -> None:
    assert kinds("The dam broke on May 10.") == [("md", False), ("as-wd", False)]


def test_what_is_not_certain_is_not_learned_from() -> None:
    assert kinds("The dam broke on Friday in a year of rain.") == []
    assert kinds("The dam broke on October 2.") == []
    assert kinds("The dam broke on May 14, 2031.") == []


def test_weights_follow_the_words() -> None:
    found = [
        example
        for number in range(12)
        for words in ("The dam will open on July 2.", "The dam broke on April 2.")
        for example in directions.certain(directions.Text(f"x/{number}", words, DAY))
    ]
    table = directions.weights(found)
    assert table["b:will"] > 0 > table["b:broke"]
    assert "" in table
    assert all(abs(weight) >= directions.SMALL for name, weight in table.items() if name)


HISTORY = (
    "In 1911 it was quiet. In March 1912 the army came. By May it had won. In 1913 it rested. "
    "In April 1914 it left. In June the war of 1915 was planned. In 1916 it ended."
)


def history() -> TimeML:
    golden = {"May": "1912-05", "June": "1914-06"}
    gold = tuple(
        Gold(HISTORY.index(words), HISTORY.index(words) + len(words), value, "DATE")
        for words, value in golden.items()
    )
    return TimeML("x", HISTORY, DAY, gold)


def test_moments_of_a_history_have_their_gold_year() -> None:
    found = stories.moments(history())
    assert [(one.month, one.gold) for one in found if one.year is None] == [(5, 1912), (6, 1914)]
    assert [one.year for one in found if one.year] == [1911, 1912, 1913, 1914, 1915, 1916]
    assert found[0].leads


def test_a_history_is_told_with_gold_years_or_by_a_choice() -> None:
    found = stories.moments(history())
    taught = stories.told(HISTORY, found, None)
    assert [choice.taken for choice in taught] == [1912, 1914]
    latest = stories.told(HISTORY, found, max)
    assert all(choice.taken == max(choice.candidates) for choice in latest)


def test_fitted_weights_choose_what_they_were_taught() -> None:
    taught = stories.told(HISTORY, stories.moments(history()), None) * 20
    choose = stories.chooser(stories.fit(taught))
    assert all(choose(choice.candidates) == choice.gold for choice in taught)
