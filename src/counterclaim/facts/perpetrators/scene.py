"""A text with its organisations and its deeds, as the features are read off it."""

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Sequence

from counterclaim.facts.perpetrators.deeds import Deed, deeds
from counterclaim.facts.perpetrators.folding import Organisation, fold
from counterclaim.facts.perpetrators.names import Name, find_names
from counterclaim.facts.perpetrators.words import Word, read_words

__all__ = ["Scene", "bucket", "sentence_features", "text_features"]

_STEPS = (0, 1, 2, 4, 7, 12, 20, 40)
_OPENING = 4
"""Sentences at the beginning whose deeds count for themselves."""


class Scene:
    """A text, ready to be described.

    ``words`` are the text's; ``organisations`` those named in it; ``deeds`` its words for deeds;
    ``firsts`` the first word of each sentence, and one past the last word.
    """

    def __init__(self, words: Sequence[Word], organisations: Sequence[Organisation]) -> None:
        self.words = words
        self.organisations = organisations
        self.deeds: list[Deed] = deeds(words)
        self._places = [deed.at for deed in self.deeds]
        self._taken = {
            at: name
            for one in organisations
            for name in one.mentions
            for at in range(name.first, name.last + 1)
        }
        firsts = [
            at for at, word in enumerate(words) if not at or word.sentence != words[at - 1].sentence
        ]
        self.firsts = [*firsts, len(words)]

    @classmethod
    def of(cls, text: str) -> "Scene":
        """The scene of a text."""
        words = read_words(text)
        return cls(words, fold(words, find_names(text, words)))

    @property
    def sentences(self) -> int:
        """How many sentences the text has."""
        return len(self.firsts) - 1

    def bounds(self, at: int) -> tuple[int, int]:
        """First word of the sentence of word ``at``, and of the next sentence."""
        number = self.words[at].sentence
        return self.firsts[number], self.firsts[number + 1]

    def deeds_in(self, low: int, high: int) -> list[Deed]:
        """The deeds named by words in ``[low, high)``."""
        return self.deeds[bisect_left(self._places, low) : bisect_left(self._places, high)]

    def name_at(self, at: int) -> Name | None:
        """The mention that word ``at`` belongs to."""
        return self._taken.get(at)

    def symbol(self, at: int) -> str:
        """A word as a feature: in lower case, figures alike, names of organisations by kind."""
        name = self._taken.get(at)
        if name is not None:
            return f"<{name.kind}>"
        low = self.words[at].low
        return "#" if low[0].isdigit() else low


def bucket(size: int) -> int:
    """A number by its size, in a few steps."""
    return sum(size > step for step in _STEPS)


def text_features(scene: Scene) -> Counter[str]:
    """How often a text has each word, each pair of words and each sort of deed."""
    found: Counter[str] = Counter()
    symbols = [scene.symbol(at) for at in range(len(scene.words))]
    for at, word in enumerate(symbols):
        if word[0].isalpha() or word[0] in "<#":
            found[f"W={word}"] += 1
            if at and symbols[at - 1][0].isalnum():
                found[f"W2={symbols[at - 1]} {word}"] += 1
    for deed in scene.deeds:
        found[f"DT={deed.type}"] += 1
        if scene.words[deed.at].sentence < _OPENING:
            found[f"DT0={deed.type}"] += 1
            found[f"DW0={scene.words[deed.at].low}"] += 1
    return found


def sentence_features(scene: Scene, number: int) -> Iterator[str]:
    """Words, pairs, pairs over one word, deeds, place and length of a sentence."""
    low, high = scene.firsts[number], scene.firsts[number + 1]
    symbols = [scene.symbol(at) for at in range(low, high)]
    for at, word in enumerate(symbols):
        if word[0].isalnum() or word[0] == "<":
            yield f"w={word}"
            if at:
                yield f"b={symbols[at - 1]} {word}"
            if at > 1:
                yield f"s={symbols[at - 2]} {word}"
    for deed in scene.deeds_in(low, high):
        yield f"D={deed.type}"
    yield f"pos={bucket(number)}"
    yield f"len={bucket(high - low)}"
