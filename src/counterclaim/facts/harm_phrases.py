"""Harms that several words say together: "lost their lives", "gunned down", "went missing".

Own lists.
"""

from counterclaim.records import Harm

__all__ = ["DEADLY", "PHRASALS"]

DEADLY = (
    ("shot", "dead"), ("gunned", "down"), ("mowed", "down"), ("cut", "down"), ("wiped", "out"),
    ("wiping", "out"), ("took", "out"), ("taken", "out"), ("picked", "off"), ("burned", "alive"),
    ("burnt", "alive"), ("to", "death"),
)  # fmt: skip
"""Verbs and the word behind them that take the killed as their object ("beat to death two men")."""

PHRASALS: tuple[tuple[frozenset[str], frozenset[str], Harm], ...] = (
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
