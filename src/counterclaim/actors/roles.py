"""Persons named by their role: "a Pentagon spokesman", "the foreign minister"."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence

from counterclaim.actors.backward import back_reference
from counterclaim.actors.knowledge import Role
from counterclaim.actors.lexicon import Token
from counterclaim.actors.people import MINISTERS
from counterclaim.actors.pronouns import possessor
from counterclaim.actors.scan import Found
from counterclaim.actors.scene import (
    DETERMINERS,
    IMPERSONAL_REACH,
    Resolution,
    Scene,
    role_word,
)
from counterclaim.actors.words import INDEFINITE, NOT_NAMES

__all__ = ["named_person", "office", "unnamed_role"]

_UNNAMED = frozenset({"speaker", "official", "officer", "envoy", "minister", "head"})
_SAME = (
    "doctor dr physician surgeon medic",
    "lawyer attorney counsel advocate barrister solicitor brief",
    "judge magistrate justice",
    "diplomat ambassador envoy attaché consul",
    "parliamentarian deputy mp senator lawmaker legislator",
    "cleric archbishop bishop pastor father imam canon priest reverend chaplain",
    "scholar academic professor historian",
    "boss chief head director chairman manager",
)
_ALIKE = {word: frozenset(line.split()) for line in _SAME for word in line.split()[:1]} | {
    "attorney": frozenset(_SAME[1].split()),
    "magistrate": frozenset(_SAME[2].split()),
    "brief": frozenset(_SAME[1].split()),
    "physician": frozenset(_SAME[0].split()),
    "academic": frozenset(_SAME[6].split()),
    "priest": frozenset(_SAME[5].split()),
    "officer": frozenset(
        "officer colonel captain lieutenant major commander general sergeant inspector".split()
    ),
    "spokesperson": frozenset("spokesman spokeswoman spokesperson".split()),
}
"""Nouns for people to the words of roles that they may take up again."""

_WHOSE = frozenset({"of", "at", "in", "from", "for", "on", "with"})
"""Prepositions after a role that tell whose or where it is: "an officer of the cutter"."""

_TITLE_GAP = 3

_BESIDE = re.compile(r",\s+with\s+$", re.IGNORECASE)
_BESIDE_REACH = 8

_OFFICES = frozenset("office campaign administration government team press aides staff".split())
"""What speaks for the one it belongs to: "her office"."""


def named_person(
    scene: Scene, words: Sequence[Token], inside: Sequence[Found], head_end: int
) -> Resolution | None:
    """A named person in the head, or named by the role that the stretch begins with."""
    start = words[0].start
    for mention in inside:
        person = scene.people.get(mention.actor)
        if person is None or scene.text[mention.end : mention.end + 2] in ("'s", "’s"):
            continue
        titled = any(
            start - 5 <= r.start <= head_end and r.end <= mention.start for r in person.roles
        )
        if mention.start < head_end or titled or _follows_comma(scene, mention, words):
            return Resolution(person.id, "person", f"a person {mention.reason}")
    return None


def _follows_comma(scene: Scene, mention: Found, words: Sequence[Token]) -> bool:
    """Whether the name stands in apposition: "the army's chief of medicine, Jan Tol"."""
    person = scene.people[mention.actor]
    titles = [r.start for r in person.roles if 0 < mention.start - r.end < _TITLE_GAP]
    before = scene.text[words[0].start : min([mention.start, *titles])]
    return before.endswith(", ") and role_word(scene, words, mention.start) is not None


def office(
    scene: Scene, words: Sequence[Token], inside: Sequence[Found], head_end: int
) -> Resolution | None:
    """The one whose office "her office" is."""
    if len(words) != 2 or words[1].fold not in _OFFICES:
        return None
    actor = possessor(scene, words[0])
    return Resolution(actor, scene.registry.kind(actor), "whose office it is") if actor else None


def unnamed_role(
    scene: Scene, words: Sequence[Token], inside: Sequence[Found], head_end: int
) -> Resolution | None:
    """A role without a name: "a Pentagon spokesman", "the spokeswoman", "the foreign minister"."""
    role = role_word(scene, words, head_end)
    if role is None or not _is_head(scene, role, words, head_end):
        return None
    if scene.organ_named([w for w in words if w.start < head_end]) is not None:
        return None  # "the coast guard" is no guard
    owner = _owner(scene, inside)
    definite = words[0].fold not in {
        "a",
        "an",
        "one",
        "another",
        "some",
        "two",
        "three",
        "several",
    }
    if definite and (found := _holder(scene, words[0].start, role.word, owner)):
        return Resolution(found, "person", f"the person with the role {role.word}")
    if owner is None:
        owner = _organ_before(scene, words, role) or possessor(scene, words[0])
    whose = any(w.start >= head_end and w.fold in _WHOSE for w in words)
    if (
        owner is None
        and not whose
        and role.kind in _UNNAMED
        and not role.word.startswith("official")
        and not _of_elsewhere(role, words, head_end)
    ):
        owner = _accompanied(scene, words[0].start) or _back_owner(scene, words[0].start)
        if role.kind == "minister" and not _governs(scene, owner):
            owner = None
    if owner is None:
        return None
    if role.kind == "source":
        made = scene.registry.introduce(
            f"{scene.name(owner)} source (unnamed)",
            "person",
            member_of=owner,
            slug=f"{owner.removeprefix('actor:')}-source",
        )
        return Resolution(made, "person", f"an unnamed source in {owner}")
    if role.kind in _UNNAMED:
        organ = _organ_for(scene, role.word, owner)
        scene.unnamed.add((words[0].start, organ))
        return Resolution(
            organ, scene.registry.kind(organ), f"an unnamed {role.word} speaks for it"
        )
    return None


def _of_elsewhere(role: Role, words: Sequence[Token], head_end: int) -> bool:
    """Whether somebody unnamed is of another side than who spoke last: "a Western diplomat"."""
    if role.kind == "envoy" and words[0].fold in INDEFINITE:
        return True
    return any(word.capital for word in words[1:] if word.start < head_end)


def _is_head(scene: Scene, role: Role, words: Sequence[Token], head_end: int) -> bool:
    """Whether the role's noun is the last of the head: not so in "the official agency"."""
    heads = [w for w in words if w.start < head_end]
    if _in_name(scene, heads):
        return False
    plural = heads[-1].fold.removesuffix("s")
    return heads[-1].fold == role.word.split()[-1].split("-")[-1] or plural == role.word


def _in_name(scene: Scene, heads: Sequence[Token]) -> bool:
    """Whether the last word only ends somebody's name: "Ostrow General" is no general."""
    if len(heads) < 2 or not heads[-1].capital or not heads[-2].capital:
        return False
    return heads[-2].fold not in NOT_NAMES and not scene.inside_mention(heads[-2].start)


def _owner(scene: Scene, inside: Sequence[Found]) -> str | None:
    """Whom a role belongs to: its state before a body ("U.S. UN envoy"), else the last named."""
    organisations = [m for m in inside if m.actor not in scene.people]
    kinds = [scene.registry.kind(m.actor) for m in organisations]
    if len(organisations) > 1 and kinds[0] == "state" and kinds[1] == "body":
        return organisations[0].actor
    return organisations[0].actor if organisations else None


def _organ_before(scene: Scene, words: Sequence[Token], role: Role) -> str | None:
    """The organ that a bare noun before the role goes back to: "a ministry spokeswoman"."""
    nouns = [w for w in words if w.fold not in DETERMINERS and w.fold not in role.word.split()]
    nouns = [w for w in nouns if w.fold != "s"]
    if not nouns or nouns[-1].capital or nouns[-1].end > words[-1].start:
        return None
    the = Token(words[0].start, words[0].end, "the", "the", False)
    found = back_reference(scene, [the, nouns[-1]], (), nouns[-1].end)
    return found.actor if found else None


def _accompanied(scene: Scene, at: int) -> str | None:
    """Whose spokesman stands beside what it did: "Velmaria hit back, with a spokesman saying"."""
    if _BESIDE.search(scene.text, max(0, at - _BESIDE_REACH), at) is None:
        return None
    sentence = scene.sentences[max(0, bisect_right(scene.sentence_starts, at) - 1)][0]
    subject = next(iter(scene.inside(sentence, at)), None)
    if subject is None or subject.form == "adjective" or subject.actor in scene.people:
        return None
    before = scene.text[sentence : subject.start].strip(' \t\n"“').casefold()
    media = scene.registry.kind(subject.actor) in {"outlet", "agency"}
    return subject.actor if before in {"", "the"} and not media else None


def _back_owner(scene: Scene, at: int) -> str | None:
    """The organisation that spoke last: whose spokesman "a spokesman" is."""
    actor = scene.last_speaker(at, IMPERSONAL_REACH)
    entry = scene.registry.entry(actor) if actor else None
    if entry is not None and entry.kind == "person":
        return entry.member_of
    return actor if scene.registry.kind(actor) not in {"outlet", "agency", "group"} else None


def _governs(scene: Scene, actor: str | None) -> bool:
    """Whether an actor has ministers: a state, or what is a state's."""
    return scene.registry.kind(scene.registry.state_of(actor)) in {"state", "body"}


def _holder(scene: Scene, at: int, role: str, owner: str | None) -> str | None:
    """The last person before ``at`` who has the role, and belongs to ``owner`` if one is named.

    A headline may speak of "the minister" first: then the only such person of the page is meant.
    """
    wanted = _ALIKE.get(role.split()[-1], frozenset({role.split()[-1]}))
    best: tuple[int, str] | None = None
    later: list[str] = []
    for person in scene.people.values():
        entry = scene.registry.entry(person.id)
        if owner and entry and owner not in (entry.member_of, scene.registry.state_of(person.id)):
            continue
        held = {w for r in person.roles for w in (*r.role.word.split(), *r.text.casefold().split())}
        if wanted.isdisjoint(held):
            continue
        before = [start for start, _ in person.at if start < at]
        if before and (best is None or max(before) > best[0]):
            best = (max(before), person.id)
        later.append(person.id)
    return best[1] if best else later[0] if len(later) == 1 else None


def _organ_for(scene: Scene, role: str, owner: str) -> str:
    """The organ behind an unnamed role of a state: its foreign minister, its president."""
    if scene.registry.kind(owner) != "state":
        return owner
    for word, organ in MINISTERS.items():
        if (role == word) if " " in word else (word in role.split()):
            found = scene.registry.knowledge.by_slug.get(organ)
            return scene.registry.compose(owner, found) if found else owner
    return owner
