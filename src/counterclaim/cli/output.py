"""Results to a file or to standard output."""

from __future__ import annotations

import contextlib
import io
import os
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import IO

import click

from counterclaim.cli.pages import NOT_WRITTEN
from counterclaim.errors import message


def write_output(path: Path | None, write: Callable[[IO[str]], object]) -> None:
    """Call ``write`` with standard output, or with a file that appears only when it is whole."""

    def encoded(stream: IO[bytes]) -> None:
        """Write as UTF-8, and leave the stream open."""
        text = io.TextIOWrapper(stream, encoding="utf-8", newline="\n")
        write(text)
        text.flush()
        text.detach()

    write_stream(path, encoded)


def write_bytes(path: Path | None, data: bytes) -> None:
    """Write ``data`` to standard output, or to a file that appears only when it is whole."""
    write_stream(path, lambda stream: stream.write(data))


def write_stream(path: Path | None, write: Callable[[IO[bytes]], object]) -> None:
    """As :func:`write_output`, for bytes."""
    try:
        if path is None:
            write(sys.stdout.buffer)
            sys.stdout.buffer.flush()
        else:
            _write_whole(path, write)
    except BrokenPipeError:
        # The reader of a pipe has seen enough; Python's own flush at exit must not complain.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    except OSError as error:
        reason = error.strerror or type(error).__name__
        click.echo(message("CC501", name=path or "standard output", reason=reason), err=True)
        sys.exit(NOT_WRITTEN)


def _write_whole(path: Path, write: Callable[[IO[bytes]], object]) -> None:
    handle, temporary = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
    try:
        with os.fdopen(handle, "wb") as stream:
            write(stream)
            stream.flush()
            os.fsync(stream.fileno())
        umask = os.umask(0)
        os.umask(umask)
        Path(temporary).chmod(0o666 & ~umask)
        Path(temporary).replace(path)
    except BaseException:
        with contextlib.suppress(OSError):
            Path(temporary).unlink()
        raise
