"""People of whom it is said that they were shot or struck, and not what became of them.

"Four shot in Velmar", "gunmen shot three people": headlines and reports count the victims of an
attack before they tell the dead from the wounded. Read where nothing else in the sentence says
what befell the counted.
"""

from collections.abc import Sequence
from dataclasses import replace

from counterclaim.facts.harm_words import BE, GROUPS, group_of
from counterclaim.facts.phrases import Phrase
from counterclaim.facts.tokens import Sentence
from counterclaim.facts.victim_words import CONDITIONS
from counterclaim.records import Harm

__all__ = ["alone", "struck"]

Found = tuple[Harm, tuple[int, int]]

_STRUCK = frozenset({"shot", "stabbed"})
_SHOOTS = frozenset("shot shoot shoots shooting stabbed stabs stabbing".split())
_HITS = frozenset("hit hits hitting struck strikes striking".split())
_MISSILES = frozenset(
    "bullet bullets gunfire shrapnel shots rounds round pellets fragments debris arrow".split()
)
"""What hits people; "hit" alone is also said of prices and shores."""

_NO_NOUNS = _STRUCK | {"fatally"}
_CLAUSE = frozenset(["", *",;:.–—-|", "and", "with", "leaves", "leaving"])
"""What stands before a number that is all of its noun phrase."""

_FOLLOWING = frozenset(
    "in at on near outside inside during after and by when as while overnight early late over "
    "around along behind across from dead".split()
)
_TIMES = frozenset(
    "monday tuesday wednesday thursday friday saturday sunday multiple several twice "
    "repeatedly last this".split()
)
"""Words written with a capital in headlines that are nobody's name."""

_BESIDE = frozenset("were was are is been being both all also each have had has".split())
"""Words between the counted and what was done to them."""

_LISTED = frozenset({",", "and", "&"})
_OUTCOMES: dict[str, Harm] = {"killed": "killed", "wounded": "injured", "injured": "injured"}
_BE = frozenset("were was are is been being".split())
_CARRYING = frozenset({"carrying", "transporting", "ferrying", "taking", "bringing"})
_PAST_HITS = frozenset({"hit", "struck"})
_RECOVER = frozenset({"recovering", "recuperating"})
_IN_CARE = ("hospital", "hospitals", "surgery", "intensive")
_EXPECTED = ("expected", "likely", "going")
_SURVIVE = frozenset({"survive", "recover", "live"})
_FREE = frozenset({"fatally", "down", "dead"})
_OBJECTS = frozenset("a an the his her their its him them more over up about another".split())
_AT = frozenset("police officers officer deputies deputy troops soldiers him her them".split())
_REACH = 6
"""Tokens within which the verb follows its subject."""


def struck(sentence: Sentence, listed: Sequence[Phrase], place: int) -> Found | None:
    """What the words around phrase ``place`` say was done to the people it counts.

    ``casualties`` of those shot, ``injured`` of those who are in hospital or expected to live.
    """
    phrase = listed[place]
    if phrase.quantity.article and phrase.head is None:
        return None
    return _after(sentence, listed, place) or _before(sentence, phrase)


def alone(sentence: Sentence, phrase: Phrase) -> Phrase:
    """``phrase`` without "shot" where that is no noun: "four shot in Velmar", "two fatally"."""
    index = sentence.at(phrase.quantity.end)
    if phrase.head is not None or phrase.quantity.article or sentence.low(index) not in _NO_NOUNS:
        return phrase
    before, behind = sentence.low(phrase.first - 1), sentence.low(index + 1)
    if before not in _CLAUSE or (behind.isalpha() and behind not in _FOLLOWING):
        return phrase
    return replace(phrase, after=index, of=None, group=None, plural=False)


def _after(sentence: Sentence, listed: Sequence[Phrase], place: int) -> Found | None:
    phrase = listed[place]
    index = _beyond(sentence, _behind(sentence, phrase))
    word = sentence.low(index)
    if word == "fatally" and phrase.head is None and sentence.low(index + 1) in ("", ",", ".", ";"):
        return "killed", _span(sentence, index, index)
    objected = any(item.first == index + 1 for item in listed[place + 1 :])
    if word in _STRUCK and not objected and not _active(sentence, index):
        outcome = sentence.low(index + 2) if sentence.low(index + 1) == "and" else ""
        if outcome in _OUTCOMES:
            return _OUTCOMES[outcome], _span(sentence, index, index + 2)
        return "casualties", _span(sentence, index, index)
    if sentence.low(index - 1) in _BE and _people_hit(sentence, phrase, index):
        return "casualties", _span(sentence, index, index)
    if word in _HITS and _by_missile(sentence, index):
        return "casualties", _span(sentence, index, index + 2)
    if (care := _cared_for(sentence, index)) is not None and _people(phrase, sentence):
        return "injured", care
    following = listed[place + 1] if place + 1 < len(listed) else None
    if following is None or following.head is None:
        return None
    between = {sentence.low(at) for at in range(phrase.after, following.first)}
    joined = bool(between) and between <= _LISTED and following.first - phrase.after <= 2
    return _after(sentence, listed, place + 1) if joined else None


def _beyond(sentence: Sentence, index: int) -> int:
    """The token behind others of a headline's list: "2 children, woman shot"."""
    at = index
    while sentence.low(at) in _LISTED and group_of(sentence.low(at + 1)) is not None:
        at += 2
    return at if sentence.low(at) in _STRUCK else index


def _behind(sentence: Sentence, phrase: Phrase) -> int:
    """The first token behind the phrase that is no auxiliary and no adverb."""
    for index in range(phrase.after, phrase.after + _REACH):
        word = sentence.low(index)
        adverb = word.endswith("ly") and word != "fatally"
        if word not in _BESIDE and not adverb:
            return index
    return phrase.after


def _active(sentence: Sentence, index: int) -> bool:
    """Whether somebody else is shot, or nobody: "two men shot a guard", "shot at police"."""
    passive = sentence.low(index - 1) in BE - _STRUCK
    following = sentence.low(index + 1)
    if following in _FREE or sentence.phrase(index + 1, ("to", "death")):
        return True
    if passive:
        return False
    if following == "and" and sentence.low(index + 2) in _OUTCOMES:
        return _objected(sentence, index + 3)
    if following in ("at", "into", "towards", "toward"):
        return following != "at" or sentence.low(index + 2) in _AT
    return _objected(sentence, index + 1)


def _objected(sentence: Sentence, index: int) -> bool:
    if index >= len(sentence.tokens):
        return False
    token = sentence.tokens[index]
    named = token.capital and token.low not in BE | _FOLLOWING | _TIMES
    number = token.text[0].isdigit()
    return token.low in _OBJECTS or number or named or group_of(token.low) is not None


def _people_hit(sentence: Sentence, phrase: Phrase, index: int) -> bool:
    """Whether "were struck" is said of people and not of trade ("hit hard", "hit by tariffs")."""
    carried = sentence.low(phrase.first - 1) in _CARRYING  # the bus is hit
    known = phrase.head is not None and sentence.low(index) in _PAST_HITS and not carried
    return known and sentence.low(index + 1) not in ("by", "hard", "with")


def _by_missile(sentence: Sentence, index: int) -> bool:
    """Whether a bullet or the like hit them: "hit by gunfire", "struck by bullets"."""
    return sentence.low(index + 1) == "by" and any(
        sentence.low(at) in _MISSILES for at in range(index + 2, index + 5)
    )


def _cared_for(sentence: Sentence, index: int) -> tuple[int, int] | None:
    """Where it is said that they are recovering, in hospital, in some condition or will live."""
    if sentence.low(index) in _RECOVER:
        return _span(sentence, index, index)
    if sentence.low(index) in ("listed", "remained", "remain", "reported"):
        index += 1
    if sentence.low(index) == "in":
        if sentence.low(index + 1) in _IN_CARE:
            return _span(sentence, index, index + 1)
        for at in range(index + 1, index + 6):
            if sentence.low(at) == "condition" and sentence.low(at - 1) in CONDITIONS:
                return _span(sentence, index, at)
    expected = sentence.low(index) in _EXPECTED and sentence.low(index + 1) == "to"
    if expected and sentence.low(index + 2) in _SURVIVE:
        return _span(sentence, index, index + 2)
    return None


def _people(phrase: Phrase, sentence: Sentence) -> bool:
    """Whether the counted are people: by their noun, or a bare number at the head of its clause."""
    if phrase.head is not None:
        return True
    before = sentence.low(phrase.first - 1)
    return phrase.of is None and before in ("", ",", ";", "and", ":", "with", "all")


def _before(sentence: Sentence, phrase: Phrase) -> Found | None:
    """What a verb says of its object: "gunmen shot three people", "bullets hit two women"."""
    if phrase.head is None or sentence.low(phrase.head) not in GROUPS:
        return None
    index = phrase.first - 1
    if sentence.low(index) in _SHOOTS and sentence.low(index - 1) not in BE - _STRUCK:
        return "casualties", _span(sentence, index, index)
    by = {sentence.low(index - 1), sentence.low(index - 2)}
    if sentence.low(index) in _HITS and not by.isdisjoint(_MISSILES):
        return "casualties", _span(sentence, index, index)
    return None


def _span(sentence: Sentence, first: int, last: int) -> tuple[int, int]:
    last = min(last, len(sentence.tokens) - 1)
    return sentence.tokens[first].start, sentence.tokens[last].end
