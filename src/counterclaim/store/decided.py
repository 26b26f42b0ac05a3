"""People's decisions, put into effect on what the machine read and suggested."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import cast, get_args

import msgspec

from counterclaim.ledger import Ruling, Told, build_ledger
from counterclaim.records import (
    Decision,
    DecisionKind,
    DecisionStatus,
    Harm,
    Incident,
    Ledger,
    LinkStatus,
    Pick,
    Reading,
    Relation,
    Span,
    Statement,
)
from counterclaim.store.corrections import NOUNS, Corrigible, apply_to_reading, find_record
from counterclaim.store.kept import Anchor, Kept

__all__ = [
    "anchor_of",
    "decided_ledger",
    "located",
    "on_pages",
    "standing",
]

STATUS: dict[DecisionKind, LinkStatus] = {"confirm": "confirmed", "reject": "rejected"}


def anchor_of(record: Corrigible, engine: str) -> Anchor:
    """By what ``record`` is known again."""
    return Anchor(engine=engine, range=_span(record).range)


def _span(record: Corrigible) -> Span:
    return record.content[0] if isinstance(record, Statement) else record.span


def decided_ledger(
    readings: Sequence[Reading], decisions: Iterable[Kept], before: Sequence[Incident] = ()
) -> Ledger:
    """The ledger of ``readings`` with what people decided in effect, and the decisions in it.

    Corrections and rejections change the readings before anything is derived from them; merges and
    splits change how they are grouped; picks and words on links are entered at the end. A decision
    on what is not there (an older version of a page) changes nothing and says so in its ``status``.
    ``before`` are the incidents whose codes live on.
    """
    kept = standing(list(decisions))
    pages = {one.document.id: one for one in readings}
    for number, one in enumerate(kept):
        kept[number] = _on_page(pages, one)
    rulings = [
        _ruling(one)
        for one in kept
        if one.decision.kind in ("merge", "split") and _stands(one.decision)
    ]
    ledger = build_ledger(list(pages.values()), rulings=rulings, before=before)
    for number, one in enumerate(kept):
        ledger, decision = _on_whole(ledger, one)
        kept[number] = Kept(decision, one.detail)
    return msgspec.structs.replace(ledger, decisions=[one.decision for one in kept])


def on_pages(decisions: Iterable[Kept]) -> list[Kept]:
    """Those on what stands on pages, and not on how they are grouped into incidents."""
    return [
        one
        for one in decisions
        if one.decision.kind == "withdraw" or one.decision.subject.startswith("d-")
    ]


def standing(kept: list[Kept]) -> list[Kept]:
    """The last word on one thing stands; a withdrawn decision does not."""
    gone = {one.decision.subject for one in kept if one.decision.kind == "withdraw"}
    last = {
        _on(one): one.decision.id
        for one in kept
        if one.decision.id not in gone and one.decision.kind not in ("note", "withdraw")
    }
    return [_marked(one, gone, last) for one in kept]


def _on(one: Kept) -> tuple[str, ...]:
    """What a decision is on: a later one on the same replaces it."""
    said = one.decision
    if said.kind in ("confirm", "reject"):
        return ("link", said.subject)
    if said.kind == "correct":
        return ("correct", said.subject, said.field or "")
    if said.kind == "pick":
        return ("pick", said.incident or said.subject, said.field or "")
    return (said.kind, said.id)


def _marked(one: Kept, gone: set[str], last: dict[tuple[str, ...], str]) -> Kept:
    said = one.decision
    if said.id in gone:
        return Kept(msgspec.structs.replace(said, status="withdrawn"), one.detail)
    if said.kind not in ("note", "withdraw") and last[_on(one)] != said.id:
        return Kept(msgspec.structs.replace(said, status="replaced"), one.detail)
    return one


def _stands(said: Decision) -> bool:
    return said.status == "recorded"


def _status(said: Decision, status: DecisionStatus) -> Decision:
    return msgspec.structs.replace(said, status=status)


def _on_page(pages: dict[str, Reading], one: Kept) -> Kept:
    """A correction or rejection of a page's record in effect in ``pages``."""
    said = one.decision
    document = said.subject.partition(".")[0]
    if not (_stands(said) and said.kind in ("correct", "reject") and document.startswith("d-")):
        return one
    reading = pages.get(document)
    key = None if reading is None else located(reading, said.subject, one.detail.anchor)
    if reading is None or key is None:
        return Kept(_status(said, "elsewhere"), one.detail)
    value = said.value
    text = reading.document.text
    if one.detail.ranges:
        value = [Span.of(text, start, end) for start, end in one.detail.ranges]
    told = msgspec.structs.replace(said, subject=key, value=value)
    try:
        pages[document], told = apply_to_reading(reading, told)
    except (KeyError, ValueError, msgspec.ValidationError):
        return Kept(_status(said, "elsewhere"), one.detail)
    return Kept(told, one.detail)


def located(reading: Reading, key: str, anchor: Anchor) -> str | None:
    """The id that the record decided on has in ``reading``."""
    found = find_record(reading, key)
    if anchor.range is None or (found is not None and _span(found).range == anchor.range):
        return None if found is None else found.id
    letter = key.partition(".")[2][:1]
    for name in NOUNS.values():
        for record in getattr(reading, name):
            same = record.id.partition(".")[2][:1] == letter
            if same and _span(record).range == anchor.range:
                return str(record.id)
    return None


def _ruling(one: Kept) -> Ruling:
    said, detail = one.decision, one.detail
    told = Told(said.subject, frozenset(detail.anchor.statements))
    if said.kind == "split":
        return Ruling("split", told, apart=frozenset(detail.statements))
    other = Told(detail.other or "", frozenset(detail.others.statements))
    return Ruling("merge", told, other)


def _on_whole(ledger: Ledger, one: Kept) -> tuple[Ledger, Decision]:
    """A decision on a link or an incident in effect in ``ledger``."""
    said = one.decision
    if not _stands(said):
        return ledger, said
    if said.kind in STATUS and said.subject.startswith("r-"):
        return _linked(ledger, said)
    if said.kind == "pick":
        return _picked(ledger, one)
    if said.kind in ("note", "withdraw", "confirm", "correct"):
        return ledger, said
    incident = _incident(ledger, said.subject, one.detail.anchor)
    if incident is None:
        return ledger, _status(said, "elsewhere")
    if said.kind == "reject":
        return _without(ledger, incident), _status(said, "applied")
    return ledger, _status(said, "applied")


def _linked(ledger: Ledger, said: Decision) -> tuple[Ledger, Decision]:
    if all(link.id != said.subject for link in ledger.relations):
        return ledger, _status(said, "elsewhere")
    relations = [_with(link, said) for link in ledger.relations]
    return msgspec.structs.replace(ledger, relations=relations), _status(said, "applied")


def _with(relation: Relation, said: Decision) -> Relation:
    if relation.id != said.subject:
        return relation
    return msgspec.structs.replace(relation, status=STATUS[said.kind])


def _incident(ledger: Ledger, subject: str, anchor: Anchor) -> Incident | None:
    """The incident of that code or id, else the one that shares most of its statements."""
    for names in (lambda i: (i.code, i.id), lambda i: i.previous_codes):
        for one in ledger.incidents:
            if subject in names(one):
                return one
    wanted = set(anchor.statements)
    shared = [(len(wanted & set(one.statements)), one) for one in ledger.incidents]
    best = max(shared, key=lambda pair: pair[0], default=(0, None))
    return best[1] if best[0] else None


def _without(ledger: Ledger, incident: Incident) -> Ledger:
    return msgspec.structs.replace(
        ledger,
        incidents=[one for one in ledger.incidents if one.id != incident.id],
        accounts=[one for one in ledger.accounts if one.incident != incident.id],
        origins=[one for one in ledger.origins if one.incident != incident.id],
        relations=[one for one in ledger.relations if one.incident != incident.id],
    )


def _picked(ledger: Ledger, one: Kept) -> tuple[Ledger, Decision]:
    said = one.decision
    incident = _incident(ledger, said.incident or said.subject, one.detail.anchor)
    value, harm = str(said.value or ""), said.field or "killed"
    if incident is None or not value.isdigit() or harm not in get_args(Harm):
        return ledger, _status(said, "elsewhere")
    pick = Pick(
        harm=cast("Harm", harm),
        value=int(value),
        decision=said.id,
        who=said.who,
        at=said.at,
        reason=said.reason,
        count=said.subject if said.subject.startswith("d-") else None,
    )
    picks = [old for old in incident.picks if old.harm != pick.harm]
    new = msgspec.structs.replace(incident, picks=[*picks, pick])
    incidents = [new if i.id == new.id else i for i in ledger.incidents]
    return msgspec.structs.replace(ledger, incidents=incidents), _status(said, "applied")
