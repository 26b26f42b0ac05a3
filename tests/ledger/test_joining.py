"""Pages of some length: wording and facts decide which tell of one incident."""

from __future__ import annotations

import random
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.ledger.builder import Page

from counterclaim.ledger import build_ledger
from counterclaim.ledger.affinity import EVIDENCE, Profile, affinity, evidence
from counterclaim.ledger.blocking import CANDIDATES, KEPT, LATEST, Index, Neighbours
from counterclaim.ledger.boilerplate import Boilerplate
from counterclaim.ledger.claims import gather
from counterclaim.ledger.clustering import LINKED, average_link, clusters
from counterclaim.ledger.discourse import group_page
from counterclaim.ledger.occurrences import Occurrence, reversed_roles
from counterclaim.ledger.parties import Parties
from counterclaim.ledger.rarity import UNKNOWN, Rarity, common_share, stem
from counterclaim.ledger.signatures import SETTINGS, Signature, sign
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
    return sign(group_page(page, parties)[0], Boilerplate())


def profiles(*readings: Reading) -> list[Profile]:
    rarity = Rarity()
    found = [signed(reading) for reading in readings]
    for signature in found:
        rarity.add(signature.terms)
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


RANKS = (0, 0)


def test_evidence_names_what_is_shared_and_what_differs() -> None:
    a, b, c, _ = profiles(*two_incidents())
    same, other = evidence(a, b, RANKS), evidence(a, c, (3, 8))
    assert same.keys() == other.keys() == EVIDENCE.keys()
    assert same["rarest"] > other["rarest"]
    assert same["wording"] > other["wording"] > 0
    assert same["title"] > other["title"]
    assert (same["persons"], other["persons"]) == (1, 0)
    assert (same["ages"], other["ages_differ"]) == (1, 1)
    assert same["apart"] > other["apart"] == 0
    assert same["nearer"] == same["farther"] == 0 < other["nearer"] < other["farther"]
    assert affinity(a, b, RANKS) > 0.5 > affinity(a, c, RANKS)


def test_affinity_is_symmetrical() -> None:
    found = profiles(*two_incidents())
    for one in found:
        for two in found:
            expected = pytest.approx(affinity(two, one, (9, 4)))
            assert affinity(one, two, (4, 9)) == expected


def test_the_highest_totals_are_compared() -> None:
    one, two, *_ = profiles(*two_incidents())
    several = replace(one.signature, tolls=frozenset({("killed", 3), ("killed", 9)}))
    single = replace(two.signature, tolls=frozenset({("killed", 9), ("killed", 2)}))
    other = replace(two.signature, tolls=frozenset({("killed", 3)}))
    a, b, c = (replace(one, signature=each) for each in (several, single, other))
    assert evidence(a, b, (0, 0))["tolls"] == 1
    assert evidence(a, c, (0, 0))["tolls"] == 0


def test_what_speaks_against_has_a_negative_weight() -> None:
    for name, weight in EVIDENCE.items():
        if name.endswith("_differ") or name in ("apart", "host", "nearer", "farther"):
            assert weight <= 0, name
        if name in ("wording", "title", "rarest", "persons", "ages", "tolls", "days"):
            assert weight > 0, name


def test_nobody_who_is_nearer_speaks_for_it() -> None:
    a, b, *_ = profiles(*two_incidents())
    found = [affinity(a, b, (rank, rank)) for rank in (0, 1, 5, 40)]
    assert found == sorted(found, reverse=True)
    assert len(set(found)) == 4


def test_a_signature_reads_ages_times_and_names() -> None:
    page = Page("a", published="2031-05-04")
    page.say(
        "a 7-year-old boy and Ana Ruiz, 34, were hurt in the 400 block of Mill Street at 9 p.m."
    )
    found = signed(page.reading())
    assert found.ages == {"7", "34"}
    assert found.clocks == {"9p"}
    assert found.persons == {"ruiz"}
    assert "ruiz" in found.proper
    assert found.terms["hurt"] == 1
    assert {"child", "woman"} & found.settings.keys() == {"child"}
    assert found.published is not None


def test_a_month_is_no_year() -> None:
    page = Page("a").say("a four-month-old and a four year old were there")
    assert signed(page.reading()).ages == {"4m", "4"}


def test_a_signature_of_next_to_nothing_is_empty() -> None:
    found = signed(Page("a", published=None).say("no").reading())
    assert not found.ages | found.clocks | found.persons
    assert found.published is None


@pytest.mark.parametrize(
    ("text", "persons"),
    [
        ("Ana Ruiz, 34, and Bo M. Falk (61) were hurt", {"ruiz", "falk"}),
        ("the 34-year-old Ana Ruiz was hurt", {"ruiz"}),
        ("Ana Ruiz aged 34 was hurt on March 12 in Zarnik", {"ruiz"}),
        ("34 people were hurt in Old Zarnik in 2031", set()),
        ("Ana Ruiz, 3400, was hurt", set()),
    ],
)
def test_people_whose_age_is_told(text: str, persons: set[str]) -> None:
    assert signed(Page("a").say(text).reading()).persons == persons


def test_the_lead_has_the_title_and_the_first_words() -> None:
    page = Page("a").say("shells struck the school of Zarnik").say("round it went " * 60)
    found = signed(page.say("the brickyard was spared").reading())
    assert {"school", "zarnik"} <= found.lead
    assert "brickyard" in found.terms
    assert "brickyard" not in found.lead


def test_numbers_lose_their_points() -> None:
    found = signed(Page("a").say("on the 16, and at 9.30, and 1,200. people").reading())
    assert {"16", "9.30", "1,200"} <= found.terms.keys()


def test_settings_are_words_in_small_letters() -> None:
    assert all(word == word.casefold() for words in SETTINGS.values() for word in words)
    found = signed(Page("a").say("Jets bombed a wedding; the jets came twice").reading())
    assert found.settings["aircraft"] == 2
    assert found.settings["party"] == 1


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
    likenesses = index.likenesses(found[0])
    assert likenesses[0] == pytest.approx(1)
    assert likenesses[1] > max(likenesses[2], likenesses[3])


def test_an_index_leaves_out_the_page_itself_and_words_of_one_page() -> None:
    pages = two_incidents()
    found = profiles(*pages)
    whole, lean = Index(), Index()
    words = [word for profile in found for word in profile.vector]
    lone = {word for word in words if words.count(word) == 1}
    for number, profile in enumerate(found):
        whole.add(number, profile)
        lean.add(number, profile, lone)
    assert lone
    assert whole.whole
    assert lean.whole
    for number, profile in enumerate(found):
        others = whole.likenesses(profile)
        del others[number]
        assert lean.likenesses(profile, number) == others


def test_likeness_is_symmetrical() -> None:
    found = profiles(*two_incidents())
    index = Index()
    for number, profile in enumerate(found):
        index.add(number, profile)
    seen = [index.likenesses(profile) for profile in found]
    assert all(seen[a][b] == seen[b][a] for a in range(4) for b in range(4))


def test_the_candidates_of_a_page_are_bounded() -> None:
    near = Neighbours()
    for number in range(500):
        near.enter(number, 700)
    found = near.candidates(0, {n: 1 / (n + 1) for n in range(500)})
    assert len(found) == max(CANDIDATES, LATEST)
    assert 0 not in found
    later = Neighbours()
    for number in range(500):
        later.enter(number, 700 if number in (0, 300, 301) else 900)
    expected = [*range(1, CANDIDATES + 1), 300, 301]
    assert later.candidates(0, {n: 1 / (n + 1) for n in range(500)}) == expected


def test_ranks_count_who_is_nearer() -> None:
    near = Neighbours()
    near.enter(0, None)
    near.candidates(0, {1: 0.5, 2: 0.9, 3: 0.1})
    assert [near.rank(0, n, like) for n, like in ((2, 0.9), (1, 0.5), (3, 0.1))] == [0, 1, 2]
    near.meet(4, 0, 0.7)
    assert near.rank(0, 1, 0.5) == 2
    assert near.rank(0, 4, 0.7) == 1


def test_only_the_likest_are_kept() -> None:
    near = Neighbours()
    near.enter(0, None)
    near.candidates(0, dict.fromkeys(range(1, 200), 1.0))
    near.meet(200, 0, 0.5)
    assert near.rank(0, 200, 0.5) == KEPT
    near.meet(201, 0, 2.0)
    assert near.rank(0, 201, 2.0) == 0


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
