"""The four clocks: when it is said to have happened, said, published, and seen by us."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

import msgspec

from counterclaim.dossier.claims import Value
from counterclaim.dossier.index import Index, carrier
from counterclaim.dossier.matrix import Table
from counterclaim.dossier.page_model import Passage, Timeline, TimelineEntry
from counterclaim.dossier.passages import statement_passages, value_passage
from counterclaim.dossier.wording import CLOCKS, FORCES, day, moment_value
from counterclaim.records import Account, AccountVersion, Block, Moment, Reading, Statement

__all__ = ["build_timeline", "said_or_published"]

DAY = re.compile(r"\d{4}-\d\d-\d\d")
"""An update without a time of its own is put on its page's day, if that is all that is known."""


def build_timeline(table: Table, accounts: Sequence[Account]) -> Timeline:
    """Every dated claim, publication, update and capture; what has no date apart.

    ``accounts`` are all of the incident's, whole parties' too: what any of them supersedes is
    drawn as superseded.
    """
    steps = (v for a in accounts for v in a.versions if v.superseded)
    superseded = frozenset(s for v in steps for s in v.statements)
    entries = [*_happened(table), *_said(table, superseded)]
    for reading in table.index.readings.values():
        entries += _published(table.index, reading)
    order = list(CLOCKS)
    entries.sort(key=lambda e: (order.index(e.clock), e.earliest, e.latest))
    return Timeline(entries=entries, undated=list(_undated(table)))


def _times(table: Table) -> Iterator[tuple[Account, Value, Moment]]:
    for account in table.accounts:
        for value in table.values[account.id]:
            if isinstance(value.record, Moment):
                yield account, value, value.record


def _happened(table: Table) -> Iterator[TimelineEntry]:
    index = table.index
    seen: set[tuple[str, str]] = set()
    for account, value, moment in _times(table):
        if moment.earliest is None or (account.id, value.key) in seen:
            continue
        seen.add((account.id, value.key))
        yield TimelineEntry(
            clock="happened",
            earliest=moment.earliest,
            latest=moment.latest or moment.earliest,
            label=moment_value(moment),
            code=index.codes.get(moment.statement or "", ""),
            anchor=index.anchor(moment.id),
            note=moment.span.exact[:28],
            party=index.party_number(index.account_party(account)),
            origin=index.name(account.origin),
            superseded=table.superseding(account, value) is not None,
            passage=_words(index, moment),
        )


def _undated(table: Table) -> Iterator[Passage]:
    for _, _, moment in _times(table):
        if moment.earliest is None:
            yield _words(table.index, moment)


def _words(index: Index, moment: Moment) -> Passage:
    return value_passage(index, moment.id, moment.document, [moment.span], moment.statement)


def _said(table: Table, superseded: frozenset[str]) -> list[TimelineEntry]:
    """Each step of each account, older parts of a page first."""
    found: list[tuple[int, TimelineEntry]] = []
    for account in table.accounts:
        for version in account.versions:
            told = [s for k in version.statements if (s := table.index.statements.get(k))]
            entry = _step(table.index, account, version, told) if told else None
            if entry is not None:
                gone = entry.superseded or told[0].id in superseded
                entry = msgspec.structs.replace(entry, superseded=gone)
                found.append((told[0].sequence or 0, entry))
    found.sort(key=lambda pair: pair[0])
    return [entry for _, entry in found]


def _step(
    index: Index, account: Account, version: AccountVersion, told: Sequence[Statement]
) -> TimelineEntry | None:
    """A step of an account; one whose time is not known stands where it was published."""
    known = _said_at(index, told, version.said)
    earliest, latest = said_or_published(index, version)
    if earliest is None or latest is None:
        return None
    return TimelineEntry(
        clock="said",
        earliest=earliest,
        latest=latest,
        label=day(earliest) if known else f"no later than {day(earliest)}",
        code=index.codes.get(told[0].id, ""),
        anchor=index.anchor(told[0].id),
        note=version.position,
        party=index.party_number(index.account_party(account)),
        origin=f"{index.name(account.origin)} {FORCES[version.position]}",
        superseded=version.superseded,
        passage=statement_passages(index, told[0], width=160)[0],
    )


def said_or_published(index: Index, version: AccountVersion) -> tuple[str | None, str | None]:
    """Earliest and latest time at which a step of an account was said, or else published."""
    told = [s for key in version.statements if (s := index.statements.get(key))]
    known = _said_at(index, told, version.said)
    return known or (version.published, version.published)


def _said_at(index: Index, told: Sequence[Statement], said: str | None) -> tuple[str, str] | None:
    if said is not None:
        return said, said
    for statement in told:
        moment = index.moments.get(statement.said_at or "")
        if moment is not None and moment.earliest is not None:
            return moment.earliest, moment.latest or moment.earliest
    return None


def _published(index: Index, reading: Reading) -> Iterator[TimelineEntry]:
    document, capture = reading.document, reading.capture
    page, name = index.letters[document.id], carrier(document)
    if document.published.value:
        yield _point("published", document.published.value, page, name, f"page-{page}")
    for block, note in _updates(reading):
        time = block.time.value if block.time else None
        if time is None and DAY.fullmatch(document.published.value or ""):
            time = document.published.value
        if time is not None:
            yield _point("published", time, page, f"{name}, {note}", index.anchor(block.id), note)
    if capture.retrieved:
        yield _point("captured", capture.retrieved, page, name, f"page-{page}")


def _updates(reading: Reading) -> list[tuple[Block, str]]:
    """The first block of each update, oldest first, and what it is called."""
    found: dict[str, Block] = {}
    blocks = [b for b in reading.blocks if b.kind == "update"]
    for block in sorted(blocks, key=lambda b: (b.sequence or 0, b.span.start)):
        number = block.number if block.number is not None else block.sequence
        found.setdefault(f"update {number}" if number is not None else "update", block)
    return [(block, note) for note, block in found.items()]


def _point(
    clock: str, value: str, code: str, origin: str, anchor: str, note: str = ""
) -> TimelineEntry:
    return TimelineEntry(
        clock=clock,
        earliest=value,
        latest=value,
        label=day(value),
        code=code,
        anchor=anchor,
        note=note,
        origin=origin,
    )
