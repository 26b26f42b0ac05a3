"""CAMEO codes come from the published table, and never against an event's mode."""

import csv
import json
from importlib.resources import files

import pytest
from tests.dossier.sample import ledger as sample

from counterclaim.exports.cameo import cameo_codes
from counterclaim.exports.options import Options
from counterclaim.exports.plover import plover
from counterclaim.facts.event_objects import OBJECT_ROWS
from counterclaim.facts.event_words import ROWS

_TEXT = (files("counterclaim.exports") / "data" / "cameo.csv").read_text(encoding="utf-8")
TABLE = list(csv.DictReader(_TEXT.splitlines()))


@pytest.mark.parametrize(
    ("event", "mode", "contexts", "codes"),
    [
        ("ASSAULT", "aerial", ["military"], ["195"]),
        ("ASSAULT", "torture", [], ["1822"]),
        ("ASSAULT", "firearms", ["military"], ["193"]),
        ("ASSAULT", "unconventional", ["cbrn"], ["204"]),
        ("ASSAULT", None, [], ["18", "19", "20"]),
        ("RETREAT", "ceasefire", [], ["0871"]),
        ("NONE", None, [], []),
    ],
)
def test_codes(event: str, mode: str | None, contexts: list[str], codes: list[str]) -> None:
    assert cameo_codes(event, mode, contexts) == codes


def test_the_table_read_forwards_gives_the_event_back() -> None:
    of = {}
    for row in TABLE:
        of.setdefault(row["cameo"], set()).add((row["event"], row["mode"]))
    for row in TABLE:
        for code in cameo_codes(row["event"], row["mode"] or None, row["context"].split(";")):
            assert any(
                event == row["event"] and mode in ("", row["mode"]) for event, mode in of[code]
            )


def test_every_event_that_is_read_has_a_code() -> None:
    for row in (*ROWS, *OBJECT_ROWS):
        assert cameo_codes(row.event, row.mode, []), (row.event, row.mode)


def test_no_code_stands_beside_one_that_it_begins_with() -> None:
    for row in ROWS:
        codes = cameo_codes(row.event, row.mode, [])
        assert not any(a != b and a.startswith(b) for a in codes for b in codes)


def test_plover_lines_carry_them() -> None:
    lines = [json.loads(line) for line in plover(sample(), Options()).splitlines()]
    assert lines
    for line in lines:
        assert line["cameo"] == cameo_codes(line["event"], line["mode"], line["context"])
