"""Pronouns inside somebody's own words."""

import pytest

from counterclaim import read_page
from counterclaim.records import Event

PAGE = """Drones hit a barracks, the ministry's spokesman, Major-General Tomas Brenn, said.

“An hour after the last explosion the militants were on the pier. They had not even bothered
to hide their boats,” Brenn said.

“Whoever refuses to share coordinates should not be surprised when he hits his neighbour,”
Brenn went on.
"""


def test_he_in_somebodys_own_words_is_not_the_one_who_says_them() -> None:
    reading = read_page(PAGE.encode().replace(b"bothered\n", b"bothered "), name="page.txt")
    (hits,) = [event for event in reading.events if event.span.exact == "hits"]
    (said,) = [one for one in reading.statements if one.id == hits.statement]
    assert said.speaker == "actor:tomas-brenn"
    assert hits.actor is None
    assert hits.actor_span is not None
    assert hits.actor_span.exact == "he"


def _event(text: str, trigger: str) -> Event:
    reading = read_page(f"{text}\n".encode(), name="page.txt")
    (found,) = [event for event in reading.events if event.span.exact == trigger]
    return found


@pytest.mark.parametrize(
    ("text", "trigger", "actor"),
    [
        (
            "“We struck Ordan troops by mistake,” Petra Vaal, a Velmarian army spokeswoman, said.",
            "struck",
            "actor:velmaria-army",
        ),
        ("The Velmarian army admitted that its jets hit the post.", "hit", "actor:velmaria-army"),
        ("The Velmarian army said it had shelled the port.", "shelled", "actor:velmaria-army"),
        (
            "Velmaria said the Tolmaran army and its jets had struck the post.",
            "struck",
            "actor:tolmara-army",
        ),
    ],
)
def test_we_and_its_are_who_says_so_unless_somebody_else_is_named(
    text: str, trigger: str, actor: str
) -> None:
    assert _event(text, trigger).actor == actor


def test_our_troops_are_the_speakers() -> None:
    found = _event("“They attacked our troops at dawn,” the Velmarian army said.", "attacked")
    assert found.recipient == "actor:velmaria-army"
    assert found.actor is None


def test_the_town_of_a_strike_did_not_strike() -> None:
    reading = read_page(
        b"The Deir ez-Zor strike killed nine people, the ministry said.\n", name="page.txt"
    )
    assert not [one for one in reading.actors if one.name == "Deir ez-Zor"]
