"""``counterclaim verify``: does everything in a store hold?"""

from __future__ import annotations

import sys
from pathlib import Path

import click

from counterclaim.cli.pages import table_options
from counterclaim.cli.stores import coded_errors, progress, store_option
from counterclaim.deriving import Deriver
from counterclaim.reading import Engine, Settings
from counterclaim.store import Store
from counterclaim.store import verify as findings
from counterclaim.store.verify import check_seal, seal_of


def _engine(gazetteer: Path | None, actors: Path | None) -> Engine:
    return Engine(Settings(gazetteer=gazetteer, actors=actors))


@click.command()
@click.option(
    "--derive/--no-derive",
    default=True,
    show_default=True,
    help="Read every capture again and compare, or only check hashes (fast).",
)
@table_options
@click.option(
    "--seal",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    help="A file that `seal` wrote: check that nothing before it was changed.",
)
@store_option
@coded_errors
def verify(
    derive: bool, gazetteer: Path | None, actors: Path | None, seal: Path | None, url: str
) -> None:
    """Check bytes, rows, decisions and the audit chain; exit 0 only if all of it holds.

    What does not hold is named, the first broken row first.
    """
    store = Store.open(url)
    readings = len(store.held())
    broken = 0
    with progress("Reading again", readings if derive else 0) as seen:
        deriver = Deriver(_engine(gazetteer, actors), seen) if derive else None
        for finding in findings(store, deriver):
            click.echo(f"{finding.table} {finding.row}: {finding.why}")
            broken += 1
    if seal is not None:
        for finding in check_seal(store, seal_of(seal.read_bytes(), str(seal))):
            click.echo(f"{finding.table} {finding.row}: {finding.why}")
            broken += 1
    store.close()
    if deriver is not None and deriver.skipped:
        click.echo(
            f"{deriver.skipped} readings were made by another engine or with another "
            "--gazetteer or --actors: hashes checked, not derived"
        )
    click.echo(f"{readings} readings: {'all of it holds' if not broken else f'{broken} findings'}")
    sys.exit(1 if broken else 0)
