"""Sifted patterns match what each of them matches by itself."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from counterclaim.language import Openings, Sifted, Sought
from counterclaim.statements.force_signs import CONTENT_SIGNS, CUE_SIGNS

TABLE = Sifted(
    {
        "ships": Sought(r"\bships?\b", re.IGNORECASE),
        "not": Sought(r"\bnot\b|n't\b", re.IGNORECASE),
        "asks": Sought(r"\?"),
        "no": Sought(r"\bno (?:crew|tolls?)\b"),
        "said so": Sought(r"[^,]{2,40} (?:said|wrote) so\b"),
    }
)

WORDS = st.sampled_from(
    "no not never ship Ships crew said wrote so will had nothing false tolls isn't only ? , École"
    " İ they it until told denied why".split()
)


def plainly(table: Sifted, text: str) -> list[str]:
    return [name for name, each in table.patterns.items() if each.pattern.search(text)]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("", []),
        ("Two ships left.", ["ships"]),
        ("Why were no tolls paid?", ["asks", "no"]),
        ("They didn't go, the pilot wrote so.", ["not", "said so"]),
        ("SHIPS", ["ships"]),
        ("Née: no crew", ["no"]),
        ("Éire has no ship", ["ships"]),
    ],
)
def test_names_are_those_of_the_patterns_that_match(text: str, names: list[str]) -> None:
    assert TABLE.names(Openings(text)) == names


@given(st.lists(WORDS, max_size=12).map(" ".join))
def test_the_tables_of_force_find_what_each_pattern_finds(text: str) -> None:
    for table in (TABLE, CONTENT_SIGNS, CUE_SIGNS):
        assert table.names(Openings(text)) == plainly(table, text)


@given(st.text(max_size=60))
def test_any_text_is_read_as_re_reads_it(text: str) -> None:
    assert TABLE.names(Openings(text)) == plainly(TABLE, text)
