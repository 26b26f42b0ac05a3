"""``counterclaim dossier``: pages in, one HTML (or JSON) file for people out."""

from __future__ import annotations

from pathlib import Path

import click

from counterclaim.cli.output import write_output
from counterclaim.cli.pages import finish, page_options, read_for_command
from counterclaim.dossier import build_dossier, render_html, render_json
from counterclaim.reading import Settings


@click.command()
@page_options
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
    published: str | None,
    gazetteer: Path | None,
    max_bytes: int,
    quiet: bool,
    output: Path,
    title: str | None,
) -> None:
    """Read PAGES (files, folders, archives, addresses, or -) and write the dossier of the incident.

    The file needs no network and can be printed.
    """
    settings = Settings(published=published, gazetteer=gazetteer, max_bytes=max_bytes)
    ledger = read_for_command(pages, settings, quiet=quiet)
    view = build_dossier(ledger, title=title)
    text = render_json(view) if output.suffix.lower() == ".json" else render_html(view)
    write_output(output, lambda stream: stream.write(text) and None)
    if not quiet:
        click.echo(f"{output}: {_summary(len(ledger.readings), len(ledger.incidents))}", err=True)
    finish(ledger)


def _summary(pages: int, incidents: int) -> str:
    def plural(number: int, noun: str) -> str:
        return f"{number} {noun}{'' if number == 1 else 's'}"

    return f"{plural(pages, 'page')}, {plural(incidents, 'incident')}"
