"""``counterclaim list``: what a store holds."""

from __future__ import annotations

import click

from counterclaim.cli.stores import coded_errors, store_option
from counterclaim.store import Store


@click.command(name="list")
@click.option("--all", "every", is_flag=True, help="Older revisions and engines too.")
@store_option
@coded_errors
def list_documents(every: bool, url: str) -> None:
    """List the documents, a line each: id, when it was added, engine, file or URL."""
    store = Store.open(url)
    for held in store.held() if every else store.newest():
        click.echo(f"{held.document}  {held.added}  {held.engine}  {held.page}")
    store.close()
