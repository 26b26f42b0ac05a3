"""From a page with its statements to the facts in them, in one pass over its sentences."""

from collections.abc import Sequence
from dataclasses import dataclass

from counterclaim.actors import Cast
from counterclaim.facts.assembly import Assembly
from counterclaim.facts.contests import in_earnest, is_contest
from counterclaim.facts.counts import CountReading, read_counts
from counterclaim.facts.events import read_events
from counterclaim.facts.gazetteer import Gazetteer
from counterclaim.facts.harmed_places import people_only
from counterclaim.facts.intents import read_intents
from counterclaim.facts.linking import settled
from counterclaim.facts.moments import attach_said_at, find_moments, spoken_at
from counterclaim.facts.places import find_places
from counterclaim.facts.scopes import Scopes, article_sentences
from counterclaim.facts.tokens import Sentence
from counterclaim.pages import Page
from counterclaim.records import Block, Count, Event, Intent, Moment, Place, Statement, Unresolved

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


_MEMORY = 300
"""Code points back to the count that a bare number ("the clinic says 17") can be about."""


class _Memory:
    """The last count read, for the sentences right after it in the same block."""

    def __init__(self) -> None:
        self._last: tuple[str, int, CountReading] | None = None

    def before(self, block: Block, sentence: Sentence) -> CountReading | None:
        """The count that a bare number in ``sentence`` can be about."""
        if self._last is None or self._last[0] != block.id:
            return None
        return self._last[2] if sentence.start - self._last[1] <= _MEMORY else None

    def keep(self, block: Block, sentence: Sentence, readings: Sequence[CountReading]) -> None:
        """Remember the first total of a sentence."""
        totals = [reading for reading in readings if reading.part_of is None]
        if totals:
            self._last = block.id, sentence.end, totals[0]


def _undated(moments: Sequence[Moment], before: int) -> list[Unresolved]:
    """The relative moments that had nothing to be counted from; ``before`` ids are taken."""
    lost = [
        moment
        for moment in moments
        if moment.timex in ("DATE", "TIME")
        and moment.earliest is None
        and (moment.value is None or moment.value.startswith("XXXX"))
    ]
    return [
        Unresolved(
            id=f"{moment.document}.u{number}",
            document=moment.document,
            span=moment.span,
            noun="moment",
            reason="nothing to count it from: no date of publication and none in the text",
        )
        for number, moment in enumerate(lost, before + 1)
    ]


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
    spoken = spoken_at(dated, moments)
    memory = _Memory()
    game = is_contest(page)
    towns = {place.span.range for place in places if place.status == "resolved"}
    for block, sentence in article_sentences(page):
        taken = [moment.span.range for moment in assembly.moments_in(sentence)]
        readings = read_counts(sentence, taken, memory.before(block, sentence))
        readings = people_only(readings, towns, cast)
        memory.keep(block, sentence, readings)
        counts = assembly.counts(sentence, readings)
        floor = assembly.floor(sentence)
        played = game and not in_earnest(page.document.text, sentence.start, sentence.end)
        told = [] if played else read_events(sentence, floor)
        events = assembly.events(sentence, told, counts, spoken)
        assembly.intents(sentence, read_intents(sentence, floor), events)
    return Facts(
        tuple(places),
        tuple(moments),
        tuple(assembly.all_counts),
        settled(assembly.all_events, moments),
        tuple(assembly.all_intents),
        (*unresolved, *_undated(moments, len(unresolved))),
        tuple(dated),
    )
