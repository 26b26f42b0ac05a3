"""A copy of a whole store that can be checked and restored: NDJSON, captures, and a manifest."""

from __future__ import annotations

import hashlib
import os
import shutil
from collections.abc import Container, Iterator
from pathlib import Path

import msgspec
from sqlalchemy import Connection, Table

from counterclaim.errors import OutputError, RecordError
from counterclaim.store.codes import audit_given
from counterclaim.store.connection import snapshot
from counterclaim.store.copying import IMPORTED_BY, Progress, head_of, read_rows, write_rows
from counterclaim.store.store import Store
from counterclaim.store.tables import APPEND_ONLY

__all__ = ["Manifest", "backup", "restore"]

FORM = CODES_AUDITED = 3
"""The form that is written, and the one since which codes are in the audit chain."""


class Manifest(msgspec.Struct, frozen=True, kw_only=True):
    """What a backup holds.

    ``files`` are SHA-256 by file name; ``head`` is the last hash of the audit chain.
    """

    form: int = FORM
    head: str | None
    files: dict[str, str]
    counts: dict[str, int]


def backup(store: Store, folder: Path) -> Manifest:
    """Write the store to ``folder``, which must not be there yet; one consistent view of it.

    Others go on reading and adding meanwhile; what they add is not in it.

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
        for path in partial.iterdir():
            _to_disk(path)
        partial.rename(folder)
    except OSError as error:
        shutil.rmtree(partial, ignore_errors=True)
        raise OutputError("CC501", name=folder, reason=error.strerror or str(error)) from error
    return manifest


def _to_disk(path: Path) -> None:
    """A backup that is there has to be whole, after a power cut too."""
    with path.open("rb") as stream:
        os.fsync(stream.fileno())


def _write_tables(store: Store, folder: Path) -> Manifest:
    counts = {table.name: 0 for table in APPEND_ONLY}
    streams = {table.name: (folder / _file(table)).open("wb") for table in APPEND_ONLY}
    try:
        with snapshot(store.engine) as connection:
            head = head_of(connection)
            for table, body in write_rows(connection):
                streams[table.name].write(body + b"\n")
                counts[table.name] += 1
    finally:
        for stream in streams.values():
            stream.close()
    files = {_file(table): _digest(folder / _file(table)) for table in APPEND_ONLY}
    return Manifest(head=head, files=files, counts=counts)


def _file(table: Table) -> str:
    return f"{table.name}.ndjson"


def _digest(path: Path) -> str:
    with path.open("rb") as stream:
        return hashlib.file_digest(stream, "sha256").hexdigest()


def restore(folder: Path, store: Store, progress: Progress | None = None) -> Manifest:
    """Fill the empty ``store`` from a backup, all of it or nothing.

    Raises:
        RecordError: CC401 if the backup is damaged; CC402 if the store is not empty.
    """
    manifest = read_manifest(folder)
    if manifest.form > FORM:
        reason = f"it is of form {manifest.form}, which a newer counterclaim wrote"
        raise RecordError("CC401", name=folder / "manifest.json", line=0, reason=reason)
    for name, digest in manifest.files.items():
        if not (folder / name).is_file():
            raise RecordError("CC401", name=folder / name, line=0, reason="it is missing")
        if _digest(folder / name) != digest:
            raise RecordError("CC401", name=folder / name, line=0, reason="its hash is another")

    def finish(connection: Connection) -> None:
        """Check the audit chain's end, and audit the codes of older forms."""
        if manifest.head != head_of(connection):
            raise RecordError("CC401", name=folder, line=0, reason="its audit chain ends otherwise")
        if manifest.form < CODES_AUDITED:
            audit_given(connection, store.now(), IMPORTED_BY)

    read_rows(store, _rows(folder, manifest.files), progress, finish)
    return manifest


def read_manifest(folder: Path) -> Manifest:
    """The manifest of the backup in ``folder``.

    Raises:
        RecordError: CC401 if there is none.
    """
    path = folder / "manifest.json"
    try:
        return msgspec.json.decode(path.read_bytes(), type=Manifest)
    except (OSError, msgspec.DecodeError) as error:
        raise RecordError("CC401", name=path, line=0, reason=str(error)) from error


def _rows(folder: Path, files: Container[str]) -> Iterator[tuple[Table, bytes]]:
    for table in APPEND_ONLY:
        if _file(table) not in files:
            # A table that there was not when the backup was made.
            continue
        with (folder / _file(table)).open("rb") as stream:
            for line in stream:
                yield table, line
