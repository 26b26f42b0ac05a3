"""Does all of a store hold: bytes and hashes, rows and digests, the audit chain?"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator, Sequence
from itertools import zip_longest
from typing import Any

import msgspec
from sqlalchemy import select

from counterclaim.errors import OptionError
from counterclaim.records import Reading
from counterclaim.store.audit import AuditRow, broken_rows, canonical_json
from counterclaim.store.rows import records_of, rows_digest
from counterclaim.store.sightings import sealed
from counterclaim.store.store import Held, Store
from counterclaim.store.tables import captures, decisions, rows, sightings

__all__ = ["Finding", "Seal", "check_seal", "seal_of", "verify"]

ReadAgain = Callable[[bytes, Held, Reading], Reading | None]
"""Reads a capture again as it was read; ``None`` where that engine is not the present one."""

BY_ENGINE = frozenset({"add", "see"})
"""Actions of the audit chain that no person took."""


class Finding(msgspec.Struct, frozen=True):
    """Something that does not hold: the table, the row, and why."""

    table: str
    row: str
    why: str


class Seal(msgspec.Struct, frozen=True):
    """The end of the audit chain at some time: its last hash, its rows, and when that was."""

    hash: str
    rows: int
    at: str | None = None


def verify(store: Store, read_again: ReadAgain | None = None) -> Iterator[Finding]:
    """Everything in ``store`` that does not hold, the first broken row first.

    Captures come before what was read from them, and that before what was noted of it.
    """
    yield from _captures(store)
    for held in store.held():
        yield from _reading(store, held, read_again)
    yield from _audit(store)


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
    query = select(captures).order_by(captures.c.sha256).execution_options(yield_per=50)
    with store.engine.connect() as connection:
        for sha256, data in connection.execute(query):
            if hashlib.sha256(data).hexdigest() != sha256:
                yield Finding("captures", sha256, "the bytes have another hash")


def _reading(store: Store, held: Held, read_again: ReadAgain | None) -> Iterator[Finding]:
    query = select(rows.c.body).where(rows.c.reading == held.id).order_by(rows.c.position)
    with store.engine.connect() as connection:
        bodies = list(connection.scalars(query))
    kept = rows_digest(bodies)
    again = None if read_again is None else _again(store, held, bodies, read_again)
    if kept != held.digest:
        where = held.document if again is None else _first_other(held, bodies, again)
        yield Finding("rows", where, "the rows have another digest than when they were added")
    elif again is not None and rows_digest(again) != held.digest:
        where = _first_other(held, bodies, again)
        yield Finding("readings", where, "reading the capture again gives other rows")


def _again(
    store: Store, held: Held, bodies: Sequence[str], read_again: ReadAgain
) -> list[str] | None:
    """The rows that reading the capture again gives; ``None`` where that cannot be done."""
    try:
        reading = read_again(store.data(held.sha256), held, store.reading(held))
    except (ValueError, msgspec.DecodeError):
        # Rows that are no records any more; their digest tells of them.
        return None
    return None if reading is None else [body for _, body in records_of(reading)]


def _first_other(held: Held, kept: Sequence[str], again: Sequence[str]) -> str:
    """The first row that differs, by its record's id."""
    for position, (one, other) in enumerate(zip_longest(kept, again)):
        if one != other:
            record = _detail(one or other or "").get("id", "a row that is no record")
            return f"{record} (row {position} of {held.document})"
    return held.document


def _audit(store: Store) -> Iterator[Finding]:
    chain = list(store.chain())
    for seq, why in broken_rows(chain):
        yield Finding("audit", str(seq), why)
    added = {
        (row.subject, str(_detail(row.detail).get("digest")))
        for row in chain
        if row.action == "add"
    }
    held = store.held()
    for one in held:
        if (one.document, one.digest) not in added:
            yield Finding("readings", one.document, "no audit row says that it was added")
    for document, digest in sorted(added - {(one.document, one.digest) for one in held}):
        yield Finding("readings", document, f"the reading of digest {digest} is gone")
    yield from _sightings(store, [row for row in chain if row.action in BY_ENGINE])
    yield from _decisions(store, [row for row in chain if row.action not in BY_ENGINE])


def _sightings(store: Store, noted: Sequence[AuditRow]) -> Iterator[Finding]:
    said: set[tuple[str, ...]] = set()
    for row in noted:
        detail = _detail(row.detail)
        if "seen" in detail:
            told = tuple(str(detail.get(name)) for name in ("page", "seen", "headers"))
            said.add((row.subject, *told))
    before = {(row.subject, row.at) for row in noted}
    with store.engine.connect() as connection:
        kept = connection.execute(select(sightings).order_by(sightings.c.id)).mappings().all()
    for one in kept:
        told = (one["document"], *sealed(dict(one)).values())
        # Readings kept before sightings were count as seen when they were added.
        if told not in said and (one["document"], one["at"]) not in before:
            yield Finding("sightings", str(one["id"]), "is not what an audit row says")
        said.discard(told)
    for document, page, at, _ in sorted(said):
        yield Finding("sightings", document, f"that {page} was seen at {at} is gone")


def _decisions(store: Store, noted: list[AuditRow]) -> Iterator[Finding]:
    with store.engine.connect() as connection:
        decided = connection.execute(select(decisions).order_by(decisions.c.id)).mappings().all()
    for one, row in zip_longest(decided, noted):
        if one is None:
            yield Finding("decisions", row.subject, f"what audit row {row.seq} says of is gone")
            continue
        if row is None:
            yield Finding("decisions", str(one["id"]), "no audit row says of it")
            continue
        told = {"reason": one["reason"], "detail": _json(one["detail"])}
        said = (one["at"], one["who"], one["kind"], one["subject"], canonical_json(told))
        if said != (row.at, row.who, row.action, row.subject, row.detail):
            yield Finding("decisions", str(one["id"]), "is not what its audit row says")


def _json(text: str) -> Any:
    """What somebody changed need not be JSON any more."""
    try:
        return msgspec.json.decode(text)
    except msgspec.DecodeError:
        return text


def _detail(text: str) -> dict[str, Any]:
    found = _json(text)
    return found if isinstance(found, dict) else {}
