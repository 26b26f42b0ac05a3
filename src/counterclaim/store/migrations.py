"""Named steps that bring a store to the present form, each atomic with its own record."""

from __future__ import annotations

from collections.abc import Callable

from sqlalchemy import Connection, insert, inspect, select, text

from counterclaim.store.tables import (
    APPEND_ONLY,
    DERIVED,
    metadata,
    migrations,
    trigger_ddl,
    watched,
    word_index_ddl,
)

__all__ = ["MIGRATIONS", "applied", "migrate"]


def m001_first_form(connection: Connection) -> None:
    """Captures, readings, rows, decisions, audit; append-only."""
    metadata.create_all(connection, tables=list(APPEND_ONLY))
    for statement in trigger_ddl(connection.dialect.name):
        connection.execute(text(statement))


def m002_search(connection: Connection) -> None:
    """What finds statements: heads, statements and their words, facets, spots."""
    metadata.create_all(connection, tables=list(DERIVED))
    for statement in word_index_ddl(connection.dialect.name):
        connection.execute(text(statement))


def m003_watching(connection: Connection) -> None:
    """What is watched, and when it is due."""
    watched.create(connection)


MIGRATIONS: tuple[Callable[[Connection], None], ...] = (m001_first_form, m002_search, m003_watching)
"""In the order in which they are applied. A step that was ever released is not changed."""


def applied(connection: Connection) -> set[str]:
    """Names of the steps this store has had; empty for a database that is no store."""
    if not inspect(connection).has_table(migrations.name):
        return set()
    return set(connection.scalars(select(migrations.c.name)))


def migrate(connection: Connection, now: str) -> list[str]:
    """Apply what is missing, in the caller's transaction; the names of the steps applied."""
    migrations.create(connection, checkfirst=True)
    done = applied(connection)
    missing = [step for step in MIGRATIONS if step.__name__ not in done]
    for step in missing:
        step(connection)
        connection.execute(insert(migrations).values(name=step.__name__, applied=now))
    return [step.__name__ for step in missing]
