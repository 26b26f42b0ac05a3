"""Repairs of the model's attributions by what syntax and layout leave no doubt about."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from counterclaim.actors import Cast
from counterclaim.statements.chain_words import CARRIED
from counterclaim.statements.clauses import subject_before
from counterclaim.statements.cues import REPORTING_VERB
from counterclaim.statements.drafts import Draft, Range, overlap
from counterclaim.statements.nesting import inverted
from counterclaim.statements.saying import says_nothing
from counterclaim.statements.spans import trim, unstopped
from counterclaim.statements.story import Story
from counterclaim.statements.turned import (
    after_carrier,
    after_cited,
    as_reported,
    beside_aside,
    by_agent,
    quoting,
)

__all__ = ["mend"]

_PARTED = re.compile(r";|,?\s(?:as|while|but|whereas)\s", re.IGNORECASE)
_WAS_TOLD = re.compile(
    r"(?:was|were|is|are|been|being) (?:\w+ly |also |later |then )?(?:told|informed|notified)",
    re.IGNORECASE,
)
_HOLDS_ANOTHER = re.compile(
    r"[\"“”;:()]|\b(?:said|says|told|added|according|reported|denied|claimed|wrote|but)\b"
)
"""What shows that words between a content and who said it belong to something else."""

_RELATIVE_START = re.compile(r"(?:who|which|whose)\b")
_NOUN_PHRASE = re.compile(r"(?:[\w'’-]+ ){1,9}(?:[\w'’-]+, )?")
_STARTS_LOW = re.compile(r",? [a-z]")
_PARTICIPLE = re.compile(r"(?:\w+ly\s)?\w+ing\b")
_PASSIVE = re.compile(
    r"\b(?:is|was|are|were|been|being|be)\s(?:\w+ly\s)?(?:\w+(?:ed|en|wn|ght|id)|told)\b",
    re.IGNORECASE,
)
_NOUN = re.compile(r"^\W*an?\s|\s(?:of|about)\W*$", re.IGNORECASE)
_RUN_ON = re.compile(
    r"^(?:[Aa]s\s+)?.{2,60}?\s(?:reports?|reported|says|said|notes|writes)[,\s]*(?=[^\W\d_a-z])"
)
_TRAIL = re.compile(r"\s+(?:as|that|by|in|has|have|had|is|was|were|are|also|,)\s*$", re.IGNORECASE)
_ON_WORD = r"(?:citing|quoting|referring to|with reference to|on the basis of|relying on|based on)"
_CITER = re.compile(
    r",?\s+(?:(?:which|who|that|itself)\s+)?(?:cit|quot)(?:es|ed|ing)\s|"
    r",\s+(?:taking up|picking up|relying on|referring to|with reference to|through|via|"
    r"(?:on|with) (?:information|data|figures|details|word) (?:from|of|by)|based on|"
    r"on the (?:authority|word|evidence|basis) of)\s",
    re.IGNORECASE,
)
"""What follows a source that passes on somebody else's word, or speaks through another."""

_CARRIER = re.compile(rf"[^,;:\"“”.]{{2,60}}?\s(?:{CARRIED})\s+(?=\w)", re.IGNORECASE)
_CLOSED = re.compile(r"[\"”’'»]$")
_CITING = re.compile(rf"[\s,]*\b{_ON_WORD}\W*$", re.IGNORECASE)
_CITED = re.compile(rf"\W*{_ON_WORD}\b", re.IGNORECASE)
_RELATIVE = re.compile(r",? (?P<who>which|who) (?:has |had |have |later |also )?$")
_RELATIVE_REACH = 20
_RELATIVE_GAP = 12
"""Code points between a source and a pronoun that stands for somebody else."""


def mend(story: Story, cast: Cast, draft: Draft) -> Draft | None:
    """The draft put right, or ``None`` if nobody says anything by it."""
    draft = _reaching(story, _hearing(story, by_agent(story, cast, draft)))
    if says_nothing(story, draft) or _of_headline(story, draft):
        return None
    draft = _own_sentences(story, quoting(story, cast, _labelled(story, draft)))
    draft = as_reported(story, cast, beside_aside(story, cast, after_cited(story, cast, draft)))
    draft = inverted(story, cast, _citing(story, draft))
    return _source(story, cast, draft)


def _hearing(story: Story, draft: Draft) -> Draft:
    """Without who was told as the source: "they were told that …" says not by whom."""
    cue = story.text[slice(*draft.cue[0])] if len(draft.cue) == 1 else ""
    told = _WAS_TOLD.fullmatch(cue) is not None
    return replace(draft, source=()) if told and draft.source[:1] < draft.cue else draft


def _reaching(story: Story, draft: Draft) -> Draft:
    """All of the clause before "…, the police said", where the content breaks off inside it."""
    if len(draft.content) != 1 or not draft.source or not draft.cue:
        return draft
    start, end = draft.content[0]
    first = min(draft.source[0][0], draft.cue[0][0])
    sentence = story.sentence_at(start)
    if end >= first or sentence is None or first > sentence[1]:
        return draft
    lead = story.text[sentence[0] : start]
    if _RELATIVE_START.match(story.text, start, end) and _NOUN_PHRASE.fullmatch(lead):
        return replace(draft, content=((sentence[0], end),))  # "The man [who was shot] died, …"
    if len(lead) > 1:
        return draft
    gap = story.text[end:first]
    if not gap.endswith(", ") or _HOLDS_ANOTHER.search(gap) or not _STARTS_LOW.match(gap):
        return draft
    whole = trim(story.text, start, first)
    return replace(draft, content=(whole,)) if whole is not None else draft


def _of_headline(story: Story, draft: Draft) -> bool:
    """Whether all of the content is a headline's, and the cue of what stands below it."""
    parts = [story.block_at(start) for start, _ in draft.content]
    home = story.block_at(draft.cue[0][0]) if draft.cue else None
    return (
        home is not None
        and home.kind != "headline"
        and all(part is not None and part.kind == "headline" for part in parts)
        and story.quotation_at(draft.start) is None
    )


def _labelled(story: Story, draft: Draft) -> Draft:
    """All that stands behind a label in a headline: "Family: Man killed by police was unarmed"."""
    cue = draft.cue[0] if draft.cue else (0, 0)
    block = story.block_at(cue[0])
    if block is None or block.kind != "headline" or story.text[slice(*cue)] != ":":
        return draft
    sentence = story.sentence_at(cue[0])
    first = trim(story.text, cue[1], draft.content[0][1])
    if sentence is None or first != draft.content[0] or _CLOSED.search(story.text, *first):
        return draft
    rest = trim(story.text, first[1], unstopped(story.text, sentence[1], first[1]))
    return draft if rest is None else replace(draft, content=((first[0], rest[1]),))


def _own_sentences(story: Story, draft: Draft) -> Draft:
    """Without the parts of the content that are neither quoted nor in the cue's sentence."""
    if not draft.cue:
        return draft
    sentence = story.sentence_at(draft.cue[0][0])
    home = story.block_at(draft.cue[0][0])
    if home is not None and home.kind == "headline" and draft.source and sentence is not None:
        before = trim(story.text, sentence[0], draft.source[0][0])
        if before is not None and all(story.block_at(s) is not home for s, _ in draft.content):
            return replace(draft, content=(before,))
    if len(draft.content) < 2:
        return draft
    kept = tuple(
        part
        for part in draft.content
        if (sentence and overlap(part, sentence)) or story.quotation_at(part[0]) is not None
    )
    return replace(draft, content=kept) if kept else draft


def _citing(story: Story, draft: Draft) -> Draft:
    """Where the cue runs on into "citing …": what is cited is no content, the clause before is."""
    if not draft.cue or not draft.source:
        return draft
    cue = draft.cue[-1]
    within = _CITING.search(story.text[cue[0] : cue[1]])
    starts_citing = any(_CITED.match(story.text, s, e) for s, e in draft.content if s >= cue[1])
    if within is None and not starts_citing:
        return draft
    sentence = story.sentence_at(cue[0])
    before = trim(story.text, sentence[0], draft.source[0][0]) if sentence else None
    if sentence is None or before is None or before[1] - before[0] < 12:
        return draft
    shorter = (cue[0], cue[0] + within.start()) if within else cue
    if shorter[0] >= shorter[1]:
        return draft
    return replace(draft, cue=(*draft.cue[:-1], shorter), content=(before,))


def _source(story: Story, cast: Cast, draft: Draft) -> Draft:
    """The source within reach of its cue: not run together with a relay, not of another part."""
    cleaned = tuple(_cut(story.text, after_carrier(story, part)) for part in draft.source)
    anchor = (draft.cue or draft.content)[0][0]
    home = story.block_at(anchor)
    near = tuple(
        s for s in cleaned if (b := story.block_at(s[0])) and home and b.sequence == home.sequence
    )
    near = tuple(s for s in near if not _apart(story, s, anchor))
    nearer = _related(story, draft, near) or _nearer(story, cast, draft, near)
    if nearer is not None:
        return replace(draft, source=(nearer,))
    if near or not draft.cue:
        return replace(draft, source=near)
    found = _subject(story, cast, draft.cue[0]) if _acts(story, draft) else None
    outside = found is not None and not any(overlap(found, part) for part in draft.content)
    return replace(draft, source=(found,) if found and outside else ())


def _apart(story: Story, source: Range, anchor: int) -> bool:
    """Whether a source stands in a block after the cue's, or in the headline above it."""
    block, home = story.block_at(source[0]), story.block_at(anchor)
    return block is not home and (
        source[0] > anchor or (block is not None and block.kind == "headline")
    )


def _acts(story: Story, draft: Draft) -> bool:
    """Whether the cue is a verb whose subject speaks: not "was announced", not "reports of"."""
    cue = " ".join(story.text[s:e] for s, e in draft.cue)
    return _PASSIVE.search(cue) is None and _NOUN.search(cue) is None


def _subject(story: Story, cast: Cast, cue: Range) -> Range | None:
    """The subject of a cue that has no source; a participle's is its sentence's first speaker."""
    sentence = story.sentence_at(cue[0])
    if sentence is None:
        return None
    at = cue[0]
    if story.text[cue[0] : cue[1]].split()[0].endswith("ing"):
        first = REPORTING_VERB.search(story.text, sentence[0], at)
        at = first.start() if first else at
    return subject_before(story, cast, sentence, at)


def _related(story: Story, draft: Draft, source: Sequence[Range]) -> Range | None:
    """The pronoun right before the cue: "she was contradicted by the firm, which spoke of …"."""
    if not draft.cue or len(source) != 1 or source[0][1] > draft.cue[0][0] - 2:
        return None
    start = draft.cue[0][0]
    match = _RELATIVE.search(story.text, max(source[0][1], start - _RELATIVE_REACH), start)
    if match is None or match.start() - source[0][1] < _RELATIVE_GAP:
        return None
    return match.span("who")


def _nearer(story: Story, cast: Cast, draft: Draft, source: Sequence[Range]) -> Range | None:
    """The cue's own subject, where a clause's end parts the source from it ("A admits; B says")."""
    if not draft.cue or len(source) != 1 or source[0][1] > draft.cue[0][0]:
        return None
    start, end = draft.cue[0]
    parted = next(iter([*_PARTED.finditer(story.text, source[0][1], start)][::-1]), None)
    if parted is None or _PARTICIPLE.match(story.text, start, end):
        return None
    sentence = story.sentence_at(start)
    found = subject_before(story, cast, sentence, start) if sentence else None
    if found is None or found[0] < parted.end():
        return None
    return None if any(overlap(found, part) for part in draft.content) else found


def _cut(text: str, part: Range) -> Range:
    """The source without "As X reports" run into it and without words of its verb group.

    Nor is the medium that "carried a statement by" the source part of it, nor whom it cites.
    """
    start, end = part
    run_on = _RUN_ON.match(text[start:end])
    if run_on is not None and run_on.end() < end - start:
        start += run_on.end()
    carrier = _CARRIER.match(text, start, end)
    if carrier is not None and carrier.end() < end:
        start = carrier.end()
    citer = _CITER.search(text, start + 1, end)
    if citer is not None:
        end = citer.start()
    trail = _TRAIL.search(text[start:end])
    if trail is not None and trail.start() > 0:
        end = start + trail.start()
    return start, end
