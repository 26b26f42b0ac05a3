"""``counterclaim validate``: whether an export is sound, before it is handed on."""

from __future__ import annotations

from pathlib import Path

import click

from counterclaim.cli.stores import coded_errors
from counterclaim.errors import OptionError
from counterclaim.exports.registry import FORMATS
from counterclaim.exports.sniffing import format_of
from counterclaim.exports.validating import faults


@click.command()
@click.argument("path", type=click.Path(exists=True, path_type=Path))
@click.option(
    "--format",
    "form",
    metavar="FORMAT",
    type=click.Choice(sorted(FORMATS)),
    help="One of those of `export`; without it, what the files look like.",
)
@coded_errors
def validate(path: Path, form: str | None) -> None:
    """Check PATH, a file or folder that `export` wrote or somebody edited since.

    Each fault is a line on standard output; exit 1 if there is one.
    """
    files = _files(path)
    form = form or format_of(files)
    if form is None:
        raise OptionError("CC217", path=path)
    if path.is_dir() != FORMATS[form].family:
        raise click.UsageError(f"{form} is {'a folder' if FORMATS[form].family else 'one file'}")
    wrong = faults(form, files)
    for line in wrong:
        click.echo(line)
    if wrong:
        raise SystemExit(1)
    click.echo(f"{path}: sound {form}")


def _files(path: Path) -> dict[str, bytes]:
    """The files of a folder by name, or one file under the name ``""``."""
    if not path.is_dir():
        return {"": path.read_bytes()}
    return {one.name: one.read_bytes() for one in sorted(path.iterdir()) if one.is_file()}
