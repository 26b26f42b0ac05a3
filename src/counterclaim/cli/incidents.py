"""``counterclaim incidents``: the incidents in a store."""

from __future__ import annotations

import click

from counterclaim.cli.stores import coded_errors, store_option
from counterclaim.cli.table import plural
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
        grade = one.grade.value if one.grade else "none"
        earlier = f"  (was {', '.join(one.previous_codes)})" if one.previous_codes else ""
        click.echo(
            f"{one.code}  {plural(len(one.documents), 'page')}  {grade}  {one.title}{earlier}"
        )
