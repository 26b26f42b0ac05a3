"""How many were killed and injured in an incident, and on which day."""

import pytest

from counterclaim.ledger import build_ledger
from counterclaim.ledger.casualties import alone, distinct
from counterclaim.ledger.days import KINDS as DAY_KINDS
from counterclaim.ledger.days import WEIGHTS as DAY_WEIGHTS
from counterclaim.ledger.days import day_evidence, day_of
from counterclaim.ledger.page_tolls import PageTolls, page_tolls
from counterclaim.ledger.tallies import WEIGHTS, choose, tally, tolls_of
from counterclaim.ledger.toll_evidence import KINDS, evidence
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


def outlet(words: str) -> str:
    """A page that begins with the killed in some outlet's number."""
    return f"""Drone strike on the barracks at Halvik

A drone strike on the barracks at Halvik killed {words} on Monday, the coastguard said. Dozens were
wounded or killed, a medic in Halvik said.
"""


def test_however_many_numbers_there_are_nobody_is_not_the_likeliest(engine: Engine) -> None:
    numbers = ("31 guards", "34 guards", "at least 41 people", "38 men")
    low, best, high = figures(read(engine, *map(outlet, numbers)))
    assert best in (31, 34, 38, 41)
    assert 31 <= low <= best <= high <= 41


def test_the_total_of_a_war_is_no_incidents(engine: Engine) -> None:
    text = """Nine killed in Tarn raid

Nine people were killed in a raid on Tarn on Monday, medics said. The Orsa Fund says 90,001
people have been killed since the war began.
"""
    readings = read(engine, text)
    assert figures(readings) == (9, 9, 9)
    ledger = build_ledger(readings)
    (war,) = (n for r in readings for n in r.counts if n.extent == "background")
    assert all(war.id not in toll.counts for one in ledger.incidents for toll in one.tolls)


def test_more_dead_are_no_toll_of_their_own(engine: Engine) -> None:
    text = """Eleven killed in Tarn raid

Eleven people were killed and 30 wounded in a raid on Tarn on Monday, medics said. Two of the
wounded died at night, medics in Tarn said.
"""
    (reading,) = read(engine, text)
    told: set[str | None] = {None, *(s.id for s in reading.statements)}
    assert [value for value, _ in page_tolls(reading, told)["killed"].totals] == [11, 11]
    assert figures([reading])[0] == 11


def test_none_of_some_is_not_nobody(engine: Engine) -> None:
    text = """Raid on Tarn

Between 30 and 40 people were killed in a raid on Tarn on Monday, none of them civilians, the army
said. None of the dead were guards, it said.
"""
    low, best, high = figures(read(engine, text))
    assert (low, best) == (30, 30)
    assert high == 40


def test_a_toll_that_was_replaced_is_none(engine: Engine) -> None:
    text = """Toll of Tarn raid rises

The ministry raised the death toll of the raid on Tarn on Monday from six to nine.
"""
    (reading,) = read(engine, text)
    told: set[str | None] = {None, *(s.id for s in reading.statements)}
    assert [value for value, _ in page_tolls(reading, told)["killed"].totals] == [9]


def test_the_least_likely_that_is_credible_is_a_share_of_the_likeliest() -> None:
    tolls = PageTolls(totals=((12, 10),), sums=((12, 10),), everybody=(12,))
    nobody = PageTolls()
    page: dict[Harm, PageTolls] = {"killed": tolls, "injured": nobody, "casualties": nobody}
    low, best, high, chance = choose([page], "killed")
    assert (low, best, high) == (12, 12, 12)
    assert chance > 0.5
    none: dict[Harm, PageTolls] = dict.fromkeys(("killed", "injured", "casualties"), nobody)
    assert choose([none], "killed")[1] == 0


def test_what_a_sentence_says_of_those_struck() -> None:
    struck = PageTolls(totals=((6, 10),), sums=((6, 10),), outcomes=((6, 2),))
    killed = PageTolls(totals=((2, 30),), sums=((2, 30),))
    offered = evidence(
        [{"killed": killed, "injured": PageTolls(), "casualties": struck}], "injured", killed=2
    )
    at = KINDS.index("outcome")
    assert [value for value, row in offered.items() if row[at]] == [4]


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
