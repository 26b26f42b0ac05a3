"""What somebody had said before is where his account begins, and contradicts nobody any more."""

import pytest
from tests.ledger.pages import ledger_of, sides, versions

from counterclaim.ledger.claims import gather
from counterclaim.ledger.parties import Parties
from counterclaim.reading import read_page

TOLL = """2034-05-13
Shells hit mill in Kesh

Shells hit a mill in Kesh on Friday, the army of Casperia said.

Mayor Ida Rell now says 52 people were killed when shells hit the mill in Kesh.
{earlier} 63 were dead.

The White Cross said 12 people were killed in the mill.
"""


@pytest.mark.parametrize(
    "earlier",
    [
        "Earlier she had said that",
        "At first she said",
        "She had initially said that",
        "She said earlier that",
    ],
)
def test_a_number_recalled_comes_first_and_is_nobodys_rival(earlier: str) -> None:
    found = ledger_of(TOLL.format(earlier=earlier))
    assert "count" in versions(found, "actor:ida-rell")[-1][1]
    assert sides(found, "revises", "count") == [("63", "52 people")]
    assert [b for pair in sides(found, "disputes", "count") for b in pair if "63" in b] == []


@pytest.mark.parametrize(
    ("words", "recalled"),
    [
        ("The mayor said two had died", False),
        ("The mayor had said two had died", True),
        ("The mayor first said two had died", True),
        ("The mayor said at first that two had died", True),
        ("An earlier raid failed. The mayor said two had died", False),
        ("Two had died, the mayor said earlier", False),
    ],
)
def test_what_is_recalled_is_told_by_its_words(words: str, recalled: bool) -> None:
    reading = read_page(f"A headline\n\n{words} in Kesh.\n".encode(), name="a.txt")
    said = [c for p in gather([reading], Parties(reading.actors)) for c in p.claims]
    assert [c.recalled for c in said if c.statement.voice == "cited"] == [recalled]


def test_a_denial_left_behind_denies_no_more() -> None:
    page = """2034-05-13
Shells hit mill in Kesh

The mayor of Kesh, Ida Rell, said the army of Casperia had fired the shells that hit the mill.

The army of Casperia now says one of its guns hit the mill in Kesh by mistake. {}
"""
    gone = ledger_of(page.format("At first it said it had fired no shells."))
    assert sides(gone, "denies") == []
    assert [v for v, _ in versions(gone, "actor:casperia-army")] == ["denies", "admits"]
