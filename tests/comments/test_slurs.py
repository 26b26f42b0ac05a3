"""Slurs by kind. The words here are invented: the list itself is spelled nowhere."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from counterclaim.comments import slurs
from counterclaim.comments.grams import FIRST_FINDING, words
from counterclaim.comments.lexicon import (
    FUNCTION_WORDS,
    GROUP,
    GROUP_ADJECTIVES,
    GROUP_NOUNS,
    PRAISE,
)
from counterclaim.comments.model import active
from counterclaim.comments.phrases import key_of
from counterclaim.comments.slurs import KINDS, kinds_of, slur_rows
from counterclaim.errors import ModelError

INVENTED = {"blorp": 1, "blorps": 1, "snarg": 3, "reed walker": 1}


@pytest.fixture
def invented(monkeypatch: pytest.MonkeyPatch) -> None:
    table = {key_of(form): kind for form, kind in INVENTED.items()}
    monkeypatch.setattr(slurs, "_table", lambda: table)


def shipped() -> dict[int, int]:
    return slurs._table()


def test_the_file_has_every_kind_and_no_ordinary_word() -> None:
    assert set(shipped().values()) == set(range(1, len(KINDS) + 1))
    assert len(shipped()) > 300
    for word in FUNCTION_WORDS | PRAISE | GROUP_NOUNS | GROUP_ADJECTIVES | {GROUP}:
        assert key_of(word) not in shipped()


@pytest.mark.parametrize(
    "text",
    [
        "The ministry said that nine people were hurt at the harbour.",
        "Thank you, neighbours. The doctors were wonderful.",
        "Who ordered the shelling of the depot, and why was the road open?",
        "My grandmother slept through it and I envy her.",
        "Muslims, Jews, gay people, black people and women came to the vigil.",
    ],
)
def test_plain_talk_has_none(text: str) -> None:
    assert not any(kinds_of([word.form for word in words(text)]))
    assert not list(slur_rows([word.form for word in words(text)]))


@pytest.mark.usefixtures("invented")
def test_kinds_of_words_and_of_two_words() -> None:
    assert kinds_of(["you", "blorp"]) == [0, 1]
    assert kinds_of(["a", "reed", "walker", "snarg"]) == [0, 1, 1, 3]
    assert kinds_of(["reed", "grass"]) == [0, 0]
    assert kinds_of([]) == []


@pytest.mark.usefixtures("invented")
def test_another_slur_of_the_kind_has_the_same_features() -> None:
    one = {row[0] for row in slur_rows(["those", "blorp", "again"])}
    other = {row[0] for row in slur_rows(["those", "blorps", "again"])}
    another_kind = {row[0] for row in slur_rows(["those", "snarg", "again"])}
    assert one == other
    assert one != another_kind


@pytest.mark.usefixtures("invented")
def test_two_kinds_are_noted_together() -> None:
    both = {row[0] for row in slur_rows(["blorp", "snarg"])}
    apart = {row[0] for text in (["blorp"], ["snarg"]) for row in slur_rows(text)}
    assert both - apart


@pytest.mark.usefixtures("invented")
def test_features_join_those_of_a_text() -> None:
    found, rows = active("Those blorps again.")
    numbers = {row[0] for row in rows}
    assert {row[0] for row in slur_rows([word.form for word in found])} <= numbers


@pytest.mark.usefixtures("invented")
@given(st.lists(st.sampled_from([*INVENTED, "reed", "walker", "you", "the", "are"]), max_size=30))
def test_rows_stay_inside_the_text(forms: list[str]) -> None:
    forms = [word for form in forms for word in form.split()]
    kinds = kinds_of(forms)
    assert len(kinds) == len(forms)
    assert all(0 <= kind <= len(KINDS) for kind in kinds)
    rows = list(slur_rows(forms))
    assert bool(rows) == any(kinds)
    assert all(0 <= first <= last < len(forms) for _, first, last in rows)
    assert all(0 <= number < FIRST_FINDING for number, _, _ in rows)
    assert rows == list(slur_rows(forms))


def test_a_missing_file_is_a_model_error(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(slurs, "FILE", "no-such-file.txt")
    slurs._table.cache_clear()
    with pytest.raises(ModelError, match="no-such-file"):
        slurs._table()
    slurs._table.cache_clear()
