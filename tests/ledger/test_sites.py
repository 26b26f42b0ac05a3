"""Where an incident happened, by what its pages say together, and the title made of it."""

import pytest

from counterclaim.ledger import build_ledger
from counterclaim.ledger.sites import KINDS, WEIGHTS, named_places, site_evidence, site_of
from counterclaim.pages import read_document
from counterclaim.reading import Engine
from counterclaim.records import Incident, Ledger, Reading


@pytest.fixture(scope="module")
def engine() -> Engine:
    return Engine()


def read(engine: Engine, *texts: str, published: str = "2031-05-20") -> list[Reading]:
    pages = [
        read_document(text.encode(), name=f"page-{n}.txt", published=published)
        for n, text in enumerate(texts)
    ]
    return engine.read(pages)


def first(ledger: Ledger) -> Incident:
    return max(ledger.incidents, key=lambda one: len(one.statements))


def test_weights_are_of_the_kinds() -> None:
    assert len(WEIGHTS) == len(KINDS) == len(set(KINDS))


@pytest.mark.parametrize(
    ("text", "name"),
    [
        (
            (
                "Two die in shelling of Homs\n\nTwo people died on Monday when shells hit Homs in "
                "Syria. The wounded were taken to Damascus, a doctor said."
            ),
            "Homs",
        ),
        (
            (
                "Man shot dead outside bar\n\nTOLEDO, Ohio -- A man was shot dead outside a "
                "bar. His brother in Cleveland said he had no enemies. Toledo Police seek a car."
            ),
            "Toledo",
        ),
        (
            (
                "Man shot dead outside bar\n\nToledo Police in Ohio said a man was shot dead "
                "outside a bar in the city."
            ),
            "Toledo",
        ),
    ],
)
def test_the_town_of_the_deed(engine: Engine, text: str, name: str) -> None:
    ledger = build_ledger(read(engine, text))
    incident = first(ledger)
    assert incident.site is not None
    assert incident.site.name == name
    assert 0 < incident.site.probability <= 1
    places = {p.id: p for r in ledger.readings for p in r.places}
    assert incident.site.place in incident.site.places
    assert {places[key].name for key in incident.site.places} == {name}
    assert f", {name}" in incident.title


def test_pages_together_name_it(engine: Engine) -> None:
    one = "Shells hit depot\n\nShells hit a depot in Homs, Syria, on Monday, killing four guards."
    two = "Four guards killed\n\nFour guards died at a depot in Homs, Syria, on Monday."
    readings = read(engine, one, two)
    incident = first(build_ledger(readings))
    by_id = {r.document.id: r for r in readings}
    site = site_of(incident, by_id)
    assert site is not None
    assert site.name == "Homs"


def test_pages_without_places_have_none(engine: Engine) -> None:
    (reading,) = read(
        engine,
        "Four dead in blast\n\nA blast killed four guards of a depot on Monday, police said.",
    )
    incident = first(build_ledger([reading]))
    assert incident.site is None
    assert incident.title == "Reported explosion, 19 May 2031"
    assert named_places(reading, set(incident.statements)) == {}
    assert site_evidence([]) == {}


def test_evidence_is_of_each_place(engine: Engine) -> None:
    (reading,) = read(engine, "Blast in Homs\n\nA blast in Homs, Syria, killed four near Damascus.")
    told: set[str | None] = {s.id for s in reading.statements}
    found = site_evidence([named_places(reading, told)])
    assert all(len(row) == len(KINDS) for row in found.values())
    assert len(found) == len({p.gazetteer for p in reading.places})


@pytest.mark.parametrize(
    ("words", "title"),
    [
        ("A missile strike on Homs in Syria killed three.", "Reported missile strike, Homs"),
        ("Rocket fire on Homs in Syria killed three.", "Reported rocket attack, Homs"),
        ("The shelling of Homs in Syria killed three.", "Reported shelling, Homs"),
    ],
)
def test_titles_tell_missiles_from_shells(engine: Engine, words: str, title: str) -> None:
    assert first(build_ledger(read(engine, f"Three dead\n\n{words}"))).title == title


def test_the_title_has_the_day_of_the_deed(engine: Engine) -> None:
    text = (
        "Army owns up\n\nThe army of Norland admitted on Monday that its aircraft had struck "
        "soldiers near Homs on 10 May, killing 12."
    )
    (incident,) = build_ledger(read(engine, text)).incidents
    assert incident.day is not None
    assert incident.day.best == "2031-05-10"
    assert incident.title == "Reported air strike, Homs, 10 May 2031"


def test_arrests_are_no_title_of_an_attack(engine: Engine) -> None:
    text = (
        "Rockets hit school\n\nRockets hit a school in Homs on Monday, killing six people. Syrian "
        "police arrested 14 people at a protest against the attack. They arrested two in the night."
    )
    incident = first(build_ledger(read(engine, text)))
    assert incident.title == "Reported rocket attack, Homs, 19 May 2031"
    assert incident.responsible == []
