"""Annotated pages of our own writing: a compact notation that compiles to checked offsets.

A file is a header, the marked text, and an optional trailer::

    id: ferry-1
    incident: ferry
    style: agency
    split: train
    published: 2031-03-02
    cast: V=Ilse Varn; M=Transport Ministry
    ---
    %headline
    Ministry denies ferry was overloaded
    %body
    {1s=V|A ministry spokeswoman} {1c!denies|denied} {1t that {#killed 41-|over 40} had drowned}.
    %comments
    One paragraph, one comment.
    ===
    rel 2>1 denies count

Every label is defined in `training/guidelines.md`, marks in `training.marks`, `%` lines in
`training.layout`. Offsets are code points. What does not add up raises :class:`AuthoredError`.
"""

import re
from itertools import pairwise
from pathlib import Path
from typing import Any, get_args

import msgspec

from counterclaim.records import (
    Certainty,
    ChainRole,
    Force,
    Harm,
    QuoteType,
    RelationField,
    RelationKind,
)
from training.layout import AuthoredBlock, blocks, split_directives
from training.marks import Mark, MarkError, compile_marks
from training.polnear import Article, Event, Spans
from training.quotation import quote_type

STYLES = (
    "agency",
    "blog",
    "broadcaster",
    "live-blog",
    "local-paper",
    "rights-group",
    "state-media",
    "statement",
    "tabloid",
    "translated",
)
_FIELDS = ("id", "incident", "style", "split", "published")
_DIGITS = re.compile(r"\d[\d,]*")
_RELATION = re.compile(r"rel (\d+)>(\d+) (\w+) (\w+)$")


class AuthoredError(ValueError):
    """A page whose notation does not add up."""


class AuthoredStatement(msgspec.Struct, frozen=True):
    """One attribution. Spans are `(start, end)`; names are canonical, from the page's cast.

    `chain` runs from the outermost relay (the page's own outlet left out) to the one whose word
    it is.
    """

    source: Spans
    cue: tuple[int, int] | None
    content: Spans
    quote: QuoteType
    force: Force
    certainty: Certainty
    speaker: str | None
    chain: tuple[tuple[ChainRole, str], ...]
    recipient: str | None


class AuthoredCount(msgspec.Struct, frozen=True):
    """A number of people harmed with its interval; `high` is `None` where it is unbounded."""

    start: int
    end: int
    low: int
    high: int | None
    harm: Harm


class AuthoredRelation(msgspec.Struct, frozen=True):
    """Statement `b` stands to statement `a` (indexes from 0) as `kind`, on the field `on`."""

    a: int
    b: int
    kind: RelationKind
    on: RelationField


class AuthoredPage(msgspec.Struct, frozen=True):
    """One annotated page."""

    id: str
    incident: str
    style: str
    split: str
    published: str
    outlet: str | None
    text: str
    blocks: tuple[AuthoredBlock, ...]
    statements: tuple[AuthoredStatement, ...]
    counts: tuple[AuthoredCount, ...]
    relations: tuple[AuthoredRelation, ...]


def load_pages(folder: Path, split: str | None = None) -> list[AuthoredPage]:
    """All `*.page` files below `folder` in path order, of one split if given.

    Raises:
        AuthoredError: a file is wrong, an id is used twice, or an incident is in both splits.
    """
    pages = [
        parse_page(path.read_text(encoding="utf-8"), path.name)
        for path in sorted(folder.rglob("*.page"))
    ]
    _check_collection(pages)
    return [page for page in pages if split in (None, page.split)]


def _check_collection(pages: list[AuthoredPage]) -> None:
    splits: dict[str, str] = {}
    seen: set[str] = set()
    for page in pages:
        if page.id in seen:
            raise AuthoredError(f"{page.id}: used for two pages")
        seen.add(page.id)
        if splits.setdefault(page.incident, page.split) != page.split:
            raise AuthoredError(f"{page.id}: incident {page.incident} is in both splits")


def parse_page(raw: str, name: str) -> AuthoredPage:
    """Compile one page.

    Raises:
        AuthoredError: with `name` and the reason.
    """
    try:
        return _parse(raw)
    except (MarkError, ValueError) as problem:
        raise AuthoredError(f"{name}: {problem}") from problem


def _parse(raw: str) -> AuthoredPage:
    head, _, rest = raw.partition("\n---\n")
    fields = _header(head)
    marked, _, trailer = rest.partition("\n===\n")
    cast = _cast(fields.pop("cast", ""))
    bare, directives = split_directives(marked.rstrip("\n") + "\n")
    text, marks, moved = compile_marks(bare)
    statements = _statements(text, marks, cast)
    lines = [line for line in trailer.split("\n") if line.strip()]
    return AuthoredPage(
        **fields,
        text=text,
        blocks=blocks(text, [one._replace(at=moved[one.at]) for one in directives]),
        statements=statements,
        counts=tuple(_count(text, mark) for mark in marks if mark.role == "#"),
        relations=tuple(_relation(line, len(statements)) for line in lines),
    )


def _header(head: str) -> dict[str, Any]:
    fields: dict[str, Any] = {"outlet": None}
    for line in head.split("\n"):
        key, _, value = line.partition(":")
        if key not in (*_FIELDS, "outlet", "cast") or fields.get(key):
            raise ValueError(f"header line {line!r}")
        fields[key] = value.strip()
    if missing := [key for key in _FIELDS if not fields.get(key)]:
        raise ValueError(f"header lacks {', '.join(missing)}")
    if fields["style"] not in STYLES or fields["split"] not in ("train", "test"):
        raise ValueError(f"no such style or split: {fields['style']}, {fields['split']}")
    return fields


def _cast(line: str) -> dict[str, str]:
    pairs = [pair.partition("=") for pair in line.split(";") if pair.strip()]
    cast = {key.strip(): name.strip() for key, _, name in pairs}
    if len(cast) != len(pairs) or not all(cast.values()):
        raise ValueError("cast names a key twice or lacks a name")
    return cast


def _statements(
    text: str, marks: list[Mark], cast: dict[str, str]
) -> tuple[AuthoredStatement, ...]:
    numbers = sorted({number for mark in marks for number in mark.numbers})
    if numbers != list(range(1, len(numbers) + 1)):
        raise ValueError(f"statements are not numbered 1 to {len(numbers)}: {numbers}")
    return tuple(
        _statement(text, number, [mark for mark in marks if number in mark.numbers], cast)
        for number in numbers
    )


def _statement(
    text: str, number: int, marks: list[Mark], cast: dict[str, str]
) -> AuthoredStatement:
    where = f"statement {number}"
    by_role = {role: [mark for mark in marks if mark.role == role] for role in "sctpyir"}
    if not by_role["t"] or len(by_role["c"]) > 1:
        raise ValueError(f"{where} needs content and at most one cue")
    _check_apart(where, by_role)
    names = {role: [_name(text, mark, cast, where) for mark in by_role[role]] for role in by_role}
    content = _spans(by_role["t"])
    speaker = next(iter(names["p"] or names["s"]), None)
    relays = (names["s"][:1] if names["p"] else []) + names["y"]
    roles: list[tuple[ChainRole, str]] = [("relay", relay) for relay in relays]
    roles += [("speaker", speaker)] if speaker else []
    roles += [("informant", name) for name in names["i"]]
    return AuthoredStatement(
        source=_spans(by_role["s"]),
        cue=(by_role["c"][0].start, by_role["c"][0].end) if by_role["c"] else None,
        content=content,
        quote=quote_type([text[start:end] for start, end in content]),
        force=_attribute(marks, "force", get_args(Force), "asserts", where),
        certainty=_attribute(marks, "certainty", get_args(Certainty), "certain", where),
        speaker=speaker,
        chain=tuple(roles),
        recipient=next(iter(names["r"]), None),
    )


def _check_apart(where: str, by_role: dict[str, list[Mark]]) -> None:
    """Source, cue and content of one statement must not overlap."""
    spans = sorted(_spans([mark for role in "sct" for mark in by_role[role]]))
    if any(before[1] > after[0] for before, after in pairwise(spans)):
        raise ValueError(f"{where}: its spans overlap")


def _spans(marks: list[Mark]) -> Spans:
    return tuple(sorted((mark.start, mark.end) for mark in marks))


def _name(text: str, mark: Mark, cast: dict[str, str], where: str) -> str:
    """Canonical name of a mark: through the cast, else as given, else its own words."""
    if mark.name is None:
        return text[mark.start : mark.end]
    if mark.name not in cast and len(mark.name) < 5:
        raise ValueError(f"{where}: {mark.name!r} is not in the cast")
    return cast.get(mark.name, mark.name)


def _attribute(
    marks: list[Mark], field: str, allowed: tuple[Any, ...], default: Any, where: str
) -> Any:
    values = {value for mark in marks if (value := getattr(mark, field))}
    if len(values) > 1 or not values <= set(allowed):
        raise ValueError(f"{where}: {field} {sorted(values)}")
    return next(iter(values), default)


def _count(text: str, mark: Mark) -> AuthoredCount:
    harm, low, dash, high = mark.harm, mark.low, mark.dash, mark.high
    words = text[mark.start : mark.end]
    if harm not in get_args(Harm) or low is None:
        raise ValueError(f"count {words!r}: no such harm or no number")
    top = high if dash else low
    if top is not None and top < low:
        raise ValueError(f"count {words!r}: interval upside down")
    digits = [int(number.replace(",", "")) for number in _DIGITS.findall(words)]
    if digits and not any(low - 1 <= n and (top is None or n <= top + 1) for n in digits):
        raise ValueError(f"count {words!r}: its number is not in the interval")
    return AuthoredCount(mark.start, mark.end, low, top, harm)  # type: ignore[arg-type]


def _relation(line: str, size: int) -> AuthoredRelation:
    found = _RELATION.match(line.strip())
    if not found:
        raise ValueError(f"trailer line {line!r}")
    b, a, kind, field = found.groups()
    known = kind in get_args(RelationKind) and field in get_args(RelationField)
    if not known or not 1 <= int(a) <= size or not 1 <= int(b) <= size:
        raise ValueError(f"trailer line {line!r}: no such statement, kind or field")
    return AuthoredRelation(int(a) - 1, int(b) - 1, kind, field)  # type: ignore[arg-type]


def as_article(page: AuthoredPage) -> Article:
    """Events for the attribution head; comments and links are marked as not being article text."""
    events = tuple(
        Event(statement.source, (statement.cue,) if statement.cue else (), statement.content)
        for statement in page.statements
    )
    outside = tuple((b.start, b.end) for b in page.blocks if b.kind in ("comment", "related"))
    return Article(page.id, page.text, events, outside)
