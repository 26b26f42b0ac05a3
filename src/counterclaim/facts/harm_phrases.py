"""Harms that several words say together: "lost their lives", "gunned down", "went missing".

Own lists.
"""

from counterclaim.facts.harm_words import STOPS
from counterclaim.facts.tokens import Sentence
from counterclaim.records import Harm

__all__ = ["DEADLY", "phrasal"]

Told = tuple[Harm, tuple[int, int]]

DEADLY = (
    ("shot", "dead"), ("gunned", "down"), ("mowed", "down"), ("cut", "down"), ("wiped", "out"),
    ("wiping", "out"), ("took", "out"), ("taken", "out"), ("picked", "off"), ("burned", "alive"),
    ("burnt", "alive"), ("to", "death"),
)  # fmt: skip
"""Verbs and the word behind them that take the killed as their object ("beat to death two men")."""

_PHRASALS: tuple[tuple[frozenset[str], frozenset[str], Harm], ...] = (
    (frozenset({"lost", "lose"}), frozenset({"lives", "life"}), "killed"),
    (
        frozenset("sustained suffered suffering received with".split()),
        frozenset("injuries wounds burns injury".split()),
        "injured",
    ),
    (
        frozenset("needed required received needing requiring".split()),
        frozenset({"treatment"}),
        "injured",
    ),
    (frozenset({"met", "found", "paid"}), frozenset({"death", "deaths", "lives"}), "killed"),
    (frozenset({"fell", "fallen"}), frozenset({"battle", "combat", "action"}), "killed"),
    (frozenset({"went", "gone", "goes"}), frozenset({"missing"}), "missing"),
    (
        frozenset("left leave abandoned fled forced driven chased without".split()),
        frozenset("homes houses villages village town shelter".split()),
        "displaced",
    ),
    (
        frozenset("taken led driven".split()),
        frozenset("away prisoner captive hostage custody".split()),
        "detained",
    ),
    (frozenset({"in"}), frozenset({"custody", "detention"}), "detained"),
)
"""Verb and object that say a harm together, within a few words."""
_SENT = frozenset(
    "sends send sent sending taken took put putting rushed admitted transported airlifted".split()
)
_WARDS = frozenset({"hospital", "hospitals"})


def phrasal(sentence: Sentence, index: int) -> Told | None:
    """Reads "lost their lives", "sustained severe injuries", "left their homes", "to hospital"."""
    token = sentence.tokens[index]
    if token.low == "to" and (taken := _to_hospital(sentence, index)) is not None:
        return taken
    for verbs, nouns, harm in _PHRASALS:
        for at in range(index + 1, min(index + 4, len(sentence.tokens))):
            if token.low in verbs and sentence.low(at) in nouns:
                return harm, (token.start, sentence.tokens[at].end)
    return None


def _to_hospital(sentence: Sentence, index: int) -> Told | None:
    """Reads "sending 200 people to hospital", "12 were taken to hospital"."""
    last = next((at for at in range(index + 1, index + 5) if sentence.low(at) in _WARDS), index)
    held = any(sentence.low(at) in STOPS - {"a", "an", "the"} for at in range(index + 1, last))
    sent = any(sentence.low(at) in _SENT for at in range(max(index - 10, 0), index))
    if last == index or held or not sent:
        return None
    return "injured", (sentence.tokens[index].start, sentence.tokens[last].end)
