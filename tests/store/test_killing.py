"""Killed at any moment: nothing acknowledged is lost, nothing is left half."""

import random
import subprocess
import sys
import time
from pathlib import Path

from tests.store.conftest import make_entry

from counterclaim.store import Store, verify
from counterclaim.store.exchange import export_store, import_store

KILLS = 4

ADD_FOREVER = """
import sys
from counterclaim.store import Store
from tests.store.conftest import make_entry
store = Store.open(sys.argv[1])
for number in range(int(sys.argv[2]), 1_000_000):
    [added] = store.add([make_entry(f"Officials said {number} had died. " * 200)], who="engine")
    print(added.held.document, flush=True)
    store.decide("note", added.held.document, who="Ana", reason=f"seen {number}")
    print(f"seen {number}", flush=True)
"""


def test_nothing_is_lost_and_nothing_is_half(url: str, tmp_path: Path) -> None:
    chance = random.Random(url)
    Store.create(url).close()
    acknowledged: set[str] = set()
    for kill in range(KILLS):
        out = tmp_path / f"out{kill}"
        with out.open("wb") as stream:
            command = [sys.executable, "-c", ADD_FOREVER, url, str(kill * 10_000)]
            process = subprocess.Popen(command, stdout=stream, cwd=Path(__file__).parents[2])
            _wait_for_first(out, process)
            time.sleep(chance.uniform(0, 0.2))
            process.kill()
            process.wait()
        acknowledged.update(out.read_text(encoding="utf-8").split("\n")[:-1])
        store = Store.open(url)
        assert list(verify(store)) == []
        decided = {one.reason for one in store.decisions()}
        assert acknowledged <= {held.document for held in store.held()} | decided
        store.close()
    assert len(acknowledged) >= KILLS


IMPORT = """
import sys
from counterclaim.store import Store
from counterclaim.store.exchange import import_store
store = Store.create(sys.argv[1])
print("begun", flush=True)
with open(sys.argv[2], "rb") as stream:
    import_store(store, stream, name="x")
"""


def test_what_is_imported_is_there_as_a_whole_or_not_at_all(
    url: str, store: Store, other: Store, tmp_path: Path
) -> None:
    pages = 60
    other.add(
        [make_entry(f"Officials said {number} had died. " * 99) for number in range(pages)], who="e"
    )
    path = tmp_path / "whole.ndjson"
    with path.open("wb") as stream:
        export_store(other, stream)
    chance = random.Random(url)
    for kill in range(KILLS):
        out = tmp_path / f"out{kill}"
        with out.open("wb") as stream:
            command = [sys.executable, "-c", IMPORT, url, str(path)]
            process = subprocess.Popen(command, stdout=stream, cwd=Path(__file__).parents[2])
            _wait_for_first(out, process)
            time.sleep(chance.uniform(0, 0.2))
            process.kill()
            process.wait()
        assert list(verify(store)) == []
        if store.held():
            break
        assert list(store.chain()) == []
    else:
        with path.open("rb") as lines:
            import_store(store, lines, name="x")
    assert len(store.held()) == pages
    assert list(verify(store)) == list(verify(other)) == []


def _wait_for_first(out: Path, process: subprocess.Popen[bytes]) -> None:
    """Until the process has acknowledged something, so that there is something to lose."""
    while out.stat().st_size == 0:
        assert process.poll() is None, "it ended by itself"
        time.sleep(0.01)
