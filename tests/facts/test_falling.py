"""Towns that fall and are lost."""

import pytest

from counterclaim.facts.events import EventReading, read_events
from counterclaim.facts.tokens import read_sentences


def read(text: str) -> list[EventReading]:
    found = [event for sentence in read_sentences(text) for event in read_events(sentence)]
    return [event for event in found if event.event == "COERCE"]


def words(text: str, span: tuple[int, int] | None) -> str | None:
    return text[slice(*span)] if span else None


@pytest.mark.parametrize(
    ("text", "trigger", "actor", "place"),
    [
        ("Hesk fell to the rebels on Friday.", "fell", "the rebels", "Hesk"),
        ("The airport fell after two days.", "fell", None, "The airport"),
        ("The army lost control of the airport.", "lost", None, "the airport"),
        ("The army lost the town of Hesk and two tanks.", "lost", None, "the town of Hesk"),
        ("The loss of the base was a blow.", "loss", None, "the base"),
        ("The rebels have taken the town of Hesk.", "taken", "The rebels", "the town of Hesk"),
    ],
)
def test_captures(text: str, trigger: str, actor: str | None, place: str) -> None:
    (found,) = read(text)
    assert found.mode == "seize"
    assert found.modality == "happened"
    assert words(text, found.span) == trigger
    assert words(text, found.actor) == actor
    assert words(text, found.recipient) == place


def test_denied_and_alleged() -> None:
    assert read("The ministry denied that the town had fallen.")[0].modality == "denied"
    assert read("It wrote of the alleged loss of the town of Hesk.")[0].modality == "alleged"


@pytest.mark.parametrize(
    "text",
    [
        "The town fell silent.",
        "Prices fell to a record low.",
        "Shells fell on the town.",
        "The bridge fell on Friday.",
        "He lost his wife in the village.",
        "The city lost its appeal.",
        "The loss of a friend is hard.",
        "Hesk fell to a record low.",
        "fell",
        "lost",
        "loss of",
    ],
)
def test_no_captures(text: str) -> None:
    assert read(text) == []


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("Hesk remained under its control.", "Hesk"),
        ("The airport was still in government hands.", "The airport"),
        ("The army is still in control of the town.", "the town"),
        ("Hesk had not fallen.", "Hesk"),
        ("The army said it was in full control of Hesk.", "Hesk"),
    ],
)
def test_what_is_held_still_was_not_taken(text: str, place: str) -> None:
    (found,) = read(text)
    assert (found.mode, found.modality) == ("seize", "denied")
    assert words(text, found.recipient) == place


@pytest.mark.parametrize(
    "text",
    [
        "The fire was still under control.",
        "Hesk was in government hands.",
        "It was in no control of the town.",
        "The rebels were in full control of the town.",
        "He still held a flag in his hands.",
    ],
)
def test_no_holding(text: str) -> None:
    assert read(text) == []
