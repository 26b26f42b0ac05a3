"""Tools that read articles out of pages: trafilatura, resiliparse, readability-lxml.

Each is measured where it is installed (extra `bench`) and left out with a note where it is not.
"""

import importlib
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from types import ModuleType
from typing import NamedTuple

Extract = Callable[[bytes], tuple[str, str]]
"""Bytes of a page to the article's text, its title before it, and the comments' text."""


class Peer(NamedTuple):
    """A tool: its name in reports, and what it makes of a page."""

    name: str
    extract: Extract


def installed() -> Iterator[Peer]:
    """The tools that are there, in order."""
    for name, module, make in _MAKERS:
        try:
            found = importlib.import_module(module)
        except ImportError:
            print(f"{name} is not installed: left out", file=sys.stderr)
        else:
            yield Peer(name, make(found))


def read_all(peer: Peer, contents: Sequence[bytes]) -> tuple[list[tuple[str, str]], float]:
    """What a tool makes of every page, and pages a second on one core; nothing where it fails."""
    begun = time.process_time()
    found = []
    for content in contents:
        try:
            found.append(peer.extract(content))
        except Exception as error:  # noqa: BLE001  (a tool that fails on a page has found nothing)
            print(f"{peer.name}: {error!r}"[:200], file=sys.stderr)
            found.append(("", ""))
    return found, len(contents) / max(time.process_time() - begun, 1e-9)


def _trafilatura(module: ModuleType) -> Extract:
    """Trafilatura with its defaults: tables and comments in."""

    def extract(content: bytes) -> tuple[str, str]:
        read = module.bare_extraction(content, include_comments=True, include_tables=True)
        if read is None:
            return "", ""
        return f"{read.title or ''} {read.text or ''}", read.comments or ""

    return extract


def _resiliparse(module: ModuleType) -> Extract:
    """Resiliparse; its comments are what it keeps with ``comments=True`` and drops without."""
    html = importlib.import_module("resiliparse.parse.html")
    encoding = importlib.import_module("resiliparse.parse.encoding")

    def extract(content: bytes) -> tuple[str, str]:
        tree = html.HTMLTree.parse_from_bytes(content, encoding.detect_encoding(content))
        title = tree.title or ""
        plain, more = (
            module.extract_plain_text(tree, main_content=True, alt_texts=False, comments=kept)
            for kept in (False, True)
        )
        known = set(plain.splitlines())
        comments = [line for line in more.splitlines() if line not in known]
        return f"{title} {plain}", "\n".join(comments)

    return extract


def _readability(module: ModuleType) -> Extract:
    """readability-lxml, which knows no comments."""
    html = importlib.import_module("lxml.html")

    def extract(content: bytes) -> tuple[str, str]:
        document = module.Document(content)
        shown = html.fromstring(document.summary()).text_content()
        return f"{document.short_title()} {shown}", ""

    return extract


_MAKERS: tuple[tuple[str, str, Callable[[ModuleType], Extract]], ...] = (
    ("trafilatura", "trafilatura", _trafilatura),
    ("resiliparse", "resiliparse.extract.html2text", _resiliparse),
    ("readability", "readability", _readability),
)
