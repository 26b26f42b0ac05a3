"""A decision before it is kept: is its subject there, does its value fit, by what is it known?"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import get_args

import msgspec

from counterclaim.errors import OptionError
from counterclaim.records import (
    Count,
    Decision,
    DecisionKind,
    Harm,
    Incident,
    Ledger,
    Reading,
    Span,
)
from counterclaim.store.corrections import (
    FIGURE,
    Corrigible,
    apply_to_reading,
    correctable,
    find_record,
)
from counterclaim.store.decided import anchor_of
from counterclaim.store.incidents import find_incident
from counterclaim.store.kept import Anchor, Detail
from counterclaim.store.sightings import later_versions
from counterclaim.store.store import Store

__all__ = ["Asked", "overtaken", "prepare"]


@dataclass(frozen=True)
class Asked:
    """A decision as somebody puts it.

    Attributes:
        field, value, ranges: of a correction: the field, and its value or where its words stand.
        other: the incident to be merged into the subject.
        apart: ids of statements or documents to be split off.
        incident: the one that a figure is picked for, where its statement belongs to several.
    """

    kind: DecisionKind
    subject: str
    field: str | None = None
    value: str | None = None
    ranges: Sequence[tuple[int, int]] = ()
    other: str | None = None
    apart: Sequence[str] = ()
    incident: str | None = None


def prepare(store: Store, asked: Asked) -> tuple[str, Detail]:
    """The subject as it is kept, and the detail.

    Raises:
        OptionError: CC208 if the subject is not in the store, CC211 if the decision makes no sense.
    """
    if asked.kind == "withdraw":
        if all(asked.subject != one.id for one in store.decisions()):
            raise OptionError("CC208", subject=asked.subject)
        return asked.subject, Detail()
    held = [one for one in store.held() if one.document == asked.subject.partition(".")[0]]
    if held and asked.subject == held[-1].document:
        return _on_document(asked)
    if held:
        return _on_record(store, asked, store.reading(held[-1]))
    if asked.subject.startswith("r-"):
        return _on_relation(store.ledger(), asked)
    if asked.subject.startswith("actor:"):
        if asked.kind != "note" or all(a.id != asked.subject for a in store.ledger().actors):
            raise OptionError("CC208", subject=asked.subject)
        return asked.subject, Detail()
    return _on_incident(store.ledger(), asked)


def overtaken(store: Store, decisions: Iterable[Decision]) -> dict[str, list[str]]:
    """The newer versions (ids of documents) of pages whose older one was decided on.

    By the decision's id; a version that some page still holds is not overtaken.
    """
    documents = {one.id: one.subject.partition(".")[0] for one in decisions}
    with store.engine.connect() as connection:
        later = later_versions(connection, set(documents.values()))
    current = {one.document for one in store.newest()} if later else set()
    return {
        key: later[document]
        for key, document in documents.items()
        if document in later and document not in current
    }


def _refuse(asked: Asked, reason: str) -> OptionError:
    return OptionError("CC211", kind=asked.kind, subject=asked.subject, reason=reason)


def _on_document(asked: Asked) -> tuple[str, Detail]:
    if asked.kind != "note":
        raise _refuse(asked, "a page as a whole can only be given a note")
    return asked.subject, Detail()


def _on_record(store: Store, asked: Asked, reading: Reading) -> tuple[str, Detail]:
    record = find_record(reading, asked.subject)
    if record is None:
        others = {one.id for one in reading.blocks} | {one.id for one in reading.comments}
        others |= {one.id for one in reading.unresolved}
        if asked.kind != "note" or asked.subject not in others:
            raise OptionError("CC208", subject=asked.subject)
        return asked.subject, Detail()
    anchor = anchor_of(record, reading.document.engine)
    if asked.kind in ("merge", "split"):
        raise _refuse(asked, "only incidents are merged and split; list them with: incidents")
    if asked.kind == "pick":
        return _picked_count(store.ledger(), asked, record)
    if asked.kind == "correct":
        return asked.subject, _corrected(asked, reading, record, anchor)
    return asked.subject, Detail(anchor=anchor)


def _corrected(asked: Asked, reading: Reading, record: Corrigible, anchor: Anchor) -> Detail:
    """Tried on the reading: what cannot be put into effect is refused before it is kept."""
    fields = correctable(type(record))
    field = asked.field or (FIGURE if isinstance(record, Count) and not asked.ranges else None)
    if field not in fields:
        raise _refuse(asked, f"name the field: {', '.join(fields)}")
    if fields[field] != bool(asked.ranges) or bool(asked.ranges) == (asked.value is not None):
        wanted = "--span START:END" if fields[field] else "--value"
        raise _refuse(asked, f"{field} is corrected with {wanted}")
    try:
        text = reading.document.text
        spans = [Span.of(text, start, end) for start, end in asked.ranges]
        tried = Decision(
            id="",
            at="",
            who="",
            kind="correct",
            subject=record.id,
            reason="",
            field=field,
            value=spans or asked.value,
        )
        apply_to_reading(reading, tried)
    except (ValueError, msgspec.ValidationError) as error:
        raise _refuse(asked, str(error)) from error
    return Detail(field=field, value=asked.value, ranges=list(asked.ranges), anchor=anchor)


def _picked_count(ledger: Ledger, asked: Asked, record: Corrigible) -> tuple[str, Detail]:
    if not isinstance(record, Count):
        raise _refuse(asked, "only a figure, or one for an incident, can be picked")
    standing = {one.id: one for reading in ledger.readings for one in reading.counts}
    if record.id not in standing:
        raise _refuse(asked, "it was rejected, or stands on an older version of its page")
    # As corrected, if it was.
    record = standing[record.id]
    inside = [one for one in ledger.incidents if record.statement in one.statements]
    if asked.incident is not None:
        inside = [find_incident(ledger, asked.incident)]
    if len(inside) != 1:
        codes = ", ".join(one.code for one in inside) or "none"
        raise _refuse(asked, f"name one --incident; its statement belongs to: {codes}")
    exact = record.low if record.low == record.high else record.best
    value = asked.value or (None if exact is None else str(exact))
    if value is None:
        raise _refuse(asked, f"“{record.span.exact}” is no single number; say which with --value")
    return asked.subject, _pick(asked, inside[0], value, record.harm)


def _pick(asked: Asked, incident: Incident, value: str, harm: str) -> Detail:
    if not value.isascii() or not value.isdigit() or len(value) > 9:
        raise _refuse(asked, f"{value!r} is no number of people")
    if harm not in get_args(Harm):
        raise _refuse(asked, f"name the harm with --field: {', '.join(get_args(Harm))}")
    return Detail(field=harm, value=value, incident=incident.code, anchor=_whole(incident))


def _whole(incident: Incident) -> Anchor:
    return Anchor(statements=incident.statements)


def _on_relation(ledger: Ledger, asked: Asked) -> tuple[str, Detail]:
    if all(one.id != asked.subject for one in ledger.relations):
        raise OptionError("CC208", subject=asked.subject)
    if asked.kind not in ("confirm", "reject", "note"):
        raise _refuse(asked, "a link is confirmed, rejected or given a note")
    return asked.subject, Detail()


def _on_incident(ledger: Ledger, asked: Asked) -> tuple[str, Detail]:
    incident = find_incident(ledger, asked.subject)
    if asked.kind == "merge":
        other = find_incident(ledger, asked.other or "")
        if other is incident:
            raise _refuse(asked, "an incident cannot be merged with itself")
        detail = Detail(other=other.code, anchor=_whole(incident), others=_whole(other))
    elif asked.kind == "split":
        detail = Detail(statements=list(_apart(incident, asked)), anchor=_whole(incident))
    elif asked.kind == "pick":
        detail = _pick(asked, incident, asked.value or "", asked.field or "killed")
    elif asked.kind == "correct":
        raise _refuse(asked, "correct the statements and figures that it was made from")
    else:
        detail = Detail(anchor=_whole(incident))
    return incident.code, detail


def _apart(incident: Incident, asked: Asked) -> Iterator[str]:
    taken = [
        key
        for key in incident.statements
        if key in asked.apart or key.partition(".")[0] in asked.apart
    ]
    known = {*incident.statements, *incident.documents}
    if unknown := [key for key in asked.apart if key not in known]:
        raise _refuse(asked, f"{', '.join(unknown)} is not part of it")
    if not taken or len(taken) == len(incident.statements):
        raise _refuse(asked, "name with --apart some of its statements or documents, not all")
    yield from taken
