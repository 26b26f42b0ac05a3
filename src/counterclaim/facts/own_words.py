"""Whom "we", "our troops" and "its jets" mean, and whose "coalition jets" are."""

from __future__ import annotations

import re

from counterclaim.actors import Cast
from counterclaim.facts.event_words import CARRIERS
from counterclaim.facts.numbers import value_of
from counterclaim.records import ActorKind, Statement

__all__ = ["own_of", "owner_of_things"]

_SPEAKER = frozenset({"i", "me", "my", "mine", "myself"})
_SIDE = frozenset({"we", "us", "our", "ours", "ourselves"})
_BODY = frozenset({"it", "its", "itself"})
_MANY = frozenset({"they", "their", "themselves"})
_PERSON = frozenset({"he", "his", "himself", "she", "her", "herself"})

_FORCES = frozenset(
    "forces force troops soldiers army fighters men personnel servicemen servicewomen people "
    "members unit units crew crews pilots guards officers police policemen gunners sailors "
    "commandos airmen guns".split()
)
"""Words after "our" and "its" for those who are the one who says so."""

_NO_BODY = frozenset[ActorKind]({"person", "group"})
_WORD = re.compile(r"\w+")
_MOST_WORDS = 4
_MOST_OWNERS = 3
"""Words that a name before things may have."""


def own_of(
    cast: Cast, text: str, bounds: tuple[int, int], statement: Statement | None
) -> str | None:
    """The actor that a phrase within ``statement`` means by who says it, or ``None``.

    "We struck the post", a colonel says: her army. "The coalition said that its jets hit …": the
    coalition, unless its words name somebody else before.
    """
    if statement is None or statement.speaker is None or statement.cue is None:
        return None
    words = [match.group().lower() for match in _WORD.finditer(text, *bounds)]
    if not words or len(words) > _MOST_WORDS or not set(words[1:]) <= _FORCES | CARRIERS:
        return None
    speaker = statement.speaker
    if words[0] in _SPEAKER:
        return speaker
    if words[0] in _SIDE:
        side = cast.member_of(speaker) if cast.kind(speaker) == "person" else None
        return side or speaker
    if statement.quote == "direct" or not _means(cast, words[0], speaker):
        return None
    return None if _other(cast, bounds[0], statement, words[0]) else speaker


def _means(cast: Cast, word: str, speaker: str) -> bool:
    """Whether the pronoun can go back to the one who speaks."""
    kind = cast.kind(speaker)
    if word in _PERSON:
        return kind == "person"
    return kind not in _NO_BODY if word in _BODY else word in _MANY and kind != "person"


def _other(cast: Cast, at: int, statement: Statement, word: str) -> bool:
    """Whether the words name somebody else before ``at`` whom the pronoun can mean."""
    start = next((s.start for s in statement.content if s.start <= at < s.end), at)
    named = (found.actor for _, _, found in cast.named(start, at))
    return any(actor is not None and _means(cast, word, actor) for actor in named)


def owner_of_things(text: str, bounds: tuple[int, int]) -> tuple[int, int]:
    """A phrase less the things at its end: it is the coalition that flies "coalition jets"."""
    words = list(_WORD.finditer(text, *bounds))
    last = len(words)
    while last and words[last - 1].group().lower() in CARRIERS:
        last -= 1
    if last == len(words):
        return bounds
    kept = [
        word
        for word in words[:last]
        if word.group().isalpha() and len(word.group()) > 1 and not value_of(word.group())
    ]
    if not kept or len(kept) > _MOST_OWNERS:
        return bounds[0], bounds[0]
    return kept[0].start(), kept[-1].end()
