"""What is granted as a contradiction, and what only looks like one."""

import pytest
from tests.ledger.builder import Page
from tests.ledger.stories import NORLAND, ORSVIK, SUDMARK, relations

from counterclaim.ledger import build_ledger
from counterclaim.ledger.actors import merge_actors
from counterclaim.ledger.claims import gather
from counterclaim.ledger.matters import names_source, tells_of_violence
from counterclaim.ledger.means import other_means
from counterclaim.ledger.parties import Parties
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


@pytest.mark.parametrize("words", ["to deny them the ability to fire", "denied rebels a haven"])
def test_who_is_denied_a_thing_is_not_contradicted(words: str) -> None:
    one = told("a", SUDMARK, "jets carried out a strike near Orsvik")
    two = Page("b").say(f"a strike near Orsvik was done {words}", by=NORLAND)
    two.event("strike", mode="aerial", place=ORSVIK, modality="denied")
    assert not any(r.kind == "denies" for r in _built(one, two).relations)


@pytest.mark.parametrize("denial", ["there was no strike near Orsvik", "that jets denied a strike"])
def test_a_denial_in_so_many_words_still_is_one(denial: str) -> None:
    assert denied("jets carried out a strike near Orsvik", denial) == 1


def test_a_sum_of_the_fighting_conflicts_with_no_strike() -> None:
    other = "the fighting near Orsvik has left nine dead, a strike among it"
    assert not numbers("the strike near Orsvik killed forty", other)


@pytest.mark.parametrize(
    ("one", "other", "found"),
    [
        ("rebel-held Orsvik", "government-held Orsvik", False),
        ("rebel-held Orsvik", "opposition-controlled Orsvik", True),
        ("rebel-held Orsvik", "Orsvik", True),
    ],
)
def test_who_holds_the_ground_that_is_hit_has_not_hit_it(one: str, other: str, found: bool) -> None:
    words = f"a strike near {one} killed forty", f"nine died in the strike near {other}"
    assert bool(numbers(*words)) is found


def test_a_number_at_most_denies_no_deed() -> None:
    one = told("a", SUDMARK, "the strike near Orsvik killed forty").count("forty", 40)
    two = Page("b").say("no more than nine died in the strike near Orsvik", by=NORLAND)
    two.count("no more than nine", 0, 9)
    two.event("strike", mode="aerial", place=ORSVIK, modality="denied")
    kinds = {r.kind for r in _built(one, two).relations}
    assert "denies" not in kinds
    assert "disputes" in kinds


def test_a_states_opposition_is_not_the_state() -> None:
    names = frozenset({"norland"})
    said = [f"the rockets were in the hands of {who}" for who in ("Norland rebels", "Norland")]
    readings = [Page("a").say(words, by=OBSERVERS).reading() for words in said]
    pages = gather(readings, Parties(merge_actors(readings)))
    claims = [claim for page in pages for claim in page.claims]
    assert [names_source(c, c, names) for c in claims] == [False, True]


def test_who_claims_the_deed_charges_nobody_else() -> None:
    one = Page("a").say("it had carried out the strike near the Orsvik depot", by="actor:red-front")
    one.event("strike", actor="actor:red-front", mode="aerial", place=ORSVIK)
    two = Page("b").say("any part in the strike near the Orsvik depot", by=NORLAND, force="denies")
    two.event("strike", mode="aerial", place=ORSVIK, modality="denied")
    assert not relations(_built(one, two), "denies", "actor")


@pytest.mark.parametrize(
    ("none", "found"),
    [
        ("nobody died in the strike near Orsvik", True),
        ("there was no immediate death toll of the strike near Orsvik", False),
        ("no deaths among the crew after the strike near Orsvik", False),
    ],
)
def test_nobody_conflicts_with_any_number_of_dead(none: str, found: bool) -> None:
    one = told("a", ARMY, "the strike near Orsvik killed forty").count("forty", 40)
    two = told("b", OBSERVERS, none).count("no", 0)
    assert bool(relations(_built(one, two), "disputes", "count")) is found


def test_no_civilian_conflicts_with_a_number_of_children() -> None:
    one = told("a", ARMY, "no civilian died in the strike near Orsvik")
    one.count("no civilian", 0, group="civilians")
    two = told("b", OBSERVERS, "the strike near Orsvik killed nine children")
    two.count("nine children", 9, group="children")
    assert relations(_built(one, two), "disputes", "count")


def test_an_earlier_version_of_a_report_conflicts_with_nobody() -> None:
    one = told("a", ARMY, "the strike near Orsvik killed forty").count("forty", 40)
    two = Page("b").say(
        "nine died in the strike near Orsvik", name="An earlier version of this article"
    )
    two.event("strike", mode="aerial", place=ORSVIK).count("nine", 9)
    assert not relations(_built(one, two), "disputes", "count")


@pytest.mark.parametrize(
    ("target", "found"),
    [
        ("Norland jets carried out the strike near the Orsvik depot", True),
        ("the Red Front carried out the strike near the Orsvik depot", False),
        ("a strike hit the Orsvik depot", False),
    ],
)
def test_a_denial_of_ones_own_part_answers_only_who_names_one(target: str, found: bool) -> None:
    one = Page("a").say(target, by=SUDMARK)
    actor = {"the": "actor:red-front", "Norland": NORLAND}.get(target.split()[0])
    one.event("strike", actor=actor, mode="aerial", place=ORSVIK)
    two = Page("b").say("any part in the strike near the Orsvik depot", by=NORLAND, force="denies")
    two.event("strike", mode="aerial", place=ORSVIK, modality="denied")
    assert any(r.kind == "denies" for r in _built(one, two).relations) is found


def test_a_no_answers_what_is_said_in_its_words() -> None:
    one = told("a", ARMY, "drones reached the fuel depot near Orsvik and the strike burned it")
    two = told("b", NORLAND, "the strike was beaten off, no drone reached the fuel depot")
    assert relations(_built(one, two), "denies", "event")


@pytest.mark.parametrize(
    "words",
    [
        "the strike was beaten off, no guard was at the fuel depot",
        "it was not clear which drone reached the fuel depot in the strike",
        "the strike sent no more than one drone to the fuel depot",
    ],
)
def test_a_no_about_something_else_answers_nothing(words: str) -> None:
    one = told("a", ARMY, "drones reached the fuel depot near Orsvik and the strike burned it")
    assert not relations(_built(one, told("b", NORLAND, words)), "denies", "event")


def test_a_side_that_changed_its_mind_once_laid_the_deed_to_somebody_else() -> None:
    one = Page("a").say("the Red Front carried out the strike near the Orsvik depot", by=NORLAND)
    one.event("strike", actor="actor:red-front", mode="aerial", place=ORSVIK)
    two = Page("b").say("Sudmark carried out the strike near the Orsvik depot", by=OBSERVERS)
    two.event("strike", actor=SUDMARK, mode="aerial", place=ORSVIK)
    three = Page("c", published="2031-05-06")
    three.say("Sudmark carried out the strike near the Orsvik depot", by=NORLAND)
    three.event("strike", actor=SUDMARK, mode="aerial", place=ORSVIK)
    (found,) = relations(_built(one, two, three), "disputes", "actor")
    assert {found.a, found.b} == {"d-a.s0", "d-b.s0"}


def test_a_pronoun_for_nobody_contradicts_nobody() -> None:
    one = told("a", ARMY, "the strike near Orsvik killed forty").count("forty", 40)
    two = Page("b").say("nine died in the strike near Orsvik", name="It")
    two.event("strike", mode="aerial", place=ORSVIK).count("nine", 9)
    assert not relations(_built(one, two), "disputes", "count")


def test_several_deeds_may_have_been_done_elsewhere() -> None:
    one = Page("a").say("forty died in the strikes by jets", by=ARMY).event("strikes")
    one.count("forty", 40)
    two = Page("b").say("nine died when jets hit Orsvik in the strike", by=OBSERVERS)
    two.event("strike", place=ORSVIK).count("nine", 9)
    assert not relations(_built(one, two), "disputes", "count")


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (
            "the strike on the school in Orsvik killed forty",
            "the strike on the market of Orsvik killed nine",
        ),
        ("strikes across the country killed forty", "nine died in the strike on Orsvik"),
        ("strikes on eastern Orsvik killed forty", "the strike on a school in Orsvik killed nine"),
        ("the strike near Orsvik killed forty", "nine of the dead in the strike were children"),
        ("the strike killed forty in the last two hours", "nine died in the strike"),
    ],
)
def test_numbers_of_two_occasions_do_not_conflict(one: str, other: str) -> None:
    assert not numbers(one, other)


@pytest.mark.parametrize(
    "denial",
    ["carrying out a strike near the Orsvik depot", "charges it carried out a strike on the depot"],
)
def test_what_is_denied_without_a_subject_is_ones_own_deed(denial: str) -> None:
    assert denied("a strike hit the Orsvik depot", denial) == 0
    assert denied("jets of Norland hit the Orsvik depot in a strike", denial) == 1


@pytest.mark.parametrize(
    "words",
    [
        "the strike near Orsvik was filmed no longer",
        "there was no strike except one near Orsvik",
    ],
)
def test_a_no_that_is_none_denies_nothing(words: str) -> None:
    assert denied("jets carried out a strike near Orsvik", words) == 0


def test_a_report_is_no_word_of_violence() -> None:
    said = ["the army had reports of supplies", "shells fell on the bridge"]
    readings = [Page("a").say(words, by=OBSERVERS).reading() for words in said]
    pages = gather(readings, Parties(merge_actors(readings)))
    assert [tells_of_violence(c) for page in pages for c in page.claims] == [False, True]


def test_a_bomb_that_was_brought_was_not_flown() -> None:
    said = ["a car bomb killed forty", "nine were killed by jets", "nine were killed"]
    readings = [Page(f"p{n}").say(words, by=OBSERVERS).reading() for n, words in enumerate(said)]
    about = Page("p3").say("nine were killed", by=OBSERVERS).say("jets flew low", by=ARMY).reading()
    pages = gather([*readings, about], Parties(merge_actors([*readings, about])))
    bomb, *others = [page.claims[0] for page in pages]
    assert [other_means(bomb, claim) for claim in others] == [True, False, True]


@pytest.mark.parametrize(
    ("target", "found"),
    [("jets made a strike near the Orsvik depot", False), ("the strike was a gang feud", True)],
)
def test_a_known_deed_in_a_denial_is_not_denied(target: str, found: bool) -> None:
    assert bool(denied(target, "there was no sign that the strike was a gang feud")) is found


def test_a_denied_hit_on_a_convoy_answers_what_is_told_of_convoys() -> None:
    denial = "its jets had hit the convoy in a strike near Orsvik"
    assert denied("jets of Norland made a strike near Orsvik", denial) == 0
    assert denied("jets of Norland hit the convoy in a strike near Orsvik", denial) == 1


def test_who_counts_the_killer_and_who_does_not_agree() -> None:
    one = told("a", ARMY, "a strike at his home left six dead").count("six", 6)
    two = told("b", OBSERVERS, "he killed five in the strike and then himself").count("five", 5)
    assert not relations(_built(one, two), "disputes", "count")


@pytest.mark.parametrize("words", ["several died in the strike", "a fourth, nine in all, was hit"])
def test_several_and_a_fourth_are_no_totals(words: str) -> None:
    one = told("a", ARMY, "the strike near Orsvik killed forty").count("forty", 40)
    two = Page("b").say(f"{words} near Orsvik after the strike", by=OBSERVERS)
    two.event("strike", mode="aerial", place=ORSVIK)
    two.count(words.split()[0] if words[0] == "s" else "nine", 3, 9)
    assert not relations(_built(one, two), "disputes", "count")


def test_one_weekday_is_one_day_though_the_weeks_differ() -> None:
    one = Page("a").say("the strike hit the Orsvik depot on Tuesday", by=ARMY)
    one.event("strike", place=ORSVIK).event("Tuesday", day="2031-05-06")
    two = Page("b").say("the strike hit the Orsvik depot on Tuesday", by=OBSERVERS)
    two.event("strike", place=ORSVIK).event("Tuesday", day="2031-04-29")
    assert not relations(_built(one, two), "disputes", "time")


def test_who_has_done_nothing_answers_who_lays_it_to_him() -> None:
    one = Page("a").say("Norland of firing the missile at the depot", by=SUDMARK, force="accuses")
    one.event("missile", actor=NORLAND, place=ORSVIK)
    two = Page("b").say("it had fired no missile at Orsvik on Tuesday", by=NORLAND, force="denies")
    three = Page("c").say("a missile flew over Orsvik", by=OBSERVERS).event("missile", place=ORSVIK)
    found = [r for r in _built(one, two, three).relations if r.kind == "denies"]
    assert {(r.a, r.b) for r in found} == {("d-a.s0", "d-b.s0")}


def test_the_no_of_a_denial_is_about_something_else_than_the_deed() -> None:
    for words, found in (("no motive for the strike", 0), ("no strike near Orsvik", 1)):
        one = told("a", SUDMARK, "jets carried out a strike near Orsvik")
        two = Page("b").say(f"there was {words}", by=NORLAND, force="denies")
        two.event("strike", mode="aerial", place=ORSVIK)
        assert sum(r.kind == "denies" for r in _built(one, two).relations) == found


@pytest.mark.parametrize("words", ["urged people not to take revenge", "should take no revenge"])
def test_advice_denies_no_purpose(words: str) -> None:
    one = told("a", SUDMARK, "the strike near Orsvik was revenge").intent("revenge", "deliberate")
    two = told("b", OBSERVERS, f"everybody {words} for the strike near Orsvik")
    two.intent("revenge", "deliberate", modality="denied")
    assert not relations(_built(one, two), "denies", "intent")


def test_numbers_in_a_list_are_parts() -> None:
    one = told("a", ARMY, "the strike near Orsvik killed eight").count("eight", 8)
    two = told("b", OBSERVERS, "six children and two adults died in the strike near Orsvik")
    two.count("six children", 6).count("two adults", 2)
    assert not relations(_built(one, two), "disputes", "count")


def test_what_was_wrongly_reported_is_taken_back() -> None:
    one = told("a", ARMY, "the strike near Orsvik killed forty").count("forty", 40)
    two = told("b", OBSERVERS, "nine died in the strike near Orsvik").count("nine", 9)
    three = Page("c", published="2031-05-06").say(
        "nine had died in the strike near Orsvik", by=OBSERVERS, cue="wrongly reported that"
    )
    three.event("strike", mode="aerial", place=ORSVIK).count("nine", 9)
    relations_found = _built(one, two, three).relations
    assert [(r.a, r.b) for r in relations_found if r.kind == "retracts"] == [("d-b.s0", "d-c.s0")]
    assert not any("d-c.s0" in (r.a, r.b) for r in relations_found if r.kind == "disputes")
