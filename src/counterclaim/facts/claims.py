"""Sentences of an article that claim harm or violence with nobody cited for it."""

from collections.abc import Sequence

from counterclaim.facts.contests import in_earnest, is_contest
from counterclaim.facts.counts import read_counts
from counterclaim.facts.scopes import Scopes, article_sentences
from counterclaim.facts.tokens import Sentence
from counterclaim.facts.triggers import triggers
from counterclaim.pages import Page
from counterclaim.records import Span, Statement

__all__ = ["claim_sentences"]

_VIOLENT = frozenset({"ASSAULT", "COERCE"})
_TOLD = frozenset({"headline", "body", "update", "note"})


def claim_sentences(page: Page, statements: Sequence[Statement]) -> list[Span]:
    """Sentences of the article in the outlet's own voice that claim harm or violence.

    A sentence counts if it holds a number of people harmed or the trigger of a violent event and
    shares no character with the content of a cited statement. Comments, captions and related links
    give none.
    """
    scopes = Scopes(statements)
    found: list[Span] = []
    game = is_contest(page)
    for block, sentence in article_sentences(page):
        if block.kind not in _TOLD or scopes.touching(sentence.start, sentence.end):
            continue
        played = game and not in_earnest(page.document.text, sentence.start, sentence.end)
        if not played and _claims(sentence):
            found.append(Span.of(page.document.text, sentence.start, sentence.end))
    return found


def _claims(sentence: Sentence) -> bool:
    violent = any(trigger.event in _VIOLENT for trigger in triggers(sentence))
    return violent or bool(read_counts(sentence))
