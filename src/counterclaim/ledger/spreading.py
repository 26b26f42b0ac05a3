"""Who does the parts of a ledger that need nothing of each other."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Protocol, TypeVar

__all__ = ["Spread", "in_order"]

_T = TypeVar("_T")
_R = TypeVar("_R")


class Spread(Protocol):
    """Does pure work on each of some items; results in the order of the items.

    Several processes may share it (``reading.sharing``): what the work leaves behind but its
    result is lost.
    """

    def __call__(self, work: Callable[[_T], _R], items: Sequence[_T], /) -> list[_R]:
        """``work`` of each item."""


def in_order(work: Callable[[_T], _R], items: Sequence[_T], /) -> list[_R]:
    """Here, one after the other."""
    return [work(item) for item in items]
