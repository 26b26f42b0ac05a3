"""PLOVER events (Open Event Data Alliance), one JSON object a line."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import msgspec

from counterclaim.exports.cameo import cameo_codes
from counterclaim.exports.options import Options
from counterclaim.exports.view import View, permalink
from counterclaim.records import Event, Ledger, Reading, Span

__all__ = ["EVENTS", "plover"]

EVENTS = frozenset(
    "AGREE CONSULT SUPPORT CONCEDE COOPERATE AID RETREAT REQUEST ACCUSE REJECT THREATEN PROTEST "
    "SANCTION MOBILIZE COERCE ASSAULT".split()
)
"""PLOVER's sixteen events."""


def plover(ledger: Ledger, options: Options) -> bytes:
    """A line for each event that PLOVER knows; what it has no field for stands under ``claim``."""
    view = View(ledger)
    lines = [
        msgspec.json.encode(_record(view, reading, event, options))
        for reading in ledger.readings
        for event in reading.events
        if event.event in EVENTS
    ]
    return b"".join(line + b"\n" for line in lines)


def _record(view: View, reading: Reading, event: Event, options: Options) -> dict[str, Any]:
    statement = view.statements.get(event.statement or "")
    moment = view.moments.get(event.moment or "")
    place = view.places.get(event.place or "")
    code = view.code_of(event)
    return {
        "id": event.id,
        "date": moment.earliest if moment else None,
        "source": list(_side(view, event.actor, event.actor_span)),
        "target": list(_side(view, event.recipient, event.recipient_span)),
        "event": event.event,
        "mode": event.mode,
        "context": event.context,
        "cameo": cameo_codes(event.event, event.mode, event.context),
        "eventText": event.span.exact,
        "location": place.name if place else None,
        "latitude": place.lat if place else None,
        "longitude": place.lon if place else None,
        "text": " … ".join(span.exact for span in statement.content) if statement else None,
        "language": "en",
        "publication": reading.document.outlet,
        "url": reading.document.url,
        "claim": {
            "incident": code,
            "link": permalink(options.base, code or event.id),
            "statement": event.statement,
            "origin": view.name(statement.origin) if statement else None,
            "force": statement.force if statement else None,
            "modality": event.modality,
            "document": event.document,
            "span": [event.span.start, event.span.end],
        },
    }


def _side(view: View, actor: str | None, span: Span | None) -> Iterator[dict[str, Any]]:
    if span is not None:
        known = view.actors.get(actor or "")
        code = known.country if known else None
        yield {"actorText": span.exact, "code": code, "sector": known.kind if known else None}
