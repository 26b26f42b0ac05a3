"""Finding statements: by words, by who, where, when and what."""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import msgspec
from sqlalchemy import (
    Column,
    ColumnElement,
    Connection,
    FromClause,
    RowMapping,
    Select,
    and_,
    column,
    exists,
    func,
    literal,
    or_,
    select,
    table,
    text,
)

from counterclaim.records import Decision
from counterclaim.store.ddl import POSTGRESQL_WORDS
from counterclaim.store.rejecting import rejected
from counterclaim.store.store import Store
from counterclaim.store.tables import facets, heads, members, readings, spots, statements
from counterclaim.store.words import terms_of

__all__ = ["Hit", "Query", "postgresql_match", "search", "sqlite_match"]

WORDS = table("statement_words", column("rowid"))
"""SQLite's full-text index; its rows come in the order of their ids without being sorted."""

FEW = 5000
"""Statements from which on it does not matter how many more a condition holds for."""

DEGREE_KM = 111.195
"""Kilometres in a degree of a great circle on a sphere of radius 6,371 km."""


class Query(msgspec.Struct, frozen=True, kw_only=True):
    """What to look for; everything given must hold.

    Attributes:
        words: all of these words, in any order; a trailing ``*`` matches any ending.
        origin, actor: actor ids; ``actor`` anywhere in the statement.
        near: latitude, longitude in degrees and a radius in kilometres.
        since, until: ISO 8601 days the statement speaks of (or was published on).
        force, harm, event: as in the records.
        incident: the code of one (see :func:`counterclaim.store.incident_index.find_code`).
        grade: only what belongs to an incident with this suggested grade.
        documents, statements: only these documents, only these statements (ids).
        revisions: also what older revisions of a page and older engines gave.
        limit: at most so many, newest first.
    """

    words: str = ""
    origin: str | None = None
    actor: str | None = None
    near: tuple[float, float, float] | None = None
    since: str | None = None
    until: str | None = None
    force: str | None = None
    harm: str | None = None
    event: str | None = None
    incident: str | None = None
    grade: str | None = None
    documents: list[str] | None = None
    statements: list[str] | None = None
    revisions: bool = False
    limit: int = 50


class Hit(msgspec.Struct, frozen=True, kw_only=True):
    """A statement found: its ids, its words, whose word it is, and the page.

    ``rejected`` is the decision that rejected it, ``rejected_by`` who decided so.
    """

    statement: str
    document: str
    name: str
    page: str
    origin: str | None
    speaker: str | None
    force: str
    earliest: str | None
    words: str
    rejected: str | None = None
    rejected_by: str | None = None


def search(store: Store, query: Query) -> list[Hit]:
    """Statements that answer ``query``, newest first."""
    columns: list[Column[Any]] = [
        statements.c[name]
        for name in ("statement", "document", "origin", "speaker", "force", "earliest", "words")
    ]
    found: Select[Any] = select(
        *columns, statements.c.reading, readings.c.name, readings.c.page
    ).join(readings, readings.c.id == statements.c.reading)
    if not query.revisions:
        found = found.where(exists().where(heads.c.reading == statements.c.reading))
    found = _plain(found, query)
    with store.engine.connect() as connection:
        found, age = _driven(found, query, connection)
        newest = found.add_columns(age.label("age")).distinct()
        newest = newest.order_by(column("age").desc()).limit(query.limit)
        rows = connection.execute(newest).mappings().all()
    gone = rejected(store, sorted({row["reading"] for row in rows}))
    return [_hit(row, gone.get((row["reading"], row["statement"]))) for row in rows]


def _hit(row: RowMapping, gone: Decision | None) -> Hit:
    values = {name: value for name, value in row.items() if name not in ("age", "reading")}
    if gone is not None:
        values |= {"rejected": gone.id, "rejected_by": gone.who}
    return Hit(**values)


def _plain(found: Select[Any], query: Query) -> Select[Any]:
    for one, value in ((statements.c.origin, query.origin), (statements.c.force, query.force)):
        if value is not None:
            found = found.where(one == value)
    if query.documents is not None:
        found = found.where(statements.c.document.in_(query.documents))
    if query.statements is not None:
        found = found.where(statements.c.statement.in_(query.statements))
    if query.since is not None:
        found = found.where(statements.c.latest >= query.since)
    if query.until is not None:
        # A day's hours come after the day in the order of characters.
        found = found.where(statements.c.earliest < query.until + "~")
    return found


def _driven(
    found: Select[Any], query: Query, connection: Connection
) -> tuple[Select[Any], ColumnElement[Any]]:
    """Narrowed by words, places, facts and incidents; and what orders it by age without sorting.

    The database starts from the words, the places or the rarest of the other conditions, whose
    index lies in the order of age; the rest is looked up for each statement that is left.
    """
    dialect = connection.dialect.name
    links = sorted(_links(query), key=lambda link: _rarity(connection, link))
    age: ColumnElement[Any] = statements.c.id
    if query.near is not None:
        near = select(spots.c.statement).where(_near(*query.near))
        found = found.where(statements.c.id.in_(near))
    terms = terms_of(query.words)
    few = bool(links) and dialect == "sqlite" and _rarity(connection, links[0]) < FEW
    if terms and few:
        found = _having(found, terms)
    elif terms:
        found, age = _words(found, terms, dialect)
    if links and query.near is None and (few or not terms):
        first = links.pop(0)
        found = found.join(first.table, first.statement == statements.c.id).where(first.same)
        age = first.statement
    for link in links:
        found = found.where(exists().where(link.statement == statements.c.id, link.same))
    return found, age


@dataclass(frozen=True)
class _Link:
    """A condition on what belongs to a statement: the table, its key, and what must hold."""

    table: FromClause
    statement: ColumnElement[Any]
    same: ColumnElement[bool]


def _links(query: Query) -> Iterator[_Link]:
    for kind, value in (("actor", query.actor), ("event", query.event), ("harm", query.harm)):
        if value is not None:
            said = facets.alias(kind)
            yield _Link(said, said.c.statement, (said.c.kind == kind) & (said.c.value == value))
    if query.incident is not None:
        same = members.c.code == query.incident
        if query.grade is not None:
            same = same & (members.c.grade == query.grade)
        yield _Link(members, members.c.statement, same)
    elif query.grade is not None:
        yield _Link(members, members.c.statement, members.c.grade == query.grade)


def _rarity(connection: Connection, link: _Link) -> int:
    """How many statements it holds for, counted no further than :data:`FEW`."""
    some = select(link.statement).where(link.same).limit(FEW).subquery()
    found: int = connection.execute(select(func.count()).select_from(some)).scalar_one()
    return found


def _near(lat: float, lon: float, radius: float) -> Any:
    """Within ``radius`` kilometres, by the haversine; a box first, which the index can find."""
    high = radius / DEGREE_KM
    wide = high / max(0.01, math.cos(math.radians(min(89.0, abs(lat) + high))))
    half_lat = func.sin(func.radians(spots.c.lat - lat) / 2)
    half_lon = func.sin(func.radians(spots.c.lon - lon) / 2)
    chord = half_lat * half_lat + math.cos(math.radians(lat)) * func.cos(
        func.radians(spots.c.lat)
    ) * (half_lon * half_lon)
    limit = math.sin(math.radians(high) / 2) ** 2
    # The box may cross the meridian of 180°.
    in_lon = or_(
        *(spots.c.lon.between(lon - wide + turn, lon + wide + turn) for turn in (-360, 0, 360))
    )
    in_box = and_(spots.c.lat.between(lat - high, lat + high), in_lon)
    return and_(in_box, chord <= limit)


def _having(found: Select[Any], terms: list[str]) -> Select[Any]:
    """Narrowed to statements with all of ``terms``, looked at one by one.

    Where few are left, asking the index for each of them is slow.
    """
    within = literal(" ") + statements.c.folded + " "
    for term in terms:
        wanted = f" {term[:-1]}" if term.endswith("*") else f" {term} "
        found = found.where(within.contains(wanted))
    return found


def _words(
    found: Select[Any], terms: list[str], dialect: str
) -> tuple[Select[Any], ColumnElement[Any]]:
    """Narrowed to statements with all of ``terms``; and what orders them by age."""
    if dialect == "sqlite":
        joined = found.join(WORDS, WORDS.c.rowid == statements.c.id)
        matching = joined.where(text("statement_words MATCH :match"))
        return matching.params(match=sqlite_match(terms)), WORDS.c.rowid
    matches = text(f"{POSTGRESQL_WORDS} @@ CAST(:wanted AS tsquery)")
    return found.where(matches).params(wanted=postgresql_match(terms)), statements.c.id


def sqlite_match(terms: list[str]) -> str:
    """All of ``terms``, as FTS5 wants to be asked for them."""
    return " ".join(f'"{term.rstrip("*")}"' + "*" * term.endswith("*") for term in terms)


def postgresql_match(terms: list[str]) -> str:
    """All of ``terms`` as a ``tsquery``."""
    return " & ".join(f"'{term.rstrip('*')}'" + ":*" * term.endswith("*") for term in terms)
