"""Patterns that never take or see the end of a line are told from those that may."""

import re
from importlib import import_module

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from counterclaim.language import Openings, Sought
from counterclaim.language.lines import within_line

WITHIN = [
    r"\b(?:harbour|hull)\b",
    r"[^\W\d_a-z][\w'-]{1,30}",
    r"[^,\n]{0,9}crew",
    r"[^\s,]+ tolls?",
    r"[\S ]*crew",
    r"a.b",
    r"crew(?=,| said)(?!'s)",
    r"(?<!the )hull",
    r"[^\n]",
    r"(?i:crew|hull) {0,3}?[0-9]",
]
BEYOND = [
    r"\s+crew",
    r"crew\n",
    r"[^,]{0,9}crew",
    r"[\s,]crew",
    r"\W",
    r"[\D]",
    r"[^\w]",
    r"[\t-\r]",
    r"crew$",
    r"^crew",
    r"\Bcrew",
    r"crew(?=\s)",
    r"crew(?!\n)",
    r"(?<!\n)crew",
    r"a|\n",
    r"(?s:.)crew",
    r"(?:[^c])crew",
]


def parsed(pattern: str) -> object:
    return import_module("re._parser").parse(pattern)


@pytest.mark.parametrize("pattern", WITHIN)
def test_what_stays_in_its_line(pattern: str) -> None:
    assert within_line(parsed(pattern))  # type: ignore[arg-type]


@pytest.mark.parametrize("pattern", BEYOND)
def test_what_may_take_or_see_the_end_of_a_line(pattern: str) -> None:
    assert not within_line(parsed(pattern))  # type: ignore[arg-type]


@pytest.mark.parametrize("pattern", WITHIN)
@settings(max_examples=40)
@given(st.text(alphabet="abcrewhulTt 12,'\n\r", max_size=40))
def test_a_line_alone_holds_what_the_text_holds(pattern: str, text: str) -> None:
    whole = [match.group() for match in re.finditer(pattern, text)]
    alone = [m.group() for line in text.split("\n") for m in re.finditer(pattern, line)]
    assert whole == alone


def test_only_lines_with_a_word_needed_are_searched() -> None:
    text = "Tolm rang\nTolm crew, Senn crew\nno\nVarr crew"
    sought = Sought(r"[A-Z]\w+ crew\b")
    found = [match.span() for match in sought.finditer(Openings(text))]
    assert found == [(10, 19), (21, 30), (34, 43)]
    assert [m.span() for m in sought.finditer(Openings(text, 12, 40))] == [(21, 30)]


def test_a_text_without_the_word_needed_is_not_searched() -> None:
    assert not list(Sought(r"[A-Z]\w+ crew\b").finditer(Openings("Tolm rang\nSenn rang")))
