"""What a user can say about an export."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from counterclaim.exports.view import URN
from counterclaim.records import Count

__all__ = ["FatalityPolicy", "Options"]

FatalityPolicy = Literal["none", "low", "best", "high"]


@dataclass(frozen=True)
class Options:
    """Settings of an export.

    Attributes:
        base: what permalinks begin with.
        fatalities: which bound of the figures fills a column that wants one number. ``none`` leaves
            it empty: a number is a coder's decision, not ours.
        deleted: codes that were exported before and are no more (merged away or rejected).
    """

    base: str = URN
    fatalities: FatalityPolicy = "none"
    deleted: tuple[str, ...] = ()

    def number(self, counts: list[Count]) -> int | None:
        """One number for ``counts`` of several origins, or ``None`` under the policy ``none``."""
        if self.fatalities == "none" or not counts:
            return None
        if self.fatalities == "low":
            return min(count.low for count in counts)
        if self.fatalities == "high":
            return max(count.high or count.best or count.low for count in counts)
        best = sorted(count.best or count.low for count in counts)
        return best[len(best) // 2]
