"""schema.org ``Claim``: what is claimed, by whom, where it appeared.

Where its words stand is said in the terms of the W3C's Open Annotation (``oa:``), which schema.org
has X
"""

from __future__ import annotations

from typing import Any

import msgspec

from counterclaim.exports.options import Options
from counterclaim.exports.view import View, permalink
from counterclaim.records import Ledger, Statement

__all__ = ["claims"]

OA = "http://www.w3.org/ns/oa#"


def claims(ledger: Ledger, options: Options) -> bytes:
    """A graph of claims, one for each statement that belongs to an incident."""
    view = View(ledger)
    graph = [_claim(view, one, options) for one in view.statements.values() if one.id in view.codes]
    whole = {"@context": ["https://schema.org", {"oa": OA}], "@graph": graph}
    return msgspec.json.format(msgspec.json.encode(whole))


def _claim(view: View, one: Statement, options: Options) -> dict[str, Any]:
    document = view.document(one)
    actor = view.actors.get(one.origin or "")
    kind = "Person" if actor and actor.kind == "person" else "Organization"
    work: dict[str, Any] = {"@type": "NewsArticle", "name": document.name}
    work.update({"url": document.url} if document.url else {})
    work.update({"datePublished": document.published.value} if document.published.value else {})
    return {
        "@type": "Claim",
        "@id": permalink(options.base, one.id),
        "text": " … ".join(span.exact for span in one.content),
        "author": {"@type": kind, "name": actor.name} if actor else None,
        "about": {"@type": "Event", "identifier": view.codes[one.id]},
        "appearance": {**work, "identifier": one.document},
        "oa:hasSelector": [
            {
                "@type": "oa:TextPositionSelector",
                "oa:start": span.start,
                "oa:end": span.end,
                "oa:exact": span.exact,
            }
            for span in one.content
        ],
    }
