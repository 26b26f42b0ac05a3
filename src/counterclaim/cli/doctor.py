"""``counterclaim doctor``: is this installation, and this store, fit for work?"""

from __future__ import annotations

import platform
import sqlite3
import sys

import click

from counterclaim.cli.stores import coded_errors, store_option
from counterclaim.reading import Engine
from counterclaim.store import Store
from counterclaim.store.health import ailments, rebuild
from counterclaim.version import VERSION


@click.command()
@click.option("--repair", is_flag=True, help="Make the search index and lost triggers again.")
@store_option
@coded_errors
def doctor(repair: bool, url: str) -> None:
    """Check the model, the tables, the database; exit 0 only if all of it is well."""
    engine = Engine()
    click.echo(f"counterclaim {VERSION}, Python {platform.python_version()}")
    click.echo(f"SQLite {sqlite3.sqlite_version}")
    words = len(engine.reader.attributions(["The port said the bridge had fallen."])[0])
    click.echo(f"model: read a sentence, {words} statement")
    for table in (engine.knowledge, engine.gazetteer):
        click.echo(f"{type(table).__name__.lower()}: loaded")
    store = Store.open(url)
    if repair:
        click.echo(f"{url}: {rebuild(store)} readings laid out again")
    found = list(ailments(store))
    store.close()
    for one in found:
        click.echo(f"{url}: {one}")
    click.echo(f"{url}: {'well' if not found else 'not well'}")
    sys.exit(1 if found else 0)
