"""What the commands that read pages share: their arguments, progress, exit codes."""

from __future__ import annotations

import functools
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import click
import msgspec

from counterclaim.cli.sources import find_all
from counterclaim.cli.table import plural
from counterclaim.errors import CounterclaimError
from counterclaim.reading import Settings, Source, read_pages
from counterclaim.records import Ledger, Problem

SOME_FAILED, USAGE, NONE_READ, NOT_WRITTEN = 1, 2, 3, 4
PROGRESS_FROM = 8
"""Fewer pages are done before a progress bar could be read."""

Command = Callable[..., Any]


own_tables = (
    click.option(
        "--gazetteer",
        type=click.Path(exists=True, dir_okay=False, path_type=Path),
        help="A CSV of places (name, lat, lon, …) that come before the shipped ones.",
    ),
    click.option(
        "--actors",
        type=click.Path(exists=True, dir_okay=False, path_type=Path),
        help="A CSV of actors (name, kind, …) that come before the shipped ones.",
    ),
)
"""The user's own tables."""


def table_options(command: Command) -> Command:
    """The options that name the user's own tables."""
    for decorate in reversed(own_tables):
        command = decorate(command)
    return command


def page_options(command: Command) -> Command:
    """The options of every command that reads pages; it gets them as ``settings``."""

    @functools.wraps(command)
    def with_settings(
        published: str | None,
        gazetteer: Path | None,
        actors: Path | None,
        max_bytes: int,
        **rest: Any,
    ) -> Any:
        """The command, what a reading depends on put together."""
        settings = Settings(
            published=published,
            gazetteer=gazetteer,
            actors=actors,
            max_bytes=max_bytes,
            processes=0,
        )
        return command(settings=settings, **rest)

    command_with_options: Command = with_settings
    for decorate in reversed(
        (
            click.option(
                "--published",
                metavar="DATE",
                help="Publication date, over the pages' own: YYYY-MM-DD or YYYY-MM-DDTHH:MM.",
            ),
            *own_tables,
            click.option(
                "--max-bytes",
                type=click.IntRange(min=1),
                default=Settings.max_bytes,
                show_default=True,
                help="Refuse larger pages.",
            ),
            click.option("--quiet", "-q", is_flag=True, help="No progress, no warnings."),
        )
    ):
        command_with_options = decorate(command_with_options)
    return command_with_options


def read_for_command(pages: Sequence[str], settings: Settings, *, quiet: bool) -> Ledger:
    """The ledger of ``pages``; names what failed on standard error, stops if all did."""
    try:
        sources, problems = find_all(pages, settings.max_bytes)
        ledger = _read(sources, settings, quiet=quiet)
    except CounterclaimError as error:
        click.echo(str(error), err=True)
        sys.exit(USAGE)
    ledger = msgspec.structs.replace(ledger, problems=[*problems, *ledger.problems])
    report([*ledger.problems, *(p for r in ledger.readings for p in r.problems)], quiet=quiet)
    if not ledger.readings:
        sys.exit(NONE_READ)
    return ledger


def contents(pages: int, incidents: int) -> str:
    """What was written, in words: "3 pages, 1 incident"."""
    return f"{plural(pages, 'page')}, {plural(incidents, 'incident')}"


def finish(ledger: Ledger) -> None:
    """End the command with the exit code that ``ledger``'s problems call for."""
    if any(p.severity == "error" for p in ledger.problems):
        sys.exit(SOME_FAILED)


def _read(sources: Sequence[Source], settings: Settings, *, quiet: bool) -> Ledger:
    if quiet or len(sources) < PROGRESS_FROM or not sys.stderr.isatty():
        return read_pages(sources, settings=settings)
    with click.progressbar(length=len(sources), label="Reading", file=sys.stderr) as bar:
        return read_pages(sources, settings=settings, progress=bar.update)


def report(problems: Sequence[Problem], *, quiet: bool) -> None:
    """Name ``problems`` on standard error; warnings only if not ``quiet``."""
    for problem in problems:
        if problem.severity == "error" or not quiet:
            click.echo(problem.message, err=True)
