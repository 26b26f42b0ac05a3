"""Fit what weighs in an incident's tolls, day and place: ``python -m training.tallies --data DIR``.

DIR has ``docs*.jsonl.gz`` and ``incidents*.jsonl.gz``: dated articles, each with the incident that
it was collected for, and the coders' killed, injured, day and town of each. Conditional logistic
models over the values that an incident's pages offer (McFadden 1974) are fitted on the incidents of
one half.
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

from counterclaim.ledger import days, sites, tallies
from counterclaim.records import Reading
from training.incidents import fitted, mains, read, rows

Floats = npt.NDArray[np.float64]
Choice = tuple[Floats, int]
"""Evidence of each value offered (values, kinds) and the index of the right one."""

RIDGE = 3.0
"""Strength of the penalty on squared weights."""

STEPS = 30
"""Newton steps; the likelihood is concave and they settle within ten."""


def choice(offered: Mapping[int, Sequence[float]], right: int) -> Choice | None:
    """The evidence with the right value's index; ``None`` where no page offers it."""
    values = list(offered)
    if right not in offered:
        return None
    return np.array([offered[value] for value in values], dtype=np.float64), values.index(right)


def fit(choices: Sequence[Choice]) -> Floats:
    """Weights (kinds,) of the penalised conditional logistic model, by Newton's method."""
    size = choices[0][0].shape[1]
    weights = np.zeros(size)
    for _ in range(STEPS):
        slope, curve = RIDGE * weights, RIDGE * np.eye(size)
        for rows_, right in choices:
            scores = rows_ @ weights
            chances = np.exp(scores - scores.max())
            chances /= chances.sum()
            mean = chances @ rows_
            slope = slope - (rows_[right] - mean)
            curve = curve + (rows_.T * chances) @ rows_ - np.outer(mean, mean)
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
        tolls = [tallies.page_tolls(r, set(t)) for r, t in zip(mine, told, strict=True)]
        killed = int(row["num_killed"])
        named = [days.named_days(r, set(t)) for r, t in zip(mine, told, strict=True)]
        published = min((r.document.published.value or "9999-12-31")[:10] for r in mine)
        day = date(*time.strptime(row["date"], "%B %d, %Y")[:3]).toordinal()
        offered = {
            "killed": choice(tallies.evidence(tolls, "killed"), killed),
            "injured": choice(tallies.evidence(tolls, "injured", killed), int(row["num_injured"])),
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
    return np.array(list(kept.values())), list(kept).index(best)


def main() -> None:
    """Print the weights as JSON, by the names of the kinds of evidence."""
    parser = argparse.ArgumentParser(prog="python -m training.tallies", description=__doc__)
    parser.add_argument("--data", type=Path, required=True)
    data = parser.parse_args().data
    articles = [one for one in rows(data, "docs") if fitted(one["incident"])]
    pages: defaultdict[str, list[Reading]] = defaultdict(list)
    for article, reading in zip(articles, read(articles), strict=True):
        pages[article["incident"]].append(reading)
    found = choices_of(list(rows(data, "incidents")), pages)
    kinds = {"killed": tallies.KINDS, "injured": tallies.KINDS, "day": days.KINDS}
    kinds["site"] = sites.KINDS
    weights = {
        key: dict(zip(kinds[key], (round(float(w), 2) for w in fit(one)), strict=True))
        for key, one in found.items()
    }
    print(json.dumps(weights, indent=1))


if __name__ == "__main__":
    main()
