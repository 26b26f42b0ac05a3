"""Names given to a deed are no further deed; deeds told by the same nouns are."""

import pytest

from counterclaim.facts.events import read_events
from counterclaim.facts.tokens import read_sentences


def attacks(text: str) -> list[str]:
    """The words that name attacks in the first sentence of ``text``."""
    (sentence, *_) = read_sentences(text)
    return [text[slice(*e.span)] for e in read_events(sentence) if e.event == "ASSAULT"]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("The ministry called the bombing a “grave and open aggression”.", ["bombing"]),
        ('She described the raid as "a massacre, and we counted".', ["raid"]),
        ("The envoy called the shelling an atrocity beyond words.", ["shelling"]),
        ("The raid was an act of aggression against Ordan.", ["raid"]),
        ("The governor called the strike a vile attack on the island.", ["strike"]),
        ("The killing of the mayor was murder, she said.", ["killing"]),
        ("He condemned the raid as a massacre.", ["raid"]),
        ("It was a massacre.", []),
        ("The mayor called it a massacre.", []),
        ('The minister spoke of an "execution".', []),
    ],
)
def test_what_a_deed_is_called_is_no_deed(text: str, words: list[str]) -> None:
    assert attacks(text) == words


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("They condemned the massacre in Tolm.", ["massacre"]),
        ("The massacre at Tolm was carried out by militants.", ["massacre"]),
        ("Officials call it a deliberate attack by a Velkorian gunboat.", ["attack"]),
        ("Rebels launched an attack on the port after the strike.", ["attack", "strike"]),
        ("He was murdered in his car.", ["murdered"]),
        ("The council called for calm after an assassination in Tolm.", ["assassination"]),
        ("It was a massacre by the border guards.", ["massacre"]),
        ("The ferry sank, killing nine, in what they call a planned attack by a gunboat.",
         ["killing", "attack"]),
    ],
)  # fmt: skip
def test_deeds_stay_deeds(text: str, words: list[str]) -> None:
    assert attacks(text) == words
