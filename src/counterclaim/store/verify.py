"""Does all of a store hold: bytes and hashes, rows and digests, the audit chain?"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator, Sequence
from itertools import zip_longest

import msgspec
from sqlalchemy import select, text

from counterclaim.errors import OptionError, OutputError
from counterclaim.records import Reading
from counterclaim.store.audit import AuditRow, broken_rows
from counterclaim.store.findings import Finding, as_far_as_readable, unreadable
from counterclaim.store.held import Held
from counterclaim.store.laid_out import mislaid, mislaid_heads, mislaid_incidents
from counterclaim.store.noted import detail_of, misnoted
from counterclaim.store.rows import reading_of, records_of, rows_digest
from counterclaim.store.store import Store
from counterclaim.store.tables import captures, rows

__all__ = ["Finding", "Seal", "check_seal", "seal_of", "verify"]

ReadAgain = Callable[[bytes, Held, Reading], Reading | None]
"""Reads a capture again as it was read; ``None`` where that engine is not the present one."""


class Seal(msgspec.Struct, frozen=True):
    """The end of the audit chain at some time: its last hash, its rows, and when that was."""

    hash: str
    rows: int
    at: str | None = None


def verify(store: Store, read_again: ReadAgain | None = None) -> Iterator[Finding]:
    """Everything in ``store`` that does not hold, the first broken row first.

    Captures come before what was read from them, and that before what was noted of it and what is
    laid out to be found. What is damaged is read as far as it can be.
    """
    opened = store.damaged()
    try:
        yield from as_far_as_readable("captures", _captures(opened))
        yield from as_far_as_readable("readings", _readings(opened, read_again))
        yield from as_far_as_readable("audit", _audit(opened))
        yield from as_far_as_readable("heads", mislaid_heads(opened))
        if read_again is not None:
            yield from as_far_as_readable("incidents", mislaid_incidents(opened))
        yield from as_far_as_readable("database", _database(opened))
    finally:
        opened.close()


def check_seal(store: Store, seal: Seal) -> Iterator[Finding]:
    """What was changed before ``seal`` was taken; nothing if the chain still holds it."""
    if seal.rows == 0:
        return
    for row in store.chain():
        if row.seq == seal.rows:
            if row.hash != seal.hash:
                yield Finding("audit", str(row.seq), "has another hash than the seal")
            return
    yield Finding("audit", str(seal.rows), "was sealed and is gone")


def seal_of(data: bytes, name: str) -> Seal:
    """The seal in a file that ``seal`` wrote.

    Raises:
        OptionError: CC212 if it is none.
    """
    try:
        return msgspec.json.decode(data, type=Seal)
    except msgspec.DecodeError as error:
        raise OptionError("CC212", name=name) from error


def _captures(store: Store) -> Iterator[Finding]:
    with store.engine.connect() as connection:
        for sha256 in connection.scalars(select(captures.c.sha256).order_by(captures.c.sha256)):
            try:
                data = store.data(sha256)
            except OutputError as error:
                yield unreadable("captures", sha256, error)
                continue
            if not isinstance(data, bytes) or hashlib.sha256(data).hexdigest() != sha256:
                yield Finding("captures", sha256, "the bytes have another hash")


def _readings(store: Store, read_again: ReadAgain | None) -> Iterator[Finding]:
    for held in store.held():
        try:
            yield from _reading(store, held, read_again)
        except OutputError as error:
            yield unreadable("rows", held.document, error)


def _reading(store: Store, held: Held, read_again: ReadAgain | None) -> Iterator[Finding]:
    query = select(rows.c.body).where(rows.c.reading == held.id).order_by(rows.c.position)
    with store.engine.connect() as connection:
        bodies = [str(body) for body in connection.scalars(query)]
    kept = rows_digest(bodies)
    again = None if read_again is None else _again(store, held, bodies, read_again)
    if kept != held.digest:
        where = held.document if again is None else _first_other(held, bodies, again)
        yield Finding("rows", where, "the rows have another digest than when they were added")
    elif again is not None and rows_digest(again) != held.digest:
        where = _first_other(held, bodies, again)
        yield Finding("readings", where, "reading the capture again gives other rows")
    else:
        yield from as_far_as_readable("statements", mislaid(store, held, reading_of(bodies)))


def _again(
    store: Store, held: Held, bodies: Sequence[str], read_again: ReadAgain
) -> list[str] | None:
    """The rows that reading the capture again gives; ``None`` where that cannot be done."""
    try:
        reading = read_again(store.data(held.sha256), held, store.reading(held))
    except (ValueError, OutputError, msgspec.DecodeError):
        # Rows that are no records any more, bytes that are damaged; their hashes tell of them.
        return None
    return None if reading is None else [body for _, body in records_of(reading)]


def _first_other(held: Held, kept: Sequence[str], again: Sequence[str]) -> str:
    """The first row that differs, by its record's id."""
    for position, (one, other) in enumerate(zip_longest(kept, again)):
        if one != other:
            record = _id_in(one) or _id_in(other) or "a row that is no record"
            return f"{record} (row {position} of {held.document})"
    return held.document


def _id_in(body: str | None) -> str | None:
    try:
        found = msgspec.json.decode(body or "{}")
    except msgspec.DecodeError:
        return None
    return str(found["id"]) if isinstance(found, dict) and "id" in found else None


def _audit(store: Store) -> Iterator[Finding]:
    chain: list[AuditRow] = []
    try:
        chain.extend(store.chain())
    except OutputError as error:
        yield unreadable("audit", "some of it", error)
        return
    for seq, why in broken_rows(chain):
        yield Finding("audit", str(seq), why)
    added = {
        (row.subject, str(detail_of(row).get("digest"))) for row in chain if row.action == "add"
    }
    held = store.held()
    for one in held:
        if (one.document, one.digest) not in added:
            yield Finding("readings", one.document, "no audit row says that it was added")
    for document, digest in sorted(added - {(one.document, one.digest) for one in held}):
        yield Finding("readings", document, f"the reading of digest {digest} is gone")
    yield from misnoted(store, chain)


def _database(store: Store) -> Iterator[Finding]:
    """Damage that SQLite itself knows of, also where nothing is kept that could tell of it."""
    if store.engine.dialect.name != "sqlite":
        return
    with store.engine.connect() as connection:
        for line in connection.scalars(text("PRAGMA integrity_check(20)")):
            if line != "ok":
                yield Finding("database", "file", " ".join(str(line).split()))
