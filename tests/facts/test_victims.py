"""Victims without a number: who they are and what befell them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from counterclaim.facts.counts import read_counts
from counterclaim.facts.persons import persons, titled
from counterclaim.facts.tokens import read_sentences
from counterclaim.facts.victims import victims

Row = tuple[str, str]


def found(text: str) -> list[Row]:
    """(words, harm) of each victim of a text."""
    return [
        (text[sentence.tokens[who.first].start : sentence.tokens[who.last].end], harm[0])
        for sentence in read_sentences(text)
        for who, harm in victims(sentence)
    ]


CASES: list[tuple[str, list[Row]]] = [
    # headlines
    ("Man shot dead in Velmar market", [("Man", "killed")]),
    (
        "Teen killed, woman wounded in drive-by shooting",
        [("Teen", "killed"), ("woman", "injured")],
    ),
    ("Man Killed In Shooting Near Velmar School", [("Man", "killed")]),
    ("Gunmen kill mayor in Tarn", [("mayor", "killed")]),
    ("Police identify driver killed in blast", [("driver", "killed")]),
    ("Loved ones remember teen killed in Tarn shooting", [("teen", "killed")]),
    # the subject of a passive or of dying
    ("He was found dead inside a home in Tarn.", [("He", "killed")]),
    ("Brandon Oskar, 14, died around 7:40 p.m. Tuesday in Radnor.", [("Brandon Oskar", "killed")]),
    (
        "Ana Ruiz and her daughter were pronounced dead at the scene.",
        [("Ana Ruiz", "killed"), ("her daughter", "killed")],
    ),
    ("The driver of the truck died at a hospital.", [("The driver", "killed")]),
    (
        "Officials said Ana Ruiz, a mother of two, had been stabbed to death.",
        [("Ana Ruiz", "killed")],
    ),
    ("The commander, Omar Zahl, was killed in the raid.", [("The commander", "killed")]),
    ("The suspect took his own life.", [("The suspect", "killed")]),
    # the object of a verb or of a noun
    (
        "The shooting killed Ana Ruiz, 34, and her son.",
        [("Ana Ruiz", "killed"), ("her son", "killed")],
    ),
    (
        "The father shot his wife, his son and himself.",
        [("his wife", "casualties"), ("his son", "casualties"), ("himself", "casualties")],
    ),
    (
        "An airstrike killed a doctor and wounded a nurse.",
        [("a doctor", "killed"), ("a nurse", "injured")],
    ),
    ("The shooting death of Brandon Oskar shocked all.", [("Brandon Oskar", "killed")]),
    ("A man found the body of a woman in the canal.", [("a woman", "killed")]),
    ("Ruiz's body was found in the river.", [("Ruiz's", "killed")]),
    (
        "The attack left a child dead and her mother wounded.",
        [("a child", "killed"), ("her mother", "injured")],
    ),
    # wounds, hospitals, conditions
    (
        "Police discovered 17-year-old Desta Nelin suffering from a gunshot wound.",
        [("17-year-old Desta Nelin", "injured")],
    ),
    ("The child remains in critical condition.", [("The child", "injured")]),
    ("Nelin was taken to the Tarn Medical Center.", [("Nelin", "injured")]),
    # the graver harm of one person
    ("The man, who was shot in the leg, was taken to hospital.", [("The man", "injured")]),
    # who did it is nobody's victim
    (
        "Police arrested a man after he shot a 7-year-old child.",
        [("a 7-year-old child", "casualties")],
    ),
    ("The man who shot Ana Ruiz is on the run.", [("Ana Ruiz", "casualties")]),
    # not, or not yet
    ("The officer was not injured.", []),
    ("He was charged with attempted murder of a guard.", []),
    ("The group threatened to kill the mayor.", []),
    ("The strike could have killed the driver.", []),
    # nobody
    ("The talks died on Monday.", []),
    ("Shelby County was hurt by the cuts.", []),
    ("Two men were wounded.", []),
]


@pytest.mark.parametrize(("text", "expected"), CASES, ids=[text for text, _ in CASES])
def test_victims(text: str, expected: list[Row]) -> None:
    assert found(text) == expected


def test_a_numbered_phrase_stands_in_a_list_and_is_no_victim() -> None:
    text = "A mother and her two children were killed when a shell hit their house."
    (sentence,) = read_sentences(text)
    counts = read_counts(sentence)
    assert [(text[slice(*c.phrase.quantity.number)], c.harm, c.inferred) for c in counts] == [
        ("A", "killed", False) if not counts[0].inferred else ("mother", "killed", True),
        ("two", "killed", False),
    ]


def test_one_named_is_one_and_its_number_is_the_name() -> None:
    text = "A blast killed Ana Ruiz near Tarn."
    (sentence,) = read_sentences(text)
    (count,) = read_counts(sentence)
    assert count.inferred
    assert text[slice(*count.phrase.quantity.number)] == "Ana Ruiz"
    assert (count.phrase.quantity.low, count.phrase.quantity.high) == (1, 1)


def test_a_couple_is_two() -> None:
    (sentence,) = read_sentences("The couple died in the fire.")
    (count,) = read_counts(sentence)
    assert (count.phrase.quantity.low, count.inferred) == (2, True)


def test_parts_still_point_at_their_totals_behind_victims() -> None:
    text = "Ana Ruiz was killed, and 62 soldiers, including three officers, were killed."
    (sentence,) = read_sentences(text)
    counts = read_counts(sentence)
    part = next(c for c in counts if c.part_of is not None)
    assert part.part_of is not None
    total = counts[part.part_of]
    assert text[slice(*total.phrase.quantity.number)] == "62"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Man Killed In Shooting Near School", True),
        ("Ana Ruiz was killed in the market on Monday", False),
        ("Dead", False),
        ("", False),
    ],
)
def test_titled(text: str, expected: bool) -> None:
    sentences = read_sentences(text)
    assert any(titled(sentence) for sentence in sentences) is expected


@given(st.text(alphabet="aA ,.'’-0159\nkilled hewomanRuiz\u202e\U0001f600\x00", max_size=200))
def test_persons_lie_in_their_sentence_and_in_order(text: str) -> None:
    for sentence in read_sentences(text):
        last = -1
        for one in persons(sentence):
            assert last < one.first <= one.head <= one.last < len(sentence.tokens)
            last = one.last


@given(
    st.lists(
        st.sampled_from(
            "a the man woman Ana Ruiz killed was shot dead and , who in of his wife . 34".split()
        ),
        max_size=40,
    )
)
def test_victims_are_found_in_any_order_of_words(words: list[str]) -> None:
    text = " ".join(words)
    for sentence in read_sentences(text):
        for count in read_counts(sentence):
            start, end = count.phrase.quantity.number
            assert sentence.start <= start < end <= sentence.end
            assert count.span[0] <= start
            assert end <= count.span[1]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # the ends of a rise are two tolls
        ("Overnight the number of dead rose from 23 to 29.", [("23", 23, 23), ("29", 29, 29)]),
        ("The number of dead was put at from 23 to 29.", [("23 to 29", 23, 29)]),
        # a household is as many as its "of" says
        ("A missile hit a house, killing a family of five.", [("five", 5, 5)]),
        (
            "The raid killed a family of four and two of their neighbours.",
            [("four", 4, 4), ("two", 2, 2)],
        ),
        # of the wounded some die
        ("One of the wounded had died overnight.", [("One", 1, 1)]),
        # a further subject behind "and"
        ("Two brothers and their mother were killed.", [("Two", 2, 2), ("mother", 1, 1)]),
        # what is listed behind a number
        (
            "Shells fell, killing six clergymen, a maid and her daughter.",
            [("six", 6, 6), ("maid", 1, 1), ("daughter", 1, 1)],
        ),
        # a quotation mark before the number
        ('It puts the number of killed civilians at "up to nine".', [("nine", 0, 9)]),
        # ages are no tolls
        ("A raid killed four boys between ages 12 and 16.", [("four", 4, 4)]),
        ("Fighting on Sunday left more than 40 fighters dead.", [("40", 41, None)]),
        ("MEN WERE SEEN. THE MAYOR WAS KILLED.", [("MAYOR", 1, 1)]),
    ],
)
def test_the_killed_of_a_conflict(text: str, expected: list[tuple[str, int, int | None]]) -> None:
    counts = [c for sentence in read_sentences(text) for c in read_counts(sentence)]
    assert {c.harm for c in counts} == {"killed"}
    assert [
        (
            text[slice(*c.phrase.quantity.number)],
            c.phrase.quantity.low,
            c.phrase.quantity.high,
        )
        for c in counts
    ] == expected
