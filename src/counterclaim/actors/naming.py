"""Names to slugs, and names of states to the adjectives made from them."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

__all__ = ["actor_id", "noun_form", "same_stem", "slug", "stems"]

_NOT_SLUG = re.compile(r"[^a-z0-9]+")
_LONGEST_SLUG = 60
_SUFFIXES = (
    *(
        "ians",
        "eans",
        "ians",
        "eses",
        "istanis",
        "stanis",
        "ians",
        "anis",
        "ans",
        "ers",
        "is",
        "ns",
    ),
    *("istani", "istan", "stani", "stan", "lander", "landic", "land", "ian", "ean", "ani", "ese"),
    *("ish", "ene", "ine", "ia", "ea", "an", "ic", "er", "ite", "a", "e", "i", "o", "y", "n"),
)
"""Endings of names of states and of the adjectives and peoples' names formed from them."""
_SHORTEST_STEM = 4
# What an adjective most likely comes from, where the page never gives the noun.
_NOUNS = (
    *(("ians", "ia"), ("ian", "ia"), ("eans", "ea"), ("ean", "ea"), ("ese", ""), ("ish", "")),
    *(("ans", "a"), ("an", "a"), ("is", ""), ("i", "")),
)


@lru_cache(1 << 12)
def slug(name: str) -> str:
    """Lower-case ASCII letters, digits and hyphens that stand for ``name``; never empty."""
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().lower()
    made = _NOT_SLUG.sub("-", plain).strip("-")[:_LONGEST_SLUG].strip("-")
    return made or "-".join(f"{ord(char):x}" for char in name[:12] if not char.isspace()) or "x"


def actor_id(name: str) -> str:
    """``actor:`` and the slug of ``name``."""
    return f"actor:{slug(name)}"


@lru_cache(1 << 12)
def stems(name: str) -> frozenset[str]:
    """What ``name`` may be formed from: itself and itself less each known ending."""
    low = name.casefold()
    cut = {low[: -len(end)] for end in _SUFFIXES if low.endswith(end)}
    return frozenset({low} | {stem for stem in cut if len(stem) >= _SHORTEST_STEM})


def same_stem(a: str, b: str) -> bool:
    """Whether two names may be a state's name and its adjective ("Velmaria", "Velmarian")."""
    return not stems(a).isdisjoint(stems(b))


def noun_form(adjective: str) -> str:
    """The likeliest name of the state behind an adjective that stands alone on its page."""
    for ending, noun in _NOUNS:
        if adjective.endswith(ending) and len(adjective) - len(ending) >= _SHORTEST_STEM:
            return adjective[: len(adjective) - len(ending)] + noun
    return adjective
