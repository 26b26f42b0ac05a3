"""Whatever the ledger holds, the tables pass their checks; what is wrong does not."""

import json

import pytest
from hypothesis import HealthCheck, given, settings
from tests.dossier.sample import ledger as sample
from tests.exports.ledgers import ledgers

from counterclaim.exports import acled, ged
from counterclaim.exports.acled import acled as write_acled
from counterclaim.exports.airwars import airwars
from counterclaim.exports.checks import (
    check_acled,
    check_airwars,
    check_claims,
    check_ged,
    check_plover,
)
from counterclaim.exports.claims import claims
from counterclaim.exports.ged import ged as write_ged
from counterclaim.exports.options import Options
from counterclaim.exports.plover import plover
from counterclaim.exports.tables import csv_bytes, csv_rows
from counterclaim.records import Ledger

LEDGER = sample()
TEXTS = {r.document.id: r.document.text for r in LEDGER.readings}
odd = settings(
    max_examples=15,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)


@pytest.mark.parametrize("policy", ["none", "low", "best", "high", "suggested"])
def test_what_is_written_is_sound(policy: str) -> None:
    options = Options(fatalities=policy)  # type: ignore[arg-type]
    assert check_acled(write_acled(LEDGER, options)["acled.csv"]) == []
    assert check_ged(write_ged(LEDGER, options)) == []
    assert check_airwars(airwars(LEDGER, options)) == []
    assert check_plover(plover(LEDGER, options)) == []
    assert check_claims(claims(LEDGER, options)) == []


@odd
@given(ledgers())
def test_tables_of_any_ledger_have_their_columns(ledger: Ledger) -> None:
    for wrong in (
        check_acled(write_acled(ledger, Options())["acled.csv"]),
        check_ged(write_ged(ledger, Options())),
    ):
        assert not any("columns" in one for one in wrong)


@pytest.mark.parametrize(
    ("column", "value", "said"),
    [
        ("event_date", "4 May 2031", "event_date is '4 May 2031'"),
        ("latitude", "91", "latitude is '91'"),
        ("fatalities", "about ten", "fatalities is 'about ten'"),
        ("geo_precision", "4", "geo_precision is '4'"),
    ],
)
def test_a_wrong_cell_is_named(column: str, value: str, said: str) -> None:
    row = dict.fromkeys(acled.COLUMNS, "") | {"event_id_cnty": "CC-1", column: value}
    wrong = check_acled(csv_bytes(acled.COLUMNS, [list(row.values())]))
    assert wrong == [f"row 1: {said}"]


def test_other_columns_and_codes_given_twice_are_named() -> None:
    others = ("event_id_cnty", "b")
    assert check_acled(csv_bytes(others, [["CC-1", ""]])) == [
        "the columns are others, or in another order"
    ]
    row = ["CC-1", *[""] * (len(ged.COLUMNS) - 1)]
    assert check_ged(csv_bytes(ged.COLUMNS, [row, row])) == ["CC-1: given twice"]
    bounds = dict.fromkeys(ged.COLUMNS, "") | {"id": "CC-1", "low": "9", "high": "3"}
    wrong = check_ged(csv_bytes(ged.COLUMNS, [list(bounds.values())]))
    assert wrong == ["CC-1: low 9 is over high 3"]


def test_a_code_without_an_incident_and_a_missing_table_are_named() -> None:
    files = airwars(LEDGER, Options())
    del files["sources.csv"]
    files["incidents.csv"] = files["incidents.csv"].split(b"\r\n")[0] + b"\r\n"
    wrong = check_airwars(files)
    assert "sources.csv: missing" in wrong
    assert any(one.startswith("harm.csv: no incident CC-") for one in wrong)


def test_a_verdict_is_refused() -> None:
    graph = json.loads(claims(LEDGER, Options()))
    graph["@graph"][0]["reviewRating"] = {"ratingValue": 1}
    assert check_claims(json.dumps(graph).encode()) == [f"{graph['@graph'][0]['@id']}: a verdict"]


def test_spans_come_back_from_plover_claims_and_harm() -> None:
    for line in plover(LEDGER, Options()).splitlines():
        found = json.loads(line)
        start, end = found["claim"]["span"]
        assert TEXTS[found["claim"]["document"]][start:end] == found["eventText"]
    for one in json.loads(claims(LEDGER, Options()))["@graph"]:
        text = TEXTS[one["appearance"]["identifier"]]
        for selector in one["oa:hasSelector"]:
            exact = text[selector["oa:start"] : selector["oa:end"]]
            assert exact == selector["oa:exact"]
            assert exact in one["text"]
    rows = csv_rows(airwars(LEDGER, Options())["harm.csv"])
    assert rows
    for row in rows:
        assert TEXTS[row["document"]][int(row["start"]) : int(row["end"])] == row["words"]
