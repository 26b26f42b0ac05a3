import json

import pytest
from hypothesis import given
from hypothesis import strategies as st
from training.corpora.kinds import Kinds
from training.corpora.muc4 import label, muc4, muc4_tst2
from training.corpora.muc4_counts import counts
from training.corpora.muc4_keys import Document, occurrences, strings
from training.corpora.recasing import recased, usual_forms

from training.corpora import validate

SLOTS = {
    "INCIDENT: TYPE": ["*"],
    "INCIDENT: LOCATION": ["*"],
    "INCIDENT: INSTRUMENT ID": ["*"],
    "PERP: INCIDENT CATEGORY": ["*"],
    "PERP: ORGANIZATION ID": ["*"],
    "PERP: ORGANIZATION CONFIDENCE": ["*"],
    "PHYS TGT: TYPE": ["*"],
    "HUM TGT: NAME": ["*"],
    "HUM TGT: NUMBER": ["*"],
    "HUM TGT: EFFECT OF INCIDENT": ["*"],
}
TEXT = """LURIN, 3 JAN 90 -- [TEXT] THE MARSH COLUMN BOMBED THE CUSTOMS HOUSE
IN LURIN AND KILLED ILSE VARN WITH A MORTAR.  THE MC [MARSH COLUMN] SAID NOTHING.

THE RIVER GUARD CLASHED WITH IT."""


def template(**slots):
    return {**SLOTS, **{key.replace("_", " ").replace("  ", ": "): v for key, v in slots.items()}}


def rows():
    return template(
        INCIDENT__TYPE=["BOMBING"],
        INCIDENT__LOCATION=["ORVANIA: LURIN (CITY)"],
        INCIDENT__INSTRUMENT_ID=['"MORTAR"'],
        PERP__INCIDENT_CATEGORY=["TERRORIST ACT"],
        PERP__ORGANIZATION_ID=['"MARSH COLUMN" / "MC"', '"RIVER GUARD"'],
        PERP__ORGANIZATION_CONFIDENCE=[
            'SUSPECTED OR ACCUSED BY AUTHORITIES: "MARSH COLUMN" / "MC"',
            'ACQUITTED: "RIVER GUARD"',
        ],
        PHYS_TGT__TYPE=['OTHER: "CUSTOMS HOUSE"', 'TRANSPORT VEHICLE: "TRUCK"'],
        HUM_TGT__NAME=['"ILSE VARN"'],
    )


def document(text=TEXT, templates=None):
    return Document("DEV-MUC3-0001", "dev", text, (rows(),) if templates is None else templates)


def found(labelled, head):
    return [(labelled.text[a:b], kind) for a, b, kind in labelled.spans[head]]


def test_slots_ten_and_eleven_label_every_mention():
    labelled = validate(label(document(), Kinds()))
    assert found(labelled, "perpetrators") == [
        ("MARSH COLUMN", "accused"),
        ("MC", "accused"),
        ("MARSH COLUMN", "accused"),
    ]
    assert [TEXT[a:b] for a, b in labelled.unknown["perpetrators"]] == ["RIVER GUARD"]


def test_entities_come_from_the_other_slots():
    entities = dict(found(label(document(), Kinds()), "entities"))
    assert entities == {
        "LURIN": "place",
        "MARSH COLUMN": "armed_group",
        "MC": "armed_group",
        "RIVER GUARD": "armed_group",
        "CUSTOMS HOUSE": "facility",
        "ILSE VARN": "person",
        "MORTAR": "weapon",
    }


def test_words_that_could_be_names_are_unknown_and_small_words_are_not():
    unknown = {TEXT[a:b] for a, b in label(document(), Kinds()).unknown["entities"]}
    assert "NOTHING" in unknown
    assert not unknown & {"THE", "AND", "WITH", "LURIN", "ILSE"}


def test_only_events_of_a_template_s_type_are_labelled():
    labelled = label(document(), Kinds())
    assert found(labelled, "events") == [("BOMBED", "bombing")]
    assert {TEXT[a:b] for a, b in labelled.unknown["events"]} >= {"KILLED", "CLASHED"}


def test_without_a_template_nobody_did_anything():
    labelled = validate(label(document(templates=(template(),)), Kinds()))
    assert labelled.spans == {"perpetrators": [], "entities": [], "events": [], "counts": []}


@pytest.mark.parametrize(
    ("confidence", "expected"),
    [
        ("REPORTED AS FACT", "fact"),
        ("? REPORTED AS FACT", "fact"),
        ("CLAIMED OR ADMITTED / REPORTED AS FACT", "claimed"),
        ("SUSPECTED OR ACCUSED", "suspected"),
        ("POSSIBLE", "suspected"),
        ("(POSSIBLE / ACQUITTED)", "suspected"),
    ],
)
def test_confidence(confidence, expected):
    row = template(
        PERP__ORGANIZATION_ID=['"RIVER GUARD"'],
        PERP__ORGANIZATION_CONFIDENCE=[f'{confidence}: "RIVER GUARD"'],
    )
    labelled = label(document(templates=(row,)), Kinds())
    assert found(labelled, "perpetrators") == [("RIVER GUARD", expected)]


COUNTED = "ABOUT 50 YOUNG PEASANTS DIED, SEVEN GUARDS FELL, 3 GUARDS FLED. 50 MEN, PEASANTS, SANG."


def counted(*effects):
    row = template()
    row["HUM TGT: NUMBER"] = ['50: "PEASANTS"', '7: "GUARDS"', 'PLURAL: "MEN"']
    row["HUM TGT: EFFECT OF INCIDENT"] = list(effects)
    spans, unknown = counts(COUNTED, [row])
    return [(COUNTED[a:b], kind) for a, b, kind in spans], [COUNTED[a:b] for a, b in unknown]


def test_numbers_of_the_keys_are_counts_and_other_numbers_unknown():
    spans, unknown = counted('DEATH: "PEASANTS"', 'INJURY: "GUARDS"')
    assert spans == [("ABOUT 50 YOUNG PEASANTS", "killed"), ("SEVEN GUARDS", "injured")]
    assert unknown == ["3 GUARDS FLED", "50 MEN"]


def test_people_whom_two_things_befell_are_not_counted():
    spans, unknown = counted('DEATH: "PEASANTS"', 'INJURY: "PEASANTS"', 'NO INJURY: "GUARDS"')
    assert spans == []
    assert unknown[0].startswith("ABOUT 50 YOUNG")


def test_dates_and_numbers_of_things_are_known_to_be_no_counts():
    text = "ON 3 JAN 90 AND 4 MAY, 5 KM AWAY, 6 RIFLES; SIX FLED"
    spans, unknown = counts(text, [template()])
    assert spans == []
    assert [text[a:b] for a, b in unknown] == ["SIX FLED"]
    assert recased("4 MAY, IT MAY", {**FORMS, "may": "may"}) == "4 May, it may"


def test_a_string_may_begin_with_its_number():
    row = template()
    row["HUM TGT: NUMBER"] = ['5: "FIVE GUARDS"']
    row["HUM TGT: EFFECT OF INCIDENT"] = ['DEATH: "FIVE GUARDS"']
    assert counts("THE FIVE GUARDS DIED", [row])[0] == [(4, 15, "killed")]


def test_strings_may_hold_quotation_marks():
    assert strings([r'"\"9 MAY\" FRONT" / "FRONT"', "-", "*", 'GUN: "-"']) == [
        '"9 MAY" FRONT',
        "FRONT",
    ]


def test_occurrences_are_whole_words_across_line_ends():
    assert list(occurrences("MC MCX M\nC A  B", "MC")) == [(0, 2)]
    assert list(occurrences("A\n  B", "A B")) == [(0, 5)]
    assert list(occurrences("A", "")) == []


def test_reading_keeps_tst2_apart_and_gives_both_cases(tmp_path):
    folder = tmp_path / "muc4/TASK/CORPORA"
    keys = []
    for part, name in (
        ("dev", "DEV-MUC3-0001"),
        ("tst1", "TST1-MUC3-0001"),
        ("tst2", "TST2-MUC4-0001"),
    ):
        (folder / part).mkdir(parents=True)
        (folder / part / f"{part}-muc{name[-6]}").write_text(f"{name} (X)\n\n   {TEXT}\n")
        keys.append(json.dumps({"id": f"{name} (X)", **rows()}))
    (tmp_path / "muc4/full_keys_dev.jsonl").write_text("\n".join(keys))
    for needed in ("tempeval3/Training", "wikiwars/train"):
        (tmp_path / needed).mkdir(parents=True)
    trained = list(muc4(tmp_path))
    assert [one.name for one in trained] == [
        "muc4/dev/capitals/DEV-MUC3-0001",
        "muc4/dev/recased/DEV-MUC3-0001",
        "muc4/tst1/capitals/TST1-MUC3-0001",
        "muc4/tst1/recased/TST1-MUC3-0001",
    ]
    capitals, small = trained[:2]
    assert "CUSTOMS HOUSE IN LURIN" in capitals.text, "a line end inside a paragraph is a blank"
    assert "Ilse Varn" in small.text
    assert "Marsh Column" in small.text
    assert small.spans == capitals.spans
    assert len(small.text) == len(capitals.text)
    assert [one.name for one in muc4_tst2(tmp_path)] == [
        "muc4/tst2/capitals/TST2-MUC4-0001",
        "muc4/tst2/recased/TST2-MUC4-0001",
    ]
    for one in trained:
        validate(one)


FORMS = usual_forms(
    [
        "We saw the river near Lurin, and the river rose.",
        "then the guards in it left, and all left Lurin.",
    ]
)


def test_usual_forms_are_learned_inside_sentences():
    assert FORMS["river"] == "river"
    assert FORMS["lurin"] == "Lurin"
    assert "we" not in FORMS


def test_recasing():
    text = "THE RIVER ROSE. THE GUARDS OF LURIN LEFT THE FORD [FMZ]."
    cased = recased(text, {**FORMS, "of": "of", "ford": "ford", "rose": "rose"})
    assert cased == "The river rose. The guards of Lurin left the ford [FMZ]."


def test_names_are_capitalised_word_by_word_but_for_the_small_ones():
    cased = recased("THE FRONT OF THE RIVER", FORMS, names=[(4, 22)])
    assert cased == "The Front of the River"


def test_acronyms_stay():
    assert recased("THE ARO LEFT", FORMS, frozenset({"ARO"})) == "The ARO left"


@given(st.text(max_size=60))
def test_recasing_changes_case_alone(text):
    cased = recased(text.upper(), FORMS)
    assert len(cased) == len(text.upper())
    assert cased.casefold() == text.upper().casefold()
