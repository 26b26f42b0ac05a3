"""Rows that are only ever added: captures, a reading's records, the audit chain."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping
from typing import Any

import msgspec
from sqlalchemy import Connection, func, insert, select

from counterclaim.records import Record
from counterclaim.store.audit import AuditRow, next_row
from counterclaim.store.tables import audit, captures

__all__ = ["append_audit", "append_audits", "keep_capture", "row_of"]


def row_of(reading: int, position: int, record: Record, body: str) -> dict[str, Any]:
    """The row that keeps a record of the reading with the key ``reading``."""
    noun = type(record).__name__.lower()
    identity = {"reading": reading, "position": position}
    return {**identity, "noun": noun, "record": record.id, "body": body}


def keep_capture(connection: Connection, data: bytes, sha256: str) -> None:
    """Keep ``data``, once.

    Raises:
        ValueError: if they are not the bytes of that hash.
    """
    if hashlib.sha256(data).hexdigest() != sha256:
        raise ValueError(f"these are not the bytes of {sha256}")
    known = select(func.count()).where(captures.c.sha256 == sha256)
    if not connection.execute(known).scalar_one():
        connection.execute(insert(captures).values(sha256=sha256, data=data))


def append_audit(connection: Connection, **what: Any) -> AuditRow:
    """Add a row to the end of the audit chain; see :func:`~counterclaim.store.audit.next_row`."""
    [row] = append_audits(connection, [what])
    return row


def append_audits(connection: Connection, whats: Iterable[Mapping[str, Any]]) -> list[AuditRow]:
    """Add rows to the end of the audit chain, in their order."""
    newest = select(audit).order_by(audit.c.seq.desc()).limit(1)
    found = connection.execute(newest).mappings().first()
    last = None if found is None else AuditRow(**found)
    added = []
    for what in whats:
        last = next_row(last, **what)
        added.append(last)
    if added:
        connection.execute(insert(audit), [msgspec.structs.asdict(row) for row in added])
    return added
