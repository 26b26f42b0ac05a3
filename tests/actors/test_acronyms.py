"""Acronyms and other names that a page explains itself."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from counterclaim.actors.acronyms import acronyms, other_names
from counterclaim.actors.lexicon import tokens
from tests.actors.pages import named, who

FRONT = "actor:varesh-liberation-front"
REGISTER = "actor:northern-harm-register"


@pytest.mark.parametrize(
    "text",
    [
        "The Northern Harm Register (NHR) counted them. NHR left.",
        "NHR (Northern Harm Register) counted them.",
        "The Northern Harm Register, or NHR, counted them.",
        "The Northern Harm Register (or NHR) counted them.",
        "The Northern Harm Register (“NHR”) counted them.",
    ],
)
def test_initials(text: str) -> None:
    assert named(text)["NHR"] == REGISTER


@pytest.mark.parametrize(
    ("text", "short", "actor"),
    [
        ("The Maruvian National Agency (MANA) told it.", "MANA", "actor:maruvian-national-agency"),
        ("The Eastern Transport Board (EASTRAB) met.", "EASTRAB", "actor:eastern-transport-board"),
    ],
)
def test_more_than_initials(text: str, short: str, actor: str) -> None:
    assert named(text)[short] == actor


def test_initials_come_before_other_ways() -> None:
    text = "Said the Ormel Press Agency (OPA). OPA went on."
    page = list(tokens(text))
    [(_, (low, high))] = list(acronyms(text, page))
    assert text[page[low].start : page[high].end] == "Ormel Press Agency"


@pytest.mark.parametrize(
    "text",
    [
        "The Northern Harm Register (XQZ) counted them.",
        "The register (NHR) counted them.",
        "VELGRAD (NHA) — The army left.",
        "Northern. Harm Register (NHR)",
    ],
)
def test_no_acronym(text: str) -> None:
    assert not list(acronyms(text, list(tokens(text))))


@pytest.mark.parametrize(
    "text",
    [
        "Tarash is a Tarvish acronym for the Varesh Liberation Front. Tarash fled.",
        "Tarash, the Tarvish acronym of the Varesh Liberation Front, fled.",
        "The Varesh Liberation Front, also known as Tarash, fled.",
        "The Varesh Liberation Front (also known as Tarash) fled.",
        "The Varesh Liberation Front, better known as Tarash, fled.",
        "The Varesh Liberation Front, known by its Tarvish acronym Tarash, fled.",
    ],
)
def test_another_name(text: str) -> None:
    assert named(text)["Tarash"] == FRONT


def test_another_name_of_an_actor_of_the_tables() -> None:
    text = "Tarash is an acronym for Islamic State. Tarash said it had left."
    assert who(text, "Tarash", 1) == "actor:islamic-state"
    assert named("Daesh, the acronym of IS, is feared. Daesh left.")["IS"] == "actor:islamic-state"


def test_another_name_of_a_person() -> None:
    text = "Jan Tol, also known as Abu Rell, left. Abu Rell said no."
    assert who(text, "Abu Rell", 1) == "actor:jan-tol"


@pytest.mark.parametrize(
    "text",
    [
        "a man known as the Fox",
        "known",
        "the acronym for",
        "It is an acronym for nothing.",
        "The Varesh Liberation Front is well known by its members.",
    ],
)
def test_nobody_gets_another_name(text: str) -> None:
    assert set(named(text).values()) <= {FRONT}


@settings(max_examples=150, deadline=None)
@given(
    st.lists(
        st.sampled_from(
            "Northern Harm Register ( NHR ) , or also known as is an acronym for of the “ ”".split()
        ),
        max_size=24,
    )
)
def test_any_order_of_the_words(parts: list[str]) -> None:
    text = " ".join(parts)
    page = list(tokens(text))
    for at, (low, high) in acronyms(text, page):
        assert low < high
        assert not low <= at <= high
    for other, full in other_names(text, page):
        assert other[0] <= other[1]
        assert full[0] <= full[1]
        assert other[1] < full[0] or full[1] < other[0]


@pytest.mark.parametrize(
    "text",
    [
        "The miller Jan Tol, known by his nom de guerre Abu Rell, left. {} said no.",
        "Jan Tol (alias Abu Rell) said yes. {} said no.",
        'Jan Tol, nicknamed "Abu Rell", said yes. {} said no.',
        "Captain Jan Tol, whose war name is Abu Rell, said yes. {} said no.",
    ],
)
@pytest.mark.parametrize("name", ["Abu Rell", "Tol"])
def test_names_of_war(text: str, name: str) -> None:
    whole = text.format(name)
    assert who(whole, name, 1) == "actor:jan-tol"


def test_a_real_name_behind_the_one_that_is_used() -> None:
    text = "Abu Rell, whose real name is Jan Tol, said yes. Tol said no."
    assert who(text, "Tol", 1) == "actor:abu-rell"
