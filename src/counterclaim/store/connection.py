"""Engines for the two kinds of database, set up for durability."""

from __future__ import annotations

import math
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from sqlalchemy import Connection, Engine, create_engine, event, text
from sqlalchemy.engine import make_url
from sqlalchemy.engine.interfaces import ExceptionContext
from sqlalchemy.exc import ArgumentError, DatabaseError, NoSuchModuleError, OperationalError

from counterclaim.errors import OptionError, OutputError

__all__ = ["connect", "snapshot", "writing"]

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
        engine = create_engine(parsed.set(drivername="postgresql+psycopg"))
    except (ImportError, NoSuchModuleError) as error:
        raise OptionError("CC206", package="counterclaim[postgresql]") from error
    _tell_failures(engine)
    return engine


def _tell_failures(engine: Engine) -> None:
    """A database that cannot be reached, read or written ends in a coded error, no traceback."""

    @event.listens_for(engine, "handle_error")
    def _coded(context: ExceptionContext) -> None:
        # DatabaseError itself: a file that is no database; its other children are faults of ours.
        if type(context.sqlalchemy_exception) in (OperationalError, DatabaseError):
            lines = str(context.original_exception).strip().splitlines()
            url = engine.url.render_as_string(hide_password=True)
            reason = lines[0] if lines else "unknown"
            raise OutputError("CC502", url=url, reason=reason) from context.original_exception


def _sqlite(url: str) -> Engine:
    engine = create_engine(url, connect_args={"timeout": BUSY_SECONDS})
    _tell_failures(engine)

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


@contextmanager
def snapshot(engine: Engine) -> Iterator[Connection]:
    """A transaction that reads one consistent view and keeps nobody from writing."""
    level = "REPEATABLE READ" if engine.dialect.name == "postgresql" else None
    options = {} if level is None else {"isolation_level": level}
    with engine.connect().execution_options(**options) as connection, connection.begin():
        yield connection
