from __future__ import annotations

import msgspec
import pytest

from counterclaim.dossier import build_dossier
from counterclaim.dossier.matrix import columns_by_party
from counterclaim.dossier.model import Claim, Dossier
from counterclaim.records import Ledger
from tests.dossier.sample import ledger


@pytest.fixture(scope="module")
def dossier() -> Dossier:
    return build_dossier(ledger())


def cell(dossier: Dossier, field: str, origin: str) -> list[Claim]:
    row = next(r for r in dossier.matrix.rows if r.field == field)
    at = [c.id for c in dossier.matrix.columns].index(f"actor:{origin}")
    return row.cells[at]


def values(dossier: Dossier, field: str, origin: str) -> list[str]:
    return [claim.value for claim in cell(dossier, field, origin)]


def test_rows_come_in_order_and_every_cell_has_a_column(dossier: Dossier) -> None:
    assert [r.label for r in dossier.matrix.rows] == [
        "What happened",
        "Who did it",
        "Intent",
        "Killed",
        "Injured",
        "Missing",
        "Place",
        "Time",
    ]
    assert all(len(r.cells) == len(dossier.matrix.columns) for r in dossier.matrix.rows)


def test_columns_are_grouped_by_party_and_the_partyless_come_last(dossier: Dossier) -> None:
    names = {p.number: p.name for p in dossier.parties}
    groups = [(names[n], width) for n, width in columns_by_party(dossier.matrix.columns)]
    assert groups[0] == ("Ostreva", 2)
    assert dict(groups) == {"Ostreva": 2, "Northern Pact": 1, "Velmark": 1, "Others": 2}
    assert groups[-1][0] == "Others"


def test_those_who_answer_no_question_stand_below(dossier: Dossier) -> None:
    assert [c.name for c in dossier.matrix.silent] == ["Red Heron Front"]


def test_each_count_stands_under_its_own_origin(dossier: Dossier) -> None:
    assert values(dossier, "killed", "ostrevan-army") == ["44", "of whom 3", "38 or more"]
    assert values(dossier, "killed", "pact-command") == ["up to 30"]
    assert values(dossier, "killed", "residents") == ["24–99"]
    assert values(dossier, "killed", "tarn-hospital") == ["41"]
    assert values(dossier, "killed", "velmark-foreign") == []


def test_a_relayed_number_counts_for_its_informant(dossier: Dossier) -> None:
    first = cell(dossier, "killed", "ostrevan-army")[0]
    assert first.via == ["the ministry"]
    assert {p.page for p in first.also} == {"C", "D"}


def test_a_superseded_number_stays_and_names_its_successor(dossier: Dossier) -> None:
    old = cell(dossier, "killed", "ostrevan-army")[-1]
    assert (old.value, old.superseded_by) == ("38 or more", "44")
    assert old.superseded_anchor in {"B-n0", "C-n2", "D-n0"}
    assert [c.superseded_by for c in cell(dossier, "killed", "ostrevan-army")[:2]] == [None, None]


def test_a_change_of_number_leaves_other_fields_alone(dossier: Dossier) -> None:
    assert cell(dossier, "injured", "ostrevan-army")[0].superseded_by is None
    assert all(c.superseded_by is None for c in cell(dossier, "intent", "ostrevan-army"))


def test_denied_deeds_read_as_denied(dossier: Dossier) -> None:
    assert values(dossier, "event", "velmark-foreign") == ["Accident", "No air strike"]
    assert values(dossier, "actor", "velmark-foreign") == ["not Northern Pact"]


def test_intent_names_whom_it_helps(dossier: Dossier) -> None:
    assert values(dossier, "intent", "ostrevan-army")[0] == "Deliberate, for Red Heron Front"
    assert values(dossier, "intent", "ostreva-foreign") == ["In support of Red Heron Front"]
    assert values(dossier, "intent", "pact-command") == ["A mistake or accident"]


def test_conflicting_cells_carry_the_contradictions_number(dossier: Dossier) -> None:
    intent = next(c.number for c in dossier.contradictions if c.on == "Intent")
    assert cell(dossier, "intent", "ostrevan-army")[0].contradictions == [intent]
    assert cell(dossier, "intent", "pact-command")[0].contradictions == [intent]
    assert cell(dossier, "injured", "tarn-hospital")[0].contradictions == []


def test_every_cell_quotes_its_words_literally(dossier: Dossier) -> None:
    texts = {p.letter: p.text for p in dossier.pages}
    claims = [c for row in dossier.matrix.rows for column in row.cells for c in column]
    assert len(claims) > 25
    for claim in claims:
        for passage in (claim.passage, *claim.also):
            assert texts[passage.page][passage.start : passage.end] == passage.text
            assert passage.strong
            assert passage.code
            assert passage.code.startswith(passage.page)


def test_the_number_itself_is_emphasised(dossier: Dossier) -> None:
    passage = cell(dossier, "killed", "pact-command")[0].passage
    assert [passage.text[a:b] for a, b in passage.strong] == ["30"]


def test_unresolved_places_and_relative_times_are_shown_as_such(dossier: Dossier) -> None:
    places = cell(dossier, "place", "ostrevan-army")
    assert [(p.value, p.detail) for p in places] == [
        ("Tarn Weir", "near the place, within 25 km"),
        ("Old Customs Camp", "not found on the map"),
    ]
    assert values(dossier, "time", "ostrevan-army") == ["4 May 2031, 06:00–12:00"]


def test_a_rejected_revision_supersedes_nothing_by_itself() -> None:
    whole = ledger()
    relations = [
        msgspec.structs.replace(r, status="rejected") if r.kind == "revises" else r
        for r in whole.relations
    ]
    accounts = [
        msgspec.structs.replace(
            a, versions=[msgspec.structs.replace(v, change=["adds"]) for v in a.versions]
        )
        for a in whole.accounts
    ]
    changed = msgspec.structs.replace(whole, relations=relations, accounts=accounts)
    assert all(
        c.superseded_by is None for c in cell(build_dossier(changed), "killed", "ostrevan-army")
    )


def test_references_that_lead_nowhere_are_passed_over() -> None:
    whole = ledger()
    accounts = [
        msgspec.structs.replace(
            a,
            versions=[
                msgspec.structs.replace(
                    v,
                    statements=[*v.statements, "d-none.s1"],
                    events=[*v.events, "d-none.e1"],
                    counts=[*v.counts, "d-none.n1"],
                    intents=[*v.intents, "?"],
                    places=[*v.places, ""],
                    moments=[*v.moments, "d-aaaa.m99"],
                )
                for v in a.versions
            ],
        )
        for a in whole.accounts
    ]
    broken = build_dossier(msgspec.structs.replace(whole, accounts=accounts))
    assert values(broken, "killed", "tarn-hospital") == ["41"]


def test_no_accounts_no_matrix() -> None:
    assert build_dossier(Ledger()).matrix.columns == []
    whole = msgspec.structs.replace(ledger(), accounts=[])
    assert build_dossier(whole).matrix.rows == []


def denying(**fields: str) -> Dossier:
    """The sample with one statement turned into a denial."""
    whole = ledger()
    readings = [
        msgspec.structs.replace(
            r,
            statements=[
                msgspec.structs.replace(s, force="denies") if s.id == fields["statement"] else s
                for s in r.statements
            ],
        )
        for r in whole.readings
    ]
    return build_dossier(msgspec.structs.replace(whole, readings=readings))


def test_what_stands_in_a_denial_is_denied() -> None:
    dossier = denying(statement="d-aaaa.s6")
    assert values(dossier, "killed", "tarn-hospital") == ["not 41", "41"]
    killed = next(t for t in dossier.glance.tolls if t.harm == "killed")
    assert [b.anchor for b in killed.bars if b.label == "41"] == ["D-n1"]


def test_a_denied_deed_is_not_counted_as_claimed() -> None:
    dossier = denying(statement="d-dddd.s0")
    assert "No air strike" in values(dossier, "event", "ostrevan-army")
    assert "not Northern Pact" in values(dossier, "actor", "ostrevan-army")
    assert "Not deliberate" in values(dossier, "intent", "ostrevan-army")


def test_a_value_that_is_said_again_later_still_stands() -> None:
    whole = ledger()
    army = next(a for a in whole.accounts if a.origin == "actor:ostrevan-army")
    again = msgspec.structs.replace(army.versions[0], sequence=2, change=["repeats"])
    renewed = msgspec.structs.replace(army, versions=[*army.versions, again])
    accounts = [renewed if a is army else a for a in whole.accounts]
    moved = {c: f"{c}-again" for c in again.counts}
    readings = [
        msgspec.structs.replace(
            r,
            counts=[
                *r.counts,
                *(msgspec.structs.replace(c, id=moved[c.id]) for c in r.counts if c.id in moved),
            ],
        )
        for r in whole.readings
    ]
    accounts[accounts.index(renewed)] = msgspec.structs.replace(
        renewed,
        versions=[
            *army.versions,
            msgspec.structs.replace(again, counts=sorted(moved.values())),
        ],
    )
    dossier = build_dossier(msgspec.structs.replace(whole, readings=readings, accounts=accounts))
    assert [c.superseded_by for c in cell(dossier, "killed", "ostrevan-army")] == [None] * 3


def test_figures_of_several_groups_name_them() -> None:
    killed, injured, _ = build_dossier(ledger()).glance.tolls
    assert [b.group for b in killed.bars] == ["soldiers", "soldiers", "", "soldiers", ""]
    assert [b.group for b in injured.bars] == ["soldiers", ""]
