"""The place of record of an incident, by what its pages say together.

Pages name the town of the deed beside its quarter, its county, the newsroom's city and the hospital
the victims were brought to. Candidates are the places that they name; a conditional logistic model
weighs them.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from math import exp, log1p

from counterclaim.ledger.occurrences import EARTH_KM, kilometres
from counterclaim.ledger.page_tolls import LEAD
from counterclaim.ledger.toll_evidence import SPREAD
from counterclaim.records import Incident, Place, Reading, Site, Span

__all__ = ["KINDS", "WEIGHTS", "Named", "named_places", "site_evidence", "site_of"]

KINDS = (
    "deed", "beside", "victims", "first", "title", "lead", "dateline", "anywhere", "often",
    "commonest", "town", "near town", "county", "division", "country", "unknown", "neighbours",
    "holds", "held",
)  # fmt: skip
"""Kinds of evidence for a place, in the order of the weights.

It is the place of a ``deed``, stands ``beside`` its words, in a sentence with ``victims``, is the
``first`` named on a page, stands in the ``title``, the ``lead``, a ``dateline``, ``anywhere``; how
``often`` a page names it, whether it is the ``commonest`` there. The others are of the place: its
precision, whether it is ``unknown``, the share of other candidates that are ``neighbours`` within
30 km, and whether it ``holds`` another candidate or is ``held`` in one.
"""

CLOSE_KM = 30.0
NEAR = 60
"""Code points between a place and the words for a deed beside it."""

WEIGHTS: tuple[float, ...] = (
    0.03, 0.54, 0.03, 0.67, -0.57, 0.66, 1.07, 0.14, 0.94, -0.01, 0.94, 1.45, -0.69, -0.77, -0.14,
    -0.79, 1.59, -0.88, 0.73,
)  # fmt: skip
"""Fitted by ``python -m training.tallies``."""

_TOWN, _COUNTY, _DIVISION = 1, 3, 4
_COUNTRY = 6


@dataclass(frozen=True)
class Named:
    """A place as one page names it: one of its mentions, and the kinds of evidence for it."""

    place: Place
    seen: Counter[str]

    @property
    def firm(self) -> bool:
        """Whether it is known where it is, or that a deed is said to have been there."""
        return self.place.gazetteer is not None or self.seen["deed"] > 0


def site_of(incident: Incident, readings: Mapping[str, Reading]) -> Site | None:
    """The place of record of ``incident``; ``None`` where no page names one.

    ``readings`` are of its pages, by the document's id.
    """
    told: set[str | None] = set(incident.statements)
    mine = [readings[key] for key in incident.documents if key in readings]
    pages = [named_places(reading, told) for reading in mine]
    offered = site_evidence(pages)
    allowed = sorted({key for page in pages for key, one in page.items() if one.firm})
    if not allowed:
        return None
    scores = {
        key: sum(w * x for w, x in zip(WEIGHTS, row, strict=True)) for key, row in offered.items()
    }
    top = max(scores.values())
    whole = sum(exp(score - top) for score in scores.values())
    best = max(allowed, key=lambda key: scores[key])
    every = [p for reading in mine for p in reading.places if key_of(p) == best]
    first = min(every, key=lambda p: p.name.isupper())  # a dateline has it in capitals
    return Site(
        place=first.id,
        name=first.name,
        probability=round(exp(scores[best] - top) / whole, 3),
        places=[p.id for p in every],
    )


def key_of(place: Place) -> str:
    """The gazetteer's id of a place, else its name."""
    return place.gazetteer or place.name.casefold()


def named_places(reading: Reading, told: set[str | None]) -> dict[str, Named]:
    """The places that a page names in the statements ``told`` or outside of all, by key."""
    text = reading.document.text
    places = [p for p in reading.places if p.statement is None or p.statement in told]
    places = places or reading.places
    events = [e for e in reading.events if e.event == "ASSAULT" and e.statement in told]
    deeds = [e.span for e in events]
    at = {e.place for e in events}
    harms = ("killed", "injured", "casualties")
    victims = [n.span for n in reading.counts if n.harm in harms and n.statement in told]
    title = text.find("\n") if "\n" in text else 0
    found: dict[str, Named] = {}
    for place in places:
        seen = found.setdefault(key_of(place), Named(place, Counter())).seen
        kinds = set(_kinds(place, text, deeds, victims, title))
        if place.id in at:
            kinds.add("deed")
        seen.update({kind: 1 - min(seen[kind], 1) for kind in kinds})
        seen["often"] += 1
    if places:
        found[key_of(places[0])].seen["first"] = 1
        best = max(found, key=lambda key: found[key].seen["often"])
        found[best].seen["commonest"] = 1
    return found


def _kinds(
    place: Place, text: str, deeds: Sequence[Span], victims: Sequence[Span], title: int
) -> Iterator[str]:
    span = place.span
    yield "anywhere"
    if span.start < title:
        yield "title"
    if span.start < LEAD:
        yield "lead"
    line = text.rfind("\n", 0, span.start) + 1
    if not text[line : span.start].strip() and span.exact.isupper() and len(span.exact) > 2:
        yield "dateline"
    start = max(text.rfind(". ", 0, span.start), line - 1) + 1
    ends = [end for mark in (". ", "\n") if (end := text.find(mark, span.end)) >= 0]
    end = min(ends, default=len(text))
    if any(start <= s.start < end and abs(s.start - span.start) <= NEAR for s in deeds):
        yield "beside"
    if any(start <= s.start < end for s in victims):
        yield "victims"


def site_evidence(pages: Sequence[Mapping[str, Named]]) -> dict[str, list[float]]:
    """Each place that can be the incident's with its evidence, in the order of :data:`KINDS`."""
    scale = max(len(pages), 1) ** SPREAD
    seen: defaultdict[str, Counter[str]] = defaultdict(Counter)
    places: dict[str, Place] = {}
    for page in pages:
        for key, one in page.items():
            places.setdefault(key, one.place)
            seen[key].update({k: log1p(n) if k == "often" else n for k, n in one.seen.items()})
    return {
        key: [*(seen[key][kind] / scale for kind in KINDS[:10]), *_of_place(place, places)]
        for key, place in sorted(places.items())
    }


def _of_place(place: Place, places: Mapping[str, Place]) -> Iterator[float]:
    others = [p for p in places.values() if p is not place]
    code = place.where_prec or 0
    yield float(code == _TOWN)
    yield float(code == _TOWN + 1)
    yield float(code == _COUNTY)
    yield float(code in (_DIVISION, _DIVISION + 1))
    yield float(code >= _COUNTRY)
    yield float(place.gazetteer is None)
    yield sum(_distance(place, p) <= CLOSE_KM for p in others) / max(len(others), 1)
    yield float(any(_holds(place, p) for p in others))
    yield float(any(_holds(p, place) for p in others))


def _distance(a: Place, b: Place) -> float:
    if a.lat is None or a.lon is None or b.lat is None or b.lon is None:
        return EARTH_KM
    return kilometres(a.lat, a.lon, b.lat, b.lon)


def _holds(area: Place, place: Place) -> bool:
    """Whether ``area`` is a division or state that ``place`` lies in, by name."""
    if area.country is None or area.country != place.country or area is place:
        return False
    finer = (place.where_prec or _COUNTRY) < (area.where_prec or 0)
    if (area.where_prec or 0) >= _COUNTRY:
        return finer
    return finer and area.where_prec == _DIVISION and area.name == place.admin
