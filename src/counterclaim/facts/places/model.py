"""Scores of names by two passes of a linear model; the second sees the first's of namesakes."""

from __future__ import annotations

import functools
import json
from collections.abc import Iterable, Mapping, Sequence
from importlib import resources
from itertools import repeat

from counterclaim.errors import ModelError
from counterclaim.facts.gazetteer import fold
from counterclaim.facts.places.features import Setting, features
from counterclaim.facts.places.names import Name

__all__ = ["company", "score_names", "weights"]

FILE = "toponyms.json"


@functools.cache
def weights() -> tuple[Mapping[str, float], Mapping[str, float]]:
    """Weights of the first and the second pass, by feature name.

    Raises:
        ModelError: CC302 if the file is missing or damaged.
    """
    try:
        text = resources.files("counterclaim.facts.places").joinpath(FILE).read_text("utf-8")
        table = json.loads(text)
        return table["first"], table["second"]
    except (OSError, ValueError, KeyError) as error:
        raise ModelError("CC302", name=FILE) from error


def score_names(setting: Setting) -> list[float]:
    """Log-odds that each of ``setting.names`` is a place name, in order."""
    first, second = weights()
    found = [list(features(setting, at)) for at in range(len(setting.names))]
    local = [_sum(first, row) for row in found]
    return [
        _sum(second, [*row, *extra])
        for row, extra in zip(found, company(setting.names, local), strict=True)
    ]


def company(names: Sequence[Name], local: Sequence[float]) -> list[list[str]]:
    """Features of the second pass: how the first pass scored other mentions of the same name."""
    total: dict[str, tuple[int, float]] = {}
    for name, score in zip(names, local, strict=True):
        count, most = total.get(fold(name.text), (0, 0.0))
        total[fold(name.text)] = count + 1, most + _clipped(score)
    rows: list[list[str]] = []
    for name, score in zip(names, local, strict=True):
        count, most = total[fold(name.text)]
        row = [f"alone={round(_clipped(score))}"] if count == 1 else []
        if count > 1:
            others = (most - _clipped(score)) / (count - 1)
            row = [f"others={round(others)}", f"here={round(_clipped(score))}"]
        rows.append(row)
    return rows


def _clipped(score: float) -> float:
    return max(-4.0, min(4.0, score))


def _sum(table: Mapping[str, float], row: Iterable[str]) -> float:
    return sum(map(table.get, row, repeat(0.0)))
