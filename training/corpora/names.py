"""Names on the web: UNER English EWT, and WNUT-17's emerging entities in social media."""

import re
from collections.abc import Iterator, Sequence
from pathlib import Path

from training.corpora.kinds import Kinds, weapons
from training.corpora.labelled import Labelled, LabelledSpan, Span, settled

POSTS = 8
"""Posts of WNUT-17 in one document, a blank line between them."""
_UNER = {"PER": "person", "ORG": "organisation", "LOC": "place"}
_WNUT = {
    "person": "person",
    "location": "place",
    "corporation": "organisation",
    "group": "organisation",
}
_NO_BLANK_BEFORE = re.compile(r"[.,!?;:%)\]}’]|'\w{0,2}$|n't$")
_NO_BLANK_AFTER = frozenset("([{$#@’'")
Tagged = tuple[int, int, str]
"""Place of a word in the text and its IOB tag."""


def uner_ewt(data: Path) -> Iterator[Labelled]:
    """Web documents. Names: ``uner_ewt/dev/…`` and ``uner_ewt/test/…``."""
    kinds = Kinds(data)
    for part in ("dev", "test"):
        path = data / "uner_ewt" / f"en_ewt-ud-{part}.iob2"
        raw = path.read_text(encoding="utf-8")
        for document in re.split(r"^(?=# newdoc)", raw, flags=re.MULTILINE):
            name = re.match(r"# newdoc id = (\S+)", document)
            if name:
                text, tagged = _uner_text(document)
                yield _document(f"uner_ewt/{part}/{name[1]}", text, tagged, _UNER, kinds)


def wnut17(data: Path) -> Iterator[Labelled]:
    """Posts, with the blanks put where they usually stand. Names: ``wnut17/train/…``, ``dev``."""
    kinds = Kinds(data)
    for part, file in (("train", "wnut17train.conll"), ("dev", "emerging.dev.conll")):
        raw = (data / "wnut17" / file).read_text(encoding="utf-8")
        posts = [
            [row for line in post.split("\n") if len(row := line.strip().split("\t")) == 2]
            for post in re.split(r"\n[ \t]*\n", raw)
        ]
        posts = [post for post in posts if post]
        for at in range(0, len(posts), POSTS):
            text, tagged = _posts_text(posts[at : at + POSTS])
            yield _document(f"wnut17/{part}/{at // POSTS:04}", text, tagged, _WNUT, kinds)


def _uner_text(document: str) -> tuple[str, list[Tagged]]:
    """Sentences as they stood, joined by blanks; words that are not in them are left out."""
    parts: list[str] = []
    tagged: list[Tagged] = []
    size = 0
    for block in document.split("\n\n"):
        found = re.search(r"^# text = (.*)$", block, re.MULTILINE)
        if not found:
            continue
        at = 0
        for line in block.split("\n"):
            row = line.split("\t")
            begin = found[1].find(row[1], at) if row[0].isdigit() else -1
            if begin >= 0:
                at = begin + len(row[1])
                tagged.append((size + begin, size + at, row[2]))
        parts.append(found[1])
        size += len(found[1]) + 1
    return " ".join(parts), tagged


def _posts_text(posts: Sequence[Sequence[Sequence[str]]]) -> tuple[str, list[Tagged]]:
    text = ""
    tagged: list[Tagged] = []
    for post in posts:
        text += "\n\n" if text else ""
        before = ""
        for word, tag in post:
            tight = not before or before[-1] in _NO_BLANK_AFTER or _NO_BLANK_BEFORE.match(word)
            text += "" if tight else " "
            tagged.append((len(text), len(text) + len(word), tag))
            text += word
            before = word
    return text, tagged


def _document(
    name: str, text: str, tagged: Sequence[Tagged], labels: dict[str, str], kinds: Kinds
) -> Labelled:
    spans: list[LabelledSpan] = []
    unknown: list[Span] = weapons(text)
    for start, end, label in joined(tagged):
        coarse = labels.get(label)
        if coarse:
            spans.append((start, end, kinds.refine(text[start:end], coarse)))
        else:
            unknown.append((start, end))
    stretches = {"entities": sorted(unknown)} if unknown else {}
    return Labelled(name, text, {"entities": settled(spans)}, unknown=stretches)


def joined(tagged: Sequence[Tagged]) -> Iterator[LabelledSpan]:
    """Spans of the IOB tags, with the corpus's own labels."""
    current: LabelledSpan | None = None
    for start, end, tag in tagged:
        mark, _, label = tag.partition("-")
        if mark == "I" and current and current[2] == label:
            current = (current[0], end, label)
            continue
        if current:
            yield current
        current = (start, end, label) if mark in ("B", "I") and label else None
    if current:
        yield current
