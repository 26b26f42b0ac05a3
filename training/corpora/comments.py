"""Comments with their lane, several in one document with blank lines between them.

Lanes are read from the corpora by `training.triage_corpora`. One label a comment: the gravest lane
that is known to hold, in the order of `GRAVITY`; ``none`` where every lane that the corpus speaks
of is known not to hold. Each corpus gives as many comments of every label as `EACH` at most, chosen
by the hash of their text. The fifth that `training.triage_corpora` keeps for its report is held out
here too.
"""

import csv
import html
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from hashlib import sha256
from pathlib import Path

from training.corpora.labelled import Labelled, LabelledSpan, Span
from training.triage_corpora import (
    Comment,
    davidson,
    frames,
    held_in,
    olid,
    stormfront,
    toxic_spans,
)

EACH = 700
TOGETHER = 6
"""Comments in one document."""
GRAVITY = ("identity_attack", "threat", "harassment", "profanity")
MARKED = 0.5
"""Share of annotators that must have marked a character as toxic."""
LONGEST = 1500
"""Characters of the longest comment that is used."""

Readers = dict[str, Callable[[Path], Iterator[Comment]]]
READERS: Readers = {
    "davidson2017": lambda data: davidson(data / "davidson2017"),
    "stormfront": lambda data: stormfront(data / "stormfront_vicomtech"),
    "olid": lambda data: olid(data / "olid"),
    "toxic_spans": lambda data: toxic_spans(data / "toxic_spans_civilcomments_cc0"),
    "frames": lambda data: frames(),
}


def comments(data: Path) -> Iterator[Labelled]:
    """What may be trained on. Names: ``comments/train/CORPUS/…``."""
    yield from _labelled(data, held=False)


def comments_held(data: Path) -> Iterator[Labelled]:
    """What is measured on. Names: ``comments/held/CORPUS/…``."""
    yield from _labelled(data, held=True)


def lane(comment: Comment) -> str | None:
    """One label for a comment, or nothing where the corpus leaves it open."""
    for name in GRAVITY:
        if comment.labels.get(name, 0.0) >= 0.5:
            return name
    return "none" if comment.labels else None


def _labelled(data: Path, *, held: bool) -> Iterator[Labelled]:
    marks = toxic_marks(data / "toxic_spans_civilcomments_cc0")
    for corpus, reader in READERS.items():
        chosen = sample(each for each in reader(data) if held_in(each.text) == held)
        part = "held" if held else "train"
        for at in range(0, len(chosen), TOGETHER):
            name = f"comments/{part}/{corpus}/{at // TOGETHER:04}"
            yield together(name, chosen[at : at + TOGETHER], marks)


def sample(found: Iterable[Comment]) -> list[tuple[Comment, str]]:
    """Comments with their lane, at most `EACH` of a lane, mixed."""
    by_lane: defaultdict[str, dict[str, Comment]] = defaultdict(dict)
    for comment in found:
        name = lane(comment)
        if name and comment.text.strip() and len(comment.text) <= LONGEST:
            by_lane[name][sha256(comment.text.encode()).hexdigest()] = comment
    rows = [
        (key, name, comment)
        for name, each in by_lane.items()
        for key, comment in sorted(each.items())[:EACH]
    ]
    return [(comment, name) for _, name, comment in sorted(rows, key=lambda row: row[:2])]


def together(
    name: str, chosen: Sequence[tuple[Comment, str]], marks: dict[str, list[Span]]
) -> Labelled:
    """Some comments as one text; where nobody marked toxic words, harmful ones are unknown."""
    text = ""
    lanes: list[LabelledSpan] = []
    toxic: list[LabelledSpan] = []
    unknown: list[Span] = []
    for comment, label in chosen:
        text += "\n\n" if text else ""
        start = len(text)
        marked = comment.corpus == "toxic_spans"
        raw = comment.text if marked else html.unescape(comment.text)
        words = raw.strip()
        text += words
        lanes.append((start, len(text), label))
        if marked:
            shift = start - (len(raw) - len(raw.lstrip()))
            toxic += [(a + shift, b + shift, "toxic") for a, b in marks.get(raw, ())]
        elif label != "none":
            unknown.append((start, len(text)))
    stretches = {"toxic": unknown} if unknown else {}
    return Labelled(name, text, {"toxic": sorted(toxic)}, {"triage": lanes}, unknown=stretches)


def toxic_marks(folder: Path) -> dict[str, list[Span]]:
    """Words that at least `MARKED` of a comment's annotators marked, by the comment's text."""
    owner: dict[str, str] = {}
    annotators: Counter[str] = Counter()
    for row in _rows(folder / "annotations.csv"):
        owner[row["annotation"]] = row["comment_id"]
        annotators[row["comment_id"]] += 1
    votes: defaultdict[str, dict[int, set[str]]] = defaultdict(dict)
    for row in _rows(folder / "spans.csv"):
        places = votes[owner[row["annotation"]]]
        for at in range(int(row["start"]), int(row["end"])):
            places.setdefault(at, set()).add(row["annotation"])
    texts = {row["comment_id"]: row["comment_text"] for row in _rows(folder / "comments.csv")}
    return {
        text: list(whole_words(text, _majority(votes[key], annotators[key])))
        for key, text in sorted(texts.items())
        if key in votes
    }


def _rows(path: Path) -> Iterator[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        yield from csv.DictReader(file)


def _majority(votes: dict[int, set[str]], annotators: int) -> set[int]:
    return {at for at, names in votes.items() if len(names) >= MARKED * annotators}


def whole_words(text: str, marked: set[int]) -> Iterator[Span]:
    """Runs of words with a marked letter, without the white space around them."""
    start = end = -1
    at = 0
    for word in text.split():
        at = text.index(word, at)
        inside = any(place in marked for place in range(at, at + len(word)))
        if inside and start < 0:
            start = at
        if not inside and start >= 0:
            yield start, end
            start = -1
        at += len(word)
        end = at
    if start >= 0:
        yield start, end
