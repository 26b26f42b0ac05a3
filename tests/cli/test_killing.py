"""``counterclaim add`` killed at any moment: what it said was added is there, and nothing half."""

import random
import subprocess
import sys
import time
from pathlib import Path

from tests.cli.test_read import PAGE, run

from counterclaim.store import Store, verify

KILLS = 4
PAGES = 60


def test_what_was_acknowledged_is_kept_and_the_run_can_be_repeated(tmp_path: Path) -> None:
    chance = random.Random(5)
    folder, url = tmp_path / "pages", f"sqlite:///{tmp_path}/ledger.db"
    folder.mkdir()
    for number in range(PAGES):
        text = PAGE.replace("two people", f"{number + 10} people")
        (folder / f"{number:02}.txt").write_text(text, encoding="utf-8")
    run("init", "--store", url)
    acknowledged: set[str] = set()
    for kill in range(KILLS):
        acknowledged |= added_until_killed(folder, url, tmp_path / f"out{kill}", chance)
        store = Store.open(url)
        assert list(verify(store)) == []
        assert acknowledged <= {held.document for held in store.held()}
        store.close()
    assert acknowledged
    assert run("add", folder, "--store", url, "-q").exit_code == 0
    assert run("verify", "--store", url, "--no-derive").exit_code == 0
    assert len(run("list", "--store", url).stdout.splitlines()) == PAGES


def added_until_killed(folder: Path, url: str, out: Path, chance: random.Random) -> set[str]:
    command = [sys.executable, "-m", "counterclaim", "add", str(folder), "--store", url, "-q"]
    with out.open("wb") as stream:
        process = subprocess.Popen(command, stdout=stream)
        while b"added" not in out.read_bytes() and process.poll() is None:
            time.sleep(0.01)
        time.sleep(chance.uniform(0, 0.3))
        process.kill()
        process.wait()
    whole = out.read_text(encoding="utf-8").split("\n")[:-1]
    return {line.split()[1] for line in whole}
