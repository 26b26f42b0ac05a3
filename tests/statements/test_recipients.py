"""Whom a speaker told."""

import pytest

from counterclaim.records import Statement
from tests.statements.reading import one, read


def told(statement: Statement) -> str | None:
    """The words that name who was told."""
    return statement.recipient_span.exact if statement.recipient_span else None


@pytest.mark.parametrize(
    ("raw", "words"),
    [
        (
            "{as|The Velmarian army} {ac|told} the Harbour Herald {at|that it had fired twice}.",
            "the Harbour Herald",
        ),
        (
            "{as|Minister Ida Korr} {ac|told} parliament {at|that the bridge was safe}.",
            "parliament",
        ),
        (
            "{at|“Nobody rang us,”} {as|the miner, Jan Tol,} {ac|told} reporters.",
            "reporters",
        ),
        (
            "{as|The Interior Ministry} {ac|wrote} to the families {at|that it was sorry}.",
            "the families",
        ),
        (
            "{as|The mayor, Ida Korr,} {ac|warned} residents {at|that the dam might break}.",
            "residents",
        ),
        (
            "In an interview with the Harbour Herald {as|Ida Korr} {ac|said} {at|it was shut}.",
            "the Harbour Herald",
        ),
        (
            "{as|Ida Korr}, asked about the fire by the agency NHA, {ac|said} {at|it was out}.",
            "the agency NHA",
        ),
    ],
)
def test_hearers(raw: str, words: str) -> None:
    assert told(one(raw)) == words


def test_a_hearer_without_a_name_has_words_and_no_actor() -> None:
    statement = one("{as|Minister Ida Korr} {ac|told} the crowd {at|that she would stay}.")
    assert (told(statement), statement.recipient) == ("the crowd", None)


def test_a_page_told_something_is_its_outlet() -> None:
    statement = one(
        "{as|Captain Jan Tol} {ac|told} our reporter {at|that the boat had sunk}.",
        outlet="Harbour Herald",
    )
    assert told(statement) == "our reporter"
    assert statement.recipient == "actor:harbour-herald"


def test_the_subject_of_a_passive_was_told() -> None:
    statement = one(
        "The Harbour Herald was {ac|told by} {as|a diplomat} {at|that the talks had ended}.",
        outlet="Coast Wire",
    )
    assert told(statement) == "The Harbour Herald"


@pytest.mark.parametrize(
    "raw",
    [
        "{as|The Velmarian army} {ac|told} the truth, {at|that it had fired twice}.",
        "{as|The Velmarian army} {ac|said} {at|it had told the port nothing}.",
        "{as|The Velmarian army} {ac|said} {at|the port was said to be shut}.",
        "{as|The mayor, Ida Korr,} {ac|warned} of floods, {at|which would be bad}.",
        "{as|The Velmarian army} {ac|refused} {at|to comment}.",
    ],
)
def test_nobody_is_told(raw: str) -> None:
    assert all(told(statement) is None for statement in read(raw))


def test_a_recipient_is_never_the_source() -> None:
    statement = one("{at|“It is cut,”} {ac|explains} to the Harbour Herald {as|Ida Korr}.")
    assert told(statement) == "the Harbour Herald"
    assert statement.recipient != statement.speaker


@pytest.mark.parametrize(
    ("raw", "words"),
    [
        ("{as|The warden} {ac|asked} {at|families not to come to the gate}.", "families"),
        ("{as|The envoy} {ac|called on} {at|both camps to hold their fire}.", "both camps"),
        ("{as|Korr} {ac|has appealed to} {at|the courts to open the boxes}.", "the courts"),
        (
            "{as|The prisoner} {ac|was able to tell} his lawyer {at|that he had slept}.",
            "his lawyer",
        ),
        ('{at|"Which is it?"} {as|she} {ac|asked} Ida Korr.', "Ida Korr"),
        ('{as|The minister} to relatives{ac|:} {at|"Go home and rest."}', "relatives"),
        ("To the deputies {as|she} {ac|repeated} {at|that no order had left}.", "the deputies"),
        ("{as|Radio Tolm} {ac|passed on to} us {at|a tape of the four}.", "us"),
        (
            "In a certificate given to the widow, {as|the doctor} {ac|wrote} {at|that he slept}.",
            "the widow",
        ),
    ],
)
def test_who_is_bidden_addressed_or_shown_is_told(raw: str, words: str) -> None:
    assert told(one(raw)) == words


@pytest.mark.parametrize(
    "raw",
    [
        "{as|He} {ac|ordered} {at|the beds to be wheeled to the windows}.",
        "{as|The mayor} {ac|promised} {at|an inquiry} but declined to say when.",
        "{as|The envoy} {ac|replied to} the new excuses {at|that nobody strays so far}.",
        "{as|The guard} {ac|asked} {at|for more blankets}.",
        "{as|The mayor}{ac|:} {at|no one is to blame}",
    ],
)
def test_what_is_asked_for_and_what_is_answered_is_no_hearer(raw: str) -> None:
    assert told(one(raw)) is None


def test_whom_somebody_met_before_he_spoke_was_not_told() -> None:
    raw = '{at|"It is over,"} {as|Captain Jan Tol} {ac|said} after meeting with Minister Ida Korr.'
    assert told(one(raw)) is None
