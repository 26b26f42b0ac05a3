"""The user's own actors come before the shipped ones, and their file is checked line by line."""

from pathlib import Path

import pytest

from counterclaim import Settings, read_page
from counterclaim.actors import Knowledge, with_user_file
from counterclaim.actors.lexicon import tokens
from counterclaim.errors import OptionError
from counterclaim.reading import Engine

SHIPPED = Knowledge.load()
HEADER = "name,kind,id,aliases,adjectives,capitals,country,member_of,affiliation\n"
FILE = HEADER + (
    "Velmaria,state,velmaria,Velmarian Republic,Velmarian,Velgrad,,,\n"
    "Harbour Shield,armed_group,,HS|the Shield,,,,velmaria,\n"
    "Quay Watch,organisation,quay-watch,,,,,Harbour Shield,\n"
    "Lantern,agency,,Lantern News,,,,,state: XX\n"
)
PAGE = (
    "Velgrad denies strike on pier\n\n"
    "The Velmarian foreign ministry said on Monday that no boat was sunk. HS said that 12 sailors "
    "were missing. Lantern reported that Quay Watch had counted nine boats.\n"
)


def write(folder: Path, text: str) -> Path:
    path = folder / "actors.csv"
    path.write_text(text, encoding="utf-8")
    return path


def test_names_aliases_adjectives_and_capitals_are_known(tmp_path: Path) -> None:
    path = write(tmp_path, FILE)
    reading = read_page(PAGE.encode(), settings=Settings(published="2031-03-03", actors=path))
    by_id = {actor.id: actor for actor in reading.actors}
    origins = [one.origin for one in reading.statements]
    assert "actor:velmaria" in origins
    assert "actor:velmaria-foreign-ministry" in origins
    assert "actor:harbour-shield" in origins
    assert by_id["actor:harbour-shield"].kind == "armed_group"
    assert by_id["actor:harbour-shield"].member_of == "actor:velmaria"
    assert by_id["actor:velmaria-foreign-ministry"].name == "Velmarian Foreign Ministry"
    for actor in reading.actors:
        for mention in actor.mentions:
            span = mention.span
            assert PAGE[span.start : span.end] == span.exact


def test_without_the_file_nobody_knows_them() -> None:
    reading = read_page(PAGE.encode(), settings=Settings(published="2031-03-03"))
    assert "actor:harbour-shield" not in {actor.id for actor in reading.actors}


def test_an_owner_may_be_an_id_a_name_of_the_file_or_a_shipped_name(tmp_path: Path) -> None:
    known = with_user_file(SHIPPED, write(tmp_path, FILE))
    assert known.entries["actor:harbour-shield"].member_of == "actor:velmaria"
    assert known.entries["actor:quay-watch"].member_of == "actor:harbour-shield"
    own = write(tmp_path, "name,kind,member_of\nPier Patrol,armed_force,Japan\n")
    assert with_user_file(SHIPPED, own).entries["actor:pier-patrol"].member_of == "actor:jp"


def test_a_name_of_the_file_is_the_files_alone(tmp_path: Path) -> None:
    path = write(tmp_path, "name,kind,id\nPentagon,organisation,my-pentagon\n")
    reading = read_page(b"The Pentagon said that it rained.", settings=Settings(actors=path))
    assert [one.origin for one in reading.statements] == ["actor:my-pentagon"]


def test_the_shipped_table_is_left_alone(tmp_path: Path) -> None:
    before = len(SHIPPED.entries)
    known = with_user_file(SHIPPED, write(tmp_path, FILE))
    assert len(SHIPPED.entries) == before
    assert len(known.entries) == before + 4
    assert set(SHIPPED.entries) < set(known.entries)


def test_the_engines_name_tells_the_file(tmp_path: Path) -> None:
    path = write(tmp_path, FILE)
    first = Engine(Settings(actors=path)).name
    assert "+actors-" in first
    path.write_text(FILE + "Pier Patrol,armed_force,,,,,,,\n", encoding="utf-8")
    assert Engine(Settings(actors=path)).name != first
    assert "+actors-" not in Engine(Settings()).name


@pytest.mark.parametrize(
    ("text", "line", "reason"),
    [
        ("", 1, "no column name, kind"),
        ("name\nVelmaria\n", 1, "no column kind"),
        ("name,kind\n,state\n", 2, "no name"),
        ("name,kind\nVelmaria,kingdom\n", 2, "'kingdom', not one of state"),
        ("name,kind\nVelmaria,state\nVelmaria,body\n", 3, "the same actor as in line 2"),
        ("name,kind,member_of\nQuay Watch,body,Nobody At All\n", 2, "is nobody known"),
        ("name,kind,id,member_of\nQuay Watch,body,q,q\n", 2, "is nobody known"),
    ],
)
def test_what_cannot_be_used_is_named_with_its_line(
    text: str, line: int, reason: str, tmp_path: Path
) -> None:
    with pytest.raises(OptionError, match=f"CC215: actors .*, line {line}: .*{reason}"):
        with_user_file(SHIPPED, write(tmp_path, text))


def test_a_file_that_is_no_text_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "actors.csv"
    path.write_bytes(b"name,kind\n\xff\xfe\x00")
    with pytest.raises(OptionError, match="CC215"):
        with_user_file(SHIPPED, path)
    with pytest.raises(OptionError, match="CC215"):
        with_user_file(SHIPPED, tmp_path / "not-there.csv")


def test_columns_may_come_in_any_order_and_others_are_passed_over(tmp_path: Path) -> None:
    path = write(tmp_path, "\ufeffnote,kind,name\nours,body,  Council of Ports \nshort,body,Y\n")
    known = with_user_file(SHIPPED, path)
    assert known.entries["actor:council-of-ports"].name == "Council of Ports"
    assert known.entries["actor:y"].kind == "body"


@pytest.mark.parametrize(
    ("table", "line", "reason"),
    [
        ("name,kind,country\nHill Brigade,armed_group,Ordan\n", 2, "not two letters"),
        ("name,kind,aliases\nHill,armed_group,HB\nHolm,agency,HB\n", 3, "name of line 2"),
        ('name,kind\n"!!!",armed_group\n', 2, "no letters"),
    ],
)
def test_rows_that_nobody_could_be_found_by(
    tmp_path: Path, table: str, line: int, reason: str
) -> None:
    path = tmp_path / "actors.csv"
    path.write_text(table, encoding="utf-8")
    with pytest.raises(OptionError, match=f"CC215.*line {line}: .*{reason}"):
        with_user_file(SHIPPED, path)


@pytest.mark.parametrize(
    ("given", "written"),
    [
        ("Ortan Front", "Ortán Front"),
        ("جبهة أورتان", "جبهه اورتان"),
        ("Ёжский фронт", "Ежский Фронт"),
    ],
)
def test_names_match_without_accents_and_in_either_spelling(
    tmp_path: Path, given: str, written: str
) -> None:
    path = tmp_path / "actors.csv"
    path.write_text(f"name,kind\n{given},armed_group\n", encoding="utf-8")
    known = with_user_file(SHIPPED, path)
    words = list(tokens(written))
    found = known.names.match(written, words, 0)
    assert found is not None
    assert found[0] == len(words)
    assert known.entries[found[1].actor].name == given
