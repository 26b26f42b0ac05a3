"""Parquet: a table for each noun, with the columns and nesting of the records; lossless.

The types of the columns are derived from the records' own, so that two ledgers always have equal
schemas, an empty one included. A field of several types (a decision's value) is a column of JSON.
Needs ``pyarrow`` (the extra ``parquet``).
"""

from __future__ import annotations

import io
from collections.abc import Callable, Iterator, Mapping
from functools import cache
from typing import Any, get_args

import msgspec
from msgspec import inspect

from counterclaim.errors import OutputError
from counterclaim.exports.extras import need
from counterclaim.exports.ndjson import read_ndjson, records
from counterclaim.records import Ledger, Record

__all__ = ["parquet", "read_parquet"]

NOUNS: dict[str, type] = {noun.__name__.lower(): noun for noun in get_args(Record)}


def parquet(ledger: Ledger) -> dict[str, bytes]:
    """A file ``NOUN.parquet`` for each noun, rows in the order of NDJSON.

    Raises:
        OptionError: CC213 without ``pyarrow``.
        OutputError: CC501 if a text holds a lone surrogate.
    """
    arrow, writer = (need(name, "parquet", "parquet") for name in ("pyarrow", "pyarrow.parquet"))
    rows: dict[str, list[dict[str, Any]]] = {noun: [] for noun in NOUNS}
    for record in records(ledger):
        noun = type(record).__name__.lower()
        row: dict[str, Any] = msgspec.to_builtins(record)
        rows[noun].append({**row, **{key: _json(row.get(key)) for key in _mixed(noun)}})
    files = {}
    for noun, found in rows.items():
        stream = io.BytesIO()
        try:
            table = arrow.Table.from_pylist(found, schema=_schema(arrow, noun))
        except UnicodeEncodeError as error:
            raise OutputError("CC501", name=f"{noun}.parquet", reason=str(error)) from error
        writer.write_table(table, stream, compression="zstd")
        files[f"{noun}.parquet"] = stream.getvalue()
    return files


def read_parquet(files: Mapping[str, bytes]) -> Ledger:
    """The ledger that ``files`` were written from.

    Raises:
        OptionError: CC213 without ``pyarrow``.
        RecordError: CC401 for a row that is no record.
    """
    return read_ndjson(_lines(files), name="parquet")


def _lines(files: Mapping[str, bytes]) -> Iterator[bytes]:
    reader = need("pyarrow.parquet", "parquet", "parquet")
    for name, data in files.items():
        noun = name.removesuffix(".parquet")
        # Threads of the reader's pools may abort the process where it ends (apache/arrow#34314).
        table = reader.ParquetFile(io.BytesIO(data), pre_buffer=False).read(use_threads=False)
        for row in table.to_pylist(maps_as_pydicts="strict"):
            mixed = {key: msgspec.json.decode(row[key]) for key in _mixed(noun) if row[key]}
            yield msgspec.json.encode({"type": noun, **row, **mixed})


def _json(value: object) -> str | None:
    return None if value is None else msgspec.json.encode(value).decode()


def _fields(noun: str) -> tuple[inspect.Field, ...]:
    info = inspect.type_info(NOUNS[noun])
    return info.fields if isinstance(info, inspect.StructType) else ()


@cache
def _mixed(noun: str) -> tuple[str, ...]:
    """Fields that may be of several types."""
    return tuple(field.encode_name for field in _fields(noun) if len(_kinds(field.type)) > 1)


def _kinds(given: inspect.Type) -> tuple[inspect.Type, ...]:
    """The types of a union, less the null; of anything else, itself."""
    types = given.types if isinstance(given, inspect.UnionType) else (given,)
    return tuple(one for one in types if not isinstance(one, inspect.NoneType))


def _schema(arrow: Any, noun: str) -> Any:
    return arrow.schema([_field(arrow, field) for field in _fields(noun)])


def _field(arrow: Any, field: inspect.Field) -> Any:
    return arrow.field(field.encode_name, _column(arrow, field.type))


def _column(arrow: Any, given: inspect.Type) -> Any:
    """The Arrow type of a field's type."""
    kinds = _kinds(given)
    if len(kinds) > 1:
        return arrow.string()
    (one,) = kinds
    if isinstance(one, inspect.StructType):
        return arrow.struct([_field(arrow, field) for field in one.fields])
    if isinstance(one, inspect.ListType):
        return arrow.list_(_column(arrow, one.item_type))
    if isinstance(one, inspect.DictType):
        return arrow.map_(_column(arrow, one.key_type), _column(arrow, one.value_type))
    return _PLAIN[type(one)](arrow)


_PLAIN: dict[type[inspect.Type], Callable[[Any], Any]] = {
    inspect.StrType: lambda arrow: arrow.string(),
    inspect.LiteralType: lambda arrow: arrow.string(),
    inspect.IntType: lambda arrow: arrow.int64(),
    inspect.FloatType: lambda arrow: arrow.float64(),
    inspect.BoolType: lambda arrow: arrow.bool_(),
}
"""Arrow's types of msgspec's."""
