"""From a page with its statements to the facts in them, in one pass over its sentences."""

from collections.abc import Sequence
from dataclasses import dataclass

from counterclaim.actors import Cast
from counterclaim.facts.assembly import Assembly
from counterclaim.facts.counts import read_counts
from counterclaim.facts.events import read_events
from counterclaim.facts.gazetteer import Gazetteer
from counterclaim.facts.intents import read_intents
from counterclaim.facts.moments import attach_said_at, find_moments
from counterclaim.facts.places import find_places
from counterclaim.facts.scopes import Scopes, article_sentences
from counterclaim.pages import Page
from counterclaim.records import Count, Event, Intent, Moment, Place, Statement, Unresolved

__all__ = ["Facts", "extract_facts"]


@dataclass(frozen=True)
class Facts:
    """What a page's statements say happened, in text order.

    ``statements`` are those given, with ``said_at`` filled in where the words that cite them name
    a moment.
    """

    places: tuple[Place, ...] = ()
    moments: tuple[Moment, ...] = ()
    counts: tuple[Count, ...] = ()
    events: tuple[Event, ...] = ()
    intents: tuple[Intent, ...] = ()
    unresolved: tuple[Unresolved, ...] = ()
    statements: tuple[Statement, ...] = ()


def extract_facts(
    page: Page, statements: Sequence[Statement], cast: Cast, gazetteer: Gazetteer
) -> Facts:
    """The facts of a page.

    A fact belongs to the innermost statement whose content covers it; one outside all contents has
    no statement. Comments, related links and navigation are not read.
    """
    places, unresolved = find_places(page, statements, gazetteer)
    moments = find_moments(page, statements)
    dated = attach_said_at(statements, moments, page)
    assembly = Assembly(page, Scopes(dated), cast, places, moments)
    spoken = {statement.said_at for statement in dated}
    for _, sentence in article_sentences(page):
        taken = [moment.span.range for moment in assembly.moments_in(sentence)]
        counts = assembly.counts(sentence, read_counts(sentence, taken))
        floor = assembly.floor(sentence)
        events = assembly.events(sentence, read_events(sentence, floor), counts, spoken)
        assembly.intents(sentence, read_intents(sentence, floor), events)
    return Facts(
        tuple(places),
        tuple(moments),
        tuple(assembly.all_counts),
        tuple(assembly.settled_events()),
        tuple(assembly.all_intents),
        tuple(unresolved),
        tuple(dated),
    )
