"""Inline marks of the authored pages: `{1s=V|the spokesman}`, `{1t that {#killed 3|three} died}`.

A mark is `{`, statement numbers, one role letter, attributes ending in `|` (or one space or bar
where there are none), text, `}`.
Roles: `s` source, `c` cue, `t` content, `p` speaker where the source is only a relay, `y` relay,
`i` informant, `r` recipient. Attributes: `=NAME`, `!FORCE`, `?CERTAINTY`. A count is
`{#HARM LOW|…}`, `{#HARM LOW-HIGH|…}` or `{#HARM LOW-|…}`. Marks may nest.
"""

import re

import msgspec

_OPEN = re.compile(
    r"\{(?:#(?P<harm>\w+) (?P<low>\d+)(?P<dash>-?)(?P<high>\d*)\||"
    r"(?P<ids>\d+(?:,\d+)*)(?P<role>[sctpyir])"
    r"(?:(?P<attributes>[=!?][^|{}]*)\||[ |])?)"
)
_ATTRIBUTE = re.compile(r"=(?P<name>[^!?]+)|!(?P<force>[a-z]+)|\?(?P<certainty>[a-z]+)")


class MarkError(ValueError):
    """A brace that opens or closes nothing."""


class Mark(msgspec.Struct, frozen=True):
    """One mark over `[start, end)` of the bare text. Counts have role `#` and no numbers."""

    role: str
    start: int
    end: int
    numbers: tuple[int, ...] = ()
    name: str | None = None
    force: str | None = None
    certainty: str | None = None
    harm: str | None = None
    low: int | None = None
    dash: bool = False
    high: int | None = None


def compile_marks(marked: str) -> tuple[str, list[Mark], list[int]]:
    """The bare text, its marks in order of their ends, and for each marked offset its bare offset.

    Raises:
        MarkError: unbalanced braces, an unreadable mark, or an empty one.
    """
    pieces: list[str] = []
    open_marks: list[tuple[re.Match[str], int]] = []
    marks: list[Mark] = []
    moved = [0] * (len(marked) + 1)
    at = size = 0
    while at < len(marked):
        moved[at] = size
        if marked[at] == "{":
            opening = _OPEN.match(marked, at)
            if opening is None:
                raise MarkError(f"unreadable mark at {marked[at : at + 40]!r}")
            open_marks.append((opening, size))
            at = opening.end()
        elif marked[at] == "}":
            if not open_marks:
                raise MarkError(f"brace closes nothing before {marked[at : at + 40]!r}")
            marks.append(_mark(*open_marks.pop(), size))
            at += 1
        else:
            pieces.append(marked[at])
            at, size = at + 1, size + 1
    if open_marks:
        raise MarkError(f"never closed: {marked[open_marks[-1][0].start() :][:60]!r}")
    moved[-1] = size
    text = "".join(pieces)
    _check_trimmed(text, marks)
    return text, marks, moved


def _mark(opening: re.Match[str], start: int, end: int) -> Mark:
    if start == end:
        raise MarkError(f"empty mark {opening.group()!r}")
    if opening["harm"]:
        return Mark(
            "#",
            start,
            end,
            harm=opening["harm"],
            low=int(opening["low"]),
            dash=bool(opening["dash"]),
            high=int(opening["high"]) if opening["high"] else None,
        )
    numbers = tuple(int(number) for number in opening["ids"].split(","))
    found = _attributes(opening["attributes"] or "")
    name, force, certainty = (found.get(key) for key in ("name", "force", "certainty"))
    return Mark(opening["role"], start, end, numbers, name, force, certainty)


def _attributes(raw: str) -> dict[str, str]:
    found: dict[str, str] = {}
    read = 0
    for match in _ATTRIBUTE.finditer(raw):
        found |= {key: value for key, value in match.groupdict().items() if value}
        read += len(match.group())
    if read != len(raw):
        raise MarkError(f"unreadable attributes {raw!r}")
    return found


def _check_trimmed(text: str, marks: list[Mark]) -> None:
    for mark in marks:
        words = text[mark.start : mark.end]
        if words != words.strip():
            raise MarkError(f"space at the edge of {words!r}")
