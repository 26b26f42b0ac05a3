"""What is laid out to be found, beside what it was derived from."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from itertools import zip_longest
from typing import Any

import msgspec
from sqlalchemy import ColumnElement, Connection, Table, select

from counterclaim.records import Incident, Reading
from counterclaim.store.findings import Finding
from counterclaim.store.held import Held
from counterclaim.store.incident_index import is_current, stored_incidents
from counterclaim.store.index import layout, text_of
from counterclaim.store.sightings import newest_heads
from counterclaim.store.store import Store
from counterclaim.store.tables import facets, heads, spots, statements, texts

__all__ = ["mislaid", "mislaid_heads", "mislaid_incidents"]

WHY = "is not what it was derived from; make it anew with: counterclaim doctor --repair"


def mislaid(store: Store, held: Held, reading: Reading) -> Iterator[Finding]:
    """What a search would find of a reading as something else than it is."""
    with store.engine.connect() as connection:
        own = statements.c.reading == held.id
        found = connection.execute(select(statements).where(own).order_by(statements.c.id))
        kept = [dict(row) for row in found.mappings()]
        whole = connection.execute(select(texts).where(texts.c.reading == held.id)).mappings()
        text = [dict(row) for row in whole]
        hanging = {table.name: _hanging(connection, table, own) for table in (facets, spots)}
    if text != [{"reading": held.id, **text_of(reading.document)}]:
        yield Finding("texts", held.document, WHY)
    for row, wanted in zip_longest(kept, layout(reading)):
        if row is None:
            yield Finding("statements", wanted.statement["statement"], "is not laid out")
        elif wanted is None or not _same(row, {"reading": held.id, **wanted.statement}):
            yield Finding("statements", str(row["statement"]), WHY)
        else:
            for table, parts in ((facets, wanted.facets), (spots, wanted.spots)):
                if _ordered(hanging[table.name][row["id"]]) != _ordered(parts):
                    yield Finding(table.name, str(row["statement"]), WHY)


def _hanging(
    connection: Connection, table: Table, own: ColumnElement[bool]
) -> defaultdict[int, list[dict[str, Any]]]:
    """The rows that hang on statements, by its key and without it."""
    found: defaultdict[int, list[dict[str, Any]]] = defaultdict(list)
    joined = table.join(statements, statements.c.id == table.c.statement)
    for one in connection.execute(select(table).select_from(joined).where(own)).mappings():
        row = dict(one)
        found[row.pop("statement")].append(row)
    return found


def _same(row: Mapping[str, Any], wanted: Mapping[str, Any]) -> bool:
    return all(row[name] == value for name, value in wanted.items())


def _ordered(rows: Iterable[Mapping[str, Any]]) -> list[str]:
    return sorted(msgspec.json.encode(row, order="sorted").decode() for row in rows)


def mislaid_heads(store: Store) -> Iterator[Finding]:
    """Pages of which another reading counts as the newest."""
    with store.engine.connect() as connection:
        wanted = newest_heads(connection)
        kept = {row.page: row.reading for row in connection.execute(select(heads))}
    for page in sorted(wanted.keys() | kept.keys()):
        if wanted.get(page) != kept.get(page):
            yield Finding("heads", page, WHY)


def mislaid_incidents(store: Store) -> Iterator[Finding]:
    """Incidents that are not what the pages give, if they were laid out since the last change."""
    if not is_current(store):
        return
    wanted: dict[str, Incident] = {one.code: one for one in store.ledger().incidents}
    kept = {one.code: one for one in stored_incidents(store)}
    for code in sorted(wanted.keys() | kept.keys()):
        if wanted.get(code) != kept.get(code):
            yield Finding("incidents", code, WHY)
