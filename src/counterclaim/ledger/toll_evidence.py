"""What speaks for each number that an incident's pages offer as its toll."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from math import log1p

from counterclaim.ledger.page_tolls import LEAD, SEVERAL, PageTolls
from counterclaim.records import Harm

__all__ = ["KINDS", "SPREAD", "evidence"]

SPREAD = 0.7
"""Evidence of n pages weighs n to the power of 0.3: pages copy from each other."""

LARGE = 20
"""A number from which a larger one is not the less likely for it."""

_OF_PAGES = (
    "first", "lead", "most in lead", "anywhere", "commonest", "everybody", "some", "persons",
    "persons in lead", "first sum", "largest sum", "shot", "shot in all", "outcome", "no outcome",
    "persons alone", "persons struck", "persons in all", "struck persons", "none",
)  # fmt: skip
_OF_NOBODY = (
    "several in lead", "told in lead", "named in lead", "named", "told", "silent", "struck",
    "other harm", "denied",
)  # fmt: skip
_OF_VALUES = ("zero", "one", "size", "supported", "exceeded")
KINDS = (*_OF_PAGES, *_OF_NOBODY, *_OF_VALUES)
"""Kinds of evidence for a value, in the order of the weights.

A value is the ``first`` total of a page, one in its ``lead`` or the ``most`` there, one of any
place or the ``commonest``, in the lead one of ``everybody`` or of ``some``; the number of
``persons`` told apart; a ``sum`` over one sentence; what is left of those ``shot`` without the
killed, or without those of an ``outcome`` in the same sentence; those persons who are harmed or
struck; ``none`` where a page names nobody.

For nobody speaks, or rather against, the strongest of what pages tell: ``several in lead`` and so
on down to ``silent``; whether somebody is ``struck`` or has the ``other harm``, and whether a page
says that nobody was harmed (``denied``). The last are of the value itself: ``supported`` where a
page offers it, ``exceeded`` by so many totals.
"""

Evidence = dict[int, Counter[str]]


def evidence(
    pages: Sequence[Mapping[Harm, PageTolls]], harm: Harm, killed: int = 0
) -> dict[int, list[float]]:
    """Each value that the pages offer with its evidence, in the order of :data:`KINDS`.

    ``killed`` are subtracted from those shot, where the injured are asked for.
    """
    every = [_of_page(page, harm, killed) for page in pages]
    values = sorted({0, 1}.union(*every))
    scale = max(len(every), 1) ** SPREAD
    about = Counter(kind for page in pages for kind in _of_nobody(page, harm))
    totals = {value for page in pages for value, _ in page[harm].totals}
    found = {}
    for value in values:
        seen: Counter[str] = sum((one.get(value, Counter()) for one in every), Counter())
        row = [seen[kind] / scale for kind in _OF_PAGES]
        row += [0.0 if value else about[kind] / scale for kind in _OF_NOBODY]
        exceeded = sum(total > value for total in totals)
        found[value] = [
            *row,
            value == 0,
            value == 1,
            log1p(min(value, LARGE)),
            bool(seen),
            exceeded,
        ]
    return found


def _of_nobody(page: Mapping[Harm, PageTolls], harm: Harm) -> Iterator[str]:
    """What a page tells that bears on whether anybody was harmed."""
    tolls, struck = page[harm], page["casualties"]
    other = page["injured" if harm == "killed" else "killed"]
    yield _strongest(tolls)
    if not struck.empty:
        yield "struck"
    if not other.empty:
        yield "other harm"
    if tolls.denied:
        yield "denied"


def _strongest(tolls: PageTolls) -> str:
    """The strongest of what a page tells of a harm: several are told, one is, one is named."""
    if any(value >= SEVERAL and at < LEAD for value, at in tolls.totals):
        return "several in lead"
    if any(at < LEAD for _, at in tolls.totals):
        return "told in lead"
    if tolls.in_lead:
        return "named in lead"
    if tolls.persons:
        return "named"
    return "told" if tolls.totals else "silent"


def _of_page(page: Mapping[Harm, PageTolls], harm: Harm, killed: int) -> Evidence:
    tolls, found = page[harm], defaultdict[int, Counter[str]](Counter)
    _of_totals(tolls, found)
    if tolls.persons or not tolls.totals:
        found[tolls.persons]["persons"] += 1
        found[tolls.in_lead]["persons in lead"] += 1
    if tolls.sums:
        found[tolls.sums[0][0]]["first sum"] += 1
        found[max(value for value, _ in tolls.sums)]["largest sum"] += 1
    if harm == "injured":
        _of_struck(page, killed, found)
    if tolls.empty and (harm == "killed" or page["casualties"].empty):
        found[0]["none"] += 1
    return found


def _of_struck(page: Mapping[Harm, PageTolls], killed: int, found: Evidence) -> None:
    """The injured as those who were struck and not killed."""
    persons, struck = page["injured"].persons, page["casualties"]
    if struck.totals:
        found[max(struck.totals[0][0] - killed, 0)]["shot"] += 1
    if struck.sums:
        largest = max(value for value, _ in struck.sums)
        found[max(largest - killed, 0)]["shot in all"] += 1
    left = {("outcome", hit - dead) for hit, dead in struck.outcomes if dead}
    left |= {("no outcome", hit - killed) for hit, dead in struck.outcomes if not dead}
    left |= {
        ("persons alone", persons),
        ("persons struck", struck.persons),
        ("persons in all", struck.persons + persons + page["killed"].persons - killed),
    }
    for kind, value in sorted(left):
        if value > 0 or (value == 0 and kind != "outcome"):
            found[value][kind] += 1
    found[persons + struck.persons]["struck persons"] += 1


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
    for kind, some in (("everybody", tolls.everybody), ("some", tolls.some)):
        for value in some:
            found[value][kind] += 1
