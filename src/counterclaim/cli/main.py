"""The ``counterclaim`` command and its list of commands."""

from __future__ import annotations

from importlib import import_module

import click

from counterclaim.version import VERSION

EPILOG = """\
Exit codes: 0 every page was read; 1 some pages were not (each is named on standard error and in
the output as a problem record), nothing was found, or a check failed; 2 wrong usage or an option
that makes no sense; 3 no page could be read; 4 the result could not be written.
"""

COMMANDS = {
    "read": "read:read",
    "dossier": "dossier:dossier",
    "export": "export:export",
    "validate": "validate:validate",
    "init": "init:init",
    "add": "add:add",
    "reread": "add:reread",
    "watch": "watch:watch",
    "list": "list:list_documents",
    "incidents": "incidents:incidents",
    "show": "show:show",
    "search": "search:search",
    "decide": "decide:decide",
    "decisions": "decide:decisions",
    "pack": "pack:pack",
    "verify": "verify:verify",
    "doctor": "doctor:doctor",
    "seal": "seal:seal",
    "backup": "backup:backup",
    "restore": "backup:restore",
    "import": "backup:import_whole",
}
"""Module and function of each command, in the order of the help text."""


class Commands(click.Group):
    """A group that imports a command when it is asked for: no page waits for a database driver."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """All names, those of a first use first."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The command, imported now; ``None`` if there is none of that name."""
        if cmd_name not in COMMANDS:
            return None
        module, function = COMMANDS[cmd_name].split(":")
        command: click.Command = getattr(import_module(f"counterclaim.cli.{module}"), function)
        return command


@click.group(cls=Commands, epilog=EPILOG, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(VERSION, prog_name="counterclaim")
def main() -> None:
    """Read news pages about a disputed incident: who says what, and who contradicts it.

    Nothing leaves this machine, and nothing here says what happened: it says who says so.
    """
