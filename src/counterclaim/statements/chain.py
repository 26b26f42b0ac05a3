"""Whose word it is: from the outlet over relaying agencies to the speaker and the informant."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from counterclaim.actors import Cast, Resolution
from counterclaim.records import ChainLink, Span
from counterclaim.statements.clauses import subject_before
from counterclaim.statements.cues import REPORTING_VERB
from counterclaim.statements.drafts import Draft, Range, overlap
from counterclaim.statements.spans import trim
from counterclaim.statements.story import Story

__all__ = ["Chain", "chain_of", "dateline_agency"]

_MEDIA = frozenset({"outlet", "agency"})
_MEDIA_WORDS = re.compile(
    r"\b(?:media|television|tv|radio|news\s?agency|agency|newspapers?|broadcaster|channel|website|press|news|daily|"
    r"newswire|wire|magazine|station|reports)\b",
    re.IGNORECASE,
)
_QUOTED_BY = re.compile(
    r"\b(?:quoted|cited|reported|carried|published|broadcast|relayed)(?:\s+\w+ly)?\s+(?:by|in|on)\s+",
    re.IGNORECASE,
)
_AS_REPORTED = re.compile(
    r"\bas\s+(?P<who>[^,;\"“”]{2,60}?)\s*(?:report(?:s|ed)|put it|notes|noted|has it|wrote|writes)",
    re.IGNORECASE,
)
_AGENCY_SAYS = re.compile(
    r",\s*(?P<who>[^,;\"“”]{2,60}?)\s+(?:reports|reported|has reported)\s*(?=[.,;]|$)|"
    r"\breported\s+by\s+(?P<by>[^,;\"“”]{2,60})",
    re.IGNORECASE,
)
_ACCORDING = re.compile(r"\baccording to\s+(?P<who>[^,;\"“”]{2,70})", re.IGNORECASE)
_CITING = re.compile(
    r"\b(?P<verb>citing|quoting|cited|quoted|which cited|relaying)\s+", re.IGNORECASE
)
_QUOTES = re.compile(r"^(?:\w+ ){0,2}?(?:quot|cit)(?:es|ed|ing)\W*$", re.IGNORECASE)
_INFORMED = re.compile(
    r"\b(?:on the basis of|based on|with reference to|referring to|relying on|received|obtained|provided|"
    r"supplied|passed on|has it from|learned|learnt|heard)\s*"
    r"(?:information|data|reports?|figures?|intelligence|word|it)?\s*"
    r"(?:received|obtained|provided|supplied)?\s*(?:from|by|of)\s+",
    re.IGNORECASE,
)
_DATA = re.compile(
    r"(?:\w+\s+){0,3}?(?:information|data|reports?|figures?|intelligence|sources?|details|documents|evidence|numbers|"
    r"footage|records)(?:\s+(?:received|obtained|provided|supplied|gathered|collected))?\s+(?:from|by|of)\s+",
    re.IGNORECASE,
)
_TOLD = re.compile(
    r"\b(?:told|tells|telling|informed|informs|assured|briefed|"
    r"in an interview (?:with|to)|speaking to|spoke to|in remarks to|in comments to|said to|in a letter to|"
    r"in an? \w+ (?:interview )?(?:with|to))\s+",
    re.IGNORECASE,
)
_STOP = re.compile(
    r"[,;:\"“”()\n]|\b(?:that|as|saying|about|of how|who|which|how|he|she|it|they|there|on|in)\b",
    re.IGNORECASE,
)
_DATELINE = (
    re.compile(r"^[^\W\d_][^()\n]{1,70}\((?P<who>[^()\n]{2,30})\)\s*[-—–:]"),
    re.compile(r"^[^\W\d_a-z][^()\n]{1,50}\d{1,2}\.?\s*[/(](?P<who>[^()/\n]{2,30})[/)]"),
)


@dataclass(frozen=True)
class Chain:
    """The links outermost first, the resolved speaker and recipient."""

    links: tuple[ChainLink, ...]
    speaker: str | None
    origin: str | None
    recipient: str | None
    recipient_at: Range | None


def dateline_agency(story: Story, cast: Cast) -> tuple[Range, Resolution] | None:
    """The agency that the page's dateline names ("VELGRAD (NHA) —"), if any."""
    for block in [*story.page.blocks][:12]:
        if block.kind not in {"dateline", "body", "byline"}:
            continue
        for pattern in _DATELINE:
            match = pattern.match(block.span.exact[:160])
            if match is None:
                continue
            start = block.span.start + match.start("who")
            end = block.span.start + match.end("who")
            resolution = cast.resolve(start, end)
            if resolution.actor and resolution.kind in _MEDIA:
                return (start, end), resolution
    return None


def chain_of(
    story: Story, cast: Cast, draft: Draft, agency: tuple[Range, Resolution] | None = None
) -> Chain:
    """The chain of one draft. ``agency`` is the dateline's, a relay of everything on the page."""
    scope = _scope(story, draft)
    source = draft.source[0] if draft.source else None
    speaker = _speaker(cast, draft)
    links: list[ChainLink] = []
    own = _outlet(story, cast, agency)
    links.extend(own)
    relays = list(_relays(story, cast, draft, scope))
    if agency is not None and agency[1].actor not in {
        *(r[1].actor for r in relays),
        *(o.actor for o in own),
    }:
        relays.insert(0, agency)
    told = _recipient(story, cast, draft, scope)
    inner = _quoting(story, cast, draft) or _citing(story, cast, draft, scope)
    if (
        inner is not None
        and source is not None
        and speaker.actor
        and _is_media(story, source, speaker)
    ):
        relays.append((source, speaker))
        source, speaker = inner
        inner = None
    for at, resolution in relays:
        if resolution.actor != speaker.actor:
            links.append(_link(story, "relay", at, resolution))
    if source is not None:
        links.append(_link(story, "speaker", source, speaker))
    informant = inner or _informant(story, cast, draft, scope)
    if informant is not None and informant[1].actor != speaker.actor:
        links.append(_link(story, "informant", *informant))
    origin = links[-1].actor if links and links[-1].role in {"speaker", "informant"} else None
    recipient, at = (told[1].actor, told[0]) if told else (None, None)
    return Chain(tuple(links), speaker.actor, origin, recipient, at)


def _outlet(story: Story, cast: Cast, agency: tuple[Range, Resolution] | None) -> list[ChainLink]:
    """The page's outlet, which the dateline names where nothing else does."""
    outlet = story.page.document.outlet
    if outlet:
        return [ChainLink(role="outlet", name=outlet, actor=cast.outlet(outlet))]
    return [_link(story, "outlet", *agency)] if agency is not None else []


def _speaker(cast: Cast, draft: Draft) -> Resolution:
    if not draft.source:
        return Resolution(None, "unknown", "no source")
    found = [cast.resolve_speaker(*span) for span in draft.source]
    return next((f for f in found if f.actor is not None), found[0])


def _is_media(story: Story, at: Range, resolution: Resolution) -> bool:
    if resolution.kind in _MEDIA:
        return True
    words = story.text[at[0] : at[1]]
    if resolution.kind == "unknown" and (words.startswith("The ") or words.isupper()):
        return True
    return bool(_MEDIA_WORDS.search(words)) and resolution.kind in {
        "group",
        "unknown",
        "organisation",
    }


def _scope(story: Story, draft: Draft) -> Range:
    """The sentence of the cue (of the content, where there is none)."""
    anchor = (draft.cue or draft.source or draft.content)[0][0]
    return story.sentence_at(anchor) or draft.hull


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
    stop = _STOP.search(story.text, start + 1, end)
    found = trim(story.text, start, stop.start() if stop else end)
    if found is not None and story.text[found[1] - 1] == "." and found[1] == end:
        return trim(story.text, found[0], found[1] - 1)
    return found


def _named(story: Story, cast: Cast, start: int, end: int) -> tuple[Range, Resolution] | None:
    """Who is named by the phrase at ``start``, cut to its mention where it holds one."""
    phrase = _phrase(story, start, min(end, start + 90))
    if phrase is None:
        return None
    resolution = cast.resolve(*phrase)
    return (phrase, resolution) if resolution.actor is not None else None


def _relays(
    story: Story, cast: Cast, draft: Draft, scope: Range
) -> Iterator[tuple[Range, Resolution]]:
    """Outlets and agencies that carry the statement, in the order of the text."""
    found: list[tuple[Range, Resolution]] = []
    for match in _QUOTED_BY.finditer(story.text, *scope):
        carrier = _named(story, cast, match.end(), scope[1])
        if carrier is not None and carrier[1].kind != "person" and _outside(draft, carrier[0][0]):
            yield carrier
    for pattern in (_AS_REPORTED, _AGENCY_SAYS, _ACCORDING):
        for match in pattern.finditer(story.text, *scope):
            group = "who" if match["who"] else "by"
            at = trim(story.text, *match.span(group))
            if at is not None and not any(overlap(at, s) for s in draft.source):
                found.append((at, cast.resolve(*at)))
    for at, resolution in sorted(found, key=lambda item: item[0]):
        if resolution.actor and _outside(draft, at[0]) and _is_media(story, at, resolution):
            yield at, resolution
    yield from _citer(story, cast, draft)


def _citer(story: Story, cast: Cast, draft: Draft) -> Iterator[tuple[Range, Resolution]]:
    """The medium that cites the source, where "citing" is the cue: "the agency said, citing …"."""
    if not draft.cue or not draft.source or draft.source[0][0] < draft.cue[-1][1]:
        return
    start, end = draft.cue[-1]
    sentence = story.sentence_at(start)
    if sentence is None or not re.search(r"\b(?:citing|quoting)\W*$", story.text[start:end], re.IGNORECASE):
        return
    before = re.sub(r"[\s,]+\w+[\s,]*$", "", story.text[sentence[0] : start])
    at = subject_before(story, cast, sentence, sentence[0] + len(before))
    if at is not None:
        resolution = cast.resolve(*at)
        if resolution.actor and _is_media(story, at, resolution):
            yield at, resolution


def _recipient(
    story: Story, cast: Cast, draft: Draft, scope: Range
) -> tuple[Range, Resolution] | None:
    """Whom the speaker told: "told NHA that …", "in an interview with the Herald"."""
    for match in _TOLD.finditer(story.text, *scope):
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


def _quoting(story: Story, cast: Cast, draft: Draft) -> tuple[Range, Resolution] | None:
    """Whom a medium quotes by its cue: "the Herald quotes a fisherman as saying …"."""
    if not draft.cue or not _QUOTES.search(story.text[draft.cue[0][0] : draft.cue[-1][1]]):
        return None
    sentence = story.sentence_at(draft.cue[-1][0])
    return _named(story, cast, draft.cue[-1][1], sentence[1]) if sentence else None


def _citing(
    story: Story, cast: Cast, draft: Draft, scope: Range
) -> tuple[Range, Resolution] | None:
    """Whom the source cites: "…, citing the interior ministry", "quoting a doctor"."""
    for match in _CITING.finditer(story.text, *scope):
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
        data = _DATA.match(story.text, start, scope[1])
        found = _named(story, cast, data.end() if data else start, scope[1])
        if found is not None and not any(overlap(found[0], s) for s in draft.source):
            return found
        if found is not None and data is None:
            return found
    return None


def _informant(
    story: Story, cast: Cast, draft: Draft, scope: Range
) -> tuple[Range, Resolution] | None:
    """Whose information the speaker passes on: "on data from the hospital"."""
    for match in _INFORMED.finditer(story.text, *scope):
        if not _outside(draft, match.start()) or _other_clause(story, draft, match.start()):
            continue
        found = _named(story, cast, match.end(), scope[1])
        if found is not None and not any(overlap(found[0], s) for s in draft.source):
            return found
    return None


def _link(story: Story, role: str, at: Range, resolution: Resolution) -> ChainLink:
    span = Span.of(story.text, *at)
    name = " ".join(span.exact.split())
    return ChainLink(role=role, name=name, span=span, actor=resolution.actor)  # type: ignore[arg-type]
