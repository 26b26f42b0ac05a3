"""What looks like a range and is none: "rose from 23 to 29" names two tolls."""

from collections.abc import Iterator
from functools import lru_cache
from itertools import islice

from counterclaim.facts.harm_words import RISES
from counterclaim.facts.numbers import Quantity, quantities
from counterclaim.facts.tokens import Sentence

__all__ = ["parted"]

_FROM, _TO = "from ", " to "


# Claims and facts are read from the same sentences, one right after the other.
@lru_cache(512)
def _quantities(text: str, start: int, end: int) -> tuple[Quantity, ...]:
    return tuple(quantities(text, start, end))


def parted(sentence: Sentence) -> Iterator[Quantity]:
    """The quantities of a sentence, both ends of a rise for themselves."""
    text = sentence.text
    for quantity in _quantities(text, sentence.start, sentence.end):
        words = text[quantity.start : quantity.end].lower()
        verb = sentence.low(sentence.covering(quantity.start) - 1)
        middle = words.rfind(_TO)
        if verb not in RISES or middle < 0 or not words.startswith(_FROM):
            yield quantity
            continue
        first, second = quantity.start + len(_FROM), quantity.start + middle
        yield from islice(quantities(text, first, second), 1)
        yield from islice(quantities(text, second + len(_TO), quantity.end), 1)
