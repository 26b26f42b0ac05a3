"""How many were killed and injured in an incident, and on which day."""

import pytest

from counterclaim.ledger import build_ledger
from counterclaim.ledger.casualties import alone, distinct
from counterclaim.ledger.days import KINDS as DAY_KINDS
from counterclaim.ledger.days import WEIGHTS as DAY_WEIGHTS
from counterclaim.ledger.days import day_evidence, day_of
from counterclaim.ledger.tallies import KINDS, WEIGHTS, evidence, page_tolls, tally, tolls_of
from counterclaim.pages import read_document
from counterclaim.reading import Engine
from counterclaim.records import Harm, Reading


@pytest.fixture(scope="module")
def engine() -> Engine:
    return Engine()


def read(engine: Engine, *texts: str, published: str = "2031-05-14") -> list[Reading]:
    pages = [
        read_document(text.encode(), name=f"page-{n}.txt", published=published)
        for n, text in enumerate(texts)
    ]
    return engine.read(pages)


def figures(readings: list[Reading], harm: Harm = "killed") -> tuple[int, int, int]:
    """Least, likeliest and most over the first incident of the readings."""
    ledger = build_ledger(readings)
    incident = max(ledger.incidents, key=lambda one: len(one.statements))
    found = tally(incident, {r.document.id: r for r in ledger.readings}, harm)
    assert found is not None
    assert found.low <= found.best <= found.high
    assert 0 < found.probability <= 1
    return found.low, found.best, found.high


STORY = """Man killed in shooting at Velmar market

A 34-year-old man was shot dead on Tuesday at the market of Velmar, police said.

Teodor Brel, 34, was pronounced dead at the scene. The driver of a van was wounded in the leg and
taken to hospital.
"""


def test_mentions_of_one_person_are_one(engine: Engine) -> None:
    readings = read(engine, STORY)
    (reading,) = readings
    people = distinct([n for n in reading.counts if alone(n)], reading.document.text)
    assert sorted(p.harm for p in people) == ["injured", "killed"]
    assert figures(readings) == (1, 1, 1)
    assert figures(readings, "injured")[1] == 1


def test_a_total_outweighs_the_one_who_is_named(engine: Engine) -> None:
    text = """Seven killed in Tarn shelling

At least seven people were killed when shells hit a market in Tarn on Monday, medics said. Ana
Ruiz, a teacher, was among those who were killed. Twelve others were wounded.
"""
    readings = read(engine, text)
    assert figures(readings)[1] == 7
    assert figures(readings, "injured")[1] == 12


def test_the_shot_without_the_dead_are_the_injured(engine: Engine) -> None:
    text = """Three shot, one fatally, in Velmar

Three people were shot in Velmar late on Monday, police said. A woman was pronounced dead at the
scene.
"""
    readings = read(engine, text)
    assert figures(readings)[1] == 1
    assert figures(readings, "injured")[1] == 2


def test_tolls_of_a_year_are_of_no_incident(engine: Engine) -> None:
    text = """Two killed in Orsvik raid

Two men were killed in a raid on Orsvik on Monday, police said.

The police say 112 people were killed in raids so far this year.
"""
    (reading,) = read(engine, text)
    told: set[str | None] = {s.id for s in reading.statements}
    values = {value for value, _ in page_tolls(reading, told)["killed"].totals}
    assert values == {2}


def test_pages_that_differ_make_an_interval(engine: Engine) -> None:
    def page(number: str) -> str:
        return f"""{number} killed in Halvik market bombing

A bomb killed {number.lower()} people at the market of Halvik on Monday, police in Halvik said.
"""

    low, best, high = figures(read(engine, page("Nine"), page("Twelve")))
    assert best in (9, 12)
    assert low <= 9
    assert high >= 12


def test_nobody_harmed_is_none(engine: Engine) -> None:
    text = """Shells hit Tarn depot

Shells hit a depot in Tarn on Monday, the army said. There were no casualties.
"""
    assert figures(read(engine, text))[1] == 0


def test_weights_are_of_the_kinds() -> None:
    assert {len(weights) for weights in WEIGHTS.values()} == {len(KINDS)}
    assert len(DAY_WEIGHTS) == len(DAY_KINDS)


def test_without_pages_there_is_nothing_but_none_and_one() -> None:
    assert list(evidence([], "killed")) == [0, 1]
    assert day_evidence([], None) == {}
    published = 741_000
    assert list(day_evidence([], published)) == [published - 1, published]


@pytest.mark.parametrize(
    ("text", "best", "stated"),
    [
        (
            "Man killed in Velmar\n\nA man was shot dead in Velmar on Monday, police said Tuesday.",
            "2031-05-12",
            True,
        ),
        (
            "Two held over Tarn killing\n\nTwo men were held.\n\nAna Ruiz was shot on Saturday.",
            "2031-05-10",
            True,
        ),
        ("Man killed in Velmar\n\nA man was shot dead in Velmar, police said.", None, False),
    ],
)
def test_the_day(engine: Engine, text: str, best: str | None, stated: bool) -> None:
    readings = read(engine, text)
    ledger = build_ledger(readings)
    found = day_of(ledger.incidents[0], {r.document.id: r for r in ledger.readings})
    assert found is not None
    assert found.earliest <= found.best <= found.latest
    assert found.stated is stated
    assert found.best == best if best else found.best in ("2031-05-13", "2031-05-14")


def test_unread_pages_give_nothing(engine: Engine) -> None:
    ledger = build_ledger(read(engine, STORY))
    assert tally(ledger.incidents[0], {}) is None
    assert day_of(ledger.incidents[0], {}) is None


def test_an_incident_keeps_what_its_pages_together_say(engine: Engine) -> None:
    readings = read(engine, STORY)
    ledger = build_ledger(readings)
    incident = max(ledger.incidents, key=lambda one: len(one.statements))
    counts = {n.id: n for reading in readings for n in reading.counts}
    assert [toll.harm for toll in incident.tolls] == ["killed", "injured"]
    for toll in incident.tolls:
        assert toll.low <= toll.best <= toll.high
        assert toll.pages == 1
        assert {counts[key].harm for key in toll.counts} <= {toll.harm, "casualties"}
        assert all(counts[key].statement in incident.statements for key in toll.counts)
    assert incident.picks == []
    day = incident.day
    assert day is not None
    assert day.stated
    assert (day.earliest, day.best, day.latest) == ("2031-05-13",) * 3
    named = [m for reading in readings for m in reading.moments if m.id in day.moments]
    assert [m.span.exact for m in named] == ["Tuesday"]


def test_a_toll_needs_somebody_who_is_counted_or_named(engine: Engine) -> None:
    text = """Jets bomb Velmar depot

Norland jets bombed a fuel depot in Velmar late on Monday in an air strike, the army said.
"""
    ledger = build_ledger(read(engine, text))
    assert ledger.incidents
    for incident in ledger.incidents:
        assert incident.tolls == tolls_of(incident, {r.document.id: r for r in ledger.readings})
        assert all(toll.counts for toll in incident.tolls)
    assert [toll for incident in ledger.incidents for toll in incident.tolls] == []


@pytest.mark.parametrize(
    ("text", "toll"),
    [
        ("A strike killed between 30 and 40 people, none of them civilians.", (30, 30, 40)),
        ("The ministry has raised the death toll of the blast from six to nine.", (9, 9, 9)),
        ("A strike killed nine people, four of them children.", (9, 9, 9)),
    ],
)
def test_parts_and_old_tolls_lower_none(engine: Engine, text: str, toll: tuple[int, ...]) -> None:
    page = f"Deaths in Velmar\n\n{text} The mayor of Velmar said on Monday that many had come."
    assert figures(read(engine, page)) == toll


def test_the_day_of_speech_is_not_that_of_the_deed(engine: Engine) -> None:
    text = (
        "Army owns up\n\nThe army of Norland admitted on Monday that its aircraft had struck "
        "soldiers near Velmar on 10 May, killing 12."
    )
    readings = read(engine, text, published="2031-05-20")
    (incident,) = build_ledger(readings).incidents
    assert incident.day is not None
    assert (incident.day.best, incident.day.stated) == ("2031-05-10", True)
