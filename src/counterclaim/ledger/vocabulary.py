"""What claims are about: their words, heavier the rarer they are among the pages at hand."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from math import log

from counterclaim.ledger.claims import Claim
from counterclaim.records import Span, Statement

__all__ = ["Vocabulary", "said_spans"]

PRIOR = 100
"""Groups that an unseen archive is taken to hold, so that two pages alone still weigh words."""

_WORD = re.compile(r"[^\W\d_]{4,}")
_ENDING = re.compile(r"(?:ings?|ers?|ed|es|s)$")

EVERYWHERE = frozenset(
    """about above according accuse accused accuses accusing acknowledge acknowledged
    acknowledges added adding admitted after again against allege alleged also although
    among announce announced announcing another apologised apologized apparently april
    around asserted attack attacked attacks august because been before being between blame
    blamed both called calling case caused claim claimed claiming claims comment concede
    conceded concluded condemned confirmed could counted country dead death deaths december
    decline declined declines demanded denied denies deny denying described dismiss
    dismissed during each earlier early eight every expressed february figure five following
    forces four friday from government group have having here hundred hundreds incident
    including injured injuring insisted into involved issued january jets july june just
    kill killed killing last late later least left made make many march might military
    minister ministry mistake monday more most much near nearly never news nine november
    number october official officials only other over part people population reached region
    regret regretted reject rejected rejecting report reported reports responsibility
    responsible revised risen rose ruled said same saturday saying says september seven
    several should since some spokesman spokesperson spokeswoman state stated statement
    still strike strikes struck such sunday taken than that their them then there these they
    this those thousand thousands three through thursday today told toll took total town
    troops tuesday under until upon verified very victims village voiced want warned
    wednesday week well went were what when where which while will with within without would
    wounded wounding written wrote year years yesterday""".split()
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


def said_spans(statement: Statement) -> list[Span]:
    """Content and cue: "called the strike on the depot | a mistake"."""
    cue = [statement.cue] if statement.cue else []
    return [*cue, *statement.content]


def _all_spans(claims: Iterable[Claim]) -> list[Span]:
    return [s for c in claims for s in (*c.statement.source, *said_spans(c.statement))]


def _stems(spans: Iterable[Span]) -> set[str]:
    words = {w.casefold() for s in spans for w in _WORD.findall(s.exact)}
    return {_ENDING.sub("", word) for word in words - EVERYWHERE}
