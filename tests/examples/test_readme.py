"""What the README tells a newcomer to type works as it stands."""

import re
import shlex
import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner

from counterclaim.cli import main

ROOT = Path(__file__).parents[2]
README = (ROOT / "README.md").read_text(encoding="utf-8")


def commands() -> list[list[str]]:
    """The commands of the section "Try it", as far as they are this program's."""
    section = README.split("## Try it")[1].split("\n## ")[0]
    lines = re.findall(r"^\$ (counterclaim .*)$", section, re.MULTILINE)
    return [shlex.split(line, comments=True)[1:] for line in lines]


@pytest.fixture
def clone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    shutil.copytree(ROOT / "examples", tmp_path / "examples")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_there_is_something_to_try() -> None:
    assert {command[0] for command in commands()} == {"read", "dossier", "export"}


@pytest.mark.parametrize("command", commands(), ids=" ".join)
def test_what_is_to_be_tried_works(command: list[str], clone: Path) -> None:
    redirected = command.index(">") if ">" in command else len(command)
    result = CliRunner().invoke(main, command[:redirected])
    assert result.exit_code == 0, result.output
    if "-o" in command:
        assert (clone / command[command.index("-o") + 1]).stat().st_size > 1000
    else:
        assert len(result.stdout) > 1000


def test_the_python_of_the_readme_runs(clone: Path, capsys: pytest.CaptureFixture[str]) -> None:
    [code] = re.findall(r"```python\n(.*?)```", README, re.DOTALL)
    names: dict[str, object] = {}
    exec(compile(code, "README.md", "exec"), names)  # noqa: S102 - our own words
    assert "asserts" in capsys.readouterr().out
    assert "The barracks at Ansa Head" in str(names["html"])


def test_every_document_that_is_linked_is_there() -> None:
    links = re.findall(r"\]\(([^)#]+)\)", README)
    assert links
    assert [link for link in links if not (ROOT / link).exists()] == []
