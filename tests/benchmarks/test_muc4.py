"""MUC-4's keys are read as written, and its score is what its guidelines say it is."""

from pathlib import Path

import msgspec
import pytest
from benchmarks.muc4 import Answer, agreement, report
from benchmarks.muc4_answers import TYPES, WORDS, WORTH, answer, answers, foremost, laid, worth
from benchmarks.muc4_keys import (
    CONFIDENCE,
    Fill,
    Message,
    Template,
    plain,
    read_fill,
    read_messages,
)

from counterclaim.facts.perpetrators import Perpetrator, Verdicts
from counterclaim.language import Reader

FACT, CLAIMED = "REPORTED AS FACT", "CLAIMED OR ADMITTED"
KEY = """\
;;; a comment
0.  MESSAGE: ID                     TST7-MUC9-0001
1.  MESSAGE: TEMPLATE               1
2.  INCIDENT: DATE                  - 03 MAR 31
3.  INCIDENT: LOCATION              VELMARIA: DUBRIN (CITY)
4.  INCIDENT: TYPE                  BOMBING / ATTACK
6.  INCIDENT: INSTRUMENT ID         "TWO ROCKETS" / "ROCKETS"
9.  PERP: INDIVIDUAL ID             ? "MASKED MEN"
10. PERP: ORGANIZATION ID           "HARBOUR SHIELD FRONT" / "HSF"
                                    "TIDE BRIGADE"
11. PERP: ORGANIZATION CONFIDENCE   CLAIMED OR ADMITTED: "HARBOUR SHIELD FRONT" / "HSF"
                                    SUSPECTED OR ACCUSED / POSSIBLE: "TIDE BRIGADE"
12. PHYS TGT: ID                    *
19. HUM TGT: DESCRIPTION            "THE DOCKERS" / "DOCKERS"

0.  MESSAGE: ID                     TST7-MUC9-0001
1.  MESSAGE: TEMPLATE               2 (OPTIONAL)
4.  INCIDENT: TYPE                  KIDNAPPING
10. PERP: ORGANIZATION ID           -

0.  MESSAGE: ID                     TST7-MUC9-0002
1.  MESSAGE: TEMPLATE               *
4.  INCIDENT: TYPE                  *
"""
TEXT = """\
TST7-MUC9-0001 (SOMEBODY)

   DUBRIN, 4 MAR 31 -- [TEXT] THE HSF SAID IT FIRED
TWO ROCKETS.

   THE MAYOR DOUBTED IT.

TST7-MUC9-0002

   IT RAINED.
"""
BOMBING = Answer(
    "BOMBING",
    (("HSF", CLAIMED), ("Tide Brigade", "POSSIBLE")),
    (),
    (),
    ("dockers",),
    ("rockets",),
)


@pytest.fixture
def messages(tmp_path: Path) -> list[Message]:
    (tmp_path / "key-tst7.v1").write_text(KEY, encoding="latin-1")
    (tmp_path / "tst7-muc9").write_text(TEXT, encoding="latin-1")
    return read_messages(tmp_path)


def scored(messages: list[Message], *answers: Answer) -> dict[str, float]:
    return report(messages, [list(answers), []])


def test_messages_come_with_their_templates(messages: list[Message]) -> None:
    first, second = messages
    assert (first.id, second.id) == ("TST7-MUC9-0001", "TST7-MUC9-0002")
    assert first.text.startswith("DUBRIN, 4 MAR 31 -- [TEXT] THE HSF SAID IT FIRED TWO ROCKETS.\n")
    assert second.templates == []
    one, two = first.templates
    assert one.types == {"BOMBING", "ATTACK"}
    assert two.optional
    assert not one.optional
    assert [fill.strings for fill in one.fills(10)] == [
        {"HARBOUR SHIELD FRONT", "HSF"},
        {"TIDE BRIGADE"},
    ]
    assert [fill.values for fill in one.fills(CONFIDENCE)] == [
        {CLAIMED},
        {"SUSPECTED OR ACCUSED", "POSSIBLE"},
    ]
    assert one.fills(9)[0].optional
    assert one.fills(12) == []


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("*", None),
        ("-", None),
        ('"A B"', Fill(frozenset(), frozenset({"B"}))),
        ('? "\\"THE WATCH\\""', Fill(frozenset(), frozenset({"WATCH"}), optional=True)),
    ],
)
def test_a_fill_is_read(value: str, expected: Fill | None) -> None:
    assert read_fill(10, value) == expected


def test_strings_are_compared_without_article_case_and_quotes() -> None:
    assert plain('the "Harbour  Shield"\n Front') == "HARBOUR SHIELD FRONT"


def test_all_right_is_all(messages: list[Message]) -> None:
    figures = scored(messages, BOMBING)
    assert figures["confidence_f1"] == 100.0
    assert figures["template_f1"] == 100.0
    assert figures["messages"] == 2.0


def test_nothing_found_is_nothing(messages: list[Message]) -> None:
    figures = scored(messages)
    assert figures["confidence_f1"] == figures["template_f1"] == 0.0


def test_part_of_a_name_counts_half_and_so_does_a_confidence_in_somebody_else(
    messages: list[Message],
) -> None:
    part = Answer("BOMBING", (("SHIELD FRONT", CLAIMED),))
    assert scored(messages, part)["confidence_p"] == 75.0  # half of the name, all of the other
    other = Answer("BOMBING", (("QUAY WATCH", CLAIMED),))
    assert scored(messages, other)["confidence_p"] == 25.0
    wrong = Answer("BOMBING", (("QUAY WATCH", FACT),))
    assert scored(messages, wrong)["confidence_p"] == 0.0


def test_wrong_finds_cost_precision_and_missed_ones_recall(messages: list[Message]) -> None:
    more = Answer("BOMBING", (*BOMBING.organisations, ("QUAY WATCH", FACT)))
    figures = scored(messages, more)
    assert figures["confidence_p"] == pytest.approx(66.67)
    assert figures["confidence_r"] == 100.0
    fewer = scored(messages, Answer("BOMBING", (("HSF", CLAIMED),)))
    assert fewer["confidence_p"] == 100.0
    assert fewer["confidence_r"] == 50.0


def test_templates_of_other_types_are_not_paired(messages: list[Message]) -> None:
    other = Answer("ARSON", BOMBING.organisations)
    assert scored(messages, other)["confidence_f1"] == 0.0
    assert scored(messages, Answer("ATTACK", BOMBING.organisations))["confidence_f1"] == 100.0


def test_a_spurious_template_costs_precision(messages: list[Message]) -> None:
    spurious = report(messages, [[BOMBING], [Answer("ATTACK", (("HSF", FACT),))]])
    assert spurious["confidence_p"] == pytest.approx(66.67)
    assert spurious["confidence_r"] == 100.0


def test_a_fill_counts_once(messages: list[Message]) -> None:
    twice = Answer("BOMBING", (("HSF", CLAIMED), ("HARBOUR SHIELD FRONT", CLAIMED)))
    assert scored(messages, twice)["confidence_p"] == 50.0


def test_an_optional_template_may_be_found() -> None:
    key = Template({4: [Fill(frozenset({"KIDNAPPING"}), frozenset())]}, optional=True)
    message = Message("m", "t", [key])
    assert report([message], [[Answer("KIDNAPPING")]])["template_f1"] == 100.0
    assert report([message], [[]])["template_r"] == 0.0


def test_the_engines_answers_are_made_of_the_texts_own_words() -> None:
    text = (
        "DUBRIN, 4 MAR 31 -- [TEXT] THE HARBOUR SHIELD FRONT (HSF) BOMBED THE POWER STATION. "
        "THE HSF CLAIMED RESPONSIBILITY FOR THE BOMBING.\n\nIT RAINED ALL DAY."
    )
    (found,) = answer([text])
    for one in found:
        assert one.type in TYPES.values()
        for name, confidence in one.organisations:
            assert name in plain(text)
            assert confidence in WORDS.values()
        assert all(string in text for string in (*one.weapons, *one.targets))
    assert answer([""]) == [[]]


def test_an_accusation_may_be_wider_than_the_keys_but_not_narrower() -> None:
    wide, narrow = "SUSPECTED OR ACCUSED", "SUSPECTED OR ACCUSED BY AUTHORITIES"
    assert agreement(narrow, Fill(frozenset({narrow}), frozenset())) == 1.0
    assert agreement(wide, Fill(frozenset({narrow}), frozenset())) == 0.5
    assert agreement(narrow, Fill(frozenset({wide}), frozenset())) == 0.0
    assert agreement(wide, Fill(frozenset({FACT, wide}), frozenset())) == 1.0


def test_alternatives_in_brackets_are_read() -> None:
    fill = read_fill(CONFIDENCE, '? (POSSIBLE / ACQUITTED): "TIDE BRIGADE"')
    assert fill is not None
    assert fill.values == {"POSSIBLE", "ACQUITTED"}
    assert fill.optional


def doer(score: float, kind: str = "armed") -> Perpetrator:
    return Perpetrator(
        name=(0, 3),
        mentions=((0, 3),),
        kind=kind,
        score=score,
        confidence="fact",
        doubts=(1.0, 0.0, 0.0, 0.0, 0.0),
        incidents=(score,),
    )


def test_an_attack_gives_way_to_many_more_bombs_only() -> None:
    assert foremost({"ATTACK": [1], "BOMBING": [2, 3]}) == ["ATTACK", "BOMBING"]
    assert foremost({"ATTACK": [1], "BOMBING": [2, 3, 4, 5]}) == ["BOMBING", "ATTACK"]
    assert foremost({}) == []


def test_an_organisation_is_given_where_enough_of_it_is_expected_to_be_right() -> None:
    sure, unsure = doer(0.9), doer(0.2)
    assert worth(sure, 0) == pytest.approx(0.9 * (0.88 + 1) / 2)
    assert worth(unsure, 0) < WORTH < worth(sure, 0)
    assert laid([sure, unsure], 0) == [sure]


def test_a_further_incident_needs_its_own_probability() -> None:
    once, twice = doer(0.9), msgspec.structs.replace(doer(0.9), incidents=(0.9, 0.7, 0.1))
    assert laid([once, twice], 1) == [twice]
    assert laid([once, twice], 2) == []
    assert laid([once, twice], 3) == []


def test_a_wider_accusation_is_worth_more_where_authorities_may_make_it() -> None:
    plain_one = msgspec.structs.replace(
        doer(1.0), confidence="suspected", doubts=(0.0, 0.4, 0.6, 0.0, 0.0)
    )
    assert worth(plain_one, 0) == pytest.approx((0.88 + 0.6 + 0.2) / 2)


def test_what_a_further_incident_was_is_left_open() -> None:
    text = "THE HSF BOMBED THE PIER. THE HSF BOMBED THE DAM."
    several = msgspec.structs.replace(doer(0.9), incidents=(0.9, 0.8, 0.7, 0.6), name=(4, 7))
    (labels,) = Reader().label([text])
    found = answers(text, labels, Verdicts(0.9, (several,)))
    assert len(found) == 4
    assert [one.type for one in found[2:]] == ["ATTACK", "ATTACK"]
    assert all(one.organisations == (("HSF", FACT),) for one in found)
    assert answers(text, labels, Verdicts(0.1, ())) == []
