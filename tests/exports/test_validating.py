"""Every format has a check; what is written passes it, what is broken is told."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.dossier.sample import ledger as sample
from tests.exports.ledgers import ledgers

from counterclaim.exports.options import Options
from counterclaim.exports.registry import FORMATS
from counterclaim.exports.validating import VALIDATORS, faults

LEDGER = sample()
WRITTEN = {form: dict(one.write(LEDGER, Options())) for form, one in FORMATS.items()}
FORMS = sorted(FORMATS)
SPANS = ("ndjson", "web-annotation", "brat", "docbin", "parquet", "stix")
odd = settings(
    max_examples=10,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)


def test_every_format_has_its_check() -> None:
    assert set(VALIDATORS) == set(FORMATS)


@pytest.mark.parametrize("form", FORMS)
def test_what_is_written_is_sound(form: str) -> None:
    assert faults(form, WRITTEN[form]) == []


@pytest.mark.parametrize("form", FORMS)
def test_what_is_no_such_file_is_told(form: str) -> None:
    assert faults(form, {}) == ["no file"]
    rubbish = dict.fromkeys(WRITTEN[form], b"\x00\xff{no")
    assert faults(form, rubbish)


@pytest.mark.parametrize("form", FORMS)
def test_half_a_file_is_told(form: str) -> None:
    files = WRITTEN[form]
    largest = max(files, key=lambda name: (name.endswith((".ann", ".xmi")), len(files[name])))
    data = files[largest]
    cut = data[: len(data) // 2 - 3]
    if form not in ("ged", "acled", "airwars", "brat"):  # a table or list cut is only shorter
        assert faults(form, {**files, largest: cut})


@pytest.mark.parametrize(
    ("form", "name", "old", "new"),
    [
        ("ndjson", "", b'"type":"document"', b'"type":"paper"'),
        ("web-annotation", "", b'"type": "Annotation"', b'"type": "Remark"'),
        ("geojson", "", b'"type": "Feature"', b'"type": "Thing"'),
        ("acled", "acled.csv", b"event_id_cnty", b"id"),
        ("acled", "evidence.csv", b"CC-", b"CX-"),
        ("ged", "", b"where_prec", b"precision"),
        ("airwars", "harm.csv", b"CC-", b"CX-"),
        ("plover", "", b'"event":"ASSAULT"', b'"event":"ATTACK"'),
        ("claimreview", "", b'"text":', b'"words":'),
        ("prov", "", b'"prov:agent": "cc:', b'"prov:agent": "cc:x'),
        ("stix", "", b'"note--', b'"report--'),
    ],
)
def test_a_broken_part_is_told(form: str, name: str, old: bytes, new: bytes) -> None:
    data = WRITTEN[form][name]
    assert old in data
    count = -1 if form == "airwars" else 1
    assert faults(form, {**WRITTEN[form], name: data.replace(old, new, count)})


def test_words_that_stand_elsewhere_are_told() -> None:
    files = WRITTEN["brat"]
    name = next(one for one in files if one.endswith(".txt"))
    wrong = faults("brat", {**files, name: b"x" + files[name]})
    assert wrong
    assert all("words do not stand there" in one for one in wrong)


@odd
@given(
    ledgers(), st.sampled_from(["ndjson", "web-annotation", "brat", "docbin", "parquet", "stix"])
)
def test_any_ledger_is_written_soundly(ledger, form: str) -> None:  # type: ignore[no-untyped-def]
    if ledger.readings:
        assert faults(form, dict(FORMATS[form].write(ledger, Options()))) == []


def test_words_with_a_tab_stand_in_stand_off_files() -> None:
    files = {"annotation.conf": b"", "d.txt": b"a\tb", "d.ann": b"T1\tContent 0 3\ta\tb\n"}
    assert faults("brat", files) == []
    assert faults("brat", {**files, "d.ann": b"T1\tContent 0 3\ta\tc\n"}) != []
