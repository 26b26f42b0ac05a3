"""Counted noun phrases: a quantity with whom it counts ("up to 14 coastguard divers")."""

from collections.abc import Sequence
from dataclasses import dataclass

from counterclaim.facts.ages import aged_one, is_age
from counterclaim.facts.harm_words import (
    COLLECTIVE,
    GRADES,
    GROUPS,
    HARM_NOUNS,
    INTRANSITIVE,
    PARTICIPLES,
    STOPS,
    THINGS,
    group_of,
)
from counterclaim.facts.numbers import UNITS, Quantity, quantities
from counterclaim.facts.ranges import parted
from counterclaim.facts.tokens import Sentence
from counterclaim.records import Harm

__all__ = ["Phrase", "phrases"]

_OPENERS_SET = frozenset(
    "of the its their our his her those these more other additional further such or so".split()
)
_MODIFIERS = 6
_PHRASE_ENDS = (
    STOPS | PARTICIPLES.keys() | HARM_NOUNS.keys() | INTRANSITIVE.keys() | UNITS.keys() | {"of"}
)
_FRACTIONS = frozenset("third thirds quarter quarters fifths tenths half halves".split())
_TAKEN_AS = frozenset({"prisoner", "hostage", "captive"})
_ABOARD = (("aboard",), ("on", "board"))
_IS = frozenset("were was are is being believed to be a an".split())
_WHOM = (("of", "them"), ("of", "whom"), ("of", "which"), ("of", "these"), ("of", "those"))


@dataclass(frozen=True)
class Phrase:
    """A quantity and the words of whom it counts.

    ``after`` is the index of the first token behind the phrase; ``of`` the span of the words for
    whom; ``group`` their normalised group; ``head`` the index of the noun of people. ``harm`` and
    ``harm_span`` are set where the phrase itself says what befell them ("12 fatalities", "30
    wounded soldiers"). ``subset`` marks "three of them". ``plural`` says that an unknown noun
    may well be people ("14 Danes").
    """

    quantity: Quantity
    first: int
    after: int
    of: tuple[int, int] | None = None
    group: str | None = None
    head: int | None = None
    harm: Harm | None = None
    harm_span: tuple[int, int] | None = None
    subset: bool = False
    plural: bool = False


def phrases(sentence: Sentence, taken: Sequence[tuple[int, int]] = ()) -> list[Phrase]:
    """Counted phrases of a sentence in order; quantities inside ``taken`` (dates) are no counts."""
    found: list[Phrase] = []
    for quantity in parted(sentence):
        if any(start < quantity.end and quantity.start < end for start, end in taken):
            continue
        inside = found and sentence.at(quantity.start) < found[-1].after
        phrase = None if inside and not _of_all(sentence, quantity) else _phrase(sentence, quantity)
        if phrase is not None and _counts(sentence, phrase):
            found.append(phrase)
    return found


def _counts(sentence: Sentence, phrase: Phrase) -> bool:
    """Whether a phrase is a number of somebody: no "two thirds", no "both police and rebels"."""
    if sentence.low(phrase.first + 1) in _FRACTIONS:
        return False
    if sentence.text[slice(*phrase.quantity.number)].lower() != "both":
        return True
    head = phrase.head
    return head is not None and _is_plural(sentence.low(head)) and head == phrase.after - 1


def _of_all(sentence: Sentence, quantity: Quantity) -> bool:
    """Whether a number inside of a phrase is a toll for itself: "8 of the 12 dead"."""
    behind = sentence.low(sentence.at(quantity.end))
    harmed = behind in PARTICIPLES or behind in HARM_NOUNS
    return harmed and sentence.phrase(sentence.covering(quantity.start) - 2, ("of", "the"))


def _phrase(sentence: Sentence, quantity: Quantity) -> Phrase | None:
    """The phrase that begins with ``quantity``, or ``None`` where it counts something else."""
    first = sentence.covering(quantity.start)
    index = sentence.at(quantity.end)
    if _joined(sentence, quantity, index) or is_age(sentence, quantity, first, index):
        return None
    for pair in _WHOM:
        if sentence.phrase(index, pair):
            return _subset(sentence, quantity, first, index + 2)
    if sentence.low(index) in ('"', "”"):
        index += 1
    start = index
    while sentence.low(index) in _OPENERS_SET and not sentence.phrase(start, ("the",)):
        index += 1
    if index > start and sentence.low(start) == "of":
        index = _behind_number(sentence, index)
    return _read(sentence, quantity, first, index)


def _joined(sentence: Sentence, quantity: Quantity, index: int) -> bool:
    """Whether a hyphen or a mark makes the number part of a word ("two-hour", "3D", "No. 4")."""
    text, end = sentence.text, quantity.end
    if text[end : end + 1] in ("-", "‑") and text[end + 1 : end + 2].isalpha():
        return True
    before = sentence.low(sentence.covering(quantity.start) - 1)
    return before in ("no", "number", "article", "resolution", "route", "highway", "flight", "#")


def _behind_number(sentence: Sentence, index: int) -> int:
    """The token behind a total in "three of the 12 passengers"."""
    if index >= len(sentence.tokens):
        return index
    start = sentence.tokens[index].start
    total = next(quantities(sentence.text, start, min(start + 40, sentence.end)), None)
    if total is None or total.start != start or total.article:
        return index
    return sentence.at(total.end)


def _subset(sentence: Sentence, quantity: Quantity, first: int, index: int) -> Phrase:
    """Reads "three of them (were) children": a part of a total named before."""
    index += next((len(words) for words in _ABOARD if sentence.phrase(index, words)), 0)
    while sentence.low(index) in _IS:
        index += 1
    token = sentence.low(index)
    if group_of(token):
        span = sentence.tokens[index].start, sentence.tokens[index].end
        return Phrase(
            quantity, first, index + 1, span, group_of(token), index, subset=True, plural=True
        )
    return Phrase(quantity, first, index, subset=True)


def _read(sentence: Sentence, quantity: Quantity, first: int, start: int) -> Phrase | None:
    """The phrase whose noun begins at token ``start``."""
    head, index, thing = _head(sentence, start)
    if head is None or _deaths(sentence, index):
        return _without_people(sentence, quantity, first, start, index, thing)
    word = sentence.low(head)
    if quantity.article and (word in COLLECTIVE or _is_plural(word)):
        return None
    harm, harm_span = _adjective(sentence, start, head)
    last = head
    if (
        sentence.low(head + 1) == "and"
        and group_of(sentence.low(head + 2))
        and not quantity.article
    ):
        last = head + 2
    group = group_of(word) or "people"
    if group_of(sentence.low(last)) != group:
        group = "people"
    group = _narrowed(sentence, start, head, group)
    span = sentence.tokens[start].start, sentence.tokens[last].end
    return Phrase(quantity, first, last + 1, span, group, head, harm, harm_span, plural=True)


def _head(sentence: Sentence, start: int) -> tuple[int | None, int, bool]:
    """Index of the noun of people, of the token that ends the search, whether a thing was met."""
    head: int | None = None
    thing = False
    index = start
    while index < min(len(sentence.tokens), start + _MODIFIERS + 2):
        token = sentence.tokens[index]
        word = token.low
        if group_of(word) and not (head is not None and word in _TAKEN_AS):
            head = index
        elif (word != "and" or head is None) and _inside(sentence, index, start):
            pass
        elif (
            head is not None
            or not token.word
            or word in _PHRASE_ENDS
            or (word in GRADES and not sentence.low(index + 1)[:1].isalpha())
        ):
            break
        elif word in THINGS:
            thing = True
        index += 1
    aged = aged_one(sentence, start) if head is None else None
    if aged is not None:
        return aged, aged + 1, False
    return head, index, thing and head is None


def _inside(sentence: Sentence, index: int, start: int) -> bool:
    """Whether a token that could end a phrase stands inside one ("12-year-old boy")."""
    word = sentence.low(index)
    if word in ("-", "‑"):
        return True
    if word[:1].isdigit():
        return sentence.low(index + 1) in ("-", "‑")
    if word == "and":
        return index > start and _people_soon(sentence, index)
    return word in PARTICIPLES and _adjectival(sentence, index)


def _people_soon(sentence: Sentence, index: int) -> bool:
    """Whether people follow "and" without a number ("regime and rebel fighters")."""
    for at in (index + 1, index + 2):
        word = sentence.low(at)
        if group_of(word):
            return True
        if word in STOPS or not word.isalpha():
            return False
    return False


def _deaths(sentence: Sentence, index: int) -> bool:
    """Whether a noun of harm closes the phrase ("12 civilian deaths")."""
    word = sentence.low(index)
    return word in HARM_NOUNS and word not in PARTICIPLES


def _adjectival(sentence: Sentence, index: int) -> bool:
    """Whether a participle stands before people ("30 wounded Syrian soldiers")."""
    following = [sentence.low(index + step) for step in (1, 2, 3)]
    for word in following:
        if group_of(word):
            return True
        if word in STOPS or not word.isalpha():
            return False
    return False


def _adjective(
    sentence: Sentence, start: int, head: int
) -> tuple[Harm | None, tuple[int, int] | None]:
    """The harm that a participle before the noun names."""
    for index in range(start, head):
        token = sentence.tokens[index]
        if token.low in PARTICIPLES:
            return PARTICIPLES[token.low], (token.start, token.end)
    return None, None


def _narrowed(sentence: Sentence, start: int, head: int, group: str) -> str:
    """The group, narrowed by a noun before a wide one ("police officers", "army members")."""
    if group not in ("people", "officers", "workers", "men"):
        return group
    for index in range(start, head):
        word = sentence.low(index)
        if word in ("police", "army", "military", "civilian", "rebel", "militant"):
            return {"army": "soldiers", "military": "soldiers"}.get(word, GROUPS.get(word, group))
    return group


def _is_plural(word: str) -> bool:
    return word.endswith("s") or word in ("men", "women", "children", "troops", "police")


def _without_people(
    sentence: Sentence, quantity: Quantity, first: int, start: int, index: int, thing: bool
) -> Phrase | None:
    """A phrase with no noun of people: "12 fatalities", "14 Danes", bare "14"."""
    noun = sentence.low(index)
    between = sentence.tokens[start:index]
    if thing:
        return None
    if noun in HARM_NOUNS and not (noun in PARTICIPLES and (noun == "missing" or not between)):
        return _harm_noun(sentence, quantity, first, start, index)
    without = sentence.text[quantity.start : quantity.end].lower() == "without"
    another = sentence.text[quantity.start : quantity.end].lower() == "another"
    if (quantity.article and not another) or without:
        return None
    aboard = next((words for words in _ABOARD if sentence.phrase(start, words)), None)
    if aboard is not None:
        return Phrase(quantity, first, start + len(aboard), plural=True)
    if not between:
        return Phrase(quantity, first, start)
    plural = between[-1].low.endswith("s") or between[-1].capital
    if noun == "missing" and not between[-1].capital:
        return None  # things go missing too
    span = between[0].start, between[-1].end
    return Phrase(quantity, first, index, span, None, plural=plural)


def _harm_noun(
    sentence: Sentence, quantity: Quantity, first: int, start: int, index: int
) -> Phrase | None:
    """Reads "12 (civilian) fatalities", "no casualties", "40 bodies"."""
    token = sentence.tokens[index]
    if quantity.article and (token.low not in ("body", "corpse") or index > start):
        return None
    harm, span = HARM_NOUNS[token.low], (token.start, token.end)
    people = [item for item in sentence.tokens[start:index] if group_of(item.low)]
    of = (people[0].start, people[-1].end) if people else None
    group = group_of(people[-1].low) if people else None
    return Phrase(quantity, first, index + 1, of, group, None, harm, span)
