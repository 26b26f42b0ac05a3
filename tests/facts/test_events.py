"""Events of invented sentences: PLOVER codes, roles, instruments, modality."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from counterclaim.facts.event_objects import OBJECT_ROWS
from counterclaim.facts.event_words import ROWS
from counterclaim.facts.events import EventReading, read_events
from counterclaim.facts.tokens import read_sentences
from counterclaim.facts.triggers import triggers

PLOVER = {
    "AGREE": set(),
    "CONSULT": {"visit", "third-party", "multilateral", "phone"},
    "SUPPORT": set(),
    "CONCEDE": set(),
    "COOPERATE": set(),
    "AID": set(),
    "RETREAT": {"withdraw", "release", "disarm", "ceasefire", "access", "resign"},
    "REQUEST": {"assist", "change", "yield", "meet"},
    "ACCUSE": {"disapprove", "investigate", "allege"},
    "REJECT": {"assist", "change", "yield", "meet"},
    "THREATEN": {"restrict", "arrest", "relations", "expel", "territory", "violence"},
    "PROTEST": {"demo", "riot", "strike", "hunger", "boycott", "obstruct", "vandalize"},
    "SANCTION": {"convict", "expel", "withdraw", "discontinue"},
    "MOBILIZE": {"troops", "weapons", "police", "militia"},
    "COERCE": {
        "seize",
        "restrict",
        "censor",
        "curfew",
        "martial-law",
        "arrest",
        "deport",
        "withhold",
        "misinformation",
        "cyber",
    },
    "ASSAULT": {
        "abduct",
        "beat",
        "torture",
        "sexual",
        "targeted",
        "destroy",
        "primitive",
        "firearms",
        "explosives",
        "suicide-attack",
        "aerial",
        "drone",
        "heavy-weapons",
        "crowd-control",
        "unconventional",
    },
}
"""Events and modes of the PLOVER codebook, version of 2021."""


def test_table_uses_codes_of_the_codebook() -> None:
    for row in (*ROWS, *OBJECT_ROWS):
        assert row.event in PLOVER
        assert row.mode is None or row.mode in PLOVER[row.event], row


def events(text: str) -> list[EventReading]:
    return [reading for sentence in read_sentences(text) for reading in read_events(sentence)]


def codes(text: str) -> list[tuple[str, str | None]]:
    return [(event.event, event.mode) for event in events(text)]


def words(text: str, span: tuple[int, int] | None) -> str | None:
    return text[slice(*span)] if span else None


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Velmar jets struck the base.", [("ASSAULT", "aerial")]),
        ("An airstrike hit the depot, killing two.", [("ASSAULT", "aerial")]),
        ("The bombing took place near Kesh.", [("ASSAULT", "explosives")]),
        ("Warplanes bombed the bridge.", [("ASSAULT", "aerial")]),
        ("Militants shelled the town with mortars.", [("ASSAULT", "heavy-weapons")]),
        (
            "The army fired rockets; the shelling went on.",
            [("ASSAULT", "heavy-weapons"), ("ASSAULT", "heavy-weapons")],
        ),
        ("A drone strike hit a convoy.", [("ASSAULT", "drone")]),
        (
            "Right after the air strike by Velmar jets, rebels launched their offensive.",
            [("ASSAULT", "aerial"), ("ASSAULT", None)],
        ),
        ("A suicide bombing tore through the market.", [("ASSAULT", "suicide-attack")]),
        ("Gunmen opened fire on a bus, killing three.", [("ASSAULT", "firearms")]),
        ("Two guards were shot dead.", [("ASSAULT", "firearms")]),
        ("It was a chemical attack.", [("ASSAULT", "unconventional")]),
        ("Rebels executed two prisoners.", [("ASSAULT", "targeted")]),
        ("Gunmen abducted a doctor.", [("ASSAULT", "abduct")]),
        ("Police fired tear gas at students.", [("ASSAULT", "crowd-control")]),
        ("Soldiers beat a driver.", [("ASSAULT", "beat")]),
        ("Bulldozers razed the houses.", [("ASSAULT", "destroy")]),
        ("Police arrested 17 men.", [("COERCE", "arrest")]),
        ("The navy imposed a blockade.", [("COERCE", "restrict")]),
        ("A curfew was imposed.", [("COERCE", "curfew")]),
        ("Hackers launched a cyberattack.", [("COERCE", "cyber")]),
        ("Thousands joined a demonstration.", [("PROTEST", "demo")]),
        ("Prisoners began a hunger strike.", [("PROTEST", "hunger")]),
        ("Velmar deployed two brigades.", [("MOBILIZE", "troops")]),
        ("Velmar threatened the islanders.", [("THREATEN", None)]),
        ("Ordan accused Velmar.", [("ACCUSE", "allege")]),
        ("The envoy condemned it.", [("ACCUSE", "disapprove")]),
        ("The court opened an inquiry.", [("ACCUSE", "investigate")]),
        ("The commission of inquiry met.", []),
        ("The minister demanded answers.", [("REQUEST", None)]),
        ("Velmar rejected the report.", [("REJECT", None)]),
        ("Envoys negotiated all night.", [("CONSULT", None)]),
        ("The staff apologised.", [("CONCEDE", None)]),
        ("They agreed a plan.", [("AGREE", None)]),
        ("The truce held.", [("RETREAT", "ceasefire")]),
        ("The cease-fire agreement holds.", [("RETREAT", "ceasefire")]),
        ("Troops withdrew from Kesh.", [("RETREAT", "withdraw")]),
        ("The bloc imposed sanctions.", [("SANCTION", "discontinue")]),
        ("An aid convoy arrived.", [("AID", None)]),
        ("They struck a deal.", [("AGREE", None)]),
        ("The mayor opened a library.", []),
        ("A fire at the port ruined two sheds.", []),
        ("Fire at a port warehouse is out.", []),
        ("A large fire on the ship was put out.", []),
        ("Troops fire at the port every night.", [("ASSAULT", "firearms")]),
        ("The order was to fire at the crowd.", [("ASSAULT", "firearms")]),
        ("Support aircraft circled above.", []),
        ("Mass media were invited.", []),
        ("The village of Tarn lies on a hill.", []),
    ],
)
def test_codes(text: str, expected: list[tuple[str, str | None]]) -> None:
    assert codes(text) == expected


@pytest.mark.parametrize(
    ("text", "actor", "recipient"),
    [
        ("Velmar jets struck the base.", "Velmar jets", "the base"),
        ("Ordan troops were struck by coalition jets.", "coalition jets", "Ordan troops"),
        ("The airstrike by the Velmar-led coalition killed 12 people.",
         "the Velmar-led coalition", "12 people"),
        ("An air strike blamed on Velmar hit a market.", "Velmar", "a market"),
        ("The coalition's strike destroyed two tanks.", "coalition", "two tanks"),
        ("Velmar carried out a drone strike on a convoy.", "Velmar", "a convoy"),
        ("The army launched an attack against rebel positions.", "The army", "rebel positions"),
        ("The attack was carried out by unidentified warplanes.", "unidentified warplanes", None),
        ("A Velmar airstrike that struck government troops", "Velmar", "government troops"),
        ("The explosion was caused by a leak.", None, None),
        ("Ordan accused the US of lying.", "Ordan", "the US"),
        ("Two villagers were shot dead by soldiers.", "soldiers", "Two villagers"),
        ("The strike hit at least 30 men.", None, "at least 30 men"),
        ("Nine men were killed in the airstrike by Velmar.", "Velmar", "Nine men"),
        ("KESH, 18 July - Velmar jets hit a mill - the largest there.", "Velmar jets", "a mill"),
        ("Ordan accused Velmar of bombing the mill and demanded an inquiry by the League.",
         "Velmar", "the mill"),
        ("Police spoke of shelling near the mill.", None, None),
        ("14:20 Eleven guards were shot dead by Velmar.", "Velmar", "Eleven guards"),
        ("Velmar - backed rebels struck the base.", "backed rebels", "the base"),
    ],
)  # fmt: skip
def test_roles(text: str, actor: str | None, recipient: str | None) -> None:
    found = events(text)
    event = next((one for one in found if one.event == "ASSAULT"), found[0])
    assert words(text, event.actor) == actor
    assert words(text, event.recipient) == recipient


@pytest.mark.parametrize(
    ("text", "instrument"),
    [
        ("Six raids were flown by three Su-25 attack planes.", "three Su-25 attack planes"),
        ("Militants shelled the town with mortars.", "mortars"),
        ("Militants attacked with three Grad rockets.", "rockets"),
        ("The strike hit two tanks.", None),
        ("Attack helicopters strafed the road.", "Attack helicopters"),
    ],
)
def test_instruments(text: str, instrument: str | None) -> None:
    assert words(text, events(text)[0].instrument) == instrument


@pytest.mark.parametrize(
    ("text", "modality"),
    [
        ("Velmar struck the base.", "happened"),
        ("Velmar did not strike the base.", "denied"),
        ("No strike was carried out.", "denied"),
        ("The army denied shelling the market.", "denied"),
        ("Our jets never bombed the town.", "denied"),
        ("If Velmar struck the base, it is war.", "hypothetical"),
        ("It might have struck the base.", "hypothetical"),
        ("Nobody knows whether Velmar attacked the base.", "hypothetical"),
        ("Velmar will attack the base.", "future"),
        ("Velmar plans to attack the base.", "future"),
        ("The alleged attack is under review.", "alleged"),
        ("Velmar reportedly bombed the base.", "alleged"),
        ("It not only attacked the base.", "happened"),
    ],
)
def test_modality(text: str, modality: str) -> None:
    violent = [event for event in events(text) if event.event == "ASSAULT"]
    assert [event.modality for event in violent] == [modality]


def test_one_occurrence_told_twice_is_one_event() -> None:
    text = "The airstrike hit a clinic and killed nine people."
    assert len(events(text)) == 1
    text = "Nine people were killed and 20 wounded in the airstrike."
    (event,) = events(text)
    assert words(text, event.span) == "airstrike"
    assert words(text, event.recipient) == "Nine people"


def test_two_occurrences_stay_two() -> None:
    text = "An airstrike hit the depot, but gunmen shot the mayor."
    assert codes(text) == [("ASSAULT", "aerial"), ("ASSAULT", "firearms")]


def test_contexts() -> None:
    (event,) = events("The army carried out a chemical attack.")
    assert event.context == ("military", "cbrn")
    (event,) = events("The Security Council condemned it.")
    assert event.context == ("diplomatic",)


def test_compound_actor_is_marked() -> None:
    (event,) = events("Fierce fighting went on.")
    assert event.compound
    (event,) = events("The raid was carried out by Velmar.")
    assert not event.compound


def test_acronym_is_no_pronoun() -> None:
    text = "The mayor accuses US of lying."
    (event,) = events(text)
    assert words(text, event.recipient) == "US"


def test_triggers_do_not_overlap() -> None:
    (sentence,) = read_sentences("A suicide bombing attack and an air strike hit the air base.")
    last = -1
    for trigger in triggers(sentence):
        assert trigger.first > last
        last = trigger.last


_WORDS = st.sampled_from(
    """strike struck airstrike by the coalition jets on against Ordan troops killed if not will
    , . ( ) " bombing attack of US IS whether denied two F-16 - carried out 's and which""".split()
)


@given(st.lists(_WORDS, max_size=40))
def test_any_words_give_literal_spans(listed: list[str]) -> None:
    text = " ".join(listed)
    for event in events(text):
        for span in (event.span, event.actor, event.recipient, event.instrument):
            if span is not None:
                assert 0 <= span[0] < span[1] <= len(text)
                assert text[slice(*span)].strip()


@pytest.mark.parametrize(
    ("text", "word", "actor", "recipient"),
    [
        ("A helicopter was shot down over Kivara by rebels.", "shot down", "rebels",
         "A helicopter"),
        ("Helicopter shot down in Kivara.", "shot down", None, "Helicopter"),
        ("Tamrit troops shot dead 19 men at a well.", "shot dead", "Tamrit troops", "19 men"),
        ("A tank blew up at 5:40 on Tuesday.", "blew up", "A tank", None),
        ("The group had tried to seize the relay hill.", "seize", "The group", "the relay hill"),
        ("It could not verify who opened fire.", "opened fire", None, None),
        ("Then police opened fire on a picket line.", "opened fire", "police", "a picket line"),
        ("A nun abducted on the Kuru road was freed.", "abducted", None, "A nun"),
    ],
)  # fmt: skip
def test_verbs_with_particles_and_without_objects(
    text: str, word: str, actor: str | None, recipient: str | None
) -> None:
    event = events(text)[0]
    found = words(text, event.span), words(text, event.actor), words(text, event.recipient)
    assert found == (word, actor, recipient)


@pytest.mark.parametrize(
    "text",
    [
        "Two of the injured were on ventilators.",
        "The clinic was treating 36 wounded.",
        "The president of the canton, Beat Rohm, was away.",
        "The ministry seized on the refusal.",
    ],
)
def test_people_hurt_and_people_named_are_no_events(text: str) -> None:
    assert [event for event in events(text) if event.event in ("ASSAULT", "COERCE")] == []


@pytest.mark.parametrize(
    ("text", "modality"),
    [
        ("Between 9 and 13 May guards killed six men.", "happened"),
        ("He warned that any strike on an Ordan aircraft will be answered.", "hypothetical"),
        ("They denied any attack.", "denied"),
        ("She vowed that the attack will have its answer.", "happened"),
        ("They vowed to attack the port.", "future"),
    ],
)
def test_modality_of_months_of_any_and_of_what_is_known(text: str, modality: str) -> None:
    assert [e.modality for e in events(text) if e.event == "ASSAULT"] == [modality]


@pytest.mark.parametrize(
    ("text", "mode"),
    [
        ("Youths attacked the depot with petrol bombs.", "primitive"),
        ("Police attacked the march with rubber bullets.", "crowd-control"),
        ("Rebels attacked the depot with car bombs.", "explosives"),
        ("Jets and artillery attacked the town.", "aerial"),
        ("The bombing was carried out by jets.", "aerial"),
    ],
)
def test_longer_names_of_weapons_come_first(text: str, mode: str) -> None:
    assert events(text)[0].mode == mode


@pytest.mark.parametrize(
    ("text", "word", "code"),
    [
        ("Gunners fired on the ferry.", "fired on", ("ASSAULT", "firearms")),
        ("Gunners fired on the ferry with mortars.", "fired on", ("ASSAULT", "heavy-weapons")),
        ("Soldiers set the mill alight; the barn was set alight too.", "set alight",
         ("ASSAULT", "destroy")),
        ("Troops captured nine men.", "captured", ("COERCE", "arrest")),
        ("Rebels freed four prisoners.", "freed", ("RETREAT", "release")),
        ("Troops pulled out of Ost.", "pulled out", ("RETREAT", "withdraw")),
        ("A warning shot was heard.", "warning shot", ("ASSAULT", "firearms")),
    ],
)  # fmt: skip
def test_more_words_of_acts(text: str, word: str, code: tuple[str, str]) -> None:
    found = [
        (text[slice(*event.span)], event.event, event.mode)
        for sentence in read_sentences(text)
        for event in read_events(sentence)
    ]
    assert (word, *code) in found


@pytest.mark.parametrize(
    "text",
    [
        "The film captured the mood.",
        "The bank freed funds.",
        "The knife wound was deep.",
        "The minister came under fire over the budget.",
        "They wound up the clock.",
        "The sabotage theory was dropped.",
        "It was a cowardly stab.",
    ],
)
def test_words_that_only_look_like_acts(text: str) -> None:
    assert not [event for sentence in read_sentences(text) for event in read_events(sentence)]


def test_none_of_some_is_somebody_and_nobody_is_not() -> None:
    some, nobody = (
        next(event for event in read_events(read_sentences(text)[0]) if event.event == "ASSAULT")
        for text in ("None of its crews shelled the mill.", "Nobody shelled the mill.")
    )
    assert some.actor is not None
    assert some.modality == nobody.modality == "denied"
    assert nobody.actor is None


@pytest.mark.parametrize(
    ("text", "told"),
    [
        # verbs that are whole by themselves, or parted by their object
        ("They fired, they reloaded, they fired.", ["fired", "fired"]),
        ("The corporal fired until his rifle was empty.", ["fired"]),
        ("The clerk was fired, his union said.", []),
        ("The gunners shot the aircraft down over Tolm.", ["shot"]),
        # ships and streets
        ("Armed men boarded the ferry off Kesh.", ["boarded"]),
        ("Passengers boarded the ferry at noon.", []),
        ("Soldiers sealed off two districts of Orsa.", ["sealed off"]),
        # whom a participle stands for
        ("The wife of the detained switchman spoke.", []),
        ("One of the arrested said so.", []),
        ("Those are convicted men.", []),
        # what is no court's and no deed
        ("He said that sentence ought to be his last.", []),
        ("Ordan sent a protest note to Velmar.", []),
        ("Three of the answers were struck through.", []),
        ("The crash killed four passengers.", []),
        ("A helicopter crashed near Tolm, killing four.", []),
        # people who are set free
        ("The four sailors had been released.", ["released"]),
        ("Mr Orten was released on Friday.", ["released"]),
        ("The report was released on Friday.", []),
        ("The cook taken hostage spoke to the judge.", ["taken hostage"]),
    ],
)
def test_what_a_verb_tells_alone(text: str, told: list[str]) -> None:
    assert [text[slice(*found.span)] for found in events(text)] == told


@pytest.mark.parametrize(
    ("text", "actor", "target"),
    [
        ("The ferry Orla, seized in the strait last week, is back.", None, "The ferry Orla"),
        ("Eight men, one of them a cook, were killed.", None, "Eight men"),
        ("Jets struck the harvest fair's tents last week.", "Jets", "the harvest fair's tents"),
        ("A report on the killing of a baker last week was wrong.", None, "a baker"),
        ("Three rockets were fired on Friday.", None, None),
        ("Rebels shot first.", "Rebels", None),
        ("It was the deadliest attack of the war.", None, None),
        ("Two shells landed in the market.", "Two shells", "the market"),
        ("A rocket fell on a school in Tarn.", "A rocket", "a school"),
        ("A mortar round landed in Tarn.", "A mortar round", None),
        ("The mayor was gunned down outside his house.", None, "The mayor"),
        ("Two teachers were hacked to death.", None, "Two teachers"),
        ("The ship was sunk by a torpedo.", "a torpedo", "The ship"),
        ("Police fired tear gas at the crowd.", "Police", "the crowd"),
        ("Troops laid siege to the town.", "Troops", None),
        ("Rioters hurled petrol bombs at the court.", "Rioters", "the court"),
        ("A night-time curfew was imposed.", None, None),
        ("Nobody has claimed the attack by name.", None, None),
        ("A grenade was thrown at the Founders' Day parade.", None, "the Founders' Day parade"),
    ],
)
def test_who_and_whom_in_short(text: str, actor: str | None, target: str | None) -> None:
    found = events(text)[-1]
    if actor is not None:
        assert found.actor is not None
        assert text[slice(*found.actor)] == actor
    whom = found.recipient
    assert (text[slice(*whom)] if whom else None) == target


@pytest.mark.parametrize(
    ("text", "mode"),
    [
        ("A stoker was hit with a rifle butt.", "beat"),
        ("Shore guns opened fire on the patrol boat.", "heavy-weapons"),
        ("Policemen opened fire on the crowd.", "firearms"),
        ("The convoy was bombed from the air.", "aerial"),
        ("A drone struck the roof of the nuclear plant.", "drone"),
        ("They attacked the depot with a nuclear weapon.", "unconventional"),
    ],
)
def test_modes_of_what_is_used(text: str, mode: str) -> None:
    assert events(text)[0].mode == mode


def test_weapons_of_an_event_at_another_time_are_not_its_own() -> None:
    strikes, killings = events("He ordered missile strikes on the airfield after the killings.")
    assert (strikes.mode, killings.mode) == ("heavy-weapons", None)
