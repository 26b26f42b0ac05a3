"""Patterns are tried only where a word calls for them, and miss nothing by it."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from counterclaim.facts.gazetteer import Gazetteer, fold, skeleton
from counterclaim.facts.gazetteer.folding import SHORT_NAME
from counterclaim.facts.intents import _CALLS, _COMPILED
from counterclaim.facts.letters import in_small_letters
from counterclaim.facts.numbers import _KIND, _QUANTITY, SCALES, TENS, UNITS, VAGUE, _matches
from counterclaim.facts.timex.reader import _HOLDS, RULES, _may_tell, _signals, read_timexes
from counterclaim.facts.tokens import read_sentences

GAPS = st.sampled_from([" ", " ", " ", "", "-", "'", "  ", "\u00a0", ", "])
ODD_NUMBERS = (
    "a|an|no one|half a dozen|between|and|to|from|or|12|1,200|3.5|20-30|7%|per cent|x_a|\u017fix|²|"
    "or more|odd|+|–|.|$|€|٣|Seven|men"
).split("|")
NUMBERS = st.sampled_from([*_KIND, *UNITS, *TENS, *SCALES, *VAGUE, *ODD_NUMBERS])
TIMES = st.sampled_from(
    """
        the year half weekend last past two three days weeks hours an hour and a once per day after
        before New Year's Day Easter Good Friday May every fiscal in late of decades May 2019 10
    """.split()
)
WORDS_OF_PURPOSE = {word for _, _, p in _COMPILED for word in re.findall("[a-z]{2,}", p.pattern)}
PURPOSES = st.sampled_from(sorted(WORDS_OF_PURPOSE))


def strung(words: st.SearchStrategy[str], gaps: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    return st.lists(st.tuples(words, gaps), max_size=9).map(
        lambda parts: "".join(word + gap for word, gap in parts)
    )


@given(strung(NUMBERS, GAPS), st.integers(0, 3), st.integers(0, 3))
def test_quantities_are_those_of_the_pattern_alone(text: str, start: int, less: int) -> None:
    end = max(len(text) - less, 0)
    alone = [match.span() for match in _QUANTITY.finditer(text, start, end)]
    assert [match.span() for match in _matches(text, start, end)] == alone


@given(strung(PURPOSES, st.sampled_from([" ", " ", "", "-"])))
def test_every_expression_of_a_purpose_holds_a_call(text: str) -> None:
    for _, calls, pattern in _COMPILED:
        for match in pattern.finditer(text):
            small = in_small_letters(text).replace("said", " ")
            assert any(call in small for call in calls), match


def test_calls_are_in_small_letters() -> None:
    assert all(call == call.lower() for calls in _CALLS.values() for call in calls)


@given(strung(TIMES, st.sampled_from([" ", " ", "-"])))
def test_every_match_of_a_rule_holds_its_word(text: str) -> None:
    for rule in RULES:
        for match in rule.pattern.finditer(text):
            held = _HOLDS.get(rule.name)
            assert held is None or any(part in in_small_letters(match[0]) for part in held)


def test_rules_with_words_to_hold_exist() -> None:
    assert _HOLDS.keys() <= {rule.name for rule in RULES}


@pytest.mark.parametrize("text", ["", "The tug sank.", "Nobody spoke to the crew again"])
def test_a_stretch_without_a_word_of_time_tells_nothing(text: str) -> None:
    assert not _may_tell(in_small_letters(text))
    assert _signals(text, 0, len(text)) == {}
    assert read_timexes(text, None) == []


@pytest.mark.parametrize("text", ["on Monday", "in the year", "at 5", "in ’98"])
def test_a_stretch_with_one_may(text: str) -> None:
    assert _may_tell(in_small_letters(text))


def test_letters_that_patterns_take_for_others() -> None:
    odd = "M\u0131\u017fta\u212ae"
    assert re.fullmatch("mistake", odd, re.IGNORECASE)
    assert in_small_letters(odd) == "mistake"
    assert in_small_letters("\u0130n error") == "in error"
    assert in_small_letters("ÄRGER") == "ärger"


def test_sentences_are_remembered_and_long_paragraphs_read_alike() -> None:
    text = "The tug sank. Two men swam. "
    assert read_sentences(text) is read_sentences(text)
    many = read_sentences(text * 300)
    assert len(many) == 600
    assert many[2].start == len(text)
    assert many[1].small == "two men swam."


def test_long_names_have_keys_like_short_ones() -> None:
    name = "Tell-Abyad " * SHORT_NAME
    assert fold(name) == " ".join([fold("Tell-Abyad")] * SHORT_NAME)
    assert skeleton(fold(name)) == " ".join([skeleton(fold("Tell-Abyad"))] * SHORT_NAME)


def test_what_a_caller_does_to_candidates_stays_his() -> None:
    gazetteer = Gazetteer.load()
    first = gazetteer.candidates("Tripoli")
    assert first
    kept = list(first)
    first.clear()
    assert gazetteer.candidates("Tripoli") == kept
    assert gazetteer.candidates("Tripoli", country="LB") == [
        found for found in kept if found.entry.country == "LB"
    ]
