"""Polling feeds and pages politely, keeping what changed, telling what is new."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from itertools import groupby
from operator import attrgetter

import msgspec

from counterclaim.errors import CounterclaimError
from counterclaim.fetching import Fetched, Limits
from counterclaim.reading import Engine, Source
from counterclaim.store import Entry, Store
from counterclaim.store.incident_index import grouped_up_to, is_current, ledger_of
from counterclaim.store.told import keep_told, told_of
from counterclaim.store.watched import Watched, due, follow, note
from counterclaim.watching.feeds import parse_feed
from counterclaim.watching.news import News, contradictions_of, news_of
from counterclaim.watching.politeness import Pace, retry_after, wait_after
from counterclaim.watching.visiting import Visitor

__all__ = ["Trouble", "Watcher"]

_page = attrgetter("page")


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

    def __post_init__(self) -> None:
        self._read: set[str] = set()
        self._visitor = Visitor(self.limits, self.pace.host, lambda wait: self.sleep(wait))

    def follow(self, urls: Iterable[str]) -> int:
        """Watch ``urls`` (feeds or pages) from now on; how many of them are new."""
        return follow(self.store, urls, self._now())

    def poll(self) -> Iterator[News | Trouble]:
        """Ask for everything that is due, once; what a feed lists for the first time is due too.

        What a page claims, or says otherwise, is told when it was read; what contradicts what when
        all was asked for, since all pages together show that: incidents are grouped once for all
        pages that changed, not once for each. What a poll that broke off did not come to tell of,
        the next one does.
        """
        asked: set[str] = set()
        while batch := [one for one in due(self.store, self._now()) if one.url not in asked]:
            for watched in batch:
                asked.add(watched.url)
                yield from self._one(watched)
        yield from self._contradictions()

    def next_due(self) -> datetime | None:
        """When something is to be asked for again; ``None`` if nothing is watched."""
        waiting = due(self.store, "9999")
        return min((datetime.fromisoformat(one.due) for one in waiting), default=None)

    def _one(self, watched: Watched) -> Iterator[News | Trouble]:
        try:
            answer = self._ask(watched)
            if answer.status == 304:
                self._same(watched, answer)
            elif answer.status == 200:
                yield from self._changed(watched, answer)
            else:
                yield self._failed(watched, f"{watched.url}: status {answer.status}", answer)
        except CounterclaimError as error:
            yield self._failed(watched, str(error), None)

    def _ask(self, watched: Watched) -> Fetched:
        conditions = {"If-None-Match": watched.etag, "If-Modified-Since": watched.modified}
        headers = {name: value for name, value in conditions.items() if value}
        return self._visitor.get(watched.url, headers)

    def _same(self, watched: Watched, answer: Fetched) -> None:
        """It says what it said: worth keeping, since a change then came later."""
        if not watched.feed and (versions := self.store.versions(answer.url)):
            kept = self.store.reading(versions[-1].held).capture
            seen = msgspec.structs.replace(kept, retrieved=self._now(), headers=answer.headers)
            self.store.see(versions[-1].held.document, seen, answer.url, who=self.engine.name)
        # A feed is looked at at the same pace always; a page less often while it stays as it is.
        self._quiet(watched, restart=watched.feed)

    def _changed(self, watched: Watched, answer: Fetched) -> Iterator[News]:
        items = parse_feed(answer.body, base=answer.url)
        if items is not None:
            self.follow(item.url for item in items)
            new = False
        else:
            news = self._page(answer)
            new = news is not None
            yield from news or ()
        noted = replace(
            watched,
            etag=answer.headers.get("etag"),
            modified=answer.headers.get("last-modified"),
            feed=items is not None,
        )
        self._quiet(noted, restart=new or noted.feed)

    def _page(self, answer: Fetched) -> list[News] | None:
        """Keep a page; what it tells, or ``None`` where it says what it said.

        It is known by where it was found in the end, as `add` has it: feeds lead to pages through
        addresses of others.
        """
        url = answer.url
        source = Source(url, answer.body, url, self._now(), answer.headers)
        page = self.engine.open(source)
        versions = self.store.versions(url)
        before = self.store.reading(versions[-1].held) if versions else None
        last = versions[-1].last if versions else None
        same = before is not None and before.document.id == page.document.id
        if same and self.store.knows(page.document.id, self.engine.name):
            self.store.see(page.document.id, page.capture, url, who=self.engine.name)
            return None
        [reading] = self.engine.read([page])
        self.store.add([Entry(answer.body, reading)], who=reading.document.engine)
        if same:
            return None
        news = news_of(before, reading, self._now(), last)
        self._keep(url, news)
        self._read.add(reading.document.id)
        return news

    def _contradictions(self) -> Iterator[News]:
        """Those of pages read since incidents were grouped last, but for those told before."""
        if not self._read and is_current(self.store):
            return
        known = grouped_up_to(self.store)
        new = {held.document for held in self.store.newest() if held.id > known} | self._read
        if not new:
            return
        ledger = ledger_of(self.store)
        self._read.clear()
        readings = [one for one in ledger.readings if one.document.id in new]
        found = contradictions_of(readings, ledger, self._now())
        for page, news in groupby(sorted(found, key=_page), key=_page):
            told = [msgspec.json.decode(body, type=News) for body in told_of(self.store, page)]
            before = {(one.title, one.text) for one in told}
            untold = [one for one in news if (one.title, one.text) not in before]
            self._keep(page, untold)
            yield from untold

    def _keep(self, page: str, news: Sequence[News]) -> None:
        keep_told(self.store, page, [msgspec.json.encode(one).decode() for one in news])

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
