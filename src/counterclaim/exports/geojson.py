"""GeoJSON (RFC 7946): a feature for each incident, and one for each place that somebody claims."""

from __future__ import annotations

from typing import Any

import msgspec

from counterclaim.exports.view import URN, View, permalink
from counterclaim.records import Day, Incident, Ledger, Place, Toll

__all__ = ["check_geojson", "geojson"]


def geojson(ledger: Ledger, *, base: str = URN) -> bytes:
    """A feature collection. An incident without a resolved place has no geometry, never a guess."""
    view = View(ledger)
    features = [_incident(view, one, base) for one in ledger.incidents]
    features += [
        _claimed(view, incident, view.places[key], base)
        for incident in ledger.incidents
        for key in incident.places
        if key in view.places
    ]
    collection = {"type": "FeatureCollection", "features": features}
    return msgspec.json.format(msgspec.json.encode(collection))


def _geometry(place: Place | None) -> dict[str, Any] | None:
    if place is None or place.lat is None or place.lon is None:
        return None
    return {"type": "Point", "coordinates": [place.lon, place.lat]}


def _incident(view: View, one: Incident, base: str) -> dict[str, Any]:
    place = view.place_of(one)
    return {
        "type": "Feature",
        "id": one.code,
        "geometry": _geometry(place),
        "properties": {
            "kind": "incident",
            "code": one.code,
            "link": permalink(base, one.code),
            "title": one.title,
            "earliest": one.earliest,
            "latest": one.latest,
            "where_prec": place.where_prec if place else None,
            "suggested_grade": one.grade.value if one.grade else None,
            "suggested_day": _suggested(one.day),
            "suggested_tolls": [_suggested(toll) for toll in one.tolls],
            "outlets": view.outlets_of(one),
            "figures": [
                {
                    "origin": view.name(statement.origin) or "unresolved",
                    "harm": count.harm,
                    "words": count.span.exact,
                    "low": count.low,
                    "best": count.best,
                    "high": count.high,
                }
                for statement, count in view.counts_of(one)
            ],
        },
    }


def _suggested(weighed: Day | Toll | None) -> dict[str, Any] | None:
    """What an incident's pages together say, without the ids that it was read from."""
    if weighed is None:
        return None
    fields = msgspec.structs.asdict(weighed)
    return {key: value for key, value in fields.items() if not isinstance(value, list)}


def _claimed(view: View, incident: Incident, place: Place, base: str) -> dict[str, Any]:
    statement = view.statements.get(place.statement or "")
    return {
        "type": "Feature",
        "id": place.id,
        "geometry": _geometry(place),
        "properties": {
            "kind": "claimed place",
            "code": incident.code,
            "link": permalink(base, place.id),
            "words": place.span.exact,
            "start": place.span.start,
            "end": place.span.end,
            "document": place.document,
            "name": place.name,
            "status": place.status,
            "where_prec": place.where_prec,
            "origin": view.name(statement.origin) if statement else "",
            "reason": place.reason,
        },
    }


def check_geojson(data: bytes) -> list[str]:
    """What RFC 7946 asks for and ``data`` has not; empty if it is sound."""
    collection = msgspec.json.decode(data)
    if collection.get("type") != "FeatureCollection":
        return ["no FeatureCollection"]
    wrong = []
    for feature in collection["features"]:
        geometry = feature["geometry"]
        if feature.get("type") != "Feature" or "properties" not in feature:
            wrong.append(f"{feature.get('id')}: no Feature with properties")
        if geometry is not None:
            lon, lat = geometry["coordinates"]
            if not (-180 <= lon <= 180 and -90 <= lat <= 90):
                wrong.append(f"{feature['id']}: {lon}, {lat} is not on Earth")
    return wrong
