"""People's decisions as the dossier shows them: beside what was read, never in its place alone."""

from __future__ import annotations

from collections.abc import Mapping

import msgspec

from counterclaim.dossier.index import Index
from counterclaim.dossier.model import DecisionView, Toll
from counterclaim.ledger.decisions import decided_text, decisions_on
from counterclaim.records import (
    Count,
    Decision,
    Event,
    Incident,
    Intent,
    Ledger,
    Moment,
    Place,
)

__all__ = ["decision_views", "with_pick"]

DONE = {
    "confirm": "confirmed",
    "correct": "corrected",
    "merge": "merged",
    "note": "note",
    "pick": "picked",
    "reject": "rejected",
    "split": "split",
    "withdraw": "withdrawn",
}
"""Kind of a decision → its heading."""

NOUNS = {"s": "statement", "n": "figure", "e": "event", "p": "place", "m": "time", "i": "purpose"}
"""Letter in a record's id → what it is."""


def decision_views(index: Index, ledger: Ledger, main: Incident | None) -> list[DecisionView]:
    """The decisions on the main incident, oldest first; all of them where there is none."""
    told = ledger.decisions if main is None else decisions_on(ledger, main)
    return [_view(index, one) for one in told]


def with_pick(toll: Toll, incident: Incident | None) -> Toll:
    """``toll`` with the number that a person picked, if one did."""
    for one in incident.picks if incident else ():
        if one.harm == toll.harm:
            told = f"{one.value} picked by {one.who}, {one.at[:10]}: {one.reason}"
            return msgspec.structs.replace(toll, picked=told)
    return toll


def _view(index: Index, one: Decision) -> DecisionView:
    statement = _statement(index, one.subject)
    return DecisionView(
        kind=DONE[one.kind],
        of=_of(one),
        was="" if one.was is None else decided_text(one.was),
        value="" if one.value is None else decided_text(one.value),
        who=one.who,
        at=one.at,
        reason=one.reason,
        status=one.status,
        code=index.codes.get(statement or "", ""),
        anchor=index.anchor(one.subject) if statement else "",
    )


def _of(one: Decision) -> str:
    """What the decision is on, in a word or by its code."""
    letter = one.subject.partition(".")[2][:1]
    if letter in NOUNS:
        field = f", {one.field}" if one.field and one.field != "figure" else ""
        return NOUNS[letter] + field
    if one.subject.startswith("r-"):
        return "link"
    return one.subject


def _statement(index: Index, subject: str) -> str | None:
    """The statement that a record stands in, if the ledger still has it."""
    if subject in index.statements:
        return subject
    facts: Mapping[str, Count | Event | Place | Moment | Intent] = {
        **index.counts,
        **index.events,
        **index.places,
        **index.moments,
        **index.intents,
    }
    return facts[subject].statement if subject in facts else None
