"""All rows of a store, out of one and into another, of either kind of database."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from itertools import groupby, islice
from operator import itemgetter
from typing import Any

import msgspec
from sqlalchemy import Connection, LargeBinary, Table, func, insert, select

from counterclaim.errors import RecordError
from counterclaim.store.connection import writing
from counterclaim.store.index import index_reading
from counterclaim.store.rows import reading_of
from counterclaim.store.sightings import point_heads
from counterclaim.store.store import Store
from counterclaim.store.tables import APPEND_ONLY, audit, readings, rows
from counterclaim.version import VERSION

__all__ = ["IMPORTED_BY", "Progress", "head_of", "read_rows", "write_rows"]

CHUNK = 200
"""Rows handed to the database at once; a capture can be 20 MB."""

IMPORTED_BY = f"counterclaim-{VERSION}"
"""Who audits what came in without audit rows, from before it had any."""

Progress = Callable[[int], None]
"""Called with the number of rows done since the last call."""


def write_rows(connection: Connection) -> Iterator[tuple[Table, bytes]]:
    """Every row of every table that is not derived, as JSON, in the order in which they go in."""
    for table in APPEND_ONLY:
        ordered = select(table).order_by(*table.primary_key.columns)
        found = connection.execution_options(yield_per=CHUNK).execute(ordered).mappings()
        for row in found:
            yield table, msgspec.json.encode(dict(row))


def head_of(connection: Connection) -> str | None:
    """The last hash of the audit chain."""
    last = select(audit.c.hash).order_by(audit.c.seq.desc()).limit(1)
    found: str | None = connection.execute(last).scalar()
    return found


def read_rows(
    store: Store,
    lines: Iterable[tuple[Table, bytes]],
    progress: Progress | None = None,
    finish: Callable[[Connection], None] = lambda _: None,
) -> None:
    """Put ``lines`` (grouped by table) into the empty ``store``, all of them or none.

    What is derived is made again. ``finish`` is called once all rows are in; whatever it or
    ``lines`` raises ends it with nothing put in.

    Raises:
        RecordError: CC402 if the store is not empty.
    """
    with writing(store.engine) as connection:
        if head_of(connection) is not None:
            raise RecordError("CC402", url=store.url)
        for table, group in groupby(lines, key=itemgetter(0)):
            while chunk := [_row(table, body) for _, body in islice(group, CHUNK)]:
                connection.execute(insert(table), chunk)
                if progress is not None:
                    progress(len(chunk))
        for table in APPEND_ONLY:
            _count_on(connection, table)
        finish(connection)
        _derive(connection)


def _row(table: Table, body: bytes) -> dict[str, Any]:
    row: dict[str, Any] = msgspec.json.decode(body)
    for column in table.columns:
        if isinstance(column.type, LargeBinary):
            row[column.name] = msgspec.convert(row[column.name], bytes)
    return row


def _count_on(connection: Connection, table: Table) -> None:
    """Let PostgreSQL number new rows after the ones put in; SQLite does so by itself."""
    column = table.autoincrement_column
    if connection.dialect.name != "postgresql" or column is None:
        return
    highest = connection.execute(select(func.max(column))).scalar()
    if highest is not None:
        sequence = func.pg_get_serial_sequence(table.name, column.name)
        connection.execute(select(func.setval(sequence, highest)))


def _derive(connection: Connection) -> None:
    documents = []
    for key, document in connection.execute(
        select(readings.c.id, readings.c.document).order_by(readings.c.id)
    ).all():
        bodies = select(rows.c.body).where(rows.c.reading == key).order_by(rows.c.position)
        index_reading(connection, key, reading_of(connection.scalars(bodies)))
        documents.append(document)
    for document in dict.fromkeys(documents):
        point_heads(connection, document)
