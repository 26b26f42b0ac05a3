"""From attributions to statements."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Literal

import msgspec

from counterclaim.actors import Cast
from counterclaim.language import Attribution
from counterclaim.pages import Page
from counterclaim.records import Block, ChainLink, Force, Span, Statement
from counterclaim.statements.acts import find_acts
from counterclaim.statements.carrying import carry_on
from counterclaim.statements.chain import Chain, chain_of, dateline_agency, datelined
from counterclaim.statements.drafts import Draft, Range, Ranges, merge, touches
from counterclaim.statements.force import Manner, hedges_of, manner_of, polarity_of
from counterclaim.statements.force_model import RECENT, ForceModel, Setting, barred_forces, features
from counterclaim.statements.force_words import DONE_BY
from counterclaim.statements.left_out import coordinate, quoted_as, with_saying
from counterclaim.statements.mending import mend
from counterclaim.statements.nesting import as_said, unnested
from counterclaim.statements.plain import find_plain
from counterclaim.statements.spans import closed, quote_type, tidy, trim
from counterclaim.statements.story import Story

_CONDITION_REACH = 400
_FIRST_NAME = 80
_PARTIES = frozenset({"state", "government", "ministry", "armed_force", "armed_group"})
_LEAD = re.compile(r"\W*(?:(?:that|the|a|an|one of|two|three|four)\s+)*[\"“‘]?", re.IGNORECASE)
Voice = Literal["cited", "outlet"]


ForceHead = Callable[[int], Sequence[tuple[str, float]]]
"""Forces with their probabilities at the word that begins at an offset; empty where unknown."""

__all__ = ["ForceHead", "Telling", "add_outlet_statements", "find_statements", "tellings"]


@dataclass(frozen=True)
class Telling:
    """One draft on its way to a statement: its chain, its manner by the rules, and its signs."""

    draft: Draft
    block: Block
    chain: Chain
    manner: Manner
    signs: Mapping[str, float]


def find_statements(
    page: Page,
    attributions: Sequence[Attribution],
    cast: Cast,
    force_at: ForceHead | None = None,
) -> list[Statement]:
    """The article's cited statements in text order.

    Attributions come from the language reader, with offsets into the page's text. What it misses
    and fixed forms show (labels, refusals to comment, accusations, denials, quotations carried on)
    is added by rule. Nothing in comments, captions or navigation gives a statement. ``force_at``
    gives the encoder's forces with their probabilities at a word; without it rules and weights
    decide alone. ``said_at`` is left empty: it is filled in once moments are known.
    """
    story = Story(page)
    model = ForceModel.load()
    statements = [
        _statement(
            story,
            telling,
            _manner(story, telling, model, force_at),
            _voice(cast, telling.chain),
        )
        for telling in tellings(story, attributions, cast)
    ]
    return _numbered(page, statements)


def tellings(story: Story, attributions: Sequence[Attribution], cast: Cast) -> Iterator[Telling]:
    """What the page tells, in reading order, before its force is weighed."""
    agency = dateline_agency(story, cast)
    earlier: list[tuple[Force, str | None]] = []
    before: tuple[str, Chain] | None = None
    for draft in _drafts(story, attributions, cast):
        block = story.block_at(draft.start)
        if block is None:
            continue
        last = before[1] if before is not None and before[0] == block.id else None
        chain = chain_of(story, cast, draft, agency, last)
        before = block.id, chain
        if chain.speaker is not None:
            cast.spoke(draft.source[0][0], chain.speaker)
        own, other = _parties(story.text, cast, draft, chain.speaker)
        manner = manner_of(story, draft, own, other)
        setting = Setting(
            rule=manner.force,
            exact=manner.exact,
            own=own,
            other=other,
            kind=cast.kind(chain.speaker),
            side=cast.kind(cast.side(chain.speaker)),
            earlier=[(force, speaker == chain.speaker) for force, speaker in earlier[-RECENT:]],
        )
        earlier.append((manner.force, chain.speaker))
        yield Telling(draft, block, chain, manner, features(story, draft, setting))


def _manner(
    story: Story, telling: Telling, model: ForceModel, force_at: ForceHead | None
) -> Manner:
    """The manner by the rules where they are exact, else with the force that weighs most."""
    draft, manner = telling.draft, telling.manner
    if manner.exact:
        return manner
    head = force_at((draft.cue or draft.content)[0][0]) if force_at is not None else ()
    said = " ".join(story.text[s:e] for s, e in draft.content)
    force, _ = model.judge(telling.signs, head, barred_forces(telling.signs, said))
    if force == manner.force:
        return manner
    return Manner(force, polarity_of(force, said), certainty=manner.certainty)


def add_outlet_statements(
    page: Page, statements: Sequence[Statement], sentences: Sequence[Span], cast: Cast
) -> list[Statement]:
    """All statements, with one in the outlet's own voice for each of ``sentences``."""
    story = Story(page)
    own = [made for span in sentences if (made := _outlet_statement(story, span, cast))]
    return _numbered(page, [*statements, *own])


def _drafts(story: Story, attributions: Sequence[Attribution], cast: Cast) -> list[Draft]:
    """The model's attributions put right, and what the rules add to them, in reading order."""
    told, inner = unnested(story, cast, [Draft.of(a) for a in attributions])
    raw = [draft for t in told if (draft := tidy(story, as_said(story, t))) is not None]
    raw = [draft for draft in raw if not datelined(story, cast, draft)]
    relayed = [_with_source(d, raw) for d in _tidied(story, quoted_as(story, cast))]
    drafts = [m for d in raw if not _within(d, relayed) and (m := mend(story, cast, d)) is not None]
    drafts, nested = with_saying(story, cast, [*drafts, *relayed])
    drafts = _tidied(story, [*drafts, *nested])
    drafts += _tidied(story, coordinate(story, cast, drafts))
    drafts = merge(drafts, _tidied(story, find_acts(story, cast, drafts)))
    drafts = merge(drafts, _plain(story, cast, drafts, Ranges(inner)))
    return sorted(carry_on(story, drafts), key=_reading_order)


def _plain(story: Story, cast: Cast, drafts: Sequence[Draft], inner: Ranges) -> list[Draft]:
    """What plain rules add, but for those that say no more than that somebody ``inner`` spoke."""
    found = _tidied(story, find_plain(story, cast, drafts))
    told = Ranges(part for draft in drafts for part in draft.cue if _reported(story, draft))
    return [d for d in found if not any(inner.touch(c) or told.touch(c) for c in d.content)]


def _reported(story: Story, draft: Draft) -> bool:
    """Whether a draft has all that a report of speech has: who is around it is in its chain."""
    return bool(draft.source and draft.cue) and story.quotation_at(draft.cue[0][0]) is None


def _tidied(story: Story, drafts: Iterable[Draft]) -> list[Draft]:
    return [tidied for draft in drafts if (tidied := tidy(story, draft)) is not None]


def _with_source(draft: Draft, others: Sequence[Draft]) -> Draft:
    """The draft with the source of the one of ``others`` that has its cue, where they touch."""
    same = (
        o.source for o in others if touches(o.cue, draft.cue) and touches(o.source, draft.source)
    )
    return replace(draft, source=next(same, draft.source))


def _within(draft: Draft, others: Sequence[Draft]) -> bool:
    """Whether the draft's cue is part of one of ``others``."""
    return any(touches(draft.cue, other.cue) for other in others)


def _reading_order(draft: Draft) -> tuple[int, Range]:
    return draft.hull[0], draft.content[0]


def _statement(story: Story, telling: Telling, manner: Manner, voice: Voice) -> Statement:
    text, draft, chain = story.page.document.text, telling.draft, telling.chain
    block = telling.block
    certainty, hedges = hedges_of(story, draft.content, *_sentence(story, draft.start))
    if manner.certainty is not None and certainty == "certain":
        certainty = manner.certainty
    return Statement(
        id="",
        document=story.page.document.id,
        block=block.id,
        content=[Span.of(text, *at) for at in draft.content],
        source=[Span.of(text, *closed(text, *at)) for at in draft.source],
        cue=_cue(text, draft),
        quote=quote_type(story, draft.content),
        force=manner.force,
        force_span=Span.of(text, *manner.at) if manner.at else None,
        certainty=certainty,
        hedges=[Span.of(text, *at) for at in hedges],
        polarity=manner.polarity,
        chain=list(chain.links),
        origin=chain.origin,
        speaker=chain.speaker,
        recipient=chain.recipient,
        recipient_span=Span.of(text, *chain.recipient_at) if chain.recipient_at else None,
        sequence=block.sequence,
        voice=voice,
        score=round(draft.score, 4),
    )


def _parties(
    text: str, cast: Cast, draft: Draft, speaker: str | None
) -> tuple[Range | None, Range | None]:
    """The content's first words, where they name the speaker's own side, or another party."""
    start, end = draft.content[0]
    lead = _LEAD.match(text, start, end)
    at = lead.end() if lead else start
    if speaker is None:
        return None, None
    own = cast.side(speaker)
    first = next(iter(cast.named(at, min(end, at + _FIRST_NAME))), None)
    if first is not None and first[0] == at:
        if cast.side(first[2].actor) == own:
            return (at, first[1]), None
        both = _is_party(cast, speaker) and _is_party(cast, first[2].actor)
        return None, (at, first[1]) if both else None
    agent = DONE_BY.search(text, start, end)
    doer = cast.named(agent.end(), min(end, agent.end() + _FIRST_NAME))[:1] if agent else []
    for low, high, who in doer:
        near = agent is not None and low == agent.end() and cast.side(who.actor) != own
        if near and _is_party(cast, speaker) and _is_party(cast, who.actor):
            return None, (low, high)
    return None, None


def _is_party(cast: Cast, actor: str | None) -> bool:
    """Whether the actor speaks for a state or an armed side."""
    return cast.kind(cast.side(actor)) in _PARTIES


def _sentence(story: Story, at: int) -> Range:
    """The sentence around ``at``, as far as a condition at its start may be about what follows."""
    start, end = story.sentence_at(at) or (at, at)
    return max(start, at - _CONDITION_REACH), end


def _voice(cast: Cast, chain: Chain) -> Voice:
    """``outlet`` where the page speaks of itself as we or I."""
    own = cast.outlet(cast.page.document.outlet) if chain.links else None
    ours = {link.name.casefold() for link in chain.links if link.actor == own}
    return "outlet" if ours & {"we", "i", "us"} else "cited"


def _cue(text: str, draft: Draft) -> Span | None:
    """The cue's longest part."""
    if not draft.cue:
        return None
    return Span.of(text, *max(draft.cue, key=lambda at: at[1] - at[0]))


def _outlet_statement(story: Story, span: Span, cast: Cast) -> Statement | None:
    block = story.block_at(span.start)
    at = trim(story.text, *span.range)
    if block is None or at is None:
        return None
    certainty, hedges = hedges_of(story, [at], *_sentence(story, at[0]))
    document = story.page.document
    actor = cast.outlet(document.outlet)
    link = ChainLink(role="outlet", name=document.outlet or document.name, actor=actor)
    return Statement(
        id="",
        document=document.id,
        block=block.id,
        content=[Span.of(story.page.document.text, *at)],
        quote=quote_type(story, [at]),
        certainty=certainty,
        hedges=[Span.of(story.page.document.text, *hedge) for hedge in hedges],
        chain=[link],
        origin=actor,
        speaker=actor,
        sequence=block.sequence,
        voice="outlet",
    )


def _numbered(page: Page, statements: Sequence[Statement]) -> list[Statement]:
    """The statements in text order with ids by their place."""
    ordered = sorted(statements, key=lambda s: (s.content[0].start, s.content[0].end, s.voice))
    prefix = page.document.id
    return [
        msgspec.structs.replace(statement, id=f"{prefix}.s{number}")
        for number, statement in enumerate(ordered, 1)
    ]
