"""Who stands within and around what is cited: inner speakers, go-betweens, what goes on."""

import pytest

from counterclaim.records import Statement
from tests.statements.reading import contents, one, read, sources


def chain(statement: Statement) -> list[tuple[str, str]]:
    """Roles and names of a chain, the page's own outlet left out."""
    return [(link.role, link.name) for link in statement.chain if link.role != "outlet"]


@pytest.mark.parametrize(
    ("raw", "links"),
    [
        (
            (
                "{as|The Tolm Herald}, citing police, {ac|reported} "
                "{at|that a detained driver had confessed to moving the crates}."
            ),
            [
                ("relay", "The Tolm Herald"),
                ("speaker", "a detained driver"),
            ],
        ),
        (
            (
                "{as|Radio Tolm}, quoting a customs official, {ac|said} "
                "{at|that the crews had been told of a second boat}."
            ),
            [
                ("relay", "Radio Tolm"),
                ("speaker", "a customs official"),
                ("informant", "the crews"),
            ],
        ),
        (
            (
                "{at|A prisoner told interrogators that his unit had orders to fire}, "
                "{as|the Velmarian army} {ac|reported}."
            ),
            [("relay", "the Velmarian army"), ("speaker", "A prisoner")],
        ),
        (
            "{as|Jan Tol}, speaking through his lawyer, {ac|said} {at|he was sorry}.",
            [("relay", "his lawyer"), ("speaker", "Jan Tol")],
        ),
    ],
)
def test_who_stands_within_and_around(raw: str, links: list[tuple[str, str]]) -> None:
    found = chain(read(raw)[0])
    assert [role for role, _ in found][-1] == links[-1][0]
    assert found[0] == links[0]
    assert found[-1] == links[-1]


def test_a_medium_that_adds_something_has_it_from_the_same_source() -> None:
    first, second = read(
        "{as|Radio Tolm} {ac|reported}, quoting a customs official, {at|that the boat had sunk}. "
        "{bs|The station} {bc|added} {bt|that nobody had been on board}."
    )
    assert chain(first)[-1] == ("speaker", "a customs official")
    assert [role for role, _ in chain(second)] == ["relay", "speaker"]
    assert second.origin == first.origin


def test_the_comma_that_closes_an_apposition_is_the_sources() -> None:
    said = one("{as|The governor, Jan Tol}, {ac|said} {at|the road was open}.")
    assert sources(said) == ["The governor, Jan Tol,"]
    assert said.chain[-1].name == "The governor, Jan Tol"


def test_a_medium_speaks_after_its_verb() -> None:
    said = one("{as|The boat}, {ac|reports} {at|the Velmarian agency NHA}, was empty.")
    assert sources(said) == ["the Velmarian agency NHA"]
    assert contents(said) == ["The boat", "was empty"]


@pytest.mark.parametrize("cue", ["BREAKING", "LIVE", "EXCLUSIVE"])
def test_a_banner_says_nothing(cue: str) -> None:
    assert read(f"{{as|Tolm Times}} {{ac|{cue}}} {{at|Navy fires on boat}}.") == []


def test_what_somebody_says_in_his_words() -> None:
    said = read("{as|Jan Tol} {ac|said} {at|it was late}. In his words, the road was closed.")
    assert [contents(one_) for one_ in said] == [["it was late"], ["the road was closed"]]
    assert said[0].origin == said[1].origin


def test_who_refers_questions_elsewhere_declines() -> None:
    said = one("{as|The Velmarian army} {ac|referred} {at|questions to the ministry}.")
    assert said.force == "declines"


@pytest.mark.parametrize(
    ("content", "informant"),
    [
        ("it had been told the hill was held by rebels", None),
        ("it had been told it was held by rebels", None),
        ("it had been told by rebels that the hill was empty", "rebels"),
        ("it had been told early on Monday by a guard that the hill was empty", "a guard"),
    ],
)
def test_who_holds_a_hill_has_told_nobody(content: str, informant: str | None) -> None:
    found = chain(one(f"{{as|The coalition}} {{ac|said}} {{at|{content}}}."))
    assert [name for role, name in found if role == "informant"] == [informant] * bool(informant)


def test_a_spokesman_beside_a_deed_speaks_for_who_did_it() -> None:
    raw = (
        "Police in Tolm held nine people. The Velmarian army hit back, with {as|a spokeswoman} "
        "{ac|saying} {at|that no shell had been fired}."
    )
    assert one(raw).speaker == "actor:velmaria-army"


def test_a_spokesman_beside_a_medium_speaks_for_nobody_known() -> None:
    raw = "The Tolm Herald wrote on, with {as|a spokesman} {ac|saying} {at|that it was proud}."
    assert one(raw).speaker != "actor:tolm-herald"
