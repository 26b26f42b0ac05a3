"""``counterclaim decide``: a person's decision on a record, with its reason."""

from __future__ import annotations

import click

from counterclaim.cli.stores import coded_errors, store_option, who_option
from counterclaim.errors import OptionError
from counterclaim.exports.ndjson import records
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
    if not _holds(store, subject):
        raise OptionError("CC208", subject=subject)
    detail = None if value is None else {"value": value}
    row = store.decide(kind, subject, who=who, reason=reason, detail=detail)
    store.close()
    click.echo(f"{row.seq}  {kind} {subject} by {who}")


def _holds(store: Store, subject: str) -> bool:
    """Whether a record of ``subject``'s id is kept: a slip in an id must not pass for a decision.

    Older versions of a page count: what was decided of them stays decided.
    """
    older = [held for held in store.held() if held.document == subject.partition(".")[0]]
    kept = [store.ledger(), *(store.ledger([held]) for held in older)]
    return any(record.id == subject for ledger in kept for record in records(ledger))
