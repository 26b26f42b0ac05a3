"""Engines for the two kinds of database, set up for durability."""

from __future__ import annotations

import math
import os
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from urllib.parse import quote

from sqlalchemy import URL, Connection, Engine, create_engine, event, text
from sqlalchemy.engine import make_url
from sqlalchemy.engine.interfaces import ExceptionContext
from sqlalchemy.exc import ArgumentError, DatabaseError, NoSuchModuleError, OperationalError

from counterclaim.errors import OptionError, OutputError

__all__ = ["connect", "file_of", "is_readonly", "snapshot", "writing"]

BUSY_SECONDS = 30
"""How long a writer waits for another before it gives up."""


def connect(url: str, *, damaged: bool = False) -> Engine:
    """The engine for ``url``: ``sqlite:///path`` or ``postgresql://user@host/database``.

    ``damaged``: characters that are none any more are read as U+FFFD, so that whoever looks for
    damage can say where it is.

    Raises:
        OptionError: CC205 for any other kind of URL, CC206 if a package is missing.
    """
    try:
        parsed = make_url(url)
    except ArgumentError as error:
        raise OptionError("CC205", url=url) from error
    if parsed.get_backend_name() == "sqlite":
        return _sqlite(parsed, damaged=damaged)
    if parsed.get_backend_name() != "postgresql":
        raise OptionError("CC205", url=url)
    try:
        engine = create_engine(parsed.set(drivername="postgresql+psycopg"))
    except (ImportError, NoSuchModuleError) as error:
        raise OptionError("CC206", package="counterclaim[postgresql]") from error
    _tell_failures(engine, parsed)

    @event.listens_for(engine, "connect")
    def _set_up(connection: Any, _record: Any) -> None:
        # What was acknowledged has to last, however hasty the server is by default.
        connection.execute(
            "SELECT set_config('synchronous_commit', 'on', false) "
            "WHERE current_setting('synchronous_commit') = 'off'"
        )
        connection.commit()

    return engine


def file_of(url: str) -> Path | None:
    """The file that a store at ``url`` is in; ``None`` where it is in none.

    Raises:
        OptionError: CC205 if it is no URL.
    """
    try:
        parsed = make_url(url)
    except ArgumentError as error:
        raise OptionError("CC205", url=url) from error
    sqlite = parsed.get_backend_name() == "sqlite" and parsed.database not in (None, "", ":memory:")
    return Path(str(parsed.database)) if sqlite else None


def is_readonly(engine: Engine) -> bool:
    """Whether the store's file can be read but not written."""
    return engine.url.query.get("mode") == "ro"


def _tell_failures(engine: Engine, parsed: URL) -> None:
    """A database that cannot be reached, read or written ends in a coded error, no traceback."""

    @event.listens_for(engine, "handle_error")
    def _coded(context: ExceptionContext) -> None:
        # DatabaseError itself: a file that is no database; its other children are faults of ours.
        if type(context.sqlalchemy_exception) in (OperationalError, DatabaseError):
            lines = str(context.original_exception).strip().splitlines()
            url = parsed.render_as_string(hide_password=True)
            reason = lines[0] if lines else "unknown"
            raise OutputError("CC502", url=url, reason=reason) from context.original_exception


def _only_to_be_read(parsed: URL) -> URL:
    """The URL that opens a file for reading alone where that is all we may do with it."""
    path = file_of(parsed.render_as_string(hide_password=False))
    if path is None or not path.is_file():
        return parsed
    if os.access(path, os.W_OK) and os.access(path.parent, os.W_OK):
        return parsed
    how = {"uri": "true", "mode": "ro"}
    if not path.with_name(f"{path.name}-wal").exists():
        # Nobody has it open; SQLite would want to make that file to say that we have.
        how["immutable"] = "1"
    return parsed.set(database=f"file:{quote(str(path.absolute()))}", query=how)


def _sqlite(parsed: URL, *, damaged: bool) -> Engine:
    url = _only_to_be_read(parsed)
    engine = create_engine(url, connect_args={"timeout": BUSY_SECONDS})
    _tell_failures(engine, parsed)

    @event.listens_for(engine, "connect")
    def _set_up(connection: Any, _record: Any) -> None:
        if damaged:
            connection.text_factory = lambda data: data.decode("utf-8", "replace")
        # The driver's own transactions begin too late for BEGIN IMMEDIATE; ours begin in `writing`.
        connection.isolation_level = None
        pragmas = ("journal_mode=WAL", "synchronous=FULL", "foreign_keys=ON")
        try:
            for pragma in pragmas[is_readonly(engine) :]:
                connection.execute(f"PRAGMA {pragma}")
        except UnicodeDecodeError as error:
            # The driver cannot tell of a schema whose damaged words it quotes.
            raise sqlite3.DatabaseError("the database's schema is damaged") from error
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
