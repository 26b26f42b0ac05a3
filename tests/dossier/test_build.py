from __future__ import annotations

import msgspec
import pytest

from counterclaim.dossier import Dossier, build_dossier, render_html, render_json
from counterclaim.dossier.deeds import event_value
from counterclaim.dossier.wording import count_value, day, moment_value, plural
from counterclaim.records import Count, Event, Ledger, Moment, Span
from tests.dossier.sample import ledger


@pytest.fixture(scope="module")
def dossier() -> Dossier:
    return build_dossier(ledger())


def test_json_round_trips(dossier: Dossier) -> None:
    assert msgspec.json.decode(render_json(dossier), type=Dossier) == dossier


def test_two_runs_give_the_same_bytes(dossier: Dossier) -> None:
    assert render_json(build_dossier(ledger())) == render_json(dossier)


def test_the_title_is_the_incidents_or_the_users() -> None:
    assert build_dossier(ledger()).title == "Air strike near Tarn Weir, 4 May 2031"
    assert build_dossier(ledger(), title="Mine").title == "Mine"


def test_without_an_incident_the_pages_remain() -> None:
    bare = msgspec.structs.replace(ledger(), incidents=[], accounts=[], relations=[], origins=[])
    dossier = build_dossier(bare)
    assert dossier.code is None
    assert dossier.title.startswith("Pact jets hit Ostrevan barracks")
    assert len(dossier.pages) == 4
    assert dossier.glance.tolls == []
    assert dossier.glance.grade is None
    assert dossier.places.points


def test_an_empty_ledger_gives_an_empty_dossier() -> None:
    dossier = build_dossier(Ledger())
    assert dossier.title == "No page was read"
    assert dossier.pages == []


def test_the_main_incident_is_told_by_most_pages_and_the_others_are_listed(
    dossier: Dossier,
) -> None:
    assert dossier.code == "CC-2031-05-04-A"
    assert [(o.code, len(o.statements)) for o in dossier.others] == [("CC-2031-05-04-B", 1)]


def test_the_standfirst_counts_and_says_nothing_else(dossier: Dossier) -> None:
    assert dossier.glance.standfirst == [
        "4 pages carry the word of 7 origins, 4 parties among them.",
        "5 contradictions stand between them.",
        "2 origins changed what was said.",
        "5 comments by readers are kept apart.",
    ]


def test_ranges_run_over_what_still_stands(dossier: Dossier) -> None:
    tolls = {t.harm: t for t in dossier.glance.tolls}
    assert (tolls["killed"].low, tolls["killed"].high) == (24, 99)
    assert (tolls["injured"].low, tolls["injured"].high) == (71, 75)
    assert list(tolls) == ["killed", "injured", "missing"]


def test_bars_keep_superseded_figures_and_leave_out_parts(dossier: Dossier) -> None:
    killed = dossier.glance.tolls[0]
    assert [(b.label, b.superseded) for b in killed.bars] == [
        ("38 or more", True),
        ("44", False),
        ("up to 30", False),
        ("24–99", False),
        ("41", False),
    ]


def test_answers_name_who_gives_them(dossier: Dossier) -> None:
    items = {i.field: i for i in dossier.glance.items}
    who = items["actor"].lines
    assert who[0].value == "Northern Pact"
    assert len(who[0].origins) == len(who[0].parties) == 3
    assert who[1].denied
    assert [line.value for line in items["intent"].lines] == [
        "Deliberate, for Red Heron Front",
        "Deliberate",
        "In support of Red Heron Front",
        "A mistake or accident",
    ]


def test_turns_show_the_course_of_positions_and_numbers(dossier: Dossier) -> None:
    turns = [(t.origin, t.field, t.steps) for t in dossier.glance.turns]
    assert turns == [
        (
            "Pact Joint Command",
            "Position",
            ["declines to comment", "asserts", "admits", "regrets"],
        ),
        ("Ostrevan Army General Staff", "Killed", ["38 or more", "44"]),
    ]


def test_the_grade_comes_with_its_rule_and_its_statements(dossier: Dossier) -> None:
    grade = dossier.glance.grade
    assert grade is not None
    assert grade.value == "contested"
    assert [p.code for p in grade.passages] == ["A1", "A6", "C2"]
    assert "deni" in grade.rule


def test_accounts_that_changed_come_first(dossier: Dossier) -> None:
    changed = [a.changed for a in dossier.accounts]
    assert changed == sorted(changed, reverse=True)
    pact = next(a for a in dossier.accounts if a.origin.name == "Pact Joint Command")
    assert [v.position for v in pact.versions] == [
        "declines to comment",
        "asserts",
        "admits",
        "regrets",
    ]
    assert pact.versions[1].where == "page C, update 1"
    assert pact.versions[1].when == "said 4 May 2031, 14:05"
    assert pact.versions[2].change == ["position", "who did it", "number", "intent"]


def test_who_has_no_party_speaks_for_nobody(dossier: Dossier) -> None:
    numbers = {a.origin.name: a.origin.party for a in dossier.accounts}
    assert numbers["residents of Tarn Weir"] == 0
    assert numbers["Tarn Weir District Hospital"] == 0
    assert numbers["Red Heron Front"] > 0
    assert numbers["Ostrevan Foreign Ministry"] == numbers["Ostrevan Army General Staff"]


def test_independence_counts_origins_not_pages(dossier: Dossier) -> None:
    first = dossier.independence[0]
    assert (first.independent, first.pages, first.origins) == (
        1,
        3,
        ["Ostrevan Army General Staff"],
    )
    assert [p.code for p in first.echoes] == ["B3", "D4"]


def test_contradictions_are_numbered_purpose_first(dossier: Dossier) -> None:
    assert [(c.number, c.on, c.kind) for c in dossier.contradictions] == [
        (1, "Intent", "disputes"),
        (2, "Who did it", "denies"),
        (3, "Killed", "disputes"),
        (4, "Killed", "disputes"),
        (5, "What happened", "denies"),
    ]
    intent = dossier.contradictions[0]
    assert (intent.a.origin, intent.b.origin) == (
        "Ostrevan Army General Staff",
        "Pact Joint Command",
    )
    assert intent.a.passage.text[slice(*intent.a.passage.strong[0])].startswith("deliberate act")
    assert intent.b.where == "page C, update 2"


def test_the_same_pair_on_the_same_field_is_one_contradiction() -> None:
    whole = ledger()
    extra = [
        msgspec.structs.replace(r, id=f"{r.id}-again", score=0.1)
        for r in whole.relations
        if r.kind == "disputes" and r.on == "intent"
    ]
    dossier = build_dossier(msgspec.structs.replace(whole, relations=[*extra, *whole.relations]))
    assert len(dossier.contradictions) == 5
    assert [len(c.more) for c in dossier.contradictions] == [1, 0, 0, 0, 0]


def test_all_after_the_twelfth_contradiction_are_folded() -> None:
    whole = build_dossier(ledger())
    many = [msgspec.structs.replace(whole.contradictions[0], number=n) for n in range(1, 15)]
    html = render_html(msgspec.structs.replace(whole, contradictions=many))
    shown, folded = html.split("2 more contradictions")
    assert 'id="c12"' in shown
    assert 'id="c13"' not in shown
    assert 'id="c14"' in folded
    assert "both cannot be so" in shown


def test_who_is_nobodys_is_unnamed() -> None:
    whole = ledger()
    army = "actor:ostrevan-army"
    readings = [
        msgspec.structs.replace(
            r,
            actors=[
                msgspec.structs.replace(a, name="source") if a.id == army else a for a in r.actors
            ],
        )
        for r in whole.readings
    ]
    actors = [
        msgspec.structs.replace(a, name="source") if a.id == army else a for a in whole.actors
    ]
    renamed = msgspec.structs.replace(whole, readings=readings, actors=actors)
    names = {c.name for c in build_dossier(renamed).matrix.columns}
    assert "unnamed source" in names
    assert "source" not in names


def test_rejected_and_dangling_relations_are_not_shown() -> None:
    whole = ledger()
    relations = [msgspec.structs.replace(r, status="rejected") for r in whole.relations]
    dangling = msgspec.structs.replace(whole.relations[0], a="d-none.s0")
    dossier = build_dossier(msgspec.structs.replace(whole, relations=[*relations, dangling]))
    assert dossier.contradictions == []


def test_what_was_not_understood_is_listed_in_its_sentence(dossier: Dossier) -> None:
    nouns = [(p.noun, p.passage.page) for p in dossier.puzzles]
    assert nouns == [("place", "A"), ("statement", "D")]
    assert "seen from the Harl road" in dossier.puzzles[0].passage.text
    assert [name for name, _ in dossier.problems] == ["scan.pdf", "saltmarket-notes.txt"]


def count(low: int, best: int | None, high: int | None) -> Count:
    span = Span(0, 1, "x")
    return Count(
        id="c", document="d", span=span, number=span, low=low, best=best, high=high, harm="killed"
    )


@pytest.mark.parametrize(
    ("low", "best", "high", "expected"),
    [
        (44, 44, 44, "44"),
        (1200, 1200, 1200, "1,200"),
        (38, None, None, "38 or more"),
        (0, None, 30, "up to 30"),
        (24, None, 99, "24–99"),
        (18, 20, 22, "about 20"),
        (0, 0, 0, "0"),
    ],
)
def test_numbers_read_as_their_interval(
    low: int, best: int | None, high: int | None, expected: str
) -> None:
    assert count_value(count(low, best, high)) == expected


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("2031-05-04", "4 May 2031"),
        ("2031-05-04T12:20:00+01:00", "4 May 2031, 12:20 +01:00"),
        ("2031-05-04T12:20Z", "4 May 2031, 12:20 UTC"),
        ("2031-05-04T12:20:30.125Z", "4 May 2031, 12:20 UTC"),
        ("2031-13-04", "2031-13-04"),
        ("2031-W10", "2031-W10"),
        ("", ""),
        (None, ""),
    ],
)
def test_dates_for_people(value: str | None, expected: str) -> None:
    assert day(value) == expected


@pytest.mark.parametrize(
    ("earliest", "latest", "expected"),
    [
        ("2031-05-04", "2031-05-04", "4 May 2031"),
        ("2031-05-04", None, "4 May 2031"),
        ("2031-05-04T05:30", "2031-05-04T07:30", "4 May 2031, 05:30–07:30"),
        ("2031-05-04", "2031-05-06", "4 May 2031 to 6 May 2031"),
        (None, None, "then"),
    ],
)
def test_times_that_stay_relative_keep_their_words(
    earliest: str | None, latest: str | None, expected: str
) -> None:
    moment = Moment(
        id="m",
        document="d",
        span=Span(0, 4, "then"),
        value="PAST_REF",
        earliest=earliest,
        latest=latest,
    )
    assert moment_value(moment) == expected


@pytest.mark.parametrize(
    ("event", "mode", "modality", "expected"),
    [
        ("ASSAULT", "aerial", "happened", "air strike"),
        ("ASSAULT", None, "denied", "no attack"),
        ("ASSAULT", "suicide-attack", "alleged", "suicide attack"),
        ("NEW_KIND", None, "happened", "new kind"),
    ],
)
def test_events_in_words(event: str, mode: str | None, modality: str, expected: str) -> None:
    record = msgspec.convert(
        {
            "type": "event",
            "id": "e",
            "document": "d",
            "span": {"start": 0, "end": 1, "exact": "x"},
            "event": event,
            "mode": mode,
            "modality": modality,
        },
        Event,
    )
    assert event_value(record, denied=modality == "denied") == expected


def test_plurals() -> None:
    assert [plural(1, "page"), plural(0, "page"), plural(2, "party", "parties")] == [
        "1 page",
        "0 pages",
        "2 parties",
    ]


def test_other_incidents_come_with_their_figures() -> None:
    whole = ledger()
    (main, *rest) = whole.incidents
    smaller = msgspec.structs.replace(main, documents=[])
    found = build_dossier(msgspec.structs.replace(whole, incidents=[smaller, *rest]))
    (line,) = [o for o in found.others if o.code == main.code]
    as_main = {t.harm: (t.low, t.high) for t in build_dossier(whole).glance.tolls}
    assert {t.harm: (t.low, t.high) for t in line.tolls} == as_main
    html = render_html(found)
    listed = html[html.index("Other incidents on these pages") :]
    assert listed.count('<figure class="toll">') == len(as_main)
