"""When a page was seen, and what it said then."""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Collection, Mapping
from datetime import UTC, datetime
from itertools import groupby
from typing import Any

import msgspec
from sqlalchemy import Connection, func, insert, select

from counterclaim.records import Capture
from counterclaim.store.audit import canonical_json
from counterclaim.store.index import point_head
from counterclaim.store.tables import heads, readings, sightings

__all__ = [
    "Seen",
    "Sighting",
    "last_sighting",
    "later_versions",
    "latest",
    "newest_heads",
    "normal_time",
    "note_sighting",
    "point_heads",
    "runs",
    "sealed",
]


class Sighting(msgspec.Struct, frozen=True):
    """What a page held at one time (ISO 8601, UTC), and the headers that it came with."""

    document: str
    at: str
    headers: dict[str, str] = {}


class Seen(msgspec.Struct, frozen=True, kw_only=True):
    """A page with the document it held; ``first`` and ``last`` ISO 8601, UTC.

    Between two sightings nobody looked: it may have said something else.
    """

    page: str
    document: str
    first: str
    last: str


def normal_time(value: str) -> str:
    """An ISO 8601 time as all times are kept: UTC, milliseconds.

    Raises:
        ValueError: if it is none.
    """
    when = datetime.fromisoformat(value)
    when = when.replace(tzinfo=UTC) if when.tzinfo is None else when.astimezone(UTC)
    return when.isoformat(timespec="milliseconds")


def note_sighting(
    connection: Connection, page: str, document: str, capture: Capture, now: str
) -> dict[str, Any] | None:
    """Keep that ``page`` held ``document`` when it was retrieved; what the audit row says of it.

    A page whose time of capture is unknown (a local file) counts as seen ``now``, and only if it
    held something else before. ``None`` where there is nothing new to keep.
    """
    at = _time(capture.retrieved)
    if at is None and latest(connection, page) == document:
        return None
    headers = canonical_json(capture.headers)
    row = {"page": page, "document": document, "at": at or now, "headers": headers}
    same = [sightings.c[name] == row[name] for name in ("page", "document", "at")]
    if connection.execute(select(func.count()).select_from(sightings).where(*same)).scalar():
        return None
    connection.execute(insert(sightings).values(row))
    return sealed(row)


def _time(value: str | None) -> str | None:
    try:
        return None if value is None else normal_time(value)
    except ValueError:
        return None


def sealed(row: Mapping[str, Any]) -> dict[str, str]:
    """What the audit row of a sighting says."""
    headers = hashlib.sha256(row["headers"].encode()).hexdigest()
    return {"page": row["page"], "seen": row["at"], "headers": headers}


def latest(connection: Connection, page: str) -> str | None:
    """The document that ``page`` held when it was last seen."""
    found = last_sighting(connection, page)
    return None if found is None else found.document


def point_heads(connection: Connection, document: str) -> None:
    """Make the newest reading of what they last held the newest of all pages of ``document``."""
    pages = select(sightings.c.page).where(sightings.c.document == document).distinct()
    for page in connection.execute(pages).scalars().all():
        held = latest(connection, page)
        newest = select(func.max(readings.c.id)).where(readings.c.document == held)
        point_head(connection, page, connection.execute(newest).scalar_one())


def newest_heads(connection: Connection) -> dict[str, int]:
    """The newest reading (its key) of what each page last held."""
    order = (sightings.c.at, sightings.c.id)
    last = connection.execute(select(sightings.c.page, sightings.c.document).order_by(*order))
    held = {str(row[0]): str(row[1]) for row in last}
    newest = select(readings.c.document, func.max(readings.c.id)).group_by(readings.c.document)
    keys = {str(row[0]): int(row[1]) for row in connection.execute(newest)}
    return {page: keys[document] for page, document in held.items() if document in keys}


def later_versions(connection: Connection, documents: Collection[str]) -> dict[str, list[str]]:
    """What pages that held one of ``documents`` hold now, where that is something else (ids)."""
    query = (
        select(sightings.c.document, readings.c.document)
        .join(heads, heads.c.page == sightings.c.page)
        .join(readings, readings.c.id == heads.c.reading)
        .where(sightings.c.document != readings.c.document)
        .order_by(sightings.c.id)
    )
    found: defaultdict[str, list[str]] = defaultdict(list)
    for old, new in connection.execute(query):
        if old in documents and new not in found[old]:
            found[old].append(new)
    return {old: news for old, news in found.items() if news}


def last_sighting(connection: Connection, page: str) -> Sighting | None:
    """When ``page`` was last seen, and what it held then."""
    columns = (sightings.c.document, sightings.c.at, sightings.c.headers)
    order = (sightings.c.at.desc(), sightings.c.id.desc())
    query = select(*columns).where(sightings.c.page == page).order_by(*order).limit(1)
    found = connection.execute(query).first()
    if found is None:
        return None
    return Sighting(str(found[0]), str(found[1]), msgspec.json.decode(found[2]))


def runs(connection: Connection, page: str) -> list[Seen]:
    """What ``page`` held, oldest first, each as long as it was seen without another between."""
    order = (sightings.c.at, sightings.c.id)
    query = select(sightings.c.document, sightings.c.at).where(sightings.c.page == page)
    found = connection.execute(query.order_by(*order)).all()
    seen = []
    for document, run in groupby(found, key=lambda row: str(row[0])):
        times = [str(row[1]) for row in run]
        seen.append(Seen(page=page, document=document, first=times[0], last=times[-1]))
    return seen
