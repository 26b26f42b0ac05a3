"""How many were killed and injured in an incident, by what its pages say together.

Pages name totals, parts, single victims and tolls of other days; the interval here is what a reader
of all of them would put down. Every value it can take stands on a page, or is the sum of what one
sentence lists, or those shot less those killed. It is a reading of the claims, not a finding: an
incident's single number is a person's pick.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from math import exp, log1p

from counterclaim.ledger.casualties import alone, distinct
from counterclaim.records import Count, Harm, Incident, Reading, Toll

__all__ = ["KINDS", "PageTolls", "choose", "evidence", "page_tolls", "tally", "tolls_of"]

LEAD = 700
"""Code points from the start of a page within which it says what it is about."""

LARGEST = 100_000
"""A larger number is no toll of one incident."""

CREDIBLE: dict[Harm, float] = {"killed": 0.2, "injured": 0.12}
"""Probability from which a value is inside of the interval, so that it holds nine in ten."""

SEVERAL = 3
"""A number from which it is not another thing's, so that nobody is not credible beside it."""

SPREAD = 0.7
"""Evidence of n pages weighs n to the power of 0.3: pages copy from each other."""

_BACKGROUND = re.compile(
    r"\b(?:this|last|past|previous|next)\s(?:\w+\s){0,2}(?:years?|months?|decades?|season|summer)\b"
    r"|\bso far\b|\bin recent (?:years|months|weeks)\b|\byear[-\s]to[-\s]date\b|\bin all of\b"
    r"|\bsince (?:the (?:start|beginning|war|conflict)|(?:19|20)\d\d|january|last)\b"
    r"|\ba year(?: ago| earlier)?\b|\byears (?:ago|earlier|before)\b|\bnationwide\b"
    r"|\b(?:in|of|during) (?:19|20)\d\d\b",
    re.IGNORECASE,
)
"""Words that make a number one of a longer time than an incident's."""

KINDS = (
    "first", "lead", "most in lead", "anywhere", "commonest", "persons", "persons in lead",
    "first sum", "largest sum", "shot", "shot in all", "struck persons", "none", "denied",
    "zero", "one", "size", "supported",
)  # fmt: skip
"""Kinds of evidence for a value, in the order of the weights.

A value is the ``first`` total of a page, one in its ``lead`` or the ``most`` there, one of any
place or the ``commonest``; the number of ``persons`` told apart; a ``sum`` over one sentence; what
is left of those ``shot`` without the killed; all ``struck persons``; ``none`` where a page names
nobody, ``denied`` where it says that nobody was harmed. The last four are of the value itself.
"""

WEIGHTS: dict[Harm, tuple[float, ...]] = {
    "killed": (
        0.12, 0.41, 0.46, -0.02, 0.09, -0.04, 0.61, 1.04, 1.33, 0.00, 0.00, 0.00, 0.47, 0.11, 0.35,
        0.00, -0.22, 0.86,
    ),
    "injured": (
        -0.13, 0.35, 1.32, 0.86, 0.82, 0.20, 0.35, 0.85, -0.65, 1.11, 0.94, 0.32, 1.88, -0.11,
        -1.49, -0.02, -0.22, -0.23,
    ),
}  # fmt: skip
"""Of a conditional logistic model over the values that the pages offer (``training.tallies``)."""

Evidence = dict[int, Counter[str]]


@dataclass(frozen=True)
class PageTolls:
    """What one page counts of one harm.

    Attributes:
        totals: (value, place in the text) of each number that is no part of another.
        sums: the same, of all that one sentence counts.
        persons, in_lead: victims without a number, told apart.
        denied: whether nobody is said to be harmed.
        ranges: least and most of each number that is told as a range.
    """

    totals: tuple[tuple[int, int], ...] = ()
    sums: tuple[tuple[int, int], ...] = ()
    persons: int = 0
    in_lead: int = 0
    denied: bool = False
    ranges: tuple[tuple[int, int], ...] = ()

    @property
    def empty(self) -> bool:
        """Whether the page says nothing of that harm."""
        return not self.totals and not self.persons


def tally(
    incident: Incident, readings: Mapping[str, Reading], harm: Harm = "killed"
) -> Toll | None:
    """The killed or injured of ``incident``; ``None`` where none of its pages was read.

    Where its pages count and name nobody, that is likely nobody, and ``counts`` are empty.

    Args:
        incident: one of a ledger's.
        readings: of its pages, by the document's id.
        harm: ``killed`` or ``injured``.
    """
    found = _tallies(incident, [readings[key] for key in incident.documents if key in readings])
    return next((one for one in found if one.harm == harm), None)


def tolls_of(incident: Incident, readings: Mapping[str, Reading]) -> list[Toll]:
    """The killed and the injured of ``incident``, each where its pages count or name somebody."""
    mine = [readings[key] for key in incident.documents if key in readings]
    return [one for one in _tallies(incident, mine) if one.counts]


def _tallies(incident: Incident, readings: Sequence[Reading]) -> list[Toll]:
    if not readings:
        return []
    told: set[str | None] = set(incident.statements)
    pages = [page_tolls(reading, told) for reading in readings]
    killed = choose(pages, "killed")
    chosen: dict[Harm, tuple[int, int, int, float]] = {
        "killed": killed,
        "injured": choose(pages, "injured", killed[1]),
    }
    counts = [n for reading in readings for n in reading.counts if n.statement in told]
    return [
        Toll(
            harm=harm,
            low=low,
            best=best,
            high=high,
            probability=round(chance, 3),
            counts=[n.id for n in counts if n.harm in (harm, "casualties")],
            pages=len(pages),
        )
        for harm, (low, best, high, chance) in chosen.items()
    ]


def choose(
    pages: Sequence[Mapping[Harm, PageTolls]], harm: Harm, killed: int = 0
) -> tuple[int, int, int, float]:
    """Least, likeliest and most credible number, and the probability of the likeliest.

    ``killed`` is the likeliest number of the killed, where the injured are asked for.
    """
    best, chances = _best(evidence(pages, harm, killed), harm)
    credible = [value for value, chance in chances.items() if chance >= CREDIBLE[harm]] or [best]
    if best >= SEVERAL and not any(page[harm].denied for page in pages) and _counted(pages, harm):
        credible = [value for value in credible if value]
    ranges = [top for page in pages for low, top in page[harm].ranges if low in credible]
    return min(credible), best, max(*credible, *ranges, best), chances[best]


def _counted(pages: Sequence[Mapping[Harm, PageTolls]], harm: Harm) -> bool:
    """Whether a page begins with a number of that harm."""
    return any(at < LEAD for page in pages for _, at in page[harm].totals)


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
        and not _background(n, text)
    ]
    people = distinct([n for n in counts if alone(n)], text)
    persons = Counter(v.harm for v in people)
    in_lead = Counter(v.harm for v in people if v.first < LEAD)
    harms: tuple[Harm, ...] = ("killed", "injured", "casualties")
    return {
        harm: _of_harm([n for n in counts if n.harm == harm], text, persons[harm], in_lead[harm])
        for harm in harms
    }


def _of_harm(counts: Sequence[Count], text: str, persons: int, in_lead: int) -> PageTolls:
    wholes = [n for n in counts if n.part_of is None and n.low > 0 and not _outdated(n, text)]
    wholes.sort(key=lambda n: n.span.start)
    sums = []
    for _, group in groupby(wholes, key=lambda n: _sentence(text, n)[0]):
        listed = list(group)
        sums.append((sum(_value(n) for n in listed), listed[0].span.start))
    return PageTolls(
        tuple((_value(n), n.span.start) for n in wholes if not alone(n)),
        tuple(sums),
        persons,
        in_lead,
        any(n.high == 0 and n.part_of is None for n in counts),
        tuple((_value(n), n.high) for n in wholes if n.best is None and n.high is not None),
    )


def _outdated(count: Count, text: str) -> bool:
    """Whether a toll is one that has changed: the first of "from six to nine"."""
    start, end = count.span.range
    return text[max(start - 5, 0) : start].lower() == "from " and text.startswith(" to ", end)


def _value(count: Count) -> int:
    return count.best if count.best is not None else count.low


def _sentence(text: str, count: Count) -> tuple[int, int]:
    """Start and end of the sentence or line that a count stands in, near enough."""
    at = count.span.start
    start = max(text.rfind(". ", 0, at), text.rfind("\n", 0, at)) + 1
    ends = [end for mark in (". ", "\n") if (end := text.find(mark, count.span.end)) >= 0]
    return start, min(ends, default=len(text))


def _background(count: Count, text: str) -> bool:
    """Whether a number is of a year or a war rather than of an incident."""
    start, end = _sentence(text, count)
    return _BACKGROUND.search(text, max(start, count.span.start - 200), end) is not None


def evidence(
    pages: Iterable[Mapping[Harm, PageTolls]], harm: Harm, killed: int = 0
) -> dict[int, list[float]]:
    """Each value that the pages offer with its evidence, in the order of :data:`KINDS`.

    ``killed`` are subtracted from those shot, where the injured are asked for.
    """
    every = [_of_page(page, harm, killed) for page in pages]
    values = sorted({0, 1}.union(*every))
    scale = max(len(every), 1) ** SPREAD
    found = {}
    for value in values:
        seen: Counter[str] = sum((one.get(value, Counter()) for one in every), Counter())
        row = [seen[kind] / scale for kind in KINDS[:-4]]
        found[value] = [*row, value == 0, value == 1, log1p(value), bool(seen)]
    return found


def _of_page(page: Mapping[Harm, PageTolls], harm: Harm, killed: int) -> Evidence:
    tolls, found = page[harm], defaultdict[int, Counter[str]](Counter)
    _of_totals(tolls, found)
    found[tolls.persons]["persons"] += 1
    found[tolls.in_lead]["persons in lead"] += 1
    if tolls.sums:
        found[tolls.sums[0][0]]["first sum"] += 1
        found[max(value for value, _ in tolls.sums)]["largest sum"] += 1
    if tolls.denied:
        found[0]["denied"] += 1
    struck = page["casualties"]
    if harm == "injured":
        if struck.totals:
            found[max(struck.totals[0][0] - killed, 0)]["shot"] += 1
        if struck.sums:
            largest = max(value for value, _ in struck.sums)
            found[max(largest - killed, 0)]["shot in all"] += 1
        found[tolls.persons + struck.persons]["struck persons"] += 1
    if tolls.empty and (harm == "killed" or struck.empty):
        found[0]["none"] += 1
    return found


def _of_totals(tolls: PageTolls, found: Evidence) -> None:
    if not tolls.totals:
        return
    values = [value for value, _ in tolls.totals]
    leading = {value for value, at in tolls.totals if at < LEAD}
    found[values[0]]["first"] += 1
    for value in leading:
        found[value]["lead"] += 1
    if leading:
        found[max(leading)]["most in lead"] += 1
    for value in set(values):
        found[value]["anywhere"] += 1
    often = Counter(values)
    found[max(often, key=lambda value: (often[value], value))]["commonest"] += 1


def _best(offered: Mapping[int, Sequence[float]], harm: Harm) -> tuple[int, dict[int, float]]:
    """The likeliest value, the smallest among equals, and the probability of each."""
    weights = WEIGHTS[harm]
    scores = {
        value: sum(w * x for w, x in zip(weights, row, strict=True))
        for value, row in offered.items()
    }
    top = max(scores.values())
    raised = {value: exp(score - top) for value, score in scores.items()}
    whole = sum(raised.values())
    chances = {value: one / whole for value, one in raised.items()}
    return max(sorted(chances), key=lambda value: chances[value]), chances
