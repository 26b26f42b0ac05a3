"""Hostility that no single word shows: what is said of whom, clause by clause.

"X are vermin" attacks a group with words that are harmless apart; "X are not vermin" does not. Each
find is a named feature of the model with the words it was read from; its weight is learned.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from typing import NamedTuple

from counterclaim.comments.grams import Word
from counterclaim.comments.lexicon import (
    ADMISSION,
    CONTEMPT,
    EXPULSION,
    GROUP,
    GROUP_HEADS,
    HARM,
    HATRED,
    NEGATION,
    PRAISE,
    SECOND_PERSON,
    THIRD_PERSON,
)

__all__ = ["STANDINGS", "Finding", "findings", "standings"]

REACH = 6
"""Words between a group and what is said of it."""

NEAR = 8
"""Words between a group and a word that is noted as its company."""

NEGATION_REACH = 3
SEEN = 10
"""Words between a group and a word that stands beside it."""

STANDINGS = 20
"""How many standings a word can have."""
_BREAK = re.compile(r"[.,;:!?\n\r–—]")
_TURNS = frozenset({"?", "but", "because", "although"})
_WISHES = frozenset(
    "should must need deserve deserves ought want wish hope let lets gonna will".split()
)
_COPULAS = frozenset("are is be were was being am r".split())
_TABLES = (
    ("contempt", CONTEMPT),
    ("hatred", HATRED),
    ("harm", HARM),
    ("expulsion", EXPULSION),
    ("praise", PRAISE),
    ("admission", ADMISSION),
)
_TARGETS = (("group", frozenset({GROUP})), ("you", SECOND_PERSON), ("they", THIRD_PERSON))


class Finding(NamedTuple):
    """A feature's name and the words ``[first, last]`` it was read from."""

    name: str
    first: int
    last: int


def findings(text: str, found: list[Word]) -> Iterator[Finding]:
    """Findings of every clause, in text order of the clauses."""
    spoken_of = False
    for start, end in _clauses(text, found):
        marks = [_mark(found[at].form) for at in range(start, end)]
        groups = [start + at for at, mark in enumerate(marks) if "group" in mark]
        yield from (Finding("group", at, at) for at in groups)
        if groups and start == 0 and found[0].form in {"i", "im", "we"}:
            yield Finding("first person&group", 0, groups[0])
        yield from _pairs(found, start, marks, spoken_of)
        yield from _company(found, marks, start, end)
        spoken_of = spoken_of or bool(groups)


def standings(text: str, own: str, found: list[Word]) -> list[int]:
    """Where each word stands, as a number below :data:`STANDINGS`.

    1 after a group's name in its clause, 2 before one, 3 the name itself, 4 in a later clause
    without one, else 0; 5 more after a negation in its clause; 10 more in a quotation. `own` is
    `text` with quotations blanked out.
    """
    found_at: list[int] = []
    spoken_of = False
    for start, end in _clauses(text, found):
        groups = [at for at in range(start, end) if found[at].form == GROUP]
        denied = False
        for at in range(start, end):
            side = _side(at, groups) if groups else 4 * spoken_of
            denied = denied or found[at].form in NEGATION
            found_at.append(side + 5 * denied + 10 * (own[found[at].start] == " "))
        spoken_of = spoken_of or bool(groups)
    return found_at


def _side(at: int, groups: list[int]) -> int:
    """On which side of the nearest group's name before it, else after it, a word stands."""
    before = bisect_right(groups, at) - 1
    if before >= 0 and at - groups[before] <= SEEN:
        return 3 if groups[before] == at else 1
    after = before + 1
    return 2 if after < len(groups) and groups[after] - at <= SEEN else 0


def _clauses(text: str, found: list[Word]) -> Iterator[tuple[int, int]]:
    """Word ranges between marks that end a clause."""
    start = 0
    for at in range(1, len(found)):
        end, begin = found[at - 1].end, found[at].start
        apart = text[end:begin] != " "  # One space is by far the most common.
        if (apart and _BREAK.search(text, end, begin)) or found[at].form in _TURNS:
            yield start, at
            start = at
    if found:
        yield start, len(found)


def _mark(form: str) -> frozenset[str]:
    """Which tables a word stands in."""
    marks = {name for name, table in (*_TABLES, *_TARGETS) if form in table}
    if form in NEGATION:
        marks.add("negation")
    return frozenset(marks)


def _pairs(
    found: list[Word], start: int, marks: list[frozenset[str]], spoken_of: bool
) -> Iterator[Finding]:
    """Pairs of a target and what is said of it within reach."""
    for at, mark in enumerate(marks):
        for kind, _ in _TABLES:
            if kind not in mark:
                continue
            target = _target(marks, at, kind)
            if target is None:
                continue
            who = next(name for name, _ in _TARGETS if name in marks[target])
            if who == "they" and not spoken_of:
                who = "others"
            name = f"{kind}&{who}" + _manner(found, start, marks, at, target)
            yield Finding(name, start + min(at, target), start + max(at, target))


def _company(
    found: list[Word], marks: list[frozenset[str]], start: int, end: int
) -> Iterator[Finding]:
    """Every word near a group's name: on which side, and whether a negation stands before it."""
    denied = False
    for at in range(start, end):
        mark = marks[at - start]
        denied = denied or "negation" in mark
        if "group" in mark:
            continue
        for side, places in (
            ("after", range(at - 1, max(start, at - NEAR) - 1, -1)),
            ("before", range(at + 1, min(end, at + NEAR + 1))),
        ):
            for group in places:
                if "group" in marks[group - start]:
                    name = f"{side} group:{',negated' * denied} {found[at].form}"
                    yield Finding(name, min(at, group), max(at, group))
                    break


def _target(marks: list[frozenset[str]], at: int, kind: str) -> int | None:
    """The nearest target; a verb's is looked for after it, a predicate's before it first."""
    after = range(at + 1, min(len(marks), at + REACH + 1))
    before = range(at - 1, max(-1, at - REACH - 1), -1)
    order = (after, before) if kind in {"hatred", "harm", "praise"} else (before, after)
    for wanted in ("group", "you", "they"):
        for side in order:
            for other in side:
                if wanted in marks[other]:
                    return other
    return None


def _manner(
    found: list[Word], start: int, marks: list[frozenset[str]], at: int, target: int
) -> str:
    """How the two stand together: negated, wished, as a predicate, as an attribute."""
    low = max(0, min(at, target) - NEGATION_REACH)
    if any("negation" in marks[other] for other in range(low, max(at, target))):
        return ",negated"
    between = {found[start + other].form for other in range(min(at, target) + 1, max(at, target))}
    if between & _WISHES or any(found[start + o].form in _WISHES for o in range(low, at)):
        return ",wished"
    if target < at and between & _COPULAS:
        return ",predicate"
    beside = target - at == 1 or (target - at == 2 and found[start + target].form in GROUP_HEADS)
    return ",attribute" if beside else ""
