"""``counterclaim watch``: feeds and pages, polled politely."""

from __future__ import annotations

import time
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from textwrap import indent
from typing import IO

import click
import msgspec

from counterclaim.cli.network import limits
from counterclaim.cli.output import write_output
from counterclaim.cli.sources import PAUSE
from counterclaim.cli.stores import coded_errors, store_option
from counterclaim.errors import InputError, OptionError
from counterclaim.reading import Engine, Settings
from counterclaim.store import Store
from counterclaim.store.incident_index import bring_up_to_date
from counterclaim.store.told import last_told
from counterclaim.watching import News, Pace, Watcher, atom_feed, json_feed, parse_opml

KEPT_NEWS = 500
"""Entries that the written feeds hold at most."""


@click.command()
@click.argument("sources", nargs=-1)
@click.option("--every", default=300.0, show_default=True, help="Seconds between polls of a page.")
@click.option(
    "--pause", default=PAUSE, show_default=True, help="Seconds between two requests to one host."
)
@click.option("--once", is_flag=True, help="Ask for everything that is due, once, and stop.")
@click.option("--atom", type=click.Path(dir_okay=False, path_type=Path), help="Write an Atom feed.")
@click.option("--json", "feed", type=click.Path(dir_okay=False, path_type=Path), help="JSON Feed.")
@store_option
@coded_errors
def watch(
    sources: tuple[str, ...],
    every: float,
    pause: float,
    once: bool,
    atom: Path | None,
    feed: Path | None,
    url: str,
) -> None:
    """Watch SOURCES (addresses of feeds and pages, or an OPML file) and tell what is new.

    What is watched is remembered in the store: without SOURCES, watching goes on where it stopped.
    """
    store = Store.create(url)
    settings = Settings()
    pace = Pace(every=every, host=pause)
    watcher = Watcher(store, Engine(settings), limits(settings.max_bytes), pace)
    watcher.follow(address for source in sources for address in _addresses(source))
    if watcher.next_due() is None:
        raise OptionError("CC214")
    while True:
        for item in watcher.poll():
            if isinstance(item, News):
                click.echo(_line(item))
            else:
                click.echo(f"{item.message} (again at {item.again})", err=True)
        _write_feeds(store, atom, feed)
        bring_up_to_date(store)
        if once or not _wait(watcher):
            break
    store.close()


def _write_feeds(store: Store, atom: Path | None, feed: Path | None) -> None:
    """The latest news, also of earlier runs: who reads them looks in only now and then."""
    if atom is None and feed is None:
        return
    told = [msgspec.json.decode(body, type=News) for body in last_told(store, KEPT_NEWS)]
    for path, write in ((atom, atom_feed), (feed, json_feed)):
        if path is not None:
            write_output(path, partial(_write, write(told).decode()))


def _write(text: str, stream: IO[str]) -> None:
    stream.write(text)


def _addresses(source: str) -> list[str]:
    path = Path(source)
    if not path.is_file():
        return [source]
    found = parse_opml(path.read_bytes())
    if not found:
        raise InputError("CC107", name=path)
    return found


def _line(news: News) -> str:
    return f"{news.at}  {news.kind}  {news.title}\n{indent(news.text, '  ')}\n  {news.page}"


def _wait(watcher: Watcher) -> bool:
    """Sleep until something is due; false if nothing ever will be."""
    due = watcher.next_due()
    if due is None:
        return False
    time.sleep(max(0.0, (due - datetime.now(UTC)).total_seconds()))
    return True
