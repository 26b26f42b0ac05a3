import time

import msgspec
import pytest
from tests.ledger.builder import Page
from tests.ledger.stories import (
    NORLAND,
    ORSVIK,
    SUDMARK,
    TOLMEN,
    background,
    rolling_page,
    second_page,
    words,
)

from counterclaim import Settings, read_page
from counterclaim.ledger import build_ledger
from counterclaim.ledger.occurrences import Occurrence, Spot, agreement, compatible, window_of
from counterclaim.records import Incident, Ledger, Moment, Span


def built(*pages: Page) -> Ledger:
    return build_ledger([page.reading() for page in pages])


def contents(ledger: Ledger, incident: Incident) -> set[str]:
    told = words(ledger)
    return {told[s] for s in incident.statements}


def test_a_page_on_one_incident_gives_one() -> None:
    ledger = built(rolling_page())
    (incident,) = ledger.incidents
    assert incident.title == "Reported air strike, Orsvik, 3 May 2031"
    assert incident.code.startswith("2031-05-03-")
    assert (incident.earliest, incident.latest) == ("2031-05-03", "2031-05-03")
    assert len(incident.statements) == 6


@pytest.mark.parametrize(
    ("told", "title"),
    [
        ("In 2029 gunmen attacked the port of Vassa and killed 14 people.", "2029"),
        ("Last month gunmen attacked the port of Vassa, killing 14 people.", "June 2031"),
    ],
)
def test_a_month_or_a_year_is_not_the_day_of_the_page(told: str, title: str) -> None:
    settings = Settings(published="2031-07-18")
    text = f"Port reopens\n\nVASSA - The port reopened after repairs.\n\n{told}"
    reading = read_page(text.encode(), name="Halvik Post.txt", settings=settings)
    (incident,) = build_ledger([reading]).incidents
    assert incident.day is None
    assert incident.title.endswith(f", {title}")


def test_two_pages_on_it_still_give_one() -> None:
    ledger = built(rolling_page(), second_page())
    (incident,) = ledger.incidents
    assert incident.documents == ["d-one", "d-two"]
    assert len(incident.statements) == 8


def test_background_of_another_day_and_place_stays_apart() -> None:
    main, other = built(background(rolling_page())).incidents
    assert len(main.statements) == 6
    assert other.title == "Reported explosion, Tolmen, 1 February 2030"
    assert len(other.statements) == 1


def test_where_a_witness_lives_makes_no_second_incident() -> None:
    page = rolling_page()
    page.say("they had heard three blasts", by="actor:observers", name="Observers in Tolmen")
    reading = page.event("blasts", mode="aerial", place=TOLMEN).reading()
    at = reading.document.text.index("Tolmen")
    name = Span.of(reading.document.text, at, at + len("Tolmen"))
    places = [
        msgspec.structs.replace(p, span=name) if p.name == "Tolmen" else p for p in reading.places
    ]
    (incident,) = build_ledger([msgspec.structs.replace(reading, places=places)]).incidents
    assert len(incident.statements) == 7
    assert incident.title == "Reported air strike, Orsvik, 3 May 2031"
    assert not any(p.name == "Tolmen" for p in places if p.id in incident.places)


def test_an_outlet_is_nobodys_attacker() -> None:
    page = Page("a").say("we made no strike", by="actor:observers", force="denies")
    page.event("strike", modality="denied", actor="actor:courier")
    page.say("the strike killed ten", by=SUDMARK).event("strike", actor=NORLAND).count("ten", 10)
    ledger = built(page)
    assert [r for r in ledger.relations if r.on == "actor"] == []


def test_the_code_is_the_same_with_a_later_page_added() -> None:
    (alone,) = built(rolling_page()).incidents
    (joined,) = built(rolling_page(), second_page()).incidents
    assert alone.code == joined.code
    assert alone.id == joined.id


def test_the_same_attack_a_week_later_is_another() -> None:
    def page(key: str, day: str, published: str) -> Page:
        page = Page(key, published=published)
        page.say("an air strike hit its troops near Orsvik", by=SUDMARK)
        return page.event("air strike", mode="aerial", recipient=SUDMARK, day=day, place=ORSVIK)

    ledger = built(page("a", "2031-05-03", "2031-05-04"), page("b", "2031-05-10", "2031-05-11"))
    assert len(ledger.incidents) == 2


def test_the_same_day_elsewhere_is_another() -> None:
    one = Page("a").say("shells hit a school in Orsvik", by=SUDMARK)
    one.event("shells", mode="heavy-weapons", day="2031-05-03", place=ORSVIK)
    two = Page("b").say("shells hit a clinic in Tolmen", by=SUDMARK)
    two.event("shells", mode="heavy-weapons", day="2031-05-03", place=TOLMEN)
    assert len(built(one, two).incidents) == 2


def test_a_counter_attack_is_another() -> None:
    page = Page("a").say("Norland jets bombed its troops in Orsvik", by=SUDMARK)
    page.event("bombed", mode="aerial", actor=NORLAND, recipient=SUDMARK, place=ORSVIK)
    page.say("its guns then shelled Norland positions", by=SUDMARK)
    page.event("shelled", mode="heavy-weapons", actor=SUDMARK, recipient=NORLAND)
    assert [len(i.events) for i in built(page).incidents] == [1, 1]


def test_what_is_not_told_apart_founds_no_incident() -> None:
    page = rolling_page().say("militants launched an offensive", by=SUDMARK)
    page.event("offensive", mode="ground", actor="actor:red-front")
    ledger = built(page)
    (incident,) = ledger.incidents
    assert "actor Red Front" not in {f"{o.field} {o.value}" for o in ledger.origins}
    assert len(incident.events) == 2


def test_a_plan_founds_no_incident() -> None:
    page = Page("a").say("it would bomb Orsvik if attacked", by=NORLAND)
    page.event("bomb", modality="hypothetical", actor=NORLAND, place=ORSVIK)
    assert built(page).incidents == []


def test_a_denied_attack_is_an_incident_all_the_same() -> None:
    page = Page("a").say("it had not bombed Orsvik", by=NORLAND, force="denies")
    page.event("bombed", modality="denied", actor=NORLAND, place=ORSVIK)
    (incident,) = built(page).incidents
    assert incident.title == "Reported attack, Orsvik"
    assert incident.grade is not None
    assert incident.grade.value != "fair"


def test_what_only_reacts_joins_and_what_is_of_another_matter_does_not() -> None:
    page = rolling_page()
    page.say("this attack must be explained", by=SUDMARK, force="demands")
    page.update().say("the harvest would be good", by="actor:observers")
    ledger = built(page)
    told = contents(ledger, ledger.incidents[0])
    assert "this attack must be explained" in told
    assert "the harvest would be good" not in told


def test_a_statement_on_days_before_does_not_join() -> None:
    page = rolling_page()
    page.say("nine people were killed in Tolmen", by=SUDMARK).count("nine people", 9)
    # A moment of the statement without an event of its own.
    page.event("killed", code="STATEMENT", day="2030-02-01")
    ledger = built(page)
    assert "nine people were killed in Tolmen" not in contents(ledger, ledger.incidents[0])


@pytest.mark.parametrize("published", [None, "2031-05-04", "2031-05-04T12:00:00+02:00", "soon"])
def test_any_publication_date_will_do(published: str | None) -> None:
    page = Page("a", published=published).say("a bomb killed nine people", by=SUDMARK)
    page.event("bomb", mode="explosives").count("nine people", 9)
    (incident,) = built(page).incidents
    assert incident.title == "Reported explosion"


def test_without_any_date_the_code_says_so() -> None:
    page = Page("a", published=None).say("a bomb killed nine people", by=SUDMARK)
    (incident,) = built(page.event("bomb", mode="explosives")).incidents
    assert incident.code.startswith("undated-")


def spot(name: str, lat: float | None = None, lon: float | None = None, prec: int = 1) -> Spot:
    return Spot(name, None, None, lat, lon, prec)


def test_sites_within_reach_are_one_site() -> None:
    assert spot("a", 10, 20).same(spot("b", 10.1, 20.1))
    assert not spot("a", 10, 20).same(spot("b", 11, 20))
    assert spot("a").same(spot("a"))
    assert not spot("a").same(spot("b"))
    assert not spot("a", 10, 20, prec=6).same(spot("b", 10, 20))


def test_marks_that_share_nothing_agree_on_nothing() -> None:
    assert agreement(Occurrence(), Occurrence()) == 0
    assert compatible(Occurrence(), Occurrence())


def test_rival_claims_of_one_act_are_compatible() -> None:
    a = Occurrence(actors={NORLAND}, recipients={SUDMARK})
    b = Occurrence(actors={"actor:red-front"}, recipients={SUDMARK})
    assert compatible(a, b)
    assert compatible(b, a)


@pytest.mark.parametrize(
    ("earliest", "latest", "days"),
    [
        ("2031-05-03", "2031-05-03", 1),
        ("2031-05-01", "2031-05-31", 31),
        ("2031-05-03T10:00", None, 1),
        (None, None, None),
        ("2031-05-03", "2031-05-01", None),
        ("unknown", None, None),
    ],
)
def test_windows(earliest: str | None, latest: str | None, days: int | None) -> None:
    moment = Moment(id="m", document="d", span=Span.of("a", 0, 1), earliest=earliest, latest=latest)
    window = window_of(moment)
    assert (window[1] - window[0] + 1 if window else None) == days


def many(number: int) -> list[Page]:
    """Pages on ``number`` incidents in the same month, two pages each."""
    pages = []
    for n in range(number):
        where = (f"Town{n}", 10 + n % 60, 20 + n // 60)
        for outlet in ("actor:courier", "actor:herald"):
            page = Page(f"{n}{outlet}", outlet=outlet, published=f"2031-05-{n % 28 + 1:02}")
            page.say(f"an air strike hit Town{n} and killed {n + 3} people", by=SUDMARK)
            page.event("air strike", mode="aerial", actor=NORLAND, place=where)
            pages.append(page.count(f"{n + 3} people", n + 3))
    return pages


def test_many_pages_fall_into_their_incidents_in_near_linear_time() -> None:
    def seconds(pages: list[Page]) -> float:
        ready = [page.reading() for page in pages]
        start = time.process_time()
        ledger = build_ledger(ready)
        assert len(ledger.incidents) == len(pages) // 2
        return time.process_time() - start

    small, large = seconds(many(60)), seconds(many(480))
    assert large < 30 * max(small, 0.01)
