"""Who answers whom, and whose account changes, on whole pages read as they are."""

from datetime import date

from counterclaim.ledger import build_ledger
from counterclaim.reading import Settings, read_page
from counterclaim.records import Ledger


def ledger(*texts: str) -> Ledger:
    day = date(2034, 5, 12)
    settings = [Settings(published=day.isoformat()) for _ in texts]
    return build_ledger(
        [
            read_page(text.encode(), name=f"{at}.txt", settings=one)
            for at, (text, one) in enumerate(zip(texts, settings, strict=True))
        ]
    )


def denials(found: Ledger) -> list[tuple[str, str]]:
    """The words on each side of every denial."""
    return [
        (" ".join(s.exact for s in one.a_spans), " ".join(s.exact for s in one.b_spans))
        for one in found.relations
        if one.kind == "denies"
    ]


SHELLS = """Shells hit market in Brennick

At least 18 people were killed when shells hit the market in Brennick on Friday, a hospital said.

Residents blamed the Veldanian army, whose guns stand on the ridge. The Veldanian army denied that
it had shelled the market.
"""
MINISTRY = """Veldania's Defence Ministry said on Friday that the Red Front had fired the shells.

The Red Front said the Veldanian army had fired the shells at the market in Brennick.
"""
PRISONERS = """Fighters of the Dawn Front shot nine prisoners in Hesk, Justice Watch said.

The Dawn Front denied the killings.
"""


def test_a_denial_answers_the_charge_beside_it_though_another_page_lays_the_deed_too() -> None:
    sides = denials(ledger(SHELLS, MINISTRY))
    assert any("Residents" not in b and "shelled" in b and "army" in a for a, b in sides)


def test_who_accuses_another_and_denies_his_own_part_has_not_changed_his_story() -> None:
    accounts = ledger(SHELLS, MINISTRY).accounts
    changes = {change for one in accounts for version in one.versions for change in version.change}
    assert "actor" not in changes


def test_a_denial_of_a_deed_in_one_word_answers_who_lays_it_to_the_speaker() -> None:
    assert any(b == "the killings" for _, b in denials(ledger(PRISONERS)))


HOSPITAL = """Hospital hit in Hesk

The Kestrian army denied bombing the hospital in Hesk. "We do not strike hospitals," it said.

The Dawn Front, which has held Hesk since March, said Kestrian jets had dropped two bombs on the
building. Its spokeswoman said 63 bodies had been recovered, among them 12 children.

Kestria's defence ministry put the number of dead at between 10 and 20.

The Serrin foreign ministry said it was seeking clarity on reports suggesting that 300 people had
been killed.
"""
WOUNDED = """Serrin's navy fired on a ferry off Cape Lindo on Friday, Valtora's coast guard said.

The number of wounded has risen to 17, five of them in a critical condition, Valtora's health
ministry said. Serrin's defence ministry said that four people had been slightly hurt when its navy
fired on the ferry.
"""


def disputed(found: Ledger) -> set[frozenset[str]]:
    """The words on both sides of every dispute over a number."""
    return {
        frozenset((one.a_spans[0].exact, one.b_spans[0].exact))
        for one in found.relations
        if one.kind == "disputes" and one.on == "count"
    }


def test_who_denies_a_deed_answers_who_lays_it_to_him_below() -> None:
    found = ledger(HOSPITAL)
    assert len(found.incidents) == 1
    assert any("Kestrian jets" in a and "bombing" in b for a, b in denials(found))


def test_numbers_of_reports_that_nobody_vouches_for_stand_against_none() -> None:
    told = disputed(ledger(HOSPITAL))
    assert any("between 10 and 20" in pair for pair in told)
    assert not any("300 people" in pair for pair in told)


def test_a_part_of_the_wounded_is_not_held_against_all() -> None:
    assert disputed(ledger(WOUNDED)) == {frozenset(("17", "four people"))}


TOWN = """Rebels of the Dawn Front captured the border town of Hesk on Friday, residents said.

The Kestrian defence ministry denied that the town had fallen.
"""
REPORT = (
    "Fighters of the Dawn Front executed at least nine captured soldiers in the town of Hesk on "
    "Friday, Justice Watch said in a report. A shopkeeper told the group that he saw it.\n\n"
    "Fighters of the Dawn Front captured the town hall on Friday, a teacher said.\n\n"
    "The Dawn Front denied the killings."
)


def test_that_a_town_has_not_fallen_answers_that_it_was_captured() -> None:
    assert [("captured" in a, "fallen" in b) for a, b in denials(ledger(TOWN))] == [(True, True)]


def test_a_denial_of_killings_answers_who_lays_killings_to_the_speaker_and_nothing_else() -> None:
    answered = [a for a, b in denials(ledger(REPORT)) if b == "the killings"]
    assert any("executed" in a for a in answered)
    assert not any("town hall" in a for a in answered)


HELD = """Rebels take Hesk

The Dawn Front said on Friday that its fighters had taken the town of Hesk after heavy fighting.

The Kestrian army said Hesk remained under its control. It said its jets had bombed a column of the
Dawn Front.
"""
MILL = """Shells kill nine at mill in Dolmar

Shells killed at least nine workers at a flour mill in Dolmar on Friday, the mayor, Petra Ils, said.

The Dawn Front said the Kestrian army had fired the shells.
"""
OTHER_MILL = """Mill in Dolmar hit

The Kestrian army said on Friday that the Dawn Front had fired the shells that hit the flour mill in
Dolmar. It put the number of dead at five.
"""
FAMILY = """Five shot dead near Krem

Soldiers near Krem shot dead five people in a car on Friday, relatives said.

The Kestrian army said three people were shot dead near Krem, not five.
"""
STORE = """Blast kills 44

A blast at a store in Quell on Friday killed 44 people, the fire brigade said.

The opposition said 100 people had died in the blast. The interior minister called that a lie.
"""


def test_a_town_that_is_held_still_answers_that_it_was_taken() -> None:
    assert denials(ledger(HELD)) == [("taken", "control")]


def test_fewer_dead_in_all_than_of_one_group_where_one_place_is_named() -> None:
    found = ledger(MILL, OTHER_MILL)
    assert frozenset(("at least nine workers", "five")) in disputed(found)


def test_two_who_lay_one_deed_to_each_other_dispute_who_did_it() -> None:
    found = ledger(MILL, OTHER_MILL)
    names = {
        frozenset(s.exact for s in (*one.a_spans, *one.b_spans) if s.exact[:3] == "the")
        for one in found.relations
        if one.kind == "disputes" and one.on == "actor"
    }
    assert frozenset(("the Kestrian army", "the Dawn Front")) in names


def test_a_number_that_is_set_right_confirms_nobody_who_gave_it() -> None:
    found = ledger(FAMILY)
    assert frozenset(("five people", "three people")) in disputed(found)
    assert not any(one.kind == "confirms" and one.on == "count" for one in found.relations)


def test_what_is_called_a_lie_was_said_just_before() -> None:
    answered = [a for a, b in denials(ledger(STORE)) if "a lie" in b]
    assert len(answered) == 1
    assert "100 people" in answered[0]
