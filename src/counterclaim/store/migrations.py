"""Named steps that bring a store to the present form, each atomic with its own record."""

from __future__ import annotations

from collections.abc import Callable, Collection

import msgspec
from sqlalchemy import Connection, bindparam, delete, insert, inspect, literal, select, text, update

from counterclaim.errors import OptionError
from counterclaim.records import Document
from counterclaim.store.codes import audit_given
from counterclaim.store.ddl import text_index_ddl, trigger_ddl, word_index_ddl
from counterclaim.store.index import text_of
from counterclaim.store.tables import (
    DERIVED,
    FIRST,
    INCIDENTS,
    codes,
    derived,
    metadata,
    migrations,
    news,
    readings,
    rows,
    sightings,
    statements,
    texts,
)
from counterclaim.store.words import folded

__all__ = ["MIGRATIONS", "applied", "is_current", "migrate"]


def m001_first_form(connection: Connection) -> None:
    """Captures, readings, rows, decisions, audit; append-only."""
    metadata.create_all(connection, tables=list(FIRST))
    for statement in trigger_ddl(connection.dialect.name, FIRST):
        connection.execute(text(statement))


def m002_search(connection: Connection) -> None:
    """What finds statements: heads, statements and their words, facets, spots."""
    metadata.create_all(connection, tables=list(DERIVED))
    for statement in word_index_ddl(connection.dialect.name):
        connection.execute(text(statement))


def m003_watching(connection: Connection) -> None:
    """What is watched, and when it is due."""
    connection.execute(
        text(
            "CREATE TABLE watched (url VARCHAR PRIMARY KEY, due VARCHAR NOT NULL, etag VARCHAR, "
            "modified VARCHAR, failures INTEGER NOT NULL, quiet INTEGER NOT NULL)"
        )
    )
    connection.execute(text("CREATE INDEX watched_due ON watched (due)"))


def m004_sightings(connection: Connection) -> None:
    """When a page was seen and what it said then; for readings kept before, when they were kept."""
    sightings.create(connection)
    columns = (readings.c.page, readings.c.document, readings.c.added, literal("{}"))
    first = select(*columns).order_by(readings.c.id)
    seen: dict[tuple[str, str], dict[str, str]] = {}
    for page, document, at, headers in connection.execute(first):
        row = {"page": page, "document": document, "at": at, "headers": headers}
        seen.setdefault((page, document), row)
    if seen:
        connection.execute(insert(sightings), list(seen.values()))
    for statement in trigger_ddl(connection.dialect.name, [sightings]):
        connection.execute(text(statement))


def m005_incidents(connection: Connection) -> None:
    """Incidents and what belongs to them, to be found; and what watching told."""
    metadata.create_all(connection, tables=[*INCIDENTS, news])


def m006_feeds(connection: Connection) -> None:
    """Which of what is watched are feeds: they are looked at at the same pace always."""
    connection.execute(text("ALTER TABLE watched ADD COLUMN feed BOOLEAN NOT NULL DEFAULT FALSE"))


def m007_folded(connection: Connection) -> None:
    """Words to be searched, folded alike whatever the database."""
    if any(column["name"] == "folded" for column in inspect(connection).get_columns("statements")):
        return
    connection.execute(text("ALTER TABLE statements ADD COLUMN folded TEXT NOT NULL DEFAULT ''"))
    _fold(connection)
    sqlite = connection.dialect.name == "sqlite"
    old = ("TRIGGER statements_words", "TABLE statement_words")
    for what in old if sqlite else ("INDEX statements_words",):
        connection.execute(text(f"DROP {what}"))
    for statement in word_index_ddl(connection.dialect.name):
        connection.execute(text(statement))
    if sqlite:
        connection.execute(text("INSERT INTO statement_words(statement_words) VALUES ('rebuild')"))


def _fold(connection: Connection) -> None:
    columns = (statements.c.id, statements.c.words)
    fill = update(statements).where(statements.c.id == bindparam("key"))
    fill = fill.values(folded=bindparam("bare"))
    last = 0
    while True:
        some = select(*columns).where(statements.c.id > last).order_by(statements.c.id).limit(1000)
        found = [{"key": key, "bare": folded(words)} for key, words in connection.execute(some)]
        if not found:
            return
        connection.execute(fill, found)
        last = found[-1]["key"]


def m008_codes(connection: Connection) -> None:
    """Every code given to an incident; those of now are kept when incidents are laid out next."""
    codes.create(connection)
    for statement in trigger_ddl(connection.dialect.name, [codes]):
        connection.execute(text(statement))
    connection.execute(delete(derived))


def m009_codes_audited(connection: Connection) -> None:
    """Audit rows for the codes that were given before codes had any."""
    name = m009_codes_audited.__name__
    at = connection.scalar(select(migrations.c.applied).where(migrations.c.name == name))
    audit_given(connection, str(at), name)


def m010_texts(connection: Connection) -> None:
    """Words of whole pages, to be searched."""
    texts.create(connection)
    for statement in text_index_ddl(connection.dialect.name):
        connection.execute(text(statement))
    documents = rows.c.noun == "document"
    last = 0
    while True:
        some = select(rows.c.reading, rows.c.body).where(documents, rows.c.reading > last)
        found = connection.execute(some.order_by(rows.c.reading).limit(100)).all()
        if not found:
            return
        values = [
            {"reading": key, **text_of(msgspec.json.decode(body, type=Document))}
            for key, body in found
        ]
        connection.execute(insert(texts), values)
        last = found[-1][0]


MIGRATIONS: tuple[Callable[[Connection], None], ...] = (
    m001_first_form,
    m002_search,
    m003_watching,
    m004_sightings,
    m005_incidents,
    m006_feeds,
    m007_folded,
    m008_codes,
    m009_codes_audited,
    m010_texts,
)
"""In the order in which they are applied. A step that was ever released is not changed."""


def applied(connection: Connection) -> set[str]:
    """Names of the steps this store has had; empty for a database that is no store."""
    if not inspect(connection).has_table(migrations.name):
        return set()
    return set(connection.scalars(select(migrations.c.name)))


def is_current(done: Collection[str], url: str) -> bool:
    """Whether a store that has had the steps ``done`` is of the present form.

    Raises:
        OptionError: CC216 if it has had others: what they did is not known here.
    """
    names = {step.__name__ for step in MIGRATIONS}
    if newer := sorted(set(done) - names):
        raise OptionError("CC216", url=url, steps=", ".join(newer))
    return names <= set(done)


def migrate(connection: Connection, now: str) -> list[str]:
    """Apply what is missing, in the caller's transaction; the names of the steps applied."""
    migrations.create(connection, checkfirst=True)
    done = applied(connection)
    missing = [step for step in MIGRATIONS if step.__name__ not in done]
    for step in missing:
        connection.execute(insert(migrations).values(name=step.__name__, applied=now))
        step(connection)
    return [step.__name__ for step in missing]
