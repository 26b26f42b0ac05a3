"""Relations between numbers: confirms, disputes, revises, repeats, by interval arithmetic.

Two counts conflict only if their intervals share no number, they count the same harm of
comparable people within one window, and different sides answer for them. A later count of the same
side revises.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from datetime import date

from counterclaim.ledger.links import Evidence, Link, earlier, in_order, neighbours
from counterclaim.ledger.values import Value

__all__ = ["count_links"]

GROWTH = 1.5
"""Times by which a toll grows from one day to a later one without anybody disputing it."""

_AT_HAND = re.compile(
    r"\b(?:of (?:which|whom|them)|treat(?:ed|ing|s)?|buried|recovered|pulled|identified|"
    r"counted(?! (?:\w+ ){1,3}(?:dead|deaths|killed)\b)|"
    r"seen|saw|"
    r"bod(?:y|ies)|corpses?|among (?:those|them|the (?:dead|victims|killed|injured|wounded))|"
    r"images?|videos?|footage|photo(?:s|graphs?)?|pictures?|"
    r"taken to|at the scene|on the spot|instantly|hospitali[sz]ed|in (?:the |a )?hospital|"
    r"(?:critical|serious|stable) condition|autops\w+|"
    r"admitted \w+ (?:injured|wounded|patients|people))\b",
    re.IGNORECASE,
)
"""What is done with some of the victims, by one who does not speak of all."""

BEFORE = 24
"""Code points before a number in which words open it upwards."""

_SEVERAL = re.compile(
    r"\W*(?:several|some|a few|a number of|multiple|many|numerous)\b", re.IGNORECASE
)

_LEAST = re.compile(r"\b(?:at least|no fewer than|more than)(?: \w+)?\s$", re.IGNORECASE)

UNARMED = frozenset(
    "children women aid_workers journalists medics passengers protesters refugees".split()
)
"""Groups of civilians."""

WINDOW_DAYS = 3
"""Days between two sayings within which their numbers are of one state of knowledge."""


def count_links(evidence: Evidence) -> Iterator[Link]:
    """Links on counts of one incident."""
    sides = {
        side: [v for v in values if not v.denied]
        for side, values in evidence.sides("count").items()
    }
    for values in sides.values():
        yield from _revisions(values)
    for first, second in neighbours(sides):
        yield from _between(sides[first], sides[second], evidence)


def _revisions(values: list[Value]) -> Iterator[Link]:
    by_harm: defaultdict[str, list[Value]] = defaultdict(list)
    for value in values:
        by_harm[value.topic[0]].append(value)
    for harm in by_harm.values():
        for at, b in enumerate(harm):
            a = next((v for v in reversed(harm[:at]) if _one_series(v, b)), None)
            if a is None or not earlier(a.claim, b.claim):
                continue
            if _same_number(a, b):
                yield Link.between("repeats", "count", a, b, 0.9, "same side, same number")
            else:
                yield Link.between("revises", "count", a, b, 0.9, "same side, later number")


def _same_number(a: Value, b: Value) -> bool:
    """Whether two numbers are one: "nine" and then "at least nine" is no revision."""
    return a.key[:2] == b.key[:2] or (a.key[0] == b.key[0] and None in (a.key[1], b.key[1]))


def _one_series(a: Value, b: Value) -> bool:
    """Whether two numbers of one side follow each other: of one group, or of all and then of some.

    After "nobody" any number does; of "three soldiers" it is told that their number "has risen".
    """
    if a.topic == b.topic:
        return True
    if "" not in (a.topic[1], b.topic[1]):
        return False
    return a.key[:2] == (0, 0) or (not b.topic[1] and _running(b))


def _running(value: Value) -> bool:
    return any(c.running and c.span in value.spans for c in value.claim.counts)


def _between(ours: list[Value], theirs: list[Value], evidence: Evidence) -> Iterator[Link]:
    """At most one link a harm between two sides: their current numbers, else their first."""
    for harm in sorted({v.topic[0] for v in ours} & {v.topic[0] for v in theirs}):
        pairs = [
            (a, b)
            for a in _current([v for v in ours if v.topic[0] == harm])
            for b in _current([v for v in theirs if v.topic[0] == harm])
            if _comparable(a, b)
        ]
        links = [link for a, b in pairs if (link := _link(*in_order(a, b), evidence))]
        if links:
            yield max(links, key=lambda k: (k.kind == "disputes", k.score))


def _current(values: list[Value]) -> list[Value]:
    """The last number of each group, where it was first given."""
    current: dict[tuple[str, ...], Value] = {}
    for value in values:
        held = current.get(value.topic)
        if held is None or held.key != value.key:
            current[value.topic] = value
    return list(current.values())


def _comparable(a: Value, b: Value) -> bool:
    """Same group, or one of them counts everybody and the two numbers cannot both hold."""
    if a.topic == b.topic:
        return True
    whole, part = (a, b) if not a.topic[1] else (b, a)
    if whole.topic[1]:
        return _none_of(a, b) or _none_of(b, a)
    if a.key[:2] == b.key[:2]:
        return True
    high = whole.key[1]
    return isinstance(high, int) and _int(part.key[0]) > high


def _none_of(none: Value, some: Value) -> bool:
    """Whether one says that no civilian was harmed, and the other that some of a kind were."""
    nobody = none.key[:2] == (0, 0) and none.topic[1] == "civilians"
    return nobody and some.topic[1] in UNARMED and _int(some.key[0]) > 0


def _link(a: Value, b: Value, evidence: Evidence) -> Link | None:
    if disjoint(a, b):
        if not _one_window(a, b) or _risen(a, b):
            return None
        return Link.between("disputes", "count", a, b, 0.9, "intervals share no number")
    if evidence.witnesses.word(a.claim) == evidence.witnesses.word(b.claim):
        return Link.between("repeats", "count", a, b, 0.9, "same word passed on")
    if a.key[:2] == b.key[:2]:
        return Link.between("confirms", "count", a, b, 0.95, "same number, another origin")
    if _of_some(a) or _of_some(b):
        return None
    return Link.between("confirms", "count", a, b, 0.6, "intervals overlap, another origin")


def disjoint(a: Value, b: Value) -> bool:
    """Whether no number lies in both intervals; an open end reaches to infinity.

    Who treated or buried some has not counted all: his number is the least that there were.
    """
    return _below(a, b) or _below(b, a)


def _below(a: Value, b: Value) -> bool:
    high = a.key[1]
    if not isinstance(high, int) or high >= _int(b.key[0]):
        return False
    return not _of_some(a) and not _at_least(a)


def _at_least(value: Value) -> bool:
    """Whether words open a number upwards: "puts the toll at least at 85", "several"."""
    text = value.claim.document.text
    if any(_SEVERAL.match(span.exact) for span in value.spans):
        return True
    return any(_LEAST.search(text[max(0, s.start - BEFORE) : s.start]) for s in value.spans)


def _of_some(value: Value) -> bool:
    """Whether a number is of those whom one source has had to do with, not of all."""
    chain = value.claim.statement.chain
    source = chain[-1].name if chain else ""
    return _AT_HAND.search(f"{source} {_cue(value)} {value.claim.text}") is not None


def _cue(value: Value) -> str:
    return value.claim.statement.cue.exact if value.claim.statement.cue else ""


def _risen(a: Value, b: Value) -> bool:
    """Whether ``b`` says that the toll has risen since: an update of the facts, not a dispute.

    On a later day, somewhat more is what tolls do.
    """
    grown = a.claim.day < b.claim.day and _int(b.key[0]) <= GROWTH * max(1, _int(a.key[0]))
    return (_running(b) or grown) and _below(a, b)


def _one_window(a: Value, b: Value) -> bool:
    try:
        days = date.fromisoformat(b.claim.day) - date.fromisoformat(a.claim.day)
    except ValueError:
        return True
    return abs(days.days) <= WINDOW_DAYS


def _int(value: str | int | None) -> int:
    return value if isinstance(value, int) else 0
