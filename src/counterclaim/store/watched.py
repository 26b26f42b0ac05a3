"""What is watched, and when it is to be asked for again."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import asdict, dataclass

from sqlalchemy import insert, select, update

from counterclaim.store.connection import writing
from counterclaim.store.store import Store
from counterclaim.store.tables import watched

__all__ = ["Watched", "due", "follow", "note"]


@dataclass(frozen=True)
class Watched:
    """A feed or page.

    Attributes:
        etag, modified: what the server gave with the last answer, for a conditional request.
        due: ISO 8601, UTC: not to be asked for before.
        failures: in a row; ``quiet``: answers in a row without anything new.
        feed: whether it is a list of pages.
    """

    url: str
    due: str
    etag: str | None = None
    modified: str | None = None
    failures: int = 0
    quiet: int = 0
    feed: bool = False


def follow(store: Store, urls: Iterable[str], now: str) -> int:
    """Watch ``urls`` from ``now`` on; how many were not watched before."""
    with writing(store.engine) as connection:
        known = set(connection.scalars(select(watched.c.url)))
        new = [url for url in dict.fromkeys(urls) if url not in known]
        for url in new:
            connection.execute(insert(watched).values(asdict(Watched(url, now))))
    return len(new)


def due(store: Store, now: str) -> list[Watched]:
    """What is due at ``now``, the longest overdue first."""
    query = select(watched).where(watched.c.due <= now).order_by(watched.c.due, watched.c.url)
    with store.engine.connect() as connection:
        found = connection.execute(query).mappings()
        return [Watched(**{**row, "feed": bool(row["feed"])}) for row in found]


def note(store: Store, one: Watched) -> None:
    """Keep what the last answer told."""
    with writing(store.engine) as connection:
        connection.execute(update(watched).where(watched.c.url == one.url).values(asdict(one)))
