"""What a user can say about an export."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from counterclaim.exports.view import URN
from counterclaim.records import Count, Ledger

__all__ = ["FatalityPolicy", "Options", "deleted_codes"]

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


def deleted_codes(ledger: Ledger) -> tuple[str, ...]:
    """Codes of incidents that people merged into others or rejected, oldest decision first."""
    gone = [
        str(one.value) if one.kind == "merge" else one.subject
        for one in ledger.decisions
        if one.status == "applied" and one.kind in ("merge", "reject")
    ]
    codes = {one.code for one in ledger.incidents}
    return tuple(
        dict.fromkeys(c for c in gone if c not in codes and not c.startswith(("d-", "r-")))
    )
