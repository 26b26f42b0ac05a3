import msgspec
import pytest
from tests.ledger.builder import STATES, Page
from tests.ledger.stories import NORLAND, ORSVIK, SUDMARK, TOLMEN, relations, rolling_page, words

from counterclaim.ledger import build_ledger
from counterclaim.ledger.claims import Claim, gather
from counterclaim.ledger.discourse import group_page
from counterclaim.ledger.occurrences import Occurrence, likeness
from counterclaim.ledger.parties import Parties
from counterclaim.ledger.references import refers_back
from counterclaim.ledger.vocabulary import Vocabulary, said_spans
from counterclaim.records import Ledger, Reading

ARMY = "actor:sudmark-army"


def claims(page: Page | Reading) -> tuple[Claim, ...]:
    reading = page.reading() if isinstance(page, Page) else page
    (found,) = gather([reading], Parties(list(STATES.values())))
    return found.claims


def built(*pages: Page) -> Ledger:
    return build_ledger([page.reading() for page in pages])


def joined(ledger: Ledger) -> set[str]:
    told = words(ledger)
    return {told[s] for i in ledger.incidents for s in i.statements}


@pytest.mark.parametrize(
    ("said", "back"),
    [
        ("the strike was wrong", True),
        ("Saturday's overnight air strike was wrong", True),
        ("this barbaric attack must be answered", True),
        ("the reports", True),
        ("a strike would be wrong", False),
        ("the harvest was good", False),
        ("strike", False),
    ],
)
def test_references(said: str, *, back: bool) -> None:
    (claim,) = claims(Page("a").say(said, by=NORLAND))
    assert refers_back(claim) is back


def test_the_cue_may_refer_as_well() -> None:
    (claim,) = claims(Page("a").say("an error", by=NORLAND, cue="called the strike"))
    assert refers_back(claim)


def test_an_event_in_the_cue_is_the_claims() -> None:
    page = Page("a").say("an error near Orsvik", by=NORLAND, cue="called the strike")
    page.intent("error", "accident")
    reading = page.reading()
    cue = reading.statements[0].cue
    assert cue is not None
    event = Page("b").say("the strike", by=NORLAND).event("strike").reading().events[0]
    span = msgspec.structs.replace(cue, start=cue.end - 6, exact="strike")
    event = msgspec.structs.replace(event, document="d-a", statement=None, span=span)
    (claim,) = claims(msgspec.structs.replace(reading, events=[event]))
    assert [e.span.exact for e in claim.events] == ["strike"]


def test_two_who_say_one_thing_share_what_was_read_in_it() -> None:
    reading = rolling_page().reading()
    first = reading.statements[1]
    second = msgspec.structs.replace(first, id="d-one.s99", origin=NORLAND, speaker=NORLAND)
    reading = msgspec.structs.replace(reading, statements=[*reading.statements, second])
    joint = {c.id: c for c in claims(reading)}
    assert joint["d-one.s99"].events == joint[first.id].events
    assert joint["d-one.s99"].counts == joint[first.id].counts != ()


def headed() -> Page:
    page = Page("one").say(
        "jets killed 99 soldiers", by="actor:norland-army", force="admits", kind="headline"
    )
    page.event("killed", actor=NORLAND, recipient=SUDMARK).count(
        "99 soldiers", 99, group="soldiers"
    )
    rest = rolling_page()
    shift = len(page.text)
    for told in rest.statements:
        for key in ("content", "source", "cue", "line"):
            told[key] = tuple(n + shift for n in told[key]) if told[key] else None
    for _, fact in rest.facts:
        fact["at"] = tuple(n + shift for n in fact["at"])
        fact["nth"] += 1
    page.text += rest.text
    page.statements += rest.statements
    page.facts += rest.facts
    return page


def test_a_headline_is_put_where_the_story_tells_it() -> None:
    top = claims(headed())[0]
    assert top.headline
    assert top.update == 1
    ledger = built(headed())
    (party,) = [a for a in ledger.accounts if a.origin == NORLAND]
    assert [v.position for v in party.versions] == ["declines", "asserts", "admits", "regrets"]


def test_a_headlines_figures_are_only_its_summary() -> None:
    ledger = built(headed())
    assert all("99" not in o.value for o in ledger.origins)
    assert relations(ledger, "disputes", "count") == []
    alone = Page("a").say("jets killed 99 soldiers", by=ARMY, kind="headline")
    alone.event("killed", actor=NORLAND).count("99 soldiers", 99)
    assert any(o.value == "99" for o in built(alone).origins)


def test_a_reaction_joins_within_reach_and_not_beyond_a_separator() -> None:
    near = rolling_page().say("Norland of lawlessness", by=SUDMARK, cue="accused", force="accuses")
    assert "Norland of lawlessness" not in joined(built(near))  # its update tells of no event
    page = Page("a").say("jets bombed Orsvik", by=SUDMARK).event("bombed", place=ORSVIK)
    page.say("Norland of lawlessness", by=SUDMARK, cue="accused", force="accuses")
    assert "Norland of lawlessness" in joined(built(page))
    page = Page("a").say("jets bombed Orsvik", by=SUDMARK).event("bombed", place=ORSVIK)
    page.text += "* * *\n"
    page.say("Norland of lawlessness", by=SUDMARK, cue="accused", force="accuses")
    assert "Norland of lawlessness" not in joined(built(page))
    page = Page("a").say("jets bombed Orsvik", by=SUDMARK).event("bombed", place=ORSVIK)
    page.text += "and so on " * 100 + "\n"
    page.say("Norland of lawlessness", by=SUDMARK, cue="accused", force="accuses")
    assert "Norland of lawlessness" not in joined(built(page))


def test_counted_victims_found_an_incident_without_an_event() -> None:
    page = Page("a").say("60 soldiers are missing", by=SUDMARK)
    page.count("60 soldiers", 60, harm="missing")
    (incident,) = built(page).incidents
    assert incident.title == "Reported disappearances"
    assert incident.events == []


def test_a_position_on_a_known_act_founds_one_too() -> None:
    denial = Page("b").say("any part in the strike near Orsvik", by=NORLAND, force="denies")
    (incident,) = built(denial).incidents
    assert incident.title == "Reported incident"
    strike = Page("a").say("jets of Norland made the strike near Orsvik", by=SUDMARK)
    strike.event("strike", actor=NORLAND, recipient=SUDMARK)
    ledger = built(denial, strike)
    assert len(ledger.incidents) == 1
    (relation,) = relations(ledger, "denies", "event")
    assert (relation.a, relation.b) == ("d-a.s0", "d-b.s0")


def test_an_admission_of_who_knows_what_joins_another_page_but_founds_nothing() -> None:
    vague = Page("b").say("its planes had hit a wedding in Orsvik", by=NORLAND, force="admits")
    assert built(vague).incidents == []
    clear = Page("a").say("planes bombed a wedding in Orsvik", by=SUDMARK)
    clear.event("bombed", actor=NORLAND, mode="aerial")
    ledger = built(clear, vague)
    assert [len(i.documents) for i in ledger.incidents] == [2]
    assert relations(ledger, "concedes", "actor")


def test_what_a_party_merely_negates_is_no_denial() -> None:
    page = rolling_page().say("Norland never announced any raids", by=SUDMARK)
    page.event("raids", modality="denied", actor=NORLAND)
    ledger = built(page)
    assert not [r for r in ledger.relations if r.kind == "denies"]
    assert not [o for o in ledger.origins if o.value.startswith("not ")]


def test_rare_words_weigh_more_and_grammar_nothing() -> None:
    pages = [
        claims(Page(str(n)).say(f"they attacked the ferry with a harpoon{'x' * n}", by=SUDMARK))
        for n in range(3)
    ]
    vocabulary = Vocabulary(pages)
    weights = vocabulary.weigh(said_spans(pages[0][0].statement))
    assert set(weights) == {"ferry", "harpoon"}
    assert weights["harpoon"] > weights["ferry"]


def test_a_day_more_or_less_costs_a_point_and_two_are_too_many() -> None:
    def on(day: int) -> Occurrence:
        return Occurrence(windows={(day, day)}, actors={NORLAND}, recipients={SUDMARK})

    assert likeness(on(10), on(10)) == 3
    assert likeness(on(10), on(11)) == 1
    assert likeness(on(10), on(12)) == 0


def test_a_place_that_the_other_page_mentions_is_no_other_place() -> None:
    def page(key: str, place: tuple[str, float, float]) -> Page:
        page = Page(key).say("a raid by Norland hit a barracks there", by=SUDMARK)
        return page.event("raid", actor=NORLAND, recipient=SUDMARK, place=place)

    assert len(built(page("a", ORSVIK), page("b", TOLMEN)).incidents) == 2
    both = page("b", TOLMEN).say("Orsvik is near", by=SUDMARK)
    both.event("Orsvik", code="CONSULT", place=ORSVIK)
    assert len(built(page("a", ORSVIK), both).incidents) == 1


def test_a_page_mainly_tells_of_what_most_is_said_of_in_the_end() -> None:
    page = Page("one").say("a bomb in Tolmen killed two", by=NORLAND)
    page.event("bomb", mode="explosives", day="2031-05-01", place=TOLMEN)
    page.say("jets struck Orsvik", by=SUDMARK)
    page.event("struck", mode="aerial", day="2031-05-03", place=ORSVIK)
    page.say("it did not carry out the strike", by=NORLAND, force="denies")
    (told,) = gather([page.reading()], Parties(list(STATES.values())))
    groups = group_page(told, Parties(list(STATES.values())))
    assert [group.main for group in groups] == [True, False]
    assert [len(group.claims) for group in groups] == [2, 1]
    assert {claim.text for claim in groups[1].claims.values()} == {"a bomb in Tolmen killed two"}
