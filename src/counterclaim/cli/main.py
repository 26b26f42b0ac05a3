"""The ``counterclaim`` command and its list of commands."""

from __future__ import annotations

import click

from counterclaim import __version__
from counterclaim.cli.add import add
from counterclaim.cli.backup import backup, restore
from counterclaim.cli.decide import decide
from counterclaim.cli.doctor import doctor
from counterclaim.cli.dossier import dossier
from counterclaim.cli.export import export
from counterclaim.cli.incidents import incidents
from counterclaim.cli.init import init
from counterclaim.cli.list import list_documents
from counterclaim.cli.pack import pack
from counterclaim.cli.read import read
from counterclaim.cli.seal import seal
from counterclaim.cli.search import search
from counterclaim.cli.show import show
from counterclaim.cli.verify import verify
from counterclaim.cli.watch import watch

EPILOG = """\
Exit codes: 0 every page was read; 1 some pages were not (each is named on standard error and in
the output as a problem record); 2 wrong usage or an option that makes no sense; 3 no page could be
read; 4 the result could not be written.
"""


@click.group(epilog=EPILOG, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="counterclaim")
def main() -> None:
    """Read news pages about a disputed incident: who says what, and who contradicts it.

    Nothing leaves this machine, and nothing here says what happened: it says who says so.
    """


COMMANDS = (
    read,
    dossier,
    export,
    init,
    add,
    watch,
    list_documents,
    incidents,
    show,
    search,
    decide,
    pack,
    verify,
    doctor,
    seal,
    backup,
    restore,
)
for command in COMMANDS:
    main.add_command(command)
