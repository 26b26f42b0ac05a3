"""Charges, counter-charges and refused numbers, on whole pages read as they are."""

import pytest
from tests.ledger.pages import PRISON, ledger_of, sides, versions

GUNS = """2034-05-13
Clinic in Kesh shelled

Shells hit a clinic in Kesh on Friday. The Falcon Brigade said that Anver's army had shelled the
clinic. Anver's army said that the Falcon Brigade had shelled the clinic itself.
"""


def test_two_who_lay_one_deed_to_each_other_contradict_each_other() -> None:
    assert len(sides(ledger_of(GUNS), "disputes", "actor")) == 1


def test_who_is_accused_and_accuses_somebody_else_contradicts_the_charge() -> None:
    found = ledger_of(
        """2034-05-13
Shells hit grain store in Kesh

Shells hit a grain store in Kesh on Friday, the mayor, Ida Rell, said. The army of Casperia had
fired the shells, she said.

The army of Casperia said the Hill Guard had fired the shells that hit the grain store in Kesh.
"""
    )
    assert len(sides(found, "disputes", "actor")) == 1


def test_what_was_not_fired_is_no_rival_of_what_was() -> None:
    found = ledger_of(
        """2034-05-13
Air strike hits quarry in Kesh

An air strike by the Ostran air force hit a quarry in Kesh on Friday, the mayor, Ida Rell, said.
The Ostran defence ministry said a rocket fired by the Hill Front had fallen short in Kesh.

The Hill Front said it had fired no rocket at the quarry on Friday.
"""
    )
    assert not any("no rocket" in a + b for a, b in sides(found, "disputes"))
    assert any("no rocket" in b for _, b in sides(found, "denies"))


@pytest.mark.parametrize(
    "words",
    [
        "The army of Casperia said that 63 was not true.",
        "The army of Casperia said the figure of 63 was wrong.",
        "The army of Casperia dismissed the figure of 63.",
    ],
)
def test_a_number_is_denied_by_itself(words: str) -> None:
    page = """2034-05-13
Shells hit mill in Kesh

The mayor of Kesh, Ida Rell, said 63 people were killed when shells hit the mill. {}
"""
    assert [a for a, _ in sides(ledger_of(page.format(words)), "denies", "count")] == ["63 people"]


def test_who_no_longer_denies_admits() -> None:
    found = ledger_of(
        """2034-05-13
Clinic in Kesh shelled

The Falcon Brigade said that Anver's army had shelled the clinic in Kesh on Friday. Anver's army
denied that it had shelled the clinic.
""",
        """2034-05-15
Clinic in Kesh: army relents

Anver's army no longer denies that its guns hit the clinic in Kesh on Friday, when shells fell on
the clinic. The Falcon Brigade had said that the army shelled the clinic.
""",
    )
    assert sides(found, "revises", "position") == [("denied", "no longer denies")]


def test_a_sum_over_two_towns_is_no_rival_of_one_towns_number() -> None:
    page = """2034-05-13
Raid on Kesh

The government of Hollin said that 9 people were killed in the raid on Kesh on Friday.

{}, the Peace Council said.
"""
    summed = "In all, 34 people were killed in the two villages, Kesh and Dol"
    assert sides(ledger_of(page.format(summed)), "disputes", "count") == []
    rival = "In all, 34 people were killed in the raid on Kesh"
    assert sides(ledger_of(page.format(rival)), "disputes", "count") != []


def test_a_later_page_that_speaks_of_the_deed_as_known_is_on_the_same_incident() -> None:
    first = """2034-05-13
Town of Kesh captured

Fighters of the Green Column captured the town of Kesh on Friday after two days of fighting, the
group said. It said 63 soldiers had been killed in the fighting for Kesh.
"""
    later = """2034-05-17
Army admits withdrawal

The Teral army raised its own death toll in the battle for Kesh to 19. It admitted that it had
withdrawn from Kesh.
"""
    assert len(ledger_of(first, later).incidents) == 1


def test_who_holds_a_town_denies_that_it_was_captured() -> None:
    found = ledger_of(
        """2034-05-13
Town of Kesh captured

Fighters of the Green Column captured the town of Kesh on Friday, the group said.

The army of Teral said it was in full control of Kesh.
"""
    )
    assert sides(found, "denies", "event") == [("captured", "control")]


def test_a_charge_without_a_place_stands_against_the_deed_it_answers() -> None:
    found = ledger_of(
        """2034-05-13
Nine dead in Kesh

The Falcon Brigade said that a missile of Anver's army hit the mill in Kesh on Friday.

Anver's army rejected the charge. It said that a rocket fired by the Falcon Brigade had fallen
short.
"""
    )
    assert sides(found, "disputes", "actor") == [
        ("a missile of Anver's army hit", "fired the Falcon Brigade")
    ]


def test_numbers_of_a_group_and_of_all_are_rivals_where_no_place_is_named() -> None:
    found = ledger_of(
        """2034-05-13
Fire at mill

Nine workers were killed in Friday's fire at the mill, the Peace Council said.

The owner said that five people had died in Friday's fire.
"""
    )
    assert sides(found, "disputes", "count") == [("Nine workers", "five people")]


def test_the_only_named_holder_of_an_office_is_meant() -> None:
    found = ledger_of(
        """2034-05-13
Protest in Kesh

The interior minister of Anver said that three people were killed at the protest in Kesh on Friday.
""",
        """2034-05-14
Protest in Kesh

Interior minister Olga Penn said that seven people were killed at the protest in Kesh on Friday.
""",
    )
    assert versions(found, "actor:olga-penn") == [("asserts", ["first"]), ("asserts", ["count"])]
    reasons = [actor.same_as_reason for actor in found.actors if actor.same_as]
    assert reasons == ["Olga Penn is the only interior minister of the pages on this incident"]


def test_of_two_named_holders_neither_is_meant() -> None:
    pages = [
        f"""2034-05-1{day}
Protest in Kesh

{who} said that {number} people were killed at the protest in Kesh on Friday.
"""
        for day, who, number in (
            (3, "The interior minister", "three"),
            (4, "Interior minister Olga Penn", "seven"),
            (5, "Interior minister Rolf Marn", "eight"),
        )
    ]
    assert not [actor for actor in ledger_of(*pages).actors if actor.same_as]


def test_a_charge_that_joins_by_what_is_around_it_keeps_its_deed() -> None:
    found = ledger_of(
        """2034-05-13
Air strike hits mill in Kesh

An air strike by the air force of Anver hit a mill in Kesh on Friday, killing at least 40 people,
the mayor of Kesh, Ida Rell, said.

Anver's defence ministry denied that its jets had flown over Kesh. It said a rocket fired by the
Falcon Brigade had fallen short.
""",
        """2034-05-13
The mill in Kesh

Medics in Kesh said they had counted 31 bodies after the strike on the mill.

The Falcon Brigade said it had fired no rocket on Friday. "The jets came from Anver," its spokesman
said.
""",
    )
    assert ("fired the Falcon Brigade", "it fired no rocket") in sides(found, "denies", "actor")


def test_who_lays_a_deed_to_another_denies_his_own_part() -> None:
    found = ledger_of(
        """2034-05-13
Mortars hit mill in Kesh

The Falcon Brigade said that Anver's forces had fired the mortars at the mill in Kesh on Friday.
""",
        """2034-05-14
The mill in Kesh

Anver's army said on Saturday that Falcon Brigade fighters had fired the mortars that hit the mill
in Kesh.

"We did not shell the mill," said the Falcon Brigade's commander, Tal Renko. "Nobody in his right
mind would believe that."
""",
    )
    (denied,) = [a for a, b in sides(found, "denies", "actor") if "We" in b]
    assert "Falcon Brigade" in denied


@pytest.mark.parametrize(("denial", "answered"), [("from the car", False), ("at the car", True)])
def test_no_shots_from_the_victims_deny_no_shots_at_them(denial: str, answered: bool) -> None:
    found = ledger_of(
        f"""2034-05-13
Five dead at checkpoint near Kesh

Soldiers at a checkpoint near Kesh shot dead five people in a car on Friday, a doctor said.

The Peace Council said no shots had been fired {denial}.
"""
    )
    assert bool(sides(found, "denies")) is answered


def test_a_denial_answers_no_other_denial() -> None:
    found = ledger_of(
        """2034-05-13
Blast on railway near Kesh

The interior ministry of Anver said the Falcon Brigade had planted a bomb that threw a train off
the rails near Kesh on Friday.

The Falcon Brigade denied planting a bomb. A railwayman said nobody had planted a bomb.
"""
    )
    assert not [a for a, _ in sides(found, "denies") if "planting" in a]


def test_a_minister_speaks_for_the_ministry_of_his_page() -> None:
    found = ledger_of(*PRISON)
    party = next(a.origin for a in found.accounts if a.organs)
    assert party.startswith("actor:justice-ministry-of-")
    assert sides(found, "disputes", "count") == [("At least 17 inmates", "eleven")]
    assert sides(found, "revises", "count") == [("six", "eleven")]
    shots = [e for r in found.readings for e in r.events if e.modality == "denied"]
    assert [e.actor for e in shots] == ["actor:pavel-dorn"]
