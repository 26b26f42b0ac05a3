"""Which kind of party an actor is for ACLED's ``inter1`` and ``inter2``.

Terms: ACLED Codebook, 2023. Who the page does not show to be of one kind has none: soldiers and
gunmen are on every side, and somebody known by name alone may be anybody.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from counterclaim.facts.harm_words import GROUPS
from counterclaim.records import Actor

__all__ = ["CIVILIANS", "PROTESTERS", "interaction_of"]

CIVILIANS, PROTESTERS = "Civilians", "Protesters"

_OF_KIND = {
    "state": "State forces",
    "government": "State forces",
    "ministry": "State forces",
    "armed_force": "State forces",
    "armed_group": "Rebel group",
}
_UNARMED = frozenset(
    """
    civilians children women men medics aid_workers journalists detainees refugees workers
    passengers officials people
    """.split()
)
"""Groups of people (`counterclaim.facts.harm_words`) that bear no arms."""
_MAY_BE_ARMED = frozenset(
    """
    guard guards bodyguard bodyguards escort escorts kidnapper kidnappers smuggler smugglers
    looters defenders pilot pilots crew suspect suspects member members supporters followers
    hunters hunter others strong captain staff
    """.split()
)
"""Nouns in them that say too little."""
_HEAD = re.compile(r"[\w'’-]+(?=(?:\s+(?:of|in|from|at|on|with|who|near|for)\b.*)?$)")
"""The last word before what a noun is described by ("two residents of Orla")."""


def interaction_of(actor: Actor | None, actors: Mapping[str, Actor]) -> str:
    """ACLED's term for the kind of party that ``actor`` is; empty where it is not known.

    ``actors`` are those of the ledger by id: who serves in an armed force is of its kind.
    """
    if actor is None:
        return ""
    if actor.kind not in ("person", "group"):
        return _OF_KIND.get(actor.kind, "")
    served = actors.get(actor.member_of or "")
    if served is not None and served.kind in ("armed_force", "armed_group"):
        return _OF_KIND[served.kind]
    head = _HEAD.search(actor.role or actor.name)
    word = head.group().casefold() if head else ""
    group = GROUPS.get(word)
    if group == "protesters":
        return PROTESTERS
    return CIVILIANS if group in _UNARMED and word not in _MAY_BE_ARMED else ""
