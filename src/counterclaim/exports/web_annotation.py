"""W3C Web Annotation (JSON-LD): statements as annotations on the text they were read from.

https://www.w3.org/TR/annotation-model/ - positions count Unicode code points, as the model says.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import msgspec

from counterclaim.exports.view import URN, View, permalink
from counterclaim.records import Document, Ledger, Span, Statement

__all__ = ["check_annotations", "read_annotations", "web_annotation"]

CONTEXT = "http://www.w3.org/ns/anno.jsonld"


def web_annotation(ledger: Ledger, *, base: str = URN) -> bytes:
    """An annotation page: one annotation for each part (source, cue, content) of each statement."""
    view = View(ledger)
    items = [item for one in view.statements.values() for item in _items(view, one, base)]
    page = {"@context": CONTEXT, "id": permalink(base, "annotations"), "type": "AnnotationPage"}
    return msgspec.json.format(msgspec.json.encode({**page, "items": items}))


def _items(view: View, one: Statement, base: str) -> Iterator[dict[str, Any]]:
    cue = [one.cue] if one.cue is not None else []
    for role, spans in (("source", one.source), ("cue", cue), ("content", one.content)):
        for number, span in enumerate(spans, start=1):
            yield {
                "id": permalink(base, f"{one.id}/{role}/{number}"),
                "type": "Annotation",
                "motivation": "classifying",
                "body": [
                    _text("tagging", role),
                    _text("classifying", one.force),
                    _text("describing", view.name(one.origin) or "unresolved"),
                    _text("linking", view.codes.get(one.id, "")),
                ],
                "target": _target(view.document(one), span, base),
            }


def _text(purpose: str, value: str) -> dict[str, str]:
    return {"type": "TextualBody", "purpose": purpose, "value": value}


def _target(document: Document, span: Span, base: str) -> dict[str, Any]:
    quote = {"exact": span.exact, "prefix": span.prefix, "suffix": span.suffix}
    return {
        "source": document.url or permalink(base, document.id),
        "selector": [
            {"type": "TextPositionSelector", "start": span.start, "end": span.end},
            {"type": "TextQuoteSelector", **quote},
        ],
    }


def read_annotations(data: bytes) -> list[tuple[str, Span]]:
    """The ``(annotation id, span)`` pairs of an annotation page."""
    found = []
    for item in msgspec.json.decode(data)["items"]:
        position, quote = item["target"]["selector"]
        words = (quote["exact"], quote["prefix"], quote["suffix"])
        found.append((item["id"], Span(position["start"], position["end"], *words)))
    return found


def check_annotations(data: bytes) -> list[str]:
    """What the model (section 3) asks for and ``data`` has not; empty if it is sound."""
    page = msgspec.json.decode(data)
    wrong = [] if page.get("@context") == CONTEXT else ["no @context of the model"]
    ids = [item.get("id") for item in page.get("items", [])]
    wrong.extend(f"{key}: given twice" for key in sorted({k for k in ids if ids.count(k) > 1}))
    wrong.extend(
        f"{item.get('id')}: no annotation with a target"
        for item in page.get("items", [])
        if item.get("type") != "Annotation" or not item.get("target", {}).get("source")
    )
    return wrong
