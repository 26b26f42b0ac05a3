"""Is a store fit for work, and can what is derived be made again?"""

from __future__ import annotations

from collections.abc import Iterator

from sqlalchemy import Connection, FromClause, delete, func, select, table, text

from counterclaim.errors import OutputError
from counterclaim.store.connection import writing
from counterclaim.store.ddl import guard, unguarded
from counterclaim.store.incident_index import bring_up_to_date
from counterclaim.store.index import index_reading
from counterclaim.store.migrations import MIGRATIONS, applied
from counterclaim.store.sightings import point_heads
from counterclaim.store.store import Store
from counterclaim.store.tables import (
    APPEND_ONLY,
    DERIVED,
    derived,
    heads,
    incident_names,
    incidents,
    members,
    readings,
    rows,
    sightings,
    statements,
    texts,
)

__all__ = ["ailments", "rebuild"]


EMPTY_WORDS = (
    "INSERT INTO statement_words(statement_words) VALUES ('delete-all')",
    "INSERT INTO text_words(text_words) VALUES ('delete-all')",
)
"""Commands that empty SQLite's full-text indexes."""

LASTING = {"fsync": "on", "synchronous_commit": "on", "full_page_writes": "on"}
"""What a PostgreSQL server has to say, so that what was acknowledged survives a power cut."""


def ailments(store: Store) -> Iterator[str]:
    """What is wrong with the database or with what is derived in it; nothing if it is well."""
    opened = store.damaged()
    looks = (
        *((store.engine, look) for look in (_form, _settings)),
        *((opened.engine, look) for look in (_file, _guards, _layout)),
    )
    try:
        for engine, look in looks:
            try:
                with engine.connect() as connection:
                    yield from look(connection, store)
            except OutputError as error:
                yield f"the database is damaged: {error.fields['reason']}"
    finally:
        opened.close()


def _form(connection: Connection, _: Store) -> Iterator[str]:
    missing = {step.__name__ for step in MIGRATIONS} - applied(connection)
    if missing:
        yield f"migrations are missing: {', '.join(sorted(missing))}"


def _settings(connection: Connection, store: Store) -> Iterator[str]:
    if connection.dialect.name == "postgresql":
        for name, wanted in LASTING.items():
            found = connection.execute(text(f"SHOW {name}")).scalar()
            # Others than these wait for a second server as well.
            if found in ("off", "local"):
                yield f"{name} is {found}, not {wanted}: what was added may be lost with the power"
    elif not store.readonly:
        for name, setting in (("journal_mode", "wal"), ("synchronous", 2)):
            found = connection.execute(text(f"PRAGMA {name}")).scalar()
            if found != setting:
                yield f"{name} is {found}, not {setting}"


def _file(connection: Connection, _: Store) -> Iterator[str]:
    if connection.dialect.name == "sqlite":
        for found in connection.scalars(text("PRAGMA quick_check(5)")):
            if found != "ok":
                yield f"the database file is damaged: {' '.join(str(found).split())}"


def _guards(connection: Connection, _: Store) -> Iterator[str]:
    for name in unguarded(connection, APPEND_ONLY):
        yield f"rows of {name} could be changed: its triggers are gone; repair it"


def _layout(connection: Connection, _: Store) -> Iterator[str]:
    told = select(func.count()).select_from(rows).where(rows.c.noun == "statement")
    laid_out: list[FromClause] = [statements]
    if connection.dialect.name == "sqlite":
        # One row for each text that the full-text index knows.
        laid_out.append(table("statement_words_docsize"))
    if any(connection.scalar(told) != _number(connection, one) for one in laid_out):
        yield "search does not know all statements; repair it"
    if _number(connection, texts) != _number(connection, readings):
        yield "search does not know all pages; repair it"
    pages = select(func.count(func.distinct(sightings.c.page)))
    if connection.scalar(pages) != _number(connection, heads):
        yield "the newest readings are not all known; repair it"


def _number(connection: Connection, of: FromClause) -> int:
    found: int = connection.execute(select(func.count()).select_from(of)).scalar_one()
    return found


def rebuild(store: Store) -> int:
    """Make what is derived again, and lost triggers; the number of readings laid out."""
    held = store.held()
    with writing(store.engine) as connection:
        guard(connection, APPEND_ONLY)
        for laid_out in (texts, members, incident_names, incidents, derived, *DERIVED[::-1]):
            connection.execute(delete(laid_out))
        if connection.dialect.name == "sqlite":
            for command in EMPTY_WORDS:
                connection.execute(text(command))
        for one in held:
            index_reading(connection, one.id, store.reading(one))
        for document in dict.fromkeys(one.document for one in held):
            point_heads(connection, document)
    bring_up_to_date(store)
    return len(held)
