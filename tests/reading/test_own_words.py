"""Pronouns inside somebody's own words."""

from counterclaim import read_page

PAGE = """Drones hit a barracks, the ministry's spokesman, Major-General Tomas Brenn, said.

“An hour after the last explosion the militants were on the pier. They had not even bothered
to hide their boats,” Brenn said.

“Whoever refuses to share coordinates should not be surprised when he hits his neighbour,”
Brenn went on.
"""


def test_he_in_somebodys_own_words_is_not_the_one_who_says_them() -> None:
    reading = read_page(PAGE.encode().replace(b"bothered\n", b"bothered "), name="page.txt")
    (hits,) = [event for event in reading.events if event.span.exact == "hits"]
    (said,) = [one for one in reading.statements if one.id == hits.statement]
    assert said.speaker == "actor:tomas-brenn"
    assert hits.actor is None
    assert hits.actor_span is not None
    assert hits.actor_span.exact == "he"
