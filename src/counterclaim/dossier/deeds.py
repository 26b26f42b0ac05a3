"""PLOVER events and modes in words (Halterman et al. 2021 give the codes; the words are ours)."""

from __future__ import annotations

from counterclaim.records import Event

__all__ = ["VERBAL", "event_value"]

DEEDS: dict[str, dict[str | None, str]] = {
    "ASSAULT": {
        None: "attack",
        "abduct": "abduction",
        "aerial": "air strike",
        "beat": "beating",
        "chemical": "chemical attack",
        "crowd-control": "crowd control",
        "destroy": "destruction",
        "drone": "drone strike",
        "explosives": "explosion",
        "firearms": "shooting",
        "heavy-weapons": "shelling or rocket fire",
        "primitive": "attack with knife, stone or fire",
        "sexual": "sexual violence",
        "suicide-attack": "suicide attack",
        "targeted": "targeted killing",
        "torture": "torture",
        "unconventional": "chemical or other unconventional attack",
    },
    "COERCE": {
        None: "coercion",
        "arrest": "arrest",
        "censor": "censorship",
        "curfew": "curfew",
        "cyber": "cyber attack",
        "deport": "deportation",
        "martial-law": "martial law",
        "restrict": "blockade, closure or ban",
        "seize": "seizure",
        "withhold": "supply cut",
    },
    "PROTEST": {
        None: "protest",
        "boycott": "boycott",
        "demo": "demonstration",
        "hunger": "hunger strike",
        "obstruct": "blocked passage",
        "riot": "riot",
        "strike": "labour strike",
    },
    "MOBILIZE": {None: "mobilisation", "troops": "troop movement", "weapons": "weapons movement"},
    "RETREAT": {
        None: "retreat",
        "ceasefire": "ceasefire",
        "release": "release",
        "resign": "resignation",
        "withdraw": "withdrawal",
    },
    "SANCTION": {
        None: "sanctions",
        "convict": "conviction",
        "discontinue": "sanctions",
        "expel": "expulsion",
        "withdraw": "recall",
    },
    "AID": {None: "aid"},
    "ACCIDENT": {None: "accident"},
}
"""A code that is not here is shown as itself, in lower case."""

VERBAL = frozenset(
    {
        "ACCUSE",
        "AGREE",
        "CONCEDE",
        "CONSULT",
        "COOPERATE",
        "REJECT",
        "REQUEST",
        "SUPPORT",
        "THREATEN",
    }
)
"""Events that are words, not deeds: they have their place among the positions."""


def event_value(event: Event, *, denied: bool = False) -> str:
    """What happened, in a word or two; ``no …`` where it is ``denied``."""
    modes = DEEDS.get(event.event, {})
    code = event.mode or event.event
    label = modes.get(event.mode) or code.replace("-", " ").replace("_", " ").lower()
    return f"no {label}" if denied else label
