"""A reading as rows of JSON, and back."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable

import msgspec

from counterclaim.records import Capture, Document, Reading, Record

__all__ = ["reading_of", "records_of", "rows_digest"]

LISTS = tuple(
    field.name
    for field in msgspec.structs.fields(Reading)
    if field.name not in ("capture", "document")
)

_DECODER = msgspec.json.Decoder(Record)


def records_of(reading: Reading) -> list[tuple[Record, str]]:
    """Each record of ``reading`` with its JSON, capture and document first."""
    found: list[Record] = [reading.capture, reading.document]
    for name in LISTS:
        found.extend(getattr(reading, name))
    return [(record, msgspec.json.encode(record).decode()) for record in found]


def reading_of(bodies: Iterable[str]) -> Reading:
    """The reading whose rows are ``bodies``: the inverse of :func:`records_of`."""
    capture: Capture | None = None
    document: Document | None = None
    lists: dict[str, list[Record]] = {name: [] for name in LISTS}
    for record in map(_DECODER.decode, bodies):
        if isinstance(record, Capture):
            capture = record
        elif isinstance(record, Document):
            document = record
        else:
            lists[_list_name(record)].append(record)
    if capture is None or document is None:
        raise ValueError("no capture or no document among the rows")
    return msgspec.convert({"capture": capture, "document": document, **lists}, Reading)


def _list_name(record: Record) -> str:
    noun = type(record).__name__.lower()
    return noun if noun in LISTS else f"{noun}s"


def rows_digest(bodies: Iterable[str]) -> str:
    """SHA-256, hex, over ``bodies`` with a line feed after each."""
    digest = hashlib.sha256()
    for body in bodies:
        digest.update(body.encode() + b"\n")
    return digest.hexdigest()
