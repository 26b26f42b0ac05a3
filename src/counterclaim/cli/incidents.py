"""``counterclaim incidents``: the incidents in a store."""

from __future__ import annotations

import click

from counterclaim.cli.stores import coded_errors, store_option
from counterclaim.cli.table import incident_line
from counterclaim.store import Store
from counterclaim.store.incident_index import stored_incidents


@click.command()
@store_option
@coded_errors
def incidents(url: str) -> None:
    """List the incidents, a line each: code, pages, suggested grade, title."""
    store = Store.open(url)
    found = stored_incidents(store)
    store.close()
    for one in found:
        click.echo(incident_line(one))
