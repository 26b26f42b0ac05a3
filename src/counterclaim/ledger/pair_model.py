"""The pair model: how likely one claim denies, disputes, revises or confirms another.

Two linear models over the named features of a pair, one for two claims of one page and one for
claims of two pages; weights by ``training/pairs.py``. The features that weigh most are the reason
that is shown to people.
"""

from __future__ import annotations

import json
import math
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Literal

from counterclaim.errors import ModelError

__all__ = ["FILE", "LABELS", "Judgement", "Label", "PairModel"]

Label = Literal["denies", "disputes", "revises", "confirms", "unrelated"]
LABELS: tuple[Label, ...] = ("denies", "disputes", "revises", "confirms", "unrelated")
FILE = "pairs.json"
SHOWN = 3
"""Features named in a reason."""

Weights = Mapping[str, tuple[float, ...]]


@dataclass(frozen=True)
class Judgement:
    """The label of a pair and its probability."""

    label: Label
    probability: float
    weights: Weights
    features: Mapping[str, float]

    def why(self) -> tuple[str, ...]:
        """The features that add most to the label over ``unrelated``, the strongest first."""
        best, against = LABELS.index(self.label), len(LABELS) - 1
        given = [
            (value * (row[best] - row[against]), name)
            for name, value in self.features.items()
            if (row := self.weights.get(name)) is not None
        ]
        ranked = sorted(given, key=lambda one: (-one[0], one[1]))
        return tuple(name for gain, name in ranked[:SHOWN] if gain > 0)


@dataclass(frozen=True)
class PairModel:
    """Weights by feature, one a label in the order of `LABELS`; ``""`` is the constant."""

    weights: Weights

    @classmethod
    def load(cls, name: Literal["page", "pages"]) -> PairModel:
        """The model for two claims of one page, or of two pages.

        Raises:
            ModelError: CC302 if the weights are missing or damaged.
        """
        return cls(_tables()[name])

    def judge(self, features: Mapping[str, float], least: float = 0.5) -> Judgement:
        """What the features of one pair say.

        A label other than ``unrelated`` is given from a probability of ``least`` on, also where
        ``unrelated`` is likelier: most pairs of a page are, and a link is a suggestion.
        """
        known = self.weights.get
        denies, disputes, revises, confirms, unrelated = self.weights[""]
        for name, value in features.items():
            row = known(name)
            if row is not None:
                denies += row[0] * value
                disputes += row[1] * value
                revises += row[2] * value
                confirms += row[3] * value
                unrelated += row[4] * value
        sums = (denies, disputes, revises, confirms, unrelated)
        highest = max(sums)
        shares = [math.exp(one - highest) for one in sums]
        whole = sum(shares)
        related = max(range(len(LABELS) - 1), key=shares.__getitem__)
        best = related if shares[related] >= least * whole else len(LABELS) - 1
        return Judgement(LABELS[best], shares[best] / whole, self.weights, features)


@cache
def _tables() -> Mapping[str, Weights]:
    try:
        raw = (files("counterclaim.ledger") / FILE).read_text(encoding="utf-8")
        tables = json.loads(raw)
        return {
            name: {feature: tuple(row) for feature, row in tables[name].items()}
            for name in ("page", "pages")
        }
    except (OSError, ValueError, KeyError, AttributeError) as error:
        raise ModelError("CC302", name=FILE) from error
