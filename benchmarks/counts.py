"""How many were killed and injured, by what a message says, against MUC-4's keys.

DIR has messages and keys as in `benchmarks.muc4_keys`. A key gives each victim's number (slot 21)
and what became of them (slot 23); a message's killed are those with the effect DEATH over all its
templates, its injured those with INJURY. "PLURAL" is [2, ∞), an approximate number ±10%. Messages
without an incident are left out. The reading is the product's: its counts and victims, and the
likeliest number and interval that :mod:`counterclaim.ledger.tallies` makes of them.

``exact``: the likeliest number lies in the key's interval, which is one number for 9 in 10 of them;
``overlap``: the intervals share a number. The peer is a regular expression for a number beside a
word of killing or wounding: its first number, and the least and most of them.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from pathlib import Path

from benchmarks.muc4_keys import read_messages
from benchmarks.registry import Report
from counterclaim.facts.numbers import quantities
from counterclaim.ledger.page_tolls import page_tolls
from counterclaim.ledger.tallies import choose
from counterclaim.pages import read_document
from counterclaim.reading import Engine
from counterclaim.records import Harm, Reading

Interval = tuple[int, int]

ENDLESS = 10**9
HARMS: tuple[Harm, ...] = ("killed", "injured")
EFFECTS = {"killed": "DEATH", "injured": "INJURY"}
ABOUT = 0.1
"""Half-width of a number with a tilde in a key."""

_SLOT = re.compile(r"^(\d+)\.\s+[A-Z]+(?: [A-Z]+)*: ?[A-Z .]+?\s{2,}(.*)$")
_QUOTED = re.compile(r'"((?:[^"\\]|\\.)*)"')
_NUMBER = re.compile(r"(~?)(\d+)(?:\s?-\s?(\d+))?")
_WORDS: dict[Harm, str] = {
    "killed": r"kill|dead|died|death|murder|assassinat|massacre",
    "injured": r"injur|wound|hurt",
}
_NEAR = 30
"""Characters between the peer's number and its word."""


def run(data: Path) -> Report:
    """Figures over the messages of ``data`` that have an incident."""
    keys = dict(victims(data))
    messages = [each for each in read_messages(data) if each.templates and each.id in keys]
    documents = [read_document(each.text.encode(), name=f"{each.id}.txt") for each in messages]
    readings = Engine().read(documents)
    ours: Counter[str] = Counter()
    peer: Counter[str] = Counter()
    for message, reading in zip(messages, readings, strict=True):
        key = keys[message.id]
        for harm, (low, best, high) in answer(reading).items():
            judge(ours, harm, key[harm], best, (low, high))
        for harm in HARMS:
            low, best, high = naive(message.text, harm)
            judge(peer, harm, key[harm], best, (low, high))
        ours["literal"] += all(n.number.exact in n.span.exact for n in reading.counts)
    total = max(len(messages), 1)
    names = [f"{harm}_{how}" for harm in HARMS for how in ("exact", "overlap")]
    report = {name: round(100 * ours[name] / total, 1) for name in [*names, "literal"]}
    report |= {f"peer_{name}": round(100 * peer[name] / total, 1) for name in names}
    return report | {"messages": float(len(messages))}


def answer(reading: Reading) -> dict[Harm, tuple[int, int, int]]:
    """Least, likeliest and most of each harm in all that a message says."""
    tolls = page_tolls(reading, {None, *(s.id for s in reading.statements)})
    killed = choose([tolls], "killed")
    injured = choose([tolls], "injured", killed[1])
    return {"killed": killed[:3], "injured": injured[:3]}


def judge(right: Counter[str], harm: Harm, key: Interval, best: int, found: Interval) -> None:
    """Add what is right of one answer."""
    right[f"{harm}_exact"] += key[0] <= best <= key[1]
    right[f"{harm}_overlap"] += found[0] <= key[1] and key[0] <= found[1]


def naive(text: str, harm: Harm) -> tuple[int, int, int]:
    """Least, first and most number near a word of the harm; nobody where there is none."""
    word = re.compile(_WORDS[harm], re.IGNORECASE)
    found = [
        one.best or one.low
        for one in quantities(text)
        if not one.article
        and word.search(text, max(one.start - _NEAR, 0), min(one.end + _NEAR, len(text)))
    ]
    return (min(found), found[0], max(found)) if found else (0, 0, 0)


def victims(data: Path) -> Iterator[tuple[str, Mapping[Harm, Interval]]]:
    """The killed and injured of each message with a key, as intervals."""
    totals: defaultdict[str, dict[Harm, Interval]] = defaultdict(
        lambda: dict.fromkeys(HARMS, (0, 0))
    )
    for path in sorted(data.rglob("key*")):
        for message, slots in _templates(path.read_text(encoding="latin-1")):
            known = totals[message]
            for harm, found in _of_template(slots).items():
                known[harm] = known[harm][0] + found[0], known[harm][1] + found[1]
    yield from sorted(totals.items())


def _templates(raw: str) -> Iterator[tuple[str, dict[int, list[str]]]]:
    """Message ids with the lines of each of their templates by slot."""
    slots: dict[int, list[str]] = {}
    number = 0
    for line in [*raw.splitlines(), "0.  MESSAGE: ID                     -"]:
        slot = _SLOT.match(line)
        if slot is not None:
            number = int(slot[1])
            if number == 0 and slots and slots.get(1, ["*"])[0] not in ("*", "-"):
                yield slots[0][0].split()[0], slots
            if number == 0:
                slots = {}
            slots[number] = [slot[2].strip()]
        elif line.startswith(" ") and line.strip() and slots:
            slots[number].append(line.strip())


def _of_template(slots: Mapping[int, list[str]]) -> dict[Harm, Interval]:
    """The killed and injured of one template; optional victims may be left out."""
    numbers = {}
    for line in slots.get(21, []):
        for string in _QUOTED.findall(line):
            numbers[string] = _interval(line)
    found: dict[Harm, Interval] = {}
    for harm, effect in EFFECTS.items():
        low = high = 0
        for line in slots.get(23, []):
            kinds = {part.strip(" ?:") for part in _QUOTED.sub("", line).split("/")}
            names = [name for name in _QUOTED.findall(line) if name in numbers]
            if effect not in kinds or not names:
                continue
            least, most = numbers[names[0]]
            sure = not line.startswith("?") and kinds == {effect}
            low, high = low + least * sure, high + most
        found[harm] = low, high  # type: ignore[index]
    return found


def _interval(line: str) -> Interval:
    """The number before the strings of a line of slot 21."""
    words = line.lstrip("? ").partition(":")[0]
    number = _NUMBER.match(words)
    if number is None:
        return (2, ENDLESS) if "PLURAL" in words else (1, 1)
    low, high = int(number[2]), int(number[3] or number[2])
    slack = ABOUT * low if number[1] else 0
    return int(low - slack), int(high + slack)
