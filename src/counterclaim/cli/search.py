"""``counterclaim search``: find statements in a store."""

from __future__ import annotations

import sys

import click
import msgspec

from counterclaim.cli.stores import coded_errors, store_option
from counterclaim.cli.table import hit_lines
from counterclaim.store import Query, Store
from counterclaim.store import search as find
from counterclaim.store.incidents import find_incident


class Near(click.ParamType[tuple[float, float, float]]):
    """``LAT,LON,KM``."""

    name = "LAT,LON,KM"

    def convert(
        self, value: object, param: click.Parameter | None, ctx: click.Context | None
    ) -> tuple[float, float, float]:
        """The three numbers."""
        try:
            lat, lon, radius = (float(part) for part in str(value).split(","))
        except ValueError:
            self.fail(f"{value!r} is not latitude, longitude and kilometres", param, ctx)
        return lat, lon, radius


@click.command()
@click.argument("words", nargs=-1)
@click.option("--origin", metavar="ACTOR", help="Whose word it is (actor id).")
@click.option("--actor", help="Anybody in the statement (actor id).")
@click.option("--near", type=Near(), help="Places within a radius.")
@click.option("--since", metavar="DAY", help="YYYY-MM-DD, of what is said or of the page.")
@click.option("--until", metavar="DAY", help="YYYY-MM-DD.")
@click.option("--force", help="asserts, denies, admits, accuses, …")
@click.option("--harm", help="killed, injured, missing, …")
@click.option("--incident", metavar="CODE", help="Only what belongs to this incident.")
@click.option("--grade", help="Only incidents with this suggested grade.")
@click.option("--event", help="PLOVER code, such as ASSAULT.")
@click.option("--revisions", is_flag=True, help="Also what later versions of a page dropped.")
@click.option(
    "--limit",
    default=50,
    show_default=True,
    type=click.IntRange(min=1),
    help="Statements to show at most.",
)
@click.option(
    "--format",
    "form",
    type=click.Choice(["table", "ndjson"]),
    default="table",
    show_default=True,
    help="To look at, or one JSON object a line.",
)
@store_option
@coded_errors
def search(
    words: tuple[str, ...],
    form: str,
    url: str,
    incident: str | None,
    grade: str | None,
    **filters: object,
) -> None:
    """Find statements that have all of WORDS ("shell*" for any ending), newest first."""
    store = Store.open(url)
    within = _statements(store, incident, grade)
    query = {"words": " ".join(words), "statements": within, **filters}
    hits = find(store, msgspec.convert(query, Query))
    store.close()
    for hit in hits if form == "ndjson" else ():
        click.echo(msgspec.json.encode(hit))
    for line in hit_lines(hits) if form == "table" else ():
        click.echo(line)
    sys.exit(0 if hits else 1)


def _statements(store: Store, incident: str | None, grade: str | None) -> list[str] | None:
    """Ids of the statements of the incidents asked for; ``None`` where none are."""
    if incident is None and grade is None:
        return None
    ledger = store.ledger()
    chosen = ledger.incidents if incident is None else [find_incident(ledger, incident)]
    return [
        key
        for one in chosen
        if grade is None or (one.grade is not None and one.grade.value == grade)
        for key in one.statements
    ]
