"""Events of our own test pages, and how single sentences put theirs, against our own gold.

The folder has `pages.txt` and `modality.txt`; its `guidelines.md` says what counts. Triggers match
if they overlap. Type, mode, modality, actor and target are scored on the matched ones, the last two
as F1 of overlapping spans. Of the sentences the odd lines are there to be looked at and the even
ones to be scored; a trigger that is not found is wrong.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple, get_args

from training.authored import AuthoredPage, load_pages

from benchmarks.authored import read_all
from benchmarks.registry import Report
from counterclaim.pages import read_document
from counterclaim.reading import Engine
from counterclaim.records import Event, Modality, Reading

PAGES = Path(__file__).parents[1] / "training" / "authored"
MATERIAL = frozenset("AID ASSAULT COERCE MOBILIZE PROTEST RETREAT SANCTION THREATEN".split())
"""PLOVER's types for what is done and not said, and threats."""

FIELDS = ("type", "mode", "modality")
ROLES = ("actor", "target")


class Gold(NamedTuple):
    """An annotated trigger; a field that is `None` is not scored, an empty one has no value."""

    start: int
    end: int
    type: str | None
    mode: str | None
    modality: str | None
    actor: str | None
    target: str | None


def run(data: Path) -> Report:
    """Figures on the pages and on the sentences of `data`."""
    gold = dict(annotated((data / "pages.txt").read_text(encoding="utf-8")))
    pages = [page for page in load_pages(PAGES, "test") if page.id in gold]
    readings = read_all(pages)
    events = [resolved(gold[page.id], page.text, page.id) for page in pages]
    return _pages(pages, events, readings) | _sentences(data / "modality.txt")


def annotated(text: str) -> Iterator[tuple[str, list[list[str]]]]:
    """The lines of each page, in cells."""
    for block in re.split(r"^\[", text, flags=re.MULTILINE)[1:]:
        name, _, rest = block.partition("]")
        lines = [line.split("|") for line in rest.split("\n") if line.strip()]
        yield name, [[cell.strip() for cell in line] for line in lines]


def resolved(lines: Sequence[Sequence[str]], text: str, name: str) -> list[Gold]:
    """Annotations with the offsets of their triggers in `text`.

    Raises:
        ValueError: a trigger or a role is not in the text.
    """
    found = []
    for trigger, code, modality, *roles in lines:
        word, _, which = trigger.partition("#")
        hits = [hit.span() for hit in re.finditer(rf"\b{re.escape(word)}\b", text)]
        missing = [role for role in roles if role not in ("-", "?") and role not in text]
        if len(hits) < int(which or 1) or missing:
            raise ValueError(f"{name}: {trigger} {missing}")
        kind, _, mode = code.partition("/")
        cells = [None if one == "?" else one.strip("-") for one in (kind, mode, modality, *roles)]
        found.append(Gold(*hits[int(which or 1) - 1], *cells))
    return found


def _pages(
    pages: Sequence[AuthoredPage], gold: Sequence[Sequence[Gold]], readings: Sequence[Reading]
) -> Report:
    tally: Counter[str] = Counter()
    for page, wanted, reading in zip(pages, gold, readings, strict=True):
        told = [b for b in page.blocks if b.kind not in ("comment", "related", "other")]
        spoken = {word for one in page.statements if one.cue for word in range(*one.cue)}
        found = [
            event
            for event in reading.events
            if event.event in MATERIAL
            and event.span.start not in spoken
            and any(block.start <= event.span.start < block.end for block in told)
        ]
        _count(wanted, found, tally)
    return _figures(tally)


def _count(wanted: Sequence[Gold], found: Sequence[Event], tally: Counter[str]) -> None:
    left = list(found)
    for one in wanted:
        hit = next((e for e in left if e.span.start < one.end and one.start < e.span.end), None)
        if hit is not None:
            left.remove(hit)
            _compare(one, hit, tally)
        # What no type fits need not be found, and may be.
        tally["gold"] += hit is not None or one.type is not None
        tally["right"] += hit is not None
        tally["found"] += hit is not None
    tally["found"] += len(left)


def _compare(one: Gold, event: Event, tally: Counter[str]) -> None:
    said = {"type": event.event, "mode": event.mode or "", "modality": event.modality}
    for field in FIELDS:
        if (wanted := getattr(one, field)) is not None:
            tally[f"{field} gold"] += 1
            tally[f"{field} right"] += said[field] == wanted
    spans = {"actor": event.actor_span, "target": event.recipient_span}
    for role in ROLES:
        if (wanted := getattr(one, role)) is not None:
            span = spans[role]
            tally[f"{role} gold"] += bool(wanted)
            tally[f"{role} found"] += span is not None
            tally[f"{role} right"] += (
                span is not None and bool(wanted) and (span.exact in wanted or wanted in span.exact)
            )


def _figures(tally: Counter[str]) -> Report:
    report = {
        "trigger_p": _percent(tally["right"], tally["found"]),
        "trigger_r": _percent(tally["right"], tally["gold"]),
        "trigger_f1": _percent(2 * tally["right"], tally["found"] + tally["gold"]),
    }
    for field in FIELDS:
        right, gold = tally[f"{field} right"], tally[f"{field} gold"]
        report[f"{field}_accuracy"] = _percent(right, gold)
    for role in ROLES:
        right, among = tally[f"{role} right"], tally[f"{role} gold"] + tally[f"{role} found"]
        report[f"{role}_f1"] = _percent(2 * right, among)
    return report | {"events": float(tally["gold"])}


def _sentences(file: Path) -> Report:
    lines = file.read_text(encoding="utf-8").splitlines()[1::2]
    tally: Counter[tuple[str, str]] = Counter()
    for wanted, said in told(lines):
        tally[wanted, said] += 1
    return {f"sentence_{name}_f1": _f1(tally, name) for name in get_args(Modality)} | {
        "sentence_accuracy": _percent(
            sum(tally[name, name] for name in get_args(Modality)), tally.total()
        )
    }


def told(lines: Sequence[str]) -> Iterator[tuple[str, str]]:
    """The modality of each line, and the one that the shipped engine gives its trigger."""
    cells = [[cell.strip() for cell in line.split("|")] for line in lines]
    documents = [
        read_document(f"{sentence}\n".encode(), name=f"{number}.txt", published="2031-05-02")
        for number, (_, _, sentence) in enumerate(cells)
    ]
    for (wanted, trigger, _), reading in zip(cells, Engine().read(documents), strict=True):
        hit = next((e for e in reading.events if trigger in e.span.exact), None)
        yield wanted, hit.modality if hit else "-"


def _f1(tally: Counter[tuple[str, str]], name: str) -> float:
    gold = sum(count for (wanted, _), count in tally.items() if wanted == name)
    found = sum(count for (_, said), count in tally.items() if said == name)
    return _percent(2 * tally[name, name], gold + found)


def _percent(part: int, whole: int) -> float:
    return round(100 * part / whole, 1) if whole else 0.0
