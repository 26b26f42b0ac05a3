"""The engine: one page's bytes to its :class:`Reading`."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cache, cached_property, partial
from pathlib import Path

import msgspec
from threadpoolctl import ThreadpoolController

from counterclaim.actors import Knowledge, with_user_file
from counterclaim.errors import InputError
from counterclaim.facts import Gazetteer
from counterclaim.language import Attribution, Reader, flowing
from counterclaim.pages import MAX_BYTES, Page, read_document
from counterclaim.reading.attributed import read_attributed
from counterclaim.records import Capture, Reading
from counterclaim.statements import ForceHead
from counterclaim.version import VERSION

__all__ = ["Engine", "Outcome", "Settings", "Source", "article_text", "find_sources"]

PAGE_SUFFIXES = (".html", ".htm", ".xhtml", ".txt", ".text", ".md")
OWN_HTML = b'<meta name="generator" content="Counterclaim">'
OWN_TEXT = b"This folder holds what was read about one incident"
"""By what a dossier and the text in an evidence pack are known."""

SNIFFED = 4096
"""Bytes in which they stand."""

PRIVATE = frozenset({"set-cookie", "set-cookie2"})
"""Headers that are not kept."""

ARTICLE_KINDS = frozenset({"headline", "body", "update", "note"})
"""Blocks whose words can hold the page's statements."""

Outcome = Reading | InputError
"""What became of a page: its reading, or why there is none."""


@dataclass(frozen=True)
class Settings:
    """What a reading depends on beside the bytes.

    Attributes:
        published: publication date that overrides the page's own (``YYYY-MM-DD[THH:MM]``).
        gazetteer: a CSV of places that come before the shipped ones.
        actors: a CSV of actors that come before the shipped ones.
        max_bytes: larger pages are refused (CC102).
        threads: processor threads for the encoder, 0 for all; has no influence on the result.
        processes: how many processes read a long list of pages, 0 for one a core; has no
            influence on the result. A script that sets it must be importable without effects
            (``if __name__ == "__main__":``), as :mod:`multiprocessing` demands.
    """

    published: str | None = None
    gazetteer: Path | None = None
    actors: Path | None = None
    max_bytes: int = MAX_BYTES
    threads: int = 0
    processes: int = 1


@dataclass(frozen=True)
class Source:
    """One page to read: its name for people, and where its bytes come from.

    ``retrieved`` (ISO 8601) and ``headers`` (names in lower case) are of the answer that brought
    it, where it was fetched or taken from an archive.
    """

    name: str
    data: bytes | None = field(default=None, repr=False)
    url: str | None = None
    retrieved: str | None = None
    headers: Mapping[str, str] = field(default_factory=dict, repr=False)

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


def _writable(name: str) -> str:
    """A file's name as characters alone: those of another encoding are written as escapes."""
    return name.encode("utf-8", "surrogateescape").decode("utf-8", "backslashreplace")


def find_sources(path: Path) -> list[Source]:
    """The pages in ``path``: the file itself, or a folder's pages by name, subfolders included.

    What this program wrote into a folder (dossiers, packs, exports) is passed over, and so is a
    read-me, which tells of the folder.

    Raises:
        InputError: CC106 if a folder holds no page.
    """
    if not path.is_dir():
        return [Source(str(path))]
    found = sorted(
        p
        for p in path.rglob("*")
        if p.suffix.lower() in PAGE_SUFFIXES and p.stem.lower() != "readme"
        if p.is_file() and not is_own(p)
    )
    if not found:
        raise InputError("CC106", name=path)
    return [Source(str(p)) for p in found]


def is_own(path: Path) -> bool:
    """Whether ``path`` is a file that this program wrote, and so tells nothing of its own."""
    if path.suffix.lower() == ".txt":
        # brat keeps a document's text beside its annotations.
        return path.with_suffix(".ann").exists() or _begins(path).startswith(OWN_TEXT)
    return path.suffix.lower() in (".html", ".htm", ".xhtml") and OWN_HTML in _begins(path)


def _begins(path: Path) -> bytes:
    try:
        with path.open("rb") as stream:
            return stream.read(SNIFFED)
    except OSError:
        # Reading the page will say so.
        return b""


class Engine:
    """The model and the tables, loaded only when first needed, and those shipped once a process."""

    def __init__(self, settings: Settings | None = None) -> None:
        self.settings = settings or Settings()

    @cached_property
    def reader(self) -> Reader:
        """The encoder and its heads."""
        return _reader(self.settings.threads)

    @cached_property
    def knowledge(self) -> Knowledge:
        """The shipped table of actors, under the user's own.

        Raises:
            OptionError: CC215 if the user's file makes no sense.
        """
        path = self.settings.actors
        return _knowledge() if path is None else with_user_file(_knowledge(), path)

    @cached_property
    def gazetteer(self) -> Gazetteer:
        """The shipped gazetteer, under the user's own.

        Raises:
            OptionError: CC202 if the user's file makes no sense.
        """
        path = self.settings.gazetteer
        return _gazetteer() if path is None else _gazetteer().with_user_file(path)

    @cached_property
    def name(self) -> str:
        """Versions of all that a reading depends on beside bytes and publication date."""
        model = self.reader.description.sha256["encoder.int8.onnx"][:8]
        own = {"places": self.settings.gazetteer, "actors": self.settings.actors}
        marks = [f"+{what}-{_digest(path)}" for what, path in own.items() if path is not None]
        return f"counterclaim-{VERSION}+model-{model}{''.join(marks)}"

    def open(self, source: Source) -> Page:
        """The page of ``source``, not yet read for statements.

        Raises:
            InputError: the page cannot be read.
            OptionError: the publication date given is no date.
        """
        data = source.read()
        with _blas().limit(limits=1):
            page = read_document(
                data,
                name=_writable(source.name),
                url=source.url,
                published=self.settings.published,
                max_bytes=self.settings.max_bytes,
            )
        return replace(page, capture=_received(page.capture, source))

    def read(self, pages: Sequence[Page]) -> list[Reading]:
        """Readings of ``pages``, in their order; one pass of the encoder over all of them."""
        with _blas().limit(limits=1):
            labels = self.reader.label([article_text(page) for page in pages])
            return [
                self._read_one(page, list(each.attributions), partial(each.classes, "force"))
                for page, each in zip(pages, labels, strict=True)
            ]

    def try_all(self, sources: Sequence[Source]) -> list[Outcome]:
        """What becomes of each of ``sources``, in their order."""
        opened: list[Page | InputError] = []
        for source in sources:
            try:
                opened.append(self.open(source))
            except InputError as error:
                opened.append(error)
        readings = iter(self.read([page for page in opened if isinstance(page, Page)]))
        return [next(readings) if isinstance(page, Page) else page for page in opened]

    def _read_one(
        self, page: Page, attributions: Sequence[Attribution], force_at: ForceHead | None = None
    ) -> Reading:
        reading = read_attributed(
            page,
            attributions,
            knowledge=self.knowledge,
            gazetteer=self.gazetteer,
            force_at=force_at,
        )
        document = msgspec.structs.replace(reading.document, engine=self.name)
        return msgspec.structs.replace(reading, document=document)


def _received(capture: Capture, source: Source) -> Capture:
    """The capture with when and how it was received; no cookies, which are somebody's."""
    if source.retrieved is None and not source.headers:
        return capture
    headers = {k: v for k, v in sorted(source.headers.items()) if k not in PRIVATE}
    media = headers.get("content-type", "").partition(";")[0].strip().lower()
    return msgspec.structs.replace(
        capture, retrieved=source.retrieved, headers=headers, media_type=media or None
    )


def _digest(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()[:8]


@cache
def _reader(threads: int) -> Reader:
    return Reader(threads=threads)


@cache
def _knowledge() -> Knowledge:
    return Knowledge.load()


@cache
def _gazetteer() -> Gazetteer:
    return Gazetteer.load()


@cache
def _blas() -> ThreadpoolController:
    """Numpy's linear algebra: it would start threads for products that are done before they run."""
    return ThreadpoolController()


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
    return "\n".join([" " * len(line) for line in text.split("\n")])
