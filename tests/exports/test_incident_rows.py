"""Who did it, in tables with one cell for it: nobody by a denial; notes tell on whose word."""

import csv
import io

import pytest
from msgspec.structs import replace
from tests.ledger.builder import Page

from counterclaim.exports.acled import acled
from counterclaim.exports.ged import ged
from counterclaim.exports.incident_rows import STANDINGS, _kind_of, _wholes, rows_of
from counterclaim.exports.interactions import interaction_of
from counterclaim.exports.options import Options
from counterclaim.exports.view import View
from counterclaim.ledger import build_ledger
from counterclaim.records import Actor, ActorKind, Count, Ledger, Span


def accused(page: Page) -> Page:
    page.say("the Red Front shelled the depot in Orla", by="actor:observers")
    return page.event(
        "shelled", actor="actor:red-front", place=("Orla", 35.0, 40.0), day="2031-05-03"
    )


def denied(page: Page) -> Page:
    page.say("it never shelled the depot in Orla", by="actor:red-front", force="denies")
    return page.event(
        "shelled",
        actor="actor:red-front",
        modality="denied",
        place=("Orla", 35.0, 40.0),
        day="2031-05-03",
    )


def unknown(page: Page) -> Page:
    page.say("somebody shelled the depot in Orla", by="actor:herald")
    return page.event("shelled", place=("Orla", 35.0, 40.0), day="2031-05-03")


def built(page: Page) -> Ledger:
    return build_ledger([page.reading()])


def test_the_actor_is_whom_statements_name() -> None:
    (row,) = rows_of(View(built(denied(accused(Page("one"))))))
    assert row.actor == "Red Front"
    assert "Red Front: accused by Observer Mission;" in row.notes
    assert "Red Front: denied by Red Front;" in row.notes


def test_who_is_only_said_not_to_have_done_it_is_no_actor() -> None:
    (row,) = rows_of(View(built(denied(unknown(Page("one"))))))
    assert row.actor == ""
    assert row.actor_inter == ""
    assert "Red Front: denied by Red Front;" in row.notes


def test_tables_have_the_actor_and_the_notes() -> None:
    ledger = built(accused(Page("one")))
    (line,) = csv.DictReader(io.StringIO(acled(ledger, Options())["acled.csv"].decode()))
    assert line["actor1"] == "Red Front"
    assert line["inter1"] == "Rebel group"
    assert "accused by Observer Mission" in line["notes"]
    (line,) = csv.DictReader(io.StringIO(ged(ledger, Options()).decode()))
    assert line["side_a"] == "Red Front"


def test_every_standing_has_its_words() -> None:
    assert len(set(STANDINGS.values())) == len(STANDINGS) == 6


def test_the_kind_is_the_one_that_most_events_are_of() -> None:
    (row,) = rows_of(View(built(denied(accused(Page("one"))))))
    assert row.event is not None
    events = [replace(row.event, mode=mode) for mode in (None, "drone", "explosives", "drone")]
    assert _kind_of(events, None) is events[1]
    assert _kind_of(events, "explosives") is events[2]
    assert _kind_of(events, "suicide-attack") is events[1]
    assert _kind_of(events[:1], "drone") is events[0]
    assert _kind_of([], None) is None


def test_a_part_of_a_figure_is_no_bound_of_a_row() -> None:
    span = Span(start=0, end=3, exact="six", prefix="", suffix="")
    whole = Count(
        id="d-1.n1", document="d-1", span=span, number=span, low=40, best=40, high=40, harm="killed"
    )
    part = replace(whole, id="d-1.n2", low=6, best=6, high=6, part_of="d-1.n1")
    other = replace(part, id="d-1.n3", part_of="d-1.n9")
    assert [one.id for one in _wholes([whole, part, other])] == ["d-1.n1", "d-1.n3"]
    war = replace(whole, id="d-1.n4", low=9000, best=9000, high=9000, extent="background")
    former = replace(whole, id="d-1.n5", low=31, best=31, high=31, extent="superseded")
    more = replace(whole, id="d-1.n6", low=2, best=2, high=2, extent="addition")
    assert _wholes([war, former, whole, more]) == [whole]
    assert _wholes([war, more]) == [more]
    assert _wholes([war]) == []


def test_the_row_is_of_the_means_that_the_title_names() -> None:
    page = Page("one")
    for span, mode in (("explosion", "explosives"), ("strike", "aerial")):
        page.say(f"there was a {span} in Orla", by="actor:herald")
        page.event(span, mode=mode, place=("Orla", 35.0, 40.0), day="2031-05-03")
    ledger = built(page)
    (row,) = rows_of(View(ledger))
    assert ledger.incidents[0].title.startswith("Reported air strike")
    assert row.event is not None
    assert row.event.mode == ledger.incidents[0].mode == "aerial"


@pytest.mark.parametrize(
    ("name", "kind", "role", "member_of", "term"),
    [
        ("Velmarian Army", "armed_force", None, None, "State forces"),
        ("Red Front", "armed_group", None, None, "Rebel group"),
        ("30 residents of Orla", "group", None, None, "Civilians"),
        ("four marchers", "group", None, None, "Protesters"),
        ("two soldiers", "group", None, None, ""),
        ("gunmen", "group", None, None, ""),
        ("gunmen from the village", "group", None, None, ""),
        ("prison guards", "group", None, None, ""),
        ("Mara Lind", "person", None, None, ""),
        ("Mara Lind", "person", "reporter", None, "Civilians"),
        ("Tarek Orsu", "person", "colonel", None, ""),
        ("Tarek Orsu", "person", "spokesman", "actor:front", "Rebel group"),
        ("wedding party", "unknown", None, None, ""),
    ],
)
def test_only_the_unarmed_are_civilians(
    name: str, kind: ActorKind, role: str | None, member_of: str | None, term: str
) -> None:
    front = Actor(id="actor:front", name="Red Front", kind="armed_group")
    actor = Actor(id="actor:one", name=name, kind=kind, role=role, member_of=member_of)
    assert interaction_of(actor, {front.id: front}) == term


def test_nobody_is_of_no_kind() -> None:
    assert interaction_of(None, {}) == ""
