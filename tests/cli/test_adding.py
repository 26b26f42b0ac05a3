"""What ``add`` takes: pipes, folders, archives, odd names and addresses."""

import io
import os
from pathlib import Path

import pytest
from tests.cli.test_read import PAGE, run
from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter


@pytest.fixture
def store(tmp_path: Path) -> list[str]:
    """``--store URL`` of a store with nothing in it."""
    option = ["--store", f"sqlite:///{tmp_path}/ledger.db"]
    assert run("init", *option).exit_code == 0
    return option


def test_what_comes_through_pipes_are_pages_of_their_own(store: list[str]) -> None:
    for text in (PAGE, PAGE.replace("two", "three"), PAGE):
        assert run("add", "-", *store, "-q", stdin=text).exit_code == 0
    listed = run("list", *store).stdout.splitlines()
    assert len(listed) == len(set(listed)) == 2
    assert all("  standard input " in line for line in listed)


def test_names_and_addresses_that_are_odd(store: list[str], tmp_path: Path) -> None:
    (tmp_path / os.fsdecode(b"caf\xe9.txt")).write_text(PAGE, encoding="utf-8")
    assert run("add", tmp_path / os.fsdecode(b"caf\xe9.txt"), *store).exit_code == 0
    assert "caf\\xe9.txt" in run("list", *store).stdout
    refused = run("add", "ftp://paper.invalid/x", *store)
    assert refused.exit_code == 3
    assert "CC601" in refused.stderr


def test_web_archives_in_a_folder_are_read_too(store: list[str], tmp_path: Path) -> None:
    folder = tmp_path / "pages" / "deep"
    folder.mkdir(parents=True)
    with (folder / "b.warc.gz").open("wb") as stream:
        writer = WARCWriter(stream, gzip=True)
        answer = StatusAndHeaders("200 OK", [("Content-Type", "text/html")], protocol="HTTP/1.1")
        body = f"<p>{PAGE}</p>".encode()
        record = writer.create_warc_record(
            "https://paper.invalid/a",
            "response",
            payload=io.BytesIO(body),
            length=len(body),
            http_headers=answer,
        )
        writer.write_record(record)
    (folder / "broken.warc").write_bytes(b"no archive")
    added = run("add", tmp_path / "pages", *store)
    assert added.exit_code == 1
    assert "CC104" in added.stderr
    assert "https://paper.invalid/a" in added.stdout
