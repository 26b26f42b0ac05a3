"""Force that shows in forms beside the plainest: orders, offers, disowned words, held tongues."""

import pytest

from counterclaim.records import Statement
from tests.statements.reading import one


def told(statement: Statement) -> str | None:
    """The words that name who was told."""
    return statement.recipient_span.exact if statement.recipient_span else None


@pytest.mark.parametrize(
    ("raw", "force"),
    [
        ("{as|The mayor} {ac|told} the crowd {at|to go home}.", "demands"),
        ("{as|The mayor} {ac|asked} us {at|to leave the question out}.", "demands"),
        ("{as|The mayor} {ac|exhorted} {at|both camps to a pause}.", "demands"),
        ("{as|The mayor} {ac|requires} {at|the reopening of the file}.", "demands"),
        ("{as|The mayor} {ac|has offered} {at|his resignation}.", "promises"),
        ("{as|The mayor} {ac|said} {at|he had been misquoted}.", "denies"),
        ("{as|The mayor} {ac|says} {at|the letter does not exist}.", "denies"),
        ("{as|The mayor} {ac|says} {at|he would like to see a chart}.", "doubts"),
        ("{as|The institute} {ac|cannot verify} {at|any of the numbers}.", "doubts"),
        ("{as|The institute} {ac|keeps asking} {at|who signed it}.", "doubts"),
        ("{as|The mayor} {ac|let slip} {at|that the pump had failed}.", "admits"),
        ("{as|The mayor} {ac|said} {at|she would not discuss the order}.", "declines"),
        ("{as|The mayor} {ac|said} {at|it had taken note of both releases}.", "declines"),
        ("{as|The mayor} {ac|said} {at|he was ashamed}.", "regrets"),
        ("{as|The mayor} {ac|told} the crowd {at|that the road was open}.", "asserts"),
    ],
)
def test_forms(raw: str, force: str) -> None:
    assert one(raw).force == force


@pytest.mark.parametrize(
    ("raw", "words"),
    [
        ("{as|The mayor} {ac|told} cadets at the school {at|that it was over}.", "cadets"),
        ("{as|The mayor} {ac|assured} parents {at|that the doors were open}.", "parents"),
        ("{at|“It was a lie,”} {as|he} {ac|explained} to “Zarnik”.", "Zarnik"),
        ("{at|“It was a lie,”} {as|the mayor} {ac|declared} before the court.", "the court"),
        ("{as|The mayor} {ac|told} stories {at|that nobody believed}.", None),
        ("{as|The mayor} {ac|said} before the dance {at|that it was late}.", None),
        ("{as|The mayor} {ac|told} {at|“cadets and their mothers”}.", None),
    ],
)
def test_hearers_without_a_name(raw: str, words: str | None) -> None:
    assert told(one(raw)) == words


@pytest.mark.parametrize(
    ("raw", "force"),
    [
        (
            "{as|The mayor, Jan Orl,} {ac|declared} {at|that he was mistaken when he spoke}.",
            "admits",
        ),
        ("{as|The mayor} {ac|said} {at|she had been wrong in claiming a victory}.", "admits"),
        ("{as|The mayor} {ac|said} {at|the captain was mistaken when he spoke}.", "asserts"),
    ],
)
def test_who_takes_back_his_own_words_admits(raw: str, force: str) -> None:
    assert one(raw).force == force
