"""Whose deed an infinitive or a form in -ing is, by the word that governs it."""

import pytest

from counterclaim.facts.events import read_events
from counterclaim.facts.tokens import read_sentences


@pytest.mark.parametrize(
    ("text", "actor"),
    [
        ("The army is due to attack the town.", "The army"),
        ("The army plans to attack the town.", "The army"),
        ("The army was ordered to shell the town.", "The army"),
        ("The general ordered the army to shell the town.", "the army"),
        ("The army is believed to have shelled the town.", "The army"),
        ("The army continues to bomb the town.", "The army"),
        ("The militia is accused of shelling the town.", "The militia"),
        ("Velmaria accused Kasra of shelling the town.", "Kasra"),
        ("The rebels used mortars to shell the town.", "The rebels"),
        ("Witnesses described soldiers shelling the town.", "soldiers"),
        ("The navy was forced to sink the ship.", "The navy"),
    ],
)
def test_the_subject_of_what_governs_a_deed_does_it(text: str, actor: str) -> None:
    (sentence,) = read_sentences(text)
    event = next(e for e in read_events(sentence) if e.event == "ASSAULT")
    assert event.actor is not None
    assert text[slice(*event.actor)] == actor
