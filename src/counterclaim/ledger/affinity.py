"""How likely two pages tell of one incident: a logistic model over named evidence.

The weights were fitted on pairs of pages (``python -m training.incident_weights``). Each can be
read: what speaks for one incident or against it, and by how much on the scale of log-odds.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from heapq import nlargest
from math import exp, log, sqrt

from counterclaim.ledger.occurrences import NEAR_KM, kilometres
from counterclaim.ledger.rarity import Rarity
from counterclaim.ledger.signatures import Signature
from counterclaim.records import Harm

__all__ = ["EVIDENCE", "Profile", "affinity", "chance", "evidence"]

COMMONEST = 1.2
"""Weight of a word from which it counts as evidence; below it are those of every third page."""

RARE = 3.5
"""Weight from which a word is a rare one."""

RAREST = 6
"""Shared rare words that count: a long page shares more of them by chance."""

RIVAL = 2
"""Times that one total of people killed is the other from which they hardly are of one incident."""

SHARES = (1.0, 1.0, 0.5)
"""Parts that the whole page, its lead and its proper names have in how like two pages are."""

BIAS = -1.39
"""Log-odds of two candidates that share and contradict nothing."""

EVIDENCE: dict[str, float] = {
    "wording": 10.76,
    "lead": -12.5,
    "title": 2.67,
    "rarest": 0.76,
    "persons": 1.57,
    "ages": 1.66,
    "ages_differ": -0.7,
    "clocks_differ": -1.43,
    "sites_differ": -0.69,
    "numbers_differ": -1.16,
    "tolls": 1.26,
    "tolls_differ": -1.31,
    "settings_lacking": -0.42,
    "modes_differ": -0.32,
    "actors_differ": -0.69,
    "recipients_differ": -0.83,
    "spots_differ": -0.98,
    "days": 0.35,
    "days_differ": -1.4,
    "windows_differ": -1.17,
    "distance": -0.34,
    "apart": -0.78,
    "host": -0.73,
    "longer": 0.72,
    "nearer": -0.3,
    "farther": -0.85,
}
"""Log-odds that a unit of each piece of evidence adds.

- ``wording``: cosine of the words' weights; ``lead`` the same of the leads alone.
- ``title``: share of a title's words that the other page has, the mean of both ways.
- ``rarest``: summed weight above :data:`RARE` of the rarest shared words, in fives.
- ``persons``: last names of people whose age one page tells, and that the other has, at most three.
- ``ages``: share of the ages told by the page with fewer; ``ages_differ``: both tell some, and
  share none.
- ``clocks_differ`` (times of day), ``sites_differ``: likewise.
- ``numbers_differ``: likewise of the titles.
- ``settings_lacking``: kinds of people, places and means (``signatures.SETTINGS``) that one names
  more than once and the other never.
- ``days``: exact days that both name, at most two; ``days_differ`` likewise.
- ``windows_differ``: it is said to have happened on days more than one apart.
- ``tolls``: kinds of harm whose highest totals are the same; ``tolls_differ``: both tell totals of
  people killed, share none, and the highest of one is more than twice the other's. A toll that
  rises is the same.
- ``modes_differ``: kinds of violence (PLOVER modes) named by both, none shared; ``actors_differ``,
  ``recipients_differ`` the parties said to have done it, and to have had it done to them;
  ``spots_differ`` where the acts themselves are said to have been.
- ``distance``: logarithm of one more than the kilometres, in units of :data:`NEAR_KM`, between the
  nearest two of the places they name.
- ``apart``: logarithm of one more than the days between the publications.
- ``host``: both are one site's, which writes alike of unlike things.
- ``longer``: logarithm of one more than the words of the longer.
- ``nearer``, ``farther``: logarithm of one more than the pages that are more like one of the two
  than the other is (``blocking.Neighbours``); the lesser and the greater of both ways.
"""


@dataclass(frozen=True)
class Profile:
    """A signature with the weights that its words have in an archive."""

    signature: Signature
    rarity: Rarity

    @cached_property
    def words(self) -> dict[str, float]:
        """Words that are evidence, with their weights."""
        weigh = self.rarity.weight
        found = {word: weigh(word) for word in sorted(self.signature.terms)}
        return {word: weight for word, weight in found.items() if weight >= COMMONEST}

    @cached_property
    def vector(self) -> dict[str, float]:
        """The same of length 1: how often each is said, and again the lead and the names."""
        signature = self.signature
        whole = {w: v * (1 + log(signature.terms[w])) for w, v in self.words.items()}
        parts = (_unit(whole), self.lead, _unit(self._of(signature.proper, RARE)))
        found = dict.fromkeys(self.words, 0.0)
        for part, share in zip(parts, SHARES, strict=True):
            for word, weight in part.items():
                found[word] += share * weight
        return _unit(found)

    @cached_property
    def lead(self) -> dict[str, float]:
        """The lead's words, of length 1."""
        return _unit(self._of(self.signature.lead, COMMONEST))

    def _of(self, some: frozenset[str], least: float) -> dict[str, float]:
        return {w: v for w, v in self.words.items() if w in some and v >= least}

    @cached_property
    def rare(self) -> dict[str, float]:
        """Rare words, with what they weigh above :data:`RARE`."""
        return {word: weight - RARE for word, weight in self.words.items() if weight > RARE}

    @cached_property
    def title(self) -> dict[str, float]:
        """The title's words, squared weights."""
        return {word: self.rarity.weight(word) ** 2 for word in sorted(self.signature.title)}


def _unit(weights: dict[str, float]) -> dict[str, float]:
    norm = sqrt(sum(weight * weight for weight in weights.values())) or 1.0
    return {word: weight / norm for word, weight in weights.items()}


def evidence(
    a: Profile, b: Profile, ranks: tuple[int, int], wording: float | None = None
) -> dict[str, float]:
    """What speaks for and against one incident, by the names of :data:`EVIDENCE`.

    Args:
        a: the one page.
        b: the other.
        ranks: how many pages are more like each of them than the other is.
        wording: the cosine of their words' weights, where it is known already.
    """
    one, two = a.signature, b.signature
    return {
        "wording": _dot(a.vector, b.vector) if wording is None else wording,
        **_wording(a, b),
        **_facts(one, two),
        **_settings(one, two),
        **_acts(one, two),
        **_days(one, two),
        "host": bool(one.host) and one.host == two.host,
        "longer": log(1 + max(one.length, two.length)),
        "nearer": log(1 + min(ranks)),
        "farther": log(1 + max(ranks)),
    }


def affinity(a: Profile, b: Profile, ranks: tuple[int, int]) -> float:
    """Probability that both tell of one incident."""
    return chance(evidence(a, b, ranks))


def chance(found: Mapping[str, float]) -> float:
    """The probability that ``found`` gives."""
    return 1 / (1 + exp(-BIAS - sum(EVIDENCE[name] * value for name, value in found.items())))


def _wording(a: Profile, b: Profile) -> dict[str, float]:
    rare = [a.rare[word] for word in a.rare.keys() & b.rare.keys()]
    return {
        "lead": _dot(a.lead, b.lead),
        "title": (_held(a.title, b.signature) + _held(b.title, a.signature)) / 2,
        "rarest": sum(nlargest(RAREST, rare)) / 5,
    }


def _facts(one: Signature, two: Signature) -> dict[str, float]:
    persons = one.persons | two.persons
    return {
        "persons": min(3, sum(name in one.terms and name in two.terms for name in persons)),
        "ages": len(one.ages & two.ages) / max(1, min(len(one.ages), len(two.ages))),
        "ages_differ": _differ(one.ages, two.ages),
        "clocks_differ": _differ(one.clocks, two.clocks),
        "sites_differ": _differ(one.sites, two.sites),
        "numbers_differ": _differ(one.numbers, two.numbers),
        "tolls": len(_highest(one).items() & _highest(two).items()),
    }


def _highest(page: Signature) -> dict[Harm, int]:
    """The highest total of each kind of harm."""
    return dict(sorted(page.tolls))


def _settings(one: Signature, two: Signature) -> dict[str, float]:
    ours, theirs = one.settings, two.settings
    lacking = sum(
        max(ours.get(kind, 0), theirs.get(kind, 0)) > 1 for kind in ours.keys() ^ theirs.keys()
    )
    return {"settings_lacking": lacking}


def _acts(one: Signature, two: Signature) -> dict[str, float]:
    ours, theirs = one.spots, two.spots
    elsewhere = bool(ours and theirs) and not any(x.same(y) for x in ours for y in theirs)
    return {
        "modes_differ": _differ(one.modes, two.modes),
        "actors_differ": _differ(one.actors, two.actors),
        "recipients_differ": _differ(one.recipients, two.recipients),
        "spots_differ": elsewhere,
        "tolls_differ": _other_toll(one, two),
    }


def _other_toll(one: Signature, two: Signature) -> bool:
    ours, theirs = ({n for harm, n in page.tolls if harm == "killed"} for page in (one, two))
    if not ours or not theirs or ours & theirs:
        return False
    fewer, more = sorted((max(ours), max(theirs)))
    return more + 1 >= RIVAL * (fewer + 1)


def _days(one: Signature, two: Signature) -> dict[str, float]:
    apart = None
    if one.published is not None and two.published is not None:
        apart = abs(one.published - two.published)
    return {
        "days": min(2, len(one.days & two.days)),
        "days_differ": _differ(one.days, two.days),
        "windows_differ": _far(one, two),
        "distance": _distance(one, two),
        "apart": log(1 + (apart or 0)),
    }


def _distance(one: Signature, two: Signature) -> float:
    if not one.points or not two.points:
        return 0.0
    near = min(kilometres(*a, *b) for a in one.points for b in two.points)
    return log(1 + near / NEAR_KM)


def _dot(one: dict[str, float], two: dict[str, float]) -> float:
    small, large = (one, two) if len(one) <= len(two) else (two, one)
    given = large.get
    return sum([weight * more for word, weight in small.items() if (more := given(word))])


def _held(title: dict[str, float], page: Signature) -> float:
    """Share of a title's weight in words that the page has."""
    whole = sum(title.values())
    return sum(w for word, w in title.items() if word in page.terms) / whole if whole else 0.0


def _differ(one: frozenset[str] | frozenset[int], two: frozenset[str] | frozenset[int]) -> bool:
    return bool(one and two) and one.isdisjoint(two)


def _far(one: Signature, two: Signature) -> bool:
    """Whether the days on which it is said to have happened are more than a day apart."""
    if not one.windows or not two.windows:
        return False
    return all(a[0] - b[1] > 1 or b[0] - a[1] > 1 for a in one.windows for b in two.windows)
