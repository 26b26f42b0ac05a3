"""The whole way in one place: bytes to :class:`Reading`, many pages to :class:`Ledger`.

A reading is a pure function of (bytes, settings, engine version). Nothing here prints; progress
is handed to a callback, and a page that cannot be read becomes a :class:`Problem` while the
rest goes on.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from itertools import islice
from pathlib import Path

import msgspec

from counterclaim.actors import Cast, Knowledge
from counterclaim.comments import triage_comments
from counterclaim.errors import CounterclaimError, InputError, message
from counterclaim.facts import Gazetteer, claim_sentences, extract_facts
from counterclaim.language import Attribution, Reader, flowing
from counterclaim.ledger import build_ledger
from counterclaim.pages import MAX_BYTES, Page, read_document
from counterclaim.records import Ledger, Problem, Reading, Statement
from counterclaim.statements import add_outlet_statements, find_statements
from counterclaim.version import VERSION

__all__ = [
    "Engine",
    "Settings",
    "Source",
    "find_sources",
    "problem_of",
    "read_page",
    "read_pages",
]

PAGE_SUFFIXES = (".html", ".htm", ".xhtml", ".txt", ".text", ".md")
BATCH = 32
"""Pages whose windows go through the encoder together; the labels do not depend on it."""

ARTICLE_KINDS = frozenset({"headline", "body", "update", "note"})
"""Blocks whose words can hold the page's statements."""

Progress = Callable[[int], None]


@dataclass(frozen=True)
class Settings:
    """What a reading depends on beside the bytes.

    Attributes:
        published: publication date that overrides the page's own (``YYYY-MM-DD[THH:MM]``).
        gazetteer: a CSV of places that come before the shipped ones.
        max_bytes: larger pages are refused (CC102).
        threads: processor threads for the encoder, 0 for all; has no influence on the result.
    """

    published: str | None = None
    gazetteer: Path | None = None
    max_bytes: int = MAX_BYTES
    threads: int = 0


@dataclass(frozen=True)
class Source:
    """One page to read: its name for people, and where its bytes come from."""

    name: str
    data: bytes | None = field(default=None, repr=False)
    url: str | None = None

    def read(self) -> bytes:
        """The bytes.

        Raises:
            InputError: CC104 if the file cannot be read.
        """
        if self.data is not None:
            return self.data
        try:
            return Path(self.name).read_bytes()
        except OSError as error:
            reason = error.strerror or type(error).__name__
            raise InputError("CC104", name=self.name, reason=reason) from error


def find_sources(path: Path) -> list[Source]:
    """The pages in ``path``: the file itself, or a folder's pages by name, subfolders included.

    Raises:
        InputError: CC106 if a folder holds no page.
    """
    if not path.is_dir():
        return [Source(str(path))]
    found = sorted(p for p in path.rglob("*") if p.suffix.lower() in PAGE_SUFFIXES and p.is_file())
    if not found:
        raise InputError("CC106", name=path)
    return [Source(str(p)) for p in found]


class Engine:
    """The model and the tables, loaded once and only when first needed."""

    def __init__(self, settings: Settings | None = None) -> None:
        self.settings = settings or Settings()

    @cached_property
    def reader(self) -> Reader:
        """The encoder and its heads."""
        return Reader(threads=self.settings.threads)

    @cached_property
    def knowledge(self) -> Knowledge:
        """The table of actors."""
        return Knowledge.load()

    @cached_property
    def gazetteer(self) -> Gazetteer:
        """The shipped gazetteer, under the user's own.

        Raises:
            OptionError: CC202 if the user's file makes no sense.
        """
        shipped = Gazetteer.load()
        path = self.settings.gazetteer
        return shipped if path is None else shipped.with_user_file(path)

    @cached_property
    def name(self) -> str:
        """Versions of all that a reading depends on beside bytes and publication date."""
        model = self.reader.description.sha256["encoder.int8.onnx"][:8]
        path = self.settings.gazetteer
        own = "" if path is None else f"+places-{hashlib.sha256(path.read_bytes()).hexdigest()[:8]}"
        return f"counterclaim-{VERSION}+model-{model}{own}"

    def open(self, source: Source) -> Page:
        """The page of ``source``, not yet read for statements.

        Raises:
            InputError: the page cannot be read.
            OptionError: the publication date given is no date.
        """
        return read_document(
            source.read(),
            name=source.name,
            url=source.url,
            published=self.settings.published,
            max_bytes=self.settings.max_bytes,
        )

    def read(self, pages: Sequence[Page]) -> list[Reading]:
        """Readings of ``pages``, in their order; one pass of the encoder over all of them."""
        attributions = self.reader.attributions([article_text(page) for page in pages])
        return [self._read_one(p, a) for p, a in zip(pages, attributions, strict=True)]

    def _read_one(self, page: Page, attributions: Sequence[Attribution]) -> Reading:
        cast = Cast(page, self.knowledge)
        statements: list[Statement] = find_statements(page, attributions, cast)
        own = claim_sentences(page, statements)
        statements = add_outlet_statements(page, statements, own, cast)
        facts = extract_facts(page, statements, cast, self.gazetteer)
        return Reading(
            capture=page.capture,
            document=msgspec.structs.replace(page.document, engine=self.name),
            blocks=list(page.blocks),
            statements=list(facts.statements),
            actors=cast.actors(),
            places=list(facts.places),
            moments=list(facts.moments),
            counts=list(facts.counts),
            events=list(facts.events),
            intents=list(facts.intents),
            comments=triage_comments(page),
            unresolved=list(facts.unresolved),
            problems=list(page.problems),
        )


def article_text(page: Page) -> str:
    """The page's text with everything but the article blanked out, offsets unchanged.

    Comments, captions and navigation never reach the encoder: nothing in them can become, or take
    part in, one of the article's statements. Nor can the words that mark an update.
    """
    text = page.document.text
    parts: list[str] = []
    position = 0
    for block in page.blocks:
        start, end = block.span.range
        kept = block.kind in ARTICLE_KINDS
        parts.append(_blank(text[position:start]))
        label = block.label.end if block.label is not None else start
        parts.append(" " * (label - start))
        parts.append(flowing(text[label:end]) if kept else _blank(text[label:end]))
        position = end
    parts.append(_blank(text[position:]))
    return "".join(parts).rstrip(" ")


def _blank(text: str) -> str:
    return "".join("\n" if c == "\n" else " " for c in text)


def read_page(
    page: Path | str | bytes,
    *,
    name: str | None = None,
    url: str | None = None,
    settings: Settings | None = None,
) -> Reading:
    """Read one page: a file's path, or its bytes.

    Raises:
        InputError: the page cannot be read.
        OptionError: a setting makes no sense.
    """
    engine = Engine(settings)
    return engine.read([engine.open(_source(page, name, url))])[0]


def read_pages(
    pages: Iterable[Path | str | bytes | Source],
    *,
    settings: Settings | None = None,
    progress: Progress | None = None,
) -> Ledger:
    """Read pages and put them together.

    A page that cannot be read is listed in ``problems`` of the ledger; the others are read all the
    same. Pages with the same bytes are read once. ``progress`` is called with the number of pages
    done since the last call.

    Raises:
        OptionError: a setting makes no sense (this stops the batch).
    """
    engine = Engine(settings)
    sources = iter([p if isinstance(p, Source) else _source(p, None, None) for p in pages])
    readings: list[Reading] = []
    problems: list[Problem] = []
    seen: set[str] = set()
    while batch := list(islice(sources, BATCH)):
        opened = list(_open_all(engine, batch, seen, problems))
        readings.extend(engine.read(opened))
        if progress is not None:
            progress(len(batch))
    return build_ledger(readings, problems)


def _source(page: Path | str | bytes, name: str | None, url: str | None) -> Source:
    if isinstance(page, bytes):
        digest = hashlib.sha256(page).hexdigest()[:12]
        return Source(name or f"bytes-{digest}", page, url)
    if name is None:
        return Source(str(page), None, url)
    return Source(name, Path(page).read_bytes(), url)


def _open_all(
    engine: Engine, sources: Iterable[Source], seen: set[str], problems: list[Problem]
) -> Iterator[Page]:
    for source in sources:
        try:
            page = engine.open(source)
        except InputError as error:
            problems.append(problem_of(source.name, error))
            continue
        if page.document.id in seen:
            text = message("CC904", name=source.name)
            problems.append(_record(source.name, "CC904", "warning", text))
            continue
        seen.add(page.document.id)
        yield page


def problem_of(name: str, error: CounterclaimError) -> Problem:
    """The record of an input that gave no reading."""
    return _record(name, error.code, "error", str(error))


def _record(name: str, code: str, severity: str, text: str) -> Problem:
    digest = hashlib.sha256(f"{name}\0{code}".encode()).hexdigest()[:12]
    return Problem(
        id=f"x-{digest}",
        name=name,
        code=code,
        severity="warning" if severity == "warning" else "error",
        message=text,
    )
