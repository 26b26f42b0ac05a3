"""An evidence pack: everything about an incident in one ZIP, readable without this program."""

from __future__ import annotations

import codecs
import hashlib
import io
import mimetypes
import zipfile
from collections.abc import Iterator, Mapping, Sequence
from datetime import UTC, datetime
from pathlib import Path

import msgspec
from warcio.recordloader import ArcWarcRecord
from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

from counterclaim.dossier import build_dossier, render_html, render_json
from counterclaim.exports import write_ndjson
from counterclaim.exports.decision_rows import DECISION_COLUMNS, decision_rows
from counterclaim.exports.tables import Cell, csv_bytes
from counterclaim.records import Capture, Ledger, Reading

__all__ = ["write_pack"]

EPOCH = (1980, 1, 1, 0, 0, 0)
"""The time of every file in the ZIP, so that the same ledger gives the same bytes."""

ON_THE_WIRE = frozenset({"content-encoding", "content-length", "transfer-encoding"})

README = """\
This folder holds what was read about one incident, and what it was read from.

dossier.html     for people; needs no network
dossier.json     the same for programs
ledger.ndjson    every record, one JSON object a line; offsets in Unicode code points, end-exclusive
statements.csv   who said what, on whose word
counts.csv       figures as intervals
relations.csv    which statements confirm, deny, dispute, revise which
decisions.csv    what people decided: what was read, what stands now, who, when, why
captures.warc    the pages' bytes as they were received (WARC 1.1, ISO 28500:2017)
manifest.json    SHA-256 of every other file

Nothing here says what happened. Links between statements are suggestions of a program
unless their status is "confirmed". What people corrected or rejected is in effect in every file;
decisions.csv tells what was read instead.
"""


def write_pack(
    ledger: Ledger,
    captures: Mapping[str, bytes],
    path: Path,
    seen: Mapping[str, str] | None = None,
) -> dict[str, str]:
    """Write the pack to ``path``; SHA-256 by file name.

    Args:
        ledger: of one incident (see :func:`counterclaim.store.incidents.narrow`).
        captures: the pages' bytes by SHA-256.
        path: the ZIP file; it is replaced if it is there.
        seen: when each document was first seen (ISO 8601), by its id, for pages that do not tell
            when they were captured.
    """
    dossier = build_dossier(ledger)
    stream = io.StringIO()
    write_ndjson(ledger, stream)
    files = {
        "README.txt": README.encode(),
        "dossier.html": render_html(dossier).encode(),
        "dossier.json": render_json(dossier).encode(),
        "ledger.ndjson": stream.getvalue().encode(),
        "statements.csv": _csv(_statements(ledger)),
        "counts.csv": _csv(_counts(ledger)),
        "relations.csv": _csv(_relations(ledger)),
        "decisions.csv": _csv(iter([DECISION_COLUMNS, *decision_rows(ledger)])),
        "captures.warc": _warc(ledger.readings, captures, seen or {}),
    }
    hashes = {name: hashlib.sha256(data).hexdigest() for name, data in files.items()}
    files["manifest.json"] = msgspec.json.format(msgspec.json.encode(hashes))
    with zipfile.ZipFile(path, "w") as package:
        for name, data in files.items():
            entry = zipfile.ZipInfo(name, EPOCH)
            # Else it can be read, once unpacked, by its owner alone.
            entry.external_attr = 0o644 << 16
            package.writestr(entry, data, zipfile.ZIP_DEFLATED)
    return hashes


def _csv(rows: Iterator[Sequence[Cell]]) -> bytes:
    header = [str(name) for name in next(rows)]
    # Spreadsheets take a file without this mark for one in their own encoding.
    return codecs.BOM_UTF8 + csv_bytes(header, rows)


def _statements(ledger: Ledger) -> Iterator[Sequence[Cell]]:
    yield (
        *("statement", "document", "page", "sequence", "voice", "source", "cue", "content"),
        *("quote", "force", "certainty", "speaker", "origin", "recipient", "start", "end"),
    )
    for reading in ledger.readings:
        for one in reading.statements:
            yield (
                *(one.id, one.document, reading.document.url or reading.document.name),
                *(one.sequence, one.voice, " ".join(span.exact for span in one.source)),
                one.cue.exact if one.cue else "",
                " … ".join(span.exact for span in one.content),
                *(one.quote, one.force, one.certainty, one.speaker, one.origin, one.recipient),
                *(one.content[0].start, one.content[-1].end),
            )


def _counts(ledger: Ledger) -> Iterator[Sequence[Cell]]:
    origins = {one.id: one.origin for reading in ledger.readings for one in reading.statements}
    yield (
        *("count", "statement", "origin", "words", "low", "best", "high"),
        *("harm", "group", "start", "end"),
    )
    for reading in ledger.readings:
        for one in reading.counts:
            yield (
                *(one.id, one.statement, origins.get(one.statement or "")),
                *(one.span.exact, one.low, one.best, one.high, one.harm, one.group),
                *(one.span.start, one.span.end),
            )


def _relations(ledger: Ledger) -> Iterator[Sequence[Cell]]:
    yield ("relation", "kind", "on", "a", "b", "status", "words_a", "words_b", "reason")
    for one in ledger.relations:
        yield (
            *(one.id, one.kind, one.on, one.a, one.b, one.status),
            " … ".join(span.exact for span in one.a_spans),
            " … ".join(span.exact for span in one.b_spans),
            one.reason,
        )


def _warc(
    readings: Sequence[Reading], captures: Mapping[str, bytes], seen: Mapping[str, str]
) -> bytes:
    stream = io.BytesIO()
    writer = WARCWriter(stream, gzip=False, warc_version="1.1")
    for reading in readings:
        data = captures[reading.capture.sha256]
        when = _warc_date(reading.capture.retrieved or seen.get(reading.document.id))
        writer.write_record(_warc_record(writer, reading.capture, data, when))
    return stream.getvalue()


def _warc_record(writer: WARCWriter, capture: Capture, data: bytes, when: str) -> ArcWarcRecord:
    """The answer with its headers where they are known, else the bytes alone.

    The body is kept unpacked, so headers that speak of its form on the wire are renamed.
    """
    fetched = bool(capture.headers) and capture.url is not None
    headers = [
        (f"x-archive-orig-{name}" if name in ON_THE_WIRE else name, value)
        for name, value in capture.headers.items()
    ]
    answer = StatusAndHeaders("200 OK", headers, protocol="HTTP/1.1") if fetched else None
    kind = None if fetched else capture.media_type or _media(capture.name)
    return writer.create_warc_record(
        capture.url or f"urn:sha256:{capture.sha256}",
        "response" if fetched else "resource",
        payload=io.BytesIO(data),
        http_headers=answer,
        warc_content_type=kind,
        warc_headers_dict={
            "WARC-Record-ID": f"<urn:sha256:{capture.sha256}>",
            "WARC-Date": when,
        },
    )


def _media(name: str) -> str:
    return mimetypes.guess_type(name, strict=True)[0] or "text/plain"


def _warc_date(value: str | None) -> str:
    """UTC to the second, as the standard wants it; its beginning where nobody knows."""
    if value is None:
        return "1970-01-01T00:00:00Z"
    return datetime.fromisoformat(value).astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
