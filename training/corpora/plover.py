"""PLOVER's gold records: the words that name the event that a sentence was chosen for."""

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from training.corpora.labelled import TAG_LABELS, Labelled, LabelledSpan, Span
from training.corpora.muc4 import event_words

FILE = Path("plover_cameo/gold_standard_records/PLOVER_GSR_CAMEO.txt")
AUXILIARIES = frozenset(
    """a all an are be been being could did do does for had has have in is may might must not of on
    said says should that the to was were will would""".split()
)
_MARK = re.compile(r"\(([A-Z/]{3,}): ((?:[^()]|\([^()]*\))*)\)")


def plover(data: Path) -> Iterator[Labelled]:
    """One sentence a document. Words for other events in it are unknown."""
    for row in _records((data / FILE).read_text(encoding="utf-8")):
        event = str(row.get("event", "")).lower()
        info = row.get("textInfo")
        markup = info.get("markup", "") if isinstance(info, dict) else ""
        if event in TAG_LABELS["events"] and "EVT:" in markup:
            yield read_record(row["id"], event, markup)


def read_record(name: str, event: str, markup: str) -> Labelled:
    """The sentence without its marks; one word is its trigger, the other marked words are unknown.

    The records mark whole predicates in pieces ("will support", "resolution"). The trigger is the
    first word of a piece, auxiliaries left out, that our lexicon has for some event, else of the
    first piece.
    """
    text, pieces = unmarked(markup)
    words = [
        (start + found.start(), start + found.end())
        for start, end in pieces
        for found in re.finditer(r"[\w'’-]+", text[start:end])
        if found[0].casefold() not in AUXILIARIES
    ]
    lexical = set(event_words(text, []))
    trigger = next((word for word in words if word in lexical), words[0] if words else None)
    spans: list[LabelledSpan] = [(*trigger, event)] if trigger else []
    unknown = sorted((lexical | set(words)) - {span[:2] for span in spans})
    return Labelled(
        f"plover/{name}", text, {"events": spans}, unknown={"events": unknown} if unknown else {}
    )


def unmarked(markup: str) -> tuple[str, list[Span]]:
    """The sentence, and the spans that are marked ``EVT``."""
    parts: list[str] = []
    pieces: list[Span] = []
    size = done = 0
    bare = re.sub(r"[{}]", "", markup).strip()
    for found in _MARK.finditer(bare):
        words = found[2].strip()
        before = bare[done : found.start()]
        start = size + len(before)
        if found[1] == "EVT" and words:
            pieces.append((start, start + len(words)))
        parts += [before, words]
        size = start + len(words)
        done = found.end()
    return "".join([*parts, bare[done:]]), pieces


def _records(raw: str) -> Iterator[dict[str, Any]]:
    """The objects of the file's list, one by one: a broken one hides no other."""
    decoder = json.JSONDecoder(strict=False)
    at = raw.find("{")
    while at >= 0:
        try:
            row, at = decoder.raw_decode(raw, at)
            yield row
        except json.JSONDecodeError:
            at += 1
        at = raw.find("\n{", at)
        at = at + 1 if at >= 0 else at
