import dataclasses
import math

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.ledger.builder import Page
from tests.ledger.stories import NORLAND, ORSVIK, SUDMARK

from counterclaim.ledger import build_ledger
from counterclaim.ledger.actors import merge_actors
from counterclaim.ledger.claims import gather
from counterclaim.ledger.echoes import Witnesses
from counterclaim.ledger.links import Evidence, Link
from counterclaim.ledger.pair_features import View, features, stem
from counterclaim.ledger.pair_links import (
    NEAR,
    NEAREST,
    learned,
    page_links,
    pairs_of_page,
    pairs_of_pages,
    views_of,
)
from counterclaim.ledger.pair_model import LABELS, PairModel
from counterclaim.ledger.parties import Parties
from counterclaim.ledger.values import values_of
from counterclaim.records import Relation

ARMY, GUARD, OBSERVERS = "actor:sudmark-army", "actor:norland-army", "actor:observers"


def evidence(*pages: Page) -> Evidence:
    readings = [page.reading() for page in pages]
    parties = Parties(merge_actors(readings))
    read = gather(readings, parties)
    claims = sorted((c for page in read for c in page.claims), key=lambda c: (c.rank, c.id))
    values = [
        value
        for page in read
        for claim in page.claims
        for value in values_of(claim, claim.events, parties, page.places, page.moments)
    ]
    return Evidence(claims, values, Witnesses(claims, parties))


def two(a: Page, b: Page | None = None) -> tuple[View, View]:
    one, other = views_of(evidence(a, b) if b else evidence(a))
    return one, other


def strike(page: Page, by: str, said: str = "the strike near Orsvik was theirs", **fields) -> Page:
    page.say(said, by=by, **fields)
    return page.event("strike", mode="aerial", recipient=SUDMARK, place=ORSVIK)


def accusation_and_denial() -> Page:
    page = Page("a").say(
        "the Norland Army had rehearsed the raid on a disused mill", by=ARMY, force="accuses"
    )
    return page.say("there is no such mill and no raid", by=GUARD, cue="denied", force="denies")


def test_words_lose_their_common_endings_and_nothing_more() -> None:
    assert [stem(w) for w in ("Raids", "shelling", "denied", "is", "Bus", "rings")] == [
        "raid",
        "shell",
        "deni",
        "is",
        "bus",
        "ring",
    ]


def test_a_denial_names_and_repeats_what_it_denies() -> None:
    found = features(*two(accusation_and_denial()))
    assert found["accuses then denies"] == 1.0
    assert found["a names b, b denies"] == 1.0
    assert found["other side"] == 1.0
    assert found["one negated"] == 1.0
    assert found["1 apart, other side"] == 1.0
    assert 0 < found["contained"] <= 1
    assert "b names a" not in found


def test_layout_is_told_of_one_page_only() -> None:
    a = Page("a").say("the mill is old", by=ARMY)
    b = Page("b").say("the mill is new", by=GUARD)
    assert not any("apart," in name or "paragraph" in name for name in features(*two(a, b)))


def test_sides_are_parties() -> None:
    page = Page("a").say("nine were hurt", by="actor:norland-army")
    page.say("ten were hurt", by="actor:norland-ministry")
    found = features(*two(page))
    assert "same side" in found
    assert "numbers different, same side" in found


@pytest.mark.parametrize(
    ("low", "high", "how"), [(62, 62, "equal"), (60, None, "overlap"), (3, 3, "apart")]
)
def test_counts_are_compared_as_intervals(low: int, high: int | None, how: str) -> None:
    a = strike(Page("a"), ARMY, "62 fell in the strike").count("62", 62)
    b = strike(Page("b"), OBSERVERS, f"{low} fell in the strike").count(str(low), low, high)
    found = features(*two(a, b))
    assert f"counts {how}, other side" in found
    assert sum(name.startswith("counts ") for name in found) == 3


def test_rival_purposes_and_denied_fields() -> None:
    a = strike(Page("a"), NORLAND, "the strike was an accident").intent("accident", "accident")
    b = strike(Page("b"), SUDMARK, "the strike was meant").intent("meant", "deliberate")
    assert "rival purposes" in features(*two(a, b))
    denied = strike(Page("c"), SUDMARK, "there was no strike", force="denies")
    assert "b denies the event of a" in features(*two(a, denied))


def test_the_model_gives_probabilities_with_reasons() -> None:
    for name in ("page", "pages"):
        model = PairModel.load(name)
        said = model.judge(features(*two(accusation_and_denial())))
        assert said.label == "denies"
        assert 0.5 <= said.probability <= 1
        assert 1 <= len(said.why()) <= 3


def test_a_model_by_hand() -> None:
    rows = {"": (0.0, 0.0, 0.0, 0.0, 1.0), "x": (3.0, 0.0, 0.0, 0.0, 0.0)}
    model = PairModel(rows)
    nothing = model.judge({})
    assert nothing.label == "unrelated"
    assert nothing.probability == pytest.approx(math.e / (math.e + 4))
    said = model.judge({"x": 1.0, "never seen": 1.0})
    assert (said.label, said.why()) == ("denies", ("x",))
    assert model.judge({"x": 0.3}, least=0.9).label == "unrelated"
    assert model.judge({"x": 0.3}, least=0.2).label == "denies"


@given(st.dictionaries(st.sampled_from(["x", "y"]), st.floats(-50, 50)), st.floats(0.05, 1))
def test_probabilities_stay_probabilities(found: dict[str, float], least: float) -> None:
    model = PairModel({"": (0.0,) * 5, "x": (9.0, 0, 0, 0, 0), "y": (0, 0, -9.0, 0, 0)})
    said = model.judge(found, least)
    assert 0 <= said.probability <= 1
    assert said.label in LABELS
    assert said.label == "unrelated" or said.probability >= least


def test_pairs_of_a_page_are_near_and_one_of_them_can_answer() -> None:
    page = Page("a")
    for number in range(20):
        page.say(f"the mill at bend {number} is old", by=ARMY if number % 2 else GUARD)
    pairs = list(pairs_of_page(views_of(evidence(page))))
    assert pairs, "both give numbers"
    assert all(0 < b.order - a.order <= NEAR for a, b in pairs)
    calm = Page("b").say("the mill is old", by=ARMY).say("the weather holds", by=GUARD)
    assert list(pairs_of_page(views_of(evidence(calm)))) == []


def test_pairs_of_pages_share_words_and_are_few() -> None:
    pages = [Page(f"p{n:02}").say("the mill burned", by=ARMY) for n in range(30)]
    pages.append(Page("q").say("a goat sang", by=GUARD))
    pairs = list(pairs_of_pages(views_of(evidence(*pages))))
    assert len(pairs) <= 30 * NEAREST
    assert not any("goat" in a.stems | b.stems for a, b in pairs)
    assert all(a.claim.rank < b.claim.rank for a, b in pairs)


def test_cost_grows_with_the_claims_not_with_their_pairs() -> None:
    def count(size: int) -> int:
        pages = [Page(f"p{n:03}").say("the old mill burned", by=ARMY) for n in range(size)]
        return len(list(pairs_of_pages(views_of(evidence(*pages)))))

    assert count(160) <= 2.2 * count(80)


def test_arithmetic_has_the_last_word_on_counts() -> None:
    a = strike(Page("a"), ARMY, "62 fell in the strike").count("62", 62)
    b = strike(Page("b"), OBSERVERS, "10 hurt in the strike").count("10", 10, harm="injured")
    assert [k for k in learned(evidence(a, b), []) if k.kind in ("disputes", "confirms")] == []


def test_only_what_rests_on_a_likeness_is_overruled() -> None:
    first = Page("a").say("the Norland Army had burned the mill", by=ARMY, force="accuses")
    second = Page("b").say("it had burned no mill", by=GUARD, cue="denied", force="denies")
    both = evidence(first, second)
    a, b = both.claims
    guess = Link("confirms", "event", a, b, (), (), 0.7, "same event, another origin")
    exact = dataclasses.replace(guess, kind="disputes", on="count")
    kept = learned(both, [guess, exact])
    assert guess not in kept
    assert exact in kept
    assert [k.kind for k in kept if k not in (guess, exact)] == ["denies"]


def test_of_answers_to_one_side_the_surest_is_kept() -> None:
    page = Page("a")
    for _ in range(3):
        page.say("the Norland Army had rehearsed the raid", by=ARMY, force="accuses")
    page.say("there was no raid", by=GUARD, cue="denied", force="denies")
    found = page_links(evidence(page))
    assert len([k for k in found if k.kind == "denies"]) == 1


def told(*pages: Page) -> list[Relation]:
    ledger = build_ledger([page.reading() for page in pages])
    return [r for r in ledger.relations if r.reason.startswith("pair model: ")]


def test_a_denial_of_what_is_no_event_goes_to_the_page_s_incident() -> None:
    page = strike(Page("a"), NORLAND, "its strike hit the barracks")
    page.say("the Norland Army had rehearsed it on a disused mill", by=ARMY, force="accuses")
    page.say("there is no such mill", by=GUARD, cue="denied", force="denies")
    (one,) = [r for r in told(page) if r.kind == "denies" and r.b == "d-a.s2"]
    assert one.a == "d-a.s1"
    assert one.incident is not None
    assert one.status == "suggested"
    assert one.b_spans[0].exact == "there is no such mill"


def test_a_page_without_an_incident_has_no_relations() -> None:
    page = Page("a").say("the Norland Army owns a mill", by=ARMY, force="accuses")
    assert told(page.say("there is no such mill", by=GUARD, cue="denied", force="denies")) == []


def test_the_ledger_is_the_same_in_any_order() -> None:
    pages = [
        strike(accusation_and_denial(), NORLAND),
        strike(Page("b"), OBSERVERS).say("no mill was found", by=OBSERVERS),
    ]
    readings = [page.reading() for page in pages]
    assert build_ledger(readings) == build_ledger(readings[::-1])
