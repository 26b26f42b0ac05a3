"""CSV as the field's readers want it: UTF-8, comma, quotes doubled, CRLF (RFC 4180)."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Sequence

__all__ = ["Cell", "csv_bytes", "csv_rows"]

Cell = str | int | float | None


def csv_bytes(columns: Sequence[str], rows: Iterable[Sequence[Cell]]) -> bytes:
    """A table with its header.

    Cells that a spreadsheet would run as a formula get an apostrophe before them: pages are
    written by strangers.

    Raises:
        ValueError: if a row has not as many cells as there are columns.
    """
    stream = io.StringIO()
    writer = csv.writer(stream, lineterminator="\r\n")
    writer.writerow(columns)
    for row in rows:
        if len(row) != len(columns):
            raise ValueError(f"{len(row)} cells for {len(columns)} columns")
        writer.writerow([_safe(cell) for cell in row])
    return stream.getvalue().encode()


def _safe(cell: Cell) -> Cell:
    if isinstance(cell, str) and cell[:1] in ("=", "+", "-", "@", "\t", "\r"):
        return f"'{cell}"
    return cell


def csv_rows(data: bytes) -> list[dict[str, str]]:
    """The rows of a table by column name; the way back."""
    return list(csv.DictReader(io.StringIO(data.decode("utf-8-sig"), newline="")))
