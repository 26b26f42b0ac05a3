"""The persons of a page put together: full names, surnames, roles, whom they speak for."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from counterclaim.actors.aliases import persons_aliases
from counterclaim.actors.knowledge import Entry
from counterclaim.actors.lexicon import Token
from counterclaim.actors.namesakes import is_namesake
from counterclaim.actors.naming import slug
from counterclaim.actors.persons import PersonFound
from counterclaim.actors.role_phrases import RolePhrase
from counterclaim.actors.scan import Found, Scanner
from counterclaim.actors.speakers import Passage, who_spoke

__all__ = ["MINISTERS", "Passage", "Person", "gather"]

MINISTERS = {
    "foreign": "foreign-ministry",
    "defence": "defence-ministry",
    "defense": "defence-ministry",
    "interior": "interior-ministry",
    "home": "interior-ministry",
    "health": "health-ministry",
    "information": "information-ministry",
    "finance": "finance-ministry",
    "justice": "justice-ministry",
    "transport": "transport-ministry",
    "energy": "energy-ministry",
    "prime": "prime-minister-office",
    "president": "presidency",
    "king": "presidency",
    "queen": "presidency",
    "premier": "prime-minister-office",
    "secretary of state": "state-department",
}
"""The word of a role that names an organ, to the organ's slug."""

_POSSESSOR = re.compile(r"\b(?:the|its|this) (?P<noun>[a-z]{3,20})(?:['’]s)? $")
_COMPLEMENT = re.compile(
    r" (?:of|for|at|with) the (?P<noun>[a-z]{3,20}(?: [a-z]{3,20})?)"
    r"(?=[,.;:\"”\n]|$| (?:who|said)\b)"
)
_POSSESSOR_REACH = 40
_POSSESSOR_BACK = 30
"""Mentions back in which the one that "the ministry" means is looked for."""

_OF_BODY = re.compile(r" of (?:the )?")
_ITS = re.compile(r"\b(?:its|their) ", re.IGNORECASE)
_ARTICLE = 6
"""Code points of "their" and a space."""
_SENTENCE = re.compile(r"[.!?:][\"”’)]*\s+(?=\S)|,[\"”’]\s|\n")
"""Where a sentence begins, or what stands behind a quotation."""
_FAR = 400

_CABINET = frozenset({"ministry", "government"})
"""Kinds of organ that a minister can be of."""


@dataclass
class Person:
    """A person of the page. ``names`` are the forms that later mentions may take.

    One that is ``apart`` is said to be somebody else than who else bears the name.
    """

    id: str
    name: str
    gender: str = ""
    roles: list[RolePhrase] = field(default_factory=list)
    names: list[str] = field(default_factory=list)
    at: list[tuple[int, int]] = field(default_factory=list)
    apart: bool = False

    @property
    def surname(self) -> str:
        """The last word of the name."""
        return self.name.split()[-1]

    @property
    def role(self) -> str | None:
        """The roles as the page words them, the fullest first, titles and ranks alone left out."""
        told = [r for r in self.roles if r.role.kind != "title"]
        return max(told, key=lambda r: (not r.past, len(r.text))).text if told else None


def gather(
    scanner: Scanner,
    found: Sequence[PersonFound],
    organisations: Sequence[Found],
    passages: Sequence[Passage],
) -> dict[str, Person]:
    """Persons by id, each introduced to the scanner's registry with whom they speak for."""
    people: dict[str, Person] = {}
    by_surname: dict[str, list[Person]] = {}
    namesakes: dict[str, list[Person]] = {}
    aliases = persons_aliases(scanner.text, found)
    ordered = sorted(
        (p for p in found if p.name not in aliases),
        key=lambda p: (len(p.name.split()) == 1, p.start),
    )
    for mention in ordered:
        apart = is_namesake(scanner.text, mention.start, mention.end)
        others = namesakes if apart else by_surname
        person = _known(mention, others)
        if person is None:
            named = slug(mention.name) + "-namesake" * apart
            person = Person(f"actor:{named}", mention.name, apart=apart)
            if scanner.registry.entry(person.id) is not None:
                person.id += "-person"
            people[person.id] = person
            for name in (mention.name, *(n for n, of in aliases.items() if of == mention.name)):
                others.setdefault(name.split()[-1], []).append(person)
        _add(person, mention)
    for mention in found:
        for person in [p for p in people.values() if p.name == aliases.get(mention.name)]:
            _add(person, mention)
    for person in people.values():
        person.names = _names(person, by_surname, scanner)
        more = [name for name, whose in aliases.items() if whose == person.name]
        person.names += [form for name in more for form in (name, name.split()[-1])]
        _introduce(person, scanner, organisations, passages)
    return dict(sorted(people.items()))


def _known(mention: PersonFound, by_surname: Mapping[str, list[Person]]) -> Person | None:
    """The person already met under this name, by surname or by first and last name."""
    words = mention.name.split()
    options = by_surname.get(words[-1], [])
    if len(words) == 1:
        before = [p for p in options if min(p.at)[0] < mention.start]
        known = before or options
        return known[-1] if known else None
    options = options or by_surname.get(words[-1].removesuffix("s"), [])
    same = [p for p in options if p.name.split()[0] == words[0]]
    return same[0] if same else None


def _add(person: Person, mention: PersonFound) -> None:
    person.at.append((mention.start, mention.end))
    for role in mention.roles:
        person.roles.append(role)
        person.gender = person.gender or role.role.gender
    if len(mention.name.split()) > len(person.name.split()) and len(person.name.split()) == 1:
        person.name = mention.name


def _names(person: Person, by_surname: Mapping[str, list[Person]], scanner: Scanner) -> list[str]:
    """The full name, and the surname where it is one person's and nobody else's name.

    A possessive that has lost its apostrophe ("Dara Lusks office") names the same.
    """
    if person.apart:
        return []
    names = [person.name]
    if not person.name.endswith("s") and scanner.states.places(person.surname + "s"):
        names.append(person.name + "s")
    surname = person.surname
    first = by_surname.get(surname, [person])[0]
    taken = scanner.states.names.get(surname)
    if first is person and len(surname) > 2 and taken is None and surname != person.name:
        names.append(surname)
    return names


def _introduce(
    person: Person,
    scanner: Scanner,
    organisations: Sequence[Found],
    passages: Sequence[Passage],
) -> None:
    """Enter the person in the registry, as member of whom the roles name."""
    registry = scanner.registry
    roles = [role for role in person.roles if not role.past]
    member = next((m for r in roles if (m := organ_of_role(scanner, r))), None)
    member = member or _of_body(scanner, person, organisations)
    if member is None:
        owners = (
            _subject_of(scanner, r, organisations)
            or _possessed(scanner, r, organisations)
            or _of_named(scanner, r, organisations)
            for r in roles
        )
        member = next((m for m in owners if m is not None), None)
    if member is None and not any(_within_sentence(scanner.text, r) for r in roles):
        member = _by_office(scanner, person, organisations, passages)
    owner = registry.entry(member) if member else None
    registry.made[person.id] = Entry(
        person.id, person.name, "person", owner.country if owner else "", member
    )


def organ_of_role(scanner: Scanner, role: RolePhrase) -> str | None:
    """Whom the holder of a role speaks for: the organ that the role heads, else whom it names."""
    return _organ_in(scanner, role, role.member_of)


def _organ_in(scanner: Scanner, role: RolePhrase, member: str | None) -> str | None:
    """The organ of the state ``member`` that the role heads, else ``member`` itself."""
    if member is None or scanner.registry.kind(member) != "state":
        return member
    word = role.role.word
    for part, organ in MINISTERS.items():
        fits = (
            word == part
            if " " in part or part in {"president", "king", "queen"}
            else part in word.split()
        )
        if fits and "vice" not in word:
            found = scanner.registry.knowledge.by_slug.get(organ)
            return scanner.registry.compose(member, found) if found else member
    return member


def _of_body(scanner: Scanner, person: Person, organisations: Sequence[Found]) -> str | None:
    """The body behind a name: "Captain Oda Arn of the Border Watch"."""
    for _, end in person.at:
        behind = _OF_BODY.match(scanner.text, end)
        index = bisect_left(organisations, end, key=lambda mention: mention.start)
        if behind is None or index >= len(organisations):
            continue
        body = organisations[index]
        if body.start == behind.end() and scanner.registry.kind(body.actor) != "state":
            return body.actor
    return None


def _within_sentence(text: str, role: RolePhrase) -> bool:
    """Whether a role is somebody's of its own sentence: "…, its interior minister said"."""
    if not _ITS.match(text, role.start) and not _ITS.search(text[: role.start][-_ARTICLE:]):
        return False
    return bool(text[_sentence_start(text, role.start) : role.start].strip(" \"“'‘"))


def _sentence_start(text: str, at: int) -> int:
    return max((m.end() for m in _SENTENCE.finditer(text, max(0, at - _FAR), at)), default=0)


def _subject_of(scanner: Scanner, role: RolePhrase, organisations: Sequence[Found]) -> str | None:
    """Whose "its minister" is behind a subject: "Velmaria shut a port, its minister said"."""
    if not _within_sentence(scanner.text, role):
        return None
    start = _sentence_start(scanner.text, role.start)
    index = bisect_left(organisations, start, key=lambda mention: mention.start)
    for mention in organisations[index:]:
        if mention.start >= role.start:
            return None
        if mention.form != "adjective":
            return _organ_in(scanner, role, mention.actor)
    return None


def _possessed(scanner: Scanner, role: RolePhrase, organisations: Sequence[Found]) -> str | None:
    """The last body that the noun before a role fits: "the ministry's spokesman"."""
    noun = _POSSESSOR.search(scanner.text, max(0, role.start - _POSSESSOR_REACH), role.start)
    words = [Token(*noun.span("noun"), noun["noun"], noun["noun"], False)] if noun else []
    head = scanner.registry.knowledge.heads.match(scanner.text, words, 0) if words else None
    if head is None:
        return None
    index = bisect_left(organisations, role.start, key=lambda mention: mention.start)
    for mention in reversed(organisations[max(0, index - _POSSESSOR_BACK) : index]):
        if mention.form != "adjective" and scanner.registry.kind(mention.actor) == head[1]:
            return mention.actor
    return None


def _of_named(scanner: Scanner, role: RolePhrase, organisations: Sequence[Found]) -> str | None:
    """Whose name ends with the words after a role: "commander of the task force"."""
    words = _COMPLEMENT.match(scanner.text, role.end)
    if words is None:
        return None
    index = bisect_left(organisations, role.start, key=lambda mention: mention.start)
    for mention in reversed(organisations[:index]):
        named = " ".join(scanner.text[mention.start : mention.end].casefold().split())
        if mention.form != "adjective" and named.endswith(f" {words['noun']}"):
            return mention.actor
    return None


def _by_office(
    scanner: Scanner, person: Person, organisations: Sequence[Found], passages: Sequence[Passage]
) -> str | None:
    """Whom a spokesman or a minister speaks for where no role says it."""
    held = {role.role.kind: role for role in person.roles if not role.past}
    if "speaker" in held:
        organs, states, side = who_spoke(scanner, *min(person.at), organisations, passages)
        return next(iter([*organs[::-1], *states[::-1]]), side)
    if "minister" not in held:
        return None
    organs, states, side = who_spoke(scanner, *min(person.at), organisations, passages)
    cabinet = [organ for organ in organs if scanner.registry.kind(organ) in _CABINET]
    if not cabinet and len(set(states)) > 1:
        return None  # two states speak: whose minister it is stays open
    member = next(iter([*cabinet[::-1], *states]), side)
    return _organ_in(scanner, held["minister"], member)
