"""One actor under two names on two pages."""

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from counterclaim.ledger.parties import Parties
from counterclaim.ledger.sameness import canonical_ids, united
from counterclaim.records import Actor, ActorKind

FULL = Actor(
    id="actor:norland-news-agency",
    name="Norland News Agency",
    kind="organisation",
    aliases=["NONA"],
    documents=["d-1"],
)
SHORT = Actor(id="actor:nona", name="NONA", kind="agency", documents=["d-2", "d-3"])


def same(*actors: Actor) -> dict[str, str]:
    return canonical_ids(united(list(actors)))


def test_a_short_name_that_one_page_spells_out() -> None:
    full, short = united([FULL, SHORT])
    assert short.same_as == FULL.id
    assert short.same_as_reason == (
        "NONA is a name of Norland News Agency and of nobody else on these pages"
    )
    assert full.same_as is None
    assert full.same_as_reason is None
    assert full.kind == "agency"
    assert short.name == "NONA"
    assert short.documents == ["d-2", "d-3"]


def test_it_is_found_anew_each_time() -> None:
    once = united([FULL, SHORT])
    assert united(once) == once
    [alone] = united(once[1:])
    assert alone == SHORT


def test_two_who_claim_the_name() -> None:
    other = msgspec.structs.replace(FULL, id="actor:other", name="North Narrative")
    assert same(FULL, other, SHORT) == {}


def test_a_page_that_knows_both_keeps_them_apart() -> None:
    assert same(FULL, msgspec.structs.replace(SHORT, documents=["d-1", "d-2"])) == {}


@pytest.mark.parametrize(
    ("kind", "united_"),
    [
        ("agency", True),
        ("outlet", True),
        ("unknown", True),
        ("organisation", True),
        ("person", False),
        ("group", False),
        ("state", False),
    ],
)
def test_kinds_must_fit(kind: ActorKind, united_: bool) -> None:
    assert bool(same(FULL, msgspec.structs.replace(SHORT, kind=kind))) is united_


def test_an_armed_group_is_no_ministry() -> None:
    group = msgspec.structs.replace(SHORT, kind="armed_group")
    assert same(msgspec.structs.replace(FULL, kind="ministry"), group) == {}


@pytest.mark.parametrize("field", ["country", "affiliation", "member_of"])
def test_what_contradicts_keeps_apart(field: str) -> None:
    one = msgspec.structs.replace(FULL, **{field: "a"})
    assert same(one, SHORT) == {SHORT.id: FULL.id}
    assert same(one, msgspec.structs.replace(SHORT, **{field: "a"})) == {SHORT.id: FULL.id}
    assert same(one, msgspec.structs.replace(SHORT, **{field: "b"})) == {}


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Coast Guard", False),
        ("Defence Ministry", False),
        ("Courier", False),
        ("the police", False),
        ("the Brennick Relief", True),
        ("Brennick Relief", True),
        ("BRF", True),
        ("B.R.F.", True),
    ],
)
def test_which_names_tell(name: str, expected: bool) -> None:
    long = Actor(
        id="actor:long",
        name="Brennick Relief Fund of Norland",
        kind="organisation",
        aliases=[name, name.removeprefix("the ")],
        documents=["d-1"],
    )
    short = Actor(id="actor:short", name=name, kind="organisation", documents=["d-2"])
    assert bool(same(long, short)) is expected


def test_a_chain_goes_to_its_end_and_a_ring_nowhere() -> None:
    a = Actor(id="a", name="AAA", kind="body", aliases=["BBB"], documents=["d-1"])
    b = Actor(id="b", name="BBB", kind="body", aliases=["CCC"], documents=["d-2"])
    c = Actor(id="c", name="CCC", kind="body", documents=["d-3"])
    assert same(a, b, c) == {"b": "a", "c": "a"}
    ring = msgspec.structs.replace(c, aliases=["AAA"])
    assert same(a, b, ring) == {}


def test_parties_answer_with_the_one_that_stands_for_both() -> None:
    state = Actor(id="actor:norland", name="Norland", kind="state", documents=["d-1"])
    full = msgspec.structs.replace(FULL, member_of=state.id)
    speaker = Actor(id="actor:jan", name="Jan Tol", kind="person", member_of=SHORT.id)
    parties = Parties(united([state, full, SHORT, speaker]))
    assert parties.organ(SHORT.id) == FULL.id
    assert parties.organ(speaker.id) == FULL.id
    assert parties.party(SHORT.id) == state.id
    assert parties.party(speaker.id) == state.id
    assert parties.name(SHORT.id) == "Norland News Agency"
    assert parties.is_media(FULL.id)


NAMES = ["NONA", "BRF", "Brennick Relief", "the Coast Guard", "Norland News Agency"]


@settings(max_examples=200, deadline=None)
@given(
    st.lists(
        st.tuples(
            st.sampled_from(NAMES),
            st.lists(st.sampled_from(NAMES), max_size=3),
            st.sampled_from(["agency", "organisation", "unknown", "person"]),
            st.integers(1, 4),
        ),
        max_size=6,
    )
)
def test_whoever_stands_for_others_stands_for_itself(
    rows: list[tuple[str, list[str], ActorKind, int]],
) -> None:
    actors = [
        Actor(id=f"actor:{i}", name=name, aliases=aliases, kind=kind, documents=[f"d-{page}"])
        for i, (name, aliases, kind, page) in enumerate(rows)
    ]
    found = united(actors)
    ids = canonical_ids(found)
    assert [actor.id for actor in found] == [actor.id for actor in actors]
    assert all(end not in ids for end in ids.values())
    assert canonical_ids(united(found)) == ids or any(
        a.kind != b.kind for a, b in zip(actors, found, strict=True)
    )


def person(name: str, document: str, role: str | None = None) -> Actor:
    slug = name.casefold().replace(" ", "-")
    return Actor(id=f"actor:{slug}", name=name, kind="person", role=role, documents=[document])


@pytest.mark.parametrize(
    ("bare", "role", "one"),
    [
        ("Dubrin governor", "Dubrin Governor", True),
        ("Dubrin governor", "governor of Dubrin", True),
        ("governor of Dubrin province", "Dubrin's governor", True),
        ("Dubrin governor", "governor of Zarn", False),
        ("Dubrin governor", "Dubrin mayor", False),
        ("Dubrin governor", "Governor", False),
        ("governor", "Dubrin Governor", False),
        ("Dubrin spokesman", "Dubrin spokesman", False),
    ],
)
def test_the_only_holder_of_a_places_office(bare: str, role: str, one: bool) -> None:
    found = same(person(bare, "d-1"), person("Talis Brand", "d-2", role))
    assert bool(found) == one
    if one:
        assert list(found.values()) == ["actor:talis-brand"]


def test_two_holders_leave_it_open() -> None:
    actors = [
        person("Dubrin governor", "d-1"),
        person("Talis Brand", "d-2", "Dubrin Governor"),
        person("Oda Marn", "d-3", "governor of Dubrin"),
    ]
    assert same(*actors) == {}


def test_a_page_that_knows_both_tells_them_apart() -> None:
    assert (
        same(person("Dubrin governor", "d-2"), person("Talis Brand", "d-2", "Dubrin mayor")) == {}
    )
    bare, named = person("Dubrin governor", "d-2"), person("Talis Brand", "d-2", "Dubrin Governor")
    assert same(bare, named) == {}


def test_the_reason_names_the_holder() -> None:
    bare, named = person("Dubrin governor", "d-1"), person("Talis Brand", "d-2", "Dubrin Governor")
    (found,) = (a for a in united([bare, named]) if a.same_as)
    assert found.same_as_reason == ("Talis Brand is the only Dubrin governor whom these pages name")
