"""People and institutions that the tables do not hold, known by a name or by what they are."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import takewhile

from counterclaim.actors.lexicon import Token, tokens
from counterclaim.actors.naming import slug
from counterclaim.actors.role_phrases import LOCAL_OFFICES
from counterclaim.actors.scene import (
    DETERMINERS,
    SPLIT,
    Resolution,
    Scene,
    role_word,
    unresolved,
)
from counterclaim.actors.words import (
    AGENT_ENDINGS,
    NOT_NAMES,
    NOT_PERSONS,
    PEOPLE,
    PREPOSITIONS,
    THINGS,
)
from counterclaim.records import ActorKind

__all__ = ["UNEXPLAINED", "apposition", "by_noun", "group", "unknown_name", "unnamed_of"]

_SEVERAL = frozenset("two three four five six seven several some many dozens other".split())
_STATIONS = frozenset({"radio", "channel", "tv", "television"})
UNEXPLAINED = "a name that the tables do not hold"
"""The reason of a name that is known by nothing but its capitals."""

_UNNAMED = "unnamed "
_SHORTEST_AGENT = 4
_HOUSES = frozenset({"general", "memorial", "infirmary"})
"""Last words of hospitals' names."""
_LONGEST_NAME = 7
"""Words that the name of somebody known by nothing else may have."""


def unnamed_of(scene: Scene, rest: Sequence[str], owner: str) -> Resolution | None:
    """Unnamed people of a named party: "Velmarian activists", "Pentagon sources"."""
    phrase = " ".join(rest)
    table = list(tokens(phrase))
    for at in range(len(table)):
        match = scene.registry.knowledge.groups.match(phrase, table, at)
        if match is None or match[0] != len(table):
            continue
        if match[1] in {"officials", "authorities", "leaders"}:
            return Resolution(owner, scene.registry.kind(owner), "its unnamed officials")
        base = owner.removeprefix("actor:")
        made = scene.registry.introduce(
            f"{scene.name(owner)} {phrase}", "group", member_of=None, slug=f"{base}-{match[1]}"
        )
        return Resolution(made, "group", "unnamed people")
    return None


def group(scene: Scene, words: Sequence[Token], head_end: int) -> Resolution | None:
    """Unnamed people: "two residents", "local activists", "a witness".

    Who has a role that begins with their name is somebody: "the police chief".
    """
    for at, word in enumerate(words):
        if word.fold in PREPOSITIONS:
            break
        match = scene.registry.knowledge.groups.match(scene.text, words, at)
        if match is not None:
            role = scene.registry.knowledge.roles.match(scene.text, words, at)
            longer = role is not None and role[0] > match[0]
            if longer and (holder := by_noun(scene, words, head_end)) is not None:
                return holder
            name = scene.text[word.start : words[match[0] - 1].end].casefold()
            made = scene.registry.introduce(" ".join(name.split()), "group", slug=match[1])
            return Resolution(made, "group", "unnamed people")
    return None


def apposition(scene: Scene, words: Sequence[Token], end: int) -> Resolution | None:
    """A name after what it is: "the operator, Havrin Works, …"."""
    first = words[0].start
    if words[0].capital and words[0].fold not in {"the", "a", "an", "its", "their"}:
        return None
    comma = scene.text.find(", ", first, end)
    rest = [w for w in words if comma >= 0 and w.start >= comma]
    if not rest or rest[0].start != comma + 2 or not rest[0].capital:
        return None
    stop = SPLIT.search(scene.text, rest[0].start, end)
    nouns = [w.fold for w in words if w.end <= comma]
    found = unknown_name(
        scene, rest, stop.start() if stop else end, not NOT_PERSONS.isdisjoint(nouns)
    )
    if found.actor is not None:
        scene.described.setdefault(found.actor, set()).add(nouns[-1])
    return found


def by_noun(scene: Scene, words: Sequence[Token], head_end: int) -> Resolution | None:
    """An institution or a person known only by what it is: "the inquest office", "a trucker".

    A name before the noun is part of the name ("Ostrow hospital").
    """
    heads = [w for w in words if w.start < head_end]
    if not heads or len(heads) > _LONGEST_NAME or heads[-1].capital:
        return None
    head = scene.registry.knowledge.heads.match(scene.text, heads, len(heads) - 1)
    organ = scene.organ_named(heads)
    kind: ActorKind | None = organ.kind if organ else head[1] if head else None
    role = role_word(scene, heads, head_end)
    if (known := _met_before(scene, heads)) is not None:
        return known
    if kind is None and role is None and not _is_person(heads):
        return None
    named = heads[1:] if heads[0].fold in DETERMINERS else heads
    phrase = " ".join(scene.text[named[0].start : named[-1].end].split()) if named else ""
    if not phrase or (kind is None and len(named) > 4):
        return None
    if role is not None and role.kind == "source":
        return _source(scene, heads, phrase)
    several = heads[0].fold in _SEVERAL
    if role is not None and role.word in LOCAL_OFFICES and not several:
        phrase += _of_place(scene, words, head_end)
    made = scene.registry.introduce(
        phrase, kind or ("group" if several else "person"), slug=slug(phrase)
    )
    return Resolution(made, scene.registry.kind(made), "known only by what it is")


def _of_place(scene: Scene, words: Sequence[Token], head_end: int) -> str:
    """What belongs to a name: " of Pelm" behind "the mayor", " of Tarn" behind "the Sons"."""
    behind = [w for w in words if w.start >= head_end]
    if not behind or behind[0].fold != "of":
        return ""
    first = 2 if len(behind) > 1 and behind[1].fold == "the" else 1
    name = list(takewhile(lambda w: w.capital, behind[first:]))
    return f" of {scene.text[behind[1].start : name[-1].end]}" if name else ""


def _met_before(scene: Scene, heads: Sequence[Token]) -> Resolution | None:
    """Somebody who was "a baker" before and is "the baker" now."""
    if len(heads) != 2 or heads[0].fold not in {"the", "this", "that"}:
        return None
    for _, actor in scene.heard(heads[0].start):
        words = scene.name(actor).casefold().partition(" of ")[0].split()
        unnamed = actor not in scene.people and scene.registry.kind(actor) == "person"
        if unnamed and words[-1] == heads[-1].fold:
            return Resolution(actor, "person", f"the {heads[-1].fold} who spoke before")
    return None


def _source(scene: Scene, heads: Sequence[Token], phrase: str) -> Resolution:
    """An unnamed source; "the source" is the last that spoke."""
    if heads[0].fold in {"the", "this", "that"}:
        for _, actor in scene.heard(heads[0].start):
            if scene.name(actor).startswith(_UNNAMED):
                return Resolution(actor, "unknown", "the last unnamed source")
    name = _UNNAMED + phrase.removeprefix(_UNNAMED).removeprefix("anonymous ")
    made = scene.registry.introduce(name, "unknown", slug=slug(name))
    return Resolution(made, "unknown", "an unnamed source")


def _is_person(heads: Sequence[Token]) -> bool:
    """Whether "a NOUN" is somebody by its ending: "a signalman", "a researcher"."""
    noun = heads[-1].fold
    if heads[0].fold in _SEVERAL:
        noun = noun.removesuffix("s")
    elif heads[0].fold not in {"a", "an", "another"}:
        return False
    if noun in NOT_PERSONS | THINGS:
        return False
    return noun in PEOPLE or (len(noun) > _SHORTEST_AGENT and noun.endswith(AGENT_ENDINGS))


def _short_name(scene: Scene, name: Sequence[Token]) -> Resolution | None:
    """The only organisation of the page whose name ends with this one word, or begins "… of"."""
    if len(name) != 1:
        return None
    word, known = name[0].fold, scene.registry.made
    ending = {
        m.actor for m in scene.mentions if scene.name(m.actor).casefold().split()[1:][-1:] == [word]
    }
    opening = {key for key in known if scene.name(key).casefold().startswith(f"{word} of ")}
    actors = {
        actor
        for actor in ending | opening
        if actor not in scene.people and scene.registry.kind(actor) not in {"state", "person"}
    }
    if len(actors) != 1:
        return None
    actor = actors.pop()
    why = "the end of its name" if actor in ending else "the beginning of its name"
    return Resolution(actor, scene.registry.kind(actor), why)


def _medium(scene: Scene, heads: Sequence[Token]) -> Resolution | None:
    """A station by its first word: "Radio Tolm", "Channel 9"."""
    name = [w for w in heads if w.fold not in DETERMINERS]
    if len(name) not in (2, 3) or not name[0].capital or name[0].fold not in _STATIONS:
        return None
    if not all(word.capital or word.text.isdigit() for word in name[1:]):
        return None
    text = " ".join(scene.text[name[0].start : name[-1].end].split())
    made = scene.registry.introduce(text, "outlet")
    return Resolution(made, scene.registry.kind(made), "a station by its first word")


def _seen_inside(scene: Scene, word: Token) -> bool:
    """Whether the word is written with a capital where no sentence begins."""
    return any(not scene.scanner.states.first(at) for at in scene.scanner.states.places(word.text))


def _ministry(scene: Scene, heads: Sequence[Token]) -> Resolution | None:
    """A ministry, in capitals, of a page that tells no state's: known only by what it is."""
    organ = scene.organ_named(heads)
    if organ is None or organ.kind != "ministry" or not heads[-1].capital:
        return None
    made = scene.registry.introduce(organ.name, organ.kind, slug=organ.slug)
    return Resolution(made, organ.kind, "known only by what it is")


def unknown_name(
    scene: Scene,
    words: Sequence[Token],
    head_end: int,
    organisation: bool = False,
    *,
    speaking: bool = False,
) -> Resolution:
    """A capitalised name that neither the tables nor the page explain."""
    heads = [w for w in words if w.start < head_end]
    if (ministry := _ministry(scene, heads)) is not None:
        return ministry
    if (medium := _medium(scene, heads)) is not None:
        return medium
    names = [w for w in heads if w.capital and w.fold not in NOT_NAMES]
    if not names or not heads[-1].capital or len(heads) > _LONGEST_NAME:
        return unresolved("no name, no role, nothing it goes back to")
    if all(w.text.isupper() and w.start in scene.scanner.titled for w in heads):
        return unresolved("capitals in a line of capitals, where they tell nothing")
    first = heads.index(names[0])
    short = _short_name(scene, heads[first:])
    if short is not None:
        return short
    if len(heads) == 1 and not speaking and not _seen_inside(scene, heads[0]):
        return unresolved("a word that begins a sentence and nothing shows to be a name")
    article = heads[0].fold in {"the", "a", "an"}
    several = heads[0].fold == "the" or heads[-1].fold.endswith("s")
    whose = _of_place(scene, words, head_end) if several else ""
    text = " ".join(scene.text[heads[first].start : heads[-1].end].split()) + whose
    linked = bool(whose) or any(w.fold in PREPOSITIONS for w in heads[first:])
    person = 2 <= len(heads) - first <= 4 and not article and not linked
    organisation = organisation or linked
    kind: ActorKind = "person" if person else "unknown"
    organisation = organisation or heads[-1].fold in _HOUSES
    head = scene.registry.knowledge.heads.match(scene.text, heads, len(heads) - 1)
    if head is None and first:
        head = scene.registry.knowledge.heads.match(scene.text, heads, first - 1)
    if head is not None or organisation:
        kind = head[1] if head is not None else "organisation"
    made = scene.registry.introduce(text, kind)
    return Resolution(made, scene.registry.kind(made), UNEXPLAINED)
