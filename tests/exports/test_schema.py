import json
import re
from pathlib import Path
from typing import get_args

import jsonschema
from hypothesis import given, settings
from tests.exports.ledgers import ledgers
from tests.exports.test_ndjson import sample, written

from counterclaim.exports import json_schema, records, schema_text
from counterclaim.records import Ledger, Record

SCHEMA = Path(__file__).parents[2] / "docs" / "schema.json"


def test_the_schema_in_the_documentation_is_current() -> None:
    assert SCHEMA.read_text(encoding="utf-8") == schema_text(), (
        "docs/schema.json is stale: write it anew as exports/schema.py says"
    )


def test_every_noun_has_its_definition() -> None:
    nouns = {noun.__name__ for noun in get_args(Record)}
    schema = json_schema()
    assert {ref["$ref"].rsplit("/", 1)[1] for ref in schema["anyOf"]} == nouns
    assert nouns <= set(schema["$defs"])


def test_the_schema_is_a_schema() -> None:
    jsonschema.Draft202012Validator.check_schema(json_schema())


def test_what_is_written_satisfies_it() -> None:
    validator = jsonschema.Draft202012Validator(json_schema())
    for line in written(sample()).split("\n"):
        if line:
            validator.validate(json.loads(line))


@settings(deadline=None, max_examples=20)
@given(ledgers())
def test_any_ledger_satisfies_it(ledger: Ledger) -> None:
    validator = jsonschema.Draft202012Validator(json_schema())
    lines = written(ledger).split("\n")
    assert len(lines) == len(list(records(ledger))) + 1
    for line in filter(None, lines):
        validator.validate(json.loads(line))


def test_what_is_no_record_does_not() -> None:
    validator = jsonschema.Draft202012Validator(json_schema())
    assert not validator.is_valid({"type": "verdict", "id": "v-1"})
    assert not validator.is_valid({"type": "actor", "id": "a-1"})


def test_every_field_is_documented() -> None:
    rows = {}
    for line in (SCHEMA.parent / "output.md").read_text(encoding="utf-8").splitlines():
        if line.startswith("| `"):
            noun, fields = line.split("|")[1:3]
            rows[noun.strip(" `")] = re.findall(r"`(\w+)`", re.sub(r"\([^)]*\)", "", fields))
    for noun in get_args(Record):
        assert rows[noun.__name__.lower()] == list(noun.__struct_fields__)
