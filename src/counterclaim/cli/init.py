"""``counterclaim init``: make a store."""

from __future__ import annotations

import click

from counterclaim.cli.stores import coded_errors, store_option
from counterclaim.store import Store


@click.command()
@store_option
@coded_errors
def init(url: str) -> None:
    """Make a store, or bring one to the present form."""
    store = Store.create(url)
    click.echo(f"{url}: ready, {len(store.held())} readings")
    store.close()
