"""Same bytes, same ledger: whatever the process, the company, the order, the threads."""

import io
import os
import subprocess
import sys
from pathlib import Path

import msgspec
import pytest

from counterclaim import (
    Ledger,
    Reading,
    Settings,
    Source,
    build_dossier,
    read_pages,
    render_html,
    write_ndjson,
)
from counterclaim.reading import Engine

EXAMPLES = Path(__file__).parents[1] / "examples"
PAGES = sorted([*EXAMPLES.glob("*.html"), EXAMPLES / "flattened.txt"])
PROGRAM = """
import sys
from counterclaim import Settings, build_dossier, read_pages, render_html, write_ndjson
ledger = read_pages(sys.argv[2:], settings=Settings(threads=int(sys.argv[1])))
sys.stdout.reconfigure(encoding="utf-8", newline="\\n")
write_ndjson(ledger, sys.stdout)
sys.stdout.write(render_html(build_dossier(ledger)))
"""


def sources() -> list[Source]:
    return [Source(path.name, path.read_bytes()) for path in PAGES]


def ndjson(ledger: Ledger) -> str:
    stream = io.StringIO()
    write_ndjson(ledger, stream)
    return stream.getvalue()


@pytest.fixture(scope="module")
def whole() -> Ledger:
    return read_pages(sources())


def encoded(reading: Reading) -> bytes:
    return msgspec.json.encode(reading)


def in_a_process(seed: str, threads: int) -> bytes:
    done = subprocess.run(
        [sys.executable, "-c", PROGRAM, str(threads), *map(str, PAGES)],
        env={**os.environ, "PYTHONHASHSEED": seed},
        capture_output=True,
        check=True,
    )
    return done.stdout


def test_no_hash_seed_and_no_thread_shows_in_the_output() -> None:
    first = in_a_process("1", 1)
    assert len(first) > 10_000
    assert in_a_process("4242", 2) == first


def test_a_page_reads_the_same_alone_and_in_company() -> None:
    """A ledger merges actors over its pages; what is read of each page is the page's alone."""
    engine = Engine(Settings(threads=1))
    pages = [engine.open(source) for source in sources()]
    together = engine.read(pages)
    assert len(together) == len(PAGES)
    for page, reading in zip(pages, together, strict=True):
        assert encoded(engine.read([page])[0]) == encoded(reading)


def test_the_order_of_the_pages_does_not_change_what_they_say(whole: Ledger) -> None:
    for turned in (sources()[::-1], sources()[2:] + sources()[:2]):
        ledger = read_pages(turned)
        found = {reading.document.id: encoded(reading) for reading in ledger.readings}
        assert found == {reading.document.id: encoded(reading) for reading in whole.readings}


def test_the_order_of_the_pages_does_not_change_the_ledger(whole: Ledger) -> None:
    backwards = read_pages(sources()[::-1])
    for name in whole.__struct_fields__:
        if name != "readings":
            assert getattr(backwards, name) == getattr(whole, name), name


def test_the_order_of_the_pages_does_not_change_the_files(whole: Ledger) -> None:
    backwards = read_pages(sources()[::-1])
    assert ndjson(backwards) == ndjson(whole)
    assert render_html(build_dossier(backwards)) == render_html(build_dossier(whole))
