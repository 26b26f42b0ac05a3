"""Several processes read what one does."""

import os
import pickle
import subprocess
import sys
import threading
from collections.abc import Sequence
from concurrent.futures.process import BrokenProcessPool
from pathlib import Path
from typing import Self

import pytest

from counterclaim import Settings, Source, read_pages
from counterclaim.errors import CounterclaimError, InputError, OptionError
from counterclaim.reading import parallel
from counterclaim.reading.engine import Engine
from counterclaim.reading.parallel import PAYS_FROM, processes_for, read_side_by_side, starting

PLACES = ("Dubrin", "Karsk", "Ostrel", "Lomar", "Tevin")


def page(number: int) -> bytes:
    """A short page, no two alike."""
    place = PLACES[number % len(PLACES)]
    return (
        f"Ferry strikes pier in {place}\n\n"
        f'The harbour master said on Monday that {number + 2} people were hurt. "It was the fog," '
        f"he said.\n\nThe ministry denied that the pilot of boat {number} was asleep.\n"
    ).encode()


def sources(count: int) -> list[Source]:
    """Pages, one of them empty, one twice."""
    found = [Source(f"page-{number}.txt", page(number)) for number in range(count)]
    found[3] = Source("empty.txt", b"")
    found[7] = Source("again.txt", page(0))
    return found


def test_the_ledger_does_not_depend_on_the_number_of_processes() -> None:
    pages, seen = sources(PAYS_FROM + 5), list[int]()
    alone = read_pages(pages, settings=Settings(published="2031-03-03"))
    together = read_pages(
        pages, settings=Settings(published="2031-03-03", processes=2), progress=seen.append
    )
    assert together == alone
    assert len(alone.readings) == PAYS_FROM + 3
    assert sum(seen) == PAYS_FROM + 5
    assert sorted(p.code for p in together.problems) == sorted(p.code for p in alone.problems)
    assert {p.name for p in together.problems} == {"empty.txt", "again.txt"}


def test_few_pages_are_read_here(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> None:
        raise AssertionError("a process was started")

    monkeypatch.setattr("counterclaim.reading.batch.read_side_by_side", refuse)
    found = read_pages(sources(9), settings=Settings(processes=2))
    assert len(found.readings) == 7


def test_a_setting_that_makes_no_sense_stops_the_batch_as_it_does_in_one_process() -> None:
    with pytest.raises(OptionError) as caught:
        read_pages(sources(PAYS_FROM), settings=Settings(published="soon", processes=2))
    with pytest.raises(OptionError) as expected:
        read_pages(sources(PAYS_FROM), settings=Settings(published="soon"))
    assert str(caught.value) == str(expected.value)


def test_copies_read_what_processes_from_nothing_read(tmp_path: Path) -> None:
    for number in range(PAYS_FROM):
        (tmp_path / f"page-{number:02}.txt").write_bytes(page(number))
    script = """
import sys
from pathlib import Path
from counterclaim.exports import write_ndjson
from counterclaim.reading import Settings, find_sources, parallel, read_pages
if __name__ == "__main__":
    if sys.argv[2] != "either":
        parallel.starting = lambda: parallel.multiprocessing.get_context(sys.argv[2])
    else:
        print(parallel.starting().get_start_method())
    given = Settings(published="2031-03-03", processes=2)
    ledger = read_pages(find_sources(Path(sys.argv[1])), settings=given)
    with Path(sys.argv[3]).open("w", encoding="utf-8") as stream:
        write_ndjson(ledger, stream)
"""
    (tmp_path / "script.py").write_text(script)
    told = {
        how: subprocess.run(
            [sys.executable, tmp_path / "script.py", tmp_path, how, tmp_path / f"{how}.ndjson"],
            check=True,
            capture_output=True,
            text=True,
        )
        for how in ("either", "spawn")
    }
    assert told["either"].stdout.split() == ["fork" if sys.platform == "linux" else "spawn"]
    assert told["either"].stderr == ""
    copied, new = ((tmp_path / f"{how}.ndjson").read_bytes() for how in ("either", "spawn"))
    assert copied == new
    assert copied.count(b"harbour master") >= PAYS_FROM


def test_processes_are_copies_only_where_nothing_is_lost(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "platform", "linux")
    monkeypatch.delitem(sys.modules, "onnxruntime", raising=False)
    monkeypatch.setattr(threading, "active_count", lambda: 1)
    assert starting().get_start_method() == "fork"
    monkeypatch.setitem(sys.modules, "onnxruntime", sys)
    assert starting().get_start_method() == "spawn"
    monkeypatch.delitem(sys.modules, "onnxruntime")
    monkeypatch.setattr(sys, "platform", "win32")
    assert starting().get_start_method() == "spawn"
    monkeypatch.setattr(sys, "platform", "linux")
    monkeypatch.setattr(threading, "active_count", lambda: 2)
    assert starting().get_start_method() == "spawn"


class _Dying:
    """A pool whose processes die at once."""

    def __init__(self, *_: object) -> None:
        self.asked = 0

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        return None

    def submit(self, *_: object) -> None:
        self.asked += 1
        raise BrokenProcessPool("gone")


def test_pages_of_a_process_that_died_are_read_all_the_same(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(parallel, "ProcessPoolExecutor", _Dying)
    batches: list[Sequence[Source]] = [sources(9)[:5], sources(9)[5:]]
    found = list(read_side_by_side(iter(batches), Settings(processes=2), 2))
    assert [batch for batch, _ in found] == batches
    outcomes = [outcome for _, batch in found for outcome in batch]
    expected = Engine(Settings()).try_all(sources(9))
    assert [str(o) for o in outcomes] == [str(o) for o in expected]


def test_processes_are_counted_by_the_machine_unless_given() -> None:
    assert processes_for(Settings()) == 1
    assert processes_for(Settings(processes=3)) == 3
    assert processes_for(Settings(processes=0)) == (os.cpu_count() or 1)


@pytest.mark.parametrize(
    "error", [InputError("CC104", name=Path("a b"), reason="gone"), OptionError("CC201", value="x")]
)
def test_an_error_leaves_a_process_whole(error: CounterclaimError) -> None:
    again = pickle.loads(pickle.dumps(error))  # noqa: S301 - our own bytes
    assert type(again) is type(error)
    assert (again.code, again.fields, str(again)) == (error.code, error.fields, str(error))
