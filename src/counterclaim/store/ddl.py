"""What the tables need beyond their columns: the full-text index, append-only triggers."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import Table

__all__ = ["POSTGRESQL_WORDS", "trigger_ddl", "word_index_ddl"]

POSTGRESQL_WORDS = "array_to_tsvector(string_to_array(folded, ' '))"
"""What PostgreSQL's index is over; a search has to say the same to use it."""


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
        trigger = (
            "CREATE TRIGGER statements_words AFTER INSERT ON statements BEGIN "
            "INSERT INTO statement_words(rowid, folded) VALUES (new.id, new.folded); END"
        )
        return [table, trigger]
    return [f"CREATE INDEX statements_words ON statements USING gin ({POSTGRESQL_WORDS})"]


def trigger_ddl(dialect: str, tables: Sequence[Table]) -> list[str]:
    """Statements that forbid changing and deleting rows of ``tables``."""
    return _sqlite_triggers(tables) if dialect == "sqlite" else _postgresql_triggers(tables)


def _sqlite_triggers(tables: Sequence[Table]) -> list[str]:
    return [
        f"CREATE TRIGGER {table.name}_no_{action.lower()} BEFORE {action} ON {table.name} "
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
