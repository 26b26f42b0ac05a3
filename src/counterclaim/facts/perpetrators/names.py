"""Mentions of organisations that can do harm: armed groups, forces, police, cartels, parties.

Names are known by a table, by their last word ("… Front", "… of National Liberation"), by the
bracket that introduces an acronym, and by a common noun that stands for an organ of the state
("the army"). In texts in capitals, where no capital shows where a name begins, the words that names
are made of go to it, and words that have the form of no verb and no adverb.
"""

import re
from collections.abc import Mapping, Sequence
from functools import cache
from typing import Literal, NamedTuple

from counterclaim.actors import Knowledge
from counterclaim.facts.perpetrators.vocabulary import (
    ARMED,
    BREAKS,
    COMMON_HEADS,
    CRIME,
    HEADS,
    MODIFIERS,
    STATE,
)
from counterclaim.facts.perpetrators.words import Word, read_words

__all__ = ["Kind", "Name", "find_names"]

Kind = Literal["armed", "state", "crime", "other"]


class Name(NamedTuple):
    """A mention: words ``[first, last]``, its kind, and the table's actor where it has one.

    ``given`` is the same for mentions of one actor of the table, else empty. ``acronym`` is whether
    it is one word of capitals.
    """

    first: int
    last: int
    kind: Kind
    given: str = ""
    acronym: bool = False


_MOST = 7
_ACRONYM = re.compile(r"[A-Z][A-Z]{1,6}(?:-[A-Z0-9]{1,5})?|[A-Z]-?\d{1,2}")
_OPENS, _CLOSES = frozenset("([{"), frozenset(")]}")


def find_names(text: str, words: Sequence[Word]) -> list[Name]:
    """The mentions in a text in order, none inside another."""
    table, acronyms = _table(), _introduced(text, words)
    found: list[Name] = []
    at = 0
    while at < len(words):
        name = _known(table, words, at) or _acronym(text, words, at, acronyms)
        if name is None and words[at].low in HEADS:
            name = _headed(words, at)
            if name is not None and found and name.first <= found[-1].last:
                name = _shortened(words, name, found[-1].last + 1)
        if name is None:
            at += 1
        else:
            while found and found[-1].first >= name.first:
                found.pop()
            found.append(name)
            at = name.last + 1
    return found


def _shortened(words: Sequence[Word], name: Name, first: int) -> Name | None:
    """What is left of a name where another ends inside it, if that is a name."""
    alone = first >= name.last and words[name.last].low not in COMMON_HEADS
    return None if alone or first > name.last else name._replace(first=first)


@cache
def _table() -> Mapping[str, list[tuple[tuple[str, ...], str, Kind, bool]]]:
    """First word of each name of an armed group that the tables know → names, longest first."""
    found: dict[str, list[tuple[tuple[str, ...], str, Kind, bool]]] = {}
    for entry in Knowledge.load().entries.values():
        if entry.kind != "armed_group":
            continue
        for name in (entry.name, *entry.aliases):
            low = tuple(word.low for word in read_words(name))
            if low:
                short = name.isupper() and len(low) == 1
                found.setdefault(low[0], []).append((low, entry.id, "armed", short))
    for listed in found.values():
        listed.sort(key=lambda item: (-len(item[0]), item[0]))
    return found


def _known(
    table: Mapping[str, list[tuple[tuple[str, ...], str, Kind, bool]]],
    words: Sequence[Word],
    at: int,
) -> Name | None:
    if not words[at].capital:
        return None
    for low, given, kind, short in table.get(words[at].low, ()):
        last = at + len(low) - 1
        if tuple(word.low for word in words[at : last + 1]) == low and _fits(words[at], low, short):
            return Name(at, last, kind, given, short)
    return None


@cache
def _states() -> frozenset[str]:
    """Words of the names of states."""
    states = (one for one in Knowledge.load().entries.values() if one.kind == "state")
    return frozenset(word for one in states for word in one.name.lower().split())


def _fits(word: Word, low: tuple[str, ...], short: bool) -> bool:
    """Whether a short name is no common word in capitals ("IS", "FAR", "MIR")."""
    return not (short and word.shouted and low[0] in BREAKS | MODIFIERS)


def _introduced(text: str, words: Sequence[Word]) -> dict[str, Kind]:
    """Acronyms that stand in brackets next to a name with a known last word, to its kind."""
    found: dict[str, Kind] = {}
    for at in range(1, len(words) - 1):
        if text[words[at].start] not in _OPENS:
            continue
        inner, behind = words[at + 1], words[at + 2] if at + 2 < len(words) else None
        if behind is not None and text[behind.start] in _CLOSES:
            kind = _kind_near(words, at - 1, at - _MOST)
            if kind and _ACRONYM.fullmatch(text[inner.start : inner.end]):
                found.setdefault(inner.low, kind)
        before = words[at - 1]
        kind = _kind_near(words, min(at + _MOST, len(words) - 1), at + 1)
        if kind and _ACRONYM.fullmatch(text[before.start : before.end]):
            spelt = [w.low[0] for w in words[at + 1 : at + _MOST] if w.low not in BREAKS]
            if "".join(spelt).startswith(before.low[:2]) and before.low not in BREAKS | HEADS:
                found.setdefault(before.low, kind)
    return found


def _kind_near(words: Sequence[Word], high: int, low: int) -> Kind | None:
    for at in range(high, max(low, 0) - 1, -1):
        if words[at].low in HEADS or words[at].low == "liberation":
            return kind_of(words[at].low)
    return None


def _acronym(
    text: str, words: Sequence[Word], at: int, acronyms: Mapping[str, Kind]
) -> Name | None:
    low = words[at].low
    if low in acronyms and text[words[at].start : words[at].end].isupper():
        return Name(at, at, acronyms[low], acronym=True)
    return None


def kind_of(head: str) -> Kind:
    """The kind of an organisation whose name ends in ``head``."""
    if head in STATE:
        return "state"
    if head in ARMED or head == "liberation":
        return "armed"
    return "crime" if head in CRIME else "other"


def _headed(words: Sequence[Word], head: int) -> Name | None:
    """The name that ends at the word ``head`` or goes on behind it with "of"."""
    last = _tail(words, head)
    first = head
    while head - first < _MOST and first > 0 and _modifies(words, first - 1):
        first -= 1
    if words[first].low == "'s":
        first += 1
    if first == head == last and words[head].low not in COMMON_HEADS:
        return None
    if first == head == last and words[head].low == "right":
        return None
    freed = any(word.low == "liberation" for word in words[head + 1 : last + 1])
    return Name(first, last, kind_of("liberation" if freed else words[head].low))


def _modifies(words: Sequence[Word], at: int) -> bool:
    """Whether the word at ``at`` belongs to the name that goes on behind it."""
    word, after = words[at], words[at + 1]
    if word.sentence != after.sentence or word.low in BREAKS:
        return False
    if word.low == "'s":
        return words[at - 1].low in ("people", "peoples", "workers", "peasants", "women")
    parts = word.low.split("-")
    if any(part in MODIFIERS or part in HEADS for part in parts):
        return word.shouted or word.capital or word.low not in HEADS
    if not word.shouted:
        return word.capital
    return (word.low[0].isdigit() and not word.low.isdigit()) or _nameable(word.low)


def _nameable(low: str) -> bool:
    """Whether a word in a text in capitals can be part of a name, by its form."""
    return (
        low.isalpha()
        and len(low) > 2
        and not low.endswith(("ed", "ing", "ly"))
        and low not in BREAKS
    )


def _tail(words: Sequence[Word], head: int) -> int:
    """The last word of "Army of National Liberation", "Armed Forces of Colombia"."""
    at = head + 1
    if at + 1 >= len(words) or words[at].low not in ("of", "for"):
        return head
    at += 1
    if words[at].low == "the" and at + 1 < len(words):
        at += 1
    last = head
    while at < len(words) and at - head < 6:
        word = words[at]
        proper = word.capital and word.low not in BREAKS and word.sentence == words[head].sentence
        known = word.low in MODIFIERS or word.low in HEADS or word.low in _states()
        if not proper or (word.shouted and not known):
            break
        last = at
        at += 1
    return last
