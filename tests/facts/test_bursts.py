"""What munitions do by themselves."""

import pytest

from counterclaim.facts.bursts import BURSTS, burst
from counterclaim.facts.tokens import read_sentences
from counterclaim.facts.triggers import triggers


def found(text: str) -> list[tuple[str, str | None]]:
    return [
        (text[one.tokens[hit.first].start : one.tokens[hit.last].end], hit.mode)
        for one in read_sentences(text)
        for hit in triggers(one)
    ]


@pytest.mark.parametrize(
    ("text", "words", "mode"),
    [
        ("A bomb exploded at the market in Velmar.", "exploded", "explosives"),
        ("Two bombs hidden in a cart exploded outside the court.", "exploded", "explosives"),
        ("A car bomb went off near the barracks.", "went off", "explosives"),
        ("A second device has gone off by the gate.", "gone off", "explosives"),
        ("A lorry exploded in Dubrin.", "exploded", "explosives"),
        ("Rockets fell on the old town overnight.", "fell", "heavy-weapons"),
        ("Three mortar rounds landed near the school.", "landed", "heavy-weapons"),
        ("A drone slammed into a hotel.", "slammed", "drone"),
    ],
)
def test_munitions_attack_by_themselves(text: str, words: str, mode: str) -> None:
    assert found(text) == [(words, mode)]


@pytest.mark.parametrize(
    "text",
    [
        "The price of fuel has exploded since May.",
        "The alarm went off at noon.",
        "The plane landed at the base.",
        "Prices fell on Monday.",
        "He found the shell, and the crowd exploded.",
        "The mine is near where the river landed us.",
        "Snow fell on the hills.",
        "The lorry went off the road.",
        "exploded",
    ],
)
def test_other_things_do_not(text: str) -> None:
    assert found(text) == []


@pytest.mark.parametrize("word", sorted(BURSTS))
def test_no_word_tells_of_an_attack_alone(word: str) -> None:
    (sentence,) = read_sentences(f"The minister {word} on.")
    assert burst(sentence, 2) is None
