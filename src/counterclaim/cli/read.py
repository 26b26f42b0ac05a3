"""``counterclaim read``: pages in, records out."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import IO

import click
import msgspec

from counterclaim.cli.output import write_output
from counterclaim.cli.pages import finish, page_options, read_for_command
from counterclaim.cli.table import statement_table
from counterclaim.exports import write_ndjson
from counterclaim.reading import Settings
from counterclaim.records import Ledger


@click.command()
@click.argument("pages", nargs=-1, required=True)
@page_options
@click.option(
    "--format",
    "form",
    type=click.Choice(["ndjson", "json", "table"]),
    help="One record a line, one JSON object, or a table of statements to look at.  "
    "[default: table on a terminal, else ndjson]",
)
@click.option(
    "--output", "-o", type=click.Path(dir_okay=False, path_type=Path), help="Write to this file."
)
def read(
    pages: tuple[str, ...],
    settings: Settings,
    quiet: bool,
    form: str | None,
    output: Path | None,
) -> None:
    """Read PAGES (files, folders, archives, addresses, or -) and write the ledger's records."""
    ledger = read_for_command(pages, settings, quiet=quiet)
    if form is None:
        form = "table" if output is None and sys.stdout.isatty() else "ndjson"
    write_output(output, lambda stream: _write(ledger, form, stream))
    finish(ledger)


def _write(ledger: Ledger, form: str, stream: IO[str]) -> None:
    if form == "ndjson":
        write_ndjson(ledger, stream)
    elif form == "json":
        stream.write(msgspec.json.format(msgspec.json.encode(ledger), indent=1).decode() + "\n")
    else:
        stream.write(statement_table(ledger))
