"""What the tables need beyond their columns: the full-text index, append-only triggers."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import Connection, Table, text

__all__ = [
    "POSTGRESQL_WORDS",
    "guard",
    "text_index_ddl",
    "trigger_ddl",
    "unguarded",
    "word_index_ddl",
]

POSTGRESQL_WORDS = "array_to_tsvector(string_to_array(folded, ' '))"
"""What PostgreSQL's index is over; a search has to say the same to use it."""

WORDS_TRIGGER = (
    "CREATE TRIGGER IF NOT EXISTS statements_words AFTER INSERT ON statements BEGIN "
    "INSERT INTO statement_words(rowid, folded) VALUES (new.id, new.folded); END"
)
"""Keeps SQLite's full-text index."""


def word_index_ddl(dialect: str) -> list[str]:
    """Statements that make the full-text index over ``statements.folded``.

    Its words are folded and parted already (:func:`counterclaim.store.words.folded`), so that
    either database only has to split them at spaces.
    """
    if dialect == "sqlite":
        # External content: the words are not stored twice.
        table = (
            "CREATE VIRTUAL TABLE statement_words USING fts5(folded, content='statements', "
            "content_rowid='id', tokenize='ascii')"
        )
        return [table, WORDS_TRIGGER]
    return [f"CREATE INDEX statements_words ON statements USING gin ({POSTGRESQL_WORDS})"]


TEXTS_TRIGGER = (
    "CREATE TRIGGER IF NOT EXISTS texts_words AFTER INSERT ON texts BEGIN "
    "INSERT INTO text_words(rowid, folded) VALUES (new.reading, new.folded); END"
)
"""Keeps SQLite's full-text index of whole pages."""


def text_index_ddl(dialect: str) -> list[str]:
    """Statements that make the full-text index over ``texts.folded``."""
    if dialect == "sqlite":
        # Which pages a word is on is asked, not where: that index is half as large.
        table = (
            "CREATE VIRTUAL TABLE text_words USING fts5(folded, content='texts', "
            "content_rowid='reading', tokenize='ascii', detail=none)"
        )
        return [table, TEXTS_TRIGGER]
    return [f"CREATE INDEX texts_words ON texts USING gin ({POSTGRESQL_WORDS})"]


def trigger_ddl(dialect: str, tables: Sequence[Table]) -> list[str]:
    """Statements that forbid changing and deleting rows of ``tables``."""
    return _sqlite_triggers(tables) if dialect == "sqlite" else _postgresql_triggers(tables)


def _sqlite_triggers(tables: Sequence[Table]) -> list[str]:
    return [
        f"CREATE TRIGGER IF NOT EXISTS {table.name}_no_{action.lower()} "
        f"BEFORE {action} ON {table.name} "
        f"BEGIN SELECT RAISE(ABORT, '{table.name} is append-only'); END"
        for table in tables
        for action in ("UPDATE", "DELETE")
    ]


def _postgresql_triggers(tables: Sequence[Table]) -> list[str]:
    function = (
        "CREATE OR REPLACE FUNCTION counterclaim_append_only() RETURNS trigger LANGUAGE plpgsql AS "
        "$$ BEGIN RAISE EXCEPTION '% is append-only', TG_TABLE_NAME; END $$"
    )
    return [function] + [
        f"CREATE TRIGGER {table.name}_append_only BEFORE UPDATE OR DELETE OR TRUNCATE "
        f"ON {table.name} EXECUTE FUNCTION counterclaim_append_only()"
        for table in tables
    ]


def unguarded(connection: Connection, tables: Sequence[Table]) -> list[str]:
    """Names of those of ``tables`` whose rows could be changed or deleted."""
    if connection.dialect.name == "sqlite":
        found = "SELECT name FROM sqlite_master WHERE type = 'trigger'"
        names = set(connection.scalars(text(found)))
        wanted = {t.name: {f"{t.name}_no_update", f"{t.name}_no_delete"} for t in tables}
    else:
        found = "SELECT tgname FROM pg_trigger WHERE tgenabled IN ('O', 'A')"
        names = set(connection.scalars(text(found)))
        wanted = {t.name: {f"{t.name}_append_only"} for t in tables}
    return [name for name, triggers in wanted.items() if not triggers <= names]


def guard(connection: Connection, tables: Sequence[Table]) -> None:
    """Make the triggers of ``tables`` again where they are missing or switched off.

    On SQLite also those that keep the full-text indexes.
    """
    if connection.dialect.name == "sqlite":
        for trigger in (WORDS_TRIGGER, TEXTS_TRIGGER):
            connection.execute(text(trigger))
    open_ = set(unguarded(connection, tables))
    again = [table for table in tables if table.name in open_]
    if again and connection.dialect.name != "sqlite":
        for table in again:
            drop = f"DROP TRIGGER IF EXISTS {table.name}_append_only ON {table.name}"
            connection.execute(text(drop))
    for statement in trigger_ddl(connection.dialect.name, again) if again else ():
        connection.execute(text(statement))
