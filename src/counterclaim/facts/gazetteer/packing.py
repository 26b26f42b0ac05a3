"""The one binary file of the shipped gazetteer: named sections, deflated, each with its check sum.

Layout: the magic bytes, a little-endian uint32 with the length of a JSON directory, the directory
(``[[name, dtype, stored length, crc32], …]``), then the sections. Numbers are stored column by
column of their bytes, which deflate packs far better than whole values.
"""

from __future__ import annotations

import json
import struct
import zlib
from collections.abc import Mapping
from typing import Any

import numpy as np
import numpy.typing as npt

__all__ = ["PackedError", "pack", "unpack"]

MAGIC = b"CCGAZ1\r\n"
Array = npt.NDArray[Any]


class PackedError(Exception):
    """The file is not a packed gazetteer, or is damaged."""


def pack(sections: Mapping[str, Array]) -> bytes:
    """``sections`` (one-dimensional arrays of fixed-size numbers) as one file."""
    directory: list[list[object]] = []
    stored: list[bytes] = []
    for name, array in sections.items():
        planes = np.ascontiguousarray(_bytes(array).T)
        data = zlib.compress(planes.tobytes(), 9)
        directory.append([name, array.dtype.str, len(data), zlib.crc32(data)])
        stored.append(data)
    head = json.dumps(directory).encode()
    return b"".join([MAGIC, struct.pack("<I", len(head)), head, *stored])


def unpack(data: bytes) -> dict[str, Array]:
    """The sections of a file that :func:`pack` made.

    Raises:
        PackedError: if the magic, the directory or a check sum is wrong.
    """
    try:
        return _unpack(data)
    except (ValueError, TypeError, struct.error, zlib.error) as error:
        raise PackedError(str(error)) from error


def _unpack(data: bytes) -> dict[str, Array]:
    if not data.startswith(MAGIC):
        raise ValueError("wrong magic")
    at = len(MAGIC) + 4
    (length,) = struct.unpack_from("<I", data, len(MAGIC))
    directory = json.loads(data[at : at + length])
    at += length
    sections: dict[str, Array] = {}
    for name, dtype, size, check in directory:
        piece = data[at : at + size]
        if zlib.crc32(piece) != check:
            raise ValueError(f"section {name} is damaged")
        sections[name] = _values(zlib.decompress(piece), np.dtype(dtype))
        at += size
    return sections


def _bytes(array: Array) -> Array:
    """The array as rows of bytes, one row a value."""
    return np.ascontiguousarray(array).view(np.uint8).reshape(len(array), array.dtype.itemsize)


def _values(planes: bytes, dtype: np.dtype[Any]) -> Array:
    """The values whose byte columns are ``planes``."""
    columns = np.frombuffer(planes, np.uint8).reshape(dtype.itemsize, -1)
    return np.ascontiguousarray(columns.T).view(dtype).reshape(-1)
