"""``counterclaim validate``: whether an export is sound, before it is handed on."""

from __future__ import annotations

from pathlib import Path

import click

from counterclaim.cli.stores import coded_errors
from counterclaim.exports.registry import FORMATS
from counterclaim.exports.validating import faults


@click.command()
@click.argument("path", type=click.Path(exists=True, path_type=Path))
@click.option(
    "--format",
    "form",
    metavar="FORMAT",
    required=True,
    type=click.Choice(sorted(FORMATS)),
    help="One of those of `export`.",
)
@coded_errors
def validate(path: Path, form: str) -> None:
    """Check PATH, a file or folder that `export` wrote or somebody edited since.

    Each fault is a line on standard output; exit 1 if there is one.
    """
    if path.is_dir() != FORMATS[form].family:
        raise click.UsageError(f"{form} is {'a folder' if FORMATS[form].family else 'one file'}")
    named = sorted(one for one in path.iterdir() if one.is_file()) if path.is_dir() else []
    files = {one.name: one.read_bytes() for one in named} if named else {"": path.read_bytes()}
    wrong = faults(form, files)
    for line in wrong:
        click.echo(line)
    if wrong:
        raise SystemExit(1)
    click.echo(f"{path}: sound")
