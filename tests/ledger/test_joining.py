"""Pages of some length: wording and facts decide which tell of one incident."""

from __future__ import annotations

import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.ledger.builder import Page

from counterclaim.ledger import build_ledger
from counterclaim.ledger.affinity import EVIDENCE, Profile, affinity, evidence
from counterclaim.ledger.blocking import CANDIDATES, Index
from counterclaim.ledger.claims import gather
from counterclaim.ledger.clustering import LINKED, average_link, clusters
from counterclaim.ledger.discourse import group_page
from counterclaim.ledger.occurrences import Occurrence, reversed_roles
from counterclaim.ledger.parties import Parties
from counterclaim.ledger.rarity import UNKNOWN, Rarity, common_share, stem
from counterclaim.ledger.signatures import Signature, boilerplate_of, sign, telling
from counterclaim.records import Reading

FILLER = (
    "officers came to the house in the evening after neighbours had called for help",
    "nobody had been taken in by the end of the week and the search was going on",
    "people who live on the street said that they had heard loud noises for some time",
)


def story(key: str, name: str, town: str, age: int, day: str, first: str) -> Reading:
    """A page of some sixty words on the death of one invented person."""
    page = Page(key, published=day)
    page.say(f"{name}, {age}, of {town} was shot dead at home, the police of {town} said")
    page.event("shot dead", mode="firearms")
    page.count(name, 1)
    for sentence in (first, *FILLER):
        page.say(sentence)
    return page.reading()


def two_incidents() -> list[Reading]:
    return [
        story("a", "Oda Brekke", "Zarnik", 34, "2031-05-04", "Brekke kept a shop"),
        story("b", "Oda Brekke", "Zarnik", 34, "2031-05-09", "Brekke had two sons"),
        story("c", "Nils Tarm", "Orsvik", 19, "2031-05-04", "Tarm went to school there"),
        story("d", "Nils Tarm", "Orsvik", 19, "2031-05-20", "Tarm was a keen rower"),
    ]


def signed(reading: Reading) -> Signature:
    parties = Parties([])
    (page,) = gather([reading], parties)
    return sign(group_page(page, parties)[0])


def profiles(*readings: Reading) -> list[Profile]:
    rarity = Rarity()
    found = [signed(reading) for reading in readings]
    for signature in found:
        rarity.add(signature.words)
    return [Profile(signature, rarity) for signature in found]


def test_pages_on_one_victim_are_one_incident_weeks_apart() -> None:
    ledger = build_ledger(two_incidents())
    assert sorted(i.documents for i in ledger.incidents) == [["d-a", "d-b"], ["d-c", "d-d"]]


def test_the_order_of_the_pages_does_not_matter() -> None:
    readings = two_incidents()
    expected = build_ledger(readings)
    for seed in range(4):
        shuffled = random.Random(seed).sample(readings, len(readings))
        assert build_ledger(shuffled) == expected


def test_a_page_without_a_claim_of_its_own_joins_but_founds_nothing() -> None:
    silent = Page("e", published="2031-05-06")
    silent.say("friends of Oda Brekke, 34, will meet at the chapel of Zarnik for Brekke")
    for sentence in FILLER:
        silent.say(sentence)
    readings = two_incidents()
    assert build_ledger([silent.reading()]).incidents == []
    found = build_ledger([*readings, silent.reading()])
    assert sorted(i.documents for i in found.incidents) == [["d-a", "d-b", "d-e"], ["d-c", "d-d"]]


def test_evidence_names_what_is_shared_and_what_differs() -> None:
    a, b, c, _ = profiles(*two_incidents())
    same, other = evidence(a, b), evidence(a, c)
    assert same.keys() == other.keys() == EVIDENCE.keys()
    assert same["names"] > other["names"] == 0
    assert (same["full_name"], other["full_name"]) == (1, 0)
    assert (same["ages"], other["ages_differ"]) == (1, 1)
    assert same["apart"] > other["apart"] == 0
    assert affinity(a, b) > 0.5 > affinity(a, c)


def test_affinity_is_symmetrical() -> None:
    found = profiles(*two_incidents())
    for one in found:
        for two in found:
            assert affinity(one, two) == pytest.approx(affinity(two, one))


def test_what_speaks_against_has_a_negative_weight() -> None:
    for name, weight in EVIDENCE.items():
        assert (weight < 0) == (name.endswith("_differ") or name == "apart")


def test_a_signature_reads_ages_times_streets_and_names() -> None:
    page = Page("a", published="2031-05-04")
    page.say(
        "a 7-year-old boy and Ana Ruiz, 34, were hurt in the 400 block of Mill Street at 9 p.m."
    )
    found = signed(page.reading())
    assert found.ages == {"7", "34"}
    assert found.clocks == {"9p"}
    assert "400 mill" in found.streets
    assert "ana ruiz" in found.names
    assert "ruiz" in found.proper
    assert found.published is not None


def test_a_month_is_no_year() -> None:
    page = Page("a").say("a four-month-old and a four year old were there")
    assert signed(page.reading()).ages == {"4m", "4"}


def test_a_signature_of_next_to_nothing_is_empty() -> None:
    found = signed(Page("a", published=None).say("no").reading())
    assert not found.ages | found.clocks | found.streets | found.names
    assert found.published is None


def test_lines_that_come_back_weeks_later_are_boilerplate() -> None:
    notice = "register here for all that our site has to offer"
    days = ("2031-05-04", "2031-05-20", "2031-06-18")
    pages = [
        Page(str(n), published=day).say(notice).say(f"story {n}") for n, day in enumerate(days)
    ]
    readings = [page.reading() for page in pages]
    lines = boilerplate_of(readings)
    assert lines == {f"{notice}."}
    assert notice not in telling(readings[0], lines)
    assert "story 0" in telling(readings[0], lines)


def test_a_report_copied_within_days_is_none() -> None:
    pages = [Page(str(n), published=f"2031-05-0{n + 1}").say("a copied report") for n in range(5)]
    assert boilerplate_of(page.reading() for page in pages) == frozenset()


def test_common_words_weigh_little_before_any_page_is_seen() -> None:
    assert common_share("said") > common_share("police") > common_share("zarnik") == UNKNOWN
    rarity = Rarity()
    assert rarity.weight("said") < 1 < rarity.weight("zarnik")


def test_a_word_on_every_page_weighs_less_and_less() -> None:
    rarity = Rarity()
    before = rarity.weight("zarnik")
    for _ in range(500):
        rarity.add({"zarnik"})
    assert rarity.weight("zarnik") < before / 4
    assert rarity.held("zarnik") == 500


@pytest.mark.parametrize(
    ("word", "expected"),
    [("killed", "kill"), ("killing", "kill"), ("men", "men"), ("", ""), ("shots", "shot")],
)
def test_stems(word: str, expected: str) -> None:
    assert stem(word) == expected


def test_an_index_gives_those_that_share_rare_words() -> None:
    found = profiles(*two_incidents())
    index = Index()
    for number, profile in enumerate(found):
        index.add(number, profile)
    assert {0, 1} <= set(index.candidates(found[0]))
    assert len(index.candidates(found[0])) <= CANDIDATES


def test_the_candidates_of_a_page_are_bounded() -> None:
    reading = two_incidents()[0]
    profile = profiles(reading)[0]
    index = Index()
    for number in range(500):
        index.add(number, profile)
    assert len(index.candidates(profile)) <= CANDIDATES


def test_average_link_of_pairs() -> None:
    assert average_link(0.5, 1, 2) == 0.25
    assert average_link(3.0, 1, 200) == 0.2


def test_a_chain_of_likely_pairs_does_not_bring_everything_together() -> None:
    chain = {(n, n + 1): 0.9 for n in range(9)}
    assert max(map(len, clusters(10, chain))) < 6


def test_a_clique_is_one_cluster() -> None:
    clique = {(a, b): 0.6 for b in range(6) for a in range(b)}
    assert clusters(7, clique) == [[0, 1, 2, 3, 4, 5], [6]]


def test_a_large_incident_stays_one_though_not_all_pairs_were_looked_at() -> None:
    pairs = {(a, b): 0.9 for b in range(120) for a in range(max(0, b - 15), b)}
    assert len(clusters(120, pairs)) < 12


PAIRS = st.dictionaries(
    st.tuples(st.integers(0, 11), st.integers(0, 11)).filter(lambda p: p[0] < p[1]),
    st.floats(0, 1),
)


@settings(max_examples=60, deadline=None)
@given(PAIRS)
def test_clusters_are_a_partition_linked_by_likely_pairs(
    pairs: dict[tuple[int, int], float],
) -> None:
    found = clusters(12, pairs)
    assert sorted(index for cluster in found for index in cluster) == list(range(12))
    for cluster in found:
        inside = [p for (a, b), p in pairs.items() if a in cluster and b in cluster]
        assert len(cluster) == 1 or max(inside) >= LINKED
    assert found == clusters(12, dict(reversed(pairs.items())))


def test_roles_reversed() -> None:
    a = Occurrence(actors={"x"}, recipients={"y"})
    b = Occurrence(actors={"y"}, recipients={"x"})
    assert reversed_roles(a, b)
    assert not reversed_roles(a, a)
    assert not reversed_roles(a, Occurrence())
