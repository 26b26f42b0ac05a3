"""From page bytes to the ledger: words a second, memory, cold start; spaCy beside it.

The folder holds pages (HTML or text, subfolders included). Words are those of the documents'
articles, the same for both. spaCy runs `en_core_web_sm` with tagger, parser and entities over
them, if it is installed (the `bench` extra); else its figures are 0. Each figure is taken in a
process of its own, since peak memory and cold start are those of a process.
"""

import json
import os
import pkgutil
import resource
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

WHOSE = (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)

PAGES = 300
"""Pages read at most, the first by name: a minute's work."""


class Measured(NamedTuple):
    """What one process reports."""

    words: int
    seconds: float
    peak_mb: float


def run(data: Path) -> dict[str, float]:
    """Figures of this machine, now: compare only what was measured in one run.

    Raises:
        InputError: CC106 if the folder holds no page.
    """
    from counterclaim.reading import find_sources

    find_sources(data)
    ledger, spacy = _measure("ledger", data), _measure("spacy", data)
    ours = ledger.words / ledger.seconds
    theirs = spacy.words / spacy.seconds if spacy.seconds else 0.0
    begun = time.perf_counter()
    _measure("cold", data)
    return {
        "words_per_s": round(ours, 1),
        "spacy_words_per_s": round(theirs, 1),
        "ratio": round(ours / theirs, 2) if theirs else 0.0,
        "peak_mb": round(ledger.peak_mb, 1),
        "cold_start_s": round(time.perf_counter() - begun, 2),
        "words": ledger.words,
    }


def _measure(what: str, data: Path) -> Measured:
    """Run one measurement in a process of its own."""
    command = [sys.executable, "-m", "benchmarks.speed", what, str(data)]
    done = subprocess.run(command, check=True, capture_output=True, text=True)
    return Measured(*json.loads(done.stdout.splitlines()[-1]))


def _ledger(data: Path) -> Measured:
    """Read all pages into one ledger as the commands do: a process a core, their start included."""
    from counterclaim.reading import Settings, find_sources, read_pages

    sources = find_sources(data)[:PAGES]
    begun = time.perf_counter()
    found = read_pages(sources, settings=Settings(processes=0))
    seconds = time.perf_counter() - begun
    words = sum(len(reading.document.text.split()) for reading in found.readings)
    return Measured(words, seconds, _peak())


def _spacy(data: Path) -> Measured:
    """Tag, parse and find entities in the same texts."""
    try:
        import spacy

        # Mirrors of the model carry a suffix.
        names = [m.name for m in pkgutil.iter_modules() if m.name.startswith("en_core_web_sm")]
        pipeline = spacy.load(names[0], exclude=["lemmatizer", "attribute_ruler"])
    except (ImportError, IndexError, OSError):
        return Measured(0, 0.0, 0.0)
    texts = _texts(data)
    pipeline("The mayor said that the bridge was closed.")
    begun = time.perf_counter()
    words = sum(len(document.text.split()) for document in pipeline.pipe(texts))
    return Measured(words, time.perf_counter() - begun, _peak())


def _texts(data: Path) -> list[str]:
    from counterclaim.errors import InputError
    from counterclaim.reading import Engine, find_sources

    engine, found = Engine(), []
    for source in find_sources(data)[:PAGES]:
        try:
            found.append(engine.open(source).document.text)
        except InputError:
            continue
    return found


def _cold(data: Path) -> Measured:
    """One short page, from nothing."""
    from counterclaim.reading import find_sources, read_pages

    read_pages(find_sources(data)[:1])
    return Measured(0, 0.0, _peak())


def _peak() -> float:
    """Highest memory so far in megabytes: this process's, and for each core its largest child's."""
    here, child = (resource.getrusage(of).ru_maxrss for of in WHOSE)
    used = here + child * (os.cpu_count() or 1)
    return used / (1024 * 1024 if sys.platform == "darwin" else 1024)


MEASURES: dict[str, Callable[[Path], Measured]] = {
    "ledger": _ledger,
    "spacy": _spacy,
    "cold": _cold,
}


if __name__ == "__main__":
    print(json.dumps(MEASURES[sys.argv[1]](Path(sys.argv[2]))))
