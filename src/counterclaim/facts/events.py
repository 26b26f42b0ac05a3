"""Events of a sentence: PLOVER type and mode, roles, instrument and modality.

One occurrence told with two words ("an airstrike hit the depot, killing two") is one event: a
general verb that says what an attack just named did gives that event its recipient and no new one.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from counterclaim.facts.arming import Range, arms_of, covers
from counterclaim.facts.event_words import CONTEXTS, GENERIC
from counterclaim.facts.falling import HOLDING
from counterclaim.facts.figures import is_figure
from counterclaim.facts.judgements import judges
from counterclaim.facts.misfortunes import is_misfortune
from counterclaim.facts.modality import Floor, modality_at, whole_sentence
from counterclaim.facts.roles import roles
from counterclaim.facts.sparing import spares_all
from counterclaim.facts.subjects import Chunk
from counterclaim.facts.tokens import Sentence
from counterclaim.facts.triggers import Trigger, triggers
from counterclaim.records import Modality

__all__ = ["EventReading", "read_events"]

_CONTEXTS = re.compile(
    r"\b(?:" + "|".join(f"({words})" for _, words in CONTEXTS) + r")\b", re.IGNORECASE
)
"""One group for each row of the table: all rows are looked for in one pass."""
_ASIDE = frozenset({"after", "before", "since", "following", "despite", "while"})
_MERGE_REACH = 30
_NAMED_REACH = 12


@dataclass(frozen=True)
class EventReading:
    """An event before it has an id; phrases are spans of characters in the document's text.

    ``compound`` says that the actor is only a modifier of the event's noun ("a coalition strike"),
    so that it counts only if somebody is named by it.
    """

    span: Range
    event: str
    mode: str | None
    context: tuple[str, ...]
    modality: Modality
    actor: Range | None
    recipient: Range | None
    instrument: Range | None = None
    compound: bool = False


def read_events(sentence: Sentence, floor: Floor = whole_sentence) -> list[EventReading]:
    """The events of a sentence, in order of their triggers.

    ``floor`` gives, for a token, where the statement that holds it begins.
    """
    found: list[tuple[Trigger, EventReading]] = []
    listed = list(triggers(sentence))
    context = _context(sentence) if listed else ()
    for trigger in listed:
        if judges(sentence, trigger, any(earlier.event == "ASSAULT" for earlier, _ in found)):
            continue
        if is_figure(sentence, trigger):
            continue
        both = roles(sentence, trigger)
        if is_misfortune(sentence, trigger, both[0]):
            continue
        modality = _modality(sentence, trigger, floor)
        reading = replace(_reading(sentence, trigger, both, context), modality=modality)
        host = _host(sentence, found, trigger)
        if host is None:
            found.append((trigger, reading))
        else:
            found[host] = found[host][0], _merged(found[host][1], reading)
    told = _told_once(sentence, found)
    return [_armed(sentence, trigger, reading, told) for trigger, reading in told]


def _modality(sentence: Sentence, trigger: Trigger, floor: Floor) -> Modality:
    """How a deed is told; where a wound is there, only its kind is in doubt."""
    if sentence.low(trigger.first) in HOLDING:
        return "denied"
    if trigger.verb and spares_all(sentence, trigger.first):
        return "denied"
    found = modality_at(sentence, trigger.first, verb=trigger.verb, floor=floor(trigger.first))
    hurt = sentence.low(trigger.last) in ("wound", "wounds") and found != "denied"
    return "happened" if hurt else found


def _armed(
    sentence: Sentence,
    trigger: Trigger,
    reading: EventReading,
    told: Sequence[tuple[Trigger, EventReading]],
) -> EventReading:
    """An attack with its instrument, and with the mode that the sentence's words give it."""
    if reading.event != "ASSAULT":
        return reading
    apart = [*_at_other_times(sentence, trigger, told), reading.recipient]
    instrument, mode = arms_of(sentence, trigger, reading.actor, apart)
    return replace(reading, instrument=instrument, mode=mode)


def _at_other_times(
    sentence: Sentence, trigger: Trigger, told: Sequence[tuple[Trigger, EventReading]]
) -> list[Range | None]:
    """The words for events before or after this one: "missile strikes after the killings".

    Where such an event leads ("After the air strike by jets, rebels attacked") its actor's, too.
    """
    apart: list[Range | None] = []
    for other, reading in told:
        first, second = sorted((trigger, other), key=lambda one: one.first)
        between = _lows(sentence, first.last + 1, second.first)
        led = "," in between and not _ASIDE.isdisjoint(
            _lows(sentence, first.first - 3, first.first)
        )
        if led or not _ASIDE.isdisjoint(between):
            apart += [reading.span, reading.actor if led and other is first else None]
    return apart


def _lows(sentence: Sentence, first: int, last: int) -> set[str]:
    return {sentence.low(at) for at in range(first, last)}


def _told_once(
    sentence: Sentence, found: list[tuple[Trigger, EventReading]]
) -> list[tuple[Trigger, EventReading]]:
    """Reads "Nine were killed in the airstrike": the attack named last is the one event."""
    kept: list[tuple[Trigger, EventReading]] = []
    for trigger, reading in found:
        if kept and _named_after(sentence, kept[-1][0], trigger):
            earlier = kept.pop()[1]
            reading = replace(
                reading,
                actor=reading.actor or earlier.actor,
                compound=reading.compound and reading.actor is not None,
                recipient=reading.recipient or earlier.recipient,
                modality=earlier.modality if reading.modality == "happened" else reading.modality,
            )
        kept.append((trigger, reading))
    return kept


def _named_after(sentence: Sentence, verb: Trigger, noun: Trigger) -> bool:
    """Whether ``noun`` names the attack whose effect ``verb`` told: "killed … in the strike"."""
    if verb.event != "ASSAULT" or noun.event != "ASSAULT" or not verb.verb or noun.verb:
        return False
    if sentence.low(verb.first) not in GENERIC or noun.first - verb.last > _NAMED_REACH:
        return False
    between = [sentence.low(at) for at in range(verb.last + 1, noun.first)]
    joined = {"in", "by", "during", "from"} & set(between)
    return bool(joined) and not {",", ";", "but", "while", "after", "before"} & set(between)


def _reading(
    sentence: Sentence,
    trigger: Trigger,
    both: tuple[Chunk | None, Chunk | None],
    context: tuple[str, ...],
) -> EventReading:
    """The event at one trigger, with the phrases of its actor and its recipient."""
    first, last = sentence.tokens[trigger.first], sentence.tokens[trigger.last]
    actor, recipient = both
    compound = not trigger.verb and actor is not None and actor[1] == trigger.first - 1
    return EventReading(
        (first.start, last.end),
        trigger.event,
        trigger.mode,
        context,
        "happened",
        _span(sentence, actor),
        _span(sentence, recipient),
        compound=compound,
    )


def _span(sentence: Sentence, chunk: Chunk | None) -> Range | None:
    """Characters of a phrase, less a possessive ending."""
    if chunk is None:
        return None
    last = sentence.tokens[chunk[1]]
    possessive = 2 if last.low.endswith(("'s", "’s")) else 0
    return sentence.tokens[chunk[0]].start, last.end - possessive


def _host(
    sentence: Sentence, found: list[tuple[Trigger, EventReading]], trigger: Trigger
) -> int | None:
    """Index of the attack that this trigger only says more about, if there is one."""
    word = sentence.low(trigger.first)
    if trigger.event != "ASSAULT" or word not in GENERIC or not trigger.verb:
        return None
    for index in range(len(found) - 1, -1, -1):
        earlier = found[index][0]
        near = trigger.first - earlier.last <= _MERGE_REACH
        between = [sentence.low(at) for at in range(earlier.last + 1, trigger.first)]
        broken = {";", "but", "if", "whether", "while", "after"} & set(between)
        if earlier.event == "ASSAULT" and near and not broken:
            return index
    return None


def _merged(host: EventReading, more: EventReading) -> EventReading:
    """The earlier event with what the later words add."""
    actor = host.actor
    sufferer = more.actor is not None and more.actor == host.recipient
    if actor is None and more.actor and not sufferer and not covers(more.actor, host.span):
        actor = more.actor
    recipient = host.recipient or more.recipient
    if recipient == actor:
        recipient = None
    return replace(host, actor=actor, recipient=recipient)


def _context(sentence: Sentence) -> tuple[str, ...]:
    """PLOVER contexts that words of the sentence show, in the table's order."""
    matches = _CONTEXTS.finditer(sentence.text, sentence.start, sentence.end)
    rows = {(match.lastindex or 1) - 1 for match in matches}
    return tuple(CONTEXTS[row][0] for row in sorted(rows))
