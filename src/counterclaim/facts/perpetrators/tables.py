"""The learnt weights: linear tables over hashed features, and a regression over what they say."""

import zlib
from collections.abc import Iterable, Mapping
from functools import cache
from importlib import resources
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from counterclaim.errors import ModelError

__all__ = ["FILE", "SIZE", "Floats", "Tables", "hashed", "load", "scores", "unit"]

FILE = "weights.npz"
SIZE = 1 << 17
"""Columns of a table; a feature's is its CRC-32 modulo this, so that no text is kept."""

Floats = NDArray[np.float32]


class Tables(NamedTuple):
    """Weights by name.

    ``text`` is ``[2, SIZE]``: whether a text tells of violence against somebody, and of an
    organisation that did it; ``sentence`` ``[2, SIZE]``: of whom or what was harmed, of who did
    it; ``organisation`` ``[1, SIZE]``; ``confidence`` ``[5, SIZE]``. ``constants`` are those of
    all rows in this order. ``stack`` is ``[3, features + 1]``: weights of :mod:`.stacking` for all
    kinds, and what comes to them for armed groups and for organs of a state; the constant is last.
    ``heard`` are those where the encoder's labels are known too (:mod:`.hearing`). ``again`` is
    ``[3, 3, features + 1]``: whether two, three, four incidents are laid to an organisation
    (:mod:`.counting`), each with rows like those of ``stack``.
    """

    text: Floats
    sentence: Floats
    organisation: Floats
    confidence: Floats
    constants: Floats
    stack: Floats
    heard: Floats
    again: Floats


@cache
def load() -> Tables:
    """The shipped weights.

    Raises:
        ModelError: CC302 if the file is missing or damaged.
    """
    path = resources.files("counterclaim.facts.perpetrators") / FILE
    try:
        with resources.as_file(path) as file, np.load(file, allow_pickle=False) as found:
            return Tables(*(found[name].astype(np.float32) for name in Tables._fields))
    except (OSError, KeyError, ValueError) as error:
        raise ModelError("CC302", name=FILE) from error


def hashed(feature: str) -> int:
    """The column of a feature."""
    return zlib.crc32(feature.encode("utf-8", "surrogatepass")) % SIZE


def unit(features: Mapping[str, float]) -> dict[str, float]:
    """Features with their squares adding up to one."""
    norm = sum(value * value for value in features.values()) ** 0.5 or 1.0
    return {name: value / norm for name, value in features.items()}


def scores(table: Floats, features: Iterable[tuple[str, float]]) -> NDArray[np.float64]:
    """The weighted sum of each row of a table, ``[rows]``."""
    given = list(features)
    if not given:
        return np.zeros(len(table))
    columns = np.array([hashed(name) for name, _ in given])
    values = np.array([value for _, value in given])
    found: NDArray[np.float64] = (table[:, columns].astype(np.float64) * values).sum(axis=1)
    return found
