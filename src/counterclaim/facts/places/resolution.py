"""Which place a name means: candidates weighed against each other and against the document.

A document has one sense of a name, unless a container is named with it ("Tripoli, Lebanon").
Each candidate gets features: its own (how it was met, kind, people) and what the other names say
(their country, division and distance). Weights are those of a conditional logit; see
``training/toponyms.py``. Two rounds: the first trusts the candidates' own merits, the second the
first round's answers.
"""

from __future__ import annotations

import functools
import json
from collections.abc import Mapping, Sequence
from importlib import resources

import numpy as np
import numpy.typing as npt

from counterclaim.errors import ModelError
from counterclaim.facts.gazetteer import Entry
from counterclaim.facts.places.evidence import (
    FEATURES,
    SUPPORT,
    Sense,
    Subject,
    own_features,
    reason_of,
)

__all__ = ["candidate_features", "choose", "rank", "resolution_weights"]

FILE = "resolution.json"
MOST_SUBJECTS = 150
"""Names of one document that are weighed together; later ones are weighed against these only."""

_EARTH_KM = 6371.0
SAME_KM = 80.0
"""A division's middle and its seat lie closer than this, as a rule."""

INSIDE_KM = 60.0
"""How far from a state or division what lies in it counts as being."""

Numbers = npt.NDArray[np.float64]


@functools.cache
def resolution_weights() -> tuple[Numbers, Numbers]:
    """Weights of the two rounds in the order of :data:`FEATURES`.

    Raises:
        ModelError: CC302 if the file is missing or damaged.
    """
    try:
        text = resources.files("counterclaim.facts.places").joinpath(FILE).read_text("utf-8")
        table: Mapping[str, Mapping[str, float]] = json.loads(text)
        first = np.array([table["first"][name] for name in FEATURES])
        return first, np.array([table["second"][name] for name in FEATURES])
    except (OSError, ValueError, KeyError) as error:
        raise ModelError("CC302", name=FILE) from error


def rank(subjects: Sequence[Subject]) -> list[Sense | None]:
    """The sense of each subject, ``None`` where it has no candidates."""
    return choose(subjects, *resolution_weights())


def choose(subjects: Sequence[Subject], first: Numbers, second: Numbers) -> list[Sense | None]:
    """:func:`rank` with weights of the two rounds given."""
    scene = _Scene(subjects)
    if not len(scene.owner):
        return [None] * len(subjects)
    belief = scene.share(scene.features(scene.prior()) @ first)
    table = scene.features(belief)
    belief = scene.share(table @ second)
    return [_sense(scene, at, belief, table) for at in range(len(subjects))]


def candidate_features(
    subjects: Sequence[Subject], first: Numbers | None = None
) -> tuple[npt.NDArray[np.intp], Numbers]:
    """Owner of each candidate and its features (candidates x FEATURES), for training.

    Without ``first`` they are those of the first round, else those of the second.
    """
    scene = _Scene(subjects)
    belief = scene.prior()
    if first is not None and len(scene.owner):
        belief = scene.share(scene.features(belief) @ first)
    return scene.owner, scene.features(belief)


class _Scene:
    """All candidates of a document in columns."""

    def __init__(self, subjects: Sequence[Subject]) -> None:
        self.subjects = subjects
        flat = [(at, c) for at, subject in enumerate(subjects) for c in subject.candidates]
        self.candidates = [candidate for _, candidate in flat]
        self.owner = np.array([at for at, _ in flat], np.intp)
        entries = [candidate.entry for candidate in self.candidates]
        codes = sorted({e.country or "" for e in entries} | {s.country or "" for s in subjects})
        self.codes = {code: at for at, code in enumerate(codes)}
        self.country = np.array([self.codes[e.country or ""] for e in entries], np.intp)
        divisions = sorted({(e.country or "", e.admin or "") for e in entries})
        number = {key: at for at, key in enumerate(divisions)}
        self.admin = np.array([number[e.country or "", e.admin or ""] for e in entries], np.intp)
        self.points = _on_sphere(entries)
        self.size = np.array([np.log10(e.population + 10) / 7.0 for e in entries])
        self.fixed = self._fixed()

    def _fixed(self) -> Numbers:
        """Features that do not depend on what is believed of other names."""
        rows = np.zeros((len(self.candidates), len(FEATURES)))
        for at, candidate in enumerate(self.candidates):
            subject = self.subjects[self.owner[at]]
            values = own_features(subject, candidate, float(self.size[at]))
            for name, value in values.items():
                rows[at, FEATURES.index(name)] = value
        for at in range(len(self.subjects)):
            mine = np.flatnonzero(self.owner == at)
            if len(mine):
                rows[mine[self.size[mine].argmax()], FEATURES.index("most_people")] = 1.0
        return rows

    def together(self, best: int, mine: npt.NDArray[np.intp]) -> npt.NDArray[np.bool_]:
        """Which of ``mine`` are one place with ``best`` for a reader: a town and its division."""
        cosine = np.clip(self.points[mine] @ self.points[best], -1.0, 1.0)
        same = _EARTH_KM * np.arccos(cosine) < SAME_KM
        return np.asarray(same & (self.country[mine] == self.country[best]))

    def prior(self) -> Numbers:
        """Belief before any context: the gazetteer's own score."""
        return self.share(np.array([8.0 * c.score for c in self.candidates]))

    def share(self, scores: Numbers) -> Numbers:
        """Softmax of ``scores`` within each subject."""
        count = len(self.subjects)
        most = np.full(count, -np.inf)
        np.maximum.at(most, self.owner, scores)
        raised = np.exp(scores - most[self.owner])
        total = np.bincount(self.owner, raised, minlength=count)
        return np.asarray(raised / total[self.owner])

    def features(self, belief: Numbers) -> Numbers:
        """The feature table when other names are believed as ``belief`` says."""
        rows = self.fixed.copy()
        if not len(self.owner):
            return rows
        by_country = self._countries(belief)
        mine = by_country[self.owner, self.country]
        total = by_country.sum(axis=0)
        others = total[self.country] - mine
        everyone = total.sum() - by_country.sum(axis=1)[self.owner]
        rows[:, FEATURES.index("same_country")] = np.log1p(others)
        rows[:, FEATURES.index("country_share")] = others / np.maximum(everyone, 1.0)
        rows[:, FEATURES.index("admin_named")] = self._admin_named(belief)
        rows[:, FEATURES.index("near_30") : FEATURES.index("nearest") + 1] = self._near(belief)
        return rows

    def _countries(self, belief: Numbers) -> Numbers:
        """Weight of each country in each subject; a demonym weighs as its country."""
        table = np.zeros((len(self.subjects), len(self.codes)))
        np.add.at(table, (self.owner, self.country), belief)
        for at, subject in enumerate(self.subjects):
            if subject.country is not None:
                table[at, self.codes[subject.country]] = 1.0
            table[at] *= min(subject.mentions, 3)
        table[:, self.codes.get("", 0)] *= "" not in self.codes
        return table

    def _admin_named(self, belief: Numbers) -> Numbers:
        """Belief that the candidate's first order division is itself named in the document."""
        named: dict[tuple[str | None, str | None], tuple[float, int]] = {}
        for at, candidate in enumerate(self.candidates):
            entry = candidate.entry
            if entry.kind == "admin1":
                key = (entry.country, entry.name)
                if belief[at] > named.get(key, (0.0, -1))[0]:
                    named[key] = float(belief[at]), int(self.owner[at])
        result = np.zeros(len(self.candidates))
        for at, candidate in enumerate(self.candidates):
            entry = candidate.entry
            weight, owner = named.get((entry.country, entry.admin), (0.0, -1))
            if owner != self.owner[at] and entry.kind != "admin1":
                result[at] = weight
        return result

    def _near(self, belief: Numbers) -> Numbers:
        """Belief in other names' places within 30, 100 and 300 km, and in the nearest one.

        A state is near to what lies in it, a division to what lies in it as well.
        """
        kinds = [c.entry.kind for c in self.candidates]
        local = np.array([kind not in {"country", "region"} for kind in kinds])
        rows = np.flatnonzero(local & (self.owner < MOST_SUBJECTS) & (belief > 0.02))
        if not len(rows):
            return np.zeros((len(self.owner), 4))
        cosine = np.clip(self.points @ self.points[rows].T, -1.0, 1.0)
        distance = _EARTH_KM * np.arccos(cosine)
        country = np.array([kind == "country" for kind in kinds])
        first = np.array([kind == "admin1" for kind in kinds])
        inside = country[:, None] & (self.country[:, None] == self.country[rows])
        inside |= first[:, None] & (self.admin[:, None] == self.admin[rows])
        distance = np.where(inside, INSIDE_KM, distance)
        weight = belief[rows] * (self.owner[:, None] != self.owner[rows])
        columns = [np.log1p((weight * (distance < km)).sum(axis=1)) for km in (30, 100, 300)]
        columns.append((weight * np.exp(-distance / 60.0)).max(axis=1))
        known = np.array([kind != "region" for kind in kinds])
        return np.asarray(np.stack(columns, axis=1) * known[:, None])


def _on_sphere(entries: Sequence[Entry]) -> Numbers:
    """Unit vectors of the entries' positions (n x 3)."""
    lat = np.radians([e.lat for e in entries])
    lon = np.radians([e.lon for e in entries])
    return np.stack([np.cos(lat) * np.cos(lon), np.cos(lat) * np.sin(lon), np.sin(lat)], axis=1)


def _sense(scene: _Scene, subject: int, belief: Numbers, table: Numbers) -> Sense | None:
    mine = np.flatnonzero(scene.owner == subject)
    if not len(mine):
        return None
    best = int(mine[belief[mine].argmax()])
    candidate = scene.candidates[best]
    row = dict(zip(FEATURES, table[best].tolist(), strict=True))
    support = sum(row[name] for name in SUPPORT)
    reason = reason_of(candidate, row, len(mine))
    same = mine[scene.together(best, mine)].tolist()
    share = float(belief[same].sum())
    towns = [scene.candidates[at].entry for at in same]
    people = max((e.population for e in towns if e.kind in {"place", "capital"}), default=0)
    return Sense(candidate.entry, candidate, share, reason, round(support, 3), people)
