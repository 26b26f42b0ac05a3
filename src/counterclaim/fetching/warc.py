"""Pages out of web archives: WARC files, gzipped or not, and the WACZ packages that hold them."""

from __future__ import annotations

import zipfile
import zlib
from collections.abc import Iterator
from pathlib import Path
from typing import IO

from warcio.archiveiterator import ArchiveIterator
from warcio.exceptions import ArchiveLoadFailed
from warcio.recordloader import ArcWarcRecord

from counterclaim.errors import InputError
from counterclaim.fetching.fetch import TYPES, Fetched

__all__ = ["warc_pages"]


def warc_pages(path: Path, limit: int) -> Iterator[Fetched]:
    """The pages captured in ``path``: responses of status 200, and resources, of HTML or text.

    ``limit`` is the largest body in bytes; larger ones are passed over.

    Raises:
        InputError: CC104 if the file is no archive or is damaged.
    """
    try:
        if path.name.lower().endswith(".wacz"):
            yield from _wacz_pages(path, limit)
        else:
            with path.open("rb") as stream:
                yield from _pages(stream, limit)
    except (OSError, ArchiveLoadFailed, zipfile.BadZipFile, zlib.error) as error:
        reason = getattr(error, "strerror", None) or str(error) or type(error).__name__
        raise InputError("CC104", name=path, reason=reason) from error


def _wacz_pages(path: Path, limit: int) -> Iterator[Fetched]:
    with zipfile.ZipFile(path) as package:
        for name in sorted(package.namelist()):
            if name.startswith("archive/"):
                with package.open(name) as stream:
                    yield from _pages(stream, limit)


def _pages(stream: IO[bytes], limit: int) -> Iterator[Fetched]:
    for record in ArchiveIterator(stream):
        page = _page(record, limit) if record.rec_type in ("response", "resource") else None
        if page is not None:
            yield page


def _page(record: ArcWarcRecord, limit: int) -> Fetched | None:
    headers = _headers(record)
    if headers is None:
        return None
    media = headers.get("content-type", "").partition(";")[0].strip().lower()
    if media not in TYPES or "json" in media or (media.endswith("xml") and "xhtml" not in media):
        return None
    body = record.content_stream().read(limit + 1)
    if len(body) > limit:
        return None
    url = record.rec_headers.get_header("WARC-Target-URI")
    when = record.rec_headers.get_header("WARC-Date")
    return Fetched(url, url, 200, headers, body, when)


def _headers(record: ArcWarcRecord) -> dict[str, str] | None:
    """The answer's headers; of bytes alone (``resource``) their type; ``None`` for no page."""
    http = record.http_headers
    if record.rec_type == "resource":
        media = record.rec_headers.get_header("Content-Type")
        return {"content-type": media} if media else {}
    if http is None or http.get_statuscode() != "200":
        return None
    return {name.lower(): value for name, value in http.headers}
