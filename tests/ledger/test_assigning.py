"""Pages that come one by one."""

from __future__ import annotations

import random
from collections.abc import Callable
from functools import cache
from unittest.mock import patch

from hypothesis import given, settings
from hypothesis import strategies as st
from tests.ledger.test_joining import story, two_incidents

from counterclaim.ledger import assigning
from counterclaim.ledger.affinity import Profile
from counterclaim.ledger.assigning import LARGEST, Assigner, Move
from counterclaim.ledger.parties import Parties
from counterclaim.records import Reading

FIRST_AGE = 20
"""Age by which the first of the numbered stories is known again."""

Judge = Callable[[int, int, int], float]
"""Probability of a pair of stories, by their numbers and how many pages have come."""


def assigned(*order: int) -> list[int]:
    readings = two_incidents()
    assigner = Assigner(Parties([]))
    return [assigner.add(readings[number]) for number in order]


@cache
def numbered(number: int) -> Reading:
    """Stories alike in all but the age, so that each is worth comparing with each."""
    age = FIRST_AGE + number
    return story(f"n{number}", "Oda Brekke", "Zarnik", age, "2031-05-04", "She kept a shop")


def grown(pages: int, judge: Judge) -> tuple[Assigner, list[int]]:
    """An assigner after that many pages, with what it said of each when it came."""

    def weighed(a: Profile, b: Profile, ranks: tuple[int, int]) -> float:
        assert min(ranks) >= 0
        one, two = (int(next(iter(p.signature.ages))) - FIRST_AGE for p in (a, b))
        return judge(min(one, two), max(one, two), came[0])

    came = [0]
    assigner = Assigner(Parties([]))
    said = []
    with patch.object(assigning, "affinity", weighed):
        for number in range(pages):
            came[0] = number + 1
            said.append(assigner.add(numbered(number)))
    return assigner, said


def now(assigner: Assigner, pages: int) -> list[int]:
    return [assigner.incident_of(page) for page in range(pages)]


def test_a_page_joins_the_incident_told_before() -> None:
    assert assigned(0, 1, 2, 3) == [0, 0, 1, 1]


def test_incidents_may_come_in_turns() -> None:
    assert assigned(2, 0, 3, 1) == [0, 1, 0, 1]


def test_pages_on_nothing_in_common_found_incidents_of_their_own() -> None:
    names = (("Ivo Salt", "Karsu", 51), ("Mara Quill", "Sefra", 27), ("Juno Pell", "Velm", 8))
    assigner = Assigner(Parties([]))
    found = [
        assigner.add(story(str(n), name, town, age, f"203{n}-05-04", f"{name} was well liked"))
        for n, (name, town, age) in enumerate(names)
    ]
    assert found == [0, 1, 2]
    assert assigner.moves == []


def test_a_page_given_twice_stays_where_it_was() -> None:
    readings = two_incidents()
    assigner = Assigner(Parties([]))
    first = [assigner.add(reading) for reading in readings]
    second = [assigner.add(reading) for reading in readings]
    assert second == first
    assert assigner.pages_of(0) == (0, 1, 4, 5)


def test_a_page_that_fits_two_incidents_makes_them_one() -> None:
    assigner, said = grown(3, lambda a, b, _: 0.9 if 2 in (a, b) else 0.5)
    assert said == [0, 0, 0]
    assigner, said = grown(3, lambda a, b, came: 0.9 if came == 3 else 0.1)
    assert said[:2] == [0, 1]
    assert now(assigner, 3) == [0, 0, 0]


def test_what_became_part_of_another_leads_to_it() -> None:
    assigner, said = grown(3, lambda a, b, _: 0.3 if (a, b) == (0, 1) else 0.9)
    assert said == [0, 1, 0]
    assert now(assigner, 3) == [0, 0, 0]
    assert assigner.lead(1) == 0
    assert assigner.pages_of(1) == ()
    assert assigner.moves == [Move(page=1, before=1, after=0, because=2)]


def test_what_was_joined_for_want_of_others_comes_apart() -> None:
    def judge(a: int, b: int, came: int) -> float:
        return 0.9 if came == 2 or (a, b) == (0, 2) else 0.05

    assigner, said = grown(3, judge)
    assert said == [0, 0, 0]
    assert now(assigner, 3) == [0, 1, 0]
    assert assigner.moves == [Move(page=1, before=0, after=1, because=2)]
    assert assigner.lead(1) == 1


def test_an_unlikely_pair_opens_nothing() -> None:
    def judge(a: int, b: int, came: int) -> float:
        return 0.9 if (a, b) == (0, 1) and came == 2 else 0.05

    assigner, _ = grown(3, judge)
    assert now(assigner, 3) == [0, 0, 1]


def test_a_large_incident_takes_pages_as_it_is() -> None:
    pages = LARGEST + 3
    assigner, said = grown(pages, lambda a, b, came: 0.9 if came <= LARGEST + 1 else 0.45)
    assert set(said) == {0}
    assert assigner.moves == []
    assigner, said = grown(pages, lambda a, b, came: 0.9 if came <= LARGEST + 1 else 0.3)
    assert said[LARGEST + 1] == 1
    assert assigner.pages_of(0) == tuple(range(LARGEST + 1))


@settings(max_examples=40, deadline=None)
@given(st.integers(0, 10_000), st.integers(1, 9))
def test_every_page_is_in_one_incident_and_each_move_can_be_undone(seed: int, pages: int) -> None:
    def judge(a: int, b: int, came: int) -> float:
        return random.Random(f"{seed} {a} {b} {came}").random()

    assigner, said = grown(pages, judge)
    ends = now(assigner, pages)
    back = list(ends)
    for move in reversed(assigner.moves):
        assert back[move.page] == move.after != move.before
        assert move.page < move.because < pages
        back[move.page] = move.before
    assert back == said
    for incident in range(max([*said, *ends]) + 1):
        told = [page for page in range(pages) if ends[page] == incident]
        assert list(assigner.pages_of(incident)) == told
        assert assigner.pages_of(assigner.lead(incident))


@settings(max_examples=20, deadline=None)
@given(st.integers(0, 10_000), st.integers(2, 8))
def test_no_number_is_given_again(seed: int, pages: int) -> None:
    def judge(a: int, b: int, came: int) -> float:
        return random.Random(f"{seed} {a} {b} {came}").random()

    assigner, said = grown(pages, judge)
    gone: set[int] = set()
    place = [-1] * pages
    for because in range(pages):
        before = set(place) - {-1}
        place[because] = said[because]
        for move in assigner.moves:
            if move.because == because:
                place[move.page] = move.after
        after = set(place) - {-1}
        assert not gone & after
        gone |= before - after
