"""From the words of a mention to an actor."""

from __future__ import annotations

import re
from collections.abc import Sequence

from counterclaim.actors.backward import back_reference, wording
from counterclaim.actors.lexicon import Token
from counterclaim.actors.pronouns import pronoun, relative
from counterclaim.actors.roles import named_person, office, unnamed_role
from counterclaim.actors.rulers import organ_of_ruler
from counterclaim.actors.scan import Found
from counterclaim.actors.scene import (
    DETERMINERS,
    Resolution,
    Scene,
    unresolved,
)
from counterclaim.actors.unnamed import (
    UNEXPLAINED,
    apposition,
    by_noun,
    group,
    unknown_name,
    unnamed_of,
)
from counterclaim.actors.words import FIRST_PERSON, PRONOUNS

__all__ = ["resolve", "tied"]

_LONGEST_JOINT = 14
"""Words in which two may be named together."""

_SPEAKS_FOR = re.compile(
    r"(?:the |its |their )?(?:(?:press|media|information|public relations) (?:service|office|"
    r"centre|"
    r"center|department|bureau|section)|secretariat|leadership|management|headquarters) "
    r"(?:of|at) (?:the )?",
    re.IGNORECASE,
)
"""What speaks for the body named after it."""

_MADE_BY = re.compile(
    r"(?:an?|the) (?:[\w-]+ ){0,2}?(?:statement|message|letter|note|communiqué|communique|post|"
    r"document|report|briefing|video|recording|investigation|inquiry|analysis|count|tally|review|"
    r"survey|probe|study)(?: [\w'’-]+){0,8}? by (?=(?:an?|the|its|his|"
    r"her) |[A-Z])",
    re.IGNORECASE,
)
"""What somebody issued, up to the one who did."""

_TIED = re.compile(
    r"[-‑](?:based|backed|supported|funded|armed|allied|aligned|trained|held|controlled|run|"
    r"occupied|born|sponsored|linked|educated)\b",
    re.IGNORECASE,
)
"""What stands behind a name that only tells whose friends or where somebody is."""

_GAVE = re.compile(
    r"\b(?:(?:gave|giving) (?:only )?(?:his|her|their)(?: first| full)? name(?: only)? as|"
    r"(?:identified|identifying|calling|called) (?:him|her)self(?: only)?(?: as)?) $",
    re.IGNORECASE,
)
"""What stands before the name that somebody gave."""

_CALLS_ITSELF = re.compile(
    r"\b(?:call|style?|name?|brand)(?:s|ing) (?:itself|themselves)(?: as)? (?:the )?$",
    re.IGNORECASE,
)
"""What stands before the name that a group has given itself."""

_WING = re.compile(r"['’]s? (?:\w+ ){0,2}(?:wing|arm|branch|affiliate|offshoot), (?:the )?")
"""Between a body and the name of its wing."""

_EACH = frozenset({"each", "both", "together", "jointly"})
_BOTH = frozenset({"both", "both sides", "the two", "the two sides", "both parties"})

_RELATIVE = frozenset({"which", "who", "that"})


def resolve(scene: Scene, start: int, end: int, *, speaking: bool = False) -> Resolution:
    """Who ``text[start:end]`` is."""
    words = scene.words(start, end)
    if not words:
        return unresolved("no words")
    if len(words) == 1 and words[0].fold in _RELATIVE:
        return relative(scene, words[0])
    if len(words) == 1 and words[0].fold in PRONOUNS:
        return pronoun(scene, words[0], speaking)
    ours = len(words) == 2 and words[0].fold == "our"
    if (len(words) == 1 or ours) and words[0].fold in FIRST_PERSON:
        return Resolution(scene.own_voice(), "outlet", "the page's own voice")
    inside = scene.inside(start, end)
    head_end = scene.head_end(words, end)
    behind = _behind(scene, start, end)
    if behind is not None and (maker := resolve(scene, behind, end)).actor is not None:
        return maker
    if (several := _both(scene, words) or joint(scene, words, head_end)) is not None:
        return several
    for rule in (
        *(self_named, named_person, office, unnamed_role, wording),
        *(organ_of_ruler, organisation, back_reference),
    ):
        found = rule(scene, words, inside, head_end)
        if found is not None:
            return found
    return (
        group(scene, words, head_end)
        or apposition(scene, words, end)
        or by_noun(scene, words, head_end)
        or unknown_name(scene, words, head_end, speaking=speaking)
    )


def tied(text: str, end: int) -> bool:
    """Whether a name that ends at ``end`` only says whose friends or where others are.

    "Kasra-backed rebels" are not Kasra.
    """
    return _TIED.match(text, end) is not None


def _behind(scene: Scene, start: int, end: int) -> int | None:
    """Where the one begins for whom a press office speaks, or by whom a statement was made."""
    match = _SPEAKS_FOR.match(scene.text, start, end) or _MADE_BY.match(scene.text, start, end)
    return match.end() if match is not None and match.end() < end else None


def _both(scene: Scene, words: Sequence[Token]) -> Resolution | None:
    """The two who last spoke together, for "both"."""
    if " ".join(word.fold for word in words) not in _BOTH:
        return None
    for _, actor in scene.heard(words[0].start):
        if scene.registry.kind(actor) == "group" and " and " in scene.name(actor):
            return Resolution(actor, "group", "the two who last spoke together")
    return None


def joint(scene: Scene, words: Sequence[Token], head_end: int) -> Resolution | None:
    """Two who speak together ("Velmaria and the Pact"): neither alone, but both as one.

    Where both speak for one state or body, that is who speaks.
    """
    heads = [word for word in words if word.start < head_end]
    while heads and heads[-1].fold in _EACH:
        heads = heads[:-1]
    if heads and heads[0].fold == "both":
        heads = heads[1:]
    cut = next((at for at, word in enumerate(heads) if word.fold == "and"), 0)
    if not 0 < cut < len(heads) - 1 or len(heads) > _LONGEST_JOINT:
        return None
    if scene.inside_mention(heads[cut].start):
        return None
    parts = heads[:cut], heads[cut + 1 :]
    two = [resolve(scene, part[0].start, part[-1].end) for part in parts]
    if cut == 1 and two[0].reason == UNEXPLAINED and not heads[-1].capital:
        return None
    one, other = (found.actor for found in two)
    if one is None or other is None or one == other:
        return None
    side = scene.registry.state_of(one)
    if side == scene.registry.state_of(other) and side is not None:
        return Resolution(side, scene.registry.kind(side), "both speak for it")
    first = heads[1] if heads[0].fold in DETERMINERS else heads[0]
    name = " ".join(scene.text[first.start : heads[-1].end].split())
    made = scene.registry.introduce(name, "group")
    names = f"{scene.name(one)}; {scene.name(other)}"
    return Resolution(made, scene.registry.kind(made), f"two together: {names}")


def self_named(
    scene: Scene, words: Sequence[Token], inside: Sequence[Found], head_end: int
) -> Resolution | None:
    """By the name that they gave: "gave his name as Abu Tal", "a group that calls itself"."""
    for mention in inside:
        person = scene.people.get(mention.actor)
        if person is None and _CALLS_ITSELF.search(scene.text, words[0].start, mention.start):
            kind = scene.registry.kind(mention.actor)
            return Resolution(mention.actor, kind, "by the name that it gives itself")
        if person is not None and _GAVE.search(scene.text, words[0].start, mention.start):
            return Resolution(person.id, "person", "by the name that the person gave")
    return None


def _wing(scene: Scene, inside: Sequence[Found], owner: Found) -> Resolution | None:
    """The wing named after what it is: "the Pact's armed wing, the Tide Brigades,"."""
    after = next((m for m in inside if m.start >= owner.end), None)
    if after is None or after.actor in scene.people:
        return None
    if _WING.fullmatch(scene.text, owner.end, after.start) is None:
        return None
    kind = scene.registry.kind(after.actor)
    return Resolution(after.actor, kind, f"{after.reason}, after what it is")


def _based(scene: Scene, words: Sequence[Token], end: int) -> Resolution | None:
    """Whom "the Velgrad-based monitor" goes back to; its place is no part of the name."""
    the = Token(words[0].start, words[0].end, "the", "the", False)
    nouns = [w for w in words if w.start >= end][1:]
    if words[0].fold != "the" or not nouns:
        return None
    return back_reference(scene, [the, *nouns], (), nouns[-1].end)


def organisation(
    scene: Scene, words: Sequence[Token], inside: Sequence[Found], head_end: int
) -> Resolution | None:
    """The organisation named last in the head, or the first where the head names none."""
    heads = [m for m in inside if m.start < head_end and m.actor not in scene.people]
    if not heads:
        return None
    last = heads[-1]
    if tied(scene.text, last.end):  # "the Velgrad-based monitor" is not Velgrad
        return _based(scene, words, last.end)
    wing = _wing(scene, inside, last)
    if wing is not None:
        return wing
    joint = " and " in scene.text[heads[0].end : last.start]
    chosen = heads[0] if joint else last
    rest = [w.fold for w in words if last.end <= w.start < head_end and w.fold != "s"]
    if rest and (people := unnamed_of(scene, rest, chosen.actor)) is not None:
        return people
    reason = chosen.reason + (", first of several" if joint else "")
    return Resolution(chosen.actor, scene.registry.kind(chosen.actor), reason)
