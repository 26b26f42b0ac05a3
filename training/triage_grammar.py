"""A small grammar of hostility and peace for the network of triage.

Frames repeat their words; here every place of a sentence has many fillings, so that the network
learns what is done with words and not the words. It stands in ``triage_grammar.txt``: a name in
brackets, then what may stand for it, parted by ``|``. ``{name}`` is any of these; ``{g}`` is a
group, ``{s}`` one of it, ``{a}`` the same with its article, ``{a:name}`` an article before a part.
"""

import random
import re
from collections.abc import Mapping, Sequence
from pathlib import Path

__all__ = ["HOSTILE_FORMS", "PARTS", "PEACEFUL_FORMS", "PERSONAL_FORMS", "expand"]

_FILE = Path(__file__).with_suffix(".txt")
_PLACE = re.compile(r"\{([a-z:]+)\}")
_VOWELS = tuple("aeiou")
_DEEPEST = 6


def _read(text: str) -> dict[str, tuple[str, ...]]:
    """What may stand in each place, by the name in brackets."""
    found = {}
    for part in text.strip().split("\n\n"):
        name, _, lines = part.partition("\n")
        found[name.strip("[]")] = tuple(one.strip() for one in lines.replace("\n", " ").split("|"))
    return found


PARTS: Mapping[str, Sequence[str]] = _read(_FILE.read_text(encoding="utf-8"))
HOSTILE_FORMS = PARTS["HOSTILE"]
"""Hostility to a group."""

PEACEFUL_FORMS = PARTS["PEACEFUL"]
"""Nothing against a group: news, praise, defence, counter-speech, and hostility to others."""

PERSONAL_FORMS = PARTS["PERSONAL"]
"""Hostility to one person."""


def expand(form: str, group: str, one: str, chance: random.Random) -> str:
    """A form with every place filled; `group` for ``{g}``, `one` of it for ``{s}`` and ``{a}``."""
    fixed = {"g": group, "s": one, "a": _with_article(one)}

    def fill(match: re.Match[str]) -> str:
        name = match.group(1)
        if name in fixed:
            return fixed[name]
        if name.startswith("a:"):
            return _with_article(chance.choice(PARTS[name[2:]]))
        return chance.choice(PARTS[name])

    for _ in range(_DEEPEST):
        form = _PLACE.sub(fill, form)
    return form


def _with_article(words: str) -> str:
    return ("an " if words[:1].lower().startswith(_VOWELS) else "a ") + words
