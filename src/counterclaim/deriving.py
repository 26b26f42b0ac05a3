"""Kept captures read again: to prove that they give the same rows, or by a newer engine."""

from __future__ import annotations

import copy
from collections.abc import Callable, Iterator
from dataclasses import replace

import msgspec

from counterclaim.errors import CounterclaimError
from counterclaim.reading import Engine, Source
from counterclaim.records import Reading
from counterclaim.store import Added, Entry, Held, Store

__all__ = ["Deriver", "derive", "read_anew"]


def derive(engine: Engine, data: bytes, kept: Reading) -> Reading:
    """What ``engine`` reads in the capture that ``kept`` was read from, settings as they were.

    Raises:
        InputError: if the bytes cannot be read any more.
    """
    before = kept.document
    published = before.published.value if before.published.evidence == "option" else None
    page = _as_before(engine, published, len(data)).open(Source(before.name, data, before.url))
    reading = engine.read([page])[0]
    # When and how a page came in is not read from its bytes.
    return msgspec.structs.replace(reading, capture=kept.capture)


def _as_before(engine: Engine, published: str | None, size: int) -> Engine:
    """The engine under other settings; the model is not loaded again."""
    other = copy.copy(engine)
    other.settings = replace(engine.settings, published=published, max_bytes=max(1, size))
    return other


class Deriver:
    """Reads captures again for :func:`counterclaim.store.verify`; counts what it cannot.

    ``skipped`` is the number of readings made by another engine than this one; ``seen`` is called
    after each reading.
    """

    def __init__(self, engine: Engine, seen: Callable[[int], None] | None = None) -> None:
        self.skipped = 0
        self._engine = engine
        self._seen = seen

    def __call__(self, data: bytes, held: Held, kept: Reading) -> Reading | None:
        """What the capture gives now, ``None`` where another engine had read it."""
        if self._seen is not None:
            self._seen(1)
        if held.engine != self._engine.name:
            self.skipped += 1
            return None
        try:
            return derive(self._engine, data, kept)
        except CounterclaimError:
            return msgspec.structs.replace(kept, statements=[], blocks=[])


def read_anew(store: Store, engine: Engine) -> Iterator[Added]:
    """Every kept document read by ``engine``, one transaction each; nothing is rewritten.

    What it has read already is passed over, so an interrupted run can be repeated.
    """
    newest = {held.document: held for held in store.held()}
    for held in newest.values():
        if store.knows(held.document, engine.name):
            continue
        data = store.data(held.sha256)
        reading = derive(engine, data, store.reading(held))
        yield store.add([Entry(data, reading)], who=engine.name)[0]
