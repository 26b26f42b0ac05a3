"""What the encoder's heads say of an organisation's mentions, as features."""

import math
from collections.abc import Iterable, Sequence
from typing import Protocol

from counterclaim.facts.perpetrators.folding import Organisation
from counterclaim.facts.perpetrators.scene import Scene
from counterclaim.language.heads import TAGS

__all__ = ["DEEDS", "Hears", "as_sayings", "heard"]

_LABELS = {head.name: head.labels for head in TAGS}
DEEDS = ("assault", "bombing", "kidnapping", "arson", "robbery")
"""Labels of violent deeds among the events."""

_DEEDS = tuple(_LABELS["events"].index(name) for name in DEEDS)
_GROUPS = tuple(_LABELS["entities"].index(name) for name in ("armed_group", "organisation"))
_LEAST = 1e-3
_MIDDLE, _WIDTH = -4.0, 2.0
"""About the mean and the deviation of the logarithms, so that what is not heard weighs nothing."""


class Hears(Protocol):
    """What is asked of an encoder's labels (:class:`counterclaim.language.Labels`)."""

    def chances(self, head: str, start: int, end: int) -> tuple[float, ...]:
        """For each label of a head, its highest probability among the words of a range."""
        ...

    def spans(self, head: str) -> Iterable[tuple[int, int, str, float]]:
        """Spans of a head: start, end, label, score, in the order of the text."""
        ...


def heard(scene: Scene, labels: Hears) -> list[list[float]]:
    """Features of each organisation, all logarithms of probabilities, scaled.

    First the highest and the mean over its mentions of each label of `perpetrators`, then those of
    all organisations, groups among `entities`, and deeds in the sentences that name it.
    """
    rows = [_row(scene, one, labels) for one in scene.organisations]
    most = [max((row[at] for row in rows), default=0.0) for at in range(_OWN)]
    return [[_scaled(each) for each in (*row, *most)] for row in rows]


_OWN = len(_LABELS["perpetrators"])


def as_sayings(row: Sequence[float]) -> dict[str, float]:
    """The features that tell on whose word it is, of one row of :func:`heard`."""
    return {f"heard:{at}": value for at, value in enumerate(row[: 2 * _OWN])}


def _row(scene: Scene, one: Organisation, labels: Hears) -> list[float]:
    words = scene.words
    spans = [(words[name.first].start, words[name.last].end) for name in one.mentions]
    parts = [labels.chances("perpetrators", *span) for span in spans]
    kinds = [labels.chances("entities", *span) for span in spans]
    places = sorted({words[name.first].sentence for name in one.mentions})
    deeds = [_deeds(scene, number, labels) for number in places]
    return [
        *(max(column) for column in zip(*parts, strict=True)),
        *(sum(column) / len(parts) for column in zip(*parts, strict=True)),
        *(max(kind[at] for kind in kinds) for at in _GROUPS),
        max(deeds),
        sum(deeds) / len(deeds),
    ]


def _deeds(scene: Scene, number: int, labels: Hears) -> float:
    """The highest probability of a violent deed in a sentence."""
    low, high = scene.firsts[number], scene.firsts[number + 1]
    sure = labels.chances("events", scene.words[low].start, scene.words[high - 1].end)
    return max(sure[at] for at in _DEEDS)


def _scaled(value: float) -> float:
    return (math.log(min(max(value, _LEAST), 1.0)) - _MIDDLE) / _WIDTH
