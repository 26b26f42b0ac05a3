"""Mentions of one organisation put together, whatever each calls it."""

from collections import Counter
from collections.abc import Sequence

import msgspec

from counterclaim.facts.perpetrators.names import Kind, Name
from counterclaim.facts.perpetrators.vocabulary import BREAKS, COMMON_HEADS
from counterclaim.facts.perpetrators.words import Word

__all__ = ["Organisation", "fold"]


class Organisation(msgspec.Struct):
    """An organisation of one text: its mentions in order, its names with how often each stands."""

    kind: Kind
    given: str
    mentions: list[Name]
    names: Counter[tuple[str, ...]]

    @property
    def name(self) -> tuple[str, ...]:
        """The name that it goes by: the one that stands most often, of several the longest."""
        return max(self.names, key=lambda name: (self.names[name], len(name), name))


MOST = 64
"""Organisations of a text; names of further ones are passed over, so that cost stays linear."""

_TAILS = frozenset(
    """guerrillas guerrilla rebels group groups organization organisation fighters members troops
    column columns cell cells detachment detachments terrorist soldiers command""".split()
)


def fold(words: Sequence[Word], names: Sequence[Name]) -> list[Organisation]:
    """The organisations of a text, in order of their first mention."""
    found: list[Organisation] = []
    previous: Name | None = None
    home: Organisation | None = None
    for name in names:
        low = spelling(words, name)
        match = home if _beside(words, previous, name) else None
        if match is None:
            match = next((one for one in found if _same(one, name, low)), None)
        if match is None and len(found) == MOST:
            continue
        if match is None:
            match = Organisation(name.kind, name.given, [], Counter())
            found.append(match)
        match.mentions.append(name)
        match.names[low] += 1
        match.given = match.given or name.given
        if name.given:
            match.kind = "armed"
        previous, home = name, match
    return found


def spelling(words: Sequence[Word], name: Name) -> tuple[str, ...]:
    """The words of a name in lower case."""
    return tuple(word.low for word in words[name.first : name.last + 1])


def _beside(words: Sequence[Word], previous: Name | None, name: Name) -> bool:
    """Whether a bracket alone stands between two names: "… Front (FMLN)"."""
    if previous is None or name.first - previous.last != 2:
        return False
    if words[previous.last + 1].low not in "([{,-":
        return False
    if words[previous.last + 1].low in ",-":
        return False
    return previous.acronym != name.acronym


def _same(one: Organisation, name: Name, low: tuple[str, ...]) -> bool:
    if name.given and one.given:
        return one.given == name.given
    if low in one.names:
        return True
    if name.acronym:
        return any(len(other) > 1 and initials(other) == low[0] for other in one.names)
    for other in one.names:
        if len(low) > 1 and len(other) == 1 and initials(low) == other[0]:
            return True
        if _part(low, other) or _part(other, low):
            return True
    return False


def initials(name: tuple[str, ...]) -> str:
    """First letters of a name's words, without its small ones."""
    return "".join(word[0] for word in name if word not in BREAKS)


def _part(short: tuple[str, ...], long: tuple[str, ...]) -> bool:
    """Whether ``long`` is ``short`` with words before it, or followed by "guerrillas" and such."""
    if len(short) >= len(long):
        return False
    if long[-len(short) :] == short:
        return len(short) > 1 or short[0] in COMMON_HEADS
    return long[: len(short)] == short and all(w in _TAILS for w in long[len(short) :])
