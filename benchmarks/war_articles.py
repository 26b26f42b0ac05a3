"""Articles on one war, of many outlets → groups on one event, and whose word each one's toll is.

The collection has a coded day and place for each article, and no groups. A group are articles of
one day and place that share wording (cosine of :data:`ALIKE` or more, followed from article to
article), two or more of them.

Whose word an article's toll is, is read off its surface by rules that share nothing with the
product's: the body of :data:`BODIES` named first in the first sentence with a number of people
killed; else that of the oldest article of the group that it copies, of which half of the shorter
one's runs of eight words stand in it; else its outlet's own.
"""

import csv
import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from math import log
from pathlib import Path

from counterclaim.pages import read_document
from counterclaim.reading import Engine
from counterclaim.records import Reading

ALIKE = 0.15
"""Cosine of the words' weights from which two articles of one day and place tell of one event."""

RUN = 8
"""Words in a run by which a copy is known."""

COPIED = 0.5

BODIES: dict[str, str] = {
    "observatory": r"Observatory|SOHR",
    "syrian state": r"\bSANA\b|\bSana\b|[Ss]tate (?:media|television|TV|news agency)",
    "civil defence": r"White Helmets|Civil Defen[cs]e",
    "coalition": r"[Cc]oalition",
    "coordination": r"Local Coordination",
    "network": r"Syrian Network",
    "unicef": r"UNICEF",
    "united nations": r"United Nations|\bUN\b",
    "red cross": r"Red (?:Cross|Crescent)",
    "doctors": r"Doctors Without Borders|\bMSF\b",
    "russian state": r"Russian (?:military|[Dd]efen[cs]e [Mm]inistry)",
    "turkish state": r"Turkish (?:military|army|[Aa]rmed [Ff]orces)",
    "amaq": r"\bAmaq\b",
}
"""Bodies that are often cited in this war, and how they are written. Own list."""

_BODY = re.compile("|".join(f"(?P<b{at}>{words})" for at, words in enumerate(BODIES.values())))
_SENTENCE = re.compile(r"[^.!?]{1,1000}[.!?]?")
_NUMBER = re.compile(
    r"\b(?:\d{1,5}|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|dozens|scores|"
    r"hundreds)\b"
)
_KILLED = re.compile(r"\b(?:kill(?:ed|ing|s)|died|dead|deaths?|martyr(?:ed|s|dom)?)\b")
_WORD = re.compile(r"\w+")


def grouped(data: Path) -> Iterator[tuple[list[str], list[Reading]]]:
    """Each group: whose word each article's toll is, and what the engine reads in it."""
    engine = Engine()
    for articles in groups(list(articles_of(data))):
        pages = [
            read_document(
                f"{one['article_title']}\n\n{one['article_content']}".encode(),
                name=f"{one['source']} {one['unit_id']}",
                url=f"https://{one['source']}.example/{one['unit_id']}",
                published=one["day"],
            )
            for one in articles
        ]
        yield words_of(articles), list(engine.read(pages))


def articles_of(data: Path) -> Iterator[dict[str, str]]:
    """The rows of all files ``fakes*.csv``, with an ISO ``day``."""
    for path in sorted(data.glob("fakes*.csv")):
        with path.open(encoding="utf-8", errors="replace", newline="") as lines:
            for row in csv.DictReader(lines):
                month, day, year = row["date"].split("/")
                yield {**row, "day": f"{int(year):04}-{int(month):02}-{int(day):02}"}


def groups(articles: Sequence[Mapping[str, str]]) -> list[list[Mapping[str, str]]]:
    """Articles of one event, two or more, in the order of the collection."""
    words = [frozenset(w.casefold() for w in _WORD.findall(_text(one))) for one in articles]
    held: defaultdict[str, int] = defaultdict(int)
    for told in words:
        for word in told:
            held[word] += 1
    weights = {word: log(len(articles) / times) for word, times in held.items()}
    cells: defaultdict[tuple[str, str], list[int]] = defaultdict(list)
    for at, one in enumerate(articles):
        cells[one["day"], one["location"]].append(at)
    found = [part for cell in cells.values() for part in _linked(cell, words, weights)]
    return [[articles[at] for at in part] for part in found if len(part) > 1]


def _linked(
    cell: Sequence[int], words: Sequence[frozenset[str]], weights: Mapping[str, float]
) -> list[list[int]]:
    parts: list[list[int]] = []
    for at in cell:
        near = [p for p in parts if any(_cosine(words[at], words[o], weights) >= ALIKE for o in p)]
        parts = [part for part in parts if part not in near]
        parts.append(sorted([at, *(other for part in near for other in part)]))
    return parts


def _cosine(one: frozenset[str], two: frozenset[str], weights: Mapping[str, float]) -> float:
    norm = _square(one, weights) * _square(two, weights)
    return _square(one & two, weights) / norm**0.5 if norm else 0.0


def _square(words: frozenset[str], weights: Mapping[str, float]) -> float:
    return sum(weights[word] ** 2 for word in words)


def words_of(articles: Sequence[Mapping[str, str]]) -> list[str]:
    """Whose word each article's toll is; the order of the articles is that of their age."""
    runs = [_runs(one["article_content"]) for one in articles]
    found: list[str] = []
    for at, one in enumerate(articles):
        copied = next((old for old in range(at) if _copies(runs[at], runs[old])), None)
        word = cited(one["article_content"])
        if word is None:
            word = f"outlet {one['source']}" if copied is None else found[copied]
        found.append(word)
    return found


def cited(text: str) -> str | None:
    """The body named first in the first sentence with a number of people killed."""
    for sentence in _SENTENCE.findall(text):
        if _KILLED.search(sentence) and _NUMBER.search(sentence):
            body = _BODY.search(sentence)
            return list(BODIES)[int(str(body.lastgroup)[1:])] if body else None
    return None


def _text(one: Mapping[str, str]) -> str:
    return f"{one['article_title']} {one['article_content']}"


def _runs(text: str) -> frozenset[tuple[str, ...]]:
    words = [word.casefold() for word in _WORD.findall(text)]
    return frozenset(tuple(words[at : at + RUN]) for at in range(len(words) - RUN + 1))


def _copies(one: frozenset[tuple[str, ...]], two: frozenset[tuple[str, ...]]) -> bool:
    return len(one & two) >= COPIED * max(1, min(len(one), len(two)))
