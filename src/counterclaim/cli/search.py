"""``counterclaim search``: find statements in a store."""

from __future__ import annotations

import sys

import click
import msgspec

from counterclaim.actors.naming import actor_id
from counterclaim.cli.stores import coded_errors, store_option
from counterclaim.cli.table import hit_lines
from counterclaim.store import Query, Store
from counterclaim.store import search as find
from counterclaim.store.incident_index import bring_up_to_date, find_code


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
@click.option("--origin", metavar="ACTOR", help="Whose word it is (a name, or an actor's id).")
@click.option("--actor", metavar="ACTOR", help="Anybody in the statement.")
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
    origin: str | None,
    actor: str | None,
    **filters: object,
) -> None:
    """Find statements that have all of WORDS ("shell*" for any ending), newest first.

    Case and accents make no difference. What somebody rejected is found too, and marked.
    """
    store = Store.open(url)
    if incident is not None or filters["grade"] is not None:
        bring_up_to_date(store)
    query = {
        "words": " ".join(words),
        "incident": None if incident is None else find_code(store, incident),
        "origin": _actor(origin),
        "actor": _actor(actor),
        **filters,
    }
    hits = find(store, msgspec.convert(query, Query))
    store.close()
    for hit in hits if form == "ndjson" else ():
        click.echo(msgspec.json.encode(hit))
    for line in hit_lines(hits) if form == "table" else ():
        click.echo(line)
    sys.exit(0 if hits else 1)


def _actor(given: str | None) -> str | None:
    """An actor's id, from the id or from the name."""
    return given if given is None or given.startswith("actor:") else actor_id(given)
