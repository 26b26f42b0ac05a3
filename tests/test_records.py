import re
from pathlib import Path
from typing import get_args

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from counterclaim import records
from counterclaim.records import CONTEXT_LENGTH, Actor, Ledger, Reading, Record, Span, Statement

texts = st.text(min_size=1, max_size=200)


@given(texts, st.data())
def test_a_span_quotes_its_text(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    span = Span.of(text, start, end)
    assert text[span.start : span.end] == span.exact
    assert (span.prefix + span.exact + span.suffix) in text
    assert text[:start].endswith(span.prefix)
    assert text[end:].startswith(span.suffix)
    assert len(span.prefix) == min(start, CONTEXT_LENGTH)
    assert len(span.suffix) == min(len(text) - end, CONTEXT_LENGTH)
    assert span.range == (start, end)


@given(texts)
def test_offsets_are_code_points(text: str) -> None:
    astral = "𝔸😀" + text
    span = Span.of(astral, 2, len(astral))
    assert span.exact == text
    assert span.prefix == "𝔸😀"


@pytest.mark.parametrize(("start", "end"), [(0, 0), (2, 1), (-1, 2), (0, 4), (3, 4), (5, 9)])
def test_there_is_no_span_outside_the_text(start: int, end: int) -> None:
    with pytest.raises(ValueError, match="no such span"):
        Span.of("abc", start, end)


def test_the_tag_is_the_noun_in_lower_case() -> None:
    for noun in get_args(Record):
        assert noun.__struct_config__.tag == noun.__name__.lower()
        assert noun.__struct_config__.tag_field == "type"


def test_every_noun_is_frozen_and_has_an_id() -> None:
    for noun in get_args(Record):
        assert noun.__struct_config__.frozen
        assert "id" in noun.__struct_fields__
    actor = Actor(id="actor:norland", name="Norland")
    with pytest.raises(AttributeError):
        actor.name = "Sudmark"  # type: ignore[misc]


def test_every_field_of_a_noun_is_documented_or_plain() -> None:
    for noun in get_args(Record):
        assert noun.__doc__, noun.__name__


def test_what_is_handed_out_exists_and_is_complete() -> None:
    assert all(hasattr(records, name) for name in records.__all__)
    public = {
        name
        for name, value in vars(records).items()
        if re.match(r"[A-Z][a-z]", name)
        and getattr(value, "__module__", "").startswith(records.__name__)
    }
    assert public <= set(records.__all__)


def test_every_noun_lives_in_the_folder_and_no_module_is_long() -> None:
    home = Path(records.__file__).parent
    assert {noun.__module__.rpartition(".")[0] for noun in get_args(Record)} == {records.__name__}
    assert max(len(file.read_text().splitlines()) for file in home.glob("*.py")) <= 300


def test_defaults_are_not_shared() -> None:
    one, other = Ledger(), Ledger()
    one.actors.append(Actor(id="a", name="A"))
    assert other.actors == []


def test_a_reading_has_a_list_for_every_noun_of_a_page() -> None:
    lists = {f for f in Reading.__struct_fields__ if f not in ("capture", "document")}
    assert lists == {
        "blocks", "statements", "actors", "places", "moments", "counts", "events", "intents",
        "comments", "unresolved", "problems",
    }  # fmt: skip


def test_json_round_trip_of_a_statement() -> None:
    text = "Norland said: “Это 😀”"
    statement = Statement(
        id="s", document="d", block="b", content=[Span.of(text, 14, len(text))], force="denies"
    )
    encoded = msgspec.json.encode(statement)
    assert encoded.startswith(b'{"type":"statement"')
    assert msgspec.json.decode(encoded, type=Record) == statement


def test_an_unknown_force_is_refused() -> None:
    line = b'{"type":"statement","id":"s","document":"d","block":"b","content":[],"force":"sings"}'
    with pytest.raises(msgspec.ValidationError, match="force"):
        msgspec.json.decode(line, type=Record)
