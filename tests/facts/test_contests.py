"""Pages about games hold no violence but where somebody is really harmed."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from counterclaim.facts.contests import in_earnest, is_contest
from counterclaim.pages import Page, read_document
from counterclaim.reading import Settings, read_page

GAME = """Dubrin Harriers beat Velgrad 81-65 to stay unbeaten

Guard Jan Tol shot 56 percent in the second half and grabbed nine rebounds as the Harriers beat
Velgrad Town 81-65 on Saturday in the league opener.

"We attacked from the first quarter and hit our free throws," head coach Oda Arn said. "My teammates
kept shooting," said Tol, who scored 24 points.

The Harriers face the Port Lorne Pilots in the semi-final on Tuesday.
"""
RIOT = (
    GAME
    + """
Two fans were killed when police opened fire outside the stadium after the game, officials said.
"""
)
WAR = """Army says it beat back an attack on Dubrin stadium

Velmaria's army said on Saturday that it had beaten back an attack on the stadium in Dubrin, where
rebels had held points in the second and third quarter of the town since the season began.

Residents said that fighters shot at the club and that the goal of the offensive was the port.
"""


SHOW = """Mara Oden steals the night at the Lorne Music Awards

The singer's hit single beat four nominees to song of the year on Saturday, and the audience gave
her band a storm of applause.

"He made the beat in the car and it blew up," Oden said of the album's first track. The rapper Ilo
Tann attacked the stage with a duet that hit the top of the charts.
"""
CONCERT = """Explosion at concert in Lorne kills 22

A bomb exploded at a concert of the singer Mara Oden in Lorne on Saturday, killing 22 people, police
said. The blast came as the band played its last song. Police said a bomber had killed himself.

Fans fled from the stage when they heard the explosion. "There were bodies," said a member of the
audience. Soldiers and police searched for a second bomb. Ten of the dead were children, the
hospital said. The attack was the worst since the tour of the songwriter began.
"""


def page(text: str) -> Page:
    return read_document(text.encode(), name="page.txt", published="2031-05-04")


@pytest.mark.parametrize(
    ("text", "game"),
    [(GAME, True), (RIOT, True), (WAR, False), (SHOW, True), (CONCERT, False), ("", False)],
)
def test_a_game_is_known_by_many_different_words(text: str, game: bool) -> None:
    if text:
        assert is_contest(page(text)) is game


def test_a_few_words_of_sport_make_no_game() -> None:
    few = "The coach was hit. The goal was to score points before the season, the club said."
    assert not is_contest(page(few * 30))


def test_long_pages_need_more_of_them() -> None:
    assert not is_contest(
        page(GAME + "\n\nThe army fired on the town again, residents said." * 400)
    )


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Two fans were killed.", True),
        ("A bomb went off.", True),
        ("He shot over the bar.", False),
        ("They beat them in a battle of nerves.", False),
        ("", False),
    ],
)
def test_words_of_real_harm(text: str, expected: bool) -> None:
    assert in_earnest(text, 0, len(text)) is expected


def test_a_game_has_no_events_and_a_shooting_at_one_has() -> None:
    def events(text: str) -> list[str]:
        settings = Settings(published="2031-05-04")
        reading = read_page(text.encode(), name="page.txt", settings=settings)
        return [event.event for event in reading.events]

    assert "ASSAULT" not in events(GAME)
    assert "ASSAULT" in events(RIOT)


@given(st.text(max_size=300), st.integers(0, 300), st.integers(0, 300))
def test_any_text_can_be_asked(text: str, one: int, other: int) -> None:
    start, end = sorted((min(one, len(text)), min(other, len(text))))
    assert in_earnest(text, start, end) in (True, False)


def test_a_show_is_no_violence() -> None:
    assert read_page(SHOW.encode(), name="show.txt", settings=Settings()).events == []
    kinds = {event.event for event in read_page(CONCERT.encode(), name="c.txt").events}
    assert "ASSAULT" in kinds
