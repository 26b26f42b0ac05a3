"""Contradictions between sides, numbered, each pair of sides and field once."""

from __future__ import annotations

from collections.abc import Sequence

from counterclaim.dossier.index import Index, overlaps
from counterclaim.dossier.model import Contradiction, Side
from counterclaim.dossier.page_model import Passage
from counterclaim.dossier.passages import excerpt
from counterclaim.dossier.wording import FIELDS, FORCES
from counterclaim.records import Relation, Span, Statement

__all__ = ["Found", "find_contradictions"]

AGAINST = ("denies", "disputes")
ORDER = ("intent", "actor", "count", "event", "place", "time", "position")
"""Which contradictions come first: purpose and responsibility before numbers."""


class Found:
    """The contradictions of an incident and which words belong to which."""

    def __init__(self, index: Index, groups: Sequence[tuple[Relation, ...]]) -> None:
        self.views = [_view(index, i, group) for i, group in enumerate(groups, 1)]
        self._sides: dict[str, list[tuple[int, Relation]]] = {}
        for number, group in enumerate(groups, 1):
            for relation in group:
                for statement in dict.fromkeys((relation.a, relation.b)):
                    self._sides.setdefault(statement, []).append((number, relation))

    def of_value(self, statement: str | None, field: str, spans: Sequence[Span]) -> list[int]:
        """Numbers of the contradictions about ``field`` in which ``spans`` of a statement are."""
        found = []
        for number, relation in self._sides.get(statement or "", ()):
            words = _words(relation, statement)
            about = field == relation.on or (relation.on == "event" and field == "actor")
            if relation.on == "count":
                about = any(overlaps(a, b) for a in words for b in spans)
            if words and about and number not in found:
                found.append(number)
        return found

    def of_statement(self, statement: str) -> list[int]:
        """Numbers of the contradictions in which ``statement`` has a side."""
        return list(dict.fromkeys(n for n, _ in self._sides.get(statement, ())))


def find_contradictions(index: Index, relations: Sequence[Relation]) -> Found:
    """Groups denials and disputes between two sides by the pair and the field.

    That each denies what the other lays to it is two contradictions, not one.

    Relations whose statements are not in the ledger, or which a person rejected, are left out.
    """
    groups: dict[tuple[str, ...], list[Relation]] = {}
    for relation in relations:
        if relation.kind not in AGAINST or relation.status == "rejected":
            continue
        a, b = index.statements.get(relation.a), index.statements.get(relation.b)
        if a is not None and b is not None:
            sides = _side_of(index, a), _side_of(index, b)
            charged = relation.kind == "denies" and relation.on == "actor"
            told = sides if charged else sorted(sides)
            key = (relation.on, _topic(index, relation), *told)
            groups.setdefault(key, []).append(relation)
    ranked = sorted(groups.items(), key=lambda item: _rank(index, item[0], item[1]))
    return Found(index, [tuple(sorted(g, key=lambda r: (-r.score, r.id))) for _, g in ranked])


def _topic(index: Index, relation: Relation) -> str:
    """For numbers, the harm; two origins may disagree on the dead and agree on the injured."""
    if relation.on != "count":
        return ""
    for count in index.counts_in.get(relation.a, ()):
        if any(overlaps(count.span, s) for s in relation.a_spans):
            return count.harm
    return ""


def _side_of(index: Index, statement: Statement) -> str:
    """The party it is said for, else who says it: organs of one party stand on one side."""
    account = index.account_of.get(statement.id)
    party = index.account_party(account) if account else index.party_of(statement.origin)
    return party or index.origin_name(statement)


def _rank(
    index: Index, key: tuple[str, ...], group: Sequence[Relation]
) -> tuple[int, bool, float, int, tuple[str, ...]]:
    """By field; then parties against parties, the strongest first."""
    numbers = {index.number_of(index.statements.get(s)) for s in (group[0].a, group[0].b)}
    place = ORDER.index(key[0]) if key[0] in ORDER else len(ORDER)
    strongest = max(relation.score for relation in group)
    return place, 0 in numbers or len(numbers) < 2, -strongest, -len(group), key


def _words(relation: Relation, statement: str | None) -> list[Span]:
    if statement == relation.a:
        return relation.a_spans
    return relation.b_spans if statement == relation.b else []


def _view(index: Index, number: int, group: tuple[Relation, ...]) -> Contradiction:
    best = group[0]
    a, b = index.statements[best.a], index.statements[best.b]
    topic = _topic(index, best)
    return Contradiction(
        number=number,
        kind=best.kind,
        on=FIELDS.get(topic or best.on, best.on),
        a=_side(index, a, best.a_spans),
        b=_side(index, b, best.b_spans),
        reason=best.reason,
        status=best.status,
        more=[
            (
                _passage(index, index.statements[r.a], r.a_spans),
                _passage(index, index.statements[r.b], r.b_spans),
            )
            for r in group[1:]
        ],
    )


def _side(index: Index, statement: Statement, spans: list[Span]) -> Side:
    return Side(
        origin=index.origin_name(statement),
        party=index.number_of(statement),
        passage=_passage(index, statement, spans),
        where=index.where(statement),
        force=FORCES[statement.force],
    )


def _passage(index: Index, statement: Statement, spans: list[Span]) -> Passage:
    """One side's words inside their statement; the whole statement where no words are given."""
    strong = sorted(spans or statement.content, key=lambda s: s.start)
    holding = [c for c in statement.content if c.start <= strong[0].start < c.end]
    return excerpt(
        index,
        statement.document,
        strong,
        holding[0] if holding else None,
        anchor=index.anchor(statement.id),
        code=index.codes.get(statement.id),
        width=320,
        emphasise=bool(spans) and spans != statement.content,
    )
