"""Whose word it is: from the outlet over relaying agencies to the speaker and the informant."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from counterclaim.actors import Cast, Resolution
from counterclaim.actors.words import PRONOUNS
from counterclaim.records import ChainLink, ChainRole, Span
from counterclaim.statements.chain_words import (
    ACCORDING,
    AGENCY_SAYS,
    AS_REPORTED,
    CARRIES,
    CITING,
    DATA,
    DATELINE,
    INFORMED,
    MEDIA,
    MEDIA_WORDS,
    QUOTED_BY,
    QUOTES,
    REPORTS,
    STOP,
    TOLD,
)
from counterclaim.statements.clauses import subject_before
from counterclaim.statements.cues import REPORTING_VERB
from counterclaim.statements.drafts import Draft, Range, overlap
from counterclaim.statements.spans import trim
from counterclaim.statements.story import Story

__all__ = ["Chain", "chain_of", "dateline_agency"]

_SCOPE = 2000
"""Code points around a cue within which the links of its chain stand."""

_NAME = 60
"""Code points within which a name in apposition stands."""

Named = tuple[Range, Resolution]
"""A stretch of text and who is meant by it."""


@dataclass(frozen=True)
class Chain:
    """The links outermost first, the resolved speaker and recipient."""

    links: tuple[ChainLink, ...]
    speaker: str | None
    origin: str | None
    recipient: str | None
    recipient_at: Range | None


def dateline_agency(story: Story, cast: Cast) -> Named | None:
    """The agency that the page's dateline names ("VELGRAD (NHA) —"), if any."""
    for block in [*story.page.blocks][:12]:
        if block.kind not in {"dateline", "body", "byline"}:
            continue
        for pattern in DATELINE:
            match = pattern.match(block.span.exact[:160])
            if match is None:
                continue
            start = block.span.start + match.start("who")
            end = block.span.start + match.end("who")
            resolution = cast.identify(start, end)
            if resolution.actor and resolution.kind in MEDIA:
                return (start, end), resolution
    return None


def chain_of(story: Story, cast: Cast, draft: Draft, agency: Named | None = None) -> Chain:
    """The chain of one draft. ``agency`` is the dateline's, a relay of everything on the page."""
    scope = _scope(story, draft)
    relays = list(_relays(story, cast, draft, scope))
    speaking: Named | None = (draft.source[0], _speaker(cast, draft)) if draft.source else None
    quoted = _quoting(story, cast, draft)
    inner = quoted or _citing(story, cast, draft, scope)
    carried = quoted is not None and speaking is not None and speaking[1].kind != "person"
    if inner is not None and speaking is not None and (carried or _is_media(story, *speaking)):
        relays.append(speaking)
        speaking, inner = inner, None
    speaker = speaking[1].actor if speaking else None
    links = _outlet(story, cast, agency)
    if agency is not None and agency[1].actor not in {link.actor for link in links}:
        relays.insert(0, agency)
    carriers = {r[1].actor: r for r in reversed(relays) if r[1].actor != speaker}
    ordered = [r for r in relays if r is carriers.get(r[1].actor)]
    links += [_link(story, cast, "relay", relay) for relay in ordered]
    if speaking is not None:
        links.append(_link(story, cast, "speaker", speaking))
    informant = inner or _informant(story, cast, draft, scope)
    if informant is not None and informant[1].actor != speaker:
        links.append(_link(story, cast, "informant", informant))
    told = _recipient(story, cast, draft, scope)
    if told is not None:
        cast.note(*told)
    origin = links[-1].actor if links and links[-1].role in {"speaker", "informant"} else None
    recipient, at = (told[1].actor, told[0]) if told else (None, None)
    return Chain(tuple(links), speaker, origin, recipient, at)


def _outlet(story: Story, cast: Cast, agency: Named | None) -> list[ChainLink]:
    """The page's outlet, which the dateline names where nothing else does."""
    outlet = story.page.document.outlet
    if outlet:
        return [ChainLink(role="outlet", name=outlet, actor=cast.outlet(outlet))]
    return [_link(story, cast, "outlet", agency)] if agency is not None else []


def _speaker(cast: Cast, draft: Draft) -> Resolution:
    if not draft.source:
        return Resolution(None, "unknown", "no source")
    found = [cast.identify(*span) for span in draft.source]
    return next((f for f in found if f.actor is not None), found[0])


def _is_media(story: Story, at: Range, resolution: Resolution) -> bool:
    if resolution.kind in MEDIA:
        return True
    words = story.text[at[0] : at[1]]
    if resolution.kind == "unknown" and (words.startswith("The ") or words.isupper()):
        return True
    return bool(MEDIA_WORDS.search(words)) and resolution.kind in {
        "group",
        "unknown",
        "organisation",
    }


def _scope(story: Story, draft: Draft) -> Range:
    """The sentence of the cue (of the content, where there is none)."""
    anchor = (draft.cue or draft.source or draft.content)[0][0]
    start, end = story.sentence_at(anchor) or draft.hull
    return max(start, anchor - _SCOPE), min(end, anchor + _SCOPE)


def _outside(draft: Draft, at: int) -> bool:
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


def _named(story: Story, cast: Cast, start: int, end: int) -> Named | None:
    """Who is named by the phrase at ``start``, cut to its mention where it holds one."""
    phrase = _phrase(story, start, min(end, start + 90))
    if phrase is None:
        return None
    phrase = _with_name(story, cast, phrase, end)
    resolution = cast.identify(*phrase)
    return (phrase, resolution) if resolution.actor is not None else None


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


def _relays(story: Story, cast: Cast, draft: Draft, scope: Range) -> Iterator[Named]:
    """Outlets and agencies that carry the statement, in the order of the text."""
    found: list[Named] = []
    for match in QUOTED_BY.finditer(story.text, *scope):
        carrier = _named(story, cast, match.end(), scope[1])
        if carrier is not None and carrier[1].kind != "person" and _outside(draft, carrier[0][0]):
            yield carrier
    for pattern in (AS_REPORTED, AGENCY_SAYS, ACCORDING, CARRIES, REPORTS):
        for match in pattern.finditer(story.text, *scope):
            group = "who" if match["who"] else "by"
            at = trim(story.text, *match.span(group))
            if at is not None and not any(overlap(at, s) for s in draft.source):
                found.append((at, cast.identify(*at)))
    for at, resolution in sorted(found, key=lambda item: item[0]):
        if resolution.actor and _outside(draft, at[0]) and _is_media(story, at, resolution):
            yield at, resolution
    yield from _citer(story, cast, draft)


def _citer(story: Story, cast: Cast, draft: Draft) -> Iterator[Named]:
    """The medium that cites the source, where "citing" is the cue: "the agency said, citing …"."""
    if not draft.cue or not draft.source or draft.source[0][0] < draft.cue[-1][1]:
        return
    start, end = draft.cue[-1]
    sentence = story.sentence_at(start)
    if sentence is None or not re.search(
        r"\b(?:citing|quoting)\W*$", story.text[start:end], re.IGNORECASE
    ):
        return
    before = re.sub(r"[\s,]+\w+[\s,]*$", "", story.text[sentence[0] : start])
    at = subject_before(story, cast, sentence, sentence[0] + len(before))
    if at is not None:
        resolution = cast.identify(*at)
        if resolution.actor and _is_media(story, at, resolution):
            yield at, resolution


def _recipient(story: Story, cast: Cast, draft: Draft, scope: Range) -> Named | None:
    """Whom the speaker told: "told NHA that …", "in an interview with the Herald"."""
    for match in TOLD.finditer(story.text, *scope):
        near = any(abs(match.start() - c[0]) < 40 for c in draft.cue) or not draft.cue
        if not near or not _outside(draft, match.start()):
            continue
        inside_source = any(overlap((match.end(), match.end() + 1), s) for s in draft.source)
        starts = [s for s, _ in draft.content if s >= match.end()]
        end = min([scope[1], *starts])
        found = None if inside_source else _named(story, cast, match.end(), end)
        if found is not None and found[0][1] <= end:
            return found
    return None


def _quoting(story: Story, cast: Cast, draft: Draft) -> Named | None:
    """Whom a medium quotes by its cue: "the Herald quotes a fisherman as saying …"."""
    if not draft.cue or not QUOTES.search(story.text[draft.cue[0][0] : draft.cue[-1][1]]):
        return None
    sentence = story.sentence_at(draft.cue[-1][0])
    return _named(story, cast, draft.cue[-1][1], sentence[1]) if sentence else None


def _citing(story: Story, cast: Cast, draft: Draft, scope: Range) -> Named | None:
    """Whom the source cites: "…, citing the interior ministry", "quoting a doctor"."""
    for match in CITING.finditer(story.text, *scope):
        if match["verb"].lower() in {"cited", "quoted"} and story.text[
            match.end() : match.end() + 3
        ] in (
            "by ",
            "in ",
            "on ",
            "as ",
        ):
            continue
        if not _outside(draft, match.start()) or _other_clause(story, draft, match.start()):
            continue
        start = match.end()
        data = DATA.match(story.text, start, scope[1])
        found = _named(story, cast, data.end() if data else start, scope[1])
        if found is not None and not any(overlap(found[0], s) for s in draft.source):
            return found
        if found is not None and data is None:
            return found
    return None


def _informant(story: Story, cast: Cast, draft: Draft, scope: Range) -> Named | None:
    """Whose information the speaker passes on: "on data from the hospital"."""
    for match in INFORMED.finditer(story.text, *scope):
        if not _outside(draft, match.start()) or _other_clause(story, draft, match.start()):
            continue
        found = _named(story, cast, match.end(), scope[1])
        if found is not None and not any(overlap(found[0], s) for s in draft.source):
            return found
    return None


def _link(story: Story, cast: Cast, role: ChainRole, named: Named) -> ChainLink:
    at, resolution = named
    cast.note(at, resolution)
    span = Span.of(story.text, *at)
    name = " ".join(span.exact.split())
    if name.casefold() in PRONOUNS and resolution.actor is not None:
        name = cast.name(resolution.actor)
    return ChainLink(role=role, name=name, span=span, actor=resolution.actor)
