"""Organs of those who rule without being a state: "the health ministry of the People's Front"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from counterclaim.actors.lexicon import Token
from counterclaim.actors.scan import Found
from counterclaim.actors.scene import DETERMINERS, Resolution, Scene
from counterclaim.actors.unnamed import by_noun
from counterclaim.records import ActorKind

__all__ = ["organ_of_ruler"]

_RULERS = frozenset[ActorKind]({"armed_group", "organisation", "group"})
_CIVIL = frozenset[ActorKind]({"ministry"})
"""Organs that nobody has for his name's sake; "Houthi forces" are the Houthis."""

_OF = re.compile(r"\s+of (?:the |its )?(?:[a-z-]+ ){0,2}")
_RUN = frozenset("run controlled held ruled administered led appointed dominated".split())
"""What stands after the ruler's name: "the Houthi-run health ministry"."""

_ELSEWHERE = re.compile(
    r"\s+(?:in|of) (?:the )?(?:rebel|opposition|separatist|insurgent|militant|militia|breakaway|"
    r"occupied|annexed|self-(?:proclaimed|declared|styled))\b",
    re.IGNORECASE,
)
"""What stands before the part of a country that its state does not rule."""

_FIGHTERS = frozenset(
    "rebel rebels opposition separatist separatists insurgent insurgents militant militants "
    "militia junta breakaway".split()
)
"""Rulers that a page need not name."""


def organ_of_ruler(
    scene: Scene, words: Sequence[Token], inside: Sequence[Found], head_end: int
) -> Resolution | None:
    """A ministry of those who hold the place, which is never the state's that they fight.

    Their forces are themselves. Where nothing tells who they are, the ministry is known only by
    what it is.
    """
    heads = [w for w in words if w.start < head_end]
    organ = scene.organ_named(heads)
    if organ is None:
        return None
    found = _named(scene, inside, heads)
    if organ.kind not in _CIVIL:
        if found is None or found.start < heads[-1].start:
            return None
        kind = scene.registry.kind(found.actor)
        return Resolution(found.actor, kind, f"{found.reason}; whose {heads[-1].fold} they are")
    if found is not None:
        made = scene.registry.compose(found.actor, organ)
        owner = found.actor.removeprefix("actor:")
        return Resolution(made, organ.kind, f"{organ.name} of {owner}")
    if _ELSEWHERE.match(scene.text, heads[-1].end) is not None:
        named = words[1:] if words[0].fold in DETERMINERS else words
        phrase = " ".join(scene.text[named[0].start : named[-1].end].split())
        made = scene.registry.introduce(phrase, organ.kind)
        return Resolution(made, organ.kind, "a ministry where the state does not rule")
    return by_noun(scene, words, head_end) if _run_by_fighters(heads) else None


def _named(scene: Scene, inside: Sequence[Found], heads: Sequence[Token]) -> Found | None:
    """The ruler's name: before "-run", before the organ ("Hamas's"), or behind it after "of"."""
    last = heads[-1]
    for mention in inside:
        if scene.registry.kind(mention.actor) not in _RULERS:
            continue
        if mention.start < last.start and mention.end < last.end:
            return mention
        if mention.start > last.end and _OF.fullmatch(scene.text, last.end, mention.start):
            return mention
    return None


def _run_by_fighters(heads: Sequence[Token]) -> bool:
    """Whether the head says that fighters run it: "the rebel-run health ministry"."""
    folds = [word.fold for word in heads]
    return any(one in _FIGHTERS and two in _RUN for one, two in pairwise(folds))
