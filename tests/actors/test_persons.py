"""Persons by title, by apposition and by what they do."""

import pytest

from counterclaim.records import Actor
from tests.actors.pages import at, cast_of


def person(text: str) -> Actor:
    found = [actor for actor in cast_of(text).actors() if actor.kind == "person"]
    assert len(found) == 1, [actor.name for actor in found]
    return found[0]


@pytest.mark.parametrize(
    ("text", "name", "role", "member_of"),
    [
        (
            "Velmaria's Defence Ministry spokesman, Major-General Anton Karbin, said so.",
            "Anton Karbin",
            "Velmaria's Defence Ministry spokesman",
            "actor:velmaria-defence-ministry",
        ),
        (
            "The senior Velmarian General Staff official, Viktor Arn, said so.",
            "Viktor Arn",
            "senior Velmarian General Staff official",
            "actor:velmaria-general-staff",
        ),
        (
            "Colonel Raif Santor, a spokesman for the Ostrelian air force, said so.",
            "Raif Santor",
            "spokesman for the Ostrelian air force",
            "actor:ostrelia-air-force",
        ),
        (
            "Velmarian Foreign Minister Sela Oru spoke. The Velmarian army listened.",
            "Sela Oru",
            "Velmarian Foreign Minister",
            "actor:velmaria-foreign-ministry",
        ),
        (
            "German Foreign Minister Jan Q. Roe spoke.",
            "Jan Q. Roe",
            "German Foreign Minister",
            "actor:de-foreign-ministry",
        ),
        (
            "France's UN Ambassador Petr Silo responded.",
            "Petr Silo",
            "France's UN Ambassador",
            "actor:fr",
        ),
    ],
)
def test_titles(text: str, name: str, role: str, member_of: str) -> None:
    found = person(text)
    assert (found.name, found.role, found.member_of) == (name, role, member_of)


def test_a_line_of_capitals_names_no_person() -> None:
    found = cast_of("SHOT GUARD TELLS OF ATTACK\nThe guard spoke.")
    assert [a.name for a in found.actors() if a.kind == "person"] == []


@pytest.mark.parametrize(
    ("line", "named"), [("TRUCKS STORM OLD CHECKPOINT", None), ("He stormed TRUCKS.", "TRUCKS")]
)
def test_a_word_of_a_line_of_capitals_is_no_name(line: str, named: str | None) -> None:
    found = cast_of(f"{line}\nThe guard spoke.")
    found.resolve(*at(found.text, "TRUCKS"))
    assert next((a.name for a in found.actors() if a.name.isupper()), None) == named


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ('"It fell," said Ismet Kal, the surgeon on duty.', "Ismet Kal"),
        ("Petar Jun, whose stall stood nearest, said so.", "Petar Jun"),
        ("Maria Bel, 34, was at home.", "Maria Bel"),
        ("The warden, Oda Klemm, said nothing.", "Oda Klemm"),
        ("The mayor of Dubrin, Ante Brul, said so.", "Ante Brul"),
        ("Lt. Gen. Orest Palm said so.", "Orest Palm"),
        ("A nurse, Sister Ana de la Cruz, said so.", "Ana de la Cruz"),
        ("Sheikh Omar bin Salim said so.", "Omar bin Salim"),
    ],
)
def test_names(text: str, name: str) -> None:
    assert person(text).name == name


@pytest.mark.parametrize(
    "text",
    [
        "The capital, North Varesh, was quiet.",
        "The operator, Havrin Works, was silent.",
        "On Monday Morning News came.",
        "Heavy Rain fell on the town.",
    ],
)
def test_no_persons(text: str) -> None:
    assert [a.name for a in cast_of(text).actors() if a.kind == "person"] == []


def test_surnames_and_full_names_are_one_person() -> None:
    text = "Colonel Raif Santor spoke. Santor said more. Raif Santor left. Mr Santor slept."
    found = person(text)
    assert found.aliases == ["Santor"]
    assert len(found.mentions) == 4


def test_two_persons_of_one_surname_stay_two() -> None:
    text = "President Hal Moir spoke. His brother Tam Moir did not. Moir left."
    people = [a for a in cast_of(text).actors() if a.kind == "person"]
    assert [a.name for a in people] == ["Hal Moir", "Tam Moir"]


def test_gender_comes_from_the_title() -> None:
    people = cast_of("Spokeswoman Mirela Kost spoke. Mr Jan Tol slept. General Ivo Bel sat.").people
    assert {p.name: p.gender for p in people.values()} == {
        "Mirela Kost": "f",
        "Jan Tol": "m",
        "Ivo Bel": "",
    }


def test_a_spokeswoman_without_an_organ_speaks_for_the_one_that_denies_before_her() -> None:
    text = "Velmaria's foreign ministry denies it. Spokeswoman Mirela Kost says it is a lie."
    assert person(text).member_of == "actor:velmaria-foreign-ministry"


def member(text: str, name: str) -> str | None:
    """Whom the person of this name belongs to."""
    return next(a.member_of for a in cast_of(text).actors() if a.name == name)


@pytest.mark.parametrize(
    ("before", "says", "expected"),
    [
        (
            "Velmaria's foreign ministry said the Ostrelian army had been hit.",
            "said so",
            "actor:velmaria-foreign-ministry",
        ),
        (
            "Velmaria says its patience is over.\nThe raid struck Ostrelian government troops.",
            "said so",
            None,
        ),
        ("The raid struck the Ostrelian army.", "said so", None),
        (
            "Velmaria said no. The Ostrelian army, hit at dawn, buried its dead.",
            "said so",
            "actor:velmaria",
        ),
        (
            "The Ostrelian army said it was hit. Velmaria's government said nothing.",
            "says Ostrelia is demanding an answer",
            "actor:ostrelia-army",
        ),
        ("Velmaria called for calm.", "says Ostrelia is demanding an answer", "actor:ostrelia"),
    ],
)
def test_a_spokeswoman_speaks_for_the_organ_that_last_spoke(
    before: str, says: str, expected: str | None
) -> None:
    text = (
        "The Ostrelian government met. The Velmarian government met.\n"
        "Ostrelia's war with Velmaria is old.\n"
        f"{before}\nSpokeswoman Mirela Kost {says}."
    )
    assert member(text, "Mirela Kost") == expected


def test_an_organ_two_paragraphs_before_lends_no_spokeswoman() -> None:
    text = "Velmaria's army said so.\nIt rained.\nSpokeswoman Mirela Kost said no."
    assert member(text, "Mirela Kost") is None


def test_a_person_keeps_an_id_apart_from_an_organisation_of_the_name() -> None:
    text = "The Jordan Front fired. President Jordan Front spoke."
    ids = {a.id for a in cast_of(text).actors()}
    assert len(ids) == len(cast_of(text).actors())


@pytest.mark.parametrize(
    "text",
    [
        "The governor of Oresh province, Lidia Marn, said so.",
        "The head of the regional council, Lidia Marn, said so.",
        "The governor of Dubrin, Lidia Marn, said so.",
        "The director of the old harbour hospital, Lidia Marn, said so.",
    ],
)
def test_the_one_named_after_a_role_of_common_words_is_a_person(text: str) -> None:
    found = person(text)
    assert found.name == "Lidia Marn"
    assert found.role is not None
    assert text.removeprefix("The ").startswith(found.role)


def test_a_role_of_common_words_does_not_reach_over_a_clause() -> None:
    text = "The head of the council said before, Lidia Marn Street is closed."
    assert all(actor.role is None for actor in cast_of(text).actors())


def test_an_organ_that_begins_like_a_rank_is_nobodys_name() -> None:
    text = "Velmaria denied it. “A lie,” the General Staff said."
    assert not [actor.name for actor in cast_of(text).actors() if actor.kind == "person"]


@pytest.mark.parametrize(
    ("before", "expected"),
    [
        (
            "Velmaria accused Ostrelia of the raid, a charge that Ostrelia's army denied.",
            "actor:velmaria-defence-ministry",
        ),
        ("Ostrelia's army denied the raid in Velmaria.", None),
        ("Velmaria accused Ostrelia. Ostrelia denied the raid.", None),
        ("The Velmarian government confirmed the raid.", "actor:velmaria-government"),
    ],
)
def test_a_minister_is_never_of_an_army_and_of_one_state_at_most(
    before: str, expected: str | None
) -> None:
    text = (
        "The Velmarian government met. The Ostrelian government met. War in Velmaria is old.\n"
        f"It rained.\n{before}\nDefence Minister Pavel Orin said so."
    )
    assert member(text, "Pavel Orin") == expected


def test_a_former_office_is_nobodys_word_now() -> None:
    cast = cast_of("The foreign minister, Karim Nadal, a former ambassador to Moscow, said no.")
    (person,) = cast.people.values()
    assert person.role == "foreign minister"
    assert cast.member_of(person.id) is None


def test_an_ambassador_to_a_state_does_not_speak_for_it() -> None:
    cast = cast_of("The ambassador to Moscow, Karim Nadal, said so.")
    (person,) = cast.people.values()
    assert cast.member_of(person.id) is None
    assert person.role == "ambassador to Moscow"


def test_an_office_at_the_time_and_the_body_it_was_held_in() -> None:
    cast = cast_of(
        "The Joint Northern Task Force flew. “Sorry,” said General Mark Oland, then the "
        "commander of the task force."
    )
    (person,) = cast.people.values()
    assert person.role == "commander"
    assert cast.member_of(person.id) == "actor:joint-northern-task-force"


@pytest.mark.parametrize(
    ("text", "side"),
    [
        ("Dr Halim Osk, a surgeon at Mercy Hospital, said so.", None),
        ("Oda Arn, a professor at Velden University, said so.", None),
        ("Dr Halim Osk, director of Mercy Hospital, said so.", "actor:mercy-hospital"),
        ("Oda Arn, a spokeswoman for Mercy Hospital, said so.", "actor:mercy-hospital"),
    ],
)
def test_a_surgeons_word_is_not_his_hospitals(text: str, side: str | None) -> None:
    found = [actor for actor in cast_of(text).actors() if actor.kind == "person"]
    assert [actor.side for actor in found] == [side]
    assert all(actor.member_of is not None for actor in found)


@pytest.mark.parametrize(
    ("text", "person"),
    [
        ("The car was driven by Ana Malk. She said it was hers.", "actor:ana-malk"),
        ("Malk said it was late. The car was driven by Ana Malk.", "actor:ana-malk"),
        ("The fire in Ana Malk Street was out.", None),
        ("The Ana Malk Hospital was full.", None),
    ],
)
def test_given_names_begin_persons_names(text: str, person: str | None) -> None:
    found = {actor.id for actor in cast_of(text).actors() if actor.kind == "person"}
    assert found == ({person} if person else set())


def test_he_is_who_spoke_though_nothing_tells_that_it_was_a_person() -> None:
    text = 'Obst said "no" after meeting President Brul. He said it again.'
    cast = cast_of(text)
    cast.spoke(0, cast.identify(0, 4).actor or "")
    at = text.index("He said")
    assert cast.identify(at, at + 2).actor == cast.identify(0, 4).actor
