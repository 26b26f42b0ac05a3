"""Bytes to characters: what the bytes are, which encoding they are in, and the decoded text."""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass

from charset_normalizer import from_bytes

from counterclaim.errors import InputError

__all__ = ["Decoded", "decode", "is_html"]

_MAGIC = (
    (b"%PDF-", "a PDF"),
    (b"PK\x03\x04", "a ZIP archive or an office file"),
    (b"\x89PNG\r\n", "a PNG image"),
    (b"GIF8", "a GIF image"),
    (b"\xff\xd8\xff", "a JPEG image"),
    (b"\x1f\x8b", "gzip data"),
    (b"BZh", "bzip2 data"),
    (b"\xfd7zXZ", "xz data"),
    (b"7z\xbc\xaf", "a 7-Zip archive"),
    (b"Rar!", "a RAR archive"),
    (b"\xd0\xcf\x11\xe0", "an office file"),
    (b"RIFF", "sound, film or a WebP image"),
    (b"OggS", "sound or film"),
    (b"ID3", "sound"),
    (b"\x7fELF", "a program"),
    (b"SQLite format 3", "a database"),
    (b"{\\rtf", "an RTF file"),
    (b"WARC/", "a WARC archive"),
)
"""First bytes of formats that people hand in by mistake (public signature lists)."""

_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_META_CHARSET = re.compile(
    rb"""<(?:meta|\?xml)[^>]{0,300}?(?:charset|encoding)\s*=\s*["']?\s*([\w.:-]+)""", re.IGNORECASE
)
_WEB_NAMES = {
    "iso-8859-1": "cp1252",
    "latin-1": "cp1252",
    "latin1": "cp1252",
    "ascii": "cp1252",
    "us-ascii": "cp1252",
    "gb2312": "gb18030",
    "gbk": "gb18030",
}
"""Labels that browsers read as a superset (WHATWG Encoding Standard)."""

_OPENS_AS_HTML = re.compile(
    r"\s*(?:<\?xml[^>]{0,300}>\s*)?(?:<!--.{0,2000}?-->\s*){0,5}"
    r"<(?:!doctype\s+html|html|head|body|article|section|main|title|meta|div)\b",
    re.IGNORECASE | re.DOTALL,
)
_CLOSING_TAG = re.compile(
    r"</(?:p|div|span|a|h[1-6]|li|ul|ol|td|tr|table|em|strong|b|i|article|section|body|html)>",
    re.IGNORECASE,
)
_CONTROL = bytes(set(range(32)) - {7, 8, 9, 10, 12, 13, 27})
STRAY, STRAY_BROKEN = 0.1, 0.02
"""Share of control characters from which on bytes are no text, and where they are no UTF-8 either:
one byte in ten of what is compressed or drawn by chance is one."""

_PROBE = 1 << 16
"""Bytes or characters looked at to tell what a page is."""


@dataclass(frozen=True)
class Decoded:
    """The characters of a page, the encoding they were in, and whether any had to be replaced."""

    text: str
    encoding: str
    replaced: bool


def decode(data: bytes, *, name: str) -> Decoded:
    """The characters of ``data``, without a byte order mark, otherwise unchanged.

    In this order: byte order mark, strict UTF-8, the encoding the page declares,
    ``charset-normalizer``'s best guess, Windows-1252. Bytes that fit none are replaced by U+FFFD.

    Raises:
        InputError: CC103 for data that is no text.
    """
    kind = next((kind for magic, kind in _MAGIC if data.startswith(magic)), None)
    if kind:
        raise InputError("CC103", name=name, kind=kind)
    for bom, encoding in _BOMS:
        if data.startswith(bom):
            return _with(data[len(bom) :], encoding)
    wide = _wide(data)
    if wide:
        return _with(data, wide)
    head = data[:_PROBE]
    stray = (len(head) - len(head.translate(None, _CONTROL))) / max(1, len(head))
    if stray > STRAY:
        raise InputError("CC103", name=name, kind="binary data")
    try:
        return Decoded(data.decode("utf-8"), "utf-8", False)
    except UnicodeDecodeError:
        pass
    if stray > STRAY_BROKEN:
        raise InputError("CC103", name=name, kind="binary data")
    return _narrow(data)


def _narrow(data: bytes) -> Decoded:
    """``data``, no UTF-8, in an encoding of single bytes as units."""
    declared = _META_CHARSET.search(data[:4096])
    label = declared.group(1).decode("ascii", "ignore").lower() if declared else ""
    encoding = _known(_WEB_NAMES.get(label, label))
    if encoding is None or encoding.startswith(("utf-16", "utf-32")):
        encoding = _guess(data)
    return _with(data, encoding)


def _guess(data: bytes) -> str:
    """The encoding of bytes that are not wholly UTF-8 and declare nothing."""
    broken = data.decode("utf-8", "replace").count("\ufffd")
    high = sum(1 for byte in data[:_PROBE] if byte > 127)
    if broken * 10 < high:  # damaged in a few places only
        return "utf-8"
    best = from_bytes(data[:_PROBE]).best()
    return best.encoding if best is not None and best.encoding != "ascii" else "cp1252"


def _wide(data: bytes) -> str | None:
    """UTF-16 without a byte order mark: every other byte of Latin text is NUL."""
    head = data[:2000]
    if len(head) < 8 or (len(head) % 2 and len(data) < 2000):
        return None
    even, odd = head[::2].count(0), head[1::2].count(0)
    half = len(head) // 2
    if odd > 0.7 * half and even < 0.1 * half:
        return "utf-16-le"
    if even > 0.7 * half and odd < 0.1 * half:
        return "utf-16-be"
    return None


def _known(label: str) -> str | None:
    """Python's name of a text encoding, or ``None``."""
    try:
        info = codecs.lookup(label)
        b"".decode(info.name)
    except (LookupError, ValueError):
        return None
    return info.name


def _with(data: bytes, encoding: str) -> Decoded:
    """``data`` decoded, undecodable bytes replaced."""
    try:
        return Decoded(data.decode(encoding), encoding, False)
    except UnicodeDecodeError:
        return Decoded(data.decode(encoding, "replace"), encoding, True)


def is_html(text: str, name: str) -> bool:
    """Whether ``text`` is mark-up: by how it opens, else by closing tags in its beginning.

    A file named ``.html`` needs one closing tag, any other three; a stray ``<snip>`` is no mark-up.
    """
    if _OPENS_AS_HTML.match(text):
        return True
    found = sum(1 for _ in _CLOSING_TAG.finditer(text, 0, _PROBE))
    return found >= (1 if name.lower().endswith((".html", ".htm", ".xhtml")) else 3)
