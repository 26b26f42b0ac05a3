"""Chains whose links stand in carriers, in the source, or in the content itself."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from counterclaim.records import Statement
from tests.statements.reading import one, read


def chain(statement: Statement) -> list[tuple[str, str]]:
    """Roles and words of the links, the page's own outlet left out."""
    return [(link.role, link.name) for link in statement.chain if link.role != "outlet"]


@pytest.mark.parametrize(
    ("raw", "relay", "speaker"),
    [
        (
            "{as|The Harbour Herald} reported that the mayor {ac|told} us {at|the bridge held}.",
            None,
            "The Harbour Herald",
        ),
        (
            "{as|The Harbour Herald} {ac|reported} {at|that Ivo Brandt had denied it}.",
            "The Harbour Herald",
            "Ivo Brandt",
        ),
        (
            "{as|The Harbour Herald} {ac|said} {at|that according to the army, it was open}.",
            "The Harbour Herald",
            "the army",
        ),
        (
            "{as|Her lawyer} quoted the mayor as {ac|saying} {at|that she had never met him}.",
            "Her lawyer",
            "the mayor",
        ),
        (
            "{as|A mother} {ac|said} {at|a policeman had told her the boy had run}.",
            "A mother",
            "a policeman",
        ),
        (
            "In a video released by the Northern Brigade, {as|a pilot} {ac|says} {at|he fell}.",
            "the Northern Brigade",
            "a pilot",
        ),
        (
            "{as|A police source, quoted by Radio Tolm,} {ac|said} {at|the driver was known}.",
            "Radio Tolm",
            "A police source",
        ),
        (
            "{at|The reservoir was safe}, {as|the mayor} {ac|said}, Radio Tolm reported.",
            "Radio Tolm",
            "the mayor",
        ),
        (
            "{as|A retired miner} {ac|wrote} in The Harbour Herald {at|that the shaft was old}.",
            "The Harbour Herald",
            "A retired miner",
        ),
        (
            "{as|The guard} {ac|told} investigators {at|he had slept}, according to the army.",
            "the army",
            "The guard",
        ),
    ],
)
def test_whoever_passes_words_on_is_a_relay(raw: str, relay: str | None, speaker: str) -> None:
    links = chain(one(raw))
    assert [name for role, name in links if role == "relay"] == ([relay] if relay else [])
    assert [name for role, name in links if role == "speaker"] == [speaker]


@pytest.mark.parametrize(
    ("raw", "informant"),
    [
        (
            "{as|Residents} {ac|said} {at|they had been told by soldiers that it was safe}.",
            "soldiers",
        ),
        (
            "{as|The mayor} {ac|said} {at|he had learnt from the Velmarian army that it fell}.",
            "the Velmarian army",
        ),
    ],
)
def test_whoever_told_the_speaker_is_an_informant(raw: str, informant: str) -> None:
    roles = dict(chain(one(raw)))
    assert set(roles) == {"speaker", "informant"}
    assert roles["informant"] == informant


@pytest.mark.parametrize(
    "raw",
    [
        "{as|The Harbour Herald} {ac|says} {at|everybody said the same}.",
        "{as|The Harbour Herald} {ac|has promised} {at|a public telephone at the post office}.",
        "{as|The mayor} {ac|said} {at|the guard had denied everything}.",
        "{as|The mayor} {ac|said} {at|“a policeman had told me the boy had run”}.",
        "{as|The Velmarian army} {ac|said}, as troops moved north, {at|the road was open}.",
    ],
)
def test_no_relay_where_nobody_passes_words_on(raw: str) -> None:
    assert [role for role, _ in chain(one(raw))] == ["speaker"]


def test_a_relative_pronoun_is_whom_it_follows() -> None:
    statement = one("Radio Tolm spoke to a nurse {as|who} {ac|said} {at|the ward was empty}.")
    assert ("speaker", "a nurse") in chain(statement)


def test_quoted_as_saying_by_a_medium_after_the_words() -> None:
    found = read(
        "“We have nothing to hide,” General Ivo Brandt was quoted as saying by Radio Tolm."
    )
    assert len(found) == 1
    assert chain(found[0]) == [("relay", "Radio Tolm"), ("speaker", "General Ivo Brandt")]
    assert found[0].content[0].exact == "“We have nothing to hide,”"


@given(
    st.text(alphabet="ab, .“”that told saidhim TheRadio", max_size=80),
    st.text(alphabet="ab, .“”that quotedby Radio Tolmasing", max_size=80),
)
def test_links_lie_where_they_say(before: str, after: str) -> None:
    raw = (
        f"{before} {{as|The Harbour Herald}} {{ac|said}} {{at|that a nurse had told it so}} {after}"
    )
    for statement in read(raw):
        for link in statement.chain:
            if link.span is not None:
                assert " ".join(link.span.exact.split()) == link.name or link.actor is not None
                assert link.span.start < link.span.end
