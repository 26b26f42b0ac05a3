"""Who did it, in tables with one cell for it: nobody by a denial; notes tell on whose word."""

import csv
import io

from msgspec.structs import replace
from tests.ledger.builder import Page

from counterclaim.exports.acled import acled
from counterclaim.exports.ged import ged
from counterclaim.exports.incident_rows import STANDINGS, _kind_of, _wholes, rows_of
from counterclaim.exports.options import Options
from counterclaim.exports.view import View
from counterclaim.ledger import build_ledger
from counterclaim.records import Count, Ledger, Span


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
    assert row.actor_kind == ""
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
    found = _kind_of(events)
    assert found is events[1]
    assert _kind_of(events[:1]) is events[0]
    assert _kind_of([]) is None


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
