import msgspec
import pytest
from tests.ledger.builder import Page
from tests.ledger.stories import NORLAND, ORSVIK, SUDMARK, rolling_page

from counterclaim.ledger import build_ledger
from counterclaim.records import Actor, Ledger, Origin

ARMY = "actor:sudmark-army"
WIRE = "at least 62 soldiers were killed when jets bombed a barracks near Orsvik on Saturday"


def built(*pages: Page) -> Ledger:
    return build_ledger([page.reading() for page in pages])


def origin(ledger: Ledger, field: str, value: str) -> Origin:
    (found,) = [o for o in ledger.origins if (o.field, o.value) == (field, value)]
    return found


def told(page: Page, text: str = WIRE, **fields: object) -> Page:
    """One report of the barracks with its event and its count."""
    page.say(text, **fields)  # type: ignore[arg-type]
    page.event("bombed", mode="aerial", actor=NORLAND, recipient=SUDMARK, place=ORSVIK)
    return page.count("62 soldiers", 62, group="soldiers")


def test_one_word_on_three_pages_is_one_origin() -> None:
    pages = [told(Page(key), by=ARMY) for key in ("a", "b", "c")]
    killed = origin(built(*pages), "killed", "62 soldiers")
    assert killed.origins == [SUDMARK]
    assert (killed.independent, killed.pages) == (1, 3)
    assert len(killed.statements) == 3
    assert len(killed.echoes) == 2


def test_two_organs_of_one_state_are_one_voice() -> None:
    page = told(told(Page("a"), by=ARMY), by=SUDMARK)
    assert origin(built(page), "killed", "62 soldiers").independent == 1


def test_state_media_are_their_states_voice() -> None:
    page = told(told(Page("a"), by=ARMY), by="actor:sna")
    assert origin(built(page), "killed", "62 soldiers").origins == [SUDMARK]


def test_two_sides_are_two() -> None:
    page = told(told(Page("a"), by=ARMY), by="actor:observers")
    assert origin(built(page), "killed", "62 soldiers").independent == 2


def test_whoever_passes_it_on_it_is_the_word_of_the_last_in_the_chain() -> None:
    page = told(told(Page("a"), by=ARMY), by="actor:observers", origin=ARMY)
    killed = origin(built(page), "killed", "62 soldiers")
    assert killed.origins == [SUDMARK]
    assert len(killed.echoes) == 1


def test_wire_copies_without_a_source_fold_into_the_oldest() -> None:
    one = told(Page("a", outlet="actor:courier", published="2031-05-04"))
    two = told(Page("b", outlet="actor:herald", published="2031-05-05"), WIRE + ", officials fear")
    killed = origin(built(one, two), "killed", "62 soldiers")
    assert killed.origins == ["actor:courier"]
    assert (killed.independent, killed.pages) == (1, 2)
    assert killed.echoes == ["d-b.s0"]


def test_own_reports_in_own_words_are_two() -> None:
    one = told(Page("a", outlet="actor:courier"))
    two = told(
        Page("b", outlet="actor:herald"),
        "our reporter counted 62 soldiers in the morgue after the barracks were bombed by planes",
    )
    assert origin(built(one, two), "killed", "62 soldiers").independent == 2


REWRITTEN = (
    "at least 62 soldiers were killed when jets bombed a barracks, in what readers of this paper "
    "will know as another cowardly crime of the usual culprits"
)


def test_a_copy_may_be_reworded_if_its_figure_is_not() -> None:
    one = told(Page("a", outlet="actor:courier", published="2031-05-04"))
    two = told(Page("b", outlet="actor:herald", published="2031-05-05"), REWRITTEN)
    assert origin(built(one, two), "killed", "62 soldiers").echoes == ["d-b.s0"]
    other = Page("b", outlet="actor:herald", published="2031-05-05")
    other.say(REWRITTEN.replace("62", "31"))
    other.event("bombed", mode="aerial", actor=NORLAND, recipient=SUDMARK, place=ORSVIK)
    other.count("31 soldiers", 31, group="soldiers")
    ledger = built(told(Page("a", outlet="actor:courier", published="2031-05-04")), other)
    assert origin(ledger, "killed", "31 soldiers").echoes == []


@pytest.mark.parametrize(
    ("one", "two", "voices"),
    [
        ("A monitor", "A monitoring group", 1),
        ("Human rights monitors and activists", "A human rights monitor", 1),
        ("A local resident", "A local doctor", 2),
        ("Some witnesses", "Some residents", 2),
    ],
)
def test_copied_words_of_a_like_source_are_one_voice(one: str, two: str, voices: int) -> None:
    first = told(Page("a", outlet="actor:courier", published="2031-05-04"), name=one)
    second = told(Page("b", outlet="actor:herald", published="2031-05-05"), name=two)
    assert origin(built(first, second), "killed", "62 soldiers").independent == voices


def test_the_outlet_is_an_echo_of_whom_it_cites() -> None:
    page = told(Page("a"), "jets bombed a barracks, 62 soldiers dead")
    told(page, by=ARMY)
    killed = origin(built(page), "killed", "62 soldiers")
    assert killed.origins == [SUDMARK]
    assert killed.echoes == ["d-a.s0"]


def test_unnamed_sources_of_two_pages_are_two() -> None:
    one = told(Page("a"), "a blast: 62 soldiers died as planes bombed it", name="Residents")
    two = told(
        Page("b", outlet="actor:herald"),
        "planes bombed us and 62 soldiers are dead",
        name="Residents",
    )
    assert origin(built(one, two), "killed", "62 soldiers").independent == 2


def test_people_of_a_kind_are_one_voice_in_one_paper_and_others_in_another() -> None:
    people = Actor(id="actor:residents", name="residents", kind="group")
    pages = [("a", "courier"), ("b", "courier"), ("c", "herald")]
    readings = []
    for number, (key, outlet) in enumerate(pages):
        page = Page(key, outlet=f"actor:{outlet}")
        told(page, f"version {number}: bombed, 62 soldiers", by="actor:residents", name="Residents")
        reading = page.reading()
        readings.append(msgspec.structs.replace(reading, actors=[*reading.actors, people]))
    killed = origin(build_ledger(readings), "killed", "62 soldiers")
    assert killed.independent == 2
    assert killed.echoes == ["d-b.s0"]


def test_short_likeness_proves_nothing() -> None:
    one = told(Page("a", outlet="actor:courier"), "62 soldiers died, bombed")
    two = told(Page("b", outlet="actor:herald"), "62 soldiers died, bombed")
    assert origin(built(one, two), "killed", "62 soldiers").independent == 2


def test_fields_and_values_are_named_for_people() -> None:
    found = {(o.field, o.value) for o in built(rolling_page()).origins}
    assert found == {
        ("event", "aerial"),
        ("event", "assault"),
        ("actor", "Norland"),
        ("place", "Orsvik"),
        ("time", "2031-05-03"),
        ("killed", "62 soldiers"),
        ("killed", "61 or more soldiers"),
        ("intent", "accident"),
        ("intent", "complicity: Red Front"),
    }


def test_what_is_denied_is_told_apart() -> None:
    page = rolling_page().say("no such raid took place", by=NORLAND, force="denies")
    page.event("raid", modality="denied", actor=NORLAND)
    found = {(o.field, o.value) for o in built(page).origins}
    assert ("actor", "not Norland") in found


@pytest.mark.parametrize(("watcher", "voices"), [("The Karvel Observatory", 1), ("Red Front", 2)])
def test_a_monitor_is_the_one_that_its_page_names(watcher: str, voices: int) -> None:
    body = Actor(id="actor:watch", name=watcher, kind="organisation")
    one = told(Page("a", outlet="actor:courier"), "planes bombed us, 62 soldiers", name="a monitor")
    one.say("the barracks was bombed", by="actor:watch", name=watcher)
    one.event("bombed", mode="aerial", actor=NORLAND, recipient=SUDMARK, place=ORSVIK)
    two = told(Page("b", outlet="actor:herald"), "bombed: 62 soldiers", by="actor:watch")
    readings = [
        msgspec.structs.replace(page, actors=[*page.actors, body])
        for page in (one.reading(), two.reading())
    ]
    assert origin(build_ledger(readings), "killed", "62 soldiers").independent == voices
