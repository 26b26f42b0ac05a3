"""What people decide is in effect in everything that comes out of a store, and says so."""

from collections.abc import Callable
from datetime import datetime

import msgspec
import pytest
from tests.ledger.builder import Page
from tests.ledger.stories import background, rolling_page, second_page

from counterclaim.dossier import build_dossier, render_html
from counterclaim.errors import OptionError
from counterclaim.exports.decision_rows import DECISION_COLUMNS, decision_rows
from counterclaim.exports.options import Options, deleted_codes, deleted_when
from counterclaim.exports.registry import FORMATS
from counterclaim.exports.tables import csv_rows
from counterclaim.ledger import build_ledger
from counterclaim.records import Decision, Ledger, Reading, Span, Statement
from counterclaim.store import Entry, Store, verify
from counterclaim.store.decided import decided_ledger
from counterclaim.store.deciding import Asked, prepare
from counterclaim.store.incident_index import find_code, stored_incidents
from counterclaim.store.incidents import find_incident, narrow

Decide = Callable[..., Decision]


def entry_of(page: Page) -> Entry:
    return Entry((page.key + page.text).encode(), page.reading())


@pytest.fixture
def filled(store: Store) -> Store:
    store.add([entry_of(rolling_page()), entry_of(background(second_page()))], who="engine")
    return store


@pytest.fixture
def decide(filled: Store) -> Decide:
    def made(kind: str, subject: str, **given: object) -> Decision:
        asked = Asked(kind=kind, subject=subject, **given)  # type: ignore[arg-type]
        known, detail = prepare(filled, asked)
        filled.decide(kind, known, who="Ana Torvik", reason="the coder looked", detail=detail)
        return filled.decisions()[-1]

    return made


def statement(ledger: Ledger, words: str) -> Statement:
    [found] = [
        one for r in ledger.readings for one in r.statements if words in one.content[0].exact
    ]
    return found


def figures(ledger: Ledger) -> dict[str, tuple[int, int | None]]:
    return {n.id: (n.low, n.high) for r in ledger.readings for n in r.counts}


def sixty_two(ledger: Ledger) -> str:
    return next(key for key, figure in figures(ledger).items() if figure == (62, 62))


def test_without_decisions_nothing_is_changed(filled: Store) -> None:
    readings = [filled.reading(held) for held in filled.newest()]
    assert filled.ledger() == build_ledger(readings)


def test_a_corrected_figure_stands_with_what_was_read_beside_it(
    filled: Store, decide: Decide
) -> None:
    key = sixty_two(filled.ledger())
    decide("correct", key, value="60-64")
    ledger = filled.ledger()
    assert figures(ledger)[key] == (60, 64)
    [decision] = ledger.decisions
    assert (decision.status, decision.was, decision.value) == ("applied", "62", "60-64")
    assert (decision.who, decision.reason) == ("Ana Torvik", "the coder looked")
    assert figures(build_ledger([filled.reading(h) for h in filled.newest()]))[key] == (62, 62)
    assert list(verify(filled)) == []


@pytest.mark.parametrize(
    ("value", "figure"), [("62", (62, 62)), ("40-60", (40, 60)), ("40 -", (40, None))]
)
def test_a_figure_is_written_as_people_write_it(
    filled: Store, decide: Decide, value: str, figure: tuple[int, int | None]
) -> None:
    key = sixty_two(filled.ledger())
    decide("correct", key, value=value)
    assert figures(filled.ledger())[key] == figure


def test_a_corrected_value_reaches_accounts_and_exports(filled: Store, decide: Decide) -> None:
    key = sixty_two(filled.ledger())
    decide("correct", key, value="71")
    rows = csv_rows(FORMATS["airwars"].write(filled.ledger(), Options())["harm.csv"])
    assert [row["low"] for row in rows if row["words"] == "62 soldiers"] == ["71"]
    notes = csv_rows(FORMATS["acled"].write(filled.ledger(), Options())["acled.csv"])[0]["notes"]
    assert "read as 62, corrected by Ana Torvik" in notes
    assert any("71" in one.value for one in filled.ledger().origins)


def test_a_corrected_span_is_words_of_the_text(filled: Store, decide: Decide) -> None:
    one = statement(filled.ledger(), "air strike by Norland jets")
    start = one.content[0].start
    decide("correct", one.id, field="content", ranges=[(start, start + 13)])
    ledger = filled.ledger()
    [now] = [s for r in ledger.readings for s in r.statements if s.id == one.id]
    text = next(r.document.text for r in ledger.readings if r.document.id == one.document)
    assert now.content == [Span.of(text, start, start + 13)]
    assert ledger.decisions[0].was == one.content


def test_a_corrected_origin_is_whose_word_it_is(filled: Store, decide: Decide) -> None:
    one = statement(filled.ledger(), "its jets killed")
    decide("correct", one.id, field="origin", value="actor:observers")
    [now] = [s for r in filled.ledger().readings for s in r.statements if s.id == one.id]
    assert now.origin == now.chain[-1].actor == "actor:observers"


def test_a_rejected_statement_is_left_out_with_all_that_was_read_in_it(
    filled: Store, decide: Decide
) -> None:
    one = statement(filled.ledger(), "air strike by Norland jets")
    decide("reject", one.id)
    ledger = filled.ledger()
    facts = [f for r in ledger.readings for f in (*r.counts, *r.events, *r.places, *r.moments)]
    assert all(fact.statement != one.id for fact in facts)
    assert all(one.id not in incident.statements for incident in ledger.incidents)
    assert ledger.decisions[0].was == one.content
    text = FORMATS["geojson"].write(ledger, Options())[""].decode()
    assert "62 soldiers" not in text


def test_what_stays_points_at_nothing_that_is_gone(filled: Store, decide: Decide) -> None:
    for key in list(figures(filled.ledger())):
        decide("reject", key)
    places = [p.id for r in filled.ledger().readings for p in r.places]
    for key in places:
        decide("reject", key)
    ledger = filled.ledger()
    assert figures(ledger) == {}
    for event in (e for r in ledger.readings for e in r.events):
        assert event.counts == []
        assert event.place is None


def test_fatalities_come_from_a_picked_figure_only(filled: Store, decide: Decide) -> None:
    def cells(name: str, column: str) -> list[str]:
        files = FORMATS[name].write(filled.ledger(), Options())
        data = files.get("acled.csv") or files[""]
        return [row[column] for row in csv_rows(data)]

    assert set(cells("acled", "fatalities")) == {""}
    key = sixty_two(filled.ledger())
    decide("pick", key)
    assert cells("acled", "fatalities").count("62") == 1
    assert cells("ged", "best").count("62") == 1
    [picks] = [one.picks for one in filled.ledger().incidents if one.picks]
    assert (picks[0].count, picks[0].harm, picks[0].who) == (key, "killed", "Ana Torvik")


def test_the_last_pick_stands_and_can_be_a_number_of_ones_own(
    filled: Store, decide: Decide
) -> None:
    code = filled.ledger().incidents[0].code
    decide("pick", sixty_two(filled.ledger()))
    decide("pick", code, value="61")
    decide("pick", code, value="7", field="injured")
    [incident] = [one for one in filled.ledger().incidents if one.code == code]
    assert {(one.harm, one.value) for one in incident.picks} == {("killed", 61), ("injured", 7)}
    assert [one.status for one in filled.ledger().decisions] == ["replaced", "applied", "applied"]


def test_an_open_figure_needs_a_number(filled: Store, decide: Decide) -> None:
    [open_ended] = [key for key, (_, high) in figures(filled.ledger()).items() if high is None]
    with pytest.raises(OptionError, match="CC211"):
        decide("pick", open_ended)
    assert decide("pick", open_ended, value="65").value == "65"


def test_merged_incidents_are_one_under_the_first_code(filled: Store, decide: Decide) -> None:
    first, second = (one.code for one in filled.ledger().incidents[:2])
    before = {key for one in filled.ledger().incidents for key in one.statements}
    decide("merge", first, other=second)
    ledger = filled.ledger()
    merged = find_incident(ledger, second)
    assert (merged.code, merged.previous_codes) == (first, [second])
    assert set(merged.statements) == before
    assert deleted_codes(ledger) == (second,)
    when = deleted_when(ledger, {second: "1999-01-01T00:00:00+00:00"})
    assert when[second] == ledger.decisions[-1].at
    options = Options(deleted=deleted_codes(ledger), deleted_when=when)
    rows = csv_rows(FORMATS["acled"].write(ledger, options)["deletions.csv"])
    assert rows[0]["event_id_cnty"] == second
    assert int(rows[0]["deleted_timestamp"]) == int(
        datetime.fromisoformat(when[second]).timestamp()
    )


def test_what_is_split_off_is_an_incident_of_its_own(filled: Store, decide: Decide) -> None:
    incident = filled.ledger().incidents[0]
    document = next(d for d in incident.documents if d == "d-two")
    decide("split", incident.code, apart=[document])
    ledger = filled.ledger()
    rest = find_incident(ledger, incident.code)
    [new] = [one for one in ledger.incidents if one.previous_codes == [incident.code]]
    assert document not in rest.documents
    assert set(rest.statements) | set(new.statements) == set(incident.statements)
    assert not set(rest.statements) & set(new.statements)
    assert new.code != incident.code


def test_a_withdrawn_decision_leaves_all_as_it_was(filled: Store, decide: Decide) -> None:
    before = filled.ledger()
    first, second = (one.code for one in before.incidents[:2])
    key = decide("merge", first, other=second).id
    decide("withdraw", key)
    after = filled.ledger()
    assert [one.status for one in after.decisions] == ["withdrawn", "recorded"]
    assert msgspec.structs.replace(after, decisions=[]) == before


def test_a_rejected_incident_is_left_out(filled: Store, decide: Decide) -> None:
    gone, stays = filled.ledger().incidents[:2]
    decide("reject", gone.code)
    ledger = filled.ledger()
    assert [one.code for one in ledger.incidents] == [stays.code]
    assert all(one.incident != gone.id for one in (*ledger.accounts, *ledger.origins))
    assert deleted_codes(ledger) == (gone.code,)


def test_a_link_has_the_status_that_was_decided_last(filled: Store, decide: Decide) -> None:
    key = filled.ledger().relations[0].id
    decide("confirm", key)
    decide("reject", key)
    [link] = [one for one in filled.ledger().relations if one.id == key]
    assert link.status == "rejected"


def test_another_engine_numbers_anew_and_the_decision_finds_its_record(filled: Store) -> None:
    readings = [filled.reading(held) for held in filled.newest()]
    key = sixty_two(filled.ledger())
    _, detail = prepare(filled, Asked("correct", key, value="71"))
    filled.decide("correct", key, who="Ana", reason="x", detail=detail)
    kept = filled._kept()
    ledger = decided_ledger([renumbered(one) for one in readings], kept)
    [(moved, figure)] = [(k, f) for k, f in figures(ledger).items() if f == (71, 71)]
    assert moved != key
    assert ledger.decisions[0].subject == moved
    assert figure == (71, 71)


def renumbered(reading: Reading) -> Reading:
    """As another engine reads it, which finds one more figure before all others."""
    counts = [msgspec.structs.replace(one, id=one.id + "9") for one in reading.counts]
    document = msgspec.structs.replace(reading.document, engine="2.0")
    return msgspec.structs.replace(reading, document=document, counts=counts)


def test_a_decision_on_what_is_not_there_changes_nothing_and_says_so(filled: Store) -> None:
    filled.decide("correct", "d-zzz.n1", who="Ana", reason="x", detail={"value": "3"})
    filled.decide("correct", "d-one.n99", who="Ana", reason="x", detail={"value": "3"})
    filled.decide("reject", "r-zzz", who="Ana", reason="x", detail={"odd": ["form"]})
    filled.decide("merge", "2031-ZZZ", who="Ana", reason="x", detail=None)
    ledger = filled.ledger()
    assert {one.status for one in ledger.decisions} == {"elsewhere"}
    readings = [filled.reading(held) for held in filled.newest()]
    assert msgspec.structs.replace(ledger, decisions=[]) == build_ledger(readings)


@pytest.mark.parametrize(
    ("kind", "subject", "given", "code"),
    [
        ("correct", "d-one.s1", {"field": "id", "value": "x"}, "CC211"),
        ("correct", "d-one.s1", {"field": "force", "value": "shouts"}, "CC211"),
        ("correct", "d-one.s1", {"field": "content", "ranges": [(5, 5)]}, "CC211"),
        ("correct", "d-one.s1", {"field": "content", "ranges": [(0, 10**9)]}, "CC211"),
        ("correct", "d-one.s1", {"field": "content", "value": "words"}, "CC211"),
        ("correct", "d-one.s99", {"field": "force", "value": "denies"}, "CC208"),
        ("pick", "d-one.s1", {}, "CC211"),
        ("merge", "d-one.s1", {}, "CC211"),
        ("reject", "d-one", {}, "CC211"),
        ("reject", "nothing", {}, "CC208"),
        ("reject", "r-nothing", {}, "CC208"),
        ("withdraw", "decision-9", {}, "CC208"),
    ],
)
def test_what_makes_no_sense_is_refused_before_it_is_kept(
    filled: Store, decide: Decide, kind: str, subject: str, given: dict[str, object], code: str
) -> None:
    with pytest.raises(OptionError, match=code):
        decide(kind, subject, **given)
    assert filled.decisions() == []


def test_incidents_that_cannot_be_merged_or_split(filled: Store, decide: Decide) -> None:
    incident = filled.ledger().incidents[0]
    for given in ({"other": incident.code}, {"other": "2031-ZZZ"}):
        with pytest.raises(OptionError):
            decide("merge", incident.code, **given)
    for apart in ([], ["d-zzz"], incident.documents):
        with pytest.raises(OptionError, match="CC211"):
            decide("split", incident.code, apart=apart)


def test_the_dossier_shows_who_decided_what_and_why(filled: Store, decide: Decide) -> None:
    key = sixty_two(filled.ledger())
    decide("correct", key, value="71")
    decide("pick", key)
    ledger = filled.ledger()
    incident = next(one for one in ledger.incidents if one.picks)
    dossier = build_dossier(narrow(ledger, incident))
    assert [(one.kind, one.was, one.value) for one in dossier.decisions] == [
        ("corrected", "62", "71"),
        ("picked", "", "71"),
    ]
    html = render_html(dossier)
    for words in ("Ana Torvik", "the coder looked", "<del><bdi>62</bdi></del>", "71 picked by"):
        assert words in html
    assert "Decisions" not in render_html(build_dossier(build_ledger(ledger.readings)))


def test_rows_of_decisions_join_on_the_incident(filled: Store, decide: Decide) -> None:
    decide("correct", sixty_two(filled.ledger()), value="71")
    ledger = filled.ledger()
    [row] = list(decision_rows(ledger))
    told = dict(zip(DECISION_COLUMNS, row, strict=True))
    assert told["code"] == find_incident(ledger, str(told["code"])).code
    assert (told["was"], told["value"], told["who"]) == ("62", "71", "Ana Torvik")


def test_what_is_laid_out_follows_decisions(filled: Store, decide: Decide) -> None:
    first, second = (one.code for one in filled.ledger().incidents[:2])
    assert [one.code for one in stored_incidents(filled)] == [first, second]
    decide("merge", first, other=second)
    assert [one.code for one in stored_incidents(filled)] == [first]
    assert find_code(filled, second) == first
