"""Ledgers out of thin air: random texts of every script, random spans, every noun."""

from __future__ import annotations

from typing import Any

import msgspec
from hypothesis import strategies as st

from counterclaim.ledger.actors import actors_by_page
from counterclaim.records import (
    Account,
    AccountVersion,
    Actor,
    Block,
    Capture,
    ChainLink,
    Comment,
    Count,
    Dated,
    Day,
    Document,
    Event,
    Grade,
    Incident,
    Intent,
    Lane,
    Ledger,
    Mention,
    Moment,
    Origin,
    Place,
    Problem,
    Reading,
    Relation,
    Span,
    Statement,
    Toll,
    Unresolved,
)

ODD = "aZ9 .,\"'“”\n\r\t\u2028\u2029\u00a0éßا\u0627\u0644\u200f\u202eשλ😀𝔸👩‍👩‍👧\ufeff\x00\\/{}"

texts = st.text(
    st.one_of(st.sampled_from(ODD), st.characters(exclude_categories=["Cs"])),
    min_size=1,
    max_size=60,
)
"""Astral, right-to-left, combining, line separators, NUL; no lone surrogates."""

scores = st.floats(0, 1)


@st.composite
def spans(draw: st.DrawFn, text: str) -> Span:
    """A span of ``text``."""
    start = draw(st.integers(0, len(text) - 1))
    return Span.of(text, start, draw(st.integers(start + 1, len(text))))


@st.composite
def readings(draw: st.DrawFn, key: str) -> Reading:
    """One page with every noun, without actors."""
    text = draw(texts)
    document = f"d-{key}"

    def span() -> Span:
        return draw(spans(text))

    def common(letter: str) -> dict[str, Any]:
        return {"id": f"{document}.{letter}0", "document": document, "span": span()}

    some = st.lists(st.just(0), max_size=1)
    chain = [
        ChainLink(role="outlet", name=draw(texts)),
        ChainLink(role="speaker", name="", span=span()),
    ]
    statement = Statement(
        id=f"{document}.s0",
        document=document,
        block=f"{document}.b0",
        content=[span(), span()],
        source=[span() for _ in draw(some)],
        cue=draw(st.one_of(st.none(), spans(text))),
        force=draw(st.sampled_from(["asserts", "denies", "declines"])),
        hedges=[span()],
        chain=chain,
        sequence=draw(st.one_of(st.none(), st.integers(0, 9))),
        score=draw(scores),
    )
    count = Count(
        **common("n"),
        number=span(),
        low=draw(st.integers(0, 10**6)),
        best=None,
        high=draw(st.one_of(st.none(), st.integers(0, 10**6))),
        harm="killed",
    )
    return Reading(
        capture=Capture(
            id=f"c-{key}", name=draw(texts), sha256=key, size=1, headers={draw(texts): draw(texts)}
        ),
        document=Document(
            id=document,
            capture=f"c-{key}",
            name=draw(texts),
            sha256=key,
            text=text,
            title=draw(st.one_of(st.none(), spans(text))),
            published=Dated(value="2031-05-04", evidence="text", span=span()),
        ),
        blocks=[Block(**common("b"), kind="update", time=Dated(value=None)) for _ in draw(some)],
        statements=[statement for _ in draw(some)],
        places=[Place(**common("p"), name=draw(texts), lat=draw(scores)) for _ in draw(some)],
        moments=[Moment(**common("m"), value=draw(texts)) for _ in draw(some)],
        counts=[count for _ in draw(some)],
        events=[Event(**common("e"), event="ASSAULT", counts=["x"]) for _ in draw(some)],
        intents=[Intent(**common("i"), value="accident") for _ in draw(some)],
        comments=[
            Comment(
                **common("c"),
                block="b",
                triage=[Lane(lane="spam", score=draw(scores), spans=[span()])],
            )
            for _ in draw(some)
        ],
        unresolved=[
            Unresolved(**common("u"), noun="place", reason=draw(texts)) for _ in draw(some)
        ],
        problems=[
            Problem(
                id=f"x-{key}",
                name=draw(texts),
                code="CC902",
                severity="warning",
                message=draw(texts),
                document=document,
            )
            for _ in draw(some)
        ],
    )


@st.composite
def ledgers(draw: st.DrawFn) -> Ledger:
    """A ledger of up to three pages, actors shared among them."""
    pages = [draw(readings(str(n))) for n in range(draw(st.integers(0, 3)))]
    actors = [
        Actor(
            id=f"actor:{n}",
            name=draw(texts),
            aliases=[draw(texts)],
            mentions=[
                Mention(document=p.document.id, span=draw(spans(p.document.text)), reason="name")
                for p in known
            ],
            documents=[p.document.id for p in known],
        )
        for n in range(draw(st.integers(0, 2)))
        for known in [[p for p in pages if draw(st.booleans())]]
    ]
    shared = {"incident": "i-1", "origin": "actor:0"}
    problem = Problem(
        id="x-none", name=draw(texts), code="CC104", severity="error", message=draw(texts)
    )
    span = Span.of("ab", 0, 2)
    return Ledger(
        readings=[_with(p, actors) for p in pages],
        actors=actors,
        incidents=[
            Incident(
                id="i-1",
                code="x",
                title=draw(texts),
                documents=[p.document.id for p in pages],
                grade=Grade(value="weak", rule=draw(texts), statements=["s"]),
                day=Day(
                    earliest="2031-05-03",
                    best="2031-05-03",
                    latest="2031-05-04",
                    probability=draw(scores),
                    stated=draw(st.booleans()),
                    moments=[draw(texts)],
                ),
                tolls=[
                    Toll(harm="killed", low=0, best=2, high=3, probability=draw(scores), pages=1)
                ],
            )
        ],
        accounts=[
            Account(
                id="a-1",
                versions=[AccountVersion(sequence=0, statements=["s"], position="denies")],
                **shared,
            )
        ],
        origins=[
            Origin(id="o-1", incident="i-1", field="killed", value="12", origins=[], statements=[])
        ],
        relations=[
            Relation(
                id="r-1",
                kind="denies",
                a="s",
                b="t",
                on="event",
                a_spans=[span],
                b_spans=[span],
                score=draw(scores),
                reason=draw(texts),
            )
        ],
        problems=[problem],
    )


def _with(page: Reading, actors: list[Actor]) -> Reading:
    return msgspec.structs.replace(page, actors=actors_by_page(actors).get(page.document.id, []))
