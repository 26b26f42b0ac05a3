"""What people corrected and rejected in a reading, put into effect."""

from __future__ import annotations

import re
from typing import Any, TypeVar, get_args, get_type_hints

import msgspec

from counterclaim.records import (
    Count,
    Decided,
    Decision,
    Event,
    Intent,
    Moment,
    Place,
    Reading,
    Span,
    Statement,
)

__all__ = ["FIGURE", "NOUNS", "Corrigible", "apply_to_reading", "correctable", "find_record"]

Corrigible = Statement | Place | Moment | Count | Event | Intent

NOUNS: dict[type, str] = {
    Statement: "statements",
    Place: "places",
    Moment: "moments",
    Count: "counts",
    Event: "events",
    Intent: "intents",
}
"""What a person may correct or reject, and the field of :class:`Reading` that holds it."""

FIXED = frozenset(
    {"id", "document", "block", "statement", "chain", "counts", "hedges", "number", "part_of"}
    | {"said_at", "sequence", "voice", "score", "status", "reason", "anchor", "running"}
)
"""Fields that tie records together or tell how they were read."""

FIGURE = "figure"
"""``low``, ``best`` and ``high`` of a count at once: "62", "40-60", "40-" for at least."""

_FIGURE = re.compile(r"(\d{1,9})(?:\s?(-|–)\s?(\d{1,9})?)?")

R = TypeVar("R", bound=Corrigible)


def correctable(kind: type) -> dict[str, bool]:
    """Fields of ``kind`` that can be corrected; true for those that are spans."""
    hints = get_type_hints(kind)
    found = {name: Span in _leaves(hints[name]) for name in kind.__struct_fields__}  # type: ignore[attr-defined]
    fields = {name: spans for name, spans in found.items() if name not in FIXED}
    return {FIGURE: False, **fields} if kind is Count else fields


def _leaves(hint: Any) -> set[Any]:
    return {hint} if not get_args(hint) else {leaf for a in get_args(hint) for leaf in _leaves(a)}


def find_record(reading: Reading, key: str) -> Corrigible | None:
    """The record of ``reading`` with the id ``key``, if it is one that can be decided on."""
    for name in NOUNS.values():
        for record in getattr(reading, name):
            if record.id == key:
                found: Corrigible = record
                return found
    return None


def apply_to_reading(reading: Reading, decision: Decision) -> tuple[Reading, Decision]:
    """``reading`` with a correction or a rejection in effect, and the decision with what was read.

    Raises:
        ValueError: if the value does not fit the field.
        KeyError: if there is no such record or field.
    """
    record = find_record(reading, decision.subject)
    if record is None:
        raise KeyError(decision.subject)
    if decision.kind == "reject":
        words = record.content if isinstance(record, Statement) else [record.span]
        return _without(reading, record.id), _done(decision, words)
    field = decision.field or (FIGURE if isinstance(record, Count) else "")
    if field not in correctable(type(record)):
        raise KeyError(field)
    corrected, was = _corrected(record, field, decision.value)
    told = msgspec.structs.replace(_done(decision, was), field=field)
    return _with(reading, corrected), told


def _done(decision: Decision, was: Decided) -> Decision:
    return msgspec.structs.replace(decision, was=was, status="applied")


def _corrected(record: R, field: str, value: Decided) -> tuple[R, Decided]:
    if isinstance(record, Count) and field == FIGURE:
        low, best, high = _figure(str(value))
        high_was = "" if record.high is None else record.high
        figure = f"{record.low}" if record.low == record.high else f"{record.low}-{high_was}"
        return msgspec.structs.replace(record, low=low, best=best, high=high), figure
    was = getattr(record, field)
    was = [was] if isinstance(was, Span) else was
    hint = get_type_hints(type(record))[field]
    if isinstance(value, list):
        new: Any = value if isinstance(getattr(record, field), list) else value[0]
    else:
        new = msgspec.convert(None if value in ("", None) else value, hint, strict=False)
    corrected = msgspec.structs.replace(record, **{field: new})
    if isinstance(corrected, Place) and corrected.lat is not None and corrected.lon is not None:
        corrected = msgspec.structs.replace(corrected, status="resolved")
    if isinstance(corrected, Statement) and field == "origin" and corrected.chain:
        # Whose word it is, is also the chain's last link.
        last = msgspec.structs.replace(corrected.chain[-1], actor=corrected.origin)
        corrected = msgspec.structs.replace(corrected, chain=[*corrected.chain[:-1], last])
    return corrected, was


def _figure(value: str) -> tuple[int, int | None, int | None]:
    match = _FIGURE.fullmatch(value.strip())
    if match is None:
        raise ValueError(f"{value!r} is no figure; write 62, 40-60 or 40- for at least 40")
    low = int(match[1])
    if match[2] is None:
        return low, low, low
    high = None if match[3] is None else int(match[3])
    if high is not None and high < low:
        raise ValueError(f"{value!r} ends below where it begins")
    return low, None, high


def _with(reading: Reading, record: Corrigible) -> Reading:
    name = NOUNS[type(record)]
    kept = [record if one.id == record.id else one for one in getattr(reading, name)]
    return msgspec.structs.replace(reading, **{name: kept})


def _without(reading: Reading, key: str) -> Reading:
    """Without a record and what was read in it; nothing that stays points at what is gone."""
    kept: dict[str, list[Any]] = {}
    for name in NOUNS.values():
        records = getattr(reading, name)
        kept[name] = [
            one for one in records if one.id != key and getattr(one, "statement", None) != key
        ]
    gone = {one.id for name in kept for one in getattr(reading, name)}
    gone -= {one.id for records in kept.values() for one in records}
    kept["events"] = [
        msgspec.structs.replace(
            one,
            place=None if one.place in gone else one.place,
            moment=None if one.moment in gone else one.moment,
            counts=[count for count in one.counts if count not in gone],
        )
        for one in kept["events"]
    ]
    kept["counts"] = [
        msgspec.structs.replace(one, part_of=None) if one.part_of in gone else one
        for one in kept["counts"]
    ]
    kept["statements"] = [
        msgspec.structs.replace(one, said_at=None) if one.said_at in gone else one
        for one in kept["statements"]
    ]
    return msgspec.structs.replace(reading, **kept)
