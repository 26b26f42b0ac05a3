"""Counted phrases: a number with whom it counts."""

from __future__ import annotations

import pytest

from counterclaim.facts.harm_words import (
    ACTIVE,
    GROUPS,
    HARM_NOUNS,
    PARTICIPLES,
    STOPS,
    THINGS,
    group_of,
)
from counterclaim.facts.phrases import Phrase, phrases
from counterclaim.facts.tokens import read_sentences


def found(text: str) -> list[Phrase]:
    return [phrase for sentence in read_sentences(text) for phrase in phrases(sentence)]


@pytest.mark.parametrize(
    ("text", "of", "group"),
    [
        ("62 Ordan army troops", "Ordan army troops", "soldiers"),
        ("three of the 12 passengers", "passengers", "passengers"),
        ("dozens of villagers", "villagers", "civilians"),
        ("30 wounded soldiers", "wounded soldiers", "soldiers"),
        ("a 12-year-old boy", "12-year-old boy", "children"),
        ("12 women and children", "women and children", "people"),
        ("4 Velmar-backed fighters", "Velmar-backed fighters", "militants"),
        ("five police officers", "police officers", "police"),
        ("five army officers", "army officers", "soldiers"),
        ("two rebel commanders", "rebel commanders", "militants"),
        ("fourteen of its soldiers", "soldiers", "soldiers"),
        ("another 30 people", "people", "people"),
        ("five firemen", "firemen", "people"),
        ("62 Velmari", "Velmari", None),
        ("30 others", "others", "people"),
        ("20 US troops", "US troops", "soldiers"),
        ("40 regime and rebel fighters", "regime and rebel fighters", "militants"),
    ],
)
def test_whom(text: str, of: str, group: str | None) -> None:
    (phrase,) = found(text)
    assert phrase.of is not None
    assert text[slice(*phrase.of)] == of
    assert phrase.group == group


@pytest.mark.parametrize(
    "text",
    [
        "a two-hour raid",
        "two F-16 jets",
        "12 houses",
        "Ana Ruiz, 34, spoke",
        "aged 12",
        "Resolution 2254",
        "No. 4",
        "a number of people",
        "a group of soldiers",
        "30 kilometres",
    ],
)
def test_nobody(text: str) -> None:
    assert [phrase for phrase in found(text) if phrase.head is not None or phrase.harm] == []


@pytest.mark.parametrize(
    ("text", "harm"),
    [
        ("12 fatalities", "killed"),
        ("40 bodies", "killed"),
        ("no casualties", "casualties"),
        ("30 injuries", "injured"),
        ("12 civilian deaths", "killed"),
        ("17 arrests", "detained"),
        ("30 wounded soldiers", "injured"),
    ],
)
def test_harm_in_the_phrase_itself(text: str, harm: str) -> None:
    (phrase,) = found(text)
    assert phrase.harm == harm
    assert phrase.harm_span is not None


def test_subset() -> None:
    (phrase,) = found("three of them children")
    assert phrase.subset
    assert phrase.group == "children"


def test_bare_number_has_nobody() -> None:
    (phrase,) = found("62 were")
    assert (phrase.of, phrase.group, phrase.head) == (None, None, None)


def test_taken_spans_are_left_out() -> None:
    text = "12 days and 12 men"
    (sentence,) = read_sentences(text)
    assert len(phrases(sentence, [(0, 7)])) == 1


@pytest.mark.parametrize(
    ("word", "group"),
    [
        ("soldiers", "soldiers"),
        ("firemen", "people"),
        ("washerwomen", "people"),
        ("specimen", None),
        ("omen", None),
        ("chair", None),
    ],
)
def test_groups(word: str, group: str | None) -> None:
    assert group_of(word) == group


def test_tables_agree() -> None:
    assert not set(GROUPS) & THINGS
    assert not set(GROUPS) & set(ACTIVE)
    assert not set(GROUPS) & STOPS
    for table in (PARTICIPLES, ACTIVE, HARM_NOUNS):
        assert set(table.values()) <= {
            "killed",
            "injured",
            "missing",
            "detained",
            "displaced",
            "casualties",
        }
        assert all(word == word.lower() for word in table)
