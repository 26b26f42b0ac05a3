"""What the other mentions of a day tell of it: against Wednesday 14 May 2031."""

from __future__ import annotations

import time
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from counterclaim.facts.timex import read_timexes
from counterclaim.facts.timex.context import Context
from counterclaim.facts.timex.direction import weekday_signs
from counterclaim.facts.timex.mentions import MOST, SHARE, Mentions, day_key, weekday_key
from counterclaim.facts.timex.reader import RULES

PUBLISHED = date(2031, 5, 14)
RULE = {rule.name: rule for rule in RULES}
FRIDAY, SATURDAY = 5, 6


def values(text: str) -> list[str | None]:
    return [one.normal.value for one in read_timexes(text, PUBLISHED)]


def mentions(text: str, *names: str) -> Mentions:
    names = names or ("weekday",)
    return Mentions.of(
        (name, match, PUBLISHED) for name in names for match in RULE[name].pattern.finditer(text)
    )


def test_other_mentions_of_a_weekday() -> None:
    text = "They met on Friday. On Saturday they rested. It will be Friday again."
    friday = weekday_key(FRIDAY, PUBLISHED)
    first, second = text.index("Friday"), text.rindex("Friday")
    told = mentions(text)
    assert list(told.of_day(friday)) == [(first, first + 6), (second, second + 6)]
    assert told.names(friday, first, first + 6)
    assert not told.names(friday, first, first + 5)
    assert len(list(told.of_day(weekday_key(SATURDAY, PUBLISHED)))) == 1
    assert list(told.of_day(weekday_key(FRIDAY, date(2031, 5, 15)))) == []


def test_weekdays_that_say_which_are_told_for_sure() -> None:
    friday = weekday_key(FRIDAY, PUBLISHED)
    assert mentions("They met last Friday.").sure(friday) < 0
    assert mentions("They meet next Friday.").sure(friday) > 0
    assert mentions("They met on Friday.").sure(friday) == 0
    assert list(mentions("They met on Fridays.").of_day(friday)) == []
    assert mentions("They met a week last Friday.").sure(friday) == 0


@pytest.mark.parametrize(("day", "sign"), [("May 17", 1), ("May 10", -1), ("May 18", 0)])
def test_a_dated_day_is_the_weekday_that_it_is(day: str, sign: int) -> None:
    told = mentions(f"The court sits on {day}.", "month-day")
    odds = told.sure(weekday_key(SATURDAY, PUBLISHED))
    assert (odds > 0) - (odds < 0) == sign


def test_a_day_with_its_year_needs_no_telling() -> None:
    told = mentions("On May 17, 2029 and May 17 of last year it sat.", "month-day")
    assert told.sure(weekday_key(SATURDAY, PUBLISHED)) == 0
    assert list(told.of_day(day_key(5, 17, PUBLISHED))) == []


def test_nothing_is_sure_without_a_day_of_publication() -> None:
    assert mentions("They met last Friday.").sure(weekday_key(FRIDAY, None)) == 0


def test_a_mention_takes_half_of_what_the_others_tell() -> None:
    text = "The court will sit on Friday. Friday."
    told = mentions(text)
    context = Context(PUBLISHED, text, sentence=(0, len(text)), mentions=told)
    bare, key = (text.rindex("Friday"), len(text) - 1), weekday_key(FRIDAY, PUBLISHED)
    signs = weekday_signs(2)
    own = context.lean(*bare, *signs)
    first = text.index("Friday")
    other = context.lean(first, first + 6, *signs)
    assert context.lean(*bare, *signs, key=key) == pytest.approx(own + SHARE * other)


def test_others_do_not_outweigh_a_mention_that_is_sure() -> None:
    text = "It rained on Friday. " * 9 + "The dam will open on Friday."
    assert values(text)[-1] == "2031-05-16"
    told = mentions(text)
    context = Context(PUBLISHED, text, sentence=(0, len(text)), mentions=told)
    last, key = (text.rindex("Friday"), len(text) - 1), weekday_key(FRIDAY, PUBLISHED)
    signs = weekday_signs(2)
    assert context.lean(*last, *signs, key=key) == pytest.approx(context.lean(*last, *signs) - MOST)


def test_a_weekday_is_the_same_day_all_through() -> None:
    ahead = "The court will sit on Saturday, the clerk said. Saturday 17 May was set by the mayor."
    assert values(ahead)[0] == "2031-05-17"
    behind = "A raid hit Velmar on Saturday, May 10. Crowds were out on Saturday."
    assert values(behind) == ["2031-05-10", "2031-05-10"]


@given(
    st.lists(st.sampled_from(["Friday", "last Friday", "on May 16", "next Friday,", "said", "."]))
)
def test_every_bare_friday_of_a_text_is_one_of_two_days(words: list[str]) -> None:
    for one in read_timexes(" ".join(words), PUBLISHED):
        assert one.normal.value in ("2031-05-09", "2031-05-16")


def test_many_mentions_cost_no_more_than_few() -> None:
    """Ten times the mentions, about ten times the time: not a hundred times."""
    text = "It rained on Friday and they will meet on Friday. "
    read_timexes(text, PUBLISHED)
    spent = []
    for times in (100, 1000):
        begun = time.process_time()
        assert len(read_timexes(text * times, PUBLISHED)) == 2 * times
        spent.append(time.process_time() - begun)
    assert spent[1] < 40 * max(spent[0], 0.01)
