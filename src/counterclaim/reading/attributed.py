"""A page whose attributions are known to its reading: everything that comes after the encoder."""

from __future__ import annotations

from collections.abc import Sequence

from counterclaim.actors import Cast, Knowledge
from counterclaim.comments import triage_comments
from counterclaim.facts import Gazetteer, claim_sentences, extract_facts
from counterclaim.language import Attribution
from counterclaim.pages import Page
from counterclaim.reading.institutions import with_owned_institutions
from counterclaim.records import Reading
from counterclaim.statements import ForceHead, add_outlet_statements, find_statements

__all__ = ["read_attributed"]


def read_attributed(
    page: Page,
    attributions: Sequence[Attribution],
    *,
    knowledge: Knowledge,
    gazetteer: Gazetteer,
    force_at: ForceHead | None = None,
) -> Reading:
    """The reading of ``page``, given who says what in it.

    ``attributions`` are in code points of the page's text; ``force_at`` is the encoder's word on
    what a speaker does with a stretch of it, where there is one.
    """
    cast = Cast(page, knowledge)
    statements = find_statements(page, attributions, cast, force_at)
    own = claim_sentences(page, statements)
    statements = add_outlet_statements(page, statements, own, cast)
    facts = extract_facts(page, statements, cast, gazetteer)
    reading = Reading(
        capture=page.capture,
        document=page.document,
        blocks=list(page.blocks),
        statements=list(facts.statements),
        actors=cast.actors(),
        places=list(facts.places),
        moments=list(facts.moments),
        counts=list(facts.counts),
        events=list(facts.events),
        intents=list(facts.intents),
        comments=triage_comments(page),
        unresolved=list(facts.unresolved),
        problems=list(page.problems),
    )
    return with_owned_institutions(reading, knowledge)
