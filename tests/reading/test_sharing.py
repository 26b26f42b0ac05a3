"""Copies of a process do what it would do alone."""

import os
import subprocess
import sys
from functools import partial
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from counterclaim.ledger import in_order
from counterclaim.reading.sharing import MANY, Copies, spread_over

ONLY_WHERE_COPIED = pytest.mark.skipif(sys.platform != "linux", reason="no copies are made here")


def in_new_process(script: str, *arguments: str | Path) -> str:
    """What a script prints in a process that has no threads and no encoder."""
    command = [sys.executable, "-c", script, *map(str, arguments)]
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout


def whose(number: int) -> tuple[int, int]:
    """A number with the process that looked at it."""
    return number, os.getpid()


@given(st.lists(st.integers()))
def test_in_order_does_one_after_the_other(items: list[int]) -> None:
    seen: list[int] = []

    def work(item: int) -> str:
        seen.append(item)
        return str(item)

    assert in_order(work, items) == [str(item) for item in items]
    assert seen == items


def test_one_process_needs_no_copies() -> None:
    assert spread_over(1) is in_order
    assert spread_over(2) == Copies(2)
    assert spread_over(5).processes == 5  # type: ignore[attr-defined]


def test_a_little_is_done_here() -> None:
    found = Copies(2)(whose, range(MANY - 1))
    assert found == [(number, os.getpid()) for number in range(MANY - 1)]


def test_all_is_done_here_where_copying_is_not_safe(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "onnxruntime", sys)
    found = Copies(2)(whose, range(MANY))
    assert found == [(number, os.getpid()) for number in range(MANY)]


COUNTING = """
import os, sys
from counterclaim.reading.sharing import MANY, Copies
text = "abc"
def work(number):
    return number, os.getpid(), text * number
for processes in (2, 3, 7):
    for many in (MANY, MANY + 1, 2 * MANY + 5):
        found = Copies(processes)(work, list(range(many)))
        assert [number for number, _, _ in found] == list(range(many))
        assert all(said == text * number for number, _, said in found)
        pids = {pid for _, pid, _ in found}
        assert len(pids) == processes and os.getpid() in pids, pids
print("done")
"""


@ONLY_WHERE_COPIED
def test_results_are_in_the_order_of_the_items_whoever_did_the_work() -> None:
    assert in_new_process(COUNTING) == "done\n"


FAILING = """
import os, signal, sys
from counterclaim.reading.sharing import MANY, Copies
here = os.getpid()
def dies(number):
    if os.getpid() != here and number == 9:
        os.kill(os.getpid(), signal.SIGKILL)
    return -number
def unwieldy(number):
    return lambda: number
def wrong(number):
    return 1 // (number - 9)
assert Copies(2)(dies, list(range(MANY))) == [-number for number in range(MANY)]
assert [f() for f in Copies(2)(unwieldy, list(range(MANY)))] == list(range(MANY))
try:
    Copies(2)(wrong, list(range(MANY)))
except ZeroDivisionError:
    print("raised here")
"""


@ONLY_WHERE_COPIED
def test_what_a_copy_fails_in_is_done_here() -> None:
    assert in_new_process(FAILING) == "raised here\n"


PAGE = """Ferry strikes pier {number} in {place}

The harbour master of {place} said on Monday that {hurt} people were hurt. "It was
the fog," he said.

The ministry denied that the pilot of boat {number} was asleep. Later it confirmed that {hurt}
people had been killed.
"""

LEDGER = """
import sys
from pathlib import Path
from counterclaim.exports import write_ndjson
from counterclaim.reading import Settings, batch, find_sources, read_pages, sharing
from counterclaim.ledger import in_order
sharing.MANY = 4
given = Settings(published="2031-03-03", processes=2)
copied = []
class Seen(sharing.Copies):
    def __call__(self, work, items):
        found = super().__call__(work, items)
        copied.append(len(items) >= 4 and sharing.starting().get_start_method() == "fork")
        return found
batch.spread_over = {"shared": Seen, "alone": lambda _: in_order}[sys.argv[2]]
ledger = read_pages(find_sources(Path(sys.argv[1])), settings=given)
with Path(sys.argv[3]).open("w", encoding="utf-8") as stream:
    write_ndjson(ledger, stream)
print(sum(copied))
"""


@ONLY_WHERE_COPIED
def test_a_ledger_that_copies_put_together_is_the_same(tmp_path: Path) -> None:
    pages = tmp_path / "pages"
    pages.mkdir()
    for number in range(40):
        place = ("Dubrin", "Karsk", "Ostrel", "Lomar", "Tevin")[number % 5]
        text = PAGE.format(number=number, place=place, hurt=number % 4 + 2)
        (pages / f"page-{number:02}.txt").write_text(text)
    run = partial(in_new_process, LEDGER, pages)
    assert run("alone", tmp_path / "alone.ndjson") == "0\n"
    # Signatures, pairs, what an incident's pages say, and who answers whom.
    assert int(run("shared", tmp_path / "shared.ndjson")) >= 3
    alone, shared = (tmp_path / f"{name}.ndjson" for name in ("alone", "shared"))
    assert alone.read_bytes() == shared.read_bytes()
    assert alone.read_bytes().count(b"harbour master") >= 40
