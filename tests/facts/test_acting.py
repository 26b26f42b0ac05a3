"""Verbs that name an act only with what they are done to, and who does it to whom."""

import pytest

from counterclaim.facts.acting import ACTING
from counterclaim.facts.event_objects import OBJECT_ROWS
from counterclaim.facts.events import EventReading, read_events
from counterclaim.facts.tokens import read_sentences
from counterclaim.facts.verb_forms import verb_forms


def read(text: str) -> list[EventReading]:
    return [event for sentence in read_sentences(text) for event in read_events(sentence)]


def told(text: str) -> list[tuple[str, str | None]]:
    return [(event.event, event.mode) for event in read(text)]


def words(text: str, span: tuple[int, int] | None) -> str | None:
    return text[slice(*span)] if span else None


@pytest.mark.parametrize(
    ("text", "event", "mode", "actor", "recipient"),
    [
        ("The militia fired mortars at the market.", "ASSAULT", "heavy-weapons", "The militia",
         "the market"),
        ("Mortars were fired at the market by rebels.", "ASSAULT", "heavy-weapons", "rebels",
         "the market"),
        ("A rocket fired by the Red Front hit the mill.", "ASSAULT", "heavy-weapons",
         "the Red Front", "the mill"),
        ("Bombs were dropped on Karvel.", "ASSAULT", "aerial", None, "Karvel"),
        ("Protesters threw stones at police.", "PROTEST", "riot", "Protesters", "police"),
        ("Stones were thrown at police by protesters.", "PROTEST", "riot", "protesters", "police"),
        ("Settlers threw stones at a bus.", "ASSAULT", "primitive", "Settlers", "a bus"),
        ("A man threw a grenade into the hall.", "ASSAULT", "explosives", "A man", "the hall"),
        ("Rioters set fire to the town hall.", "ASSAULT", "destroy", "Rioters", "the town hall"),
        ("The hall was set on fire by a mob.", "ASSAULT", "destroy", "a mob", "The hall"),
        ("Militiamen burned the clinic.", "ASSAULT", "destroy", "Militiamen", "the clinic"),
        ("A man blew himself up at the gate.", "ASSAULT", "suicide-attack", "A man", "the gate"),
        ("Rebels hanged two civilians.", "ASSAULT", "targeted", "Rebels", "two civilians"),
        ("Gunmen took three engineers hostage.", "ASSAULT", "abduct", "Gunmen", None),
        ("Three engineers were taken hostage by gunmen.", "ASSAULT", "abduct", "gunmen",
         "Three engineers"),
        ("Armed men kidnapped two drivers.", "ASSAULT", "abduct", "Armed men", "two drivers"),
        ("Rebels captured the airport.", "COERCE", "seize", "Rebels", "the airport"),
        ("Two villages were captured by the rebels.", "COERCE", "seize", "the rebels",
         "Two villages"),
        ("Police raided the newspaper's office.", "COERCE", "seize", "Police",
         "the newspaper's office"),
        ("Sarvia closed its airspace on Monday.", "COERCE", "restrict", "Sarvia", "its airspace"),
        ("The ministry banned the rally.", "COERCE", "restrict", "The ministry", "the rally"),
        ("Students blocked the road.", "PROTEST", "obstruct", "Students", "the road"),
        ("Thousands marched through Lorne.", "PROTEST", "demo", "Thousands", None),
        ("Tolmara recalled its ambassador.", "SANCTION", "withdraw", "Tolmara", "its ambassador"),
        ("The court sentenced two officers to death.", "SANCTION", "convict", "The court",
         "two officers"),
        ("The Red Crescent delivered aid to 300 families.", "AID", None, "The Red Crescent",
         "300 families"),
        ("Sarvia sent reinforcements to the border.", "MOBILIZE", "troops", "Sarvia",
         "reinforcements"),
        ("The convoy came under fire near Karvel.", "ASSAULT", "firearms", None, "The convoy"),
        ("Border guards exchanged fire with smugglers.", "ASSAULT", "firearms", "Border guards",
         None),
    ],
)  # fmt: skip
def test_acts(
    text: str, event: str, mode: str | None, actor: str | None, recipient: str | None
) -> None:
    (found,) = read(text)
    assert (found.event, found.mode) == (event, mode)
    assert words(text, found.actor) == actor
    if recipient is not None and mode != "suicide-attack":
        assert words(text, found.recipient) == recipient


@pytest.mark.parametrize(
    "text",
    [
        "The bank closed its bridge loan programme.",
        "Burned cars lined the road.",
        "North Sarvia launched a missile test on Friday.",
        "The agency launched a rocket into orbit.",
        "The minister faced a barrage of questions.",
        "The closed border cost the town its market.",
        "A helicopter is down north of Budu.",
        "The paper withdrew its figure of three.",
        "The ministry withdrew the statement on Monday.",
        "He captured the mood of the hour.",
        "The soldiers marched past the stand.",
        "She delivered a speech to the families.",
        "They held a meeting in the hall.",
        "Her hopes were hanging by a wet thread.",
    ],
)
def test_no_acts(text: str) -> None:
    assert told(text) == []


def test_a_shoulder_fired_missile_is_no_second_act() -> None:
    text = "A helicopter was downed by a shoulder-fired missile."
    (found,) = read(text)
    assert words(text, found.recipient) == "A helicopter"


def test_a_quotation_is_not_cut_by_the_name_of_an_act() -> None:
    text = 'The command said its battery had fired "nine rounds" at the boat.'
    (found,) = read(text)
    assert words(text, found.span) == "fired"


@pytest.mark.parametrize(
    ("text", "actor"),
    [
        ("Sarvia imposed sanctions on two banks.", "Sarvia"),
        ("Workers went on strike at the port.", "Workers"),
        ("Clashes broke out between the army and the rebels.", "the army"),
        ("The rebels agreed to withdraw.", "The rebels"),
    ],
)
def test_actors(text: str, actor: str) -> None:
    assert words(text, read(text)[-1].actor) == actor


def test_both_sides_of_a_clash() -> None:
    text = "Clashes broke out between the army and the rebels."
    (found,) = read(text)
    assert words(text, found.recipient) == "the rebels"


def test_unknown_gunmen_did_it_and_an_unknown_cause_did_not() -> None:
    assert read("Unknown gunmen assassinated the deputy mayor.")[0].modality == "happened"


def test_every_form_of_every_verb_is_looked_for() -> None:
    for row in OBJECT_ROWS:
        for verb in row.verbs.split():
            assert set(verb_forms(verb)) <= ACTING


@pytest.mark.parametrize(
    ("verb", "forms"),
    [
        ("kidnap", {"kidnap", "kidnaps", "kidnapped", "kidnapping"}),
        ("seize", {"seize", "seizes", "seized", "seizing"}),
        ("deploy", {"deploy", "deploys", "deployed", "deploying"}),
        ("deny", {"deny", "denies", "denied", "denying"}),
        ("strike:struck,stricken", {"strike", "strikes", "striking", "struck", "stricken"}),
        ("ban", {"ban", "bans", "banned", "banning"}),
    ],
)
def test_forms(verb: str, forms: set[str]) -> None:
    assert set(verb_forms(verb)) == forms


def test_captives_are_not_captured_again() -> None:
    text = "Fighters executed at least nine captured soldiers in the town."
    assert told(text) == [("ASSAULT", "targeted")]


def test_the_hurt_of_a_second_number_did_nothing() -> None:
    text = "Two servicemen were killed and five wounded."
    (found,) = read(text)
    assert found.actor is None
    assert words(text, found.recipient) == "Two servicemen"


def test_at_least_is_no_half_phrase() -> None:
    text = "At least 13 civilians have been killed."
    assert words(text, read(text)[0].recipient) == "13 civilians"


def test_what_strikes_a_building_and_what_strikes_a_tone() -> None:
    assert told("A shell struck a school.") == [("ASSAULT", "heavy-weapons")]
    assert told("She struck a defiant tone.") == []
    assert told("They struck a deal.") == [("AGREE", None)]
