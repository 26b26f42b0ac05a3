"""On whose word: the way each statement took from the one whose word it is to the page.

A link of the chain is a node, in a column by its part in it: whose information, who speaks, who
relays, which page carries it. Statements that took the same step share an edge.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from counterclaim.dossier.index import Index, carrier
from counterclaim.dossier.model import PathEdge, PathNode, WordPaths
from counterclaim.records import Account, Statement

__all__ = ["build_paths"]

INFORMANT, SPEAKER, RELAY = 0, 1, 2
HEADINGS = ("Whose information", "Who speaks", "Relayed by", "Carried by")

Key = tuple[int, str]
"""A node: its column, and the actor's id or name."""


def build_paths(index: Index, accounts: Iterable[Account]) -> WordPaths:
    """The ways of all statements of ``accounts``.

    Nothing is drawn where every statement went straight from its speaker to the one page.
    """
    told = [
        index.statements[key]
        for account in accounts
        for version in account.versions
        for key in version.statements
        if key in index.statements
    ]
    ways = {one.id: way for one in told if len(way := _way(index, one)) > 1}
    straight = all(column in (SPEAKER, _PAGE) for way in ways.values() for column, _ in way)
    pages = {way[-1] for way in ways.values()}
    if straight and len(pages) < 2:
        return WordPaths()
    return _laid_out(index, [one for one in told if one.id in ways], ways)


_PAGE = 99
"""Column of the pages until it is known how many relays stand before them."""


def _way(index: Index, one: Statement) -> list[Key]:
    """Nodes from the one whose word it is to the page."""
    found: list[Key] = []
    relays = 0
    for link in reversed(one.chain):
        name = link.actor or link.name
        if link.role == "informant":
            found.append((INFORMANT, name))
        elif link.role == "speaker":
            found.append((SPEAKER, name))
        elif link.role == "relay":
            found.append((RELAY + relays, name))
            relays += 1
    return [*dict.fromkeys(found), (_PAGE, one.document)]


def _laid_out(index: Index, told: Sequence[Statement], ways: dict[str, list[Key]]) -> WordPaths:
    """Nodes in rows by party, then beside what they carry; edges between them."""
    columns = sorted({column for way in ways.values() for column, _ in way})
    party = {key: index.number_of(one) for one in reversed(told) for key in ways[one.id]}
    rows = _rows(columns, list(ways.values()), party)
    order = sorted(rows, key=lambda key: (key[0], rows[key]))
    nodes = [
        PathNode(
            name=_name(index, key),
            party=0 if key[0] == _PAGE else party[key],
            column=columns.index(key[0]),
            row=round(rows[key], 2),
            statements=sum(key in way for way in ways.values()),
        )
        for key in order
    ]
    place = {key: number for number, key in enumerate(order)}
    headings = [HEADINGS[-1] if c == _PAGE else HEADINGS[min(c, RELAY)] for c in columns]
    return WordPaths(headings=headings, nodes=nodes, edges=list(_edges(index, told, ways, place)))


def _rows(
    columns: Sequence[int], ways: Sequence[list[Key]], party: dict[Key, int]
) -> dict[Key, float]:
    """Height of each node, at least a row apart: speakers by party, the others beside them."""
    steps = [step for way in ways for step in pairwise(way)]
    # Speakers first: informants stand beside whom they inform, the rest beside what they carry.
    sequence = sorted(columns, key=lambda column: (column != SPEAKER, column == INFORMANT, column))
    rows: dict[Key, float] = {}
    for column in sequence:
        here = dict.fromkeys(key for way in ways for key in way if key[0] == column)
        wanted = {}
        for key in here:
            beside = [rows[a] for a, b in steps if b == key and a in rows]
            beside += [rows[b] for a, b in steps if a == key and b in rows]
            wanted[key] = sum(beside) / len(beside) if beside else 0.0
        lowest = 0.0
        for key in sorted(here, key=lambda key: (wanted[key], party[key] == 0, party[key])):
            rows[key] = max(wanted[key], lowest)
            lowest = rows[key] + 1
    return rows


def _edges(
    index: Index,
    told: Sequence[Statement],
    ways: dict[str, list[Key]],
    place: dict[Key, int],
) -> Iterator[PathEdge]:
    shared: dict[tuple[int, int], list[Statement]] = {}
    for one in told:
        for a, b in pairwise(ways[one.id]):
            shared.setdefault((place[a], place[b]), []).append(one)
    for (source, target), carried in sorted(shared.items()):
        yield PathEdge(
            source=source,
            target=target,
            party=index.number_of(carried[0]),
            statements=[(index.codes[one.id], index.anchor(one.id)) for one in carried],
        )


def _name(index: Index, key: Key) -> str:
    column, name = key
    if column == _PAGE:
        page = f"page {index.letters[name]}"
        return f"{page}, {carrier(index.readings[name].document)}"
    return index.name(name) if name.startswith("actor:") else name
