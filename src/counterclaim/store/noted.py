"""Sightings, decisions and codes beside what the audit chain says of them."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from difflib import SequenceMatcher
from itertools import zip_longest
from typing import Any

import msgspec
from sqlalchemy import Table, select

from counterclaim.store.audit import AuditRow, canonical_json
from counterclaim.store.codes import sealed as given_as
from counterclaim.store.findings import Finding, as_far_as_readable
from counterclaim.store.sightings import sealed as seen_as
from counterclaim.store.store import Store
from counterclaim.store.tables import codes, decisions, sightings

__all__ = ["detail_of", "misnoted"]

BY_ENGINE = frozenset({"add", "code", "see"})
"""Actions of the audit chain that no person took."""

_What = tuple[Any, ...]
_Row = dict[str, Any]


def misnoted(store: Store, chain: Sequence[AuditRow]) -> Iterator[Finding]:
    """Rows that are not as ``chain`` says, or of which it says nothing, or that are gone."""
    by_engine = [row for row in chain if row.action in BY_ENGINE]
    yield from as_far_as_readable("sightings", _sightings(store, by_engine))
    decided = [(row, _decided(row)) for row in chain if row.action not in BY_ENGINE]
    yield from as_far_as_readable("decisions", _compared(store, decisions, _decision, decided))
    given = [(row, _given(row)) for row in chain if row.action == "code"]
    yield from as_far_as_readable("codes", _compared(store, codes, _code, given))


def detail_of(row: AuditRow) -> dict[str, Any]:
    """What an audit row tells; nothing if somebody has changed it beyond reading."""
    found = _json(row.detail)
    return found if isinstance(found, dict) else {}


def _rows(store: Store, table: Table) -> list[_Row]:
    with store.engine.connect() as connection:
        found = connection.execute(select(table).order_by(table.c.id)).mappings()
        return [dict(row) for row in found]


def _sightings(store: Store, noted: Sequence[AuditRow]) -> Iterator[Finding]:
    said: set[tuple[str, ...]] = set()
    for row in noted:
        detail = detail_of(row)
        if "seen" in detail:
            told = tuple(str(detail.get(name)) for name in ("page", "seen", "headers"))
            said.add((row.subject, *told))
    before = {(row.subject, row.at) for row in noted}
    for one in _rows(store, sightings):
        told = (one["document"], *seen_as(one).values())
        # Readings kept before sightings were count as seen when they were added.
        if told not in said and (one["document"], one["at"]) not in before:
            yield Finding("sightings", str(one["id"]), "is not what an audit row says")
        said.discard(told)
    for document, page, at, _ in sorted(said):
        yield Finding("sightings", document, f"that {page} was seen at {at} is gone")


def _decision(one: _Row) -> tuple[str, _What]:
    told = canonical_json({"reason": one["reason"], "detail": _json(one["detail"])})
    return str(one["id"]), (one["at"], one["who"], one["kind"], one["subject"], told)


def _decided(row: AuditRow) -> _What:
    return row.at, row.who, row.action, row.subject, row.detail


def _code(one: _Row) -> tuple[str, _What]:
    return f"{one['id']} ({one['code']})", (one["code"], *given_as(one).values())


def _given(row: AuditRow) -> _What:
    detail = detail_of(row)
    return row.subject, detail.get("given"), detail.get("digest")


def _compared(
    store: Store,
    table: Table,
    what: Callable[[_Row], tuple[str, _What]],
    said: Sequence[tuple[AuditRow, _What]],
) -> Iterator[Finding]:
    """Rows that differ from what the chain says of them; both are in the order they were added."""
    kept = [what(one) for one in _rows(store, table)]
    left, right = ([repr(one) for _, one in some] for some in (kept, said))
    # Equal ones are paired, so that one row gone does not put all after it in the wrong.
    matcher = SequenceMatcher(None, left, right, autojunk=False)
    for _, a, a_end, b, b_end in matcher.get_opcodes():
        for one, other in zip_longest(kept[a:a_end], said[b:b_end]):
            if one is None:
                row = other[0]
                why = f"what audit row {row.seq} says of is gone"
                yield Finding(table.name, row.subject, why)
            elif other is None:
                yield Finding(table.name, one[0], "no audit row says of it")
            elif one[1] != other[1]:
                yield Finding(table.name, one[0], f"is not what audit row {other[0].seq} says")


def _json(text: str) -> Any:
    """What somebody changed need not be JSON any more."""
    try:
        return msgspec.json.decode(text)
    except msgspec.DecodeError:
        return text
