"""``counterclaim decide`` and ``counterclaim decisions``: people's word on the ledger."""

from __future__ import annotations

from typing import cast, get_args

import click

from counterclaim.cli.stores import coded_errors, store_option, who_option
from counterclaim.cli.table import decision_lines
from counterclaim.records import DecisionKind
from counterclaim.store import Store
from counterclaim.store.deciding import Asked, overtaken, prepare


class Range(click.ParamType[tuple[int, int]]):
    """``START:END``."""

    name = "START:END"

    def convert(
        self, value: object, param: click.Parameter | None, ctx: click.Context | None
    ) -> tuple[int, int]:
        """The two code points."""
        start, colon, end = str(value).partition(":")
        if not (colon and all(one.isascii() and one.isdigit() for one in (start, end))):
            self.fail(f"{value!r} is not START:END", param, ctx)
        return int(start), int(end)


@click.command()
@click.argument("kind", type=click.Choice(get_args(DecisionKind)))
@click.argument("subject")
@click.option("--reason", required=True, help="Why; it is kept with the decision.")
@click.option("--field", help="The field to correct, or the harm of a figure picked.")
@click.option("--value", help="Its right value, or the figure picked (62, 40-60, 40-).")
@click.option(
    "--span", "ranges", type=Range(), multiple=True, help="Where its right words stand in the text."
)
@click.option("--with", "other", metavar="CODE", help="The incident to merge into SUBJECT.")
@click.option("--apart", metavar="ID", multiple=True, help="Statement or document to split off.")
@click.option("--incident", metavar="CODE", help="The incident that the figure is picked for.")
@who_option
@store_option
@coded_errors
def decide(
    kind: str,
    subject: str,
    reason: str,
    field: str | None,
    value: str | None,
    ranges: tuple[tuple[int, int], ...],
    other: str | None,
    apart: tuple[str, ...],
    incident: str | None,
    who: str,
    url: str,
) -> None:
    """Keep a decision on SUBJECT, which takes effect in dossiers and exports of the store.

    \b
    confirm, reject   a link, a statement, a figure, an event, an incident
    correct           a field of a statement, figure, event, place, moment or intent
    pick              the one number of an incident: a figure, or an incident with --value
    merge             incident SUBJECT --with CODE: both tell of one occurrence
    split             incident SUBJECT --apart ID: what tells of another occurrence
    note              anything
    withdraw          an earlier decision (decision-7)
    """  # noqa: D301 - the mark that keeps a list's lines apart
    store = Store.open(url)
    asked = Asked(
        kind=cast("DecisionKind", kind),
        subject=subject,
        field=field,
        value=value,
        ranges=ranges,
        other=other,
        apart=apart,
        incident=incident,
    )
    known, detail = prepare(store, asked)
    store.decide(kind, known, who=who, reason=reason, detail=detail)
    made = store.decisions()[-1]
    store.close()
    click.echo(f"{made.id}  {kind} {known} by {who}")


@click.command()
@store_option
@coded_errors
def decisions(url: str) -> None:
    """List people's decisions, oldest first, and what came of each.

    applied: in effect; recorded: kept, with nothing to change; replaced: a later one stands;
    withdrawn; elsewhere: on something that is no longer there. Where a page has a newer version
    than the one decided on, that is named, for somebody to look again.
    """
    store = Store.open(url)
    ledger = store.ledger()
    newer = overtaken(store, ledger.decisions)
    store.close()
    for line in decision_lines(ledger.decisions, newer):
        click.echo(line)
