"""Counts of people harmed: which quantities of a sentence are of whom, and what befell them."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import takewhile

from counterclaim.facts.continuing import (
    Link,
    ellipsis_filled,
    follows_list,
    linked,
    listed_behind,
    of_the_harmed,
    of_total,
)
from counterclaim.facts.extents import extents
from counterclaim.facts.gapping import compared, gapped
from counterclaim.facts.harm_words import PARTICIPLES, group_of
from counterclaim.facts.harms import Found, harm_after, harm_among, harm_before
from counterclaim.facts.numbers import Quantity
from counterclaim.facts.persons import Person
from counterclaim.facts.phrases import Phrase, phrases
from counterclaim.facts.readings import CountReading
from counterclaim.facts.skipping import inserted
from counterclaim.facts.struck import alone, struck
from counterclaim.facts.tokens import Sentence
from counterclaim.facts.tolls import recounted, toll_before, total_before
from counterclaim.facts.victims import victims

__all__ = ["CountReading", "read_counts"]

_AMONG = frozenset({"was", "were", "are", "is", "among", "amongst", "the"})
"""Words between a part and the total behind it."""


def read_counts(
    sentence: Sentence,
    taken: Sequence[tuple[int, int]] = (),
    earlier: CountReading | None = None,
) -> list[CountReading]:
    """The counts of people harmed in a sentence, in order.

    Args:
        sentence: tokens of one sentence.
        taken: spans that are no counts, such as time expressions.
        earlier: the last count of the sentences just before, which "the clinic counted 17" means.
    """
    found: list[CountReading] = []
    listed = [alone(sentence, phrase) for phrase in phrases(sentence, taken)]
    for place in range(len(listed)):
        reading = _reading(sentence, listed, place, found)
        known = next((item for item in reversed(found) if item.part_of is None), earlier)
        if reading is None and known is not None:
            reading = _recount(sentence, listed[place], known)
        if reading is not None and not _alive(sentence, reading):
            found.append(reading)
            _join_nested(sentence, found)
    read = _explained(sentence, _with_victims(sentence, found, listed))
    told = extents(sentence, read, earlier)
    return [
        replace(one, extent=extent, running=one.running and extent != "superseded")
        for one, extent in zip(read, told, strict=True)
    ]


def _alive(sentence: Sentence, reading: CountReading) -> bool:
    """Whether those who were given up turned out to live: "two believed dead were found alive"."""
    behind = (token for token in sentence.tokens if token.start >= reading.harm_span[1])
    words = list(takewhile(lambda low: low.isalpha() and low != "and", (t.low for t in behind)))
    return reading.harm == "killed" and "alive" in words


def _join_nested(sentence: Sentence, found: list[CountReading]) -> None:
    """Makes eight a part of twelve in "8 of the 12 dead", "two were among ten people killed"."""
    if len(found) < 2:
        return
    part, total = found[-2:]
    words = {sentence.low(at) for at in range(part.phrase.after, total.phrase.first)}
    among = "among" in words and words <= _AMONG
    if (among or total.phrase.first < part.phrase.after) and part.harm == total.harm:
        found[-2] = replace(part, part_of=len(found) - 1)


def _with_victims(
    sentence: Sentence, found: list[CountReading], listed: Sequence[Phrase]
) -> list[CountReading]:
    """The counts and, in order with them, the victims that no number counts."""
    read = {item.phrase.first for item in found}
    numbered = [
        (phrase.first, phrase.after - 1)
        for phrase in listed
        if phrase.first in read or (phrase.head is not None and not phrase.quantity.article)
    ]
    alone = victims(sentence, numbered)
    if not alone:
        return found
    made = [_alone(sentence, *victim) for victim in alone]
    unread = [phrase for phrase in listed if phrase.first not in read]
    for victim in made[:]:
        beside = (one for one in unread if listed_behind(sentence, victim, one))
        made += [
            CountReading(one, victim.harm, victim.harm_span, one.of, one.group) for one in beside
        ]
    every = sorted([*found, *made], key=lambda item: item.phrase.quantity.start)
    places = {id(item): place for place, item in enumerate(every)}
    return [
        item
        if item.part_of is None or item.part_of < 0
        else replace(item, part_of=places[id(found[item.part_of])])
        for item in every
    ]


def _explained(sentence: Sentence, read: list[CountReading]) -> list[CountReading]:
    """The counts, parts of a total where they say who it was of: "two, a man and a boy, died"."""
    told = list(read)
    for place in range(len(read)):
        total = told[place]
        verb = inserted(sentence, total.phrase.after) if total.part_of is None else None
        if verb is None or sentence.low(total.phrase.after) != ",":
            continue
        for at in range(place + 1, len(read)):
            inside = told[at].phrase.after <= verb and told[at].harm == total.harm
            if inside and told[at].part_of is None:
                told[at] = replace(told[at], part_of=place)
    return told


def _alone(sentence: Sentence, person: Person, harm: Found) -> CountReading:
    """One person as a count."""
    first, head, last = (sentence.tokens[at] for at in (person.first, person.head, person.last))
    number = (first.start, last.end) if person.name else (head.start, head.end)
    size = person.people
    quantity = Quantity(first.start, last.end, number, size, size, size)
    of = None if person.pronoun else (first.start, last.end)
    group = group_of(head.low)
    phrase = Phrase(quantity, person.first, person.last + 1, of, group, person.head)
    return CountReading(phrase, *harm, of, group, inferred=True)


def _recount(sentence: Sentence, phrase: Phrase, earlier: CountReading) -> CountReading | None:
    """Another number for what was just counted: "the clinic put the number at 17"."""
    bare = phrase.of is None and not phrase.subset and not phrase.quantity.article
    if not bare or not (recounted(sentence, phrase) or compared(sentence, phrase, earlier)):
        return None
    return CountReading(phrase, earlier.harm, earlier.harm_span, earlier.of, earlier.group)


def _reading(
    sentence: Sentence, listed: list[Phrase], place: int, found: list[CountReading]
) -> CountReading | None:
    """The count that phrase ``place`` makes, if it makes one."""
    phrase = listed[place]
    previous = found[-1] if found else None
    link = linked(sentence, previous, phrase)
    among = harm_among(sentence, phrase)
    toll, running = toll_before(sentence, phrase)
    harm = among or _own(sentence, listed, place)
    spelled = None if harm else follows_list(sentence, found, phrase)
    if spelled is not None:
        total = found[spelled]
        return CountReading(phrase, total.harm, total.harm_span, None, None, part_of=spelled)
    harm = harm or harm_before(sentence, phrase) or toll
    passed = harm is None and previous is not None and _passes_on(sentence, phrase, link)
    if passed and previous is not None:
        harm = previous.harm, previous.harm_span
    harm = harm or struck(sentence, listed, place)
    gap = None if harm else gapped(sentence, previous, phrase)
    if gap is not None and previous is not None:
        harm = previous.harm, previous.harm_span
    if harm is None or _nobody_alone(sentence, listed, place):
        return None
    reading = CountReading(phrase, *harm, phrase.of, phrase.group, running=running)
    in_list = (among or passed) and link == "list"
    if in_list and previous is not None and previous.part_of is not None:
        return replace(reading, part_of=previous.part_of)
    if among or phrase.subset or "part" in (link, gap) or of_the_harmed(sentence, reading):
        whole = of_total(found, reading)
        # "50 of them" with no total in the sentence is of people who were not counted.
        return replace(reading, part_of=None if phrase.subset and whole < 0 else whole)
    return ellipsis_filled(sentence, reading, previous)


def _nobody_alone(sentence: Sentence, listed: list[Phrase], place: int) -> bool:
    """Whether a phrase counts nobody: "a", or "none of the dead" of whom something else is said."""
    phrase = listed[place]
    if phrase.quantity.article and phrase.head is None and not phrase.harm:
        number = sentence.text[slice(*phrase.quantity.number)].lower()
        return number != "another" or _own(sentence, listed, place) is None
    nobody = phrase.quantity.high == 0
    if nobody and phrase.subset and phrase.head is None and not _own(sentence, listed, place):
        return True  # "none of whom was armed"
    none = nobody and sentence.phrase(phrase.first + 1, ("of", "the"))
    return none and sentence.low(phrase.first + 3) in PARTICIPLES


def _own(sentence: Sentence, listed: list[Phrase], place: int) -> Found | None:
    """The harm in the phrase itself or in its predicate."""
    phrase = listed[place]
    own = (phrase.harm, phrase.harm_span) if phrase.harm and phrase.harm_span else None
    if own is None and phrase.head is not None and sentence.low(phrase.first - 1) == "of":
        own = harm_before(sentence, phrase)  # "the death of a girl", whoever is in custody for it
        if own is not None:
            return own
    after = harm_after(sentence, listed, place)
    if after and phrase.head is None and (own is None or own[0] != "killed"):
        return after  # "one of the wounded has died", but "ten bodies with wounds"
    if own and own[0] != "killed":
        # "executed nine captured soldiers", "six kidnapped teachers were found dead"
        graver = (harm_before(sentence, phrase), after)
        return next((harm for harm in graver if harm and harm[0] == "killed"), own)
    return own or after


def _passes_on(sentence: Sentence, phrase: Phrase, link: Link | None) -> bool:
    """Whether a phrase that says no harm has that of the count before it."""
    if total_before(sentence, phrase):
        return True
    if link == "part" and not phrase.quantity.article:
        return True
    return link is not None and (phrase.head is not None or phrase.subset)
