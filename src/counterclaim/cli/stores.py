"""What the commands that use a store share: the option that names it, and how errors end them."""

from __future__ import annotations

import functools
import getpass
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any, ParamSpec, TypeVar

import click

from counterclaim.cli.pages import NOT_WRITTEN, USAGE
from counterclaim.errors import CounterclaimError, OutputError

DEFAULT_STORE = "sqlite:///ledger.db"

Given = ParamSpec("Given")
Result = TypeVar("Result")
Command = Callable[..., Any]


def store_option(command: Command) -> Command:
    """``--store URL``, by default ``ledger.db`` in the working folder."""
    return click.option(
        "--store",
        "url",
        metavar="URL",
        default=DEFAULT_STORE,
        envvar="COUNTERCLAIM_STORE",
        show_default=True,
        show_envvar=True,
        help="sqlite:///path or postgresql://user@host/database.",
    )(command)


@contextmanager
def progress(label: str, length: int) -> Iterator[Callable[[int], None] | None]:
    """A bar on standard error for long work, where that is a terminal; else nothing."""
    if not length or not sys.stderr.isatty():
        yield None
        return
    with click.progressbar(length=length, label=label, file=sys.stderr) as bar:
        yield bar.update


def who_option(command: Command) -> Command:
    """``--who NAME``: the person that the audit row names."""
    return click.option(
        "--who", default=_user, show_default="the user logged in", help="Who decides."
    )(command)


def _user() -> str:
    try:
        return getpass.getuser()
    except (KeyError, OSError):
        return "unknown"


def coded_errors(command: Callable[Given, Result]) -> Callable[Given, Result]:
    """End with a coded message and the exit code for it instead of a traceback."""

    @functools.wraps(command)
    def wrapped(*args: Given.args, **kwargs: Given.kwargs) -> Result:
        """The command, its store's errors told as the program's own."""
        with _ended():
            return command(*args, **kwargs)

    return wrapped


@contextmanager
def _ended() -> Iterator[None]:
    try:
        yield
    except CounterclaimError as error:
        click.echo(str(error), err=True)
        sys.exit(NOT_WRITTEN if isinstance(error, OutputError) else USAGE)
