"""The persons of a page put together: full names, surnames, roles, whom they speak for."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from counterclaim.actors.knowledge import Entry
from counterclaim.actors.naming import slug
from counterclaim.actors.persons import PersonFound
from counterclaim.actors.role_phrases import RolePhrase
from counterclaim.actors.scan import Found, Scanner

__all__ = ["MINISTERS", "Person", "gather"]

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

_ORGAN_KINDS = frozenset({"ministry", "armed_force", "government", "organisation", "armed_group"})
_LOOK_BACK = 4
"""Sentences back in which a spokeswoman without an organisation finds the one she speaks for."""


@dataclass
class Person:
    """A person of the page. ``names`` are the forms that later mentions may take."""

    id: str
    name: str
    gender: str = ""
    roles: list[RolePhrase] = field(default_factory=list)
    names: list[str] = field(default_factory=list)
    at: list[tuple[int, int]] = field(default_factory=list)

    @property
    def surname(self) -> str:
        """The last word of the name."""
        return self.name.split()[-1]

    @property
    def role(self) -> str | None:
        """The roles as the page words them, the fullest first, titles and ranks alone left out."""
        told = [r.text for r in self.roles if r.role.kind != "title"]
        return max(told, key=len) if told else None


def gather(
    scanner: Scanner,
    found: Sequence[PersonFound],
    organisations: Sequence[Found],
    sentences: Sequence[tuple[int, int]],
) -> dict[str, Person]:
    """Persons by id, each introduced to the scanner's registry with whom they speak for."""
    people: dict[str, Person] = {}
    by_surname: dict[str, list[Person]] = {}
    ordered = sorted(found, key=lambda p: (len(p.name.split()) == 1, p.start))
    for mention in ordered:
        person = _known(mention, by_surname)
        if person is None:
            person = Person(f"actor:{slug(mention.name)}", mention.name)
            if scanner.registry.entry(person.id) is not None:
                person.id += "-person"
            people[person.id] = person
            by_surname.setdefault(person.surname, []).append(person)
        _add(person, mention)
    for person in people.values():
        person.names = _names(person, by_surname, scanner)
        _introduce(person, scanner, organisations, sentences)
    return dict(sorted(people.items()))


def _known(mention: PersonFound, by_surname: Mapping[str, list[Person]]) -> Person | None:
    """The person already met under this name, by surname or by first and last name."""
    words = mention.name.split()
    options = by_surname.get(words[-1], [])
    if len(words) == 1:
        before = [p for p in options if min(p.at)[0] < mention.start]
        known = before or options
        return known[-1] if known else None
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
    """The full name, and the surname where it is one person's and nobody else's name."""
    names = [person.name]
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
    sentences: Sequence[tuple[int, int]],
) -> None:
    """Enter the person in the registry, as member of whom the roles name."""
    registry = scanner.registry
    member = next((m for r in person.roles if (m := organ_of_role(scanner, r))), None)
    if member is None and any(r.role.kind in {"speaker", "minister"} for r in person.roles):
        member = _spoken_for(scanner, min(person.at)[0], organisations, sentences)
    owner = registry.entry(member) if member else None
    registry.made[person.id] = Entry(
        person.id, person.name, "person", owner.country if owner else "", member
    )


def organ_of_role(scanner: Scanner, role: RolePhrase) -> str | None:
    """Whom the holder of a role speaks for: the organ that the role heads, else whom it names."""
    member = role.member_of
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


def _spoken_for(
    scanner: Scanner, at: int, organisations: Sequence[Found], sentences: Sequence[tuple[int, int]]
) -> str | None:
    """The organ that leads one of the sentences before ``at``, whose spokeswoman somebody is."""
    here = bisect_right([start for start, _ in sentences], at) - 1
    starts = [mention.start for mention in organisations]
    fallback: str | None = None
    for index in range(here, max(-1, here - 1 - _LOOK_BACK), -1):
        low, high = sentences[index][0], min(sentences[index][1], at)
        for mention in organisations[bisect_left(starts, low) : bisect_left(starts, high)]:
            kind = scanner.registry.kind(mention.actor)
            if kind in _ORGAN_KINDS and mention.form != "adjective":
                return mention.actor
            if kind == "state" and mention.form != "adjective" and fallback is None:
                fallback = mention.actor
    return fallback
