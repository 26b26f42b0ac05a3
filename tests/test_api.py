"""What the package hands out: sorted, complete, importable, as its documentation says."""

import doctest
import importlib
import pkgutil
import subprocess
import sys
from pathlib import Path

import pytest

import counterclaim
from counterclaim import Reading, read_page, read_pages

SAID = "The ministry of Oslania said that at least 12 people were killed in Delmar on Tuesday."
MODULES = sorted(
    module.name
    for module in pkgutil.walk_packages(counterclaim.__path__, "counterclaim.")
    if not module.name.endswith("__main__")
)
HEAVY = ("sqlalchemy", "warcio", "urllib3", "feedparser", "asyncio")


def test_public_names_are_sorted_and_there() -> None:
    assert counterclaim.__all__ == sorted(counterclaim.__all__)
    assert [name for name in counterclaim.__all__ if not hasattr(counterclaim, name)] == []


def test_public_names_are_complete() -> None:
    public = {
        name
        for name, value in vars(counterclaim).items()
        if not name.startswith("_") and not isinstance(value, type(sys))
    }
    assert public == set(counterclaim.__all__)


def test_public_names_are_documented() -> None:
    assert [n for n in counterclaim.__all__ if not getattr(counterclaim, n).__doc__] == []


@pytest.mark.parametrize("name", MODULES)
def test_every_module_keeps_its_promises(name: str) -> None:
    module = importlib.import_module(name)
    handed_out = getattr(module, "__all__", [])
    assert [each for each in handed_out if not hasattr(module, each)] == []
    assert doctest.testmod(module).failed == 0


def test_the_examples_of_the_package_run() -> None:
    assert doctest.testmod(counterclaim).failed == 0


def test_a_page_may_be_a_path_its_name_or_its_bytes(tmp_path: Path) -> None:
    path = tmp_path / "page.txt"
    path.write_text(SAID, encoding="utf-8")
    found: list[Reading] = [read_page(path), read_page(str(path)), read_page(SAID.encode())]
    assert [one.document.text for one in found] == [SAID] * 3
    assert [one.document.name for one in found[:2]] == [str(path)] * 2
    assert found[2].document.name.startswith("bytes-")
    assert read_page(path, name="The page").document.name == "The page"
    assert read_page(SAID.encode(), name="The page").document.name == "The page"


def test_pages_may_be_mixed(tmp_path: Path) -> None:
    path = tmp_path / "page.txt"
    path.write_text(SAID, encoding="utf-8")
    ledger = read_pages([path, f"{SAID} It denied it.".encode(), str(tmp_path / "none.txt")])
    assert len(ledger.readings) == 2
    assert [problem.code for problem in ledger.problems] == ["CC104"]


def test_files_need_no_network_and_no_database() -> None:
    program = (
        "import sys, counterclaim.cli.read, counterclaim.cli.dossier, counterclaim.cli.export\n"
        f"print([name for name in {HEAVY} if name in sys.modules])"
    )
    done = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True
    )
    assert done.stdout.strip() == "[]"
