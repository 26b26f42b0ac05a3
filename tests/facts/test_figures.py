"""Words of violence that tell of none."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from counterclaim.facts.events import read_events
from counterclaim.facts.tokens import read_sentences


def attacks(text: str) -> list[str]:
    """The words that name attacks in ``text``."""
    return [
        text[slice(*event.span)]
        for sentence in read_sentences(text)
        for event in read_events(sentence)
        if event.event == "ASSAULT"
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Each side accused the other of stabbing the deal in the back.",
        "The chamber killed the bill on Friday.",
        "The envoy shot down the proposal.",
        "She attacked their plan.",
        "The killing of the reform was close.",
        "Attacks on the agreement have gone on.",
    ],
)
def test_what_is_hit_in_words_alone_is_no_attack(text: str) -> None:
    assert attacks(text) == []


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("They stabbed the mayor in the back.", ["stabbed"]),
        ("Guards shot down the plane over Velmar.", ["shot down"]),
        ("Gunmen killed the deal maker of the port.", ["killed"]),
        ("Gunmen killed Bill on Friday.", ["killed"]),
        ("Gunmen attacked the planning office.", ["attacked"]),
    ],
)
def test_what_is_hit_in_earnest_is_one(text: str, words: list[str]) -> None:
    assert attacks(text) == words


def test_a_deed_behind_another_is_not_its_actors() -> None:
    text = "Red Front fighters launched a sweep immediately after the air strike near Velmar."
    (sentence,) = read_sentences(text)
    strikes = [e for e in read_events(sentence) if "strike" in text[slice(*e.span)]]
    assert [event.actor for event in strikes] == [None]


@given(st.text(alphabet="kiled the bn.,expodf ", max_size=60))
def test_any_text_will_do(text: str) -> None:
    for words in attacks(text):
        assert words in text
