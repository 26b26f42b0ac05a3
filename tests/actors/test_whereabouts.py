"""Places that look like actors, and where a page was written."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from counterclaim.actors.lexicon import tokens
from counterclaim.actors.whereabouts import place_words
from tests.actors.pages import cast_of, named, who


@pytest.mark.parametrize(
    "text",
    [
        "Smoke rose over Ansa Head.",
        "They sailed to the Ansa Islands.",
        "Port Ansa was quiet.",
        "Fuel burnt at Ras Ansa.",
    ],
)
def test_a_place_called_like_an_agency(text: str) -> None:
    assert "actor:ansa" not in named(f"{text} Boats left Ansa at noon.").values()


def test_the_agency_itself() -> None:
    assert named("The agency Ansa said so.")["Ansa"] == "actor:ansa"
    assert named("ANSA said that Ansa Head burnt.")["ANSA"] == "actor:ansa"


def test_a_state_keeps_its_name_beside_a_geographic_noun() -> None:
    assert named("The Russian Islands. Russia Island. Russia left.")["Russia"] == "actor:ru"


def test_nobody_is_called_port() -> None:
    text = "Two witnesses in Port Velm told us so. People near Dara Velm said no."
    kinds = {actor.kind for actor in cast_of(text).actors()}
    assert "person" not in kinds


def test_place_words() -> None:
    page = list(tokens("Velm Head, Cape Dara; the head of Orm. Mt. Tol"))
    assert place_words(page) == {"velm", "dara", "tol"}


@settings(max_examples=100, deadline=None)
@given(st.text(max_size=60))
def test_any_text(text: str) -> None:
    page = list(tokens(text))
    assert place_words(page) <= {token.fold for token in page}


@pytest.mark.parametrize(
    ("dateline", "actor"),
    [
        ("MOSCOW (NHA) — ", "actor:ru-foreign-ministry"),
        ("MOSCOW, March 3 (NHA) - ", "actor:ru-foreign-ministry"),
        ("Moscow — ", "actor:ru-foreign-ministry"),
        ("", None),
    ],
)
def test_a_bare_ministry_belongs_to_where_the_page_is_written(
    dateline: str, actor: str | None
) -> None:
    text = f"{dateline}Turkey and Syria and Iraq and Egypt met. The foreign ministry said so."
    found = who(text, "The foreign ministry")
    assert found == (actor or "actor:foreign-ministry")


@pytest.mark.parametrize(
    ("words", "actor"),
    [
        ("Velmaria and the Littoral Pact", "actor:velmaria-and-the-littoral-pact"),
        ("the Velmarian army and the Velmarian foreign ministry", "actor:velmaria"),
        ("Jan Tol and Oda Arn", "actor:jan-tol-and-oda-arn"),
        ("doctors and residents", "actor:doctors-and-residents"),
        ("Search and rescue officials", "actor:officials"),
    ],
)
def test_two_who_speak_together(words: str, actor: str | None) -> None:
    text = f"Velmaria's president left. Later {words} said so. The Littoral Pact agreed."
    cast = cast_of(text)
    start = text.index(words)
    found = cast.identify(start, start + len(words))
    assert found.actor == actor
    together = "both" in found.reason or "two together" in found.reason
    assert together is (actor != "actor:officials")


@pytest.mark.parametrize(
    ("text", "name", "expected"),
    [
        ("Russia and the United States met.", "Russia", True),
        ("Lotte Marn and Courier staff met.", "Lotte Marn and Courier", False),
        ("The Health and Safety Board met.", "Health and Safety Board", True),
        ("The Truth and Justice Party met.", "Truth and Justice Party", True),
    ],
)
def test_where_and_parts_names(text: str, name: str, expected: bool) -> None:
    assert (name in named(text)) is expected
