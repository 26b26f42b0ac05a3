"""Parts of the documentation that are written by the program itself.

``python -m tests.generated`` writes them again; the tests prove that they are current.
"""

from pathlib import Path

import click

from counterclaim import errors
from counterclaim.cli import main
from counterclaim.cli.main import COMMANDS, EPILOG

DOCS = Path(__file__).parents[1] / "docs"
WIDTH = 88
INTRODUCTION = f"""\
# The command line

What `counterclaim COMMAND --help` says, written by the program itself. A PAGE is a file, a folder,
a web archive (`.warc`, `.warc.gz`, `.wacz`), an address (`https://…`), or `-` for standard input.

{EPILOG}
"""


def top_context() -> click.Context:
    """The context that the commands' help texts are written in."""
    names = main.context_settings["help_option_names"]
    return click.Context(
        main, info_name="counterclaim", terminal_width=WIDTH, help_option_names=names
    )


def cli_page() -> str:
    """``docs/cli.md``: the help text of every command."""
    parts = [INTRODUCTION]
    with top_context() as top:
        parts.append(f"```text\n{main.get_help(top)}\n```\n")
        for name in COMMANDS:
            command = main.get_command(top, name)
            assert command is not None
            with click.Context(command, top, name, terminal_width=WIDTH) as inner:
                parts.append(f"\n## {name}\n\n```text\n{command.get_help(inner)}\n```\n")
    return "".join(parts)


def errors_page() -> str:
    """``docs/errors.md``: every code with its message and what it means."""
    lines = [
        "# Errors and warnings",
        "",
        "Codes never change their meaning and are never reused. Each message says what, where, and",
        "what to do. A page that cannot be read becomes a `problem` record; the others are read.",
        "",
        "| codes | raised as | |",
        "|---|---|---|",
    ]
    for first, kind in FAMILIES.items():
        about = (kind.__doc__ or "").splitlines()[0].rsplit(" (", 1)[0]
        lines.append(f"| CC{first}xx | `{kind.__name__}` | {about} |")
    lines += ["| CC9xx | nothing is raised | A warning, in the `problem` records |", ""]
    lines += ["| code | message |", "|---|---|"]
    for code, text in errors.MESSAGES.items():
        lines.append(f"| {code} | {_cell(text)} |")
    return "\n".join(lines) + "\n"


FAMILIES = {
    1: errors.InputError,
    2: errors.OptionError,
    3: errors.ModelError,
    4: errors.RecordError,
    5: errors.OutputError,
    6: errors.FetchError,
}
"""The exception of each hundred of codes."""

PAGES = {"cli.md": cli_page, "errors.md": errors_page}


def _cell(template: str) -> str:
    """A message with its fields in capitals, as a cell of a table."""
    named = template.replace("!r}", "}").replace("{", "\0").replace("}", "\0").split("\0")
    return "".join(f"*{part.upper()}*" if at % 2 else part for at, part in enumerate(named))


if __name__ == "__main__":
    for file, page in PAGES.items():
        (DOCS / file).write_text(page(), encoding="utf-8")
