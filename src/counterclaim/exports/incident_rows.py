"""An incident as one row: who, against whom, where, when, how many; each with what it rests on."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from datetime import date

from counterclaim.exports.interactions import interaction_of
from counterclaim.exports.options import Options
from counterclaim.exports.view import View
from counterclaim.ledger.decisions import decision_note
from counterclaim.records import (
    Count,
    Event,
    Incident,
    Pick,
    Place,
    Responsible,
    Standing,
    Toll,
)

__all__ = ["Row", "number_of_days", "rows_of"]

NOT_TOLD = frozenset({"denied", "hypothetical", "future"})
"""Modalities of what nobody says an actor did."""

STANDINGS: dict[Standing, str] = {
    "reported": "named by",
    "claimed": "claimed by",
    "authorities": "accused by the authority",
    "accused": "accused by",
    "suspected": "suspected by",
    "denied": "denied by",
}
"""How a note tells who is named as having done it."""


@dataclass(frozen=True)
class Row:
    """What the columns of ACLED and GED are filled from.

    Attributes:
        event: the first violent event of the kind that most are said to be of, as the title has it.
        actor, recipient: names as most statements have them; empty if nobody says. Whoever is
            only said not to have done it is no actor, and nobody is both.
        actor_inter, recipient_inter: ACLED's terms for what kinds of parties they are.
        killed: figures of people killed, whoever gave them; no parts of such figures.
        notes: who says what, in the sources' own words.
    """

    incident: Incident
    event: Event | None
    actor: str
    actor_inter: str
    recipient: str
    recipient_inter: str
    place: Place | None
    killed: list[Count]
    outlets: list[str]
    notes: str

    def fatalities(self, options: Options) -> int | None:
        """The number that a person picked, else one under the options' policy."""
        if self.picked is not None:
            return self.picked.value
        if options.fatalities == "suggested":
            return self.toll.best if self.toll else None
        return options.number(self.killed)

    @property
    def days(self) -> tuple[str, str, str]:
        """First, likeliest and last day (ISO 8601), empty where nobody names one.

        Those that all pages together put where one of them names the day, else all days named.
        """
        day, incident = self.incident.day, self.incident
        if day is not None and day.stated:
            return day.earliest, day.best, day.latest
        first, last = incident.earliest or "", incident.latest or ""
        return first[:10], first[:10], last[:10]

    @property
    def toll(self) -> Toll | None:
        """The people killed as the incident's pages together put them."""
        return next((one for one in self.incident.tolls if one.harm == "killed"), None)

    @property
    def picked(self) -> Pick | None:
        """The figure of people killed that a person picked for the incident."""
        return next((one for one in self.incident.picks if one.harm == "killed"), None)


def number_of_days(first: str, last: str) -> int:
    """Days from ``first`` to ``last`` (ISO 8601, the day first), both counted; at least one."""
    return max(1, (date.fromisoformat(last[:10]) - date.fromisoformat(first[:10])).days + 1)


def rows_of(view: View) -> list[Row]:
    """A row for each incident, in the ledger's order."""
    return [_row(view, one) for one in view.ledger.incidents]


def _row(view: View, incident: Incident) -> Row:
    events = view.events_of(incident)
    violent = [one for one in events if one.event == "ASSAULT"] or events
    told = [one for one in violent if one.modality not in NOT_TOLD]
    actor = _doer(incident) or _most(told, "actor")
    recipient = _most([one for one in violent if one.recipient != actor], "recipient")
    counts = list(view.counts_of(incident))
    said = [
        f"{view.name(statement.origin) or 'unresolved'}: “{count.span.exact}” {count.harm}"
        + "".join(f" [{decision_note(one)}]" for one in view.corrections.get(count.id, []))
        for statement, count in counts
    ]
    said += [_named(view, one) for one in incident.responsible]
    said += [
        f"{one.harm}: {one.value} picked by {one.who} on {one.at[:10]}: {one.reason}"
        for one in incident.picks
    ]
    return Row(
        incident=incident,
        event=_kind_of(told or violent, incident.mode),
        actor=view.name(actor),
        actor_inter=interaction_of(view.actors.get(actor or ""), view.actors),
        recipient=view.name(recipient),
        recipient_inter=interaction_of(view.actors.get(recipient or ""), view.actors),
        place=view.place_of(incident),
        killed=_wholes([count for _, count in counts if count.harm == "killed"]),
        outlets=view.outlets_of(incident),
        notes=" ".join([f"{incident.title}.", *(f"{one};" for one in said)]),
    )


def _kind_of(events: list[Event], mode: str | None) -> Event | None:
    """The first event of the incident's own mode; else of the one that most name; else of all."""
    modes = Counter(one.mode for one in events if one.mode)
    return max(events, key=lambda one: _weight(one.mode, mode, modes), default=None)


def _weight(own: str | None, mode: str | None, modes: Counter[str]) -> tuple[bool, int]:
    return (own == mode, modes[own]) if own else (False, 0)


def _wholes(counts: list[Count]) -> list[Count]:
    """Figures of the deed that are no part of another one here ("six of them fishermen").

    "Two more" is no figure of its own beside a total.
    """
    known = {one.id for one in counts}
    mine = [one for one in counts if one.extent == "incident" and one.part_of not in known]
    return mine or [one for one in counts if one.extent == "addition"]


def _named(view: View, one: Responsible) -> str:
    """Who is named as having done it, and by whom."""
    by = ", ".join(dict.fromkeys(view.name(key) or "unresolved" for key in one.by))
    return f"{view.name(one.actor) or 'unresolved'}: {STANDINGS[one.standing]} {by or 'unresolved'}"


def _doer(incident: Incident) -> str | None:
    """Whom most statements name as having done it; of equals, the one whose standing is highest."""
    order = list(STANDINGS)
    named = [one for one in incident.responsible if one.standing != "denied"]
    first = min(
        named, key=lambda one: (-len(one.statements), order.index(one.standing)), default=None
    )
    return first.actor if first else None


def _most(events: list[Event], role: str) -> str | None:
    """The actor most events name in ``role``, the first of equals."""
    named = Counter(getattr(one, role) for one in events if getattr(one, role) is not None)
    return named.most_common(1)[0][0] if named else None
