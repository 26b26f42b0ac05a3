import csv
from importlib.resources import files
from typing import get_args

import pytest

from counterclaim.actors import Knowledge
from counterclaim.actors.lexicon import tokens
from counterclaim.errors import ModelError
from counterclaim.records import ActorKind
from tests.actors.pages import knowledge


def lookup(name: str) -> str | None:
    words = list(tokens(name))
    found = knowledge().names.match(name, words, 0)
    return found[1].actor if found and found[0] == len(words) else None


@pytest.mark.parametrize(
    ("names", "actor"),
    [
        (("Russia", "Russian", "Russians", "Moscow", "Russian Federation"), "actor:ru"),
        (("Syria", "Syrian", "Damascus"), "actor:sy"),
        (("US", "U.S.", "United States", "America", "Washington"), "actor:us"),
        (("UK", "Britain", "British", "London"), "actor:gb"),
        (("Kyiv", "Kiev", "Ukraine"), "actor:ua"),
        (("Kremlin",), "actor:ru-presidency"),
        (("White House",), "actor:us-presidency"),
        (("Pentagon",), "actor:us-defence-ministry"),
        (("Centcom", "CENTCOM", "US Central Command"), "actor:us-centcom"),
        (("Foggy Bottom", "State Department"), "actor:us-state-department"),
        (("Downing Street",), "actor:gb-government"),
        (
            ("ISIS", "ISIL", "IS", "Daesh", "Islamic State", "Islamic State group"),
            "actor:islamic-state",
        ),
        (("al-Nusra Front", "al-Nusra", "Jabhat al-Nusra"), "actor:al-nusra-front"),
        (("Hamas",), "actor:hamas"),
        (("Hezbollah", "Hizbollah"), "actor:hezbollah"),
        (("Taliban", "Taleban"), "actor:taliban"),
        (("PKK",), "actor:pkk"),
        (("Houthis", "Houthi", "Ansar Allah"), "actor:houthis"),
        (("Wagner", "Wagner Group"), "actor:ru-wagner"),
        (("UN", "U.N.", "United Nations"), "actor:un"),
        (("Security Council", "UN Security Council"), "actor:un-security-council"),
        (("NATO", "Nato"), "actor:nato"),
        (("ICRC",), "actor:icrc"),
        (("OPCW",), "actor:opcw"),
        (("Arab League",), "actor:arab-league"),
        (("SOHR", "Syrian Observatory for Human Rights"), "actor:sohr"),
        (("HRW", "Human Rights Watch"), "actor:hrw"),
        (("Tass", "TASS", "ITAR-TASS"), "actor:tass"),
        (("SANA",), "actor:sana"),
        (("RT", "Russia Today"), "actor:rt"),
        (("Reuters",), "actor:reuters"),
        (("AP", "Associated Press"), "actor:ap"),
    ],
)
def test_many_names_one_actor(names: tuple[str, ...], actor: str) -> None:
    assert {lookup(name) for name in names} == {actor}


def test_every_state_has_a_name_a_code_and_is_found_by_both_forms() -> None:
    states = [e for e in knowledge().entries.values() if e.kind == "state"]
    assert len(states) >= 195
    for state in states:
        assert state.id == f"actor:{state.country}"
        assert lookup(state.name) == state.id


def test_ids_are_unique_over_all_tables() -> None:
    seen: set[str] = set()
    for table, column in (("states", "iso2"), ("named", "slug"), ("media", "slug")):
        source = files("counterclaim.actors") / "data" / f"{table}.csv"
        for row in csv.DictReader(source.read_text(encoding="utf-8").splitlines()):
            assert row[column] not in seen, row[column]
            seen.add(row[column])


def test_members_exist_or_are_composed_and_never_go_in_circles() -> None:
    entries = knowledge().entries
    organs = set(knowledge().by_slug)
    for entry in entries.values():
        seen = {entry.id}
        owner = entry.member_of
        while owner is not None:
            assert owner not in seen, entry.id
            seen.add(owner)
            if owner not in entries:
                assert owner.split("-", 1)[1] in organs, owner
                break
            owner = entries[owner].member_of


def test_kinds_are_those_of_the_records() -> None:
    assert {e.kind for e in knowledge().entries.values()} <= set(get_args(ActorKind))


def test_media_have_their_owner() -> None:
    entries = knowledge().entries
    assert entries["actor:tass"].affiliation == "state: RU"
    assert entries["actor:sana"].affiliation == "state: SY"
    assert sum(e.affiliation is not None for e in entries.values()) > 400


def test_tables_have_a_notice() -> None:
    notice = (files("counterclaim.actors") / "data" / "NOTICE.md").read_text(encoding="utf-8")
    for word in ("GeoNames", "CC BY 4.0", "MIT"):
        assert word in notice


def test_a_missing_table_is_a_coded_error(monkeypatch: pytest.MonkeyPatch) -> None:
    class Nowhere:
        def __truediv__(self, name: str) -> "Nowhere":
            return self

        def read_text(self, encoding: str) -> str:
            raise FileNotFoundError

    monkeypatch.setattr("counterclaim.actors.knowledge.files", lambda name: Nowhere())
    with pytest.raises(ModelError) as error:
        Knowledge.load()
    assert error.value.code == "CC302"
