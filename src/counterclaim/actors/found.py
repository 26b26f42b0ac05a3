"""Mentions, and the shorter forms in which a page names an organisation again."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass

from counterclaim.actors.lexicon import Phrases, Token

__all__ = ["BY_LAST_WORD", "Found", "in_titles", "short_names"]

BY_LAST_WORD = "a name by its last word"
"""The reason of a mention that only the last word of the name shows to be an organisation."""


@dataclass(frozen=True)
class Found:
    """A stretch of text that names an actor. ``form`` is as in :class:`Name`."""

    start: int
    end: int
    actor: str
    reason: str
    form: str = "name"


def in_titles(
    text: str, page: Sequence[Token], found: Sequence[Found], titled: Collection[int]
) -> Iterator[Found]:
    """Organisations of the text in headlines, where capitals alone would tell nothing."""
    names = Phrases((text[m.start : m.end], m.actor) for m in found if m.reason == BY_LAST_WORD)
    taken = {m.start for m in found}
    for at, token in enumerate(page):
        match = names.match(text, page, at) if token.start in titled else None
        if match is not None and not taken & {t.start for t in page[at : match[0]]}:
            yield Found(token.start, page[match[0] - 1].end, match[1], BY_LAST_WORD)


def short_names(
    text: str, page: Sequence[Token], found: Sequence[Found], titled: Collection[int]
) -> Iterator[Found]:
    """The last word of one organisation's name, written with a capital: "the Pact said"."""
    actors: dict[str, set[str]] = {}
    for mention in found:
        words = text[mention.start : mention.end].split()
        if mention.reason == BY_LAST_WORD and len(words) > 1:
            actors.setdefault(words[-1], set()).add(mention.actor)
    position = 0
    mentions = iter([*found, Found(len(text) + 1, len(text) + 1, "", "")])
    mention = next(mentions)
    for at, token in enumerate(page):
        while mention.end <= token.start:
            position, mention = mention.end, next(mentions)
        known = actors.get(token.text, ())
        if len(known) != 1 or token.start >= mention.start or token.start in titled:
            continue
        if _alone(text, page, at, position):
            yield Found(token.start, token.end, next(iter(known)), "the end of its name")


def _alone(text: str, page: Sequence[Token], at: int, position: int) -> bool:
    """Whether no capitalised word before or after token ``at`` makes it part of another name."""
    before = page[at - 1] if at else None
    if before is None or before.start < position or before.end + 1 != page[at].start:
        return before is not None and before.end + 1 == page[at].start and text[before.end] == " "
    after = page[at + 1] if at + 1 < len(page) else None
    joined_on = after is not None and after.capital and after.start == page[at].end + 1
    named = before.capital and before.fold not in {"the", "a", "an", "this", "that"}
    return not named and not joined_on and text[before.end] == " "
