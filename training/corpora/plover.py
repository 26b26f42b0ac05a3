"""PLOVER's gold records: the words that name the event that a sentence was chosen for."""

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from training.corpora.labelled import TAG_LABELS, Labelled, LabelledSpan, Span
from training.corpora.muc4 import event_words

FILE = Path("plover_cameo/gold_standard_records/PLOVER_GSR_CAMEO.txt")
_MARK = re.compile(r"\(([A-Z/]{3,}): ([^()]*)\)")


def plover(data: Path) -> Iterator[Labelled]:
    """One sentence a document. Words for other events in it are unknown."""
    for row in _records((data / FILE).read_text(encoding="utf-8")):
        event = str(row.get("event", "")).lower()
        info = row.get("textInfo")
        markup = info.get("markup", "") if isinstance(info, dict) else ""
        if event in TAG_LABELS["events"] and "EVT:" in markup:
            yield read_record(row["id"], event, markup)


def read_record(name: str, event: str, markup: str) -> Labelled:
    """The sentence without its marks, and what they mark as the event."""
    parts: list[str] = []
    spans: list[LabelledSpan] = []
    size = done = 0
    bare = re.sub(r"[{}]", "", markup).strip()
    for found in _MARK.finditer(bare):
        words = found[2].strip()
        before = bare[done : found.start()]
        start = size + len(before)
        if found[1] == "EVT" and words:
            spans.append((start, start + len(words), event))
        parts += [before, words]
        size = start + len(words)
        done = found.end()
    text = "".join([*parts, bare[done:]])
    unknown: list[Span] = event_words(text, [span[:2] for span in spans])
    return Labelled(
        f"plover/{name}", text, {"events": spans}, unknown={"events": unknown} if unknown else {}
    )


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
