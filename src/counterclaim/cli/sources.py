"""What can be given where a page is asked for: a file, a folder, an archive, an address, ``-``."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from counterclaim.errors import CounterclaimError, FetchError, InputError
from counterclaim.reading import Source, find_sources, problem_of
from counterclaim.records import Problem

if TYPE_CHECKING:
    from counterclaim.fetching import Fetched

ADDRESS = ("http://", "https://")
ARCHIVE = (".warc", ".warc.gz", ".wacz")

# What fetches and what unpacks archives is imported where it is needed: files need neither.


def find_all(pages: Sequence[str], max_bytes: int) -> tuple[list[Source], list[Problem]]:
    """The pages that ``pages`` name, in their order, and what cannot be found or fetched."""
    found: list[Source] = []
    problems: list[Problem] = []
    for page in pages:
        try:
            found.extend(_find(page, max_bytes))
        except CounterclaimError as error:
            problems.append(problem_of(page, error))
    return found, problems


def _find(page: str, max_bytes: int) -> Iterator[Source]:
    if page == "-":
        yield Source("standard input", sys.stdin.buffer.read())
    elif page.lower().startswith(ADDRESS):
        yield _from(_fetched(page, max_bytes))
    elif page.lower().endswith(ARCHIVE):
        from counterclaim.fetching.warc import warc_pages

        found = [_from(one) for one in warc_pages(Path(page), max_bytes)]
        if not found:
            raise InputError("CC106", name=page)
        yield from found
    else:
        yield from find_sources(Path(page))


def _fetched(url: str, max_bytes: int) -> Fetched:
    from counterclaim.fetching import Limits, fetch

    answer = fetch(url, limits=Limits(body=max_bytes))
    if answer.status != 200:
        raise FetchError("CC607", url=url, reason=f"status {answer.status}")
    return answer


def _from(page: Fetched) -> Source:
    return Source(page.url, page.body, page.url)
