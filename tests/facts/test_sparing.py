"""Acts that were done to nobody and nothing."""

import pytest

from counterclaim.facts.events import EventReading, read_events
from counterclaim.facts.tokens import read_sentences


def read(text: str) -> list[EventReading]:
    return [event for sentence in read_sentences(text) for event in read_events(sentence)]


@pytest.mark.parametrize(
    "text",
    [
        "Police fired no shot.",
        "The army fired no rocket at the town.",
        "Its planes bombed no village.",
        "They shot nobody.",
        "Guards fired on no one.",
        "Guards killed or wounded no civilians.",
        "Rebels killed not a single soldier.",
    ],
)
def test_what_is_done_to_nobody_is_denied(text: str) -> None:
    assert {event.modality for event in read(text)} == {"denied"}


@pytest.mark.parametrize(
    "text",
    [
        "The army killed no fewer than nine people.",
        "The army killed not only soldiers.",
        "A rocket hit the mill, killing nobody.",
        "A rocket attack on the mill injured no one.",
        "Rebels shelled the weir and no one stopped them.",
    ],
)
def test_what_hurts_nobody_happened(text: str) -> None:
    assert read(text)[0].modality == "happened"


def test_the_target_ends_where_the_verb_begins() -> None:
    text = "A rocket attack on the mill injured no one."
    (event, *_) = read(text)
    assert event.recipient is not None
    assert text[slice(*event.recipient)] == "the mill"


@pytest.mark.parametrize(
    ("text", "modality"),
    [
        ("He was found with an apparent gunshot wound.", "happened"),
        ("He was taken to hospital due to an apparent gunshot wound.", "happened"),
        ("The road is shut due to an attack.", "happened"),
        ("No gunshot wounds were found.", "denied"),
    ],
)
def test_what_hurt_somebody_or_shut_a_road_happened(text: str, modality: str) -> None:
    assert read(text)[-1].modality == modality
