"""``counterclaim seal``: the head of the audit chain, to be time-stamped elsewhere."""

from __future__ import annotations

from pathlib import Path

import click

from counterclaim.cli.output import write_output
from counterclaim.cli.stores import coded_errors, store_option
from counterclaim.store import Store
from counterclaim.store.audit import GENESIS, canonical_json


@click.command()
@click.option(
    "--output", "-o", type=click.Path(dir_okay=False, path_type=Path), help="Write to this file."
)
@store_option
@coded_errors
def seal(output: Path | None, url: str) -> None:
    """Write the hash that seals everything up to now.

    Whoever holds this line, dated by a third party, can show that nothing before it was changed:
    `verify --seal FILE` compares.
    """
    store = Store.open(url)
    last = None
    for row in store.chain():
        last = row
    store.close()
    sealed = {
        "hash": GENESIS if last is None else last.hash,
        "rows": 0 if last is None else last.seq,
        "at": None if last is None else last.at,
    }
    write_output(output, lambda stream: stream.write(canonical_json(sealed) + "\n"))
