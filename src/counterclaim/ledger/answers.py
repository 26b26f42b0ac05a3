"""Who answers whom on one page, also where what is said belongs to no recognised event.

"He was never a member" names no event, and so stands outside of every incident; on the page it is
plain whom it answers. Such links are the pair model's alone and go to the incident that one of the
two statements belongs to, or to the only one of their page.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence

from counterclaim.ledger.claims import PageClaims
from counterclaim.ledger.contradicting import stands
from counterclaim.ledger.echoes import Witnesses
from counterclaim.ledger.links import Evidence
from counterclaim.ledger.pair_links import page_links
from counterclaim.ledger.parties import Parties
from counterclaim.ledger.relations import MOST, record
from counterclaim.ledger.spreading import Spread, in_order
from counterclaim.ledger.values import values_of
from counterclaim.records import Incident, Relation

__all__ = ["answers"]


def answers(
    pages: Sequence[PageClaims],
    incidents: Sequence[Incident],
    known: Sequence[Relation],
    parties: Parties,
    spread: Spread = in_order,
) -> list[Relation]:
    """Relations on one page between statements that ``known`` does not relate yet.

    As many of one kind in an incident as the rules may give, the surest first.
    """
    of_statement = {s: i.id for i in incidents for s in i.statements}
    of_page: defaultdict[str, list[str]] = defaultdict(list)
    for incident in incidents:
        for document in incident.documents:
            of_page[document].append(incident.id)
    related = {frozenset((r.a, r.b)) for r in known}

    def read(page: PageClaims) -> list[Relation]:
        return _of_page(page, of_statement, of_page[page.reading.document.id], parties)

    told = [page for page in pages if page.reading.document.id in of_page]
    found = [one for each in spread(read, told) for one in each]
    return _few([one for one in found if frozenset((one.a, one.b)) not in related])


def _of_page(
    page: PageClaims, of_statement: Mapping[str, str], of_page: Sequence[str], parties: Parties
) -> list[Relation]:
    claims = sorted((c for c in page.claims if not c.headline), key=lambda c: (c.rank, c.id))
    values = [
        value
        for claim in claims
        for value in values_of(claim, claim.events, parties, page.places, page.moments)
    ]
    only = of_page[0] if len(of_page) == 1 else None
    evidence = Evidence(claims, values, Witnesses(claims, parties))
    found = [
        (of_statement.get(link.b.id) or of_statement.get(link.a.id) or only, link)
        for link in page_links(evidence)
        if stands(link, evidence)
    ]
    return [record(incident, link) for incident, link in found if incident is not None]


def _few(found: list[Relation]) -> list[Relation]:
    counted: Counter[tuple[str | None, str]] = Counter()
    kept = []
    for one in sorted(found, key=lambda r: (-r.score, r.id)):
        counted[one.incident, one.kind] += 1
        if counted[one.incident, one.kind] <= MOST:
            kept.append(one)
    return kept
