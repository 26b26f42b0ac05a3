"""Frames of towns and sites: datelines, containers, police, sites by their words, lists."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from counterclaim.facts.gazetteer import Gazetteer, fold
from counterclaim.facts.places import find_places, read_toponyms
from counterclaim.facts.places.features import Setting
from counterclaim.facts.places.frames import (
    is_held,
    names_agency,
    opens_dateline,
    shown_as_town,
)
from counterclaim.facts.places.names import Lookup, find_names
from counterclaim.facts.places.runs import tokens
from counterclaim.pages import Page
from counterclaim.records import Block, Capture, Document, Place, Span

GAZETTEER = Gazetteer.load()


def places(text: str) -> list[Place]:
    """The places of a page of one block."""
    document = Document(id="d-1", capture="c-1", name="page", sha256="0" * 64, text=text)
    block = Block(id="d-1.b1", document="d-1", kind="body", span=Span.of(text, 0, len(text)))
    capture = Capture(id="c-1", name="page", sha256="0" * 64, size=1)
    return find_places(Page(capture, document, (block,)), (), GAZETTEER)[0]


def found(text: str) -> dict[str, str | None]:
    """The words of each place, with the name of the one that is meant."""
    return {p.span.exact: p.name if p.status == "resolved" else None for p in places(text)}


def setting_of(text: str) -> Setting:
    words = tokens(text, 0, len(text))
    return Setting(text, words, find_names(text, words, Lookup(GAZETTEER)), GAZETTEER)


@pytest.mark.parametrize(
    ("text", "opens", "agency"),
    [
        ("OGDEN, Utah (KXYZ) -- Two", True, True),
        ("OGDEN (KXYZ) – Two", True, True),
        ("OGDEN — Two", True, False),
        ("OGDEN, May 2 (Wire) - Two", True, True),
        ("OGDEN police said", False, False),
        ("OGDEN-BASED", False, False),
        ("Ogden, Utah -- Two", False, True),
    ],
)
def test_the_town_of_a_dateline(text: str, opens: bool, agency: bool) -> None:
    assert opens_dateline(text, 0, 5) == opens
    assert names_agency(text, 5) == agency


def test_a_dateline_stands_at_the_start_of_a_line() -> None:
    assert not opens_dateline("in OGDEN — Two", 3, 8)
    assert opens_dateline("Fire\nOGDEN — Two", 5, 10)


@pytest.mark.parametrize(
    ("text", "town"),
    [
        ("OGDEN, Utah (KXYZ) -- Two were hurt.", "OGDEN"),
        ("MIAMI (KXYZ) – Two were hurt in Florida.", "MIAMI"),
        ("KABUL, May 2 (Wire) - Two were hurt.", "KABUL"),
        ("AKRON, Ohio (Wire) — Two were hurt.", "AKRON"),
    ],
)
def test_a_short_town_of_a_dateline_is_no_acronym(text: str, town: str) -> None:
    assert found(text)[town] == town.title()


def test_an_unknown_town_of_a_dateline_is_named_but_not_resolved() -> None:
    assert found("ZORVAMMEN, Ohio (KXYZ) -- Two were hurt.")["ZORVAMMEN"] is None


@pytest.mark.parametrize(
    ("text", "held"),
    [
        ("Hope, Arkansas, was quiet.", True),
        ("Hope (Ark.) was quiet.", True),
        ("Hope, Norway, was quiet.", False),
        ("Hope was quiet.", False),
        ("Ohio, Utah, and others", False),
    ],
)
def test_a_town_before_its_division(text: str, held: bool) -> None:
    assert is_held(setting_of(text), 0) == held


@pytest.mark.parametrize(
    ("text", "town"),
    [
        ("Gary police came late in Indiana. Two Gary men fled.", "Gary"),
        ("Police in east Charlotte came late, North Carolina officials say.", "Charlotte"),
        ("It burned in Hazel Crest, Illinois. Hazel Crest police came late.", "Hazel Crest"),
        ("It happened in Lawrence. Lawrence police came late in Kansas.", "Lawrence"),
    ],
)
def test_a_town_called_like_somebody(text: str, town: str) -> None:
    assert found(text)[town] == town


@pytest.mark.parametrize(
    "text", ["Gary Tolmar said so in Indiana.", "Lawrence, 41, fled.", "They met Hazel Brond."]
)
def test_somebody_called_like_a_town(text: str) -> None:
    assert found(text).keys() <= {"Indiana"}


def test_shown_as_town_needs_a_frame() -> None:
    for text, shown in (
        ("He stayed in Warren today.", True),
        ("He called Warren today.", False),
        ("He stayed in Warren's car.", False),
    ):
        setting = setting_of(text)
        at = next(n for n, name in enumerate(setting.names) if name.text == "Warren")
        assert shown_as_town(setting, at) == shown


@pytest.mark.parametrize(
    ("text", "site"),
    [
        ("The strike hit al-Zarwand Mountain.", "al-Zarwand Mountain"),
        ("Two rockets hit Mount Zarwand.", "Mount Zarwand"),
        ("A shell fell on Jebel Zarn.", "Jebel Zarn"),
        ("Troops shelled Zarwim airbase on Sunday.", "Zarwim airbase"),
        ("It happened at Fort Zarley on Monday.", "Fort Zarley"),
        ("The checkpoint at Tal Zarn was shelled.", "Tal Zarn"),
        ("Shells fell near the village of Zarhan Kul.", "Zarhan Kul"),
        ("The town of West Sweden was flooded.", "West Sweden"),
    ],
)
def test_a_site_that_nobody_has_is_named_whole_and_unresolved(text: str, site: str) -> None:
    assert found(text) == {site: None}


def test_a_base_called_after_a_town() -> None:
    (base, state) = places("A blast hit the Qayyarah air base in Iraq.")
    assert (base.span.exact, base.country, base.where_prec) == ("Qayyarah air base", "IQ", 2)
    assert state.country == "IQ"


def test_what_is_done_to_a_place() -> None:
    names = found("Shelling hit Dayr az Zawr and Ar Raqqah in Syria.")
    assert names == {"Dayr az Zawr": "Deir ez-Zor", "Ar Raqqah": "Ar Raqqah", "Syria": "Syria"}


def test_two_unknown_names_are_not_one() -> None:
    setting = setting_of("They fled Zarmalka and Zobar today.")
    assert [name.text for name in setting.names] == ["They", "Zarmalka", "Zobar"][-2:]


@pytest.mark.parametrize(
    ("text", "home"),
    [
        ("The Boston Police Department came late in Massachusetts.", "Boston"),
        ("They were taken to Orlando Regional Medical Center in Florida.", "Orlando"),
        ("A man from the Toledo Bureau of Police in Ohio came late.", "Toledo"),
    ],
)
def test_the_town_of_an_institution(text: str, home: str) -> None:
    assert found(text)[home] == home


def test_police_of_a_town_that_many_are_called_like() -> None:
    (place,) = places("Danville Police came late.")
    assert (place.span.exact, place.status) == ("Danville", "unresolved")
    assert "below the floor" in place.reason


@pytest.mark.parametrize(
    "text",
    [
        "The Islamic State of Iraq and Syria spoke.",
        "It is in Terrorists Interests.",
        "The Orlando Sentinel and the Danville Times wrote so.",
        "A fire at the Shia mosque.",
    ],
)
def test_no_places(text: str) -> None:
    assert "Iraq" not in found(text)
    assert not any(place.status == "resolved" for place in places(text))


def test_weekdays_end_a_name() -> None:
    assert found("Two were hurt in southwest Columbus Tuesday, Ohio police said.")["Columbus"]
    setting = setting_of("It burned in Zarhome Wednesday.")
    assert "Zarhome" in [name.text for name in setting.names]


def test_directions_in_capitals() -> None:
    assert found("A man fell in NE Portland, Oregon.")["Portland"] == "Portland"
    setting = setting_of("A man fell in NE Portland, Oregon.")
    assert [setting.is_direction(at) for at in range(5)] == [False, False, False, False, True]


def test_names_in_cyrillic_letters_are_folded() -> None:
    assert fold("Харків") == "kharkiv"
    assert found("Shells fell in Харків on Monday.")["Харків"] == "Kharkiv"


def test_a_list_behind_a_preposition() -> None:
    setting = setting_of("It rained in Zarn, Dol and Aleppo, and Marrah slept.")
    listed = [name.text for name in setting.names if setting.is_listed(name)]
    assert listed[:2] == ["Dol", "Aleppo"]


@settings(max_examples=60, deadline=None)
@given(
    st.lists(
        st.sampled_from(
            [
                "Gary",
                "OGDEN",
                "—",
                ",",
                "Utah",
                "police",
                "The",
                "NE",
                "Tal",
                "and",
                "in",
                "\n",
                "(",
            ]
        ),
        min_size=1,
        max_size=12,
    )
)
def test_any_words_give_spans_of_the_text(parts: list[str]) -> None:
    text = " ".join(parts)
    _, toponyms = read_toponyms(text, GAZETTEER)
    assert all(text[t.start : t.end] for t in toponyms)
    for place in places(text):
        assert text[place.span.start : place.span.end] == place.span.exact


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("A shell fell in Idlib on Monday.", {"Idlib": "Idlib"}),
        ("Two were hurt in Raqqa on Monday.", {"Raqqa": "Ar Raqqah"}),
        ("The siege of Madaya went on.", {"Madaya": None}),
        ("The fall of Kabul was quick.", {"Kabul": "Kabul"}),
        ("Shells hit the al-Shifa hospital.", {"al-Shifa hospital": None}),
        (
            "The Zarwim Air Base in Turkey was closed.",
            {"Zarwim Air Base": None, "Turkey": "Turkey"},
        ),
        ("He spoke at Camp Zarvid.", {"Camp Zarvid": None}),
    ],
)
def test_what_a_name_alone_tells(text: str, named: dict[str, str | None]) -> None:
    assert found(text) == named


def test_two_towns_of_a_dateline() -> None:
    text = "ANKARA/BEIRUT, May 2 (Wire) - Two were hurt."
    assert opens_dateline(text, 0, 6)
    assert opens_dateline(text, 7, 13)
    assert set(found(text)) == {"ANKARA", "BEIRUT"}


def test_long_runs_of_names_are_read_one_after_the_other() -> None:
    many = 1500
    for joint in (" and ", ", ", "/"):
        text = "in " + joint.join(["Zarn"] * many) + " — so."
        assert len(places(text)) <= many
    assert len(places("OGDEN/" * many + " (Wire) - Two.")) <= many


def test_a_state_that_is_only_a_town_of_the_tables_is_none() -> None:
    text = "The army of Norland admitted on Monday that it had struck soldiers near Homs."
    assert [place.span.exact for place in places(text)] == ["Homs"]
