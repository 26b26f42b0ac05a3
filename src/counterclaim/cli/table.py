"""A table of statements for the terminal."""

from __future__ import annotations

import shutil
import textwrap
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from counterclaim.ledger.decisions import decided_text
from counterclaim.records import Decision, Incident, Ledger, Reading, Statement

if TYPE_CHECKING:
    from counterclaim.store import Hit, PageHit
    from counterclaim.store.revisions import Change

COLUMNS = (("part", 9), ("who", 26), ("force", 8), ("on whose word", 22))
NARROW = (("part", 8), ("who", 18), ("force", 8), ("on whose word", 14))
"""Columns and their widths in characters; the narrow ones on a terminal of less than 100."""

NARROWEST = 72


def statement_table(ledger: Ledger, width: int | None = None) -> str:
    """Every statement of ``ledger`` in text order, one document after the other."""
    width = max(NARROWEST, width or shutil.get_terminal_size((120, 24)).columns)
    names = {actor.id: actor.name for actor in ledger.actors}
    lines: list[str] = []
    for reading in ledger.readings:
        lines.extend(_document(reading, names, width))
    return "\n".join(lines) + "\n"


def hit_lines(
    hits: Sequence[Hit], known: Mapping[str, Statement], names: Mapping[str, str]
) -> Iterator[str]:
    """Search results: where, when, what force, whose word; who says what; who rejected it.

    ``known`` are the statements found, by id; ``names`` the names of actors' ids.
    """
    for hit in hits:
        gone = f"  rejected by {hit.rejected_by} ({hit.rejected})" if hit.rejected else ""
        origin = names.get(hit.origin or "", hit.origin or "unresolved")
        day = (hit.earliest or "undated")[:10]
        yield f"{hit.statement}  {day}  {hit.force}  {origin}  {hit.page}{gone}"
        one = known.get(hit.statement)
        words = hit.words if one is None else f"{_source(one)}: {_words(one)}"
        yield textwrap.indent(textwrap.fill(" ".join(words.split()), 96), "    ")


def _source(statement: Statement) -> str:
    """Who says it, as the page puts it, with the word that shows it: ``the mayor [denied]``."""
    who = " ".join(span.exact for span in statement.source).rstrip(",") or f"({statement.voice})"
    return f"{who} [{statement.cue.exact}]" if statement.cue else who


def page_lines(hits: Sequence[PageHit]) -> Iterator[str]:
    """Pages found: which, of when, and the words about the first that was looked for."""
    for hit in hits:
        yield f"{hit.document}  {(hit.published or 'undated')[:10]}  {hit.page}"
        yield textwrap.indent(textwrap.fill(hit.words, 96), "    ")


def incident_line(one: Incident) -> str:
    """An incident: code, pages, suggested grade, title, earlier codes."""
    grade = one.grade.value if one.grade else "none"
    earlier = f"  (was {', '.join(one.previous_codes)})" if one.previous_codes else ""
    return f"{one.code}  {plural(len(one.documents), 'page')}  {grade}  {one.title}{earlier}"


def change_lines(
    changes: Sequence[Change], names: Mapping[str, str], last: str, first: str
) -> Iterator[str]:
    """Changed claims: what was said, what is said now, and what became of the figures.

    ``names`` are those of actors' ids; ``last`` and ``first`` are when the old version was last
    seen and the new one first.
    """
    # Imported here: a table of pages needs no database.
    from counterclaim.store.revisions import figure_changes

    for change in changes:
        figures = ", ".join(change.figures)
        before, after = change.forces
        turned = f"  {before} → {after}" if before and after and before != after else ""
        origin = names.get(change.origin or "", change.origin or "unresolved")
        yield f"{change.kind}  {origin}{turned}  {figures}".rstrip()
        for sign, spans in (("-", change.old), ("+", change.new)):
            if spans:
                yield f"  {sign} " + " … ".join(" ".join(span.exact.split()) for span in spans)
        yield from (f"  {line}" for line in figure_changes(change, last, first))


def decision_lines(
    decisions: Sequence[Decision], overtaken: Mapping[str, Sequence[str]]
) -> Iterator[str]:
    """Decisions: when, whose, what, what came of it, and why.

    ``overtaken`` are the newer versions of what was decided on, by the decision's id.
    """
    for one in decisions:
        yield f"{one.id}  {one.at}  {one.who}: {one.kind} {one.subject}  {one.status}"
        if one.was is not None or one.value is not None:
            field = f"{one.field}: " if one.field else ""
            yield f"    {field}{decided_text(one.was)} → {decided_text(one.value)}"
        yield f"    {one.reason}"
        if one.id in overtaken:
            yield f"    its page has a newer version, look again: {', '.join(overtaken[one.id])}"


def plural(number: int, noun: str) -> str:
    """``1 page``, ``2 pages``."""
    return f"{number} {noun}{'' if number == 1 else 's'}"


def _document(reading: Reading, names: dict[str, str], width: int) -> list[str]:
    document = reading.document
    published = document.published.value or "no date"
    lines = [f"{document.name}  ({document.outlet or 'unknown outlet'}, {published})", ""]
    lines.append(_row([name for name, _ in COLUMNS], "what", width))
    lines.append("─" * width)
    # A page without an outlet goes by its file: the folders before it say nothing here.
    own = {a.id: Path(a.name).name for a in reading.actors if a.name == document.name}
    names = names | own if document.url is None else names
    lines.extend(_row(_cells(one, names), _words(one), width) for one in reading.statements)
    statements = plural(len(reading.statements), "statement")
    lines.append("")
    lines.append(f"{statements}, {plural(len(reading.comments), 'comment')} kept apart")
    lines.append("")
    return lines


def _cells(statement: Statement, names: dict[str, str]) -> list[str]:
    who = " ".join(span.exact for span in statement.source).rstrip(",") or f"({statement.voice})"
    part = (
        ""
        if statement.sequence is None
        else ("base", f"update {statement.sequence}")[statement.sequence > 0]
    )
    origin = names.get(statement.origin or "", "unresolved")
    return [part, who, statement.force, origin]


def _words(statement: Statement) -> str:
    return " … ".join(span.exact for span in statement.content)


def _row(cells: list[str], last: str, width: int) -> str:
    columns = COLUMNS if width >= 100 else NARROW
    left = "  ".join(
        textwrap.shorten(" ".join(cell.split()), size, placeholder="…").ljust(size)
        for cell, (_, size) in zip(cells, columns, strict=True)
    )
    room = width - len(left) - 2
    return f"{left}  {textwrap.shorten(' '.join(last.split()), room, placeholder='…')}".rstrip()
