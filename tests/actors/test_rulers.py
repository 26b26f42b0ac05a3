"""Ministries of those who rule without being a state are not those of the state they fight."""

import pytest

from tests.actors.pages import cast_of, who

FRONT = "The Velmarian army denied it. The People's Front holds Orvan. "


@pytest.mark.parametrize(
    "words",
    [
        "The health ministry of the People's Front",
        "The health ministry of the rebel People's Front",
        "The People's Front's health ministry",
        "The People's Front-run health ministry",
    ],
)
def test_a_ministry_is_its_rulers(words: str) -> None:
    cast = cast_of(f"{FRONT}{words} said so.")
    start = len(FRONT)
    found = cast.resolve(start, start + len(words))
    assert found.actor == "actor:people-s-front-health-ministry"
    assert found.kind == "ministry"
    assert cast.side(found.actor) == "actor:people-s-front"
    assert "people-s-front" in found.reason


@pytest.mark.parametrize(
    ("words", "actor"),
    [
        ("The rebel-run interior ministry", "actor:rebel-run-interior-ministry"),
        ("The ministry in rebel-held Orvan", "actor:ministry-in-rebel-held-orvan"),
        (
            "The interior ministry in separatist-controlled Orvan",
            "actor:interior-ministry-in-separatist-controlled-orvan",
        ),
    ],
)
def test_nobody_s_name_is_guessed_for_it(words: str, actor: str) -> None:
    text = f"Velmaria's interior ministry denied it. {words} said so."
    assert who(text, words) == actor


@pytest.mark.parametrize(
    ("words", "actor"),
    [
        ("The interior ministry", "actor:velmaria-interior-ministry"),
        ("The interior ministry in Velgrad", "actor:velmaria-interior-ministry"),
        ("The interior ministry of Velmaria", "actor:velmaria-interior-ministry"),
        ("The forces of the People's Front", "actor:people-s-front"),
    ],
)
def test_others_are_the_state_s_as_before(words: str, actor: str) -> None:
    assert who(f"Velmaria's army denied it. {words} said so.", words) == actor


def test_a_ministry_of_unknown_whose_is_a_ministry() -> None:
    text = "The Ministry of Defence said so. The ministry said more."
    cast = cast_of(text)
    first = cast.resolve(0, len("The Ministry of Defence"))
    assert (first.actor, first.kind) == ("actor:defence-ministry", "ministry")
    cast.spoke(0, first.actor or "")
    at = text.index("The ministry")
    assert cast.resolve(at, at + len("The ministry")).actor == first.actor


def test_the_ministry_of_a_state_s_own_medium_is_that_state_s() -> None:
    words = "The Ministry of Defence"
    text = f"Kestrian State Television, 14 June 2032\n{words} said so. Valtora, Valtora, Valtora."
    cast = cast_of(text, outlet="Kestrian State Television")
    start = text.index(words)
    assert cast.resolve(start, start + len(words)).actor == "actor:kestria-defence-ministry"


@pytest.mark.parametrize("made", ["An investigation", "A count", "A tally kept", "An analysis"])
def test_what_was_found_out_is_its_maker_s(made: str) -> None:
    words = f"{made} by the Velden Tribune"
    assert who(f"{words} found nothing.", words) == "actor:velden-tribune"
