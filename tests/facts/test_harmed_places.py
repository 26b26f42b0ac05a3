"""Towns that read like victims, and people called like towns."""

import pytest

from counterclaim import Settings, read_page


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("25 children among Deir ez-Zor dead. Syria denied it.", {"25 children"}),
        ("Austin Brol was shot on Monday. Austin Brol died in Kiel.", {"Austin Brol"}),
    ],
)
def test_a_town_is_no_victim(text: str, told: set[str]) -> None:
    page = read_page(text.encode(), name="page.txt", settings=Settings(published="2031-05-14"))
    assert {count.span.exact for count in page.counts} == told
