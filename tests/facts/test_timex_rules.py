"""Rules find the same in small letters as they do passing over case."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from counterclaim.facts.letters import in_small_letters
from counterclaim.facts.timex import read_timexes
from counterclaim.facts.timex.context import Rule
from counterclaim.facts.timex.reader import RULES

WORDS = """
    Friday friday FRIDAY Saturday's Sat. week a two the last next 3 12 2031 '30s 1990s
    FY31 May mid-May Sept. quarter third-quarter year-ago ended March 31 in of on at GMT
    p.m. 5pm 09:30 noon overnight ago earlier later now recently the-past summer Christmas
    Day New Year's Eve hours h mins BC A.D. İstanbul ſunday Kelvin déjà сейчас (14 May)
    "today" , . ; first half decade century and to
""".split()
texts = st.lists(st.sampled_from(WORDS), max_size=14).map(" ".join)


def test_names_of_rules_are_their_own() -> None:
    assert len({rule.name for rule in RULES}) == len(RULES)


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)
def test_no_rule_has_regard_to_case(rule: Rule) -> None:
    """`small` could not find what a pattern finds that looks at case in places."""
    assert "(?-i" not in rule.source
    assert "(?i" not in rule.source
    assert rule.small.groupindex == rule.pattern.groupindex


@given(texts, st.integers(0, 20))
def test_small_letters_lose_nothing(text: str, start: int) -> None:
    small = in_small_letters(text)
    assert len(small) == len(text)
    for rule in RULES:
        whole = [match.span() for match in rule.pattern.finditer(text, start, len(text))]
        assert [match.span() for match in rule.matches(text, small, start, len(text))] == whole


def test_letters_that_pass_for_others() -> None:
    """U+017F is an "s" to a pattern that passes over case; U+0130 alone grows when made small."""
    assert in_small_letters("ſeptember \u0130 K") == "september i k"
    assert all(len(in_small_letters(chr(code))) == 1 for code in range(0x11000))


def test_matches_keep_the_case_of_the_text() -> None:
    (month,) = read_timexes("It fell in MAY 2030.", date(2031, 5, 14))
    assert (month.start, month.end, month.normal.value) == (11, 19, "2030-05")
    assert read_timexes("It may, 2030 times over.", date(2031, 5, 14)) == []
