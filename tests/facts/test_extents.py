"""Of what a number is: a deed, more of its victims, a toll since replaced, or a longer time."""

import pytest

from counterclaim.facts.counts import CountReading, read_counts
from counterclaim.facts.tokens import read_sentences


def readings(text: str) -> list[CountReading]:
    """The counts of the last sentence of a text, with the one before it in mind."""
    earlier: CountReading | None = None
    found: list[CountReading] = []
    for sentence in read_sentences(text):
        found = read_counts(sentence, (), earlier)
        earlier = next((one for one in found if one.part_of is None), earlier)
    return found


def told(text: str) -> list[tuple[int, str]]:
    return [(one.phrase.quantity.low, one.extent) for one in readings(text)]


@pytest.mark.parametrize(
    "text",
    [
        "The Orsa Fund says 100,001 people have been killed since the war began.",
        "Since the fighting started, more than 100,000 people have been killed.",
        "More than 100,000 people have died over the course of the conflict.",
        "So far this year 212 civilians have been killed.",
        "In the past month alone, 80 people have died in such raids.",
        "A total of 143 people have died in raids in the province in the past three months.",
        "The war has killed 9,000 people.",
        "The bombing, which killed 31 people last year, was never claimed.",
        "It was the deadliest raid since 2024, when 56 people were killed.",
        "Nationwide, 34 people were shot dead on Sunday.",
        "Hundreds of people have fled their homes since January.",
        "About 60 people are killed there each year.",
        "62 conscripts, most of them from Tarn, have been killed since the uprising.",
        "In 14 years of war 40,000 people have been killed.",
        "2,310 deaths were counted across the country.",
    ],
)
def test_a_longer_time_or_a_wider_area_is_no_incidents(text: str) -> None:
    assert {extent for _, extent in told(text)} == {"background"}


@pytest.mark.parametrize(
    "text",
    [
        "At least 9 people were killed on Tuesday, the deadliest raid since the war began.",
        "The bomb killed 12 people, the highest toll this year.",
        "Nine people were killed, the ministry said, since the shelter had no door.",
        "So far 14 bodies have been found.",
        "Three people died in the war-torn town.",
        "Twelve people have been killed since the attack.",
        "Six people were killed in the fighting on Monday.",
        "Two people were killed in the worst attack in 2031.",
    ],
)
def test_a_deed_that_is_compared_with_others_is_one_deed(text: str) -> None:
    assert [extent for _, extent in told(text)] == ["incident"]


def test_the_clause_decides() -> None:
    text = (
        "The monitor, which has counted 2,310 deaths since the fighting started, "
        "said 12 people died on Tuesday."
    )
    assert told(text) == [(2310, "background"), (12, "incident")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "The ministry has raised the death toll from six to nine.",
            [(6, "superseded"), (9, "incident")],
        ),
        (
            "The ministry lowered its toll of the dead from 90 to 74.",
            [(90, "superseded"), (74, "incident")],
        ),
        (
            "He corrected an earlier toll of 15 dead to 13.",
            [(15, "superseded"), (13, "incident")],
        ),
        ("The death toll rose from 23 to 29.", [(23, "superseded"), (29, "incident")]),
        ("From 20 to 30 people were killed.", [(20, "incident")]),
        ("Initial reports said 12 people were killed.", [(12, "incident")]),
    ],
)
def test_a_toll_that_is_replaced(text: str, expected: list[tuple[int, str]]) -> None:
    assert told(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "The death toll was raised from six to nine.",
        "The death toll has been revised from 12 to 19.",
        "The toll of the dead was lowered from 90 to 74.",
        "He corrected an earlier toll of 15 dead to 13.",
    ],
)
def test_the_toll_that_holds_now_is_the_running_one(text: str) -> None:
    first, second = readings(text)
    assert (first.running, second.running) == (False, True)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Two of the wounded died overnight.", [(2, "addition")]),
        ("Three of the injured later died of their wounds.", [(3, "addition")]),
        ("Two of the dead were buried.", [(2, "incident")]),
        (
            "The death toll rose to 47 after two more bodies were found.",
            [(47, "incident"), (2, "addition")],
        ),
        (
            "Fifteen bodies were found, bringing the death toll to 51.",
            [(15, "addition"), (51, "incident")],
        ),
        ("Twelve people were killed on Monday. Three more people were killed.", [(3, "addition")]),
        ("Three more people were killed on Wednesday.", [(3, "incident")]),
        (
            "One woman was killed and two other people were wounded.",
            [(1, "incident"), (2, "incident")],
        ),
    ],
)
def test_more_victims_are_no_toll(text: str, expected: list[tuple[int, str]]) -> None:
    assert told(text) == expected


def test_without_counts_there_is_nothing() -> None:
    assert told("The war began in 2024.") == []
    assert told("") == []


def test_what_came_days_before_another_attack_is_background() -> None:
    text = "Jets carried out new raids on Ostby a day after bombardments killed 24 people."
    (sentence,) = read_sentences(text)
    assert [count.extent for count in read_counts(sentence)] == ["background"]
    (sentence,) = read_sentences("Crowds gathered a day after police shot dead 12 people.")
    assert [count.extent for count in read_counts(sentence)] == ["incident"]


@pytest.mark.parametrize(
    "text",
    [
        "At least 127 people have been killed by air strikes since the army began an offensive.",
        "Weeks of shelling had left more than 75 dead.",
    ],
)
def test_numbers_of_a_campaign_are_background(text: str) -> None:
    (sentence,) = read_sentences(text)
    assert {count.extent for count in read_counts(sentence)} == {"background"}
