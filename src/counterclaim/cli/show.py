"""``counterclaim show``: one document or incident, and what changed between versions."""

from __future__ import annotations

from itertools import pairwise

import click
import msgspec

from counterclaim.cli.stores import coded_errors, store_option
from counterclaim.cli.table import change_lines, incident_line, statement_table
from counterclaim.errors import OptionError
from counterclaim.records import Incident, Ledger
from counterclaim.store import Store
from counterclaim.store.incident_index import incident_in
from counterclaim.store.incidents import narrow
from counterclaim.store.revisions import changes


@click.command()
@click.argument("subject")
@click.option("--changes", "changed", is_flag=True, help="What each version changed instead.")
@store_option
@coded_errors
def show(subject: str, changed: bool, url: str) -> None:
    """Show the statements of SUBJECT: a document (its id, file or URL) or an incident (its code).

    A code that the incident had earlier will do as well.
    """
    store = Store.open(url)
    try:
        held = store.find(subject)
    except OptionError:
        _incident(store, subject)
    else:
        if changed:
            _changes(store, held.page)
        else:
            click.echo(statement_table(store.ledger([held])), nl=False)
    store.close()


def _incident(store: Store, subject: str) -> None:
    ledger, one = incident_in(store, subject)
    click.echo(incident_line(one))
    click.echo(statement_table(_alone(narrow(ledger, one), one)), nl=False)


def _alone(ledger: Ledger, one: Incident) -> Ledger:
    """Without what its pages say of other things."""
    wanted = set(one.statements)
    readings = [
        msgspec.structs.replace(page, statements=[s for s in page.statements if s.id in wanted])
        for page in ledger.readings
    ]
    return msgspec.structs.replace(ledger, readings=readings)


def _changes(store: Store, page: str) -> None:
    versions = store.versions(page)
    if len(versions) < 2:
        first = versions[0].first if versions else "never"
        click.echo(f"one version of {page}, seen {first}: nothing to compare")
    for before, after in pairwise(versions):
        click.echo(f"last seen as it was {before.last}, first seen changed {after.first}:")
        if before.held.engine != after.held.engine:
            click.echo("  (read by different engines; `reread` lets one read both)")
        old, new = store.reading(before.held), store.reading(after.held)
        names = {actor.id: actor.name for actor in (*old.actors, *new.actors)}
        found = changes(old, new)
        for line in change_lines(found, names, before.last, after.first):
            click.echo(f"  {line}")
        if not found:
            click.echo("  the page changed, but none of its claims")
