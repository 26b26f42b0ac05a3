from pathlib import Path

from tests.ledger.builder import Page
from tests.ledger.stories import NORLAND, ORSVIK, SUDMARK, rolling_page, second_page

from counterclaim.ledger import build_ledger
from counterclaim.ledger.grades import RULES
from counterclaim.records import Force, Grade

ARMY = "actor:sudmark-army"


def strike(
    page: Page, by: str | None, actor: str | None = NORLAND, force: Force = "asserts"
) -> Page:
    page.say("it was a strike near Orsvik", by=by, force=force)
    denied = {"modality": "denied"} if force == "denies" else {}
    return page.event(
        "strike", mode="aerial", actor=actor, recipient=SUDMARK, place=ORSVIK, **denied
    )


def grade(*pages: Page) -> Grade:
    ledger = build_ledger([page.reading() for page in pages])
    found = ledger.incidents[0].grade
    assert found is not None
    return found


def test_admitted_by_the_accused_is_confirmed() -> None:
    found = grade(rolling_page(), second_page())
    assert (found.value, found.rule) == ("confirmed", "admitted by an accused party")
    assert found.statements == ["d-one.s3"]


def test_denied_by_the_accused_is_contested() -> None:
    found = grade(strike(strike(Page("a"), ARMY), NORLAND, force="denies"))
    assert (found.value, found.rule) == ("contested", "denied by an accused party")
    assert found.statements == ["d-a.s1"]


def test_denying_the_claim_denies_the_act() -> None:
    page = strike(Page("a"), ARMY).say("the claim", by=NORLAND, cue="denied", force="denies")
    assert grade(page).value == "contested"


def test_denied_by_a_bystander_is_not() -> None:
    page = strike(strike(Page("a"), ARMY), "actor:red-front", force="denies")
    assert grade(page).value == "weak"


def test_what_a_headline_sums_up_is_no_admission() -> None:
    page = strike(Page("a"), ARMY)
    page.say("its jets made a strike near Orsvik", by=NORLAND, force="admits", kind="headline")
    assert grade(page.event("strike", mode="aerial", actor=NORLAND)).value == "weak"


def test_admitting_something_else_confirms_nothing() -> None:
    page = strike(Page("a"), ARMY)
    page.say("talks with Sudmark are far off", by=NORLAND, force="admits")
    assert grade(page).value == "weak"


def test_a_deed_told_as_ones_own_is_admitted_without_an_accuser() -> None:
    page = strike(Page("a"), ARMY, actor=None)
    page.say("carrying out the strike near Orsvik", by=NORLAND, force="admits")
    page.event("strike", mode="aerial", recipient=SUDMARK, place=ORSVIK)
    assert (grade(page).value, grade(page).statements) == ("confirmed", ["d-a.s1"])


def test_an_allys_regret_confirms_nothing() -> None:
    page = strike(Page("a"), ARMY)
    page.say("it regretted the strike", by="actor:red-front", force="regrets")
    assert grade(page).value == "weak"


def test_rival_culprits_are_contested() -> None:
    page = strike(strike(Page("a"), ARMY), "actor:observers", actor="actor:red-front")
    found = grade(page)
    assert (found.value, found.statements) == ("contested", ["d-a.s0", "d-a.s1"])


def test_claiming_what_others_lay_to_somebody_else_is_contested() -> None:
    page = strike(Page("a"), ARMY)
    page.say("carrying out the strike near Orsvik", by="actor:red-front", force="admits")
    page.event("strike", mode="aerial", actor="actor:red-front", recipient=SUDMARK, place=ORSVIK)
    found = grade(page)
    assert (found.value, found.rule) == ("contested", "different parties are said to have done it")


def test_two_origins_are_fair_and_one_is_weak() -> None:
    one = strike(Page("a"), ARMY)
    assert grade(one).value == "weak"
    assert grade(strike(one, "actor:observers")).value == "fair"


def test_ten_pages_with_one_word_are_weak() -> None:
    found = grade(*[strike(Page(str(n)), ARMY) for n in range(10)])
    assert (found.value, found.rule) == ("weak", "one origin")
    assert len(found.statements) == 1


def test_what_only_denials_tell_of_is_discounted() -> None:
    found = grade(strike(Page("a"), NORLAND, force="denies"))
    assert found.value == "discounted"


def test_an_admission_outweighs_an_earlier_denial() -> None:
    page = strike(strike(Page("a"), ARMY), NORLAND, force="denies").update()
    assert grade(strike(page, NORLAND, force="admits")).value == "confirmed"


def test_every_rule_has_a_name_of_its_own_and_stands_in_the_documentation() -> None:
    text = (Path(__file__).parents[2] / "docs" / "methodology.md").read_text(encoding="utf-8")
    names = [rule.name for rule in RULES]
    assert len(set(names)) == len(names)
    for rule in RULES:
        assert f"| {rule.name} | {rule.value} |" in text


def test_a_denial_of_the_purpose_denies_no_act() -> None:
    page = strike(Page("a"), ARMY)
    page.say("the strike near Orsvik was no accident", by=NORLAND, force="denies")
    page.event("strike", mode="aerial", actor=NORLAND, place=ORSVIK)
    assert grade(page).value != "contested"
    page.intent("accident", "accident", modality="denied")
    assert grade(page).value != "contested"
