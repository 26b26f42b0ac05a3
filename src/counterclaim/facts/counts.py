"""Counts of people harmed: which quantities of a sentence are of whom, and what befell them."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from counterclaim.facts.harm_words import group_of
from counterclaim.facts.harms import Found, harm_after, harm_among, harm_before
from counterclaim.facts.numbers import Quantity
from counterclaim.facts.persons import Person
from counterclaim.facts.phrases import Phrase, phrases
from counterclaim.facts.struck import alone, struck
from counterclaim.facts.tokens import Sentence
from counterclaim.facts.tolls import recounted, toll_before, total_before
from counterclaim.facts.victims import victims
from counterclaim.records import Harm

__all__ = ["CountReading", "read_counts"]

_LISTS = frozenset(
    {",", "and", "or", "plus", "along", "with", "as", "well", "also", "another", "&"}
)


@dataclass(frozen=True)
class CountReading:
    """A count before it has an id: spans in the document's text, people as integers.

    ``part_of`` is the index, in the list it stands in, of the total that it is a part of; -1 marks
    a part of a total of an earlier sentence.
    """

    phrase: Phrase
    harm: Harm
    harm_span: tuple[int, int]
    of: tuple[int, int] | None
    group: str | None
    part_of: int | None = None
    running: bool = False
    inferred: bool = False

    @property
    def span(self) -> tuple[int, int]:
        """Approximator, number and unit as written."""
        quantity = self.phrase.quantity
        end = quantity.end
        if self.phrase.of and self.phrase.of[0] >= quantity.end:
            end = max(end, self.phrase.of[1])
        if self.phrase.harm_span and self.phrase.harm_span[0] >= quantity.end:
            end = max(end, self.phrase.harm_span[1])
        return quantity.start, end


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
        if reading is not None:
            found.append(reading)
    return _with_victims(sentence, found, listed)


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
    every = sorted([*found, *made], key=lambda item: item.phrase.quantity.start)
    places = {id(item): place for place, item in enumerate(every)}
    return [
        item
        if item.part_of is None or item.part_of < 0
        else replace(item, part_of=places[id(found[item.part_of])])
        for item in every
    ]


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
    if not bare or not recounted(sentence, phrase):
        return None
    return CountReading(phrase, earlier.harm, earlier.harm_span, earlier.of, earlier.group)


def _reading(
    sentence: Sentence, listed: list[Phrase], place: int, found: list[CountReading]
) -> CountReading | None:
    """The count that phrase ``place`` makes, if it makes one."""
    phrase = listed[place]
    previous = found[-1] if found else None
    own = (phrase.harm, phrase.harm_span) if phrase.harm and phrase.harm_span else None
    among = harm_among(sentence, phrase)
    toll, running = toll_before(sentence, phrase)
    after = harm_after(sentence, listed, place)
    if after and phrase.head is None and (own is None or own[0] != "killed"):
        own = None  # "one of the wounded has died", but "ten bodies with wounds"
    harm = among or own or after or harm_before(sentence, phrase) or toll
    linked = _linked(sentence, previous, phrase)
    if harm is None and previous is not None and total_before(sentence, phrase):
        harm = previous.harm, previous.harm_span
    if harm is None and linked and previous is not None and _countable(phrase):
        harm = previous.harm, previous.harm_span
    harm = harm or struck(sentence, listed, place)
    if harm is None or (phrase.quantity.article and phrase.head is None and not phrase.harm):
        return None
    reading = CountReading(phrase, *harm, phrase.of, phrase.group, running=running)
    if among or phrase.subset or linked == "part":
        total = _total(found, reading)
        # "50 of them" with no total in the sentence is of people who were not counted.
        return replace(reading, part_of=None if phrase.subset and total < 0 else total)
    return _elliptic(sentence, reading, previous)


def _countable(phrase: Phrase) -> bool:
    return phrase.head is not None or phrase.subset


def _total(found: list[CountReading], part: CountReading) -> int:
    """Index of the total that ``part`` belongs to, -1 for one of an earlier sentence."""
    for index in range(len(found) - 1, -1, -1):
        total = found[index]
        same = total.harm == part.harm or total.harm == "casualties"
        if same and total.part_of is None and total.phrase.quantity.low >= part.phrase.quantity.low:
            return index
    return -1


def _linked(sentence: Sentence, previous: CountReading | None, phrase: Phrase) -> str | None:
    """How a phrase continues the count before it: as a ``part`` of it or the next in a ``list``."""
    if previous is None:
        return None
    words = [token.low for token in sentence.tokens[previous.phrase.after : phrase.first]]
    if phrase.subset and len(words) <= 8:
        return "part"
    if words[-2:] == ["among", "them"] or words[-1:] == ["including"]:
        return "part"
    if words and len(words) <= 6 and words[0] in (",", "(", "–", "—", "including"):
        inner = [word for word in words if word not in (",", "(", "–", "—", "them", "the")]
        if inner and inner[0] in ("including", "among"):
            return "part"
    return "list" if words and len(words) <= 4 and set(words) <= _LISTS else None


def _elliptic(
    sentence: Sentence, reading: CountReading, previous: CountReading | None
) -> CountReading:
    """Reads "9 dockers were killed and 30 injured": the second number is of soldiers too."""
    if previous is None or previous.of is None or reading.of or reading.group:
        return reading
    if previous.part_of is not None:
        return reading  # "nine, four of them children, and 20 injured"
    words = [token.low for token in sentence.tokens[previous.phrase.after : reading.phrase.first]]
    if len(words) > 8 or not ({"and", ","} & set(words)) or ";" in words or "." in words:
        return reading
    return replace(reading, of=previous.of, group=previous.group)
