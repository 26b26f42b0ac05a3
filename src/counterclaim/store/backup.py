"""A copy of a whole store that can be checked and restored: NDJSON, captures, and a manifest."""

from __future__ import annotations

import hashlib
import shutil
from pathlib import Path

import msgspec
from sqlalchemy import Connection, Table, func, insert, select

from counterclaim.errors import OutputError, RecordError
from counterclaim.store.connection import writing
from counterclaim.store.index import index_reading, point_head
from counterclaim.store.store import Store
from counterclaim.store.tables import APPEND_ONLY, captures

__all__ = ["Manifest", "backup", "restore"]


class Manifest(msgspec.Struct, frozen=True, kw_only=True):
    """What a backup holds.

    ``files`` are SHA-256 by file name; ``head`` is the last hash of the audit chain.
    """

    form: int = 1
    head: str | None
    files: dict[str, str]
    counts: dict[str, int]


def backup(store: Store, folder: Path) -> Manifest:
    """Write the store to ``folder``, which must not be there yet; one consistent view of it.

    Raises:
        OutputError: CC501 if the folder is there or cannot be written.
    """
    if folder.exists():
        raise OutputError("CC501", name=folder, reason="it is there already")
    partial = folder.with_name(f".{folder.name}.partial")
    shutil.rmtree(partial, ignore_errors=True)
    try:
        partial.mkdir(parents=True)
        manifest = _write_tables(store, partial)
        (partial / "manifest.json").write_bytes(msgspec.json.format(msgspec.json.encode(manifest)))
        partial.rename(folder)
    except OSError as error:
        raise OutputError("CC501", name=folder, reason=error.strerror or str(error)) from error
    return manifest


def _write_tables(store: Store, folder: Path) -> Manifest:
    files: dict[str, str] = {}
    counts: dict[str, int] = {}
    last = None
    # A writer's transaction: nothing can be added between one table and the next.
    with writing(store.engine) as connection:
        for table in APPEND_ONLY:
            name = f"{table.name}.ndjson"
            digest = hashlib.sha256()
            counts[table.name] = 0
            with (folder / name).open("wb") as stream:
                ordered = select(table).order_by(*table.primary_key.columns)
                for row in connection.execute(ordered).mappings():
                    line = msgspec.json.encode(dict(row)) + b"\n"
                    digest.update(line)
                    stream.write(line)
                    counts[table.name] += 1
                    last = row
            files[name] = digest.hexdigest()
    head = None if last is None or not counts["audit"] else str(last["hash"])
    return Manifest(head=head, files=files, counts=counts)


def restore(folder: Path, store: Store) -> Manifest:
    """Fill the empty ``store`` from a backup, all of it or nothing.

    Raises:
        RecordError: CC401 if the backup is damaged; CC402 if the store is not empty.
    """
    manifest = msgspec.json.decode((folder / "manifest.json").read_bytes(), type=Manifest)
    for name, digest in manifest.files.items():
        if hashlib.sha256((folder / name).read_bytes()).hexdigest() != digest:
            raise RecordError("CC401", name=folder / name, line=0, reason="its hash is another")
    if store.held():
        raise RecordError("CC402", url=store.url)
    with writing(store.engine) as connection:
        for table in APPEND_ONLY:
            for row in _rows(folder, table):
                connection.execute(insert(table).values(row))
            _count_on(connection, table)
    for held in store.held():
        reading = store.reading(held)
        with writing(store.engine) as connection:
            point_head(connection, held.page, held.id)
            index_reading(connection, held.id, reading)
    return manifest


def _count_on(connection: Connection, table: Table) -> None:
    """Let PostgreSQL number new rows after the restored ones; SQLite does so by itself."""
    if connection.dialect.name == "postgresql" and table.autoincrement_column is not None:
        column = table.autoincrement_column
        sequence = func.pg_get_serial_sequence(table.name, column.name)
        highest = select(func.max(column)).scalar_subquery()
        connection.execute(select(func.setval(sequence, highest)))


def _rows(folder: Path, table: Table) -> list[dict[str, object]]:
    lines = (folder / f"{table.name}.ndjson").read_bytes().splitlines()
    rows: list[dict[str, object]] = [msgspec.json.decode(line) for line in lines]
    if table is captures:
        for row in rows:
            row["data"] = msgspec.convert(row["data"], bytes)
    return rows
