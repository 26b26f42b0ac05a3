"""The grammar that the network of triage learns statements from."""

import random
import re

import pytest
from training.triage_grammar import (
    HOSTILE_FORMS,
    PARTS,
    PEACEFUL_FORMS,
    PERSONAL_FORMS,
    expand,
)
from training.triage_made import formed
from training.triage_words import groups, one_of

from counterclaim.comments.grams import GROUP, one_a_group, words

FORMS = (*HOSTILE_FORMS, *PEACEFUL_FORMS, *PERSONAL_FORMS)


def test_every_place_has_fillings() -> None:
    for lines in PARTS.values():
        for line in lines:
            assert line.strip()
            assert line.count("{") == line.count("}")
            for place in re.findall(r"\{([^}]*)\}", line):
                assert place in {"g", "s", "a"} or place.removeprefix("a:") in PARTS


@pytest.mark.parametrize("form", FORMS)
def test_every_form_is_filled_to_the_end(form: str) -> None:
    text = expand(form, "women", "woman", random.Random(1))
    assert "{" not in text
    assert "  " not in text


@pytest.mark.parametrize(
    ("form", "text"),
    [
        ("{g} left", "asians left"),
        ("{a} left", "an asian left"),
        ("the {s} left", "the asian left"),
        ("nobody left", "nobody left"),
    ],
)
def test_groups_fill_their_places(form: str, text: str) -> None:
    assert expand(form, "asians", "asian", random.Random(2)) == text


def test_persons_are_no_groups() -> None:
    for form in PERSONAL_FORMS:
        assert not re.search(r"\{[gsa]\}", form)


def test_one_of_every_group_is_read_as_a_group() -> None:
    for group in groups():
        text = one_of(group)
        assert [word.form for word in one_a_group(text, words(text))[0]] == [GROUP]
    assert one_of("black people") == "black person"
    assert one_of("women") == "woman"
    assert one_of("muslims") == "muslim"


def test_fillings_are_always_the_same_and_many() -> None:
    one = list(formed(3))
    assert one == list(formed(3))
    assert len(one) == 3 * (len(HOSTILE_FORMS) + len(PEACEFUL_FORMS))
    assert len({text.lower() for text, _, _ in one}) > 0.8 * len(one)
    assert sum(hostile for _, hostile, _ in one) == 3 * len(HOSTILE_FORMS)


def test_hostility_names_a_group() -> None:
    lost = [
        text
        for text, hostile, _ in formed(2)
        if hostile and GROUP not in [word.form for word in words(text)]
    ]
    assert not lost
