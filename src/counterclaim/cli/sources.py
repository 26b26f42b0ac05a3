"""What can be given where a page is asked for: a file, a folder, an archive, a feed, an address."""

from __future__ import annotations

import re
import sys
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from counterclaim.cli.network import limits
from counterclaim.errors import CounterclaimError, FetchError, InputError
from counterclaim.reading import Source, find_sources, problem_of
from counterclaim.reading.batch import warning_of
from counterclaim.reading.engine import is_own
from counterclaim.records import Problem

if TYPE_CHECKING:
    from counterclaim.fetching import Fetched
    from counterclaim.watching import Item, Visitor

ADDRESS = ("http://", "https://")
ARCHIVE = (".warc", ".warc.gz", ".wacz")
FEED = (".xml", ".rss", ".atom", ".rdf", ".json", ".opml")
SCHEME = re.compile(r"[A-Za-z][A-Za-z0-9+.-]{0,30}://")
STANDARD_INPUT = "standard input"
PAUSE = 2.0
"""Seconds between two requests to one host."""

# What fetches and what unpacks archives is imported where it is needed: files need neither.


@dataclass(frozen=True)
class Kept:
    """What is known of a page from before: when it was last seen, and with which headers."""

    seen: str
    headers: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Unchanged:
    """A page that says what it said when it was kept; ``answer`` if it was asked for again."""

    url: str
    answer: Fetched | None = None


Found = Source | Unchanged | Problem
Known = Callable[[str], Kept | None]


def find_all(pages: Sequence[str], max_bytes: int) -> tuple[list[Source], list[Problem]]:
    """The pages that ``pages`` name, in their order, and what cannot be found or fetched."""
    found = list(find_each(pages, max_bytes))
    sources = [one for one in found if isinstance(one, Source)]
    return sources, [one for one in found if isinstance(one, Problem)]


def find_each(
    pages: Sequence[str],
    max_bytes: int,
    *,
    pause: float = PAUSE,
    known: Known = lambda _: None,
) -> Iterator[Found]:
    """One page after the other, each fetched when its turn comes.

    What cannot be found or fetched is a problem and stops nothing else. ``known`` tells of pages
    that were kept before: a feed's entries among them are asked for with conditions, or not at all
    if the feed says that they are older.
    """
    finder = _Finder(max_bytes, pause, known)
    for page in pages:
        try:
            yield from finder.find(page)
        except CounterclaimError as error:
            yield problem_of(page, error)


class _Finder:
    def __init__(self, max_bytes: int, pause: float, known: Known) -> None:
        self._max_bytes = max_bytes
        self._pause = pause
        self._known = known
        self._made: Visitor | None = None

    @property
    def _visitor(self) -> Visitor:
        if self._made is None:
            from counterclaim.watching import Visitor

            self._made = Visitor(limits(self._max_bytes), self._pause)
        return self._made

    def find(self, page: str) -> Iterator[Found]:
        """The pages behind one argument; what cannot be opened is remembered as a problem."""
        if page == "-":
            yield Source(STANDARD_INPUT, sys.stdin.buffer.read())
        elif page.lower().startswith(ADDRESS):
            yield from self._address(page)
        elif page.lower().endswith(ARCHIVE):
            yield from self._archive(page)
        elif page.lower().endswith(FEED):
            yield from self._feed_file(page)
        elif Path(page).is_dir():
            yield from self._folder(Path(page))
        elif Path(page).is_file() and is_own(Path(page)):
            yield warning_of(page, "CC905")
        elif SCHEME.match(page) and not Path(page).exists():
            raise FetchError("CC601", url=page)
        else:
            yield from find_sources(Path(page))

    def _folder(self, folder: Path) -> Iterator[Found]:
        """Its pages and web archives; feeds in it are left alone, since they lead elsewhere."""
        names = (p for p in folder.rglob("*") if p.name.lower().endswith(ARCHIVE) and p.is_file())
        archives = sorted(str(path) for path in names)
        try:
            yield from find_sources(folder)
        except InputError:
            if not archives:
                raise
        for name in archives:
            try:
                yield from self._archive(name)
            except CounterclaimError as error:
                yield problem_of(name, error)

    def _archive(self, page: str) -> Iterator[Source]:
        from counterclaim.fetching.warc import warc_pages

        empty = True
        for one in warc_pages(Path(page), self._max_bytes):
            empty = False
            yield _from(one)
        if empty:
            raise InputError("CC106", name=page)

    def _address(self, url: str) -> Iterator[Found]:
        from counterclaim.watching import parse_feed

        answer = self._visitor.get(url, told_to=True)
        if answer.status != 200:
            raise FetchError("CC607", url=url, reason=f"status {answer.status}")
        items = parse_feed(answer.body, base=answer.url)
        if items is None:
            yield _from(answer)
        else:
            yield from self._entries(items)

    def _feed_file(self, name: str) -> Iterator[Found]:
        from counterclaim.watching import parse_feed, parse_opml

        data = Source(name).read()
        items = parse_feed(data)
        if items is not None:
            yield from self._entries(items)
            return
        feeds = parse_opml(data) if name.lower().endswith(".opml") else []
        if not feeds:
            raise InputError("CC108", name=name)
        for url in feeds:
            try:
                yield from self._address(url)
            except CounterclaimError as error:
                yield problem_of(url, error)

    def _entries(self, items: Sequence[Item]) -> Iterator[Found]:
        for item in items:
            try:
                yield self._entry(item)
            except CounterclaimError as error:
                yield problem_of(item.url, error)

    def _entry(self, item: Item) -> Source | Unchanged:
        from counterclaim.watching import older

        kept = self._known(item.url)
        if kept is not None and older(item.updated, kept.seen):
            return Unchanged(item.url)
        before = {} if kept is None else kept.headers
        conditions = {
            "If-None-Match": before.get("etag"),
            "If-Modified-Since": before.get("last-modified"),
        }
        answer = self._visitor.get(item.url, {k: v for k, v in conditions.items() if v})
        if answer.status == 304:
            return Unchanged(item.url, answer)
        if answer.status != 200:
            raise FetchError("CC607", url=item.url, reason=f"status {answer.status}")
        return _from(answer)


def _from(page: Fetched) -> Source:
    # An archive may hold bytes that have no address (urn:…), and anything else for one.
    name = page.url.replace("\0", "\N{REPLACEMENT CHARACTER}")
    url = name if name.lower().startswith(ADDRESS) else None
    return Source(name, page.body, url, page.retrieved, page.headers)
