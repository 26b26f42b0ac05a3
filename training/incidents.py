"""Pairs of dated articles, and the weights with which pages are joined into incidents.

A folder has ``docs*.jsonl.gz``: dated articles, each with the incident it was collected for. Pairs
that the product would compare are labelled by whether both are of one incident, and a logistic
model over the evidence of ``counterclaim.ledger.affinity`` is fitted on them. What ships is fitted
on more than these: ``training.incident_weights``.
"""

from __future__ import annotations

import gzip
import hashlib
import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from math import exp
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

from counterclaim.ledger.actors import merge_actors
from counterclaim.ledger.affinity import EVIDENCE
from counterclaim.ledger.claims import gather
from counterclaim.ledger.discourse import Group, group_page
from counterclaim.ledger.joining import Weigh, compared, signed
from counterclaim.ledger.parties import Parties
from counterclaim.pages import read_document
from counterclaim.reading import Engine
from counterclaim.records import Reading

Floats = npt.NDArray[np.float64]

RIDGE = 3.0
"""Strength of the penalty on squared weights of scaled evidence (not on the bias)."""

STEPS = 25
"""Newton steps; the likelihood is convex and they settle within ten."""

MOST = 30.0
"""Log-odds beyond which it is all one."""

BATCH = 32

FOLDS = 5
"""Parts of the incidents, each of which is grouped by weights fitted on the others."""


def rows(data: Path, kind: str) -> Iterator[dict[str, Any]]:
    """The objects of all files ``KIND*.jsonl.gz``."""
    for path in sorted(data.glob(f"{kind}*.jsonl.gz")):
        with gzip.open(path, "rt", encoding="utf-8") as lines:
            yield from map(json.loads, lines)


def read(articles: Sequence[Mapping[str, Any]]) -> list[Reading]:
    """What the shipped engine reads in each article, headline first."""
    engine = Engine()
    pages = [
        read_document(
            f"{one['title']}\n\n{one['content']}".encode(),
            name=one["id"],
            url=one.get("uri"),
            published=one["dct"],
        )
        for one in articles
    ]
    return [
        reading
        for at in range(0, len(pages), BATCH)
        for reading in engine.read(pages[at : at + BATCH])
    ]


def fitted(incident: str) -> bool:
    """Whether an incident is of the half that weights were first fitted on."""
    return int(hashlib.md5(incident.encode(), usedforsecurity=False).hexdigest(), 16) % 2 == 0


@dataclass(frozen=True)
class Pairs:
    """Pairs of articles: their incidents, and the evidence (pairs, kinds) on each."""

    incidents: tuple[tuple[str, str], ...]
    values: Floats

    @property
    def labels(self) -> Floats:
        """1 where both are of one incident, else 0."""
        return np.array([float(a == b) for a, b in self.incidents])

    def without(self, folds: int, *left: int) -> Pairs:
        """The pairs of which neither incident is in one of the folds ``left``."""
        kept = [
            at
            for at, pair in enumerate(self.incidents)
            if not any(fold(incident, folds) in left for incident in pair)
        ]
        return Pairs(tuple(self.incidents[at] for at in kept), self.values[kept])


def fold(incident: str, folds: int = FOLDS) -> int:
    """The part of the incidents that one is in."""
    return int(hashlib.md5(f"cv{incident}".encode(), usedforsecurity=False).hexdigest(), 16) % folds


def mains(readings: Sequence[Reading]) -> list[Group]:
    """What each page mainly tells of."""
    parties = Parties(merge_actors(readings))
    return [group_page(page, parties)[0] for page in gather(readings, parties)]


def pairs(incidents: Sequence[str], groups: Sequence[Group]) -> Pairs:
    """The pairs that are compared among pages of these ``incidents``."""
    of = {id(group): incident for incident, group in zip(incidents, groups, strict=True)}
    mains = signed(groups)
    found: list[tuple[str, str]] = []
    values: list[list[float]] = []
    for a, b, told in compared([signature for _, signature in mains]):
        found.append((of[id(mains[a][0])], of[id(mains[b][0])]))
        values.append([float(told[name]) for name in EVIDENCE])
    return Pairs(tuple(found), np.array(values).reshape(len(found), len(EVIDENCE)))


def cross_validated(incidents: Sequence[str], groups: Sequence[Group]) -> Weigh:
    """Probabilities of pairs by weights fitted on other incidents than the pair's.

    Where the two are of two folds, the mean of two models that each lack one of them.
    """
    found = pairs(incidents, groups)
    kept = [found.without(FOLDS, left) for left in range(FOLDS)]
    models = [fit(part.values, part.labels) for part in kept]
    where = {
        group.page.reading.document.id: fold(incident)
        for incident, group in zip(incidents, groups, strict=True)
    }

    def weigh(one: Group, two: Group, told: Mapping[str, float]) -> float:
        values = np.array([float(told[name]) for name in EVIDENCE])
        folds = (where[group.page.reading.document.id] for group in (one, two))
        odds = [models[at][0] + float(models[at][1] @ values) for at in folds]
        return sum(1 / (1 + exp(-min(max(value, -MOST), MOST))) for value in odds) / 2

    return weigh


def together(*parts: Pairs) -> Pairs:
    """All pairs of ``parts``."""
    return Pairs(
        tuple(pair for part in parts for pair in part.incidents),
        np.vstack([part.values for part in parts]),
    )


def fit_all(*parts: tuple[Pairs, float]) -> tuple[float, Floats]:
    """Bias and weights fitted on several collections, each with the weight of one of its pairs."""
    whole = together(*(part for part, _ in parts))
    weights = np.concatenate([np.full(len(part.incidents), weight) for part, weight in parts])
    return fit(whole.values, whole.labels, weights)


def fit(values: Floats, labels: Floats, of_pairs: Floats | None = None) -> tuple[float, Floats]:
    """Bias and weights of the penalised logistic model, by Newton's method.

    ``of_pairs`` are the weights of the pairs, by default 1 each.
    """
    counted = np.ones(len(values)) if of_pairs is None else of_pairs
    spread = values.std(axis=0)
    scale = np.where(spread > 1e-9, spread, 1.0)
    inputs = np.hstack([np.ones((len(values), 1)), values / scale])
    penalty = np.full(inputs.shape[1], RIDGE)
    penalty[0] = 0.0
    weights = np.zeros(inputs.shape[1])
    for _ in range(STEPS):
        chances = 1 / (1 + np.exp(-np.clip(inputs @ weights, -MOST, MOST)))
        slope = inputs.T @ (counted * (chances - labels)) + penalty * weights
        curve = (inputs.T * (counted * chances * (1 - chances))) @ inputs + np.diag(penalty + 1e-9)
        weights = weights - np.linalg.solve(curve, slope)
    return float(weights[0]), weights[1:] / scale
