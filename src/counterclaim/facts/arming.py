"""What an attack was made with: its instrument, and the mode that the sentence's words give it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from counterclaim.facts.event_words import MODE_WORDS, WEAPONS
from counterclaim.facts.numbers import quantities
from counterclaim.facts.tokens import Sentence
from counterclaim.facts.triggers import Trigger

__all__ = ["Range", "arms_of", "covers"]

Range = tuple[int, int]
"""Characters from, up to."""

_MODES = re.compile(
    r"\b(?:" + "|".join(f"({words})" for words, _ in MODE_WORDS) + r")\b", re.IGNORECASE
)
_INSTRUMENT = re.compile(rf"\b{WEAPONS}\b", re.IGNORECASE)
_MODEL = re.compile(r"\b(?:[A-Z][A-Za-z]{0,3}-\d{1,3}[A-Z]?s?|[A-Z]\d{1,3})\b")
_WIDER = ("aerial", "suicide-attack")
"""Modes that say more of a bomb than that it went off."""
_WINDOW = 160
"""Code points around a trigger in which its weapon is looked for."""

_GUNS = re.compile(
    r"\b(?:guns|gunners|batter(?:y|ies)|artillery|howitzers?|tanks?|gunboats?|warships?|frigates?)\b",
    re.IGNORECASE,
)
"""Words of an actor whose fire is that of no rifle."""

_FIRING = frozenset("fire fires fired firing".split())


def arms_of(
    sentence: Sentence, trigger: Trigger, actor: Range | None, apart: Sequence[Range | None]
) -> tuple[Range | None, str | None]:
    """The instrument and the mode of the attack at ``trigger``.

    ``apart`` are words whose weapons are not its own: its target, events at other times.
    """
    mode = trigger.mode
    if mode in (None, "explosives", "heavy-weapons"):
        mode = _mode(sentence, trigger, apart) or mode
    words = {sentence.low(at) for at in range(trigger.first, trigger.last + 1)}
    if mode == "firearms" and actor and _GUNS.search(sentence.text, *actor):
        mode = "heavy-weapons"
    if mode is None and not _FIRING.isdisjoint(words):
        mode = "firearms"
    return _instrument(sentence, trigger, apart), mode


def covers(outer: Range, inner: Range) -> bool:
    """Whether ``inner`` lies in ``outer``."""
    return outer[0] <= inner[0] and inner[1] <= outer[1]


def _mode(sentence: Sentence, trigger: Trigger, apart: Sequence[Range | None]) -> str | None:
    """The mode that words of the sentence give an attack that has none of its own.

    Neither the words in ``apart`` count, such as those of the target (a strike that hits a tank is
    none by tanks), nor the event's own ("shot down").
    """
    text, window = sentence.text, _window(sentence, sentence.tokens[trigger.first].start)
    own = sentence.tokens[trigger.first].start, sentence.tokens[trigger.last].end
    bombs = trigger.mode == "explosives" or sentence.low(trigger.first).startswith("bombard")
    if trigger.mode is not None and not bombs:
        return None
    best: int | None = None
    for match in _MODES.finditer(text, *window):
        row = (match.lastindex or 1) - 1
        if trigger.mode is not None and MODE_WORDS[row][1] not in _WIDER:
            continue
        within = any(covers(span, match.span()) for span in (own, *apart) if span)
        if not within and (best is None or row < best):
            best = row
    return None if best is None else MODE_WORDS[best][1]


def _window(sentence: Sentence, at: int) -> Range:
    """The characters around a trigger in which its weapon is looked for."""
    return max(sentence.start, at - _WINDOW), min(sentence.end, at + _WINDOW)


def _instrument(
    sentence: Sentence, trigger: Trigger, apart: Sequence[Range | None]
) -> Range | None:
    """The weapon or vehicle named nearest to the trigger, with its number and model."""
    own = sentence.tokens[trigger.first].start, sentence.tokens[trigger.last].end
    best: tuple[int, Range] | None = None
    for match in _INSTRUMENT.finditer(sentence.text, *_window(sentence, own[0])):
        inside = any(covers(span, match.span()) for span in apart if span)
        if inside or (match.start() < own[1] and own[0] < match.end()):
            continue
        distance = min(abs(match.start() - own[1]), abs(own[0] - match.end()))
        if best is None or distance < best[0]:
            best = distance, match.span()
    return _widened(sentence, best[1]) if best is not None else None


def _widened(sentence: Sentence, span: Range) -> Range:
    """The weapon with the model and the number right before it ("three Mi-8 helicopters")."""
    start, end = span
    head = sentence.text[max(sentence.start, start - 24) : start]
    model = list(_MODEL.finditer(head))
    if model and not head[model[-1].end() :].strip():
        start -= len(head) - model[-1].start()
    for quantity in quantities(sentence.text, max(sentence.start, start - 30), start):
        if not quantity.article and not sentence.text[quantity.end : start].strip():
            start = quantity.start
    if sentence.text[end : end + 9] == " fighters":
        end += 9
    text = sentence.text[start:end]
    return start + len(text) - len(text.lstrip()), end
