"""A count as it is read in its sentence, before it has an id."""

from dataclasses import dataclass

from counterclaim.facts.phrases import Phrase
from counterclaim.records import CountExtent, Harm

__all__ = ["CountReading"]


@dataclass(frozen=True)
class CountReading:
    """A count before it has an id: spans in the document's text, people as integers.

    ``part_of`` is the index, in the list it stands in, of the total that it is a part of; -1 marks
    a part of a total of an earlier sentence.
    """

    phrase: Phrase
    harm: Harm
    harm_span: tuple[int, int]
    of: tuple[int, int] | None
    group: str | None
    part_of: int | None = None
    running: bool = False
    inferred: bool = False
    extent: CountExtent = "incident"

    @property
    def span(self) -> tuple[int, int]:
        """Approximator, number and unit as written."""
        quantity = self.phrase.quantity
        end = quantity.end
        if self.phrase.of and self.phrase.of[0] >= quantity.end:
            end = max(end, self.phrase.of[1])
        if self.phrase.harm_span and self.phrase.harm_span[0] >= quantity.end:
            end = max(end, self.phrase.harm_span[1])
        return quantity.start, end
