"""Speech within reported speech."""

from counterclaim.actors import Cast
from counterclaim.language import Attribution
from counterclaim.statements import find_statements
from tests.actors.pages import at, knowledge, page_of
from tests.statements.reading import contents, links, read, sources

NESTED = (
    "The Harbour Herald reported that the harbour master, Captain Jan Tol, told deputies that two "
    "boats had sunk."
)


def test_who_told_it_stands_behind_the_medium_that_reports_it() -> None:
    who = (at(NESTED, "The Harbour Herald"),)
    name = at(NESTED, "that the harbour master, Captain Jan Tol")
    page = page_of(NESTED)
    (said,) = find_statements(
        page,
        [
            Attribution(who, (at(NESTED, "reported"),), (name,), 0.5),
            Attribution(who, (at(NESTED, "told"),), (at(NESTED, "that two boats had sunk"),), 0.5),
        ],
        Cast(page, knowledge()),
    )
    assert sources(said) == ["the harbour master, Captain Jan Tol,"]
    assert contents(said) == ["that two boats had sunk"]
    assert [role for role, _ in links(said)] == ["relay", "speaker"]
    assert said.origin == "actor:jan-tol"


def test_two_sayings_of_one_source_stay_two() -> None:
    said = read(
        "{as|The Velmarian army} {ac|said} {at|two boats had sunk}. {bs|It} {bc|added} "
        "{bt|that four had not}."
    )
    assert len(said) == 2


def test_the_name_of_whom_a_medium_quotes_is_cut_from_the_content() -> None:
    said = read(
        "{as|The Velmarian news agency} {ac|quoted} {at|the governor, Jan Tol, as saying that two "
        "boats had sunk}. Velmaria's army left."
    )
    assert [contents(s) for s in said] == [["that two boats had sunk"]]
    assert said[0].origin == "actor:jan-tol"


def test_a_content_without_a_name_is_left_alone() -> None:
    said = read(
        "{as|The Velmarian army} {ac|cited} {at|the fog as a reason}. Velmaria's army left."
    )
    assert all(words == "the fog as a reason" for s in said for words in contents(s))
