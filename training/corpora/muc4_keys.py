"""MUC-4's texts and keys as they are written."""

import json
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path

import msgspec

from training.corpora.labelled import Span

_HEADER = re.compile(r"^((?:DEV|TST1|TST2)-MUC[34]-\d{4})[^\n]*\n", re.MULTILINE)
_QUOTED = re.compile(r'"((?:[^"\\]|\\.)*)"')


class Document(msgspec.Struct, frozen=True):
    """One despatch, a single line break read as a blank, with its templates."""

    id: str
    part: str
    text: str
    templates: tuple[dict[str, list[str]], ...]


def read_documents(folder: Path) -> list[Document]:
    """All documents with their keys, in the order of the files."""
    keys: defaultdict[str, list[dict[str, list[str]]]] = defaultdict(list)
    for line in (folder / "full_keys_dev.jsonl").read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        keys[row["id"].split()[0]].append(row)
    found = []
    for part in ("dev", "tst1", "tst2"):
        for path in sorted((folder / "TASK" / "CORPORA" / part).glob(f"{part}-muc*")):
            raw = path.read_text(encoding="latin-1")
            heads = list(_HEADER.finditer(raw))
            ends = [head.start() for head in heads[1:]] + [len(raw)]
            for head, end in zip(heads, ends, strict=True):
                text = re.sub(r"(?<!\n)\n(?!\s*\n)", " ", raw[head.end() : end].strip())
                found.append(Document(head[1], part, text, tuple(keys[head[1]])))
    return found


def strings(values: Iterable[str]) -> list[str]:
    """What stands in quotation marks in the values of a slot."""
    return [
        found.replace('\\"', '"')
        for value in values
        for found in _QUOTED.findall(value)
        if found not in ("-", "*", "")
    ]


def occurrences(text: str, string: str) -> Iterator[Span]:
    """Where a key's string stands, whatever the white space inside it."""
    words = [re.escape(word) for word in string.split()]
    if words:
        spaced = r"\s+".join(words)
        for found in re.finditer(rf"(?<!\w){spaced}(?!\w)", text):
            yield found.span()
