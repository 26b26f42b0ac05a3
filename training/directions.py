"""Fit the weights of direction. Run: ``python -m training.directions --data DIR [--report]``.

Whether "on Saturday" or "in May" looks ahead is learned from moments whose direction is certain
without it: days of a month with a year or within four months of publication, "yesterday", "next
week", "last May" in dated news (PolNeAR, the articles of `gva`, MUC-4), and the ambiguous ones of
TimeBank and AQUAINT by their gold. ``--report`` cross-validates by document instead of writing,
and scores TimeBank and AQUAINT as `benchmarks timex` does, each document by weights of the others.
"""

import argparse
import gzip
import hashlib
import json
import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import NamedTuple
from unittest.mock import patch

from benchmarks.timex import Tally, examples, score

from counterclaim.facts.timex import day_of, direction, read_timexes
from counterclaim.facts.timex.calendar import granularity
from counterclaim.facts.timex.direction import (
    AFTER,
    BEFORE,
    DAY_OF_MONTH,
    FILE,
    month_signs,
    signs,
    weekday_signs,
)
from counterclaim.facts.timex.lexicon import MONTH, MONTHS, WEEKDAY, month_of, weekday_of
from counterclaim.facts.timex.tense import tense_of
from training import logistic

TARGET = Path(__file__).parents[1] / "src/counterclaim/facts/timex" / FILE
RIDGE, LEAST, STEPS, FOLDS = 1.0, 5, 200, 10
SMALL, PLACES = 0.05, 2
GOLD_WEIGHT = 3
"""How often an ambiguous moment with gold counts beside one whose direction its words tell."""
NEAR, FAR = 110, 800
"""Days within which a day without a year is the nearest; beyond which no moment is learned from."""

_YEAR = re.compile(r"\b[12]\d{3}\b")
_MONTH_DAY = re.compile(
    r"\b(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?\s\d|"
    r"\d\s(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)", re.IGNORECASE
)  # fmt: skip
_RELATIVE = re.compile(
    r"\b(?:yesterday|tomorrow|last|next|past|ago|coming|earlier\sthis|later\sthis)\b", re.IGNORECASE
)
_AMBIGUOUS = re.compile(
    rf"(?:(?:(?:early|late|earlier|later)\s|mid-)?(?:(?P<wd>{WEEKDAY})(?:\s(?:morning|night|evening|afternoon))?"
    rf"|(?P<m>{MONTH}))|(?:{WEEKDAY},?\s)?(?P<md>{MONTH})\s\d+)", re.IGNORECASE
)  # fmt: skip
_MUC_HEAD = re.compile(r"\n(?=(?:DEV|TST\d)-MUC\d-\d+)")
_MUC_DATE = re.compile(r"\b(\d{1,2})\s([A-Z]{3})[A-Z]*\s(\d\d)\b")


class Example(NamedTuple):
    """One moment: its document, kind, signs, what the cues alone say, and whether it lies ahead."""

    document: str
    kind: str
    signs: Mapping[str, float]
    cue: bool
    ahead: bool


class Text(NamedTuple):
    """A dated text of news."""

    name: str
    words: str
    day: date


def texts(data: Path) -> Iterator[Text]:
    """Dated news, each text once."""
    seen: set[str] = set()
    for text in (*_polnear(data), *_gva(data), *_muc(data)):
        if text.words[:2000] not in seen:
            seen.add(text.words[:2000])
            yield text


def _polnear(data: Path) -> Iterator[Text]:
    for path in sorted((data / "polnear/train/text").glob("*.txt")):
        day = re.search(r"_(\d{4}-\d\d-\d\d)_", path.name)
        if day:
            yield Text(f"polnear/{path.stem}", path.read_text("utf-8"), date.fromisoformat(day[1]))


def _gva(data: Path) -> Iterator[Text]:
    for path in sorted((data / "gva").glob("docs*.jsonl.gz")):
        for line in gzip.decompress(path.read_bytes()).decode().splitlines():
            row = json.loads(line)
            if re.fullmatch(r"\d{4}-\d\d-\d\d", row["dct"]):
                words = f"{row['title']}\n\n{row['content']}"
                yield Text(f"gva/{row['id']}", words, date.fromisoformat(row["dct"]))


def _muc(data: Path) -> Iterator[Text]:
    for path in sorted((data / "muc4").rglob("*")):
        if not path.is_file() or "key" in path.name.lower():
            continue
        for words in _MUC_HEAD.split(path.read_text("utf-8", "replace")):
            head = _MUC_DATE.search(words[:300])
            if head and head[2].lower() in MONTHS and len(words) > 400:
                day = f"19{head[3]}-{month_of(head[2]):02}-{int(head[1]):02}"
                yield Text(f"muc4/{words[:14]}", words, date.fromisoformat(day))


def certain(text: Text) -> Iterator[Example]:
    """The moments of a text whose direction their own words tell.

    A day of a month within a week is learned from a second time, as if its weekday stood there.
    """
    for timex in read_timexes(text.words, text.day):
        said = " ".join(text.words[timex.start : timex.end].split())
        kind = _kind(said)
        value = (timex.normal.value or "").partition("T")[0]
        day = day_of(value)
        if kind is None or day is None or timex.normal.timex not in ("DATE", "TIME"):
            continue
        days = _days(kind, day, granularity(value), text.day)
        noisy = text.name.startswith("gva/") and kind == "full"  # "Updated: …", "Published: …"
        if days and abs(days) <= FAR and not noisy:
            yield _example(text, timex.start, timex.end, kind, days > 0, (f"k:{kind}",))
            if kind in ("md", "full") and abs(days) < 7:
                kinds = weekday_signs(days % 7)
                yield _example(text, timex.start, timex.end, "as-wd", days > 0, kinds)


def _kind(said: str) -> str | None:
    if _MONTH_DAY.search(said):
        return "full" if _YEAR.search(said) else "md"
    return "rel" if _RELATIVE.search(said) else None


def _days(kind: str, day: date, unit: str, published: date) -> int:
    """Days from publication to a moment; 0 where that is not certain."""
    if kind == "md":
        nearest = min(
            (
                (day.replace(year=year, day=min(day.day, 28)) - published).days
                for year in range(published.year - 1, published.year + 2)
            ),
            key=abs,
        )
        return nearest if abs(nearest) <= NEAR else 0
    if unit == "month":
        return ((day.year - published.year) * 12 + day.month - published.month) * 30
    if unit == "year":
        return (day.year - published.year) * 365
    days = (day - published).days
    now = unit == "week" and -7 < days <= 0
    return 0 if now or unit not in ("day", "week") else days


def ambiguous(data: Path) -> Iterator[Example]:
    """Weekdays, months and days of a month without a year, by their gold."""
    for example in examples(data / "tempeval3" / "Training"):
        for gold in example.gold if example.published else ():
            text = Text(f"tempeval3/{example.name}", example.text, example.published or date.max)
            said = " ".join(example.text[gold.start : gold.end].split()).strip(" ,.")
            match = _AMBIGUOUS.fullmatch(said)
            day = day_of(gold.value.partition("T")[0]) if match else None
            found = _told(match, day, text.day) if match and day else None
            if match and found:
                kinds, ahead = found
                yield _example(text, gold.start, gold.end, match.lastgroup or "", ahead, kinds)


def _told(match: re.Match[str], day: date, published: date) -> tuple[tuple[str, ...], bool] | None:
    """The signs of an ambiguous moment's kind, and whether it lies ahead."""
    if match["wd"]:
        ahead = (weekday_of(match["wd"]) - published.isoweekday()) % 7
        days = (day - published).days
        right = day.isoweekday() == weekday_of(match["wd"])
        return (weekday_signs(ahead), days > 0) if ahead and right and abs(days) <= 14 else None
    if match["m"]:
        ahead = (month_of(match["m"]) - published.month) % 12
        months = (day.year - published.year) * 12 + day.month - published.month
        return (month_signs(ahead), months > 0) if ahead and abs(months) <= 12 else None
    days = (day - published).days
    return (DAY_OF_MONTH, days > 0) if 0 < abs(days) <= 400 else None


def _example(
    text: Text, start: int, end: int, kind: str, ahead: bool, kinds: Sequence[str]
) -> Example:
    before, after = text.words[max(0, start - BEFORE) : start], text.words[end : end + AFTER]
    shown = {**signs(before, after), **dict.fromkeys(kinds, 1.0)}
    cue = tense_of(before[-70:], after[:60]) == "future"
    return Example(text.name, kind, shown, cue, ahead)


def weights(found: Sequence[Example]) -> dict[str, float]:
    """Log-odds weights by sign, small ones left out."""
    many = [e for e in found for _ in range(GOLD_WEIGHT if e.document.startswith("temp") else 1)]
    fitted = logistic.fit(
        [e.signs for e in many],
        [int(e.ahead) for e in many],
        2,
        least=LEAST,
        ridge=RIDGE,
        steps=STEPS,
    )
    odds = {name: round(pair[1] - pair[0], PLACES) for name, pair in fitted.items()}
    return {name: weight for name, weight in odds.items() if abs(weight) >= SMALL or not name}


def _fold(document: str) -> int:
    return hashlib.sha256(document.encode()).digest()[0] % FOLDS


def _report(found: Sequence[Example], data: Path) -> None:
    """Right directions by cross-validation over documents, and by cues alone; value F1 so."""
    right: Counter[tuple[str, str]] = Counter()
    cues: Counter[tuple[str, str]] = Counter()
    total: Counter[tuple[str, str]] = Counter()
    tables = [weights([e for e in found if _fold(e.document) != fold]) for fold in range(FOLDS)]
    for fold, table in enumerate(tables):
        for e in (e for e in found if _fold(e.document) == fold):
            odds = table[""] + sum(table.get(name, 0) * value for name, value in e.signs.items())
            key = e.document.partition("/")[0], e.kind
            total[key] += 1
            right[key] += (odds > 0) == e.ahead
            cues[key] += e.cue == e.ahead
    for key, count in sorted(total.items()):
        print(*key, f"{right[key]} of {count}, by cues {cues[key]}")
    print(tally_of(data, tables).report())


def tally_of(data: Path, tables: Sequence[Mapping[str, float]]) -> Tally:
    """TimeBank and AQUAINT, each document read with weights that have not seen it."""
    tally = Tally()
    for example in examples(data / "tempeval3" / "Training"):
        table = tables[_fold(f"tempeval3/{example.name}")]
        with patch.object(direction, "weights_of", lambda _, table=table: table):
            score(example, read_timexes(example.text, example.published), tally)
    return tally


def main() -> None:
    """Parse and call."""
    parser = argparse.ArgumentParser(prog="python -m training.directions", description=__doc__)
    parser.add_argument("--data", type=Path, required=True, help="folder of the corpora")
    parser.add_argument("--report", action="store_true", help="cross-validate, write nothing")
    options = parser.parse_args()
    found = [e for text in texts(options.data) for e in certain(text)]
    found.extend(ambiguous(options.data))
    if options.report:
        _report(found, options.data)
        return
    rows = ",\n".join(
        f"{json.dumps(name, ensure_ascii=False)}: {weight}"
        for name, weight in sorted(weights(found).items())
    )
    TARGET.write_text(f"{{\n{rows}\n}}\n", "utf-8")


if __name__ == "__main__":
    main()
