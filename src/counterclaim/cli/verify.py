"""``counterclaim verify``: does everything in a store hold?"""

from __future__ import annotations

import sys

import click

from counterclaim.cli.stores import coded_errors, store_option
from counterclaim.errors import CounterclaimError
from counterclaim.reading import Engine, Settings, Source
from counterclaim.records import Reading
from counterclaim.store import Held, Store
from counterclaim.store import verify as findings


@click.command()
@click.option("--derive", is_flag=True, help="Also read every capture again and compare (slow).")
@store_option
@coded_errors
def verify(derive: bool, url: str) -> None:
    """Check bytes, rows, decisions and the audit chain; exit 0 only if all of it holds."""
    store = Store.open(url)
    broken = 0
    for finding in findings(store, _read_again if derive else None):
        click.echo(f"{finding.table} {finding.row}: {finding.why}")
        broken += 1
    readings = len(store.held())
    store.close()
    click.echo(f"{readings} readings: {'all of it holds' if not broken else f'{broken} findings'}")
    sys.exit(1 if broken else 0)


def _read_again(data: bytes, held: Held, kept: Reading) -> Reading | None:
    published = kept.document.published
    engine = Engine(Settings(published=published.value if published.evidence == "option" else None))
    try:
        reading = engine.read([engine.open(Source(held.name, data, kept.document.url))])[0]
    except CounterclaimError:
        return None
    # Other settings, or another engine: a different reading, not a broken one.
    same = (reading.document.id, reading.document.engine) == (held.document, held.engine)
    return reading if same else None
