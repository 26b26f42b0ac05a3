"""Does all of a store hold: bytes and hashes, rows and digests, the audit chain?"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator

import msgspec
from sqlalchemy import select

from counterclaim.records import Reading
from counterclaim.store.audit import AuditRow, broken_rows, canonical_json
from counterclaim.store.rows import records_of, rows_digest
from counterclaim.store.store import Held, Store
from counterclaim.store.tables import captures, rows

__all__ = ["Finding", "verify"]

ReadAgain = Callable[[bytes, Held, Reading], Reading | None]
"""Reads a capture again as it was read; ``None`` where that engine is not the present one."""


class Finding(msgspec.Struct, frozen=True):
    """Something that does not hold: the table, the row, and why."""

    table: str
    row: str
    why: str


def verify(store: Store, read_again: ReadAgain | None = None) -> Iterator[Finding]:
    """Everything in ``store`` that does not hold, table by table; nothing if all is well."""
    yield from _captures(store)
    for held in store.held():
        yield from _reading(store, held, read_again)
    yield from _audit(store)


def _captures(store: Store) -> Iterator[Finding]:
    with store.engine.connect() as connection:
        for sha256, data in connection.execute(select(captures)):
            if hashlib.sha256(data).hexdigest() != sha256:
                yield Finding("captures", sha256, "the bytes have another hash")


def _reading(store: Store, held: Held, read_again: ReadAgain | None) -> Iterator[Finding]:
    query = select(rows.c.body).where(rows.c.reading == held.id).order_by(rows.c.position)
    with store.engine.connect() as connection:
        kept = rows_digest(connection.scalars(query))
    if kept != held.digest:
        yield Finding(
            "rows", held.document, "the rows have another digest than when they were added"
        )
    if read_again is None:
        return
    again = read_again(store.data(held.sha256), held, store.reading(held))
    if again is not None and rows_digest(body for _, body in records_of(again)) != held.digest:
        yield Finding("readings", held.document, "reading the capture again gives other rows")


def _audit(store: Store) -> Iterator[Finding]:
    chain = list(store.chain())
    for seq, why in broken_rows(chain):
        yield Finding("audit", str(seq), why)
    added = {
        (row.subject, msgspec.json.decode(row.detail)["digest"])
        for row in chain
        if row.action == "add"
    }
    for held in store.held():
        if (held.document, held.digest) not in added:
            yield Finding("readings", held.document, "no audit row says that it was added")
    if len(added) > len(store.held()):
        yield Finding("readings", "", "the audit chain names readings that are gone")
    yield from _decisions(store, [row for row in chain if row.action != "add"])


def _decisions(store: Store, noted: list[AuditRow]) -> Iterator[Finding]:
    decided = store.decisions()
    if len(decided) != len(noted):
        yield Finding("decisions", "", "decisions and their audit rows differ in number")
    for one, row in zip(decided, noted, strict=False):
        detail = canonical_json({"reason": one.reason, "detail": one.detail})
        said = (one.at, one.who, one.kind, one.subject, detail)
        if said != (row.at, row.who, row.action, row.subject, row.detail):
            yield Finding("decisions", str(one.id), "is not what its audit row says")
