"""Polling feeds and pages politely, keeping what changed, telling what is new."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from urllib.parse import urlsplit

import msgspec

from counterclaim.errors import CounterclaimError, FetchError
from counterclaim.fetching import Fetched, Limits, fetch
from counterclaim.reading import Engine, Source
from counterclaim.records import Reading
from counterclaim.store import Entry, Store
from counterclaim.store.watched import Watched, due, follow, note
from counterclaim.watching.feeds import parse_feed
from counterclaim.watching.news import News, news_of
from counterclaim.watching.politeness import Pace, Robots, retry_after, wait_after

__all__ = ["Trouble", "Watcher"]


class Trouble(msgspec.Struct, frozen=True):
    """A page that could not be fetched or read this time, and when it is tried again."""

    url: str
    message: str
    again: str


@dataclass
class Watcher:
    """Watches what a store follows.

    ``clock`` gives the time (UTC); ``sleep`` waits, in seconds, between two requests to one host.
    """

    store: Store
    engine: Engine
    limits: Limits = field(default_factory=Limits)
    pace: Pace = field(default_factory=Pace)
    clock: Callable[[], datetime] = lambda: datetime.now(UTC)
    sleep: Callable[[float], None] = time.sleep
    _asked: dict[str, float] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self._robots = Robots(lambda url: fetch(url, limits=self.limits))

    def follow(self, urls: Iterable[str]) -> int:
        """Watch ``urls`` (feeds or pages) from now on; how many of them are new."""
        return follow(self.store, urls, self._now())

    def poll(self) -> Iterator[News | Trouble]:
        """Ask for everything that is due, once; what a feed lists for the first time is due too."""
        asked: set[str] = set()
        while batch := [one for one in due(self.store, self._now()) if one.url not in asked]:
            for watched in batch:
                asked.add(watched.url)
                yield from self._one(watched)

    def next_due(self) -> datetime | None:
        """When something is to be asked for again; ``None`` if nothing is watched."""
        waiting = due(self.store, "9999")
        return min((datetime.fromisoformat(one.due) for one in waiting), default=None)

    def _one(self, watched: Watched) -> Iterator[News | Trouble]:
        try:
            answer = self._ask(watched)
            if answer.status == 304:
                self._quiet(watched)
            elif answer.status == 200:
                yield from self._changed(watched, answer)
            else:
                yield self._failed(watched, f"status {answer.status}", answer)
        except CounterclaimError as error:
            yield self._failed(watched, str(error), None)

    def _ask(self, watched: Watched) -> Fetched:
        if not self._robots.allows(watched.url):
            raise FetchError("CC610", url=watched.url)
        host = urlsplit(watched.url).netloc
        now = time.monotonic()
        wait = self._asked.get(host, now - self.pace.host) + self.pace.host - now
        if wait > 0:
            self.sleep(wait)
        self._asked[host] = time.monotonic()
        conditions = {"If-None-Match": watched.etag, "If-Modified-Since": watched.modified}
        headers = {name: value for name, value in conditions.items() if value}
        return fetch(watched.url, headers=headers, limits=self.limits)

    def _changed(self, watched: Watched, answer: Fetched) -> Iterator[News]:
        items = parse_feed(answer.body)
        if items is not None:
            self.follow(item.url for item in items)
            new = False
        else:
            news = self._page(watched.url, answer)
            new = news is not None
            yield from news or ()
        noted = replace(
            watched, etag=answer.headers.get("etag"), modified=answer.headers.get("last-modified")
        )
        # A feed is looked at at the same pace always; a page less often while it stays as it is.
        self._quiet(noted, restart=new or items is not None)

    def _page(self, url: str, answer: Fetched) -> list[News] | None:
        """Keep a page; what it tells, or ``None`` where it is the one that is kept already."""
        reading = self.engine.read([self.engine.open(Source(url, answer.body, url))])[0]
        before = self._last(url)
        [added] = self.store.add([Entry(answer.body, reading)], who=reading.document.engine)
        if not added.new:
            return None
        return news_of(before, reading, self.store.ledger(), self._now())

    def _last(self, url: str) -> Reading | None:
        versions = self.store.revisions(url)
        return self.store.reading(versions[-1]) if versions else None

    def _quiet(self, watched: Watched, *, restart: bool = False) -> None:
        quiet = 0 if restart else watched.quiet + 1
        wait = wait_after(quiet, self.pace, None)
        note(self.store, replace(watched, quiet=quiet, failures=0, due=self._later(wait)))

    def _failed(self, watched: Watched, why: str, answer: Fetched | None) -> Trouble:
        header = None if answer is None else answer.headers.get("retry-after")
        failures = watched.failures + 1
        wait = wait_after(failures, self.pace, retry_after(header, self.clock()))
        again = self._later(wait)
        note(self.store, replace(watched, failures=failures, due=again))
        return Trouble(watched.url, why, again)

    def _now(self) -> str:
        return self._later(timedelta(0))

    def _later(self, wait: timedelta) -> str:
        return (self.clock().astimezone(UTC) + wait).isoformat(timespec="milliseconds")
