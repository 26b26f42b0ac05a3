"""``counterclaim add`` and ``counterclaim reread``: pages into the store."""

from __future__ import annotations

import dataclasses
import hashlib
import sys
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path

import click
import msgspec

from counterclaim.cli.pages import (
    NONE_READ,
    SOME_FAILED,
    page_options,
    report,
    table_options,
)
from counterclaim.cli.sources import PAUSE, STANDARD_INPUT, Found, Kept, Unchanged, find_each
from counterclaim.cli.stores import coded_errors, progress, store_option
from counterclaim.deriving import read_anew
from counterclaim.errors import InputError
from counterclaim.reading import Engine, Settings, Source
from counterclaim.records import Problem
from counterclaim.store import Entry, Store
from counterclaim.store.incident_index import bring_up_to_date, is_current


@click.command()
@click.argument("pages", nargs=-1, required=True)
@page_options
@click.option(
    "--pause", default=PAUSE, show_default=True, help="Seconds between two requests to one host."
)
@store_option
@coded_errors
def add(
    pages: tuple[str, ...],
    settings: Settings,
    quiet: bool,
    pause: float,
    url: str,
) -> None:
    """Read PAGES and keep them in the store, one transaction a page.

    PAGES are files, folders, web archives, addresses, and feeds (RSS, Atom, JSON Feed, OPML; files
    or addresses), whose entries are fetched as robots.txt allows. What cannot be read is named and
    stops nothing else. A line is printed for a page once it is safely kept, so that an interrupted
    run can be repeated: what is kept already is not read again, and of a feed only what is newer.
    """
    store = Store.open(url)
    adder = _Adder(store, Engine(settings), quiet=quiet)
    for found in find_each(pages, settings.max_bytes, pause=pause, known=adder.known):
        adder.take(found)
    _group(store, quiet=quiet)
    store.close()
    adder.sum_up()


@click.command()
@table_options
@click.option("--quiet", "-q", is_flag=True, help="No progress.")
@store_option
@coded_errors
def reread(gazetteer: Path | None, actors: Path | None, quiet: bool, url: str) -> None:
    """Read every kept page again with this engine, for instance after an upgrade.

    Readings are added; the older engine's stay as they are.
    """
    store = Store.open(url)
    number = 0
    with progress("Reading again", 0 if quiet else len(store.newest())) as done:
        for added in read_anew(store, Engine(Settings(gazetteer=gazetteer, actors=actors))):
            number += 1
            if done is None:
                click.echo(f"added  {added.held.document}  {added.held.page}")
            else:
                done(1)
    _group(store, quiet=quiet)
    store.close()
    click.echo(f"{number} read again", err=True)


@dataclass
class _Adder:
    """Keeps what is found, one page after the other, and counts what came of it."""

    store: Store
    engine: Engine
    quiet: bool
    outcomes: Counter[str] = field(default_factory=Counter)

    def known(self, url: str) -> Kept | None:
        """What is kept of the page at ``url``."""
        seen = self.store.last_seen(url)
        return None if seen is None else Kept(seen.at, seen.headers)

    def take(self, found: Found) -> None:
        """Keep one page and say what became of it."""
        if isinstance(found, Problem):
            report([found], quiet=self.quiet)
            self.outcomes["not read" if found.severity == "error" else "passed over"] += 1
            return
        try:
            outcome, document, page = (
                self._unchanged(found) if isinstance(found, Unchanged) else self._add(found)
            )
        except InputError as error:
            click.echo(str(error), err=True)
            self.outcomes["not read"] += 1
            return
        self.outcomes[outcome] += 1
        click.echo(f"{outcome}  {document}  {page}")

    def _unchanged(self, found: Unchanged) -> tuple[str, str, str]:
        seen = self.store.last_seen(found.url)
        held = self.store.find(found.url)
        if found.answer is not None and seen is not None:
            capture = self.store.reading(held).capture
            again = {"retrieved": found.answer.retrieved, "headers": found.answer.headers}
            capture = msgspec.structs.replace(capture, **again)
            self.store.see(seen.document, capture, found.url, who=self.engine.name)
        return "known", held.document, found.url

    def _add(self, source: Source) -> tuple[str, str, str]:
        if source.name == STANDARD_INPUT:
            # What comes through a pipe is no later version of what came before.
            digest = hashlib.sha256(source.read()).hexdigest()[:12]
            source = dataclasses.replace(source, name=f"{STANDARD_INPUT} {digest}")
        page = self.engine.open(source)
        document = page.document
        where = document.url or document.name
        if self.store.knows(document.id, self.engine.name):
            self.store.see(document.id, page.capture, where, who=self.engine.name)
            return "known", document.id, where
        [reading] = self.engine.read([page])
        [added] = self.store.add([Entry(source.read(), reading)], who=reading.document.engine)
        report(reading.problems, quiet=self.quiet)
        return "added", added.held.document, added.held.page

    def sum_up(self) -> None:
        """Say how many, and end with the exit code for it."""
        kept = self.outcomes["added"] + self.outcomes["known"]
        told = ", ".join(f"{n} {what}" for what, n in sorted(self.outcomes.items()))
        if sum(self.outcomes.values()) > 1 and not self.quiet:
            click.echo(told, err=True)
        if not kept:
            sys.exit(NONE_READ)
        if self.outcomes["not read"]:
            sys.exit(SOME_FAILED)


def _group(store: Store, *, quiet: bool) -> None:
    """Bring the incidents up to date, so that searching need not."""
    if not is_current(store):
        if sys.stderr.isatty() and not quiet:
            click.echo("grouping what was read into incidents …", err=True)
        bring_up_to_date(store)
