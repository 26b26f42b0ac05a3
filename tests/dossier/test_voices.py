from __future__ import annotations

import msgspec
import pytest

from counterclaim.dossier import Dossier, build_dossier, render_html
from counterclaim.dossier.index import Index
from counterclaim.dossier.voices import together, voices
from counterclaim.ledger import build_ledger
from counterclaim.reading import Settings, read_page
from counterclaim.records import Account, Ledger
from tests.dossier.reading_html import Outline
from tests.dossier.sample import ledger
from tests.ledger.pages import PRISON, ledger_of


def later(change: list[str]) -> list[str]:
    return [c for c in change if c != "first"] or ["adds"]


def with_whole(*own: str) -> Ledger:
    """The sample with an account of all Ostrevan voices; ``own`` ones are said by no organ."""
    base = ledger()
    organs = [a for a in base.accounts if a.party == "actor:ostreva"]
    versions = [v for a in organs for v in a.versions]
    versions.sort(key=lambda v: v.said or "")
    whole = Account(
        id="i-1.ostreva",
        incident="i-1",
        origin="actor:ostreva",
        party="actor:ostreva",
        organs=[a.origin for a in organs],
        versions=[
            msgspec.structs.replace(v, sequence=i, change=["first"] if i == 0 else later(v.change))
            for i, v in enumerate(versions)
        ],
    )
    kept = [
        msgspec.structs.replace(
            a,
            versions=[
                msgspec.structs.replace(v, statements=[s for s in v.statements if s not in own])
                for v in a.versions
            ],
        )
        for a in base.accounts
    ]
    return msgspec.structs.replace(base, accounts=[*kept, whole])


@pytest.fixture(scope="module")
def dossier() -> Dossier:
    return build_dossier(with_whole())


def test_a_partys_account_is_no_column_where_its_organs_say_it_all(dossier: Dossier) -> None:
    assert dossier.matrix == build_dossier(ledger()).matrix
    assert "7 origins" in dossier.glance.standfirst[0]


def test_a_partys_account_is_shown_where_the_party_changed(dossier: Dossier) -> None:
    first = dossier.accounts[0]
    assert first.origin.name == "Ostreva"
    assert first.organs == ["Ostrevan Army General Staff", "Ostrevan Foreign Ministry"]
    assert first.changed
    assert [v.speakers for v in first.versions] == [
        ["Ostrevan Foreign Ministry"],
        ["Ostrevan Army General Staff"],
        ["Ostrevan Army General Staff"],
    ]


def test_what_a_party_changed_is_named_at_a_glance(dossier: Dossier) -> None:
    turns = [(t.origin, t.field, t.steps, t.anchor) for t in dossier.glance.turns]
    steps = ["38 or more", "44"]
    assert ("Ostrevan Army General Staff", "Killed", steps, "o-ostrevan-army") in turns
    assert not [turn for turn in turns if turn[3] == "t-ostreva"]
    assert dossier.glance.standfirst[2] == "2 origins changed what was said."


def test_a_party_that_changed_nothing_is_not_shown_twice() -> None:
    steady = with_whole()
    accounts = [
        msgspec.structs.replace(
            a, versions=[msgspec.structs.replace(v, change=["adds"]) for v in a.versions]
        )
        for a in steady.accounts
    ]
    built = build_dossier(msgspec.structs.replace(steady, accounts=accounts))
    assert all(not a.organs for a in built.accounts)


def test_what_no_organ_says_is_the_partys_own_column() -> None:
    whole = with_whole("d-bbbb.s2", "d-cccc.s9", "d-dddd.s3")
    index = Index(whole)
    told = voices(index, whole.accounts)
    own = next(a for a in told if a.origin == "actor:ostreva")
    assert [v.statements for v in own.versions] == [["d-cccc.s9", "d-bbbb.s2", "d-dddd.s3"]]
    assert own.versions[0].change == ["first"]
    assert not own.organs
    counted = {index.counts[c].number.exact for v in own.versions for c in v.counts}
    assert counted == {"44", "three"}


def test_together_and_voices_part_the_accounts() -> None:
    whole = with_whole()
    assert [a.id for a in together(whole.accounts)] == ["i-1.ostreva"]
    assert len(voices(Index(whole), whole.accounts)) == len(ledger().accounts)


def test_both_kinds_of_account_have_their_own_place_in_the_page(dossier: Dossier) -> None:
    outline = Outline(render_html(dossier))
    assert {"t-ostreva", "o-ostrevan-army"} <= set(outline.ids)
    assert len(outline.ids) == len(set(outline.ids))
    targets = {h[1:] for h in outline.attributes("a", "href")}
    assert targets <= set(outline.ids)
    assert "all voices together" in outline.text


def test_a_partys_own_figure_stands_only_where_no_organ_gives_it() -> None:
    whole = with_whole()
    own = next(a for a in whole.accounts if a.origin == "actor:ostreva")
    beside = msgspec.structs.replace(own, organs=[])
    both = msgspec.structs.replace(
        whole, accounts=[*(a for a in whole.accounts if a is not own), beside]
    )
    for toll in build_dossier(both).glance.tolls:
        rows = [(b.party, b.label, b.group) for b in toll.bars if b.party == 1]
        assert len(rows) == len(set(rows))
    for item in build_dossier(both).glance.items:
        assert all("Ostreva" not in line.origins for line in item.lines)


def test_that_each_denies_what_the_other_lays_to_it_is_two_contradictions() -> None:
    text = (
        "Norland's army said on Friday that Sudmark's army had shelled the school in Tolmen. "
        "Sudmark's army denied that it had shelled the school.\n\n"
        "Sudmark's army said Norland's army had shelled the school in Tolmen on Friday. "
        "Norland's army denied that it had shelled the school."
    )
    page = read_page(text.encode(), name="p.txt", settings=Settings(published="2034-05-12"))
    found = build_dossier(build_ledger([page])).contradictions
    deniers = [one.b.origin for one in found if one.kind == "denies" and one.on == "Who did it"]
    assert sorted(deniers) == ["Norland Army", "Sudmark Army"]


def test_an_end_left_open_is_no_turn() -> None:
    text = (
        "Nine people were killed when shells hit Tolmen, Norland's army said on Thursday.\n\n"
        "At least nine people were killed when shells hit Tolmen, Norland's army said on Friday."
    )
    page = read_page(text.encode(), name="p.txt", settings=Settings(published="2034-05-12"))
    assert build_dossier(build_ledger([page])).glance.turns == []


@pytest.mark.parametrize(("day", "steps"), [("14", [["asserts", "admits"]]), ("13", [])])
def test_to_admit_on_a_later_day_is_a_turn(day: str, steps: list[list[str]]) -> None:
    found = ledger_of(
        """2034-05-13
Nine dead in Kesh

Nine people were killed on Friday when shells hit the clinic in Kesh. Anver's army said that it had
hit fighters of the Falcon Brigade.
""",
        f"""2034-05-{day}
Army on Kesh

Anver's army admitted that its guns had shelled the clinic in Kesh on Friday, when nine people were
killed.
""",
    )
    turns = build_dossier(found).glance.turns
    assert [t.steps for t in turns if t.field == "Position"] == steps


def test_a_party_that_changed_its_position_may_have_changed_its_figure_too() -> None:
    turns = {(t.field, *t.steps) for t in build_dossier(ledger_of(*PRISON)).glance.turns}
    assert turns >= {("Position", "denies", "admits"), ("Killed", "6", "11")}
