"""Codes live on through later pages, mergers and splits."""

from __future__ import annotations

import msgspec
import pytest
from tests.ledger.builder import Page
from tests.ledger.stories import ORSVIK, SUDMARK, TOLMEN, rolling_page, second_page

from counterclaim.ledger import build_ledger
from counterclaim.records import Incident, Reading


def bombing(key: str, place: tuple[str, float, float], published: str = "2031-05-04") -> Reading:
    page = Page(key, published=published)
    page.say(f"a bomb killed nine people in {place[0]}", by=SUDMARK)
    page.event("bomb", mode="explosives", day="2031-05-03", place=place)
    return page.count("nine people", 9).reading()


def renamed(incident: Incident, code: str, statements: list[str]) -> Incident:
    return msgspec.structs.replace(incident, id=f"i-{code}", code=code, statements=statements)


def test_an_earlier_page_found_later_changes_no_code() -> None:
    late = bombing("late", ORSVIK, "2031-05-06")
    (first,) = build_ledger([late]).incidents
    early = bombing("early", ORSVIK, "2031-05-03")
    (derived,) = build_ledger([early, late]).incidents
    (kept,) = build_ledger([early, late], before=[first]).incidents
    assert derived.code != first.code
    assert (kept.id, kept.code, kept.previous_codes) == (first.id, first.code, [])
    assert len(kept.documents) == 2


def test_a_new_page_joins_or_founds() -> None:
    before = build_ledger([bombing("a", ORSVIK)]).incidents
    after = build_ledger([bombing("a", ORSVIK), bombing("b", TOLMEN)], before=before).incidents
    codes = {tuple(i.documents): i.code for i in after}
    assert codes["d-a",] == before[0].code
    assert codes["d-b",] != before[0].code


def test_a_merger_keeps_the_larger_code_and_points_back() -> None:
    readings = [rolling_page().reading(), second_page().reading()]
    (one,) = build_ledger(readings[:1]).incidents
    (two,) = build_ledger(readings[1:]).incidents
    (merged,) = build_ledger(readings, before=[two, one]).incidents
    assert merged.code == one.code
    assert merged.previous_codes == [two.code]
    (again,) = build_ledger(readings, before=[merged]).incidents
    assert (again.code, again.previous_codes) == (one.code, [two.code])


def test_what_is_split_off_has_a_new_code_and_points_back() -> None:
    readings = [bombing("a", ORSVIK), bombing("b", TOLMEN)]
    apart = build_ledger(readings).incidents
    statements = sorted(s for i in apart for s in i.statements)
    whole = renamed(apart[0], "2031-05-03-aaaaaa", statements)
    after = build_ledger(readings, before=[whole]).incidents
    kept = next(i for i in after if i.code == whole.code)
    new = next(i for i in after if i.code != whole.code)
    assert kept.previous_codes == []
    assert new.previous_codes == [whole.code]


def test_a_code_is_never_given_to_something_else() -> None:
    (one,) = build_ledger([bombing("a", ORSVIK)]).incidents
    gone = msgspec.structs.replace(one, statements=["d-gone.s1"], documents=["d-gone"])
    (now,) = build_ledger([bombing("a", ORSVIK)], before=[gone]).incidents
    assert now.code != gone.code
    assert now.code.startswith("2031-05-03-")
    assert now.previous_codes == []


def test_a_page_read_anew_by_another_engine_keeps_its_incident() -> None:
    (one,) = build_ledger([bombing("a", ORSVIK)]).incidents
    old = msgspec.structs.replace(one, code="2031-05-03-bbbbbb", statements=["d-a.s99"])
    (now,) = build_ledger([bombing("a", ORSVIK)], before=[old]).incidents
    assert now.code == old.code


@pytest.mark.parametrize("times", [1, 3])
def test_building_again_changes_nothing(times: int) -> None:
    readings = [rolling_page().reading(), second_page().reading(), bombing("b", TOLMEN)]
    ledger = build_ledger(readings)
    for _ in range(times):
        assert build_ledger(readings, before=ledger.incidents) == ledger
