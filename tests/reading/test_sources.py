"""Which files of a folder are pages."""

from pathlib import Path

import pytest

from counterclaim.errors import InputError
from counterclaim.reading import find_sources


def names(folder: Path) -> list[str]:
    return [Path(source.name).relative_to(folder).as_posix() for source in find_sources(folder)]


def test_pages_are_found_in_subfolders_by_name(tmp_path: Path) -> None:
    for name in ("b.html", "a.TXT", "sub/c.htm", "sub/d.md", "sub/photo.jpg", "table.csv"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text("The army fired on Saturday, residents said.")
    assert names(tmp_path) == ["a.TXT", "b.html", "sub/c.htm", "sub/d.md"]


@pytest.mark.parametrize("name", ["README.md", "readme.txt", "Readme.html"])
def test_a_read_me_tells_of_the_folder_and_is_no_page_of_it(tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_text("These pages were saved on Sunday.")
    with pytest.raises(InputError, match="CC106"):
        find_sources(tmp_path)
    (tmp_path / "page.txt").write_text("The army fired on Saturday, residents said.")
    assert names(tmp_path) == ["page.txt"]
    assert [source.name for source in find_sources(tmp_path / name)] == [str(tmp_path / name)]
