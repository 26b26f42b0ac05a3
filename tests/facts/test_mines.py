"""Mines that somebody runs into, and ships that are sunk."""

import pytest

from counterclaim.facts.events import read_events
from counterclaim.facts.tokens import read_sentences


@pytest.mark.parametrize(
    ("text", "actor", "target"),
    [
        ("The tanker had hit a mine laid by the Salt Guard.", "the Salt Guard", "The tanker"),
        ("Their lorry struck a landmine near Kesh.", None, "Their lorry"),
        ("The bus hit a roadside bomb.", None, "The bus"),
    ],
)
def test_who_hits_a_mine_is_its_target(text: str, actor: str | None, target: str) -> None:
    (sentence,) = read_sentences(text)
    (event,) = read_events(sentence)
    found = [text[slice(*span)] if span else None for span in (event.actor, event.recipient)]
    assert found == [actor, target]
    assert (event.event, event.mode) == ("ASSAULT", "explosives")


def test_what_a_participle_tells_is_no_part_of_the_target() -> None:
    (sentence,) = read_sentences("Jets hit a building used by rebels.")
    (event,) = read_events(sentence)
    assert event.recipient is not None
    assert sentence.text[slice(*event.recipient)] == "a building"


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("A submarine of Ilmara had sunk the Merope.", [("A submarine of Ilmara", "the Merope")]),
        ("Jets sank two boats.", [("Jets", "two boats")]),
        ("The boat sank.", []),
        ("Two boats sank off Kesh.", []),
    ],
)
def test_ships_are_sunk_by_somebody(text: str, told: list[tuple[str, str]]) -> None:
    (sentence,) = read_sentences(text)
    found = [
        tuple(text[slice(*span)] if span else None for span in (event.actor, event.recipient))
        for event in read_events(sentence)
    ]
    assert found == told
