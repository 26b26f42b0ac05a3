"""What claims are about: their words, heavier the rarer they are among the pages at hand."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from math import log

from counterclaim.ledger.claims import Claim
from counterclaim.records import Span

__all__ = ["Vocabulary"]

PRIOR = 100
"""Groups that an unseen archive is taken to hold, so that two pages alone still weigh words."""

_WORD = re.compile(r"[^\W\d_]{4,}")
_ENDING = re.compile(r"(?:ings?|ers?|ed|es|s)$")

EVERYWHERE = frozenset(
    """about above according added admitted after again against also although among announced
    another apparently around attack attacked attacks because been before being between both case
    caused claimed claims comment confirmed could country dead death deaths denied during early
    each earlier eight every five following forces four from government group have having here
    hundred hundreds incident including injured injuring into involved jets just killed killing
    kill last late later least left made make many might military minister ministry mistake more
    most much near nearly never news nine official officials only other over part people
    population reached region regret report reported reports responsibility responsible said same
    saying says seven several should since some spokesman spokesperson spokeswoman state stated
    statement still strike strikes struck such taken than that their them then there these they
    this those thousand thousands three through told took total town toll troops under until upon
    very victims village want warned week well went were what when where which while will with
    within without would wounded wounding year years yesterday today monday tuesday wednesday
    thursday friday saturday sunday january february march april june july august september
    october november december""".split()
)
"""Words of every report: grammar, the calendar, and the trade's own. Own list."""


class Vocabulary:
    """Weighs words by how few of the groups at hand have them (inverse document frequency)."""

    def __init__(self, groups: Sequence[Iterable[Claim]]) -> None:
        self._held = Counter(stem for claims in groups for stem in _stems(_all_spans(claims)))
        self._groups = len(groups)

    def weigh(self, spans: Iterable[Span]) -> dict[str, float]:
        """The stems of the words in ``spans`` with their weights; ``EVERYWHERE`` is left out."""
        whole = self._groups + PRIOR
        return {s: log(whole / (self._held[s] + 0.5)) for s in sorted(_stems(spans))}


def _all_spans(claims: Iterable[Claim]) -> list[Span]:
    return [s for c in claims for s in (*c.statement.source, *c.statement.content)]


def _stems(spans: Iterable[Span]) -> set[str]:
    words = {w.casefold() for s in spans for w in _WORD.findall(s.exact)}
    return {_ENDING.sub("", word) for word in words - EVERYWHERE}
