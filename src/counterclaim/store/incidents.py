"""One incident out of a store's ledger."""

from __future__ import annotations

import msgspec

from counterclaim.errors import OptionError
from counterclaim.records import Decision, Incident, Ledger

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
        decisions=[one for one in ledger.decisions if _about(one, ledger, incident)],
    )


def _about(decision: Decision, ledger: Ledger, incident: Incident) -> bool:
    """Whether a decision is on the incident, its pages, its links, or on such a decision."""
    names = {incident.code, incident.id, *incident.previous_codes}
    subject = decision.subject
    if names & {subject, decision.incident, decision.value if decision.kind == "merge" else None}:
        return True
    if subject.partition(".")[0] in incident.documents:
        return True
    if any(one.id == subject and one.incident == incident.id for one in ledger.relations):
        return True
    earlier = (one for one in ledger.decisions if one.id == subject and decision.kind == "withdraw")
    return any(_about(one, ledger, incident) for one in earlier)
