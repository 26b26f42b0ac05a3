"""Whether a written export is sound: one check for each format, for files of anybody's making."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from counterclaim.errors import CounterclaimError
from counterclaim.exports.brat import read_brat
from counterclaim.exports.cas import read_cas
from counterclaim.exports.checks import (
    check_acled,
    check_airwars,
    check_claims,
    check_ged,
    check_plover,
)
from counterclaim.exports.docbin import read_docbin
from counterclaim.exports.evidence_rows import EVIDENCE_COLUMNS
from counterclaim.exports.geojson import check_geojson
from counterclaim.exports.ndjson import read_ndjson
from counterclaim.exports.parquet import read_parquet
from counterclaim.exports.prov import check_prov
from counterclaim.exports.stix import check_stix
from counterclaim.exports.tables import csv_rows
from counterclaim.exports.web_annotation import check_annotations
from counterclaim.records import Ledger, Reading, Span

__all__ = ["VALIDATORS", "faults"]

Files = Mapping[str, bytes]
Marks = Mapping[str, list[tuple[str, str, int, int, str]]]

ROLES = frozenset({"source", "cue", "content"})


def faults(form: str, files: Files) -> list[str]:
    """What is wrong with ``files`` of the format ``form``; empty if they are sound.

    ``files`` are by name as an export writes them: under the name ``""`` where it is one file.
    Never raises for what is in them: a file that cannot be read as the format is itself a fault.

    Raises:
        KeyError: for a format that there is not.
        OptionError: CC213 where reading the format needs a package that is not installed.
    """
    check = VALIDATORS[form]
    if not files:
        return ["no file"]
    try:
        return check(files)
    except CounterclaimError as error:
        if error.code == "CC213":
            raise
        return [str(error)]
    except Exception as error:  # noqa: BLE001 - readers of other packages raise what they like
        return [f"it cannot be read as {form}: {type(error).__name__}: {error}"]


def _one(check: Callable[[bytes], list[str]]) -> Callable[[Files], list[str]]:
    return lambda files: check(files[""])


def _acled(files: Files) -> list[str]:
    """The table, and that what has been deleted or is evidenced fits it."""
    wrong = check_acled(files["acled.csv"])
    codes = {row["event_id_cnty"] for row in csv_rows(files["acled.csv"])} if not wrong else set()
    gone = {row["event_id_cnty"] for row in csv_rows(files["deletions.csv"])}
    wrong += [f"{code}: deleted, and a row" for code in sorted(gone & codes)]
    if files["evidence.csv"].split(b"\r\n")[0].decode().split(",") != list(EVIDENCE_COLUMNS):
        return [*wrong, "evidence.csv: the columns are others, or in another order"]
    for row in csv_rows(files["evidence.csv"]):
        if row["event_id_cnty"] not in codes:
            wrong.append(f"evidence.csv: no row {row['event_id_cnty']}")
        if int(row["end"]) - int(row["start"]) != len(row["words"]):
            wrong.append(f"evidence.csv: {row['link']}: its words do not fit its span")
    return wrong


def _ndjson(files: Files) -> list[str]:
    return _words(read_ndjson(files[""].split(b"\n")))


def _parquet(files: Files) -> list[str]:
    return _words(read_parquet(files))


def _words(ledger: Ledger) -> list[str]:
    """Spans whose words do not stand where they say."""
    return [
        f"{reading.document.id}: {span.start}-{span.end} is not {span.exact!r}"
        for reading in ledger.readings
        for span in _spans(reading)
        if reading.document.text[span.start : span.end] != span.exact
    ]


def _spans(reading: Reading) -> Iterator[Span]:
    for one in reading.statements:
        yield from (*one.content, *one.source, *([one.cue] if one.cue else []))
    for facts in (reading.places, reading.moments, reading.counts, reading.events, reading.intents):
        yield from (fact.span for fact in facts)
    yield from (block.span for block in reading.blocks)


def _brat(files: Files) -> list[str]:
    """Text-bound annotations whose words are others, and events of parts that there are not."""
    wrong = [] if "annotation.conf" in files else ["annotation.conf: missing"]
    for key, placed in read_brat(files).items():
        if f"{key}.txt" not in files:
            wrong.append(f"{key}.txt: missing")
            continue
        text, lines = files[f"{key}.txt"].decode(), files[f"{key}.ann"].decode().split("\n")
        bound = [line.split("\t", 2) for line in lines if line[:1] == "T"]
        for row, (_, ranges) in zip(bound, placed, strict=True):
            if " ".join(text[start:end] for start, end in ranges) != row[2]:
                wrong.append(f"{key}.ann: {row[0]}: its words do not stand there")
        known = {row[0] for row in bound}
        for line in (line for line in lines if line[:1] == "E"):
            parts = [part.partition(":")[2] for part in line.split("\t")[1].split()]
            wrong += [f"{key}.ann: {line[:4]}: no {part}" for part in parts if part not in known]
    return wrong


def _marked(read: Callable[[Files], Marks]) -> Callable[[Files], list[str]]:
    """A check of what comes back as spans: each has a role, and some words."""

    def check(files: Files) -> list[str]:
        """Spans without a role of ours, or without words."""
        return [
            f"{key}: {start}-{end}: {role or 'no role'}, {words!r}"
            for key, spans in read(files).items()
            for role, _, start, end, words in spans
            if role not in ROLES or not words
        ]

    return check


VALIDATORS: dict[str, Callable[[Files], list[str]]] = {
    "ndjson": _ndjson,
    "web-annotation": _one(check_annotations),
    "geojson": _one(check_geojson),
    "acled": _acled,
    "ged": _one(check_ged),
    "airwars": check_airwars,
    "plover": _one(check_plover),
    "claimreview": _one(check_claims),
    "prov": _one(check_prov),
    "stix": _one(check_stix),
    "brat": _brat,
    "docbin": _marked(lambda files: read_docbin(files[""])),
    "cas": _marked(read_cas),
    "parquet": _parquet,
}
"""The check of every format of :data:`counterclaim.exports.registry.FORMATS`."""
