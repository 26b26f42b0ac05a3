"""Letters, capitals and digits counted as Python's own predicates say."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from counterclaim.pages.letters import count_letters


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", (0, 0, 0)),
        ("Two Men, 3 dogs", (10, 2, 1)),
        ("ÉCOLE été", (8, 5, 0)),
        ("٣ ² ①", (0, 0, 3)),
        ("\u01c5 \u02b0 \U0001d400", (3, 1, 0)),
        ("\ud800x", (1, 0, 0)),
    ],
)
def test_counts(text: str, expected: tuple[int, int, int]) -> None:
    assert count_letters(text) == expected


@given(st.text(st.characters(exclude_categories=[])))
def test_counts_are_those_of_the_predicates(text: str) -> None:
    wanted = tuple(sum(map(ask, text)) for ask in (str.isalpha, str.isupper, str.isdigit))
    assert count_letters(text) == wanted
