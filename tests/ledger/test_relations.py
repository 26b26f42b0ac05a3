import msgspec
import pytest
from tests.ledger.builder import Page
from tests.ledger.stories import (
    NORLAND,
    ORSVIK,
    SUDMARK,
    relations,
    rolling_page,
    second_page,
    words,
)

from counterclaim.ledger import build_ledger
from counterclaim.ledger.actors import merge_actors
from counterclaim.ledger.claims import gather
from counterclaim.ledger.parties import Parties
from counterclaim.records import Force, Harm, IntentValue, Ledger, Relation, Span

ARMY = "actor:sudmark-army"
OBSERVERS = "actor:observers"


def built(*pages: Page) -> Ledger:
    return build_ledger([page.reading() for page in pages])


def strike(
    page: Page, by: str | None, said: str = "the strike near Orsvik", **fields: object
) -> Page:
    """A statement on the one strike; what follows counts or explains."""
    page.say(said, by=by, **fields)  # type: ignore[arg-type]
    return page.event("strike", mode="aerial", recipient=SUDMARK, place=ORSVIK)


def counted(
    key: str,
    by: str,
    low: int,
    high: int | None = -1,
    *,
    day: str = "2031-05-04",
    harm: Harm = "killed",
    group: str | None = "soldiers",
    running: bool = False,
) -> Page:
    page = strike(Page(key, published=day), by, f"{low} fell in the strike near Orsvik")
    return page.count(str(low), low, high, harm, group=group, running=running)


def on_count(*pages: Page) -> list[tuple[str, str, str]]:
    return [(r.kind, r.a, r.b) for r in built(*pages).relations if r.on == "count"]


def test_numbers_that_exclude_each_other_dispute() -> None:
    found = on_count(counted("a", ARMY, 62), counted("b", OBSERVERS, 10))
    assert [kind for kind, _, _ in found] == ["disputes"]


def test_both_numbers_are_quoted() -> None:
    ledger = built(counted("a", ARMY, 62), counted("b", OBSERVERS, 10))
    (relation,) = relations(ledger, "disputes", "count")
    quoted = {relation.a_spans[0].exact, relation.b_spans[0].exact}
    assert quoted == {"62", "10"}
    assert relation.reason == "intervals share no number"


def test_an_open_interval_that_holds_the_number_confirms() -> None:
    found = on_count(counted("a", ARMY, 62), counted("b", OBSERVERS, 61, None))
    assert [kind for kind, _, _ in found] == ["confirms"]


def test_the_same_number_of_another_origin_confirms_more_strongly() -> None:
    exact = relations(
        built(counted("a", ARMY, 62), counted("b", OBSERVERS, 62)), "confirms", "count"
    )
    loose = relations(
        built(counted("a", ARMY, 62), counted("b", OBSERVERS, 24, 99)), "confirms", "count"
    )
    assert exact[0].score > loose[0].score


def test_a_later_number_of_the_same_side_revises() -> None:
    a, b = counted("a", ARMY, 62), counted("b", ARMY, 70, day="2031-05-05")
    assert on_count(a, b) == [("revises", "d-a.s0", "d-b.s0")]


def test_the_same_side_is_the_party_not_the_organ() -> None:
    a = counted("a", "actor:norland-army", 5)
    b = counted("b", "actor:norland-ministry", 9, day="2031-05-05")
    assert on_count(a, b) == [("revises", "d-a.s0", "d-b.s0")]


def test_the_same_number_of_the_same_side_later_is_repeated() -> None:
    a, b = counted("a", ARMY, 62), counted("b", ARMY, 62, day="2031-05-05")
    assert on_count(a, b) == [("repeats", "d-a.s0", "d-b.s0")]


def test_another_harm_is_no_dispute() -> None:
    assert on_count(counted("a", ARMY, 62), counted("b", OBSERVERS, 100, harm="injured")) == []


def test_another_group_is_no_dispute() -> None:
    a, b = counted("a", ARMY, 62, group="soldiers"), counted("b", OBSERVERS, 3, group="civilians")
    assert on_count(a, b) == []


def test_a_part_within_the_whole_is_no_dispute_but_one_larger_than_it_is() -> None:
    whole = counted("a", ARMY, 20, group="people")
    assert on_count(whole, counted("b", OBSERVERS, 5, group="children")) == []
    found = on_count(whole, counted("b", OBSERVERS, 50, group="children"))
    assert [kind for kind, _, _ in found] == ["disputes"]


def test_a_toll_that_rose_and_one_of_another_week_are_no_dispute() -> None:
    first = counted("a", ARMY, 10)
    assert on_count(first, counted("b", OBSERVERS, 30, day="2031-05-05", running=True)) == []
    assert on_count(first, counted("c", OBSERVERS, 30, day="2031-05-10")) == []


def test_one_who_passes_on_anothers_figure_repeats_it() -> None:
    page = Page("a")
    strike(page, ARMY, "62 fell in the strike").count("62", 62)
    strike(page, OBSERVERS, "62 fell in the strike", origin=ARMY).count("62", 62)
    assert [kind for kind, _, _ in on_count(page)] == ["repeats"]


def purposes(a: IntentValue, b: IntentValue, **fields: str) -> Ledger:
    one = strike(Page("a"), NORLAND, "the strike was so").intent("was so", a)
    two = strike(Page("b"), SUDMARK, "the strike was thus").intent("was thus", b, **fields)
    return built(one, two)


@pytest.mark.parametrize(
    ("a", "b", "kind"),
    [
        ("accident", "deliberate", "disputes"),
        ("accident", "complicity", "disputes"),
        ("accident", "defence", "disputes"),
        ("accident", "accident", "confirms"),
        ("deliberate", "deliberate", "confirms"),
        ("deliberate", "complicity", None),
    ],
)
def test_purposes(a: IntentValue, b: IntentValue, kind: str | None) -> None:
    found = [r.kind for r in purposes(a, b).relations if r.on == "intent"]
    assert found == ([kind] if kind else [])


def test_a_question_weighs_less_than_a_claim() -> None:
    firm = relations(purposes("accident", "complicity"), "disputes", "intent")
    asked = relations(
        purposes("accident", "complicity", modality="hypothetical"), "disputes", "intent"
    )
    assert 0 < asked[0].score < firm[0].score


def test_a_denied_purpose_is_denied_to_the_one_who_claims_it() -> None:
    ledger = purposes("deliberate", "deliberate", modality="denied")
    (relation,) = [r for r in ledger.relations if r.on == "intent"]
    assert (relation.kind, relation.a, relation.b) == ("denies", "d-a.s0", "d-b.s0")


def test_a_denial_is_linked_to_what_it_denies_whichever_was_read_first() -> None:
    one = strike(Page("a"), SUDMARK).reading()
    denial = Page("b", published="2031-05-01")
    denial.say("there was no strike near Orsvik", by=NORLAND, force="denies")
    denial.event("strike", modality="denied", place=ORSVIK, recipient=SUDMARK)
    ledger = build_ledger([one, denial.reading()])
    (relation,) = [r for r in ledger.relations if r.kind == "denies"]
    assert (relation.a, relation.b) == ("d-a.s0", "d-b.s0")


def test_a_denied_number_is_no_number() -> None:
    denial = counted("b", NORLAND, 62)
    denial.statements[-1]["force"] = "denies"
    denial.facts[0][1]["modality"] = "denied"
    ledger = built(counted("a", ARMY, 62), counted("c", OBSERVERS, 10), denial)
    assert len(relations(ledger, "disputes", "count")) == 1
    assert relations(ledger, "denies", "count") or relations(ledger, "denies", "event")


def test_another_is_said_to_have_done_it() -> None:
    page = Page("a").say("Norland made the strike", by=SUDMARK)
    page.event("strike", actor=NORLAND, recipient=SUDMARK, place=ORSVIK)
    page.say("the Red Front made the strike", by=NORLAND)
    page.event("strike", actor="actor:red-front", recipient=SUDMARK, place=ORSVIK)
    (relation,) = relations(built(page), "disputes", "actor")
    assert (relation.a, relation.b) == ("d-a.s0", "d-a.s1")


def test_admitting_what_another_said_before_concedes() -> None:
    ledger = built(rolling_page())
    (relation,) = relations(ledger, "concedes", "actor")
    told = words(ledger)
    assert told[relation.a].startswith("an air strike by Norland jets")
    assert told[relation.b].startswith("its jets killed over 60")


def test_from_silence_to_regret_in_three_steps() -> None:
    ledger = built(rolling_page())
    steps = sorted(relations(ledger, "revises", "position"), key=lambda r: r.reason)
    assert [r.reason for r in steps] == [
        "admits, then regrets",
        "asserts, then admits",
        "declines, then asserts",
    ]


def test_mistake_against_defending() -> None:
    ledger = built(rolling_page())
    (relation,) = relations(ledger, "disputes", "intent")
    assert relation.a_spans[0].exact == "mistake"
    assert relation.b_spans[0].exact == "defending"


def test_the_rolling_pages_figures_agree() -> None:
    (relation,) = relations(built(rolling_page()), "confirms", "count")
    assert relation.score < 0.9


def test_the_second_page_disputes_and_denies() -> None:
    ledger = built(rolling_page(), second_page())
    told = words(ledger)
    denied = {told[r.a][:20] for r in relations(ledger, "denies", "actor")}
    assert len(denied) == 2
    assert len(relations(ledger, "disputes", "count")) == 2


def test_taking_it_back() -> None:
    page = strike(Page("a"), OBSERVERS, "ten fell in the strike").count("ten", 10)
    page.update()
    strike(page, OBSERVERS, "it retracted its report of ten killed in the strike")
    (relation,) = [r for r in built(page).relations if r.kind == "retracts"]
    assert (relation.a, relation.b) == ("d-a.s0", "d-a.s1")


def test_days_that_exclude_each_other() -> None:
    one = Page("a").say("the strike came on Monday", by=SUDMARK)
    one.event("strike", recipient=SUDMARK, actor=NORLAND, place=ORSVIK, day="2031-05-03")
    ledger = built(one)
    assert relations(ledger, "disputes", "time") == []


def told_on(day: str, by: str, content: str, key: str) -> Page:
    page = Page(key).say(content, by=by)
    return page.event("strike", recipient=SUDMARK, actor=NORLAND, place=ORSVIK, day=day)


def test_two_days_in_what_is_said_dispute_each_other() -> None:
    one = told_on("2031-05-02", SUDMARK, "the strike came on Friday", "a")
    two = told_on("2031-05-03", OBSERVERS, "the strike came on Saturday", "b")
    (relation,) = relations(built(one, two), "disputes", "time")
    assert relation.reason == "days do not overlap"


def test_a_night_has_two_days() -> None:
    one = told_on("2031-05-02", SUDMARK, "the overnight strike near Orsvik", "a")
    two = told_on("2031-05-03", OBSERVERS, "the strike came on Saturday", "b")
    assert relations(built(one, two), "disputes", "time") == []


def test_a_dateline_dates_no_act() -> None:
    one = told_on("2031-05-02", SUDMARK, "the strike came on Friday", "a")
    late = "LISEN, May 3 (Courier) – The observers"
    two = Page("b").say("the strike was no accident", by=OBSERVERS, name=late)
    two.event("strike", recipient=SUDMARK, actor=NORLAND, place=ORSVIK, day="2031-05-03")
    reading = two.reading()
    at = reading.document.text.index("May 3")
    day = Span.of(reading.document.text, at, at + len("May 3"))
    moments = [msgspec.structs.replace(m, span=day, statement=None) for m in reading.moments]
    ledger = build_ledger([one.reading(), msgspec.structs.replace(reading, moments=moments)])
    assert relations(ledger, "disputes", "time") == []
    assert ledger.incidents[0].earliest == ledger.incidents[0].latest == "2031-05-02"
    by_origin = {a.origin: a for a in ledger.accounts}
    assert by_origin[OBSERVERS].versions[0].moments == []


FORCES: tuple[Force, ...] = ("declines", "asserts", "denies", "admits", "regrets", "accuses")


@pytest.mark.parametrize("force", FORCES)
def test_nobody_is_linked_to_himself_on_one_saying(force: Force) -> None:
    page = strike(Page("a"), NORLAND, force=force)
    assert built(page).relations == []


def test_forty_sides_stay_readable() -> None:
    page = Page("a")
    for n in range(40):
        page.say(f"{n + 5} fell in the strike, source {n} told", by=None, name=f"Source {n}")
        page.event("strike", mode="aerial", recipient=SUDMARK, place=ORSVIK)
        page.count(str(n + 5), n + 5, group="soldiers")
    ledger = built(page)
    assert len(ledger.incidents[0].statements) == 40
    kinds: dict[tuple[str, str], list[Relation]] = {}
    for relation in ledger.relations:
        kinds.setdefault((relation.kind, relation.on), []).append(relation)
    assert all(len(found) <= 12 for found in kinds.values())
    assert len(kinds.get(("confirms", "event"), [])) <= 4


def _toll(page: str, words: str, day: str) -> Page:
    said = Page(page, published=day).say(f"{words} in the strike near Orsvik", by=NORLAND)
    return said.event("strike", mode="aerial", place=ORSVIK, day="2031-05-03")


def test_after_nobody_some_of_a_group_are_a_revision() -> None:
    first = _toll("a", "nobody died", "2031-05-04").count("nobody", 0)
    then = _toll("b", "two workers died", "2031-05-05").count("two workers", 2, group="workers")
    assert "revises" in {kind for kind, _, _ in on_count(first, then)}


def test_their_number_that_has_risen_is_a_revision() -> None:
    first = _toll("a", "three soldiers died", "2031-05-04")
    first.count("three soldiers", 3, group="soldiers")
    then = _toll("b", "the number of soldiers killed rose to eight", "2031-05-05")
    then.count("eight", 8, running=True)
    assert "revises" in {kind for kind, _, _ in on_count(first, then)}


def test_the_same_number_at_least_is_no_revision() -> None:
    first = _toll("a", "nine died", "2031-05-04").count("nine", 9)
    then = _toll("b", "at least nine died", "2031-05-05").count("at least nine", 9, None)
    assert "revises" not in {kind for kind, _, _ in on_count(first, then)}


def test_a_lead_in_the_place_of_a_headline_speaks_for_itself() -> None:
    words = "no jet of Norland had been anywhere near Orsvik at the time of the strike on the depot"
    readings = [
        Page(f"p{n}").say(text, by=NORLAND, kind="headline").reading()
        for n, text in enumerate((words, "no jet near Orsvik"))
    ]
    pages = gather(readings, Parties(merge_actors(readings)))
    assert [claim.headline for page in pages for claim in page.claims] == [False, True]
