"""The store itself: adding what was read, finding it again, deciding on it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from typing import Any

import msgspec
from sqlalchemy import Connection, Engine, Select, insert, select

from counterclaim.errors import OptionError
from counterclaim.records import Capture, Decision, Ledger, Reading
from counterclaim.store.appending import append_audit, keep_capture, row_of
from counterclaim.store.audit import AuditRow, canonical_json
from counterclaim.store.codes import given_before
from counterclaim.store.connection import connect, file_of, is_readonly, writing
from counterclaim.store.decided import decided_ledger, on_pages
from counterclaim.store.held import Added, Entry, Held, Version
from counterclaim.store.index import index_reading
from counterclaim.store.kept import Kept, decision_of
from counterclaim.store.migrations import applied, is_current, migrate
from counterclaim.store.rows import reading_of, records_of, rows_digest
from counterclaim.store.sightings import (
    Sighting,
    last_sighting,
    note_sighting,
    point_heads,
    runs,
)
from counterclaim.store.tables import audit, captures, decisions, heads, readings, rows

__all__ = ["Store"]

Clock = Callable[[], datetime]


@dataclass(frozen=True)
class Store:
    """A ledger that lasts. ``clock`` gives the time that rows are stamped with (UTC)."""

    url: str
    engine: Engine
    clock: Clock = lambda: datetime.now(UTC)

    @classmethod
    def create(cls, url: str) -> Store:
        """The store at ``url``, made or brought to the present form if need be.

        Raises:
            OptionError: CC205, CC206 for a URL that is no store's, CC216 for a newer form.
        """
        store = cls(url, connect(url))
        with store._closed_if_not_opened():
            store._migrate()
        return store

    @classmethod
    def open(cls, url: str) -> Store:
        """The store at ``url``, brought to the present form if need be.

        Raises:
            OptionError: CC207 if there is none; CC205, CC206, CC216 as :meth:`create`.
        """
        path = file_of(url)
        if path is not None and not path.exists():
            raise OptionError("CC207", url=url)
        store = cls(url, connect(url))
        with store._closed_if_not_opened():
            with store.engine.connect() as connection:
                found = applied(connection)
            if not found:
                raise OptionError("CC207", url=url)
            # Only then: who reads alone need not wait for who writes.
            if not is_current(found, url):
                store._migrate()
        return store

    @contextmanager
    def _closed_if_not_opened(self) -> Iterator[None]:
        try:
            yield
        except BaseException:
            self.close()
            raise

    @property
    def readonly(self) -> bool:
        """Whether it can be read but not written."""
        return is_readonly(self.engine)

    def damaged(self) -> Store:
        """The same store, read as far as it can be read; see :func:`connect`. Close it as well."""
        return replace(self, engine=connect(self.url, damaged=True))

    def close(self) -> None:
        """Give the connections back."""
        self.engine.dispose()

    def add(self, entries: Sequence[Entry], *, who: str) -> list[Added]:
        """Keep ``entries`` in one transaction: all of them or, if anything fails, none.

        The same bytes read by the same engine with the same settings are kept once.
        """
        with writing(self.engine) as connection:
            return [self._add_one(connection, entry, who) for entry in entries]

    def held(self) -> list[Held]:
        """Every reading, oldest first."""
        return self.held_by(select(readings).order_by(readings.c.id))

    def versions(self, page: str) -> list[Version]:
        """What one page (URL or file) held, oldest first; other engines' readings are no version.

        A page that went back to what it held before has that twice.
        """
        with self.engine.connect() as connection:
            seen = runs(connection, page)
        by_document: dict[str, Held] = {}
        wanted = select(readings).where(readings.c.document.in_({one.document for one in seen}))
        for held in self.held_by(wanted.order_by(readings.c.id)):
            by_document[held.document] = held
        return [
            Version(by_document[one.document], one.first, one.last)
            for one in seen
            if one.document in by_document
        ]

    def last_seen(self, page: str) -> Sighting | None:
        """When a page (URL or file) was last seen and what it held; ``None`` if it never was."""
        with self.engine.connect() as connection:
            return last_sighting(connection, page)

    def knows(self, document: str, engine: str) -> bool:
        """Whether the document has been read by that engine."""
        same = (readings.c.document == document) & (readings.c.engine == engine)
        return bool(self.held_by(select(readings).where(same)))

    def see(self, document: str, capture: Capture, page: str, *, who: str = "engine") -> bool:
        """Keep that ``page`` held a known document, as ``capture`` tells; false if it is kept."""
        with writing(self.engine) as connection:
            return self._see(connection, document, capture, page, who)

    def find(self, subject: str) -> Held:
        """The newest reading whose document id, name or page is ``subject``.

        Raises:
            OptionError: CC208 if there is none.
        """
        for column in (readings.c.document, readings.c.name, readings.c.page):
            same = select(readings).where(column == subject).order_by(readings.c.id)
            if found := self.held_by(same):
                return found[-1]
        for held in self.newest():
            if held.page == subject:
                return held
        raise OptionError("CC208", subject=subject)

    def reading(self, held: Held) -> Reading:
        """The reading as it was kept."""
        query = select(rows.c.body).where(rows.c.reading == held.id).order_by(rows.c.position)
        with self.engine.connect() as connection:
            return reading_of(connection.scalars(query))

    def data(self, sha256: str) -> bytes:
        """The bytes of a capture."""
        query = select(captures.c.data).where(captures.c.sha256 == sha256)
        with self.engine.connect() as connection:
            found: bytes = connection.execute(query).scalar_one()
        return found

    def ledger(self, held: Iterable[Held] | None = None, *, arranged: bool = True) -> Ledger:
        """The ledger of the given readings, by default of the newest reading of every page.

        What people decided is in effect in it; only what they decided on pages unless ``arranged``,
        so that incidents are as they were grouped by likeness.
        """
        chosen = {one.id: one for one in (self.newest() if held is None else held)}
        unique = [self.reading(one) for one in chosen.values()]
        with self.engine.connect() as connection:
            before = given_before(connection)
        kept = self._kept()
        return decided_ledger(unique, kept if arranged else on_pages(kept), before)

    def newest(self) -> list[Held]:
        """The newest reading of what each page last held, in the order in which it was added.

        ``page`` is the page's own address also where another page held the same bytes before.
        """
        columns = [column for column in readings.c if column.name != "page"]
        query = select(*columns, heads.c.page).join(heads, heads.c.reading == readings.c.id)
        return self.held_by(query.order_by(readings.c.id, heads.c.page))

    def decide(
        self, kind: str, subject: str, *, who: str, reason: str, detail: Any = None
    ) -> AuditRow:
        """Keep a person's decision and its audit row, in one transaction."""
        # Sorted keys all the way down: the canonical form knows dictionaries only.
        detail = msgspec.to_builtins(detail)
        with writing(self.engine) as connection:
            at = self.now()
            values = {"at": at, "who": who, "kind": kind, "subject": subject, "reason": reason}
            connection.execute(insert(decisions).values(detail=canonical_json(detail), **values))
            noted = {"reason": reason, "detail": detail}
            return append_audit(
                connection, at=at, who=who, action=kind, subject=subject, detail=noted
            )

    def decisions(self) -> list[Decision]:
        """Every decision as it was made, oldest first; the ledger's tell what came of them."""
        return [one.decision for one in self._kept()]

    def _kept(self) -> list[Kept]:
        with self.engine.connect() as connection:
            found = connection.execute(select(decisions).order_by(decisions.c.id)).mappings()
            return [decision_of(dict(row)) for row in found]

    def chain(self) -> Iterator[AuditRow]:
        """The audit chain from its first row."""
        with self.engine.connect() as connection:
            for row in connection.execute(select(audit).order_by(audit.c.seq)).mappings():
                yield AuditRow(**row)

    def _migrate(self) -> None:
        with writing(self.engine) as connection:
            if not is_current(applied(connection), self.url):
                migrate(connection, self.now())

    def now(self) -> str:
        """The time, as rows are stamped with it: ISO 8601, UTC."""
        return self.clock().astimezone(UTC).isoformat(timespec="milliseconds")

    def held_by(self, query: Select[Any]) -> list[Held]:
        """The readings that ``query``, a selection of their table, gives."""
        with self.engine.connect() as connection:
            return [Held(**row) for row in connection.execute(query).mappings()]

    def _add_one(self, connection: Connection, entry: Entry, who: str) -> Added:
        document, capture = entry.reading.document, entry.reading.capture
        page = document.url or document.name
        same = (readings.c.document == document.id) & (readings.c.engine == document.engine)
        if found := connection.execute(select(readings).where(same)).mappings().first():
            self._see(connection, document.id, capture, page, who)
            return Added(Held(**found), new=False)
        keep_capture(connection, entry.data, document.sha256)
        held = self._keep_reading(connection, entry.reading)
        seen = note_sighting(connection, page, document.id, capture, held.added)
        point_heads(connection, document.id)
        detail = {"sha256": held.sha256, "engine": held.engine, "digest": held.digest}
        detail.update(seen or {})
        append_audit(
            connection, at=held.added, who=who, action="add", subject=held.document, detail=detail
        )
        return Added(held, new=True)

    def _see(
        self, connection: Connection, document: str, capture: Capture, page: str, who: str
    ) -> bool:
        now = self.now()
        seen = note_sighting(connection, page, document, capture, now)
        if seen is not None:
            point_heads(connection, document)
            append_audit(connection, at=now, who=who, action="see", subject=document, detail=seen)
        return seen is not None

    def _keep_reading(self, connection: Connection, reading: Reading) -> Held:
        document = reading.document
        bodies = records_of(reading)
        values = {
            "document": document.id,
            "sha256": document.sha256,
            "engine": document.engine,
            "page": document.url or document.name,
            "name": document.name,
            "added": self.now(),
            "digest": rows_digest(body for _, body in bodies),
        }
        made = insert(readings).values(values).returning(readings.c.id)
        key: int = connection.execute(made).scalar_one()
        connection.execute(
            insert(rows),
            [row_of(key, position, record, body) for position, (record, body) in enumerate(bodies)],
        )
        index_reading(connection, key, reading)
        return Held(id=key, **values)
