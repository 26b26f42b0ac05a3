"""Codes that last: an incident keeps the one it had when more pages are known."""

from __future__ import annotations

import hashlib
from collections import Counter, defaultdict
from collections.abc import Sequence
from itertools import count

from counterclaim.ledger.incidents import Case, incident_of
from counterclaim.records import Incident

__all__ = ["keep_codes"]


def keep_codes(cases: Sequence[Case], before: Sequence[Incident]) -> None:
    """Name ``cases`` after the incidents of an earlier ledger, ``before``, that they go on telling.

    An earlier incident lives on in the case that has most of its statements (of its pages, where
    none of the statements is known any more). A case in which several live on is their merger: it
    keeps the code of the one that it shares most with, and has the others' among its earlier ones.
    A case that holds a part only of one that lives on elsewhere was split off: it has a new code,
    and the old one among its earlier ones. So every code ever given leads on, and back when the
    same statements come together, or apart, again. No code in ``before`` is given to anything else.
    """
    heirs, parts = _heirs(cases, before)
    used = {code for old in before for code in (old.code, *old.previous_codes)}
    for number, case in enumerate(cases):
        olds = [before[at] for at in heirs[number]]
        if olds:
            case.named = olds[0].id, olds[0].code
            earlier = [*olds[0].previous_codes]
            earlier += [code for old in olds[1:] for code in (old.code, *old.previous_codes)]
        else:
            earlier = [before[at].code for at in parts[number]]
            case.named = _unused(case, used)
        case.previous = [code for code in dict.fromkeys(earlier) if code != case.named[1]]


def _heirs(
    cases: Sequence[Case], before: Sequence[Incident]
) -> tuple[defaultdict[int, list[int]], defaultdict[int, list[int]]]:
    """For each case the earlier incidents that live on in it, and those it holds a part of only.

    Both are in the order of what is shared, most first.
    """
    holder = {key: n for n, case in enumerate(cases) for g in case.groups for key in g.claims}
    on_page: defaultdict[str, list[int]] = defaultdict(list)
    for number, case in enumerate(cases):
        for group in case.groups:
            on_page[group.page.reading.document.id].append(number)
    found: list[tuple[int, int, int, bool]] = []
    for at, old in enumerate(before):
        shared = Counter(holder[key] for key in old.statements if key in holder)
        if not shared:
            shared = Counter(n for document in old.documents for n in on_page.get(document, ()))
        ranked = sorted(shared.items(), key=lambda item: (-item[1], item[0]))
        found += [(-times, at, n, n == ranked[0][0]) for n, times in ranked]
    heirs: defaultdict[int, list[int]] = defaultdict(list)
    parts: defaultdict[int, list[int]] = defaultdict(list)
    for _, at, number, first in sorted(found):
        (heirs if first else parts)[number].append(at)
    return heirs, parts


def _unused(case: Case, used: set[str]) -> tuple[str, str]:
    """The id and code derived from what the case holds; another should the code be taken."""
    now = incident_of(case)
    key, code = now.id, now.code
    day = code.rpartition("-")[0]
    for salt in count(1):
        if code not in used:
            break
        digest = hashlib.sha256(f"{now.id}\0{salt}".encode()).hexdigest()
        key, code = f"i-{digest[:16]}", f"{day}-{digest[:6]}"
    used.add(code)
    return key, code
