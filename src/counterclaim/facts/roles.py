"""Who did it and to whom: the phrases beside a trigger that hold its actor and its recipient."""

from counterclaim.facts.bursts import LANDING
from counterclaim.facts.chunks import INNER, chunk_after
from counterclaim.facts.coordination import with_more, with_others
from counterclaim.facts.falling import FALLING, HOLDING, captor_at, held_at
from counterclaim.facts.mines import ran_into
from counterclaim.facts.no_deeds import OWNING
from counterclaim.facts.noun_roles import noun_actor, noun_recipient
from counterclaim.facts.subjects import Chunk, by_phrase, subject
from counterclaim.facts.tokens import Sentence
from counterclaim.facts.trigger_words import nouns
from counterclaim.facts.triggers import Trigger

__all__ = ["roles"]

# "accuse X of Y": Y is what was done, not to whom.
_OF_THE_DEED = frozenset({"ACCUSE", "REQUEST"})
_AIMED = frozenset("on at against upon".split())
_ONTO = _AIMED | {"to", "into", "towards", "toward", "over"}
"""Before whom things are fired, thrown or brought at or to."""
_THROWN = frozenset(
    "thrown hurled tossed lobbed fired launched dropped aimed planted laid hidden".split()
)
_NO_OBJECT = frozenset({"first", "back", "again", "dead", "twice"})
"""Behind a verb, words that begin nobody's name: "police shot first"."""

_FLYING = frozenset(
    "bullet bullets gunfire shot shots shrapnel incident incidents crime crimes case".split()
)
_NOBODY = frozenset(["no", "nobody", "none", "neither"])
_PARTICLES = frozenset(["up", "down", "dead"])


def roles(sentence: Sentence, trigger: Trigger) -> tuple[Chunk | None, Chunk | None]:
    """The phrases of the actor and of the recipient of the event at ``trigger``.

    Nobody is no actor ("no group has claimed the attack").
    """
    actor, recipient = _roles(sentence, trigger)
    if recipient is not None and _no_target(sentence, recipient):
        recipient = None
    flew = actor is not None and sentence.low(actor[1]) in _FLYING
    nobody = actor is not None and _nobody(sentence, actor)
    return None if flew or nobody else actor, recipient


def _no_target(sentence: Sentence, chunk: Chunk) -> bool:
    """Whether a phrase is a deed or what flies about, to which nothing is done."""
    head = sentence.low(chunk[1])
    row = nouns().get(head)
    return head in _FLYING or (row is not None and row.event == "ASSAULT")


def _nobody(sentence: Sentence, chunk: Chunk) -> bool:
    return sentence.low(chunk[0]) in _NOBODY and sentence.low(chunk[0] + 1) != "of"


def _roles(sentence: Sentence, trigger: Trigger) -> tuple[Chunk | None, Chunk | None]:
    if not trigger.verb:
        return noun_actor(sentence, trigger), noun_recipient(sentence, trigger)
    following = trigger.last + 1
    if trigger.event == "ASSAULT" and sentence.low(trigger.first) in LANDING:
        return subject(sentence, trigger.first), _landed_on(sentence, following)
    if sentence.low(trigger.first) in FALLING:
        return _captured(sentence, trigger.first)
    if sentence.low(trigger.first) in HOLDING:
        return None, held_at(sentence, trigger.first)
    if trigger.passive:
        return by_phrase(sentence, following), _sufferer(sentence, trigger)
    met = ran_into(sentence, trigger.first, trigger.last)
    if met is not None:
        return met
    aimed = sentence.low(following) in (_AIMED if trigger.first == trigger.last else _ONTO)
    aimed = aimed and sentence.low(trigger.last) not in _PARTICLES
    if aimed and sentence.low(following + 1) not in ("least", "most"):
        following += 1
    following += sentence.low(following) == "up" and trigger.event == "ASSAULT"
    inner = frozenset[str]() if trigger.event in _OF_THE_DEED else INNER
    doer = _doer(sentence, trigger.first)
    if sentence.low(following) in _NO_OBJECT:
        return doer, None
    found = chunk_after(sentence, following, inner=inner)
    return doer, with_more(sentence, found) if found is not None else None


def _doer(sentence: Sentence, index: int) -> Chunk | None:
    """The subject of a verb; that of "denied" in "denied bombing the convoy"."""
    owned = sentence.low(index).endswith("ing") and sentence.low(index - 1) in OWNING
    return subject(sentence, index - owned)


def _landed_on(sentence: Sentence, index: int) -> Chunk | None:
    """What shells fell on: "landed on a school", "in the market", but no town ("in Kesh")."""
    within = sentence.low(index) == "in" and sentence.low(index + 1) in ("the", "a", "an")
    if sentence.low(index) in ("on", "onto", "into", "through") or within:
        return chunk_after(sentence, index + 1)
    return None


def _captured(sentence: Sentence, index: int) -> tuple[Chunk | None, Chunk | None]:
    """Who took a place that fell or was lost, where it is said, and the place."""
    if sentence.low(index).startswith("los"):
        after = index + 1
        while sentence.low(after) in ("of", "control"):
            after += 1
        return None, chunk_after(sentence, after)
    at = captor_at(sentence, index)
    return (chunk_after(sentence, at) if at is not None else None), subject(sentence, index)


def _sufferer(sentence: Sentence, trigger: Trigger) -> Chunk | None:
    """Whom a passive befalls: its subject, or at whom that was thrown."""
    if sentence.low(trigger.first) in _THROWN:
        for at in (trigger.last, trigger.last + 1):
            if sentence.low(at) in _ONTO:
                return chunk_after(sentence, at + 1)
        if sentence.low(trigger.first) != "aimed":
            return None  # "three rockets were fired"
    found = subject(sentence, trigger.first)
    return with_others(sentence, found, trigger.first) if found is not None else None
