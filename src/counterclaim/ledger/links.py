"""A machine's link between two claims, before it becomes a record."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property

from counterclaim.ledger.claims import Claim
from counterclaim.ledger.echoes import Witnesses
from counterclaim.ledger.ranking import UNDATED
from counterclaim.ledger.values import Value
from counterclaim.records import RelationField, RelationKind, Span

__all__ = ["EXPLICIT", "Evidence", "Link", "earlier", "in_order", "neighbours", "side_of"]

NEAREST = 4
"""Other sides that a side's claim is compared with, the ones before it in time."""


ROOT = 5
"""Letters that a people and its country share at the least."""

EXPLICIT = "confirms in so many words"
"""Reason of a link by a cue that says so; it tells more than that two values agree."""


@dataclass(frozen=True)
class Link:
    """``b`` stands to ``a`` as ``kind`` says; the spans are the words on each side."""

    kind: RelationKind
    on: RelationField
    a: Claim
    b: Claim
    a_spans: tuple[Span, ...]
    b_spans: tuple[Span, ...]
    score: float
    reason: str

    @classmethod
    def between(
        cls, kind: RelationKind, on: RelationField, a: Value, b: Value, score: float, reason: str
    ) -> Link:
        """A link over two values, about as strong as the less firmly put of them."""
        weaker, firmer = sorted((a.weight, b.weight))
        weighed = round(score * (0.75 * weaker + 0.25 * firmer), 3)
        return cls(kind, on, a.claim, b.claim, a.spans, b.spans, weighed, reason)


@dataclass(frozen=True)
class Evidence:
    """What the rules see of one incident: claims oldest first, and their values by field."""

    claims: Sequence[Claim]
    values: Sequence[Value]
    witnesses: Witnesses

    def sides(self, field: str) -> dict[str, list[Value]]:
        """The asserted values of ``field`` by side, oldest first; sides as they first appear.

        What an outlet says itself is left out where its page also cites somebody on the field.
        """
        return self._sides.get(field, {})

    def on(self, field: str) -> list[Value]:
        """The values of ``field``, asserted or not, without outlets that also cite on it."""
        return self._fields.get(field, [])

    def of(self, claim: Claim) -> list[Value]:
        """What one claim says."""
        return self._of.get(claim.id, [])

    def names_actor(self, word: str) -> bool:
        """Whether a word in small letters is of the name of who speaks or acts, or of his people.

        A people and its country begin alike: "syrian" and "syria".
        """
        return word[:ROOT] in self._actor_roots

    @cached_property
    def _actor_roots(self) -> frozenset[str]:
        keys = {c.party for c in self.claims} | {c.voice for c in self.claims}
        keys |= {str(v.key[0]) for v in self.values if v.field == "actor"}
        words = (w for key in sorted(k for k in keys if k) for w in self.witnesses.known_as(key))
        return frozenset(word[:ROOT] for word in words)

    @cached_property
    def _of(self) -> dict[str, list[Value]]:
        found: defaultdict[str, list[Value]] = defaultdict(list)
        for value in self.values:
            found[value.claim.id].append(value)
        return dict(found)

    @cached_property
    def _fields(self) -> dict[str, list[Value]]:
        cited = {
            (v.field, v.claim.document.id)
            for v in self.values
            if v.claim.statement.voice == "cited"
        }
        found: defaultdict[str, list[Value]] = defaultdict(list)
        for value in self.values:
            own = value.claim.statement.voice != "cited"
            if not (own and (value.field, value.claim.document.id) in cited):
                found[value.field].append(value)
        return dict(found)

    @cached_property
    def _sides(self) -> dict[str, dict[str, list[Value]]]:
        found: dict[str, dict[str, list[Value]]] = {}
        for field, values in self._fields.items():
            sides = found.setdefault(field, {})
            for value in values:
                if value.asserted:
                    sides.setdefault(side_of(value.claim, self.witnesses), []).append(value)
        return found


def side_of(claim: Claim, witnesses: Witnesses) -> str:
    """Who answers for ``claim``: the party that makes it, else the one whose word it is."""
    if claim.statement.voice == "cited" and claim.party and witnesses.named(claim):
        return claim.party
    return witnesses.teller(claim)


def earlier(a: Claim, b: Claim) -> bool:
    """Whether ``a`` was made before ``b`` by day, publication, page or update, not mere order.

    Between two pages, one of them undated, nobody can say.
    """
    if a.document.id != b.document.id and UNDATED in (a.rank[0], b.rank[0]):
        return False
    return a.rank[:4] < b.rank[:4]


def in_order(a: Value, b: Value) -> tuple[Value, Value]:
    """Two values, the older claim's first."""
    return (a, b) if (a.claim.rank, a.claim.id) <= (b.claim.rank, b.claim.id) else (b, a)


def neighbours(sides: Iterable[str]) -> list[tuple[str, str]]:
    """Pairs of sides to compare: each with the nearest before it, so that cost stays linear."""
    names = list(sides)
    return [(names[i], names[j]) for j in range(len(names)) for i in range(max(0, j - NEAREST), j)]
