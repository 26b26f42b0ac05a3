import msgspec
import pytest
from tests.ledger.builder import STATES, Page

from counterclaim.ledger.actors import actors_by_page, merge_actors
from counterclaim.ledger.parties import Parties
from counterclaim.records import Actor

PARTIES = Parties(list(STATES.values()))


@pytest.mark.parametrize(
    ("actor", "organ", "party", "voice"),
    [
        ("ilse-brandt", "norland-ministry", "norland", "norland"),
        ("norland-ministry", "norland-ministry", "norland", "norland"),
        ("norland", "norland", "norland", "norland"),
        ("sudmark-army", "sudmark-army", "sudmark", "sudmark"),
        ("sna", "sna", "sna", "sudmark"),
        ("courier", "courier", "courier", "courier"),
        ("red-front", "red-front", "red-front", "red-front"),
        ("nobody", "nobody", "nobody", "nobody"),
    ],
)
def test_who_speaks_for_whom(actor: str, organ: str, party: str, voice: str) -> None:
    key = f"actor:{actor}"
    assert PARTIES.organ(key) == f"actor:{organ}"
    assert PARTIES.party(key) == f"actor:{party}"
    assert PARTIES.voice(key) == f"actor:{voice}"


def test_a_circle_of_memberships_ends() -> None:
    a = Actor(id="a", name="A", kind="person", member_of="b")
    b = Actor(id="b", name="B", kind="person", member_of="a")
    parties = Parties([a, b])
    assert parties.party("a") == "b"
    assert parties.organ("a") == "b"


def test_names_for_people() -> None:
    assert PARTIES.name("actor:red-front") == "Red Front"
    assert PARTIES.name("actor:nobody") == "actor:nobody"
    assert PARTIES.actor("actor:nobody") is None
    assert PARTIES.is_media("actor:sna")
    assert not PARTIES.is_media("actor:norland")
    assert not PARTIES.is_media("actor:nobody")


def test_actors_are_merged_once_with_the_pages_that_know_them() -> None:
    one = Page("one").say("all is quiet", by="actor:norland").reading()
    two = Page("two").say("nothing is quiet", by="actor:norland").reading()
    merged = {a.id: a for a in merge_actors([one, two])}
    norland = merged["actor:norland"]
    assert norland.documents == ["d-one", "d-two"]
    assert [m.document for m in norland.mentions] == ["d-one", "d-two"]
    assert list(merged) == sorted(merged)
    pages = actors_by_page(merged.values())
    own = {a.id: a for a in pages["d-two"]}
    assert [m.document for m in own["actor:norland"].mentions] == ["d-two"]
    assert list(pages) == ["d-one", "d-two"]


def test_open_fields_are_filled_by_the_first_page_that_knows() -> None:
    one = Page("one").say("all is quiet").reading()
    two = Page("two").say("nothing is quiet").reading()
    vague = Actor(id="x", name="X", aliases=["Xx"])
    known = Actor(id="x", name="X", kind="ministry", role="spokesman", aliases=["Ex"], country="XN")
    merged = merge_actors(
        [
            msgspec.structs.replace(one, actors=[vague]),
            msgspec.structs.replace(two, actors=[known]),
        ]
    )
    (actor,) = merged
    assert (actor.kind, actor.role, actor.country) == ("ministry", "spokesman", "XN")
    assert actor.aliases == ["Ex", "Xx"]


def test_a_page_that_traces_an_owner_to_a_state_tells_before_one_that_does_not() -> None:
    one = Page("one").say("all is quiet").reading()
    two = Page("two").say("nothing is quiet").reading()
    bare = Actor(id="ann", name="Ann", kind="person", member_of="ministry", side="ministry")
    traced = Actor(id="ann", name="Ann", kind="person", member_of="n-ministry", side="norland")
    state = Actor(id="norland", name="Norland", kind="state")
    readings = [
        msgspec.structs.replace(one, actors=[bare]),
        msgspec.structs.replace(two, actors=[traced, state]),
    ]
    merged = {actor.id: actor for actor in merge_actors(readings)}
    assert (merged["ann"].member_of, merged["ann"].side) == ("n-ministry", "norland")


@pytest.mark.parametrize(
    ("name", "party"),
    [
        ("Norland's information minister", "actor:norland"),
        ("the Norland’s minister of health", "actor:norland"),
        ("Karvania's information minister", "actor:who"),
        ("Norland's champion", "actor:who"),
    ],
)
def test_who_is_named_by_a_state_and_an_office_speaks_for_the_state(name: str, party: str) -> None:
    who = Actor(id="actor:who", name=name, kind="person")
    assert Parties([*STATES.values(), who]).party("actor:who") == party


@pytest.mark.parametrize(
    ("role", "organ"),
    [
        ("surgeon at Mercy Hospital", "osk"),
        ("professor", "osk"),
        ("chief surgeon", "hospital"),
        ("spokeswoman", "hospital"),
        (None, "hospital"),
    ],
)
def test_a_surgeons_word_is_his_own(role: str | None, organ: str) -> None:
    hospital = Actor(id="hospital", name="Mercy Hospital", kind="organisation")
    osk = Actor(id="osk", name="Halim Osk", kind="person", role=role, member_of="hospital")
    parties = Parties([hospital, osk])
    assert parties.organ("osk") == organ
    assert parties.party("osk") == organ
