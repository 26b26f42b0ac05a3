"""Statements and what their facts say, laid out to be found."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from typing import Any, NamedTuple

from sqlalchemy import Connection, delete, insert

from counterclaim.records import Count, Document, Event, Moment, Place, Reading, Statement
from counterclaim.store.tables import facets, heads, spots, statements, texts
from counterclaim.store.words import LONGEST, folded

__all__ = ["Layout", "index_reading", "layout", "point_head", "text_of"]


def point_head(connection: Connection, page: str, reading: int) -> None:
    """Make ``reading`` the newest of ``page``."""
    connection.execute(delete(heads).where(heads.c.page == page))
    connection.execute(insert(heads).values(page=page, reading=reading))


def index_reading(connection: Connection, reading: int, what: Reading) -> None:
    """Lay out the text and the statements of ``what``, kept under the key ``reading``."""
    connection.execute(insert(texts).values(reading=reading, **text_of(what.document)))
    if not what.statements:
        return
    made = insert(statements).returning(statements.c.id, sort_by_parameter_order=True)
    found = layout(what)
    values = [{"reading": reading, **one.statement} for one in found]
    keys = connection.execute(made, values).scalars().all()
    pairs = list(zip(keys, found, strict=True))
    for table, rows in (
        (facets, [{"statement": key, **row} for key, one in pairs for row in one.facets]),
        (spots, [{"statement": key, **row} for key, one in pairs for row in one.spots]),
    ):
        if rows:
            connection.execute(insert(table), rows)


def text_of(document: Document) -> dict[str, Any]:
    """How a page as a whole is laid out, without the key of its reading."""
    return {"published": document.published.value, "folded": folded(document.text)}


class Layout(NamedTuple):
    """A statement as it is laid out: its own row, and those that hang on it, without keys."""

    statement: dict[str, Any]
    facets: list[dict[str, Any]]
    spots: list[dict[str, Any]]


def layout(what: Reading) -> list[Layout]:
    """How the statements of ``what`` are laid out, in their order."""
    said = _by_statement([*what.moments, *what.places, *what.counts, *what.events])
    return [
        Layout(
            _statement(what, one, said[one.id]), _facets(one, said[one.id]), _spots(said[one.id])
        )
        for one in what.statements
    ]


Fact = Moment | Place | Count | Event


def _by_statement(facts: Iterable[Fact]) -> dict[str, list[Fact]]:
    found: dict[str, list[Fact]] = defaultdict(list)
    for fact in facts:
        if fact.statement is not None:
            found[fact.statement].append(fact)
    return found


def _statement(what: Reading, one: Statement, said: list[Fact]) -> dict[str, Any]:
    days = [fact for fact in said if isinstance(fact, Moment) and fact.earliest]
    published = what.document.published.value
    spans = [*one.source, *([one.cue] if one.cue else []), *one.content]
    words = " ".join(span.exact for span in spans)
    return {
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


def _facets(one: Statement, said: list[Fact]) -> list[dict[str, Any]]:
    values = {("actor", actor) for actor in (one.origin, one.speaker, one.recipient) if actor}
    for fact in said:
        if isinstance(fact, Count):
            values.add(("harm", fact.harm))
        elif isinstance(fact, Event):
            values.add(("event", fact.event))
            values.update(("actor", actor) for actor in (fact.actor, fact.recipient) if actor)
    return [{"kind": kind, "value": value} for kind, value in sorted(values)]


def _spots(said: list[Fact]) -> list[dict[str, Any]]:
    return [
        {"place": fact.id, "lat": fact.lat, "lon": fact.lon}
        for fact in said
        if isinstance(fact, Place) and fact.lat is not None
    ]
