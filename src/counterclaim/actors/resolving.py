"""From the words of a mention to an actor: names, roles, groups, pronouns, "the ministry"."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right, insort
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from counterclaim.actors.knowledge import Organ, Role
from counterclaim.actors.lexicon import Token, tokens
from counterclaim.actors.naming import slug
from counterclaim.actors.people import MINISTERS, Person
from counterclaim.actors.persons import NOT_PERSONS
from counterclaim.actors.scan import Found, Scanner
from counterclaim.actors.words import FIRST_PERSON, NOT_NAMES, PREPOSITIONS, PRONOUNS
from counterclaim.records import ActorKind

__all__ = ["Resolution", "Resolver"]


@dataclass(frozen=True)
class Resolution:
    """Who is meant, of what kind, and by which rule. ``actor`` is ``None`` where unresolved."""

    actor: str | None
    kind: ActorKind
    reason: str


_APPOSED = re.compile(
    r",? (?:the|a|an) (?:[\w-]+ ){0,4}?(?P<noun>[\w-]{3,})(?=[,.;]| (?:which|that|who|of|in|for)\b)"
)
_PERSONAL_REACH = 1500
"""Code points back within which he or she is looked for."""
_IMPERSONAL_REACH = 700
"""The same for it, they, "the statement" and "the ministry"."""
_WORDINGS = frozenset(
    "statement communique communiqué report reports release note letter post tweet message account "
    "press readout article document text declaration memo broadcast".split()
)
"""What somebody issues: its word is its issuer's."""

_GENERIC: Mapping[str, tuple[str, ...]] = {
    "ministry": ("ministry",),
    "department": ("ministry",),
    "military": ("armed_force",),
    "army": ("armed_force",),
    "forces": ("armed_force", "armed_group"),
    "force": ("armed_force",),
    "command": ("armed_force",),
    "coalition": ("armed_force",),
    "alliance": ("armed_force", "body"),
    "navy": ("armed_force",),
    "police": ("armed_force",),
    "government": ("government", "state"),
    "administration": ("government", "state"),
    "regime": ("government", "state"),
    "authorities": ("government", "state"),
    "presidency": ("government",),
    "kingdom": ("state",),
    "republic": ("state",),
    "country": ("state",),
    "state": ("state",),
    "agency": ("agency", "outlet"),
    "newswire": ("agency",),
    "wire": ("agency",),
    "newspaper": ("outlet",),
    "paper": ("outlet",),
    "daily": ("outlet",),
    "network": ("outlet", "organisation"),
    "channel": ("outlet",),
    "broadcaster": ("outlet",),
    "station": ("outlet",),
    "outlet": ("outlet", "agency"),
    "website": ("outlet", "agency"),
    "site": ("outlet", "agency"),
    "magazine": ("outlet",),
    "group": ("armed_group", "organisation"),
    "militia": ("armed_group",),
    "movement": ("armed_group", "organisation"),
    "insurgents": ("armed_group",),
    "rebels": ("armed_group",),
    "militants": ("armed_group",),
    "organisation": ("organisation", "body", "armed_group"),
    "organization": ("organisation", "body", "armed_group"),
    "watchdog": ("organisation", "body"),
    "monitor": ("organisation",),
    "observatory": ("organisation",),
    "charity": ("organisation",),
    "company": ("organisation",),
    "airline": ("organisation",),
    "body": ("body", "organisation"),
    "council": ("body", "government"),
    "mission": ("body", "government"),
    "commission": ("body", "government"),
}
"""Nouns that stand for an organisation named before, to the kinds it may have."""
_UNNAMED = frozenset({"speaker", "official", "officer", "envoy", "minister", "head"})
_PLURAL_KINDS = frozenset({"group", "armed_group", "armed_force", "organisation", "government"})
_VAGUE = frozenset("same said whole entire local state own armed main".split())
_RELATIVE = frozenset({"which", "who", "that"})
_OFFICES = frozenset("office campaign administration government team press aides staff".split())
"""What speaks for the one it belongs to: "her office"."""
_DETERMINERS = frozenset("the a an its their his her this that one another".split())
_LONGEST_NAME = 7
"""Words that the name of somebody known by nothing else may have."""
_SPLIT = re.compile(r",|;|\bwho\b|\bwhich\b|\bwhose\b|\bthat\b|\bciting\b|\bquoting\b|\(")


class Resolver:
    """Resolves stretches of one page. ``history`` is who spoke where, in text order."""

    def __init__(
        self,
        scanner: Scanner,
        people: Mapping[str, Person],
        mentions: Sequence[Found],
        sentences: Sequence[tuple[int, int]],
        own_voice: Callable[[], str],
    ) -> None:
        self.own_voice = own_voice
        self.scanner = scanner
        self.registry = scanner.registry
        self.text = scanner.text
        self.people = people
        self.mentions = mentions
        self.sentences = sentences
        self._starts = [mention.start for mention in mentions]
        self._sentence_starts = [start for start, _ in sentences]
        self._history: list[tuple[int, str]] = []
        self._described = self._descriptions()
        self._unnamed: set[tuple[int, str]] = set()

    def _descriptions(self) -> dict[str, set[str]]:
        """What actors are said to be: "Havrin Works, the operator," makes it "the operator"."""
        found: dict[str, set[str]] = {}
        for mention in self.mentions:
            match = _APPOSED.match(self.text, mention.end)
            if match is not None and mention.actor not in self.people:
                found.setdefault(mention.actor, set()).add(match["noun"].casefold())
        return found

    def spoke(self, start: int, actor: str) -> None:
        """Note who spoke at ``start``."""
        insort(self._history, (start, actor))

    def last_speaker(self, start: int, reach: int) -> str | None:
        """Who spoke last before ``start``."""
        for at, actor in reversed(self._history[: bisect_left(self._history, (start, ""))]):
            return actor if at >= start - reach else None
        return None

    def resolve(self, start: int, end: int, *, speaking: bool = False) -> Resolution:
        """Who ``text[start:end]`` is."""
        words = self._words(start, end)
        if not words:
            return self._unresolved("no words")
        if len(words) == 1 and words[0].fold in _RELATIVE:
            return self._relative(words[0])
        if len(words) == 1 and words[0].fold in PRONOUNS:
            return self._pronoun(words[0], speaking)
        ours = len(words) == 2 and words[0].fold == "our"
        if (len(words) == 1 or ours) and words[0].fold in FIRST_PERSON:
            return Resolution(self.own_voice(), "outlet", "the page's own voice")
        inside = self._inside(start, end)
        head_end = self._head_end(words, end)
        for rule in (
            *(self._person, self._office, self._role, self._wording),
            *(self._organisation, self._back),
        ):
            found = rule(words, inside, head_end)
            if found is not None:
                return found
        return (
            self._group(words, inside)
            or self._apposition(words, end)
            or self._by_noun(words, head_end)
            or self._unknown_name(words, head_end)
        )

    def _words(self, start: int, end: int) -> list[Token]:
        """The words of the stretch, without a possessive at its end."""
        words = list(tokens(self.text, start, end))
        if len(words) > 1 and words[-1].fold == "s" and self.text[words[-1].start - 1] in "'’":
            words.pop()
        return words

    def _relative(self, word: Token) -> Resolution:
        """Who or which: the mention that ends right before it."""
        index = bisect_left(self._starts, word.start) - 1
        if index >= 0:
            mention = self.mentions[index]
            if self.text[mention.end : word.start].strip() in ("", ","):
                kind = self.registry.kind(mention.actor)
                return Resolution(mention.actor, kind, f"{word.fold}: named right before")
        return self._unresolved(f"{word.fold}: nobody named right before")

    # -- parts of the stretch -------------------------------------------------------------------

    def _inside(self, start: int, end: int) -> list[Found]:
        first, last = bisect_left(self._starts, start), bisect_left(self._starts, end)
        return [m for m in self.mentions[first:last] if m.end <= end + 1]

    def _head_end(self, words: Sequence[Token], end: int) -> int:
        """Where the head of the stretch ends: before its first comma, clause or preposition."""
        first = words[0].start
        cut = _SPLIT.search(self.text, words[0].end, end)
        stop = cut.start() if cut else end
        for word in words[1:]:
            if word.start >= stop:
                break
            if word.fold in PREPOSITIONS and not self._inside_mention(word.start):
                return word.start
        return max(stop, first + 1)

    def _inside_mention(self, at: int) -> bool:
        index = bisect_right(self._starts, at) - 1
        return index >= 0 and self.mentions[index].start <= at < self.mentions[index].end

    # -- rules --------------------------------------------------------------------------------

    def _person(
        self, words: Sequence[Token], inside: Sequence[Found], head_end: int
    ) -> Resolution | None:
        """A named person in the head, or named by the role that the stretch begins with."""
        start = words[0].start
        for mention in inside:
            person = self.people.get(mention.actor)
            if person is None or self.text[mention.end : mention.end + 2] in ("'s", "’s"):
                continue
            titled = any(
                start - 5 <= r.start <= head_end and r.end <= mention.start for r in person.roles
            )
            if mention.start < head_end or titled or self._follows_comma(mention, words):
                return Resolution(person.id, "person", f"a person {mention.reason}")
        return None

    def _follows_comma(self, mention: Found, words: Sequence[Token]) -> bool:
        """Whether the name stands in apposition: "the army's chief of medicine, Jan Tol"."""
        before = self.text[words[0].start : mention.start]
        return before.endswith(", ") and role_word(self.scanner, words, mention.start) is not None

    def _role(
        self, words: Sequence[Token], inside: Sequence[Found], head_end: int
    ) -> Resolution | None:
        """A role without a name: "a Pentagon spokesman", "the spokeswoman", "the foreign minister"."""
        role = role_word(self.scanner, words, head_end)
        if role is None or not self._is_head(role, words, head_end):
            return None
        owner = self._owner(inside)
        definite = words[0].fold not in {
            "a",
            "an",
            "one",
            "another",
            "some",
            "two",
            "three",
            "several",
        }
        if definite and (found := self._holder(words[0].start, role.word, owner)):
            return Resolution(found, "person", f"the person with the role {role.word}")
        if owner is None:
            owner = self._organ_before(words, role) or self._possessor(words[0])
        if owner is None and role.kind in _UNNAMED and not role.word.startswith("official"):
            owner = self._back_owner(words[0].start)
        if owner is None:
            return None
        if role.kind == "source":
            made = self.registry.introduce(
                f"{self._name(owner)} source (unnamed)",
                "person",
                member_of=owner,
                slug=f"{owner.removeprefix('actor:')}-source",
            )
            return Resolution(made, "person", f"an unnamed source in {owner}")
        if role.kind in _UNNAMED:
            organ = self._organ_for(role.word, owner)
            self._unnamed.add((words[0].start, organ))
            return Resolution(
                organ, self.registry.kind(organ), f"an unnamed {role.word} speaks for it"
            )
        return None

    def _is_head(self, role: Role, words: Sequence[Token], head_end: int) -> bool:
        """Whether the role's noun is the last of the head: not so in "the official agency"."""
        heads = [w for w in words if w.start < head_end]
        plural = heads[-1].fold.removesuffix("s")
        return heads[-1].fold == role.word.split()[-1].split("-")[-1] or plural == role.word

    def _owner(self, inside: Sequence[Found]) -> str | None:
        """Whom a role belongs to: its state before a body ("U.S. UN envoy"), else the last named."""
        organisations = [m for m in inside if m.actor not in self.people]
        kinds = [self.registry.kind(m.actor) for m in organisations]
        if len(organisations) > 1 and kinds[0] == "state" and kinds[1] == "body":
            return organisations[0].actor
        return organisations[0].actor if organisations else None

    def _organ_before(self, words: Sequence[Token], role: Role) -> str | None:
        """The organ that a bare noun before the role goes back to: "a ministry spokeswoman"."""
        nouns = [w for w in words if w.fold not in _DETERMINERS and w.fold not in role.word.split()]
        nouns = [w for w in nouns if w.fold != "s"]
        if not nouns or nouns[-1].capital or nouns[-1].end > words[-1].start:
            return None
        the = Token(words[0].start, words[0].end, "the", "the")
        found = self._back([the, nouns[-1]], (), nouns[-1].end)
        return found.actor if found else None

    def _possessor(self, word: Token) -> str | None:
        """Whom "his", "her", "its" or "their" goes back to."""
        if word.fold not in {"his", "her", "its", "their"}:
            return None
        return self._pronoun(word, speaking=True).actor

    def _office(
        self, words: Sequence[Token], inside: Sequence[Found], head_end: int
    ) -> Resolution | None:
        """ "Her office": the one whose office it is."""
        if len(words) != 2 or words[1].fold not in _OFFICES:
            return None
        actor = self._possessor(words[0])
        return Resolution(actor, self.registry.kind(actor), "whose office it is") if actor else None

    def _back_owner(self, at: int) -> str | None:
        """The organisation that spoke last: whose spokesman "a spokesman" is."""
        actor = self.last_speaker(at, _IMPERSONAL_REACH)
        entry = self.registry.entry(actor) if actor else None
        if entry is not None and entry.kind == "person":
            return entry.member_of
        return actor if self.registry.kind(actor) not in {"outlet", "agency", "group"} else None

    def _holder(self, at: int, role: str, owner: str | None) -> str | None:
        """The last person before ``at`` who has the role, and belongs to ``owner`` if one is named.

        A headline may speak of "the minister" first: then the only such person of the page is meant.
        """
        wanted = role.split()[-1]
        best: tuple[int, str] | None = None
        later: list[str] = []
        for person in self.people.values():
            entry = self.registry.entry(person.id)
            if (
                owner
                and entry
                and owner not in (entry.member_of, self.registry.state_of(person.id))
            ):
                continue
            if not any(
                wanted in r.role.word.split() or wanted in r.text.split() for r in person.roles
            ):
                continue
            before = [start for start, _ in person.at if start < at]
            if before and (best is None or max(before) > best[0]):
                best = (max(before), person.id)
            later.append(person.id)
        return best[1] if best else later[0] if len(later) == 1 else None

    def _organ_for(self, role: str, owner: str) -> str:
        """The organ behind an unnamed role of a state: its foreign minister, its president."""
        if self.registry.kind(owner) != "state":
            return owner
        for word, organ in MINISTERS.items():
            if (role == word) if " " in word else (word in role.split()):
                found = self.registry.knowledge.by_slug.get(organ)
                return self.registry.compose(owner, found) if found else owner
        return owner

    def _wording(
        self, words: Sequence[Token], inside: Sequence[Found], head_end: int
    ) -> Resolution | None:
        """ "The statement", "a report by the agency": whoever issued it."""
        heads = [w for w in words if w.start < head_end]
        if not heads or heads[-1].fold not in _WORDINGS:
            return None
        if inside:
            actor = inside[0].actor
            return Resolution(actor, self.registry.kind(actor), f"whose {heads[-1].fold} it is")
        actor_back = self.last_speaker(words[0].start, _PERSONAL_REACH)
        if actor_back is None or words[0].fold not in {
            "the",
            "this",
            "that",
            "its",
            heads[-1].fold,
        }:
            return None
        return Resolution(
            actor_back, self.registry.kind(actor_back), f"who issued the {heads[-1].fold}"
        )

    def _organisation(
        self, words: Sequence[Token], inside: Sequence[Found], head_end: int
    ) -> Resolution | None:
        """The organisation named last in the head, or the first where the head names none."""
        heads = [m for m in inside if m.start < head_end and m.actor not in self.people]
        if not heads:
            return None
        last = heads[-1]
        joint = " and " in self.text[heads[0].end : last.start]
        chosen = heads[0] if joint else last
        rest = [w.fold for w in words if last.end <= w.start < head_end and w.fold != "s"]
        if rest and (group := self._qualified(rest, chosen.actor)) is not None:
            return group
        reason = chosen.reason + (", first of several" if joint else "")
        return Resolution(chosen.actor, self.registry.kind(chosen.actor), reason)

    def _qualified(self, rest: Sequence[str], owner: str) -> Resolution | None:
        """Unnamed people of a named party: "Velmarian activists", "Pentagon sources"."""
        phrase = " ".join(rest)
        table = list(tokens(phrase))
        for at in range(len(table)):
            match = self.registry.knowledge.groups.match(phrase, table, at)
            if match is None or match[0] != len(table):
                continue
            if match[1] in {"officials", "authorities", "leaders"}:
                return Resolution(owner, self.registry.kind(owner), "its unnamed officials")
            base = owner.removeprefix("actor:")
            made = self.registry.introduce(
                f"{self._name(owner)} {phrase}", "group", member_of=None, slug=f"{base}-{match[1]}"
            )
            return Resolution(made, "group", "unnamed people")
        return None

    def _name(self, actor: str) -> str:
        entry = self.registry.entry(actor)
        return entry.name if entry else actor.removeprefix("actor:")

    def _back(
        self, words: Sequence[Token], inside: Sequence[Found], head_end: int
    ) -> Resolution | None:
        """ "The ministry", "the army", "the Brigade": the last actor that the noun fits."""
        heads = [w for w in words if w.start < head_end]
        if not heads or (heads[0].fold not in {"the", "this", "that"} and len(heads) > 1):
            return None
        noun = heads[-1].fold
        organ = self._organ_named(heads)
        modifiers = {w.fold.replace("defence", "defense") for w in heads[1:-1]} - _VAGUE
        for actor in self._recent(words[0].start):
            if actor not in self.people and self._fits(noun, organ, actor, modifiers):
                return Resolution(actor, self.registry.kind(actor), f"the last {noun} named")
        state = self._main_state()
        if organ is not None and state is not None and organ.kind != "group":
            made = self.registry.compose(state, organ)
            return Resolution(made, organ.kind, "an organ of the state that the page is about")
        return None

    def _organ_named(self, heads: Sequence[Token]) -> Organ | None:
        for at in range(len(heads)):
            match = self.registry.knowledge.organs.match(self.text, heads, at)
            if match is not None and match[0] == len(heads):
                return match[1]
        return None

    def _fits(self, noun: str, organ: Organ | None, actor: str, modifiers: set[str]) -> bool:
        """Whether an actor may be called "the … NOUN" once it has been named.

        What stands before the noun must belong to the actor's name or be what the organ is called:
        "the water ministry" is not the interior ministry.
        """
        if noun in self._described.get(actor, ()):
            return True
        if organ is not None and actor.endswith(f"-{organ.slug}") and organ.slug != "ministry":
            return True
        name = self._name(actor).casefold().replace("defence", "defense").split()
        if not modifiers <= set(name):
            return False
        if noun.replace("defence", "defense") in name[1:]:
            return True
        exact = organ is not None and organ.slug not in {
            "ministry",
            "army",
            "government",
            "general-command",
        }
        return not exact and self.registry.kind(actor) in _GENERIC.get(noun, ())

    def _recent(self, at: int) -> list[str]:
        """Actors named or heard before ``at``, the latest first."""
        last = bisect_left(self._starts, at)
        near = [
            (m.start, m.actor)
            for m in self.mentions[:last]
            if m.end <= at and m.form != "adjective"
        ]
        spoken = self._history[: bisect_left(self._history, (at, ""))]
        return [actor for _, actor in sorted({*near, *spoken}, reverse=True)]

    def _main_state(self) -> str | None:
        """The only state named on the page, or one named three times as often as any other."""
        counted = Counter(
            m.actor for m in self.mentions if self.registry.kind(m.actor) == "state"
        ).most_common(2)
        if not counted or (len(counted) == 2 and counted[0][1] < 3 * counted[1][1]):
            return None
        return counted[0][0]

    def _group(self, words: Sequence[Token], inside: Sequence[Found]) -> Resolution | None:
        """Unnamed people: "two residents", "local activists", "a witness"."""
        for at, word in enumerate(words):
            if word.fold in PREPOSITIONS:
                break
            match = self.registry.knowledge.groups.match(self.text, words, at)
            if match is not None:
                name = self.text[word.start : words[match[0] - 1].end].casefold()
                made = self.registry.introduce(" ".join(name.split()), "group", slug=match[1])
                return Resolution(made, "group", "unnamed people")
        return None

    def _apposition(self, words: Sequence[Token], end: int) -> Resolution | None:
        """A name after what it is: "the operator, Havrin Works, …"."""
        first = words[0].start
        if words[0].capital and words[0].fold not in {"the", "a", "an", "its", "their"}:
            return None
        comma = self.text.find(", ", first, end)
        rest = [w for w in words if comma >= 0 and w.start >= comma]
        if not rest or rest[0].start != comma + 2 or not rest[0].capital:
            return None
        stop = _SPLIT.search(self.text, rest[0].start, end)
        nouns = [w.fold for w in words if w.end <= comma]
        found = self._unknown_name(
            rest, stop.start() if stop else end, not NOT_PERSONS.isdisjoint(nouns)
        )
        if found.actor is not None:
            self._described.setdefault(found.actor, set()).add(nouns[-1])
        return found

    def _by_noun(self, words: Sequence[Token], head_end: int) -> Resolution | None:
        """An institution or a person known only by what it is: "the inquest office", "a trucker".

        A name before the noun is part of the name ("Ostrow hospital").
        """
        heads = [w for w in words if w.start < head_end]
        if not heads or len(heads) > _LONGEST_NAME or heads[-1].capital:
            return None
        head = self.registry.knowledge.heads.match(self.text, heads, len(heads) - 1)
        organ = self._organ_named(heads)
        kind: ActorKind | None = organ.kind if organ else head[1] if head else None
        role = role_word(self.scanner, heads, head_end)
        if kind is None and role is None:
            return None
        named = heads[1:] if heads[0].fold in _DETERMINERS else heads
        phrase = " ".join(self.text[named[0].start : named[-1].end].split()) if named else ""
        if not phrase or (kind is None and len(named) > 4):
            return None
        made = self.registry.introduce(phrase, kind or "person", slug=slug(phrase))
        return Resolution(made, self.registry.kind(made), "known only by what it is")

    def _unknown_name(
        self, words: Sequence[Token], head_end: int, organisation: bool = False
    ) -> Resolution:
        """A capitalised name that neither the tables nor the page explain."""
        heads = [w for w in words if w.start < head_end]
        names = [w for w in heads if w.capital and w.fold not in NOT_NAMES]
        if not names or not heads[-1].capital or len(heads) > _LONGEST_NAME:
            return self._unresolved("no name, no role, nothing it goes back to")
        first = heads.index(names[0])
        text = " ".join(self.text[heads[first].start : heads[-1].end].split())
        article = heads[0].fold in {"the", "a", "an"}
        person = 2 <= len(heads) - first <= 4 and not article
        kind: ActorKind = "person" if person else "unknown"
        head = self.registry.knowledge.heads.match(self.text, heads, len(heads) - 1)
        if head is None and first:
            head = self.registry.knowledge.heads.match(self.text, heads, first - 1)
        if head is not None or organisation:
            kind = head[1] if head is not None else "organisation"
        made = self.registry.introduce(text, kind)
        return Resolution(made, self.registry.kind(made), "a name that the tables do not hold")

    # -- pronouns -----------------------------------------------------------------------------

    def _pronoun(self, word: Token, speaking: bool) -> Resolution:
        gender = PRONOUNS[word.fold]
        if speaking:
            actor = self._spoke_before(word.start, gender)
            if actor is not None:
                return Resolution(actor, self.registry.kind(actor), f"{word.fold}: who spoke last")
        sentence = bisect_right(self._sentence_starts, word.start) - 1
        for index in (sentence, sentence - 1):
            if index < 0:
                break
            low, high = self.sentences[index]
            fitting = [
                m for m in self._inside(low, min(high, word.start)) if self._agrees(m, gender)
            ]
            if fitting and (gender != "p" or len({m.actor for m in fitting}) == 1):
                actor = fitting[0].actor
                return Resolution(
                    actor, self.registry.kind(actor), f"{word.fold}: the first that agrees"
                )
        actor = self._spoke_before(word.start, gender)
        if actor is not None:
            return Resolution(actor, self.registry.kind(actor), f"{word.fold}: who spoke last")
        return self._unresolved(f"{word.fold}: nobody, or more than one, agrees")

    def _spoke_before(self, at: int, gender: str) -> str | None:
        reach = _PERSONAL_REACH if gender in "mf" else _IMPERSONAL_REACH
        for start, actor in reversed(self._history[: bisect_left(self._history, (at, ""))]):
            if start < at - reach:
                return None
            personal = gender in "mf" and (start, actor) in self._unnamed
            if personal or self._kind_agrees(actor, gender):
                return actor
        return None

    def _agrees(self, mention: Found, gender: str) -> bool:
        return mention.form != "adjective" and self._kind_agrees(mention.actor, gender)

    def _kind_agrees(self, actor: str, gender: str) -> bool:
        kind = self.registry.kind(actor)
        if gender in "mf":
            person = self.people.get(actor)
            return kind == "person" and (person is None or person.gender in ("", gender))
        if gender == "p":
            return kind in _PLURAL_KINDS
        return kind not in {"person", "group"}

    @staticmethod
    def _unresolved(reason: str) -> Resolution:
        return Resolution(None, "unknown", reason)


def role_word(scanner: Scanner, words: Sequence[Token], stop: int) -> Role | None:
    """The last role named before ``stop`` among ``words``."""
    found = None
    for at, word in enumerate(words):
        if word.start >= stop:
            break
        match = scanner.registry.knowledge.roles.match(scanner.text, words, at)
        if match is not None:
            found = match[1]
    return found
