"""The facts of whole pages: which statement, which actor, which count of which event."""

from __future__ import annotations

from functools import cache

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.facts.conftest import FakeCast, PageMaker, statement_of

from counterclaim.facts import Facts, claim_sentences, extract_facts
from counterclaim.facts.gazetteer import Gazetteer
from counterclaim.facts.scopes import Scopes
from counterclaim.pages import Page
from counterclaim.records import Span, Statement


@cache
def loaded() -> Gazetteer:
    return Gazetteer.load()


@pytest.fixture(scope="module")
def gazetteer() -> Gazetteer:
    return loaded()


def facts(page: Page, statements: list[Statement], gazetteer: Gazetteer) -> Facts:
    cast = FakeCast(page.document.text)
    return extract_facts(page, statements, cast, gazetteer)  # type: ignore[arg-type]


STORY = (
    "Velmar jets struck the depot on Monday, killing at least 62 Ordan army troops, "
    "the Ordan army said on Tuesday."
)


def test_counts_events_and_moments_of_a_statement(
    make_page: PageMaker, gazetteer: Gazetteer
) -> None:
    page = make_page(STORY)
    content = STORY.split(", the Ordan")[0]
    found = facts(page, [statement_of(page, content, cue="said")], gazetteer)
    (count,) = found.counts
    assert count.statement == "d-1.s1"
    assert (count.low, count.best, count.high, count.harm) == (62, 62, None, "killed")
    assert (count.of, count.group, count.approximator) == (
        "Ordan army troops",
        "soldiers",
        "at least",
    )
    (event,) = found.events
    assert (event.event, event.mode, event.modality) == ("ASSAULT", "aerial", "happened")
    assert event.actor == "actor:velmar"
    assert event.recipient_span is not None
    assert event.recipient_span.exact == "the depot"
    assert event.counts == [count.id]
    monday, tuesday = found.moments
    assert event.moment == monday.id
    assert found.statements[0].said_at == tuesday.id


def test_innermost_statement_owns_a_fact(make_page: PageMaker, gazetteer: Gazetteer) -> None:
    text = "The agency said the Ordan army confirmed that 12 soldiers were killed."
    page = make_page(text)
    outer = statement_of(page, "the Ordan army confirmed that 12 soldiers were killed", cue="said")
    inner = statement_of(page, "12 soldiers were killed", cue="confirmed", number=2)
    (count,) = facts(page, [outer, inner], gazetteer).counts
    assert count.statement == inner.id


def test_cited_statement_owns_before_the_outlet(make_page: PageMaker, gazetteer: Gazetteer) -> None:
    text = "12 soldiers were killed, the staff said."
    page = make_page(text)
    own = statement_of(page, "12 soldiers were killed", voice="outlet", number=1)
    cited = statement_of(page, "12 soldiers were killed, the staff", number=2)
    (count,) = facts(page, [own, cited], gazetteer).counts
    assert count.statement == cited.id


def test_denial_denies_its_events(make_page: PageMaker, gazetteer: Gazetteer) -> None:
    page = make_page("Velmar denied that its jets struck the depot.")
    statement = statement_of(page, "its jets struck the depot", cue="denied", force="denies")
    struck = next(
        item for item in facts(page, [statement], gazetteer).events if item.event == "ASSAULT"
    )
    assert struck.modality == "denied"


def test_part_of_a_total_of_the_sentence_before(make_page: PageMaker, gazetteer: Gazetteer) -> None:
    page = make_page("The raid killed 12 people. Among the dead were three children.")
    total, part = facts(page, [], gazetteer).counts
    assert part.part_of == total.id
    assert total.part_of is None


def test_a_part_that_stands_before_its_total(make_page: PageMaker, gazetteer: Gazetteer) -> None:
    page = make_page("The raid came at dawn. Medics said 8 of the 12 dead were guards.")
    part, total = facts(page, [], gazetteer).counts
    assert (part.low, total.low) == (8, 12)
    assert part.part_of == total.id
    assert total.part_of is None


def test_a_number_of_a_war_is_marked(make_page: PageMaker, gazetteer: Gazetteer) -> None:
    page = make_page("The raid killed 12 people. Since the war began 9,000 people have died.")
    assert [c.extent for c in facts(page, [], gazetteer).counts] == ["incident", "background"]


def test_coalition_jets_act_for_the_coalition(make_page: PageMaker, gazetteer: Gazetteer) -> None:
    page = make_page(
        ("headline", "Coalition jets hit the port"),
        "The Velmar-led coalition met. The Ordan army left. "
        "The depot was struck by two coalition jets.",
    )
    first, event = facts(page, [], gazetteer).events
    assert first.actor == "actor:velmar-coalition"
    assert event.actor == "actor:velmar-coalition"
    assert event.actor_span is not None
    assert event.actor_span.exact == "two coalition jets"


def test_coalition_that_nobody_named_is_nobody(make_page: PageMaker, gazetteer: Gazetteer) -> None:
    (event,) = facts(make_page("The depot was struck by the coalition."), [], gazetteer).events
    assert event.actor is None
    assert event.actor_span is not None


def test_bombing_is_from_the_air_where_the_page_tells_of_an_air_war(
    make_page: PageMaker, gazetteer: Gazetteer
) -> None:
    page = make_page("An airstrike hit Tarn. Jets struck Kesh. The bombing took place at noon.")
    assert [item.mode for item in facts(page, [], gazetteer).events] == ["aerial"] * 3
    page = make_page("An airstrike hit Tarn. The bombing took place at noon.")
    assert facts(page, [], gazetteer).events[1].mode == "explosives"


def test_adjective_of_fighting_is_no_actor(make_page: PageMaker, gazetteer: Gazetteer) -> None:
    (event,) = facts(make_page("Fierce fighting went on."), [], gazetteer).events
    assert event.actor is None
    assert event.actor_span is None


def test_intent_of_the_one_who_admits(make_page: PageMaker, gazetteer: Gazetteer) -> None:
    page = make_page("The staff admitted the killing of over 20 Ordan marines was a blunder.")
    statement = statement_of(
        page,
        "the killing of over 20 Ordan marines was a blunder",
        force="admits",
        origin="actor:central-staff",
    )
    found = facts(page, [statement], gazetteer)
    (intent,) = found.intents
    assert (intent.value, intent.modality, intent.of) == (
        "accident",
        "happened",
        "actor:central-staff",
    )
    assert [(count.low, count.best, count.high) for count in found.counts] == [(21, None, None)]


def test_complicity_names_whom_it_helps(make_page: PageMaker, gazetteer: Gazetteer) -> None:
    page = make_page("Velmar is defending the Grey Front.")
    (intent,) = facts(page, [], gazetteer).intents
    assert (intent.value, intent.of, intent.beneficiary) == (
        "complicity",
        "actor:velmar",
        "actor:grey-front",
    )


def test_support_of_a_plan_is_no_complicity(make_page: PageMaker, gazetteer: Gazetteer) -> None:
    assert facts(make_page("Velmar supports the plan."), [], gazetteer).intents == ()


def test_comments_tell_no_facts(make_page: PageMaker, gazetteer: Gazetteer) -> None:
    page = make_page("It rained.", ("comment", "They killed 500 people by mistake yesterday!"))
    found = facts(page, [], gazetteer)
    assert (found.counts, found.events, found.intents, found.moments) == ((), (), (), ())


def test_moments_without_an_anchor_are_listed_as_unresolved(
    make_page: PageMaker, gazetteer: Gazetteer
) -> None:
    page = make_page("It was shut on Saturday, for two days, and again last week.", published=None)
    found = facts(page, [], gazetteer)
    listed = [item for item in found.unresolved if item.noun == "moment"]
    assert [item.span.exact for item in listed] == ["Saturday", "last week"]
    assert len({item.id for item in found.unresolved}) == len(found.unresolved)
    dated = facts(make_page("It was shut on Saturday."), [], gazetteer)
    assert [item for item in dated.unresolved if item.noun == "moment"] == []


def test_empty_page(make_page: PageMaker, gazetteer: Gazetteer) -> None:
    found = facts(make_page(), [], gazetteer)
    assert found == Facts()


def test_claims_in_the_outlets_own_voice(make_page: PageMaker) -> None:
    page = make_page(
        ("headline", "Velmar jets kill 12 in Ordan"),
        "A drone strike hit the port. The staff said 12 soldiers were killed. It rained.",
        ("caption", "A man killed in the raid"),
        ("comment", "They bombed my house."),
    )
    cited = statement_of(page, "12 soldiers were killed", cue="said")
    assert [span.exact for span in claim_sentences(page, [cited])] == [
        "Velmar jets kill 12 in Ordan",
        "A drone strike hit the port.",
    ]


def test_scopes_prefer_the_shortest(make_page: PageMaker) -> None:
    page = make_page("alpha beta gamma delta")
    long = statement_of(page, "alpha beta gamma delta")
    short = statement_of(page, "beta gamma", number=2)
    scopes = Scopes([long, short])
    assert scopes.innermost(6, 10) == short
    assert scopes.innermost(0, 5) == long
    assert scopes.innermost(0, 99) is None
    assert scopes.touching(0, 3)
    assert not scopes.touching(22, 30)
    assert Scopes([]).innermost(0, 1) is None


def spans_of(value: object) -> list[Span]:
    """Every span in a record, however deep."""
    if isinstance(value, Span):
        return [value]
    if isinstance(value, list | tuple):
        return [span for item in value for span in spans_of(item)]
    if isinstance(value, msgspec.Struct):
        return [span for name in value.__struct_fields__ for span in spans_of(getattr(value, name))]
    return []


_SENTENCES = st.sampled_from(
    [
        "Velmar jets struck the depot, killing at least 62 Ordan troops.",
        "The staff said it was a mistake.",
        "“If confirmed,” he said, “it is an act of war.",
        "No one was hurt\u2028on Saturday.",
        "Two villagers were shot dead by gunmen \U0001f600 in Kesh.",
        "ألف قتيل killed 12 people.",
        "The Velmar-led coalition is defending the Grey Front.",
        "\x00\x00 two days ago \r\n it shelled the town",
        "",
        "e\u0301toile killed 3 men",
    ]
)


@settings(max_examples=60, deadline=None)
@given(st.lists(_SENTENCES, max_size=6), st.booleans())
def test_every_span_is_literal_and_ids_are_unique(sentences: list[str], apart: bool) -> None:
    page = PageMaker()(*sentences) if apart else PageMaker()(" ".join(sentences))
    found = facts(page, [], loaded())
    again = facts(page, [], loaded())
    assert found == again
    text = page.document.text
    records = [*found.counts, *found.events, *found.intents, *found.moments, *found.places]
    for span in spans_of(records):
        assert text[span.start : span.end] == span.exact
    ids = [record.id for record in records]
    assert len(ids) == len(set(ids))
    known = set(ids)
    for event in found.events:
        assert set(event.counts) <= known
        assert event.moment is None or event.moment in known
        assert event.place is None or event.place in known


def test_one_long_line(gazetteer: Gazetteer) -> None:
    page = PageMaker()("Velmar jets killed 12 men in Kesh and " * 8000)
    found = facts(page, [], gazetteer)
    assert len(found.counts) >= 7000


def test_the_place_of_what_is_compared_is_not_the_deeds(
    make_page: PageMaker, gazetteer: Gazetteer
) -> None:
    text = (
        "Velmar police stormed the prison on Monday, killing nine inmates, the most since 2029, "
        "when a fire killed 32 in Aleppo."
    )
    found = facts(make_page(text), [], gazetteer)
    places = {event.span.exact: event.place for event in found.events}
    assert [place.name for place in found.places] == ["Aleppo"]
    assert places["stormed"] is None


@pytest.mark.parametrize(
    ("text", "dated"),
    [
        ("A man was arrested on Friday over the raid on the mill.", {"arrested"}),
        ("Police arrested a man over the raid on the mill on Friday.", {"raid"}),
        ("Police are investigating a raid that took place on Friday.", {"raid"}),
    ],
)
def test_days_of_arrests_are_not_those_of_deeds(
    make_page: PageMaker, gazetteer: Gazetteer, text: str, dated: set[str]
) -> None:
    found = facts(make_page(text), [], gazetteer)
    days = {event.span.exact for event in found.events if event.moment}
    assert ("raid" in days) == ("raid" in dated)
    assert dated <= days
