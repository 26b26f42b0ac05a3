"""schema.org ``Claim``: what is claimed, by whom, where it appeared.

Where its words stand is said in the terms of the W3C's Open Annotation (``oa:``), for which
schema.org has none. What people decided on a claim is a ``ClaimReview`` of it, with their reason
and without a rating: nothing here is a verdict.
"""

from __future__ import annotations

from typing import Any

import msgspec

from counterclaim.exports.options import Options
from counterclaim.exports.view import View, permalink
from counterclaim.ledger.decisions import decided_text
from counterclaim.records import Decision, Ledger, Statement

__all__ = ["claims"]

OA = "http://www.w3.org/ns/oa#"

REVIEWS = frozenset({"confirm", "reject", "note", "pick", "correct"})
"""Kinds of decisions that are on claims."""


def claims(ledger: Ledger, options: Options) -> bytes:
    """A graph of claims, one for each statement that belongs to an incident, and their reviews."""
    view = View(ledger)
    graph = [_claim(view, one, options) for one in view.statements.values() if one.id in view.codes]
    graph += [
        _review(view, decision, key, options)
        for decision in ledger.decisions
        if decision.status in ("applied", "recorded") and decision.kind in REVIEWS
        for key in _reviewed(view, decision)
        if key in view.codes
    ]
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
        "url": permalink(options.base, view.codes[one.id]),
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


def _review(view: View, decision: Decision, key: str, options: Options) -> dict[str, Any]:
    """A person's decision on the claim ``key``."""
    words = " … ".join(span.exact for span in view.statements[key].content)
    field = f" {decision.field}" if decision.field else ""
    value = f" as {decided_text(decision.value)}" if decision.value is not None else ""
    return {
        "@type": "ClaimReview",
        "@id": permalink(options.base, f"{decision.id}/{key}"),
        "url": permalink(options.base, view.codes[key]),
        "name": f"{decision.kind}{field}{value}",
        "claimReviewed": words,
        "itemReviewed": {"@type": "Claim", "@id": permalink(options.base, key)},
        "author": {"@type": "Person", "name": decision.who},
        "datePublished": decision.at,
        "reviewBody": decision.reason,
    }


def _reviewed(view: View, decision: Decision) -> list[str]:
    """The statements that a decision is on: those of a link, of a fact read from one, or itself."""
    on = {decision.subject, decision.value if isinstance(decision.value, str) else ""}
    found = [key for one in view.ledger.relations if one.id in on for key in (one.a, one.b)]
    for reading in view.ledger.readings:
        found += [one.statement or "" for one in reading.counts if one.id in on]
        found += [one.statement or "" for one in reading.events if one.id in on]
        found += [one.statement or "" for one in reading.places if one.id in on]
        found += [one.statement or "" for one in reading.moments if one.id in on]
    return [key for key in dict.fromkeys([*found, decision.subject]) if key in view.statements]
