"""From a page's comments to their lanes. Nothing is dropped: one record for each comment."""

from __future__ import annotations

from dataclasses import dataclass

from counterclaim.comments.claims import unsourced_claim
from counterclaim.comments.model import LANES, Model, load_model
from counterclaim.comments.quoting import denounces, own_words
from counterclaim.comments.spam import spam
from counterclaim.comments.threats import threat
from counterclaim.pages import Page
from counterclaim.records import Block, Comment, Lane, Span, Triage

__all__ = ["FLOORS", "Judgement", "judge", "triage_comments"]

FLOORS: dict[Triage, float] = {
    "identity_attack": 0.5,
    "threat": 0.5,
    "harassment": 0.5,
    "profanity": 0.5,
    "unsourced_claim": 0.5,
    "spam": 0.5,
}
"""Score from which a comment is put in a lane."""

DENOUNCED = 0.49
"""What is left of a score whose words the commenter repeats in order to condemn them."""

QUOTED = 0.6
"""What is left of a score that rests on quoted words alone."""

LONGEST = 20_000
"""Characters of a comment that are scored; the rest is kept and not read."""

Ranges = list[tuple[int, int]]


@dataclass(frozen=True)
class Judgement:
    """A lane's score in [0, 1] and the character ranges that led there."""

    lane: Triage
    score: float
    spans: Ranges


def triage_comments(page: Page) -> list[Comment]:
    """One record for each comment block of ``page``, in text order.

    Lanes stand with the highest score first; ``none`` alone where no lane reaches its floor.
    """
    model = load_model()
    return [
        _comment(page, block, ordinal, model)
        for ordinal, block in enumerate(page.comments, start=1)
    ]


def _comment(page: Page, block: Block, ordinal: int, model: Model) -> Comment:
    text = page.document.text
    found = judge(block.span.exact, model)
    lanes = [
        Lane(
            lane=each.lane,
            score=each.score,
            spans=[_span(text, block, start, end) for start, end in each.spans],
        )
        for each in found
    ]
    return Comment(
        id=f"{page.document.id}.c{ordinal}",
        document=page.document.id,
        block=block.id,
        span=block.span,
        author=block.author.exact if block.author else None,
        reply_to=block.reply_to,
        triage=lanes,
    )


def _span(text: str, block: Block, start: int, end: int) -> Span:
    return Span.of(text, block.span.start + start, block.span.start + end)


def judge(text: str, model: Model | None = None) -> list[Judgement]:
    """The lanes that ``text`` reaches, highest score first, or ``none``."""
    scored = judge_all(text, model)
    reached = [each for each in scored if each.score >= FLOORS[each.lane]]
    if not reached:
        most = max(each.score for each in scored)
        return [Judgement("none", round(1 - most, 4), [])]
    return sorted(reached, key=lambda each: -each.score)


def judge_all(text: str, model: Model | None = None) -> list[Judgement]:
    """Every lane's score for ``text``, whether it reaches the floor or not; spans where it does."""
    read = text[:LONGEST]
    own = own_words(read)
    judgements = _hostility(read, own, model or load_model())
    judgements.append(Judgement("unsourced_claim", *_rounded(unsourced_claim(own))))
    judgements.append(Judgement("spam", *_rounded(spam(read))))
    return judgements


def _hostility(text: str, own: str, model: Model) -> list[Judgement]:
    """The model's lanes; words only quoted, or repeated to condemn them, count for less."""
    whole = model.score(text, own)
    alone = model.score(own, own) if own != text else whole
    condemned = denounces(own, quotes=own != text)
    formed = threat(own)
    judgements: list[Judgement] = []
    lane: Triage
    for lane in LANES:
        score, spans = whole.probability[lane], whole.spans_at(lane, FLOORS[lane])
        if lane == "threat" and formed[0] > score:
            score, spans = formed
        elif score < FLOORS[lane]:
            pass  # What is not called hostile needs no excuse: its rank among the others stays.
        elif condemned and (own != text or lane == "identity_attack"):
            score *= DENOUNCED
        elif own != text and alone.probability[lane] < FLOORS[lane]:
            score = max(alone.probability[lane], score * QUOTED)
        judgements.append(Judgement(lane, round(score, 4), spans))
    return judgements


def _rounded(found: tuple[float, Ranges]) -> tuple[float, Ranges]:
    return round(found[0], 4), found[1]
