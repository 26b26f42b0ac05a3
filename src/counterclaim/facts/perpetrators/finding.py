"""Which organisations a text says did what it tells of, and on whose word."""

import math
from collections import Counter
from collections.abc import Sequence
from typing import Literal, get_args

import msgspec
import numpy as np

from counterclaim.facts.perpetrators.counting import MOST, counted, told_of
from counterclaim.facts.perpetrators.features import describe, said
from counterclaim.facts.perpetrators.folding import Organisation
from counterclaim.facts.perpetrators.hearing import Hears, as_sayings, heard
from counterclaim.facts.perpetrators.scene import Scene, sentence_features, text_features
from counterclaim.facts.perpetrators.stacking import KINDS, Said, stacked
from counterclaim.facts.perpetrators.tables import Floats, Tables, load, scores, unit

__all__ = ["CONFIDENCES", "LIKELY", "Confidence", "Perpetrator", "Verdicts", "find_perpetrators"]

Confidence = Literal["fact", "authorities", "suspected", "claimed", "possible"]
"""On whose word: told as a fact; suspected or accused by authorities; by others, or with a word of
doubt; claimed or admitted by itself; only named beside what happened (MUC-4's slot 11)."""

CONFIDENCES: tuple[Confidence, ...] = get_args(Confidence)

LIKELY = 0.2
"""Least probability of those that :func:`find_perpetrators` gives. Set by cross-validation."""


class Perpetrator(msgspec.Struct, frozen=True, kw_only=True):
    """An organisation that a text says did it.

    Attributes:
        name: the name it goes by in the text, as ``[start, end)``.
        mentions: every place where it is named, in order.
        kind: ``armed``, ``state``, ``crime`` or ``other``.
        score: the probability that the text says so, in [0, 1].
        confidence: on whose word; ``doubts`` the probability of each of :data:`CONFIDENCES`.
        incidents: the probability that one incident at least is laid to it, two, three, four; of
            the first alone where the encoder was not asked.
    """

    name: tuple[int, int]
    mentions: tuple[tuple[int, int], ...]
    kind: str
    score: float
    confidence: Confidence
    doubts: tuple[float, ...]
    incidents: tuple[float, ...] = ()


class Verdicts(msgspec.Struct, frozen=True):
    """What a text as a whole says.

    Attributes:
        violence: the probability that it tells of violence against people or property that no
            armed force's fight is.
        perpetrators: who did it by what it says, likeliest first.
        harmed: its sentences ``(start, end, probability)``: how likely each names whom or what was
            harmed.
    """

    violence: float
    perpetrators: tuple[Perpetrator, ...]
    harmed: tuple[tuple[int, int, float], ...] = ()


def find_perpetrators(text: str, labels: Hears | None = None, *, least: float = LIKELY) -> Verdicts:
    """Organisations that did it by what ``text`` says, likeliest first.

    With what the encoder says of the text (its ``labels``) it is surer; without, it reads about
    50,000 words a second. Organisations less likely than ``least`` are left out.

    Raises:
        ModelError: CC302 if the weights are missing or damaged.
    """
    scene = Scene.of(text)
    tables = load()
    if not scene.words:
        return Verdicts(0.0, ())
    described = [describe(scene, one) for one in scene.organisations]
    told = _read(scene, described, tables)
    hearing = [list[float]() for _ in described] if labels is None else heard(scene, labels)
    levels = [[*level, *more] for level, more in zip(_levels(scene, told), hearing, strict=True)]
    sure = [
        _weighed(tables.stack if labels is None else tables.heard, one.kind, level)
        for one, level in zip(scene.organisations, levels, strict=True)
    ]
    whole = [] if labels is None else told_of(text, scene, told, labels)
    found = []
    for at, one in enumerate(scene.organisations):
        if odds(sure[at]) < least:
            continue
        sayings = said(scene, one, described[at]) | as_sayings(hearing[at])
        several = _several(tables, one, levels[at], whole, told, sure[at]) if whole else ()
        found.append(_perpetrator(scene, one, sayings, sure[at], several, tables))
    found.sort(key=lambda one: (-one.score, one.mentions))
    return Verdicts(round(odds(told.text[0]), 4), tuple(found), _sentences(scene, told))


def _sentences(scene: Scene, told: Said) -> tuple[tuple[int, int, float], ...]:
    bounds = zip(scene.firsts, scene.firsts[1:], told.harmed, strict=False)
    words = scene.words
    return tuple((words[a].start, words[b - 1].end, round(sure, 4)) for a, b, sure in bounds)


def odds(value: float) -> float:
    """The probability of log odds."""
    return 1.0 / (1.0 + math.exp(-min(max(value, -30.0), 30.0)))


def shape(counts: Counter[str]) -> dict[str, float]:
    """Counts of a text's features as they are weighed."""
    return unit({name: 1.0 + math.log(count) for name, count in counts.items()})


def _read(scene: Scene, described: list[Counter[str]], tables: Tables) -> Said:
    constants = tables.constants.tolist()
    text = scores(tables.text, shape(text_features(scene)).items())
    harmed, doing = [], []
    for number in range(scene.sentences):
        given = unit(dict.fromkeys(sentence_features(scene, number), 1.0))
        one, other = scores(tables.sentence, given.items())
        harmed.append(odds(one + constants[2]))
        doing.append(odds(other + constants[3]))
    single = [
        float(scores(tables.organisation, ((name, 1.0) for name in each))[0]) + constants[4]
        for each in described
    ]
    whole = float(text[0]) + constants[0], float(text[1]) + constants[1]
    return Said(whole, single, harmed, doing)


def _levels(scene: Scene, told: Said) -> list[list[float]]:
    """What the tables say of each organisation."""
    return stacked(scene, told).tolist() if scene.organisations else []


def _weighed(table: Floats, kind: str, level: Sequence[float]) -> float:
    """The weighted sum of features, with the weights of all kinds and those of one."""
    weights = table[0].astype(np.float64)
    if kind in KINDS:
        weights = weights + table[1 + KINDS.index(kind)]
    return float((weights[:-1] * np.array(level)).sum() + weights[-1])


def _several(
    tables: Tables,
    one: Organisation,
    level: Sequence[float],
    whole: Sequence[float],
    told: Said,
    sure: float,
) -> tuple[float, ...]:
    """How likely two, three, four incidents are laid to an organisation, each less than before."""
    found = [odds(sure)]
    for number in range(2, MOST + 1):
        row = counted(level, whole, told, sure, number).tolist()
        found.append(min(found[-1], odds(_weighed(tables.again[number - 2], one.kind, row))))
    return tuple(round(each, 4) for each in found[1:])


def _perpetrator(
    scene: Scene,
    one: Organisation,
    sayings: dict[str, float],
    sure: float,
    several: tuple[float, ...],
    tables: Tables,
) -> Perpetrator:
    values = scores(tables.confidence, sayings.items())
    values = values + tables.constants[-len(CONFIDENCES) :]
    shares = np.exp(values - values.max())
    shares /= shares.sum()
    # An accusation by authorities is one; the other way round it is not.
    worth = shares.copy()
    worth[CONFIDENCES.index("suspected")] += shares[CONFIDENCES.index("authorities")] / 2
    words = scene.words
    spans = [(words[name.first].start, words[name.last].end) for name in one.mentions]
    typical = one.name
    at = next(
        place
        for place, name in enumerate(one.mentions)
        if tuple(word.low for word in words[name.first : name.last + 1]) == typical
    )
    return Perpetrator(
        name=spans[at],
        mentions=tuple(spans),
        kind=one.kind,
        score=round(odds(sure), 4),
        confidence=CONFIDENCES[int(worth.argmax())],
        doubts=tuple(round(float(share), 4) for share in shares),
        incidents=(round(odds(sure), 4), *several),
    )
