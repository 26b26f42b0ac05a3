import io
import json
import random

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.exports.ledgers import ledgers
from tests.ledger.builder import Page

from counterclaim.errors import OutputError, RecordError
from counterclaim.exports import read_ndjson, records, write_ndjson
from counterclaim.ledger import build_ledger
from counterclaim.records import Ledger

CONTRACT = {
    "document": "id url sha256 outlet published text",
    "block": "id document kind number time span",
    "statement": "id document block source cue content quote force certainty chain speaker "
    "recipient said_at",
    "actor": "id name aliases kind",
    "place": "id document span name",
    "moment": "id document span value",
    "count": "id statement span low best high harm of",
    "event": "id statement event mode",
    "incident": "id documents events",
    "account": "incident origin versions",
    "relation": "id a b kind on status",
    "comment": "id document span author reply_to triage",
}
"""Field names that every reader of the format may rely on."""


def written(ledger: Ledger) -> str:
    stream = io.StringIO(newline="")
    write_ndjson(ledger, stream)
    return stream.getvalue()


def sample() -> Ledger:
    page = (
        Page("one")
        .say("an air strike killed 62 soldiers", by="actor:sudmark-army")
        .event(
            "air strike",
            mode="aerial",
            actor="actor:norland",
            day="2031-05-03",
            place=("Orsk", 1.0, 2.0),
        )
        .count("62 soldiers", 62, group="soldiers")
        .say("it was a mistake", by="actor:norland-army", force="admits")
        .intent("mistake", "accident")
        .comment("Nobody believes that 😀")
    )
    other = (
        Page("two", outlet="actor:herald")
        .say("the air strike near Orsk killed ten soldiers", by="actor:observers")
        .event("air strike", mode="aerial", day="2031-05-03", place=("Orsk", 1.0, 2.0))
        .count("ten soldiers", 10, group="soldiers")
    )
    return build_ledger([page.reading(), other.reading()])


@settings(deadline=None)
@given(ledgers())
def test_round_trip(ledger: Ledger) -> None:
    assert read_ndjson(written(ledger).split("\n")) == ledger


@settings(deadline=None)
@given(ledgers())
def test_one_json_object_a_line_even_with_line_separators_in_the_text(ledger: Ledger) -> None:
    lines = written(ledger).split("\n")
    assert lines.pop() == ""
    assert [json.loads(line)["id"] for line in lines] == [r.id for r in records(ledger)]
    assert all("\r" not in line for line in lines)


@settings(deadline=None)
@given(ledgers(), st.randoms(use_true_random=False))
def test_order_of_lines_matters_only_within_a_noun(ledger: Ledger, chance: random.Random) -> None:
    by_type: dict[str, list[str]] = {}
    for line in written(ledger).split("\n"):
        if line:
            by_type.setdefault(json.loads(line)["type"], []).append(line)
    nouns = list(by_type)
    chance.shuffle(nouns)
    assert read_ndjson([line for noun in nouns for line in by_type[noun]]) == ledger


def test_bytes_text_and_blank_lines_are_read() -> None:
    ledger = sample()
    text = written(ledger)
    assert read_ndjson(io.BytesIO(text.encode())) == ledger
    assert read_ndjson(["", " \n", *text.split("\n"), "\n"]) == ledger


def test_the_contract_holds_for_every_noun() -> None:
    seen = {}
    for line in written(sample()).split("\n"):
        if line:
            record = json.loads(line)
            seen[record["type"]] = record
            assert next(iter(record)) == "type"
    assert set(CONTRACT) <= set(seen)
    for noun, fields in CONTRACT.items():
        assert set(fields.split()) <= set(seen[noun]), noun


def test_every_id_is_given_once() -> None:
    ids = [(type(r).__name__, r.id) for r in records(sample())]
    assert len(ids) == len(set(ids))


def test_every_span_is_literal() -> None:
    ledger = sample()
    lines = [json.loads(line) for line in written(ledger).split("\n") if line]
    texts = {d["id"]: d["text"] for d in lines if d["type"] == "document"}
    checked = 0
    for record in lines:
        for span in spans_in(record):
            text = texts.get(record.get("document", ""))
            if text is not None:
                assert text[span["start"] : span["end"]] == span["exact"]
                checked += 1
    assert checked > 15


def spans_in(value: object) -> list[dict[str, object]]:
    if isinstance(value, dict):
        if "exact" in value:
            return [value]
        return [s for v in value.values() for s in spans_in(v)]
    return [s for v in value for s in spans_in(v)] if isinstance(value, list) else []


def test_pages_come_first_then_what_spans_them() -> None:
    nouns = [type(r).__name__ for r in records(sample())]
    assert nouns[:2] == ["Capture", "Document"]
    assert nouns.index("Actor") > max(i for i, n in enumerate(nouns) if n == "Document")
    assert nouns[-1] == "Relation"


@pytest.mark.parametrize(
    "line",
    [
        "{",
        "[]",
        "nonsense",
        '{"type":"verdict","id":"v"}',
        '{"type":"actor","id":"a"}',
        '{"id":"a"}',
        '{"type":"actor","id":"a","name":3}',
        "[" * 5000,
        b"\xff\xfe",
    ],
)
def test_a_bad_line_is_named_with_its_number(line: str | bytes) -> None:
    good = written(sample()).split("\n")[:2]
    with pytest.raises(RecordError, match=r"CC401: dump, line 3: ") as caught:
        read_ndjson([*good, line], name="dump")
    assert caught.value.code == "CC401"


def test_a_record_without_its_document_is_refused() -> None:
    lines = [x for x in written(sample()).split("\n") if '"type":"document"' not in x]
    with pytest.raises(RecordError, match=r"line 2: .*document d-\w+ is not there"):
        read_ndjson(lines)


def test_a_document_without_its_capture_is_refused() -> None:
    lines = [x for x in written(sample()).split("\n") if '"type":"capture"' not in x]
    with pytest.raises(RecordError, match=r"line 1: .*capture c-\w+ is not there"):
        read_ndjson(lines)


def test_an_id_given_twice_is_refused() -> None:
    lines = written(sample()).split("\n")
    with pytest.raises(RecordError, match=r"line 2: .*c-\w+ was given before"):
        read_ndjson([lines[0], lines[0]])


def test_actors_not_merged_would_be_lost_and_are_refused() -> None:
    reading = Page("one").say("all is quiet", by="actor:norland").reading()
    with pytest.raises(ValueError, match="build_ledger"):
        written(Ledger(readings=[reading]))


def test_a_lone_surrogate_cannot_be_written() -> None:
    ledger = sample()
    actor = msgspec.structs.replace(ledger.actors[0], documents=[], mentions=[], name="\ud800")
    with pytest.raises(OutputError, match=r"CC501.*actor"):
        written(Ledger(actors=[actor]))


def test_a_number_of_any_size_comes_back() -> None:
    page = Page("one").say("many were killed", by="actor:norland").count("many", 10**30)
    ledger = build_ledger([page.reading()])
    assert read_ndjson(written(ledger).split("\n")) == ledger
