"""The four clocks: when it is said to have happened, said, published, and seen by us."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from counterclaim.dossier.claims import Value
from counterclaim.dossier.index import Index, carrier
from counterclaim.dossier.matrix import Table
from counterclaim.dossier.page_model import Passage, Timeline, TimelineEntry
from counterclaim.dossier.passages import statement_passages, value_passage
from counterclaim.dossier.wording import CLOCKS, FORCES, day, moment_value
from counterclaim.records import Account, Moment, Reading, Statement

__all__ = ["build_timeline"]


def build_timeline(table: Table) -> Timeline:
    """Every dated claim, publication, update and capture; what has no date apart."""
    entries = [*_happened(table), *_said(table)]
    for reading in table.index.readings.values():
        entries += _published(table.index, reading)
    order = list(CLOCKS)
    entries.sort(key=lambda e: (order.index(e.clock), e.earliest, e.latest, e.code))
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


def _said(table: Table) -> Iterator[TimelineEntry]:
    index = table.index
    for account in table.accounts:
        for version in account.versions:
            told = [index.statements[s] for s in version.statements if s in index.statements]
            span = _said_at(index, told, version.said)
            if span is None:
                continue
            yield TimelineEntry(
                clock="said",
                earliest=span[0],
                latest=span[1],
                label=day(span[0]),
                code=index.codes.get(told[0].id, ""),
                anchor=index.anchor(told[0].id),
                note=version.position,
                party=index.party_number(index.account_party(account)),
                origin=f"{index.name(account.origin)} {FORCES[version.position]}",
                superseded=version.superseded,
                passage=statement_passages(index, told[0], width=160)[0],
            )


def _said_at(index: Index, told: Sequence[Statement], said: str | None) -> tuple[str, str] | None:
    if not told:
        return None
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
    seen: set[str] = set()
    for block in reading.blocks:
        if block.kind != "update" or block.time is None or block.time.value is None:
            continue
        number = block.number if block.number is not None else block.sequence
        note = f"update {number}" if number is not None else "update"
        if note not in seen:
            seen.add(note)
            anchor = index.anchor(block.id)
            yield _point("published", block.time.value, page, f"{name}, {note}", anchor, note)
    if capture.retrieved:
        yield _point("captured", capture.retrieved, page, name, f"page-{page}")


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
