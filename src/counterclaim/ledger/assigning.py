"""One more page for an archive: which incident it belongs to, without grouping all again."""

from __future__ import annotations

from collections import defaultdict

from counterclaim.ledger.affinity import Profile, affinity
from counterclaim.ledger.blocking import Index, Neighbours
from counterclaim.ledger.boilerplate import Boilerplate
from counterclaim.ledger.claims import gather
from counterclaim.ledger.clustering import LIKELY, LINKED, average_link
from counterclaim.ledger.discourse import group_page
from counterclaim.ledger.occurrences import Occurrence, reversed_roles
from counterclaim.ledger.parties import Parties
from counterclaim.ledger.rarity import Rarity
from counterclaim.ledger.signatures import sign
from counterclaim.records import Reading

__all__ = ["Assigner"]


class Assigner:
    """Incidents that grow page by page, each known by the number of its first page.

    A page is compared with the few pages that are most like it, and joins the incident that it is
    linked to best on average, or founds one. The cost of a page does not depend on how many came
    before. What words weigh is what they weighed when a page came, and no page is ever moved:
    ``build_ledger`` groups a little better (see ``docs/methodology.md``), and ``keep_codes`` then
    leads from the incidents as they were to those that are.
    """

    def __init__(self, parties: Parties) -> None:
        self._parties = parties
        self._boilerplate = Boilerplate()
        self._rarity = Rarity()
        self._index = Index()
        self._neighbours = Neighbours()
        self._profiles: list[Profile] = []
        self._marks: list[Occurrence] = []
        self._incident: list[int] = []
        self._size: defaultdict[int, int] = defaultdict(int)

    def add(self, reading: Reading) -> int:
        """The number of the incident that the page belongs to: the number of its first page.

        Pages are numbered from 0 in the order in which they come.
        """
        (page,) = gather([reading], self._parties)
        group = group_page(page, self._parties)[0]
        self._boilerplate.add(reading)
        signature = sign(group, self._boilerplate)
        self._rarity.add(signature.terms)
        profile = Profile(signature, self._rarity)
        number = len(self._profiles)
        incident = self._fitting(number, profile, group.marks)
        incident = number if incident is None else incident
        self._index.add(number, profile)
        self._profiles.append(profile)
        self._marks.append(group.marks)
        self._incident.append(incident)
        self._size[incident] += 1
        return incident

    def _fitting(self, number: int, profile: Profile, marks: Occurrence) -> int | None:
        near = self._neighbours
        near.enter(number, profile.signature.published)
        likenesses = self._index.likenesses(profile)
        totals: defaultdict[int, float] = defaultdict(float)
        likely: set[int] = set()
        for other in near.candidates(number, likenesses):
            if reversed_roles(self._marks[other], marks):
                continue
            like = likenesses[other]
            ranks = near.rank(number, other, like), near.rank(other, number, like)
            found = affinity(self._profiles[other], profile, ranks)
            totals[self._incident[other]] += found
            if found >= LIKELY:
                likely.add(self._incident[other])
        for other, like in likenesses.items():
            near.meet(number, other, like)
        links = {
            incident: average_link(total, 1, self._size[incident])
            for incident, total in totals.items()
            if incident in likely
        }
        best = max(sorted(links), key=lambda incident: links[incident], default=None)
        return best if best is not None and links[best] >= LINKED else None
