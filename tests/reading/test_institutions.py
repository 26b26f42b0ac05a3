"""Whose a bare institution is."""

from __future__ import annotations

import msgspec
import pytest

from counterclaim.actors import Knowledge
from counterclaim.ledger.actors import merge_actors
from counterclaim.pages import read_document
from counterclaim.reading import Engine
from counterclaim.reading.institutions import with_owned_institutions
from counterclaim.records import Actor, ActorKind, Mention, Place, Reading, Span
from tests.ledger.builder import STATES, Page

MINISTRY = "actor:defence-ministry"
POLICE = "actor:police"


@pytest.fixture(scope="module")
def knowledge() -> Knowledge:
    return Knowledge.load()


def actor(key: str, name: str, kind: ActorKind, **fields: str | None) -> Actor:
    return Actor(id=key, name=name, kind=kind, **fields)  # type: ignore[arg-type]


def page(key: str, *actors: Actor, countries: tuple[str, ...] = ()) -> Reading:
    """A page on which the ministry and the police speak, with places in ``countries``."""
    built = Page(key)
    built.say("nothing was hit", by=MINISTRY, name="The defence ministry", force="denies")
    built.say("two people died", by=POLICE, name="Police")
    reading = built.reading()
    told = [
        _mentioned(reading, actor(MINISTRY, "defence ministry", "ministry"), "defence ministry"),
        _mentioned(reading, actor(POLICE, "police", "armed_force"), "Police"),
    ]
    span = Span.of(reading.document.text, 0, 3)
    places = [
        Place(
            id=f"{reading.document.id}.p{n}",
            document=reading.document.id,
            span=span,
            name="Zarnik",
            status="resolved",
            country=country,
            where_prec=1,
        )
        for n, country in enumerate(countries)
    ]
    return msgspec.structs.replace(reading, actors=[*told, *actors], places=places)


def _mentioned(reading: Reading, one: Actor, words: str) -> Actor:
    start = reading.document.text.index(words)
    span = Span.of(reading.document.text, start, start + len(words))
    mention = Mention(document=reading.document.id, span=span, reason="known by what it is")
    return msgspec.structs.replace(one, mentions=[mention])


def origins(reading: Reading) -> list[str | None]:
    return [statement.origin for statement in reading.statements]


def test_the_only_states_organ_is_that_states(knowledge: Knowledge) -> None:
    norland = STATES["actor:norland"]
    told = with_owned_institutions(page("a", norland, countries=("XN",)), knowledge)
    assert origins(told) == ["actor:norland-defence-ministry", "actor:police-in-xn"]
    ministry = next(a for a in told.actors if a.id == "actor:norland-defence-ministry")
    assert (ministry.member_of, ministry.country) == ("actor:norland", "XN")
    assert ministry.mentions[0].reason.endswith("the only state of the page, Norland")


def test_where_no_state_is_named_all_places_tell(knowledge: Knowledge) -> None:
    told = with_owned_institutions(page("a", countries=("FR", "FR")), knowledge)
    assert origins(told) == ["actor:fr-defence-ministry", "actor:police-in-fr"]
    reasons = {m.reason for a in told.actors for m in a.mentions}
    assert "known by what it is; no state is named and all places are in FR" in reasons


@pytest.mark.parametrize(
    ("states", "countries"),
    [
        ((), ()),
        ((), ("FR", "DE")),
        (("actor:norland", "actor:sudmark"), ()),
        (("actor:norland",), ("XS",)),
    ],
)
def test_what_the_page_does_not_tell_stays_the_pages(
    knowledge: Knowledge, states: tuple[str, ...], countries: tuple[str, ...]
) -> None:
    reading = page("a", *(STATES[key] for key in states), countries=countries)
    told = with_owned_institutions(reading, knowledge)
    assert origins(told)[0] == f"{MINISTRY}-of-{reading.document.id}"
    if len(set(countries)) != 1:
        assert origins(told)[1] == f"{POLICE}-of-{reading.document.id}"


def test_an_owner_of_another_organ_is_a_state_of_the_page(knowledge: Knowledge) -> None:
    army = actor("actor:fr-army", "French army", "armed_force", member_of="actor:fr", country="FR")
    told = with_owned_institutions(page("a", army), knowledge)
    assert origins(told)[0] == "actor:fr-defence-ministry"


def test_an_organ_named_in_full_as_well_is_one_actor(knowledge: Knowledge) -> None:
    full = actor(
        "actor:norland-defence-ministry",
        "Norland defence ministry",
        "ministry",
        member_of="actor:norland",
    )
    told = with_owned_institutions(page("a", STATES["actor:norland"], full), knowledge)
    found = [a for a in told.actors if a.id == full.id]
    assert [a.name for a in found] == ["Norland defence ministry"]
    assert len(found[0].mentions) == 1


def test_two_countries_are_never_one_over_pages(knowledge: Knowledge) -> None:
    pages = [page("a", countries=("FR",)), page("b", countries=("DE",)), page("c"), page("d")]
    told = [with_owned_institutions(one, knowledge) for one in pages]
    merged = merge_actors(told)
    assert len({a.id for a in merged}) == 8
    assert all(len(a.documents) == 1 for a in merged)
    assert all(a.same_as is None for a in merged)
    again = [with_owned_institutions(page(key, countries=("FR",)), knowledge) for key in "ab"]
    assert all(len(a.documents) == 2 for a in merge_actors(again))


def test_it_changes_nothing_when_done_again(knowledge: Knowledge) -> None:
    for countries in ((), ("FR",), ("FR", "DE")):
        once = with_owned_institutions(page("a", countries=countries), knowledge)
        assert with_owned_institutions(once, knowledge) == once


def test_those_in_particular_are_left_alone(knowledge: Knowledge) -> None:
    reading = page("a", countries=("FR",))
    kept = [STATES["actor:red-front"], STATES["actor:observers"], STATES["actor:ilse-brandt"]]
    reading = msgspec.structs.replace(reading, actors=kept)
    assert with_owned_institutions(reading, knowledge) is reading


def test_pages_are_read_so() -> None:
    text = """Ministry denies strike

Norland's president visited the site. The defence ministry said that no plane was in the air.

A hospital said that nine people had been wounded.
"""
    engine = Engine()
    (told,) = engine.read([read_document(text.encode(), name="a", published="2031-05-04")])
    ids = {one.id for one in told.actors}
    assert "actor:norland-defence-ministry" in ids
    assert ids.isdisjoint({"actor:hospital", MINISTRY})
    for statement in told.statements:
        assert {statement.origin, statement.speaker} - {None} <= ids
    for event in told.events:
        assert {event.actor, event.recipient} - {None} <= ids


def test_an_organ_given_to_the_pages_topic_goes_where_everything_happens() -> None:
    text = (
        b"US-led coalition jets hit a post near Homs on Saturday. The US had said that the US and "
        b"the Pentagon knew nothing of it. The general command said nine soldiers died in Homs.\n"
    )
    reading = Engine().read([read_document(text, name="a.txt", published="2031-05-12")])[0]
    told = {one.id: one for one in reading.actors}
    assert "actor:us-general-command" not in told
    assert told["actor:sy-general-command"].name == "Syrian General Command"
    assert told["actor:sy-general-command"].member_of == "actor:sy"
    (mention,) = told["actor:sy-general-command"].mentions
    assert "all places of the page are in Syria" in mention.reason
    assert "actor:us-defence-ministry" in told


def test_state_television_of_a_country_speaks_for_its_state() -> None:
    text = b"A rocket hit a bus in Homs. State television put the toll at 11.\n"
    reading = Engine().read([read_document(text, name="a.txt", published="2031-05-12")])[0]
    (found,) = [one for one in reading.actors if one.name == "State television"]
    assert (found.id, found.affiliation) == ("actor:state-television-in-sy", "state: SY")


def test_government_forces_are_the_forces_of_where_all_happens(knowledge: Knowledge) -> None:
    forces = actor("actor:army", "government forces", "armed_force")
    others = [actor(f"actor:{c}", c, "state", country=c.upper()) for c in ("ru", "us")]
    reading = page("d-1", forces, *others, countries=("SY", "SY"))
    found = {a.id: a for a in with_owned_institutions(reading, knowledge).actors}
    assert found["actor:sy-army"].member_of == "actor:sy"
    reading = page("d-1", forces, *others, countries=("SY", "IQ"))
    found = {a.id: a for a in with_owned_institutions(reading, knowledge).actors}
    assert "actor:sy-army" not in found


@pytest.mark.parametrize(
    ("text", "ministry"),
    [
        (
            (
                "Ministry: rebels shelled Orvan\n\nThe Ministry of Defence of Kestria said rebels "
                "had shelled the town."
            ),
            "actor:kestria-defence-ministry",
        ),
        (
            (
                "Ministry: rebels shelled Orvan\n\nKestria's army denied it. The Ministry of "
                "Defence said rebels had shelled the town."
            ),
            "actor:kestria-defence-ministry",
        ),
    ],
)
def test_a_headlines_ministry_is_the_only_one_below(text: str, ministry: str) -> None:
    (told,) = Engine().read([read_document(text.encode(), name="p.txt")])
    first = told.statements[0]
    assert first.source[0].exact == "Ministry"
    assert first.origin == ministry


def test_a_ministry_stays_open_beside_two() -> None:
    text = (
        "Ministry: rebels shelled Orvan\n\nKestria's interior ministry said it was so. "
        "Kestria's defence ministry said it was not."
    )
    (told,) = Engine().read([read_document(text.encode(), name="p.txt")])
    assert told.statements[0].origin not in (
        "actor:kestria-defence-ministry",
        "actor:kestria-interior-ministry",
    )
