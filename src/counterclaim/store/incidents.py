"""One incident out of a store's ledger."""

from __future__ import annotations

import msgspec

from counterclaim.errors import OptionError
from counterclaim.ledger.decisions import decisions_on
from counterclaim.records import Incident, Ledger

__all__ = ["find_incident", "narrow"]


def find_incident(ledger: Ledger, subject: str) -> Incident:
    """The incident whose code, earlier code or id is ``subject``.

    Raises:
        OptionError: CC208 if there is none.
    """
    for incident in ledger.incidents:
        if subject in (incident.code, incident.id):
            return incident
    for incident in ledger.incidents:
        if subject in incident.previous_codes:
            return incident
    raise OptionError("CC208", subject=subject)


def narrow(ledger: Ledger, incident: Incident) -> Ledger:
    """The part of ``ledger`` that ``incident`` rests on: its pages whole, and itself alone."""
    return msgspec.structs.replace(
        ledger,
        readings=[one for one in ledger.readings if one.document.id in incident.documents],
        incidents=[incident],
        accounts=[one for one in ledger.accounts if one.incident == incident.id],
        origins=[one for one in ledger.origins if one.incident == incident.id],
        relations=[one for one in ledger.relations if one.incident == incident.id],
        decisions=decisions_on(ledger, incident),
    )
