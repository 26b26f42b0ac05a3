"""Who is named as having done it: who says so, how, and in which words."""

import itertools
from typing import Any

import pytest
from tests.ledger.builder import Page

from counterclaim.ledger import build_ledger
from counterclaim.records import Incident, Ledger, Standing


def built(*pages: Page) -> Ledger:
    return build_ledger([page.reading() for page in pages])


def incident(*pages: Page) -> Incident:
    (found,) = built(*pages).incidents
    return found


def struck(page: Page, actor: str | None = "actor:red-front", **fields: Any) -> Page:
    """The last statement's "shelled the depot", laid to ``actor``."""
    where = ("Orla", 35.0, 40.0)
    return page.event("shelled", actor=actor, place=where, day="2031-05-03", **fields)


def standings(found: Incident) -> list[tuple[str, Standing, list[str]]]:
    return [(one.actor, one.standing, one.by) for one in found.responsible]


def page(by: str | None, key: str = "one", **fields: Any) -> Page:
    return Page(key).say("the Red Front shelled the depot in Orla", by=by, **fields)


@pytest.mark.parametrize(
    ("by", "standing"),
    [
        ("actor:red-front", "claimed"),
        ("actor:norland-ministry", "authorities"),
        ("actor:norland", "authorities"),
        ("actor:ilse-brandt", "authorities"),
        ("actor:observers", "accused"),
    ],
)
def test_whose_word_it_is_gives_the_standing(by: str, standing: Standing) -> None:
    found = incident(struck(page(by)))
    assert [(actor, how) for actor, how, _ in standings(found)] == [("actor:red-front", standing)]
    assert found.responsible[0].statements == found.statements


def test_a_pages_own_words_are_a_report_and_with_a_word_of_doubt_a_suspicion() -> None:
    told = incident(struck(page(None)))
    assert standings(told) == [("actor:red-front", "reported", ["actor:courier"])]
    doubted = incident(struck(page(None), modality="alleged"))
    assert [one.standing for one in doubted.responsible] == ["suspected"]


def test_a_doubt_of_somebody_cited_is_a_suspicion() -> None:
    found = incident(struck(page("actor:observers"), modality="alleged"))
    assert [one.standing for one in found.responsible] == ["suspected"]


def test_the_own_partys_organ_owns_the_deed() -> None:
    text = "the Norland Army shelled the depot in Orla"
    one = Page("one").say(text, by="actor:norland-ministry")
    found = incident(struck(one, "actor:norland-army"))
    assert [one.standing for one in found.responsible] == ["claimed"]


def test_a_denial_stands_beside_the_accusation() -> None:
    told = struck(page("actor:observers"))
    told.say("it never shelled the depot in Orla", by="actor:red-front", force="denies")
    struck(told, modality="denied")
    found = incident(told)
    assert standings(found) == [
        ("actor:red-front", "accused", ["actor:observers"]),
        ("actor:red-front", "denied", ["actor:red-front"]),
    ]


def test_several_who_say_the_same_are_listed_together_in_order() -> None:
    told = struck(page("actor:observers"))
    told.say("the Red Front shelled the depot in Orla", by="actor:herald")
    struck(told)
    (one,) = incident(told).responsible
    assert one.by == ["actor:observers", "actor:herald"]
    assert len(one.statements) == len(one.events) == len(one.spans) == 2


@pytest.mark.parametrize("modality", ["hypothetical", "future"])
def test_what_might_be_is_laid_to_nobody(modality: str) -> None:
    told = struck(page("actor:observers"))
    told.say("the Norland Army shelled the depot in Orla", by="actor:herald")
    struck(told, "actor:norland-army", modality=modality)
    assert {one.actor for one in incident(told).responsible} == {"actor:red-front"}


def test_a_deed_without_an_actor_is_laid_to_nobody() -> None:
    assert incident(struck(page("actor:observers"), None)).responsible == []


@pytest.mark.parametrize(("mode", "named"), [("aerial", 1), (None, 2)])
def test_what_others_did_besides_is_not_the_deed(mode: str | None, named: int) -> None:
    text = "after Norland jets bombed the depot in Orla, the Red Front attacked"
    page = Page("one").say(text, by="actor:observers")
    where = ("Orla", 35.0, 40.0)
    page.event("bombed", actor="actor:norland", place=where, day="2031-05-03", mode=mode)
    page.event("attacked", actor="actor:red-front", place=where, day="2031-05-03")
    assert [actor for actor, _, _ in standings(incident(page))] == [
        "actor:norland",
        "actor:red-front",
    ][:named]


def test_a_headline_says_nothing_that_the_text_says_of_somebody() -> None:
    told = struck(Page("one").say("Red Front shelled the depot in Orla", kind="headline"))
    told.say("the Red Front shelled the depot in Orla", by="actor:observers")
    struck(told)
    assert [one.standing for one in incident(told).responsible] == ["accused"]


def test_spans_are_literal_and_every_id_leads_somewhere() -> None:
    one = struck(page("actor:observers"))
    ledger = built(one)
    (found,) = ledger.incidents
    (named,) = found.responsible
    text = ledger.readings[0].document.text
    assert all(text[span.start : span.end] == span.exact for span in named.spans)
    assert set(named.events) <= set(found.events)
    assert set(named.statements) <= set(found.statements)
    assert {named.actor, *named.by} <= {actor.id for actor in ledger.actors}


def test_the_order_of_pages_does_not_matter() -> None:
    pages = [
        struck(page("actor:observers", "one")),
        struck(page("actor:red-front", "two")),
        struck(page("actor:norland-ministry", "three")),
    ]
    found = [built(*order).incidents for order in itertools.permutations(pages)]
    assert all(each == found[0] for each in found)
    assert {one.standing for each in found[0] for one in each.responsible} == {
        "accused",
        "claimed",
        "authorities",
    }
