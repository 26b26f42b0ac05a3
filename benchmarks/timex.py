"""Time expressions against TimeML files, scored as in TempEval-3 (UzZaman et al. 2013).

Strict: the same word tokens; relaxed: any token shared. Value F1 is relaxed F1 times the share of
matched gold expressions whose TIMEX3 value is the same. The document creation time is read from
``DCT`` and given as the day of publication; it is not scored itself. `value_f1_sound` leaves out
of that share the gold values that go against their own words (`timex_gold`).

Peers that are installed are measured on the same sample of documents as `sample_value_f1` is.
"""

import hashlib
import re
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from xml.etree import ElementTree

from benchmarks.timex_gold import contradicts
from benchmarks.timex_peers import PEERS, Found, Peer, installed, timed
from counterclaim.facts.timex import Timex, read_timexes

__all__ = ["Example", "Tally", "examples", "half", "run", "score"]

_WORD = re.compile(r"\w+")
SAMPLE = 24
"""Documents that peers are measured on: HeidelTime starts a Java machine for each."""


@dataclass(frozen=True)
class Gold:
    """One annotated expression."""

    start: int
    end: int
    value: str
    type: str


@dataclass(frozen=True)
class Example:
    """One TimeML document."""

    name: str
    text: str
    published: date | None
    gold: tuple[Gold, ...]


@dataclass
class Tally:
    """Counts over documents."""

    gold: int = 0
    system: int = 0
    strict: int = 0
    relaxed_gold: int = 0
    relaxed_system: int = 0
    value: int = 0
    unsound: int = 0
    sound_value: int = 0

    def report(self) -> dict[str, float]:
        """The three F1 scores, in per cent."""
        relaxed = _f1(self.relaxed_system, self.system, self.relaxed_gold, self.gold)
        accuracy = self.value / self.relaxed_gold if self.relaxed_gold else 0.0
        sound = self.relaxed_gold - self.unsound
        return {
            "strict_f1": round(100 * _f1(self.strict, self.system, self.strict, self.gold), 2),
            "relaxed_f1": round(100 * relaxed, 2),
            "value_f1": round(100 * relaxed * accuracy, 2),
            "value_f1_sound": round(
                100 * relaxed * (self.sound_value / sound if sound else 0.0), 2
            ),
        }


def run(data: Path) -> dict[str, float]:
    """Score every ``.tml`` file under ``data``, and peers on some of them."""
    every, a, b = Tally(), Tally(), Tally()
    words, seconds = 0, 0.0
    documents = list(examples(data))
    for example in documents:
        begun = time.process_time()
        found = read_timexes(example.text, example.published)
        seconds += time.process_time() - begun
        words += len(example.text.split())
        for tally in (every, a if half(example.name) == "A" else b):
            score(example, found, tally)
    report = {**every.report(), "words_per_s": round(words / max(seconds, 1e-9))}
    for name, tally in (("a", a), ("b", b)):
        report[f"value_f1_{name}"] = tally.report()["value_f1"]
    return {**report, **_beside(documents)}


def half(name: str) -> str:
    """``A`` or ``B``: rules are tuned on the documents of A alone."""
    return "AB"[hashlib.md5(name.encode(), usedforsecurity=False).digest()[0] & 1]


def _beside(documents: Sequence[Example]) -> dict[str, float]:
    """Figures of the peers that are installed, and ours, on the same documents."""
    peers = [peer for peer in PEERS if installed(peer)]
    sample = sorted(documents, key=lambda one: hashlib.sha256(one.name.encode()).digest())[:SAMPLE]
    if not peers or not sample:
        return {}
    ours = Tally()
    for example in sample:
        score(example, read_timexes(example.text, example.published), ours)
    report = {f"sample_{key}": value for key, value in ours.report().items()}
    for peer in peers:
        report.update(_peer(peer, sample))
    return report


def _peer(peer: Peer, sample: Sequence[Example]) -> dict[str, float]:
    """One peer's figures on ``sample``."""
    find, tally, seconds = peer.load(), Tally(), 0.0
    for example in sample:
        found, spent = timed(find, example.text, example.published)
        seconds += spent
        score(example, found, tally)
    words = sum(len(example.text.split()) for example in sample)
    report = {f"{peer.name}_{key}": value for key, value in tally.report().items()}
    report[f"{peer.name}_words_per_s"] = round(words / max(seconds, 1e-9))
    return report


def examples(data: Path) -> Iterator[Example]:
    """The TimeML documents under ``data``, by path; one kept in two folders is given once."""
    paths = [data] if data.is_file() else sorted(data.rglob("*.tml"))
    seen: set[str] = set()
    for path in paths:
        if path.name not in seen:
            seen.add(path.name)
            yield _example(path)


def _example(path: Path) -> Example:
    root = ElementTree.parse(path).getroot()  # noqa: S314 - local corpus files
    created = root.find(".//DCT/TIMEX3")
    parts: list[str] = []
    gold: list[Gold] = []
    body = root.find("TEXT")
    if body is not None:
        _walk(body, parts, gold)
    value = created.get("value", "") if created is not None else ""
    return Example(path.name, "".join(parts), _day(value), tuple(gold))


def _walk(node: ElementTree.Element, parts: list[str], gold: list[Gold]) -> None:
    """Text of a node into ``parts``, its expressions into ``gold``."""
    start = sum(len(part) for part in parts)
    parts.append(node.text or "")
    for child in node:
        _walk(child, parts, gold)
        parts.append(child.tail or "")
    end = sum(len(part) for part in parts)
    if node.tag == "TIMEX3" and end > start:
        gold.append(Gold(start, end, node.get("value", ""), node.get("type", "")))


def _day(value: str) -> date | None:
    try:
        return date.fromisoformat(value[:10])
    except ValueError:
        return None


def score(example: Example, found: Sequence[Timex | Found], tally: Tally) -> None:
    """Add one document's counts to ``tally``."""
    tokens = [match.span() for match in _WORD.finditer(example.text)]
    gold = [(_tokens(tokens, item.start, item.end), item) for item in example.gold]
    system = [(_tokens(tokens, item.start, item.end), item) for item in found]
    tally.gold += len(gold)
    tally.system += len(system)
    strict = {frozenset(words) for words, _ in gold}
    tally.strict += sum(frozenset(words) in strict for words, _ in system)
    tally.relaxed_system += sum(any(words & other for other, _ in gold) for words, _ in system)
    for words, item in gold:
        matched = next((one for other, one in system if words & other), None)
        if matched is not None:
            tally.relaxed_gold += 1
            right = _value(matched) == item.value
            tally.value += right
            words_said = example.text[item.start : item.end]
            unsound = contradicts(words_said, item.value)
            tally.unsound += unsound
            tally.sound_value += right and not unsound


def _value(found: Timex | Found) -> str | None:
    return found.value if isinstance(found, Found) else found.normal.value


def _tokens(tokens: list[tuple[int, int]], start: int, end: int) -> set[int]:
    return {index for index, (a, b) in enumerate(tokens) if a < end and start < b}


def _f1(right_system: int, system: int, right_gold: int, gold: int) -> float:
    precision = right_system / system if system else 0.0
    recall = right_gold / gold if gold else 0.0
    return 2 * precision * recall / (precision + recall) if precision + recall else 0.0
