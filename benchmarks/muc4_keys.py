"""MUC-4's messages and answer keys, as its corpus has them.

A folder holds files of messages, each begun by its number (`TST2-MUC4-0001`), and files of keys
(`key…`): templates of 25 numbered slots, a fill a line. Alternatives of a fill are parted by
slashes, what may be left out begins with a question mark, and `*` or `-` is no fill.
"""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

_MESSAGE = re.compile(r"^([A-Z]+\d?-MUC\d-\d{4})[^\n]*\n", re.MULTILINE)
_SLOT = re.compile(r"^(\d+)\.\s+([A-Z]+(?: [A-Z]+)*: ?[A-Z .]+?)\s{2,}(.*)$")
_QUOTED = re.compile(r'"((?:[^"\\]|\\.)*)"')
_ARTICLES = re.compile(r"^(?:THE|A|AN) ")

TYPE, INSTRUMENT, INDIVIDUAL, ORGANISATION, CONFIDENCE = 4, 6, 9, 10, 11
TARGET, VICTIM_NAME, VICTIM = 12, 18, 19


class Fill(NamedTuple):
    """One fill: its set values (slots 4 and 11) and its strings, any of which is right."""

    values: frozenset[str]
    strings: frozenset[str]
    optional: bool = False


class Template(NamedTuple):
    """One template: its fills by slot; `optional` ones need not be found."""

    slots: dict[int, list[Fill]]
    optional: bool = False

    def fills(self, slot: int) -> list[Fill]:
        """The fills of a slot, none where it is empty."""
        return self.slots.get(slot, [])

    @property
    def types(self) -> frozenset[str]:
        """The incident's type, with alternatives."""
        return frozenset(value for fill in self.fills(TYPE) for value in fill.values)


class Message(NamedTuple):
    """A message, a single line break read as a blank, with its key."""

    id: str
    text: str
    templates: list[Template]


def plain(string: str) -> str:
    """A string as it is compared: capitals, no article, one blank between words, no quotes."""
    words = " ".join(string.replace("\\", "").replace('"', " ").upper().split())
    return _ARTICLES.sub("", words)


def read_messages(folder: Path) -> list[Message]:
    """The messages of a folder with their keys, in the order of the files.

    Line breaks in files of the time may be of any kind; bytes are Latin-1.
    """
    paths = sorted(path for path in folder.rglob("*") if path.is_file())
    keys: dict[str, list[Template]] = {}
    for path in paths:
        if path.name.startswith("key"):
            for message, template in read_key(path.read_text(encoding="latin-1")):
                found = keys.setdefault(message, [])
                found += [template] if template is not None else []
    messages = (each for path in paths if "muc" in path.name for each in _split(path))
    return [Message(id_, text, keys[id_]) for id_, text in messages if id_ in keys]


def _split(path: Path) -> Iterator[tuple[str, str]]:
    if path.name.startswith("key"):
        return
    raw = path.read_text(encoding="latin-1")
    heads = list(_MESSAGE.finditer(raw))
    ends = [head.start() for head in heads[1:]] + [len(raw)]
    for head, end in zip(heads, ends, strict=True):
        yield head[1], re.sub(r"(?<!\n)\n(?!\s*\n)", " ", raw[head.end() : end].strip())


def read_key(raw: str) -> Iterator[tuple[str, Template | None]]:
    """Message ids with each of their templates; a message without an incident comes with none."""
    slots: dict[int, list[str]] = {}
    number = 0
    for line in [*raw.splitlines(), "0.  MESSAGE: ID                     "]:
        slot = _SLOT.match(line)
        if slot is None and line.startswith("0.  MESSAGE: ID"):
            slot = re.match(r"^(0)\.\s+(MESSAGE: ID)\s*(.*)$", line)
        if slot is not None:
            number = int(slot[1])
            if number == 0 and slots:
                yield _template(slots)
                slots = {}
            slots[number] = [slot[3].strip()]
        elif line.startswith(" ") and line.strip() and slots:
            slots[number].append(line.strip())


def _template(slots: dict[int, list[str]]) -> tuple[str, Template | None]:
    message = slots[0][0].split()[0]
    which = slots.get(1, ["*"])[0]
    if which.strip() in ("*", "-"):
        return message, None
    fills = {
        number: [fill for value in values if (fill := read_fill(number, value)) is not None]
        for number, values in slots.items()
        if number > 1
    }
    return message, Template(fills, "OPTIONAL" in which)


def read_fill(slot: int, value: str) -> Fill | None:
    """The fill of one line of a slot, or `None` where it has none."""
    optional = value.startswith("?")
    value = value.lstrip("? ").strip()
    if value in ("*", "-", ""):
        return None
    strings = frozenset(plain(found) for found in _QUOTED.findall(value))
    named = _QUOTED.sub(" ", value) if slot in (TYPE, CONFIDENCE) else ""
    values = frozenset(filter(None, (part.strip(" :?()") for part in named.split("/"))))
    return Fill(values, strings - {"-", "*"}, optional)
