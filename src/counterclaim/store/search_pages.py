"""Finding pages by any of their words, also those that nobody is quoted with."""

from __future__ import annotations

import re
from typing import Any

import msgspec
from sqlalchemy import Select, column, exists, select, table, text

from counterclaim.records import Document
from counterclaim.store.ddl import POSTGRESQL_WORDS
from counterclaim.store.search import postgresql_match, sqlite_match
from counterclaim.store.store import Store
from counterclaim.store.tables import heads, readings, rows, texts
from counterclaim.store.words import folded, terms_of

__all__ = ["PageHit", "search_pages"]

WORDS = table("text_words", column("rowid"))
AROUND = 80
"""Characters before and after the first word found that are shown."""

_WORD = re.compile(r"[^\W_]+")


class PageHit(msgspec.Struct, frozen=True, kw_only=True):
    """A page found: its document, name and address, its date, and the words about the first hit."""

    document: str
    name: str
    page: str
    published: str | None
    words: str


def search_pages(
    store: Store,
    words: str,
    *,
    since: str | None = None,
    until: str | None = None,
    revisions: bool = False,
    limit: int = 50,
) -> list[PageHit]:
    """Pages on which all of ``words`` stand, those kept last first.

    Args:
        store: the store.
        words: in any order; a trailing ``*`` matches any ending. Without any, all pages.
        since: ISO 8601 day of publication, the first.
        until: likewise, the last.
        revisions: also what later versions of a page replaced, and older engines' readings.
        limit: at most so many.
    """
    terms = terms_of(words)
    columns = (readings.c.document, readings.c.name, readings.c.page, texts.c.published)
    found = select(*columns, rows.c.body).join(texts, texts.c.reading == readings.c.id)
    found = found.join(rows, (rows.c.reading == readings.c.id) & (rows.c.noun == "document"))
    if not revisions:
        found = found.where(exists().where(heads.c.reading == readings.c.id))
    if since is not None:
        found = found.where(texts.c.published >= since)
    if until is not None:
        # A day's hours come after the day in the order of characters.
        found = found.where(texts.c.published < until + "~")
    if terms:
        found = _with_words(found, terms, store.engine.dialect.name)
    with store.engine.connect() as connection:
        newest = found.order_by(readings.c.id.desc()).limit(limit)
        return [_hit(dict(row), terms) for row in connection.execute(newest).mappings()]


def _with_words(found: Select[Any], terms: list[str], dialect: str) -> Select[Any]:
    if dialect == "sqlite":
        joined = found.join(WORDS, WORDS.c.rowid == texts.c.reading)
        return joined.where(text("text_words MATCH :match")).params(match=sqlite_match(terms))
    matches = text(f"{POSTGRESQL_WORDS} @@ CAST(:wanted AS tsquery)")
    return found.where(matches).params(wanted=postgresql_match(terms))


def _hit(row: dict[str, Any], terms: list[str]) -> PageHit:
    whole = msgspec.json.decode(row.pop("body"), type=Document).text
    return PageHit(**row, words=_about(whole, terms))


def _about(whole: str, terms: list[str]) -> str:
    """The words about the first that is one of ``terms``."""
    for found in _WORD.finditer(whole):
        if any(_is(folded(found.group()), term) for term in terms):
            start, end = max(0, found.start() - AROUND), found.end() + AROUND
            return " ".join(whole[start:end].split())
    return " ".join(whole[: 2 * AROUND].split())


def _is(word: str, term: str) -> bool:
    return word.startswith(term[:-1]) if term.endswith("*") else word == term
