"""Engines for the two kinds of database, set up for durability."""

from __future__ import annotations

import math
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from sqlalchemy import Connection, Engine, create_engine, event, text
from sqlalchemy.engine import make_url
from sqlalchemy.exc import ArgumentError, NoSuchModuleError

from counterclaim.errors import OptionError

__all__ = ["connect", "writing"]

BUSY_SECONDS = 30
"""How long a writer waits for another before it gives up."""


def connect(url: str) -> Engine:
    """The engine for ``url``: ``sqlite:///path`` or ``postgresql://user@host/database``.

    Raises:
        OptionError: CC205 for any other kind of URL.
    """
    try:
        parsed = make_url(url)
    except ArgumentError as error:
        raise OptionError("CC205", url=url) from error
    if parsed.get_backend_name() == "sqlite":
        return _sqlite(url)
    if parsed.get_backend_name() != "postgresql":
        raise OptionError("CC205", url=url)
    try:
        return create_engine(parsed.set(drivername="postgresql+psycopg"))
    except (ImportError, NoSuchModuleError) as error:
        raise OptionError("CC206", package="counterclaim[postgresql]") from error


def _sqlite(url: str) -> Engine:
    engine = create_engine(url, connect_args={"timeout": BUSY_SECONDS})

    @event.listens_for(engine, "connect")
    def _set_up(connection: Any, _record: Any) -> None:
        # The driver's own transactions begin too late for BEGIN IMMEDIATE; ours begin in `writing`.
        connection.isolation_level = None
        for pragma in ("journal_mode=WAL", "synchronous=FULL", "foreign_keys=ON"):
            connection.execute(f"PRAGMA {pragma}")
        # Not every build of SQLite has them; search by distance needs them.
        for function in (math.sin, math.cos, math.radians):
            connection.create_function(function.__name__, 1, function, deterministic=True)

    @event.listens_for(engine, "begin")
    def _begin(connection: Connection) -> None:
        write = connection.get_execution_options().get("counterclaim_write", False)
        connection.exec_driver_sql("BEGIN IMMEDIATE" if write else "BEGIN")

    return engine


@contextmanager
def writing(engine: Engine) -> Iterator[Connection]:
    """A transaction of the one writer: committed as a whole at the end, or not at all."""
    marked = engine.connect().execution_options(counterclaim_write=True)
    with marked as connection, connection.begin():
        if connection.dialect.name == "postgresql":
            # The audit chain has one end; whoever adds to it keeps others waiting.
            connection.execute(text("SELECT pg_advisory_xact_lock(620160917)"))
        yield connection
