"""Whose a person is: "Captain Arn of the Border Watch", "…, its interior minister, Ann Rusk"."""

import pytest

from counterclaim.reading import read_page
from counterclaim.records import Actor


def actors(text: str) -> dict[str, Actor]:
    return {actor.name: actor for actor in read_page(text.encode(), name="page.txt").actors}


@pytest.mark.parametrize(
    ("text", "person", "body"),
    [
        ("Commander Tarek Sul of the Dawn Front said it was over.", "Tarek Sul", "Dawn Front"),
        ("Captain Oda Arn of the Border Watch said no.", "Oda Arn", "Border Watch"),
        ("Dr. Ilo Kerr of Mercy Hospital said so.", "Ilo Kerr", "Mercy Hospital"),
    ],
)
def test_a_person_of_a_body_is_no_body(text: str, person: str, body: str) -> None:
    found = actors(text)
    assert found[person].kind == "person"
    assert found[person].member_of == found[body].id


def test_he_is_the_one_with_the_title() -> None:
    text = "Commander Tarek Sul of the Dawn Front said so. He said four of his men had died."
    reading = read_page(text.encode(), name="page.txt")
    names = {actor.id: actor.name for actor in reading.actors}
    assert {names[s.speaker or ""] for s in reading.statements} == {"Tarek Sul"}


def test_its_minister_is_the_subject_s_own() -> None:
    text = (
        "The Relief Mission said it had received 61 wounded at its hospital.\n\n"
        "Neighbouring Turkey closed its border on Friday, its interior minister, Ana Rusk, said."
    )
    member = actors(text)["Ana Rusk"].member_of
    assert member is not None
    assert member.endswith("interior-ministry")


def test_its_minister_is_nobody_else_s_where_the_subject_is_unknown() -> None:
    text = (
        "The Relief Mission said it had received 61 wounded.\n\n"
        "Neighbours closed the border on Friday, its interior minister, Ana Rusk, said."
    )
    assert actors(text)["Ana Rusk"].member_of is None


def test_its_spokesman_behind_a_quotation_is_the_speaker_s_before() -> None:
    text = (
        "The Relief Mission denied the report.\n\n"
        '"We hold every street," its spokesman, Jan Tol, told reporters.'
    )
    found = actors(text)
    assert found["Jan Tol"].member_of == found["Relief Mission"].id


def test_a_general_federation_is_no_general() -> None:
    found = actors("The General Federation of Workers said so.").values()
    assert all(actor.kind != "person" for actor in found)
