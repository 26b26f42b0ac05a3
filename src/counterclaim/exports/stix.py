"""STIX 2.1: an incident as a report, its places as locations, disagreements as opinions.

https://docs.oasis-open.org/cti/stix/v2.1/ - ids are UUIDv5 over our own ids, so that the same
ledger gives the same bundle.
"""

from __future__ import annotations

import uuid
from typing import Any

import msgspec

from counterclaim.exports.view import URN, View, permalink
from counterclaim.records import Incident, Ledger, Relation

__all__ = ["check_stix", "read_stix", "stix"]

SPACE = uuid.uuid5(uuid.NAMESPACE_URL, URN)
DISAGREES = {"denies": "strongly-disagree", "disputes": "disagree", "confirms": "agree"}
UNDATED = "1970-01-01T00:00:00.000Z"
"""STIX wants a time of creation; a page without a date has none."""


def stix(ledger: Ledger, *, base: str = URN) -> bytes:
    """A bundle. A note's external reference has the places of its words: "d-1: 0-12; 20-40"."""
    view = View(ledger)
    found: dict[str, dict[str, Any]] = {}
    for reading in ledger.readings:
        for one in reading.statements:
            words = " … ".join(span.exact for span in one.content)
            origin = view.name(one.origin) or "unresolved"
            note = _object("note", one.id, _when(view, one.document), content=f"{origin}: {words}")
            note["object_refs"] = [_id("identity", one.origin or "unresolved")]
            spans = "; ".join(f"{span.start}-{span.end}" for span in one.content)
            note["external_references"] = [_known_as(base, one.id, f"{one.document}: {spans}")]
            if one.id in view.codes:
                note["labels"] = [view.codes[one.id]]
            found[note["id"]] = note
            who = _object("identity", one.origin or "unresolved", UNDATED, name=origin)
            found.setdefault(who["id"], who)
    for incident in ledger.incidents:
        for item in _incident(view, incident, set(found), base):
            found.setdefault(item["id"], item)
    bundle = {
        "type": "bundle",
        "id": _id("bundle", ",".join(view.readings)),
        "objects": [*found.values()],
    }
    return msgspec.json.format(msgspec.json.encode(bundle))


def _id(kind: str, key: str) -> str:
    return f"{kind}--{uuid.uuid5(SPACE, f'{kind}:{key}')}"


def _object(kind: str, key: str, when: str, **fields: Any) -> dict[str, Any]:
    common = {"type": kind, "spec_version": "2.1", "id": _id(kind, key)}
    return {**common, "created": when, "modified": when, **fields}


def _when(view: View, document: str) -> str:
    published = view.readings[document].document.published.value
    return f"{published[:10]}T00:00:00.000Z" if published else UNDATED


def _known_as(base: str, key: str, description: str) -> dict[str, str]:
    """Our own id of something, with its permalink."""
    return {
        "source_name": "counterclaim",
        "description": description,
        "url": permalink(base, key),
        "external_id": key,
    }


def _incident(view: View, one: Incident, known: set[str], base: str) -> list[dict[str, Any]]:
    when = min((_when(view, key) for key in one.documents if key in view.readings), default=UNDATED)
    places = [view.places[key] for key in one.places if key in view.places]
    items = [
        _object("location", p.id, when, name=p.name, latitude=p.lat, longitude=p.lon)
        for p in places
        if p.lat is not None
    ]
    mine = [r for r in view.ledger.relations if r.incident == one.id and r.kind in DISAGREES]
    items.extend(_opinion(relation, when) for relation in mine)
    notes = [_id("note", key) for key in one.statements]
    refs = [key for key in notes if key in known] + [item["id"] for item in items]
    report = _object("report", one.id, when, name=one.title, published=when, object_refs=refs)
    report["external_references"] = [_known_as(base, one.code, "incident")]
    return [*items, report]


def _opinion(one: Relation, when: str) -> dict[str, Any]:
    return _object(
        "opinion",
        one.id,
        when,
        opinion=DISAGREES[one.kind],
        explanation=f"{one.kind} on {one.on} ({one.status}): {one.reason}",
        authors=[_id("note", one.b)],
        object_refs=[_id("note", one.a)],
    )


def read_stix(data: bytes) -> list[tuple[str, str, list[tuple[int, int]]]]:
    """``(statement, document, ranges)`` of every note; the way back to the words."""
    found = []
    for one in msgspec.json.decode(data)["objects"]:
        if one["type"] == "note":
            (known,) = one["external_references"]
            document, _, ranges = known["description"].partition(": ")
            pairs = (pair.split("-") for pair in ranges.split("; ") if pair)
            found.append((known["external_id"], document, [(int(a), int(b)) for a, b in pairs]))
    return found


def check_stix(data: bytes) -> list[str]:
    """References to what is not in the bundle; empty if it is sound."""
    objects = msgspec.json.decode(data)["objects"]
    known = {one["id"] for one in objects}
    return [
        f"{one['id']}: {ref} is not in the bundle"
        for one in objects
        for ref in one.get("object_refs", [])
        if ref not in known
    ]
