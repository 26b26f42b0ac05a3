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
