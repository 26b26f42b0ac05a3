"""``counterclaim show``: one document, and what changed between its versions."""

from __future__ import annotations

from itertools import pairwise

import click

from counterclaim.cli.stores import coded_errors, store_option
from counterclaim.cli.table import change_lines, statement_table
from counterclaim.store import Store
from counterclaim.store.revisions import changes


@click.command()
@click.argument("document")
@click.option("--changes", "changed", is_flag=True, help="What each version changed instead.")
@store_option
@coded_errors
def show(document: str, changed: bool, url: str) -> None:
    """Show the statements of DOCUMENT (its id, file or URL)."""
    store = Store.open(url)
    held = store.find(document)
    if not changed:
        click.echo(statement_table(store.ledger([held])), nl=False)
    else:
        _changes(store, held.page)
    store.close()


def _changes(store: Store, page: str) -> None:
    versions = store.versions(page)
    if len(versions) < 2:
        first = versions[0].first if versions else "never"
        click.echo(f"one version of {page}, seen {first}: nothing to compare")
    for before, after in pairwise(versions):
        click.echo(f"last seen as it was {before.last}, first seen changed {after.first}:")
        if before.held.engine != after.held.engine:
            click.echo("  (read by different engines; `reread` lets one read both)")
        found = changes(store.reading(before.held), store.reading(after.held))
        for one in found:
            for line in change_lines([one], before.last, after.first):
                click.echo(f"  {line}")
        if not found:
            click.echo("  the page changed, but none of its claims")
