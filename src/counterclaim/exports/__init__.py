"""A ledger in the formats of the field: NDJSON, lossless, and its JSON Schema."""

from counterclaim.exports.ndjson import read_ndjson, records, write_ndjson
from counterclaim.exports.schema import json_schema, schema_text

__all__ = ["json_schema", "read_ndjson", "records", "schema_text", "write_ndjson"]
