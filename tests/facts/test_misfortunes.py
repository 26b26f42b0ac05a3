"""Harm that nobody does is no event."""

import pytest

from counterclaim.facts.events import read_events
from counterclaim.facts.tokens import read_sentences


def attacks(text: str) -> list[str]:
    found = [event for sentence in read_sentences(text) for event in read_events(sentence)]
    return [text[slice(*event.span)] for event in found if event.event == "ASSAULT"]


@pytest.mark.parametrize(
    "text",
    [
        "An earthquake struck the city on Monday, killing 40 people.",
        "Hurricane Mila hit the coast.",
        "The town was hit by floods.",
        "The country was hit hard by inflation.",
        "Cork has been badly hit by the virus.",
        "Cork was hit by Covid.",
        "Farmers battle the worst drought in years.",
        "A heatwave killed 90 people, the ministry said.",
        "The bus hit a tree, killing six.",
        "Two people were killed in a road accident.",
        "Fire destroyed the market, the mayor said.",
        "A dog attacked a child.",
        "He died of a heart attack.",
        "The market was hit by a wave of selling.",
        "Two people were killed by a falling tree.",
        "The battle against cancer goes on.",
    ],
)
def test_misfortunes(text: str) -> None:
    assert attacks(text) == []


@pytest.mark.parametrize(
    ("text", "trigger"),
    [
        ("A missile hit the bus, killing six.", "hit"),
        ("Mortar fire killed two men.", "Mortar fire"),
        ("Enemy fire hit the school.", "hit"),
        ("Sergeant Wolf shot two men.", "shot"),
        ("The car struck a crowd of mourners.", "struck"),
        ("Two people were killed in a raid.", "raid"),
        ("The army attacked during a storm.", "attacked"),
        ("Rebels battled troops near the flood plain.", "battled"),
    ],
)
def test_attacks(text: str, trigger: str) -> None:
    assert attacks(text) == [trigger]
