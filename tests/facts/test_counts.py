"""Counts of people harmed in invented sentences."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from counterclaim.facts.counts import CountReading, read_counts
from counterclaim.facts.tokens import read_sentences

Row = tuple[str, str, str | None]
"""Number as written, harm, group."""


def readings(text: str) -> list[CountReading]:
    return [reading for sentence in read_sentences(text) for reading in read_counts(sentence)]


def rows(text: str) -> list[Row]:
    return [
        (text[slice(*found.phrase.quantity.number)], found.harm, found.group)
        for found in readings(text)
        if not found.inferred
    ]


CASES: list[tuple[str, list[Row]]] = [
    # verb before
    ("Jets hit the base, killing at least 62 Ordan army troops.", [("62", "killed", "soldiers")]),
    ("The blast killed four people.", [("four", "killed", "people")]),
    ("Shelling kills 9 in Kesh", [("9", "killed", None)]),
    ("The raid wounded 31 villagers.", [("31", "injured", "civilians")]),
    ("The mine injured two engineers.", [("two", "injured", "workers")]),
    ("The militia abducted eleven aid volunteers.", [("eleven", "detained", "aid_workers")]),
    ("Police detained 140 protesters.", [("140", "detained", "protesters")]),
    ("The flood of fire displaced 3,000 families.", [("3,000", "displaced", "people")]),
    ("The crash claimed 17 lives.", [("17", "killed", "people")]),
    ("The army lost 14 soldiers that day.", [("14", "killed", "soldiers")]),
    # predicate after
    ("Sixty-two Ordan soldiers were killed.", [("Sixty-two", "killed", "soldiers")]),
    ("12 civilians have died.", [("12", "killed", "civilians")]),
    ("About 20 militants were reportedly killed.", [("20", "killed", "militants")]),
    ("Three medics were seriously wounded.", [("Three", "injured", "medics")]),
    ("Seven fishermen are missing.", [("Seven", "missing", "workers")]),
    ("At least 200 families were displaced.", [("200", "displaced", "people")]),
    ("Nine Velmari were shot dead.", [("Nine", "killed", None)]),
    ("Five guards lost their lives.", [("Five", "killed", "workers")]),
    ("Two gunmen killed in raid", [("Two", "killed", "militants")]),
    ("Forty residents of the upper town were hurt.", [("Forty", "injured", "civilians")]),
    ("Six people aboard the ferry drowned.", [("Six", "killed", "people")]),
    ("Eight of its officers died.", [("Eight", "killed", "officers")]),
    ("3 of the 12 passengers were killed.", [("3", "killed", "passengers")]),
    ("One of the attackers was killed.", [("One", "killed", "militants")]),
    ("4 US soldiers were killed.", [("4", "killed", "soldiers")]),
    ("Killing IS fighters is hard; 5 IS fighters died.", [("5", "killed", "militants")]),
    # bare numbers
    ("The strike left 12 dead and 30 wounded.", [("12", "killed", None), ("30", "injured", None)]),
    ("It killed 8 and wounded 15.", [("8", "killed", None), ("15", "injured", None)]),
    ("Killed: 62", [("62", "killed", None)]),
    # two numbers
    (
        "Forty-one Ordan marines were drowned and some 90 hurt in the collision.",
        [("Forty-one", "killed", "soldiers"), ("90", "injured", "soldiers")],
    ),
    (
        "The bomb killed 12 people and injured 30 others.",
        [("12", "killed", "people"), ("30", "injured", "people")],
    ),
    (
        "Two children and a woman were killed.",
        [("Two", "killed", "children"), ("a", "killed", "women")],
    ),
    (
        "The shell killed two children and a woman.",
        [("two", "killed", "children"), ("a", "killed", "women")],
    ),
    (
        "Two gunmen killed three policemen and a guard.",
        [("three", "killed", "police"), ("a", "killed", "workers")],
    ),
    (
        "The deaths of 15 people and the wounding of 20 others shocked Kesh.",
        [("15", "killed", "people"), ("20", "injured", "people")],
    ),
    # nouns of harm
    ("There were 12 fatalities.", [("12", "killed", None)]),
    ("Rescuers pulled 40 bodies from the rubble.", [("40", "killed", None)]),
    ("The hospital recorded 12 civilian deaths.", [("12", "killed", "civilians")]),
    ("The camp reported 30 injuries.", [("30", "injured", None)]),
    ("The unit took over 300 casualties.", [("300", "casualties", None)]),
    ("30 wounded soldiers were flown out.", [("30", "injured", "soldiers")]),
    ("The shelling killed and wounded 40 people.", [("40", "casualties", "people")]),
    (
        "Some 300 people were killed, wounded or missing.",
        [("300", "casualties", "people")],
    ),
    ("The killing of over 20 Ordan marines was a blunder.", [("20", "killed", "soldiers")]),
    ("It claimed the lives of nine worshippers.", [("nine", "killed", "civilians")]),
    # tolls
    ("The death toll rose to 90.", [("90", "killed", None)]),
    ("The toll has climbed to at least 41, the mayor said.", [("41", "killed", None)]),
    ("The number of wounded climbed to 45.", [("45", "injured", None)]),
    ("The death toll stands at 33.", [("33", "killed", None)]),
    # none
    ("No one was killed.", [("No one", "killed", None)]),
    ("Nobody was hurt in the blast.", [("Nobody", "injured", None)]),
    ("There were no casualties.", [("no", "casualties", None)]),
    ("No civilians were harmed in the raid.", [("No", "injured", "civilians")]),
    # vague
    ("Dozens of villagers are missing.", [("Dozens", "missing", "civilians")]),
    ("Hundreds of people fled.", [("Hundreds", "displaced", "people")]),
    ("Several soldiers were wounded.", [("Several", "injured", "soldiers")]),
    # ages are no counts, the person is
    ("A 12-year-old boy died of his wounds.", [("A", "killed", "children")]),
    ("Ana Ruiz, 34, was killed.", []),
    ("It received ten bodies with bullet wounds.", [("ten", "killed", None)]),
    # no counts
    ("It sent out twelve drones; eight of them were shot down.", []),
    ("The strike caused casualties and destruction.", []),
    ("Three Mi-8 helicopters flew six sorties.", []),
    ("It was the first time in five years that both sides met.", []),
    ("The raid destroyed 12 houses and three vehicles.", []),
    ("They killed the deal in two hours.", []),
    ("The brigade fired 40 rockets.", []),
    ("Resolution 2254 was killed off.", []),
    ("The army sent 500 soldiers to the border.", []),
    ("A group of soldiers was killed.", []),
    ("Some soldiers were wounded.", []),
    ("An official said the market was hit.", []),
    ("The village lies 30 kilometres from Kesh.", []),
    ("Turnout was 62 percent among soldiers.", []),
    ("The bill won 62 votes.", []),
    ("A drone killed the commander.", []),
]


@pytest.mark.parametrize(("text", "expected"), CASES, ids=[text[:48] for text, _ in CASES])
def test_counts(text: str, expected: list[Row]) -> None:
    assert rows(text) == expected


def test_interval_of_an_approximation() -> None:
    (found,) = readings("Over 60 Ordan troops were killed.")
    quantity = found.phrase.quantity
    assert (quantity.low, quantity.best, quantity.high) == (61, None, None)


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("The attack killed 12 people, including three officers.", [None, 0]),
        ("The raid killed 20 people, four of them children.", [None, 0]),
        ("12 people including 3 children were killed.", [None, 0]),
        ("Three children were among the dead.", [-1]),
        ("Among the dead were three children.", [-1]),
        ("It killed 9 guards and 4 drivers.", [None, None]),
        ("Eleven people, among them five women and a baby, lost their lives.", [None, 0, 0]),
        ("It wounded 19 others, six critically.", [None, 0]),
        ("Of the 45 injured, 12 are in critical condition.", [None, 0]),
        ("In all 19 people were killed: 12 in Velmar and seven in Oster.", [None, 0, 0]),
        ("The ministry said 8 of the 12 dead were civilians.", [1, None]),
        ("The toll of 34 included six fishermen.", [None, 0]),
        ("Seven civilians, two of them children, were killed.", [None, 0]),
        ("30 to 40 people were killed, none of them civilians.", [None, 0]),
        ("The dead include three doctors and a nurse.", [-1, -1]),
        ("It left one dead and at least two injured, one of them a policeman.", [None, None, 1]),
    ],
)
def test_parts_of_a_total(text: str, parts: list[int | None]) -> None:
    assert [found.part_of for found in readings(text)] == parts


@pytest.mark.parametrize(
    ("text", "running"),
    [
        ("The death toll rose to 90.", True),
        ("The toll climbed to 12 overnight.", True),
        ("The death toll stands at 33.", False),
        ("The blast killed 33 people.", False),
    ],
)
def test_running_tolls(text: str, running: bool) -> None:
    assert [found.running for found in readings(text)] == [running]


def test_elliptic_subject_keeps_its_words() -> None:
    text = "Forty-one Ordan marines were drowned and some 90 hurt."
    second = readings(text)[1]
    assert second.of is not None
    assert text[slice(*second.of)] == "Ordan marines"


def test_span_holds_approximator_number_and_unit() -> None:
    text = "They conceded killing over 20 Ordan marines in the fog."
    (found,) = readings(text)
    assert text[slice(*found.span)] == "over 20 Ordan marines"
    assert text[slice(*found.harm_span)] == "killing"


def test_time_expressions_are_taken() -> None:
    text = "It killed 20 people in 10 days."
    (sentence,) = read_sentences(text)
    start = text.index("10 days")
    found = read_counts(sentence, [(start, start + 7)])
    assert [text[slice(*item.phrase.quantity.number)] for item in found] == ["20"]


_WORDS = st.sampled_from(
    """killed wounded 62 at least over soldiers children and , . were the of in two a no one dead
    toll rose to including among bodies Ordan army dozens 12-year-old people missing ( ) : —
    US IS 😀 «»""".split()
)


@given(st.lists(_WORDS, max_size=40))
def test_any_words_give_literal_spans(words: list[str]) -> None:
    text = " ".join(words)
    for found in readings(text):
        number = text[slice(*found.phrase.quantity.number)]
        assert number
        start, end = found.span
        assert 0 <= start < end <= len(text)
        assert number in text[start:end]
        assert text[slice(*found.harm_span)].strip()
        if found.of:
            assert text[slice(*found.of)].strip()


def test_endless_sentence_is_read() -> None:
    text = "It killed 3 soldiers and " * 3000
    assert len(readings(text)) >= 2900


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The number of dead was put at eight.", [("eight", "killed", None)]),
        ("The ministry put the number of dead at eight, two of them guardsmen.",
         [("eight", "killed", None), ("two", "killed", "soldiers")]),
        ("The guard denies live fire as protest dead put at 8 to 23",
         [("8 to 23", "killed", None)]),
        ("Thirty people were crushed to death.", [("Thirty", "killed", "people")]),
        ("Two guards were shot at the gate.", [("Two", "casualties", "workers")]),
        ("Nine kidnappers were neutralised.", [("Nine", "casualties", "people")]),
        ("The cloud sent more than 200 people to hospital.", [("200", "injured", "people")]),
        ("Six border guards were lost.", [("Six", "killed", "workers")]),
        ("61 people had fallen ill.", [("61", "injured", "people")]),
        ("1,400 people had left two villages.", [("1,400", "displaced", "people")]),
        ("The drones killed five firemen.", [("five", "killed", "people")]),
        ("The army killed four smugglers.", [("four", "killed", "people")]),
        ("The dead included three cooks.", [("three", "killed", None)]),
        ("It has no aircraft missing.", []),
        ("Raid on radio: one transmitter missing", []),
        ("The clinic put the number of sick at 187 and the dead at three.",
         [("187", "injured", None), ("three", "killed", None)]),
        ("They shot dead 19 men at a well.", [("19", "killed", "men")]),
        ("Eleven people were taken away.", [("Eleven", "detained", "people")]),
        ("The league mourns four of its members.", [("four", "killed", "people")]),
        ("A death is counted when it is named.", []),
        ("Two guards sustained severe injuries.", [("Two", "injured", "workers")]),
        ("The attack left nearly 50 rebels dead.", [("50", "killed", "militants")]),
        ("70 Ordan regime and rebel fighters died.", [("70", "killed", "militants")]),
        ("A woman and her three sons as well as another child were killed.",
         [("A", "killed", "women"), ("three", "killed", "people"),
          ("another", "killed", "children")]),
        ("The clinic confirmed two more deaths, bringing the number to 23.",
         [("two", "killed", None), ("23", "killed", None)]),
        ("Ordan counts twelve dead, Velmar counts seven, and nobody knows.",
         [("twelve", "killed", None), ("seven", "killed", None)]),
    ],
)  # fmt: skip
def test_further_counts(text: str, expected: list[Row]) -> None:
    assert rows(text) == expected


def test_bare_number_is_about_the_count_just_before() -> None:
    text = "The army said 12 villagers were killed. The clinic puts the number at 17."
    first, second = read_sentences(text)
    (earlier,) = read_counts(first)
    (found,) = read_counts(second, earlier=earlier)
    assert (found.harm, found.group, found.phrase.quantity.low) == ("killed", "civilians", 17)
    assert read_counts(second) == []


def test_bare_number_of_something_else_stays_alone() -> None:
    text = "12 villagers were killed. The mayor said 17 roads were closed, said one of them."
    first, second = read_sentences(text)
    (earlier,) = read_counts(first)
    assert read_counts(second, earlier=earlier) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # somebody of an age is one person, the age no number of people
        ("A 17-year-old was shot and killed in Kesh.", [("A", "killed", "people")]),
        ("A four-month-old died in the blast.", [("A", "killed", "people")]),
        ("Two 17-year-olds were wounded.", [("Two", "injured", "people")]),
        ("An 18-year-old man was stabbed and wounded.", [("An", "injured", "men")]),
        ("A 19-year-old walked home.", []),
        ("The 10-year-old war killed 40 people.", [("40", "killed", "people")]),
        ("A 10-year-old ceasefire died.", []),
        ("A 10-year-old bridge was hit.", []),
        # what became of who was shot
        ("Two men were fatally shot in Kesh.", [("Two", "killed", "men")]),
        ("Three people fatally shot in Kesh, police say", [("Three", "killed", "people")]),
        ("A man was shot and wounded.", [("A", "injured", "men")]),
        ("A man was shot dead.", [("A", "killed", "men")]),
        ("A man fatally shot his wife.", []),
        # a part between commas behind its total
        (
            "62 soldiers, including three officers, were killed.",
            [("62", "killed", "soldiers"), ("three", "killed", "officers")],
        ),
        ("Two suspects were seen running.", []),
        ("No one was injured.", [("No one", "injured", None)]),
    ],
)
def test_single_victims_ages_and_parts(text: str, expected: list[Row]) -> None:
    assert rows(text) == expected


def test_a_part_between_commas_is_of_the_total_before_it() -> None:
    total, part = readings("62 soldiers, including three officers, were killed.")
    assert (total.part_of, part.part_of) == (None, 0)


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("The ministry has raised the death toll from six to nine.", ["six", "nine"]),
        ("The clinic revised the number of dead from 23 to 29.", ["23", "29"]),
        ("The death toll rose from 23 to 29.", ["23", "29"]),
        ("From six to nine people died in the fire.", ["six to nine"]),
    ],
)
def test_a_toll_that_is_changed_is_no_range(text: str, numbers: list[str]) -> None:
    found = [row[0].lower() for row in rows(text)]
    assert [number.removeprefix("from ") for number in found] == numbers


def test_those_injured_beside_a_part_are_not_of_the_part() -> None:
    text = "It killed nine people, four of them children, and injured more than 20."
    groups = {number: group for number, _, group in rows(text)}
    assert groups["four"] == "children"
    assert groups["20"] != "children"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # who speaks is not in the list of whom was harmed
        ("Security forces arrested 14 people, a lawyer said.", [("14", "detained", "people")]),
        ("The raid killed six men, a medic told the Orsa Post.", [("six", "killed", "men")]),
        ("It killed two men, a boy and a girl.", [
            ("two", "killed", "men"), ("a", "killed", "children"), ("a", "killed", "children"),
        ]),
        # lists that begin with somebody who is not counted
        ("Gunmen killed the mayor, his wife and two guards.", [("two", "killed", "workers")]),
        ("The fire killed a mother and her three children.", [
            ("a", "killed", "women"), ("three", "killed", "children"),
        ]),
        ("The mayor and two guards spoke after 12 people were killed.", [
            ("12", "killed", "people"),
        ]),
        # an insertion before the predicate
        ("Some 30 fighters, half of them foreigners, were killed.", [
            ("30", "killed", "militants"),
        ]),
        # who is elided
        ("One policeman was killed and another wounded.", [
            ("One", "killed", "police"), ("another", "injured", "police"),
        ]),
        ("The strike killed nine people, four of them children, and injured more than 20.", [
            ("nine", "killed", "people"), ("four", "killed", "children"), ("20", "injured", None),
        ]),
        # care
        ("The hospital admitted 19 patients.", [("19", "injured", "people")]),
        ("The town admitted 19 refugees.", []),
        ("Medics treated 14 people.", [("14", "injured", "people")]),
        ("12 people are in custody.", [("12", "detained", "people")]),
        ("He spoke of the assassination of ten priests.", [("ten", "killed", "people")]),
        # of whom no number is said
        ("None of the dead were civilians.", []),
        ("The five people who died were not named.", [("five", "killed", "people")]),
    ],
)  # fmt: skip
def test_who_is_counted_with_whom(text: str, expected: list[Row]) -> None:
    assert rows(text) == expected


def test_a_list_of_names_counts_those_counted_before() -> None:
    first, second = read_sentences("The ministry counts 15 dead. The union has the names of 23.")
    (earlier,) = read_counts(first)
    (found,) = read_counts(second, (), earlier)
    assert (found.phrase.quantity.low, found.harm) == (23, "killed")
