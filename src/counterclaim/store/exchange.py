"""A whole store as one stream of NDJSON, from one kind of database to another.

The first line says what it is, then come the rows, each with the name of its table, and the last
line seals what went before: the number of rows, SHA-256 over all lines, the audit chain's end.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator
from typing import IO, Literal

import msgspec
from sqlalchemy import Connection, Table
from sqlalchemy.exc import StatementError

from counterclaim.errors import RecordError
from counterclaim.store.codes import audit_given
from counterclaim.store.connection import snapshot
from counterclaim.store.copying import IMPORTED_BY, Progress, head_of, read_rows, write_rows
from counterclaim.store.store import Store
from counterclaim.store.tables import APPEND_ONLY

__all__ = ["Ending", "export_store", "import_store"]

Form = Literal["counterclaim-store/1", "counterclaim-store/2"]
FORM: Form = "counterclaim-store/2"
BEFORE_CODES_WERE_AUDITED: Form = "counterclaim-store/1"


class Ending(msgspec.Struct, frozen=True, kw_only=True, tag="end"):
    """The last line. ``sha256`` is over all lines before it, ``head`` the audit chain's end."""

    rows: int
    sha256: str
    head: str | None


class _Beginning(msgspec.Struct, frozen=True, tag="begin"):
    form: Form = FORM


class _Row(msgspec.Struct, frozen=True, tag="row"):
    table: str
    row: msgspec.Raw


_LINE = msgspec.json.Decoder(_Beginning | Ending | _Row)


def export_store(store: Store, stream: IO[bytes]) -> Ending:
    """Write all that is not derived, in one consistent view; others may go on adding."""
    digest = hashlib.sha256()
    number = 0

    def put(line: msgspec.Struct) -> None:
        """Write a line, and add it to the digest."""
        data = msgspec.json.encode(line) + b"\n"
        digest.update(data)
        stream.write(data)

    put(_Beginning())
    with snapshot(store.engine) as connection:
        head = head_of(connection)
        for table, body in write_rows(connection):
            put(_Row(str(table.name), msgspec.Raw(body)))
            number += 1
    ending = Ending(rows=number, sha256=digest.hexdigest(), head=head)
    stream.write(msgspec.json.encode(ending) + b"\n")
    return ending


def import_store(
    store: Store, lines: Iterable[bytes], *, name: str, progress: Progress | None = None
) -> Ending:
    """Fill the empty ``store`` from what :func:`export_store` wrote, all of it or nothing.

    Raises:
        RecordError: CC401 with the line's number if it is damaged or cut off; CC402 if the store is
            not empty.
    """
    reader = _Reader(name)

    def finish(connection: Connection) -> None:
        """Check the audit chain's end, and audit the codes of older forms."""
        if reader.ending().head != head_of(connection):
            raise reader.error("its audit chain ends otherwise than its last line says")
        if reader.form == BEFORE_CODES_WERE_AUDITED:
            audit_given(connection, store.now(), IMPORTED_BY)

    try:
        read_rows(store, reader.rows(lines), progress, finish)
    except (StatementError, ValueError, msgspec.DecodeError) as error:
        # Rows that the tables do not take: what they point to is missing, or a field is.
        raise reader.error(str(error).splitlines()[0]) from error
    return reader.ending()


class _Reader:
    def __init__(self, name: str) -> None:
        self._name = name
        self._line = 0
        self._ending: Ending | None = None
        self.form: Form = FORM

    def ending(self) -> Ending:
        """The last line; raises :class:`RecordError` where there was none."""
        if self._ending is None:
            raise self.error("it ends before its last line")
        return self._ending

    def rows(self, lines: Iterable[bytes]) -> Iterator[tuple[Table, bytes]]:
        """The rows, in the order of the tables; raises before the end if anything is amiss."""
        tables = {table.name: table for table in APPEND_ONLY}
        digest = hashlib.sha256()
        number = 0
        for line in lines:
            self._line += 1
            found = self._decoded(line)
            if (self._line == 1) != isinstance(found, _Beginning):
                raise self.error(f"it does not begin with a line of {FORM}")
            if isinstance(found, _Beginning):
                self.form = found.form
            if isinstance(found, Ending):
                if (found.rows, found.sha256) != (number, digest.hexdigest()):
                    raise self.error("its hash or its number of rows is another")
                self._ending = found
                break
            digest.update(line)
            if isinstance(found, _Row):
                if found.table not in tables:
                    raise self.error(f"no table {found.table}")
                number += 1
                yield tables[found.table], bytes(found.row)
        self.ending()

    def _decoded(self, line: bytes) -> _Beginning | Ending | _Row:
        try:
            found: _Beginning | Ending | _Row = _LINE.decode(line)
        except msgspec.DecodeError as error:
            raise self.error(str(error)) from error
        return found

    def error(self, reason: str) -> RecordError:
        """CC401 at the line read last."""
        return RecordError("CC401", name=self._name, line=self._line, reason=reason)
