"""Pronouns back to whom they stand for."""

from __future__ import annotations

from bisect import bisect_left, bisect_right

from counterclaim.actors.lexicon import Token
from counterclaim.actors.scan import Found
from counterclaim.actors.scene import (
    IMPERSONAL_REACH,
    PERSONAL_REACH,
    Resolution,
    Scene,
    unresolved,
)
from counterclaim.actors.words import PRONOUNS

__all__ = ["possessor", "pronoun", "relative"]

_PLURAL_KINDS = frozenset({"group", "armed_group", "armed_force", "organisation", "government"})


def pronoun(scene: Scene, word: Token, speaking: bool) -> Resolution:
    """Who he, she, it or they is: in a source, who spoke last; else who was named first.

    The sentence of the pronoun and the one before are looked at, and only actors of its number and
    gender count. ``they`` stays unresolved where more than one agrees.
    """
    gender = PRONOUNS[word.fold]
    if speaking:
        actor = _spoke_before(scene, word.start, gender)
        if actor is not None:
            return Resolution(actor, scene.registry.kind(actor), f"{word.fold}: who spoke last")
    sentence = bisect_right(scene.sentence_starts, word.start) - 1
    for index in (sentence, sentence - 1):
        if index < 0:
            break
        low, high = scene.sentences[index]
        fitting = [m for m in scene.inside(low, min(high, word.start)) if _agrees(scene, m, gender)]
        if fitting and (gender != "p" or len({m.actor for m in fitting}) == 1):
            actor = fitting[0].actor
            return Resolution(
                actor, scene.registry.kind(actor), f"{word.fold}: the first that agrees"
            )
    actor = _spoke_before(scene, word.start, gender)
    if actor is not None:
        return Resolution(actor, scene.registry.kind(actor), f"{word.fold}: who spoke last")
    return unresolved(f"{word.fold}: nobody, or more than one, agrees")


def relative(scene: Scene, word: Token) -> Resolution:
    """Who or which: the mention that ends right before it."""
    index = bisect_left(scene.starts, word.start) - 1
    if index >= 0:
        mention = scene.mentions[index]
        if scene.text[mention.end : word.start].strip() in ("", ","):
            kind = scene.registry.kind(mention.actor)
            return Resolution(mention.actor, kind, f"{word.fold}: named right before")
    return unresolved(f"{word.fold}: nobody named right before")


def possessor(scene: Scene, word: Token) -> str | None:
    """Whom "his", "her", "its" or "their" goes back to."""
    if word.fold not in {"his", "her", "its", "their"}:
        return None
    return pronoun(scene, word, speaking=True).actor


def _spoke_before(scene: Scene, at: int, gender: str) -> str | None:
    reach = PERSONAL_REACH if gender in "mf" else IMPERSONAL_REACH
    for start, actor in scene.heard(at):
        if start < at - reach:
            return None
        personal = gender in "mf" and (start, actor) in scene.unnamed
        if personal or _kind_agrees(scene, actor, gender):
            return actor
    return None


def _agrees(scene: Scene, mention: Found, gender: str) -> bool:
    return mention.form != "adjective" and _kind_agrees(scene, mention.actor, gender)


def _kind_agrees(scene: Scene, actor: str, gender: str) -> bool:
    kind = scene.registry.kind(actor)
    if gender in "mf":
        person = scene.people.get(actor)
        return kind == "person" and (person is None or person.gender in ("", gender))
    if gender == "p":
        return kind in _PLURAL_KINDS
    return kind not in {"person", "group"}
