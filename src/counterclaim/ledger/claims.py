"""Statements with all that was read in them: the ledger's unit of work."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from operator import itemgetter
from typing import Protocol, TypeVar

import msgspec

from counterclaim.ledger.parties import Parties
from counterclaim.ledger.ranking import Rank, is_recalled, rank_of, said_on
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

__all__ = ["Claim", "PageClaims", "gather", "spoken_for"]

LEAD = 12
"""Words from which a line with a full stop is no headline."""

PLACES = 60
"""Code points that the places of a dateline take up at most, from the start of its line."""

_DATELINE = re.compile(r",?\s{0,3}(?:\([^()\n]{1,60}\)\s{0,3}[-–—]{1,2}|[–—]|--)\s")
"""What follows a dateline's day: ``(Agency) –``, or the dash alone."""


class Claim(msgspec.Struct, frozen=True):
    """One statement, who it counts for, and when.

    Attributes:
        origin: actor id whose account it belongs to: the speaker's organ, else the last link's.
        party: the actor that ``origin`` speaks for (itself where it speaks for nobody).
        voice: the one whose word it is for independence: the last link's party, so that a ministry
            passing on an army's figures is the army's word.
        said: ISO date on which it is said to have been said, ``None`` where the page does not tell.
        day: ``said`` or, failing that, the day of publication; ``""`` where unknown.
        counts: the numbers in it; ``victims`` those of whom it speaks without a number.
        rank: sort key, oldest first: day, the page's publication, page, update, place in the text.
        recalled: told beside what its source says now, as what it said before.
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
    rank: Rank
    recalled: bool = False
    victims: tuple[Count, ...] = ()

    @property
    def id(self) -> str:
        """The statement's id."""
        return self.statement.id

    @property
    def headline(self) -> bool:
        """Whether it stands in a headline: the outlet's summary of what is told below.

        A line of a dozen words that ends with a full stop is the lead of a page without one.
        """
        if self.block is None or self.block.kind != "headline":
            return False
        line = self.block.span.exact.rstrip(" \t\"'”’)")
        return not (line.endswith(".") and len(line.split()) >= LEAD)

    @property
    def update(self) -> int:
        """The update it was made in, 0 for the base story."""
        return self.rank[3]

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
        """The words of its content, one string, in one line."""
        return " ".join(span.exact for span in self.statement.content).replace("\n", " ")


@dataclass(frozen=True)
class PageClaims:
    """The claims of one page in text order, and the records that their ids point to."""

    reading: Reading
    claims: tuple[Claim, ...]
    moments: dict[str, Moment]
    places: dict[str, Place]

    def spoken_for(self, parties: Parties) -> PageClaims:
        """The same with the organs, parties and voices that ``parties`` know."""
        return replace(self, claims=tuple(spoken_for(claim, parties) for claim in self.claims))


class _Stated(Protocol):
    @property
    def statement(self) -> str | None:
        """Id of the statement that claims it."""


_R = TypeVar("_R", bound=_Stated)


def gather(readings: Sequence[Reading], parties: Parties) -> list[PageClaims]:
    """The claims of each reading. What readers say in comments is left out."""
    return [_page(reading, parties) for reading in readings]


def _page(reading: Reading, parties: Parties) -> PageClaims:
    facts = _Facts(reading)
    claims = [
        facts.claim(statement, parties)
        for statement in reading.statements
        if statement.voice != "reader" and statement.content
    ]
    claims = [_placed(claim, claims) for claim in claims]
    claims.sort(key=lambda c: (c.start, c.id))
    return PageClaims(reading, tuple(claims), facts.moments, facts.places)


def spoken_for(claim: Claim, parties: Parties) -> Claim:
    """``claim`` with the organ, the party and the voice that it counts for."""
    origin = _origin(claim.statement, parties)
    word = claim.statement.origin or origin
    party = parties.party(origin) if origin else None
    voice = parties.voice(word) if word else None
    return msgspec.structs.replace(claim, origin=origin, party=party, voice=voice)


class _Facts:
    """A page's facts by statement.

    Two who say one thing together ("A, and then B, confirmed that …") have the same content, and
    share what was read in it.
    """

    def __init__(self, reading: Reading) -> None:
        self._document = reading.document
        self._blocks = {b.id: b for b in reading.blocks}
        self.moments = {m.id: m for m in reading.moments}
        self.places = {p.id: p for p in reading.places}
        first: dict[tuple[tuple[int, int], ...], str] = {}
        self._joint = {
            s.id: first.setdefault(tuple(span.range for span in s.content), s.id)
            for s in reading.statements
        }
        self._events = self._by_statement([*reading.events, *_in_cues(reading)])
        self._counts = self._by_statement(n for n in reading.counts if not n.inferred)
        self._victims = self._by_statement(n for n in reading.counts if n.inferred)
        self._intents = self._by_statement(reading.intents)
        self._places = self._by_statement(reading.places)
        self._moments = self._by_statement(reading.moments)

    def claim(self, statement: Statement, parties: Parties) -> Claim:
        """The claim that ``statement`` makes."""
        key = self._joint[statement.id]
        said = said_on(statement, self.moments)
        recalled = is_recalled(statement, self._document.text)
        day = said or (self._document.published.value or "")[:10]
        claim = Claim(
            statement=statement,
            document=self._document,
            block=self._blocks.get(statement.block),
            events=tuple(self._own(e, statement, parties) for e in self._events.get(key, ())),
            counts=self._counts.get(key, ()),
            victims=self._victims.get(key, ()),
            intents=self._intents.get(key, ()),
            places=self._places.get(key, ()),
            moments=self._moments.get(key, ()),
            origin=None,
            party=None,
            voice=None,
            said=said,
            day=day,
            rank=rank_of(statement, self._document, day, recalled=recalled),
            recalled=recalled,
        )
        return spoken_for(claim, parties)

    def _own(self, event: Event, statement: Statement, parties: Parties) -> Event:
        """``event`` without a dateline's day, where its speaker is, or an outlet as its actor."""
        moment = self.moments.get(event.moment or "")
        place = self.places.get(event.place or "")
        away = place is not None and _of_speaker(place.span, statement)
        dated = moment is not None and self._in_dateline(moment.span)
        tells = event.actor is not None and parties.is_media(event.actor)
        if not (away or dated or tells):
            return event
        return msgspec.structs.replace(
            event,
            moment=None if dated else event.moment,
            place=None if away else event.place,
            actor=None if tells else event.actor,
            actor_span=None if tells else event.actor_span,
        )

    def _in_dateline(self, span: Span) -> bool:
        text, (start, end) = self._document.text, span.range
        opening = text[text.rfind("\n", max(0, start - PLACES - 1), start) + 1 : start]
        return len(opening) <= PLACES and _DATELINE.match(text, end) is not None

    def _by_statement(self, records: Iterable[_R]) -> dict[str, tuple[_R, ...]]:
        grouped: defaultdict[str, list[_R]] = defaultdict(list)
        for record in records:
            if record.statement is not None:
                grouped[self._joint.get(record.statement, record.statement)].append(record)
        return {key: tuple(found) for key, found in grouped.items()}


def _of_speaker(span: Span, statement: Statement) -> bool:
    """Whether a place is named with the source ("told reporters in Zarnik"), not with the deed."""
    if statement.cue is None or any(s.start <= span.start < s.end for s in statement.content):
        return False
    return span.start >= min(s.start for s in (*statement.source, statement.cue))


def _placed(claim: Claim, claims: Sequence[Claim]) -> Claim:
    """A headline's claim, put where the story tells it; it is the last thing written on a page.

    That is the first update in which the same party says something with the same force, else the
    latest.
    """
    if not claim.headline:
        return claim
    below = [c for c in claims if not c.headline]
    same = [
        c.update
        for c in below
        if c.party == claim.party and c.statement.force == claim.statement.force
    ]
    update = min(same) if same else max((c.update for c in below), default=claim.update)
    return msgspec.structs.replace(claim, rank=(*claim.rank[:3], update, claim.rank[4]))


def _in_cues(reading: Reading) -> list[Event]:
    """Events named between source and cue ("called the strike a mistake"), given to the claim."""
    cues = sorted((s.cue.start, s.cue.end, s.id) for s in reading.statements if s.cue is not None)
    found = []
    for event in reading.events:
        at = bisect_right(cues, event.span.start, key=itemgetter(0)) - 1
        if event.statement is None and at >= 0 and event.span.end <= cues[at][1]:
            found.append(msgspec.structs.replace(event, statement=cues[at][2]))
    return found


def _origin(statement: Statement, parties: Parties) -> str | None:
    """The speaker's organ; the last named link of the chain where no speaker is known."""
    if statement.speaker is not None:
        return parties.organ(statement.speaker)
    if statement.origin is not None:
        return parties.organ(statement.origin)
    return None
