"""Fit what weighs in an incident's tolls, day and place.

``python -m training.tallies --data DIR --messages DIR …``: the first has ``docs*.jsonl.gz`` and
``incidents*.jsonl.gz``: dated articles, each with the incident that it was collected for, and the
coders' killed, injured, day and town of each; the second MUC-4's messages and keys of the parts
that are learnt from (``dev`` and ``tst1``). Conditional logistic models over the values that an
incident's pages offer (McFadden 1974) are fitted on the incidents of one half of the articles; the
tolls on the messages as well, each weighing less, for political violence.
"""

import argparse
import json
import time
from collections import defaultdict
from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt
from benchmarks.counts import victims
from benchmarks.muc4_keys import read_messages

from counterclaim.ledger import days, sites
from counterclaim.ledger.page_tolls import page_tolls
from counterclaim.ledger.toll_evidence import KINDS, evidence
from counterclaim.pages import read_document
from counterclaim.reading import Engine
from counterclaim.records import Reading
from training.incidents import fitted, mains, read, rows

Floats = npt.NDArray[np.float64]
Choice = tuple[Floats, Floats, float]
"""Evidence of each value offered (values, kinds), 1.0 for the right ones, and what it weighs."""

MESSAGE = 0.1
"""What a message weighs beside an incident of the articles: its key leaves soldiers out."""

RIDGE = 3.0
"""Strength of the penalty on squared weights."""

STEPS = 30
"""Newton steps; the likelihood is concave and they settle within ten."""


def choice(
    offered: Mapping[int, Sequence[float]], low: int, high: int | None = None, weight: float = 1.0
) -> Choice | None:
    """The evidence with the values that are right; ``None`` where no page offers one.

    ``low`` to ``high`` are right; ``low`` alone without ``high``.
    """
    top = low if high is None else high
    right = np.array([float(low <= value <= top) for value in offered])
    if not right.any():
        return None
    return np.array(list(offered.values()), dtype=np.float64), right, weight


def fit(choices: Sequence[Choice]) -> Floats:
    """Weights (kinds,) of the penalised conditional logistic model, by Newton's method.

    Where several values are right it is their sum that is made likely; the curvature leaves out
    what that takes off, so that every step goes uphill.
    """
    size = choices[0][0].shape[1]
    weights = np.zeros(size)
    for _ in range(STEPS):
        slope, curve = RIDGE * weights, RIDGE * np.eye(size)
        for rows_, right, weight in choices:
            scores = rows_ @ weights
            chances = np.exp(scores - scores.max())
            chances /= chances.sum()
            mean = chances @ rows_
            meant = chances * right / (chances @ right)
            slope = slope - weight * (meant @ rows_ - mean)
            curve = curve + weight * ((rows_.T * chances) @ rows_ - np.outer(mean, mean))
        weights = weights - np.linalg.solve(curve, slope)
    return weights


def choices_of(
    coded: Sequence[Mapping[str, Any]], pages: Mapping[str, Sequence[Reading]]
) -> dict[str, list[Choice]]:
    """What is to be chosen for each coded incident: ``killed``, ``injured``, ``day``, ``site``.

    They are chosen by what its pages mainly tell of.
    """
    of = {r.document.id: r for some in pages.values() for r in some}
    main = {key: set(group.claims) for key, group in zip(of, mains(list(of.values())), strict=True)}
    found: defaultdict[str, list[Choice]] = defaultdict(list)
    for row in coded:
        mine = pages.get(row["incident_uri"], ())
        if not mine:
            continue
        told = [main[r.document.id] or {s.id for s in r.statements} for r in mine]
        tolls = [page_tolls(r, set(t)) for r, t in zip(mine, told, strict=True)]
        killed = int(row["num_killed"])
        named = [days.named_days(r, set(t)) for r, t in zip(mine, told, strict=True)]
        published = min((r.document.published.value or "9999-12-31")[:10] for r in mine)
        day = date(*time.strptime(row["date"], "%B %d, %Y")[:3]).toordinal()
        offered = {
            "killed": choice(evidence(tolls, "killed"), killed),
            "injured": choice(evidence(tolls, "injured", killed), int(row["num_injured"])),
            "day": choice(days.day_evidence(named, date.fromisoformat(published).toordinal()), day),
        }
        places = [sites.named_places(r, set(t)) for r, t in zip(mine, told, strict=True)]
        offered["site"] = site_choice(places, row["city_or_county"].partition("(")[0].strip())
        for key, one in offered.items():
            if one is not None:
                found[key].append(one)
    return dict(found)


def site_choice(pages: Sequence[Mapping[str, sites.Named]], town: str) -> Choice | None:
    """The evidence of each place with the town's index; ``None`` where no page names it.

    Of several places of its name ("Zarnik", "Zarnik County") the one that is named most is right.
    """
    offered = sites.site_evidence(pages)
    called = {key: one.place.name for page in pages for key, one in page.items()}
    right = [key for key in offered if town.casefold() in called[key].casefold()]
    if not right:
        return None
    often = sites.KINDS.index("often")
    best = max(right, key=lambda key: offered[key][often])
    kept = {key: row for key, row in offered.items() if key == best or key not in right}
    return np.array(list(kept.values())), np.array([float(key == best) for key in kept]), 1.0


def messages_of(data: Path) -> dict[str, list[Choice]]:
    """What is to be chosen for each of MUC-4's messages: ``killed`` and ``injured``."""
    keys = dict(victims(data))
    messages = [each for each in read_messages(data) if each.templates and each.id in keys]
    documents = [read_document(each.text.encode(), name=f"{each.id}.txt") for each in messages]
    found: defaultdict[str, list[Choice]] = defaultdict(list)
    for message, reading in zip(messages, Engine().read(documents), strict=True):
        tolls = [page_tolls(reading, {None, *(s.id for s in reading.statements)})]
        killed, injured = keys[message.id]["killed"], keys[message.id]["injured"]
        offered = {
            "killed": choice(evidence(tolls, "killed"), *killed, MESSAGE),
            "injured": choice(evidence(tolls, "injured", killed[0]), *injured, MESSAGE),
        }
        for key, one in offered.items():
            if one is not None:
                found[key].append(one)
    return dict(found)


def main() -> None:
    """Print the weights as JSON, by the names of the kinds of evidence."""
    parser = argparse.ArgumentParser(prog="python -m training.tallies", description=__doc__)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--messages", type=Path, nargs="*", default=[])
    options = parser.parse_args()
    data = options.data
    articles = [one for one in rows(data, "docs") if fitted(one["incident"])]
    pages: defaultdict[str, list[Reading]] = defaultdict(list)
    for article, reading in zip(articles, read(articles), strict=True):
        pages[article["incident"]].append(reading)
    found = choices_of(list(rows(data, "incidents")), pages)
    for folder in options.messages:
        for key, some in messages_of(folder).items():
            found[key] += some
    kinds = {"killed": KINDS, "injured": KINDS, "day": days.KINDS}
    kinds["site"] = sites.KINDS
    weights = {
        key: dict(zip(kinds[key], (round(float(w), 2) for w in fit(one)), strict=True))
        for key, one in found.items()
    }
    print(json.dumps(weights, indent=1))


if __name__ == "__main__":
    main()
