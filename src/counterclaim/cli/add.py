"""``counterclaim add``: read pages and keep them."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from counterclaim.cli.pages import NONE_READ, SOME_FAILED, page_options, report
from counterclaim.cli.sources import find_all
from counterclaim.cli.stores import coded_errors, store_option
from counterclaim.errors import InputError
from counterclaim.reading import Engine, Settings, Source
from counterclaim.store import Entry, Store


@click.command()
@click.argument("pages", nargs=-1, required=True)
@page_options
@store_option
@coded_errors
def add(
    pages: tuple[str, ...],
    published: str | None,
    gazetteer: Path | None,
    max_bytes: int,
    quiet: bool,
    url: str,
) -> None:
    """Read PAGES and keep them in the store, one transaction a page.

    A line is printed for a page once it is safely kept, so that an interrupted run can be repeated:
    what is kept already is not read into the store twice.
    """
    settings = Settings(published=published, gazetteer=gazetteer, max_bytes=max_bytes)
    engine, store = Engine(settings), Store.open(url)
    sources, problems = find_all(pages, max_bytes)
    report(problems, quiet=quiet)
    added = sum(_add(store, engine, source, quiet=quiet) for source in sources)
    store.close()
    if not added:
        sys.exit(NONE_READ)
    if problems or added < len(sources):
        sys.exit(SOME_FAILED)


def _add(store: Store, engine: Engine, source: Source, *, quiet: bool) -> bool:
    """Keep one page; false if it cannot be read."""
    try:
        data = source.read()
        reading = engine.read([engine.open(source)])[0]
    except InputError as error:
        click.echo(str(error), err=True)
        return False
    [added] = store.add([Entry(data, reading)], who=reading.document.engine)
    click.echo(f"{'added' if added.new else 'known'}  {added.held.document}  {added.held.page}")
    report(reading.problems, quiet=quiet)
    return True
