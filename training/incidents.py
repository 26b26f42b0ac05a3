"""Fit the weights with which pages are joined: ``python -m training.incidents --data DIR``.

DIR has ``docs*.jsonl.gz``: dated articles, each with the incident it was collected for. Pairs that
the product would compare are labelled by whether both are of one incident, and a logistic model
over the evidence of ``counterclaim.ledger.affinity`` is fitted on the incidents of one half.
"""

import argparse
import gzip
import hashlib
import json
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

from counterclaim.ledger.actors import merge_actors
from counterclaim.ledger.affinity import EVIDENCE, Profile, evidence
from counterclaim.ledger.blocking import Index
from counterclaim.ledger.claims import gather
from counterclaim.ledger.discourse import group_page
from counterclaim.ledger.parties import Parties
from counterclaim.ledger.rarity import Rarity
from counterclaim.ledger.signatures import boilerplate_of, sign
from counterclaim.pages import read_document
from counterclaim.reading import Engine
from counterclaim.records import Reading

Floats = npt.NDArray[np.float64]

RIDGE = 1.0
"""Strength of the penalty on squared weights (not on the bias)."""

STEPS = 25
"""Newton steps; the likelihood is convex and they settle within ten."""

BATCH = 32


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
    """Whether an incident is of the half that the weights are fitted on."""
    return int(hashlib.md5(incident.encode(), usedforsecurity=False).hexdigest(), 16) % 2 == 0


def pairs(incidents: Sequence[str], readings: Sequence[Reading]) -> tuple[Floats, Floats]:
    """Evidence (pairs, kinds) and label (pairs) of the compared pairs of the fitted half."""
    parties = Parties(merge_actors(readings))
    boilerplate = boilerplate_of(readings)
    rarity, index = Rarity(), Index()
    found = [sign(group_page(page, parties)[0], boilerplate) for page in gather(readings, parties)]
    for signature in found:
        rarity.add(signature.words)
    profiles = [Profile(signature, rarity) for signature in found]
    values, labels = [], []
    for b, profile in enumerate(profiles):
        for a in index.candidates(profile):
            if fitted(incidents[a]) and fitted(incidents[b]):
                values.append([float(v) for v in evidence(profiles[a], profile).values()])
                labels.append(float(incidents[a] == incidents[b]))
        index.add(b, profile)
    return np.array(values), np.array(labels)


def fit(values: Floats, labels: Floats) -> tuple[float, Floats]:
    """Bias and weights of the penalised logistic model, by Newton's method."""
    inputs = np.hstack([np.ones((len(values), 1)), values])
    penalty = np.full(inputs.shape[1], RIDGE)
    penalty[0] = 0.0
    weights = np.zeros(inputs.shape[1])
    for _ in range(STEPS):
        chances = 1 / (1 + np.exp(-inputs @ weights))
        slope = inputs.T @ (chances - labels) + penalty * weights
        curve = (inputs.T * (chances * (1 - chances))) @ inputs + np.diag(penalty + 1e-9)
        weights = weights - np.linalg.solve(curve, slope)
    return float(weights[0]), weights[1:]


def main() -> None:
    """Print the bias and the weights as JSON."""
    parser = argparse.ArgumentParser(prog="python -m training.incidents", description=__doc__)
    parser.add_argument("--data", type=Path, required=True)
    articles = list(rows(parser.parse_args().data, "docs"))
    bias, weights = fit(*pairs([one["incident"] for one in articles], read(articles)))
    named = dict(zip(EVIDENCE, (round(float(w), 2) for w in weights), strict=True))
    print(json.dumps({"bias": round(bias, 2), **named}, indent=1))


if __name__ == "__main__":
    main()
