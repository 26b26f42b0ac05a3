"""Words."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from counterclaim.language import words


def split(text: str) -> list[str]:
    return [text[slice(*span)] for span in words(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("He's 41-ish, U.S.", ["He", "'", "s", "41", "-", "ish", ",", "U", ".", "S", "."]),
        ("cafe\u0301 nai\u0308ve", ["cafe\u0301", "nai\u0308ve"]),
        ("a_b", ["a", "_", "b"]),
        ("😀ok", ["😀", "ok"]),
        ("حلب اليوم", ["حلب", "اليوم"]),
        ("a\r\nb\u00a0c", ["a", "b", "c"]),
        ("", []),
    ],
)
def test_words(text: str, expected: list[str]) -> None:
    assert split(text) == expected


@given(st.text(max_size=80))
def test_every_character_but_white_space_is_in_one_word(text: str) -> None:
    covered = [at for start, end in words(text) for at in range(start, end)]
    assert covered == [at for at, char in enumerate(text) if not char.isspace()]
