"""Time expressions: TimeBank and AQUAINT as cleaned for TempEval-3, and WikiWars."""

from collections.abc import Iterator
from pathlib import Path

from benchmarks.timex import examples

from training.corpora.labelled import Labelled, settled, trimmed


def tempeval3(data: Path) -> Iterator[Labelled]:
    """News with TIMEX3. Names: ``tempeval3/TimeBank/…`` and ``tempeval3/AQUAINT/…``."""
    for part in ("AQUAINT", "TimeBank"):
        folder = data / "tempeval3" / "Training" / "TBAQ-cleaned" / part
        yield from _documents(folder, f"tempeval3/{part}")


def wikiwars(data: Path) -> Iterator[Labelled]:
    """Histories of wars. Every type is DATE there, so labels are guessed from the value's form."""
    yield from _documents(data / "wikiwars" / "train", "wikiwars")


def _documents(folder: Path, prefix: str) -> Iterator[Labelled]:
    for example in examples(folder):
        spans = [
            (*trimmed(example.text, gold.start, gold.end), kind_of(gold.type, gold.value))
            for gold in example.gold
            if example.text[gold.start : gold.end].strip()
        ]
        name = f"{prefix}/{example.name.removesuffix('.tml')}"
        yield Labelled(name, example.text, {"times": settled(spans)})


def kind_of(type_: str, value: str) -> str:
    """The label of a TIMEX3: its type, where a DATE's value cannot be anything else.

    A value with a clock time or a part of the day is a time; one that begins with P is a duration
    (ISO 8601).
    """
    kind = type_.lower()
    if kind != "date":
        return kind
    if value.startswith("P") and value[1:2].isdigit():
        return "duration"
    return "time" if "T" in value and value[:1].isdigit() else "date"
