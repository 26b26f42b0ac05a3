"""What speaks for one reading of a name, apart from what other names are believed to be."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from counterclaim.facts.gazetteer import Candidate, Entry

__all__ = ["FEATURES", "SUPPORT", "Sense", "Subject", "own_features", "reason_of"]

FEATURES = (
    "user",
    "main",
    "alternate",
    "loose",
    "verbatim",
    "country",
    "capital",
    "admin1",
    "admin2",
    "region",
    "size",
    "size_of_place",
    "most_people",
    "kind_word_fits",
    "kind_word_clashes",
    "container_country",
    "container_admin",
    "container_missed",
    "same_country",
    "country_share",
    "admin_named",
    "near_30",
    "near_100",
    "near_300",
    "nearest",
)
SUPPORT = ("container_country", "container_admin", "same_country", "admin_named", "nearest")
"""Features that come from other words of the document."""
_KINDS = ("country", "capital", "admin1", "admin2", "region")
_MATCHES = ("user", "main", "alternate", "loose", "verbatim")


@dataclass(frozen=True)
class Subject:
    """One name to resolve.

    ``kind_word`` is ``admin1``, ``admin2`` or ``place`` where a word beside the name says so
    ("province", "town of"); ``containers`` are the readings of the name that stands after it as
    its container; ``country`` is set for a demonym, which has no candidates but weighs in.
    """

    candidates: tuple[Candidate, ...]
    kind_word: str | None = None
    containers: tuple[Entry, ...] = ()
    country: str | None = None
    mentions: int = 1


@dataclass(frozen=True)
class Sense:
    """The place chosen for a subject, its share of belief in [0, 1], and why.

    ``support`` says how much else in the document speaks for it: 0 is nothing but the name.
    ``people`` live in the largest town of this name at this place.
    """

    entry: Entry
    candidate: Candidate
    score: float
    reason: str
    support: float
    people: int = 0


def own_features(subject: Subject, candidate: Candidate, size: float) -> dict[str, float]:
    """Features of a candidate by itself; ``size`` is the logarithm of its people, about 0 to 1."""
    entry = candidate.entry
    values: dict[str, float] = {candidate.match: 1.0, "size": size}
    if entry.kind in _KINDS:
        values[entry.kind] = 1.0
    if entry.kind in {"place", "capital", "facility"}:
        values["size_of_place"] = size
    if subject.kind_word is not None:
        kind = "place" if entry.kind == "capital" else entry.kind
        values["kind_word_fits" if kind == subject.kind_word else "kind_word_clashes"] = 1.0
    if subject.containers:
        values |= _contained(entry, subject.containers)
    return values


def _contained(entry: Entry, containers: Sequence[Entry]) -> dict[str, float]:
    """Whether one reading of the container holds the entry."""
    for container in containers:
        if container.kind == "country" and container.country == entry.country:
            return {"container_country": 1.0}
        if (
            container.kind == "admin1"
            and container.country == entry.country
            and container.name == entry.admin
            and entry.kind != "admin1"
        ):
            return {"container_admin": 1.0}
    return {"container_missed": 1.0}


def reason_of(candidate: Candidate, value: Mapping[str, float], rivals: int) -> str:
    """The grounds in words, strongest kind first."""
    grounds = [f"{candidate.match} name, 1 of {rivals}"]
    if value["container_admin"] or value["container_country"]:
        grounds.append("its container is named with it")
    if value["kind_word_fits"]:
        grounds.append("the word beside it says its kind")
    if value["nearest"] > 0.2:
        grounds.append("other places named are near")
    if value["admin_named"] > 0.5:
        grounds.append("its division is named")
    if value["country_share"] > 0.2:
        grounds.append("other names are of its country")
    if value["most_people"] and rivals > 1:
        grounds.append("the largest of the name")
    return "; ".join(grounds)
