"""The gazetteer: folding, the packed index, look-up, the user's file."""

from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from counterclaim.errors import ModelError, OptionError
from counterclaim.facts.gazetteer import Gazetteer, fold, skeleton
from counterclaim.facts.gazetteer import index as index_module
from counterclaim.facts.gazetteer.hashing import CHECK_BITS, KEY_BITS, check_of, key_of
from counterclaim.facts.gazetteer.packing import PackedError, pack, unpack
from counterclaim.facts.gazetteer.userfile import read_user_file
from counterclaim.facts.places.names import Lookup, find_names
from counterclaim.facts.places.runs import tokens

HEADER = "name,lat,lon,alternate_names,country,admin,kind,id,where_prec\n"


@pytest.fixture(scope="module")
def gazetteer() -> Gazetteer:
    return Gazetteer.load()


def write(folder: Path, text: str) -> Path:
    path = folder / "places.csv"
    path.write_text(text, encoding="utf-8")
    return path


@pytest.mark.parametrize(
    ("name", "folded"),
    [
        ("São Tomé", "sao tome"),
        ("Saint Petersburg", "st petersburg"),
        ("St. Petersburg", "st petersburg"),
        ("Mount Elbrus", "mt elbrus"),
        ("Stoke-on-Trent", "stoke on trent"),
        ("‘Arīqah", "ariqah"),
        ("Łódź", "lodz"),
        ("Côte d’Ivoire", "cote divoire"),
        ("ALEPPO", "aleppo"),
        ("", ""),
        ("—", ""),
    ],
)
def test_fold(name: str, folded: str) -> None:
    assert fold(name) == folded


@pytest.mark.parametrize(
    "spellings",
    [
        ("Deir ez-Zor", "Deir el-Zour", "Dayr az-Zawr", "Deir Al Zour"),
        ("Al-Qamishli", "Qamishli", "Kamishli"),
        ("Raqqa", "Ar-Raqqah", "Rakka", "al-Raqqah"),
        ("Khan Sheikhoun", "Khan Shaykhun"),
        ("Mayadin", "al-Mayadeen"),
        ("Novorossiysk", "Novorossijsk"),
        ("Kramatorskiy", "Kramatorsky"),
        ("Hasakah", "al-Hasakeh"),
    ],
)
def test_spellings_of_one_name_share_a_skeleton(spellings: tuple[str, ...]) -> None:
    assert len({skeleton(fold(name)) for name in spellings}) == 1


@pytest.mark.parametrize(
    ("one", "other"),
    [("Homs", "Hama"), ("Mosul", "Basra"), ("Tripoli", "Tirana"), ("Aden", "Oman")],
)
def test_different_names_keep_different_skeletons(one: str, other: str) -> None:
    assert skeleton(fold(one)) != skeleton(fold(other))


def test_an_article_alone_is_kept() -> None:
    assert skeleton("al") == skeleton("al")
    assert skeleton("al") != ""


@given(st.text(max_size=60))
def test_folding_twice_changes_nothing(name: str) -> None:
    once = fold(name)
    assert fold(once) == once


@given(st.text(max_size=60))
def test_hashes_stay_in_range(name: str) -> None:
    assert 0 <= key_of(name) < 1 << KEY_BITS
    assert 0 <= check_of(name) < 1 << CHECK_BITS


@given(st.lists(st.integers(0, 2**32 - 1), max_size=50), st.lists(st.integers(0, 255), max_size=50))
def test_packing_round_trips(large: list[int], small: list[int]) -> None:
    sections = {"large": np.array(large, np.uint32), "small": np.array(small, np.uint8)}
    back = unpack(pack(sections))
    assert back["large"].tolist() == large
    assert back["small"].tolist() == small


@pytest.mark.parametrize("damage", [b"", b"CCGAZ1\r\n", b"nothing of the kind" * 9])
def test_what_is_no_packed_file_is_refused(damage: bytes) -> None:
    with pytest.raises(PackedError):
        unpack(damage)


def test_one_changed_byte_is_noticed() -> None:
    data = bytearray(pack({"n": np.arange(500, dtype=np.uint32)}))
    data[-3] ^= 1
    with pytest.raises(PackedError, match="damaged"):
        unpack(bytes(data))


def test_a_missing_table_has_its_code(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(index_module, "FILE", "absent.bin")
    with pytest.raises(ModelError, match="CC302"):
        Gazetteer.load()


@pytest.mark.parametrize(
    ("name", "identity"),
    [
        ("Syria", "country:SY"),
        ("U.S.", "country:US"),
        ("UAE", "country:AE"),
        ("Damascus", "geonames:170654"),
        ("Kiev", "admin1:UA:Kiev"),
        ("Texas", "admin1:US:Texas"),
        ("Black Sea", "region:Black Sea"),
    ],
)
def test_first_candidate(gazetteer: Gazetteer, name: str, identity: str) -> None:
    assert gazetteer.candidates(name)[0].entry.id == identity


def test_abbreviations_count_only_as_printed(gazetteer: Gazetteer) -> None:
    assert gazetteer.candidates("US")[0].match == "verbatim"
    assert all(c.match != "verbatim" for c in gazetteer.candidates("us"))
    assert gazetteer.candidates("Ala.")[0].entry.name == "Alabama"


def test_another_spelling_is_met_loosely(gazetteer: Gazetteer) -> None:
    found = gazetteer.candidates("Deir el-Zour")
    assert {c.match for c in found} == {"loose"}
    assert {c.entry.country for c in found} == {"SY"}
    assert gazetteer.candidates("Deir el-Zour", loose=False) == []
    assert not gazetteer.known("Deir el-Zour")
    assert gazetteer.known("Deir ez-Zor")


def test_candidates_are_ordered_and_scored(gazetteer: Gazetteer) -> None:
    found = gazetteer.candidates("Springfield")
    scores = [c.score for c in found]
    assert len(found) > 5
    assert scores == sorted(scores, reverse=True)
    assert all(0 <= score <= 1 for score in scores)
    assert all(-90 <= c.entry.lat <= 90 and -180 <= c.entry.lon <= 180 for c in found)


def test_candidates_of_one_country(gazetteer: Gazetteer) -> None:
    found = gazetteer.candidates("Tripoli", country="LB")
    assert found
    assert {c.entry.country for c in found} == {"LB"}


def test_names_without_letters_or_places(gazetteer: Gazetteer) -> None:
    assert gazetteer.candidates("") == []
    assert gazetteer.candidates("…") == []
    assert gazetteer.candidates("Qwxzzkj") == []
    assert not gazetteer.known("")


def test_demonyms_and_states(gazetteer: Gazetteer) -> None:
    assert gazetteer.country_of("Syrian") == "SY"
    assert gazetteer.country_of("Damascene") is None
    state = gazetteer.country("RU")
    assert state is not None
    assert (state.name, state.kind, state.where_prec) == ("Russia", "country", 6)
    assert gazetteer.country("ZZ") is None


def test_divisions_know_their_precision(gazetteer: Gazetteer) -> None:
    kinds = {c.entry.kind: c.entry for c in gazetteer.candidates("Aleppo")}
    assert kinds["admin1"].where_prec == 4
    assert kinds["place"].where_prec == 1
    assert kinds["place"].admin == "Aleppo"


def test_two_loads_agree(gazetteer: Gazetteer) -> None:
    assert Gazetteer.load().candidates("San Jose") == gazetteer.candidates("San Jose")


def test_user_file_comes_first(gazetteer: Gazetteer, tmp_path: Path) -> None:
    path = write(tmp_path, HEADER + "Damascus,10,20,Old Damascus|Damask,QX,Hills,village,d1,\n")
    mine = gazetteer.with_user_file(path)
    first = mine.candidates("Damascus")[0]
    assert (first.match, first.entry.id, first.entry.lat) == ("user", "user:d1", 10.0)
    assert first.entry.kind == "place"
    assert mine.candidates("old damascus")[0].entry.id == "user:d1"
    assert mine.is_user_name("Damask")
    assert [c.entry.id for c in mine.candidates("Damascus")] == ["user:d1"]
    assert gazetteer.candidates("Damascus")[0].match != "user"


def test_user_names_are_met_loosely_too(gazetteer: Gazetteer, tmp_path: Path) -> None:
    mine = gazetteer.with_user_file(write(tmp_path, HEADER + "Khirbat al-Zand,1,2,,QX,,,,\n"))
    found = mine.candidates("Khirbet ez-Zand")
    assert [(c.match, c.entry.id) for c in found] == [("loose", "user:Khirbat al-Zand")]


def test_user_file_with_a_mark_and_only_the_required_columns(tmp_path: Path) -> None:
    places = read_user_file(write(tmp_path, "\ufeffname,lat,lon\nVelm,-3.5,7\n"))
    assert [place.names for place in places] == [["Velm"]]
    assert places[0].entry.kind == "facility"
    assert places[0].entry.where_prec == 1


@pytest.mark.parametrize(
    ("kind", "expected", "precision"),
    [
        ("province", "admin1", 4),
        ("district", "admin2", 3),
        ("sea", "region", 5),
        ("Dam", "facility", 1),
    ],
)
def test_kinds_of_the_user_file(tmp_path: Path, kind: str, expected: str, precision: int) -> None:
    entry = read_user_file(write(tmp_path, HEADER + f"Velm,1,2,,,,{kind},,\n"))[0].entry
    assert (entry.kind, entry.where_prec) == (expected, precision)


@pytest.mark.parametrize(
    ("text", "line", "reason"),
    [
        ("name,lat\nVelm,1\n", 1, "no column lon"),
        (HEADER + "Velm,north,2,,,,,,\n", 2, "lat is 'north'"),
        (HEADER + "Velm,1,2,,,,,,\nOrr,1,200,,,,,,\n", 3, "lon is 200"),
        (HEADER + ",1,2,,,,,,\n", 2, "no name"),
        (HEADER + "Velm,1,2,,,,,,9\n", 2, "where_prec is '9'"),
        (HEADER + "Velm\n", 2, "lat is ''"),
        (HEADER + "Velm,nan,2,,,,,,\n", 2, "lat is nan"),
        ("", 1, "no column name, lat, lon"),
    ],
)
def test_errors_of_the_user_file_name_the_line(
    tmp_path: Path, text: str, line: int, reason: str
) -> None:
    with pytest.raises(OptionError) as caught:
        read_user_file(write(tmp_path, text))
    assert caught.value.code == "CC202"
    assert caught.value.fields["line"] == line
    assert reason in str(caught.value)


def test_a_user_file_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(OptionError, match="CC202"):
        Gazetteer.load().with_user_file(tmp_path / "absent.csv")


def test_a_user_file_that_is_no_text(tmp_path: Path) -> None:
    path = tmp_path / "places.csv"
    path.write_bytes(b"\xff\xfe\x00\x01")
    with pytest.raises(OptionError, match="CC202"):
        read_user_file(path)


@pytest.mark.parametrize(
    ("text", "line", "reason"),
    [
        ("name,lat,lon,country\nVelm,1,2,Ordan\n", 2, "not two letters"),
        ("name,lat,lon,id\nVelm,1,2,a\nKesh,3,4,a\n", 3, "same id as in line 2"),
        ('name,lat,lon\n"!!!",1,2\n', 2, "no letters"),
        ("name,lat,lon,alternate_names\nVelm,1,2,Vel|...\n", 2, "no letters"),
    ],
)
def test_rows_of_places_that_could_not_be_told(
    tmp_path: Path, text: str, line: int, reason: str
) -> None:
    with pytest.raises(OptionError, match=f"CC202.*line {line}: .*{reason}"):
        read_user_file(write(tmp_path, text))


@pytest.mark.parametrize(
    ("one", "other"),
    [("مدينة أورتا", "مدينه اورتا"), ("کوشی", "كوشي"), ("الـكرم", "الكرم"), ("Ёжск", "Ежск")],
)
def test_spellings_of_one_name_in_other_scripts(one: str, other: str) -> None:
    assert fold(one)
    assert fold(one) == fold(other)


def test_places_of_the_user_are_found_in_scripts_without_capitals(
    gazetteer: Gazetteer, tmp_path: Path
) -> None:
    path = write(tmp_path, "name,lat,lon,alternate_names\nTolmaz,1,2,تلماز\nHill 470,1,2,\n")
    mine = gazetteer.with_user_file(path)
    text = "Shells hit the town of تلماز and Hill 470 on Friday."
    found = find_names(text, tokens(text, 0, len(text)), Lookup(mine))
    assert [name.text for name in found if name.known] == ["تلماز", "Hill 470"]
