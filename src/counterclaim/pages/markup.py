"""HTML to one linear text and its pieces: the document tree walked once, in order."""

from __future__ import annotations

import re
from contextlib import suppress
from dataclasses import dataclass, field

from lxml import etree

from counterclaim.errors import InputError
from counterclaim.pages.cues import BLOCK_TAGS, cue_bits, is_hidden, kin, template_words
from counterclaim.pages.pieces import Marks, Piece, Region
from counterclaim.pages.stamps import machine_time

__all__ = ["Markup", "Region", "read_markup"]

_SPACE = re.compile(r"[ \t\n\r\f]{2,}|[\t\n\r\f]")  # a single blank stays as it is
_BLANK_LINE = re.compile(r"\n[ \t\r\f]*\n")
_BODY = re.compile(r"<body\b", re.IGNORECASE)
_STRONG_TAGS = frozenset("b strong h1 h2 h3 h4".split())
_REGION_TAGS = frozenset(
    "article aside blockquote dd div dl form li main nav ol p section table td tr ul header "
    "footer dt figure".split()
)

_NONE: dict[str, str] = {}

NEAR = 12
"""Innermost elements among which the three next blocks around a piece are looked for."""


@dataclass
class Markup:
    """What is read from a page's mark-up: its text, pieces and regions, and its metadata."""

    text: str = ""
    pieces: list[Piece] = field(default_factory=list)
    regions: list[Region] = field(default_factory=list)
    metas: list[tuple[str, str]] = field(default_factory=list)
    scripts: list[str] = field(default_factory=list)
    title: str = ""
    language: str | None = None
    canonical: str | None = None


@dataclass(slots=True)
class _Open:
    """An element being walked.

    ``holder`` is the block around it and ``depth`` the number of elements around it;
    ``plain`` stands for all inline elements in it that say nothing.
    """

    tag: str
    block: bool
    cues: int
    above: int
    region: int
    linked: bool
    strong: bool
    path: str
    depth: int
    holder: _Open | None = None
    plain: _Open | None = None


def read_markup(text: str, *, name: str) -> Markup:
    """The shown text of an HTML page, one line for each block, and what its mark-up says.

    White space is collapsed as browsers do; scripts, styles and hidden elements are left out.

    Raises:
        InputError: CC105 if the page is nested beyond what can be read.
    """
    page = _parse(text.replace("\0", ""), name)
    body = _BODY.search(text)
    if not page.pieces and body is not None:  # swallowed by a title or script that never ends
        page = _parse(text[body.start() :].replace("\0", ""), name)
    return page


def _parse(text: str, name: str) -> Markup:
    """What one pass of the parser gives.

    ``huge_tree`` takes 2,048 levels instead of 256. The parser stops at more without an exception
    and leaves out what follows, so that its log has to be asked.
    """
    parser = etree.HTMLParser(
        encoding="utf-8", remove_comments=True, remove_pis=True, huge_tree=True
    )
    root = None
    with suppress(etree.ParserError, etree.XMLSyntaxError):
        root = etree.fromstring(text.encode("utf-8", "replace"), parser=parser)
    if root is None:
        return Markup()
    if any(entry.type == etree.ErrorTypes.ERR_RESOURCE_LIMIT for entry in parser.error_log):
        raise InputError("CC105", name=name)
    return _Walk(root).result


class _Walk:
    """One walk over a tree; ``result`` is complete once it is made."""

    def __init__(self, root: etree._Element) -> None:
        self.result = Markup(language=root.get("lang") or root.get("xml:lang"))
        self._buffer: list[str] = []
        self._linked = self._strong = 0
        self._size = 0
        self._gap = 0
        self._time: str | None = None
        self._parts: list[str] = []
        self._stack: list[_Open] = [_Open("#", True, 0, 0, 0, False, False, "", 0)]
        self.result.regions.append(Region(0, -1, (-1, ""), 0, "", 0))
        self._metadata(root)
        self._walk(root)
        self._flush()
        self.result.regions[0].last = len(self.result.pieces)
        self.result.text = "".join(self._parts)

    def _metadata(self, root: etree._Element) -> None:
        """Meta elements, JSON-LD, title and canonical address."""
        found = self.result
        for element in root.iter("meta", "title", "script", "link", "base"):
            if element.tag == "meta":
                key = element.get("property") or element.get("name") or element.get("itemprop")
                value = element.get("content")
                if key and value:
                    found.metas.append((key.strip().lower(), value.strip()))
            elif element.tag == "script":
                if (element.get("type") or "").strip().lower() == "application/ld+json":
                    found.scripts.append(element.text or "")
            elif element.tag == "title":
                found.title = found.title or " ".join((element.text or "").split())
            elif (element.get("rel") or "").lower() == "canonical":
                found.canonical = element.get("href")

    def _walk(self, root: etree._Element) -> None:
        """Every element in document order."""
        walker = etree.iterwalk(root, events=("start", "end"))
        skipped = False
        for event, element in walker:
            if event == "end":
                if skipped:
                    skipped = False
                else:
                    self._leave()
                if tail := element.tail:
                    self._write(tail)
                continue
            tag, items = element.tag, element.items()
            attributes = dict(items) if items else _NONE
            if not isinstance(tag, str) or is_hidden(tag, attributes):
                walker.skip_subtree()
                skipped = True
                continue
            if items or tag in BLOCK_TAGS or tag in _STRONG_TAGS:
                self._enter(tag, attributes)
            else:
                self._enter_plain(tag)
            if text := element.text:
                self._write(text)

    def _enter_plain(self, tag: str) -> None:
        """Open an inline element without attributes."""
        above = self._stack[-1]
        if above.plain is None:
            above.plain = _Open(
                tag, False, above.cues, above.above | above.cues, above.region, above.linked,
                above.strong, above.path, 0, above if above.block else above.holder,
            )  # fmt: skip
            above.plain.plain = above.plain
        self._stack.append(above.plain)

    def _enter(self, tag: str, attributes: dict[str, str]) -> None:
        """Open an element."""
        above = self._stack[-1]
        block = tag in BLOCK_TAGS
        if block:
            if self._buffer:
                self._flush()
            self._gap += tag == "hr"
        words, cues, time = "", 0, None
        depth = len(self._stack)
        if attributes:
            words = template_words(attributes)
            cues = cue_bits(words) if words else 0
            time = machine_time(tag, attributes)
        region = above.region
        if time is not None:
            self._time = time[0]
            self._note_time(region, *time)
        if tag in _REGION_TAGS:
            region = self._region(tag, words, cues, above.region)
            if time is not None:
                self._note_time(region, *time)
        self._stack.append(
            _Open(
                tag, block, cues if block else cues | above.cues, above.above | above.cues, region,
                above.linked or (tag == "a" and "href" in attributes),
                above.strong or tag in _STRONG_TAGS,
                f"{above.path}/{tag}" if block and depth < 60 else above.path,
                depth, above if above.block else above.holder,
            )
        )  # fmt: skip

    def _region(self, tag: str, words: str, cues: int, parent: int) -> int:
        """A new region; returns its ordinal."""
        ordinal = len(self.result.regions)
        alike = (parent, kin(tag, words))
        self.result.regions.append(
            Region(ordinal, parent, alike, cues, words, len(self.result.pieces))
        )
        return ordinal

    def _note_time(self, region: int, time: str, name: str) -> None:
        """Remember a time for a region and those around it that have none."""
        regions = self.result.regions
        for _ in range(6):
            if region <= 0 or regions[region].time is not None:
                return
            regions[region].time, regions[region].time_name = time, name
            region = regions[region].parent

    def _leave(self) -> None:
        """Close an element."""
        opened = self._stack[-1]
        if opened.block and self._buffer:
            self._flush()
        self._stack.pop()
        if opened.region != self._stack[-1].region:
            self.result.regions[opened.region].last = len(self.result.pieces)

    def _write(self, text: str) -> None:
        """Take a text node."""
        if not self._buffer and text.isspace():
            return
        self._buffer.append(text)
        top = self._stack[-1]
        if top.linked or top.strong:
            size = len(text.strip())
            self._linked += size * top.linked
            self._strong += size * top.strong

    def _flush(self) -> None:
        """Close the block that has been gathered."""
        if not self._buffer:
            return
        raw = self._buffer[0] if len(self._buffer) == 1 else "".join(self._buffer)
        inside = "\n" in raw and "pre" in [opened.tag for opened in self._stack[-4:]]
        for part in _BLANK_LINE.split(raw) if inside else (raw,):
            shown = _SPACE.sub(" ", part).strip()
            if shown:
                self._emit(shown)
        self._buffer.clear()
        self._time = None
        self._linked = self._strong = 0

    def _emit(self, shown: str) -> None:
        """Append a piece to the text."""
        if self._parts:
            self._parts.append("\n")
            self._size += 1
        start = self._size
        self._parts.append(shown)
        self._size += len(shown)
        piece = Piece(start, self._size, shown, self._gap, 1, self._marks(len(shown)))
        self._gap = 0
        self.result.pieces.append(piece)

    def _marks(self, size: int) -> Marks:
        """What the open elements say about the piece."""
        own = self._stack[-1]
        block = own if own.block or own.holder is None else own.holder
        # Mark-up that is never closed piles up inline elements: only what stands close counts.
        near, least, around = 0, len(self._stack) - NEAR, block.holder
        for _ in range(3):
            if around is None or around.depth < least:
                break
            near |= around.cues
            around = around.holder
        regions = self.result.regions
        region = own.region
        parent = (
            regions[region].parent if regions[region].first == len(self.result.pieces) else region
        )
        return Marks(
            block.tag, block.path, own.cues | block.cues, near, own.above, max(0, parent),
            max(0, regions[max(0, parent)].parent), min(size, self._linked),
            min(size, self._strong),
            -1, self._time,
        )  # fmt: skip
