"""What the tables say of an organisation, beside what they say of the text and of its rivals."""

import math
from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from counterclaim.facts.perpetrators.folding import Organisation
from counterclaim.facts.perpetrators.scene import Scene

__all__ = ["KINDS", "Said", "stacked"]

KINDS = ("armed", "state")
"""Kinds with weights of their own."""

_LEAST = 1e-4


class Said(NamedTuple):
    """What the tables say of one text, in log odds but for the last two.

    ``text`` are the two of the text, ``organisations`` one each; ``harmed`` and ``doing`` are
    probabilities by sentence.
    """

    text: tuple[float, float]
    organisations: Sequence[float]
    harmed: Sequence[float]
    doing: Sequence[float]


def stacked(scene: Scene, said: Said) -> NDArray[np.float64]:
    """Features of each organisation, ``[organisations, features]``; there is one at least."""
    return np.array([_row(scene, said, at) for at in range(len(scene.organisations))], np.float64)


def _row(scene: Scene, said: Said, at: int) -> list[float]:
    one = scene.organisations[at]
    return [*_among(scene, said, at), *_told(scene, said, one), *_deeds(scene)]


def _among(scene: Scene, said: Said, at: int) -> list[float]:
    """The organisation beside the others of the text."""
    own, every = said.organisations[at], said.organisations
    one = scene.organisations[at]
    rest = [each for place, each in enumerate(every) if place != at]
    alike = [
        each
        for place, each in enumerate(every)
        if place != at and scene.organisations[place].kind == one.kind
    ]
    counts = [len(each.mentions) for each in scene.organisations]
    armed = sum(each.kind in ("armed", "crime") for each in scene.organisations)
    return [
        own,
        *said.text,
        float(sum(each > own for each in every)),
        own - max(rest, default=-6.0),
        max(alike, default=-6.0),
        math.log1p(sum(math.log1p(math.exp(each)) for each in every)),
        math.log(len(every)),
        math.log1p(armed),
        math.log(counts[at]),
        counts[at] / sum(counts),
        float(bool(one.given)),
        float(one.kind == "armed"),
        float(one.kind == "state"),
        float(one.kind == "crime"),
        math.log1p(scene.words[one.mentions[0].first].sentence),
    ]


def _told(scene: Scene, said: Said, one: Organisation) -> list[float]:
    """The sentences that name the organisation beside all others."""
    harmed, doing = said.harmed, said.doing
    at = sorted({scene.words[name.first].sentence for name in one.mentions})
    both = max(harmed[each] * doing[each] for each in at)
    most = max(a * b for a, b in zip(harmed, doing, strict=True))
    best = sorted(harmed, reverse=True)
    sums = [
        max(harmed[each] for each in at),
        max(doing[each] for each in at),
        both,
        max(max(harmed[max(each - 1, 0) : each + 2]) for each in at),
        sum(harmed[each] for each in at),
        sum(doing[each] for each in at),
        best[0],
    ]
    logs = [math.log(min(max(each, _LEAST), 1.0)) for each in sums]
    whole = [sum(best[:3]) / min(len(best), 3), math.log1p(sum(best)), max(doing)]
    return [*sums, *logs, *whole, both / max(most, _LEAST)]


def _deeds(scene: Scene) -> list[float]:
    """How much the text is about violence of each sort."""
    counts = dict.fromkeys(("attack", "bombing", "kidnapping"), 0)
    for deed in scene.deeds:
        if deed.type in counts:
            counts[deed.type] += 1
    return [*(math.log1p(each) for each in counts.values()), math.log1p(len(scene.words))]
