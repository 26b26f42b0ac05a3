"""Moments as records: anchors, bounds, and when statements were made."""

from __future__ import annotations

import pytest
from tests.facts.conftest import FakeCast, PageMaker, statement_of

from counterclaim.facts import attach_said_at, extract_facts, find_moments
from counterclaim.facts.gazetteer import Gazetteer
from counterclaim.records import Span


def test_relative_to_publication(make_page: PageMaker) -> None:
    page = make_page("Jets struck the port on Saturday, hours after last week's truce.")
    saturday, week = find_moments(page, [])
    assert (saturday.value, saturday.earliest, saturday.latest) == (
        "2031-05-10",
        "2031-05-10",
        "2031-05-10",
    )
    assert saturday.date_prec == 1
    assert saturday.anchor == "publication"
    assert (week.value, week.date_prec) == ("2031-W19", 3)
    assert saturday.span.exact == "Saturday"
    assert saturday.id == "d-1.m1"


def test_update_has_its_own_day(make_page: PageMaker) -> None:
    page = make_page(
        ("update", "It was said on Saturday."),
        "It was said yesterday.",
        times={0: "2031-05-20T09:00"},
    )
    update, body = find_moments(page, [])
    assert (update.value, update.anchor) == ("2031-05-17", "update")
    assert (body.value, body.anchor) == ("2031-05-13", "publication")


def test_without_a_day_relative_moments_stay_relative(make_page: PageMaker) -> None:
    page = make_page("Jets struck on Saturday, and again yesterday.", published=None)
    saturday, yesterday = find_moments(page, [])
    assert (saturday.value, saturday.earliest, saturday.anchor) == ("XXXX-WXX-6", None, "none")
    assert (yesterday.value, yesterday.latest, yesterday.date_prec) == (None, None, None)


def test_moments_ago_is_the_day_of_publication(make_page: PageMaker) -> None:
    (moment,) = find_moments(make_page("Moments ago the staff confirmed it."), [])
    assert moment.value == "PAST_REF"
    assert (moment.earliest, moment.latest, moment.date_prec) == ("2031-05-14", "2031-05-14", 1)


def test_moment_named_before_is_the_anchor(make_page: PageMaker) -> None:
    first, second = find_moments(make_page("It fell on May 2. The next day it rained."), [])
    assert second.anchor == f"moment:{first.id}"
    assert second.value == "2031-05-03"


def test_durations_have_no_bounds(make_page: PageMaker) -> None:
    (moment,) = find_moments(make_page("The five-day-old truce is over."), [])
    assert (moment.timex, moment.value) == ("DURATION", "P5D")
    assert (moment.earliest, moment.latest, moment.date_prec) == (None, None, None)


def test_comments_and_navigation_are_not_read(make_page: PageMaker) -> None:
    page = make_page("It rained.", ("comment", "I saw it yesterday."), ("other", "Today"))
    assert find_moments(page, []) == []


def test_moment_belongs_to_the_statement_that_holds_it(make_page: PageMaker) -> None:
    page = make_page("The staff said jets struck the port on Monday.")
    statement = statement_of(page, "jets struck the port on Monday", cue="said")
    (moment,) = find_moments(page, [statement])
    assert moment.statement == statement.id
    (dated,) = attach_said_at([statement], [moment], page)
    assert dated.said_at is None


def test_moment_of_speech(make_page: PageMaker) -> None:
    page = make_page("The staff said on Saturday that jets struck the port. It rained on Monday.")
    statement = statement_of(page, "jets struck the port", cue="said")
    moments = find_moments(page, [statement])
    (dated,) = attach_said_at([statement], moments, page)
    assert dated.said_at == moments[0].id
    assert moments[0].span.exact == "Saturday"


def test_moment_before_the_speaker(make_page: PageMaker) -> None:
    page = make_page("In a bulletin Saturday, the Ordan navy says the raid caused damage.")
    statement = statement_of(page, "the raid caused damage", cue="says")
    moments = find_moments(page, [statement])
    (dated,) = attach_said_at([statement], moments, page)
    assert dated.said_at == moments[0].id


def test_possessive_and_present_are_no_moment_of_speech(make_page: PageMaker) -> None:
    page = make_page(
        "After yesterday's raid the staff said it was over.", "Now it says it is fine."
    )
    first = statement_of(page, "it was over", cue="said")
    second = statement_of(page, "it is fine", cue="says", number=2)
    moments = find_moments(page, [first, second])
    assert [item.said_at for item in attach_said_at([first, second], moments, page)] == [None, None]


def test_another_sentence_does_not_count(make_page: PageMaker) -> None:
    page = make_page("It rained on Saturday. The staff said it was over.")
    statement = statement_of(page, "it was over", cue="said")
    moments = find_moments(page, [statement])
    assert attach_said_at([statement], moments, page)[0].said_at is None


def test_impossible_publication_date_is_none(make_page: PageMaker) -> None:
    page = make_page("It rained on Saturday.", published="soon")
    assert find_moments(page, [])[0].anchor == "none"


STORY = (
    "Velmar jets struck a depot overnight into Saturday, the Ordan army said on Monday.",
    "Earlier on Saturday gunmen shelled a school, the mayor told reporters on Tuesday.",
    "Last weekend's raid broke the five-day-old truce, the clerk said on Sunday night.",
    "It was hit last summer, in fiscal 2030 and in the first week of May.",
    "Moments ago the staff confirmed it.",
)


def test_expressions_of_breaking_news(make_page: PageMaker) -> None:
    found = [
        (moment.span.exact, moment.value, moment.earliest, moment.date_prec)
        for moment in find_moments(make_page(*STORY), [])
    ]
    assert found == [
        ("overnight into Saturday", "2031-05-09TNI", "2031-05-09", 1),
        ("Monday", "2031-05-12", "2031-05-12", 1),
        ("Earlier on Saturday", "2031-05-10", "2031-05-10", 1),
        ("Tuesday", "2031-05-13", "2031-05-13", 1),
        ("Last weekend", "2031-W19-WE", "2031-05-10", 2),
        ("five-day-old", "P5D", None, None),
        ("Sunday night", "2031-05-11TNI", "2031-05-11", 1),
        ("last summer", "2030-SU", "2030-06-01", 5),
        ("fiscal 2030", "2030", "2030-01-01", 5),
        ("the first week of May", "2031-05", "2031-05-01", 4),
        ("Moments ago", "PAST_REF", "2031-05-14", 1),
    ]


def test_event_time_stands_apart_from_statement_time(make_page: PageMaker) -> None:
    page = make_page(STORY[0].replace("Saturday,", "Saturday, killing nine people,"))
    content = "Velmar jets struck a depot overnight into Saturday, killing nine people"
    statement = statement_of(page, content, cue="said")
    cast = FakeCast(page.document.text)
    facts = extract_facts(page, [statement], cast, Gazetteer.load())  # type: ignore[arg-type]
    words = {moment.id: moment.span.exact for moment in facts.moments}
    (event,) = facts.events
    (said,) = facts.statements
    assert words[event.moment or ""] == "overnight into Saturday"
    assert words[said.said_at or ""] == "Monday"


def test_what_is_said_now_did_not_happen_now(make_page: PageMaker) -> None:
    page = make_page("Velmaria's army now says its jets struck the depot.")
    statement = statement_of(page, "its jets struck the depot", cue="now says")
    cast = FakeCast(page.document.text)
    facts = extract_facts(page, [statement], cast, Gazetteer.load())  # type: ignore[arg-type]
    assert [event.moment for event in facts.events] == [None]
    assert [moment.span.exact for moment in facts.moments] == ["now"]


def test_nobody_speaks_in_a_fiscal_year(make_page: PageMaker) -> None:
    page = make_page(
        "The staff said in fiscal 2030 nine jets were lost. It said on Monday it rained."
    )
    lost = statement_of(page, "nine jets were lost", cue="said")
    assert attach_said_at([lost], find_moments(page, [lost]), page)[0].said_at is None


def test_days_counted_from_a_summer_are_of_it(make_page: PageMaker) -> None:
    page = make_page("It burnt last summer. Two days later it rained.")
    summer, later = find_moments(page, [])
    assert (later.value, later.date_prec, later.anchor) == ("2030-SU", 5, f"moment:{summer.id}")


def test_midnight_has_bounds_of_its_own_day(make_page: PageMaker) -> None:
    clock, _ = find_moments(make_page("It fell before midnight on Friday."), [])
    assert (clock.earliest, clock.date_prec) == ("2031-05-09T23:59", 1)


def test_a_clock_time_takes_the_day_behind_it(make_page: PageMaker) -> None:
    page = make_page("It fell at around 5pm local time (1400 GMT) on Friday.")
    local, zulu, friday = find_moments(page, [])
    assert (local.earliest, local.latest) == ("2031-05-09T17:00", "2031-05-09T17:00")
    assert zulu.earliest == "2031-05-09T14:00Z"
    assert (local.date_prec, local.anchor, friday.anchor) == (1, "publication", "publication")


def test_a_moment_hangs_on_one_named_before_it(make_page: PageMaker) -> None:
    page = make_page("It fell on May 2. That evening it burned; at noon on the next day it sank.")
    first, evening, noon, day = find_moments(page, [])
    assert evening.anchor == f"moment:{first.id}"
    assert (evening.value, noon.value, day.value) == (
        "2031-05-02TEV",
        "2031-05-03T12:00",
        "2031-05-03",
    )
    assert noon.anchor in ("publication", day.anchor)


@pytest.mark.parametrize(
    "text",
    [
        "The Front, which has held Ord since March, said jets struck the port.",
        "The Front, which took Ord in March, said jets struck the port.",
        "The staff, silent until Monday, said jets struck the port.",
    ],
)
def test_since_when_somebody_rules_is_not_when_he_speaks(make_page: PageMaker, text: str) -> None:
    page = make_page(text)
    source = [Span.of(text, 0, text.index(" said"))]
    statement = statement_of(page, "jets struck the port", cue="said", source=source)
    moments = find_moments(page, [statement])
    assert [item.said_at for item in attach_said_at([statement], moments, page)] == [None]
    assert moments


def test_a_deed_is_not_dated_by_what_is_told_of_the_speaker(make_page: PageMaker) -> None:
    text = "The Front, which has held Ord since March, said that jets had bombed a school."
    page = make_page(text)
    source = [Span.of(text, 0, text.index(" said"))]
    statement = statement_of(page, "that jets had bombed a school", cue="said", source=source)
    facts = extract_facts(page, [statement], FakeCast(text), Gazetteer.load())  # type: ignore[arg-type]
    (bombed,) = [event for event in facts.events if event.span.exact == "bombed"]
    assert bombed.moment is None
    assert facts.moments
