"""Who is who in one document."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from counterclaim.actors.knowledge import Entry, Knowledge
from counterclaim.actors.lexicon import Phrases, Token, tokens
from counterclaim.actors.people import Passage, Person, gather
from counterclaim.actors.persons import find_persons
from counterclaim.actors.resolving import resolve
from counterclaim.actors.role_phrases import speaks_for_himself
from counterclaim.actors.scan import Found, Scanner
from counterclaim.actors.scene import Resolution, Scene
from counterclaim.actors.words import INDEFINITE
from counterclaim.language import flowing, sentences
from counterclaim.pages import Page
from counterclaim.records import Actor, ActorKind, Mention, Span

__all__ = ["Cast"]

READ = frozenset({"headline", "byline", "dateline", "body", "update", "caption", "embed", "note"})
"""Kinds of blocks in which actors are looked for; readers' comments name nobody."""


@dataclass
class _Listed:
    """What is known of an actor so far; becomes an :class:`Actor`."""

    entry: Entry
    person: Person | None = None
    mentions: dict[tuple[int, int], str] = field(default_factory=dict)


class Cast:
    """Who is who in one document.

    Everything is found once, on construction; :meth:`resolve` adds actors that only a source makes
    known (an unnamed official, residents), and :meth:`spoke` notes who spoke where, which is
    what pronouns and "the statement" go back to. Calls must be made in text order for that.
    """

    def __init__(self, page: Page, knowledge: Knowledge) -> None:
        self.page = page
        self.text = page.document.text
        words = list(self._words())
        self._scanner = Scanner(self.text, words, knowledge, page.document.outlet)
        organisations = self._scanner.scan()
        self.sentences = [s for block in self._blocks() for s in self._sentences(block)]
        found = find_persons(self._scanner, organisations)
        self.people = gather(self._scanner, found, organisations, list(self._passages()))
        self._mentions = _merge(organisations, self._person_mentions(words))
        self._starts = [mention.start for mention in self._mentions]
        self._named_at = {(mention.start, mention.end) for mention in self._mentions}
        self._listed: dict[str, _Listed] = {}
        self._scene = Scene(
            self._scanner, self.people, self._mentions, self.sentences, self._own_voice
        )
        for mention in self._mentions:
            self._list(mention.actor, mention.start, mention.end, mention.reason)

    # -- public -----------------------------------------------------------------------------

    def resolve(self, start: int, end: int) -> Resolution:
        """Who is meant by ``text[start:end]``: a mention, a title and name, a pronoun.

        ``Resolution.actor`` is ``None`` where that is not safe to say; ``reason`` tells the rule.
        """
        return self._kept(start, end, resolve(self._scene, start, end))

    def identify(self, start: int, end: int) -> Resolution:
        """As :meth:`resolve`, for the source of a statement; nobody is added to the cast.

        A pronoun goes back to whoever spoke last before whoever was only spoken of.
        """
        return resolve(self._scene, start, end, speaking=True)

    def note(self, at: tuple[int, int], resolution: Resolution) -> None:
        """Add whom :meth:`identify` found at ``at`` to the cast."""
        self._kept(*at, resolution)

    def spoke(self, start: int, actor: str) -> None:
        """Note that ``actor`` is the source of words at ``start``."""
        self._scene.spoke(start, actor)

    def last_speaker(self, start: int, reach: int = 600) -> str | None:
        """Who spoke last before ``start``, at most ``reach`` code points back."""
        return self._scene.last_speaker(start, reach)

    def named(self, start: int, end: int) -> list[tuple[int, int, Resolution]]:
        """Mentions inside ``[start, end)`` in text order: start, end, and who is meant."""
        first, last = bisect_left(self._starts, start), bisect_left(self._starts, end)
        return [
            (m.start, m.end, Resolution(m.actor, self.kind(m.actor), m.reason))
            for m in self._mentions[first:last]
            if m.end <= end
        ]

    def kind(self, actor: str | None) -> ActorKind:
        """The actor's kind; ``unknown`` for nobody."""
        return self._scanner.registry.kind(actor)

    def name(self, actor: str) -> str:
        """The actor's name."""
        entry = self._scanner.registry.entry(actor)
        return entry.name if entry else actor.removeprefix("actor:")

    def side(self, actor: str | None) -> str | None:
        """The state or body that the actor speaks for in the end; itself if it stands alone."""
        return self._scanner.registry.state_of(actor)

    def member_of(self, actor: str) -> str | None:
        """The organisation or state that the actor directly belongs to."""
        entry = self._scanner.registry.entry(actor)
        return entry.member_of if entry else None

    def outlet(self, name: str | None) -> str:
        """The actor id of the page's own outlet; of the page itself where its outlet is unknown."""
        registry = self._scanner.registry
        if name is None:
            own = f"outlet-{self.page.document.id}"
            actor = registry.introduce(self.page.document.name, "outlet", slug=own)
        else:
            actor = registry.outlet(name)
        entry = registry.entry(actor)
        if entry is not None:
            self._listed.setdefault(actor, _Listed(entry))
        return actor

    def actors(self) -> list[Actor]:
        """All actors met so far, by id, with their mentions in text order."""
        return [self._actor(self._listed[actor]) for actor in sorted(self._listed)]

    def _own_voice(self) -> str:
        return self.outlet(self.page.document.outlet)

    # -- building ---------------------------------------------------------------------------

    def _blocks(self) -> Iterator[tuple[int, int]]:
        for block in self.page.blocks:
            if block.kind in READ:
                yield block.span.range

    def _passages(self) -> Iterator[Passage]:
        """The blocks, each with where the one before it in the same part of the page begins."""
        before: dict[int | None, int] = {}
        for block in self.page.blocks:
            if block.kind in READ:
                start, end = block.span.range
                yield start, end, before.get(block.sequence, start)
                before[block.sequence] = start

    def _words(self) -> Iterator[Token]:
        for start, end in self._blocks():
            yield from tokens(self.text, start, end)

    def _sentences(self, block: tuple[int, int]) -> list[tuple[int, int]]:
        start, end = block
        return [(start + a, start + b) for a, b in sentences(flowing(self.text[start:end]))]

    def _person_mentions(self, words: list[Token]) -> list[Found]:
        """Every place where one of the page's persons is named, in full or by surname."""
        names: list[tuple[str, str]] = []
        apart: dict[int, str] = {}
        for person in self.people.values():
            names.extend((name, person.id) for name in person.names)
            apart |= {start: person.id for start, _ in person.at if person.apart}
        known = {name for name, _ in names}
        # A namesake that the page tells of alone has the name to itself.
        names += [(p.name, p.id) for p in self.people.values() if p.apart and p.name not in known]
        table = Phrases(names)
        found: list[Found] = []
        position = 0
        for at, token in enumerate(words):
            if token.start < position or not token.capital:
                continue
            match = table.match(self.text, words, at)
            if match is not None:
                end = words[match[0] - 1].end
                full = match[0] - at > 1
                actor = apart.get(token.start, match[1])
                found.append(Found(token.start, end, actor, "by name" if full else "by surname"))
                position = end
        return found

    def _kept(self, start: int, end: int, resolution: Resolution) -> Resolution:
        """The resolution, with the mention it makes noted."""
        if resolution.actor is not None:
            low, high = _trimmed(self.text, start, end)
            inside = self.named(low, high)
            if low < high and not any(r.actor == resolution.actor for _, _, r in inside):
                self._list(resolution.actor, low, high, resolution.reason)
        return resolution

    def _list(self, actor: str, start: int, end: int, reason: str) -> None:
        registry = self._scanner.registry
        entry = registry.entry(actor)
        if entry is None:
            return
        listed = self._listed.setdefault(actor, _Listed(entry, self.people.get(actor)))
        listed.mentions.setdefault((start, end), reason)
        owner = entry.member_of
        while owner is not None and owner not in self._listed:
            above = registry.entry(owner)
            if above is None:
                return
            self._listed[owner] = _Listed(above)
            owner = above.member_of

    def _actor(self, listed: _Listed) -> Actor:
        entry = listed.entry
        document = self.page.document.id
        mentions = [
            Mention(document=document, span=Span.of(self.text, *at), reason=reason)
            for at, reason in sorted(listed.mentions.items())
        ]
        role = listed.person.role if listed.person else None
        speaks = entry.member_of is not None and not speaks_for_himself(role)
        side = self.side(entry.id) if speaks else None
        return Actor(
            id=entry.id,
            name=entry.name,
            kind=entry.kind,
            aliases=self._aliases(entry, mentions),
            role=role,
            member_of=entry.member_of,
            country=entry.country.upper() or None,
            side=side,
            affiliation=entry.affiliation,
            mentions=mentions,
        )

    def _aliases(self, entry: Entry, mentions: Sequence[Mention]) -> list[str]:
        """The names of the actor that occur on the page, without its main one."""
        found: set[str] = set()
        for mention in mentions:
            name = " ".join(mention.span.exact.split())
            if name and _names(entry, name, mention.span.range in self._named_at):
                found.add(name)
        return sorted(n for n in found if n != entry.name and n.casefold() not in _NO_ALIAS)


_NO_ALIAS = frozenset("he she it they him them his her its their the a an".split())
_ARTICLES = frozenset({"the", "this", "that"})


def _names(entry: Entry, name: str, found: bool) -> bool:
    """Whether ``name`` names the actor: it begins with a capital, its article left aside.

    One ``found`` in the tables or by its last word may begin otherwise ("ministry of defence of
    Velmaria"). "The group" and "an officer who asked not to be named" describe and do not name.
    """
    words = name.split()
    if len(words) > 1 and words[0].casefold() in _ARTICLES:
        words = words[1:]
    if words[0].casefold() in INDEFINITE:
        return False
    capital = any(word[0].isupper() for word in words) if found else words[0][0].isupper()
    return capital or " ".join(words).casefold() == entry.name.casefold()


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    piece = text[start:end]
    return start + len(piece) - len(piece.lstrip()), start + len(piece.rstrip())


def _merge(organisations: list[Found], persons: list[Found]) -> list[Found]:
    """Both lists in text order. Of two that overlap the longer stands, a person's on a tie."""
    starts = [person.start for person in persons]
    kept: list[Found] = []
    hidden: set[int] = set()
    for mention in organisations:
        index = bisect_right(starts, mention.end - 1) - 1
        person = persons[index] if index >= 0 else None
        if person is None or person.end <= mention.start:
            kept.append(mention)
        elif person.start > mention.start or person.end < mention.end:
            kept.append(mention)
            hidden.add(index)
    left = [person for index, person in enumerate(persons) if index not in hidden]
    return sorted([*kept, *left], key=lambda mention: mention.start)
