"""How likely two pages tell of one incident: a logistic model over named evidence.

The weights were fitted on pairs of pages of half of the incidents of a public collection of dated
local news (``python -m training.incidents``). Each can be read: what speaks for one incident or
against it, and by how much on the scale of log-odds.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from math import exp, log, sqrt

from counterclaim.ledger.rarity import Rarity
from counterclaim.ledger.signatures import Signature

__all__ = ["EVIDENCE", "Profile", "affinity", "evidence"]

COMMONEST = 1.2
"""Weight of a word from which it counts as evidence; below it are those of every third page."""

RARE = 3.5
"""Weight from which a proper name is a rare one."""

MOST = 15.0
"""Summed weight of shared rare names beyond which more of them add nothing."""

BIAS = -2.16
"""Log-odds of two candidates that share and contradict nothing."""

EVIDENCE: dict[str, float] = {
    "names": 2.70,
    "local_names": 2.82,
    "full_name": 0.72,
    "title": 4.11,
    "ages": 0.34,
    "ages_differ": -1.39,
    "streets_differ": -1.31,
    "clocks_differ": -1.41,
    "sites_differ": -1.40,
    "days": 0.69,
    "days_differ": -1.08,
    "windows_differ": -1.02,
    "tolls": 0.78,
    "tolls_differ": -0.41,
    "apart": -0.60,
}
"""Log-odds that a unit of each piece of evidence adds.

- ``names``: summed weight above :data:`RARE` of the rare proper names that both have, in fives;
  ``local_names`` the same for the words of place names.
- ``full_name``: the same two capitalised words in a row, such as a first and last name.
- ``title``: share of a title's words that the other page has, the mean of both ways.
- ``ages``: ages that both name, at most two; ``ages_differ``: both name some, and share none.
- ``streets_differ``, ``clocks_differ`` (times of day), ``sites_differ``: likewise.
- ``days``: exact days that both name, at most two; ``days_differ`` likewise.
- ``windows_differ``: it is said to have happened on days more than one apart.
- ``tolls``, ``tolls_differ``: kinds of harm with one same total, and with none.
- ``apart``: logarithm of one more than the days between the publications.
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
        found = {word: weigh(word) for word in sorted(self.signature.words)}
        return {word: weight for word, weight in found.items() if weight >= COMMONEST}

    @cached_property
    def proper(self) -> dict[str, float]:
        """Rare proper names, with what they weigh above :data:`RARE`."""
        return self._above(self.signature.proper)

    @cached_property
    def local(self) -> dict[str, float]:
        """The same for words of place names."""
        return self._above(self.signature.local)

    def _above(self, words: frozenset[str]) -> dict[str, float]:
        above = {word: self.words.get(word, 0.0) - RARE for word in sorted(words)}
        return {word: weight for word, weight in above.items() if weight > 0}

    @cached_property
    def title(self) -> dict[str, float]:
        """The title's words, squared weights."""
        return {word: self.rarity.weight(word) ** 2 for word in self.signature.title}

    @cached_property
    def norm(self) -> float:
        """Length of the vector of word weights."""
        return sqrt(sum(weight * weight for weight in self.words.values())) or 1.0


def evidence(a: Profile, b: Profile) -> dict[str, float]:
    """What speaks for and against one incident, by the names of :data:`EVIDENCE`."""
    one, two = a.signature, b.signature
    tolls, others = dict(one.tolls), dict(two.tolls)
    both = tolls.keys() & others.keys()
    toll = sum(tolls[harm] == others[harm] for harm in both)
    return {
        "names": min(_shared(a.proper, b.proper), MOST) / 5,
        "local_names": min(_shared(a.local, b.local), MOST) / 5,
        "full_name": bool(one.names & two.names),
        "title": (_held(a.title, two) + _held(b.title, one)) / 2,
        "ages": min(2, len(one.ages & two.ages)),
        "ages_differ": _differ(one.ages, two.ages),
        "streets_differ": _differ(one.streets, two.streets),
        "clocks_differ": _differ(one.clocks, two.clocks),
        "sites_differ": _differ(one.sites, two.sites),
        "days": min(2, len(one.days & two.days)),
        "days_differ": _differ(one.days, two.days),
        "windows_differ": _far(one, two),
        "tolls": toll,
        "tolls_differ": len(both) - toll,
        "apart": _apart(one, two),
    }


def affinity(a: Profile, b: Profile) -> float:
    """Probability that both tell of one incident."""
    odds = BIAS + sum(EVIDENCE[name] * value for name, value in evidence(a, b).items())
    return 1 / (1 + exp(-odds))


def _shared(one: dict[str, float], two: dict[str, float]) -> float:
    return sum(weight for word, weight in one.items() if word in two)


def _held(title: dict[str, float], page: Signature) -> float:
    """Share of a title's weight in words that the page has."""
    whole = sum(title.values())
    return sum(w for word, w in title.items() if word in page.words) / whole if whole else 0.0


def _differ(one: frozenset[str] | frozenset[int], two: frozenset[str] | frozenset[int]) -> bool:
    return bool(one and two) and one.isdisjoint(two)


def _far(one: Signature, two: Signature) -> bool:
    """Whether the days on which it is said to have happened are more than a day apart."""
    if not one.windows or not two.windows:
        return False
    return all(a[0] - b[1] > 1 or b[0] - a[1] > 1 for a in one.windows for b in two.windows)


def _apart(one: Signature, two: Signature) -> float:
    if one.published is None or two.published is None:
        return 0.0
    return log(1 + abs(one.published - two.published))
