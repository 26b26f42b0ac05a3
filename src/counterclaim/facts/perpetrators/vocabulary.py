"""Words that names of organisations are made of. Own lists, from general knowledge."""

__all__ = ["ARMED", "BREAKS", "COMMON_HEADS", "CRIME", "HEADS", "MODIFIERS", "PARTY", "STATE"]

ARMED = frozenset(
    """
    front fronts brigade brigades commando commandos militia militias movement guerrillas guerrilla
    rebels contras squad squads column columns resistance legion vanguard detachment detachments
    paramilitaries paramilitary insurgents fighters cell cells self-defense self-defence patriots
    faction factions martyrs mujahideen jihad militants separatists
    """.split()
)
"""Last words of names of armed groups outside the state."""

STATE = frozenset(
    """
    army armies force forces command police guard guards battalion battalions regiment regiments
    brigade corps military militaries navy troops soldiers patrol patrols gendarmerie government
    regime administration authorities dictatorship junta staff intelligence division squadron
    security services service agency policemen officers unit units marines ministry cia dea fbi
    """.split()
)
"""Last words of names of a state's organs."""

CRIME = frozenset(
    """
    cartel cartels mafia mafias gang gangs ring rings syndicate syndicates traffickers hitmen
    extraditables
    """.split()
)
"""Last words of names of criminal organisations."""

PARTY = frozenset(
    """
    party parties alliance union unions coalition federation confederation league unity
    organization organizations organisation organisations group groups committee committees board
    association bloc wing left right rightwing leftwing council congress maoists communists
    sectors tendency coordinating coordinator current society
    """.split()
)
"""Last words of names of parties and of groups of any sort."""

HEADS = ARMED | STATE | CRIME | PARTY

COMMON_HEADS = frozenset(
    """
    army military police government regime guard mafia cartel navy gendarmerie military junta
    contras dictatorship extraditables mafias cartels cia dea fbi
    """.split()
)
"""Heads that name an organisation by themselves ("the army")."""

MODIFIERS = frozenset(
    """
    action air alternative anti anticommunist antiterrorist april armed august autonomous bloc
    border bourgeois catholic central christian citizen civic civil civilian clandestine class
    combat combatant command communist counterinsurgency criminal death december defense defence
    democratic dignity drug drug-trafficking elite engineers extreme far fascist february federal
    fifth first forces fourth freedom free general great guerrilla guevarist high independence
    independent infantry insurgent intelligence international islamic january judicial july june
    justice labor left leftist left-wing leninist liberal liberation maoist march marine marxist
    marxist-leninist may military militia motorized mountain national nationalist naval new
    november october official order organization organized outlawed paramilitary parachute patriotic
    people peoples peasant peace political popular presidential pro progressive proletarian public
    rapid rebel red regular reaction repressive republican resistance revolution revolutionary
    right rightist right-wing ruling rural salvation second secret security self-defense
    self-defence
    separatist september shock social socialist solidarity special state student students
    subversive supreme terrorist third top trafficking treasury ultraleftist ultrarightist
    united unity unified urban victory vanguard war white women worker workers working young youth
    narcotics cocaine assassination narcoterrorist death-squad
    """.split()
)
"""Words that stand before the last word of a name; besides those that are names themselves."""

BREAKS = frozenset(
    """
    a an the this that these those some any no each every all both many several few other another
    such same own its their his her our my your it they he she we you i who which what whose whom
    and or but nor so yet if when while because although though as than since until unless after
    before during in on at by to from with without into onto upon over under against between among
    through about for of off out up down near along toward towards within across behind beyond
    is are was were be been being am has have had having do does did will would can could may might
    must shall should not never also only even just more most less least very too now then there
    here today yesterday tomorrow last next ago already still again one two three four five six
    seven eight nine ten hundred thousand according meanwhile however moreover therefore including
    said says say told tells added stated reported reports announced claimed claims accused blamed
    members member leaders leader commander commanders chief spokesman spokesmen president minister
    sources officials official report statement attack attacks killed wounded called know known
    alleged suspected presumed hooded armed-men unidentified unknown heavily approximately nearly
    part mr mrs miss ms gen general-in-chief col lt maj capt sgt dr colonel lieutenant captain
    major sergeant deputy former communique press radio television people's-court where why how
    """.split()
)
"""Words that no name goes on beyond to the left."""
