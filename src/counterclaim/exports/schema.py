"""The JSON Schema of a line of NDJSON, generated from :mod:`counterclaim.records`.

``docs/schema.json`` is its text; ``python -c "from counterclaim.exports import schema_text;
print(schema_text(), end='')" > docs/schema.json`` writes it anew and a test says when it is stale.
"""

from __future__ import annotations

import json
from typing import Any

import msgspec

from counterclaim.records import Record

__all__ = ["json_schema", "schema_text"]

TITLE = "Counterclaim ledger record"
DIALECT = "https://json-schema.org/draft/2020-12/schema"


def json_schema() -> dict[str, Any]:
    """The schema that every line of a ledger's NDJSON satisfies (JSON Schema 2020-12)."""
    schema = msgspec.json.schema(Record)
    return {"$schema": DIALECT, "title": TITLE, **schema}


def schema_text() -> str:
    """:func:`json_schema` as text, keys sorted, ended by a line feed."""
    return json.dumps(json_schema(), indent=1, sort_keys=True, ensure_ascii=False) + "\n"
