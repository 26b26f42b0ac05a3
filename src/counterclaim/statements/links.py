"""Who carries a statement, and whom its source cites: the links of a chain."""

from __future__ import annotations

import re
from typing import NamedTuple

from counterclaim.actors import Cast, Resolution
from counterclaim.statements.chain_words import (
    ABSTRACT,
    CARRIED,
    CITING,
    DATA,
    FURTHER,
    HAD_FROM,
    INFORMED,
    MEDIA,
    MEDIA_HEAD,
    MEDIA_WORDS,
    PARTY,
    QUOTED_BY,
    QUOTES,
    QUOTES_SAYING,
    STOP,
    WHERE_FROM,
)
from counterclaim.statements.cues import REPORTING_VERB
from counterclaim.statements.drafts import Draft, Range, overlap
from counterclaim.statements.spans import trim
from counterclaim.statements.story import Story

__all__ = [
    "Cited",
    "Named",
    "cited_by",
    "further",
    "had_from",
    "informant",
    "is_media",
    "named_at",
    "outside",
    "party",
    "quoted",
    "quotes_saying",
    "speaker_of",
]

_NAME = 60
"""Code points within which a name in apposition stands."""

_LONGEST = 90

_TITLE = re.compile(r"[Tt]he [A-Z]")


_SHORT = 3
"""Code points of a source before which nothing can be carried by another."""

_RELATIVE = frozenset({"who", "which", "that"})
_ANTECEDENT = re.compile(
    r"(?:^|\W)(?P<who>(?:an?|the|one|two|three|several|some|his|her|its|their)(?: [\w'’-]+){1,6}?|"
    r"[A-Z][\w'’-]*(?: [A-Z][\w'’-]*){0,4}),? ?$"
)
"""The noun phrase that a relative pronoun takes up."""


Named = tuple[Range, Resolution]
"""A stretch of text and who is meant by it; nobody known where its actor is ``None``."""

_CARRIED = re.compile(rf"{CARRIED}\s+", re.IGNORECASE)


class Cited(NamedTuple):
    """Who is cited; ``own_words`` where by what they said, not by what they know."""

    at: Range
    who: Resolution
    own_words: bool


def is_media(story: Story, at: Range, resolution: Resolution) -> bool:
    """Whether a medium is meant, by what is known of it or by the words that name it."""
    if resolution.kind in MEDIA:
        return True
    words = story.text[at[0] : at[1]]
    if MEDIA_HEAD.search(words) is not None and resolution.kind != "person":
        return True
    if resolution.kind == "unknown" and (_TITLE.match(words) or words.isupper()):
        return True
    return bool(MEDIA_WORDS.search(words)) and resolution.kind in {
        "group",
        "unknown",
        "organisation",
    }


def speaker_of(story: Story, cast: Cast, draft: Draft, scope: Range) -> Named:
    """The source without what carries its words, and who it is; "who" is the one before it.

    The draft must have a source.
    """
    found: list[Named] = []
    for start, end in draft.source:
        marks = (m.start() for m in QUOTED_BY.finditer(story.openings(scope)))
        carried = next((at for at in marks if start + _SHORT < at < end), None)
        head = (trim(story.text, start, carried) if carried else None) or (start, end)
        found.append((head, cast.identify(*head)))
    first = next((one for one in found if one[1].actor is not None), found[0])
    (start, end), who = first
    if who.actor is not None or story.text[start:end].lower() not in _RELATIVE:
        return first
    before = _ANTECEDENT.search(story.text, max(scope[0], start - _LONGEST), start)
    at = trim(story.text, *before.span("who")) if before else None
    return (at, cast.identify(*at)) if at is not None else first


def quotes_saying(story: Story, cast: Cast, draft: Draft, *, medium: bool) -> Named | None:
    """Whom a source quotes: "quoted the mayor as saying"; a ``medium`` also "shows" him so."""
    if not draft.cue or not draft.source or draft.source[0][1] > draft.cue[-1][1]:
        return None
    match = QUOTES_SAYING.match(story.text, draft.source[-1][1], draft.cue[-1][1])
    if match is None or not (medium or QUOTES.match(match["by"])):
        return None
    at = trim(story.text, *match.span("who"))
    return party(story, cast, *at) if at is not None else None


def quoted(story: Story, cast: Cast, draft: Draft) -> Named | None:
    """Whom a source quotes by its cue: "the Herald quotes a fisherman as saying …"."""
    sentence = story.sentence_at(draft.cue[-1][0]) if draft.cue else None
    if sentence is None:
        return None
    start, end = draft.cue[0][0], draft.cue[-1][1]
    if QUOTES.search(story.text[start:end]):
        return party(story, cast, end, sentence[1])
    carried = _CARRIED.match(story.text, start, sentence[1])
    return party(story, cast, carried.end(), sentence[1]) if carried else None


def cited_by(story: Story, cast: Cast, draft: Draft, scope: Range, *, medium: bool) -> Cited | None:
    """Whom the source cites: "…, citing the interior ministry", "quoting a doctor".

    A ``medium`` cites people more often than papers, so that one whom nobody knows by name counts.
    """
    for match in CITING.finditer(story.openings(scope)):
        if match["verb"].lower() in {"cited", "quoted"} and story.text[
            match.end() : match.end() + 3
        ] in ("by ", "in ", "on ", "as "):
            continue
        if match["vague"] and not medium:
            continue
        if not outside(draft, match.start()) or _other_clause(story, draft, match.start()):
            continue
        data = DATA.match(story.text, match.end(), scope[1])
        start = data.end() if data else match.end()
        own_words = match["verb"].lower() == "quoting" and data is None
        found = party(story, cast, start, scope[1]) if medium or own_words else None
        found = found or named_at(story, cast, start, scope[1])
        apart = found is not None and not any(overlap(found[0], s) for s in draft.source)
        if found is not None and (apart or data is None):
            return Cited(*found, own_words=own_words)
    return None


def further(story: Story, cast: Cast, named: Named, limit: int) -> Named | None:
    """Whom the one just cited cites in turn: "citing the Globe, which cites an officer"."""
    match = FURTHER.match(story.text, named[0][1], limit)
    return party(story, cast, match.end(), limit) if match else None


def had_from(story: Story, cast: Cast, named: Named, limit: int) -> Named | None:
    """Whose knowledge the one just cited passes on: "citing a clerk who had it from a driver"."""
    match = HAD_FROM.match(story.text, named[0][1], limit)
    found = party(story, cast, match.end(), limit) if match else None
    return None if found is not None and is_media(story, *found) else found


def informant(story: Story, cast: Cast, draft: Draft, scope: Range) -> Named | None:
    """Whose information the speaker passes on: "on data from the hospital"."""
    for match in INFORMED.finditer(story.openings(scope)):
        if not outside(draft, match.start()) or _other_clause(story, draft, match.start()):
            continue
        found = named_at(story, cast, match.end(), scope[1])
        if found is not None and not any(overlap(found[0], s) for s in draft.source):
            return found
    return None


def outside(draft: Draft, at: int) -> bool:
    """Whether a character stands outside the draft's content."""
    return not any(start <= at < end for start, end in draft.content)


def _other_clause(story: Story, draft: Draft, at: int) -> bool:
    """Whether another verb of saying stands between the draft's cue and ``at``."""
    ends = [end for _, end in (*draft.cue, *draft.source, *draft.content) if end <= at]
    start = max(ends, default=at)
    return REPORTING_VERB.search(story.text, start, at) is not None


def _phrase(story: Story, start: int, end: int) -> Range | None:
    """The noun phrase that begins at ``start``: up to a comma, a clause or a quotation."""
    stop = STOP.search(story.text, start + 1, end)
    found = trim(story.text, start, stop.start() if stop else end)
    if found is not None and story.text[found[1] - 1] == "." and found[1] == end:
        return trim(story.text, found[0], found[1] - 1)
    return found


def named_at(story: Story, cast: Cast, start: int, end: int) -> Named | None:
    """Who is named by the phrase at ``start``, cut to its mention where it holds one."""
    phrase = _phrase(story, start, min(end, start + _LONGEST))
    if phrase is None:
        return None
    phrase = _with_name(story, cast, phrase, end)
    resolution = cast.identify(*phrase)
    return (phrase, resolution) if resolution.actor is not None else None


def party(story: Story, cast: Cast, start: int, end: int) -> Named | None:
    """The people or papers that the phrase at ``start`` speaks of, known by name or not.

    "A source in the harbour police" is one phrase; so is a phrase in quotation marks.
    """
    mark = re.match(r"[\"“‘«'„]", story.text[start:end])
    phrase = _phrase(story, start + (1 if mark else 0), min(end, start + _LONGEST))
    if phrase is None:
        return None
    phrase = _with_name(story, cast, _with_place(story, phrase, end), end)
    resolution = cast.identify(*phrase)
    words = story.text[slice(*phrase)]
    if resolution.actor is None and (PARTY.match(words) is None or ABSTRACT.search(words)):
        return None
    return phrase, resolution


def _with_place(story: Story, phrase: Range, end: int) -> Range:
    """The phrase with what it is a source of: "a source in the harbour police"."""
    more = WHERE_FROM.match(story.text, phrase[1], end)
    if more is None:
        return phrase
    stop = _phrase(story, more.end(), min(end, more.end() + _NAME))
    return (phrase[0], stop[1]) if stop is not None else phrase


def _with_name(story: Story, cast: Cast, phrase: Range, end: int) -> Range:
    """The phrase with the name that follows it: "the harbour master, Jan Tol,"."""
    start = phrase[1] + 2
    if story.text[phrase[1] : start] != ", ":
        return phrase
    for low, high, who in cast.named(start, min(end, start + _NAME))[:1]:
        closed = high >= end or story.text[high] in ",.;" or story.text.startswith(" as ", high)
        title = story.text[start:low]
        if (title.istitle() or not title) and "," not in title and who.kind == "person" and closed:
            return phrase[0], high
    return phrase
