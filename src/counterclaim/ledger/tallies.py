"""How many were killed and injured in an incident, by what its pages say together.

Pages name totals, parts, single victims and tolls of other days; the interval here is what a reader
of all of them would put down. Every value it can take stands on a page, or is the sum of what one
sentence lists, or those shot less those killed. It is a reading of the claims, not a finding: an
incident's single number is a person's pick.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from math import exp

from counterclaim.ledger.page_tolls import LEAD, SEVERAL, PageTolls, page_tolls
from counterclaim.ledger.toll_evidence import evidence
from counterclaim.records import Harm, Incident, Reading, Toll

__all__ = ["WEIGHTS", "chances_of", "choose", "tally", "tolls_of"]

CREDIBLE: dict[Harm, float] = {"killed": 0.25, "injured": 0.09}
"""Probability, as a share of the likeliest value's, from which a value is in the interval."""

WEIGHTS: dict[Harm, tuple[float, ...]] = {
    "killed": (
        0.09, 0.15, 0.10, 0.08, -0.11, 0.75, 0.02, 0.23, 0.37, 0.93, 1.26, 0.00, 0.00, 0.00, 0.00,
        0.00, 0.00, 0.00, 0.00, 0.04, -0.62, -0.60, -0.77, -0.18, 0.25, 0.04, 0.95, 1.30, 0.11,
        0.14, 0.35, -0.65, 0.38, -0.54,
    ),
    "injured": (
        0.15, 0.20, 0.30, 0.12, 0.66, 0.40, -0.04, 0.16, -0.04, 0.49, 0.04, 0.26, 0.83, 0.58, 1.26,
        0.09, -0.12, 0.16, 0.38, 0.48, -0.93, 0.15, -1.03, -0.38, 0.39, 0.07, -1.26, 0.84, -0.27,
        -0.35, 0.00, -0.26, 0.40, -0.56,
    ),
}  # fmt: skip
"""Of a conditional logistic model over the values that the pages offer (``training.tallies``)."""


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
    counts = [
        n
        for reading in readings
        for n in reading.counts
        if n.statement in told and n.extent != "background"
    ]
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

    The likeliest is chosen in two steps: whether anybody, then how many. ``killed`` is the
    likeliest number of the killed, where the injured are asked for.
    """
    chances = chances_of(evidence(pages, harm, killed), harm)
    if _several(pages, harm):
        chances = _of_somebody(chances)
    best = _likeliest(chances)
    least = CREDIBLE[harm] * chances[best]
    credible = [value for value, chance in chances.items() if chance >= least]
    if best >= SEVERAL and not _denied(pages, harm) and _counted(pages, harm):
        credible = [value for value in credible if value]
    ranges = [top for page in pages for low, top in page[harm].ranges if low in credible]
    return min([*credible, best]), best, max([*credible, *ranges, best]), chances[best]


def _likeliest(chances: Mapping[int, float]) -> int:
    """Nobody where that is likelier than not, else the likeliest number, the least of equals.

    However many numbers share what somebody's being harmed is worth, nobody is not the mode.
    """
    if chances.get(0, 0.0) >= 0.5:
        return 0
    return max(sorted(chances.keys() - {0}), key=lambda value: chances[value])


def _several(pages: Sequence[Mapping[Harm, PageTolls]], harm: Harm) -> bool:
    """Whether half of the pages begin with a number of several and none denies.

    Of the incidents that the weights were fitted on, one in 45 such has nobody killed.
    """
    first = [
        any(at < LEAD and value >= SEVERAL for value, at in page[harm].totals) for page in pages
    ]
    return 2 * sum(first) >= max(len(pages), 1) and not _denied(pages, harm)


def _of_somebody(chances: Mapping[int, float]) -> dict[int, float]:
    """The same given that somebody was harmed."""
    whole = 1 - chances.get(0, 0.0)
    return {value: (chance / whole if value else 0.0) for value, chance in chances.items()}


def _denied(pages: Sequence[Mapping[Harm, PageTolls]], harm: Harm) -> bool:
    return any(page[harm].denied for page in pages)


def _counted(pages: Sequence[Mapping[Harm, PageTolls]], harm: Harm) -> bool:
    """Whether a page begins with a number of that harm."""
    return any(at < LEAD for page in pages for _, at in page[harm].totals)


def chances_of(offered: Mapping[int, Sequence[float]], harm: Harm) -> dict[int, float]:
    """The probability of each value."""
    weights = WEIGHTS[harm]
    scores = {
        value: sum(w * x for w, x in zip(weights, row, strict=True))
        for value, row in offered.items()
    }
    top = max(scores.values())
    raised = {value: exp(score - top) for value, score in scores.items()}
    whole = sum(raised.values())
    return {value: one / whole for value, one in raised.items()}
