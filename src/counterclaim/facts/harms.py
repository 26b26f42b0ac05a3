"""What befell the people of a counted phrase, from the words after and before it."""

from counterclaim.facts.captivity import held_after, held_before
from counterclaim.facts.harm_phrases import DEADLY, phrasal
from counterclaim.facts.harm_words import (
    ACTIVE,
    BE,
    HARM_NOUNS,
    INTRANSITIVE,
    KIN,
    NEEDS_PEOPLE,
    OF_NOUNS,
    PARTICIPLES,
    STOPS,
)
from counterclaim.facts.phrases import Phrase
from counterclaim.facts.skipping import PARTS, behind
from counterclaim.facts.tokens import Sentence
from counterclaim.facts.victim_words import HOSPITAL
from counterclaim.records import Harm

__all__ = ["Found", "harm_after", "harm_among", "harm_before"]

Found = tuple[Harm, tuple[int, int]]
"""A harm and the characters of the word that says so."""

_REACH = 16
"""Tokens between people and what befell them."""

_BETWEEN = frozenset('the a total of another also these " “'.split())
_PASSIVES: dict[str, Harm] = {"lost": "killed", "treated": "injured", "shot": "casualties"}
"""What being lost, treated or shot means for people; whether the shot died is not said."""

_TREATS = frozenset("treat treats treated treating".split())
_COSTS = frozenset({"cost", "costs", "costing"})
_BE = frozenset({"are", "were", "is", "was"})
_ADMITS = frozenset("admit admits admitted admitting received".split())
_STRUCK = frozenset({"shot", "stabbed", "struck", "hit", "beaten"})
"""What is done to people and may or may not kill them."""

_THE_HARMED = frozenset("victims dead killed fatalities wounded injured toll".split())
_INCLUDES = frozenset("included include includes comprised".split())


def harm_after(sentence: Sentence, listed: list[Phrase], place: int) -> Found | None:
    """The harm in the predicate behind the phrase: "62 soldiers were killed", "12 dead"."""
    phrase = listed[place]
    index, limit = phrase.after, phrase.after + _REACH
    if sentence.phrase(index - 2, ("of", "the")) and PARTICIPLES.get(sentence.low(index)):
        later = {sentence.low(at) for at in range(index + 1, index + 4)}
        index += not later.isdisjoint(("died", "succumbed"))  # "one of the wounded has died"
    passive = False
    while index < min(limit, len(sentence.tokens)):
        word = sentence.low(index)
        active = any(item.first == index + 1 for item in listed[place + 1 :])
        harm = None if active and not passive else _predicate(sentence, index, passive)
        if harm is not None:
            return harm
        if word in PARTICIPLES or word in ACTIVE:
            return None
        following = index + 1
        if word in BE or (word.endswith("ly") and word not in PARTS):
            passive = passive or word in ("was", "were", "been", "are", "is", "be", "being")
        elif word not in ('"', "”"):
            skipped = _skipped(sentence, listed, place, index)
            if skipped is None:
                return None
            following = skipped
            limit = max(limit, following + _REACH // 2)
        index = following
    return None


def _skipped(sentence: Sentence, listed: list[Phrase], place: int, index: int) -> int | None:
    """Where the predicate goes on behind a bracket, an insertion, a list or "who"."""
    word = sentence.low(index)
    closed = _closed(sentence, index) if word == "(" else None
    if closed is not None:
        return closed + 1
    people = listed[place].head is not None or listed[place].plural
    if people and word in ("who", "that", "(", ")"):
        return index + 1
    inserted = word == "," and sentence.low(index + 1) == "including"
    return behind(sentence, listed, place, index) if people or inserted else None


def _closed(sentence: Sentence, index: int) -> int | None:
    """The bracket that closes what says nothing of the harm: "(five of them children)"."""
    if sentence.low(index + 1) in PARTICIPLES:
        return None
    reach = range(index + 2, min(index + _REACH, len(sentence.tokens)))
    return next((at for at in reach if sentence.low(at) == ")"), None)


def _predicate(sentence: Sentence, index: int, passive: bool) -> Found | None:
    """The harm that the word at ``index`` says of the people before it."""
    token = sentence.tokens[index]
    span = token.start, token.end
    if sentence.phrase(index, ("to", "death")) or sentence.phrase(index + 1, ("to", "death")):
        last = index + 1 if token.low == "to" else index + 2
        return "killed", (token.start, sentence.tokens[last].end)
    shot = _shot(sentence, index, passive) or held_after(sentence, index, passive=passive)
    if shot is not None:
        return shot
    if token.low in ("burned", "burnt") and sentence.low(index + 1) == "alive":
        return "killed", (token.start, sentence.tokens[index + 1].end)
    if token.low in _PASSIVES and passive and not sentence.phrase(index + 1, ("dead",)):
        # Aircraft are shot down; of people that is not said by the number alone.
        return None if sentence.low(index + 1) == "down" else (_PASSIVES[token.low], span)
    if token.low in PARTICIPLES:
        if not passive and token.low in ACTIVE and _object(sentence, index + 1):
            return None
        return _mixed(sentence, index) or (PARTICIPLES[token.low], span)
    if token.low in INTRANSITIVE:
        return INTRANSITIVE[token.low], span
    return phrasal(sentence, index)


def _shot(sentence: Sentence, index: int, passive: bool) -> Found | None:
    """Reads "was shot and killed", "two men fatally shot": what became of who was shot."""
    token = sentence.tokens[index]
    if token.low not in _STRUCK:
        return None
    if sentence.low(index - 1) == "fatally" and (passive or not _object(sentence, index + 1)):
        return "killed", (sentence.tokens[index - 1].start, token.end)
    outcome = sentence.low(index + 2)
    if passive and sentence.low(index + 1) == "and" and outcome in ("killed", "wounded", "injured"):
        return PARTICIPLES[outcome], (token.start, sentence.tokens[index + 2].end)
    return None


def _mixed(sentence: Sentence, index: int) -> Found | None:
    """Reads "300 were killed, wounded or missing": a number of several harms together."""
    last, joined = index, False
    for at in range(index + 1, min(index + 7, len(sentence.tokens))):
        word = sentence.low(at)
        if word in PARTICIPLES:
            last = at
        elif word in ("and", "or"):
            joined = True
        elif word != ",":
            break
    harms = {PARTICIPLES.get(sentence.low(at)) for at in range(index, last + 1)} - {None}
    if len(harms) < 2 or not joined:
        return None
    return "casualties", (sentence.tokens[index].start, sentence.tokens[last].end)


def _object(sentence: Sentence, index: int) -> bool:
    """Whether an object follows a verb form, so that it is active ("two men killed a guard")."""
    if index >= len(sentence.tokens):
        return False
    token = sentence.tokens[index]
    if token.low in ("at", "in", "on", "by", "and", "when", "after", "as", "or", "during", "near"):
        return token.low == "at" and sentence.low(index + 1) in ("least", "most")
    determiners = ("a", "an", "the", "his", "her", "their", "its", "more", "over", "up", "about")
    return token.low in determiners or token.text[0].isdigit() or token.capital


def harm_before(sentence: Sentence, phrase: Phrase) -> Found | None:
    """The harm in the verb or noun before the phrase: "killing 62", "the deaths of 12"."""
    index = phrase.first - 1
    people = phrase.head is not None
    if sentence.low(index) == "of" and sentence.low(index - 1) in KIN:
        index -= 2  # "killing a family of five"
        people = True
    for _ in range(3):
        if sentence.low(index) not in _BETWEEN:
            break
        if sentence.low(index) == "of":
            return _noun_of(sentence, index)
        index -= 1
    word = sentence.low(index)
    index -= word in ("a", "the")  # "wiped out a family of five"
    shot = next((verb for verb in DEADLY if sentence.phrase(index - 1, verb)), None)
    if shot is not None and (people or phrase.plural):
        return "killed", (sentence.tokens[index - 1].start, sentence.tokens[index].end)
    if word in _BE and sentence.low(index - 1) == "dead" and sentence.low(index - 2) == "the":
        return "killed", (sentence.tokens[index - 1].start, sentence.tokens[index - 1].end)
    return (
        held_before(sentence, phrase)
        or _taking(sentence, phrase, index, people=people)
        or _noun_or_list(sentence, index)
    )


def _taking(sentence: Sentence, phrase: Phrase, index: int, *, people: bool) -> Found | None:
    """The harm of the verb at ``index`` whose object the phrase is."""
    word = sentence.low(index)
    if word in ACTIVE and (people or phrase.plural or _bare(sentence, phrase)):
        if word in NEEDS_PEOPLE and not people and not word.startswith("captur"):
            return None
        if word.startswith("los") and sentence.phrase(phrase.after, ("to", "injury")):
            return None  # a team's players
        token = sentence.tokens[index]
        return _both(sentence, index) or (ACTIVE[word], (token.start, token.end))
    if word in _COSTS and "lives" in {sentence.low(phrase.after + at) for at in (-1, 1)}:
        token = sentence.tokens[index]
        return "killed", (token.start, token.end)
    if people and _cares(sentence, word):
        token = sentence.tokens[index]
        return "injured", (token.start, token.end)
    return None


def _noun_or_list(sentence: Sentence, index: int) -> Found | None:
    """Reads "the injuries to 12 guards" and "Dead: 12"."""
    word = sentence.low(index)
    if word == "to" and sentence.low(index - 1) in ("injury", "injuries"):
        return _noun_of(sentence, index)
    return _listed(sentence, index - 1) if word == ":" else None


def _cares(sentence: Sentence, verb: str) -> bool:
    """Whether a verb has the hurt as its object: "treated 14 people", a hospital "admitted 19"."""
    if verb in _TREATS:
        return True
    return verb in _ADMITS and any(token.low in HOSPITAL for token in sentence.tokens)


def _listed(sentence: Sentence, index: int) -> Found | None:
    """Reads "Dead: 12"."""
    harm = PARTICIPLES.get(sentence.low(index)) or HARM_NOUNS.get(sentence.low(index))
    token = sentence.tokens[index]
    return (harm, (token.start, token.end)) if harm else None


def _bare(sentence: Sentence, phrase: Phrase) -> bool:
    """Whether a number stands without a noun, as in "killed 62 and wounded 100"."""
    word = sentence.low(phrase.after)
    return phrase.of is None and (not word[:1].isalnum() or word in STOPS or word in BE)


def _both(sentence: Sentence, index: int) -> Found | None:
    """Reads "killed and wounded 40": killed or injured, not said which."""
    if sentence.low(index - 1) in ("and", "or", "/") and sentence.low(index - 2) in ACTIVE:
        first, last = sentence.tokens[index - 2], sentence.tokens[index]
        if ACTIVE[first.low] != ACTIVE[last.low]:
            return "casualties", (first.start, last.end)
    return None


def _noun_of(sentence: Sentence, index: int) -> Found | None:
    """The harm of a noun whose "of" or "to" names the harmed."""
    token = sentence.tokens[index - 1] if index else None
    if token is not None and token.low in OF_NOUNS:
        return OF_NOUNS[token.low], (token.start, token.end)
    return None


def harm_among(sentence: Sentence, phrase: Phrase) -> Found | None:
    """Reads "Among the dead were three children", "three children were among the dead"."""
    before = range(max(phrase.first - 7, 0), phrase.first)
    after = range(phrase.after, min(phrase.after + 4, len(sentence.tokens)))
    for index in (*before, *after):
        if sentence.low(index) in _INCLUDES and index in before:
            found = _included(sentence, index)
            if found is not None:
                return found
        if sentence.low(index) not in ("among", "amongst"):
            continue
        for at in (index + 1, index + 2):
            word = sentence.low(at)
            if word in PARTICIPLES or word in HARM_NOUNS or word in ("victims", "fatalities"):
                token = sentence.tokens[at]
                harm = PARTICIPLES.get(word) or HARM_NOUNS.get(word, "killed")
                return harm, (token.start, token.end)
    return None


def _included(sentence: Sentence, index: int) -> Found | None:
    """Reads "the dead included three children", "those killed include two officers"."""
    for at in range(index - 1, max(index - 4, -1), -1):
        token = sentence.tokens[at]
        if token.low in _THE_HARMED:
            return PARTICIPLES.get(token.low, "killed"), (token.start, token.end)
    return None
