"""What can be given where a page is asked for: a file, a folder, an archive, an address, ``-``."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

from counterclaim.errors import FetchError
from counterclaim.fetching import Fetched, Limits, fetch
from counterclaim.fetching.warc import SUFFIXES, warc_pages
from counterclaim.reading import Source, find_sources

ADDRESS = ("http://", "https://")


def find_all(pages: Sequence[str], max_bytes: int) -> Iterator[Source]:
    """The pages that ``pages`` name, in their order.

    Raises:
        InputError, FetchError: one of them cannot be found or fetched.
    """
    for page in pages:
        if page == "-":
            yield Source("standard input", sys.stdin.buffer.read())
        elif page.lower().startswith(ADDRESS):
            yield _from(_fetched(page, max_bytes))
        elif page.lower().endswith(SUFFIXES):
            yield from map(_from, warc_pages(Path(page), max_bytes))
        else:
            yield from find_sources(Path(page))


def _fetched(url: str, max_bytes: int) -> Fetched:
    answer = fetch(url, limits=Limits(body=max_bytes))
    if answer.status != 200:
        raise FetchError("CC607", url=url, reason=f"status {answer.status}")
    return answer


def _from(page: Fetched) -> Source:
    return Source(page.url, page.body, page.url)
