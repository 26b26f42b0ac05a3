"""How often Python looks for garbage while pages are read."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager

__all__ = ["RARELY", "rarely_collected"]

RARELY = 50_000
"""Objects made since the last look, less those gone, from which on another is worth its time.

A page's pieces, words and matches are thousands of small objects that hold no cycles; with
Python's own 700, one seventh of the time went into looking at them.
"""


@contextmanager
def rarely_collected() -> Iterator[None]:
    """Let the collector of garbage look more rarely; nothing changes where it is off or rarer."""
    before = gc.get_threshold()
    if not 0 < before[0] < RARELY:
        yield
        return
    gc.set_threshold(RARELY, *before[1:])
    try:
        yield
    finally:
        gc.set_threshold(*before)
