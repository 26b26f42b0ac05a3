"""What one page counts of each harm: totals, sums over a sentence, victims told apart.

Numbers of a war, a year or a country, tolls that have been replaced and parts of totals are left
out (``Count.extent``, ``Count.part_of``); "two more" adds to a sum and is no total.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from counterclaim.ledger.casualties import alone, distinct
from counterclaim.records import Count, Harm, Reading

__all__ = ["LEAD", "SEVERAL", "PageTolls", "page_tolls"]

LEAD = 700
"""Code points from the start of a page within which it says what it is about."""

SEVERAL = 3
"""A number from which it is not another thing's: few pages begin with it of somebody else's."""

LARGEST = 100_000
"""A larger number is no toll of one incident."""

EVERYBODY = frozenset({None, "people"})
"""Groups of a number that leaves nobody out."""


@dataclass(frozen=True)
class PageTolls:
    """What one page counts of one harm.

    Attributes:
        totals: (value, place in the text) of each number that is no part of another.
        sums: the same, of all that one sentence counts.
        persons, in_lead: victims without a number, told apart.
        denied: whether nobody is said to be harmed.
        ranges: least and most of each number that is told as a range.
        everybody, some: totals in the lead, of people of any kind and of a kind.
        outcomes: of ``casualties``, those whom a sentence counts as struck and those of them whom
            it counts as killed.
    """

    totals: tuple[tuple[int, int], ...] = ()
    sums: tuple[tuple[int, int], ...] = ()
    persons: int = 0
    in_lead: int = 0
    denied: bool = False
    ranges: tuple[tuple[int, int], ...] = ()
    everybody: tuple[int, ...] = ()
    some: tuple[int, ...] = ()
    outcomes: tuple[tuple[int, int], ...] = ()

    @property
    def empty(self) -> bool:
        """Whether the page says nothing of that harm."""
        return not self.totals and not self.persons


def page_tolls(reading: Reading, told: set[str | None]) -> dict[Harm, PageTolls]:
    """What one page counts in the statements ``told``, by harm."""
    text = reading.document.text
    denials = {s.id for s in reading.statements if s.force == "denies"}
    counts = [
        n
        for n in reading.counts
        if n.statement in told
        and n.statement not in denials
        and n.low <= LARGEST
        and n.extent not in ("background", "superseded")
    ]
    people = distinct([n for n in counts if alone(n)], text)
    persons = Counter(v.harm for v in people)
    in_lead = Counter(v.harm for v in people if v.first < LEAD)
    wholes = sorted(
        (n for n in counts if n.part_of is None and n.low > 0), key=lambda n: n.span.start
    )
    sentences = [list(group) for _, group in groupby(wholes, key=lambda n: _sentence(text, n))]
    outcomes = tuple(sorted(set(_outcomes(sentences))))
    harms: tuple[Harm, ...] = ("killed", "injured", "casualties")
    return {
        harm: _of_harm(
            [n for n in counts if n.harm == harm],
            [[n for n in some if n.harm == harm] for some in sentences],
            (persons[harm], in_lead[harm]),
            outcomes if harm == "casualties" else (),
        )
        for harm in harms
    }


def _of_harm(
    counts: Sequence[Count],
    sentences: Sequence[Sequence[Count]],
    persons: tuple[int, int],
    outcomes: tuple[tuple[int, int], ...],
) -> PageTolls:
    wholes = [n for some in sentences for n in some]
    totals = [n for n in wholes if not alone(n) and n.extent != "addition"]
    leading = [n for n in totals if n.span.start < LEAD]
    return PageTolls(
        tuple((_value(n), n.span.start) for n in totals),
        tuple((sum(map(_value, some)), some[0].span.start) for some in sentences if some),
        *persons,
        any(n.high == 0 and n.part_of is None for n in counts),
        tuple((_value(n), n.high) for n in wholes if n.best is None and n.high is not None),
        tuple(_value(n) for n in leading if n.group in EVERYBODY),
        tuple(_value(n) for n in leading if n.group not in EVERYBODY),
        outcomes,
    )


def _outcomes(sentences: Sequence[Sequence[Count]]) -> Iterator[tuple[int, int]]:
    """The most who are counted as struck in each sentence, and all whom it counts as killed."""
    for some in sentences:
        struck = [_value(n) for n in some if n.harm == "casualties"]
        if struck:
            yield max(struck), sum(_value(n) for n in some if n.harm == "killed")


def _value(count: Count) -> int:
    return count.best if count.best is not None else count.low


def _sentence(text: str, count: Count) -> int:
    """Where the sentence or line that a count stands in begins, near enough."""
    at = count.span.start
    return max(text.rfind(". ", 0, at), text.rfind("\n", 0, at)) + 1
