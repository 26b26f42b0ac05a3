"""Finding the states, organs and organisations that a page names."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cached_property

from counterclaim.actors.acronyms import acronyms, initials, other_names
from counterclaim.actors.endings import Endings
from counterclaim.actors.found import BY_LAST_WORD, Found, in_titles, short_names
from counterclaim.actors.homonyms import COMMON_CAPITALS, Homonyms
from counterclaim.actors.knowledge import Knowledge, Name, Organ
from counterclaim.actors.lexicon import Phrases, Token, closed, title_case
from counterclaim.actors.media import adjoins, named_media, outlet_names
from counterclaim.actors.organs import Organs
from counterclaim.actors.owners import OFFICIAL, home_state, own_name, with_owners
from counterclaim.actors.press import press
from counterclaim.actors.registry import Registry
from counterclaim.actors.states import PageStates
from counterclaim.actors.whereabouts import dateline_state, place_words
from counterclaim.actors.words import BEFORE_STATE, NOT_NAMES
from counterclaim.records import ActorKind

__all__ = ["Found", "Scanner"]

_POLITIES = frozenset({"state", "body"})


class Scanner:
    """One pass over a page's article; ``registry`` comes to hold actors that only it knows."""

    def __init__(
        self, text: str, page: Sequence[Token], knowledge: Knowledge, outlet: str | None = None
    ) -> None:
        self.text = text
        self.page = page
        self.registry = Registry(knowledge)
        self.outlet_name = outlet
        self.titled = title_case(text, page)
        self._places = place_words(page)
        tables = (knowledge.names, knowledge.roles, knowledge.heads, knowledge.organs)
        self._homonyms = Homonyms(text, page, knowledge.genders, tables)
        self.home: str | None = None
        self.states = PageStates(text, page, self.registry)
        self._organs = Organs(text, page, knowledge, self.states)
        self._endings = Endings(text, page, knowledge, self._organs, self)
        self._own: Phrases[Name] = Phrases(self.states.capitals())
        own = outlet_names(self.registry, outlet) if outlet else ()
        media = list(named_media(self.text, self.page, self.registry, self.states))
        media += press(self.text, self.page, self.registry, self.states)
        self._own = Phrases([*self.states.capitals(), *self._shortened(), *own, *media])

    def scan(self) -> list[Found]:
        """Mentions in text order, none overlapping another."""
        found, position = list[Found](), 0
        for at, token in enumerate(self.page):
            if token.start >= position and (best := self.at(at)) is not None:
                found.append(best)
                position = best.end
        given = self.text, self.page, found, self.titled
        whole = sorted([*found, *in_titles(*given), *short_names(*given)], key=lambda m: m.start)
        home = home_state(self.registry, self.outlet_name, self.states.names)
        self.home = home or dateline_state(self.registry, self.text, found)
        return with_owners(self.registry, self.text, whole, self.home)

    def at(self, at: int) -> Found | None:
        """The longest mention that begins at token ``at``."""
        if not self._organs.may_begin(at) and self._nobody(at):
            return None  # as at most tokens
        options = filter(None, (self._named(at), self._organ_of(at)))
        best = max(options, key=lambda f: f.end, default=None)
        organisation = self._endings.name(at)
        if organisation is None or (best and best.end >= self.page[organisation[0]].end):
            return best
        actor, end = self._introduced(at, *organisation, best)
        return Found(self.page[at].start, end, actor, BY_LAST_WORD)

    def _introduced(
        self, at: int, last: int, kind: ActorKind, best: Found | None
    ) -> tuple[str, int]:
        """The organisation that tokens ``at`` to ``last`` name, and where its mention ends.

        ``best`` is the name that begins it: "Velmaria" in "Velmaria's Tide Office" is whose it is.
        """
        end = self.page[last].end
        owner = best.actor if best and self.registry.kind(best.actor) == "state" else None
        if best is not None and self.text[best.end : best.end + 3] in ("'s ", "’s "):
            rest = " ".join(self.text[best.end + 3 : end].split())
            if owner is not None:
                return own_name(self.registry, rest, kind, owner), end
            return self.registry.introduce(rest, kind), end
        name = " ".join(self.text[self.page[at].start : end].split())
        if name.endswith("Police Department"):
            name = name.removesuffix(" Department")
        state = self._of_state(last) if kind in OFFICIAL else None
        if state is not None:
            return own_name(self.registry, name, kind, state[1]), closed(
                self.text, self.page, state[0]
            )
        return self.registry.introduce(name, kind), end

    def _of_state(self, last: int) -> tuple[int, str] | None:
        """The state after "of" behind token ``last``: its last token, and its id."""
        here = last + 1
        if here + 1 >= len(self.page) or self.page[here].fold != "of":
            return None
        here += 2 if self.page[here + 1].fold == "the" else 1
        if here >= len(self.page) or not self.states.adjacent(last, here):
            return None
        name = self.name(here)
        if name is None or self.registry.kind(name[1].actor) != "state":
            return None
        return name[0] - 1, name[1].actor

    def name(self, at: int) -> tuple[int, Name] | None:
        """The longest name that begins at token ``at``."""
        return next(self._names(at), None)

    def _names(self, at: int) -> Iterator[tuple[int, Name]]:
        """Names that begin at token ``at``, longest first, the page's own before the tables'."""
        if self._nobody(at):
            return
        matches = [
            *self._own.matches(self.text, self.page, at),
            *self.registry.knowledge.names.matches(self.text, self.page, at),
        ]
        if self.page[at].fold in self._places and not self.page[at].text.isupper():
            kind = self.registry.kind
            matches = [m for m in matches if m[0] > at + 1 or kind(m[1].actor) in _POLITIES]
        matches = [m for m in matches if not (self._cut_short(at, *m) or self._no_state(at, *m))]
        yield from sorted(matches, key=lambda match: -match[0])
        state = self.state_name(at)
        if state is not None and not matches:
            yield state

    def _cut_short(self, at: int, after: int, name: Name) -> bool:
        """Whether a paper's short name only begins a longer one: "The Hill Guard"."""
        if self.page[at].fold != "the" or after != at + 2 or after >= len(self.page):
            return False
        word = self.page[after]
        if self.registry.kind(name.actor) != "outlet" or word.start in self.titled:
            return False
        return word.capital and word.fold not in NOT_NAMES and self.states.adjacent(at + 1, after)

    def _nobody(self, at: int) -> bool:
        """Whether no name begins with this word; most words end here."""
        token, names = self.page[at], self.registry.knowledge.names
        return not (token.capital or names.begins(token.fold) or self._own.begins(token.fold))

    def _shortened(self) -> Iterator[tuple[str, Name]]:
        """Acronyms explained on the page, and the names that they stand for."""
        for at, (low, high) in acronyms(self.text, self.page):
            actor = self._full_name(at, low, high)
            name = self.text[self.page[low].start : self.page[high].end]
            yield name, Name(actor)
            yield self.page[at].text, Name(actor)
        for other, full in other_names(self.text, self.page):
            known = self._known_organisation(*full) or self._known_organisation(*other)
            if known is None and initials(self.page, *full) == self.page[other[0]].text:
                known = self._full_name(other[0], *full)
            if known is not None:
                for low, high in (other, full):
                    yield self.text[self.page[low].start : self.page[high].end], Name(known)

    def _known_organisation(self, low: int, high: int) -> str | None:
        """The actor that tokens ``low`` to ``high`` name by the tables or by their last word."""
        end = self.page[high].end
        found = self._named(low) or self._organ_of(low)
        if found is not None and found.end >= end:
            return found.actor if found.form == "name" else None
        kind = self._organs.head(high)
        name = " ".join(self.text[self.page[low].start : end].split())
        return self.registry.introduce(name, kind) if kind and high > low else None

    def _full_name(self, at: int, low: int, high: int) -> str:
        """The actor behind the name spelt out by tokens ``low`` to ``high``."""
        for first in (low, at):
            found = self._named(first) or self._organ_of(first)
            if found and found.end >= self.page[high if first == low else at].end:
                return found.actor
        name = " ".join(self.text[self.page[low].start : self.page[high].end].split())
        kinds = [self._organs.head(i) for i in range(low, high + 1)]
        kind: ActorKind = next((k for k in reversed(kinds) if k), "organisation")
        return self.registry.introduce(name, kind)

    def state_name(self, at: int) -> tuple[int, Name] | None:
        """A state that only this page knows."""
        word, known = self.page[at].text, self.states.names
        state = known.get(word) or known.get(word.removesuffix("s"))
        if state is None:
            return None
        entry = self.registry.entry(state)
        same = entry is not None and entry.name.casefold() == word.casefold()
        return at + 1, Name(state, "name" if same else "adjective")

    def _named(self, at: int) -> Found | None:
        """The longest name, where a state's name reaches as far as the organ that follows it."""
        found = [self._with_organ(at, after, name) for after, name in self._names(at)]
        return max((f for f in found if f is not None), key=lambda f: f.end, default=None)

    def _with_organ(self, at: int, after: int, name: Name) -> Found | None:
        if self.registry.kind(name.actor) == "state":
            organ = self._organ_after(after - 1)
            if organ is not None and self._named_medium(organ) is None:
                return self._composed(at, self.page[organ[0] - 1].end, name.actor, organ[1])
            if name.form == "capital" and self.states.is_place(at):
                return None
        elif self._given_name(at, after, name):
            return None
        start, end = self.page[at].start, closed(self.text, self.page, after - 1)
        return Found(start, end, name.actor, f"named ({name.form})", name.form)

    def _no_state(self, at: int, after: int, name: Name) -> bool:
        """Whether a state's or a capital's name means something else here."""
        if self.registry.kind(name.actor) != "state":
            return False
        if self._homonyms.elsewise(at, after):
            return True
        if name.form != "capital":
            return False
        said = " ".join(token.fold for token in self.page[at:after])
        return said in COMMON_CAPITALS and name.actor not in self._states_named

    @cached_property
    def _states_named(self) -> frozenset[str]:
        """States that the page names by other names than their capitals'."""
        names = self.registry.knowledge.names
        found = (names.match(self.text, self.page, at) for at in range(len(self.page)))
        return frozenset(m[1].actor for m in found if m is not None and m[1].form != "capital")

    def _given_name(self, at: int, after: int, name: Name) -> bool:
        """Whether a medium's name is somebody's given name: Petra in "Petra Arn, 34, said"."""
        if after - at > 1 or after >= len(self.page) or name.form != "name":
            return False
        if self.registry.kind(name.actor) not in {"agency", "outlet"}:
            return False
        if self.page[at].fold not in self.registry.knowledge.genders:
            return False
        following = self.page[after]
        if not following.capital or self.text[self.page[at].end : following.start] != " ":
            return False
        knowledge = self.registry.knowledge
        taken = (knowledge.names, knowledge.roles, knowledge.heads)
        return not any(table.match(self.text, self.page, after) for table in taken)

    def _named_medium(self, organ: tuple[int, Organ]) -> str | None:
        """The actor behind the name after a medium: NHA in "the Velmarian agency NHA"."""
        after, medium = organ
        if medium.kind not in {"agency", "outlet"} or after >= len(self.page):
            return None
        name = self._own.match(self.text, self.page, after)
        if name is None or not adjoins(self.text, self.page, after, after - 1, after):
            return None
        return name[1].actor

    def _organ_after(self, at: int) -> tuple[int, Organ] | None:
        """The organ named right after token ``at``: the token after it, and the organ."""
        for after in self.states.after_owner(at):
            if self.name(after) is not None:
                return None
            organ = self._organs.at(after)
            if organ is not None:
                return organ
        return None

    def organ_end(self, at: int) -> int:
        """The token after the organ that begins at token ``at``; ``at`` itself if none does."""
        organ = self._organs.at(at)
        return organ[0] if organ is not None else at

    def _composed(self, at: int, end: int, state: str, organ: Organ) -> Found:
        actor = self.registry.compose(state, organ)
        owner = state.removeprefix("actor:")
        return Found(self.page[at].start, end, actor, f"{organ.name} of {owner}")

    def _organ_of(self, at: int) -> Found | None:
        """An organ with its state after it: "the interior ministry in Velgrad"."""
        match = self._organs.at(at)
        if match is None:
            return None
        after, organ = match
        if organ.kind in {"agency", "outlet"} and self._named_medium(match) is not None:
            return None
        state_at = after + 1
        while state_at < len(self.page) and self.page[state_at].fold in BEFORE_STATE:
            state_at += 1
        if state_at >= len(self.page) or self.page[after].fold not in {"of", "in"}:
            return None
        name = self.name(state_at) if self.states.adjacent(after - 1, state_at) else None
        if name is None or self.registry.kind(name[1].actor) != "state":
            return None
        last = name[0] - 1
        if name[1].form == "adjective":
            above = self._organ_after(last)  # "the General Staff of the Velmarian Armed Forces"
            if above is None or above[1].kind != organ.kind:
                return None
            last = above[0] - 1
        return self._composed(at, closed(self.text, self.page, last), name[1].actor, organ)
