"""The user's own table of actors: a CSV file of who no shipped table has, or has otherwise.

Columns ``name`` and ``kind`` are required; ``kind`` is one of :data:`ActorKind`. Optional are
``id``, ``aliases``, for states ``adjectives`` and ``capitals`` (each separated by ``|``),
``country`` (ISO 3166-1 alpha-2), ``member_of`` (an id, or a name of this file or of the shipped
tables) and ``affiliation`` ("state: XX"). A name of the file is that file's alone.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import cast, get_args

from counterclaim.actors.knowledge import Entry, Knowledge, Name
from counterclaim.actors.lexicon import Phrases, tokens
from counterclaim.actors.naming import slug
from counterclaim.errors import OptionError
from counterclaim.records import ActorKind

__all__ = ["with_user_file"]

REQUIRED = ("name", "kind")
_CODE = re.compile(r"[A-Za-z]{2}")

Row = dict[str, str]
Numbered = tuple[int, Row]


def with_user_file(knowledge: Knowledge, path: Path) -> Knowledge:
    """``knowledge`` with the actors of the CSV file ``path`` before its own.

    Raises:
        OptionError: CC215 with the line of what cannot be used.
    """
    rows = list(_rows(path))
    own = {entry.id: entry for entry in (_entry(path, *row) for row in rows)}
    names = [pair for _, row in rows for pair in _names(row)]
    _one_each(path, rows)
    both = {**knowledge.entries, **own}
    phrases = knowledge.names.over(names)
    for (line, row), (key, entry) in zip(rows, list(own.items()), strict=True):
        if row["member_of"]:
            owner = _owner(row["member_of"], both, phrases)
            if owner is None or owner == key:
                raise _error(path, line, f"member_of {row['member_of']!r} is nobody known")
            both[key] = replace(entry, member_of=owner)
    return replace(knowledge, entries=both, names=phrases)


def _one_each(path: Path, rows: list[Numbered]) -> None:
    """No two rows may have a name in common: it would be the later one's without a word."""
    lines: dict[tuple[str, ...], int] = {}
    for line, row in rows:
        for name, _ in _names(row):
            words = tuple(token.fold for token in tokens(name))
            if not words:
                raise _error(path, line, f"{name!r} has no letters to be found by")
            if lines.setdefault(words, line) != line:
                raise _error(path, line, f"{name!r} is a name of line {lines[words]} as well")


def _rows(path: Path) -> Iterator[Numbered]:
    """Rows with their line; every column is there, and stripped."""
    try:
        text = path.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise _error(path, 0, str(error)) from error
    rows = csv.DictReader(io.StringIO(text))
    missing = [name for name in REQUIRED if name not in (rows.fieldnames or [])]
    if missing:
        raise _error(path, 1, f"no column {', '.join(missing)}")
    optional = ("id", "aliases", "adjectives", "capitals", "country", "member_of", "affiliation")
    seen: dict[str, int] = {}
    try:
        for given in rows:
            row = {key: (given.get(key) or "").strip() for key in (*REQUIRED, *optional)}
            first = seen.setdefault(_id(row), rows.line_num)
            if first != rows.line_num:
                raise _error(path, rows.line_num, f"the same actor as in line {first}")
            yield rows.line_num, row
    except csv.Error as error:
        raise _error(path, rows.line_num, str(error)) from error


def _error(path: Path, line: int, reason: str) -> OptionError:
    return OptionError("CC215", name=str(path), line=line, reason=reason)


def _entry(path: Path, line: int, row: Row) -> Entry:
    if not row["name"]:
        raise _error(path, line, "no name")
    if row["kind"] not in get_args(ActorKind):
        kinds = ", ".join(get_args(ActorKind))
        raise _error(path, line, f"kind is {row['kind']!r}, not one of {kinds}")
    if row["country"] and not _CODE.fullmatch(row["country"]):
        raise _error(path, line, f"country is {row['country']!r}, not two letters of ISO 3166-1")
    return Entry(
        id=_id(row),
        name=row["name"],
        kind=cast("ActorKind", row["kind"]),
        country=row["country"].lower(),
        affiliation=row["affiliation"] or None,
        aliases=_list(row["aliases"]),
        adjective=next(iter(_list(row["adjectives"])), ""),
    )


def _id(row: Row) -> str:
    given = row["id"].removeprefix("actor:")
    return f"actor:{given or slug(row['name'])}"


def _list(cell: str) -> tuple[str, ...]:
    return tuple(part.strip() for part in cell.split("|") if part.strip())


def _names(row: Row) -> Iterator[tuple[str, Name]]:
    actor = _id(row)
    for name in (row["name"], *_list(row["aliases"])):
        yield name, Name(actor)
    for adjective in _list(row["adjectives"]):
        yield adjective, Name(actor, "adjective")
    for capital in _list(row["capitals"]):
        yield capital, Name(actor, "capital")


def _owner(given: str, entries: dict[str, Entry], names: Phrases[Name]) -> str | None:
    """The id of the actor that a ``member_of`` cell means."""
    key = given if given.startswith("actor:") else f"actor:{given}"
    if key in entries:
        return key
    words = list(tokens(given))
    match = names.match(given, words, 0) if words else None
    return match[1].actor if match is not None and match[0] == len(words) else None
