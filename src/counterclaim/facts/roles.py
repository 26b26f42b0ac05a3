"""Who did it and to whom: the phrases beside a trigger that hold its actor and its recipient."""

from counterclaim.facts.chunks import INNER, chunk_after, chunk_before
from counterclaim.facts.tokens import Sentence
from counterclaim.facts.triggers import Trigger

__all__ = ["Chunk", "roles"]

Chunk = tuple[int, int]
"""First and last token of a phrase."""

_AUXILIARIES = frozenset(
    """
        was were is are be been being have has had having will would can could may might must
        shall should did does do to not n't also then just already never again reportedly
        allegedly apparently mistakenly accidentally deliberately intentionally repeatedly later
        still knowingly inadvertently directly tried trying attempted sought wanted began started
        continued managed vowed threatened promised pledged
    """.split()
)
_AGAINST = frozenset("on against at upon targeting hitting striking targeted of".split())
# "accuse X of Y": Y is what was done, not to whom.
_OF_THE_DEED = frozenset({"ACCUSE", "REQUEST"})
_AIMED = frozenset("on at against upon".split())
_TIME_HEADS = frozenset(
    """
        monday tuesday wednesday thursday friday saturday sunday january february march april
        may june july august september october november december night morning evening afternoon
        day week month year time same moment noon midnight dawn dusk weekend
    """.split()
)
_CARRIERS = frozenset(
    """
        carried claimed attributed launched conducted performed staged mounted made led perpetrated
        committed ordered executed undertaken blamed done expressed voiced offered issued
    """.split()
)
_NOBODY = frozenset(["no", "nobody", "none", "neither"])
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
_RELATIVES = frozenset({"that", "which", "who"})
# Behind these "who" asks ("could not verify who opened fire").
_ASKING = frozenset(
    """verify know knows knew say says said tell establish determine clear unclear identify see
    confirm ask asked asking wonder show shows of on""".split()
)
_PARTICLES = frozenset(["up", "down", "dead"])
_BLAMING = frozenset(
    """
        blame blames blamed blaming accuse accuses accused accusing suspect suspects suspected
        suspecting
    """.split()
)
_ANSWERABLE = frozenset("responsible blame culpable guilty".split())
_FOR = frozenset(["for", "of", "over", "in"])
_DENYING = frozenset("not n't never no nor neither deny denies denied denying nobody".split())
_BE = frozenset("was were is are be been being".split())
_REACH = 12
_NO_RECIPIENT = frozenset("ground scene way spot side sides other others night".split())
_COMPOUND_BREAKS = frozenset(
    {"deadly", "new", "second", "first", "latest", "last", "fresh", "fatal"}
)


def roles(sentence: Sentence, trigger: Trigger) -> tuple[Chunk | None, Chunk | None]:
    """The phrases of the actor and of the recipient of the event at ``trigger``.

    Nobody is no actor ("no group has claimed the attack").
    """
    actor, recipient = _roles(sentence, trigger)
    return None if actor is not None and _nobody(sentence, actor) else actor, recipient


def _nobody(sentence: Sentence, chunk: Chunk) -> bool:
    return sentence.low(chunk[0]) in _NOBODY and sentence.low(chunk[0] + 1) != "of"


def _roles(sentence: Sentence, trigger: Trigger) -> tuple[Chunk | None, Chunk | None]:
    if not trigger.verb:
        return _noun_actor(sentence, trigger), _noun_recipient(sentence, trigger)
    if trigger.passive:
        return by_phrase(sentence, trigger.last + 1), subject(sentence, trigger.first)
    following = trigger.last + 1
    aimed = sentence.low(following) in _AIMED and sentence.low(trigger.last) not in _PARTICLES
    if aimed and sentence.low(following + 1) not in ("least", "most"):
        following += 1
    inner = frozenset[str]() if trigger.event in _OF_THE_DEED else INNER
    return subject(sentence, trigger.first), chunk_after(sentence, following, inner=inner)


def subject(sentence: Sentence, index: int) -> Chunk | None:
    """The subject of the verb at ``index``."""
    at = index - 1
    while at >= 0 and (sentence.low(at) in _AUXILIARIES or sentence.low(at).endswith("ly")):
        at -= 1
    while at >= 0 and sentence.low(at) in ("from", "of", "in") and index - at < 4:
        at -= 1
    if sentence.low(at) == "who" and sentence.low(at - 1) in _ASKING:
        return None
    if at >= 0 and sentence.low(at) in _RELATIVES:
        at -= 1 + (sentence.low(at - 1) == ",")
    if at >= 0 and sentence.low(at) in (",", "and"):
        return _subject_of_list(sentence, at)
    if at >= 0 and sentence.low(at) in ("it", "they", "he", "she", "we", "i"):
        return at, at
    chunk = _main_clause(sentence, at)
    return None if chunk is None or _temporal(sentence, chunk) else chunk


def _main_clause(sentence: Sentence, at: int) -> Chunk | None:
    """The phrase that ends at ``at``, or the one that a prepositional phrase there belongs to."""
    chunk = chunk_before(sentence, at) if at >= 0 else None
    if chunk is None:
        return None
    before = chunk[0] - 1
    if before > 0 and sentence.low(before) in ("in", "from", "on", "at", "near", "of", "with"):
        return chunk_before(sentence, before - 1) or chunk
    return chunk


def _subject_of_list(sentence: Sentence, at: int) -> Chunk | None:
    """The subject of a later verb of a list: the one of the first verb ("struck A, killing B")."""
    for index in range(at - 1, max(at - 2 * _REACH, -1), -1):
        if sentence.low(index) in (";", ":", '"', "“", "”"):
            return None
        if _finite(sentence, index):
            return subject(sentence, index)
    return None


def _finite(sentence: Sentence, index: int) -> bool:
    """Whether a verb in the past stands at ``index``, by its form and what is before it."""
    word = sentence.low(index)
    known = ("struck", "hit", "took", "came", "left", "shot", "was", "were", "has", "have", "had")
    if word in known:
        return True
    return word.endswith("ed") and sentence.low(index - 1) not in ("the", "a", "by", "of", "-")


def _carried(sentence: Sentence, index: int) -> bool:
    """Whether the participle before "by" says who carried it out, not who judged or used it."""
    return sentence.low(index) in _CARRIERS or index == 0


def by_phrase(sentence: Sentence, index: int, *, noun: bool = False) -> Chunk | None:
    """The agent behind "by" within a few words of ``index``.

    Behind a ``noun`` only verbs of carrying out count: "the raid condemned by X" is not X's.
    """
    for at in range(index, min(index + _REACH, len(sentence.tokens))):
        word = sentence.low(at)
        if word in (".", ";", ":", ",", "”", '"', "but", "which", "that"):
            return None
        if word == "by" or (
            word in ("on", "to") and sentence.low(at - 1) in ("blamed", "attributed")
        ):
            if noun and sentence.low(at - 1).endswith("ed") and not _carried(sentence, at - 1):
                return None
            chunk = chunk_after(sentence, at + 1)
            gerund = sentence.low(at + 1).endswith("ing")
            if chunk is not None and not gerund and not _temporal(sentence, chunk):
                return chunk
    return None


def _temporal(sentence: Sentence, chunk: Chunk) -> bool:
    return sentence.low(chunk[1]) in _TIME_HEADS or (
        sentence.tokens[chunk[0]].text[0].isdigit() and (chunk[0] == chunk[1])
    )


def _noun_actor(sentence: Sentence, trigger: Trigger) -> Chunk | None:
    """The actor of "a coalition airstrike", "the army's raid", "raid by X", "X carried out a"."""
    laid = _attributed(sentence, trigger)
    if laid is not None:
        return laid
    agent = by_phrase(sentence, trigger.last + 1, noun=True)
    if agent is None and _deed_of(sentence, trigger):
        agent = chunk_after(sentence, trigger.last + 2)
    if agent is not None:
        return agent
    compound = chunk_before(sentence, trigger.first - 1)
    if compound is not None:
        first, last = compound
        inner = [at for at in range(first, last) if sentence.low(at) in INNER]
        if _told_by_verb(sentence, first, last):
            return _carrier(sentence, trigger)
        first = inner[-1] + 1 if inner else first
        while first <= last and (
            sentence.low(first) in _OPENERS or sentence.low(first) in _COMPOUND_BREAKS
        ):
            first += 1
        if first <= last and any(sentence.tokens[at].word for at in range(first, last + 1)):
            return first, last
    return _answerable(sentence, trigger) or _carrier(sentence, trigger)


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
    for to in range(behind, min(behind + _REACH, len(sentence.tokens))):
        if sentence.low(to) in (".", ";", ":"):
            return None
        if sentence.low(to) in ("to", "on"):
            return chunk_after(sentence, to + 1)
    return None


def _told_by_verb(sentence: Sentence, first: int, last: int) -> bool:
    """Whether a verb stands right before the noun ("Ordan voiced regret"), not an adjective."""
    return (
        last > first and sentence.low(last) in _CARRIERS and sentence.low(last - 1) not in _OPENERS
    )


def _deed_of(sentence: Sentence, trigger: Trigger) -> bool:
    """Whether "of" names who did it ("a strike of the coalition"), not to whom."""
    return sentence.low(trigger.last) in _DEEDS and sentence.low(trigger.last + 1) == "of"


def _carrier(sentence: Sentence, trigger: Trigger) -> Chunk | None:
    """The subject of "carried out", "launched" and the like before the trigger."""
    for at in range(trigger.first - 1, max(trigger.first - 7, -1), -1):
        if sentence.low(at) in _ATTRIBUTING:
            return None
        if sentence.low(at) in _CARRIERS and sentence.low(at - 1) not in ("was", "were"):
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


def _noun_recipient(sentence: Sentence, trigger: Trigger) -> Chunk | None:
    """The recipient of "strike on X", "attack against X"."""
    at = trigger.last + 1
    if sentence.low(at) in ("carried", "conducted", "launched"):
        at += 2
    if sentence.low(at) in _AGAINST and not _deed_of(sentence, trigger):
        chunk = chunk_after(sentence, at + 1)
        if chunk is not None and not _temporal(sentence, chunk):
            return None if sentence.low(chunk[1]) in _NO_RECIPIENT else chunk
    return None
