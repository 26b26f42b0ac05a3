"""Nouns that go back to somebody named before, like "the ministry" and "the statement"."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from counterclaim.actors.forces import OF_TOPIC, government_forces, only_fighters
from counterclaim.actors.knowledge import Organ
from counterclaim.actors.lexicon import Token
from counterclaim.actors.owners import of_state
from counterclaim.actors.scan import Found
from counterclaim.actors.scene import (
    PERSONAL_REACH,
    Resolution,
    Scene,
)
from counterclaim.actors.words import INDEFINITE

__all__ = ["back_reference", "subject_noun", "wording"]

_WORDINGS = frozenset(
    "statement communique communiqué report reports release note letter post tweet message account "
    "press readout article document text declaration memo broadcast".split()
)
"""What somebody issues: its word is its issuer's."""
_GENERIC: Mapping[str, tuple[str, ...]] = {
    "ministry": ("ministry",),
    "department": ("ministry",),
    "military": ("armed_force",),
    "army": ("armed_force",),
    "forces": ("armed_force", "armed_group"),
    "force": ("armed_force",),
    "command": ("armed_force",),
    "coalition": ("armed_force",),
    "alliance": ("armed_force", "body"),
    "navy": ("armed_force",),
    "police": ("armed_force",),
    "government": ("government", "state"),
    "administration": ("government", "state"),
    "regime": ("government", "state"),
    "authorities": ("government", "state"),
    "presidency": ("government",),
    "kingdom": ("state",),
    "republic": ("state",),
    "country": ("state",),
    "state": ("state",),
    "agency": ("agency", "outlet"),
    "newswire": ("agency",),
    "wire": ("agency",),
    "newspaper": ("outlet",),
    "paper": ("outlet",),
    "daily": ("outlet",),
    "network": ("outlet", "organisation"),
    "channel": ("outlet",),
    "broadcaster": ("outlet",),
    "station": ("outlet",),
    "outlet": ("outlet", "agency"),
    "website": ("outlet", "agency"),
    "site": ("outlet", "agency"),
    "magazine": ("outlet",),
    "group": ("armed_group", "organisation"),
    "militia": ("armed_group",),
    "movement": ("armed_group", "organisation"),
    "insurgents": ("armed_group",),
    "rebels": ("armed_group",),
    "militants": ("armed_group",),
    "organisation": ("organisation", "body", "armed_group"),
    "organization": ("organisation", "body", "armed_group"),
    "watchdog": ("organisation", "body"),
    "monitor": ("organisation",),
    "observatory": ("organisation",),
    "charity": ("organisation", "unknown"),
    **dict.fromkeys(("company", "firm", "operator", "owner"), ("organisation", "unknown")),
    **dict.fromkeys(("airline", "utility", "contractor"), ("organisation", "unknown")),
    "union": ("organisation",),
    "body": ("body", "organisation"),
    "bloc": ("body",),
    "council": ("body", "government"),
    "mission": ("body", "government"),
    "commission": ("body", "government"),
}
"""Nouns that stand for an organisation named before, to the kinds it may have."""
_FIRMS = frozenset({"company", "firm", "operator", "owner", "airline", "utility", "contractor"})
_PUBLIC = frozenset(
    "union federation confederation council hospital clinic board commission association "
    "committee brigade party agency service institute assembly league authority group movement "
    "network observatory church foundation university school court alliance lodge guild "
    "inspectorate office watch centre center society campaign".split()
)
"""Words in names of what is no firm."""

_ON_AIR = frozenset(
    "radio television tv channel broadcasting broadcast network station fm telly live".split()
)
"""Words in names of what has listeners or viewers."""

_WIRES = frozenset({"wire", "agency", "newswire"})
_UNIONS = frozenset(
    "union unions federation confederation workers guild syndicate association congress".split()
)
_ALLIED = frozenset(
    "coalition alliance joint combined allied multinational international task pact nato resolve "
    "shield led".split()
)
_NEEDS: Mapping[str, frozenset[str]] = {
    "station": _ON_AIR,
    "broadcaster": _ON_AIR,
    "union": _UNIONS,
    **dict.fromkeys(("coalition", "alliance"), _ALLIED),
    "channel": _ON_AIR,
    "bloc": frozenset("union community league asean mercosur".split()),
}
"""Nouns for what has one of these words in its name, where nothing on the page describes it."""

_BARS: Mapping[str, frozenset[str]] = {
    **dict.fromkeys(_FIRMS, _PUBLIC),
    **dict.fromkeys(("agency", "newswire"), _ON_AIR),
    **dict.fromkeys(("newspaper", "paper", "daily", "magazine"), _ON_AIR | _WIRES),
    **dict.fromkeys(("army", "military", "navy"), frozenset("coalition alliance task".split())),
    "charity": _FIRMS | frozenset("union council party brigade command army task joint".split()),
}
"""Nouns for what has none of these words in its name."""

_BEHIND_HEADS = frozenset("of for in on against to and".split())
"""What may follow the noun that says what somebody with a longer name is."""

_SUBJECT_REACH = 60
"""Code points in which the first three words of a sentence stand."""

OF_OUTLET = "an organ of the state that the page is written in"

_OPPOSED = frozenset({"group", "armed_group"})
"""Kinds of organs that no state has for its own: "the rebels", "the opposition"."""

_TOWNS = frozenset("city town village county district borough municipality".split())
"""What has services that are none of the state's: "the city's rescue service"."""

_VAGUE = frozenset("same said whole entire local state own armed main".split())


def wording(
    scene: Scene, words: Sequence[Token], inside: Sequence[Found], head_end: int
) -> Resolution | None:
    """Whoever issued "the statement" or "a report by the agency"."""
    heads = [w for w in words if w.start < head_end]
    if not heads or heads[-1].fold not in _WORDINGS:
        return None
    if inside:
        actor = inside[0].actor
        return Resolution(actor, scene.registry.kind(actor), f"whose {heads[-1].fold} it is")
    actor_back = scene.last_speaker(words[0].start, PERSONAL_REACH)
    if actor_back is None or words[0].fold not in {
        "the",
        "this",
        "that",
        "its",
        heads[-1].fold,
    }:
        return None
    return Resolution(
        actor_back, scene.registry.kind(actor_back), f"who issued the {heads[-1].fold}"
    )


def back_reference(
    scene: Scene, words: Sequence[Token], inside: Sequence[Found], head_end: int
) -> Resolution | None:
    """The last actor that "the ministry", "the army" or "the Brigade" fits."""
    heads = [w for w in words if w.start < head_end]
    if heads and (forces := government_forces(scene, heads)) is not None:
        return forces
    if not heads or (heads[0].fold not in {"the", "this", "that"} and len(heads) > 1):
        return None if not _headed(scene, heads) else _described(scene, heads)
    noun = heads[-1].fold
    organ = scene.organ_named(heads)
    based = {t for at, w in enumerate(heads) if w.fold == "based" for t in (at - 1, at)}
    between = [w.fold for at, w in enumerate(heads[1:-1], 1) if at not in based]
    modifiers = {word.replace("defence", "defense") for word in between} - _VAGUE
    for actor in scene.recent(words[0].start):
        if actor not in scene.people and _fits(scene, noun, organ, actor, modifiers):
            return Resolution(actor, scene.registry.kind(actor), f"the last {noun} named")
    if (fighters := only_fighters(scene, heads)) is not None:
        return fighters
    if (found := _described(scene, heads)) is not None:
        return found
    state, whose = _whose(scene)
    if organ is not None and state is not None and organ.slug == "ministry":
        entries = scene.registry.made.values()
        ministries = [e.id for e in entries if e.kind == "ministry" and e.member_of == state]
        if len(ministries) == 1:
            return Resolution(ministries[0], "ministry", "the only ministry of that state")
    of_town = not _TOWNS.isdisjoint(between)
    if organ is not None and state is not None and organ.kind not in _OPPOSED and not of_town:
        made = scene.registry.compose(state, organ)
        return Resolution(made, organ.kind, whose)
    return _named_below(scene, heads) if len(heads) == 1 else None


def subject_noun(scene: Scene, low: int, high: int) -> str | None:
    """Whom "The ministry" is with which the sentence in ``[low, high)`` begins."""
    words = scene.words(low, min(high, low + _SUBJECT_REACH))[:3]
    if len(words) < 3 or words[0].start != low or words[0].fold != "the":
        return None
    if words[1].fold not in _GENERIC or words[1].capital or words[2].fold in {"of", "s"}:
        return None
    found = back_reference(scene, words[:2], (), words[1].end)
    return found.actor if found is not None else None


def _whose(scene: Scene) -> tuple[str | None, str]:
    """The state whose "the ministry" is where none is named with it, and why.

    A state's own medium speaks of its own state's organs without naming it.
    """
    home = scene.scanner.home
    if home is not None and of_state(scene.registry, scene.scanner.outlet_name):
        return home, OF_OUTLET
    if scene.main_state is not None:
        return scene.main_state, OF_TOPIC
    return home, OF_OUTLET


def _named_below(scene: Scene, heads: Sequence[Token]) -> Resolution | None:
    """Whom a headline's "Coalition" is, where the page names only one such further down."""
    word = heads[0]
    if word.fold not in _NEEDS:
        return None
    fitting = {
        mention.actor: None
        for mention in scene.mentions
        if mention.start > word.start
        and mention.form != "adjective"
        and mention.actor not in scene.people
        and _fits(scene, word.fold, None, mention.actor, set())
    }
    if len(fitting) != 1:
        return None
    (actor,) = fitting
    return Resolution(actor, scene.registry.kind(actor), f"the only {word.fold} of the page")


def _headed(scene: Scene, heads: Sequence[Token]) -> bool:
    """Whether a headline's noun stands without its article: "Aid group says"."""
    bare = len(heads) == 2 and not heads[1].capital and heads[0].fold not in INDEFINITE
    return bare and not scene.inside_mention(heads[0].start)


def _described(scene: Scene, heads: Sequence[Token]) -> Resolution | None:
    """The only actor of the page that is said, there or further down, to be one: "the airline"."""
    noun = heads[-1].fold
    phrase = " ".join(w.fold for w in heads if w.fold not in {"the", "this", "that"})
    for wanted in dict.fromkeys((phrase, noun)):
        found = [actor for actor, nouns in scene.described.items() if wanted in nouns]
        if len(found) == 1 and not heads[-1].capital:
            return Resolution(found[0], scene.registry.kind(found[0]), f"the {wanted} of the page")
        if len(found) == 1 and len(heads) == 1:
            return Resolution(found[0], scene.registry.kind(found[0]), f"the {wanted} of the page")
    return None


def _fits(scene: Scene, noun: str, organ: Organ | None, actor: str, modifiers: set[str]) -> bool:
    """Whether an actor may be called "the … NOUN" once it has been named.

    What stands before the noun must belong to the actor's name or be what the organ is called:
    "the water ministry" is not the interior ministry.
    """
    if noun in scene.described.get(actor, ()):
        return True
    if organ is not None and actor.endswith(f"-{organ.slug}") and organ.slug != "ministry":
        return True
    name = scene.name(actor).casefold().replace("defence", "defense").split()
    if noun in _NEEDS and not _NEEDS[noun] & {*name, *scene.described.get(actor, ())}:
        return False
    if not _BARS.get(noun, frozenset()).isdisjoint(name):
        return False
    if not modifiers <= set(name):
        return False
    if _heads(noun.replace("defence", "defense"), name):
        return True
    exact = organ is not None and organ.slug not in {
        "ministry",
        "army",
        "government",
        "general-command",
    }
    return not exact and scene.registry.kind(actor) in _GENERIC.get(noun, ())


def _heads(noun: str, name: Sequence[str]) -> bool:
    """Whether a name may be shortened to ``noun``: "the Dam Council" is no dam."""
    if noun not in name[1:]:
        return False
    after = name[name.index(noun, 1) + 1 :]
    return not after or after[0] in _BEHIND_HEADS or noun in _GENERIC or noun in _PUBLIC
