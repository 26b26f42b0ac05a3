"""Every format: it is written for any ledger, it is sound, and its spans find their way back."""

import csv
import io
import json

import msgspec
import pytest
from hypothesis import HealthCheck, given, settings
from tests.dossier.sample import ledger as sample
from tests.exports.ledgers import ledgers

from counterclaim.exports.acled import COLUMNS as ACLED
from counterclaim.exports.brat import brat, read_brat
from counterclaim.exports.ged import COLUMNS as GED
from counterclaim.exports.ged import priogrid
from counterclaim.exports.geojson import check_geojson, geojson
from counterclaim.exports.options import Options
from counterclaim.exports.plover import EVENTS
from counterclaim.exports.prov import check_prov, prov
from counterclaim.exports.registry import FORMATS
from counterclaim.exports.sniffing import format_of
from counterclaim.exports.stix import check_stix, stix
from counterclaim.exports.tables import csv_bytes, csv_rows
from counterclaim.exports.view import View
from counterclaim.exports.web_annotation import check_annotations, read_annotations, web_annotation
from counterclaim.records import Day, Ledger, Pick, Toll

LEDGER = sample()
VIEW = View(LEDGER)
odd = settings(
    max_examples=25,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)


@pytest.mark.parametrize("form", sorted(FORMATS))
def test_two_writings_are_byte_identical(form: str) -> None:
    write = FORMATS[form].write
    assert write(LEDGER, Options()) == write(sample(), Options())


@pytest.mark.parametrize("form", sorted(FORMATS))
def test_a_family_has_names_and_a_file_has_none(form: str) -> None:
    names = set(FORMATS[form].write(LEDGER, Options()))
    assert (names != {""}) == FORMATS[form].family


@pytest.mark.parametrize("form", sorted(FORMATS))
def test_an_empty_ledger_can_be_written(form: str) -> None:
    assert FORMATS[form].write(Ledger(), Options())


@pytest.mark.parametrize(
    "form", sorted(set(FORMATS) - {"brat", "docbin", "parquet", "plover", "prov", "stix"})
)
def test_every_incident_is_there_with_its_code(form: str) -> None:
    written = b"".join(FORMATS[form].write(LEDGER, Options()).values()).decode()
    for incident in LEDGER.incidents:
        assert incident.code in written


@odd
@given(ledgers())
def test_any_ledger_can_be_written(ledger: Ledger) -> None:
    for form, chosen in FORMATS.items():
        if form != "ndjson":
            assert all(isinstance(data, bytes) for data in chosen.write(ledger, Options()).values())


@odd
@given(ledgers())
def test_annotations_come_back_with_their_words(ledger: Ledger) -> None:
    data = web_annotation(ledger)
    texts = {one.document.id: one.document.text for one in ledger.readings}
    view = View(ledger)
    for key, span in read_annotations(data):
        statement = view.statements[
            key.removeprefix("urn:counterclaim:").rpartition("/")[0].rpartition("/")[0]
        ]
        assert texts[statement.document][span.start : span.end] == span.exact


def test_annotations_are_sound_and_complete() -> None:
    data = web_annotation(LEDGER)
    assert check_annotations(data) == []
    spans = sum(
        len(one.source) + len(one.content) + (one.cue is not None)
        for one in VIEW.statements.values()
    )
    assert len(read_annotations(data)) == spans


@odd
@given(ledgers())
def test_brat_offsets_stand_in_its_own_text(ledger: Ledger) -> None:
    files = brat(ledger)
    for key, annotations in read_brat(files).items():
        text = files[f"{key}.txt"].decode()
        for _, ranges in annotations:
            for start, end in ranges:
                piece = text[start:end]
                assert piece
                assert "\n" not in piece


def test_brat_keeps_every_role() -> None:
    found = [kind for rows in read_brat(brat(LEDGER)).values() for kind, _ in rows]
    assert found.count("Content") == len(VIEW.statements)
    assert found.count("Attribution") == len(VIEW.statements)
    assert found.count("Source") == sum(bool(one.source) for one in VIEW.statements.values())


def test_geojson_is_sound_and_never_guesses() -> None:
    data = geojson(LEDGER)
    assert check_geojson(data) == []
    for feature in json.loads(data)["features"]:
        if feature["properties"].get("status") == "unresolved":
            assert feature["geometry"] is None


def test_geojson_claims_quote_their_words() -> None:
    texts = {one.document.id: one.document.text for one in LEDGER.readings}
    claimed = [
        one["properties"]
        for one in json.loads(geojson(LEDGER))["features"]
        if one["properties"]["kind"] == "claimed place"
    ]
    assert claimed
    for one in claimed:
        assert texts[one["document"]][one["start"] : one["end"]] == one["words"]


def test_acled_has_its_columns_and_no_number_of_its_own() -> None:
    files = FORMATS["acled"].write(LEDGER, Options(deleted=("2030-GONE",)))
    rows = csv_rows(files["acled.csv"])
    assert len(ACLED) == 31
    assert tuple(rows[0]) == ACLED
    assert {row["fatalities"] for row in rows} == {""}
    assert csv_rows(files["deletions.csv"]) == [
        {"event_id_cnty": "2030-GONE", "deleted_timestamp": ""}
    ]


def test_acled_tells_when_a_code_ceased_to_be() -> None:
    when = {"2030-GONE": "2031-05-04T12:00:00.250+00:00", "2030-OTHER": "2031-05-05T00:00:00+00:00"}
    options = Options(deleted=("2030-GONE",), deleted_when=when)
    rows = csv_rows(FORMATS["acled"].write(LEDGER, options)["deletions.csv"])
    assert [(r["event_id_cnty"], r["deleted_timestamp"]) for r in rows] == [
        ("2030-GONE", "1935662400")
    ]


@pytest.mark.parametrize("policy", ["low", "best", "high"])
def test_a_policy_gives_a_number_within_the_figures(policy: str) -> None:
    files = FORMATS["acled"].write(LEDGER, Options(fatalities=policy))  # type: ignore[arg-type]
    for incident, row in zip(LEDGER.incidents, csv_rows(files["acled.csv"]), strict=True):
        killed = [c for _, c in VIEW.counts_of(incident) if c.harm == "killed"]
        assert bool(row["fatalities"]) == bool(killed)
        for number in [int(row["fatalities"])] if killed else []:
            assert min(c.low for c in killed) <= number <= max(c.high or c.low for c in killed)


def weighed() -> Ledger:
    """The ledger with a toll and a day for each incident."""
    toll = Toll(harm="killed", low=3, best=4, high=6, probability=0.7, counts=["n"], pages=2)
    hurt = msgspec.structs.replace(toll, harm="injured", best=5)
    day = Day(
        earliest="2031-05-03", best="2031-05-03", latest="2031-05-04", probability=0.9, stated=True
    )
    incidents = [
        msgspec.structs.replace(one, tolls=[hurt, toll], day=day) for one in LEDGER.incidents
    ]
    return msgspec.structs.replace(LEDGER, incidents=incidents)


def test_a_suggested_toll_is_used_only_where_it_is_asked_for() -> None:
    for policy, expected in (("none", ""), ("suggested", "4")):
        options = Options(fatalities=policy)  # type: ignore[arg-type]
        (rows, others) = (
            csv_rows(FORMATS["acled"].write(weighed(), options)["acled.csv"]),
            csv_rows(FORMATS["ged"].write(weighed(), options)[""]),
        )
        assert {row["fatalities"] for row in rows} == {expected}
        assert {row["best"] for row in others} == {expected}
    assert all(int(row["low"]) <= 3 for row in others)
    assert all(row["high"] == "" or int(row["high"]) >= 6 for row in others)
    asked = Options(fatalities="suggested")
    rows = csv_rows(FORMATS["acled"].write(LEDGER, asked)["acled.csv"])
    assert {row["fatalities"] for row in rows} == {""}


def test_days_are_those_that_the_pages_together_put() -> None:
    row = csv_rows(FORMATS["acled"].write(weighed(), Options())["acled.csv"])[0]
    assert (row["event_date"], row["year"], row["time_precision"]) == ("2031-05-03", "2031", "2")
    row = csv_rows(FORMATS["ged"].write(weighed(), Options())[""])[0]
    assert (row["date_start"], row["date_end"], row["date_prec"]) == (
        "2031-05-03",
        "2031-05-04",
        "2",
    )
    incidents = [
        msgspec.structs.replace(one, day=msgspec.structs.replace(one.day, stated=False))
        for one in weighed().incidents
        if one.day
    ]
    guessed = msgspec.structs.replace(LEDGER, incidents=incidents)
    for name, options in (("acled", Options()), ("ged", Options())):
        assert FORMATS[name].write(guessed, options) == FORMATS[name].write(LEDGER, options)


def test_what_a_person_picked_stands_before_what_is_suggested() -> None:
    pick = Pick(harm="killed", value=9, decision="x", who="Ana", at="2031-05-09", reason="counted")
    first, *others = weighed().incidents
    ledger = msgspec.structs.replace(
        LEDGER, incidents=[msgspec.structs.replace(first, picks=[pick]), *others]
    )
    rows = csv_rows(FORMATS["acled"].write(ledger, Options(fatalities="suggested"))["acled.csv"])
    assert rows[0]["fatalities"] == "9"


def test_geojson_tells_what_is_suggested() -> None:
    found = [one["properties"] for one in json.loads(geojson(weighed()))["features"]]
    for one in (one for one in found if one["kind"] == "incident"):
        assert one["suggested_day"]["best"] == "2031-05-03"
        assert [toll["best"] for toll in one["suggested_tolls"]] == [5, 4]
    plain = [one["properties"] for one in json.loads(geojson(LEDGER))["features"]]
    assert {str(one.get("suggested_day")) for one in plain} == {"None"}


def test_ged_has_its_columns() -> None:
    rows = csv_rows(FORMATS["ged"].write(LEDGER, Options())[""])
    assert len(GED) == 49
    assert tuple(rows[0]) == GED
    assert rows[0]["best"] == ""
    assert rows[0]["source_original"]


@pytest.mark.parametrize(
    ("lat", "lon", "cell"),
    [(-90, -180, 1), (-90, -179.5, 2), (-89.5, -180, 721), (90, 180, 259200), (0, 0, 129961)],
)
def test_priogrid_cells(lat: float, lon: float, cell: int) -> None:
    assert priogrid(lat, lon) == cell


def test_airwars_tables_join_on_the_code() -> None:
    files = FORMATS["airwars"].write(LEDGER, Options())
    codes = {row["code"] for row in csv_rows(files["incidents.csv"])}
    for name in ("belligerents.csv", "harm.csv", "sources.csv", "positions.csv"):
        rows = csv_rows(files[name])
        assert rows
        assert {row["code"] for row in rows} <= codes


def test_plover_quotes_its_trigger() -> None:
    texts = {one.document.id: one.document.text for one in LEDGER.readings}
    lines = FORMATS["plover"].write(LEDGER, Options())[""].splitlines()
    known = [e for one in LEDGER.readings for e in one.events if e.event in EVENTS]
    assert len(lines) == len(known)
    for line in lines:
        record = json.loads(line)
        start, end = record["claim"]["span"]
        assert texts[record["id"].rpartition(".")[0]][start:end] == record["eventText"]


def test_claims_carry_no_verdict() -> None:
    data = FORMATS["claimreview"].write(LEDGER, Options())[""]
    assert b"reviewRating" not in data
    assert {one["@type"] for one in json.loads(data)["@graph"]} == {"Claim"}


@odd
@given(ledgers())
def test_prov_and_stix_refer_only_to_what_they_declare(ledger: Ledger) -> None:
    assert check_stix(stix(ledger)) == []
    known = {one.id for one in ledger.actors}
    origins = {one.origin for r in ledger.readings for one in r.statements if one.origin}
    if origins <= known:
        assert check_prov(prov(ledger)) == []


def test_permalinks_begin_as_asked() -> None:
    data = FORMATS["geojson"].write(LEDGER, Options(base="https://desk.invalid/i/"))[""]
    links = [one["properties"]["link"] for one in json.loads(data)["features"]]
    assert all(link.startswith("https://desk.invalid/i/") for link in links)


@pytest.mark.parametrize("text", ["=1+1", "+1", "-1", "@x", "\tx"])
def test_a_cell_never_becomes_a_formula(text: str) -> None:
    [row] = csv.reader(io.StringIO(csv_bytes(("a",), [[text]]).decode().partition("\r\n")[2]))
    assert row == [f"'{text}"]


def test_a_row_of_another_length_is_refused() -> None:
    with pytest.raises(ValueError, match="2 cells for 1 columns"):
        csv_bytes(("a",), [["x", "y"]])


@pytest.mark.parametrize("form", sorted(FORMATS))
def test_the_format_of_an_export_is_told_by_its_files(form: str) -> None:
    assert format_of(FORMATS[form].write(LEDGER, Options())) == form


@pytest.mark.parametrize(
    "files",
    [
        {"": b""},
        {"": b"\xff\xfe\x00"},
        {"": b"{"},
        {"": b"[1, 2]"},
        {"": b"a,b\r\n1,2\r\n"},
        {"notes.txt": b"nothing"},
        {"acled.csv": b"", "deletions.csv": b"", "annotation.conf": b""},
        {},
    ],
)
def test_the_format_of_anything_else_stays_open(files: dict[str, bytes]) -> None:
    assert format_of(files) is None
