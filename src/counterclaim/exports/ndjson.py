"""One record a line: the lossless dump and restore format.

Order of the lines: page by page (as the ledger lists its readings) a ``capture``, its
``document``, then ``block``, ``statement``, ``place``, ``moment``, ``count``, ``event``,
``intent``, ``comment``, ``unresolved`` and the page's ``problem`` records, each in text order;
after the last page what spans pages: ``actor``, ``incident``, ``account``, ``origin``,
``relation``, ``decision``, and the ``problem`` records of inputs that gave no page. The reader does
not depend on that order: a record belongs to the page that its ``document`` names, so that a
filtered, sorted or concatenated file can still be read.

Every actor is written once, over all pages, as :func:`counterclaim.ledger.build_ledger` merged it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import IO, Any

import msgspec

from counterclaim.errors import OutputError, RecordError
from counterclaim.ledger.actors import actors_by_page
from counterclaim.records import (
    Account,
    Actor,
    Block,
    Capture,
    Comment,
    Count,
    Decision,
    Document,
    Event,
    Incident,
    Intent,
    Ledger,
    Moment,
    Origin,
    Place,
    Problem,
    Reading,
    Record,
    Relation,
    Statement,
    Unresolved,
)

__all__ = ["read_ndjson", "records", "write_ndjson"]

PAGE_FIELDS: dict[type, str] = {
    Block: "blocks",
    Statement: "statements",
    Place: "places",
    Moment: "moments",
    Count: "counts",
    Event: "events",
    Intent: "intents",
    Comment: "comments",
    Unresolved: "unresolved",
    Problem: "problems",
}
"""The noun of a page's record → the field of :class:`Reading` that holds it, in writing order."""

LEDGER_FIELDS: dict[type, str] = {
    Actor: "actors",
    Incident: "incidents",
    Account: "accounts",
    Origin: "origins",
    Relation: "relations",
    Decision: "decisions",
    Problem: "problems",
}
"""The same for what spans pages."""


def records(ledger: Ledger) -> Iterator[Record]:
    """The ledger's records in the order in which they are written.

    Raises:
        ValueError: if a reading's actors are not the merged ones with that page's mentions, which
            :func:`counterclaim.ledger.build_ledger` makes sure of; they would be lost.
    """
    known = actors_by_page(ledger.actors)
    for reading in ledger.readings:
        if reading.actors != known.get(reading.document.id, []):
            raise ValueError(f"{reading.document.id}: actors not merged; call build_ledger first")
        yield reading.capture
        yield reading.document
        for field in PAGE_FIELDS.values():
            yield from getattr(reading, field)
    for field in LEDGER_FIELDS.values():
        yield from getattr(ledger, field)


def write_ndjson(ledger: Ledger, stream: IO[str]) -> None:
    """Write ``ledger``, one JSON object a line, UTF-8 text, each line ended by a line feed.

    Raises:
        OutputError: CC501 if a text holds a lone surrogate, which no encoding of JSON can carry.
        ValueError: if the readings' actors are not merged (see :func:`records`).
    """
    encoder = msgspec.json.Encoder()
    for record in records(ledger):
        try:
            line = encoder.encode(record).decode()
        except UnicodeEncodeError as error:
            raise OutputError("CC501", name=_identity(record), reason=str(error)) from error
        stream.write(line + "\n")


def read_ndjson(lines: Iterable[str | bytes], *, name: str = "ledger") -> Ledger:
    """The ledger that ``lines`` were written from: ``read_ndjson(write_ndjson(x)) == x``.

    Blank lines are passed over.

    Args:
        lines: JSON objects; a file opened in text or binary mode will do.
        name: what to call the input in an error message.

    Raises:
        RecordError: CC401 with the line's number, for a line that is no record, a record whose
            document or capture is not there, or an id given twice.
    """
    restorer = _Restorer(name)
    for number, line in enumerate(lines, start=1):
        if line.strip():
            restorer.add(number, line)
    return restorer.ledger()


class _Restorer:
    """Collects records by page; pages are put together once everything has been seen."""

    def __init__(self, name: str) -> None:
        self._name = name
        self._decoder = msgspec.json.Decoder(Record)
        self._captures: dict[str, Capture] = {}
        self._documents: dict[str, tuple[int, Document]] = {}
        self._parts: dict[str, tuple[int, dict[str, list[Any]]]] = {}
        self._spanning: dict[str, list[Any]] = {field: [] for field in LEDGER_FIELDS.values()}
        self._seen: set[tuple[type, str]] = set()

    def add(self, number: int, line: str | bytes) -> None:
        """Take one line; raises CC401 for what is no record, or stands twice."""
        try:
            record = self._decoder.decode(line)
        except (msgspec.DecodeError, UnicodeError, RecursionError) as error:
            raise self._error(number, str(error)) from error
        kind = type(record)
        if (kind, record.id) in self._seen:
            raise self._error(number, f"the id {record.id} was given before")
        self._seen.add((kind, record.id))
        if isinstance(record, Capture):
            self._captures[record.id] = record
        elif isinstance(record, Document):
            self._documents[record.id] = (number, record)
        elif (document := getattr(record, "document", None)) is not None:
            self._add_part(number, document, PAGE_FIELDS[kind], record)
        else:
            self._spanning[LEDGER_FIELDS[kind]].append(record)

    def _add_part(self, number: int, document: str, field: str, record: Record) -> None:
        _, fields = self._parts.setdefault(document, (number, {}))
        fields.setdefault(field, []).append(record)

    def ledger(self) -> Ledger:
        """What the lines make; raises :class:`RecordError` where a record's document is missing."""
        for document, (number, _) in self._parts.items():
            if document not in self._documents:
                raise self._error(number, f"its document {document} is not there")
        known = actors_by_page(self._spanning["actors"])
        readings = [self._reading(n, d, known.get(d.id, [])) for n, d in self._documents.values()]
        return Ledger(readings=readings, **self._spanning)

    def _reading(self, number: int, document: Document, actors: list[Actor]) -> Reading:
        capture = self._captures.get(document.capture)
        if capture is None:
            raise self._error(number, f"its capture {document.capture} is not there")
        _, fields = self._parts.get(document.id, (0, {}))
        return Reading(capture=capture, document=document, actors=actors, **fields)

    def _error(self, number: int, reason: str) -> RecordError:
        return RecordError("CC401", name=self._name, line=number, reason=reason)


def _identity(record: Record) -> str:
    return f"{type(record).__name__.lower()} {record.id}"
