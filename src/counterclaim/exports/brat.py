"""brat stand-off: a ``.txt`` and an ``.ann`` for each document, in PolNeAR's roles.

https://brat.nlplab.org/standoff.html - offsets count code points; a discontinuous span is
``start end;start end``; a fragment may not hold a line break, so it is cut at each.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from counterclaim.records import Ledger, Reading, Span, Statement

__all__ = ["brat", "read_brat"]

CONFIGURATION = """\
[entities]
Source
Cue
Content
[relations]
[events]
Attribution Source?:Source, Cue?:Cue, Content:Content
[attributes]
Force Arg:Attribution, Value:asserts|denies|admits|accuses|demands|promises|doubts|regrets|declines
"""


def brat(ledger: Ledger) -> dict[str, bytes]:
    """Files by name: ``annotation.conf`` and two for each document."""
    files = {"annotation.conf": CONFIGURATION.encode()}
    for reading in ledger.readings:
        name = reading.document.id
        files[f"{name}.txt"] = reading.document.text.encode()
        files[f"{name}.ann"] = "".join(_lines(reading)).encode()
    return files


Piece = tuple[int, int, str]


def _lines(reading: Reading) -> Iterator[str]:
    number = 0
    for event, one in enumerate(reading.statements, start=1):
        keys: dict[str, str] = {}
        roles = {role: list(_pieces(spans)) for role, spans in _roles(one)}
        if not roles["Content"]:
            continue
        for role, pieces in roles.items():
            if pieces:
                number += 1
                keys[role] = f"T{number}"
                yield _text_bound(number, role, pieces)
        # A statement nobody is cited for has no cue; its content then bears the event.
        bearer = "Cue" if "Cue" in keys else "Content"
        number += 1
        yield _text_bound(number, "Attribution", roles[bearer])
        arguments = " ".join(f"{role}:{key}" for role, key in keys.items())
        yield f"E{event}\tAttribution:T{number} {arguments}\n"
        yield f"A{event}\tForce E{event} {one.force}\n"
        yield f"#{event}\tAnnotatorNotes E{event}\t{one.id}\n"


def _roles(one: Statement) -> Iterator[tuple[str, list[Span]]]:
    yield "Source", one.source
    yield "Cue", [one.cue] if one.cue is not None else []
    yield "Content", one.content


def _text_bound(number: int, kind: str, pieces: list[Piece]) -> str:
    places = ";".join(f"{start} {end}" for start, end, _ in pieces)
    return f"T{number}\t{kind} {places}\t{' '.join(words for _, _, words in pieces)}\n"


def _pieces(spans: list[Span]) -> Iterator[Piece]:
    for span in spans:
        for match in re.finditer(r"[^\r\n]+", span.exact):
            yield span.start + match.start(), span.start + match.end(), match.group()


def read_brat(files: Mapping[str, bytes]) -> dict[str, list[tuple[str, list[tuple[int, int]]]]]:
    """``(kind, ranges)`` of every text-bound annotation, by document id; the way back."""
    found: dict[str, list[tuple[str, list[tuple[int, int]]]]] = {}
    for name, data in files.items():
        if name.endswith(".ann"):
            rows = (line.split("\t") for line in data.decode().split("\n") if line[:1] == "T")
            found[name.removesuffix(".ann")] = [_parsed(row[1]) for row in rows]
    return found


def _parsed(place: str) -> tuple[str, list[tuple[int, int]]]:
    kind, _, ranges = place.partition(" ")
    pairs = (one.split(" ") for one in ranges.split(";"))
    return kind, [(int(start), int(end)) for start, end in pairs]
