"""What a denial denies, and whom it answers: a charge, the speaker's part, a number, an event.

A denial of one's own part leaves open that the thing happened, so it answers those who lay it to
the speaker, and nobody who only tells of it. One that names nothing ("rejected the accusation")
answers the charge told just before it on its page; where there is none, it answers nobody.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence

from counterclaim.ledger.claims import Claim
from counterclaim.ledger.links import Evidence, Link, side_of
from counterclaim.ledger.matters import (
    lays_blame_aside,
    names_source,
    refuses_a_proposal,
    roots,
    shared_stems,
    tells_of_violence,
    tells_own_deed,
)
from counterclaim.ledger.negating import NO, came_from_elsewhere, negated
from counterclaim.ledger.references import points_back
from counterclaim.ledger.refuting import SEIZE
from counterclaim.ledger.values import Value
from counterclaim.records import RelationField

__all__ = ["denial_links"]

TARGETS = 3
"""Other sides that one denial is linked to, the nearest before it."""

JUST_BEFORE = 3
"""Claims of others before a denial among which the charge stands that it only points at."""

ALIKE = 2
"""Words shared with a denial of one's own part from which a claim that names somebody is meant."""

OPENING = 40
"""Code points in which a claim says "no" to a deed of its speaker's."""

_THE_PLACE = re.compile(
    r"\b(?:the|that) (?:[\w-]+ ){0,2}?(?:town|city|village|base|airport|crossing|port|district|"
    r"province|island|camp|prison|bridge|capital|area|front)\b",
    re.IGNORECASE,
)
"""The place of which others told, by what it is: "denied that the town had fallen"."""

SCORE = 0.9

HALF = 0.5
"""Share of the words that a "no" is about found in what it answers, at the least."""

WORDED = 0.7
"""The part of it that a link has which rests on words in common."""

_DEED = re.compile(r"(?:the|this|that|these|those|any such) [a-z-]+(?: [a-z-]+)?", re.IGNORECASE)
_NAME = re.compile(r"(?<=\w )[A-Z]\w+")
"""A word with a capital that begins no sentence."""

_OF_NUMBER = re.compile(
    r"\W*(?:that )?(?:(?:the|that|this) (?:figure|number|toll)|\d)", re.IGNORECASE
)
"""How a denial of a number begins."""

_UNKNOWN = re.compile(
    r"\b(?:aware|believ\w*|clear|confirm\w*|evidence|heard|information|know\w*|known|record\w*|"
    r"reports? of|seen|signs?|trace|verif\w*)\b",
    re.IGNORECASE,
)
"""What somebody does not know or see denies nothing: "was not aware of any shelling"."""


def denial_links(evidence: Evidence) -> Iterator[Link]:
    """Each denial, linked to what up to three other sides say of what it denies."""
    answered: set[tuple[str, str, str]] = set()
    for claim in evidence.claims:
        if not _contradicts(claim):
            continue
        denied = [v for v in evidence.of(claim) if v.denied and v.asserted]
        side = side_of(claim, evidence.witnesses)
        links = _links(evidence, claim, denied) or _own_innocence(evidence, claim)
        for link in links or _by_words(evidence, claim):
            key = side, claim.document.id, side_of(link.a, evidence.witnesses)
            if key not in answered:
                answered.add(key)
                yield link


def _contradicts(claim: Claim) -> bool:
    """Whether a claim with something negated in it denies what others say."""
    if claim.statement.force == "denies":
        return not refuses_a_proposal(claim)
    said = [s.exact for s in claim.spans if NO.search(s.exact)] or [claim.text]
    known = any(_UNKNOWN.search(words) is None for words in said)
    return claim.statement.force == "asserts" and known


def _links(evidence: Evidence, claim: Claim, denied: Sequence[Value]) -> list[Link]:
    """Links on the most telling field on which somebody asserts what is denied."""
    if not denied:
        return []
    by_field = {field: [v for v in denied if v.field == field] for field in ("actor", "count")}
    event = next((v for v in denied if v.field == "event"), None)
    for field, values in by_field.items():
        found = [_between(target, v) for v in values for target in _nearest(evidence, v, _same)]
        if found and field == "actor" and event is not None:
            found += [_pointing(c, event) for c in _laid_to(evidence, claim)]
        if found:
            return found
    if event is None:
        return []
    if event.key == ("",):
        charge = _charge_before(evidence, claim)
        charges = [charge] if charge else _laid_to(evidence, claim)
        return [_pointing(c, event) for c in charges]
    if by_field["actor"] or lays_blame_aside(claim):
        return [_pointing(c, event) for c in _laid_to(evidence, claim)]
    alike = [_between(target, event) for target in _nearest(evidence, event, _same_act)]
    return alike or (
        [_pointing(c, event) for c in _laid_to(evidence, claim)] if _bare(claim) else []
    )


def _bare(denial: Claim) -> bool:
    """Whether a denial is of a deed known by one word: "denied the killings"."""
    return _DEED.fullmatch(denial.text.strip()) is not None


def _own_innocence(evidence: Evidence, claim: Claim) -> list[Link]:
    """Links to those who lay a deed to the speaker: "said it had fired no missile at the town"."""
    known = claim.party is not None and evidence.witnesses.particular(claim.party)
    if not known or not tells_own_deed(claim) or not tells_of_violence(claim):
        return []
    if not NO.search(claim.text[:OPENING]) or _UNKNOWN.search(claim.text):
        return []
    return [_in_words(charge, claim, "actor") for charge in _laid_to(evidence, claim)]


def _by_words(evidence: Evidence, denial: Claim) -> list[Link]:
    """Links to what other sides say in the words that a "no" is about, event recognised or not.

    "No drone reached the depot" answers "drones struck the depot".
    """
    denied, first = negated(denial)
    if not denied:
        return []
    own, names = side_of(denial, evidence.witnesses), roots(" ".join(_NAME.findall(denial.text)))
    nearest: dict[str, tuple[int, Claim]] = {}
    for claim in sorted(evidence.claims, key=lambda c: (c.rank > denial.rank, _far(c, denial))):
        side = side_of(claim, evidence.witnesses)
        silent = side == own or claim.statement.force == "denies" or NO.search(claim.text)
        told = frozenset() if silent else roots(claim.text)
        shared = {stem for stem in denied & told if not evidence.names_actor(stem)}
        if shared <= names or came_from_elsewhere(claim, denial):
            continue
        enough = max(ALIKE, HALF * len(denied))
        if (
            first <= shared
            and len(shared) >= enough
            and len(shared) > nearest.get(side, (0, claim))[0]
        ):
            nearest[side] = len(shared), claim
    links = sorted(nearest.values(), key=lambda found: -found[0])[:TARGETS]
    return [_in_words(claim, denial, "event") for _, claim in links]


def _in_words(claim: Claim, denial: Claim, on: RelationField) -> Link:
    score = round(SCORE * WORDED * denial.statement.score, 3)
    spans = tuple(claim.spans), tuple(denial.spans)
    reason = "denies it in the same words" if on == "event" else "denies the deed laid to it"
    return Link("denies", on, claim, denial, *spans, score, reason)


def _same(asserted: Value, denied: Value) -> bool:
    return asserted.topic == denied.topic and asserted.key[:2] == denied.key[:2]


def _same_act(asserted: Value, denied: Value) -> bool:
    if not _same(asserted, denied):
        return False
    if came_from_elsewhere(asserted.claim, denied.claim):
        return False
    taken = asserted.label == denied.label == SEIZE and _THE_PLACE.search(denied.claim.text)
    return bool(taken) or bool(shared_stems(asserted.claim, denied.claim))


def _nearest(
    evidence: Evidence, denial: Value, fits: Callable[[Value, Value], bool]
) -> list[Value]:
    """The nearest fitting assertion of each other side, those before the denial first."""
    told = [v for v in evidence.on(denial.field) if v.asserted and not v.denied]
    stated = [v for v in told if fits(v, denial)]
    before = [v for v in stated if v.claim.rank < denial.claim.rank]
    own = side_of(denial.claim, evidence.witnesses)
    nearest: dict[str, Value] = {}
    for value in [*reversed(before), *stated[len(before) :]]:
        side = side_of(value.claim, evidence.witnesses)
        if side != own:
            nearest.setdefault(side, value)
    return list(nearest.values())[:TARGETS]


def _laid_to(evidence: Evidence, denial: Claim) -> list[Claim]:
    """The nearest charge of each other side that lays the deed to the one who denies it."""
    own = side_of(denial, evidence.witnesses)
    nearest: dict[str, Claim] = {}
    for claim in sorted(evidence.claims, key=lambda c: (c.rank > denial.rank, _far(c, denial))):
        side = side_of(claim, evidence.witnesses)
        if side != own and _charges(evidence, claim, denial):
            nearest.setdefault(side, claim)
    return list(nearest.values())[:TARGETS]


def _far(claim: Claim, other: Claim) -> tuple[bool, int]:
    return claim.document.id != other.document.id, abs(claim.start - other.start)


def _charges(evidence: Evidence, claim: Claim, denial: Claim) -> bool:
    """Whether ``claim`` says that the denial's speaker did it, or accuses him by name."""
    named = [v for v in evidence.of(claim) if v.field == "actor" and v.asserted and not v.denied]
    shared = len(shared_stems(claim, denial))
    if any(v.key[0] == denial.party for v in named):
        return True
    if named and all(v.key[0] == claim.party for v in named):
        return False  # who claims the deed for himself charges nobody
    words = evidence.witnesses.name_words(denial.party or "")
    if claim.statement.force == "accuses" and names_source(claim, denial, words):
        return True
    return bool(named) and shared >= ALIKE


def _charge_before(evidence: Evidence, denial: Claim) -> Claim | None:
    """The charge that a denial which names nothing answers: told just before it on its page."""
    own = side_of(denial, evidence.witnesses)
    before = [
        c
        for c in evidence.claims
        if c.document.id == denial.document.id
        and c.update == denial.update
        and c.start < denial.start
        and side_of(c, evidence.witnesses) != own
    ]
    words = evidence.witnesses.name_words(denial.party or "")
    last = sorted(before, key=lambda c: -c.start)[:JUST_BEFORE]
    charging = [c for c in last if c.statement.force == "accuses"]
    named = [c for c in charging if names_source(c, denial, words)]
    told = last[:1] if points_back(denial) else []
    return next(iter([*told, *named, *charging]), None)


def _between(target: Value, denial: Value) -> Link:
    reason = f"denies the {denial.field}"
    return Link.between("denies", denial.field, target, denial, SCORE, reason)


def _pointing(charge: Claim, denial: Value) -> Link:
    """A denial of a charge as a whole, or of one's part in it; or of whatever was said before."""
    score = round(SCORE * denial.weight, 3)
    spans = tuple(charge.spans), tuple(denial.claim.spans)
    if charge.counts and _OF_NUMBER.match(denial.claim.text):
        counted = tuple(count.span for count in charge.counts)
        reason = "denies the number given just before"
        return Link("denies", "count", charge, denial.claim, counted, spans[1], score, reason)
    if points_back(denial.claim) and charge.statement.force != "accuses":
        reason = "denies what was said just before"
        return Link("denies", "event", charge, denial.claim, *spans, score, reason)
    return Link("denies", "actor", charge, denial.claim, *spans, score, "denies the charge")
