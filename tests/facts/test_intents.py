"""Purposes said of an act, in invented sentences."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from counterclaim.facts.intents import IntentReading, read_intents
from counterclaim.facts.tokens import read_sentences


def intents(text: str) -> list[IntentReading]:
    return [reading for sentence in read_sentences(text) for reading in read_intents(sentence)]


@pytest.mark.parametrize(
    ("text", "value", "words"),
    [
        ("The sinking of the tug was a mistake.", "accident", "mistake"),
        ("The convoy was hit in error.", "accident", "in error"),
        ("The shell fell there by accident.", "accident", "by accident"),
        ("The damage to the dam was unintentional.", "accident", "unintentional"),
        ("The battery used wrong coordinates.", "accident", "wrong coordinates"),
        ("The pilots misidentified the convoy.", "accident", "misidentified"),
        ("It was a case of mistaken identity.", "accident", "mistaken identity"),
        ("They believed they were striking a rebel post.", "accident",
         "believed they were striking"),
        ("The jets inadvertently hit a school.", "accident", "inadvertently"),
        ("The army did not intend to hit the town.", "accident", "did not intend to"),
        ("A stray shell landed in the yard.", "accident", "stray shell"),
        ("It was a deliberate attack.", "deliberate", "deliberate"),
        ("They hit the clinic on purpose.", "deliberate", "on purpose"),
        ("The jets knowingly bombed the camp.", "deliberate", "knowingly"),
        ("The attack was meant to cripple the army.", "deliberate", "was meant to"),
        ("The raid aimed to derail the talks.", "deliberate", "aimed to"),
        ("The mayor was conniving with the Grey Front.", "complicity", "conniving with"),
        ("It proved collusion with the rebels.", "complicity", "collusion with"),
        ("Velmar is defending the militants.", "complicity", "defending"),
        ("The strike paved the way for the militants.", "complicity", "paved the way for"),
        ('It burned, "paving the way" for gunmen to land.', "complicity",
         'paving the way" for'),
        ("The raid enabled an insurgent advance.", "complicity", "enabled"),
        ("The guards fired in self-defence.", "defence", "self-defence"),
        ("The shelling was in response to rocket fire.", "defence", "in response to"),
        ("It was a retaliatory raid.", "defence", "retaliatory"),
    ],
)  # fmt: skip
def test_values(text: str, value: str, words: str) -> None:
    assert [(found.value, text[slice(*found.span)]) for found in intents(text)] == [(value, words)]


@pytest.mark.parametrize(
    "text",
    [
        "Make no mistake, we will answer.",
        "It would be a mistake to leave.",
        "The support aircraft landed.",
        "He was born in Kesh.",
        "They planted trees.",
    ],
)
def test_nothing_said_of_purpose(text: str) -> None:
    assert intents(text) == []


@pytest.mark.parametrize(
    ("text", "modality"),
    [
        ("It was deliberate.", "happened"),
        ("It was not deliberate.", "denied"),
        ("The staff denied that it was deliberate.", "denied"),
        ("Nobody knows whether this was deliberate.", "hypothetical"),
        ("If wrong coordinates were passed on, heads must roll.", "hypothetical"),
        ("It was an apparent mistake.", "alleged"),
        ("The army did not mean to hit the town.", "happened"),
    ],
)
def test_modality(text: str, modality: str) -> None:
    assert [found.modality for found in intents(text)][:1] == [modality]


def test_question_between_two_purposes() -> None:
    text = "It is unclear whether it was deliberate help for the Grey Front or one more mistake."
    found = [(item.value, item.modality) for item in intents(text)]
    assert found == [
        ("deliberate", "hypothetical"),
        ("complicity", "hypothetical"),
        ("accident", "hypothetical"),
    ]


def test_help_needs_a_group_that_is_armed() -> None:
    (plan,) = intents("The mayor supports the plan.")
    assert plan.help
    assert not plan.armed
    (rebels,) = intents("The mayor supports the rebels.")
    assert rebels.help
    assert rebels.armed


def test_beneficiary_and_subject_have_their_words() -> None:
    text = "Velmar is defending the Grey Front militants."
    (found,) = intents(text)
    assert found.subject is not None
    assert found.beneficiary is not None
    assert text[slice(*found.subject)] == "Velmar"
    assert text[slice(*found.beneficiary)] == "Grey Front militants"


_WORDS = st.sampled_from(
    """mistake deliberate not whether if was the support of for militants defending paving way
    wrong coordinates in error , . " ” it was meant to destroy believed they struck""".split()
)


@given(st.lists(_WORDS, max_size=40))
def test_any_words_give_literal_ordered_spans(listed: list[str]) -> None:
    text = " ".join(listed)
    last = 0
    for found in intents(text):
        assert last <= found.span[0] < found.span[1] <= len(text)
        last = found.span[1] if found.span[0] >= last else last


@pytest.mark.parametrize(
    "text",
    [
        "They hid their names for fear of reprisals.",
        "All four died in a traffic accident.",
        "The Accident Board took the recorder.",
        "The Self-Defence Council sat until dawn.",
        "Each hit what it was meant to.",
    ],
)
def test_no_purpose(text: str) -> None:
    assert [item for item in intents(text) if not item.help] == []


@pytest.mark.parametrize(
    ("text", "modality"),
    [
        ("She did not rule out an accident.", "hypothetical"),
        ("The board ruled out an accident.", "denied"),
        ("This was no accident.", "denied"),
        ("It was an accident, he said.", "happened"),
    ],
)
def test_accidents(text: str, modality: str) -> None:
    (found,) = intents(text)
    assert (found.value, found.modality) == ("accident", modality)
