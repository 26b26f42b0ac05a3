"""MUC-4: who did it and on whose word, from the keys of 1,500 despatches on Latin America.

The keys give strings, not places in the text: every occurrence of a string in its document is
labelled. Texts are in capitals; each document comes a second time as `training.corpora.recasing`
cases it. TST2 is held out for measuring.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

import msgspec

from counterclaim.facts.event_words import ROWS
from training.corpora.kinds import Kinds
from training.corpora.labelled import Labelled, LabelledSpan, Span, complement, settled
from training.corpora.muc4_counts import counts
from training.corpora.muc4_keys import Document, occurrences, read_documents, strings
from training.corpora.recasing import recased, reference_texts, usual_forms

CONFIDENCE = {
    "REPORTED AS FACT": "fact",
    "CLAIMED OR ADMITTED": "claimed",
    "SUSPECTED OR ACCUSED BY AUTHORITIES": "accused",
    "SUSPECTED OR ACCUSED": "suspected",
    "POSSIBLE": "suspected",
}
"""Slot 11 to labels. POSSIBLE is naming an organisation without accusing it (task document, part
1, 7.12), so it joins the weaker of the two suspicions; ACQUITTED has no label."""

EVENTS: dict[str, tuple[str, re.Pattern[str]]] = {
    "ATTACK": (
        "assault",
        re.compile(
            r"(?:ATTACK|ASSAULT|ASSASSINAT|MURDER|KILL(?!O)|AMBUSH|MASSACRE|SHOOTING|SHOT|"
            r"SLAYING|SLAIN|EXECUT(?:ED|ION)|MACHINE-?GUNN|RAID|STRAF)\w*"
        ),
    ),
    "BOMBING": (
        "bombing",
        re.compile(
            r"(?:BOMBING|BOMBED|BOMB|BOMBS|EXPLO(?:SION|DE)\w*|DYNAMITED|BLAST|DETONAT\w*)\b"
        ),
    ),
    "KIDNAPPING": (
        "kidnapping",
        re.compile(r"(?:KIDNAP|ABDUCT|HOSTAGE-TAKING|HIJACK)(?!PER|OR)\w*"),
    ),
    "ARSON": ("arson", re.compile(r"(?:ARSON\b|SET FIRE|SET ON FIRE|BURNED|BURNING|TORCH\w*)")),
    "ROBBERY": ("robbery", re.compile(r"(?:ROBBERY|ROBBERIES|ROBBED|LOOT\w*|STOLE|STOLEN)\b")),
    "FORCED WORK STOPPAGE": ("work_stoppage", re.compile(r"(?:STOPPAGE|ARMED STRIKE|STRIKE)\b")),
}
"""Slot 4 to a label and to the words that may name such an incident."""

KNOWN_WORDS = frozenset(
    """a about after all also although an and any are as at be because been before being but by can
    could did do during each for from had has have he her him his how however i if in into is it
    its may more most not of on or our out over said says she should since so some such than that
    the their them then there these they this those to told under until up was we were when where
    which while who will with would yesterday today reported added stated announced according
    carried claimed responsibility against between other meanwhile""".split()
)
"""Words that are part of no name unless a key's string holds them: elsewhere words are unknown."""

_WORD = re.compile(r"\w[\w'’-]*")
_EVENT_STEMS = frozenset(
    word[:5].casefold()
    for row in ROWS
    for word in re.findall(r"[a-z]{4,}", f"{row.verbs} {row.nouns}")
)


def muc4(data: Path) -> Iterator[Labelled]:
    """DEV and TST1, each document in capitals and recased. Names: ``muc4/dev/capitals/…``."""
    yield from _labelled(data, ("dev", "tst1"))


def muc4_tst2(data: Path) -> Iterator[Labelled]:
    """TST2, for measuring only. Names: ``muc4/tst2/capitals/…``, ``muc4/tst2/recased/…``."""
    yield from _labelled(data, ("tst2",))


def _labelled(data: Path, parts: Sequence[str]) -> Iterator[Labelled]:
    kinds = Kinds(data)
    every = read_documents(data / "muc4")
    forms = usual_forms(reference_texts(data))
    acronyms = frozenset(
        string
        for document in every
        for row in document.templates
        for string in strings(row["PERP: ORGANIZATION ID"])
        if string.isalpha() and len(string) <= 5 and string.lower() not in forms
    )
    for document in every:
        if document.part in parts:
            labelled = label(document, kinds)
            yield labelled
            yield msgspec.structs.replace(
                labelled,
                name=labelled.name.replace("capitals", "recased"),
                text=recased(document.text, forms, acronyms, _proper(document, labelled)),
            )


def _proper(document: Document, labelled: Labelled) -> Iterator[Span]:
    """Spans whose words are all written with a capital in ordinary text."""
    for start, end, kind in labelled.spans["entities"]:
        words = document.text[start:end].split()
        if kind in ("state", "place", "person") or (kind == "armed_group" and len(words) > 1):
            yield start, end


def label(document: Document, kinds: Kinds) -> Labelled:
    """The labels that the templates of a document give it."""
    perpetrators, doubtful = _perpetrators(document)
    entities = _entities(document, kinds)
    events, open_events = _events(document)
    harmed, open_numbers = counts(document.text, document.templates)
    unknown = {
        "perpetrators": doubtful,
        "entities": _unknown_words(document.text, entities),
        "events": open_events,
        "counts": open_numbers,
    }
    return Labelled(
        f"muc4/{document.part}/capitals/{document.id}",
        document.text,
        {
            "perpetrators": perpetrators,
            "entities": entities,
            "events": events,
            "counts": harmed,
        },
        unknown={head: stretches for head, stretches in unknown.items() if stretches},
    )


def _perpetrators(document: Document) -> tuple[list[LabelledSpan], list[Span]]:
    """Labelled mentions of slot 10, and mentions whose slot 11 says nothing we have a label for.

    A string with several labels keeps the one that most templates give.
    """
    votes: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for row in document.templates:
        for value in row["PERP: ORGANIZATION CONFIDENCE"]:
            confidence = re.split(r" / |:", value.lstrip("?( "))[0].strip()
            for string in strings([value]):
                votes[string][CONFIDENCE.get(confidence, "")] += 1
        for string in strings(row["PERP: ORGANIZATION ID"]):
            votes.setdefault(string, Counter())[""] += 0
    spans = settled(
        (*span, max(counts, key=lambda name: (counts[name], name)))
        for string, counts in sorted(votes.items())
        for span in occurrences(document.text, string)
    )
    return [span for span in spans if span[2]], [span[:2] for span in spans if not span[2]]


def _entities(document: Document, kinds: Kinds) -> list[LabelledSpan]:
    pairs: dict[str, str] = {}
    for row in document.templates:
        for name, kind in _places(row["INCIDENT: LOCATION"]):
            pairs.setdefault(name, kind)
        for string in strings(row["PERP: ORGANIZATION ID"]):
            by_category = "TERRORIST ACT" in row["PERP: INCIDENT CATEGORY"]
            known = kinds.known(string)
            armed = known == "armed_group" or (known is None and by_category)
            pairs[string] = "armed_group" if armed else "organisation"
        for string in strings(row["HUM TGT: NAME"]):
            pairs[string] = "person"
        for string in _facilities(row["PHYS TGT: TYPE"]):
            pairs.setdefault(string, "facility")
        for string in strings(row["INCIDENT: INSTRUMENT ID"]):
            pairs[string] = "weapon"
    return settled(
        (*span, kind)
        for string, kind in sorted(pairs.items())
        for span in occurrences(document.text, string)
    )


def _facilities(values: Iterable[str]) -> Iterator[str]:
    """Strings of slot 13: no vehicles, and no organisation that stands for its office."""
    for value in values:
        office = "OFFICE" in value or "ORGANIZATION" in value
        for string in strings([value]) if not value.startswith("TRANSPORT") else ():
            if " " in string or not office:
                yield string


def _places(values: Iterable[str]) -> Iterator[tuple[str, str]]:
    """Names in slot 3: the state first, then what lies in it, each with its sort in brackets."""
    for value in values:
        for at, piece in enumerate(re.split(r"\s*(?::| - | / )\s*", value)):
            name = re.sub(r"\s*\([^)]*\)\s*", "", piece).strip(' "?')
            if len(name) > 2 and name not in ("*", "-"):
                yield name, "place" if at or "(" in piece else "state"


def _unknown_words(text: str, entities: Sequence[LabelledSpan]) -> list[Span]:
    """Words outside of the labelled spans that could be part of a name."""
    return [
        (start + found.start(), start + found.end())
        for start, end in complement([span[:2] for span in entities], len(text))
        for found in _WORD.finditer(text[start:end])
        if found[0].casefold() not in KNOWN_WORDS
    ]


def _events(document: Document) -> tuple[list[LabelledSpan], list[Span]]:
    """Words that name an incident as a template has it; other words for events are unknown."""
    types = {part for row in document.templates for part in row["INCIDENT: TYPE"][0].split(" / ")}
    spans = settled(
        (found.start(), found.end(), name)
        for type_, (name, words) in EVENTS.items()
        if type_ in types
        for found in re.finditer(rf"\b{words.pattern}", document.text)
    )
    return spans, event_words(document.text, [span[:2] for span in spans])


def event_words(text: str, known: Sequence[Span]) -> list[Span]:
    """Words outside of the known spans that may name an event."""
    return [
        (start + found.start(), start + found.end())
        for start, end in complement(known, len(text))
        for found in _WORD.finditer(text[start:end])
        if found[0][:5].casefold() in _EVENT_STEMS or _any_incident(found[0].upper())
    ]


def _any_incident(word: str) -> bool:
    return any(pattern.match(word) for _, pattern in EVENTS.values())
