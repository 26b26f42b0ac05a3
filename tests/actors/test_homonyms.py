"""Names of states and capitals that are somebody's or something's own."""

import pytest

from tests.actors.pages import cast_of


def states(text: str) -> set[str]:
    """The states among a page's actors."""
    return {actor.name for actor in cast_of(text).actors() if actor.kind == "state"}


@pytest.mark.parametrize(
    "text",
    [
        "Jordan Clay, 21, was arrested on Monday, the police said.",
        "David K. Jordan was hurt. Jordan said he had been asleep.",
        "The fire broke out on Spain Street, police said.",
        "The police in New Paris said two boys were hurt.",
        "Male, 17, was arrested on Monday.",
        "Georgetown police said two boys were hurt.",
        "San Antonio Military Medical Center said four were hurt.",
        "He was seen near Martin Luther King Drive, police said.",
        "The sale at the Dairy Queen was over, police said.",
        "Ada Brom, the QNCP president, spoke to reporters.",
        "The Tolm City-Parish President spoke to reporters.",
        "The state Department of Children and Families was told.",
    ],
)
def test_what_is_no_state(text: str) -> None:
    assert states(text) == set()


@pytest.mark.parametrize(
    ("text", "state"),
    [
        ("Jordan said its army had stopped three boats.", "Jordan"),
        ("David Brom met the king. Jordan said its army had stopped three boats.", "Jordan"),
        ("Freetown denied it. Sierra Leone's army had left.", "Sierra Leone"),
        ("The North Velmarian army left, and Velmaria denied it.", "Velmaria"),
        ("Velmarian King Aldo denied it. Velmaria's army left.", "Velmaria"),
    ],
)
def test_what_is_one(text: str, state: str) -> None:
    assert states(text) == {state}


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        (
            "The Tolm Bureau of Investigation said two were hurt.",
            "Tolm Bureau of Investigation",
            "government",
        ),
        (
            "The Tolm Department of Children and Families said two were hurt.",
            "Tolm Department of Children and Families",
            "ministry",
        ),
        (
            "The Tolm Office of Tides and Brand Police said two were hurt.",
            "Tolm Office of Tides",
            "government",
        ),
        ("The Tolm Police Department said two were hurt.", "Tolm Police", "armed_force"),
        ("Tolm County Sheriff's Office said so.", "Tolm County Sheriff's Office", "armed_force"),
    ],
)
def test_whole_names_of_offices(text: str, name: str, kind: str) -> None:
    assert (name, kind) in {(actor.name, actor.kind) for actor in cast_of(text).actors()}


@pytest.mark.parametrize(
    "text", ["A home on Brand Court burned.", "A home in the 300 block of Brand Court burned."]
)
def test_a_street_is_no_court(text: str) -> None:
    assert not [actor for actor in cast_of(text).actors() if actor.kind == "government"]


def test_who_is_called_king_is_of_no_state() -> None:
    assert states("Acen King was hurt. Adline King. All four left with Acen King.") == set()
