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
