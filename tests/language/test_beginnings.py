"""What a pattern may begin with is told in at most three small letters."""

from importlib import import_module

import pytest
from hypothesis import given
from hypothesis import strategies as st

from counterclaim.language.beginnings import REACH, letters


def of(pattern: str) -> set[str]:
    return letters(import_module("re._parser").parse(pattern))


@pytest.mark.parametrize(
    ("pattern", "wanted"),
    [
        ("Harbour", {"har"}),
        ("as|crew", {"as", "cre"}),
        ("x?yes", {"xye", "yes"}),
        ("(?:un)*done", {"un", "don"}),
        ("[hs]ull", {"hul", "sul"}),
        (r"a\w", {"a"}),
        (r"\d", {""}),
    ],
)
def test_beginnings(pattern: str, wanted: set[str]) -> None:
    assert of(pattern) == wanted


@given(st.text(alphabet="abcXYZ", min_size=1, max_size=8))
def test_a_word_begins_with_its_first_letters(word: str) -> None:
    assert of(word) == {word[:REACH].lower()}
