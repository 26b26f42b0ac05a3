"""Groups of pages → incidents over pages, with stable codes and titles without a verdict.

Near-linear: a group is compared only with incidents that share one of its keys (a day together with
a site, a party, a number or a name), and with at most :data:`CANDIDATES` of them a key.
"""

from __future__ import annotations

import hashlib
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from operator import attrgetter

from counterclaim.ledger.claims import Claim
from counterclaim.ledger.discourse import Group
from counterclaim.ledger.occurrences import Occurrence, Window, likeness, spot_of
from counterclaim.ledger.vocabulary import Vocabulary, said_spans
from counterclaim.records import Event, Harm, Incident, Place

__all__ = ["Case", "incident_of", "join_groups"]

CANDIDATES = 24
"""Incidents looked at for one key, the latest first."""

WINDOW_DAYS = 10
"""Days of a window that are used as keys; a vaguer date finds its incident by site alone."""

RAREST = 12
"""Words of a group that are used as keys, the rarest among the pages at hand."""

JOIN = 2.25
"""Agreement from which two pages are taken to tell of one occurrence (see ``likeness``)."""

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


def join_groups(groups: Sequence[Group]) -> list[Case]:
    """Fold ``groups`` (in canonical order) into cases; two groups of one page stay apart.

    Tentative groups come last, and those that nothing joins are dropped.
    """
    vocabulary = Vocabulary([g.claims.values() for g in groups])
    for group in groups:
        group.marks.mentioned = {spot_of(p).key for p in group.page.places.values()}
        said = [c.statement for c in group.claims.values()]
        group.marks.words = vocabulary.weigh(span for s in said for span in said_spans(s))
        group.marks.sources = vocabulary.weigh(span for s in said for span in s.source)
    cases: list[Case] = []
    by_key: defaultdict[str, list[int]] = defaultdict(list)
    for group in sorted(groups, key=attrgetter("tentative")):
        keys = sorted(set(_keys(group.marks)))
        number = _find(group, keys, by_key, cases)
        if number is None:
            number = len(cases)
            cases.append(Case(Occurrence()))
        case = cases[number]
        case.groups.append(group)
        case.marks.add(group.marks)
        for key in keys:
            if number not in by_key[key][-CANDIDATES:]:
                by_key[key].append(number)
    return [c for c in cases if len(c.groups) > 1 or not c.groups[0].tentative]


def _find(
    group: Group, keys: Sequence[str], by_key: dict[str, list[int]], cases: Sequence[Case]
) -> int | None:
    numbers = sorted({n for key in keys for n in by_key.get(key, [])[-CANDIDATES:]})
    best: tuple[float, int] | None = None
    for number in numbers:
        case = cases[number]
        if any(g.page is group.page for g in case.groups):
            continue
        score = likeness(case.marks, group.marks)
        if score < JOIN:
            continue
        if best is None or score > best[0]:
            best = score, number
    return best[1] if best else None


def _keys(marks: Occurrence) -> Iterator[str]:
    """Blocking keys: what, with each day; sites also without a day."""
    whats = [f"place {key}" for key in marks.spots]
    whats += [f"cell {cell}" for s in marks.spots.values() for cell in _cells(s.lat, s.lon)]
    yield from whats
    whats += [f"party {key}" for key in marks.recipients | marks.actors]
    whats += [f"toll {harm} {number}" for harm, number in marks.tolls]
    heaviest = sorted((marks.words | marks.sources).items(), key=lambda w: (-w[1], w[0]))[:RAREST]
    whats += [f"word {word}" for word, _ in heaviest]
    for day in _days(marks.window):
        for what in whats:
            yield f"{day} {what}"


def _cells(lat: float | None, lon: float | None) -> list[tuple[int, int]]:
    """Cells of half a degree around a point, so that neighbours across an edge meet."""
    if lat is None or lon is None:
        return []
    row, column = int(lat * 2 // 1), int(lon * 2 // 1)
    return [(row + i, column + j) for i in (-1, 0, 1) for j in (-1, 0, 1)]


def _days(window: Window | None) -> list[str]:
    if window is None:
        return ["?"]
    first = window[0] - 1
    return [str(day) for day in range(first, min(window[1] + 1, first + WINDOW_DAYS) + 1)]


def incident_of(case: Case) -> Incident:
    """The record of ``case``, without its grade.

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
        title=_title(case, place, earliest),
        documents=sorted({c.document.id for c in claims}),
        statements=[c.id for c in claims],
        events=sorted(ids),
        places=sorted({e.place for found in events.values() for e in found if e.place}),
        earliest=earliest,
        latest=latest,
        previous_codes=case.previous,
    )


def _title(case: Case, place: Place | None, earliest: str | None) -> str:
    mode = max(case.marks.modes.items(), key=lambda m: (m[1], m[0]), default=("", 0))[0]
    parts = [f"Reported {DEEDS.get(mode, 'attack') if case.events() else _harm(case)}"]
    if place is not None:
        parts.append(place.name)
    if earliest is not None:
        day = date.fromisoformat(earliest)
        parts.append(f"{day.day} {MONTHS[day.month - 1]} {day.year}")
    return ", ".join(parts)


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
