import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from counterclaim.actors.naming import actor_id, noun_form, same_stem, slug


@given(st.text(min_size=1))
def test_slugs_are_plain_and_never_empty(name: str) -> None:
    assert re.fullmatch(r"[a-z0-9]+(?:-[a-z0-9]+)*", slug(name))
    assert slug(name) == slug(name)


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Northern Harm Register", "northern-harm-register"),
        ("Élise Brun", "elise-brun"),
        ("  Coast   Command ", "coast-command"),
        ("К", "41a"),
    ],
)
def test_slug(name: str, expected: str) -> None:
    assert slug(name) == expected


def test_actor_id() -> None:
    assert actor_id("Coast Command") == "actor:coast-command"


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("Velmaria", "Velmarian"),
        ("Velmaria", "Velmarians"),
        ("Orlanka", "Orlankan"),
        ("Kharzan", "Kharzani"),
        ("Ostrel", "Ostrelian"),
        ("Varnland", "Varnish"),
    ],
)
def test_same_stem(a: str, b: str) -> None:
    assert same_stem(a, b)
    assert same_stem(b, a)


@pytest.mark.parametrize(("a", "b"), [("Velmaria", "Orlankan"), ("Varn", "Vartesh")])
def test_other_stem(a: str, b: str) -> None:
    assert not same_stem(a, b)


@pytest.mark.parametrize(
    ("adjective", "noun"),
    [("Velmarian", "Velmaria"), ("Kharzani", "Kharzan"), ("Orlankan", "Orlanka"), ("Ost", "Ost")],
)
def test_noun_form(adjective: str, noun: str) -> None:
    assert noun_form(adjective) == noun
