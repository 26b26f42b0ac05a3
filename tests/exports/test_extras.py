"""Parquet, DocBin and CAS: any ledger goes in, and comes out with every span where it was."""

import io
import subprocess
import sys
from pathlib import Path

import pyarrow.parquet as pq
import pytest
from hypothesis import HealthCheck, given, settings
from tests.dossier.sample import ledger as sample
from tests.exports.ledgers import ledgers

from counterclaim.errors import OptionError, OutputError
from counterclaim.exports.cas import TYPES, cas, read_cas
from counterclaim.exports.docbin import docbin, read_docbin
from counterclaim.exports.options import Options
from counterclaim.exports.parquet import NOUNS, parquet, read_parquet
from counterclaim.exports.registry import FORMATS
from counterclaim.records import Decision, Ledger, Reading, Span

odd = settings(
    max_examples=20,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)


def expected(reading: Reading) -> list[tuple[str, str, int, int]]:
    """Role, statement, start and end of every span of a reading, sorted."""
    found = []
    for one in reading.statements:
        cue: list[Span] = [one.cue] if one.cue is not None else []
        for role, spans in (("source", one.source), ("cue", cue), ("content", one.content)):
            found.extend((role, one.id, span.start, span.end) for span in spans)
    return sorted(found)


@odd
@given(ledgers())
def test_parquet_loses_nothing(ledger: Ledger) -> None:
    assert read_parquet(parquet(ledger)) == ledger


def test_parquet_has_a_table_a_noun_whose_columns_do_not_depend_on_the_rows() -> None:
    full, empty = parquet(sample()), parquet(Ledger())
    assert set(full) == {f"{noun}.parquet" for noun in NOUNS} == set(empty)
    for name, data in full.items():
        schema = pq.read_table(io.BytesIO(data)).schema
        assert schema == pq.read_table(io.BytesIO(empty[name])).schema
    statements = pq.read_table(io.BytesIO(full["statement.parquet"]))
    assert statements.num_rows == sum(len(r.statements) for r in sample().readings)
    assert str(statements.schema.field("content").type).startswith("list<")


@pytest.mark.parametrize("value", [None, 62, "the quay"])
def test_a_value_of_several_types_keeps_its_type(value: str | int | None) -> None:
    decision = Decision(
        id="x1", at="2031-03-03T09:00:00Z", who="A. Coder", kind="correct", subject="s1",
        reason="misread", field="low", value=value,
    )  # fmt: skip
    (found,) = read_parquet(parquet(Ledger(decisions=[decision]))).decisions
    assert found == decision
    assert type(found.value) is type(value)


@odd
@given(ledgers())
def test_docbin_has_every_span_on_its_exact_characters(ledger: Ledger) -> None:
    found = read_docbin(docbin(ledger))
    assert set(found) == {one.document.id for one in ledger.readings}
    for reading in ledger.readings:
        spans = found[reading.document.id]
        assert sorted(span[:4] for span in spans) == expected(reading)
        for _, _, start, end, words in spans:
            assert reading.document.text[start:end] == words


@odd
@given(ledgers())
def test_cas_has_every_span_on_its_exact_characters(ledger: Ledger) -> None:
    found = read_cas(cas(ledger))
    assert set(found) == {one.document.id for one in ledger.readings}
    for reading in ledger.readings:
        spans = found[reading.document.id]
        assert sorted(span[:4] for span in spans) == expected(reading)
        for _, _, start, end, words in spans:
            exact = reading.document.text[start:end]
            assert len(words) == len(exact)
            assert all(a in {b, "\ufffd"} for a, b in zip(words, exact, strict=True))


def test_cas_names_the_incident_and_the_origin() -> None:
    files = cas(sample())
    assert TYPES in files
    written = b"".join(files.values()).decode()
    for incident in sample().incidents:
        assert f'incident="{incident.code}"' in written
    assert 'role="source"' in written
    assert 'force="denies"' in written


@pytest.mark.parametrize(
    ("form", "package", "extra"),
    [("parquet", "pyarrow", "parquet"), ("docbin", "spacy", "spacy"), ("cas", "cassis", "cas")],
)
def test_a_missing_package_is_named(
    form: str, package: str, extra: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, package, None)
    with pytest.raises(OptionError, match=rf"CC213.*{form} needs {package}.*\[{extra}\]"):
        FORMATS[form].write(sample(), Options())


def test_parquet_says_what_it_cannot_write() -> None:
    decision = Decision(
        id="x1", at="2031-03-03", who="\ud800", kind="note", subject="s1", reason="odd"
    )
    with pytest.raises(OutputError, match="CC501"):
        parquet(Ledger(decisions=[decision]))


@pytest.mark.skipif(not Path("/proc/self/task").exists(), reason="threads are counted on Linux")
def test_reading_parquet_leaves_no_threads_behind(tmp_path: Path) -> None:
    for name, data in parquet(sample()).items():
        (tmp_path / name).write_bytes(data)
    code = (
        "import os, sys, pathlib, pyarrow.parquet\n"
        "from counterclaim.exports.parquet import read_parquet\n"
        "before = len(os.listdir('/proc/self/task'))\n"
        "folder = pathlib.Path(sys.argv[1])\n"
        "read_parquet({one.name: one.read_bytes() for one in folder.iterdir()})\n"
        "sys.exit(len(os.listdir('/proc/self/task')) - before)\n"
    )
    done = subprocess.run([sys.executable, "-c", code, str(tmp_path)], check=False)
    assert done.returncode == 0
