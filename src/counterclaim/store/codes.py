"""Codes of incidents, each kept from when it was first given, with what it was given to.

Which incidents there are is worked out anew whenever something is added. The codes they had are
not: they have been cited. So every code is kept with the statements and pages that it stands for,
in rows that are only ever added and say each what is different since the one before; and what is
grouped anew is named after them (``build_ledger(…, before=…)``). Each row has an audit row, written
in the same transaction.
"""

from __future__ import annotations

import hashlib
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import islice
from typing import Any

import msgspec
from sqlalchemy import Connection, func, insert, select

from counterclaim.records import Incident
from counterclaim.store.appending import append_audits
from counterclaim.store.sightings import later_versions
from counterclaim.store.tables import codes, statements

__all__ = [
    "Naming",
    "audit_given",
    "ended_when",
    "ever_given",
    "given_before",
    "keep_given",
    "lead_on",
    "sealed",
]

CHUNK = 500
"""Ids asked for at once."""


class Naming(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """What is different about a code from here on.

    Attributes:
        id: of the incident.
        more, less: ids of statements and documents that it stands for, or no longer does.
        previous: the codes that lead to it.
        ended: it lives on in the incident that lists it among its earlier codes.
    """

    id: str
    more: list[str] = []
    less: list[str] = []
    previous: list[str] = []
    ended: bool = False


def given_before(connection: Connection) -> list[Incident]:
    """The incidents as they were named last, by the order in which their codes were first given.

    Also those of which nothing is left, so that their codes are given to nothing else. Where a page
    has a new version, its incident has that one's statements of the same words too: it goes on.
    """
    found = [
        Incident(
            id=last.id,
            code=code,
            title="",
            documents=[key for key in held if "." not in key],
            statements=[key for key in held if "." in key],
            previous_codes=last.previous,
        )
        for code, (last, held) in _standing(connection).items()
        if not last.ended
    ]
    return _carried_on(connection, found)


def keep_given(
    connection: Connection,
    grouped: Sequence[Incident],
    arranged: Sequence[Incident],
    at: str,
    who: str,
) -> None:
    """Keep what the codes of incidents stand for, and that they were given.

    Args:
        connection: of a transaction that writes.
        grouped: the incidents without people's word on them.
        arranged: with it; what was split off by hand has a code that no grouping goes on with.
        at: ISO 8601, UTC.
        who: the version that grouped them.
    """
    now = {one.code for one in grouped}
    standing = _standing(connection)
    told = [(one, False) for one in grouped]
    told += [(one, True) for one in arranged if one.code not in now]
    rows = [row for one, end in told if (row := _difference(one, standing, end)) is not None]
    merged = {code for one in grouped for code in one.previous_codes} - now
    for code in standing:
        last = standing[code][0]
        if code in merged and not last.ended:
            rows.append((code, Naming(id=last.id, previous=last.previous, ended=True)))
    if rows:
        values = [
            {"code": code, "at": at, "body": msgspec.json.encode(body).decode()}
            for code, body in rows
        ]
        connection.execute(insert(codes), values)
        append_audits(connection, (_noted(value, at, who) for value in values))


def audit_given(connection: Connection, at: str, who: str) -> None:
    """Audit rows for all codes: of a store from before they were audited."""
    kept = connection.execute(select(codes).order_by(codes.c.id)).mappings().all()
    append_audits(connection, (_noted(dict(row), at, who) for row in kept))


def _noted(row: Mapping[str, Any], at: str, who: str) -> dict[str, Any]:
    detail = sealed(row)
    return {"at": at, "who": who, "action": "code", "subject": row["code"], "detail": detail}


def sealed(row: Mapping[str, Any]) -> dict[str, str]:
    """What the audit row of a row of ``codes`` says."""
    return {"given": row["at"], "digest": hashlib.sha256(row["body"].encode()).hexdigest()}


def ever_given(connection: Connection) -> list[str]:
    """Every code that any incident ever had, in the order in which they were first given."""
    first = func.min(codes.c.id)
    query = select(codes.c.code).group_by(codes.c.code).order_by(first)
    return list(connection.scalars(query))


def ended_when(connection: Connection) -> dict[str, str]:
    """The codes that have ended, and when (ISO 8601, UTC) they did."""
    query = select(codes.c.code, codes.c.at, codes.c.body).order_by(codes.c.id)
    found: dict[str, str] = {}
    for code, at, body in connection.execute(query):
        found.pop(code, None)
        if msgspec.json.decode(body, type=Naming).ended:
            found[code] = at
    return found


def lead_on(connection: Connection, incidents: Sequence[Incident]) -> dict[str, str]:
    """Ended codes that no incident lists, and the codes of those that now hold most they stood for.

    What was split off by hand and put back is such a code.
    """
    names = {code for one in incidents for code in (one.code, *one.previous_codes)}
    holder = {key: one.code for one in incidents for key in one.statements}
    found = {}
    for code, (last, held) in _standing(connection).items():
        shared = Counter(holder[key] for key in held if key in holder)
        if last.ended and code not in names and shared:
            found[code] = shared.most_common(1)[0][0]
    return found


_Standing = dict[str, tuple[Naming, dict[str, None]]]


def _standing(connection: Connection) -> _Standing:
    """Each code with its last row, and the ids that it stands for, in their order."""
    found: _Standing = {}
    query = select(codes.c.code, codes.c.body).order_by(codes.c.id)
    for code, body in connection.execute(query):
        naming = msgspec.json.decode(body, type=Naming)
        held = found[code][1] if code in found else {}
        for key in naming.less:
            held.pop(key, None)
        held.update(dict.fromkeys(naming.more))
        found[code] = naming, held
    return found


def _difference(one: Incident, standing: _Standing, ended: bool) -> tuple[str, Naming] | None:
    last, held = standing.get(one.code, (None, {}))
    wanted = dict.fromkeys((*one.documents, *one.statements))
    naming = Naming(
        id=one.id,
        more=[key for key in wanted if key not in held],
        less=[key for key in held if key not in wanted],
        previous=one.previous_codes,
        ended=ended,
    )
    bare = Naming(id=one.id, previous=one.previous_codes, ended=ended)
    # Not compared with the last row as a whole: that one says what was different then.
    if last is not None and naming == bare:
        same = (last.ended, last.previous) == (ended, bare.previous)
        return None if same else (one.code, naming)
    return one.code, naming


def _carried_on(connection: Connection, before: list[Incident]) -> list[Incident]:
    """``before`` with what became of their statements in later versions of their pages."""
    later = later_versions(connection, {key for one in before for key in one.documents})
    if not later:
        return before
    said = _said(connection, {*later, *(new for news in later.values() for new in news)})
    moved: dict[str, str] = {}
    for old, news in later.items():
        for new in news:
            moved.update(_same_words(said[old], said[new]))
    return [
        msgspec.structs.replace(
            one,
            documents=_with(
                one.documents, (new for d in one.documents for new in later.get(d, ()))
            ),
            statements=_with(one.statements, (moved[s] for s in one.statements if s in moved)),
        )
        for one in before
    ]


def _with(keys: list[str], more: Iterable[str]) -> list[str]:
    return list(dict.fromkeys((*keys, *more)))


_Said = dict[str, str]
"""The words of statements by their ids."""


def _said(connection: Connection, documents: set[str]) -> defaultdict[str, _Said]:
    found: defaultdict[str, _Said] = defaultdict(dict)
    columns = (statements.c.document, statements.c.statement, statements.c.folded)
    for some in _chunks(sorted(documents)):
        query = select(*columns).where(statements.c.document.in_(some)).order_by(statements.c.id)
        for document, key, words in connection.execute(query):
            found[document][key] = words
    return found


def _chunks(keys: Sequence[str]) -> Iterator[list[str]]:
    rest = iter(keys)
    while some := list(islice(rest, CHUNK)):
        yield some


def _same_words(old: _Said, new: _Said) -> Iterator[tuple[str, str]]:
    """Statements of two versions that say the same, the first with the first and so on."""
    waiting: defaultdict[str, list[str]] = defaultdict(list)
    for key, words in reversed(new.items()):
        waiting[words].append(key)
    for key, words in old.items():
        if waiting[words]:
            yield key, waiting[words].pop()
