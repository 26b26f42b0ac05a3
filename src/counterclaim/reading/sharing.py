"""The ledger's parts put together by copies of this process, side by side.

When all pages are read the processes that read them are done, and what is left would be one
process's work. A copy has everything at hand already, so that only results travel.
"""

from __future__ import annotations

import gc
import multiprocessing
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from multiprocessing.connection import Connection
from typing import TypeVar

from counterclaim.ledger import Spread, in_order
from counterclaim.reading.parallel import starting

__all__ = ["MANY", "Copies", "spread_over"]

MANY = 64
"""Items from which on a copy, which takes some hundredths of a second to make, is won back."""

_T = TypeVar("_T")
_R = TypeVar("_R")


def spread_over(processes: int) -> Spread:
    """Who does the ledger's parts where ``processes`` may work at once."""
    return Copies(processes) if processes > 1 else in_order


@dataclass(frozen=True)
class Copies:
    """Does work in this process and in copies of it, ``processes`` in all.

    Where this process cannot be copied safely, or there is little to do, it is done here alone;
    the results are the same.
    """

    processes: int

    def __call__(self, work: Callable[[_T], _R], items: Sequence[_T], /) -> list[_R]:
        """``work`` of each item; what a copy fails in is done here, so that errors are raised."""
        if len(items) < MANY or starting().get_start_method() != "fork":
            return in_order(work, items)
        # Neighbours are alike: dealt out one by one, every process gets of all kinds.
        shares = [items[first :: self.processes] for first in range(self.processes)]
        begun = [_begin(work, share) for share in shares[1:]]
        results = [in_order(work, shares[0])]
        for (copy, answer), share in zip(begun, shares[1:], strict=True):
            found = _received(answer)
            copy.join()
            results.append(in_order(work, share) if found is None else found)
        return [results[at % self.processes][at // self.processes] for at in range(len(items))]


def _begin(
    work: Callable[[_T], _R], share: Sequence[_T]
) -> tuple[multiprocessing.process.BaseProcess, Connection[object, list[_R] | None]]:
    """A copy at work, and where its results come from."""
    context = multiprocessing.get_context("fork")
    answer, told = context.Pipe(duplex=False)
    copy = context.Process(target=_tell, args=(told, work, share), daemon=True)
    copy.start()
    # Only the copy may hold the end that tells: its death is seen by nobody else holding it.
    told.close()
    return copy, answer


def _tell(
    told: Connection[list[_R] | None, object], work: Callable[[_T], _R], share: Sequence[_T]
) -> None:
    """What a copy does."""
    # What was copied is not its own to clean up.
    gc.freeze()
    try:
        told.send(in_order(work, share))
    except Exception:  # noqa: BLE001 - it is raised where the work is done again
        told.send(None)


def _received(answer: Connection[object, list[_R] | None]) -> list[_R] | None:
    """A copy's results, ``None`` where it failed or died."""
    try:
        with answer:
            return answer.recv()
    except (EOFError, OSError):
        return None
