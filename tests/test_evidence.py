"""A pack can be read without us, and shows when a byte was changed."""

import csv
import hashlib
import io
import json
import zipfile
from pathlib import Path

import pytest
from warcio.archiveiterator import ArchiveIterator

from counterclaim.evidence import write_pack
from counterclaim.exports import read_ndjson
from counterclaim.ledger import build_ledger
from tests.store.conftest import make_entry

# warcio's writer leaves its temporary file to the collector.
pytestmark = [
    pytest.mark.filterwarnings("ignore:Unclosed file:ResourceWarning"),
    pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning"),
]

TEXT = "Officials said, “the \U0001f6a2 sank”."


def pack(path: Path) -> dict[str, bytes]:
    entry = make_entry(TEXT)
    ledger = build_ledger([entry.reading])
    write_pack(ledger, {entry.reading.capture.sha256: entry.data}, path)
    with zipfile.ZipFile(path) as package:
        return {name: package.read(name) for name in package.namelist()}


def test_the_manifest_names_every_file_and_its_hash(tmp_path: Path) -> None:
    files = pack(tmp_path / "p.zip")
    manifest = json.loads(files.pop("manifest.json"))
    assert manifest == {name: hashlib.sha256(data).hexdigest() for name, data in files.items()}
    assert all(name in files["README.txt"].decode() for name in files if name != "README.txt")


def test_the_records_come_back(tmp_path: Path) -> None:
    lines = pack(tmp_path / "p.zip")["ledger.ndjson"].decode().splitlines()
    assert read_ndjson(lines) == build_ledger([make_entry(TEXT).reading])


def test_the_tables_carry_the_words_and_where_they_stand(tmp_path: Path) -> None:
    data = pack(tmp_path / "p.zip")["statements.csv"].decode("utf-8-sig")
    [row] = csv.DictReader(io.StringIO(data))
    assert TEXT[int(row["start"]) : int(row["end"])] == row["content"]
    assert row["source"] == "Officials"


def test_the_captures_are_the_bytes_received(tmp_path: Path) -> None:
    stream = io.BytesIO(pack(tmp_path / "p.zip")["captures.warc"])
    [body] = [record.content_stream().read() for record in ArchiveIterator(stream)]
    assert body == TEXT.encode()


def test_two_packs_are_byte_identical(tmp_path: Path) -> None:
    pack(tmp_path / "a.zip")
    pack(tmp_path / "b.zip")
    assert (tmp_path / "a.zip").read_bytes() == (tmp_path / "b.zip").read_bytes()
