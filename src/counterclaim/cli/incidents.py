"""``counterclaim incidents``: the incidents in a store."""

from __future__ import annotations

import click

from counterclaim.cli.stores import coded_errors, store_option
from counterclaim.cli.table import plural
from counterclaim.store import Store


@click.command()
@store_option
@coded_errors
def incidents(url: str) -> None:
    """List the incidents, a line each: code, pages, suggested grade, title."""
    store = Store.open(url)
    ledger = store.ledger()
    store.close()
    for one in ledger.incidents:
        grade = one.grade.value if one.grade else "none"
        click.echo(f"{one.code}  {plural(len(one.documents), 'page')}  {grade}  {one.title}")
