"""One more page for an archive: which incident it belongs to, without grouping all again."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from counterclaim.ledger.affinity import Profile, affinity
from counterclaim.ledger.blocking import Index, Neighbours
from counterclaim.ledger.boilerplate import Boilerplate
from counterclaim.ledger.claims import gather
from counterclaim.ledger.clustering import LIKELY, LINKED, average_link, clusters
from counterclaim.ledger.discourse import Group, group_page
from counterclaim.ledger.joining import may_be_one, mention
from counterclaim.ledger.parties import Parties
from counterclaim.ledger.rarity import Rarity
from counterclaim.ledger.signatures import Signature, sign
from counterclaim.records import Reading

__all__ = ["Assigner", "Move"]

OPENED = 0.2
"""Probability of a pair from which a page that has come opens the other's incident again."""

LARGEST = 40
"""Pages up to which the incidents opened are grouped anew; a page joins larger ones as they are, so
that its cost does not grow with them."""


@dataclass(frozen=True)
class Move:
    """A page that was moved when another came: read backwards, how it was before.

    Attributes:
        page: the number of the page moved.
        before, after: the numbers of its incidents.
        because: the number of the page that came.
    """

    page: int
    before: int
    after: int
    because: int


class Assigner:
    """Incidents that grow page by page.

    A page is compared with the few pages that are most like it. The incidents of those that may
    tell of the same are opened: their pairs are weighed by what words weigh now, and their pages
    and the new one are grouped anew, so that what was joined for want of anything to compare with
    comes apart, and what the new page holds together comes together. The cost of a page does not
    depend on how many came before.

    Pages and incidents are numbered from 0 in the order in which they come. No number is given to
    another incident, an incident that has become part of another leads to it (:meth:`lead`), and
    :attr:`moves` tells every page moved, in order.
    """

    def __init__(self, parties: Parties) -> None:
        self.moves: list[Move] = []
        self._parties = parties
        self._boilerplate = Boilerplate()
        self._rarity = Rarity()
        self._index = Index()
        self._neighbours = Neighbours()
        self._mains: list[tuple[Group, Signature]] = []
        self._profiles: list[Profile] = []
        self._links: list[dict[int, float]] = []
        self._likenesses: list[dict[int, float]] = []
        self._incident: list[int] = []
        self._members: dict[int, list[int]] = {}
        self._leads: list[int] = []

    def add(self, reading: Reading) -> int:
        """The number of the incident that the page belongs to, as far as is known now."""
        (page,) = gather([reading], self._parties)
        group = group_page(page, self._parties)[0]
        mention(group)
        self._boilerplate.add(reading)
        signature = sign(group, self._boilerplate)
        self._rarity.add(signature.terms)
        number = len(self._mains)
        self._mains.append((group, signature))
        self._profiles.append(Profile(signature, self._rarity))
        self._compare(number)
        self._index.add(number, self._profiles[number])
        self._place(number)
        return self._incident[number]

    def incident_of(self, page: int) -> int:
        """The number of the incident that a page belongs to now."""
        return self._incident[page]

    def pages_of(self, incident: int) -> tuple[int, ...]:
        """The numbers of the pages of an incident; none where it has become part of another."""
        return tuple(self._members.get(incident, ()))

    def lead(self, incident: int) -> int:
        """The incident that lives on in its place: itself, or the one it has become part of."""
        while self._leads[incident] != incident:
            incident = self._leads[incident]
        return incident

    def _compare(self, number: int) -> None:
        """Weigh the pairs of a new page with those that are most like it."""
        near = self._neighbours
        likenesses = self._index.likenesses(self._profiles[number])
        near.enter(number, self._mains[number][1].published)
        candidates = near.candidates(number, likenesses)
        for other, like in likenesses.items():
            near.meet(number, other, like)
        self._links.append({})
        self._likenesses.append({})
        for other in candidates:
            if may_be_one(self._mains[other], self._mains[number]):
                self._likenesses[number][other] = likenesses[other]
                self._likenesses[other][number] = likenesses[other]
                self._weigh(other, number)

    def _weigh(self, one: int, two: int) -> None:
        near, like = self._neighbours, self._likenesses[one][two]
        ranks = near.rank(one, two, like), near.rank(two, one, like)
        found = affinity(self._profiles[one], self._profiles[two], ranks)
        self._links[one][two] = self._links[two][one] = found

    def _place(self, number: int) -> None:
        """Group a new page with what it may belong to."""
        links = self._links[number]
        opened = sorted({self._incident[o] for o, found in links.items() if found >= OPENED})
        pages = [page for incident in opened for page in self._members[incident]]
        if len(pages) > LARGEST:
            best = self._best(number)
            found = [[*self._members.get(best, ()), number]]
            opened = [best] if best in self._members else []
        else:
            found = self._grouped([*pages, number])
        self._incident.append(-1)
        self._settle(opened, found, number)

    def _best(self, number: int) -> int:
        """The incident to which a page is linked best, -1 for none."""
        totals: defaultdict[int, float] = defaultdict(float)
        likely: set[int] = set()
        for other, found in self._links[number].items():
            totals[self._incident[other]] += found
            if found >= LIKELY:
                likely.add(self._incident[other])
        means = {
            incident: average_link(totals[incident], 1, len(self._members[incident]))
            for incident in sorted(likely)
        }
        best = max(means, key=lambda incident: means[incident], default=-1)
        return best if means.get(best, 0.0) >= LINKED else -1

    def _grouped(self, pages: Sequence[int]) -> list[list[int]]:
        """``pages`` in clusters, by what words weigh now."""
        pages = sorted(pages)
        for page in pages[:-1]:
            self._profiles[page] = Profile(self._mains[page][1], self._rarity)
        at = {page: index for index, page in enumerate(pages)}
        pairs: dict[tuple[int, int], float] = {}
        for page in pages:
            for other in sorted(self._links[page]):
                if other in at and other < page:
                    self._weigh(other, page)
                    pairs[at[other], at[page]] = self._links[page][other]
        return [[pages[index] for index in some] for some in clusters(len(pages), pairs)]

    def _settle(self, opened: Iterable[int], found: Sequence[list[int]], number: int) -> None:
        """Give the incidents found their numbers: an earlier one lives on where most of it is."""
        heirs = self._heirs(opened, found)
        for incident in opened:
            del self._members[incident]
        for at, pages in enumerate(found):
            olds = heirs.get(at, [])
            if not olds:
                olds = [len(self._leads)]
                self._leads.append(olds[0])
            for old in olds:
                self._leads[old] = olds[0]
            self._members[olds[0]] = pages
            self._move(pages, olds[0], number)

    def _heirs(self, opened: Iterable[int], found: Sequence[list[int]]) -> Mapping[int, list[int]]:
        """Cluster's place → the incidents that live on in it, the one it has most of first."""
        where = {page: at for at, pages in enumerate(found) for page in pages}
        shares: defaultdict[int, list[tuple[int, int]]] = defaultdict(list)
        for incident in opened:
            parts = Counter(where[page] for page in self._members[incident])
            at = min(parts, key=lambda at: (-parts[at], at))
            shares[at].append((-parts[at], incident))
        return {at: [incident for _, incident in sorted(some)] for at, some in shares.items()}

    def _move(self, pages: Iterable[int], incident: int, because: int) -> None:
        for page in pages:
            before = self._incident[page]
            self._incident[page] = incident
            if page != because and before != incident:
                self.moves.append(Move(page, before, incident, because))
