"""Marks of one claimed occurrence, and when two of them can be the same occurrence.

An occurrence is first one violent event as one statement puts it; grouping folds occurrences into
one whose sets of days, places, parties and numbers have grown.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from datetime import date
from math import asin, cos, radians, sin, sqrt

from counterclaim.ledger.claims import Claim
from counterclaim.ledger.parties import Parties
from counterclaim.records import Count, Event, Moment, Place

__all__ = [
    "Occurrence",
    "Spot",
    "agreement",
    "compatible",
    "kept_apart",
    "kilometres",
    "likeness",
    "mark",
    "reversed_roles",
    "spot_of",
    "tolls",
    "window_of",
]

EARTH_KM = 6371.0
NEAR_KM = 30.0
"""Two exact places this far apart are two places; a strike's reported sites scatter within it."""

ENOUGH = 9.0
"""Weight of shared words below which they prove less: that of three rare ones."""

EXACT_PREC = 3
"""UCDP ``where_prec`` up to which a place is narrow enough to tell two occurrences apart:
1 exact, 2 within about 25 km, 3 second-order administrative division."""

ANYWHERE = 7
"""UCDP ``where_prec`` of what is no place in particular."""

Window = tuple[int, int]
"""First and last day as proleptic Gregorian ordinals, both inside."""


@dataclass(frozen=True)
class Spot:
    """A place as far as grouping needs it: a name, and where it is if that is known."""

    name: str
    gazetteer: str | None
    country: str | None
    lat: float | None
    lon: float | None
    prec: int

    @property
    def key(self) -> str:
        """The gazetteer's id, else the name."""
        return self.gazetteer or self.name

    @property
    def exact(self) -> bool:
        """Whether the place is narrow enough to keep two occurrences apart."""
        return self.lat is not None and self.prec <= EXACT_PREC

    def same(self, other: Spot) -> bool:
        """Whether both can be one site: one entry, one name, or exact and close by."""
        if self.name == other.name or (self.gazetteer and self.gazetteer == other.gazetteer):
            return True
        if self.lat is None or self.lon is None or other.lat is None or other.lon is None:
            return False
        close = kilometres(self.lat, self.lon, other.lat, other.lon) <= NEAR_KM
        return close and self.exact and other.exact


@dataclass
class Occurrence:
    """What is claimed of one occurrence by all statements folded into it so far.

    Attributes:
        default: the days it can have happened on where no statement names one.
        windows: the stated days.
        mentioned: keys of all places on its pages, by which a misplaced event is forgiven.
        words: what its statements say, each word with its weight, heavier the rarer it is among
            the pages at hand (``Vocabulary``); ``sources`` the words for who says it ("the mayor
            of Zarnik").
    """

    default: Window | None = None
    windows: set[Window] = field(default_factory=set)
    spots: dict[str, Spot] = field(default_factory=dict)
    actors: set[str] = field(default_factory=set)
    recipients: set[str] = field(default_factory=set)
    modes: Counter[str] = field(default_factory=Counter)
    tolls: set[tuple[str, int]] = field(default_factory=set)
    mentioned: set[str] = field(default_factory=set)
    words: dict[str, float] = field(default_factory=dict)
    sources: dict[str, float] = field(default_factory=dict)

    def add(self, other: Occurrence) -> None:
        """Fold ``other`` in."""
        self.default = self.default or other.default
        self.windows |= other.windows
        self.spots.update(other.spots)
        self.actors |= other.actors
        self.recipients |= other.recipients
        self.modes += other.modes
        self.tolls |= other.tolls
        self.mentioned |= other.mentioned
        self.words |= other.words
        self.sources |= other.sources

    @property
    def window(self) -> Window | None:
        """The days the stated windows span, else the default."""
        if not self.windows:
            return self.default
        return min(w[0] for w in self.windows), max(w[1] for w in self.windows)


def spot_of(place: Place) -> Spot:
    """The marks of ``place``; one without precision counts as coarse."""
    name = " ".join(place.name.casefold().split())
    return Spot(
        name, place.gazetteer, place.country, place.lat, place.lon, place.where_prec or ANYWHERE
    )


def window_of(moment: Moment | None) -> Window | None:
    """The days of ``moment``; ``None`` where it is unresolved or no date."""
    if moment is None or not moment.earliest:
        return None
    first = _ordinal(moment.earliest)
    last = _ordinal(moment.latest or moment.earliest)
    if first is None or last is None or last < first:
        return None
    return first, last


def mark(
    occurrence: Occurrence,
    event: Event,
    claim: Claim,
    parties: Parties,
    moments: dict[str, Moment],
    places: dict[str, Place],
) -> None:
    """Enter what ``event`` says into ``occurrence``.

    Only somebody in particular marks it as actor or victim: "soldiers" are on every side. An event
    without a place takes that of its claim, if the claim names one only.
    """
    window = window_of(moments.get(event.moment or ""))
    if window is not None:
        occurrence.windows.add(window)
    place = places.get(event.place or "")
    named = {s.key: s for s in (_spot(p, claim) for p in ([place] if place else claim.places))}
    if len(named) == 1:
        occurrence.spots = named | occurrence.spots
    if event.actor is not None and parties.named(event.actor):
        occurrence.actors.add(parties.party(event.actor))
    if event.recipient is not None and parties.named(event.recipient):
        occurrence.recipients.add(parties.party(event.recipient))
    if event.mode is not None:
        occurrence.modes[event.mode] += 1
    occurrence.tolls |= tolls(c for c in claim.counts if c.id in event.counts)


def _spot(place: Place, claim: Claim) -> Spot:
    """One named outside what is said ("residents of Zarnik said") tells no two acts apart."""
    spot = spot_of(place)
    inside = any(s.start <= place.span.start < s.end for s in claim.spans)
    return spot if inside else replace(spot, prec=ANYWHERE)


def tolls(counts: Iterable[Count]) -> set[tuple[str, int]]:
    """(harm, number) of the exact counts among ``counts``, the ones worth recognising again."""
    return {(c.harm, c.low) for c in counts if c.high is not None and c.low == c.high and c.low > 2}


def compatible(a: Occurrence, b: Occurrence) -> bool:
    """Whether nothing that the two say keeps them apart: days, sites, or who did what to whom."""
    return _same_days(a, b) and _same_sites(a, b) and _same_act(a, b)


def likeness(a: Occurrence, b: Occurrence) -> float:
    """How alike two pages' accounts are; 0 where something keeps them apart.

    Between pages a day more or less is no bar (nights, time zones, datelines), but costs a point.
    """
    if kept_apart(a, b):
        return 0.0
    return max(0.0, agreement(a, b) - (not _same_days(a, b)))


def kept_apart(a: Occurrence, b: Occurrence) -> bool:
    """Whether two pages' days (more than one apart), sites or acts are none that can be one."""
    return not (_same_sites(a, b) and _same_act(a, b) and _same_days(a, b, slack=1))


def _same_days(a: Occurrence, b: Occurrence, slack: int = 0) -> bool:
    first, second = a.window, b.window
    if first is None or second is None:
        return True
    return first[0] <= second[1] + slack and second[0] <= first[1] + slack


def _same_sites(a: Occurrence, b: Occurrence) -> bool:
    ours = [s for s in a.spots.values() if s.exact]
    theirs = [s for s in b.spots.values() if s.exact]
    if not ours or not theirs:
        return True
    if any(s.key in b.mentioned for s in ours) or any(s.key in a.mentioned for s in theirs):
        return True
    return any(x.same(y) for x in ours for y in theirs)


def _same_act(a: Occurrence, b: Occurrence) -> bool:
    """Rival claims of who did it to the same victims are one act; a counter-attack is another."""
    if a.recipients & b.recipients:
        return True
    if reversed_roles(a, b):
        return False
    actors_differ = bool(a.actors and b.actors and not a.actors & b.actors)
    recipients_differ = bool(a.recipients and b.recipients)
    modes_differ = bool(a.modes and b.modes and not a.modes.keys() & b.modes.keys())
    return not (actors_differ and (recipients_differ or modes_differ))


def reversed_roles(a: Occurrence, b: Occurrence) -> bool:
    """Whether each side's victim is the other's attacker: a counter-attack is another act."""
    if a.recipients & b.recipients:
        return False
    return bool(a.recipients & b.actors and b.recipients & a.actors)


def agreement(a: Occurrence, b: Occurrence) -> float:
    """How much the two have in common, 0 for nothing; only meaningful where ``compatible``."""
    score = 0.0
    if any(x.same(y) for x in a.spots.values() for y in b.spots.values()):
        score += 2.0
    score += 1.0 * bool(a.actors & b.actors) + 1.0 * bool(a.recipients & b.recipients)
    score += 1.0 * bool(a.windows and b.windows and _same_days(a, b))
    score += 0.5 * bool(a.modes.keys() & b.modes.keys())
    score += min(2.0, 1.0 * len(a.tolls & b.tolls))
    said = _shared(a.words, b.words)
    said_by_whom = _shared(a.words | a.sources, b.words | b.sources)
    return score + 4.0 * max(said, said_by_whom)


def _shared(a: dict[str, float], b: dict[str, float]) -> float:
    """Share of the lighter side's weight that the other has too (containment), in [0, 1].

    Less where what is shared weighs little in all: common words are found in any long account.
    """
    lighter, other = sorted((a, b), key=lambda words: (sum(words.values()), len(words)))
    whole = sum(lighter.values())
    shared = sum(w for word, w in lighter.items() if word in other)
    return shared / max(whole, ENOUGH) if whole else 0.0


def _ordinal(value: str) -> int | None:
    try:
        return date.fromisoformat(value[:10]).toordinal()
    except ValueError:
        return None


def kilometres(lat1: float, lon1: float, lat2: float, lon2: float) -> float:
    """Great-circle distance (haversine)."""
    dlat, dlon = radians(lat2 - lat1), radians(lon2 - lon1)
    h = sin(dlat / 2) ** 2 + cos(radians(lat1)) * cos(radians(lat2)) * sin(dlon / 2) ** 2
    return 2 * EARTH_KM * asin(sqrt(min(1.0, h)))
