"""Sentence boundaries by rule."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from counterclaim.language import flowing, sentences


def split(text: str) -> list[str]:
    return [text[slice(*span)] for span in sentences(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("He left. She stayed.", ["He left.", "She stayed."]),
        (
            "Mr. Varn met Dr. Oro in St. Ives. They spoke.",
            ["Mr. Varn met Dr. Oro in St. Ives.", "They spoke."],
        ),
        ("J. K. Oro said so. B. Varn did not.", ["J. K. Oro said so.", "B. Varn did not."]),
        ("The U.N. said no. The U.S. did.", ["The U.N. said no.", "The U.S. did."]),
        ("He left at 5 p.m. The rest stayed.", ["He left at 5 p.m.", "The rest stayed."]),
        ("He left at 5 p.m. Monday.", ["He left at 5 p.m. Monday."]),
        ("It cost 3.5 million. No. 7 won.", ["It cost 3.5 million.", "No. 7 won."]),
        ('"Why?" he asked. "No."', ['"Why?" he asked.', '"No."']),
        ("“It is over.” She wept.", ["“It is over.”", "She wept."]),
        ("Wait ... and see. Then go.", ["Wait ... and see.", "Then go."]),
        ("He stopped… Then he ran.", ["He stopped…", "Then he ran."]),
        ("Really?! Yes!", ["Really?!", "Yes!"]),
        ("(He left.) She stayed.", ["(He left.)", "She stayed."]),
        ("他走了。她留下。", ["他走了。", "她留下。"]),
        ("هل رحل؟ نعم.", ["هل رحل؟", "نعم."]),
        ("First line\nSecond line. Third", ["First line", "Second line.", "Third"]),
        ("One.\r\n\r\n  Two.  ", ["One.", "Two."]),
        ("", []),
        (" \n ", []),
    ],
)
def test_boundaries(text: str, expected: list[str]) -> None:
    assert split(text) == expected


@given(st.text(alphabet='aAb .!?…"”“()\n\r\u2028😀é', max_size=80))
def test_every_visible_character_is_in_exactly_one_sentence(text: str) -> None:
    covered = [at for start, end in sentences(text) for at in range(start, end)]
    assert len(covered) == len(set(covered))
    assert {at for at, char in enumerate(text) if not char.isspace()} <= set(covered)


@given(st.text(max_size=60))
def test_a_sentence_has_no_line_break_and_no_space_at_its_ends(text: str) -> None:
    for start, end in sentences(text):
        piece = text[start:end]
        assert piece == piece.strip()
        assert not set(piece) & set("\n\r\v\f\x85\u2028\u2029")


def test_a_hard_wrapped_paragraph_flows() -> None:
    wrapped = "The ferry to Ostby was late, the\r\nport office said. Nobody\nwas hurt."
    assert len(flowing(wrapped)) == len(wrapped)
    found = [wrapped[start:end] for start, end in sentences(flowing(wrapped))]
    assert found == [
        "The ferry to Ostby was late, the\r\nport office said.",
        "Nobody\nwas hurt.",
    ]
