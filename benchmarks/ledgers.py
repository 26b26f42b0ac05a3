"""Contradictions and changes of story that a dossier lists, on page sets of our own writing."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from benchmarks.registry import Report
from benchmarks.stories import GOLD
from counterclaim.dossier import build_dossier
from counterclaim.dossier.model import Dossier
from counterclaim.ledger import build_ledger
from counterclaim.reading import Settings, read_page
from counterclaim.records import Reading

LABELS = {
    "Who did it": "actor",
    "What happened": "event",
    "Intent": "intent",
    "Place": "place",
    "Time": "time",
}
"""Headings of a dossier's list → fields of the gold; every other heading is of a number."""

ONE = frozenset({"actor", "event"})
"""Fields that are one here: that a side did it is denied as its part or as the event."""

DAY = len("2034-05-12")

HELD = "held-"
"""How the names of sets begin that rules must not be tuned on."""


@dataclass(frozen=True)
class Gold:
    """A field, and for either side the words of which one is in what is listed."""

    field: str
    sides: tuple[tuple[str, ...], tuple[str, ...]]


@dataclass(frozen=True)
class PageSet:
    """The pages of one incident with day and outlet, and what is to be listed of them."""

    key: str
    pages: tuple[tuple[str, str, str], ...]
    contradictions: tuple[Gold, ...]
    turns: tuple[tuple[tuple[str, ...], str], ...]


Score = tuple[int, int, int, int]
"""Listed, right of these, wanted, found of these."""


def run(data: Path) -> Report:
    """Precision and recall in percent over all sets, and over those held back."""
    folder = data if (data / "ledgers.txt").exists() else GOLD
    sets = list(page_sets(folder / "ledgers.txt"))
    judged = [(one.key.startswith(HELD), *_judge(one, folder)) for one in sets]
    report = _figures("contradictions", [c for _, c, _ in judged])
    report |= _figures("held_contradictions", [c for held, c, _ in judged if held])
    report |= _figures("turns", [t for _, _, t in judged])
    report |= _figures("held_turns", [t for held, _, t in judged if held])
    return report | {"sets": float(len(sets)), "listed": float(sum(c[0] for _, c, _ in judged))}


def page_sets(path: Path) -> Iterator[PageSet]:
    """The sets in the order of the file; ``##`` begins one, ``==`` a page, ``--`` its gold."""
    for block in path.read_text("utf-8").split("\n## ")[1:]:
        text, _, gold = block.partition("\n-- gold\n")
        key, _, pages = text.partition("\n== ")
        told = [page.partition("\n") for page in pages.split("\n== ")]
        lines = [[part.strip() for part in line.split(" | ")] for line in gold.splitlines()]
        lines = [line for line in lines if len(line) == 3]
        yield PageSet(
            key.strip(),
            tuple((head[:DAY], head[DAY:].strip(), body.strip()) for head, _, body in told),
            tuple(Gold(f, (_words(a), _words(b))) for f, a, b in lines if f != "turn"),
            tuple((_words(who), field) for kind, who, field in lines if kind == "turn"),
        )


def _words(side: str) -> tuple[str, ...]:
    return tuple(words.strip() for words in side.split(" / "))


def _judge(one: PageSet, folder: Path) -> tuple[Score, Score]:
    dossier = build_dossier(build_ledger([_read(page, folder) for page in one.pages]))
    return _contradictions(one, dossier), _turns(one, dossier)


def _read(page: tuple[str, str, str], folder: Path) -> Reading:
    day, outlet, text = page
    settings = Settings(published=day, gazetteer=folder / "places.csv")
    return read_page(text.encode(), name=f"{outlet}.txt", settings=settings)


def _contradictions(one: PageSet, dossier: Dossier) -> Score:
    listed = [
        (LABELS.get(c.on, "count"), c.a.passage.text, c.b.passage.text)
        for c in dossier.contradictions
    ]
    right = sum(any(_is(gold, found) for gold in one.contradictions) for found in listed)
    found = sum(any(_is(gold, each) for each in listed) for gold in one.contradictions)
    return len(listed), right, len(one.contradictions), found


def _is(gold: Gold, listed: tuple[str, str, str]) -> bool:
    field, *texts = listed
    if field != gold.field and not {field, gold.field} <= ONE:
        return False
    ours, theirs = gold.sides
    return any(_in(ours, x) and _in(theirs, y) for x, y in (texts, texts[::-1]))


def _in(words: Sequence[str], text: str) -> bool:
    return any(each in text for each in words)


def _turns(one: PageSet, dossier: Dossier) -> Score:
    listed = [(turn.origin, turn.field) for turn in dossier.glance.turns]
    right = sum(any(_turned(gold, each) for gold in one.turns) for each in listed)
    found = sum(any(_turned(gold, each) for each in listed) for gold in one.turns)
    return len(listed), right, len(one.turns), found


def _turned(gold: tuple[tuple[str, ...], str], listed: tuple[str, str]) -> bool:
    who, field = listed
    return field == gold[1] and any(name.casefold() in who.casefold() for name in gold[0])


def _figures(name: str, scores: Sequence[Score]) -> Report:
    listed, right, wanted, found = (sum(column) for column in zip(*scores, strict=True))
    return {
        f"{name}_p": round(100 * right / max(1, listed), 1),
        f"{name}_r": round(100 * found / max(1, wanted), 1),
    }
