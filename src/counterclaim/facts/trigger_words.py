"""The tables of trigger words by the form that stands in a text."""

from functools import cache

from counterclaim.facts.event_words import ROWS, Row
from counterclaim.facts.verb_forms import verb_forms

__all__ = ["nouns", "phrases", "verbs"]


@cache
def phrases() -> dict[str, list[tuple[tuple[str, ...], Row, bool]]]:
    """First word of each phrase of several tokens → the phrases, longest first; whether a verb."""
    found: dict[str, list[tuple[tuple[str, ...], Row, bool]]] = {}
    for row in ROWS:
        named = [words for noun in _split(row.nouns) for words in _written(noun)]
        done = [tuple(form.split("_")) for form in _several(row.verbs)]
        for words, verbal in [*((w, False) for w in named), *((w, True) for w in done)]:
            if len(words) > 1:
                found.setdefault(words[0], []).append((words, row, verbal))
    for listed in found.values():
        listed.sort(key=lambda item: (-len(item[0]), item[0]))
    return found


@cache
def nouns() -> dict[str, Row]:
    """Each noun of one token, singular and plural."""
    return {
        words[0]: row
        for row in ROWS
        for noun in _split(row.nouns)
        for words in _written(noun)
        if len(words) == 1
    }


@cache
def verbs() -> dict[str, Row]:
    """Each form of each verb."""
    return {
        form: row
        for row in ROWS
        for verb in row.verbs.split()
        if "_" not in verb
        for form in verb_forms(verb)
    }


def _several(verbs: str) -> list[str]:
    """The forms of verbs of several words, which are all given ("open_fire:opened_fire")."""
    listed = [verb.replace(":", ",") for verb in verbs.split() if "_" in verb]
    return [form for forms in listed for form in forms.split(",")]


def _split(nouns: str) -> list[str]:
    return [" ".join(noun.split()) for noun in nouns.split("|") if noun.strip()]


def _written(noun: str) -> list[tuple[str, ...]]:
    """Singular and plural of a noun as tokens; a hyphen is a token of its own."""
    plural = noun if noun.endswith("s") else noun[:-1] + "ies" if noun[-2:] == "ty" else noun + "s"
    if noun.endswith("sh"):
        plural = noun + "es"
    return [tuple(form.replace("-", " - ").split()) for form in dict.fromkeys((noun, plural))]
