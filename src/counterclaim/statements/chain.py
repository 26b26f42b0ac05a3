"""Whose word it is: from the outlet over relaying agencies to the speaker and the informant."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import msgspec

from counterclaim.actors import Cast
from counterclaim.actors.words import PRONOUNS
from counterclaim.records import ChainLink, ChainRole, Span
from counterclaim.statements.carriers import relays
from counterclaim.statements.chain_words import DATELINE, MEDIA, ONCE_MORE, SAME_SOURCE
from counterclaim.statements.drafts import Draft, Range, overlap
from counterclaim.statements.inner import (
    has_saying,
    heard,
    in_which,
    inner_knower,
    inner_teller,
    nested,
    told_by,
    who_had,
    whole_saying,
)
from counterclaim.statements.links import (
    Named,
    cited_by,
    further,
    had_from,
    informant,
    is_media,
    quoted,
    quotes_saying,
    speaker_of,
)
from counterclaim.statements.recipients import recipient_of
from counterclaim.statements.story import Story

__all__ = ["Chain", "chain_of", "dateline_agency", "datelined"]

_SCOPE = 2000
"""Code points around a cue within which the links of its chain stand."""

_MOST_LINKS = 4
"""Of those who cite one another in one sentence."""


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


def datelined(story: Story, cast: Cast, draft: Draft) -> bool:
    """Whether the source is the town that a story opens with, and nobody who can speak."""
    at = story.dateline
    if at is None or not draft.source or draft.source[0][0] != at[0]:
        return False
    return cast.kind(cast.resolve(*at).actor) in ("unknown", "state")


def chain_of(
    story: Story,
    cast: Cast,
    draft: Draft,
    agency: Named | None = None,
    before: Chain | None = None,
) -> Chain:
    """The chain of one draft. ``agency`` is the dateline's, a relay of everything on the page.

    ``before`` is the chain of what was said just before in the same paragraph, which a medium that
    "added" something goes on with.
    """
    scope = _scope(story, draft)
    carrying, speaking, inner = _speaking(story, cast, draft, scope)
    links = _outlet(story, cast, agency)
    if agency is not None and agency[1].actor not in {link.actor for link in links}:
        carrying.insert(0, agency)
    links += [_link(story, cast, "relay", one) for one in _distinct(carrying, speaking)]
    if speaking is not None:
        links.append(_link(story, cast, "speaker", speaking))
    known = inner or informant(story, cast, draft, scope)
    if known is not None and not any(_same(known, one) for one in (speaking, *carrying)):
        links.append(_link(story, cast, "informant", known))
    elif speaking is not None and before is not None:
        gone = _gone_on(story, draft, scope, links, before)
        teller = inner_teller(story, cast, draft) if gone is not None else None
        links = gone or links
        if teller is not None:
            links = [*links, _link(story, cast, "informant", teller)]
    told = recipient_of(story, cast, draft, scope)
    if told is not None:
        cast.note(*told)
    speaker = next((link.actor for link in links if link.role == "speaker"), None)
    origin = links[-1].actor if links and links[-1].role in {"speaker", "informant"} else None
    recipient, at = (told[1].actor, told[0]) if told else (None, None)
    return Chain(tuple(links), speaker, origin, recipient, at)


def _gone_on(
    story: Story, draft: Draft, scope: Range, links: Sequence[ChainLink], before: Chain
) -> list[ChainLink] | None:
    """The links of what was said before, where the relay of that goes on with it."""
    cue = " ".join(story.text[s:e] for s, e in draft.cue)
    if ONCE_MORE.match(cue) is None and SAME_SOURCE.search(story.text, *scope) is None:
        return None
    relay, last = links[-1], before.links[-1:]
    carried = any(one.role == "relay" and one.actor == relay.actor for one in before.links)
    if relay.actor is None or not carried or last[0].role not in {"speaker", "informant"}:
        return None
    at = next(i for i, one in enumerate(before.links) if one.actor == relay.actor)
    carrier = msgspec.structs.replace(relay, role="relay")
    return [*links[:-1], carrier, *before.links[at + 1 :]]


def _speaking(
    story: Story, cast: Cast, draft: Draft, scope: Range
) -> tuple[list[Named], Named | None, Named | None]:
    """Relays from the outermost, the speaker, and whom a speaker who is no medium cites.

    A medium that cites somebody relays; so does whoever is cited for what another "had told him".
    """
    carrying = list(relays(story, cast, draft, scope))
    speaking = speaker_of(story, cast, draft, scope) if draft.source else None
    if speaking is None:
        cited = cited_by(story, cast, draft, scope, medium=False)
        return carrying, None, (cited.at, cited.who) if cited else None
    medium = is_media(story, *speaking)
    person = speaking[1].kind == "person"
    whom = quotes_saying(story, cast, draft, medium=medium)
    named = whom or quoted(story, cast, draft) or in_which(story, cast, draft, scope)
    named = named or (has_saying(story, cast, draft) if medium else None)
    carries = medium or named is not None
    if named is None:
        cited = cited_by(story, cast, draft, scope, medium=medium)
        named = (cited.at, cited.who) if cited else None
        carries = carries or (cited is not None and cited.own_words)
    if named is None and medium:
        named = informant(story, cast, draft, scope)
    if named is not None and carries:
        carrying.append(speaking)
        return _onwards(story, cast, draft, named, scope, carrying)
    if named is not None:
        return carrying, speaking, named
    more = SAME_SOURCE.search(story.text, *scope) is not None
    within = None if more else _passed_on(story, cast, draft, medium=medium, person=person)
    if within is not None and not _same(within, speaking):
        return [*carrying, speaking], within, None
    teller = told_by(story, cast, draft) or who_had(story, cast, draft, scope)
    return carrying, speaking, teller


def _passed_on(
    story: Story, cast: Cast, draft: Draft, *, medium: bool, person: bool
) -> Named | None:
    """Who speaks within the content, where the source only passes that on."""
    if not person and (told := whole_saying(story, cast, draft)) is not None:
        return told
    return (nested if medium else heard)(story, cast, draft)


def _onwards(
    story: Story, cast: Cast, draft: Draft, cited: Named, scope: Range, carrying: list[Named]
) -> tuple[list[Named], Named, Named | None]:
    """The relays, the last of those who cite one another, and whose knowledge he passes on."""
    for _ in range(_MOST_LINKS):
        more = further(story, cast, cited, scope[1])
        if more is None or _same(more, cited):
            break
        carrying.append(cited)
        cited = more
    source = had_from(story, cast, cited, scope[1])
    if source is not None and not _same(source, cited):
        return carrying, cited, source
    teller = inner_teller(story, cast, draft)
    if teller is not None and not _same(teller, cited):
        return [*carrying, cited], teller, None
    knower = inner_knower(story, cast, draft)
    return carrying, cited, knower


def _distinct(carrying: Sequence[Named], speaking: Named | None) -> list[Named]:
    """The relays, each once, without the speaker."""
    kept: list[Named] = []
    for one in carrying:
        if not any(_same(one, other) for other in (*kept, *([speaking] if speaking else []))):
            kept.append(one)
    return kept


def _same(one: Named, other: Named | None) -> bool:
    """Whether two links are one: the same actor, or the same words."""
    if other is None:
        return False
    if one[0][0] == other[0][0]:
        return True
    if one[1].actor is None or other[1].actor is None:
        return overlap(one[0], other[0]) > 0 and one[1].actor is None and other[1].actor is None
    return one[1].actor == other[1].actor


def _outlet(story: Story, cast: Cast, agency: Named | None) -> list[ChainLink]:
    """The page's outlet, which the dateline names where nothing else does."""
    outlet = story.page.document.outlet
    if outlet:
        return [ChainLink(role="outlet", name=outlet, actor=cast.outlet(outlet))]
    return [_link(story, cast, "outlet", agency)] if agency is not None else []


def _scope(story: Story, draft: Draft) -> Range:
    """The sentence of the cue (of the content, where there is none), between its semicolons."""
    anchor = (draft.cue or draft.source or draft.content)[0][0]
    start, end = story.sentence_at(anchor) or draft.hull
    start, end = max(start, anchor - _SCOPE), min(end, anchor + _SCOPE)
    low, high = draft.hull
    before = story.text.rfind("; ", start, max(start, low))
    after = story.text.find("; ", min(high, end), end)
    return (before + 2 if before >= 0 else start), (after if after >= 0 else end)


def _link(story: Story, cast: Cast, role: ChainRole, named: Named) -> ChainLink:
    at, resolution = named
    cast.note(at, resolution)
    span = Span.of(story.page.document.text, *at)
    name = " ".join(span.exact.split())
    if name.casefold() in PRONOUNS and resolution.actor is not None:
        name = cast.name(resolution.actor)
    return ChainLink(role=role, name=name, span=span, actor=resolution.actor)
