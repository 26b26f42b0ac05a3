"""Places for the map: resolved ones joined by entry, unresolved ones by name."""

from __future__ import annotations

from collections.abc import Iterable

from counterclaim.dossier.index import Index
from counterclaim.dossier.page_model import MapPoint, MapView, Passage
from counterclaim.dossier.passages import value_passage
from counterclaim.dossier.wording import PRECISION, title_case
from counterclaim.records import Incident, Place

__all__ = ["build_map"]

Located = tuple[str, float, float]


def build_map(index: Index, incident: Incident | None) -> MapView:
    """The incident's places; every place of every page where there is no incident."""
    wanted = [index.places[p] for p in incident.places if p in index.places] if incident else []
    places = wanted or list(index.places.values())
    groups: dict[Located, list[Place]] = {}
    lost: dict[str, Place] = {}
    for place in places:
        if place.status == "resolved" and place.lat is not None and place.lon is not None:
            key = (place.gazetteer or place.name.casefold(), place.lat, place.lon)
            groups.setdefault(key, []).append(place)
        else:
            lost.setdefault(place.name.casefold(), place)
    ranked = sorted(groups.values(), key=lambda g: (g[0].where_prec or 8, -len(g), g[0].id))
    return MapView(
        points=[_point(index, i, group) for i, group in enumerate(ranked, 1)],
        unresolved=[(title_case(p.name), p.reason, _words(index, p)) for p in lost.values()],
    )


def _point(index: Index, number: int, group: list[Place]) -> MapPoint:
    first = group[0]
    words, radius = PRECISION.get(first.where_prec, PRECISION[None])
    told = [index.statements[p.statement] for p in group if p.statement in index.statements]
    speakers = dict.fromkeys((index.origin_name(s), index.number_of(s)) for s in told)
    return MapPoint(
        number=number,
        name=title_case(first.name),
        lat=first.lat or 0.0,
        lon=first.lon or 0.0,
        where_prec=first.where_prec,
        precision=words,
        radius_km=radius,
        origins=[name for name, _ in speakers],
        parties=[party for _, party in speakers],
        passages=_distinct(_words(index, p) for p in group),
        source=first.gazetteer or "",
    )


def _words(index: Index, place: Place) -> Passage:
    return value_passage(index, place.id, place.document, [place.span], place.statement)


def _distinct(passages: Iterable[Passage]) -> list[Passage]:
    return list({(p.page, p.text): p for p in passages}.values())
