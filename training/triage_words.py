"""Words that fill the places of the triage frames."""

PEOPLE = """
bankers politicians generals referees landlords journalists hackers drivers bosses ministers
""".split()
THINGS = """
weather website film bridge laptop airline headline match road coffee newspaper plan law
""".split()
LIVING = "live marry vote work teach sit talk travel".split()
VERBS = (
    "kill shoot hang burn bomb exterminate eradicate behead destroy hunt punish crush gas".split()
)
DONE = """
killed shot hanged burned bombed exterminated eradicated beheaded destroyed hunted punished
""".split()
GOOD = (
    "wonderful amazing kind smart brave lovely great fantastic good honest friendly equal".split()
)
