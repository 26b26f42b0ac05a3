"""Does all of a store hold: bytes and hashes, rows and digests, the audit chain?"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator, Sequence
from difflib import SequenceMatcher
from itertools import zip_longest
from typing import Any

import msgspec
from sqlalchemy import select

from counterclaim.errors import OptionError
from counterclaim.records import Reading
from counterclaim.store.audit import AuditRow, broken_rows, canonical_json
from counterclaim.store.codes import sealed as given_as
from counterclaim.store.rows import records_of, rows_digest
from counterclaim.store.sightings import sealed
from counterclaim.store.store import Held, Store
from counterclaim.store.tables import captures, codes, decisions, rows, sightings

__all__ = ["Finding", "Seal", "check_seal", "seal_of", "verify"]

ReadAgain = Callable[[bytes, Held, Reading], Reading | None]
"""Reads a capture again as it was read; ``None`` where that engine is not the present one."""

BY_ENGINE = frozenset({"add", "code", "see"})
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
    yield from _codes(store, [row for row in chain if row.action == "code"])


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


_What = tuple[Any, ...]


def _decisions(store: Store, noted: Sequence[AuditRow]) -> Iterator[Finding]:
    with store.engine.connect() as connection:
        decided = connection.execute(select(decisions).order_by(decisions.c.id)).mappings().all()
    kept = []
    for one in decided:
        told = canonical_json({"reason": one["reason"], "detail": _json(one["detail"])})
        kept.append((str(one["id"]), (one["at"], one["who"], one["kind"], one["subject"], told)))
    said = [(row, (row.at, row.who, row.action, row.subject, row.detail)) for row in noted]
    yield from _compared("decisions", kept, said)


def _codes(store: Store, noted: Sequence[AuditRow]) -> Iterator[Finding]:
    with store.engine.connect() as connection:
        given = connection.execute(select(codes).order_by(codes.c.id)).mappings().all()
    kept = [
        (f"{one['id']} ({one['code']})", (one["code"], *given_as(dict(one)).values()))
        for one in given
    ]
    said = []
    for row in noted:
        detail = _detail(row.detail)
        said.append((row, (row.subject, str(detail.get("given")), str(detail.get("digest")))))
    yield from _compared("codes", kept, said)


def _compared(
    table: str, kept: Sequence[tuple[str, _What]], said: Sequence[tuple[AuditRow, _What]]
) -> Iterator[Finding]:
    """Rows that differ from what the chain says of them; both are in the order they were added."""
    pair = [what for _, what in kept], [what for _, what in said]
    # Equal ones are paired, so that one row gone does not put all after it in the wrong.
    for _, a, a_end, b, b_end in SequenceMatcher(None, *pair, autojunk=False).get_opcodes():
        for one, other in zip_longest(kept[a:a_end], said[b:b_end]):
            if one is None:
                row = other[0]
                yield Finding(table, row.subject, f"what audit row {row.seq} says of is gone")
            elif other is None:
                yield Finding(table, one[0], "no audit row says of it")
            elif one[1] != other[1]:
                yield Finding(table, one[0], f"is not what audit row {other[0].seq} says")


def _json(text: str) -> Any:
    """What somebody changed need not be JSON any more."""
    try:
        return msgspec.json.decode(text)
    except msgspec.DecodeError:
        return text


def _detail(text: str) -> dict[str, Any]:
    found = _json(text)
    return found if isinstance(found, dict) else {}
