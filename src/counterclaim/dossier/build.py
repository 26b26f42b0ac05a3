"""A ledger → the dossier of its main incident."""

from __future__ import annotations

import msgspec

from counterclaim.dossier.contradictions import find_contradictions
from counterclaim.dossier.decided import decision_views
from counterclaim.dossier.glance import glance
from counterclaim.dossier.index import Index
from counterclaim.dossier.matrix import Table, tabulate
from counterclaim.dossier.model import Dossier, IncidentLine
from counterclaim.dossier.page_model import Puzzle
from counterclaim.dossier.pages import page_view
from counterclaim.dossier.passages import excerpt, statement_passages
from counterclaim.dossier.paths import build_paths
from counterclaim.dossier.places import build_map
from counterclaim.dossier.positions import account_view, independence_view
from counterclaim.dossier.timeline import build_timeline
from counterclaim.dossier.tolls import build_tolls
from counterclaim.dossier.voices import together, voices
from counterclaim.records import Incident, Ledger, Reading

__all__ = ["build_dossier", "render_json"]


def build_dossier(ledger: Ledger, *, title: str | None = None) -> Dossier:
    """What a reader gets of the ledger's main incident.

    The main incident is the one told by most pages, then by most statements; the others are
    listed. A ledger without an incident gives a dossier of its pages alone. ``title`` replaces the
    one made from the claims.
    """
    main = _main(ledger)
    key = main.id if main else None
    told = [a for a in ledger.accounts if a.incident == key]
    accounts = voices(Index(ledger), told)
    index = Index(msgspec.structs.replace(ledger, accounts=accounts))
    relations = [r for r in ledger.relations if r.incident in (key, None)]
    found = find_contradictions(index, relations)
    table = Table(index, accounts, relations)
    views = [account_view(index, a) for a in table.accounts]
    wholes = [v for a in together(told) if (v := account_view(index, a)).changed]
    pages = [page_view(index, r, found) for r in ledger.readings]
    comments = sum(len(p.comments) for p in pages)
    return Dossier(
        title=title or (main.title if main else _untitled(ledger)),
        code=main.code if main else None,
        earliest=main.earliest if main else None,
        latest=main.latest if main else None,
        glance=glance(table, main, [*wholes, *views], found.views, comments, together(told)),
        parties=index.parties,
        matrix=tabulate(table, found),
        accounts=[*wholes, *sorted(views, key=lambda v: not v.changed)],
        contradictions=found.views,
        independence=[independence_view(index, o) for o in ledger.origins if o.incident == key],
        paths=build_paths(index, told),
        timeline=build_timeline(table, told),
        places=build_map(index, main),
        pages=pages,
        others=[_line(index, ledger, i) for i in ledger.incidents if i is not main],
        decisions=decision_views(index, ledger, main),
        puzzles=[p for r in ledger.readings for p in _puzzles(index, r)],
        problems=[
            (p.name, p.message)
            for p in [*ledger.problems, *(p for r in ledger.readings for p in r.problems)]
        ],
    )


def render_json(dossier: Dossier) -> str:
    """The dossier as one JSON object, indented, with a newline at its end."""
    return msgspec.json.format(msgspec.json.encode(dossier), indent=1).decode() + "\n"


def _main(ledger: Ledger) -> Incident | None:
    ranked = sorted(ledger.incidents, key=lambda i: (-len(i.documents), -len(i.statements), i.id))
    return ranked[0] if ranked else None


def _untitled(ledger: Ledger) -> str:
    for reading in ledger.readings:
        if reading.document.title is not None:
            return reading.document.title.exact
        for block in reading.blocks:
            if block.kind == "headline":
                return block.span.exact
    return "No page was read" if not ledger.readings else ledger.readings[0].document.name


def _line(index: Index, ledger: Ledger, incident: Incident) -> IncidentLine:
    told = [index.statements[s] for s in incident.statements if s in index.statements]
    accounts = voices(index, [a for a in ledger.accounts if a.incident == incident.id])
    table = Table(index, accounts, [r for r in ledger.relations if r.incident == incident.id])
    return IncidentLine(
        code=incident.code,
        title=incident.title,
        statements=[p for s in told for p in statement_passages(index, s, width=160)[:1]],
        tolls=build_tolls(table, incident),
    )


def _puzzles(index: Index, reading: Reading) -> list[Puzzle]:
    blocks = sorted(reading.blocks, key=lambda b: b.span.end - b.span.start)
    puzzles = []
    for thing in reading.unresolved:
        span = thing.span
        around = [b.span for b in blocks if b.span.start <= span.start and span.end <= b.span.end]
        passage = excerpt(
            index,
            thing.document,
            [span],
            around[0] if around else None,
            anchor=index.anchor(thing.id),
        )
        puzzles.append(Puzzle(noun=thing.noun, reason=thing.reason, passage=passage))
    return puzzles
