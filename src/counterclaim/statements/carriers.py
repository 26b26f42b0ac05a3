"""Who carries a statement: media, agencies, go-betweens, whoever publishes or prints it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from counterclaim.actors import Cast, Resolution
from counterclaim.language import Sought
from counterclaim.statements.chain_words import (
    ACCORDING,
    AGENCY_SAYS,
    AS_REPORTED,
    CARRIES,
    CREDIT,
    FOOTAGE,
    GO_BETWEEN,
    MEDIA,
    QUOTED_BY,
    QUOTES,
    REPORTS,
    THROUGH,
    WHICH_CARRIES,
    WRITING_IN,
)
from counterclaim.statements.clauses import subject_before
from counterclaim.statements.drafts import Draft, Range, overlap
from counterclaim.statements.links import Named, is_media, named_at, outside, party
from counterclaim.statements.spans import trim, unstopped
from counterclaim.statements.story import Story

__all__ = ["relays"]

_HANDED = re.compile(
    r"(?:passed|forwarded|reposted|re-posted|shared|retweeted|read|conveyed|transmitted|shown)\b",
    re.IGNORECASE,
)
"""What a person may do with another's words."""

_OWN = re.compile(r"(?:this|our) ", re.IGNORECASE)
"""How a page begins to speak of itself."""

_TELLS = re.compile(r"\b(?:told|informed|assured|confessed|testified)\b")
"""Cues by which somebody is told: what another reports of them is a report of speech."""

_LABEL = re.compile(r"\W*(?P<who>[A-Z][\w.&' -]{1,30}):\s")

_SIGNED = re.compile(r"\s[-–—|]\s(?P<who>[A-Z][\w.&' -]{1,30})\W*$")

_PUTS_OUT = re.compile(r"(?:video|tape|recording|clip|message|letter)\W+in which$").search
"""What somebody releases in which another speaks."""

_THEIRS = re.compile(r"(?:his|her|its|their) ")
_LONGEST_CUE = 60


def relays(story: Story, cast: Cast, draft: Draft, scope: Range) -> Iterator[Named]:
    """Outlets, agencies and go-betweens that carry the statement, in the order of the text."""
    yield from _by_whom(story, cast, draft, scope)
    yield from _which_carries(story, cast, draft, scope)
    yield from _go_betweens(story, cast, draft, scope)
    yield from _published(story, cast, draft, scope)
    yield from _reporting(story, cast, draft, scope)
    for match in WRITING_IN.finditer(story.openings(scope)):
        paper = named_at(story, cast, match.end(), scope[1])
        if paper is not None and outside(draft, match.start()) and paper[1].kind in MEDIA:
            yield paper
    yield from _citer(story, cast, draft)
    yield from _credited(story, cast, draft)
    yield from _headed(story, cast, draft)


def _by_whom(story: Story, cast: Cast, draft: Draft, scope: Range) -> Iterator[Named]:
    """Who follows "quoted by", "carried by", "read out by"."""
    for match in QUOTED_BY.finditer(story.openings(scope)):
        by = match.group().rstrip().endswith("by")
        hand = by and _HANDED.match(match.group()) is not None
        carrier = (party if hand else named_at)(story, cast, match.end(), scope[1])
        if carrier is None or not outside(draft, carrier[0][0]):
            continue
        if not by and not is_media(story, *carrier):
            continue
        if hand or (carrier[1].kind != "person" and not _OWN.match(story.text, carrier[0][0])):
            yield carrier


def _reporting(story: Story, cast: Cast, draft: Draft, scope: Range) -> list[Named]:
    """Who is the subject of another verb of reporting: ", the agency NHA reported,"."""
    found: list[Named] = []
    for pattern in (AS_REPORTED, AGENCY_SAYS, ACCORDING, CARRIES, REPORTS):
        for match in pattern.finditer(story.openings(scope)):
            start, end = match.span("who" if match["who"] else "by")
            at = trim(story.text, start, unstopped(story.text, end) if end == scope[1] else end)
            if at is None or any(overlap(at, s) for s in draft.source):
                continue
            who = cast.identify(*at)
            anybody = _anybody(story, draft, pattern, match) and not _of_one(cast, draft, who)
            if who.actor and outside(draft, at[0]) and (anybody or is_media(story, at, who)):
                found.append((at, who))
    return sorted(found, key=lambda item: item[0])


def _anybody(story: Story, draft: Draft, pattern: Sought, match: re.Match[str]) -> bool:
    """Whether the words that match make a relay of whoever is named, not only of a medium."""
    if pattern is AS_REPORTED:
        return _aside(story.text, match.span())
    if pattern is AGENCY_SAYS:
        return match.start() >= draft.content[-1][1] - 1 and _tells(story, draft)
    if pattern is CARRIES:
        return _PUTS_OUT(match["by"]) is not None
    return pattern is ACCORDING


def _headed(story: Story, cast: Cast, draft: Draft) -> Iterator[Named]:
    """The medium that stands before or behind a headline: "NHA: army says …"."""
    block = story.block_at(draft.start)
    if block is None or block.kind != "headline" or not draft.source:
        return
    start, end = block.span.range
    for match in (_LABEL.match(story.text, start, end), _SIGNED.search(story.text, start, end)):
        at = match.span("who") if match else None
        if at is not None and not any(
            overlap(at, part) for part in (*draft.source, *draft.content)
        ):
            resolution = cast.identify(*at)
            if resolution.kind in MEDIA:
                yield at, resolution


def _aside(text: str, at: Range) -> bool:
    """Whether words stand by themselves between commas: ", as the inspectorate notes,"."""
    before = text[max(0, at[0] - 2) : at[0]].strip()
    return (not before or before[-1] in ",(—–") and text[at[1] : at[1] + 4].startswith(
        (",", ".", ")", " in ")
    )


def _tells(story: Story, draft: Draft) -> bool:
    """Whether somebody is told by the cue: what another reports of it is a report of speech."""
    return any(
        _TELLS.search(story.text, s, min(e, s + _LONGEST_CUE)) is not None for s, e in draft.cue
    )


def _actors(cast: Cast, draft: Draft) -> set[str | None]:
    """Who the source is."""
    return {cast.identify(*at).actor for at in draft.source}


def _of_one(cast: Cast, draft: Draft, resolution: Resolution) -> bool:
    """Whether a source and another speak for the same state or body."""
    sides = {cast.side(cast.identify(*at).actor) for at in draft.source}
    return bool(draft.source) and cast.side(resolution.actor) in sides


def _published(story: Story, cast: Cast, draft: Draft, scope: Range) -> Iterator[Named]:
    """Who made a recording or a letter public: "in a video released by the rebels"."""
    for match in FOOTAGE.finditer(story.openings(scope)):
        found = party(story, cast, match.end(), scope[1])
        if found is None or not outside(draft, match.start()):
            continue
        apart = not any(overlap(found[0], s) for s in draft.source)
        if found[1].actor is not None and apart and not _of_one(cast, draft, found[1]):
            yield found


def _credited(story: Story, cast: Cast, draft: Draft) -> Iterator[Named]:
    """The agency in brackets that ends the paragraph."""
    block = story.block_at(draft.start)
    match = (
        CREDIT.search(story.text, max(block.span.start, block.span.end - 60), block.span.end)
        if block
        else None
    )
    at = trim(story.text, *match.span("who")) if match else None
    if at is not None:
        resolution = cast.identify(*at)
        if resolution.actor is not None and resolution.kind in MEDIA:
            yield at, resolution


def _which_carries(story: Story, cast: Cast, draft: Draft, scope: Range) -> Iterator[Named]:
    """Who quotes or prints the words: "whom the Bureau quotes", "in a letter that the Post has"."""
    for match in WHICH_CARRIES.finditer(story.openings(scope)):
        at = trim(story.text, *match.span("who"))
        if at is None or not outside(draft, match.start()):
            continue
        resolution = cast.identify(*at)
        quotes = QUOTES.match(match["by"]) is not None
        if resolution.actor and (quotes or is_media(story, at, resolution)):
            yield at, resolution


def _go_betweens(story: Story, cast: Cast, draft: Draft, scope: Range) -> Iterator[Named]:
    """Through whom somebody speaks: "through his lawyer, Jan Tol", "via state television"."""
    for match in THROUGH.finditer(story.openings(scope)):
        if not outside(draft, match.start()):
            continue
        found = party(story, cast, match.end(), scope[1])
        within = [s for s, _ in draft.source if found and found[0][0] <= s < found[0][1]]
        if found is not None and within:  # "through his lawyer, Jan Tol said": Tol is no lawyer
            short = trim(story.text, found[0][0], within[0])
            found = (short, cast.identify(*short)) if short is not None else None
        if found is None:
            continue
        words = story.text[slice(*found[0])]
        if _THEIRS.match(words) and found[1].actor in _actors(cast, draft):
            found = found[0], Resolution(None, "unknown", "whoever is close to the source")
        if GO_BETWEEN.search(words) or is_media(story, *found):
            yield found


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
        if resolution.actor and is_media(story, at, resolution):
            yield at, resolution
