"""Whose the institutions are that a page names without their state."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.actors.pages import at, cast_of, named

WARD = "Velmaria's Ward Command closed the strait. "


def actors(text: str, outlet: str | None = None) -> dict[str, str | None]:
    """The organisations of a page by id, to whom they belong."""
    return {a.id: a.member_of for a in cast_of(text, outlet=outlet).actors()}


@pytest.mark.parametrize(
    ("text", "actor"),
    [
        (
            "The Ministry of Defence of Velmaria met. Later the Defence Ministry spoke.",
            "actor:velmaria-defence-ministry",
        ),
        (
            "Later the Defence Ministry spoke. The Velmarian defence ministry met.",
            "actor:velmaria-defence-ministry",
        ),
        (
            (
                "Ostrelia's and Velmaria's army met. The Ostrelian defence ministry, then the "
                "Velmarian defence ministry met. Later the Defence Ministry spoke."
            ),
            "actor:velmaria-defence-ministry",
        ),
        ("Later the Defence Ministry spoke.", "actor:defence-ministry"),
        (
            (
                "Later the Defence Ministry spoke. Velmaria's defence ministry met. "
                "Ostrelia's defence ministry met."
            ),
            "actor:defence-ministry",
        ),
    ],
)
def test_a_bare_ministry_is_the_one_that_the_page_names_with_its_state(
    text: str, actor: str
) -> None:
    assert named(text)["Defence Ministry"] == actor


@pytest.mark.parametrize(
    ("outlet", "actor"),
    [
        ("Velmaria Today", "actor:velmaria-foreign-ministry"),
        ("The Velmaria Courier", "actor:velmaria-foreign-ministry"),
        ("TASS", "actor:ru-foreign-ministry"),
        ("Harbour Courier", "actor:foreign-ministry"),
        (None, "actor:foreign-ministry"),
    ],
)
def test_a_bare_ministry_is_that_of_the_state_whose_the_outlet_is(
    outlet: str | None, actor: str
) -> None:
    text = "Velmaria's army and Ostrelia's army met. The Foreign Ministry spoke of it."
    assert actor in actors(text, outlet)


def test_a_possessive_is_no_part_of_a_name() -> None:
    found = actors(WARD + "The Ward Command said so. Velmaria's army left.")
    assert found["actor:ward-command"] == "actor:velmaria"
    assert not [actor for actor in found if "velmarias" in actor]


def test_a_bare_mention_has_the_same_id_as_one_with_an_owner() -> None:
    before = actors("The Velmarian army came. The Ward Command said so.")
    assert before["actor:ward-command"] is None
    later = actors("The Ward Command said so. " + WARD + "Velmaria's army came.")
    assert later["actor:ward-command"] == "actor:velmaria"
    of = actors("The Velmarian army came. The Ward Command of Velmaria said so.")
    assert of["actor:ward-command"] == "actor:velmaria"


def test_names_that_any_state_may_use_keep_their_owners() -> None:
    text = "Velmaria's Joint Air Command flew. Ostrelia's Joint Air Command stayed down."
    found = actors(text + " The Velmarian army met the Ostrelian army.")
    assert found["actor:velmaria-joint-air-command"] == "actor:velmaria"
    assert found["actor:ostrelia-joint-air-command"] == "actor:ostrelia"


def test_of_two_bodies_with_one_name_the_second_keeps_its_owner() -> None:
    text = WARD + "Ostrelia's Ward Command did not. The Velmarian army left."
    found = actors(text + " Ostrelia's army left.")
    assert found["actor:ward-command"] == "actor:velmaria"
    assert found["actor:ostrelia-ward-command"] == "actor:ostrelia"


def test_a_party_is_not_its_state() -> None:
    found = actors("Velmaria's army met. Velmaria's Reed Party did not.")
    assert found.get("actor:reed-party", None) is None


def test_the_ministrys_spokesman_belongs_to_the_ministry_named_before() -> None:
    text = (
        "Velmaria's defence ministry counted twelve. The Ward Command counted ten, the ministry's "
        "spokesman, Colonel Anton Karbin, said."
    )
    karbin = next(a for a in cast_of(text).actors() if a.name == "Anton Karbin")
    assert karbin.member_of == "actor:velmaria-defence-ministry"


def test_the_last_word_of_a_name_is_the_name_again() -> None:
    text = "The Harrow Pact came. Anton Karbin, a Pact spokesman, said that Pact boats had left."
    cast = cast_of(text)
    assert [
        text[s:e] for s, e, r in cast.named(0, len(text)) if r.actor == "actor:harrow-pact"
    ] == [
        "Harrow Pact",
        "Pact",
        "Pact",
    ]


@pytest.mark.parametrize(
    "text",
    [
        "The Harrow Pact and the Linden Pact came. Then the Pact left.",
        "The Harrow Pact came. Then the Pact Treaty was read.",
        "The Harrow Pact came. They signed a pact.",
    ],
)
def test_other_uses_of_the_last_word_are_left_alone(text: str) -> None:
    assert "Pact" not in named(text)
    assert "pact" not in named(text)


@given(st.lists(st.sampled_from([*"The Ward Command Pact 's of Velmaria army , .".split(), "\n"])))
def test_mentions_stay_in_order_and_apart(words: list[str]) -> None:
    text = " ".join(words)
    spans = [(s, e) for s, e, _ in cast_of(text).named(0, len(text))]
    assert all(low[1] <= high[0] for low, high in pairwise(spans))


def test_the_rebels_of_a_state_do_not_speak_for_it() -> None:
    cast = cast_of("Tolmaran rebels shelled Tolmaria's army. The Tolmaran army fled.")
    found = cast.resolve(0, len("Tolmaran rebels"))
    assert found.actor is not None
    assert cast.member_of(found.actor) is None
    assert cast.side(found.actor) == found.actor


def test_a_states_own_medium_means_its_own_states_army() -> None:
    text = "The Pentagon and the US army spoke. US jets left. The general command denied it."
    cast = cast_of(text, outlet="SANA")
    found = cast.resolve(*at(text, "The general command"))
    assert found.actor == "actor:sy-general-command"
    elsewhere = cast_of(text, outlet="Harbour Gazette")
    assert elsewhere.resolve(*at(text, "The general command")).actor == "actor:us-general-command"
