"""Forces named by what they are alone: "government forces", "the militants", "the rebels"."""

from __future__ import annotations

from collections.abc import Sequence

from counterclaim.actors.lexicon import Token
from counterclaim.actors.scan import Found
from counterclaim.actors.scene import Resolution, Scene

__all__ = ["GOVERNING", "OF_TOPIC", "government_forces", "only_fighters"]

OF_TOPIC = "an organ of the state that the page is about"

GOVERNING = frozenset({"government", "regime", "loyalist", "army"})
"""Words that with "forces" or "troops" say no more than that they are the state's."""

_ANY_FIGHTERS = frozenset({"militants", "insurgents", "jihadists", "militiamen", "guerrillas"})
_FIGHTERS = _ANY_FIGHTERS | {"rebels", "separatists"}
"""Nouns for the fighters of a group; rebels may be others than the only group that is named."""

_CALLED_REACH = 40


def government_forces(scene: Scene, heads: Sequence[Token]) -> Resolution | None:
    """The army that "government forces" are, where the page is about one state's.

    Elsewhere the reading decides by the places of the page, as for any bare institution.
    """
    organ = scene.organ_named(heads)
    nouns = [w for w in heads if w.fold not in {"the", "these", "those"}]
    if organ is None or organ.kind != "armed_force" or len(nouns) < 2:
        return None
    if nouns[0].fold not in GOVERNING or nouns[0].text.isupper():
        return None
    state = scene.main_state
    if state is None:
        phrase = " ".join(w.fold for w in nouns)
        made = scene.registry.introduce(phrase, organ.kind, slug=organ.slug)
        return Resolution(made, organ.kind, "known only by what it is")
    return Resolution(scene.registry.compose(state, organ), organ.kind, OF_TOPIC)


def only_fighters(scene: Scene, heads: Sequence[Token]) -> Resolution | None:
    """The only armed group of the page, for "the militants"; "the rebels" where it is called so."""
    noun = heads[-1].fold
    if len(heads) != 2 or noun not in _FIGHTERS:
        return None
    groups = [m for m in scene.mentions if scene.registry.kind(m.actor) == "armed_group"]
    actors = {m.actor for m in groups}
    if len(actors) != 1 or groups[0].start > heads[0].start:
        return None
    called = any(_called(scene, m, noun) for m in groups)
    if not called and noun not in _ANY_FIGHTERS:
        return None
    (actor,) = actors
    why = f"the {noun} of the page" if called else "the only armed group of the page"
    return Resolution(actor, "armed_group", why)


def _called(scene: Scene, mention: Found, noun: str) -> bool:
    """Whether a group is said to be rebels: "rebels of the Front", "the rebel Front"."""
    before = scene.text[max(0, mention.start - _CALLED_REACH) : mention.start].casefold()
    after = scene.text[mention.end : mention.end + _CALLED_REACH].casefold()
    stem = noun.removesuffix("s")
    words = before.replace(",", " ").split()[-4:]
    follows = after.startswith((f" {stem}", f", a {stem}", f", the {stem}"))
    return follows or any(word.removesuffix("s") == stem for word in words)
