"""W3C PROV-JSON: which statement was read from which bytes, by what, and whose word it is.

https://www.w3.org/submissions/prov-json/
"""

from __future__ import annotations

from typing import Any

import msgspec

from counterclaim.exports.view import URN
from counterclaim.records import Ledger, Reading

__all__ = ["check_prov", "prov"]

Section = dict[str, dict[str, Any]]


def prov(ledger: Ledger) -> bytes:
    """Captures, documents and statements as entities; readings as activities; origins as agents."""
    document: dict[str, Section] = {
        name: {}
        for name in ("entity", "activity", "agent", "used", "wasGeneratedBy", "wasDerivedFrom")
    }
    document["wasAttributedTo"] = {}
    for actor in ledger.actors:
        kind = "prov:Person" if actor.kind == "person" else "prov:Organization"
        document["agent"][_id(actor.id)] = {"prov:type": kind, "prov:label": actor.name}
    for reading in ledger.readings:
        _add(document, reading)
    whole = {"prefix": {"cc": URN}, **document}
    return msgspec.json.format(msgspec.json.encode(whole))


def _id(key: str) -> str:
    return f"cc:{key}"


def _add(whole: dict[str, Section], reading: Reading) -> None:
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
        whole["entity"][_id(one.id)] = {"prov:value": words, "cc:spans": str(places)}
        whole["wasDerivedFrom"][f"_:d-{one.id}"] = {
            "prov:generatedEntity": _id(one.id),
            "prov:usedEntity": page,
        }
        if one.origin is not None:
            whole["wasAttributedTo"][f"_:a-{one.id}"] = {
                "prov:entity": _id(one.id),
                "prov:agent": _id(one.origin),
            }


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
