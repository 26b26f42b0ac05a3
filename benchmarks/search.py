"""Search in a large store: milliseconds a query, beside a plain FTS5 query on the same words.

Nothing is read from the data folder: the ledger is made up, of words with the frequencies of
Zipf's law, from one seed. How many statements it has can be given: `python -m benchmarks.search N`.
"""

import random
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from pathlib import Path

from sqlalchemy import insert, text

from benchmarks.registry import Report
from counterclaim.store import Query, Store, search
from counterclaim.store.connection import writing
from counterclaim.store.tables import (
    captures,
    facets,
    heads,
    members,
    readings,
    spots,
    statements,
)

STATEMENTS = 1_000_000
PER_PAGE = 40
PER_INCIDENT = 120
GRADES = ("contested", "weak", "fair", "none")
CHUNK = 20_000
VOCABULARY = 40_000
ORIGINS = 5_000
FORCES = ("asserts", "denies", "admits", "accuses", "demands", "promises", "doubts", "regrets")
HARMS = ("killed", "injured", "missing", "detained")
ROUNDS = 5

QUERIES = {
    "rare word": Query(words="w30011"),
    "common words": Query(words="w1 w2"),
    "prefix": Query(words="w1234*"),
    "words and force": Query(words="w7 w12", force="denies"),
    "origin": Query(origin="actor:o17"),
    "actor and harm": Query(actor="actor:o5", harm="killed"),
    "near": Query(near=(12.0, 34.0, 25.0)),
    "days": Query(words="w3", since="2031-03-01", until="2031-03-02"),
    "incident": Query(incident="i17"),
    "incident and words": Query(words="w1", incident="i17"),
    "common grade": Query(grade="contested"),
    "common grade and words": Query(words="w1 w2", grade="contested"),
    "rare grade": Query(grade="confirmed"),
    "rare grade and words": Query(words="w3", grade="confirmed"),
    "grade, force and harm": Query(grade="weak", force="denies", harm="killed"),
    "grade and near": Query(grade="weak", near=(12.0, 34.0, 25.0)),
}


def run(_: Path, number: int = STATEMENTS) -> Report:
    """The slowest of the queries' medians, and that of the plain FTS5 query with the same words."""
    with tempfile.TemporaryDirectory() as folder:
        store = Store.create(f"sqlite:///{folder}/ledger.db")
        fill(store, number)
        times = {name: _median(lambda q=query: search(store, q)) for name, query in QUERIES.items()}  # type: ignore[misc]
        plain = _median(lambda: _plain(store, '"w1" "w2"'))
        store.close()
    found = {f"{name.replace(' ', '_')}_ms": round(1000 * took, 1) for name, took in times.items()}
    slowest = round(1000 * max(times.values()), 1)
    return {"slowest_ms": slowest, "fts5_ms": round(1000 * plain, 1), "statements": number, **found}


def fill(store: Store, number: int) -> None:
    """Put `number` made-up statements into an empty store, straight into what search looks at."""
    chance = random.Random(7)  # noqa: S311 - made-up data, one seed
    # The n-th word of a language turns up about 1/n as often as the first.
    words = [f"w{rank}" for rank in range(1, VOCABULARY)]
    weights = [1 / rank for rank in range(1, VOCABULARY)]
    for first in range(0, number, CHUNK):
        keys = range(first + 1, min(first + CHUNK, number) + 1)
        texts = iter(chance.choices(words, weights, k=25 * len(keys)))
        with writing(store.engine) as connection:
            pages = sorted({key // PER_PAGE + 1 for key in keys if _begins(key)})
            for table, rows in (
                (captures, ({"sha256": f"{page:064}", "data": b""} for page in pages)),
                (readings, map(_reading, pages)),
                (heads, ({"page": f"p{page}", "reading": page} for page in pages)),
                (statements, (_statement(key, chance, texts) for key in keys)),
                (facets, (row for key in keys for row in _facets(key, chance))),
                (spots, (_spot(key, chance) for key in keys if key % 3 == 0)),
                (members, (_member(key) for key in keys if key % 8)),
            ):
                connection.execute(insert(table), list(rows))


def _begins(key: int) -> bool:
    return key == 1 or key % PER_PAGE == 0


def _reading(page: int) -> dict[str, object]:
    same = {"id": page, "document": f"d-{page}", "sha256": f"{page:064}", "engine": "e"}
    return {**same, "page": f"p{page}", "name": f"p{page}", "added": "", "digest": ""}


def _statement(key: int, chance: random.Random, words: Iterator[str]) -> dict[str, object]:
    page = key // PER_PAGE + 1
    day = (date(2031, 1, 1) + timedelta(days=chance.randrange(365))).isoformat()
    origin = f"actor:o{chance.randrange(ORIGINS)}"
    said = " ".join(next(words) for _ in range(25))
    return {
        "id": key,
        "reading": page,
        "statement": f"d-{page}.s{key}",
        "document": f"d-{page}",
        "origin": origin,
        "speaker": origin,
        "force": chance.choice(FORCES),
        "earliest": day,
        "latest": day,
        "words": said,
        "folded": said,
    }


def _member(key: int) -> dict[str, object]:
    """An incident has some hundred statements on end; one in a hundred has the rarest grade."""
    incident = key // PER_INCIDENT
    grade = "confirmed" if incident % 100 == 0 else GRADES[incident % len(GRADES)]
    return {"statement": key, "code": f"i{incident}", "grade": grade}


def _facets(key: int, chance: random.Random) -> Iterator[dict[str, object]]:
    actor = f"actor:o{chance.randrange(ORIGINS)}"
    yield {"statement": key, "kind": "actor", "value": actor}
    if key % 4 == 0:
        yield {"statement": key, "kind": "harm", "value": chance.choice(HARMS)}


def _spot(key: int, chance: random.Random) -> dict[str, object]:
    place = {"lat": chance.uniform(-60, 70), "lon": chance.uniform(-180, 180)}
    return {"statement": key, "place": f"p{key}", **place}


def _plain(store: Store, match: str) -> object:
    query = (
        "SELECT rowid FROM statement_words WHERE statement_words MATCH :m "
        "ORDER BY rowid DESC LIMIT 50"
    )
    with store.engine.connect() as connection:
        return connection.execute(text(query), {"m": match}).all()


def _median(work: Callable[[], object]) -> float:
    took = []
    for _ in range(ROUNDS):
        begun = time.perf_counter()
        work()
        took.append(time.perf_counter() - begun)
    return statistics.median(took)


if __name__ == "__main__":
    print(run(Path(), int(sys.argv[1]) if len(sys.argv) > 1 else STATEMENTS))
