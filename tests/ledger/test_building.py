import itertools

import msgspec
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.exports.ledgers import readings
from tests.ledger.builder import Page
from tests.ledger.stories import background, rolling_page, second_page, words

from counterclaim.ledger import build_ledger
from counterclaim.records import Ledger, Problem, Reading


def ledger_of(*pages: Page) -> Ledger:
    return build_ledger([page.reading() for page in pages])


def test_nothing_in_nothing_out() -> None:
    ledger = build_ledger([])
    assert ledger.readings == []
    assert ledger.incidents == []


def test_the_order_of_pages_does_not_matter() -> None:
    pages = [background(rolling_page()).reading(), second_page().reading(), Page("x").reading()]
    built = [build_ledger(order) for order in itertools.permutations(pages)]
    assert all(ledger == built[0] for ledger in built)


def test_building_again_changes_nothing() -> None:
    ledger = ledger_of(background(rolling_page()), second_page())
    assert build_ledger(ledger.readings, ledger.problems) == ledger


def test_a_page_given_twice_counts_once() -> None:
    once = ledger_of(rolling_page())
    assert ledger_of(rolling_page(), rolling_page()) == once


def test_every_reference_leads_somewhere() -> None:
    ledger = ledger_of(background(rolling_page()), second_page())
    statements = set(words(ledger))
    incidents = {i.id for i in ledger.incidents}
    for incident in ledger.incidents:
        assert set(incident.statements) <= statements
        assert incident.grade is not None
        assert set(incident.grade.statements) <= set(incident.statements)
    for account in ledger.accounts:
        assert account.incident in incidents
        assert {s for v in account.versions for s in v.statements} <= statements
    for relation in ledger.relations:
        assert {relation.a, relation.b} <= statements
        assert relation.a != relation.b
        assert relation.incident in incidents
        assert relation.status == "suggested"
        assert relation.reason
        assert 0 < relation.score <= 1
    for origin in ledger.origins:
        assert set(origin.statements) <= statements
        assert set(origin.echoes) < set(origin.statements)
        assert origin.independent == len(origin.origins) > 0


def test_every_span_of_a_relation_is_literal_and_in_its_statements_page() -> None:
    ledger = ledger_of(background(rolling_page()), second_page())
    texts = {s.id: r.document.text for r in ledger.readings for s in r.statements}
    sides = [(r.a, r.a_spans) for r in ledger.relations] + [
        (r.b, r.b_spans) for r in ledger.relations
    ]
    assert len(sides) > 10
    for statement, spans in sides:
        assert spans
        for span in spans:
            assert texts[statement][span.start : span.end] == span.exact


def test_ids_are_unique() -> None:
    ledger = ledger_of(background(rolling_page()), second_page())
    for records in (ledger.incidents, ledger.accounts, ledger.origins, ledger.relations):
        ids = [r.id for r in records]
        assert len(ids) == len(set(ids)) > 0


def test_readers_do_not_speak() -> None:
    page = rolling_page()
    page.say("the strike killed 900 soldiers", by="actor:red-front", voice="reader")
    page.count("900 soldiers", 900, group="soldiers")
    ledger = ledger_of(page)
    reader = ledger.readings[0].statements[-1].id
    assert all(reader not in i.statements for i in ledger.incidents)
    assert all(o.value != "900 soldiers" for o in ledger.origins)
    assert reader in words(ledger)


def test_problems_are_kept_and_know_their_page() -> None:
    lost = Problem(id="x-1", name="gone.html", code="CC104", severity="error", message="gone")
    odd = Problem(id="x-2", name="one", code="CC902", severity="warning", message="no date")
    reading = msgspec.structs.replace(rolling_page().reading(), problems=[odd])
    ledger = build_ledger([reading], [lost])
    assert ledger.problems == [lost]
    assert ledger.readings[0].problems[0].document == "d-one"


@settings(deadline=None, max_examples=30)
@given(st.lists(st.integers(0, 5).flatmap(lambda n: readings(str(n))), max_size=4))
def test_no_reading_breaks_it(pages: list[Reading]) -> None:
    ledger = build_ledger(pages)
    assert {r.document.id for r in ledger.readings} == {p.document.id for p in pages}
    assert build_ledger(ledger.readings) == ledger
