"""``counterclaim backup``, ``restore`` and ``import``: a whole store out and in again."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from counterclaim.cli.stores import coded_errors, progress, store_option
from counterclaim.cli.table import plural
from counterclaim.errors import InputError
from counterclaim.store import Store
from counterclaim.store.backup import backup as write_backup
from counterclaim.store.backup import read_manifest
from counterclaim.store.backup import restore as read_backup
from counterclaim.store.exchange import import_store


@click.command()
@click.argument("folder", type=click.Path(path_type=Path))
@store_option
@coded_errors
def backup(folder: Path, url: str) -> None:
    """Write the whole store to FOLDER, with a manifest of hashes; others may go on using it."""
    store = Store.open(url)
    manifest = write_backup(store, folder)
    store.close()
    readings = plural(manifest.counts["readings"], "reading")
    click.echo(f"{folder}: {readings}, chain ends in {manifest.head}")


@click.command()
@click.argument("folder", type=click.Path(exists=True, file_okay=False, path_type=Path))
@store_option
@coded_errors
def restore(folder: Path, url: str) -> None:
    """Fill a new store from a backup in FOLDER; SQLite to PostgreSQL or back will do."""
    rows = sum(read_manifest(folder).counts.values())
    store = Store.create(url)
    with progress("Restoring", rows) as done:
        manifest = read_backup(folder, store, done)
    store.close()
    readings = plural(manifest.counts["readings"], "reading")
    click.echo(f"{url}: {readings}, chain ends in {manifest.head}")


@click.command(name="import")
@click.argument("file", type=click.Path(allow_dash=True, dir_okay=False, path_type=Path))
@store_option
@coded_errors
def import_whole(file: Path, url: str) -> None:
    """Fill a new store from FILE (or -), which `export --whole` wrote from another.

    SQLite to PostgreSQL or back: `verify` says the same of both, and the audit chain goes on.
    """
    name = "standard input" if str(file) == "-" else str(file)
    try:
        stream = sys.stdin.buffer if str(file) == "-" else file.open("rb")
    except OSError as error:
        raise InputError("CC104", name=file, reason=error.strerror or "unknown") from error
    store = Store.create(url)
    with stream:
        ending = import_store(store, stream, name=name)
    readings = plural(len(store.held()), "reading")
    store.close()
    click.echo(f"{url}: {readings}, {plural(ending.rows, 'row')}, chain ends in {ending.head}")
