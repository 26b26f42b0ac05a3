"""``counterclaim decide``: a person's decision on a record, with its reason."""

from __future__ import annotations

import click

from counterclaim.cli.stores import coded_errors, store_option, who_option
from counterclaim.store import Store

KINDS = ("confirm", "reject", "note", "pick", "correct", "merge", "split")


@click.command()
@click.argument("kind", type=click.Choice(KINDS))
@click.argument("subject")
@click.option("--reason", required=True, help="Why; it is kept with the decision.")
@click.option("--value", help="The figure picked, the corrected words, the other incident.")
@who_option
@store_option
@coded_errors
def decide(kind: str, subject: str, reason: str, value: str | None, who: str, url: str) -> None:
    """Keep a decision on SUBJECT, the id of a relation, statement, count or incident."""
    store = Store.open(url)
    detail = None if value is None else {"value": value}
    row = store.decide(kind, subject, who=who, reason=reason, detail=detail)
    store.close()
    click.echo(f"{row.seq}  {kind} {subject} by {who}")
