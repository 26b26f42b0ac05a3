"""W3C PROV-JSON: which statement was read from which bytes, by what, and whose word it is.

https://www.w3.org/submissions/prov-json/
"""

from __future__ import annotations

from typing import Any

import msgspec

from counterclaim.exports.view import URN, View, permalink
from counterclaim.records import Ledger, Reading

__all__ = ["check_prov", "prov", "read_prov"]

Section = dict[str, dict[str, Any]]


def prov(ledger: Ledger, *, base: str = URN) -> bytes:
    """Captures, documents and statements as entities; readings as activities; origins as agents."""
    document: dict[str, Section] = {
        name: {}
        for name in ("entity", "activity", "agent", "used", "wasGeneratedBy", "wasDerivedFrom")
    }
    document["wasAttributedTo"] = {}
    for actor in ledger.actors:
        kind = "prov:Person" if actor.kind == "person" else "prov:Organization"
        document["agent"][_id(actor.id)] = {"prov:type": kind, "prov:label": actor.name}
    view = View(ledger)
    for reading in ledger.readings:
        _add(document, reading, view, base)
    whole = {"prefix": {"cc": URN}, **document}
    return msgspec.json.format(msgspec.json.encode(whole))


def _id(key: str) -> str:
    return f"cc:{key}"


def _add(whole: dict[str, Section], reading: Reading, view: View, base: str) -> None:
    capture, document = reading.capture, reading.document
    act, page = _id(f"reading-{document.id}"), _id(document.id)
    whole["entity"][_id(capture.id)] = {
        "prov:label": capture.name,
        "cc:sha256": capture.sha256,
    }
    whole["entity"][page] = {"prov:label": document.name, "cc:engine": document.engine}
    whole["activity"][act] = {"prov:label": f"reading by {document.engine}"}
    whole["used"][f"_:u-{document.id}"] = {
        "prov:activity": act,
        "prov:entity": _id(capture.id),
    }
    whole["wasGeneratedBy"][f"_:g-{document.id}"] = {"prov:activity": act, "prov:entity": page}
    for one in reading.statements:
        words = " … ".join(span.exact for span in one.content)
        places = [[span.start, span.end] for span in one.content]
        whole["entity"][_id(one.id)] = {
            "prov:value": words,
            "cc:document": one.document,
            "cc:spans": str(places),
            "cc:incident": view.codes.get(one.id, ""),
            "cc:link": permalink(base, one.id),
        }
        whole["wasDerivedFrom"][f"_:d-{one.id}"] = {
            "prov:generatedEntity": _id(one.id),
            "prov:usedEntity": page,
        }
        if one.origin is not None:
            whole["wasAttributedTo"][f"_:a-{one.id}"] = {
                "prov:entity": _id(one.id),
                "prov:agent": _id(one.origin),
            }


def read_prov(data: bytes) -> list[tuple[str, str, list[list[int]]]]:
    """``(statement, document, ranges)`` of every statement; the way back to the words."""
    entities: dict[str, dict[str, str]] = msgspec.json.decode(data)["entity"]
    return [
        (key.removeprefix("cc:"), one["cc:document"], msgspec.json.decode(one["cc:spans"]))
        for key, one in entities.items()
        if "cc:spans" in one
    ]


def check_prov(data: bytes) -> list[str]:
    """References to what is not declared; empty if ``data`` is sound."""
    whole = msgspec.json.decode(data)
    known = {*whole["entity"], *whole["activity"], *whole["agent"]}
    return [
        f"{key}: {value} is not declared"
        for name in ("used", "wasGeneratedBy", "wasDerivedFrom", "wasAttributedTo")
        for key, relation in whole[name].items()
        for value in relation.values()
        if value not in known
    ]
