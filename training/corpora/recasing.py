"""Text in capitals in the case that it would have had, character by character.

A word takes the form that it mostly has inside sentences of other corpora; one that they do not
know is most likely a name and gets a capital. Offsets do not change.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from pathlib import Path

from benchmarks.places import read_articles
from benchmarks.timex import examples

from training.polnear import read_articles as read_polnear

_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")
_INSIDE = re.compile(r"(?<![\w.])[a-z]+,? (?=([^\W\d_]+(?:['’][^\W\d_]+)?)(?: [a-z]|[,.;]))")
_BEGINS = re.compile(r"(?:\A|[.!?][\"”]?\s+|\n\s*\n\s*|-- |(?:TEXT|EXCERPTS?|OMITTED)\] |\s[\"“])$")
_ENDINGS = re.compile(r"(?:s|es|d|ed|ing|ly|er|ers|'s|’s)$")
_CONSONANTS = re.compile(r"[bcdfghjklmnpqrstvwxz]{2,5}$")
_SMALL = frozenset("a and de del for in la las los of on the to y".split())
_BEFORE = 12
"""Characters that are looked at to see whether a sentence begins."""


def usual_forms(texts: Iterable[str]) -> dict[str, str]:
    """Each word in small letters, to the form that it mostly has after another word."""
    forms: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for text in texts:
        for form in _INSIDE.findall(text):
            forms[form.lower()][form] += 1
    return {
        word: min(counts, key=lambda form: (-counts[form], form))
        for word, counts in sorted(forms.items())
    }


def reference_texts(data: Path) -> Iterable[str]:
    """Texts in ordinary case, as far as they are there."""
    for part in ("tempeval3/Training", "wikiwars/train"):
        yield from (example.text for example in examples(data / part))
    if (data / "geoparsing").is_dir():
        yield from (article.text for article in read_articles(data / "geoparsing"))
    if (data / "polnear" / "train").is_dir():
        yield from (article.text for article in read_polnear(data / "polnear" / "train"))
    if (data / "fnc1" / "train_bodies.csv").is_file():
        yield (data / "fnc1" / "train_bodies.csv").read_text(encoding="utf-8")


def recased(
    text: str,
    forms: Mapping[str, str],
    acronyms: frozenset[str] = frozenset(),
    names: Iterable[tuple[int, int]] = (),
) -> str:
    """The text with as many characters, cased.

    `acronyms` are words that stay in capitals; `names` are spans whose words all get one, but for
    the smallest.
    """
    for start, end in names:
        text = text[:start] + _title(text[start:end], acronyms) + text[end:]
    parts: list[str] = []
    done = 0
    for found in _WORD.finditer(text):
        parts.append(text[done : found.start()])
        parts.append(_cased(text, found, forms, acronyms))
        done = found.end()
    parts.append(text[done:])
    return "".join(parts)


def _title(name: str, acronyms: frozenset[str]) -> str:
    def word(found: re.Match[str]) -> str:
        small = found[0].lower()
        if found[0] in acronyms or len(small) != len(found[0]):
            return found[0]
        return small if small in _SMALL and found.start() else small.capitalize()

    return _WORD.sub(word, name)


def _cased(
    text: str, found: re.Match[str], forms: Mapping[str, str], acronyms: frozenset[str]
) -> str:
    word = found[0]
    small = word.lower()
    cased = not word.isupper() and len(word) > 1
    if cased or len(small) != len(word) or word in acronyms or _initial(text, found):
        return word
    if small == "may" and text[max(0, found.start() - 2) : found.start() - 1].isdigit():
        return "May"
    form = forms.get(small) or (small if _ENDINGS.sub("", small) in forms else None)
    if form is None:
        joined = text[max(0, found.start() - 1) : found.start()] == "-"
        form = small if joined else word if _CONSONANTS.match(small) else small.capitalize()
    if form == small and _BEGINS.search(text[max(0, found.start() - _BEFORE) : found.start()]):
        form = small.capitalize()
    return form if len(form) == len(word) else word


def _initial(text: str, found: re.Match[str]) -> bool:
    """One letter before a stop, or an acronym alone in brackets."""
    before, after = text[max(0, found.start() - 1) : found.start()], text[found.end() :][:1]
    alone = before in ("[", "(") and after in ("]", ")") and len(found[0]) <= 6
    return alone or (len(found[0]) == 1 and after == ".")
