"""Incidents and what belongs to them, laid out to be found without building the ledger."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import msgspec
from sqlalchemy import BigInteger, Connection, cast, delete, func, insert, select

from counterclaim.errors import OptionError
from counterclaim.records import Incident, Ledger
from counterclaim.store.codes import keep_given, lead_on
from counterclaim.store.connection import writing
from counterclaim.store.incidents import find_incident
from counterclaim.store.store import Store
from counterclaim.store.tables import (
    codes,
    decisions,
    derived,
    heads,
    incident_names,
    incidents,
    members,
    readings,
    statements,
)
from counterclaim.version import VERSION

__all__ = [
    "bring_up_to_date",
    "find_code",
    "grouped_up_to",
    "incident_in",
    "is_current",
    "ledger_of",
    "stored_incidents",
]

NAME = "incidents"
GROUPED_BY = f"counterclaim-{VERSION}"
"""Who gives codes to incidents: the version that groups them."""

A_PRIME = 1_000_003
"""Keeps a sum of squares small; with the sum it tells one set of readings from another."""

CHUNK = 20_000
"""Rows handed to the database at once."""


def is_current(store: Store) -> bool:
    """Whether what is laid out is of the ledger as it is now."""
    with store.engine.connect() as connection:
        return _laid_out(connection) == _state(connection)


def bring_up_to_date(store: Store) -> Ledger | None:
    """Lay the incidents out anew if the ledger has changed; the ledger, if it was built for that.

    The codes they have are kept with what they stand for, and are theirs from then on. Grouping
    looks at all pages, so this takes as long as building the ledger does. A store that can only be
    read stays as it is.
    """
    while not store.readonly and not is_current(store):
        with store.engine.connect() as connection:
            state, given = _state(connection), _last_code(connection)
        ledger = store.ledger()
        arranged = any(one.kind in ("merge", "split", "reject") for one in ledger.decisions)
        grouped = store.ledger(arranged=False) if arranged else ledger
        with writing(store.engine) as connection:
            # Another process may have given codes meanwhile: these have to go on with them.
            if _last_code(connection) == given:
                given_by = (store.now(), GROUPED_BY)
                keep_given(connection, grouped.incidents, ledger.incidents, *given_by)
                _lay_out(connection, ledger, state)
                return ledger
    return None


def grouped_up_to(store: Store) -> int:
    """The id of the newest reading when incidents were laid out last; 0 before the first time."""
    with store.engine.connect() as connection:
        state = _laid_out(connection)
    return int(state.split("/")[0]) if state else 0


def _lay_out(connection: Connection, ledger: Ledger, state: str) -> None:
    for table in (members, incident_names, incidents, derived):
        connection.execute(delete(table))
    for table, rows in (
        (incidents, (_row(one) for one in ledger.incidents)),
        (incident_names, _names(connection, ledger)),
        (members, _members(connection, ledger)),
    ):
        _insert(connection, table, rows)
    connection.execute(insert(derived).values(name=NAME, state=state))


def ledger_of(store: Store) -> Ledger:
    """The store's ledger; the codes of its incidents are kept, and can be cited."""
    return bring_up_to_date(store) or store.ledger()


def incident_in(store: Store, subject: str) -> tuple[Ledger, Incident]:
    """The store's ledger, and the incident in it that ``subject`` is or ever was the code of.

    Raises:
        OptionError: CC208 if there is none.
    """
    ledger = ledger_of(store)
    return ledger, find_incident(ledger, find_code(store, subject))


def stored_incidents(store: Store) -> list[Incident]:
    """The incidents, those of most statements first."""
    bring_up_to_date(store)
    if not is_current(store):
        found = store.ledger().incidents
        return sorted(found, key=lambda one: (-len(one.statements), one.code))
    query = select(incidents.c.body).order_by(incidents.c.size.desc(), incidents.c.code)
    with store.engine.connect() as connection:
        bodies = connection.execute(query).scalars()
        return [msgspec.json.decode(body, type=Incident) for body in bodies]


def find_code(store: Store, subject: str) -> str:
    """The code of the incident whose code, id or earlier code is ``subject``.

    Raises:
        OptionError: CC208 if there is none.
    """
    query = select(incident_names.c.code).where(incident_names.c.name == subject)
    with store.engine.connect() as connection:
        codes = connection.execute(query).scalars().all()
    if not codes:
        raise OptionError("CC208", subject=subject)
    return subject if subject in codes else min(codes)


def _state(connection: Connection) -> str:
    """Changes whenever something comes that the ledger is built from.

    That is the newest reading of each page, and what people decided; that a page was seen again,
    saying what it said, changes nothing.
    """
    newest = [
        connection.execute(select(func.max(table.c.id))).scalar() or 0
        for table in (readings, decisions)
    ]
    key = cast(heads.c.reading, BigInteger)
    sums = func.count(), func.sum(key), func.sum(key * key % A_PRIME)
    head = connection.execute(select(*sums).select_from(heads)).one()
    # Another version may group otherwise.
    return "/".join(map(str, (*newest, *(int(one or 0) for one in head), VERSION)))


def _last_code(connection: Connection) -> int:
    return connection.execute(select(func.max(codes.c.id))).scalar() or 0


def _laid_out(connection: Connection) -> str | None:
    query = select(derived.c.state).where(derived.c.name == NAME)
    found: str | None = connection.execute(query).scalar()
    return found


def _grade(one: Incident) -> str:
    return one.grade.value if one.grade else "none"


def _row(one: Incident) -> dict[str, Any]:
    return {
        "code": one.code,
        "grade": _grade(one),
        "title": one.title,
        "pages": len(one.documents),
        "size": len(one.statements),
        "body": msgspec.json.encode(one).decode(),
    }


def _names(connection: Connection, ledger: Ledger) -> Iterator[dict[str, Any]]:
    for one in ledger.incidents:
        for name in dict.fromkeys((one.code, one.id, *one.previous_codes)):
            yield {"name": name, "code": one.code}
    for name, code in lead_on(connection, ledger.incidents).items():
        yield {"name": name, "code": code}


def _members(connection: Connection, ledger: Ledger) -> Iterator[dict[str, Any]]:
    newest = select(statements.c.statement, statements.c.id).join(
        heads, heads.c.reading == statements.c.reading
    )
    keys = {str(row[0]): int(row[1]) for row in connection.execute(newest)}
    for one in ledger.incidents:
        for statement in dict.fromkeys(one.statements):
            if statement in keys:
                yield {"statement": keys[statement], "code": one.code, "grade": _grade(one)}


def _insert(connection: Connection, table: Any, rows: Iterator[dict[str, Any]]) -> None:
    chunk: list[dict[str, Any]] = []
    for row in rows:
        chunk.append(row)
        if len(chunk) == CHUNK:
            connection.execute(insert(table), chunk)
            chunk = []
    if chunk:
        connection.execute(insert(table), chunk)
