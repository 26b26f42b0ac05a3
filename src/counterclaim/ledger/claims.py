"""Statements with all that was read in them: the ledger's unit of work."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Protocol, TypeVar

import msgspec

from counterclaim.ledger.parties import Parties
from counterclaim.records import (
    Block,
    Count,
    Document,
    Event,
    Intent,
    Moment,
    Place,
    Reading,
    Span,
    Statement,
)

__all__ = ["Claim", "PageClaims", "gather"]


@dataclass(frozen=True)
class Claim:
    """One statement, who it counts for, and when.

    Attributes:
        origin: actor id whose account it belongs to: the speaker's organ, else the last link's.
        party: the actor that ``origin`` speaks for (itself where it speaks for nobody).
        voice: the one whose word it is for independence: the last link's party, so that a ministry
            passing on an army's figures is the army's word.
        said: ISO date on which it is said to have been said, ``None`` where the page does not tell.
        day: ``said`` or, failing that, the day of publication; ``""`` where unknown.
        rank: sort key, oldest first: day, the page's publication, page, update, place in the text.
    """

    statement: Statement
    document: Document
    block: Block | None
    events: tuple[Event, ...]
    counts: tuple[Count, ...]
    intents: tuple[Intent, ...]
    places: tuple[Place, ...]
    moments: tuple[Moment, ...]
    origin: str | None
    party: str | None
    voice: str | None
    said: str | None
    day: str
    rank: tuple[str, str, str, int, int]

    @property
    def id(self) -> str:
        """The statement's id."""
        return self.statement.id

    @property
    def start(self) -> int:
        """Where its content begins in the document's text."""
        return self.statement.content[0].start if self.statement.content else 0

    @property
    def spans(self) -> list[Span]:
        """The words of its content."""
        return self.statement.content

    @property
    def text(self) -> str:
        """The words of its content, one string."""
        return " ".join(span.exact for span in self.statement.content)


@dataclass(frozen=True)
class PageClaims:
    """The claims of one page in text order, and the records that their ids point to."""

    reading: Reading
    claims: tuple[Claim, ...]
    moments: dict[str, Moment]
    places: dict[str, Place]


class _Stated(Protocol):
    @property
    def statement(self) -> str | None: ...


_R = TypeVar("_R", bound=_Stated)


def gather(readings: Sequence[Reading], parties: Parties) -> list[PageClaims]:
    """The claims of each reading. What readers say in comments is left out."""
    return [_page(reading, parties) for reading in readings]


def _page(reading: Reading, parties: Parties) -> PageClaims:
    blocks = {b.id: b for b in reading.blocks}
    moments = {m.id: m for m in reading.moments}
    events = _by_statement([*reading.events, *_in_cues(reading)])
    counts = _by_statement(reading.counts)
    intents = _by_statement(reading.intents)
    places = _by_statement(reading.places)
    times = _by_statement(reading.moments)
    claims = []
    for statement in reading.statements:
        if statement.voice == "reader" or not statement.content:
            continue
        origin = _origin(statement, parties)
        word = statement.origin or origin
        said = _said(statement, moments)
        day = said or (reading.document.published.value or "")[:10]
        claims.append(
            Claim(
                statement=statement,
                document=reading.document,
                block=blocks.get(statement.block),
                events=events.get(statement.id, ()),
                counts=counts.get(statement.id, ()),
                intents=intents.get(statement.id, ()),
                places=places.get(statement.id, ()),
                moments=times.get(statement.id, ()),
                origin=origin,
                party=parties.party(origin) if origin else None,
                voice=parties.voice(word) if word else None,
                said=said,
                day=day,
                rank=_rank(statement, reading.document, day),
            )
        )
    claims.sort(key=lambda c: (c.start, c.id))
    places_by_id = {p.id: p for p in reading.places}
    return PageClaims(reading, tuple(claims), moments, places_by_id)


def _in_cues(reading: Reading) -> list[Event]:
    """Events named between source and cue ("called the strike a mistake"), given to the claim."""
    cues = [(s.cue.start, s.cue.end, s.id) for s in reading.statements if s.cue is not None]
    return [
        msgspec.structs.replace(event, statement=statement)
        for event in reading.events
        if event.statement is None
        for start, end, statement in cues
        if start <= event.span.start and event.span.end <= end
    ]


def _by_statement(records: Iterable[_R]) -> dict[str, tuple[_R, ...]]:
    grouped: defaultdict[str, list[_R]] = defaultdict(list)
    for record in records:
        if record.statement is not None:
            grouped[record.statement].append(record)
    return {key: tuple(found) for key, found in grouped.items()}


def _origin(statement: Statement, parties: Parties) -> str | None:
    """The speaker's organ; the last named link of the chain where no speaker is known."""
    if statement.speaker is not None:
        return parties.organ(statement.speaker)
    if statement.origin is not None:
        return parties.organ(statement.origin)
    return None


def _said(statement: Statement, moments: dict[str, Moment]) -> str | None:
    moment = moments.get(statement.said_at or "")
    if moment is not None and moment.earliest and moment.date_prec == 1:
        return moment.earliest[:10]
    return None


def _rank(statement: Statement, document: Document, day: str) -> tuple[str, str, str, int, int]:
    published = document.published.value or ""
    return day, published, document.id, statement.sequence or 0, statement.content[0].start
