"""A ledger as exporters look at it: what belongs to what, found once."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from counterclaim.ledger.decisions import changed_by
from counterclaim.records import (
    Actor,
    Count,
    Decision,
    Document,
    Event,
    Incident,
    Ledger,
    Moment,
    Place,
    Reading,
    Statement,
)

__all__ = ["URN", "View", "permalink"]

URN = "urn:counterclaim:"
"""Base of the permalinks where no other is given."""

VIOLENT = frozenset({"ASSAULT", "COERCE", "PROTEST"})


def permalink(base: str, key: str) -> str:
    """The address of a record: ``base`` followed by its id or code."""
    return f"{base}{key}"


@dataclass(frozen=True)
class View:
    """Look-ups over one ledger; everything in the ledger's own order."""

    ledger: Ledger

    @cached_property
    def actors(self) -> dict[str, Actor]:
        """Actors by id."""
        return {one.id: one for one in self.ledger.actors}

    @cached_property
    def corrections(self) -> dict[str, list[Decision]]:
        """What people corrected, by the id of the record."""
        return changed_by(self.ledger.decisions)

    @cached_property
    def readings(self) -> dict[str, Reading]:
        """Readings by document id."""
        return {one.document.id: one for one in self.ledger.readings}

    @cached_property
    def statements(self) -> dict[str, Statement]:
        """Statements by id."""
        return {one.id: one for reading in self.ledger.readings for one in reading.statements}

    @cached_property
    def moments(self) -> dict[str, Moment]:
        """Moments by id."""
        return {one.id: one for reading in self.ledger.readings for one in reading.moments}

    @cached_property
    def places(self) -> dict[str, Place]:
        """Places by id."""
        return {one.id: one for reading in self.ledger.readings for one in reading.places}

    @cached_property
    def codes(self) -> dict[str, str]:
        """The code of the incident that a statement belongs to, by statement id."""
        return {key: one.code for one in self.ledger.incidents for key in one.statements}

    def name(self, actor: str | None) -> str:
        """An actor's name, or nothing."""
        found = self.actors.get(actor or "")
        return found.name if found else ""

    def document(self, statement: Statement) -> Document:
        """The document that a statement stands in."""
        return self.readings[statement.document].document

    def events_of(self, incident: Incident) -> list[Event]:
        """An incident's events, violent ones first, then in text order."""
        wanted = set(incident.events)
        found = [one for r in self.ledger.readings for one in r.events if one.id in wanted]
        return sorted(found, key=lambda event: event.event not in VIOLENT)

    def counts_of(self, incident: Incident) -> Iterator[tuple[Statement, Count]]:
        """The figures given in an incident's statements, each with the statement."""
        wanted = set(incident.statements)
        for reading in self.ledger.readings:
            for count in reading.counts:
                if count.inferred or count.statement is None:
                    continue  # "the driver died" is no figure
                if count.statement in wanted:
                    yield self.statements[count.statement], count

    def places_of(self, incident: Incident) -> list[Place]:
        """The resolved places of an incident, in its own order."""
        found = [self.places[key] for key in incident.places if key in self.places]
        return [one for one in found if one.lat is not None]

    def place_of(self, incident: Incident) -> Place | None:
        """Where an incident's pages put it: its place of record, if it is resolved.

        Else the resolved place that its violent events name most often; of places named as often
        the most precise one, then the first. A place that is named beside the events ("the worst
        since the raid on Karvel") is not theirs.
        """
        resolved = self.places_of(incident)
        site = set(incident.site.places) if incident.site else set()
        at = [event.place for event in self.events_of(incident) if event.event in VIOLENT]
        held = Counter(self.places[key].gazetteer for key in at if key and key in self.places)
        return min(
            resolved,
            key=lambda one: (one.id not in site, -held[one.gazetteer], one.where_prec or 7),
            default=None,
        )

    def code_of(self, event: Event) -> str:
        """The code of the incident that an event belongs to, itself or by its statement."""
        return self._code_of_event.get(event.id) or self.codes.get(event.statement or "", "")

    @cached_property
    def _code_of_event(self) -> dict[str, str]:
        return {key: one.code for one in self.ledger.incidents for key in one.events}

    def outlets_of(self, incident: Incident) -> list[str]:
        """Names of the outlets that carry an incident, in the ledger's order."""
        found = (self.readings.get(key) for key in incident.documents)
        documents = [one.document for one in found if one is not None]
        return list(dict.fromkeys(one.outlet or one.name for one in documents))
