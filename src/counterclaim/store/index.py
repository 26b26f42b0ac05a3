"""Statements and what their facts say, laid out to be found."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from typing import Any

from sqlalchemy import Connection, delete, insert

from counterclaim.records import Count, Event, Moment, Place, Reading, Statement
from counterclaim.store.tables import facets, heads, spots, statements
from counterclaim.store.words import LONGEST, folded

__all__ = ["index_reading", "point_head"]


def point_head(connection: Connection, page: str, reading: int) -> None:
    """Make ``reading`` the newest of ``page``."""
    connection.execute(delete(heads).where(heads.c.page == page))
    connection.execute(insert(heads).values(page=page, reading=reading))


def index_reading(connection: Connection, reading: int, what: Reading) -> None:
    """Lay out the statements of ``what``, kept under the key ``reading``."""
    if not what.statements:
        return
    said = _by_statement([*what.moments, *what.places, *what.counts, *what.events])
    made = insert(statements).returning(statements.c.id, sort_by_parameter_order=True)
    values = [_statement(reading, what, one, said[one.id]) for one in what.statements]
    keys = connection.execute(made, values).scalars().all()
    found = list(zip(keys, what.statements, strict=True))
    for table, rows in (
        (facets, [row for key, one in found for row in _facets(key, one, said[one.id])]),
        (spots, [row for key, one in found for row in _spots(key, said[one.id])]),
    ):
        if rows:
            connection.execute(insert(table), rows)


Fact = Moment | Place | Count | Event


def _by_statement(facts: Iterable[Fact]) -> dict[str, list[Fact]]:
    found: dict[str, list[Fact]] = defaultdict(list)
    for fact in facts:
        if fact.statement is not None:
            found[fact.statement].append(fact)
    return found


def _statement(key: int, what: Reading, one: Statement, said: list[Fact]) -> dict[str, Any]:
    days = [fact for fact in said if isinstance(fact, Moment) and fact.earliest]
    published = what.document.published.value
    spans = [*one.source, *([one.cue] if one.cue else []), *one.content]
    words = " ".join(span.exact for span in spans)
    return {
        "reading": key,
        "statement": one.id,
        "document": one.document,
        "origin": one.origin,
        "speaker": one.speaker,
        "force": one.force,
        "earliest": min((day.earliest for day in days if day.earliest), default=published),
        "latest": max((day.latest or day.earliest or "" for day in days), default=published),
        # PostgreSQL keeps no NUL.
        "words": words[:LONGEST].replace("\0", " "),
        "folded": folded(words),
    }


def _facets(key: int, one: Statement, said: list[Fact]) -> list[dict[str, Any]]:
    values = {("actor", actor) for actor in (one.origin, one.speaker, one.recipient) if actor}
    for fact in said:
        if isinstance(fact, Count):
            values.add(("harm", fact.harm))
        elif isinstance(fact, Event):
            values.add(("event", fact.event))
            values.update(("actor", actor) for actor in (fact.actor, fact.recipient) if actor)
    return [{"statement": key, "kind": kind, "value": value} for kind, value in sorted(values)]


def _spots(key: int, said: list[Fact]) -> list[dict[str, Any]]:
    return [
        {"statement": key, "place": fact.id, "lat": fact.lat, "lon": fact.lon}
        for fact in said
        if isinstance(fact, Place) and fact.lat is not None
    ]
