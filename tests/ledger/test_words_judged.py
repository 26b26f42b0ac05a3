"""Words of claims judged one by one say what patterns over the whole claim say."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from counterclaim.ledger.blocking import POSTINGS, Index
from counterclaim.ledger.pair_features import WORDS, _kinds
from counterclaim.ledger.references import _BACK, _NOUNS, _speaks_of_act

TOLD = st.lists(
    st.sampled_from(
        "They deny it denial denied_ Liars! refute regretted now same-day but, however: sorry "
        "confirmed un-true risen the this overnight air strike Saturday's raid allegations of "
        "today's m\u0131stake tugs' \u017forry the\u00a0raid".split(" ")
    ),
    max_size=12,
)


@given(TOLD, st.sampled_from([" ", "-", "  ", "\n"]))
def test_kinds_are_those_the_patterns_find(words: list[str], gap: str) -> None:
    text = gap.join(words)
    assert _kinds(text) == {name for name, pattern in WORDS.items() if pattern.search(text)}


@given(TOLD, st.sampled_from([" ", "-", "  ", "\n"]))
def test_acts_are_spoken_of_where_the_pattern_finds_them(words: list[str], gap: str) -> None:
    text = gap.join(words)
    assert _speaks_of_act(text) is (_BACK.search(text) is not None)


@pytest.mark.parametrize(
    ("text", "spoken"),
    [
        ("the overnight air strike", True),
        ("Saturday\u2019s raid, and the toll", True),
        ("raids went on", False),
        ("", False),
    ],
)
def test_definite_acts(text: str, spoken: bool) -> None:
    assert _speaks_of_act(text) is spoken


def test_nouns_of_acts_are_single_words() -> None:
    assert all(noun.isalpha() for noun in _NOUNS)
    assert {"strike", "raid", "toll"} <= _NOUNS


def test_holders_of_a_word_nobody_has() -> None:
    index = Index()
    assert list(index._near(None, "tug")) == []
    assert list(index._near(3, "tug")) == []
    for number in range(POSTINGS + 9):
        index._rare["tug"].add(number, 1.0)
    for day, number in ((2, 1), (3, 4), (3, 5), (5, 6)):
        index._dated[day, "tug"].add(number, 0.5)
    assert list(index._near(None, "tug")) == []
    found = index._near(3, "tug")
    assert [number for held in found for number in held.numbers] == [1, 4, 5]
