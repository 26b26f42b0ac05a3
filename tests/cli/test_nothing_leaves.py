"""Reading pages tells nobody: nothing is sent, and nothing is left in the reader's home."""

import os
import subprocess
import sys
from pathlib import Path

from tests.cli.test_read import PAGE

WATCHING = """
import socket, sys

def refuse(*_):
    raise SystemExit("somebody was called")

socket.socket.connect = socket.getaddrinfo = refuse
from counterclaim.cli.main import main
main(sys.argv[1:])
"""


def test_reading_leaves_no_trace(tmp_path: Path) -> None:
    home = tmp_path / "home"
    home.mkdir()
    (tmp_path / "page.txt").write_text(PAGE, encoding="utf-8")
    left = {"HOME": str(home), "PATH": os.environ["PATH"]}
    command = [sys.executable, "-c", WATCHING, "read", str(tmp_path / "page.txt")]
    done = subprocess.run(command, env=left, cwd=tmp_path, capture_output=True, check=False)
    assert done.returncode == 0, done.stderr
    # The model's runtime would keep a number there by which its maker knows the machine again.
    assert list(home.rglob("*")) == []
    assert b"telemetry" not in done.stderr
