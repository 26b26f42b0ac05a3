"""Lines that begin with `%` divide an authored page into blocks.

`%KIND [NUMBER] [TIME]` begins a block of that kind; number and time are an update's. `%comments`
makes every following paragraph a comment; after it, `%comment+` says that the next paragraph
goes on with the comment before it. The lines themselves are not part of the page's text.
"""

import re
from collections.abc import Sequence
from typing import NamedTuple, get_args

import msgspec

from counterclaim.records import BlockKind

_DIRECTIVE = re.compile(r"%(\w[\w+]*)(?: (\d+))?(?: (\S+))?$")
_COMMENT = re.compile(r"[^\n]*\S[^\n]*(?:\n[^\n]*\S[^\n]*)*")


class Directive(NamedTuple):
    """One `%` line, and where in the text without such lines it stood."""

    kind: str
    number: int | None
    time: str | None
    at: int


class AuthoredBlock(msgspec.Struct, frozen=True):
    """A block: `[start, end)` trimmed; `number` and `time` only for updates."""

    kind: BlockKind
    start: int
    end: int
    number: int | None = None
    time: str | None = None


def split_directives(marked: str) -> tuple[str, list[Directive]]:
    """Take the `%` lines out of a marked text."""
    kept: list[str] = []
    found: list[Directive] = []
    size = 0
    for line in marked.splitlines(keepends=True):
        directive = _DIRECTIVE.match(line.rstrip("\n"))
        if directive:
            kind, number, time = directive.groups()
            found.append(Directive(kind, int(number) if number else None, time, size))
        else:
            kept.append(line)
            size += len(line)
    return "".join(kept), found


def blocks(text: str, directives: Sequence[Directive]) -> tuple[AuthoredBlock, ...]:
    """The blocks of a bare text.

    Raises:
        ValueError: an unknown kind, an empty block, or text before the first block.
    """
    if not directives or text[: directives[0].at].strip():
        raise ValueError("text before the first % line")
    ends = [directive.at for directive in directives[1:]] + [len(text)]
    made: list[AuthoredBlock] = []
    for directive, end in zip(directives, ends, strict=True):
        kind, start = directive.kind, directive.at
        if kind == "comments":
            made.extend(_comments(text, start, end))
        elif kind == "comment+" and made and made[-1].kind == "comment":
            first, *others = _comments(text, start, end)
            made[-1] = AuthoredBlock("comment", made[-1].start, first.end)
            made.extend(others)
        elif kind in get_args(BlockKind):
            made.append(_trimmed(text, directive, end))
        else:
            raise ValueError(f"no such block: %{kind}")
    return tuple(made)


def _trimmed(text: str, directive: Directive, end: int) -> AuthoredBlock:
    kind, number, time, start = directive
    piece = text[start:end]
    if not piece.strip():
        raise ValueError(f"empty block %{kind}")
    start += len(piece) - len(piece.lstrip())
    return AuthoredBlock(kind, start, start + len(piece.strip()), number, time)  # type: ignore[arg-type]


def _comments(text: str, start: int, end: int) -> list[AuthoredBlock]:
    """One comment a paragraph; paragraphs are divided by blank lines."""
    return [
        AuthoredBlock(
            "comment", start + found.start(), start + found.start() + len(found[0].rstrip())
        )
        for found in _COMMENT.finditer(text[start:end])
    ]
