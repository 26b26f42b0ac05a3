"""Claim by claim: what a page's new version changed."""

import msgspec

from counterclaim.records import Count, Reading, Span
from counterclaim.store.revisions import changes


def said(entry, text: str, number: str | None = None) -> Reading:
    reading: Reading = entry(text).reading
    if number is None:
        return reading
    at = text.index(number)
    span = Span.of(text, at, at + len(number))
    count = Count(
        id=f"{reading.document.id}.n1",
        document=reading.document.id,
        statement=reading.statements[0].id,
        span=span,
        number=span,
        low=1,
        best=1,
        high=1,
        harm="killed",
    )
    return msgspec.structs.replace(reading, counts=[count])


def test_the_same_claims_are_no_change(entry) -> None:
    one = said(entry, "Officials said 90 people had died.", "90")
    assert changes(one, one) == []


def test_a_new_figure_is_a_rewording_that_names_both(entry) -> None:
    old = said(entry, "Officials said 90 people had died.", "90")
    new = said(entry, "Officials said 62 people had died.", "62")
    [change] = changes(old, new)
    assert change.kind == "reworded"
    assert change.figures == ["62 killed", "90 killed"]
    assert "90 people" in change.old[0].exact
    assert "62 people" in change.new[0].exact


def test_a_claim_taken_out(entry) -> None:
    old = said(entry, "Officials said 90 people had died.", "90")
    new = msgspec.structs.replace(old, statements=[])
    [change] = changes(old, new)
    assert (change.kind, change.new, change.figures) == ("dropped", [], ["90 killed"])


def test_a_claim_put_in(entry) -> None:
    old = said(entry, "Officials said 90 people had died.", "90")
    new = said(entry, "Officials blame the harbour's owner for neglect.")
    assert {change.kind for change in changes(old, new)} == {"added", "dropped"}


def test_white_space_alone_is_no_change(entry) -> None:
    assert (
        changes(said(entry, "Officials said  it fell."), said(entry, "Officials said it\nfell."))
        == []
    )


def test_a_page_without_an_outlet_says_the_same_in_every_version(entry) -> None:
    def own_voice(text: str) -> Reading:
        reading = said(entry, text)
        document = reading.document.id
        return msgspec.structs.replace(
            reading,
            statements=[
                msgspec.structs.replace(one, origin=f"actor:outlet-{document}", content=[words])
                for one in reading.statements
                for words in [Span.of(text, 0, 9)]
            ],
        )

    old = own_voice("Officials said 90 people had died.")
    new = own_voice("Officials said 62 people had died.")
    assert old.document.id != new.document.id
    assert changes(old, new) == []
