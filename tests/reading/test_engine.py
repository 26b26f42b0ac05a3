"""What engines share, and what is each one's own."""

from pathlib import Path

from counterclaim.reading import Engine, Settings


def test_engines_share_the_model_and_the_tables_that_are_shipped() -> None:
    one, other = Engine(), Engine(Settings(published="2031-05-14"))
    assert one.reader is other.reader
    assert one.knowledge is other.knowledge
    assert one.gazetteer is other.gazetteer


def test_a_users_file_is_read_for_each_engine(tmp_path: Path) -> None:
    path = tmp_path / "places.csv"
    path.write_text("name,lat,lon\nOld Mill,10.5,20.25\n", encoding="utf-8")
    one = Engine(Settings(gazetteer=path)).gazetteer
    path.write_text("name,lat,lon\nNew Mill,10.5,20.25\n", encoding="utf-8")
    other = Engine(Settings(gazetteer=path)).gazetteer
    assert one.is_user_name("Old Mill")
    assert not other.is_user_name("Old Mill")
    assert other.is_user_name("New Mill")
