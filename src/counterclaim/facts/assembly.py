"""Readings of single sentences put together as records: ids, statements, actors, links."""

import re
from collections.abc import Sequence
from collections.abc import Set as AbstractSet

from counterclaim.actors import Cast, Resolution, tied
from counterclaim.facts.counts import CountReading
from counterclaim.facts.event_words import ALLIANCES, FACILITIES
from counterclaim.facts.events import EventReading
from counterclaim.facts.intents import IntentReading
from counterclaim.facts.linking import (
    actor_of,
    confessor,
    covers,
    dates_deed,
    found_later,
    names_place,
    nearest,
    put,
    shares,
    within,
)
from counterclaim.facts.modality import Floor
from counterclaim.facts.own_words import own_of, owner_of_things
from counterclaim.facts.scopes import Scopes
from counterclaim.facts.tokens import Sentence
from counterclaim.pages import Page
from counterclaim.records import (
    Count,
    Event,
    Intent,
    Moment,
    Place,
    Span,
    Statement,
)

__all__ = ["Assembly"]

_ARMED = frozenset({"armed_group"})
_ELSEWHERE = re.compile(r",\s(?:when|where|which)\s")
"""What begins a clause on something else: "stormed the prison, the worst since a day when …"."""
_LOCATIVES = ("in", "at", "near", "on", "outside", "inside", "around", "over", "to", "of")


class Assembly:
    """The records of one page as they grow, sentence by sentence."""

    def __init__(
        self,
        page: Page,
        scopes: Scopes,
        cast: Cast,
        places: Sequence[Place],
        moments: Sequence[Moment],
    ) -> None:
        self._document = page.document
        self._text = page.document.text
        self._scopes = scopes
        self._cast = cast
        self._places = places
        self._moments = moments
        self._place_starts = [place.span.start for place in places]
        self._moment_starts = [moment.span.start for moment in moments]
        self._alliances: list[tuple[int, int, Resolution]] | None = None
        self.all_counts: list[Count] = []
        self.all_events: list[Event] = []
        self.all_intents: list[Intent] = []

    def floor(self, sentence: Sentence) -> Floor:
        """For a token, the index of the first token of the statement it stands in."""

        def floor_of(index: int) -> int:
            """The first token of the statement that token ``index`` stands in."""
            token = sentence.tokens[index]
            start = self._scopes.start_of(token.start, token.end)
            return 0 if start is None else sentence.at(max(start, sentence.start))

        return floor_of

    def moments_in(self, sentence: Sentence) -> Sequence[Moment]:
        """Moments named in a sentence."""
        return within(self._moments, self._moment_starts, sentence)

    def counts(self, sentence: Sentence, readings: Sequence[CountReading]) -> list[Count]:
        """The counts of a sentence as records."""
        known = len(self.all_counts)
        for reading in readings:
            total = None
            if reading.part_of is not None:
                at = reading.part_of
                total = self._count_id(known + at) if at >= 0 else self._earlier(reading, known)
            self.all_counts.append(self._count(reading, total))
        return self.all_counts[known:]

    def _count_id(self, place: int) -> str:
        """The id of the count that stands at ``place`` among those of the page."""
        return f"{self._document.id}.n{place + 1}"

    def _earlier(self, part: CountReading, known: int) -> str | None:
        """The id of the latest total of an earlier sentence that ``part`` can belong to."""
        recent = self.all_counts[max(known - 6, 0) : known]
        return next(
            (
                count.id
                for count in reversed(recent)
                if count.harm == part.harm
                and count.part_of is None
                and count.low >= part.phrase.quantity.low
            ),
            None,
        )

    def _count(self, reading: CountReading, total: str | None) -> Count:
        quantity = reading.phrase.quantity
        statement = self._owner(*quantity.number)
        return Count(
            id=self._count_id(len(self.all_counts)),
            document=self._document.id,
            span=self._span(reading.span),
            number=self._span(quantity.number),
            low=quantity.low,
            best=quantity.best,
            high=quantity.high,
            harm=reading.harm,
            statement=statement.id if statement else None,
            harm_span=self._span(reading.harm_span),
            of=self._text[slice(*reading.of)] if reading.of else None,
            of_span=self._span(reading.of) if reading.of else None,
            group=reading.group,
            approximator=(
                self._text[slice(*quantity.approximator)] if quantity.approximator else None
            ),
            part_of=total,
            running=reading.running,
            inferred=reading.inferred,
            extent=reading.extent,
        )

    def events(
        self,
        sentence: Sentence,
        readings: Sequence[EventReading],
        counts: Sequence[Count],
        spoken: AbstractSet[str | None],
    ) -> list[Event]:
        """The events of a sentence as records; ``spoken`` are ids of moments of speech."""
        made: list[Event] = []
        for reading, share in zip(readings, shares(readings, counts), strict=True):
            made.append(self._event(sentence, reading, share, spoken))
            self.all_events.append(made[-1])
        return made

    def _event(
        self,
        sentence: Sentence,
        reading: EventReading,
        counts: Sequence[Count],
        spoken: AbstractSet[str | None],
    ) -> Event:
        statement = self._owner(*reading.span)
        named = [] if found_later(self._text[slice(*reading.span)]) else self.moments_in(sentence)
        given = reading.span, statement, self._text, spoken
        days = [one for one in named if dates_deed(one, *given)]
        moment = nearest(days, reading.span, statement)
        place = self._place(sentence, reading, statement)
        actor = self._actor(reading.actor, statement, compound=reading.compound)
        acting = reading.actor if actor or not reading.compound else None
        if acting and self._another(acting, actor, statement):
            actor = None
        return Event(
            id=f"{self._document.id}.e{len(self.all_events) + 1}",
            document=self._document.id,
            span=self._span(reading.span),
            event=reading.event,
            statement=statement.id if statement else None,
            mode=reading.mode,
            context=list(reading.context),
            modality=put(reading.modality, statement, reading.span[0]),
            actor=actor if acting else None,
            actor_span=self._span(acting) if acting else None,
            recipient=self._actor(reading.recipient, statement),
            recipient_span=self._span(reading.recipient) if reading.recipient else None,
            place=place.id if place else None,
            moment=moment.id if moment else None,
            instrument=self._span(reading.instrument) if reading.instrument else None,
            counts=[count.id for count in counts],
        )

    def _another(
        self, acting: tuple[int, int], actor: str | None, statement: Statement | None
    ) -> bool:
        """Whether "he" in somebody's own words was taken for him who says them."""
        if statement is None or statement.quote != "direct" or actor != statement.speaker:
            return False
        return self._text[slice(*acting)].lower() in ("he", "she", "they")

    def _place(
        self, sentence: Sentence, reading: EventReading, statement: Statement | None
    ) -> Place | None:
        """The place of an event: one named with a preposition of place in its sentence."""
        named = within(self._places, self._place_starts, sentence)
        free = [
            place
            for place in named
            if not (reading.actor and covers(reading.actor, place.span.range))
            and sentence.low(sentence.covering(place.span.start) - 1) in _LOCATIVES
            and not _ELSEWHERE.search(self._text, reading.span[1], place.span.start)
        ]
        return nearest(free, reading.span, statement)

    def intents(
        self, sentence: Sentence, readings: Sequence[IntentReading], events: Sequence[Event]
    ) -> None:
        """Add the intents of a sentence; ``events`` are those of the same sentence."""
        for reading in readings:
            beneficiary = self._resolve(reading.beneficiary)
            armed = reading.armed or (beneficiary is not None and beneficiary.kind in _ARMED)
            if reading.help and not armed:
                continue
            statement = self._owner(*reading.span)
            self.all_intents.append(
                Intent(
                    id=f"{self._document.id}.i{len(self.all_intents) + 1}",
                    document=self._document.id,
                    span=self._span(reading.span),
                    value=reading.value,
                    statement=statement.id if statement else None,
                    of=self._actor(reading.subject, statement)
                    or actor_of(events, reading.span)
                    or confessor(reading, statement),
                    beneficiary=beneficiary.actor if beneficiary else None,
                    modality=put(reading.modality, statement, reading.span[0]),
                )
            )

    def _owner(self, start: int, end: int) -> Statement | None:
        return self._scopes.innermost(start, end)

    def _span(self, bounds: tuple[int, int]) -> Span:
        return Span.of(self._text, *bounds)

    def _actor(
        self,
        bounds: tuple[int, int] | None,
        statement: Statement | None,
        *,
        compound: bool = False,
    ) -> str | None:
        """Actor id of a phrase; in a ``compound`` an adjective is no actor ("fierce fighting")."""
        if bounds and (own := own_of(self._cast, self._text, bounds, statement)) is not None:
            return own
        resolution = self._resolve(bounds, compound=compound)
        return resolution.actor if resolution else None

    def _resolve(
        self, bounds: tuple[int, int] | None, *, compound: bool = False
    ) -> Resolution | None:
        """Who a phrase names: the actor named nearest to its end, or the phrase as a whole.

        Before the noun of a deed ("the Karvel strike") a name that nobody knows may be a town's.
        """
        if bounds is None:
            return None
        named = [n for n in self._cast.named(*bounds) if n[2].actor and not tied(self._text, n[1])]
        if named:
            return named[-1][2]
        start, end = owner_of_things(self._text, bounds)
        if names_place(self._places, self._place_starts, self._text, start, end):
            return None  # a town is hit and is nobody
        if start == end or self._text[start:end].rpartition(" ")[2].lower() in FACILITIES:
            return None
        head = self._text[start:end].rpartition(" ")[2].lower()
        if head in ALLIANCES:
            return self._alliance(head, start)
        if compound and self._cast.identify(start, end).kind in ("unknown", "person"):
            return None
        resolution = self._cast.resolve(start, end)
        return resolution if resolution.actor else None

    def _alliance(self, noun: str, at: int) -> Resolution | None:
        """The coalition meant by "the coalition": the last one named, else the next one.

        No army goes by that word, however recently it was named.
        """
        if self._alliances is None:
            self._alliances = [
                (start, end, resolution)
                for start, end, resolution in self._cast.named(0, len(self._text))
                if resolution.actor and ALLIANCES & set(self._text[start:end].lower().split())
            ]
        fitting = [
            item for item in self._alliances if noun in self._text[item[0] : item[1]].lower()
        ]
        before = [item for item in fitting if item[0] < at]
        chosen = before[-1:] or fitting[:1]
        return chosen[0][2] if chosen else None
