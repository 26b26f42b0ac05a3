"""Live blogs: updates found, ordered and dated, against the page's own JSON-LD taken away before.

`python -m benchmarks updates --data DIR`: DIR holds pages (`.html` or `.html.gz`) and
`gold_from_jsonld.json`. An update found matches a gold one where their words overlap by half (dice)
and it begins with the gold's words; `boundary_f1` is over such pairs, `order_f1` over pairs of
neighbours in time, `time_accuracy` the share of matched updates whose time is right to the minute.
"""

import gzip
import html
import json
import re
from collections import Counter
from datetime import UTC, datetime
from itertools import pairwise
from pathlib import Path
from typing import NamedTuple

from benchmarks.pages import words
from counterclaim.pages import Page, read_document

_SCRIPT = re.compile(r"<script[^>]*application/ld\+json.*?</script>", re.IGNORECASE | re.DOTALL)
OPENING = 8
"""Words of a gold update looked for among the first words of one that was found."""


class Entry(NamedTuple):
    """An update: its words in order, how it may open, its ISO 8601 time, and its age rank.

    Gold updates of one moment share a rank: which of them came first is not known.

    JSON-LD gives entries without a heading the page's own, which the page does not show there: an
    entry may open with its heading or with its text.
    """

    words: list[str]
    openings: list[list[str]]
    time: str | None
    rank: int


def read_page(path: Path) -> Page:
    """A page without its JSON-LD."""
    data = gzip.decompress(path.read_bytes()) if path.suffix == ".gz" else path.read_bytes()
    return read_document(_SCRIPT.sub("", data.decode("utf-8", "replace")).encode(), name=path.name)


def found_entries(page: Page) -> list[Entry]:
    """The updates of a page as read, oldest first."""
    entries: dict[int, list[str]] = {}
    times: dict[int, str | None] = {}
    for block in page.blocks:
        if block.kind == "update" and block.sequence is not None:
            entries.setdefault(block.sequence, []).extend(words(block.span.exact))
            times[block.sequence] = block.time.value if block.time else None
    return [Entry(entries[rank], [], times[rank], rank) for rank in sorted(entries)]


def gold_entries(record: dict[str, list[dict[str, str | None]]]) -> list[Entry]:
    """The updates that the page's JSON-LD lists, oldest first."""
    listed = sorted(record["updates"], key=lambda update: update["datePublished"] or "")
    entries = []
    moments = sorted({update["datePublished"] or "" for update in listed})
    for update in listed:
        rank = 1 + moments.index(update["datePublished"] or "")
        head, body = _plain(update.get("headline")), _plain(update.get("articleBody"))
        entries.append(
            Entry(head + body, [head[:OPENING], body[:OPENING]], update["datePublished"], rank)
        )
    return entries


def _plain(text: str | None) -> list[str]:
    return words(re.sub(r"<[^>]+>", " ", html.unescape(text or "")))


def matches(found: list[Entry], gold: list[Entry]) -> list[tuple[Entry, Entry]]:
    """Pairs of found and gold updates, one to one, best overlap first."""
    scored = []
    for one in found:
        for other in gold:
            common = (Counter(one.words) & Counter(other.words)).total()
            dice = 2 * common / max(1, len(one.words) + len(other.words))
            if dice >= 0.5 and _opens(one.words[: 3 * OPENING], other.openings):
                scored.append((dice, one.rank, other.rank, one, other))
    taken: list[tuple[Entry, Entry]] = []
    for _, _, _, one, other in sorted(scored, key=lambda row: (-row[0], row[1], row[2])):
        if all(one is not a and other is not b for a, b in taken):
            taken.append((one, other))
    return taken


def _opens(first: list[str], openings: list[list[str]]) -> bool:
    """Whether the first words of an update found are how the gold one may open."""
    return any(
        len(set(words) & set(first)) >= min(3, len(set(words))) for words in openings if words
    )


def _minute(value: str | None) -> datetime | None:
    """A moment to the minute in UTC; a time without offset is taken as it stands."""
    if value is None or "T" not in value or value.startswith("T"):
        return None
    moment = datetime.fromisoformat(value)
    moment = moment.astimezone(UTC) if moment.tzinfo else moment.replace(tzinfo=UTC)
    return moment.replace(second=0, microsecond=0)


def run(data: Path) -> dict[str, float]:
    """Scores in percent over all pages together."""
    right = found_total = gold_total = ordered = found_pairs = gold_pairs = timed = 0
    gold = json.loads((data / "gold_from_jsonld.json").read_text("utf-8"))
    for name in sorted(gold):
        found, wanted = found_entries(read_page(data / name)), gold_entries(gold[name])
        pairs = matches(found, wanted)
        right, found_total, gold_total = (
            right + len(pairs),
            found_total + len(found),
            gold_total + len(wanted),
        )
        timed += sum(_minute(a.time) == _minute(b.time) for a, b in pairs)
        ranks = [b.rank for _, b in sorted(pairs, key=lambda pair: pair[0].rank)]
        ordered += sum(later >= earlier for earlier, later in pairwise(ranks))
        found_pairs += max(0, len(found) - 1)
        gold_pairs += max(0, len(wanted) - 1)
    return {
        "updates": float(gold_total),
        "boundary_f1": 200 * right / max(1, found_total + gold_total),
        "boundary_r": 100 * right / max(1, gold_total),
        "order_f1": 200 * ordered / max(1, found_pairs + gold_pairs),
        "time_accuracy": 100 * timed / max(1, right),
    }
