"""What a user can say about an export."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Literal

from counterclaim.exports.view import URN
from counterclaim.records import Count, Ledger

__all__ = ["FatalityPolicy", "Options", "deleted_codes", "deleted_when"]

FatalityPolicy = Literal["none", "low", "best", "high", "suggested"]


@dataclass(frozen=True)
class Options:
    """Settings of an export.

    Attributes:
        base: what permalinks begin with.
        fatalities: which bound of the figures fills a column that wants one number. ``none`` leaves
            it empty: a number is a coder's decision, not ours. ``suggested`` is the likeliest of
            the incident's own toll, which weighs what all of its pages say.
        deleted: codes that were exported before and are no more; see :func:`deleted_codes`.
        deleted_when: of these, when (ISO 8601) they ceased to be, where that is known.
    """

    base: str = URN
    fatalities: FatalityPolicy = "none"
    deleted: tuple[str, ...] = ()
    deleted_when: Mapping[str, str] = field(default_factory=dict)

    def number(self, counts: list[Count]) -> int | None:
        """One number for ``counts`` of several origins.

        ``None`` under the policy ``none``, and where it is not these that decide (``suggested``).
        """
        if self.fatalities in ("none", "suggested") or not counts:
            return None
        if self.fatalities == "low":
            return min(count.low for count in counts)
        if self.fatalities == "high":
            return max(count.high or count.best or count.low for count in counts)
        best = sorted(count.best or count.low for count in counts)
        return best[len(best) // 2]


def deleted_codes(ledger: Ledger, given: Iterable[str] = ()) -> tuple[str, ...]:
    """Codes that incidents had and that none has any more, those given first before others.

    Merged into others by grouping or by people, rejected, or left without anything that is said.
    ``given`` are all codes that a store ever gave, oldest first; without them only those that the
    ledger itself tells of are known.
    """
    decided = [code for code, _ in _decided(ledger)]
    grouped = [code for one in ledger.incidents for code in one.previous_codes]
    codes = {one.code for one in ledger.incidents}
    gone = dict.fromkeys((*given, *grouped, *decided))
    return tuple(c for c in gone if c not in codes and not c.startswith(("d-", "r-")))


def deleted_when(ledger: Ledger, ended: Mapping[str, str]) -> dict[str, str]:
    """When codes ceased to be: when a person decided it, else as a store tells (``ended``)."""
    return {**ended, **dict(_decided(ledger))}


def _decided(ledger: Ledger) -> list[tuple[str, str]]:
    """Codes that people merged into others or rejected, and when."""
    return [
        (str(one.value) if one.kind == "merge" else one.subject, one.at)
        for one in ledger.decisions
        if one.status == "applied" and one.kind in ("merge", "reject")
    ]
