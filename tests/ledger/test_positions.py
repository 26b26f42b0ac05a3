import pytest
from tests.ledger.builder import STATES, Page
from tests.ledger.stories import NORLAND, ORSVIK, SUDMARK, relations

from counterclaim.ledger import build_ledger
from counterclaim.ledger.claims import Claim, gather
from counterclaim.ledger.parties import Parties
from counterclaim.ledger.positions import changes_position, replaces_speech, takes_position
from counterclaim.records import Force


def claim(force: Force, key: str = "a", published: str = "2031-05-04") -> Claim:
    page = Page(key, published=published).say("the strike near Orsvik", by=NORLAND, force=force)
    (found,) = gather([page.reading()], Parties(list(STATES.values())))
    return found.claims[0]


@pytest.mark.parametrize(
    ("before", "after", "changes"),
    [
        ("declines", "asserts", True),
        ("declines", "declines", False),
        ("declines", "admits", True),
        ("asserts", "admits", True),
        ("asserts", "declines", False),
        ("denies", "asserts", False),
        ("denies", "admits", True),
        ("admits", "regrets", True),
        ("admits", "asserts", False),
        ("admits", "denies", False),
        ("denies", "regrets", False),
        ("asserts", "denies", False),
        ("admits", "declines", False),
    ],
)
def test_changes(before: Force, after: Force, *, changes: bool) -> None:
    assert changes_position(claim(before), claim(after)) is changes


def test_another_page_of_the_same_day_that_lags_behind_changes_nothing() -> None:
    assert not changes_position(claim("admits"), claim("denies", "b"))
    assert changes_position(claim("admits"), claim("denies", "b", "2031-05-05"))
    assert not changes_position(claim("admits"), claim("denies", "a", "2031-05-04"))
    assert changes_position(claim("denies"), claim("admits", "b"))


def test_speech_gives_way_to_silence_without_being_a_change() -> None:
    assert replaces_speech(claim("asserts"), claim("declines"))
    assert not replaces_speech(claim("admits"), claim("declines"))


@pytest.mark.parametrize(
    ("force", "takes"),
    [("asserts", True), ("denies", True), ("declines", True), ("accuses", False)],
)
def test_who_takes_a_position(force: Force, *, takes: bool) -> None:
    assert takes_position(claim(force)) is takes


def test_an_assertion_on_something_else_is_no_position() -> None:
    page = Page("a").say("the harvest is good", by=NORLAND)
    (found,) = gather([page.reading()], Parties(list(STATES.values())))
    assert not takes_position(found.claims[0])


def told(page: Page, force: Force, by: str = NORLAND) -> Page:
    page.say("it was the strike near Orsvik", by=by, force=force)
    denied = {"modality": "denied"} if force == "denies" else {}
    return page.event("strike", actor=NORLAND, recipient=SUDMARK, place=ORSVIK, **denied)


def test_two_pages_of_one_day_give_one_series() -> None:
    ahead = told(told(Page("a"), "declines").update(), "admits")
    behind = told(told(Page("b"), "declines").update(), "regrets")
    ledger = build_ledger([ahead.reading(), behind.reading()])
    found = {r.reason for r in relations(ledger, "revises", "position")}
    assert found == {"declines, then admits", "admits, then regrets"}


def test_the_accuser_has_no_position_to_change() -> None:
    page = told(told(Page("a"), "asserts", SUDMARK).update(), "denies", SUDMARK)
    assert relations(build_ledger([page.reading()]), "revises", "position") == []
