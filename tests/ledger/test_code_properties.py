"""Whatever comes together and apart: no code is reused, none is lost, and each leads on."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from itertools import pairwise

import msgspec
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.ledger.builder import Page
from tests.ledger.stories import ORSVIK, SUDMARK, TOLMEN

from counterclaim.ledger import build_ledger
from counterclaim.ledger.arranging import Ruling, Told
from counterclaim.ledger.claims import gather
from counterclaim.ledger.codes import keep_codes
from counterclaim.ledger.discourse import Group, group_page
from counterclaim.ledger.incidents import Case, incident_of
from counterclaim.ledger.occurrences import Occurrence
from counterclaim.ledger.parties import Parties
from counterclaim.records import Incident, Reading

PAGES = 6

Partition = list[int]
"""For each page the label of the incident that it is grouped into."""

partitions = st.lists(st.integers(0, 3), min_size=PAGES, max_size=PAGES)
histories = st.lists(partitions, min_size=1, max_size=6)


def page(number: int) -> Reading:
    built = Page(f"p{number}", published=f"2031-05-{number + 4:02}")
    built.say(f"a bomb killed {number + 3} people in Orsvik", by=SUDMARK)
    built.event("bomb", mode="explosives", day="2031-05-03", place=ORSVIK)
    built.count("people", number + 3)
    return built.say("the bomb had been laid at night", by=SUDMARK).reading()


@cache
def groups() -> tuple[Group, ...]:
    parties = Parties([])
    found = gather([page(number) for number in range(PAGES)], parties)
    return tuple(group_page(one, parties)[0] for one in found)


def grouped(partition: Partition, known: int = PAGES) -> list[Case]:
    cases: dict[int, Case] = {}
    for label, group in list(zip(partition, groups(), strict=True))[:known]:
        case = cases.setdefault(label, Case(Occurrence()))
        case.groups.append(group)
        case.marks.add(group.marks)
    return list(cases.values())


def named(partition: Partition, before: Sequence[Incident], known: int = PAGES) -> list[Incident]:
    cases = grouped(partition, known)
    keep_codes(cases, before)
    return [incident_of(case) for case in cases]


def history(steps: Sequence[Partition]) -> list[list[Incident]]:
    """The incidents after each step, each grouping named after the one before."""
    found: list[list[Incident]] = []
    for step in steps:
        found.append(named(step, found[-1] if found else []))
    return found


@settings(max_examples=80, deadline=None)
@given(histories)
def test_two_incidents_never_have_one_code(steps: list[Partition]) -> None:
    for incidents in history(steps):
        codes = [incident.code for incident in incidents]
        assert len(set(codes)) == len(codes)
        assert len({incident.id for incident in incidents}) == len(codes)


@settings(max_examples=80, deadline=None)
@given(histories)
def test_a_code_goes_on_with_something_that_had_it(steps: list[Partition]) -> None:
    holders: dict[str, set[str]] = {}
    ended: set[str] = set()
    for incidents in history(steps):
        now = {incident.code: set(incident.statements) for incident in incidents}
        assert ended.isdisjoint(now)
        for code, statements in now.items():
            assert code not in holders or statements & holders[code]
        ended |= holders.keys() - now.keys()
        holders |= now


@settings(max_examples=80, deadline=None)
@given(histories)
def test_every_code_ever_given_leads_to_an_incident(steps: list[Partition]) -> None:
    ever: set[str] = set()
    for incidents in history(steps):
        known = {code for one in incidents for code in (one.code, *one.previous_codes)}
        assert ever <= known
        ever |= known


@settings(max_examples=80, deadline=None)
@given(histories)
def test_what_was_merged_or_split_off_points_back_to_what_it_shares_with(
    steps: list[Partition],
) -> None:
    found = history(steps)
    for before, after in pairwise(found):
        old = {incident.code: incident for incident in before}
        known = {code for incident in before for code in incident.previous_codes}
        for incident in after:
            for code in (set(incident.previous_codes) - known) & old.keys():
                assert set(old[code].statements) & set(incident.statements)
            if incident.code not in old:
                assert incident.previous_codes
                assert incident.previous_codes[0] in old


@settings(max_examples=60, deadline=None)
@given(partitions, partitions)
def test_grouping_as_before_loses_no_code_on_the_way(first: Partition, other: Partition) -> None:
    start, between, end = history([first, other, first])
    again = {frozenset(one.statements) for one in end}
    assert again == {frozenset(one.statements) for one in start}
    led = {code for one in end for code in (one.code, *one.previous_codes)}
    assert {one.code for one in (*start, *between)} <= led


@settings(max_examples=60, deadline=None)
@given(partitions, st.integers(0, 3), st.integers(0, 3))
def test_what_is_merged_and_comes_apart_again_points_both_ways(
    partition: Partition, kept: int, gone: int
) -> None:
    merged = [kept if label == gone else label for label in partition]
    start, between, end = history([partition, merged, partition])
    codes = {frozenset(one.statements): one for one in end}
    for incident in start:
        back = codes[frozenset(incident.statements)]
        if back.code != incident.code:
            (union,) = [o for o in between if set(incident.statements) <= set(o.statements)]
            assert incident.code in union.previous_codes
            assert back.previous_codes[0] == union.code


@settings(max_examples=40, deadline=None)
@given(partitions)
def test_the_same_grouping_changes_nothing(partition: Partition) -> None:
    once = named(partition, [])
    assert named(partition, once) == once


@settings(max_examples=40, deadline=None)
@given(partitions, st.integers(1, PAGES - 1))
def test_later_pages_change_no_code(partition: Partition, known: int) -> None:
    fewer = named(partition, [], known)
    all_of_them = named(partition, fewer)
    codes = {key: one.code for one in fewer for key in one.statements}
    for incident in all_of_them:
        had = {codes[key] for key in incident.statements if key in codes}
        assert had <= {incident.code}


def bombing(key: str, place: tuple[str, float, float]) -> Reading:
    built = Page(key, published="2031-05-04")
    built.say(f"a bomb killed nine people in {place[0]}", by=SUDMARK)
    built.event("bomb", mode="explosives", day="2031-05-03", place=place)
    return built.count("nine people", 9).reading()


def test_a_merger_by_hand_is_undone_by_taking_it_back() -> None:
    readings = [bombing("a", ORSVIK), bombing("b", TOLMEN)]
    apart = build_ledger(readings)
    one, two = apart.incidents
    ruling = Ruling("merge", Told(one.code), Told(two.code))
    (merged,) = build_ledger(readings, rulings=[ruling], before=apart.incidents).incidents
    assert (merged.code, merged.previous_codes) == (one.code, [two.code])
    assert build_ledger(readings, before=apart.incidents).incidents == apart.incidents


def test_a_merger_by_hand_is_undone_by_splitting_and_points_back() -> None:
    readings = [bombing("a", ORSVIK), bombing("b", TOLMEN)]
    one, two = build_ledger(readings).incidents
    merge = Ruling("merge", Told(one.code), Told(two.code))
    split = Ruling("split", Told(one.code), apart=frozenset(two.statements))
    found = build_ledger(readings, rulings=[merge, split]).incidents
    kept = next(i for i in found if i.code == one.code)
    new = next(i for i in found if i.code != one.code)
    assert kept.statements == one.statements
    assert new.statements == two.statements
    assert new.previous_codes == [one.code]
    assert new.code != two.code
    assert two.code in kept.previous_codes


def test_records_of_codes_survive_a_round_trip() -> None:
    for incident in history([[0, 0, 1, 1, 2, 2], [0, 0, 0, 0, 1, 1], [0, 1, 2, 2, 2, 2]])[-1]:
        assert msgspec.json.decode(msgspec.json.encode(incident), type=Incident) == incident
