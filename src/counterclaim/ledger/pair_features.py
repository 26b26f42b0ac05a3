"""What two claims have in common and where they part, as named features of the pair model.

A claim is read once (:class:`View`), and only as far as it is asked; a pair costs a few set
operations. ``a`` is the claim that is answered, ``b`` the one that may answer it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import Literal

from counterclaim.facts.numbers import quantities
from counterclaim.ledger.claims import Claim
from counterclaim.ledger.references import refers_back
from counterclaim.ledger.values import RIVALS, Value

__all__ = ["View", "features", "own_features"]

Side = Literal["same", "other"]

SHORT = 5
"""Words up to which a claim is short: it can only be read as an answer."""
FAR = 6
"""Claims between two on one page beyond which they are far apart."""
SAME_PASSAGE = 600
"""Code points that may lie between two claims of one paragraph."""
BEFORE = 12
"""Code points before a claim in which a conjunction may stand."""

STOP = frozenset(
    """a about after all an and any are as at be because been before being but by could did do does
    for from had has have he her him his i if in into is it its may might more must no not of on
    or our out over said say says she should so some than that the their them then there these
    they this those to told up us was we were what when which who whom will with would you
    your""".split()
)
NEGATION = re.compile(
    r"\b(?:not|no|never|none|nothing|nobody|neither|nor|without|cannot|\w{2,9}n['’]t)\b",
    re.IGNORECASE,
)
WORDS: dict[str, re.Pattern[str]] = {
    "deny": re.compile(
        r"\b(?:den(?:y|ies|ied|ial|ying)|reject\w*|dismiss\w*|refut\w*|rebut\w*|disput\w*|"
        r"contradict\w*|contest\w*|false\w*|untrue|lies?|lying|liar\w*|fabricat\w*|baseless|"
        r"unfounded|groundless|nonsense|propaganda|invent\w*|fiction|fantas\w*|myth|hoax|"
        r"scoff\w*|fairy|rumou?rs?|slander\w*|absurd|ridiculous)\b",
        re.IGNORECASE,
    ),
    "admit": re.compile(
        r"\b(?:admit\w*|conced\w*|acknowledg\w*|accept\w*|responsib\w*|regret\w*|apolog\w*|"
        r"mistake\w*|error|sorry)\b",
        re.IGNORECASE,
    ),
    "same": re.compile(
        r"\b(?:confirm\w*|corroborat\w*|verif\w*|consistent|same|too|also|agree[sd]?|match\w*)\b",
        re.IGNORECASE,
    ),
    "change": re.compile(
        r"\b(?:revis\w*|correct\w*|lower\w*|rais\w*|now|later|updat\w*|amend\w*|withdr[ae]w\w*|"
        r"retract\w*|backtrack\w*|chang\w*|earlier|initial\w*|previous\w*|risen|rose|since)\b",
        re.IGNORECASE,
    ),
    "doubt": re.compile(
        r"\b(?:doubt\w*|question\w*|s[ck]eptic\w*|evidence|trace|but|however|although|while|"
        r"contrary|whereas|yet|instead|rather)\b",
        re.IGNORECASE,
    ),
}
BUT = re.compile(r"\b(?:but|however|although|though|while|whereas|yet|contrary)\b", re.IGNORECASE)
FIELDS = ("event", "actor", "place", "time", "intent")
FORCES = frozenset({"denies", "admits", "accuses", "doubts", "declines", "regrets"})
"""Forces that a pair's features tell apart; the others are one."""

_WORD = re.compile(r"\w+")
_ENDINGS = ("ings", "ing", "edly", "ed", "ies", "es", "s", "ly")


@dataclass(frozen=True)
class View:
    """A claim as pairs see it.

    Attributes:
        values: what it says, field by field.
        side: the one who answers for it.
        names: words of the names of its party, in small letters.
        order: its rank among the claims of its page.
    """

    claim: Claim
    values: tuple[Value, ...]
    side: str
    names: frozenset[str]
    order: int

    @cached_property
    def own(self) -> frozenset[str]:
        """What it is, whatever it is held against."""
        return frozenset(own_features(self.claim, self.values))

    @cached_property
    def stems(self) -> frozenset[str]:
        """Its content's words without endings and small words."""
        words = _WORD.findall(self.claim.text)
        return frozenset([stem(w) for w in words if w.casefold() not in STOP])

    @cached_property
    def capitals(self) -> frozenset[str]:
        """Words of its content that begin with a capital, in small letters."""
        words = _WORD.findall(self.claim.text)
        return frozenset([w.casefold() for w in words if w[0].isupper()])

    @cached_property
    def numbers(self) -> frozenset[tuple[int, int | None]]:
        """The intervals of all numbers in its content."""
        return frozenset((q.low, q.high) for q in quantities(self.claim.text) if not q.article)

    @cached_property
    def whole(self) -> tuple[int, int]:
        """From the first to the last character of source, cue and content."""
        statement = self.claim.statement
        cue = [statement.cue] if statement.cue else []
        spans = [*statement.source, *cue, *statement.content]
        return min(s.start for s in spans), max(s.end for s in spans)


@lru_cache(1 << 14)
def stem(word: str) -> str:
    """A word in small letters without the commonest endings of English."""
    small = word.casefold()
    for ending in _ENDINGS:
        if small.endswith(ending) and len(small) - len(ending) >= 3:
            return small[: -len(ending)]
    return small


@lru_cache(1 << 14)
def _kinds_of(word: str) -> frozenset[str]:
    """The kinds of :data:`WORDS` that a word is of: their patterns are of single words."""
    return frozenset(name for name, pattern in WORDS.items() if pattern.fullmatch(word))


def _kinds(text: str) -> frozenset[str]:
    return frozenset[str]().union(*map(_kinds_of, _WORD.findall(text)))


def own_features(claim: Claim, values: Sequence[Value]) -> Iterator[str]:
    """What one claim is, whatever it is held against."""
    cue = claim.statement.cue.exact if claim.statement.cue else ""
    text = claim.text
    yield f"force {claim.statement.force}"
    yield f"voice {claim.statement.voice}"
    yield from (f"{name} in cue" for name in sorted(_kinds(cue)))
    yield from (f"{name} in words" for name in sorted(_kinds(text)))
    if NEGATION.search(text):
        yield "negated"
    if len(text.split()) <= SHORT:
        yield "short"
    if refers_back(claim):
        yield "refers back"
    if claim.headline:
        yield "headline"
    fields = {value.field for value in values}
    yield from (f"has {field}" for field in sorted(fields))
    yield from (f"denies {v}" for v in sorted({v.field for v in values if v.denied}))


def features(a: View, b: View) -> dict[str, float]:
    """All features of a pair."""
    one_page = a.claim.document.id == b.claim.document.id
    side: Side = "same" if a.side == b.side else "other"
    shared = len(a.stems & b.stems)
    contained = shared / max(1, min(len(a.stems), len(b.stems)))
    found = dict.fromkeys([f"a: {name}" for name in a.own], 1.0)
    found.update(dict.fromkeys([f"b: {name}" for name in b.own], 1.0))
    found["shared words"] = min(shared, 8) / 4
    found["contained"] = contained
    found[f"contained, {side} side"] = contained
    found[f"{side} side"] = 1.0
    names = [
        f"{_coarse(a)} then {_coarse(b)}",
        *_naming(a, b),
        *_numbers(a, b, side),
        *_fields(a, b, side),
        *(_layout(a, b, side) if one_page else ()),
    ]
    found.update(dict.fromkeys(names, 1.0))
    _answers(found, a, b, side, contained)
    return found


def _coarse(view: View) -> str:
    return force if (force := view.claim.statement.force) in FORCES else "asserts"


def _answers(found: dict[str, float], a: View, b: View, side: Side, contained: float) -> None:
    """Products of how ``b`` speaks with the side and with the words that both share."""
    for name in WORDS:
        if f"{name} in cue" in b.own or f"{name} in words" in b.own:
            found[f"b: {name}, {side} side"] = 1.0
            found[f"b: {name}, contained"] = contained
    if ("negated" in a.own) != ("negated" in b.own):
        found["one negated"] = 1.0
        found[f"one negated, contained, {side} side"] = contained
    if "force denies" in b.own:
        found["b: denies, contained"] = contained
        if "refers back" in b.own:
            found["b: denies, refers back"] = 1.0
    if "force denies" in a.own:
        found["a: denies, contained"] = contained


def _naming(a: View, b: View) -> Iterator[str]:
    """Whether one side names the other: who is accused answers."""
    if a.side == b.side:
        return
    named = bool(a.capitals & b.names)
    blamed = any(v.field == "actor" and v.key[0] == b.claim.party for v in a.values)
    if blamed:
        yield "a blames b"
    if named:
        yield "a names b"
    if b.capitals & a.names:
        yield "b names a"
    if named or blamed:
        yield f"a names b, b {_coarse(b)}"


def _numbers(a: View, b: View, side: Side) -> Iterator[str]:
    if a.numbers and b.numbers:
        same = "equal" if a.numbers & b.numbers else "different"
        yield f"numbers {same}"
        yield f"numbers {same}, {side} side"
    for x in a.values:
        for y in b.values:
            if x.field == y.field == "count" and x.topic[0] == y.topic[0]:
                how = _interval(x, y)
                yield f"counts {how}"
                yield f"counts {how}, {side} side"
                if x.topic == y.topic:
                    yield f"counts {how}, one group"


def _interval(x: Value, y: Value) -> str:
    if x.key[:2] == y.key[:2]:
        return "equal"
    low, high = _bounds(x)
    other_low, other_high = _bounds(y)
    return "overlap" if low <= other_high and other_low <= high else "apart"


def _bounds(value: Value) -> tuple[float, float]:
    low, high = value.key[0], value.key[1]
    return (
        float(low) if isinstance(low, int) else 0.0,
        float(high) if isinstance(high, int) else float("inf"),
    )


def _fields(a: View, b: View, side: Side) -> Iterator[str]:
    for field in FIELDS:
        ours = {v.key for v in a.values if v.field == field}
        theirs = {v.key for v in b.values if v.field == field}
        if ours and theirs:
            how = "shared" if ours & theirs else "different"
            yield f"{field} {how}"
            yield f"{field} {how}, {side} side"
    asserted = {v.field for v in a.values if not v.denied}
    for field in sorted(asserted & {v.field for v in b.values if v.denied}):
        yield f"b denies the {field} of a"
    purposes = {v.key[0] for v in a.values if v.field == "intent"}
    others = {v.key[0] for v in b.values if v.field == "intent"}
    if any(frozenset({x, y}) in RIVALS for x in purposes for y in others):
        yield "rival purposes"


def _layout(a: View, b: View, side: Side) -> Iterator[str]:
    """How the two lie on their page."""
    text = a.claim.document.text
    apart = abs(b.order - a.order)
    yield f"{min(apart, 4)} apart"
    yield f"{min(apart, 4)} apart, {side} side"
    if apart > FAR:
        yield "far apart"
    if b.order < a.order:
        yield "b first on the page"
    if a.claim.update != b.claim.update:
        yield "b in a later update"
    first, second = sorted((a.whole, b.whole))
    between = text[first[1] : second[0]] if second[0] - first[1] <= SAME_PASSAGE else "\n\n"
    if "\n\n" not in between:
        yield "one paragraph"
        if BUT.search(between) or BUT.search(text[second[0] : second[0] + BEFORE]):
            yield "but between"
    if first[1] > second[0]:
        yield "one inside the other"
