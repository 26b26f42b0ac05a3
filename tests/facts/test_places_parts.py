"""The steps between text and places, each by itself."""

import numpy as np
import pytest

from counterclaim.errors import ModelError
from counterclaim.facts.gazetteer import Candidate, Entry, Gazetteer, Kind
from counterclaim.facts.places import model as model_module
from counterclaim.facts.places import resolution as resolution_module
from counterclaim.facts.places.evidence import FEATURES, SUPPORT, Subject, own_features
from counterclaim.facts.places.features import Setting, features
from counterclaim.facts.places.given_names import GIVEN_NAMES
from counterclaim.facts.places.model import company, score_names, weights
from counterclaim.facts.places.names import Lookup, Name, find_names
from counterclaim.facts.places.reading import is_framed, is_personal, kind_word_of
from counterclaim.facts.places.resolution import candidate_features, rank, resolution_weights
from counterclaim.facts.places.runs import tokens
from counterclaim.facts.places.usage import (
    feature_beside,
    in_organisation,
    is_locative,
    is_near,
    longer_name,
)

GAZETTEER = Gazetteer.load()


def setting_of(text: str) -> Setting:
    found = tokens(text, 0, len(text))
    return Setting(text, found, find_names(text, found, Lookup(GAZETTEER)), GAZETTEER)


def name_in(text: str, words: str) -> tuple[Setting, Name]:
    setting = setting_of(text)
    return setting, next(name for name in setting.names if name.text == words)


def texts(text: str) -> list[str]:
    return [name.text for name in setting_of(text).names]


def entry(
    identity: str, lat: float, lon: float, kind: Kind = "place", country: str = "QX",
    people: int = 1000, admin: str | None = None,
) -> Entry:  # fmt: skip
    return Entry(
        id=identity, name=identity, kind=kind, lat=lat, lon=lon, country=country, admin=admin,
        population=people,
    )  # fmt: skip


def subject(*entries: Entry, **more: object) -> Subject:
    return Subject(
        tuple(Candidate(entry=e, match="main", score=0.7) for e in entries),
        **more,  # type: ignore[arg-type]
    )


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("They fled Homs", ["Homs"]),
        ("the Democratic Republic of the Congo", ["Democratic Republic of the Congo"]),
        ("Fargo-Moorhead", ["Fargo", "Moorhead"]),
        ("in Neches River", ["Neches River"]),
        ("It is Monday in August", []),
        ("The White House waits", []),
        ("He lives in the North", []),
    ],
)
def test_names_of_a_text(text: str, names: list[str]) -> None:
    assert texts(text) == names


def test_a_lone_acronym_is_nobodys_town_but_a_shouted_name_is() -> None:
    acronym = {name.text: name.known for name in setting_of("the SANA agency").names}
    shouted = {name.text: name.known for name in setting_of("HOMS AND DAMASCUS BURN").names}
    assert acronym.get("SANA") in {None, False}
    assert any(known for text, known in shouted.items() if "DAMASCUS" in text)


def test_abbreviations_take_their_full_stop() -> None:
    assert "Ala." in texts("A fire in Ala. Nobody was hurt")
    assert "W.Va." in texts("A fire in W.Va. today")


def test_demonyms_carry_their_state() -> None:
    names = {name.text: name.demonym for name in setting_of("Syrian and South Korean ships").names}
    assert names == {"Syrian": "SY", "South Korean": "KR"}


def test_names_keep_offsets_and_runs() -> None:
    text = "At Port Sudan, in Sudan"
    for name in setting_of(text).names:
        assert text[name.start : name.end] == name.text
        assert name.run_first <= name.first < name.last <= name.run_last


def test_features_name_what_is_seen() -> None:
    setting, name = name_in("Guns fell silent in Homs.", "Homs")
    found = set(features(setting, setting.names.index(name)))
    assert {"bias", "prev=in", "preposition,known", "match=main"} <= found


def test_a_surname_elsewhere_is_a_feature() -> None:
    setting = setting_of("Maria Homs spoke. Homs left.")
    assert any("surname,known" in set(features(setting, at)) for at in range(len(setting.names)))


def test_words_before_skip_compass_adjectives_and_stop_at_marks() -> None:
    setting, name = name_in("It fell in the northern Homs", "Homs")
    assert setting.words_before(name)[0] == "in"
    setting, name = name_in("It fell. Homs burned", "Homs")
    assert setting.words_before(name) == ("", "")


def test_given_names_are_lower_case_and_no_states() -> None:
    assert all(name == name.lower() for name in GIVEN_NAMES)
    assert not GIVEN_NAMES & {"virginia", "jordan", "chad", "georgia"}


def test_scores_prefer_places_to_persons() -> None:
    setting = setting_of("Ann Holm said that a shell fell in Damascus, Syria.")
    odds = dict(zip((n.text for n in setting.names), score_names(setting), strict=True))
    assert odds["Damascus"] > 1 > odds[min(odds, key=odds.__getitem__)]


def test_company_sees_namesakes() -> None:
    setting = setting_of("Homs burned. In Homs it rained. In Hama it did not.")
    rows = company(setting.names, [2.0] * len(setting.names))
    by_name = list(zip((n.text for n in setting.names), rows, strict=True))
    assert any(f.startswith("others=") for name, row in by_name if name == "Homs" for f in row)
    assert any(f.startswith("alone=") for name, row in by_name if name == "Hama" for f in row)


@pytest.mark.parametrize("module", [model_module, resolution_module])
def test_missing_weights_have_their_code(module: object, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "FILE", "absent.json")
    load = weights if module is model_module else resolution_weights
    load.cache_clear()
    with pytest.raises(ModelError, match="CC302"):
        load()
    monkeypatch.undo()
    load.cache_clear()


def test_shipped_weights_fit_the_features() -> None:
    first, second = resolution_weights()
    assert len(first) == len(second) == len(FEATURES)
    assert set(SUPPORT) <= set(FEATURES)
    assert np.isfinite([first, second]).all()


def test_no_subjects_and_no_candidates() -> None:
    assert rank([]) == []
    assert rank([Subject(())]) == [None]
    assert rank([Subject((), country="SY")]) == [None]


def test_the_nearer_namesake_wins() -> None:
    near, far = entry("near", 10.0, 10.0, people=2000), entry("far", 50.0, 80.0, people=3000)
    other = entry("other", 10.1, 10.1, people=9000)
    senses = rank([subject(near, far), subject(other)])
    assert senses[0] is not None
    assert senses[0].entry.id == "near"
    assert senses[0].support > 0
    assert "near" in senses[0].reason


def test_the_container_wins_over_size() -> None:
    here = entry("here", 10.0, 10.0, country="QX", people=500)
    there = entry("there", -40.0, 100.0, country="QY", people=90_000)
    state = entry("QX", 10.0, 11.0, kind="country", country="QX")
    senses = rank([subject(here, there, containers=(state,)), subject(state)])
    assert senses[0] is not None
    assert senses[0].entry.id == "here"


def test_a_demonym_weighs_in() -> None:
    one = entry("one", 0.0, 0.0, country="QX", people=5000)
    two = entry("two", 60.0, 60.0, country="QY", people=5000)
    senses = rank([subject(one, two), Subject((), country="QY", mentions=3)])
    assert senses[0] is not None
    assert senses[0].entry.id == "two"


def test_beliefs_are_shares() -> None:
    senses = rank([subject(entry("a", 0, 0), entry("b", 50, 50)), subject(entry("c", 1, 1))])
    assert all(sense is not None and 0 <= sense.score <= 1.000001 for sense in senses)
    assert senses[1] is not None
    assert senses[1].score == pytest.approx(1)


def test_feature_rows_line_up_with_candidates() -> None:
    owner, table = candidate_features([subject(entry("a", 0, 0), entry("b", 5, 5)), Subject(())])
    assert owner.tolist() == [0, 0]
    assert table.shape == (2, len(FEATURES))


def test_own_features_of_kind_words() -> None:
    division = entry("d", 0, 0, kind="admin1")
    fits = own_features(subject(division, kind_word="admin1"), subject(division).candidates[0], 0.5)
    clashes = own_features(
        subject(division, kind_word="place"), subject(division).candidates[0], 0.5
    )
    assert "kind_word_fits" in fits
    assert "kind_word_clashes" in clashes


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("in Homs province", "admin1"),
        ("in Homs district", "admin2"),
        ("the city of Homs", "place"),
        ("the region of Homs", "admin1"),
        ("in Homs today", None),
    ],
)
def test_kind_words(text: str, expected: str | None) -> None:
    setting, name = name_in(text, "Homs")
    assert kind_word_of(setting, name) == expected


@pytest.mark.parametrize(
    ("text", "words", "framed"),
    [
        ("the village of Zurm", "Zurm", True),
        ("in Zurm province", "Zurm", True),
        ("at the Zurm camp", "Zurm", True),
        ("north of Zurm", "Zurm", True),
        ("the boss of Zurm", "Zurm", False),
        ("said Zurm", "Zurm", False),
        ("General Zurm spoke in the village of Zurm", "Zurm", False),
    ],
)
def test_frames_that_leave_no_doubt(text: str, words: str, framed: bool) -> None:
    setting, name = name_in(text, words)
    assert is_framed(setting, setting.names.index(name)) == framed


def test_titles_make_persons() -> None:
    setting, name = name_in("He met Colonel Aleppo", "Aleppo")
    assert is_personal(setting, name)
    setting, name = name_in("He left Aleppo", "Aleppo")
    assert not is_personal(setting, name)


@pytest.mark.parametrize(
    ("text", "locative", "near"),
    [
        ("in Homs", True, False),
        ("near Homs", True, True),
        ("10 km from Homs", True, True),
        ("comment from Homs", False, False),
        ("the outskirts of Homs", True, True),
        ("the shelling of Homs", True, False),
        ("the mood of Homs", False, False),
        ("with Homs", False, False),
        ("HOMS (Agency) - Guns", True, False),
    ],
)
def test_locatives(text: str, locative: bool, near: bool) -> None:
    setting = setting_of(text)
    name = next(n for n in setting.names if n.text.lower() == "homs")
    assert is_locative(setting, name) == locative
    assert is_near(setting, name) == near


def test_organisations_and_treaties() -> None:
    assert in_organisation(*name_in("the Homs Police Department", "Homs"))
    assert in_organisation(*name_in("the Homs agreement", "Homs"))
    assert not in_organisation(*name_in("the Homs road", "Homs"))


def test_feature_words_beside_a_name() -> None:
    setting, name = name_in("the Homs military airport", "Homs")
    feature = feature_beside(setting, name)
    assert feature is not None
    assert (feature.word, setting.text[feature.start : feature.end]) == (
        "airport",
        "Homs military airport",
    )
    assert feature_beside(*name_in("in Homs today", "Homs")) is None


def test_a_division_ends_with_its_word() -> None:
    setting = setting_of("in Warren County Prosecutor Ames's car")
    name = setting.names[0]
    assert (name.text, longer_name(setting, name)) == ("Warren County", None)


@pytest.mark.parametrize(
    ("text", "personal"),
    [
        ("in Warren today", False),
        ("near Warren today", False),
        ("from Warren today", True),
        ("Warren, Ohio, was quiet", False),
        ("Warren, 41, was quiet", True),
        ("with Ida Warren today", True),
        ("in Ida Warren's car", True),
        ("Warren County was quiet", False),
    ],
)
def test_who_may_be_a_person(text: str, personal: bool) -> None:
    setting = setting_of(text)
    name = next(n for n in setting.names if "Warren" in n.text)
    assert is_personal(setting, name) == personal


def test_a_longer_name_is_seen() -> None:
    setting, name = name_in("in Homs Varrak today", "Homs")
    assert setting.text[: longer_name(setting, name)] == "in Homs Varrak"
    assert longer_name(*name_in("in Homs on Monday", "Homs")) is None
