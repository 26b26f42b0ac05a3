"""Links → relation records: one a pair and field, the strongest, and few enough to be read."""

from __future__ import annotations

import hashlib
import re
from collections import Counter
from collections.abc import Iterable

from counterclaim.ledger.contradicting import stands
from counterclaim.ledger.counting import count_links
from counterclaim.ledger.links import EXPLICIT, Evidence, Link
from counterclaim.ledger.matters import kindred
from counterclaim.ledger.pair_links import learned
from counterclaim.ledger.stances import stance_links
from counterclaim.records import Relation, RelationKind

__all__ = ["MOST", "record", "relations_of"]

ORDER: tuple[RelationKind, ...] = (
    "retracts",
    "concedes",
    "denies",
    "disputes",
    "revises",
    "confirms",
    "repeats",
)
"""Which of two links between the same claims tells more."""

MOST = 12
"""Relations of one kind on one field kept for an incident, the best scored first."""

FEW = 4
"""The same for links that only say that two sides speak of the same event."""

FLOOR = 0.1
"""Score below which a link is not worth a person's time."""


def relations_of(incident: str, evidence: Evidence) -> list[Relation]:
    """The relations between the claims of one incident, by kind, then by score.

    A pair is linked once on each field; that two sides speak of the same event is said only where
    nothing else links them. All are ``suggested``.
    """
    ruled = [*count_links(evidence), *stance_links(evidence)]
    links = learned(evidence, [link for link in ruled if link.a.id != link.b.id])
    told = [k for k in links if k.score >= FLOOR and _apart(k, evidence) and stands(k, evidence)]
    kept = _readable(_told_once(told))
    return [record(incident, link) for link in kept]


_PRONOUN = re.compile(r"he|she|it|they|we|i", re.IGNORECASE)

BETWEEN_TWO = frozenset({"denies", "disputes", "confirms", "concedes"})
"""Kinds of links between two sources; nobody contradicts or confirms himself."""


def _apart(link: Link, evidence: Evidence) -> bool:
    """Whether two claims are linked, and of two sources where the kind is between two."""
    if link.a.id == link.b.id:
        return False
    if link.kind not in BETWEEN_TWO:
        return True
    return not kindred(link.a, link.b, evidence.witnesses) and not _of_nobody(link)


def _of_nobody(link: Link) -> bool:
    """Whether a side is a pronoun that nobody could be found for: it may be the other."""
    unknown = [c.statement for c in (link.a, link.b) if c.party is None]
    return any(s.chain and _PRONOUN.fullmatch(s.chain[-1].name) for s in unknown)


def _told_once(links: Iterable[Link]) -> list[Link]:
    ranked = sorted(links, key=_rank)
    seen: set[tuple[str, str, str]] = set()
    linked: set[tuple[str, str]] = set()
    settled: set[tuple[str, str]] = set()
    kept = []
    for link in ranked:
        pair = min(link.a.id, link.b.id), max(link.a.id, link.b.id)
        if (*pair, link.on) in seen or (_weak(link) and pair in linked) or pair in settled:
            continue
        if link.reason == EXPLICIT:
            settled.add(pair)
        seen.add((*pair, link.on))
        linked.add(pair)
        kept.append(link)
    return kept


def _readable(links: list[Link]) -> list[Link]:
    counted: Counter[tuple[str, str]] = Counter()
    kept = []
    for link in links:
        counted[link.kind, link.on] += 1
        if counted[link.kind, link.on] <= (FEW if _weak(link) else MOST):
            kept.append(link)
    return kept


def _rank(link: Link) -> tuple[bool, int, bool, float, str, str, str]:
    kind = ORDER.index(link.kind)
    plain = link.reason != EXPLICIT
    return _weak(link), kind, plain, -link.score, link.a.id, link.b.id, link.on


def _weak(link: Link) -> bool:
    """Whether it says no more than that both speak of the same event."""
    same = link.on == "event" and link.kind in ("confirms", "repeats")
    return same and link.reason != EXPLICIT


def record(incident: str, link: Link) -> Relation:
    """The record of a link within an incident; its id is the same for the same link."""
    key = f"{link.kind}\0{link.on}\0{link.a.id}\0{link.b.id}"
    return Relation(
        id=f"r-{hashlib.sha256(key.encode()).hexdigest()[:16]}",
        kind=link.kind,
        a=link.a.id,
        b=link.b.id,
        on=link.on,
        a_spans=list(link.a_spans),
        b_spans=list(link.b_spans),
        incident=incident,
        score=link.score,
        reason=link.reason,
    )
