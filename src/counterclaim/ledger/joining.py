"""Groups of pages → cases: which pages tell of one incident.

Pages of some length are compared by their wording and by the facts it holds (``affinity``), and
clustered on average; what is too short for that (a page of one sentence, an older attack recalled
on a page about another) is then added to the case that its few facts fit best (``likeness``).
Near-linear: neither step compares all pairs.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import partial
from operator import attrgetter

from counterclaim.ledger.affinity import Profile, chance, evidence
from counterclaim.ledger.blocking import Index, Neighbours
from counterclaim.ledger.boilerplate import Boilerplate
from counterclaim.ledger.claims import Claim
from counterclaim.ledger.clustering import clusters
from counterclaim.ledger.discourse import Group
from counterclaim.ledger.incidents import Case
from counterclaim.ledger.occurrences import (
    Occurrence,
    Window,
    kept_apart,
    likeness,
    reversed_roles,
    spot_of,
)
from counterclaim.ledger.rarity import Rarity
from counterclaim.ledger.signatures import Signature, sign
from counterclaim.ledger.spreading import Spread, in_order
from counterclaim.ledger.values import founds_incident
from counterclaim.ledger.vocabulary import Vocabulary, said_spans
from counterclaim.records import Event

__all__ = ["JOIN", "Weigh", "compared", "join_groups", "may_be_one", "mention", "signed"]

LEAST = 30
"""Words from which a page's wording alone can tell what it is about; a page that makes no claim of
its own has nothing else to go by."""

CANDIDATES = 24
"""Cases looked at for one key, the latest first."""

WINDOW_DAYS = 10
"""Days of a window that are used as keys; a vaguer date finds its case by site alone."""

RAREST = 12
"""Words of a group that are used as keys, the rarest among the pages at hand."""

JOIN = 2.25
"""Agreement from which what is short is taken to tell of a case (see ``likeness``)."""

KNOWN = 40
"""Code points before a deed's word in which its "the" stands."""

_THE = re.compile(r"\b(?:the|this|that)\s+(?:[\w'’-]+\s+){0,2}$", re.IGNORECASE)
_DEFINITE = re.compile(r"(?:the|this|that|these|those)\s", re.IGNORECASE)

Weigh = Callable[[Group, Group, Mapping[str, float]], float]


def join_groups(
    groups: Sequence[Group], weigh: Weigh | None = None, spread: Spread = in_order
) -> list[Case]:
    """Fold ``groups`` (in canonical order) into cases; two groups of one page stay apart.

    Cases of which nothing firm is told are dropped.

    Args:
        groups: what each page tells of, one group an occurrence.
        weigh: the probability that two pages tell of one incident, from what speaks for and
            against; by default that of ``affinity``.
        spread: who does what can be done side by side.
    """
    _weigh(groups)
    mains = signed(groups, spread)
    cases: list[Case] = []
    taken: set[int] = set()
    for found in clusters(len(mains), _pairs(mains, weigh or _chance, spread)):
        if len(found) == 1 and (_short(*mains[found[0]]) or _of_known(mains[found[0]][0])):
            continue
        cases.append(_case([mains[at][0] for at in found]))
        taken.update(id(mains[at][0]) for at in found)
    _add_short([group for group in groups if id(group) not in taken], cases)
    return [case for case in cases if _firm(case)]


def _firm(case: Case) -> bool:
    """Whether a case founds an incident: told of firmly once, or as a position on two pages."""
    telling = [group for group in case.groups if group.claims]
    return len(telling) > 1 or any(not group.tentative for group in telling)


def _case(groups: Sequence[Group]) -> Case:
    case = Case(Occurrence())
    for group in groups:
        case.groups.append(group)
        case.marks.add(group.marks)
    return case


def _weigh(groups: Sequence[Group]) -> None:
    """Give every group's marks the words of its claims, weighed over all groups."""
    vocabulary = Vocabulary([g.claims.values() for g in groups])
    for group in groups:
        mention(group)
        said = [c.statement for c in group.claims.values()]
        group.marks.words = vocabulary.weigh(span for s in said for span in said_spans(s))
        group.marks.sources = vocabulary.weigh(span for s in said for span in s.source)


def mention(group: Group) -> None:
    """Enter the places of its page into a group's marks."""
    group.marks.mentioned = {spot_of(place).key for place in group.page.places.values()}


def signed(groups: Sequence[Group], spread: Spread = in_order) -> list[tuple[Group, Signature]]:
    """The main group of each page, with its signature."""
    mains = [group for group in groups if group.main]
    boilerplate = Boilerplate(group.page.reading for group in mains)
    return list(zip(mains, spread(partial(sign, boilerplate=boilerplate), mains), strict=True))


def _short(group: Group, signature: Signature) -> bool:
    return signature.length < LEAST and bool(group.claims)


def _of_known(group: Group) -> bool:
    """Whether a page first tells of a deed as known ("the strike on the quarry"), and of no day.

    Another page tells what it was; in the little that the two say of it their wording is not alike.
    """
    deeds = [(claim, event) for claim, event in group.events if founds_incident(event)]
    if not deeds or group.marks.windows:
        return False
    return _known(*min(deeds, key=lambda deed: deed[1].span.start))


def _known(claim: Claim, event: Event) -> bool:
    """Whether a deed, or whom it was done to, is told with "the"."""
    text, start = claim.document.text, event.span.start
    whom = event.recipient_span
    named = _THE.search(text, max(0, start - KNOWN), start) is not None
    return named or (whom is not None and _DEFINITE.match(whom.exact) is not None)


def _chance(_: Group, __: Group, found: Mapping[str, float]) -> float:
    return chance(found)


def _pairs(
    mains: Sequence[tuple[Group, Signature]], weigh: Weigh, spread: Spread
) -> dict[tuple[int, int], float]:
    """The probability of each pair that is worth comparing, by number."""
    return {
        (a, b): weigh(mains[a][0], mains[b][0], told)
        for a, b, told in compared([signature for _, signature in mains], spread)
        if may_be_one(mains[a], mains[b])
    }


def may_be_one(main: tuple[Group, Signature], other: tuple[Group, Signature]) -> bool:
    """Whether no fact keeps two pages apart.

    Reversed roles always do. What is told in a sentence or two is often told in the same words of
    two things: there, days, sites and acts do, too.
    """
    one, two = main[0].marks, other[0].marks
    if reversed_roles(one, two):
        return False
    return not ((_short(*main) or _short(*other)) and kept_apart(one, two))


def compared(
    signatures: Sequence[Signature], spread: Spread = in_order
) -> Iterator[tuple[int, int, dict[str, float]]]:
    """The pairs of pages that are worth comparing, by number, with what speaks for and against."""
    rarity, index, neighbours = Rarity(), Index(), Neighbours()
    for signature in signatures:
        rarity.add(signature.terms)
    profiles = [Profile(signature, rarity) for signature in signatures]
    lone = rarity.lone()
    for number, profile in enumerate(profiles):
        index.add(number, profile, lone)
        neighbours.enter(number, profile.signature.published)
    found: dict[tuple[int, int], float] = {}
    for a, profile in enumerate(profiles):
        likenesses = index.likenesses(profile, a)
        for b in neighbours.candidates(a, likenesses):
            found[min(a, b), max(a, b)] = likenesses[b]

    def told(pair: tuple[int, int]) -> dict[str, float]:
        (a, b), like = pair, found[pair]
        ranks = neighbours.rank(a, b, like), neighbours.rank(b, a, like)
        return evidence(profiles[a], profiles[b], ranks, like if index.whole else None)

    pairs = sorted(found)
    for pair, what in zip(pairs, spread(told, pairs), strict=True):
        yield *pair, what


def _add_short(groups: Sequence[Group], cases: list[Case]) -> None:
    """Add each of ``groups`` to the case that it fits best, or found a case with it.

    Tentative groups come last.
    """
    by_key: defaultdict[str, list[int]] = defaultdict(list)
    for number, case in enumerate(cases):
        for key in sorted({key for group in case.groups for key in _keys(group.marks)}):
            by_key[key].append(number)
    for group in sorted(groups, key=attrgetter("tentative")):
        keys = sorted(set(_keys(group.marks)))
        found = _find(group, keys, by_key, cases)
        if found is None:
            found = len(cases)
            cases.append(Case(Occurrence()))
        cases[found].groups.append(group)
        cases[found].marks.add(group.marks)
        for key in keys:
            if found not in by_key[key][-CANDIDATES:]:
                by_key[key].append(found)


def _find(
    group: Group, keys: Sequence[str], by_key: dict[str, list[int]], cases: Sequence[Case]
) -> int | None:
    numbers = sorted({n for key in keys for n in by_key.get(key, [])[-CANDIDATES:]})
    best: tuple[float, int] | None = None
    for number in numbers:
        case = cases[number]
        if any(g.page is group.page for g in case.groups):
            continue
        score = likeness(case.marks, group.marks)
        if score >= JOIN and (best is None or score > best[0]):
            best = score, number
    return best[1] if best else None


def _keys(marks: Occurrence) -> Iterator[str]:
    """Blocking keys: what, with each day; sites also without a day."""
    whats = [f"place {key}" for key in marks.spots]
    whats += [f"cell {cell}" for s in marks.spots.values() for cell in _cells(s.lat, s.lon)]
    yield from whats
    whats += [f"party {key}" for key in marks.recipients | marks.actors]
    whats += [f"toll {harm} {number}" for harm, number in marks.tolls]
    heaviest = sorted((marks.words | marks.sources).items(), key=lambda w: (-w[1], w[0]))[:RAREST]
    whats += [f"word {word}" for word, _ in heaviest]
    for day in _days(marks.window):
        for what in whats:
            yield f"{day} {what}"


def _cells(lat: float | None, lon: float | None) -> list[tuple[int, int]]:
    """Cells of half a degree around a point, so that neighbours across an edge meet."""
    if lat is None or lon is None:
        return []
    row, column = int(lat * 2 // 1), int(lon * 2 // 1)
    return [(row + i, column + j) for i in (-1, 0, 1) for j in (-1, 0, 1)]


def _days(window: Window | None) -> list[str]:
    if window is None:
        return ["?"]
    first = window[0] - 1
    return [str(day) for day in range(first, min(window[1] + 1, first + WINDOW_DAYS) + 1)]
