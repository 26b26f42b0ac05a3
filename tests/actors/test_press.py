"""Media and firms known by form and deed, and what nouns go back to them."""

import pytest

from counterclaim.records import ActorKind
from tests.actors.pages import at, cast_of, resolved, who


@pytest.mark.parametrize(
    ("text", "words", "actor", "kind"),
    [
        ("The daily Signal said so.", "Signal", "actor:signal", "outlet"),
        ("Radio Tolm reported it.", "Radio Tolm", "actor:radio-tolm", "outlet"),
        ("The Tolm Mercury wrote that it rained.", "Tolm Mercury", "actor:tolm-mercury", "outlet"),
        ("TQA, citing police, spoke of two.", "TQA", "actor:tqa", "agency"),
        ("The airline Tolmair said so.", "Tolmair", "actor:tolmair", "organisation"),
        ("Tolmair, an airline, said so.", "Tolmair", "actor:tolmair", "organisation"),
    ],
)
def test_names_beside_what_shows_them(text: str, words: str, actor: str, kind: ActorKind) -> None:
    found = resolved(text, words)
    assert (found.actor, found.kind) == (actor, kind)


def test_a_person_who_quotes_somebody_is_no_medium() -> None:
    text = "Mayor Jan Tol spoke. Tol quoted his mother as saying it would rain."
    assert resolved(text, "Tol", 1).kind == "person"


def test_a_ship_that_does_not_speak_is_no_newspaper() -> None:
    found = {text for text in ("Evening Star",) if _named("The Evening Star sank.", text)}
    assert not found


def _named(text: str, words: str) -> bool:
    cast = cast_of(text)
    return any(text[s:e] == words for s, e, _ in cast.named(0, len(text)))


def test_a_code_of_a_state_is_no_state_where_it_reports() -> None:
    text = "The bridge is open, AE reports. Two died."
    assert cast_of(text).identify(*at(text, "AE")).kind != "state"


def test_the_company_is_no_union() -> None:
    text = "The airline Tolmair said so. The Pilots Union disagreed. The company said it again."
    assert who(text, "The company") == "actor:tolmair"


def test_both_are_the_two_who_spoke_together() -> None:
    text = "Velmaria's army and the Tolm Front said so. Both left."
    cast = cast_of(text)
    together = cast.identify(*at(text, "Velmaria's army and the Tolm Front"))
    assert together.actor is not None
    cast.spoke(0, together.actor)
    assert cast.identify(*at(text, "Both")).actor == together.actor


def test_a_press_service_speaks_for_its_body() -> None:
    text = "The press service of the Ministry of Defence of Velmaria said so. Velmaria's army left."
    words = "The press service of the Ministry of Defence of Velmaria"
    assert who(text, words) == "actor:velmaria-defence-ministry"


def test_the_baker_is_who_was_a_baker() -> None:
    text = "A baker said it rained. The baker went home."
    cast = cast_of(text)
    first = cast.identify(*at(text, "A baker"))
    assert first.actor == "actor:baker"
    cast.spoke(0, first.actor)
    assert cast.identify(*at(text, "The baker")).actor == "actor:baker"


def test_a_state_written_in_capitals_is_the_same_state() -> None:
    text = "NEWS OF VELMARIA\nThe Ministry of Defence of Velmaria said so. Velmaria's army left."
    assert who(text, "The Ministry of Defence of Velmaria") == "actor:velmaria-defence-ministry"


def test_a_neighbour_has_ministries_of_its_own() -> None:
    text = "Velmaria's army left. The foreign ministry of neighbouring Sulmia said so."
    assert who(text, "The foreign ministry of neighbouring Sulmia") == (
        "actor:sulmia-foreign-ministry"
    )
