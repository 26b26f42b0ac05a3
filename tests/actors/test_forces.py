"""Forces, fighters, wings, namesakes and offices that are known by what a page says of them."""

import pytest

from counterclaim.actors import LOCAL_OFFICES
from counterclaim.actors.acronyms import initials
from counterclaim.actors.lexicon import tokens
from counterclaim.actors.namesakes import is_namesake
from tests.actors.pages import cast_of, resolved, who


@pytest.mark.parametrize(
    ("text", "words", "actor"),
    [
        ("Regime forces fired in northern Syria.", "Regime forces", "actor:sy-army"),
        (
            "Tolmaran troops came. Government forces fled.",
            "Government forces",
            "actor:tolmara-army",
        ),
        ("Syria and Russia met. Government forces fled.", "Government forces", "actor:army"),
        ("Syria's army fired. The army fled.", "The army", "actor:sy-army"),
    ],
)
def test_government_forces(text: str, words: str, actor: str) -> None:
    assert who(text, words) == actor


def test_government_forces_of_nobody_keep_their_words() -> None:
    cast = cast_of("Syria and Russia met. Government forces fled.")
    at = cast.text.index("Government")
    assert cast.name(cast.resolve(at, at + 17).actor or "") == "government forces"


@pytest.mark.parametrize(
    ("text", "words", "actor"),
    [
        ("The Varesh Liberation Front left. The militants fled.", "The militants", True),
        ("Rebels of the Varesh Liberation Front left. The rebels fled.", "The rebels", True),
        ("The rebel Varesh Liberation Front left. The rebels fled.", "The rebels", True),
        ("The Varesh Liberation Front left. The rebels fled.", "The rebels", False),
        ("The militants fled. The Varesh Liberation Front left.", "The militants", False),
        (
            "The Varesh Liberation Front met the Dol Liberation Front. The militants fled.",
            "The militants",
            False,
        ),
    ],
)
def test_the_fighters_of_the_only_group(text: str, words: str, actor: bool) -> None:
    assert (who(text, words) == "actor:varesh-liberation-front") == actor


def test_the_reason_tells_which_rule() -> None:
    text = "Rebels of the Varesh Liberation Front left. The rebels fled."
    assert resolved(text, "The rebels").reason == "the rebels of the page"
    text = "The Varesh Liberation Front left. The militants fled."
    assert resolved(text, "The militants").reason == "the only armed group of the page"


@pytest.mark.parametrize(
    ("text", "apart"),
    [
        ("Another man called Dara Lusk fled.", True),
        ("a second officer, also named Dara Lusk, fled.", True),
        ("Dara Lusk, a baker who is no relation to the minister, fled.", True),
        ("Dara Lusk (no relation) fled.", True),
        ("Dara Lusk, who is not related to the judge, fled.", True),
        ("Dara Lusk, not to be confused with the singer, fled.", True),
        ("Dara Lusk, who said it was unrelated to the war, fled.", False),
        ("Dara Lusk fled. It was no relation of his.", False),
        ("A man called Dara Lusk fled.", False),
    ],
)
def test_namesakes(text: str, apart: bool) -> None:
    start = text.index("Dara Lusk")
    assert is_namesake(text, start, start + 9) == apart


def test_namesakes_are_two_persons() -> None:
    text = (
        "Interior Minister Dara Lusk of Velmaria said so.\n"
        "Dara Lusk, a baker who is no relation to the minister, said no.\nLusk said it again."
    )
    cast = cast_of(text)
    found = {a.id: a for a in cast.actors()}
    assert found["actor:dara-lusk"].role == "Interior Minister"
    assert found["actor:dara-lusk-namesake"].role is None
    mention = found["actor:dara-lusk-namesake"].mentions[0]
    assert mention.span.start == text.index("\nDara") + 1
    assert cast.resolve(text.index("Lusk said"), text.index(" said it")).actor == "actor:dara-lusk"


def test_a_namesake_alone_has_the_name_to_itself() -> None:
    cast = cast_of("Another man called Dara Lusk said so.")
    assert {a.id for a in cast.actors()} == {"actor:dara-lusk-namesake"}


@pytest.mark.parametrize(
    ("text", "words", "actor"),
    [
        (
            "Hamas's armed wing, the Izz ad-Din al-Qassam Brigades, said so.",
            "Hamas's armed wing, the Izz ad-Din al-Qassam Brigades,",
            "actor:qassam-brigades",
        ),
        (
            "A resident who gave his name as Abu Tal said so.",
            "A resident who gave his name as Abu Tal",
            "actor:abu-tal",
        ),
        (
            "The Tolmar Harm Observatory spoke. The Velgrad-based observatory said so.",
            "The Velgrad-based observatory",
            "actor:tolmar-harm-observatory",
        ),
        (
            "A group calling itself the Tolmar Lanterns said so.",
            "A group calling itself the Tolmar Lanterns",
            "actor:tolmar-lanterns",
        ),
        (
            "The Tolmar Dam Council spoke. The council said so.",
            "The council",
            "actor:tolmar-dam-council",
        ),
        ("The Hill Guard said so.", "The Hill Guard", "actor:hill-guard"),
        ("The Hill said so.", "The Hill", "actor:the-hill"),
        (
            "The European Union spoke. The bloc said so.",
            "The bloc",
            "actor:eu",
        ),
    ],
)
def test_named_by_more_than_a_name(text: str, words: str, actor: str) -> None:
    assert who(text, words) == actor


def test_a_towns_service_is_none_of_the_states() -> None:
    text = "Norland's army spoke. The {}rescue service said so."
    assert who(text.format(""), "The rescue service") == "actor:norland-civil-defence"
    town = who(text.format("city's "), "The city's rescue service")
    assert town is not None
    assert "norland" not in town


def test_a_council_of_dams_is_no_dam() -> None:
    assert who("The Tolmar Dam Council spoke. The dam was mined.", "The dam") is None


def test_an_acronym_that_is_spelt_out_by_its_initials() -> None:
    cast = cast_of("TAK is an acronym for the Tolmaran Army of Karvel. TAK said so.")
    (found,) = (a for a in cast.actors() if "TAK" in a.aliases)
    assert (found.name, found.kind) == ("Tolmaran Army of Karvel", "armed_force")


def test_initials_leave_small_words_out() -> None:
    text = "Tolmaran Army of Karvel"
    assert initials(list(tokens(text, 0, len(text))), 0, 3) == "TAK"


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("Dubrin Governor Talis Brand said so.", "Dubrin Governor"),
        ("The governor of Dubrin, Talis Brand, said so.", "governor of Dubrin"),
        ("Governor Talis Brand said so.", "Governor"),
        (
            "Talis Brand, who is spokesman of the Dol Rights Watch, said so.",
            "spokesman of the Dol Rights Watch",
        ),
    ],
)
def test_a_role_keeps_its_place(text: str, role: str) -> None:
    (person,) = (a for a in cast_of(text).actors() if a.kind == "person")
    assert person.role == role


def test_who_held_an_office_until_then_speaks_for_it_no_more() -> None:
    now = "Dan Merrow, who is spokesman of the Dol Rights Watch, said so."
    then = "Dan Merrow, who was spokesman of the Dol Rights Watch until March, said so."
    assert cast_of(now).member_of("actor:dan-merrow") == "actor:dol-rights-watch"
    assert cast_of(then).member_of("actor:dan-merrow") is None


def test_a_lost_apostrophe() -> None:
    cast = cast_of("President Ilan Torv spoke. Ilan Torvs office said so.")
    assert {a.id for a in cast.actors() if a.kind == "person"} == {"actor:ilan-torv"}


def test_local_offices_are_lower_case() -> None:
    assert all(office == office.lower() for office in LOCAL_OFFICES)


@pytest.mark.parametrize(
    ("text", "words", "actor"),
    [
        ("The army of Casperia said so.", "The army of Casperia", "actor:casperia-army"),
        ("The navy of Ilmara and its crew left.", "The navy of Ilmara", "actor:ilmara-navy"),
        ("The Army of Light said so.", "The Army of Light", "actor:army-of-light"),
        ("The army of volunteers said so.", "The army of volunteers", "actor:army"),
    ],
)
def test_a_force_of_a_name_shows_it_to_be_a_state(text: str, words: str, actor: str) -> None:
    assert who(text, words) == actor


def test_a_name_goes_on_behind_of_and_may_be_taken_up_by_its_first_word() -> None:
    text = "The Sons of Tarn denied it. The Sons left."
    cast = cast_of(text)
    whole, short = (
        cast.resolve(at, at + len(words)).actor
        for words, at in (("The Sons of Tarn", 0), ("The Sons", text.rindex("The Sons")))
    )
    assert whole == short == "actor:sons-of-tarn"


def test_the_holder_of_an_office_is_told_by_its_place_and_is_no_crowd() -> None:
    text = "The police chief of Tarrant spoke. The police left."
    assert who(text, "The police chief of Tarrant") == "actor:police-chief-of-tarrant"
    assert who("The mayor of Pelm spoke.", "The mayor of Pelm") == "actor:mayor-of-pelm"
    assert who("The mayor of the mine spoke.", "The mayor of the mine") == "actor:mayor"
