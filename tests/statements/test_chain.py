"""Whose word it is."""

import pytest

from tests.statements.reading import contents, links, one, read, sources

ARMY = "actor:velmaria-army"


def test_the_speaker_is_the_origin() -> None:
    found = one("{as|The Velmarian army} {ac|said} {at|two jets fell}.")
    assert links(found) == [("speaker", ARMY)]
    assert found.origin == found.speaker == ARMY


def test_the_outlet_stands_first() -> None:
    found = one("{as|The Velmarian army} {ac|said} {at|two jets fell}.", outlet="Halvar Herald")
    assert [link.role for link in found.chain] == ["outlet", "speaker"]
    assert found.chain[0].actor == "actor:halvar-herald"
    assert found.chain[0].span is None


@pytest.mark.parametrize(
    "raw",
    [
        (
            "{at|Two jets fell}, {as|the Velmarian army} {ac|said}, citing data "
            "obtained from the Tide Brigade."
        ),
        (
            "{at|Two jets fell}, {as|the Velmarian army} {ac|said} on data from the Tide Brigade, "
            "citing the Tide Brigade."
        ),
        (
            "{at|Two jets fell}, {as|the Velmarian army} {ac|said}, based on reports from the Tide "
            "Brigade."
        ),
    ],
)
def test_the_informant_is_the_origin(raw: str) -> None:
    found = one(raw)
    assert links(found) == [("speaker", ARMY), ("informant", "actor:tide-brigade")]
    assert found.speaker == ARMY
    assert found.origin == "actor:tide-brigade"


def test_what_is_cited_is_no_content() -> None:
    raw = (
        "Two jets fell, {as|the Velmarian army} {ac|confirmed citing} {at|information "
        "supplied by the Tide Brigade}."
    )
    found = one(raw)
    assert contents(found) == ["Two jets fell"]
    assert found.origin == "actor:tide-brigade"


def test_an_agency_that_cites_is_a_relay() -> None:
    raw = "{as|Tass} {ac|reported}, citing the Velmarian army, {at|that two jets fell}."
    assert links(one(raw)) == [("relay", "actor:tass"), ("speaker", ARMY)]


@pytest.mark.parametrize(
    "raw",
    [
        "As RT reported, {at|two jets fell}, {as|the Velmarian army} {ac|said}.",
        "{at|Two jets fell}, {as|the Velmarian army} {ac|said}, as reported by RT.",
        "{as|The Velmarian army}, quoted by RT, {ac|said} {at|two jets fell}.",
    ],
)
def test_relays(raw: str) -> None:
    assert links(one(raw)) == [("relay", "actor:rt"), ("speaker", ARMY)]


def test_a_paper_that_quotes_is_a_relay() -> None:
    raw = "{as|The Bote} {ac|quotes} the Velmarian army as saying {at|that two jets fell}."
    assert [role for role, _ in links(one(raw))] == ["relay", "speaker"]


def test_according_to_a_medium_with_another_speaker() -> None:
    raw = "According to Russian state media, {as|the Velmarian army} {ac|said} {at|two jets fell}."
    assert ("relay", "actor:ru-state-media") in [p for s in read(raw) for p in links(s)]


def test_another_clause_does_not_lend_its_informant() -> None:
    raw = (
        "{as|The Velmarian army} {ac|denied} {at|it}, hours after Tass reported, citing the "
        "Tide Brigade, that two jets fell."
    )
    first = next(s for s in read(raw) if s.force == "denies")
    assert links(first) == [("speaker", ARMY)]


@pytest.mark.parametrize(
    ("raw", "recipient", "words"),
    [
        ("{as|The Velmarian army} {ac|told} RT {at|that two jets fell}.", "actor:rt", "RT"),
        ("{as|The Velmarian army} {ac|told RT} {at|two jets fell}.", "actor:rt", "RT"),
        (
            "{at|Two jets fell}, {as|the Velmarian army} {ac|told} journalists.",
            "actor:journalists",
            "journalists",
        ),
    ],
)
def test_recipients(raw: str, recipient: str, words: str) -> None:
    found = one(raw)
    assert found.recipient == recipient
    assert found.recipient_span is not None
    assert found.recipient_span.exact == words


def test_saying_has_no_recipient() -> None:
    assert one("{as|The Velmarian army} {ac|said} {at|RT told lies}.").recipient is None


def test_a_datelines_agency_is_the_outlet_where_nothing_else_is_known() -> None:
    raw = "VELGRAD (Tass) — {as|The Velmarian army} {ac|said} {at|two jets fell}."
    found = one(raw)
    assert [(link.role, link.actor) for link in found.chain] == [
        ("outlet", "actor:tass"),
        ("speaker", ARMY),
    ]


def test_a_datelines_agency_is_a_relay_on_anothers_page() -> None:
    raw = "VELGRAD (Tass) — {as|The Velmarian army} {ac|said} {at|two jets fell}."
    assert links(one(raw, outlet="Halvar Herald"))[0] == ("relay", "actor:tass")


def test_speakers_over_sentences() -> None:
    raw = (
        "{as|The Velmarian army} {ac|said} {at|two jets fell}. {bt|A third was safe}, {bs|it} "
        "{bc|added}. "
        '{cs|The statement} {cc|calls} {ct|it "a crime"}.'
    )
    assert [s.speaker for s in read(raw)] == [ARMY, ARMY, ARMY]


def test_a_spokeswoman_over_sentences() -> None:
    raw = (
        "{as|Velmarian army spokeswoman Ana Bel} {ac|said} {at|two jets fell}. "
        "{bs|Bel} {bc|said} {bt|a third was safe}. {cs|The spokeswoman} {cc|left} {ct|it there, "
        "saying no}. "
        "{ds|She} {dc|added} {dt|nothing of note}."
    )
    assert {s.speaker for s in read(raw)} == {"actor:ana-bel"}


def test_nobody_named_is_unresolved_not_guessed() -> None:
    found = one("{as|The blue of the morning} {ac|said} {at|two jets fell}.")
    assert found.speaker is None
    assert found.origin is None
    assert found.chain[0].actor is None


def test_every_actor_of_a_chain_is_in_the_cast() -> None:
    from counterclaim.actors import Cast
    from counterclaim.statements import find_statements
    from tests.actors.pages import knowledge, page_of
    from tests.statements.reading import marked

    text, attributions = marked(
        "As RT reported, {at|two jets fell}, {as|two residents} {ac|told} Tass, citing the Tide "
        "Brigade."
    )
    page = page_of(text)
    cast = Cast(page, knowledge())
    statements = find_statements(page, attributions, cast)
    known = {actor.id for actor in cast.actors()}
    for statement in statements:
        assert {link.actor for link in statement.chain if link.actor} <= known
        assert statement.recipient is None or statement.recipient in known


def test_whom_a_medium_cites_is_no_part_of_its_name() -> None:
    said = one(
        "{ac|According to} {as|the Velmarian news agency, which cited an unnamed naval source}, "
        "{at|the boat had strayed}. Velmaria's army left."
    )
    assert sources(said) == ["the Velmarian news agency"]
    assert [role for role, _ in links(said)] == ["relay", "speaker"]
    assert said.origin == "actor:unnamed-naval-source"


def test_the_source_goes_back_to_the_last_unnamed_one() -> None:
    first, second = read(
        "{ac|According to} {as|the Velmarian news agency, which cited a naval source}, "
        "{at|the boat had strayed}. {bs|The source} {bc|denied} {bt|that shots were fired}. "
        "Velmaria's army left."
    )
    assert first.origin == second.origin == "actor:unnamed-naval-source"


def test_the_name_after_a_cited_role_belongs_to_the_link() -> None:
    said = one(
        "{as|The Velmarian news agency, quoting the harbour master, Captain Jan Tol}, {ac|said} "
        "{at|the boat had strayed}. Velmaria's army left."
    )
    assert said.origin == "actor:jan-tol"
    assert said.chain[-1].name == "the harbour master, Captain Jan Tol"


def test_a_medium_that_carries_a_statement_relays_it() -> None:
    said = one(
        "{as|Radio Tolm carried a statement by the harbour master, Captain Jan Tol}, "
        "{ac|denying} {at|that the boat had strayed}."
    )
    assert sources(said) == ["the harbour master, Captain Jan Tol,"]
    assert [role for role, _ in links(said)] == ["relay", "speaker"]
    assert said.origin == "actor:jan-tol"


def test_whom_a_medium_quotes_is_no_content() -> None:
    said = read(
        "{as|The Velmarian news agency} {ac|quoted} {at|the governor, Jan Tol}, as saying that "
        "the boat had strayed. Velmaria's army left."
    )
    assert all("governor" not in words for s in said for words in contents(s))


def test_a_link_is_never_named_by_a_pronoun() -> None:
    said = read(
        "{as|The Velmarian army} {ac|said} {at|the boat had strayed}. {bs|It} {bc|added} "
        "{bt|that two shots were fired}."
    )[1]
    assert sources(said) == ["It"]
    assert said.chain[-1].name == "Velmarian Army"


def test_a_preposition_with_a_capital_is_part_of_a_name() -> None:
    said = one("{as|Bread Without Borders, which runs the camp}, {ac|said} {at|two boats sank}.")
    assert said.origin == "actor:bread-without-borders"


@pytest.mark.parametrize("name", ["Channel 9", "Radio Tolm", "TV Harbour"])
def test_a_station_is_known_by_its_first_word(name: str) -> None:
    said = one(f"{{at|Two boats sank}}, {{as|{name}}} {{ac|reported}}. The Velmarian army left.")
    assert said.origin == f"actor:{name.lower().replace(' ', '-')}"
