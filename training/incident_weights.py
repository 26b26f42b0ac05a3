"""Fit the weights that ship: ``python -m training.incident_weights --data DIR --war DIR``.

``--data`` is a large collection of dated local news on shootings (see ``training.incidents``),
``--war`` one of articles on a war (``fakes_dev.csv``), of which ``war_incidents.txt`` has labels of
our own. Pairs of both are fitted together with those of our own pages (the training split of
``authored/``). A page has other neighbours among ten than among thousands, so pairs are drawn from
sets of few pages, too. ``--report`` also prints how well the articles on the war are grouped by
weights that have not seen their incidents.
"""

from __future__ import annotations

import argparse
import csv
import json
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime
from math import exp
from pathlib import Path
from random import Random

from benchmarks.echoes import b_cubed
from benchmarks.incidents import pairwise

from counterclaim.ledger.affinity import EVIDENCE
from counterclaim.ledger.clustering import clusters
from counterclaim.ledger.discourse import Group
from counterclaim.ledger.joining import compared, signed
from counterclaim.pages import read_document
from counterclaim.reading import Engine
from training.authored import load_pages
from training.incidents import (
    FOLDS,
    MOST,
    Floats,
    Pairs,
    fit_all,
    fold,
    mains,
    pairs,
    read,
    rows,
    together,
)

Parts = list[tuple[Pairs, float]]
"""Collections of pairs, each with the weight of one of its pairs."""

Labelled = tuple[list[str], list[Group]]
"""Pages' incidents, and what each page mainly tells of."""

FEW = 0.6
"""Weight of a pair among few articles of the large collection; one among all of them weighs 1."""

OURS = 1.0
"""Weight of a pair of our own pages: there are few."""

WAR = 0.5
"""Weight of a pair of articles on a war: some five times as many as of our own pages."""

DRAWS = 900
"""Sets of few pages drawn from the large collection; from a small one, :data:`DRAWN`."""

DRAWN = 250

MATES = 4
"""Most pages of one incident in a set of few, and :data:`OTHERS` of others."""

OTHERS = 9

HALF = 0.5

LABELS = Path(__file__).with_name("war_incidents.txt")
AUTHORED = Path(__file__).with_name("authored")
ALONE = "alone"
"""Name of the line with articles whose incidents no other article tells of."""


def own_pages(split: str = "train") -> Labelled:
    """Our own annotated pages."""
    known = load_pages(AUTHORED, split)
    documents = [
        read_document(page.text.encode(), name=page.id, published=page.published) for page in known
    ]
    return [page.incident for page in known], mains(list(Engine().read(documents)))


def labels(file: Path = LABELS) -> dict[str, str]:
    """The incident of each article by its unit id."""
    found: dict[str, str] = {}
    for line in file.read_text("utf-8").splitlines():
        if line and not line.startswith("#"):
            name, *units = line.split()
            found |= {unit: f"{name}-{unit}" if name == ALONE else name for unit in units}
    return found


def war_articles(data: Path) -> Labelled:
    """The labelled articles on a war, each once."""
    known = labels()
    with (data / "fakes_dev.csv").open(encoding="utf-8", errors="replace", newline="") as file:
        found = {row["unit_id"]: row for row in csv.DictReader(file) if row["unit_id"] in known}
    documents = [
        read_document(
            f"{row['article_title']}\n\n{row['article_content']}".encode(),
            name=unit,
            published=datetime.strptime(row["date"], "%m/%d/%Y").date().isoformat(),
        )
        for unit, row in found.items()
    ]
    return [known[unit] for unit in found], mains(list(Engine().read(documents)))


def collected(data: Path) -> Parts:
    """Pairs of the large collection, among all of its articles and among few."""
    articles = list(rows(data, "docs"))
    incidents = [one["incident"] for one in articles]
    groups = mains(read(articles))
    return [(pairs(incidents, groups), 1.0), (few(incidents, groups, DRAWS), FEW)]


def small(incidents: Sequence[str], groups: Sequence[Group], weight: float) -> Parts:
    """Pairs of a small collection, among all of its pages and among few."""
    return [(together(pairs(incidents, groups), few(incidents, groups, DRAWN)), weight)]


def few(incidents: Sequence[str], groups: Sequence[Group], draws: int) -> Pairs:
    """The pairs of sets of few pages."""
    sets = _drawn(incidents, groups, draws)
    return together(
        *(pairs([incidents[at] for at in one], [groups[at] for at in one]) for one in sets)
    )


def _drawn(incidents: Sequence[str], groups: Sequence[Group], draws: int) -> Iterator[list[int]]:
    """Sets of two to some twenty pages: what somebody has who reads up on a matter.

    A set has some pages of one incident and, half of the time, the pages of others that are most
    like one of them, else any others; and some of what belongs to those.
    """
    random = Random(draws)  # noqa: S311 - a sample, the same in every run
    likest: defaultdict[int, list[tuple[float, int]]] = defaultdict(list)
    for a, b, told in compared([signature for _, signature in signed(groups)]):
        if incidents[a] != incidents[b]:
            likest[a].append((-told["wording"], b))
            likest[b].append((-told["wording"], a))
    of: defaultdict[str, list[int]] = defaultdict(list)
    for page, incident in enumerate(incidents):
        of[incident].append(page)
    for _ in range(draws):
        first = random.randrange(len(incidents))
        number = random.randint(1, OTHERS)
        like = [page for _, page in sorted(likest[first])[:number]]
        anything = random.sample(range(len(incidents)), min(number, len(incidents)))
        others = like if random.random() < HALF else anything
        more = [random.choice(of[incidents[page]]) for page in others[: number // 2]]
        own = of[incidents[first]]
        yield sorted({first, *random.sample(own, min(len(own), MATES)), *others, *more})


def report(parts: Parts, incidents: Sequence[str], groups: Sequence[Group]) -> dict[str, float]:
    """B³ and pairwise F1 of all articles together and of sets of few, by unseen weights.

    Those of a pair are fitted without the folds of its incidents, as ``cross_validated`` has them.
    """
    known = small(incidents, groups, WAR)
    models = []
    for left in range(FOLDS):
        kept = [(part.without(FOLDS, left), weight) for part, weight in known]
        models.append(fit_all(*parts, *kept))
    sets = [list(range(len(groups))), *_drawn(incidents, groups, DRAWN)]
    found = [_clustered(incidents, groups, drawn, models) for drawn in sets]
    some = [(f"{at}{gold}", f"{at}-{got}") for at, one in enumerate(found[1:]) for gold, got in one]
    return {
        "b3_f1": round(100 * b_cubed(found[0]), 1),
        "pair_f1": round(100 * pairwise(found[0]), 1),
        "few_b3_f1": round(100 * b_cubed(some), 1),
        "few_pair_f1": round(100 * pairwise(some), 1),
    }


def _clustered(
    incidents: Sequence[str],
    groups: Sequence[Group],
    drawn: Sequence[int],
    models: Sequence[tuple[float, Floats]],
) -> list[tuple[str, str]]:
    """Gold and found cluster of each page of a set."""
    chances: dict[tuple[int, int], float] = {}
    for a, b, told in compared([s for _, s in signed([groups[at] for at in drawn])]):
        folds = {fold(incidents[drawn[a]]), fold(incidents[drawn[b]])}
        chances[a, b] = sum(_chance(models[at], told) for at in folds) / len(folds)
    found = clusters(len(drawn), chances)
    return [(incidents[drawn[at]], str(no)) for no, members in enumerate(found) for at in members]


def _chance(model: tuple[float, Floats], told: Mapping[str, float]) -> float:
    odds = model[0] + sum(
        weight * told[name] for name, weight in zip(EVIDENCE, model[1], strict=True)
    )
    return 1 / (1 + exp(-min(max(odds, -MOST), MOST)))


def main() -> None:
    """Print the bias and the weights as JSON."""
    parser = argparse.ArgumentParser(
        prog="python -m training.incident_weights", description=__doc__
    )
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--war", type=Path, required=True)
    parser.add_argument("--report", action="store_true")
    options = parser.parse_args()
    parts = collected(options.data) + small(*own_pages(), OURS)
    incidents, groups = war_articles(options.war)
    if options.report:
        print(json.dumps(report(parts, incidents, groups)))
    bias, weights = fit_all(*parts, *small(incidents, groups, WAR))
    named = dict(zip(EVIDENCE, (round(float(w), 2) for w in weights), strict=True))
    print(json.dumps({"bias": round(bias, 2), **named}, indent=1))


if __name__ == "__main__":
    main()
