"""Speech acts that carry a claim in their own verb: accusing, denying, admitting, demanding."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from counterclaim.actors import Cast
from counterclaim.language import Sought
from counterclaim.records import Force
from counterclaim.statements.clauses import clause_end, subject_before
from counterclaim.statements.cues import COUNTING_ANEW, inflected
from counterclaim.statements.drafts import Draft, Range, Ranges
from counterclaim.statements.spans import trim
from counterclaim.statements.story import Story

__all__ = ["find_acts"]


@dataclass(frozen=True)
class _Act:
    """A verb pattern with its force; ``needs`` must match right after the verb, where given."""

    verb: str
    force: Force | None
    needs: str = ""


_WHOM = r"\s+(?:\w+['’]?s?\s+){0,8}?"
_NAMED = (
    r"\s+(?:it|them|him|her|this|that|(?:the|a|an|its|his|her|their|\w+['’]s)\s+[\w' -]{3,60}?)"
    r"\s+(?:an? |as |[\"“])"
)
_ACTS = (
    _Act(inflected("accuse"), "accuses", _WHOM + r"of\b"),
    _Act(inflected("blame"), "accuses", r"\s+\w"),
    _Act(inflected("condemn", "denounce"), "accuses", r"\s+\w"),
    _Act(inflected("deny", "reject", "refute", "dismiss"), "denies", r"\s+(?!by\b)[\w\"“]"),
    _Act(
        inflected("admit:admitt", "acknowledge", "concede"),
        "admits",
        r"\s+(?!to (?:hospital|the hospital))\w",
    ),
    _Act(
        r"(?:claim|accept|assume)(?:s|ed|ing)?|took|takes|taken",
        "admits",
        r"\s+(?:full |sole )?responsibility\b",
    ),
    _Act(inflected("demand"), "demands", r"\s+[\w\"“]"),
    _Act(r"call(?:s|ed|ing)?", "demands", r"\s+(?:\w+ly )?(?:for|on|upon)\b"),
    _Act(inflected("urge"), "demands", r"\s+\w"),
    _Act(inflected("appeal"), "demands", r"\s+(?:for|to)\b"),
    _Act(
        inflected("vow", "pledge", "promise", "threaten"),
        "promises",
        r"\s+(?:to|that|\w+ing|an?|\w+)\b",
    ),
    _Act(inflected("regret:regrett"), "regrets", r"\s+\w"),
    _Act(r"apologi[sz](?:es|ed|ing)", "regrets", r"\s+(?:for|to)\b"),
    _Act(
        r"withdrew|withdraws|withdrawn|retract(?:s|ed|ing)?|(?:took|takes|taken|walked|walks) back",
        "admits",
        r"\s+(?:its|his|her|their) (?:[\w'’-]+ ){0,2}?(?:accounts?|accusations?|allegations?|"
        r"claims?|denials?|figures?|remarks?|statements?|story|version)\b",
    ),
    _Act(
        r"express(?:es|ed|ing)?|voic(?:es|ed|ing)|offer(?:s|ed|ing)?|convey(?:s|ed|ing)?",
        "regrets",
        r"\s+(?:\w+['’]?s?\s+){0,4}?[\"“‘']?(?:regret|apolog|condolence|sorrow|remorse)\w*",
    ),
    _Act(
        r"doubt(?:s|ed|ing)?|question(?:s|ed|ing)?", "doubts", r"\s+(?:the|that|whether|how|why)\b"
    ),
    _Act(r"cast(?:s|ing)?", "doubts", r"\s+doubt"),
    _Act(inflected("allege", "warn", "announce", "insist"), None, r"\s+that\b"),
    _Act(r"(?:spoke|speaks|spoken|told|tells) of", None, r"\s+(?!course\b|which\b)\w"),
    _Act(
        COUNTING_ANEW,
        None,
        r"\s+(?:the|its|his|her|their) (?:[\w'’-]+ ){0,3}?(?:tolls?|numbers?|count|estimates?|"
        r"figures?)\b",
    ),
    _Act(r"(?<!so-)(?<!so )(?:called|calls)|branded|described|labell?ed|dubbed", None, _NAMED),
    _Act(
        r"(?:refus|declin)(?:es|ed|ing|es)?",
        "declines",
        r"\s+(?:to (?:comment|say|confirm|discuss|answer|be)|comment)",
    ),
    _Act(
        r"ha(?:s|ve|d) (?:not )?yet to",
        "declines",
        r"\s+(?:comment|respond|react|reply|answer|make)",
    ),
    _Act(
        r"did(?: not|n['’]t)",
        "declines",
        r"\s+(?:immediately )?(?:respond|reply|return|comment|answer)",
    ),
    _Act(
        r"ha(?:s|ve|d)(?: not|n['’]t)(?: yet)?",
        "declines",
        r"\s+(?:yet )?(?:commented|responded|replied|reacted)",
    ),
    _Act(
        r"could not(?: immediately)? be(?: immediately)?",
        "declines",
        r"\s+(?:immediately )?(?:reached|contacted)",
    ),
    _Act(r"neither", "declines", r"\s+(?:confirm\w*|den\w+) (?:nor|or) "),
    _Act(
        r"would (?:not|neither)", "declines", r"\s+(?:comment|be drawn|discuss|elaborate|confirm)"
    ),
    _Act(
        r"ha(?:s|d|ve)",
        "declines",
        r"\s+no (?:immediate |further |official )?(?:comment|answer|response)",
    ),
)
_ANY = Sought(
    "|".join(rf"(?P<a{n}>\b(?:{act.verb})\b(?={act.needs}))" for n, act in enumerate(_ACTS)),
    re.IGNORECASE,
)
_REFUSAL = re.compile(
    r"(?:(?:refus|declin)(?:es|ed|ing|e) to \w+|"
    r"(?:did|would)(?: not|n['’]t)(?: immediately)? (?:be drawn|(?!immediately)\w+)|"
    r"ha(?:s|ve|d) (?:not )?yet(?= to\b)|"
    r"ha(?:s|ve|d)(?: not|n['’]t)(?: yet)? (?:yet )?(?:commented|responded|replied|reacted)|"
    r"could not(?: immediately)? be(?: immediately)? (?:reached|contacted))(?= \w)",
    re.IGNORECASE,
)
"""The whole verb of a refusal that has an object."""

_AGENT = re.compile(r"\bby\s+", re.IGNORECASE)
_BE = re.compile(r"\b(?:is|are|was|were|been|being|be|got)\s+(?:\w+ly\s+)?$", re.IGNORECASE)
_NOT_ACT = re.compile(
    r"(?:\bto|\bnot|n['’]t|\bnever|\bcould|\bmight|\bmay|\bwould|\bshould)\s+(?:\w+ly\s+)?$",
    re.IGNORECASE,
)
_PRONOUN = re.compile(r"(?P<who>It|They|He|She)\s+(?:(?:also|later|then|ha[sd]|have)\s+)*")
_NEUTRAL_AFTER = re.compile(r"\s*[,.;]|\s*$")


def find_acts(story: Story, cast: Cast, taken: Sequence[Draft]) -> Iterator[Draft]:
    """Speech acts of the article in text order.

    ``taken`` are the drafts already found: an act whose verb stands in the content or the cue of
    one of them is not reported again, nor is anything inside a quotation.
    """
    busy = Ranges(r for draft in taken for r in (*draft.cue, *draft.content))
    for sentence in story.sentences:
        for match in _ANY.finditer(story.openings(sentence)):
            if story.quotation_at(match.start()) is not None or busy.touch(match.span()):
                continue
            act = _ACTS[int((match.lastgroup or "a0")[1:])]
            draft = _draft(story, cast, sentence, match.span(), act)
            if draft is not None:
                yield draft


def _draft(story: Story, cast: Cast, sentence: Range, verb: Range, act: _Act) -> Draft | None:
    before = story.text[max(sentence[0], verb[0] - 40) : verb[0]]
    if act.force != "declines" and _NOT_ACT.search(before):
        return None
    if (
        _BE.search(before)
        and act.force not in {None, "declines"}
        and not story.text[verb[0] : verb[1]].endswith("ing")
    ):
        return _passive(story, cast, sentence, verb, act)
    if story.text[verb[0] : verb[1]].endswith("ing") and not before.rstrip().endswith((",", "and")):
        return None
    source = subject_before(story, cast, sentence, verb[0]) or _pronoun(story, sentence, verb)
    if source is None:
        return None
    return _made(story, cast, sentence, source, verb, act)


def _pronoun(story: Story, sentence: Range, verb: Range) -> Range | None:
    """The pronoun that the sentence begins with, where it is the whole subject of the verb."""
    found = _PRONOUN.fullmatch(story.text, sentence[0], verb[0])
    return found.span("who") if found is not None else None


def _made(
    story: Story, cast: Cast, sentence: Range, source: Range, verb: Range, act: _Act
) -> Draft | None:
    end = clause_end(story, sentence, verb[1])
    cue, start = verb, verb[1]
    if act.force == "declines":
        cue, start = _declining(story.text, verb, end)
    content = trim(story.text, start, end)
    if content is None:
        return None
    return Draft((source,), (cue,), (content,), 0.8, act.force, "act")


def _declining(text: str, verb: Range, end: int) -> tuple[Range, int]:
    """The cue of a refusal and where its content begins.

    "Declined to say" is all cue where something follows; where nothing does, the cue is its first
    word, so that what is refused is left as the content.
    """
    whole = _REFUSAL.match(text, verb[0], end)
    if whole is not None:
        return (verb[0], whole.end()), whole.end()
    first = text[verb[0] : verb[1]].split()[0]
    return (verb[0], verb[0] + len(first)), verb[0] + len(first)


def _passive(story: Story, cast: Cast, sentence: Range, verb: Range, act: _Act) -> Draft | None:
    """The agent as the source: "Velmaria was accused by its neighbour of …"."""
    end = clause_end(story, sentence, verb[1])
    agent = _AGENT.search(story.text, verb[1], end)
    if agent is None:
        return None
    named = cast.named(agent.end(), min(end, agent.end() + 80))
    if not named or named[0][0] > agent.end() + 20:
        return None
    source = (agent.end(), named[0][1])
    content = trim(story.text, source[1], end)
    if content is None or _NEUTRAL_AFTER.fullmatch(story.text[content[0] : content[1]]):
        return None
    return Draft((source,), (verb,), (content,), 0.7, act.force, "act-passive")
