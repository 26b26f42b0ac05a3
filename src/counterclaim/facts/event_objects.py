"""Verbs that name an act only with what they are done to: "fired rockets", "closed the border".

Codes and their meaning: PLOVER codebook (Halterman et al. 2021), its mode tables and its table of
CAMEO codes. The word lists are our own.
"""

from __future__ import annotations

from dataclasses import dataclass

__all__ = ["HARMLESS", "MEASURES", "OBJECT_ROWS", "TERRITORY", "ObjectRow"]


@dataclass(frozen=True)
class ObjectRow:
    """Verbs with the heads of their objects, and the PLOVER event and mode of both together.

    ``verbs`` are base forms, with irregular ones behind a colon. ``whole`` says that the object is
    a part of the act's name ("fired mortars at the market"), not whom it befalls. ``by`` are words
    for the subject, of which one must stand before the verb; without ``objects`` they are enough,
    but an attack is on something.
    """

    event: str
    mode: str | None
    verbs: str
    objects: str
    whole: bool = False
    by: frozenset[str] = frozenset()


_CROWD = frozenset(
    """
        protester protesters protestors demonstrator demonstrators crowd crowds youths rioters mob
        marchers students strikers picketers
    """.split()
)
"""Those whose violence PLOVER calls a riot."""

_MARCHERS = _CROWD | frozenset(
    "thousands hundreds people residents workers supporters opponents activists women".split()
)
"""Those whose marches are no soldiers'."""

_POLICE = frozenset(
    """
        police officers detectives prosecutors investigators gendarmes gendarmerie inspectors agents
        customs constables
    """.split()
)
"""Those whose raids are searches."""

_GUARDS = _POLICE | frozenset("soldiers troops forces army military authorities".split())
_WARSHIPS = frozenset(
    """
        boat boats drone drones frigate frigates gunboat gunboats jets missile missiles navy planes
        submarine submarines torpedo torpedoes warship warships
    """.split()
)
_BOARDERS = _GUARDS | frozenset(
    "guard guards coastguard navy marines commandos pirates gunmen militants men".split()
)
"""Those who board what is not theirs."""

_VESSELS = "ship ships vessel vessels boat boats tanker trawler ferry freighter yacht flotilla"

MEASURES = frozenset("barrage volley salvo salvos".split())
"""Objects that are only as many as what they are of: "a barrage of rockets", "of questions"."""

HARMLESS = frozenset(
    """
        test tests tested testing test-fired satellite satellites orbit space film movie game match
        goal penalty season
    """.split()
)
"""Words of a sentence in which nothing is fired at anybody."""

TERRITORY = """
    town towns village villages city cities airport airports airfield airbase base bases hill
    hills hilltop checkpoint checkpoints bridge bridges territory territories district districts
    neighbourhood neighbourhoods neighborhood neighborhoods suburb suburbs port posts outpost
    outposts positions crossing garrison province stronghold strongholds fortress barracks
    island dam enclave settlement settlements ridge valley capital
"""
"""What armies take and lose."""

_BUILDINGS = """
    house houses home homes hut huts village villages church churches mosque mosques temple
    synagogue school schools hospital clinic clinics market markets shop shops office offices
    building buildings hall halls car cars truck trucks lorry lorries vehicle vehicles bus buses
    crops hay harvest orchard orchards grove groves
    field fields farm farms granary tent tents camp warehouse station bridge headquarters
"""
_PASSAGES = """
    border borders airspace crossing crossings road roads highway motorway strait checkpoint
    checkpoints bridge bridges port ports corridor
"""
_PEOPLE = """
    him her them man men woman women boy girl student students protester protesters
    demonstrators journalist journalists reporter detainee detainees prisoner prisoners soldier
    soldiers driver officer policeman civilian civilians
"""
_TROOPS = """
    troops soldiers reinforcements battalion battalions brigade brigades regiment forces units
    peacekeepers commandos paratroopers marines fighters
"""
_ENEMIES = """
    rebels insurgents militants troops forces soldiers army militia militias militiamen gunmen
    fighters guerrillas separatists
"""
_CRAFT = """
    aircraft helicopter helicopters drone drones jet jets plane planes warplane warplanes uav
    uavs airliner missile missiles
"""

OBJECT_ROWS: tuple[ObjectRow, ...] = (
    ObjectRow("ASSAULT", "heavy-weapons", "fire launch lob unleash rain hurl shoot:shot",
        """
            rocket rockets missile missiles mortar mortars shell shells projectile projectiles
            artillery salvo salvos barrage volley
        """, whole=True),
    ObjectRow("ASSAULT", "drone", "launch fire",
        "drone drones", whole=True),
    ObjectRow("ASSAULT", "firearms", "fire",
        "bullets shots shot rounds round", whole=True),
    ObjectRow("ASSAULT", "aerial", "drop:dropped,dropping",
        "bomb bombs munition munitions explosives", whole=True),
    ObjectRow("PROTEST", "riot", "throw:threw,thrown hurl toss lob:lobbed,lobbing",
        "stone stones rock rocks brick bricks bottle bottles petrol molotov fireworks",
        whole=True, by=_CROWD),
    ObjectRow("ASSAULT", "primitive", "throw:threw,thrown hurl toss lob:lobbed,lobbing",
        "stone stones rock rocks brick bricks petrol molotov firebomb firebombs", whole=True),
    ObjectRow("ASSAULT", "explosives", "throw:threw,thrown hurl toss lob:lobbed,lobbing",
        "grenade grenades explosives bomb bombs", whole=True),
    ObjectRow("ASSAULT", "explosives", "plant lay:laid,laying place hide:hid,hidden,hiding",
        "bomb bombs explosives landmine landmines mine mines", whole=True),
    ObjectRow("ASSAULT", "destroy", "set:set,setting",
        "fire ablaze alight", whole=True),
    ObjectRow("ASSAULT", "destroy", "burn:burned,burnt bulldoze",
        _BUILDINGS),
    ObjectRow("ASSAULT", "suicide-attack", "blow:blew,blown",
        "himself herself themselves", whole=True),
    ObjectRow("ASSAULT", "abduct", "take:took,taken,taking hold:held",
        "hostage hostages captive", whole=True),
    ObjectRow("ASSAULT", "beat", "punch kick club:clubbed,clubbing slap:slapped flog whip",
        _PEOPLE),
    ObjectRow("ASSAULT", "targeted", "hang:hanged",
        _PEOPLE),
    ObjectRow("ASSAULT", None, "down",
        _CRAFT),
    ObjectRow("ASSAULT", None, "sink:sank,sunk torpedo",
        _VESSELS + " gunboat gunboats warship warships frigate submarine ferry barge"),
    ObjectRow("ASSAULT", None, "sink:sank,sunk torpedo",
        "", by=_WARSHIPS),
    ObjectRow("ASSAULT", None, "engage",
        "aircraft base depot drone drones position positions refinery tanks target targets"),
    ObjectRow("ASSAULT", None, "ram:rammed,ramming",
        "crowd people pedestrians checkpoint gate gates"),
    ObjectRow("ASSAULT", None, "fight:fought battle:battled",
        _ENEMIES),
    ObjectRow("COERCE", "seize", "raid search",
        _BUILDINGS + " apartment flat newsroom", by=_POLICE),
    ObjectRow("COERCE", "seize",
        "capture recapture retake:retook,retaken take:took,taken occupy reoccupy liberate",
        TERRITORY),
    ObjectRow("COERCE", "seize", "board",
        _VESSELS, by=_BOARDERS),
    ObjectRow("COERCE", "seize", "intercept",
        "ship ships vessel vessels boat boats tanker flotilla"),
    ObjectRow("PROTEST", "demo", "march rally",
        "", by=_MARCHERS),
    ObjectRow("PROTEST", "obstruct", "block close shut:shut,shutting",
        _PASSAGES, by=_CROWD),
    ObjectRow("COERCE", "restrict", "close seal shut:shut,shutting",
        _PASSAGES),
    ObjectRow("COERCE", "restrict", "seal cordon",
        "town towns village villages area areas district districts street streets square site",
        by=_GUARDS),
    ObjectRow("COERCE", "restrict", "ban:banned,banning prohibit outlaw disperse",
        """
            rally rallies march marches protest protests demonstration demonstrations gathering
            gatherings vigil crowd crowds protesters demonstrators party parties
        """),
    ObjectRow("COERCE", "censor", "ban:banned,banning block shut:shut,shutting revoke suspend",
        """
            newspaper newspapers website websites broadcaster channel channels station stations
            licence license accreditation
        """),
    ObjectRow("COERCE", "withhold", "cut:cut,cutting sever shut:shut,shutting disconnect",
        "electricity power water internet communications"),
    ObjectRow("SANCTION", "withdraw", "recall withdraw:withdrew,withdrawn",
        "ambassador ambassadors envoy envoys diplomat diplomats observers inspectors"),
    ObjectRow("SANCTION", "withdraw",
        "suspend sever cut:cut,cutting break:broke,broken freeze:froze,frozen",
        "ties relations"),
    ObjectRow("SANCTION", "discontinue", "suspend halt cut:cut,cutting freeze:froze,frozen",
        """
            membership aid trade exports imports deliveries cooperation assets accounts funds
            flights
        """),
    ObjectRow("AID", None,
        "deliver provide distribute airlift donate send:sent hand ship:shipped,shipping",
        "aid food medicine medicines supplies blankets tents rations", whole=True),
    ObjectRow("MOBILIZE", "troops",
        "send:sent move dispatch rush mass amass station reposition redeploy",
        _TROOPS),
    ObjectRow("MOBILIZE", "weapons",
        "send:sent move dispatch mass amass station reposition redeploy deploy",
        "tanks warship warships artillery missiles bombers launchers"),
    ObjectRow("RETREAT", "withdraw", "pull",
        _TROOPS + " tanks artillery guns weapons"),
    ObjectRow("MOBILIZE", "troops", "call:called",
        "reservists conscripts"),
)  # fmt: skip
"""Of rows that fit, the first one counts."""
