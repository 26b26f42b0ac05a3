"""Chains by the words that make them: who cites, quotes, carries, and is cited in turn."""

import pytest

from counterclaim.records import Statement
from tests.statements.reading import one


def chain(statement: Statement) -> list[tuple[str, str]]:
    """Roles and names of a chain, the page's own outlet left out."""
    return [(link.role, link.name) for link in statement.chain if link.role != "outlet"]


@pytest.mark.parametrize(
    ("raw", "links"),
    [
        (
            (
                "{as|The Harbour Herald} {ac|said}, on the authority of a customs official, "
                "{at|that the crates were empty}."
            ),
            [("relay", "The Harbour Herald"), ("speaker", "a customs official")],
        ),
        (
            (
                "{as|The Harbour Herald}, referring to “military sources”, {ac|said} "
                "{at|that a command post had been hit}."
            ),
            [("relay", "The Harbour Herald"), ("speaker", "military sources")],
        ),
        (
            (
                "{as|The Harbour Herald}, quoting a source in the coastal guard, {ac|says} "
                "{at|that the boat was empty}."
            ),
            [("relay", "The Harbour Herald"), ("speaker", "a source in the coastal guard")],
        ),
        (
            (
                "{as|The Coast Mail}, citing the Harbour Herald, which cites a pilot, {ac|said} "
                "{at|that the boat was empty}."
            ),
            [
                ("relay", "The Coast Mail"),
                ("relay", "the Harbour Herald"),
                ("speaker", "a pilot"),
            ],
        ),
        (
            (
                "{as|The Harbour Herald} {ac|said}, citing an army doctor, "
                "{at|that a nurse had told him the ward was empty}."
            ),
            [("relay", "The Harbour Herald"), ("relay", "an army doctor"), ("speaker", "a nurse")],
        ),
        (
            (
                "{as|The harbour operator} {ac|said}, citing figures collected by the port police, "
                "{at|that nine boats were lost}."
            ),
            [("speaker", "The harbour operator"), ("informant", "the port police")],
        ),
        (
            "{at|Nine boats were lost}, {ac|says} {as|the harbour operator}, quoting its crews.",
            [("relay", "the harbour operator"), ("speaker", "its crews")],
        ),
        (
            (
                "{as|Jan Tol}, taken up by the Harbour Herald, {ac|said} "
                "{at|that he had seen nothing}."
            ),
            [("relay", "the Harbour Herald"), ("speaker", "Jan Tol")],
        ),
    ],
)
def test_forms(raw: str, links: list[tuple[str, str]]) -> None:
    assert chain(one(raw)) == links


def test_whose_word_it_is_stays_open_where_nobody_knows_him() -> None:
    statement = one(
        "{as|The Harbour Herald} {ac|said}, citing headquarters, {at|that the boat was empty}."
    )
    assert [link.role for link in statement.chain][-2:] == ["relay", "speaker"]
    assert statement.chain[-1].name == "headquarters"
    assert statement.origin == statement.chain[-1].actor


@pytest.mark.parametrize(
    "raw",
    [
        "{as|The Harbour Herald} {ac|closed}, citing security reasons, {at|its office}.",
        "{as|The Velmarian army} {ac|said}, referring to the raid, {at|that it was over}.",
        "{as|The Velmarian army} {ac|said} {at|that a nurse had left the ward}.",
    ],
)
def test_no_link_of_what_nobody_says(raw: str) -> None:
    assert [role for role, _ in chain(one(raw))] == ["speaker"]


def test_links_are_literal() -> None:
    raw = "{as|The Harbour Herald}, citing “a senior officer”, {ac|said} {at|the post was empty}."
    for link in one(raw).chain:
        assert link.span is None or " ".join(link.span.exact.split()) == link.name
