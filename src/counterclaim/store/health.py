"""Is a store fit for work, and can what is derived be made again?"""

from __future__ import annotations

from collections.abc import Iterator

from sqlalchemy import delete, func, select, text

from counterclaim.store.connection import writing
from counterclaim.store.incident_index import bring_up_to_date
from counterclaim.store.index import index_reading
from counterclaim.store.migrations import MIGRATIONS, applied
from counterclaim.store.sightings import point_heads
from counterclaim.store.store import Store
from counterclaim.store.tables import (
    DERIVED,
    derived,
    heads,
    incident_names,
    incidents,
    members,
    rows,
    sightings,
    statements,
)

__all__ = ["ailments", "rebuild"]


def ailments(store: Store) -> Iterator[str]:
    """What is wrong with the database or with what is derived in it; nothing if it is well."""
    with store.engine.connect() as connection:
        missing = {step.__name__ for step in MIGRATIONS} - applied(connection)
        if missing:
            yield f"migrations are missing: {', '.join(sorted(missing))}"
        if connection.dialect.name == "sqlite":
            for name, wanted in (("journal_mode", "wal"), ("synchronous", 2)):
                found = connection.execute(text(f"PRAGMA {name}")).scalar()
                if found != wanted:
                    yield f"{name} is {found}, not {wanted}"
            found = connection.execute(text("PRAGMA quick_check")).scalar()
            if found != "ok":
                yield f"the database file is damaged: {found}"
        told = select(func.count()).select_from(rows).where(rows.c.noun == "statement")
        laid_out = select(func.count()).select_from(statements)
        if connection.execute(told).scalar() != connection.execute(laid_out).scalar():
            yield "search does not know all statements; rebuild it"
        pages = select(func.count(func.distinct(sightings.c.page)))
        if connection.execute(pages).scalar() != connection.scalar(
            select(func.count()).select_from(heads)
        ):
            yield "the newest readings are not all known; rebuild them"


def rebuild(store: Store) -> int:
    """Make what is derived again, in one transaction; the number of readings laid out."""
    held = store.held()
    with writing(store.engine) as connection:
        for table in (members, incident_names, incidents, derived, *DERIVED[::-1]):
            connection.execute(delete(table))
        if connection.dialect.name == "sqlite":
            connection.execute(
                text("INSERT INTO statement_words(statement_words) VALUES ('delete-all')")
            )
        for one in held:
            index_reading(connection, one.id, store.reading(one))
        for document in dict.fromkeys(one.document for one in held):
            point_heads(connection, document)
    bring_up_to_date(store)
    return len(held)
