"""What people decided: which of it is on an incident or a record, and how it is put."""

from __future__ import annotations

from collections.abc import Iterable

from counterclaim.records import Decided, Decision, Incident, Ledger

__all__ = ["changed_by", "decided_text", "decision_note", "decisions_on"]


def decisions_on(ledger: Ledger, incident: Incident) -> list[Decision]:
    """Decisions on the incident, its pages' records, its links, or on such a decision."""
    names = {incident.code, incident.id, *incident.previous_codes}
    links = {one.id for one in ledger.relations if one.incident == incident.id}
    on = {one.id for one in ledger.decisions if _is_on(one, names, set(incident.documents), links)}
    return [one for one in ledger.decisions if one.id in on or one.subject in on]


def _is_on(one: Decision, names: set[str], documents: set[str], links: set[str]) -> bool:
    merged = one.value if one.kind == "merge" else None
    return bool(
        names & {one.subject, one.incident, merged}
        or one.subject.partition(".")[0] in documents
        or one.subject in links
    )


def changed_by(decisions: Iterable[Decision]) -> dict[str, list[Decision]]:
    """The corrections in effect, by the id of the record that they changed."""
    found: dict[str, list[Decision]] = {}
    for one in decisions:
        if one.kind == "correct" and one.status == "applied":
            found.setdefault(one.subject, []).append(one)
    return found


def decision_note(one: Decision) -> str:
    """A correction in a line: "low read as 90, corrected by Ana on 2031-05-04: counted twice"."""
    field = "" if one.field == "figure" else f"{one.field} "
    return f"{field}read as {decided_text(one.was)}, corrected by {_told(one)}"


def _told(one: Decision) -> str:
    return f"{one.who} on {one.at[:10]}: {one.reason}"


def decided_text(value: Decided) -> str:
    """A value of a decision for people; words in quotation marks, ``–`` for nothing."""
    if value is None:
        return "–"
    if isinstance(value, list):
        return " … ".join(f"“{' '.join(span.exact.split())}”" for span in value) or "–"
    return str(value)
