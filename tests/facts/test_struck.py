"""People who were shot or struck, and those who are in hospital."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from counterclaim.facts.counts import read_counts
from counterclaim.facts.tokens import read_sentences


def told(text: str) -> list[tuple[str, int]]:
    """The harm and least number of each count that has a number."""
    return [
        (count.harm, count.phrase.quantity.low)
        for sentence in read_sentences(text)
        for count in read_counts(sentence)
        if not count.inferred
    ]


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("Four shot in Velmar home invasion.", 4),
        ("4 Shot in Velmar Home Invasion", 4),
        ("3 shot at Velmar nightclub", 3),
        ("Three people shot at Velmar nightclub", 3),
        ("Gunman Shoots 4 People Outside Velmar Restaurant", 4),
        ("Police are looking for men who shot four people during a robbery.", 4),
        ("A gunman shot four people outside a restaurant.", 4),
        ("All four victims were struck though none of the wounds were serious.", 4),
        ("Four people shot in a housing block were named by police.", 4),
        ("Two people were hit by gunfire.", 2),
        ("Four others were also struck by bullets.", 4),
        ("Two bullets struck three men.", 3),
        ("Two teens shot near the harbour", 2),
        ("Two juveniles stabbed in Velmar", 2),
        ("Two Hunters Shot in Hunting Accident", 2),
    ],
)
def test_those_shot_are_casualties(text: str, number: int) -> None:
    assert told(text) == [("casualties", number)]


def test_a_list_shares_what_was_done_to_it() -> None:
    assert told("2 Girls, 2 Men Shot At Birthday Party In Velmar") == [("casualties", 2)] * 2


def test_the_dead_among_those_shot() -> None:
    assert told("Six shot, two fatally, in Velmar") == [("casualties", 6), ("killed", 2)]
    assert told("Three shot and killed in Velmar.") == [("killed", 3)]
    assert told("Three shot dead in Velmar.") == [("killed", 3)]


@pytest.mark.parametrize(
    "text",
    [
        "Four people are recovering after a shooting outside a restaurant.",
        "Four victims were listed in stable condition.",
        "Four others remained in critical condition.",
        "All four victims are expected to survive.",
        "Four in hospital after shooting",
    ],
)
def test_those_in_care_are_injured(text: str) -> None:
    assert told(text) == [("injured", 4)]


@pytest.mark.parametrize(
    "text",
    [
        "Two men shot at police.",
        "Three men shot at him.",
        "He was shot two times.",
        "She took three shot glasses.",
        "Two films shot in Velmar won prizes.",
        "Five planes were shot down.",
        "Two houses were hit by gunfire.",
        "Two traders were hit hard.",
        "Two towns were struck by floods.",
        "They fired 12 shots.",
        "Prices hit two records.",
        "The storm hit 12 people smugglers.",
    ],
)
def test_what_is_no_victim(text: str) -> None:
    assert told(text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Two men shot a guard.", [("casualties", 1)]),
        ("Two men shot and killed a guard.", [("killed", 1)]),
        ("Two gunmen shot dead a mayor.", [("killed", 1)]),
        ("TWO MEN SHOT ANA RUIZ IN VELMAR.", []),
        ("TWO MEN SHOT IN VELMAR.", [("casualties", 2)]),
        ("Two Men Shot Sunday Night In Velmar", [("casualties", 2)]),
        ("Two officers shot four protesters.", [("casualties", 4)]),
    ],
)
def test_who_shoots_is_not_shot(text: str, expected: list[tuple[str, int]]) -> None:
    assert told(text) == expected


@pytest.mark.parametrize("text", ["26 year old Ana Ruiz was hurt.", "A 26 year old man was shot."])
def test_an_age_is_no_number_of_people(text: str) -> None:
    counts = [c for sentence in read_sentences(text) for c in read_counts(sentence)]
    assert [count.phrase.quantity.low for count in counts] == [1]


WORDS = st.sampled_from(
    "4 four people shot hit by gunfire fatally , and were in hospital at police 2 men . stabbed to "
    "condition critical expected survive the a".split()
)


@given(st.lists(WORDS, max_size=24))
def test_numbers_stand_in_their_words(words: list[str]) -> None:
    text = " ".join(words)
    for sentence in read_sentences(text):
        for count in read_counts(sentence):
            start, end = count.span
            assert 0 <= start < end <= len(text)
            low, high = count.harm_span
            assert text[low:high].strip() == text[low:high] != ""
