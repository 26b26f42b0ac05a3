"""Pronouns back to whom they stand for."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator

from counterclaim.actors.backward import subject_noun
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

_LEAD = 60
"""Code points that may stand before the one that a sentence is about: an article and a role."""

_BEFORE_TOPIC = re.compile(r"[^\"“”«».,;:()]*(?:,\s)?|(?:[^\"“”«».,;:()]{1,4}\.\s)+")
_IN_PLACE = re.compile(r"\b[Ii]n (?:the )?[A-Z][\w-]+,? $")
"""What stands before "they" in "In Moscow they deny it"."""

_GIVEN_TO = re.compile(
    r"(?:\b(?:[Ii]n|[Oo]n|[Tt]hrough|[Vv]ia|[Bb]y) (?:[\w-]+ ){1,4}?(?:statement|interview|message|"
    r"letter|post|video|recording|remarks|comments|call|conference|briefing|speech|report|account|"
    r"page|channel|website)s?|\b(?:[Ss]peaking|[Tt]alking|[Ww]riting)) (?:[\w-]+ ){0,3}?"
    r"(?:by|to|with|on|in|via|through|for) (?:the |its |their )?(?:[a-z][\w-]+ )?$"
)
"""What stands before the medium that carried the words of somebody else: "In an interview with"."""

_OWNS = ("'s", "’s")
_HERS = ("a", "ine", "elle", "ette", "issa", "lyn", "ild", "hild", "trud", "wen", "beth")
_HIS = ("us", "o", "os", "ek", "ik", "av", "ov", "ric", "ard", "ert", "olf", "mund", "ij")
_HIS_IN_A = frozenset(
    "luca ilya nikita joshua mustafa musa issa isa andrea mika elia noa ezra yahya zakaria taha "
    "hamza mulla sasha misha kolya vanya dima seryozha costa nicola borja garcia shota kosta "
    "abdulla attila gyula béla bela géza geza".split()
)
"""Given names in -a that men have."""

_PLURAL_KINDS = frozenset({"group", "armed_group", "armed_force", "organisation", "government"})


def pronoun(scene: Scene, word: Token, speaking: bool) -> Resolution:
    """Who he, she, it or they is: in a source, who spoke last; else who was named first.

    The sentence of the pronoun and the one before are looked at, and only actors of its number and
    gender count. ``they`` stays unresolved where more than one agrees.
    """
    gender = PRONOUNS[word.fold]
    if gender == "p" and _IN_PLACE.search(scene.text, max(0, word.start - _LEAD), word.start):
        return unresolved(f"{word.fold}: people of a place")
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
    """Who spoke, or was the one that a sentence is about, last before ``at``."""
    reach = PERSONAL_REACH if gender in "mf" else IMPERSONAL_REACH
    spoken = scene.heard(at)
    start, actor = next(spoken, (-1, ""))
    for low, high in _sentences_back(scene, at, reach):
        while start >= low:
            bare = scene.registry.kind(actor) == "unknown"  # "Arn said": more likely somebody
            personal = gender in "mf" and (bare or (start, actor) in scene.unnamed)
            if personal or _kind_agrees(scene, actor, gender):
                return actor
            start, actor = next(spoken, (-1, ""))
        if gender != "p" and (topic := _topic(scene, low, high, gender)) is not None:
            return topic
    return None


def _sentences_back(scene: Scene, at: int, reach: int) -> Iterator[tuple[int, int]]:
    """The sentences that begin before ``at`` and within ``reach``, the latest first."""
    for index in range(bisect_right(scene.sentence_starts, at) - 1, -1, -1):
        low, high = scene.sentences[index]
        if high < at - reach:
            return
        yield max(low, at - reach), min(high, at)


def _topic(scene: Scene, low: int, high: int, gender: str) -> str | None:
    """Whom the sentence begins with, where that is outside quotations and agrees."""
    noun = subject_noun(scene, low, high)
    if noun is not None and _kind_agrees(scene, noun, gender):
        return None if _quoted(scene.text, low) else noun
    index = bisect_left(scene.starts, low)
    while index < len(scene.mentions) and scene.mentions[index].form == "adjective":
        index += 1
    if index == len(scene.mentions):
        return None
    mention = scene.mentions[index]
    lead = scene.text[low : mention.start]
    if mention.end > high or len(lead) > _LEAD or not _BEFORE_TOPIC.fullmatch(lead):
        return None
    if _GIVEN_TO.search(lead):
        return None
    if not _agrees(scene, mention, gender) or scene.text[mention.end : mention.end + 2] in _OWNS:
        return None
    return None if _quoted(scene.text, low) else mention.actor


def _quoted(text: str, at: int) -> bool:
    """Whether a quotation that began in the same line is still open at ``at``."""
    line = text[max(text.rfind("\n", 0, at) + 1, at - PERSONAL_REACH) : at]
    return line.count("“") + line.count("«") > line.count("”") + line.count("»") or (
        line.count('"') % 2 == 1
    )


def _agrees(scene: Scene, mention: Found, gender: str) -> bool:
    return mention.form != "adjective" and _kind_agrees(scene, mention.actor, gender)


def _kind_agrees(scene: Scene, actor: str, gender: str) -> bool:
    kind = scene.registry.kind(actor)
    if gender in "mf":
        return kind == "person" and _gender(scene, actor) in ("", gender)
    if gender == "p":
        return kind in _PLURAL_KINDS
    return kind not in {"person", "group"}


def _by_ending(name: str) -> str:
    """The gender that a given name's ending makes likely, for names that no table holds."""
    if name.endswith(_HIS) or name in _HIS_IN_A:
        return "m"
    return "f" if name.endswith(_HERS) else ""


def _gender(scene: Scene, actor: str) -> str:
    """A person's gender as a role tells it, else a given name, else the noun for somebody unnamed.

    Empty where nothing tells it.
    """
    person = scene.people.get(actor)
    if person is not None and person.gender:
        return person.gender
    words = scene.name(actor).casefold().split()
    genders = scene.registry.knowledge.genders
    if person is not None:
        return genders.get(words[0]) or _by_ending(words[0]) if len(words) > 1 else ""
    return next((genders[word] for word in words if word in genders), "")
