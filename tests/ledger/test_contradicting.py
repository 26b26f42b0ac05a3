"""What is granted as a contradiction, and what only looks like one."""

import pytest
from tests.ledger.builder import Page
from tests.ledger.stories import NORLAND, ORSVIK, SUDMARK, relations

from counterclaim.ledger import build_ledger
from counterclaim.records import Force, Ledger

ARMY = "actor:sudmark-army"
OBSERVERS = "actor:observers"


def told(page: str, by: str, words: str, force: Force = "asserts") -> Page:
    """A page with one statement on one strike."""
    return Page(page).say(words, by=by, force=force).event("strike", mode="aerial", place=ORSVIK)


def numbers(one: str, other: str, low: int = 40, high: int = 9) -> list[object]:
    """The disputes over the dead between two pages; each gives the number in its words."""
    a = told("a", ARMY, one).count("forty", low)
    b = told("b", OBSERVERS, other).count("nine", high)
    return list(relations(_built(a, b), "disputes", "count"))


def _built(*pages: Page) -> Ledger:
    return build_ledger([page.reading() for page in pages])


def test_two_totals_of_one_strike_conflict() -> None:
    assert numbers("the strike near Orsvik killed forty", "nine died in the strike near Orsvik")


@pytest.mark.parametrize(
    "other",
    [
        "nine have died in strikes since the war began",
        "in the past two weeks nine died in strike after strike",
        "nine more people died in a strike",
        "another nine died in a strike",
        "elsewhere a strike killed nine",
        "the earlier toll of the strike was nine",
    ],
)
def test_a_number_of_something_else_conflicts_with_none(other: str) -> None:
    assert not numbers("the strike by jets near Orsvik killed forty", other)


@pytest.mark.parametrize("part", ["nine bodies from the strike", "nine of the dead of the strike"])
def test_a_number_at_hand_is_the_least_that_there_were(part: str) -> None:
    assert not numbers("the strike killed forty", f"a video showed {part}")


def test_more_bodies_in_one_place_than_all_the_dead_conflict() -> None:
    found = numbers("forty bodies lay at the clinic after the strike", "the strike killed nine")
    assert len(found) == 1


def test_a_number_many_times_the_other_is_of_something_else() -> None:
    words = "forty died in a strike", "nine died in a strike"
    assert not numbers(*words, low=4000)


def denied(target: str, denial: str, force: Force = "asserts") -> int:
    """How many denials link two pages' words on one strike."""
    one = told("a", SUDMARK, target, force)
    two = Page("b").say(denial, by=NORLAND, force="denies")
    two.event("strike", mode="aerial", place=ORSVIK, modality="denied")
    return sum(r.kind == "denies" for r in _built(one, two).relations)


def test_who_claims_the_deed_is_denied() -> None:
    assert denied("jets carried out a strike near Orsvik", "there was a strike near Orsvik") == 1


@pytest.mark.parametrize(
    "target",
    [
        "it is seeking clarity on a strike near Orsvik",
        "talks resumed in response to a strike near Orsvik",
        "a strike near Orsvik would make no sense",
    ],
)
def test_who_only_mentions_a_deed_is_not_denied(target: str) -> None:
    assert denied(target, "there was a strike near Orsvik") == 0


@pytest.mark.parametrize("force", ["demands", "doubts", "promises"])
def test_who_demands_or_doubts_claims_nothing(force: Force) -> None:
    assert denied("jets carried out a strike near Orsvik", "the strike near Orsvik", force) == 0


def test_a_denial_of_a_strike_elsewhere_answers_nobody() -> None:
    assert denied("jets hit Halda in a strike", "there was a strike near Orsvik") == 0


def test_a_denial_of_a_neighbours_report_is_not_set_against_another() -> None:
    assert denied("jets carried out a strike", "a Veldanian report of the strike") == 0
