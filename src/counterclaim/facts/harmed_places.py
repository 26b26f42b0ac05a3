"""Names that read like somebody harmed, and are a town's: "25 children among Deir Sorn dead"."""

from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from dataclasses import replace

from counterclaim.actors import Cast
from counterclaim.facts.counts import CountReading

__all__ = ["people_only"]


def people_only(
    readings: Sequence[CountReading], towns: AbstractSet[tuple[int, int]], cast: Cast
) -> list[CountReading]:
    """The counts of a sentence without victims whose name is that of a known place.

    ``towns`` are the spans of known places. Who is a person of the page stays, whatever town is
    called the same.
    """
    gone = [
        reading.inferred
        and _within(reading.phrase.quantity.number, towns)
        and not any(who.kind == "person" for *_, who in cast.named(*reading.phrase.quantity.number))
        for reading in readings
    ]
    if not any(gone):
        return list(readings)
    place = [at - sum(gone[:at]) for at in range(len(readings))]
    kept = [reading for reading, town in zip(readings, gone, strict=True) if not town]
    return [
        reading
        if reading.part_of is None or reading.part_of < 0
        else replace(reading, part_of=None if gone[reading.part_of] else place[reading.part_of])
        for reading in kept
    ]


def _within(name: tuple[int, int], towns: AbstractSet[tuple[int, int]]) -> bool:
    """Whether a name is all or part of a town's: "Zor" in "Deir ez-Zor"."""
    return any(start <= name[0] and name[1] <= end for start, end in towns)
