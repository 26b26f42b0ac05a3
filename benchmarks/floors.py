"""Pinned figures: they may rise, and fall only on purpose."""

import hashlib
import json
from collections.abc import Sequence
from pathlib import Path

import msgspec

from benchmarks.registry import BENCHMARKS, Report

FILE = Path(__file__).parent / "floors.json"
TOLERANCE = 0.1
"""Points that a figure may differ between processors (8-bit sums round differently)."""


class Floor(msgspec.Struct, frozen=True):
    """One benchmark's figures on one state of its data."""

    data_sha256: str
    figures: dict[str, float]


def corpus_hash(folder: Path, files: Sequence[str] = ()) -> str:
    """SHA-256 over the names and bytes of all files below `folder` (or `files`), in name order."""
    digest = hashlib.sha256()
    found = [folder / name for name in files] or folder.rglob("*")
    for path in sorted(path for path in found if path.is_file()):
        digest.update(f"{path.relative_to(folder).as_posix()}\0{path.stat().st_size}\0".encode())
        digest.update(path.read_bytes())
    return digest.hexdigest()


def read(file: Path = FILE) -> dict[str, Floor]:
    """All floors by benchmark."""
    return msgspec.json.decode(file.read_bytes(), type=dict[str, Floor]) if file.exists() else {}


def shortfalls(name: str, report: Report, data_sha256: str, floors: dict[str, Floor]) -> list[str]:
    """What is below its floor, in words; data other than the pinned is never compared."""
    floor = floors.get(name)
    if floor is None or floor.data_sha256 != data_sha256:
        return []
    return [
        f"{name} {key}: {report[key]:.2f} is below the floor of {least:.2f}"
        for key, least in floor.figures.items()
        if report[key] < least - TOLERANCE
    ]


def pin(
    name: str, report: Report, data_sha256: str, lower: bool = False, file: Path = FILE
) -> list[str]:
    """Pin a report's figures. Without `lower`, nothing is written if one would fall."""
    floors = read(file)
    refused = [] if lower else shortfalls(name, report, data_sha256, floors)
    if not refused:
        figures = {key: report[key] for key in BENCHMARKS[name].pinned}
        floors[name] = Floor(data_sha256, figures)
        plain = msgspec.to_builtins(dict(sorted(floors.items())))
        file.write_text(json.dumps(plain, indent=1) + "\n")
    return refused
