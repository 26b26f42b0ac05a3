"""Pages read by several processes side by side.

Half of the work on a page is the encoder's, which threads share well, and half is Python's, which
they do not. Each process reads whole pages with one thread, so that no core waits; what it found
comes back as MessagePack, in the order of the pages.
"""

from __future__ import annotations

import gc
import multiprocessing
import os
import sys
import threading
from collections import deque
from collections.abc import Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from dataclasses import replace
from functools import cache
from multiprocessing.context import BaseContext

import msgspec

from counterclaim.errors import InputError
from counterclaim.reading.collecting import RARELY
from counterclaim.reading.engine import Engine, Outcome, Settings, Source
from counterclaim.records import Reading

__all__ = ["CHUNK", "PAYS_FROM", "processes_for", "read_side_by_side"]

CHUNK = 4
"""Pages handed over at once: their windows are decoded together, and no process works on alone for
long when all pages are given out."""

PAYS_FROM = 32
"""Pages from which on the second that a process takes to start is soon won back."""

_AHEAD = 2
"""Chunks waiting for each process, so that none runs dry and memory stays small."""

_Packed = list[bytes | InputError]


def processes_for(settings: Settings) -> int:
    """How many processes ``settings`` asks for on this machine."""
    return settings.processes or os.cpu_count() or 1


def read_side_by_side(
    batches: Iterator[Sequence[Source]], settings: Settings, processes: int
) -> Iterator[tuple[Sequence[Source], list[Outcome]]]:
    """Each batch with what came of its sources, in order.

    If a process dies (of memory, say), what it had in hand and all that follows is read here.
    """
    waiting: deque[tuple[Sequence[Source], Future[_Packed]]] = deque()
    with ProcessPoolExecutor(processes, starting(), _begin, (settings,)) as pool:
        for batch in batches:
            waiting.append((batch, _submit(pool, settings, batch)))
            if len(waiting) >= processes * _AHEAD:
                yield _finish(*waiting.popleft(), settings)
        while waiting:
            yield _finish(*waiting.popleft(), settings)


def starting() -> BaseContext:
    """How processes start: as copies of this one, where that is safe, or from nothing.

    A copy has all modules and patterns at once, which take half a second to make. Threads do not
    survive being copied, so it is done only where none but this one runs and no encoder was opened.
    """
    alone = threading.active_count() == 1 and "onnxruntime" not in sys.modules
    copied = alone and sys.platform == "linux"
    return multiprocessing.get_context("fork" if copied else "spawn")


def _submit(
    pool: ProcessPoolExecutor, settings: Settings, batch: Sequence[Source]
) -> Future[_Packed]:
    try:
        return pool.submit(_read, settings, batch)
    except BrokenProcessPool as error:
        failed: Future[_Packed] = Future()
        failed.set_exception(error)
        return failed


def _finish(
    batch: Sequence[Source], packed: Future[_Packed], settings: Settings
) -> tuple[Sequence[Source], list[Outcome]]:
    try:
        found = packed.result()
    except BrokenProcessPool:
        return batch, _engine(settings).try_all(batch)
    decode = msgspec.msgpack.Decoder(Reading).decode
    return batch, [each if isinstance(each, InputError) else decode(each) for each in found]


def _begin(settings: Settings) -> None:
    """Open model and tables; the collector of garbage need not walk through them ever after."""
    # What a copied process was given is not its own to clean up.
    gc.freeze()
    engine = _engine(replace(settings, threads=1))
    engine.name, engine.knowledge, engine.gazetteer  # noqa: B018 - each is opened when asked for
    gc.collect()
    gc.freeze()
    gc.set_threshold(RARELY, *gc.get_threshold()[1:])


def _read(settings: Settings, batch: Sequence[Source]) -> _Packed:
    """What a process does with a batch."""
    encode = msgspec.msgpack.Encoder().encode
    outcomes = _engine(replace(settings, threads=1)).try_all(batch)
    return [each if isinstance(each, InputError) else encode(each) for each in outcomes]


@cache
def _engine(settings: Settings) -> Engine:
    """The engine of this process."""
    return Engine(settings)
