"""Who did a deed that a noun names, and to whom: "the army's raid on Lorne", "behind the blast"."""

from counterclaim.facts.chunks import INNER, chunk_after, chunk_before
from counterclaim.facts.no_deeds import is_number
from counterclaim.facts.subjects import CARRIED, REACH, Chunk, by_phrase, is_temporal, subject
from counterclaim.facts.tokens import Sentence
from counterclaim.facts.triggers import Trigger

__all__ = ["noun_actor", "noun_recipient"]

_AGAINST = frozenset("on against at upon targeting hitting striking targeted of".split())
_ATTRIBUTING = frozenset(
    """attribute attributed attributes attributing ascribed ascribes pinned blame blamed blames
    blaming""".split()
)
_ASIDE = frozenset(
    "after before following since during despite amid because when while until".split()
)
"""Words behind which a deed is another than the one that the verb before them tells."""
_TAKEN = frozenset("claimed claims took taken takes assumed accepted admitted".split())
_CLAIMED = frozenset(["responsibility", "credit"])
_DEEDS = frozenset(
    "strike strikes attack attacks raid raids airstrike airstrikes assault offensive".split()
)
_OPENERS = frozenset("the a an this that its their his her".split())
_BLAMING = frozenset(
    """
        blame blames blamed blaming accuse accuses accused accusing suspect suspects suspected
        suspecting
    """.split()
)
_ANSWERABLE = frozenset("responsible blame culpable guilty".split())
_FOR = frozenset(["for", "of", "over", "in"])
_DENYING = frozenset("not n't never no nor neither deny denies denied denying nobody".split())
_GO = frozenset("go goes going gone went".split())
_BE = frozenset("was were is are be been being".split())
_NO_RECIPIENT = frozenset("ground scene way spot side sides other others night".split())
_USED = frozenset("used uses using fired fires firing".split())
"""What is done with tear gas and shots."""

_COME = frozenset("came come comes coming".split())
_SPANS = frozenset("war conflict uprising revolution campaign decade century kind type".split())
_COMPOUND_BREAKS = frozenset(
    {"deadly", "new", "second", "first", "latest", "last", "fresh", "fatal"}
)


def noun_actor(sentence: Sentence, trigger: Trigger) -> Chunk | None:
    """The actor of "a coalition airstrike", "the army's raid", "raid by X", "X carried out a"."""
    if sentence.low(trigger.first) == "on":
        return subject(sentence, trigger.first - (sentence.low(trigger.first - 1) in _GO))
    laid = _attributed(sentence, trigger) or _first_of_two(sentence, trigger)
    if laid is not None:
        return laid
    agent = by_phrase(sentence, trigger.last + 1, noun=True)
    if agent is None and _deed_of(sentence, trigger):
        agent = chunk_after(sentence, trigger.last + 2)
        if agent is not None and _of_time(sentence, agent):
            agent = None
    if agent is not None:
        return agent
    compound = chunk_before(sentence, trigger.first - 1)
    if compound is not None and sentence.low(compound[0] - 1) not in ("-", "‑"):
        first, last = compound
        inner = [at for at in range(first, last) if sentence.low(at) in INNER]
        if _told_by_verb(sentence, first, last):
            return _carrier(sentence, trigger)
        first = inner[-1] + 1 if inner else first
        while first <= last and (
            sentence.low(first) in _OPENERS | _COMPOUND_BREAKS or is_number(sentence.low(first))
        ):
            first += 1
        if first <= last and any(sentence.tokens[at].word for at in range(first, last + 1)):
            return first, last
    return _answerable(sentence, trigger) or _carrier(sentence, trigger)


def _of_time(sentence: Sentence, chunk: Chunk) -> bool:
    """Whether a phrase names a day or a war: "the strike of 21 March", "attack of the war"."""
    first, last = sentence.low(chunk[0]), sentence.low(chunk[1])
    return first.isdigit() or last in _SPANS or is_temporal(sentence, chunk)


def _first_of_two(sentence: Sentence, trigger: Trigger) -> Chunk | None:
    """The first side of "clashes (broke out) between A and B"."""
    at = _between(sentence, trigger)
    return chunk_after(sentence, at + 1) if at is not None else None


def _between(sentence: Sentence, trigger: Trigger) -> int | None:
    """Where "between" stands soon behind a noun."""
    behind = range(trigger.last + 1, trigger.last + 4)
    return next((at for at in behind if sentence.low(at) == "between"), None)


def _attributed(sentence: Sentence, trigger: Trigger) -> Chunk | None:
    """The actor of "attributed the raid to X": not who attributes it.

    And of "the raid, claimed by X, …".
    """
    behind = trigger.last + 1
    if sentence.low(behind) == "," and sentence.low(behind + 1) in ("claimed", "blamed"):
        tied = sentence.low(behind + 2) == ("by" if sentence.low(behind + 1) == "claimed" else "on")
        return chunk_after(sentence, behind + 3) if tied else None
    at = trigger.first - 1
    while trigger.first - at < 4 and (
        sentence.low(at) in _OPENERS or sentence.low(at) in _COMPOUND_BREAKS
    ):
        at -= 1
    if sentence.low(at) not in _ATTRIBUTING or sentence.low(at - 1) in _BE:
        return None
    if any(sentence.low(before) in _DENYING for before in range(at - 5, at)):
        return None
    for to in range(behind, min(behind + REACH, len(sentence.tokens))):
        if sentence.low(to) in (".", ";", ":"):
            return None
        if sentence.low(to) in ("to", "on"):
            return chunk_after(sentence, to + 1)
    return None


def _told_by_verb(sentence: Sentence, first: int, last: int) -> bool:
    """Whether a verb stands right before the noun ("Ordan voiced regret"), not an adjective."""
    return last > first and sentence.low(last) in CARRIED and sentence.low(last - 1) not in _OPENERS


def _deed_of(sentence: Sentence, trigger: Trigger) -> bool:
    """Whether "of" names who did it ("a strike of the coalition"), not to whom."""
    return sentence.low(trigger.last) in _DEEDS and sentence.low(trigger.last + 1) == "of"


def _carrier(sentence: Sentence, trigger: Trigger) -> Chunk | None:
    """The subject of "carried out", "launched" and the like before the trigger."""
    for at in range(trigger.first - 1, max(trigger.first - 7, -1), -1):
        if sentence.low(at) in _ATTRIBUTING:
            return None
        carried = sentence.low(at) in CARRIED or sentence.low(at) in _USED
        if carried and sentence.low(at - 1) not in ("was", "were"):
            return subject(sentence, at)
        if sentence.low(at) in (",", ";", ".", ":") or sentence.low(at) in _ASIDE:
            return None
    return None


def _answerable(sentence: Sentence, trigger: Trigger) -> Chunk | None:
    """The actor of "blamed X for the attack", "X was behind the blast", "X, suspected of the raid".

    Who says so is the statement's affair; what is denied is nobody's.
    """
    at = trigger.first - 1
    while trigger.first - at < 4 and (
        sentence.low(at) in _OPENERS or sentence.low(at) in _COMPOUND_BREAKS
    ):
        at -= 1
    if any(sentence.low(before) in _DENYING for before in range(at - 5, at)):
        return None
    if sentence.low(at) == "behind":
        return subject(sentence, at) if sentence.low(at - 1) in _BE else None
    if sentence.low(at) not in _FOR:
        return None
    before = sentence.low(at - 1)
    if before in _CLAIMED and sentence.low(at - 2) in _TAKEN:
        return subject(sentence, at - 2)
    if before in _ANSWERABLE or (before in _BLAMING and sentence.low(at - 2) in _BE):
        return subject(sentence, at - 1)
    blamed = chunk_before(sentence, at - 1)
    return blamed if blamed is not None and sentence.low(blamed[0] - 1) in _BLAMING else None


def _reach(trigger: Trigger) -> range:
    """Tokens before a noun within which "under" stands: "came under heavy mortar fire"."""
    return range(trigger.first - 1, max(trigger.first - 4, 0), -1)


def noun_recipient(sentence: Sentence, trigger: Trigger) -> Chunk | None:
    """The recipient of "strike on X", "attack against X", "X came under fire"."""
    under = next((at for at in _reach(trigger) if sentence.low(at) == "under"), None)
    if under is not None and sentence.low(under - 1) in _COME:
        return subject(sentence, under - 1)
    both = _between(sentence, trigger)
    first = chunk_after(sentence, both + 1) if both is not None else None
    if first is not None:
        joined = sentence.low(first[1] + 1) == "and"
        return chunk_after(sentence, first[1] + 2) if joined else None
    at = trigger.last + 1
    if sentence.low(at) in ("carried", "conducted", "launched"):
        at += 2
    beside = chunk_after(sentence, at + 1) if sentence.low(at) == "and" else None
    if beside is not None and sentence.low(trigger.first - 1) in _USED:
        at = beside[1] + 1  # "used tear gas and batons against"
    if sentence.low(at) in _AGAINST and not _deed_of(sentence, trigger):
        chunk = chunk_after(sentence, at + 1)
        if chunk is not None and not is_temporal(sentence, chunk):
            return None if sentence.low(chunk[1]) in _NO_RECIPIENT else chunk
    return None
