"""MUC-4's despatches, as `training.perpetrators` learns from them, and the key's answers."""

from collections.abc import Callable, Sequence
from typing import NamedTuple

import numpy as np

from counterclaim.facts.perpetrators import (
    CONFIDENCES,
    counting,
    features,
    finding,
    hearing,
    scene,
    stacking,
    tables,
)
from counterclaim.facts.perpetrators.folding import Organisation
from training.corpora.muc4_keys import Document, strings

__all__ = ["Read", "read"]

HARMED = ("PHYS TGT: ID", "HUM TGT: NAME", "HUM TGT: DESCRIPTION")
DOING = ("PERP: INDIVIDUAL ID", "PERP: ORGANIZATION ID")
CONFIDENCE = "PERP: ORGANIZATION CONFIDENCE"
WORDS = {
    "REPORTED AS FACT": "fact",
    "SUSPECTED OR ACCUSED BY AUTHORITIES": "authorities",
    "SUSPECTED OR ACCUSED": "suspected",
    "CLAIMED OR ADMITTED": "claimed",
    "POSSIBLE": "possible",
}
"""Slot 11 to our words for it."""


class Read(NamedTuple):
    """A document with its features and what its key says of each of them.

    `heard` is what the encoder says of each organisation. It has learnt from the same documents,
    and knows them better than others: regressions over it trust it too much (docs/facts.md).
    """

    scene: scene.Scene
    text: dict[str, float]
    sentences: list[dict[str, float]]
    organisations: list[dict[str, float]]
    sayings: list[dict[str, float]]
    violence: bool
    harmed: list[bool]
    doing: list[bool]
    did: list[bool]
    doubts: list[list[float]]
    heard: list[list[float]]
    times: list[int]
    count: Callable[[stacking.Said], list[float]]


def read(document: Document, labels: hearing.Hears) -> Read:
    """Features of a document and its key's answers."""
    view = scene.Scene.of(document.text)
    rows = [row for row in document.templates if row["INCIDENT: TYPE"][0] != "*"]
    described = [features.describe(view, one) for one in view.organisations]
    ears = hearing.heard(view, labels)
    held = [_plain(document.text, view, number) for number in range(view.sentences)]
    fills = [frozenset(map(_key, strings([value])))
             for row in rows for value in row["PERP: ORGANIZATION ID"]]  # fmt: skip
    return Read(
        view,
        finding.shape(scene.text_features(view)),
        [
            tables.unit(dict.fromkeys(scene.sentence_features(view, number), 1.0))
            for number in range(view.sentences)
        ],
        [dict.fromkeys(each, 1.0) for each in described],
        [
            features.said(view, one, each) | hearing.as_sayings(row)
            for one, each, row in zip(view.organisations, described, ears, strict=True)
        ],
        bool(rows),
        _holds(held, rows, HARMED),
        _holds(held, rows, DOING),
        [_did(one, fills) for one in view.organisations],
        [_doubts(one, rows) for one in view.organisations],
        ears,
        [_times(one, rows) for one in view.organisations],
        lambda said: counting.told_of(document.text, view, said, labels),
    )


def _key(string: str) -> str:
    words = " ".join(string.upper().replace('"', " ").split())
    return words.removeprefix("THE ")


def _plain(text: str, view: scene.Scene, number: int) -> str:
    low, high = view.firsts[number], view.firsts[number + 1]
    return f" {_key(text[view.words[low].start : view.words[high - 1].end])} "


def _holds(
    held: Sequence[str], rows: Sequence[dict[str, list[str]]], slots: Sequence[str]
) -> list[bool]:
    """Whether each sentence has a string of one of the slots."""
    wanted = {_key(one) for row in rows for slot in slots for one in strings(row[slot])}
    wanted = {one for one in wanted if len(one) > 2}
    return [any(one in sentence for one in wanted) for sentence in held]


def _names(one: Organisation) -> set[str]:
    return {" ".join(name).replace(" 's", "'s").upper() for name in one.names}


def _did(one: Organisation, fills: Sequence[frozenset[str]]) -> bool:
    names = _names(one)
    return any(names & fill for fill in fills)


def _times(one: Organisation, rows: Sequence[dict[str, list[str]]]) -> int:
    """How many of the key's incidents are laid to an organisation."""
    names = _names(one)
    return sum(bool(names & set(map(_key, strings(row["PERP: ORGANIZATION ID"])))) for row in rows)


def _doubts(one: Organisation, rows: Sequence[dict[str, list[str]]]) -> list[float]:
    """The share of templates that say each of the confidences of an organisation."""
    names, found = _names(one), []
    for row in rows:
        for value in row[CONFIDENCE]:
            if names & set(map(_key, strings([value]))):
                said = value.split(":")[0].strip(" ?()").split(" / ")[0].strip()
                found.append([float(WORDS.get(said) == name) for name in CONFIDENCES])
    return np.mean(found, 0).tolist() if found else [0.0] * len(CONFIDENCES)
