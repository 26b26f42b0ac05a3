"""``counterclaim backup`` and ``counterclaim restore``."""

from __future__ import annotations

from pathlib import Path

import click

from counterclaim.cli.stores import coded_errors, store_option
from counterclaim.store import Store
from counterclaim.store.backup import backup as write_backup
from counterclaim.store.backup import restore as read_backup


@click.command()
@click.argument("folder", type=click.Path(path_type=Path))
@store_option
@coded_errors
def backup(folder: Path, url: str) -> None:
    """Write the whole store to FOLDER, with a manifest of hashes; others may go on using it."""
    store = Store.open(url)
    manifest = write_backup(store, folder)
    store.close()
    click.echo(f"{folder}: {manifest.counts['readings']} readings, chain ends in {manifest.head}")


@click.command()
@click.argument("folder", type=click.Path(exists=True, file_okay=False, path_type=Path))
@store_option
@coded_errors
def restore(folder: Path, url: str) -> None:
    """Fill a new store from a backup in FOLDER; SQLite to PostgreSQL or back will do."""
    store = Store.create(url)
    manifest = read_backup(folder, store)
    store.close()
    click.echo(f"{url}: {manifest.counts['readings']} readings")
