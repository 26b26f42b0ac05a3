"""A ledger made by hand: an invented incident, three parties and more, four pages, comments."""

from __future__ import annotations

from counterclaim.records import (
    Account,
    AccountVersion,
    Grade,
    Incident,
    Ledger,
    Origin,
    Problem,
    Relation,
    RelationField,
    RelationKind,
    Span,
    Statement,
)
from tests.dossier.sample_pages import courier, notes, radio, wire
from tests.dossier.sketch import Sketch, actor

OSTREVA, PACT, VELMARK = "ostreva", "northern-pact", "velmark"

ACTORS = [
    actor(OSTREVA, "Ostreva", "state"),
    actor("ostrevan-army", "Ostrevan Army General Staff", "armed_force", member_of="actor:ostreva"),
    actor(
        "ilse-marrand",
        "Ilse Marrand",
        "person",
        role="army spokeswoman",
        member_of="actor:ostrevan-army",
    ),
    actor("ostreva-foreign", "Ostrevan Foreign Ministry", "ministry", member_of="actor:ostreva"),
    actor(PACT, "Northern Pact", "body", aliases=["the Pact"]),
    actor("pact-command", "Pact Joint Command", "armed_force", member_of="actor:northern-pact"),
    actor(VELMARK, "Velmark", "state"),
    actor("velmark-foreign", "Velmark Foreign Ministry", "ministry", member_of="actor:velmark"),
    actor("red-heron", "Red Heron Front", "armed_group"),
    actor("tarn-hospital", "Tarn Weir District Hospital", "organisation"),
    actor("residents", "residents of Tarn Weir", "group"),
    actor("pelagic-wire", "Pelagic Wire", "agency"),
    actor("osr", "Ostrevan State Radio", "outlet", affiliation="state: Ostreva"),
]


def _versions(
    pages: list[Sketch], *steps: tuple[str, list[str], bool, str | None]
) -> list[AccountVersion]:
    """Versions from (changes, statement ids, superseded, said)."""
    known = {s.id: s for p in pages for s in p.statements}

    def of(kind: str, ids: list[str]) -> list[str]:
        return [r.id for p in pages for r in getattr(p, kind) if r.statement in ids]

    return [
        AccountVersion(
            sequence=i,
            statements=ids,
            position=known[ids[0]].force,
            events=of("events", ids),
            counts=of("counts", ids),
            intents=of("intents", ids),
            places=of("places", ids),
            moments=of("moments", ids),
            said=said,
            change=change.split(),
            superseded=superseded,
        )
        for i, (change, ids, superseded, said) in enumerate(steps)
    ]


def _relation(
    number: int,
    kind: RelationKind,
    on: RelationField,
    a: Statement,
    b: Statement,
    a_spans: list[Span],
    b_spans: list[Span],
    reason: str,
) -> Relation:
    return Relation(
        id=f"r-{number}",
        kind=kind,
        a=a.id,
        b=b.id,
        on=on,
        a_spans=a_spans,
        b_spans=b_spans,
        incident="i-1",
        reason=reason,
        score=0.9,
    )


def ledger() -> Ledger:
    """The whole sample: four readings, one main incident, a second one beside it."""
    agency, _, paper, text = pages = [wire(), radio(), courier(), notes()]
    w, r, c, n = (p.statements for p in pages)
    every = [s for p in pages for s in p.statements if s.voice == "cited"]

    def account(
        origin: str,
        party: str | None,
        *steps: tuple[str, list[str], bool, str | None],
        relayed: tuple[str, ...] = (),
    ) -> Account:
        return Account(
            id=f"i-1.{origin}",
            incident="i-1",
            origin=f"actor:{origin}",
            party=party and f"actor:{party}",
            versions=_versions(pages, *steps),
            relayed_by=list(relayed),
        )

    accounts = [
        account(
            "ostrevan-army",
            OSTREVA,
            ("first", [w[0].id, w[3].id], True, "2031-05-04T12:20"),
            ("count", [c[9].id, r[2].id, n[0].id, n[3].id], False, "2031-05-04T23:00"),
            relayed=("Pelagic Wire", "Ostrevan State Radio", "The Harl Courier"),
        ),
        account(
            "ostreva-foreign", OSTREVA, ("first", [r[0].id, r[1].id, r[3].id], False, "2031-05-04")
        ),
        account(
            "pact-command",
            PACT,
            ("first", [w[1].id, w[2].id], True, "2031-05-04T12:20"),
            ("position", [c[4].id], True, "2031-05-04T14:05"),
            (
                "position actor count intent",
                [c[1].id, c[2].id, c[3].id, n[1].id],
                False,
                "2031-05-04T21:30",
            ),
            ("position", [c[0].id], False, "2031-05-05T09:15"),
        ),
        account("velmark-foreign", VELMARK, ("first", [w[5].id, w[4].id, n[2].id], False, None)),
        account("red-heron", None, ("first", [c[7].id, c[8].id], False, None)),
        account("tarn-hospital", None, ("first", [w[6].id, n[4].id], False, None)),
        account("residents", None, ("first", [c[5].id, c[6].id], False, None)),
    ]
    relations = [
        _relation(
            1,
            "disputes",
            "intent",
            w[3],
            c[2],
            [agency.intents[0].span],
            [paper.intents[0].span],
            "deliberate against accident, different origins",
        ),
        _relation(
            2,
            "disputes",
            "count",
            c[9],
            c[3],
            [paper.counts[2].span],
            [paper.counts[0].span],
            "killed: [44, 44] and [0, 30] do not meet, different origins",
        ),
        _relation(
            3,
            "disputes",
            "count",
            c[9],
            w[6],
            [paper.counts[2].span],
            [agency.counts[2].span],
            "killed: [44, 44] and [41, 41] do not meet, different origins",
        ),
        _relation(
            4,
            "denies",
            "event",
            w[0],
            w[5],
            [agency.events[0].span],
            w[5].content,
            "a denial of the same act by the same actor",
        ),
        _relation(
            5,
            "denies",
            "actor",
            c[1],
            n[2],
            c[1].content,
            n[2].content,
            "no air raid against an admitted one",
        ),
        _relation(
            6,
            "revises",
            "count",
            w[0],
            c[9],
            [agency.counts[0].span],
            [paper.counts[2].span],
            "same origin, later figure",
        ),
        _relation(
            7,
            "concedes",
            "position",
            w[1],
            c[1],
            w[1].content,
            c[1].content,
            "the same origin declined, then admitted",
        ),
        _relation(
            8,
            "confirms",
            "count",
            w[6],
            n[4],
            [agency.counts[2].span],
            [text.counts[1].span],
            "the same figure, the same origin",
        ),
        _relation(
            9,
            "repeats",
            "count",
            c[9],
            n[3],
            [paper.counts[2].span],
            [text.counts[0].span],
            "the same figure of the same origin",
        ),
    ]
    incident = Incident(
        id="i-1",
        code="CC-2031-05-04-A",
        title="Air strike near Tarn Weir, 4 May 2031",
        documents=[p.document.id for p in pages],
        statements=[s.id for s in every],
        events=[e.id for p in pages for e in p.events],
        places=[p.id for page in pages for p in page.places],
        earliest="2031-05-04T05:30",
        latest="2031-05-04T12:00",
        grade=Grade(
            value="contested",
            rule="contested: competing claims of responsibility, or one party denies the act that "
            "another asserts",
            statements=[w[0].id, w[5].id, c[1].id],
        ),
    )
    other = Incident(
        id="i-2",
        code="CC-2031-05-04-B",
        title="Call for an emergency meeting",
        documents=["d-bbbb"],
        statements=[r[0].id],
        grade=Grade(value="none", rule="no harm is claimed"),
    )
    origins = [
        Origin(
            id="o-1",
            incident="i-1",
            field="killed",
            value="44",
            origins=["actor:ostrevan-army"],
            statements=[c[9].id, r[2].id, n[3].id],
            echoes=[r[2].id, n[3].id],
            independent=1,
            pages=3,
        ),
        Origin(
            id="o-2",
            incident="i-1",
            field="killed",
            value="41",
            origins=["actor:tarn-hospital"],
            statements=[w[6].id, n[4].id],
            echoes=[n[4].id],
            independent=1,
            pages=2,
        ),
        Origin(
            id="o-3",
            incident="i-1",
            field="actor",
            value="Northern Pact",
            origins=["actor:ostrevan-army", "actor:ostreva-foreign", "actor:pact-command"],
            statements=[w[0].id, r[1].id, c[1].id],
            independent=3,
            pages=3,
        ),
    ]
    return Ledger(
        readings=[p.reading() for p in pages],
        actors=list(ACTORS),
        incidents=[incident, other],
        accounts=accounts,
        origins=origins,
        relations=relations,
        problems=[
            Problem(
                id="x-0",
                name="scan.pdf",
                code="CC103",
                severity="error",
                message="CC103: scan.pdf is not text or HTML (it looks like PDF); convert it first",
            )
        ],
    )
