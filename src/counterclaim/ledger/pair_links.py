"""Links that the pair model reads between claims, beside what the rules find by arithmetic.

The rules compare values: they see nothing where no event, number or purpose was recognised. The
model compares how two claims are put. Where it is sure, it also decides what the rules only guess
from two sides speaking of one event.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from operator import attrgetter

from counterclaim.ledger.links import EXPLICIT, Evidence, Link, earlier, side_of
from counterclaim.ledger.pair_features import View, features
from counterclaim.ledger.pair_model import Judgement, PairModel
from counterclaim.ledger.values import Value
from counterclaim.records import RelationField, RelationKind, Span

__all__ = ["learned", "page_links", "pairs_of_page", "pairs_of_pages", "views_of"]

SURE_PAGES = 0.9
"""Probability from which the model decides on claims of two pages.

It was fitted on pairs that were put side by side because they may be related; of all the pairs of
a ledger few are. At 0.6 it does better on such gold and suggests far too much of a real ledger:
of 16 links on our example pages 3 were right.
"""
SURE_PAGE = 0.7
"""The same on one page, where few pairs are related."""
NEAR = 8
"""Claims of one page between which pairs are read."""
NEAREST = 6
"""Claims of other pages that a claim is held against, those that share most words."""
SHARED = 2
"""Words that two claims of two pages must share."""
COMMON = 40
"""Claims that hold a word beyond which it is followed no further."""

ANSWERS = frozenset(
    ["force denies", "force doubts", "force admits", "force regrets", "negated", "refers back"]
    + [f"{name} in {part}" for name in ("deny", "doubt", "change") for part in ("cue", "words")]
)
"""What a claim has that answers another."""

GUESSED = frozenset({"confirms", "repeats"})
"""Kinds of the rules' links on events: they rest on two sides speaking of one."""

DENIED: tuple[RelationField, ...] = ("actor", "count", "intent", "event")
RIVALLED: tuple[RelationField, ...] = ("actor", "intent", "time", "place")

Pair = tuple[View, View]
_Judged = tuple[View, View, Judgement]


def views_of(evidence: Evidence) -> list[View]:
    """The claims of one incident as pairs see them, in their order."""
    values: defaultdict[str, list[Value]] = defaultdict(list)
    for value in evidence.values:
        values[value.claim.id].append(value)
    orders: defaultdict[str, int] = defaultdict(int)
    found: dict[str, View] = {}
    for claim in sorted(evidence.claims, key=lambda c: (c.document.id, c.start, c.id)):
        side = side_of(claim, evidence.witnesses)
        names = evidence.witnesses.name_words(claim.party or "")
        order = orders[claim.document.id]
        orders[claim.document.id] += 1
        found[claim.id] = View(claim, tuple(values[claim.id]), side, names, order)
    return [found[claim.id] for claim in evidence.claims]


def pairs_of_page(views: Sequence[View]) -> Iterator[Pair]:
    """Pairs of one page worth reading, the older claim first."""
    pages: defaultdict[str, list[View]] = defaultdict(list)
    for view in views:
        pages[view.claim.document.id].append(view)
    for page in pages.values():
        page.sort(key=attrgetter("order"))
        for at, one in enumerate(page):
            for other in page[max(0, at - NEAR) : at]:
                a, b = _in_order(other, one)
                if _may_answer(a, b):
                    yield a, b


def _in_order(a: View, b: View) -> Pair:
    return (a, b) if (a.claim.rank, a.claim.id) <= (b.claim.rank, b.claim.id) else (b, a)


def _may_answer(a: View, b: View) -> bool:
    if not (ANSWERS & b.own or (a.numbers and b.numbers)):
        return False
    named = bool(a.capitals & b.names or b.capitals & a.names)
    adjacent = abs(a.order - b.order) == 1
    return named or adjacent or "refers back" in b.own or not a.stems.isdisjoint(b.stems)


def pairs_of_pages(views: Sequence[View]) -> Iterator[Pair]:
    """Pairs of different pages worth reading, the older claim first; linear in the claims."""
    holders: defaultdict[str, list[int]] = defaultdict(list)
    for at, view in enumerate(views):
        shared: defaultdict[int, int] = defaultdict(int)
        for stem in sorted(view.stems):
            if len(holders[stem]) <= COMMON:
                for other in holders[stem]:
                    shared[other] += 1
            holders[stem].append(at)
        apart = [
            other
            for other, count in shared.items()
            if count >= SHARED and views[other].claim.document.id != view.claim.document.id
        ]
        for other in sorted(apart, key=lambda one: (-shared[one], -one))[:NEAREST]:
            yield views[other], view


def learned(evidence: Evidence, ruled: Iterable[Link]) -> list[Link]:
    """The links of one incident: the rules' own, decided anew where the model is sure of two pages.

    Numbers, explicit words and changes of position stay as the rules read them. Of a claim's
    answers of one kind to one side the surest is kept.
    """
    if len({claim.document.id for claim in evidence.claims}) < 2:
        return list(ruled)
    judged = {(a.claim.id, b.claim.id): (a, b, said) for a, b, said in _judged(evidence)}
    kept = [link for link in ruled if not _overruled(link, judged)]
    return [*kept, *_surest(judged.values())]


def page_links(evidence: Evidence) -> list[Link]:
    """Links between the claims of one page, by the model alone."""
    model = PairModel.load("page")
    views = views_of(evidence)
    pairs = pairs_of_page(views)
    return _surest((a, b, model.judge(features(a, b), SURE_PAGE)) for a, b in pairs)


def _surest(judged: Iterable[_Judged]) -> list[Link]:
    best: dict[tuple[str, str, RelationKind], Link] = {}
    for a, b, said in judged:
        link = _link(a, b, said)
        if link is not None:
            key = b.claim.id, a.side, link.kind
            if key not in best or link.score > best[key].score:
                best[key] = link
    return list(best.values())


def _judged(evidence: Evidence) -> Iterator[_Judged]:
    """The pairs of two pages on which the model is sure."""
    model = PairModel.load("pages")
    for a, b in pairs_of_pages(views_of(evidence)):
        said = model.judge(features(a, b), SURE_PAGES)
        if said.probability >= SURE_PAGES:
            yield a, b, said


def _overruled(link: Link, judged: Mapping[tuple[str, str], _Judged]) -> bool:
    """Whether the model is sure that a link which rests on a likeness alone is another or none."""
    if link.on != "event" or link.kind not in GUESSED or link.reason == EXPLICIT:
        return False
    found = judged.get((link.a.id, link.b.id)) or judged.get((link.b.id, link.a.id))
    return found is not None and found[2].label != "confirms"


def _link(a: View, b: View, said: Judgement) -> Link | None:
    """A link, unless arithmetic has the last word: two counts of one harm, or no later saying."""
    if said.label == "unrelated" or (said.label != "denies" and _counted(a, b)):
        return None
    kind: RelationKind = said.label
    if kind == "revises" and not _later(a, b):
        return None
    if kind == "confirms" and a.side != b.side and b.claim.statement.force == "admits":
        kind = "concedes"
    on = _field(a, b, kind)
    reason = "pair model: " + "; ".join(said.why())
    score = round(said.probability, 3)
    return Link(kind, on, a.claim, b.claim, _spans(a, on), _spans(b, on), score, reason)


def _field(a: View, b: View, kind: RelationKind) -> RelationField:
    """On what two claims are related: the field on which both speak, the most telling first."""
    shared = {v.field for v in a.values} & {v.field for v in b.values}
    if kind == "revises":
        return "position"
    if kind == "denies":
        denied = {v.field for v in b.values if v.denied}
        return next((field for field in DENIED if field in shared & denied), "event")
    return next((field for field in RIVALLED if field in shared and _differ(a, b, field)), "event")


def _later(a: View, b: View) -> bool:
    """Whether ``b`` was said in a later update, or on a page that gives a later day."""
    if a.claim.document.id == b.claim.document.id:
        return a.claim.update < b.claim.update
    return earlier(a.claim, b.claim) and a.claim.day < b.claim.day


def _counted(a: View, b: View) -> bool:
    """Whether both say how many, so that their numbers can be compared."""
    return all(any(v.field == "count" for v in view.values) for view in (a, b))


def _differ(a: View, b: View, field: RelationField) -> bool:
    ours = {v.key for v in a.values if v.field == field}
    return ours.isdisjoint(v.key for v in b.values if v.field == field)


def _spans(view: View, on: RelationField) -> tuple[Span, ...]:
    """The words that say it, else all that is said."""
    spans = {s.range: s for v in view.values if v.field == on for s in v.spans}
    return tuple(spans[key] for key in sorted(spans)) or tuple(view.claim.spans)
