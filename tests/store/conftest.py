"""One behavioural suite for every database; PostgreSQL where a URL for it is given."""

import hashlib
import itertools
import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from sqlalchemy import Connection, text

from counterclaim.records import Block, Capture, Document, Reading, Span, Statement
from counterclaim.store import Entry, Store
from counterclaim.store.connection import connect

POSTGRESQL = os.environ.get("COUNTERCLAIM_TEST_POSTGRESQL")
EntryMaker = Callable[..., Entry]


def make_entry(text: str = "Officials said the bridge had fallen.", **document: str) -> Entry:
    data = text.encode()
    digest = hashlib.sha256(data).hexdigest()
    fields = {"name": "page.txt", "engine": "1.0+m1", **document}
    key = f"d-{digest[:12]}"
    return Entry(
        data,
        Reading(
            capture=Capture(
                id=f"c-{digest[:16]}", name=fields["name"], sha256=digest, size=len(data)
            ),
            document=Document(
                id=key, capture=f"c-{digest[:16]}", sha256=digest, text=text, **fields
            ),
            blocks=[
                Block(id=f"{key}.b1", document=key, kind="body", span=Span.of(text, 0, len(text)))
            ],
            statements=[
                Statement(
                    id=f"{key}.s1",
                    document=key,
                    block=f"{key}.b1",
                    source=[Span.of(text, 0, 9)],
                    content=[Span.of(text, 10, len(text))],
                )
            ],
        ),
    )


@pytest.fixture
def entry() -> EntryMaker:
    return make_entry


def ticking() -> Callable[[], datetime]:
    seconds = itertools.count()
    start = datetime(2031, 5, 4, 12, 0, tzinfo=UTC)
    return lambda: start + timedelta(seconds=next(seconds))


@pytest.fixture(params=["sqlite", "postgresql"])
def url(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """The URL of a database with nothing in it."""
    if request.param == "sqlite":
        return f"sqlite:///{tmp_path}/ledger.db"
    if POSTGRESQL is None:
        pytest.skip("no PostgreSQL to test on: set COUNTERCLAIM_TEST_POSTGRESQL")
    return empty_database(POSTGRESQL)


@pytest.fixture
def store(url: str) -> Iterator[Store]:
    made = Store.create(url)
    yield replace(made, clock=ticking())
    made.close()


@pytest.fixture
def other(url: str, tmp_path: Path) -> Iterator[Store]:
    """A second store of the same kind, empty."""
    sqlite = url.startswith("sqlite")
    made = Store.create(
        f"sqlite:///{tmp_path}/other.db" if sqlite else empty_database(str(POSTGRESQL), "other")
    )
    yield made
    made.close()


def empty_database(server: str, which: str = "first") -> str:
    """A database on ``server`` with nothing in it, of its own for each test process.

    It is made once and emptied from then on, which is much faster than making another.
    """
    name = f"counterclaim_{which}_{os.environ.get('PYTEST_XDIST_WORKER', 'main')}"
    there = text("SELECT count(*) FROM pg_database WHERE datname = :name")
    others = "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = :name"
    with autocommit(f"{server}/postgres") as connection:
        if not connection.execute(there, {"name": name}).scalar():
            connection.execute(text(f"CREATE DATABASE {name}"))
        connection.execute(text(others), {"name": name})
    with autocommit(f"{server}/{name}") as connection:
        connection.execute(text("DROP SCHEMA public CASCADE"))
        connection.execute(text("CREATE SCHEMA public"))
    return f"{server}/{name}"


@contextmanager
def autocommit(url: str) -> Iterator[Connection]:
    """A connection whose statements each take effect at once."""
    engine = connect(url)
    with engine.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
        yield connection
    engine.dispose()


def tamper(store: Store, change: str) -> None:
    """Change a row as somebody could who has the database itself."""
    with store.engine.begin() as connection:
        if connection.dialect.name == "sqlite":
            found = "SELECT name FROM sqlite_master WHERE type = 'trigger'"
            for name in list(connection.scalars(text(found))):
                connection.execute(text(f"DROP TRIGGER {name}"))
        else:
            connection.execute(text("SET session_replication_role = replica"))
        connection.execute(text(change))
        if connection.dialect.name == "postgresql":
            connection.execute(text("SET session_replication_role = DEFAULT"))
