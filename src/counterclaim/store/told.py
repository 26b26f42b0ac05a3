"""What watching has told, so that it is told once and can be read again."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import insert, select

from counterclaim.store.connection import writing
from counterclaim.store.store import Store
from counterclaim.store.tables import news

__all__ = ["keep_told", "last_told", "told_of"]


def keep_told(store: Store, page: str, bodies: Sequence[str]) -> None:
    """Keep what was told of ``page``, a JSON object each."""
    if bodies:
        with writing(store.engine) as connection:
            connection.execute(insert(news), [{"page": page, "body": body} for body in bodies])


def told_of(store: Store, page: str) -> list[str]:
    """What was told of ``page``, oldest first."""
    query = select(news.c.body).where(news.c.page == page).order_by(news.c.id)
    with store.engine.connect() as connection:
        return list(connection.scalars(query))


def last_told(store: Store, number: int) -> list[str]:
    """What was told last of all pages, the latest first, ``number`` at most."""
    query = select(news.c.body).order_by(news.c.id.desc()).limit(number)
    with store.engine.connect() as connection:
        return list(connection.scalars(query))
