"""One behavioural suite for every database; PostgreSQL where a URL for it is given."""

import hashlib
import itertools
import os
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from counterclaim.records import Block, Capture, Document, Reading, Span, Statement
from counterclaim.store import Entry, Store

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
def store(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Store]:
    if request.param == "postgresql" and POSTGRESQL is None:
        pytest.skip("no PostgreSQL to test on: set COUNTERCLAIM_TEST_POSTGRESQL")
    url = POSTGRESQL if request.param == "postgresql" else f"sqlite:///{tmp_path}/ledger.db"
    assert url is not None
    if request.param == "postgresql":
        _empty(url)
    made = Store.create(url)
    made.close()
    opened = Store(url, made.engine, clock=ticking())
    yield opened
    opened.close()


def _empty(url: str) -> None:
    from sqlalchemy import text

    from counterclaim.store.connection import connect

    engine = connect(url)
    with engine.begin() as connection:
        connection.execute(text("DROP SCHEMA public CASCADE"))
        connection.execute(text("CREATE SCHEMA public"))
    engine.dispose()
