"""Average-link clusters over a sparse graph of likely pairs."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

__all__ = ["LIKELY", "LINKED", "average_link", "clusters"]

LIKELY = 0.4
"""Probability from which a pair of pages can bring two clusters together."""

LINKED = 0.4
"""Mean probability over the pairs of two clusters from which they are one."""

NEIGHBOURS = 15
"""Pages of a cluster that one page is expected to have been compared with: in a large cluster, not
every pair was looked at."""


def average_link(total: float, ours: int, theirs: int) -> float:
    """Mean probability between two clusters of those sizes; pairs not compared count as 0."""
    return total / min(ours * theirs, NEIGHBOURS * min(ours, theirs))


def clusters(number: int, pairs: Mapping[tuple[int, int], float]) -> list[list[int]]:
    """Indices below ``number`` in clusters, both in ascending order.

    Likely pairs are followed from the likeliest on, and merge their clusters if these are linked on
    average. The smaller is folded into the larger, so that the cost is near-linear in the pairs.

    Args:
        number: how many there are.
        pairs: probability of each pair that was compared.
    """
    links: list[dict[int, float]] = [{} for _ in range(number)]
    for (a, b), probability in pairs.items():
        links[a][b] = links[b][a] = probability
    members = [[index] for index in range(number)]
    cluster = list(range(number))
    for a, b in _likely(pairs):
        one, two = cluster[a], cluster[b]
        if one == two:
            continue
        sizes = len(members[one]), len(members[two])
        if average_link(links[one].get(two, 0.0), *sizes) < LINKED:
            continue
        kept, gone = (one, two) if sizes[0] >= sizes[1] else (two, one)
        members[kept] += members[gone]
        for index in members[gone]:
            cluster[index] = kept
        members[gone] = []
        _fold(links, kept, gone)
    return sorted(sorted(found) for found in members if found)


def _likely(pairs: Mapping[tuple[int, int], float]) -> Iterable[tuple[int, int]]:
    found = [(-probability, pair) for pair, probability in pairs.items() if probability >= LIKELY]
    return [pair for _, pair in sorted(found)]


def _fold(links: list[dict[int, float]], kept: int, gone: int) -> None:
    """Give ``kept`` the links of ``gone``."""
    links[kept].pop(gone, None)
    for other, total in links[gone].items():
        if other == kept:
            continue
        links[kept][other] = links[kept].get(other, 0.0) + total
        links[other][kept] = links[kept][other]
        links[other].pop(gone)
    links[gone] = {}
