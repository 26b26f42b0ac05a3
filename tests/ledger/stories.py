"""Invented pages that several tests read: a strike near Orsvik, told from all sides."""

from __future__ import annotations

from tests.ledger.builder import Page

from counterclaim.records import Ledger, Relation

NORLAND, SUDMARK = "actor:norland", "actor:sudmark"
ORSVIK = ("Orsvik", 10.0, 20.0)
TOLMEN = ("Tolmen", 15.0, 25.0)


def rolling_page() -> Page:
    """Silence, an accusation, a word to the paper, an admission, regret: three updates."""
    page = Page("one")
    page.say("no comment on the strike", by=NORLAND, cue="had", force="declines")
    page.say(
        "an air strike by Norland jets hit its troops near Orsvik and killed 62 soldiers",
        by="actor:sudmark-army",
    )
    page.event(
        "air strike",
        mode="aerial",
        actor=NORLAND,
        recipient=SUDMARK,
        day="2031-05-03",
        place=ORSVIK,
    )
    page.count("62 soldiers", 62, group="soldiers")
    page.say("it was aware of the reports", by="actor:norland-ministry", cue="told The Courier")
    page.update()
    page.say("its jets killed over 60 troops in a mistake", by="actor:norland-army", force="admits")
    page.event("killed", actor=NORLAND, recipient=SUDMARK)
    page.count("over 60 troops", 61, None, group="soldiers").intent("mistake", "accident")
    page.update()
    page.say(
        "the strike shows that Norland is defending the Red Front", by=SUDMARK, force="accuses"
    )
    page.intent("defending", "complicity", of=NORLAND, beneficiary="actor:red-front")
    page.update()
    return page.say("it regretted the loss of life", by="actor:ilse-brandt", force="regrets")


def background(page: Page) -> Page:
    """Last year's bombing elsewhere, told on the same page."""
    page.say("a bomb killed nine people in Tolmen last year", by=SUDMARK)
    page.event("bomb", mode="explosives", day="2030-02-01", place=TOLMEN)
    return page.count("nine people", 9)


def second_page() -> Page:
    """Another paper, a day later: observers count fewer, an armed group denies it all."""
    page = Page("two", outlet="actor:herald", published="2031-05-05")
    page.say("only ten soldiers were killed in the raid near Orsvik", by="actor:observers")
    page.event("raid", mode="aerial", place=ORSVIK, day="2031-05-03")
    page.count("ten soldiers", 10, group="soldiers")
    page.say("Norland had carried out no raid near Orsvik", by="actor:red-front", force="denies")
    return page.event("raid", modality="denied", actor=NORLAND, place=ORSVIK)


def words(ledger: Ledger) -> dict[str, str]:
    """Statement id → its content."""
    return {s.id: s.content[0].exact for r in ledger.readings for s in r.statements}


def relations(ledger: Ledger, kind: str, on: str) -> list[Relation]:
    """The ledger's relations of one kind on one field."""
    return [r for r in ledger.relations if r.kind == kind and r.on == on]
