"""Words that name events, with their PLOVER event and mode.

Codes and their meaning: PLOVER codebook (Halterman et al. 2021), its event categories, its mode
tables and its contexts. The word lists are our own. ``verbs`` are given as base forms; a base form
may carry its irregular forms after a colon ("strike:struck,stricken"). ``nouns`` and ``phrases``
are given as they stand in texts; a noun's plural is made.
"""

from dataclasses import dataclass

__all__ = [
    "ALLIANCES",
    "CARRIERS",
    "CONTEXTS",
    "FACILITIES",
    "GENERIC",
    "MODE_WORDS",
    "ROWS",
    "WEAPONS",
    "Row",
]


@dataclass(frozen=True)
class Row:
    """Words of one PLOVER event and mode."""

    event: str
    mode: str | None
    verbs: str = ""
    nouns: str = ""


ROWS: tuple[Row, ...] = (
    Row(
        "ASSAULT", None,
        """attack assault strike:struck,stricken hit:hit,hitting ambush storm invade clash
        target raid pound pummel assail overrun:overran
        shoot_down:shot_down,shooting_down,shoots_down torpedo neutralise neutralize
        fire_on:fired_on,firing_on,fires_on fire_at:fired_at,firing_at,fires_at
        exchange_fire:exchanged_fire,exchanging_fire trade_fire:traded_fire,trading_fire
        return_fire:returned_fire,returning_fire
        open_up_on:opened_up_on,opening_up_on
        come_under_fire:came_under_fire,coming_under_fire,comes_under_fire
        come_under_attack:came_under_attack,coming_under_attack,comes_under_attack
        fire_into:fired_into,firing_into fire_upon:fired_upon fire_shots:fired_shots""",
        """attack|assault|strike|raid|ambush|offensive|onslaught|incursion|invasion|clash|fighting|
        firefight|battle|hostilities|violence|aggression|skirmish|atrocity|carnage|bloodshed""",
    ),
    Row("ASSAULT", None, "kill injure wound maim slay:slew,slain", "killing|bloodbath"),
    Row(
        "ASSAULT", "aerial",
        "strafe",
        """airstrike|air-strike|air strike|air raid|air-raid|air attack|air assault|
        aerial bombardment|aerial bombing|aerial attack|bombing raid|bombing run|bombing campaign|
        air campaign|helicopter attack|air bombardment""",
    ),
    Row(
        "ASSAULT", "drone", "",
        "drone strike|drone attack|unmanned strike|drone-strike|uav strike|uav attack|drone raid",
    ),
    Row(
        "ASSAULT", "heavy-weapons",
        "shell bombard",
        """shelling|bombardment|artillery fire|artillery strike|artillery attack|artillery barrage|
        rocket fire|rocket attack|rocket strike|missile strike|missile attack|missile fire|
        mortar attack|mortar fire|tank fire|barrage|cannonade""",
    ),
    Row(
        "ASSAULT", "explosives",
        "bomb detonate blow_up:blew_up,blown_up,blowing_up,blows_up",
        """bombing|bomb attack|bomb blast|car bombing|car bomb attack|roadside bombing|explosion|
        blast|detonation|grenade attack|mine explosion|ied attack""",
    ),
    Row("ASSAULT", "suicide-attack", "", "suicide bombing|suicide attack|suicide blast"),
    Row(
        "ASSAULT", "firearms",
        """shoot:shot gun snipe open_fire:opened_fire,opening_fire,opens_fire
        shoot_dead:shot_dead,shooting_dead,shoots_dead gun_down:gunned_down,gunning_down""",
        """shooting|gunfire|shoot-out|shootout|gun attack|gun battle|sniper fire|shots fired|
        armed attack|drive-by|gunfight|crossfire|gunshot|gunshot wound|gun shot wound|warning shot|
        shots""",
    ),
    Row("ASSAULT", "unconventional", "gas", "chemical attack|gas attack|chlorine attack|"
        "sarin attack|nerve agent attack|chemical strike|poison gas attack|chemical bombing"),
    Row("ASSAULT", "targeted",
        "assassinate execute behead massacre murder slaughter lynch strangle",
        "assassination|execution|beheading|massacre|murder|lynching|targeted killing|slaughter"),
    Row("ASSAULT", "abduct", "abduct kidnap hijack",
        "abduction|kidnapping|hijacking|hostage-taking"),
    Row("ASSAULT", "beat", """beat:beat,beaten
        beat_to_death:beaten_to_death,beating_to_death""", "beating"),
    Row("ASSAULT", "torture", "torture", "torture"),
    Row("ASSAULT", "sexual", "rape", "rape|sexual assault|sexual violence"),
    Row("ASSAULT", "primitive", """stab stone pelt torch firebomb
        hack_to_death:hacked_to_death stab_to_death:stabbed_to_death
        stone_to_death:stoned_to_death""",
        "stabbing|knife attack|arson attack|stab wound"),
    Row(
        "ASSAULT", "destroy",
        """destroy demolish raze flatten sabotage vandalise vandalize desecrate
        set_alight:setting_alight set_ablaze:setting_ablaze set_on_fire:setting_on_fire
        burn_down:burned_down,burnt_down,burning_down""",
        "destruction|demolition|sabotage",
    ),
    Row("ASSAULT", "crowd-control", "", "tear gas|water cannon|rubber bullets|baton charge"),
    Row("COERCE", "arrest", "arrest detain jail imprison capture",
        "arrest|detention|imprisonment|house arrest"),
    Row("COERCE", "seize", """seize confiscate search impound commandeer loot plunder ransack
        take_control:took_control,taken_control,taking_control
        regain_control:regained_control,regaining_control
        gain_control:gained_control,gaining_control""",
        "seizure|confiscation|police raid|looting"),
    Row("COERCE", "restrict", "blockade besiege", "blockade|siege|lockdown"),
    Row("COERCE", "deport", "deport extradite evict", "deportation|extradition|eviction"),
    Row("COERCE", "curfew", "", "curfew"),
    Row("COERCE", "martial-law", "", "martial law|state of emergency"),
    Row("COERCE", "censor", "censor", "censorship|news blackout|media blackout"),
    Row("COERCE", "withhold", "", "power cut|water cut|internet shutdown"),
    Row("COERCE", "cyber", "hack", "cyberattack|cyber-attack|cyber attack|hacking"),
    Row("PROTEST", "demo", """demonstrate protest
        take_to_the_streets:took_to_the_streets,taken_to_the_streets,taking_to_the_streets""",
        "demonstration|protest march|sit-in"),
    Row("PROTEST", "riot", "riot", "riot|rioting|unrest"),
    Row("PROTEST", "boycott", "boycott", "boycott"),
    Row("PROTEST", "hunger", "", "hunger strike"),
    Row("PROTEST", "strike", "", "general strike|labour strike|labor strike|walkout|on strike|"
        "rail strike|dock strike|strike action|strike ballot|strike committee"),
    Row("MOBILIZE", "troops", "mobilise mobilize deploy mass", "mobilisation|mobilization|"
        "deployment|troop movement|troop build-up|military build-up|military buildup"),
    Row("THREATEN", None, "threaten vow", "threat|ultimatum"),
    Row("THREATEN", "violence", "retaliate", "retaliation"),
    Row("ACCUSE", "allege", "accuse blame allege", "accusation|allegation"),
    Row("ACCUSE", "disapprove", "condemn denounce criticise criticize deplore decry slam",
        "condemnation|denunciation|criticism|outrage"),
    Row("ACCUSE", "investigate", "investigate probe", "investigation|inquiry|enquiry|probe"),
    Row("REQUEST", None, "demand urge request", "demand|request|appeal|call for"),
    Row("REQUEST", "meet", "", "request for an emergency|request for a meeting|call for talks"),
    Row("REJECT", None, "reject refuse rebuff veto deny dismiss", "rejection|refusal|veto|denial"),
    Row("CONSULT", None, "negotiate confer consult", "talks|negotiations|consultations|summit|"
        "emergency session|emergency meeting"),
    Row("CONSULT", "visit", "visit", ""),
    Row("AGREE", None, "agree:agreed", "agreement|deal|accord|treaty"),
    Row("SUPPORT", None, "endorse praise support", "endorsement|support"),
    Row("CONCEDE", None, "apologise apologize regret", "apology|regret|remorse|condolences"),
    Row("COOPERATE", None, "cooperate co-operate coordinate", "cooperation|coordination|"
        "joint exercise|joint operation"),
    Row("AID", None, "", "humanitarian aid|aid convoy|relief supplies|airdrop"),
    Row("RETREAT", "withdraw", "withdraw:withdrew,withdrawn retreat evacuate surrender "
        "lay_down_their_arms:laid_down_their_arms,laying_down_their_arms "
        "pull_out:pulled_out,pulling_out pull_back:pulled_back,pulling_back "
        "fall_back:fell_back,falling_back",
        "withdrawal|retreat|pull-out"),
    Row("RETREAT", "release", "release free:freed", "prisoner swap|prisoner exchange"),
    Row("RETREAT", "ceasefire", "",
        "ceasefire|cease-fire|truce|cessation of hostilities|armistice"),
    Row("RETREAT", "resign", "resign", "resignation"),
    Row("SANCTION", "discontinue", "", "sanctions|embargo"),
    Row("SANCTION", "convict", "convict sentence", "conviction"),
    Row("SANCTION", "expel", "expel", "expulsion"),
    Row("SANCTION", "withdraw", "", "recall of its ambassador|recall of the ambassador"),
)  # fmt: skip
"""Every trigger word with its codes. Of two that match, the longer one counts."""

GENERIC = frozenset(
    """
        attack assault strike hit target pound kill injure wound maim slay attacks strikes hits
        targets kills injures wounds struck attacked targeted killed injured wounded killing
        injuring wounding striking hitting targeting attacking destroyed destroying destroy
        destroys killings detonated pounded pounding pounds hammered
    """.split()
)
"""Verbs that say what a strike just named did: they belong to that event, not to another one."""

MODE_WORDS: tuple[tuple[str, str], ...] = (
    ((r"(?:hit|struck|beaten|beat|clubbed)\swith\s(?:\w+\s){0,2}(?:rifles?|guns?|pistols?)|"
      r"rifle\sbutts?|gun\sbutts?|truncheons?|iron\sbars?"), "beat"),
    ((r"chemical|chlorine|sarin|nerve\sagent|poison\sgas|phosphorus|mustard\sgas|radioactive|"
      r"nuclear\s(?:weapons?|bombs?|warheads?|strikes?|attacks?|missiles?)"), "unconventional"),
    (r"suicide", "suicide-attack"),
    (r"drones?|unmanned|UAVs?|quadcopters?", "drone"),
    ((r"air\s?strikes?|air-strikes?|air\sraids?|warplanes?|aircraft|jets?|fighter-bombers?|"
     r"planes?|helicopters?|gunships?|air\sforce|from\sthe\sair|barrel\sbombs?|sorties?|[FAB]-\d{1,2}s?|"
     r"(?:Su|MiG|Mi)-\d{2}s?"), "aerial"),
    (r"artillery|shells?|shelling|rockets?|missiles?|mortars?|howitzers?|tanks?|armou?red\svehicles?",
     "heavy-weapons"),
    ((r"car\sbombs?|truck\sbombs?|roadside\sbombs?|IEDs?|explosives?|explosive\sdevices?|land\s?mines?|"
     r"grenades?|booby[-\s]traps?|bombs?|mines?\s(?:buried|laid|left|placed|planted)|"
     r"(?:anti-\w+|naval|sea)\smines?|(?:hits?|struck|strikes?|striking)\sa\smine"), "explosives"),
    (r"gunmen|gunman|gunfire|rifles?|pistols?|machine[-\s]guns?|snipers?|bullets?|shots|shot",
     "firearms"),
    (r"kniv?es?|knife|machetes?|swords?|axes?|stones|petrol\sbombs?", "primitive"),
    (r"tear\sgas|water\scannons?|rubber\sbullets|batons?", "crowd-control"),
)  # fmt: skip
"""Words in the sentence that give an ASSAULT without a mode of its own one, in order of weight."""

WEAPONS = (
    r"(?:fighter|attack|combat|support|strike|bomber|war|helicopter|cargo|surveillance)?\s?"
    r"(?:aircraft|warplanes?|planes?|jets?|fighters\b(?=\sjets?)|helicopters?|gunships?|drones?|"
    r"UAVs?|artillery|howitzers?|mortars?|rockets?|missiles?|shells?|tanks?|bombs?|munitions|"
    r"mines?|grenades?|rifles?|machine[-\s]guns?|explosives|explosive\sdevices?|knives|knife|"
    r"machetes?|chlorine|sarin|phosphorus|tear\sgas|warships?|gunboats?|warheads?)"
)
"""Nouns of weapons and of what carries them, as a pattern."""

CONTEXTS: tuple[tuple[str, str], ...] = (
    ("military", (r"military|army|armies|troops?|soldiers?|air\sforce|navy|naval|coalition|"
                 r"warplanes?|(?:fighter\s)?jets?|defen[cs]e\sministry|Pentagon|airbase|air\sbase|brigade")),
    ("cbrn", r"chemical|chlorine|sarin|nerve\sagent|radioactive|nuclear|biological\sweapons?"),
    ("terrorism", r"terroris[mt]s?|terror\sattack|jihadists?"),
    ("peacekeeping", r"peacekeep\w+|blue\shelmets"),
    ("diplomatic", (r"ambassadors?|envoys?|embassy|diplomat\w*|Security\sCouncil|"
                   r"foreign\sminist\w+")),
    ("human_rights", r"human\srights|war\scrimes?"),
    ("legal", r"courts?|tribunals?|prosecutors?|international\slaw"),
)  # fmt: skip
"""PLOVER contexts with the words that show them in a sentence."""

CARRIERS = frozenset(
    """
        jet jets fighter fighters warplane warplanes plane planes aircraft helicopter
        helicopters drone drones missile missiles rocket rockets artillery strike strikes
        airstrike airstrikes raid raids bomb bombs shell shells attack attacks gunboat gunboats
        warship warships tank tanks
    """.split()
)
"""Things that act for whoever they belong to."""

ALLIANCES = frozenset({"coalition", "alliance", "bloc"})
"""Common nouns that only ever stand for a named one of their kind."""

FACILITIES = frozenset(
    """barracks base bases airbase airfield airport depot post posts position positions building
    buildings hospital camp convoy headquarters site village town city hill area""".split()
)
"""Things and places that are hit and are nobody, whatever their name is made of."""
