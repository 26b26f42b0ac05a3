"""Numbers of people harmed, origin by origin, and the range of what still stands."""

from __future__ import annotations

from collections.abc import Sequence

from counterclaim.dossier.claims import Value
from counterclaim.dossier.decided import with_pick
from counterclaim.dossier.matrix import Table
from counterclaim.dossier.model import Toll, TollBar
from counterclaim.dossier.timeline import said_or_published
from counterclaim.dossier.wording import FIELDS, HARMS
from counterclaim.records import Account, Count, Incident

__all__ = ["build_toll", "build_tolls"]

ALL = frozenset({None, "", "people"})
"""Groups that name nobody in particular."""


def build_tolls(table: Table, incident: Incident | None) -> list[Toll]:
    """The tolls of every harm that anybody gives a figure of, with what a person picked."""
    found = (build_toll(table, harm) for harm in HARMS)
    return [with_pick(toll, incident) for toll in found if toll is not None]


def build_toll(table: Table, harm: str) -> Toll | None:
    """All origins' figures for one harm; parts of a total and denied figures are left out."""
    told = _told_once(table, [(a, v) for a in table.accounts for v in _figures(table, a, harm)])
    if not told:
        return None
    groups = {_group(v) for _, v in told}
    bars = [_bar(table, account, value, named=len(groups) > 1) for account, value in told]
    low, high = _range([v for a, v in told if table.superseding(a, v) is None])
    return Toll(harm=harm, label=FIELDS[harm], low=low, high=high, bars=bars)


def _told_once(table: Table, told: Sequence[tuple[Account, Value]]) -> list[tuple[Account, Value]]:
    """Without a party's own figure where one of its organs gives the same."""
    party = table.index.account_party
    organs = {(party(a), v.label) for a, v in told if not table.whole(a)}
    return [(a, v) for a, v in told if not (table.whole(a) and (party(a), v.label) in organs)]


def _figures(table: Table, account: Account, harm: str) -> list[Value]:
    """Each interval once a group; one of nobody in particular gives way to a group's."""
    kept: dict[tuple[str, str], Value] = {}
    for value in table.values[account.id]:
        count = value.count
        if value.field == harm and count is not None and _is_toll(count) and not value.denied:
            kept.setdefault((value.label, _group(value)), value)
    grouped = {label for label, group in kept if group}
    return [v for (label, group), v in kept.items() if group or label not in grouped]


def _is_toll(count: Count) -> bool:
    """Whether a number is of all whom one deed harmed, as far as its source knew."""
    return count.part_of is None and count.extent == "incident"


def _group(value: Value) -> str:
    group = value.count.group if value.count else None
    return "" if group in ALL else group or ""


def _bar(table: Table, account: Account, value: Value, *, named: bool) -> TollBar:
    count = value.count
    earliest, latest = said_or_published(table.index, account.versions[value.version])
    return TollBar(
        origin=table.index.name(account.origin),
        party=table.index.party_number(table.index.account_party(account)),
        label=value.label,
        low=count.low if count else 0,
        high=count.high if count else None,
        anchor=table.index.anchor(value.record.id),
        group=_group(value) if named else "",
        superseded=table.superseding(account, value) is not None,
        earliest=earliest,
        latest=latest,
    )


def _range(values: Sequence[Value]) -> tuple[int, int | None]:
    """From the smallest figure anyone gives to the largest; ``None``: somebody leaves it open."""
    counts = [v.count for v in values if v.count is not None]
    if not counts:
        return 0, 0
    lows = [c.low or c.high or 0 for c in counts]
    open_above = any(c.high is None and c.low >= max(x.high or 0 for x in counts) for c in counts)
    return min(lows), None if open_above else max(c.high or c.low for c in counts)
