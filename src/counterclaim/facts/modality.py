"""Whether a clause says that something happened, did not, may have, would, or is only alleged.

Three places are read, the nearest first: the phrase or verb group of the act itself, what governs
it further left in its clause, and for a noun what is said of it to its right.
"""

from collections.abc import Callable, Sequence

from counterclaim.facts.modality_words import (
    ADVERBS,
    AUXILIARIES,
    CLAUSES,
    COMPLETED,
    DEFINITE,
    GOVERNORS,
    INVERTED,
    MODALS,
    NEGATIONS,
    NOT_NEGATING,
    ORDERED,
    PHRASE,
    PLANS,
    PREPOSED,
    RULED_OUT,
    SCHEDULED,
    TOLD_TO,
    WANTED,
    YES_OR_NO,
    only_named,
)
from counterclaim.facts.tokens import Sentence
from counterclaim.records import Modality

__all__ = ["Floor", "clause_start", "modality_at", "whole_sentence"]

Floor = Callable[[int], int]
"""For a token's index, the index of the first token of the statement that it stands in."""

_WINDOW = 14
_BREAKS = frozenset({",", ";", ":", "—", "–", "(", ")"})
FINITE = frozenset("was were is are has had did does do to".split()) | frozenset(MODALS)
"""Auxiliaries with which a verb needs no other."""
_PREDICATING = frozenset("is was are were be been remains remain remained still as".split())
_QUOTES = frozenset("\"“”‘’'„«»")
_ORDER: tuple[Modality, ...] = ("hypothetical", "denied", "future", "alleged")
"""A conditional weighs more than a negation, that more than a future, that more than doubt."""


def whole_sentence(_: int) -> int:
    """The floor where no statement is known."""
    return 0


def clause_start(sentence: Sentence, index: int, floor: int = 0) -> int:
    """Index of the first token, from ``floor`` on, of the clause that ``index`` stands in."""
    first = max(index - _WINDOW, floor, 0)
    for at in range(index - 1, first - 1, -1):
        token = sentence.tokens[at]
        if token.low in _BREAKS or token.low in CLAUSES:
            return at + 1
    return first


def modality_at(sentence: Sentence, index: int, *, verb: bool = True, floor: int = 0) -> Modality:
    """How the clause puts the event or intent named at token ``index``.

    Words before token ``floor`` do not count: "accused" and "denied" in the words that cite a
    statement are its force, not doubt about what it says.
    """
    start = clause_start(sentence, index, floor)
    read = _verb if verb else _noun
    return read(sentence, index, start, floor)


def _verb(sentence: Sentence, index: int, start: int, floor: int) -> Modality:
    """The modality of an act that a verb names."""
    edge = _group_start(sentence, index, start)
    group = _words(sentence, edge, index)
    if not FINITE & set(group) and sentence.low(edge - 1) == "or":
        # "may have struck a mine or been struck": the auxiliaries of the first verb hold on.
        shared = [word for word in _words(sentence, start, edge) if word in MODALS]
        group = [*shared[-1:], *group]
    found: list[Modality] = [own] if (own := _of_group(sentence, edge, index, group)) else []
    if _supposed(sentence, index, start, floor):
        found.append("hypothetical")
    if not group and _describes(sentence, index):
        return _weightiest(found)
    governed = group[:1] == ["to"] or sentence.low(index).endswith("ing") or "having" in group
    found += _governing(sentence, start, edge, infinite=governed)
    if group[:1] == ["to"] and not found and "have" not in group:
        found += [] if COMPLETED & set(_words(sentence, start, edge)) else ["future"]
    return _weightiest(found)


def _describes(sentence: Sentence, index: int) -> bool:
    """Whether a bare participle belongs to a noun: "the bombed port", "crowds protesting"."""
    word, before = sentence.low(index), sentence.low(index - 1)
    if word.endswith("ing"):
        return before not in GOVERNORS and before not in PREPOSED and before not in NEGATIONS
    attributive = before in DEFINITE or before in ("at", "in", "of", "from", "near", "a", "an")
    return attributive and word.endswith("ed")


def _noun(sentence: Sentence, index: int, start: int, floor: int) -> Modality:
    """The modality of an act that a noun names."""
    first = _phrase_start(sentence, index, start)
    if sentence.low(first) == "any":
        governing = _governing(sentence, start, first, infinite=True)
        return "denied" if "denied" in governing else "hypothetical"
    own = [PHRASE[word] for word in _words(sentence, first, index) if word in PHRASE]
    if own:
        return _weightiest(own)
    definite = sentence.low(first) in DEFINITE or sentence.low(first).endswith(("'s", "’s", "s'"))
    after = _said_of(sentence, index, definite)
    if after:
        return after
    if definite:
        return _weightiest(_wanted(sentence, start, first))
    found: list[Modality] = ["hypothetical"] if _supposed(sentence, index, start, floor) else []
    found += _governing(sentence, start, first, infinite=True)
    before = _words(sentence, start, first)
    told: list[Modality] = [MODALS[word] for word in before if word in MODALS]
    impossible = {"cannot", "can't", "can’t"} & set(before) and "have" in before
    found += [] if impossible else ["hypothetical"] if told and "have" in before else told
    if NEGATIONS & {sentence.low(first)} and not _excused(sentence, first):
        found.append("denied")
    return _weightiest(found)


def _weightiest(found: Sequence[Modality]) -> Modality:
    return next((modality for modality in _ORDER if modality in found), "happened")


def _words(sentence: Sentence, start: int, end: int) -> list[str]:
    """Words of a stretch in lower case; the month of May is no auxiliary."""
    tokens = sentence.tokens[start:end]
    return ["" if at and one.text == "May" else one.low for at, one in enumerate(tokens, start)]


def _group_start(sentence: Sentence, index: int, start: int) -> int:
    """The first token of the verb group that ends at ``index``."""
    at = index
    while at > start and _auxiliary(sentence.low(at - 1)):
        at -= 1
    return at


def _auxiliary(word: str) -> bool:
    return (
        word in AUXILIARIES
        or word in MODALS
        or word.endswith(("n't", "n’t"))
        or (word.endswith("ly") and len(word) > 4)
        or word in ADVERBS
    )


def _of_group(sentence: Sentence, edge: int, index: int, group: Sequence[str]) -> Modality | None:
    """What the auxiliaries and adverbs of the verb itself say."""
    words = set(group)
    negated = any(_negates(sentence, at) for at in range(edge, index))
    if "have" in words and words & {"should", "ought"}:
        # What should not have been done was done; what should have been was not.
        return None if negated else "hypothetical"
    if "have" in words and words & {"would", "must"}:
        return "hypothetical"
    if "have" in words and negated and any(word.startswith(("can", "could")) for word in words):
        return "denied"
    told: list[Modality] = [MODALS[word] for word in group if word in MODALS]
    told += [ADVERBS[word] for word in group if word in ADVERBS]
    told += ["hypothetical" for word in group if word.startswith(("could", "might"))]
    if negated:
        told.append("denied")
    if group[-2:] == ["to", "be"] or group[-1:] == ["to"]:
        told += ["future"] if {"is", "are", "was", "were"} & set(group[:-1]) else []
    return _weightiest(told) if told else None


def _governing(sentence: Sentence, start: int, edge: int, *, infinite: bool) -> list[Modality]:
    """What words further left in the clause say of an act whose own words begin at ``edge``.

    A finite verb is not made future by a plan before it, nor are strikes by whoever ordered them.
    """
    words = _words(sentence, start, edge)
    found: list[Modality] = []
    for at, word in enumerate(words, start):
        because = word == "due" and at + 2 == edge  # "due to an attack"
        unknown = word == "unknown" and sentence.low(at - 1) not in _PREDICATING
        if because or unknown or only_named(word, words[at - start + 1 :], infinite=infinite):
            continue  # "unknown gunmen" did it for sure, and "a suspect was arrested"
        modality = GOVERNORS.get(word)
        if infinite and word in TOLD_TO and sentence.low(edge) == "to":
            found.append("future")
        done = word in ORDERED and at == edge - 1 and sentence.low(edge) != "to"
        if modality and (infinite or modality != "future") and not done:
            negated = at > start and _negates(sentence, at - 1)
            if word in RULED_OUT:
                found.append("hypothetical" if negated else "denied")
            elif not negated or modality == "hypothetical":
                found.append(modality)
    clause = max((at for at, word in enumerate(words, start) if word == "that"), default=start - 1)
    if any(_negates(sentence, at) for at in range(clause + 1, edge)):
        open_still = "hypothetical" in found or not PLANS.isdisjoint(words)
        found.append("hypothetical" if open_still else "denied")
    return found + [ADVERBS[word] for word in words if word in ADVERBS and word not in GOVERNORS]


def _wanted(sentence: Sentence, start: int, first: int) -> list[Modality]:
    """What governs a noun with an article directly: "ordered the arrest", "denied the raid"."""
    at = first - 1
    while at > start and sentence.low(at) in PREPOSED:
        at -= 1
    modality = GOVERNORS.get(word := sentence.low(at) if at >= start else "")
    return [modality] if modality and (word in WANTED or modality == "alleged") else []


def _negates(sentence: Sentence, at: int) -> bool:
    word = sentence.low(at)
    return word.endswith(("n't", "n’t")) or (word in NEGATIONS and not _excused(sentence, at))


def _excused(sentence: Sentence, at: int) -> bool:
    return sentence.low(at + 1) in NOT_NEGATING.get(sentence.low(at), ())


def _phrase_start(sentence: Sentence, index: int, start: int) -> int:
    """The first token of the noun phrase whose head is at ``index``: its article, if it has one."""
    for at in range(index - 1, max(start, index - 5) - 1, -1):
        word = sentence.low(at)
        if word in DEFINITE or word in NEGATIONS or word in ("a", "an", "any", "another", "all"):
            return at
        ends = word in PREPOSED or word in GOVERNORS or _auxiliary(word)
        if (ends or not sentence.tokens[at].word) and word not in PHRASE:
            return at + 1
    return max(start, index - 1)


def _supposed(sentence: Sentence, index: int, start: int, floor: int) -> bool:
    """Whether the clause is a condition or a question that may be answered with no."""
    if _conditional(sentence, index, floor):
        return True
    first = floor
    while first < index and sentence.low(first) in _QUOTES:
        first += 1
    begins = sentence.low(first)
    ahead = index - first <= _WINDOW and start <= first
    if ahead and begins in INVERTED and sentence.tokens[first].capital:
        return True
    asked = any(token.low == "?" for token in sentence.tokens[-2:])
    return ahead and asked and begins in YES_OR_NO


def _said_of(sentence: Sentence, index: int, definite: bool) -> Modality | None:
    """What a verb to the right says of an act that a noun names: "… is imminent"."""
    words: list[str] = []
    for at in range(index + 1, min(index + 12, len(sentence.tokens))):
        word = sentence.low(at)
        if word in _BREAKS or word in CLAUSES or word in (".", "that"):
            break
        words.append(word)
    negated = any(word in NEGATIONS or word.endswith(("n't", "n’t")) for word in words)
    for word in words:
        modality = SCHEDULED.get(word)
        presupposed = definite and word in ("planned", "expected", "scheduled")
        if modality is None or presupposed or not _linked(words, word):
            continue
        if modality == "alleged":
            return "alleged" if negated or word == "unconfirmed" else None
        return modality
    if negated and {"happened", "happen", "occurred", "occur", "place"} & set(words):
        return "denied"
    if definite or not words:
        return None
    return _to_come(words)


def _linked(words: Sequence[str], word: str) -> bool:
    """Whether a form of "be" stands before ``word``, or it follows the noun at once."""
    before = words[: words.index(word)]
    return bool({"is", "are", "was", "were", "be", "been", "an"} & set(before)) or not before


def _to_come(words: Sequence[str]) -> Modality | None:
    """What a modal right of the phrase says of an act without an article."""
    for at, word in enumerate(words[:6]):
        if word in MODALS:
            return "hypothetical" if "have" in words[at : at + 3] else MODALS[word]
        if word in ("is", "are", "was", "were", "has", "had", "took", "began", "started"):
            return None
    return None


def _conditional(sentence: Sentence, index: int, floor: int) -> bool:
    """Whether a conjunction opens the clause group: "If A was struck by B, …"."""
    for at in range(index - 1, max(index - 2 * _WINDOW, floor - 1, -1), -1):
        if sentence.low(at) in (",", ";"):
            return False
        if sentence.low(at) in ("if", "whether", "unless"):
            return True
    return False
