"""Noun phrases of one person, without a number: "the driver", "Ana Ruiz", "a 9-year-old", "he"."""

from collections.abc import Iterator
from dataclasses import dataclass

from counterclaim.facts.harm_words import STOPS, group_of
from counterclaim.facts.numbers import UNITS
from counterclaim.facts.reaching import AUXILIARIES
from counterclaim.facts.tokens import Sentence
from counterclaim.facts.victim_words import (
    ACTIVES,
    DETERMINERS,
    DIED,
    NOT_NAMES,
    PAIRS,
    PARTICLES,
    PRONOUNS,
    REFLEXIVES,
    SINGULAR,
    VERBS,
)

__all__ = ["Person", "persons", "titled"]

_MODIFIERS = 6
"""Words between a determiner and the noun of a person at most."""

_NAME = 5
"""Words of a name at most."""

_TREATING = frozenset(
    """
        arrest arrests blame blames bury buries charge charges confirm confirms find finds found
        honor honors honour honours identify identified identifies kill kills mourn mourned mourns
        name names recall recalls remember remembered remembers seek seeks shoot shoots
    """.split()
)
"""Verbs of headlines, before whom they are about: "police identify driver"."""
_NO_MODIFIERS = (
    (STOPS - {"killed", "dead"})
    | VERBS.keys()
    | ACTIVES.keys()
    | DIED
    | _TREATING
    | {"of", "dead", "alleged"}
)
_AGE = (frozenset({"year", "month", "week", "day"}), frozenset({"old", "olds"}))
_WHERE = frozenset("in near at outside around".split())
_TITLED = 0.7
"""Share of longer words with a capital from which a line is set in capitals throughout."""


@dataclass(frozen=True)
class Person:
    """One person in tokens ``[first, last]``; ``head`` is the token that says it is one.

    ``people`` is 2 for a pair. ``possessor`` marks "the boy's", "Ruiz's", "his";
    ``counted`` a phrase with a number, which is nobody by itself.
    """

    first: int
    last: int
    head: int
    name: bool = False
    pronoun: bool = False
    possessor: bool = False
    people: int = 1
    counted: bool = False


def titled(sentence: Sentence) -> bool:
    """Whether the sentence is a headline with capitals on its words, so that they tell no names."""
    words = [token for token in sentence.tokens if token.word and len(token.text) > 3]
    if words and all(token.text.isupper() for token in words):
        return True
    if len(words) < 3 or sentence.text[sentence.end - 1 : sentence.end] == ".":
        return len(words) > 1 and all(token.capital for token in words)
    return sum(token.capital for token in words) >= _TITLED * len(words)


def persons(sentence: Sentence) -> list[Person]:
    """Everybody whom a noun phrase of ``sentence`` names alone, in order."""
    return list(_scan(sentence, titled(sentence)))


def _scan(sentence: Sentence, capitals: bool) -> Iterator[Person]:
    index = 0
    while index < len(sentence.tokens):
        found = _pronoun(sentence, index) or _phrase(sentence, index, capitals)
        if found is None:
            index += 1
            continue
        yield found
        index = found.last + 1


def _pronoun(sentence: Sentence, index: int) -> Person | None:
    word, following = sentence.low(index), sentence.low(index + 1)
    if word in PRONOUNS or word in REFLEXIVES:
        return Person(index, index, index, pronoun=True)
    if word == "her" and (not following.isalpha() or following in STOPS):
        return Person(index, index, index, pronoun=True)
    if word in ("his", "her") and following in ("death", "murder", "killing", "body", "shooting"):
        return Person(index, index, index, pronoun=True, possessor=True)
    return None


def _phrase(sentence: Sentence, start: int, capitals: bool) -> Person | None:
    """The phrase that begins at ``start``, if one of a person does."""
    index = start
    while sentence.low(index) in DETERMINERS and index < start + 2:
        index += 1
    determined = index > start
    reach = _MODIFIERS if determined or start == 0 or capitals else 2
    head, at, owner = None, index, False
    while at < len(sentence.tokens) and at <= index + reach and not owner:
        aged = _aged(sentence, at)
        if aged is not None:
            head, at = aged, aged + 1
            continue
        word = sentence.low(at)
        plain, owner = _possessive(word)
        if plain in SINGULAR or (plain in PAIRS and plain != "both"):
            head = at
        elif (
            head is not None
            or not _modifies(sentence, at, plain, capitals)
            or (not determined and plain.endswith(("ed", "s")))
        ):
            owner = False
            break
        elif owner:
            break
        at += 1
    if head is None:
        return None if determined or capitals else _name(sentence, start)
    if owner and head == at - 1:
        return Person(start, head, head, possessor=True)
    named = None if capitals or owner else _name(sentence, head + 1)
    last = named.last if named and sentence.low(head + 1) != "'" else head
    if group_of(sentence.low(last + 1)) and sentence.low(last + 1) not in SINGULAR:
        return None  # "the driver's friends", "a woman officers"
    return Person(
        start,
        last,
        head,
        named is not None,
        possessor=bool(named and named.possessor),
        people=2 if sentence.low(head) in PAIRS else 1,
    )


def _modifies(sentence: Sentence, at: int, word: str, capitals: bool) -> bool:
    """Whether a token can stand before the noun of a person."""
    if word in ("-", "‑", ".", '"') or (word == "'" and at):
        return True
    token = sentence.tokens[at]
    if not token.word or word in _NO_MODIFIERS or word in DETERMINERS or word in UNITS:
        return False
    if group_of(word) and word not in SINGULAR and word != "police":
        return False
    if capitals or not token.capital:
        return not word.endswith("ly") or word == "elderly"
    return True


def _aged(sentence: Sentence, start: int) -> int | None:
    """The last token of "17-year-old" at ``start``."""
    index = start
    word = sentence.low(index)
    if not (word.isdigit() or word in UNITS):
        return None
    for step in _AGE:
        index += 1
        if sentence.low(index) in ("-", "‑"):
            index += 1
        if sentence.low(index) not in step:
            return None
    return index if sentence.low(index) == "old" else None


def _possessive(word: str) -> tuple[str, bool]:
    return (word[:-2], True) if word.endswith(("'s", "’s")) else (word, False)


def _name(sentence: Sentence, start: int) -> Person | None:
    """A run of capitalised words at ``start`` that can be somebody's name."""
    index, words, owner = start, 0, False
    while index < len(sentence.tokens) and words < _NAME and not owner:
        token = sentence.tokens[index]
        word, owner = _possessive(token.low)
        if token.capital and token.word and word not in NOT_NAMES and word not in SINGULAR:
            words += 1
        elif (words and token.low in PARTICLES) or (words and token.text in ("-", ".", "'")):
            owner = False
            if token.text == "." and not _initial(sentence, index - 1):
                break
        else:
            break
        index += 1
    last = index - 1
    while last > start and not sentence.tokens[last].capital:
        last -= 1
    known = (
        sentence.low(index) in NOT_NAMES and sentence.tokens[index : index + 1][0].capital
        if index < len(sentence.tokens)
        else False
    )
    odd = words == 1 and (_no_name(sentence) if start == 0 else _place(sentence, start, index))
    if not words or known or odd or (words == 1 and len(sentence.tokens[start].text) < 3):
        return None
    return Person(start, last, last, True, possessor=owner)


def _no_name(sentence: Sentence) -> bool:
    """Whether the capital of a sentence's first word tells nothing: "Fighting in Tarn"."""
    following = sentence.low(1)
    return sentence.low(0).endswith("ing") or (following in STOPS and following not in AUXILIARIES)


def _place(sentence: Sentence, start: int, after: int) -> bool:
    """Whether one word with a capital is where something was: "near Tarn, 14 killed"."""
    return sentence.low(start - 1) in _WHERE and sentence.low(after) in (",", "-", "–", "—")


def _initial(sentence: Sentence, index: int) -> bool:
    """Whether a full stop behind the token belongs to it: "J.", "Jr.", "Sgt."."""
    return len(sentence.tokens[index].text) <= 3
