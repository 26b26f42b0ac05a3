"""Four pages of an invented incident, each read by hand."""

from __future__ import annotations

from counterclaim.records import Dated, Problem
from tests.dossier.sketch import Sketch

WIRE = """\
Pact jets hit Ostrevan barracks, army says; Pact declines to comment
By Pelagic Wire staff
HARL, 4 May 2031 - Aircraft of the Northern Pact struck an army barracks near Tarn Weir on \
Sunday morning, killing at least 38 Ostrevan soldiers and wounding more than 70, the Ostrevan \
Army General Staff said.
The Pact Joint Command declined to comment. "We do not discuss operations," a duty officer said.
Army spokeswoman Ilse Marrand called the raid "a deliberate act of support for the Red Heron \
Front", whose fighters she said attacked the camp within minutes.
The Velmark Foreign Ministry said the blast was caused by “the explosion of an ammunition \
store”, and denied that any Pact aircraft had been over the valley.
Tarn Weir District Hospital said it had received 41 bodies and 75 injured by noon.
Smoke over the Tarn valley, seen from the Harl road on Sunday. (Pelagic Wire)
"""

RADIO = """\
State Radio: the whole truth about the crime at Tarn Weir

The Foreign Ministry has demanded an extraordinary sitting of the Straits Assembly. "The attack at \
dawn leaves one reading only: the Pact is shielding the Red Heron Front," the ministry \
said in a statement carried by Pelagic Wire.
Citing figures sent by the General Staff, the ministry put the dead at 44 servicemen.
The ministry said four aircraft had crossed from Velmark's airspace at 06:40 local time.
"""

COURIER = """\
Tarn Weir strike: Pact says it was a mistake
Update 3, 5 May, 09:15: The Pact has conveyed its regret to Ostreva "for the unintended loss of \
life", a Pact official told the Courier.
Update 2, 4 May, 21:30: The Pact Joint Command now admits its aircraft dropped the bombs. "We \
believed we were striking a Red Heron position. It was a mistake," it said, putting the dead at \
up to 30.
Update 1, 4 May, 14:05: The Joint Command told the Courier it was "looking at what is being said \
and asking its air controllers".
Two explosions shook Tarn Weir shortly after dawn on Sunday, residents said, and jets could \
be heard for a quarter of an hour. Residents counted dozens of dead soldiers by the weir bridge.
The Red Heron Front denied that it knew of the strike. "Nobody warned us and nobody helped us," \
its statement read.
The army said late on Sunday that its losses had risen to 44 killed, among them three officers.
The weir bridge on Monday morning.
Editor's note: an earlier version misspelt the name of the valley.
Reader comments
Bram O.: My cousin was stationed there. He counted 90 dead, not 44.
Quiet Heron: @Bram source please? Everybody has a cousin.
Tidewater: You people are vermin and should be shipped across the strait.
Nell: What a rotten lie from the ministry, as always.
Bram O.: Believe what you like. The jets came from Velmark, everyone here saw them.
"""

NOTES = """\
Tarn Weir: what we know

The army has said the Pact bombed its barracks on purpose. The Pact says it hit the wrong target. \
Velmark says there was no air raid at all.

According to the army's General Staff, 44 soldiers were killed at the Old Customs Camp. One \
hospital doctor told us that 41 bodies had come in, 75 people were hurt and nine were missing.

If confirmed, the raid would be the first by the Pact on Ostrevan soil since the Harl accord.
آخر الأخبار: قال متحدث إن الطريق مغلق 🚧 حتى إشعار آخر.
"""


def wire() -> Sketch:
    """An agency: the first report."""
    page = Sketch(
        "aaaa",
        WIRE,
        name="pelagic-wire.html",
        outlet="Pelagic Wire",
        outlet_evidence="meta:og:site_name",
        url="https://wire.example/tarn-weir",
        published=Dated(value="2031-05-04T12:20:00+01:00", evidence="meta:article:published_time"),
        retrieved="2031-05-06T08:00:00Z",
        format="html",
        language="en",
    )
    page.block("headline", "Pact jets hit")
    page.block("byline", "By Pelagic", author="Pelagic Wire staff")
    for first in (
        "HARL",
        "The Pact Joint",
        "Army spokeswoman",
        "The Velmark",
        "Tarn Weir District",
    ):
        page.block("body", first, sequence=0)
    page.block("caption", "Smoke over")
    strike = page.say(
        "Aircraft of the Northern Pact struck an army barracks near Tarn Weir on Sunday morning, "
        "killing at least 38 Ostrevan soldiers and wounding more than 70",
        source="the Ostrevan Army General Staff",
        cue="said",
        speaker="ostrevan-army",
    )
    page.event(
        strike,
        "struck",
        actor=("northern-pact", "Northern Pact"),
        recipient=("ostrevan-army", "an army barracks"),
    )
    page.count(
        strike,
        "at least 38 Ostrevan soldiers",
        "38",
        38,
        38,
        None,
        "killed",
        approximator="at least",
        group="soldiers",
    )
    page.count(
        strike,
        "more than 70",
        "70",
        71,
        None,
        None,
        "injured",
        approximator="more than",
        group="soldiers",
    )
    page.place(
        strike,
        "Tarn Weir",
        lat=12.42,
        lon=-38.10,
        where_prec=2,
        gazetteer="user:1",
        score=0.97,
        reason="user's gazetteer",
    )
    page.moment(
        strike,
        "Sunday morning",
        "2031-05-04T06:00",
        "2031-05-04T12:00",
        date_prec=1,
        anchor="publication",
    )
    page.say(
        "comment",
        source="The Pact Joint Command",
        cue="declined",
        speaker="pact-command",
        force="declines",
        polarity="negative",
    )
    page.say(
        '"We do not discuss operations,"',
        source="a duty officer",
        cue="said",
        speaker="pact-command",
        quote="direct",
        force="declines",
    )
    deliberate = page.say(
        'the raid "a deliberate act of support for the Red Heron Front"',
        source="Army spokeswoman Ilse Marrand",
        cue="called",
        speaker="ilse-marrand",
        quote="mixed",
        force="accuses",
    )
    page.event(deliberate, "raid", actor=None)
    page.intent(
        deliberate,
        "deliberate act of support for the Red Heron Front",
        "deliberate",
        of="actor:northern-pact",
        beneficiary="actor:red-heron",
    )
    depot = page.say(
        "the blast was caused by “the explosion of an ammunition store”",
        source="The Velmark Foreign Ministry",
        cue="said",
        speaker="velmark-foreign",
        quote="mixed",
    )
    page.event(depot, "the explosion of an ammunition store", "ACCIDENT", None)
    denial = page.say(
        "that any Pact aircraft had been over the valley",
        source="The Velmark Foreign Ministry",
        cue="denied",
        speaker="velmark-foreign",
        force="denies",
        polarity="negative",
    )
    page.event(
        denial,
        "any Pact aircraft had been over the valley",
        modality="denied",
        actor=("northern-pact", "Pact aircraft"),
    )
    page.place(denial, "the valley", reason="below the score floor: no valley is named")
    bodies = page.say(
        "it had received 41 bodies and 75 injured by noon",
        source="Tarn Weir District Hospital",
        cue="said",
        speaker="tarn-hospital",
    )
    page.count(bodies, "41 bodies", "41", 41, 41, 41, "killed", group="people")
    page.count(bodies, "75 injured", "75", 75, 75, 75, "injured", group="people")
    page.puzzle("the Harl road", "place", "below the score floor: two candidates score alike")
    return page


def radio() -> Sketch:
    """A state outlet that relays its ministry."""
    page = Sketch(
        "bbbb",
        RADIO,
        name="state-radio.html",
        outlet="Ostrevan State Radio",
        outlet_evidence="meta:og:site_name",
        published=Dated(value="2031-05-04", evidence="url"),
        retrieved="2031-05-06T08:01:00Z",
        format="html",
        language="en",
    )
    page.block("headline", "State Radio")
    for first in ("The Foreign Ministry", "Citing figures", "The ministry said"):
        page.block("body", first, sequence=0)
    relay = (
        ("relay", "Pelagic Wire", "pelagic-wire"),
        ("speaker", "the ministry", "ostreva-foreign"),
    )
    page.say(
        "an extraordinary sitting of the Straits Assembly",
        source="The Foreign Ministry",
        cue="demanded",
        speaker="ostreva-foreign",
        force="demands",
    )
    shielding = page.say(
        '"The attack at dawn leaves one reading only: the Pact is shielding the Red Heron Front,"',
        source="the ministry",
        cue="said",
        speaker="ostreva-foreign",
        quote="direct",
        force="accuses",
        chain=relay,
    )
    page.event(shielding, "attack", actor=("northern-pact", "the Pact"))
    page.intent(
        shielding,
        "the Pact is shielding the Red Heron Front",
        "complicity",
        of="actor:northern-pact",
        beneficiary="actor:red-heron",
    )
    dead = page.say(
        "the dead at 44 servicemen",
        source="the ministry",
        cue="put",
        speaker="ostreva-foreign",
        origin="ostrevan-army",
        chain=(
            ("speaker", "the ministry", "ostreva-foreign"),
            ("informant", "the General Staff", "ostrevan-army"),
        ),
    )
    page.count(dead, "44 servicemen", "44", 44, 44, 44, "killed", group="soldiers")
    crossing = page.say(
        "four aircraft had crossed from Velmark's airspace at 06:40 local time",
        source="The ministry",
        cue="said",
        speaker="ostreva-foreign",
    )
    page.event(crossing, "crossed from Velmark's airspace", "MOBILIZE", None)
    page.moment(
        crossing,
        "06:40 local time",
        "2031-05-04T06:40",
        timex="TIME",
        date_prec=1,
        anchor="publication",
    )
    page.place(crossing, "Velmark's airspace", where_prec=7, reason="airspace has no point")
    return page


def courier() -> Sketch:
    """A local paper with rolling updates, newest first, and readers' comments."""
    page = Sketch(
        "cccc",
        COURIER,
        name="harl-courier.html",
        outlet="The Harl Courier",
        outlet_evidence="json-ld:publisher",
        published=Dated(value="2031-05-05T09:15:00+01:00", evidence="json-ld:dateModified"),
        retrieved="2031-05-06T08:02:00Z",
        format="html",
        language="en",
        order="newest-first",
    )
    page.block("headline", "Tarn Weir strike")
    page.block("update", "Update 3", number=3, sequence=3, time="2031-05-05T09:15")
    page.block("update", "Update 2", number=2, sequence=2, time="2031-05-04T21:30")
    page.block("update", "Update 1", number=1, sequence=1, time="2031-05-04T14:05")
    for first in ("Two explosions", "The Red Heron", "The army said"):
        page.block("body", first, sequence=0)
    page.block("caption", "The weir bridge on")
    page.block("note", "Editor's note")
    page.block("other", "Reader comments")
    said = page.moment(None, "5 May, 09:15", "2031-05-05T09:15", timex="TIME", date_prec=1)
    page.say(
        'its regret to Ostreva "for the unintended loss of life"',
        source="a Pact official",
        cue="told",
        speaker="pact-command",
        force="regrets",
        quote="mixed",
        said_at=said,
    )
    page.at = 0
    mistake = page.say(
        "its aircraft dropped the bombs",
        source="The Pact Joint Command",
        cue="admits",
        speaker="pact-command",
        force="admits",
    )
    page.event(mistake, "dropped the bombs", actor=("northern-pact", "its aircraft"))
    quote = page.say(
        '"We believed we were striking a Red Heron position. It was a mistake,"',
        source="it",
        cue="said",
        speaker="pact-command",
        quote="direct",
        force="admits",
    )
    page.intent(quote, "It was a mistake", "accident", of="actor:northern-pact")
    upto = page.say("the dead at up to 30", source="it", cue="putting", speaker="pact-command")
    page.count(upto, "up to 30", "30", 0, None, 30, "killed", approximator="up to")
    page.say(
        'it was "looking at what is being said and asking its air controllers"',
        source="The Joint Command",
        cue="told the Courier",
        speaker="pact-command",
        quote="mixed",
        force="asserts",
        certainty="unknown",
    )
    dawn = page.say(
        "Two explosions shook Tarn Weir shortly after dawn on Sunday",
        source="residents",
        cue="said",
        speaker="residents",
    )
    page.event(dawn, "explosions", mode="explosives")
    page.moment(
        dawn, "shortly after dawn on Sunday", "2031-05-04T05:30", "2031-05-04T07:30", date_prec=1
    )
    page.place(
        dawn,
        "Tarn Weir",
        lat=12.42,
        lon=-38.10,
        where_prec=2,
        gazetteer="user:1",
        score=0.97,
        reason="user's gazetteer",
    )
    dozens = page.say(
        "dozens of dead soldiers by the weir bridge",
        source="Residents",
        cue="counted",
        speaker="residents",
    )
    page.count(
        dozens,
        "dozens of dead soldiers",
        "dozens",
        24,
        None,
        99,
        "killed",
        approximator="dozens of",
        group="soldiers",
    )
    page.place(
        dozens,
        "the weir bridge",
        lat=12.44,
        lon=-38.07,
        where_prec=1,
        gazetteer="user:2",
        score=0.9,
        reason="user's gazetteer",
    )
    page.say(
        "that it knew of the strike",
        source="The Red Heron Front",
        cue="denied",
        speaker="red-heron",
        force="denies",
        polarity="negative",
    )
    page.say(
        '"Nobody warned us and nobody helped us,"',
        source="its statement",
        cue="read",
        speaker="red-heron",
        quote="direct",
        force="denies",
        polarity="negative",
    )
    risen = page.say(
        "its losses had risen to 44 killed, among them three officers",
        source="The army",
        cue="said",
        speaker="ostrevan-army",
    )
    total = page.count(
        risen, "44 killed", "44", 44, 44, 44, "killed", running=True, group="soldiers"
    )
    page.count(risen, "three officers", "three", 3, 3, 3, "killed", group="officers", part_of=total)
    first = page.comment(
        "Bram O.: My", author="Bram O.", lanes=(("unsourced_claim", 0.81, "He counted 90 dead"),)
    )
    page.comment(
        "Quiet Heron: @Bram",
        author="Quiet Heron",
        reply_to=first,
        lanes=(("none", 0.9, "source please?"),),
    )
    page.comment(
        "Tidewater: You",
        author="Tidewater",
        lanes=(
            ("identity_attack", 0.93, "You people are vermin"),
            ("threat", 0.61, "should be shipped across the strait"),
        ),
    )
    page.comment("Nell: What", author="Nell", lanes=(("harassment", 0.31, "rotten lie"),))
    page.comment(
        "Bram O.: Believe",
        author="Bram O.",
        reply_to=first,
        lanes=(("unsourced_claim", 0.77, "The jets came from Velmark"),),
    )
    ninety = page.say("90 dead", source="He", cue="counted", voice="reader")
    page.count(ninety, "90 dead", "90", 90, 90, 90, "killed")
    return page


def notes() -> Sketch:
    """A flattened text without a date, in two scripts."""
    page = Sketch(
        "dddd",
        NOTES,
        name="saltmarket-notes.txt",
        outlet=None,
        published=Dated(),
        language="en",
    )
    page.block("headline", "Tarn Weir: what")
    for first in ("The army has", "According", "If confirmed", "آخر"):
        page.block("body", first, sequence=0)
    purpose = page.say(
        "the Pact bombed its barracks on purpose",
        source="The army",
        cue="said",
        speaker="ostrevan-army",
        force="accuses",
    )
    page.event(purpose, "bombed", actor=("northern-pact", "the Pact"))
    page.intent(purpose, "on purpose", "deliberate", of="actor:northern-pact")
    wrong = page.say(
        "it hit the wrong target",
        source="The Pact",
        cue="says",
        speaker="pact-command",
        force="admits",
    )
    page.intent(wrong, "hit the wrong target", "accident", of="actor:northern-pact")
    none = page.say(
        "there was no air raid at all",
        source="Velmark",
        cue="says",
        speaker="velmark-foreign",
        force="denies",
        polarity="negative",
    )
    page.event(none, "no air raid", modality="denied")
    camp = page.say(
        "44 soldiers were killed at the Old Customs Camp",
        source="the army's General Staff",
        cue="According to",
        speaker="ostrevan-army",
    )
    page.count(camp, "44 soldiers", "44", 44, 44, 44, "killed", group="soldiers")
    page.place(
        camp, "the Old Customs Camp", reason="in no gazetteer given", name="Old Customs Camp"
    )
    doctor = page.say(
        "41 bodies had come in, 75 people were hurt and nine were missing",
        source="One hospital doctor",
        cue="told us",
        speaker="tarn-hospital",
    )
    page.count(doctor, "41 bodies", "41", 41, 41, 41, "killed")
    page.count(doctor, "75 people were hurt", "75", 75, 75, 75, "injured")
    page.count(doctor, "nine were missing", "nine", 9, 9, 9, "missing")
    page.say(
        "the raid would be the first by the Pact on Ostrevan soil since the Harl accord",
        voice="outlet",
        certainty="conditional",
        hedges=("If confirmed",),
    )
    page.puzzle("قال متحدث", "statement", "not a language the engine reads")
    page.problems.append(
        Problem(
            id="d-dddd.x0",
            name="saltmarket-notes.txt",
            code="CC902",
            severity="warning",
            message="CC902: saltmarket-notes.txt: no publication date found; relative days stay "
            "unresolved (give --published)",
        )
    )
    return page
