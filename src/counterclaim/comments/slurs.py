"""Slurs by kind: what a rare one is worth is known from its like.

``slurs.txt`` has lines of a kind's name and the CRC-32 of each folded form, or of two forms with a
space between, so that the file spells none. Slurs against peoples, faiths and colours are one kind,
so that none of them can weigh more than another; `training.triage_slurs` writes the file.
"""

from __future__ import annotations

import functools
from collections.abc import Iterator, Sequence
from importlib import resources

from counterclaim.comments.grams import gram_of
from counterclaim.comments.phrases import key_of
from counterclaim.errors import ModelError

__all__ = ["KINDS", "kinds_of", "slur_rows"]

FILE = "slurs.txt"
KINDS = ("origin", "reclaimed", "orientation", "sex", "ability", "doubtful", "doctrine")
"""What a slur strikes at. `reclaimed`: mostly said among friends; `doubtful`: mostly another word;
`doctrine`: the language of race."""

REACH = 3
"""Words on either side of a slur that are noted as its company."""

MOST = 3
"""Different slurs that are counted."""


def kinds_of(forms: Sequence[str]) -> list[int]:
    """For each folded form 1 + the number of its kind of slur in `KINDS`, or 0."""
    table = _table()
    found = [table.get(key_of(form), 0) for form in forms]
    for at in range(1, len(forms)):
        pair = table.get(key_of(f"{forms[at - 1]} {forms[at]}"), 0)
        if pair:
            found[at - 1] = found[at] = pair
    return found


def slur_rows(forms: Sequence[str]) -> Iterator[tuple[int, int, int]]:
    """Features ``(number, first word, last word)``: kinds, their number, company, length."""
    kinds = kinds_of(forms)
    at_kind = [(at, kind) for at, kind in enumerate(kinds) if kind]
    if not at_kind:
        return
    first_of = {kind: at for at, kind in reversed(at_kind)}
    several = min(len({forms[at] for at, kind in at_kind}), MOST)
    yield gram_of(f"slurs {several}"), at_kind[0][0], at_kind[-1][0]
    for kind, at in sorted(first_of.items()):
        yield gram_of(f"slur {kind}"), at, at
        yield gram_of(f"slur {kind} among {min(len(forms) // 4, 6)}"), at, at
        for other, there in sorted(first_of.items()):
            if other > kind:
                yield gram_of(f"slurs {kind} {other}"), min(at, there), max(at, there)
    for at, kind in at_kind:
        for beside in range(max(0, at - REACH), min(len(forms), at + REACH + 1)):
            if beside != at:
                side = "after" if beside > at else "before"
                name = f"{side} slur {kind} {forms[beside]}"
                yield gram_of(name), min(at, beside), max(at, beside)


@functools.cache
def _table() -> dict[int, int]:
    try:
        text = resources.files("counterclaim.comments").joinpath(FILE).read_text("ascii")
        lines = [line.split() for line in text.splitlines() if not line.startswith("#")]
        return {int(key, 16): 1 + KINDS.index(kind) for kind, *keys in lines for key in keys}
    except (OSError, ValueError) as error:
        raise ModelError("CC301", name=FILE) from error
