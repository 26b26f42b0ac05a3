"""Events that befall several: all of a list of people is the target, and nothing else is."""

import pytest

from counterclaim.facts.counts import read_counts
from counterclaim.facts.events import EventReading, read_events
from counterclaim.facts.tokens import read_sentences


def attacks(text: str) -> list[EventReading]:
    """The attacks of all sentences of a text."""
    return [e for s in read_sentences(text) for e in read_events(s) if e.event == "ASSAULT"]


def target(text: str) -> str | None:
    """The words for whom the first attack befalls."""
    at = attacks(text)[0].recipient
    return text[slice(*at)] if at is not None else None


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Two guards and a nurse were killed in Ostby.", "Two guards and a nurse"),
        ("A girl, a boy and their mother were wounded.", "A girl, a boy and their mother"),
        ("On Monday, two guards, a boy, and a nurse were shot.", "two guards, a boy, and a nurse"),
        ("Two guards and a nurse was shot.", "a nurse"),
        ("Rebels shelled a school and two guards were wounded.", "a school"),
        ("2 children, woman shot near quay", "2 children, woman"),
        ("Captain Oda Arn and Officer Jan Tol were shot by an inmate.", None),
        ("Rebels shot two men, a boy and a nurse in Ostby.", "two men, a boy and a nurse"),
        ("Soldiers shot Ana Ruiz and Tom Arn.", "Ana Ruiz and Tom Arn"),
        ("Gunmen shot a guard and a nurse fled.", "a guard"),
        ("A man accused in a string of thefts has been shot.", "A man"),
        ("A boy armed with a knife was shot.", "A boy"),
        ("4 teens shot - Ostby News, Weather", "4 teens"),
        ("They shot up the house.", "the house"),
    ],
)
def test_targets(text: str, words: str | None) -> None:
    assert target(text) == (words or text.split(" were")[0])


@pytest.mark.parametrize(
    "text", ["He was caught in the crossfire of flying bullets.", "The killing of the shooting."]
)
def test_what_flies_about_and_other_deeds_are_no_targets(text: str) -> None:
    assert target(text) is None


@pytest.mark.parametrize(
    "text",
    [
        "The name of the victim was not released.",
        "Police released a photo of the man.",
        "A release from Ostby police said so.",
        "Officers were searching for a blue car.",
        "Visit www.ostby.example for more.",
        "Call us by visiting our office.",
    ],
)
def test_what_is_released_searched_for_or_visited_is_no_event(text: str) -> None:
    assert [e for s in read_sentences(text) for e in read_events(s)] == []


def test_prisoners_are_still_released() -> None:
    (sentence,) = read_sentences("The rebels released two hostages.")
    assert [e.event for e in read_events(sentence)] == ["RETREAT"]


def test_stab_wounds_are_one_event() -> None:
    text = "He had stab wounds to his neck."
    assert [text[slice(*e.span)] for e in attacks(text)] == ["stab wounds"]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("2 children, woman shot near quay", [("2", "casualties"), ("woman", "casualties")]),
        ("4 teens shot - OSTBY.example", [("4", "casualties")]),
        ("Two men wanted for the death of a 5-year-old are in custody.", [("a", "killed")]),
        ("A police officer shot an off-duty guard.", [("an", "casualties")]),
    ],
)
def test_counts_of_lists(text: str, told: list[tuple[str, str]]) -> None:
    found = [
        (text[slice(*c.phrase.quantity.number)].split("-")[0], c.harm)
        for s in read_sentences(text)
        for c in read_counts(s)
    ]
    assert [one for one in found if one in told] == told
    assert all("OSTBY" not in words for words, _ in found)


def counted(text: str) -> list[tuple[int, str, int | None]]:
    """Number, harm and total of each count of a text."""
    return [
        (c.phrase.quantity.low, c.harm, c.part_of)
        for s in read_sentences(text)
        for c in read_counts(s)
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Two victims, a man and a woman, died at the scene.",
            [(2, "killed", None), (1, "killed", 0), (1, "killed", 0)],
        ),
        (
            "Three people, a mother and her two sons, were killed on Monday.",
            [(3, "killed", None), (1, "killed", 0), (2, "killed", 0)],
        ),
        ("Two men, aged 25 and 26, died at the scene.", [(2, "killed", None)]),
        ("Two guards, a spokesman said, were killed.", [(2, "killed", None)]),
        ("Two people, Ana Ruiz and Tom Arn, were killed.", [(2, "killed", None)]),
        (
            (
                "Two victims, a 25-year-old Ostby man and a 26-year-old man, were taken to a local "
                "hospital."
            ),
            [(2, "injured", None), (1, "injured", 0), (1, "injured", 0)],
        ),
        ("Four people were taken to Tolm General Hospital.", [(4, "injured", None)]),
        ("Police took three men to court near the hospital.", []),
    ],
)
def test_who_a_number_was_of_stands_between_commas(
    text: str, expected: list[tuple[int, str, int | None]]
) -> None:
    assert counted(text) == expected


@pytest.mark.parametrize(
    ("text", "actor"),
    [
        ("The army is now shelling the town.", "The army"),
        ("Rebels were still attacking the base.", "Rebels"),
    ],
)
def test_now_and_still_stand_inside_a_verb(text: str, actor: str) -> None:
    at = attacks(text)[0].actor
    assert at is not None
    assert text[slice(*at)] == actor


@pytest.mark.parametrize(
    ("text", "event", "words"),
    [
        ("A shooting that left nine people injured is over.", "ASSAULT", "nine people"),
        ("A shooting early today in Ostby left nine people injured.", "ASSAULT", "nine people"),
        ("Tolm teen shot with father's gun", "ASSAULT", "Tolm teen"),
        ("Rebels shot with rifles at the guards.", "ASSAULT", None),
        ("Ana Ruiz was hit by gunfire.", "ASSAULT", "Ana Ruiz"),
    ],
)
def test_who_suffered(text: str, event: str, words: str | None) -> None:
    found = [e for s in read_sentences(text) for e in read_events(s) if e.event == event]
    at = found[0].recipient
    assert (text[slice(*at)] if at else None) == words
    assert all(e.actor is None or text[slice(*e.actor)] == "Rebels" for e in found)


@pytest.mark.parametrize(
    "text",
    [
        "He was booked into the Tolm County jail.",
        "Seventeen warrants were executed in the case.",
        "He had injuries that were not life threatening.",
        "An alleged friend drove.",
    ],
)
def test_jails_warrants_and_alleged_friends_are_no_events(text: str) -> None:
    assert [e for s in read_sentences(text) for e in read_events(s)] == []


@pytest.mark.parametrize(
    ("text", "modality"),
    [
        ("Suspect arrested in raid on mill", "happened"),
        ("A man accused in a string of thefts has been shot.", "happened"),
        ("Suspected militants killed three guards.", "happened"),
        ("The army is suspected of shelling the town.", "alleged"),
        ("The army is suspected to have shelled the town.", "alleged"),
        ("A man charged with the bombing of the market was freed.", "alleged"),
    ],
)
def test_a_suspect_makes_no_deed_doubtful(text: str, modality: str) -> None:
    found = [e for s in read_sentences(text) for e in read_events(s) if e.event != "ACCUSE"]
    assert found[0].modality == modality


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Three men helped one of those hit in the attack.", "one of those"),
        ("Rebels have massacred 250 soldiers taken hostage at a base.", "250 soldiers"),
        ("US-backed rebels killed two armed men.", "two armed men"),
    ],
)
def test_verbs_end_the_phrase_of_a_target(text: str, words: str) -> None:
    assert target(text) == words


def test_a_month_does_nothing() -> None:
    (sentence,) = read_sentences("The war began in March 2011 with unarmed protests.")
    assert [e.actor for e in read_events(sentence)] == [None]


@pytest.mark.parametrize("text", ["Three strikes hit the market.", "12 blasts shook the town."])
def test_a_number_of_deeds_does_nothing(text: str) -> None:
    assert [e.actor for e in attacks(text)] == [None]
