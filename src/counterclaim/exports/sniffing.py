"""Which format an export is of, by its files' names and first bytes."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping

__all__ = ["format_of"]

_HEAD = 1 << 16
"""Bytes in which a file shows what it is."""

Files = Mapping[str, bytes]


def format_of(files: Files) -> str | None:
    """The format of ``files``, which are by name, ``""`` for a single one; ``None`` if unclear.

    Only what sets a format apart from all others is looked at; whether the files are sound is for
    :func:`counterclaim.exports.validating.faults`.
    """
    tests = _FAMILIES if "" not in files else _SINGLE
    found = [form for form, is_one in tests.items() if is_one(files)]
    return found[0] if len(found) == 1 else None


def _named(*names: str) -> Callable[[Files], bool]:
    return lambda files: set(names) <= files.keys()


def _ending(ending: str) -> Callable[[Files], bool]:
    return lambda files: any(name.endswith(ending) for name in files)


_FAMILIES: dict[str, Callable[[Files], bool]] = {
    "acled": _named("acled.csv", "deletions.csv"),
    "airwars": _named("incidents.csv", "sources.csv"),
    "brat": _named("annotation.conf"),
    "cas": _named("TypeSystem.xml"),
    "parquet": _ending(".parquet"),
}


def _first_record(files: Files) -> dict[str, object]:
    """The first line as a JSON object; empty if it is none."""
    try:
        found = json.loads(files[""].split(b"\n", 1)[0])
    except ValueError:
        return {}
    return found if isinstance(found, dict) else {}


def _whole(files: Files) -> dict[str, object]:
    """The whole file as a JSON object; empty if it is none."""
    if files[""][:_HEAD].lstrip()[:1] != b"{":
        return {}
    try:
        found = json.loads(files[""])
    except ValueError:
        return {}
    return found if isinstance(found, dict) else {}


def _context(files: Files) -> str:
    return json.dumps(_whole(files).get("@context", ""))


_SINGLE: dict[str, Callable[[Files], bool]] = {
    "ndjson": lambda files: "type" in _first_record(files) and not _whole(files),
    "plover": lambda files: "eventText" in _first_record(files),
    "geojson": lambda files: _whole(files).get("type") == "FeatureCollection",
    "stix": lambda files: _whole(files).get("type") == "bundle",
    "web-annotation": lambda files: "anno" in _context(files),
    "claimreview": lambda files: "schema.org" in _context(files),
    "prov": lambda files: "prefix" in _whole(files) and "entity" in _whole(files),
    "ged": lambda files: b"source_original" in files[""][:_HEAD].split(b"\n", 1)[0],
    "docbin": lambda files: files[""][:1] == b"\x78",
}
