"""``counterclaim pack``: an incident with everything it rests on, in one file."""

from __future__ import annotations

from pathlib import Path

import click

from counterclaim.cli.stores import coded_errors, store_option
from counterclaim.errors import OutputError
from counterclaim.evidence import write_pack
from counterclaim.store import Store
from counterclaim.store.incident_index import incident_in
from counterclaim.store.incidents import narrow


@click.command()
@click.argument("incident")
@click.option(
    "--output",
    "-o",
    required=True,
    type=click.Path(dir_okay=False, path_type=Path),
    help="The ZIP file to write.",
)
@store_option
@coded_errors
def pack(incident: str, output: Path, url: str) -> None:
    """Write the evidence pack of INCIDENT: dossier, records, tables, pages, manifest."""
    store = Store.open(url)
    ledger = narrow(*incident_in(store, incident))
    captures = {one.capture.sha256: store.data(one.capture.sha256) for one in ledger.readings}
    seen = {one.document: one.added for one in reversed(store.held())}
    store.close()
    try:
        hashes = write_pack(ledger, captures, output, seen)
    except OSError as error:
        raise OutputError("CC501", name=output, reason=error.strerror or "unknown") from error
    click.echo(f"{output}: {len(hashes)} files, {len(captures)} pages")
