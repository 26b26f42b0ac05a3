"""The shipped tables of actors, and the user's own on top of them."""

from __future__ import annotations

import csv
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from importlib.resources import files
from typing import Literal, cast, get_args

from counterclaim.actors.lexicon import Phrases
from counterclaim.errors import ModelError
from counterclaim.records import ActorKind

__all__ = ["Entry", "Form", "Knowledge", "Name", "Organ", "Role", "RoleKind"]

Form = Literal["name", "adjective", "capital"]
"""How a name stands for its actor: as its name, as the adjective of a state, as its capital."""
RoleKind = Literal[
    "speaker", "head", "minister", "official", "envoy", "officer", "person", "source", "title"
]
Row = dict[str, str]


@dataclass(frozen=True)
class Entry:
    """An actor of the tables. ``country`` is ISO 3166-1 alpha-2 in lower case, or empty.

    ``adjective`` is a state's, for the names of its organs.
    """

    id: str
    name: str
    kind: ActorKind
    country: str = ""
    member_of: str | None = None
    affiliation: str | None = None
    aliases: tuple[str, ...] = ()
    adjective: str = ""


@dataclass(frozen=True)
class Name:
    """What a name in a text stands for."""

    actor: str
    form: Form = "name"


@dataclass(frozen=True)
class Organ:
    """A ministry, force or office that any state has."""

    slug: str
    kind: ActorKind
    name: str


@dataclass(frozen=True)
class Role:
    """A title or an occupation. ``gender`` is ``m``, ``f`` or empty where the word tells none."""

    word: str
    gender: str
    kind: RoleKind


@dataclass(frozen=True)
class Knowledge:
    """Who is who in general: states, organs, groups, media, bodies, roles.

    Attributes:
        entries: the actors by id.
        names: every name and alias.
        organs: phrases for organs of states ("interior ministry", "army general command").
        roles: titles and occupations.
        groups: plural nouns for unnamed people ("witnesses"), to the slug of the group.
        heads: last words of organisations' names ("Brigade", "Herald"), to their kind.
        genders: given names, and nouns for people, to ``m`` or ``f``.
    """

    entries: Mapping[str, Entry]
    names: Phrases[Name]
    organs: Phrases[Organ]
    roles: Phrases[Role]
    groups: Phrases[str]
    heads: Phrases[ActorKind]
    by_slug: Mapping[str, Organ] = field(default_factory=dict)
    genders: Mapping[str, str] = field(default_factory=dict)

    @classmethod
    def load(cls) -> Knowledge:
        """The shipped tables.

        Raises:
            ModelError: CC302 if a table is missing or damaged.
        """
        entries = {entry.id: entry for entry in _entries()}
        organs = list(_organs())
        roles = (Role(row["word"], row["gender"], _role(row)) for row in _rows("roles"))
        return cls(
            entries=entries,
            names=Phrases(_names(entries)),
            organs=Phrases(organs),
            roles=Phrases((role.word, role) for role in roles),
            groups=Phrases((row["word"], row["slug"]) for row in _rows("groups")),
            heads=Phrases((row["word"], _kind("heads", row)) for row in _rows("heads")),
            by_slug={organ.slug: organ for _, organ in organs},
            genders={row["name"]: row["gender"] for row in _rows("given_names")},
        )


def _rows(table: str) -> list[Row]:
    """Rows of one table as dictionaries."""
    source = files("counterclaim.actors") / "data" / f"{table}.csv"
    try:
        lines = source.read_text(encoding="utf-8").splitlines()
    except OSError as error:
        raise ModelError("CC302", name=f"{table}.csv") from error
    rows = list(csv.DictReader(lines))
    if not rows or any(None in row or None in row.values() for row in rows):
        raise ModelError("CC302", name=f"{table}.csv")
    return rows


def _kind(table: str, row: Row) -> ActorKind:
    if row["kind"] not in get_args(ActorKind):
        raise ModelError("CC302", name=f"{table}.csv")
    return cast("ActorKind", row["kind"])


def _role(row: Row) -> RoleKind:
    if row["kind"] not in get_args(RoleKind):
        raise ModelError("CC302", name="roles.csv")
    return cast("RoleKind", row["kind"])


def _list(value: str) -> tuple[str, ...]:
    return tuple(item for item in value.split(";") if item)


def _reference(value: str) -> str | None:
    return f"actor:{value}" if value else None


def _entries() -> Iterator[Entry]:
    """Actors of all tables; a name of ``named.csv`` comes before the same name elsewhere."""
    for row in _rows("states"):
        yield Entry(
            f"actor:{row['iso2']}",
            row["name"],
            "state",
            row["iso2"],
            aliases=_list(row["aliases"]),
            adjective=next(iter(_list(row["adjectives"])), ""),
        )
    for row in _rows("named"):
        yield Entry(
            f"actor:{row['slug']}",
            row["name"],
            _kind("named", row),
            row["country"],
            _reference(row["member_of"]),
            row["affiliation"] or None,
            _list(row["aliases"]),
        )
    for row in _rows("media"):
        yield Entry(
            f"actor:{row['slug']}",
            row["name"],
            _kind("media", row),
            row["country"],
            affiliation=row["affiliation"] or None,
            aliases=_list(row["aliases"]),
        )


def _names(entries: Mapping[str, Entry]) -> Iterator[tuple[str, Name]]:
    for entry in entries.values():
        for name in (entry.name, *entry.aliases):
            yield name, Name(entry.id)
    for row in _rows("states"):
        state = f"actor:{row['iso2']}"
        for adjective in _list(row["adjectives"]):
            yield adjective, Name(state, "adjective")
            if not adjective.endswith(("s", "sh", "ese", "ch")):
                yield f"{adjective}s", Name(state, "adjective")
        for capital in _list(row["capitals"]):
            yield capital, Name(state, "capital")


def _organs() -> Iterator[tuple[str, Organ]]:
    for row in _rows("organs"):
        organ = Organ(row["slug"], _kind("organs", row), row["name"])
        for phrase in _list(row["phrases"]):
            yield phrase, organ
