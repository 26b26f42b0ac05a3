"""How many incidents a text lays to an organisation: places, days, people and deeds it tells of."""

import math
from bisect import bisect_right
from collections.abc import Iterable, Sequence

import numpy as np
from numpy.typing import NDArray

from counterclaim.facts.perpetrators.hearing import DEEDS, Hears
from counterclaim.facts.perpetrators.scene import Scene
from counterclaim.facts.perpetrators.stacking import Said

__all__ = ["MOST", "counted", "told_of"]

MOST = 4
"""Incidents of one organisation that are told apart: one, two, three, and more."""

_EACH = 1.5
"""Sentences that name whom or what was harmed for each incident, about."""

_NAMED = ("person", "facility", "weapon", "armed_group")
_LEAST = 1e-3


def told_of(text: str, scene: Scene, said: Said, labels: Hears) -> list[float]:
    """Features of a text: logarithms of how many deeds, places, days and victims it names."""
    starts = [word.start for word in scene.words]

    def sentence(at: int) -> int:
        """The sentence that holds the character ``at``."""
        return scene.words[max(bisect_right(starts, at) - 1, 0)].sentence

    deeds = [(start, label) for start, _, label, _ in labels.spans("events") if label in DEEDS]
    inside = {sentence(start) for start, _ in deeds}

    def named(spans: Iterable[tuple[int, int, str, float]]) -> tuple[int, int]:
        """Different names of all sentences, and of those that tell of a deed."""
        listed = [(text[start:end].upper(), sentence(start)) for start, end, _, _ in spans]
        return len({name for name, _ in listed}), len({n for n, at in listed if at in inside})

    entities = list(labels.spans("entities"))
    counts = [
        *(sum(label == each for _, label in deeds) for each in DEEDS),
        len(inside),
        len({label for _, label in deeds}),
        *named(labels.spans("toponyms")),
        *named(labels.spans("times")),
        *(each for kind in _NAMED for each in named(one for one in entities if one[2] == kind)),
        text.count("\n\n"),
        len(scene.words),
        scene.sentences,
    ]
    harmed = said.harmed
    sums = [
        sum(harmed),
        sum(each > 0.3 for each in harmed),
        sum(each > 0.5 for each in harmed),
        max(harmed, default=0.0),
        sum(said.doing),
    ]
    return [math.log1p(each) for each in (*counts, *sums)]


def counted(
    level: Sequence[float], told: Sequence[float], said: Said, odds: float, number: int
) -> NDArray[np.float64]:
    """Features that tell whether ``number`` incidents are laid to an organisation.

    ``level`` are those that tell whether any is, ``odds`` the logarithm of the odds of that,
    ``told`` what :func:`told_of` gives.
    """
    sure = 1.0 / (1.0 + math.exp(-min(max(odds, -30.0), 30.0)))
    enough = min(1.0, sum(said.harmed) / (_EACH * number))
    return np.array([*level, *told, odds, math.log(sure * enough + _LEAST), math.log(sure)])
