"""Deeds that their doer denies or owns up to, bombs that are planted, and whom fire is on."""

import pytest

from counterclaim.facts.events import EventReading, read_events
from counterclaim.facts.tokens import read_sentences


def read(text: str) -> list[EventReading]:
    found = [event for sentence in read_sentences(text) for event in read_events(sentence)]
    return [event for event in found if event.event != "REJECT"]


def words(text: str, span: tuple[int, int] | None) -> str | None:
    return text[slice(*span)] if span else None


@pytest.mark.parametrize(
    ("text", "modality", "target"),
    [
        ("The army denied bombing the convoy.", "denied", "the convoy"),
        ("The army has denied killing civilians.", "denied", "civilians"),
        ("The army admitted firing rockets at the town.", "happened", "the town"),
        ("The army acknowledges shelling the town.", "happened", "the town"),
        ("The army denied arresting the editor.", "denied", "the editor"),
    ],
)
def test_who_denies_or_admits_a_deed_is_its_doer(text: str, modality: str, target: str) -> None:
    (event,) = read(text)
    assert words(text, event.actor) == "The army"
    assert (event.modality, words(text, event.recipient)) == (modality, target)


def test_charges_are_no_deed() -> None:
    text = "The army denied bombing charges."
    assert [words(text, event.recipient) for event in read(text)] == [None]


@pytest.mark.parametrize(
    ("text", "actor", "modality"),
    [
        ("The Salt Guard had planted a bomb on the track.", "The Salt Guard", "happened"),
        ("The Salt Guard denied planting a bomb.", "The Salt Guard", "denied"),
        ("Nobody planted a bomb.", None, "denied"),
        ("A bomb had been hidden under the car.", None, "happened"),
    ],
)
def test_bombs_are_planted(text: str, actor: str | None, modality: str) -> None:
    (event,) = read(text)
    assert (event.event, event.mode, event.modality) == ("ASSAULT", "explosives", modality)
    assert words(text, event.actor) == actor
    assert words(text, event.recipient) in (None, "the track")


def test_flowers_are_planted_too() -> None:
    assert read("The mayor planted a tree.") == []


@pytest.mark.parametrize(
    ("text", "trigger", "target"),
    [
        ("The village came under mortar fire.", "mortar fire", "The village"),
        ("The base has come under heavy rocket attack.", "rocket attack", "The base"),
        ("Police used tear gas and batons against protesters.", "tear gas", "protesters"),
        ("Shots were fired at a patrol near the border.", "fired at", "a patrol"),
        ("Air defences engaged six targets over Kesh.", "engaged", "six targets"),
        ("Jets pounded two districts of Kesh overnight.", "pounded", "two districts of Kesh"),
    ],
)
def test_whom_fire_is_on(text: str, trigger: str, target: str) -> None:
    (event,) = read(text)
    assert (words(text, event.span), words(text, event.recipient)) == (trigger, target)
