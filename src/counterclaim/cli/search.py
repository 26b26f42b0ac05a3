"""``counterclaim search``: find statements in a store."""

from __future__ import annotations

import math
import sys
from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime
from typing import Any, NoReturn, get_args

import click
import msgspec

from counterclaim.actors.naming import actor_id
from counterclaim.cli.stores import coded_errors, store_option
from counterclaim.cli.table import hit_lines, page_lines
from counterclaim.errors import OptionError
from counterclaim.records import Force, GradeValue, Harm
from counterclaim.store import Hit, Query, Store, search_pages
from counterclaim.store import search as find
from counterclaim.store.incident_index import bring_up_to_date, find_code

HALF_ROUND = 20_040
"""Kilometres to the other side of the world."""


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
            lat = lon = radius = math.nan
        # Not a number is in no range.
        if not (-90 <= lat <= 90 and -180 <= lon <= 180 and 0 < radius <= HALF_ROUND):
            self.fail(f"{value!r} is not latitude, longitude and kilometres", param, ctx)
        return lat, lon, radius


@click.command()
@click.argument("words", nargs=-1)
@click.option("--origin", metavar="ACTOR", help="Whose word it is (a name, or an actor's id).")
@click.option("--actor", metavar="ACTOR", help="Anybody in the statement.")
@click.option("--near", type=Near(), help="Places within a radius.")
@click.option("--since", metavar="DAY", help="YYYY-MM-DD, of what is said or of the page.")
@click.option("--until", metavar="DAY", help="YYYY-MM-DD.")
@click.option("--force", type=click.Choice(get_args(Force)), help="What is done with the words.")
@click.option("--harm", type=click.Choice(get_args(Harm)), help="What happened to people.")
@click.option("--incident", metavar="CODE", help="Only what belongs to this incident.")
@click.option(
    "--grade",
    type=click.Choice(get_args(GradeValue)),
    help="Only incidents with this suggested grade.",
)
@click.option("--event", help="PLOVER code, such as ASSAULT.")
@click.option(
    "--pages",
    "whole",
    is_flag=True,
    help="Pages with WORDS anywhere in their text; only --since, --until and --revisions apply.",
)
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
    whole: bool,
    **filters: Any,
) -> None:
    """Find statements that have all of WORDS ("shell*" for any ending), newest first.

    Case and accents make no difference. What somebody rejected is found too, and marked.
    """
    for name in ("since", "until"):
        _check_day(filters[name])
    store = Store.open(url)
    if whole:
        given = {name: filters.pop(name) for name in ("since", "until", "revisions", "limit")}
        if any(value is not None for value in (incident, origin, actor, *filters.values())):
            raise click.UsageError("--pages goes with --since, --until and --revisions only.")
        pages = search_pages(store, " ".join(words), **given)
        store.close()
        _tell(pages, page_lines(pages), form)
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
    lines = list(_lines(store, hits)) if form == "table" else []
    store.close()
    _tell(hits, lines, form)


def _lines(store: Store, hits: Sequence[Hit]) -> Iterator[str]:
    """The hits with the names and words of the pages that they are on."""
    documents = dict.fromkeys(hit.document for hit in hits)
    readings = [store.reading(store.find(document)) for document in documents]
    names = {actor.id: actor.name for reading in readings for actor in reading.actors}
    known = {one.id: one for reading in readings for one in reading.statements}
    return hit_lines(hits, known, names)


def _tell(hits: Sequence[Any], lines: Iterable[str], form: str) -> NoReturn:
    for hit in hits if form == "ndjson" else ():
        click.echo(msgspec.json.encode(hit))
    for line in lines if form == "table" else ():
        click.echo(line)
    if not hits:
        click.echo("nothing found", err=True)
    sys.exit(0 if hits else 1)


def _check_day(given: str | None) -> None:
    """What is no day would be compared all the same, and find nothing without a word."""
    try:
        if given is not None:
            datetime.fromisoformat(given)
    except ValueError as error:
        raise OptionError("CC201", value=given) from error


def _actor(given: str | None) -> str | None:
    """An actor's id, from the id or from the name."""
    return given if given is None or given.startswith("actor:") else actor_id(given)
