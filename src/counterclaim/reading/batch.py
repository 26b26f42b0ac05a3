"""Many pages to one ledger, in one process or several; one page to its reading."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import chain, islice
from pathlib import Path

from counterclaim.errors import CounterclaimError, InputError, message
from counterclaim.ledger import Spread, build_ledger
from counterclaim.reading.collecting import rarely_collected
from counterclaim.reading.engine import Engine, Outcome, Settings, Source
from counterclaim.reading.parallel import CHUNK, PAYS_FROM, processes_for, read_side_by_side
from counterclaim.reading.sharing import spread_over
from counterclaim.records import Ledger, Problem, Reading

__all__ = ["problem_of", "read_page", "read_pages"]

Progress = Callable[[int], None]


def read_page(
    page: Path | str | bytes,
    *,
    name: str | None = None,
    url: str | None = None,
    settings: Settings | None = None,
) -> Reading:
    """Read one page: a file's path, or its bytes.

    Raises:
        InputError: the page cannot be read.
        OptionError: a setting makes no sense.
    """
    engine = Engine(settings)
    return engine.read([engine.open(_source(page, name, url))])[0]


def read_pages(
    pages: Iterable[Path | str | bytes | Source],
    *,
    settings: Settings | None = None,
    progress: Progress | None = None,
) -> Ledger:
    """Read pages and put them together.

    A page that cannot be read is listed in ``problems`` of the ledger; the others are read all the
    same. Of pages with the same bytes the first is kept. ``progress`` is called with the number of
    pages done since the last call. With ``settings.processes`` other than 1, many pages are read
    by several processes side by side; the ledger is the same.

    Raises:
        OptionError: a setting makes no sense (this stops the batch).
    """
    settings = settings or Settings()
    sources = (p if isinstance(p, Source) else _source(p, None, None) for p in pages)
    with rarely_collected():
        spread = spread_over(processes_for(settings))
        return _gathered(_read_batches(sources, settings), progress, spread)


def _gathered(
    batches: Iterator[tuple[Sequence[Source], Sequence[Outcome]]],
    progress: Progress | None,
    spread: Spread,
) -> Ledger:
    """The ledger of what came of each source."""
    readings: list[Reading] = []
    problems: list[Problem] = []
    seen: set[str] = set()
    for batch, outcomes in batches:
        for source, outcome in zip(batch, outcomes, strict=True):
            if isinstance(outcome, InputError):
                problems.append(problem_of(source.name, outcome))
            elif outcome.document.id in seen:
                text = message("CC904", name=source.name)
                problems.append(_record(source.name, "CC904", "warning", text))
            else:
                seen.add(outcome.document.id)
                readings.append(outcome)
        if progress is not None:
            progress(len(batch))
    return build_ledger(readings, problems, spread=spread)


def _read_batches(
    sources: Iterator[Source], settings: Settings
) -> Iterator[tuple[Sequence[Source], Sequence[Outcome]]]:
    """Batches of sources with what came of each, in order."""
    first = list(islice(sources, PAYS_FROM))
    batches = _batches(chain(first, sources))
    processes = processes_for(settings)
    if processes > 1 and len(first) == PAYS_FROM:
        yield from read_side_by_side(batches, settings, processes)
    else:
        engine = Engine(settings)
        for batch in batches:
            yield batch, engine.try_all(batch)


def _batches(sources: Iterable[Source]) -> Iterator[list[Source]]:
    given = iter(sources)
    while batch := list(islice(given, CHUNK)):
        yield batch


def _source(page: Path | str | bytes, name: str | None, url: str | None) -> Source:
    if isinstance(page, bytes):
        digest = hashlib.sha256(page).hexdigest()[:12]
        return Source(name or f"bytes-{digest}", page, url)
    if name is None:
        return Source(str(page), None, url)
    return Source(name, Path(page).read_bytes(), url)


def problem_of(name: str, error: CounterclaimError) -> Problem:
    """The record of an input that gave no reading."""
    return _record(name, error.code, "error", str(error))


def warning_of(name: str, code: str) -> Problem:
    """The record of an input that was passed over, with nothing wrong about it."""
    return _record(name, code, "warning", message(code, name=name))


def _record(name: str, code: str, severity: str, text: str) -> Problem:
    digest = hashlib.sha256(f"{name}\0{code}".encode()).hexdigest()[:12]
    return Problem(
        id=f"x-{digest}",
        name=name,
        code=code,
        severity="warning" if severity == "warning" else "error",
        message=text,
    )
