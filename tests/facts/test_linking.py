"""How facts belong together, and the calendar under moments."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace as struct_replace

from counterclaim.facts.counts import read_counts
from counterclaim.facts.events import EventReading, read_events
from counterclaim.facts.intents import IntentReading
from counterclaim.facts.linking import (
    actor_of,
    confessor,
    covers,
    dates_deed,
    found_later,
    nearest,
    put,
    settled,
    shares,
    within,
)
from counterclaim.facts.timex.calendar import (
    bounds,
    granularity,
    precision,
    quarter_of,
    shift,
    week,
    weekend,
)
from counterclaim.facts.tokens import read_sentences
from counterclaim.records import Count, Event, Modality, Moment, Span, Statement

TEXT = "Jets struck the port on Monday and the depot on Tuesday, killing 12 and wounding 30."


def span(start: int, end: int) -> Span:
    return Span.of(TEXT, start, end)


def moment(start: int, end: int, **fields: object) -> Moment:
    return Moment(id=f"m{start}", document="d", span=span(start, end), **fields)  # type: ignore[arg-type]


def statement(**fields: object) -> Statement:
    made = {"id": "s1", "document": "d", "block": "b1", "content": [span(0, 40)], **fields}
    return Statement(**made)  # type: ignore[arg-type]


def event(number: int, word: str, **fields: object) -> Event:
    start = TEXT.index(word)
    made = {"id": f"e{number}", "document": "d", "span": span(start, start + len(word))}
    return Event(event="ASSAULT", **made, **fields)  # type: ignore[arg-type]


def test_nearest_prefers_the_same_statement() -> None:
    near = moment(12, 20)
    own = moment(24, 30, statement="s1")
    assert nearest([near, own], (0, 4), statement()) == own
    assert nearest([near, own], (0, 4), None) == near
    assert nearest([], (0, 4), None) is None


def test_within_a_sentence() -> None:
    (sentence,) = read_sentences(TEXT)
    inside = moment(24, 30)
    assert list(within([inside], [24], sentence)) == [inside]
    assert list(within([], [], sentence)) == []


def test_covers() -> None:
    assert covers((0, 5), (1, 5))
    assert not covers((0, 5), (1, 6))


@pytest.mark.parametrize(
    ("value", "earliest", "expected"),
    [
        ("2031-05-12", "2031-05-12", True),
        ("PRESENT_REF", None, True),
        ("PAST_REF", None, False),
        ("PAST_REF", "2031-05-12", True),
        (None, None, False),
    ],
)
def test_dated(value: str | None, earliest: str | None, expected: bool) -> None:
    day = moment(0, 4, value=value, earliest=earliest)
    assert dates_deed(day, (0, 4), None, TEXT, frozenset()) is expected
    assert not dates_deed(day, (0, 4), None, TEXT, frozenset({day.id}))


def test_when_something_is_known_dates_no_deed() -> None:
    text = "One was killed, and three are in hospital as of late Monday."
    start = text.index("Monday")
    day = Moment(
        id="m1",
        document="d",
        span=Span.of(text, start, start + 6),
        timex="DATE",
        value="2031-05-12",
        earliest="2031-05-12",
    )
    assert not dates_deed(day, (0, 4), None, text, frozenset())
    assert dates_deed(day, (0, 4), None, text.replace("as of", "since"), frozenset())


def test_a_wound_is_not_dated_by_where_it_is_found() -> None:
    assert found_later("gunshot wounds")
    assert not found_later("wounded")


def said(text: str, cue: str, content: str, **fields: object) -> tuple[Statement, str]:
    """A statement of ``text`` whose cue and content are these words of it."""
    spans = [Span.of(text, text.index(one), text.index(one) + len(one)) for one in (cue, content)]
    made = {"id": "s1", "document": "d", "block": "b1", "cue": spans[0], "content": [spans[1]]}
    return Statement(**{**made, **fields}), text  # type: ignore[arg-type]


def put_at(made: tuple[Statement, str], word: str, modality: Modality = "happened") -> Modality:
    return put(modality, made[0], made[1].index(word))


def test_what_a_cue_denies_did_not_happen() -> None:
    text = "The staff denied that its guns shelled the men who had burned the mill."
    denial = said(
        text, "denied", "that its guns shelled the men who had burned the mill", force="denies"
    )
    assert put_at(denial, "shelled") == "denied"
    assert put_at(denial, "shelled", "hypothetical") == "denied"
    assert put_at(denial, "burned") == "happened"
    assert put_at(denial, "shelled", "future") == "future"


def test_a_denial_by_what_is_said_instead_denies_nothing_of_it() -> None:
    text = "Its guns fired at sea, the staff said."
    assert (
        put_at(said(text, "said", "Its guns fired at sea", force="denies"), "fired") == "happened"
    )


@pytest.mark.parametrize(
    ("text", "cue", "content", "word"),
    [
        ("He asked for the release of two men.", "asked for", "the release of two men", "release"),
        ("He demanded an end to the shelling.", "demanded", "an end to the shelling", "shelling"),
        ("He demanded that the raid be judged.", "demanded", "that the raid be judged", "raid"),
        ("He asked for the raid to be judged.", "asked for", "the raid to be judged", "raid"),
    ],
)
def test_what_heads_a_demand_is_to_come(text: str, cue: str, content: str, word: str) -> None:
    found = put_at(said(text, cue, content, force="demands"), word)
    assert found == ("future" if word == "release" else "happened")


@pytest.mark.parametrize(
    ("text", "cue", "content", "word", "expected"),
    [
        ("The prefect imposed a curfew.", "imposed", "a curfew", "curfew", "happened"),
        ("The general ordered air strikes.", "ordered", "air strikes", "strikes", "happened"),
        ("He ordered the arrest of two.", "ordered", "the arrest of two", "arrest", "future"),
        ("He ordered troops to attack.", "ordered", "to attack", "attack", "future"),
    ],
)
def test_an_order_that_is_the_deed_itself(
    text: str, cue: str, content: str, word: str, expected: Modality
) -> None:
    assert put_at(said(text, cue, content, force="demands"), word) == expected


def test_words_that_leave_it_open() -> None:
    text = "She would not rule out a raid by others."
    open_ = said(text, "would not rule out", "a raid by others", certainty="possible")
    hedge = Span.of(text, text.index("not"), text.index("not") + 12)
    hedged = (struct_replace(open_[0], hedges=[hedge]), text)
    assert put_at(open_, "raid") == "happened"
    assert put_at(hedged, "raid") == "hypothetical"


@pytest.mark.parametrize(
    ("text", "cue", "content", "expected"),
    [
        ("Guns reportedly shelled the weir.", "reportedly", "shelled the weir", "alleged"),
        ("Guns are said to have shelled it.", "are said", "to have shelled it", "alleged"),
        ("Guns shelled the weir, it said.", "said", "Guns shelled the weir", "happened"),
        ("It was announced that guns shelled it.", "was announced", "guns shelled it", "happened"),
    ],
)
def test_what_nobody_named_says_is_alleged(
    text: str, cue: str, content: str, expected: Modality
) -> None:
    made = said(text, cue, content)
    assert put_at(made, "shelled") == expected
    named = struct_replace(made[0], source=[Span.of(text, 0, 4)])
    assert put_at((named, text), "shelled") == "happened"


def test_facts_outside_of_statements_stay_as_they_are() -> None:
    assert put("happened", None, 0) == "happened"
    assert put("happened", statement(force="denies"), 0) == "happened"


def test_confessor() -> None:
    accident = IntentReading((0, 4), "accident", "happened")
    purpose = IntentReading((0, 4), "deliberate", "happened")
    admits = statement(force="admits", origin="actor:staff")
    assert confessor(accident, admits) == "actor:staff"
    assert confessor(purpose, admits) is None
    assert confessor(accident, statement(origin="actor:staff")) is None
    assert confessor(accident, None) is None


def test_actor_of_the_nearest_attack() -> None:
    first, second = event(1, "struck", actor="actor:a"), event(2, "killing", actor="actor:b")
    assert actor_of([first, second], (0, 4)) == "actor:a"
    assert actor_of([first, second], (60, 64)) == "actor:b"
    assert actor_of([event(3, "killing")], (0, 4)) is None


def count_of(number: int, word: str) -> Count:
    (sentence,) = read_sentences(TEXT)
    reading = read_counts(sentence)[number]
    start, end = reading.harm_span
    return Count(
        id=f"n{number}",
        document="d",
        span=span(*reading.span),
        number=span(*reading.phrase.quantity.number),
        low=1,
        best=1,
        high=1,
        harm=reading.harm,
        harm_span=span(start, end),
    )


def test_counts_go_to_one_violent_event_each() -> None:
    (sentence,) = read_sentences(TEXT)
    readings = read_events(sentence)
    counts = [count_of(0, "killing"), count_of(1, "wounding")]
    parts = shares(readings, counts)
    assert sum(len(part) for part in parts) == 2
    assert shares([], counts) == []
    verbal = [EventReading((0, 4), "ACCUSE", None, (), "happened", None, None)]
    assert shares(verbal, counts) == [[]]


def test_arrests_and_deaths_are_not_mixed_up() -> None:
    text = "Police arrested 17 men after a blast killed four guards."
    (sentence,) = read_sentences(text)
    readings = read_events(sentence)
    arrest = next(index for index, item in enumerate(readings) if item.event == "COERCE")
    counts = [
        Count(
            id=f"n{number}",
            document="d",
            span=Span.of(text, *reading.span),
            number=Span.of(text, *reading.phrase.quantity.number),
            low=1,
            best=1,
            high=1,
            harm=reading.harm,
            harm_span=Span.of(text, *reading.harm_span),
        )
        for number, reading in enumerate(read_counts(sentence))
    ]
    parts = shares(readings, counts)
    assert [count.harm for count in parts[arrest]] == ["detained"]


def test_settled_leaves_laid_bombs_alone() -> None:
    air = [event(number, "struck", mode="aerial") for number in (1, 2)]
    bombing = msg(event(3, "killing", mode="explosives"), "bombing")
    blast = event(4, "killing", mode="explosives")
    assert [item.mode for item in settled([*air, bombing], [])] == ["aerial"] * 3
    assert settled([*air, bombing, blast], [])[2].mode == "explosives"
    assert settled([air[0], bombing], [])[1].mode == "explosives"
    assert settled([], []) == ()


def msg(made: Event, word: str) -> Event:
    """The event with ``word`` for its trigger."""
    return Event(
        id=made.id,
        document="d",
        span=Span(0, len(word), word),
        event=made.event,
        mode=made.mode,
    )


@pytest.mark.parametrize(
    ("unit", "number", "expected"),
    [
        ("day", -1, "2031-05-13"),
        ("week", -1, "2031-W19"),
        ("fortnight", 1, "2031-W22"),
        ("weekend", 0, "2031-W20-WE"),
        ("month", -5, "2030-12"),
        ("month", 8, "2032-01"),
        ("quarter", -1, "2031-Q1"),
        ("year", -2, "2029"),
        ("decade", -1, "202"),
        ("century", 0, "20"),
        ("year", -9999, None),
        ("day", 10_000_000, None),
    ],
)
def test_shift(unit: str, number: int, expected: str | None) -> None:
    assert shift(date(2031, 5, 14), unit, number) == expected


def test_names_of_periods() -> None:
    day = date(2031, 5, 14)
    assert (week(day), weekend(day), quarter_of(day)) == ("2031-W20", "2031-W20-WE", "2031-Q2")
    assert week(date(2027, 1, 1)) == "2026-W53"


@pytest.mark.parametrize(
    ("value", "unit"),
    [
        ("2031-05-14", "day"),
        ("2031-05-14TMO", "day"),
        ("2031-05", "month"),
        ("2031", "year"),
        ("2031-W20", "week"),
        ("2031-Q2", "quarter"),
        ("2031-H1", "half"),
        ("2031-SU", "season"),
        ("203", "decade"),
        ("20", "century"),
    ],
)
def test_granularity(value: str, unit: str) -> None:
    assert granularity(value) == unit


@given(st.dates(min_value=date(1900, 1, 1), max_value=date(2199, 1, 1)))
def test_periods_hold_their_day(day: date) -> None:
    for value in (day.isoformat(), week(day), quarter_of(day), f"{day:%Y-%m}", f"{day.year}"):
        earliest, latest = bounds(value)
        assert earliest is not None
        assert latest is not None
        assert earliest <= day.isoformat() <= latest
        assert precision(value) in (1, 3, 4, 5)


def test_a_strike_among_strikers_is_no_attack() -> None:
    walkout = struct_replace(event(1, "port"), event="PROTEST", mode="strike")
    bare = struct_replace(event(2, "depot"), span=Span.of("the strike", 4, 10))
    assert [e.event for e in settled([walkout, bare], [])] == ["PROTEST", "PROTEST"]
    assert settled([walkout, bare, event(3, "Jets", mode="aerial")], [])[1] == bare
    assert settled([bare], []) == (bare,)
    hit = struct_replace(bare, recipient_span=span(12, 20))
    assert settled([walkout, hit], [])[1] == hit


def test_now_dates_only_what_it_stands_beside() -> None:
    text = "Two men wanted for the raid on the old mill are now in custody."
    at = text.index("now")
    now = Moment(
        id="m1",
        document="d",
        span=Span.of(text, at, at + 3),
        timex="DATE",
        value="PRESENT_REF",
        earliest="2031-05-12",
    )
    raid = text.index("raid")
    assert not dates_deed(now, (raid, raid + 4), None, text, frozenset())
    assert dates_deed(now, (at + 4, at + 10), None, text, frozenset())
