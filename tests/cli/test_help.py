"""Help texts: complete, and the same in the documentation."""

import click
import pytest
from click.testing import CliRunner
from tests.generated import DOCS, PAGES, top_context

from counterclaim.cli import main
from counterclaim.cli.main import COMMANDS


@pytest.mark.parametrize("file", PAGES)
def test_the_documentation_is_current(file: str) -> None:
    written = (DOCS / file).read_text(encoding="utf-8")
    assert written == PAGES[file](), "write it again with: python -m tests.generated"


def commands() -> list[click.Command]:
    with top_context() as context:
        return [c for name in COMMANDS if (c := main.get_command(context, name)) is not None]


def test_every_command_is_found_under_its_name() -> None:
    assert [command.name for command in commands()] == list(COMMANDS)


@pytest.mark.parametrize("command", commands(), ids=lambda c: str(c.name))
def test_every_command_says_what_it_does(command: click.Command) -> None:
    assert command.help
    assert command.help.split("\n\n")[0].rstrip().endswith(".")
    options = [p for p in command.params if isinstance(p, click.Option)]
    assert [option.name for option in options if not option.help] == []


@pytest.mark.parametrize("name", COMMANDS)
def test_help_is_shown_and_ends_well(name: str) -> None:
    done = CliRunner().invoke(main, [name, "-h"])
    assert done.exit_code == 0
    assert f"{name} [OPTIONS]" in done.output


def test_help_of_the_whole_names_every_command() -> None:
    done = CliRunner().invoke(main, ["--help"])
    assert done.exit_code == 0
    assert all(f"  {name} " in done.output for name in COMMANDS)
    assert "Exit codes" in done.output


def test_an_unknown_command_is_wrong_usage() -> None:
    done = CliRunner().invoke(main, ["raed"])
    assert done.exit_code == 2
    assert "No such command" in done.output
