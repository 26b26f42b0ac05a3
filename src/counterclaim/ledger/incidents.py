"""Cases → records of incidents, with stable codes and titles without a verdict."""

from __future__ import annotations

import hashlib
from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date

from counterclaim.ledger.claims import Claim
from counterclaim.ledger.discourse import Group
from counterclaim.ledger.occurrences import Occurrence
from counterclaim.records import Day, Event, Harm, Incident, Place, Site

__all__ = ["Case", "incident_of", "title_of"]

COUNTRY = 6
"""UCDP ``where_prec`` of a whole country."""

DEEDS = {
    "abduct": "abduction",
    "aerial": "air strike",
    "arrest": "arrest",
    "beat": "beating",
    "crowd-control": "use of crowd-control weapons",
    "deport": "deportation",
    "destroy": "destruction",
    "drone": "drone strike",
    "explosives": "explosion",
    "firearms": "shooting",
    "heavy-weapons": "shelling",
    "primitive": "attack",
    "seize": "seizure",
    "sexual": "sexual violence",
    "suicide-attack": "suicide attack",
    "targeted": "killing",
    "torture": "torture",
    "unconventional": "chemical attack",
}
"""PLOVER mode → the noun of a title."""

MISSILES = {"missile": "missile strike", "rocket": "rocket attack", "shell": "shelling"}
"""What the words of an attack with heavy weapons name → the noun of a title."""

TOLLS: dict[Harm, str] = {
    "casualties": "casualties",
    "detained": "detentions",
    "displaced": "displacement",
    "injured": "injuries",
    "killed": "deaths",
    "missing": "disappearances",
}
"""Harm → the noun of a title."""

MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
)  # fmt: skip
"""Not ``calendar.month_name``, which follows the locale."""


@dataclass
class Case:
    """An incident in the making: the groups of pages that tell of it.

    ``named`` are its id and code and ``previous`` earlier codes, where a person merged or split it.
    """

    marks: Occurrence
    groups: list[Group] = field(default_factory=list)
    named: tuple[str, str] | None = None
    previous: list[str] = field(default_factory=list)

    def claims(self) -> list[Claim]:
        """Its claims, oldest first."""
        found = {c.id: c for g in self.groups for c in g.claims.values()}
        return sorted(found.values(), key=lambda c: (c.rank, c.id))

    def events(self) -> dict[str, tuple[Event, ...]]:
        """Its events by statement id."""
        grouped: defaultdict[str, list[Event]] = defaultdict(list)
        for group in self.groups:
            for claim, event in group.events:
                grouped[claim.id].append(event)
        return {key: tuple(events) for key, events in grouped.items()}

    def places(self) -> dict[str, Place]:
        """All places of its pages by id."""
        return {key: p for g in self.groups for key, p in g.page.places.items()}


def incident_of(case: Case) -> Incident:
    """The record of ``case``, without its grade and what its pages say together.

    The code is ``DATE-HEX``: the earliest stated day (else the first page's day, else ``undated``)
    and six hex digits of a SHA-256 over that day, the place or recipient, and the first page's
    bytes. It does not change when later pages are added, and is the same in every run.
    """
    claims = case.claims()
    events = case.events()
    first = min(
        (g.page.reading.document for g in case.groups),
        key=lambda d: _age(d.published.value, d.sha256),
    )
    stated = case.marks.windows
    earliest = _iso(min(w[0] for w in stated)) if stated else None
    latest = _iso(max(w[1] for w in stated)) if stated else None
    day = earliest or (first.published.value or "")[:10] or "undated"
    place = _main_place(case)
    where = (place.gazetteer or place.name) if place else ",".join(sorted(case.marks.recipients))
    digest = hashlib.sha256(f"{day}\0{where}\0{first.sha256}".encode()).hexdigest()
    ids = {e.id for found in events.values() for e in found}
    key, code = case.named or (f"i-{digest[:16]}", f"{day}-{digest[:6]}")
    return Incident(
        id=key,
        code=code,
        title=title_of(case, None, None),
        documents=sorted({g.page.reading.document.id for g in case.groups}),
        statements=[c.id for c in claims],
        events=sorted(ids),
        places=sorted({e.place for found in events.values() for e in found if e.place}),
        earliest=earliest,
        latest=latest,
        mode=_mode(case),
        previous_codes=case.previous,
    )


def title_of(case: Case, day: Day | None, site: Site | None) -> str:
    """Kind, place and day of ``case`` as its pages claim them together.

    A day that no page names is left out; where one month or year is all that they tell, it is that.
    """
    parts = [f"Reported {_deed(case) if case.events() else _harm(case)}"]
    if site is not None:
        parts.append(site.name)
    if day is not None and day.stated:
        best = date.fromisoformat(day.best)
        parts.append(f"{best.day} {MONTHS[best.month - 1]} {best.year}")
    elif day is None and case.marks.windows:
        parts.extend(_roughly(case))
    return ", ".join(parts)


def _roughly(case: Case) -> Iterator[str]:
    """The month or the year in which all stated windows of ``case`` lie, if one does."""
    first, last = (
        date.fromordinal(edge)
        for edge in (min(w[0] for w in case.marks.windows), max(w[1] for w in case.marks.windows))
    )
    if first.year == last.year:
        same_month = first.month == last.month
        yield f"{MONTHS[first.month - 1]} {first.year}" if same_month else str(first.year)


def _deed(case: Case) -> str:
    """The noun for the means that most claims name."""
    mode = _mode(case)
    return _bombardment(case) if mode == "heavy-weapons" else DEEDS.get(mode or "", "attack")


def _mode(case: Case) -> str | None:
    """The means that most claims name; arrests only where nothing else happened.

    Of equals an explosion comes last: strikes and shells are that too.
    """
    attacks = {e.mode for found in case.events().values() for e in found if e.event == "ASSAULT"}
    modes = {m: n for m, n in case.marks.modes.items() if m in attacks} or case.marks.modes
    return max(modes, key=lambda m: (modes[m], m != "explosives", m), default=None)


def _bombardment(case: Case) -> str:
    """What its events call an attack with heavy weapons: by missiles, by rockets, else shelling."""
    said = Counter(
        weapon
        for found in case.events().values()
        for e in found
        for weapon in MISSILES
        if weapon in f"{e.span.exact} {e.instrument.exact if e.instrument else ''}".casefold()
    )
    return MISSILES[max(said, key=lambda w: (said[w], w))] if said else DEEDS["heavy-weapons"]


def _harm(case: Case) -> str:
    """The noun for what is counted most, where no violent event is named."""
    harms = Counter(n.harm for c in case.claims() for n in c.counts)
    return TOLLS[max(harms, key=lambda h: (harms[h], h))] if harms else "incident"


def _main_place(case: Case) -> Place | None:
    """The place named by most events, a country only for want of another; then the narrower."""
    places = case.places()
    named = [places[e.place] for g in case.groups for _, e in g.events if e.place in places]
    votes = Counter(p.gazetteer or p.name for p in named)
    return min(
        named,
        key=lambda p: (
            (p.where_prec or 0) >= COUNTRY,
            -votes[p.gazetteer or p.name],
            p.where_prec or COUNTRY,
            p.name,
            p.id,
        ),
        default=None,
    )


def _iso(day: int) -> str:
    return date.fromordinal(day).isoformat()


def _age(published: str | None, sha256: str) -> tuple[str, str]:
    return published or "9999", sha256
