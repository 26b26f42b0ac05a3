"""What rows say beside their columns: precision, states, places, and the words they rest on."""

import json

import msgspec
import pytest
from tests.dossier.sample import ledger as sample

from counterclaim.exports.acled import time_precision
from counterclaim.exports.countries import country_of
from counterclaim.exports.ged import date_precision
from counterclaim.exports.options import Options
from counterclaim.exports.prov import prov, read_prov
from counterclaim.exports.registry import FORMATS
from counterclaim.exports.stix import read_stix, stix
from counterclaim.exports.tables import csv_rows
from counterclaim.exports.view import View
from counterclaim.records import Decision, Site

LEDGER = sample()
VIEW = View(LEDGER)


@pytest.mark.parametrize(
    ("last", "acled_code", "ged_code"),
    [
        ("2031-05-03", 1, 1),
        ("2031-05-05", 2, 2),
        ("2031-05-09", 2, 3),
        ("2031-05-31", 3, 4),
        ("2031-08-01", 3, 5),
    ],
)
def test_precision_of_days(last: str, acled_code: int, ged_code: int) -> None:
    assert time_precision("2031-05-03", last) == acled_code
    assert date_precision("2031-05-03", last) == ged_code


def test_states_have_their_names_and_numbers() -> None:
    assert country_of("SY") == ("760", "Syria")
    assert country_of("sy") == country_of("SY")
    assert country_of("XQ") == ("", "XQ")
    assert country_of(None) == ("", "")


def test_acled_tells_what_its_cells_rest_on() -> None:
    texts = {one.document.id: one.document.text for one in LEDGER.readings}
    files = FORMATS["acled"].write(LEDGER, Options(base="https://desk.invalid/"))
    rows = csv_rows(files["evidence.csv"])
    assert {"event_type", "notes", "location"} <= {row["column"] for row in rows}
    for row in rows:
        assert texts[row["document"]][int(row["start"]) : int(row["end"])] == row["words"]
        assert row["link"].startswith("https://desk.invalid/d-")
    assert {row["event_id_cnty"] for row in rows} <= {one.code for one in LEDGER.incidents}


def test_words_come_back_from_stix_and_prov() -> None:
    texts = {one.document.id: one.document.text for one in LEDGER.readings}
    for found in (read_stix(stix(LEDGER)), read_prov(prov(LEDGER))):
        assert {key for key, _, _ in found} == set(VIEW.statements)
        for key, document, ranges in found:
            words = [texts[document][start:end] for start, end in ranges]
            assert words == [span.exact for span in VIEW.statements[key].content]


def test_stix_and_prov_name_the_incident() -> None:
    code = LEDGER.incidents[0].code
    bundle = json.loads(stix(LEDGER, base="https://desk.invalid/"))["objects"]
    reports = [one for one in bundle if one["type"] == "report"]
    assert f"https://desk.invalid/{code}" in {
        one["external_references"][0]["url"] for one in reports
    }
    assert any(one.get("labels") == [code] for one in bundle if one["type"] == "note")
    told = json.loads(prov(LEDGER))["entity"].values()
    assert code in {one.get("cc:incident") for one in told}


def test_what_a_person_decided_is_a_review_without_a_rating() -> None:
    claim = next(iter(VIEW.codes))
    decision = Decision(
        id="r-9",
        at="2031-05-09T10:00:00Z",
        who="Ana",
        kind="confirm",
        subject=claim,
        reason="heard the recording",
        status="applied",
    )
    stale = msgspec.structs.replace(decision, id="r-8", status="withdrawn")
    ledger = msgspec.structs.replace(LEDGER, decisions=[stale, decision])
    graph = json.loads(FORMATS["claimreview"].write(ledger, Options())[""])["@graph"]
    (review,) = [one for one in graph if one["@type"] == "ClaimReview"]
    assert review["itemReviewed"]["@id"] == f"urn:counterclaim:{claim}"
    assert (review["author"]["name"], review["reviewBody"]) == ("Ana", "heard the recording")
    assert "reviewRating" not in review


def test_the_place_of_a_row_is_the_one_its_events_name() -> None:
    incident = LEDGER.incidents[0]
    first = VIEW.place_of(incident)
    assert first is not None
    other = msgspec.structs.replace(
        first, id=f"{first.document}.p99", gazetteer="geonames:1", name="Elsewhere", where_prec=1
    )
    readings = [
        msgspec.structs.replace(
            one,
            places=[*one.places, other],
            events=[msgspec.structs.replace(each, place=first.id) for each in one.events],
        )
        if one.document.id == first.document
        else one
        for one in LEDGER.readings
    ]
    incidents = [msgspec.structs.replace(incident, places=[other.id, *incident.places])]
    view = View(msgspec.structs.replace(LEDGER, readings=readings, incidents=incidents))
    found = view.place_of(incidents[0])
    assert found is not None
    assert found.name == first.name


def test_the_place_of_record_goes_before_places_named_more_often() -> None:
    incident = LEDGER.incidents[0]
    first = VIEW.place_of(incident)
    assert first is not None
    other = msgspec.structs.replace(
        first, id=f"{first.document}.p98", gazetteer="geonames:2", name="Far Quay", where_prec=4
    )
    site = Site(place=other.id, name="Far Quay", probability=0.7, places=[other.id])
    readings = [
        msgspec.structs.replace(one, places=[*one.places, other])
        if one.document.id == first.document
        else one
        for one in LEDGER.readings
    ]
    placed = msgspec.structs.replace(incident, places=[*incident.places, other.id], site=site)
    found = View(msgspec.structs.replace(LEDGER, readings=readings)).place_of(placed)
    assert found is not None
    assert found.name == "Far Quay"
