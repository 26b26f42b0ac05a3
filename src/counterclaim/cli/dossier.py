"""``counterclaim dossier``: pages in, one HTML (or JSON) file for people out."""

from __future__ import annotations

import re
from pathlib import Path

import click

from counterclaim.cli.output import write_output
from counterclaim.cli.pages import contents, finish, page_options, read_for_command
from counterclaim.cli.stores import coded_errors, store_option
from counterclaim.dossier import build_dossier, render_html, render_json
from counterclaim.reading import Settings
from counterclaim.records import Ledger

INCIDENT = re.compile(r"(?:\d{4}-\d{2}-\d{2}|undated)-[0-9a-f]{6}|i-[0-9a-f]{16}")
"""A code or an id of an incident."""


@click.command()
@click.argument("pages", nargs=-1, required=True)
@page_options
@store_option
@click.option(
    "--output",
    "-o",
    type=click.Path(dir_okay=False, path_type=Path),
    default=Path("dossier.html"),
    show_default=True,
    help="The file to write; a name that ends in .json gets JSON.",
)
@click.option("--title", help="Heading of the dossier; by default made from the claims.")
def dossier(
    pages: tuple[str, ...],
    settings: Settings,
    quiet: bool,
    output: Path,
    title: str | None,
    url: str,
) -> None:
    """Read PAGES (files, folders, archives, addresses, or -) and write the dossier of the incident.

    The code of an incident in a store (list them with: incidents), also one that it had earlier,
    gives the dossier of what the store holds of it, with people's decisions in effect. The file
    needs no network and can be printed.
    """
    if _is_incident(pages):
        ledger = _stored(url, pages[0])
    else:
        ledger = read_for_command(pages, settings, quiet=quiet)
    view = build_dossier(ledger, title=title)
    text = render_json(view) if output.suffix.lower() == ".json" else render_html(view)
    write_output(output, lambda stream: stream.write(text))
    if not quiet:
        click.echo(f"{output}: {contents(len(ledger.readings), len(ledger.incidents))}", err=True)
    finish(ledger)


def _is_incident(pages: tuple[str, ...]) -> bool:
    """Whether PAGES is no page but the code of an incident, or anything that --store is given."""
    given = click.get_current_context().get_parameter_source("url")
    if given is click.core.ParameterSource.COMMANDLINE:
        return True
    return len(pages) == 1 and bool(INCIDENT.fullmatch(pages[0])) and not Path(pages[0]).exists()


@coded_errors
def _stored(url: str, incident: str) -> Ledger:
    # Imported here: a dossier of files needs no database.
    from counterclaim.store import Store
    from counterclaim.store.incident_index import incident_in
    from counterclaim.store.incidents import narrow

    store = Store.open(url)
    found = narrow(*incident_in(store, incident))
    store.close()
    return found
