"""States that the tables do not hold, known by how a page uses their names."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from counterclaim.actors.knowledge import Entry, Name, Organ
from counterclaim.actors.lexicon import Token, joined
from counterclaim.actors.naming import actor_id, noun_form, stems
from counterclaim.actors.registry import Registry
from counterclaim.actors.whereabouts import GEOGRAPHIC
from counterclaim.actors.words import BEFORE_STATE, NOT_NAMES, ORGAN_MODIFIERS

__all__ = ["PageStates"]

LOCAL_ORGANS = frozenset(
    {"police", "civil-defence", "health-ministry", "prosecutor", "red-crescent", "railway", "navy"}
)
"""Organs that a city or a company may have as well as a state."""

_STATE_MAKERS = frozenset(
    "president government king queen parliament prime foreign defence defense interior army "
    "military "
    "ambassador envoy regime troops soldiers monarchy republic premier airspace sovereignty "
    "territorial".split()
)
"""Words after an unknown capitalised name that show it to be a state's or a people's."""

_CROWNS = frozenset({"king", "queen"})
_SHORTEST_IN_CAPITALS = 6
"""Letters of a word in capitals from which on it may be a state's; less is an acronym."""

_OF_PERSONS = frozenset(
    "forces troops soldiers regime administration leadership leaders cabinet aviation fleet "
    "officials "
    "authorities government media".split()
)
"""Organs that a person may be said to have ("X's forces"): no proof of a state unless its adjective
stands before them."""

_ANY_MEDIUM = frozenset({"news", "press", "agency", "television", "radio", "media"})
"""First words of media that need not be a state's: "Tanda news agency"."""

_LOCATIVE = frozenset("in near at outside into around inside across towards toward between".split())
_SAID_FROM = frozenset(
    "comment comments response reaction word statement confirmation answer reply denial "
    "order".split()
)

_FORCES = frozenset({"army", "air-force", "armed-forces", "military", "navy"})
_POLITIES = frozenset(
    "republic kingdom government state emirate president union federation".split()
)
_REALMS = re.compile(
    r"\b(?:territorial (?:waters|integrity|sea)|airspace|sovereignty|armed forces) of (?:the )?$"
)
"""What stands before the name of a state whose it is."""
_REALM_REACH = 30

_WORD = r"[^\W\d_a-z][\w'’-]{0,40}"
_CAPITAL = re.compile(
    rf"\b({_WORD})(?:['’]s)? capital(?: city)?(?: of|,)? ({_WORD})"
    rf"|\b({_WORD}), (?:the )?({_WORD})(?:['’]s)? capital\b"
)
_ADJECTIVAL = ("ian", "ean", "ese", "ish", "ni", "ri", "li", "ti", "ki", "an")


@dataclass
class PageStates:
    """States of one page by use: "the Velmarian army", "Velmaria's president".

    ``names`` maps every form of a state's name that occurs, adjectives included, to its actor id.
    """

    text: str
    page: Sequence[Token]
    registry: Registry
    names: dict[str, str] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.common = frozenset(token.text for token in self.page if token.text.islower())
        self._places: dict[str, list[int]] = {}
        self._by_stem: dict[str, set[str]] = {}
        for at, token in enumerate(self.page):
            if token.capital and token.fold not in NOT_NAMES:
                self._places.setdefault(token.text, []).append(at)
        for word in self._places:
            for stem in stems(word):
                self._by_stem.setdefault(stem, set()).add(word)
        used = [t.text for at, t in enumerate(self.page) if self.unknown(at) and self._is_state(at)]
        for name in used:
            self._learn(name)

    def places(self, word: str) -> Sequence[int]:
        """The tokens at which ``word`` stands, written just so."""
        return self._places.get(word, ())

    def capitals(self) -> Iterator[tuple[str, Name]]:
        """Capitals of these states: "the Velmarian capital, Velgrad"."""
        for match in _CAPITAL.finditer(self.text) if " capital" in self.text else ():
            owner, city = match.group(1) or match.group(4), match.group(2) or match.group(3)
            if owner in self.names:
                yield city, Name(self.names[owner], "capital")

    def after_owner(self, at: int) -> Iterator[int]:
        """The tokens at which the organ of "X", "X's" or "X's own" may begin."""
        after = at + 1
        if after < len(self.page) and self.page[after].fold == "s":
            after += 1
        while after < len(self.page) and self.adjacent(at, after):
            yield after
            if self.page[after].fold not in ORGAN_MODIFIERS:
                return
            after += 1

    def adjacent(self, left: int, right: int) -> bool:
        """Whether the tokens ``left`` to ``right`` follow each other within one phrase."""
        return all(joined(self.text, self.page[i], self.page[i + 1]) for i in range(left, right))

    def unknown(self, at: int) -> bool:
        """Whether the token may be a name that the tables do not hold."""
        token = self.page[at]
        if not token.capital or token.fold in NOT_NAMES or len(token.text) < 3:
            return False
        if token.text.isupper() and len(token.text) < 3:
            return False
        if token.fold in self.common or self._ends_a_name(at):
            return False
        return not self._in_tables(at) and not self._in_organ(at)

    def _ends_a_name(self, at: int) -> bool:
        """Whether the token is the end of a longer name: "San Antonio", "Martin Luther"."""
        start = self.page[at].start
        end = self.page[at].end
        if {self.text[max(0, start - 1) : start], self.text[end : end + 1]} & {"-", "\u2013"}:
            return True
        if not at or self.text[self.page[at - 1].end : start] != " ":
            return False
        before = self.page[at - 1]
        given = self.registry.knowledge.genders
        return before.capital and (before.fold in GEOGRAPHIC or before.fold in given)

    def first(self, at: int) -> bool:
        """Whether the token begins a sentence, a quotation or a line."""
        start = self.page[at].start
        before = self.text[max(0, start - 3) : start].rstrip(" \t\"'“‘(")
        return not before or before[-1] in ".!?:\n\r"

    def is_place(self, at: int) -> bool:
        """Whether a capital at ``at`` is meant as a place ("in Moscow"), not as a government."""
        before = self.page[at - 1].fold if at else ""
        if before == "from":
            return at < 2 or self.page[at - 2].fold not in _SAID_FROM
        return before in _LOCATIVE

    def _in_tables(self, at: int) -> bool:
        tables = self.registry.knowledge
        return any(
            table.match(self.text, self.page, at) is not None
            for table in (tables.names, tables.roles, tables.groups)
        )

    def _in_organ(self, at: int) -> bool:
        """Whether the token belongs to the name of some organ ("Defence" in "Defence Ministry")."""
        organs = self.registry.knowledge.organs
        return any(
            (match := organs.match(self.text, self.page, first)) is not None and match[0] > at
            for first in range(max(0, at - 3), at + 1)
        )

    def _is_state(self, at: int) -> bool:
        """Whether the token at ``at`` stands beside what only states have.

        "The United Council's envoy" makes no state of the council: its noun says what it is.
        """
        token = self.page[at]
        if token.text.isupper() and len(token.text) < _SHORTEST_IN_CAPITALS:
            return False
        if self.registry.knowledge.heads.match(self.text, self.page, at) is not None:
            return False
        for after in self.after_owner(at):
            organ = self.registry.knowledge.organs.match(self.text, self.page, after)
            if organ is not None and self._proves(at, after, organ[1]):
                return True
            if self.page[after].fold in _STATE_MAKERS and not self._crown(after):
                return True
        return self._after_polity(at) or self._after_ministry(at)

    def _crown(self, at: int) -> bool:
        """Whether a king or queen is no person here: "Martin Luther King", "the Dairy Queen"."""
        if self.page[at].fold not in _CROWNS or not self.page[at].capital:
            return False
        following = self.page[at + 1 : at + 2]
        named = [w for w in following if w.capital and w.start == self.page[at].end + 1]
        return not named

    def _proves(self, at: int, after: int, organ: Organ) -> bool:
        """Whether having this organ, named at ``after``, makes a state of the name at ``at``."""
        if organ.slug in LOCAL_ORGANS or organ.kind in {"armed_group", "group"}:
            return False
        if organ.kind in {"agency", "outlet"} and self.page[after].fold in _ANY_MEDIUM:
            return after > at + 1
        if self.page[after].fold not in _OF_PERSONS:
            return True
        return after == at + 1 and self.page[at].text.endswith(_ADJECTIVAL)

    def _after_polity(self, at: int) -> bool:
        """Whether the token stands after "Republic of" or "the government of"."""
        back = at - 2 if at > 2 and self.page[at - 1].fold in BEFORE_STATE else at - 1
        if back < 1 or self.page[back].fold != "of" or not self.adjacent(back - 1, at):
            return False
        start = self.page[at].start
        if _REALMS.search(self.text, max(0, start - _REALM_REACH), start):
            return True
        first = self.page[back - 2] if back > 1 and self.adjacent(back - 2, back) else None
        if first is not None and first.capital and first.fold not in NOT_NAMES:
            return False  # "the Forensic Union of Tolm"
        return self.page[back - 1].fold in _POLITIES

    def _after_ministry(self, at: int) -> bool:
        """Whether the token stands after "the Ministry of Defence of", or "the army of"."""
        if at > 3 and self.page[at - 1].fold in BEFORE_STATE:
            at -= 1
        if at < 3 or self.page[at - 1].fold != "of" or self._coordinated(at):
            return False
        organs = self.registry.knowledge.organs
        for first in range(max(0, at - 6), at - 1):
            organ = organs.match(self.text, self.page, first)
            if organ is not None and organ[0] == at - 1 and self._of_states(first, organ[1]):
                return self.adjacent(first, at)
        return False

    def _coordinated(self, at: int) -> bool:
        """Whether the token is the first of two: "the Department of Children and Families"."""
        following = self.page[at + 1 : at + 3]
        return len(following) == 2 and following[0].fold == "and" and following[1].capital

    def _of_states(self, first: int, organ: Organ) -> bool:
        """Whether what stands behind "of" after this organ is a state: not "the Army of Light"."""
        if organ.kind == "armed_force":
            return organ.slug in _FORCES and not self.page[first].capital
        return organ.kind == "ministry" and organ.slug not in LOCAL_ORGANS | {"ministry"}

    def _learn(self, name: str) -> None:
        """Take ``name`` for a state, together with all its forms on this page."""
        if name in self.names:
            return
        whose = self._unmarked(name)
        if whose is not None:
            self.names[name] = whose
            return
        related = {word for stem in stems(name) for word in self._by_stem.get(stem, ())}
        family = sorted(word for word in related if self._is_new(word))
        noun = min((name, *family), key=lambda form: (form.isupper(), len(form), form))
        if len({form.rstrip("s") for form in (name, *family)}) < 2 and self._adjectival(noun):
            noun = noun_form(noun)
        made = actor_id(noun)
        if self.registry.entry(made) is None:
            adjective = self._adjective(noun, (name, *family))
            self.registry.made[made] = Entry(made, noun, "state", adjective=adjective)
        for form in (name, noun, *family):
            self.names.setdefault(form, made)

    def _unmarked(self, name: str) -> str | None:
        """The state of the tables whose possessive has lost its apostrophe: "Syrias army"."""
        word = name.removesuffix("s")
        alone = [Token(0, len(word), word, word.casefold(), True)]
        known = self.registry.knowledge.names.match(word, alone, 0) if word != name else None
        if known is None or known[1].form != "name":
            return None
        return known[1].actor if self.registry.kind(known[1].actor) == "state" else None

    def _adjective(self, noun: str, forms: Sequence[str]) -> str:
        """The form of the state's name that the page uses most often before its organs."""
        longer = {f for f in forms if f != noun and f.endswith(_ADJECTIVAL)}
        return max(sorted(longer), key=lambda form: len(self._places.get(form, ())), default="")

    def _is_new(self, word: str) -> bool:
        """Whether the tables do not hold ``word``."""
        alone = [Token(0, len(word), word, word.casefold(), word[0].isupper())]
        return self.registry.knowledge.names.match(word, alone, 0) is None

    def _adjectival(self, name: str) -> bool:
        """Whether ``name`` looks like an adjective and is never used as a noun."""
        for at in self._places.get(name, ()):
            token = self.page[at]
            if self.text[token.end : token.end + 2] in ("'s", "’s", ", ", ". "):
                return False
            if at and self.page[at - 1].fold in {"in", "of", "to", "from"}:
                return False
        return name.endswith(_ADJECTIVAL)
