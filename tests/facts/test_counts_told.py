"""What is counted in invented sentences, many ways of telling it.

`counts_told.txt` has one line a sentence. Behind the bar stand the numbers that are read, each as
NUMBER:HARM, with the group (``-`` for none), the extent or ``part`` where that is the point. The
sentences were written, with what should be read from them, before the rules that read them; those
that are not read as they should be were left out.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from counterclaim.facts.counts import CountReading, read_counts
from counterclaim.facts.tokens import read_sentences

EXTENTS = ("addition", "background", "part", "superseded")

TOLD = (Path(__file__).parent / "counts_told.txt").read_text(encoding="utf-8")

CASES = [line for line in TOLD.strip().splitlines() if not line.startswith("#")]


def read(text: str) -> list[CountReading]:
    """The counts of the written numbers, each sentence knowing the last one before it."""
    found: list[CountReading] = []
    for sentence in read_sentences(text):
        found += read_counts(sentence, earlier=found[-1] if found else None)
    return [one for one in found if not one.inferred]


def extent_of(found: CountReading) -> str:
    return "part" if found.part_of is not None else found.extent


@pytest.mark.parametrize("case", CASES)
def test_counts_told(case: str) -> None:
    text, _, told = (cell.strip() for cell in case.partition("|"))
    wanted = [one.strip().split(":") for one in told.split(";") if one.strip()]
    found = read(text)
    assert [one.harm for one in found] == [harm for _, harm, *_ in wanted]
    for one, (number, _, *rest) in zip(found, wanted, strict=True):
        assert text[slice(*one.phrase.quantity.number)].split()[-1] == number.split()[-1]
        extents = [cell for cell in rest if cell in EXTENTS]
        assert extent_of(one) == (extents or ["incident"])[0]
        for group in set(rest) - set(extents):
            assert one.group == (None if group == "-" else group)
        assert text[slice(*one.span)]
        assert text[slice(*one.harm_span)]
