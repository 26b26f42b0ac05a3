from tests.ledger.builder import Page
from tests.ledger.stories import NORLAND, ORSVIK, SUDMARK, rolling_page, second_page, words

from counterclaim.ledger import build_ledger
from counterclaim.records import Account, Force, Ledger

ARMY = "actor:sudmark-army"


def built(*pages: Page) -> Ledger:
    return build_ledger([page.reading() for page in pages])


def account(ledger: Ledger, origin: str) -> Account:
    (found,) = [a for a in ledger.accounts if a.origin == origin]
    return found


def strike(page: Page, number: str, count: int, by: str = ARMY, force: Force = "asserts") -> Page:
    page.say(f"{number} fell in the strike near Orsvik", by=by, force=force)
    page.event("strike", mode="aerial", actor=NORLAND, recipient=SUDMARK, place=ORSVIK)
    return page.count(number, count, group="soldiers")


def test_an_organ_and_its_party_have_an_account_each() -> None:
    ledger = built(rolling_page())
    party = account(ledger, NORLAND)
    assert party.party == NORLAND
    assert party.organs == [NORLAND, "actor:norland-army", "actor:norland-ministry"]
    ministry = account(ledger, "actor:norland-ministry")
    assert (ministry.party, ministry.organs) == (NORLAND, [])
    assert len(ministry.versions) == 2


def test_a_party_with_one_organ_has_one_account() -> None:
    ledger = built(strike(Page("a"), "62", 62))
    assert [a.origin for a in ledger.accounts] == [ARMY]
    assert ledger.accounts[0].party == SUDMARK


def test_from_silence_to_regret() -> None:
    versions = account(built(rolling_page()), NORLAND).versions
    assert [v.position for v in versions] == ["declines", "asserts", "admits", "regrets"]
    assert [v.sequence for v in versions] == [0, 1, 2, 3]
    assert versions[0].change == ["first"]
    assert all("position" in v.change for v in versions[1:])
    assert [v.superseded for v in versions] == [True, False, False, False]


def test_the_ministers_spokesman_speaks_for_the_ministry() -> None:
    ledger = built(rolling_page())
    told = words(ledger)
    ministry = account(ledger, "actor:norland-ministry")
    assert told[ministry.versions[1].statements[0]] == "it regretted the loss of life"
    assert not [a for a in ledger.accounts if a.origin == "actor:ilse-brandt"]


def test_a_revised_number_supersedes() -> None:
    page = strike(strike(Page("a"), "62", 62).update(), "70", 70)
    first, second = account(built(page), ARMY).versions
    assert (first.change, first.superseded) == (["first"], True)
    assert (second.change, second.superseded) == (["count"], False)


def test_the_same_again_repeats() -> None:
    page = strike(strike(Page("a"), "62", 62).update(), "62", 62)
    first, second = account(built(page), ARMY).versions
    assert second.change == ["repeats"]
    assert not first.superseded


def test_a_further_field_adds() -> None:
    page = strike(Page("a"), "62", 62).update()
    page.say("the strike was deliberate", by=ARMY).intent("deliberate", "deliberate")
    first, second = account(built(page), ARMY).versions
    assert second.change == ["adds"]
    assert not first.superseded
    assert second.intents


def test_another_purpose_supersedes() -> None:
    page = Page("a").say("the strike was an error", by=NORLAND).intent("error", "accident")
    page.event("strike", actor=NORLAND).update()
    page.say("the strike was deserved", by=NORLAND).intent("deserved", "deliberate")
    first, second = account(built(page), NORLAND).versions
    assert second.change == ["intent"]
    assert first.superseded


def test_what_one_says_in_one_update_is_one_version() -> None:
    page = strike(Page("a"), "62", 62)
    page.say("the strike was deliberate", by=ARMY).intent("deliberate", "deliberate")
    (version,) = account(built(page), ARMY).versions
    assert len(version.statements) == 2
    assert version.counts
    assert version.intents
    assert version.places


def test_what_was_said_earlier_comes_first_whatever_the_page_was_called() -> None:
    old = strike(Page("z", published="2031-05-03"), "ten", 10)
    new = strike(Page("a", published="2031-05-05"), "twelve", 12)
    first, second = account(built(new, old), ARMY).versions
    assert (first.published, second.published) == ("2031-05-03", "2031-05-05")
    assert second.change == ["count"]


def test_an_account_knows_who_carried_it() -> None:
    ledger = built(strike(Page("a"), "62", 62), strike(Page("b", outlet="actor:herald"), "62", 62))
    assert account(ledger, ARMY).relayed_by == ["d-a", "d-b"]


def test_each_incident_has_accounts_of_its_own() -> None:
    ledger = built(rolling_page(), second_page())
    keys = [(a.incident, a.origin) for a in ledger.accounts]
    assert len(keys) == len(set(keys))


def test_helping_somebody_on_purpose_is_no_second_purpose() -> None:
    page = Page("a").say("the strike helps the Red Front", by=SUDMARK).event("strike")
    page.intent("helps", "complicity", of=NORLAND, beneficiary="actor:red-front").update()
    page.say("the strike was deliberate", by=SUDMARK).event("strike")
    page.intent("deliberate", "deliberate", of=NORLAND).update()
    page.say("the strike was an accident", by=SUDMARK).event("strike")
    ledger = build_ledger([page.intent("accident", "accident", of=NORLAND).reading()])
    (account,) = ledger.accounts
    assert [v.change for v in account.versions] == [["first"], ["adds"], ["intent"]]


def test_a_headline_gives_no_account_of_its_own() -> None:
    page = Page("a").say("62 die in strike", by=SUDMARK, kind="headline").event("strike")
    page.count("62", 62)
    page.say("the strike killed 62", by="actor:sudmark-army").event("strike").count("62", 62)
    ledger = build_ledger([page.reading()])
    told = [s for a in ledger.accounts for v in a.versions for s in v.statements]
    assert set(told) == {"d-a.s1"}
    assert "d-a.s0" in ledger.incidents[0].statements


def test_dismissing_a_call_for_talks_is_no_position() -> None:
    page = Page("a").say("it regretted the strike", by=NORLAND, force="regrets")
    page.event("strike", actor=NORLAND).update()
    page.say("the call for talks as theatre", by=NORLAND, cue="dismissed", force="denies")
    ledger = build_ledger([page.reading()])
    assert all("position" not in v.change for a in ledger.accounts for v in a.versions)


def test_the_same_number_at_least_changes_no_account() -> None:
    first = Page("a", published="2031-05-04").say("nine died in the strike near Orsvik", by=NORLAND)
    first.event("strike", mode="aerial", place=ORSVIK).count("nine", 9)
    then = Page("b", published="2031-05-05")
    then.say("at least nine died in the strike near Orsvik", by=NORLAND)
    then.event("strike", mode="aerial", place=ORSVIK).count("at least nine", 9, None)
    changes = [c for a in built(first, then).accounts for v in a.versions for c in v.change]
    assert "count" not in changes
