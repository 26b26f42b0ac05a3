"""``counterclaim export``: the ledger in the formats of the field."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import click

from counterclaim.cli.output import write_output
from counterclaim.cli.pages import finish, page_options, read_for_command
from counterclaim.cli.stores import coded_errors
from counterclaim.errors import OptionError
from counterclaim.exports.options import FatalityPolicy, Options
from counterclaim.exports.registry import FORMATS
from counterclaim.exports.view import URN
from counterclaim.reading import Settings
from counterclaim.records import Ledger

ABOUT = "\b\nFormats:\n" + "\n".join(f"  {n:15} {form.about}" for n, form in FORMATS.items())


@click.command(epilog=ABOUT)
@click.argument("pages", nargs=-1)
@page_options
@click.option("--store", "url", metavar="URL", help="Export this store's newest readings instead.")
@click.option(
    "--format",
    "form",
    required=True,
    metavar="FORMAT",
    type=click.Choice(sorted(FORMATS)),
    help="One of those below.",
)
@click.option(
    "--output",
    "-o",
    type=click.Path(path_type=Path),
    help="A file; for acled, airwars and brat a folder.",
)
@click.option("--base", default=URN, show_default=True, help="What permalinks begin with.")
@click.option(
    "--fatalities",
    type=click.Choice(["none", "low", "best", "high"]),
    default="none",
    show_default=True,
    help="Which figure fills a column that wants one number; by default it stays empty.",
)
@coded_errors
def export(
    pages: tuple[str, ...],
    published: str | None,
    gazetteer: Path | None,
    max_bytes: int,
    quiet: bool,
    url: str | None,
    form: str,
    output: Path | None,
    base: str,
    fatalities: FatalityPolicy,
) -> None:
    """Read PAGES, or take a store, and write the ledger in a format of the field."""
    if not pages and url is None:
        raise OptionError("CC209")
    if url is None:
        settings = Settings(published=published, gazetteer=gazetteer, max_bytes=max_bytes, processes=0)
        ledger = read_for_command(pages, settings, quiet=quiet)
    else:
        ledger = _stored(url)
    chosen = FORMATS[form]
    files = chosen.write(ledger, Options(base=base, fatalities=fatalities))
    if chosen.family:
        _write_family(output, form, files)
    else:
        text = files[""].decode()
        write_output(output, lambda stream: stream.write(text))
    finish(ledger)


def _stored(url: str) -> Ledger:
    # Imported here: pages need no database.
    from counterclaim.store import Store

    store = Store.open(url)
    ledger = store.ledger()
    store.close()
    return ledger


def _write_family(folder: Path | None, form: str, files: Mapping[str, bytes]) -> None:
    if folder is None:
        raise OptionError("CC210", form=form)
    folder.mkdir(parents=True, exist_ok=True)
    for name, data in files.items():
        text = data.decode()
        write_output(folder / name, lambda stream, text=text: stream.write(text))  # type: ignore[misc]
