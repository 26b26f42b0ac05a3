"""Patterns that show force, denial and doubt in the words of a content."""

from __future__ import annotations

import re

from counterclaim.language import Sought

__all__ = [
    "ASKED",
    "ASKING",
    "BLAME_SELF",
    "BY_MISTAKE",
    "CLAIMS",
    "CONCEDING",
    "CONDITION",
    "DEMANDING",
    "DENIAL",
    "DISOWNING",
    "DONE_BY",
    "DOUBT",
    "EVIL",
    "FLAT",
    "HARM",
    "ING",
    "INSISTING",
    "MAIN_END",
    "MUST",
    "NOT",
    "NOT_DENIED",
    "NO_ACT",
    "NO_DENIAL",
    "NO_NEWS",
    "OFFERING",
    "ORDERING",
    "OWN_ACT",
    "POSSIBLE",
    "PROBABLE",
    "REQUIRING",
    "SCORN",
    "SILENT",
    "SORRY",
    "TO_ACT",
    "WILL",
]

NOT = re.compile(
    r"(?:\bnot|n['’]t|\bnever|\bno longer|\brefus\w+ to|\bdeclin\w+ to)\s+(?:\w+ly )?$",
    re.IGNORECASE,
)
NOT_DENIED = re.compile(
    r"(?:\bnot|n['’]t|\bnever|\brefus\w+ to|\bdeclin\w+ to|short of) (?:\w+ly )?(?:deny|denied|"
    r"denying|rul\w+ out"
    r"|reject\w*|dismiss\w*|disput\w+|exclud\w+)",
    re.IGNORECASE,
)
OWN = r"(?:it|they|he|she|we|i|(?:its|their|our) [\w' -]{2,30}|neither|none of [\w' -]{2,40}?)"
"""Subjects by which speakers mean their own side."""

DENIAL = re.compile(
    rf"^\W*(?:that )?(?:{OWN} [\"“‘]?(?:had|has|have|did|was|were|is|are)(?: not|n['’]t|never)? "
    rf"?(?:not|"
    rf"never|nothing)? ?"
    rf"(?<=not |n't |n’t |ver |ing )|none of [\w' -]{{2,40}} (?:had|has|have|was|were|did)\b|"
    r"not (?:one|a single|so)\b|there (?:was|were|is|are|had been|has been) [\"“]?no\b|"
    rf"{OWN} [\"“‘]?(?:does|do)(?: not|n['’]t) (?!know|discuss|comment|believe|want|think|have|"
    rf"expect|see|rule|exclude|"
    r"consider|need)|"
    r"[^,;.]{0,60}\b(?:false(?! (?:alarm|documents?|flag|hopes?|information|intelligence|names?|"
    r"number|papers|passports?|pretences?|promises?))|baseless|untrue|fabricat\w+|unfounded|"
    r"groundless|fake|a lie|lies|"
    r"nonsense|slander|"
    r"invented|invention|propaganda|nothing to do with)\b)",
    re.IGNORECASE,
)
NO_DENIAL = re.compile(
    r"\b(?:not (?:only|yet|immediately|clear|known|sure|just|seen|received|heard|aware|decided|"
    r"excluded|"
    r"the person)|"
    r"never (?:seen|heard)|(?:heard|seen|known|received|learned|learnt) (?:nothing|no)|not know|"
    r"not convinced|not persuaded|not been|no longer)\b",
    re.IGNORECASE,
)
CLAIMS = re.compile(
    r"^\W*(?:(?:the|these|those|such|any|all|this|that|reports? (?:of|that)|\w+['’]s) )?(?:\w+ "
    r"){0,2}?(?:suggestions?|claims?|"
    r"allegations?|accusations?|charges?|rumou?rs?|reports?)\b",
    re.IGNORECASE,
)
DEMANDING = re.compile(
    r"^\W*(?:that )?(?:\w+ ){0,4}?(?:(?:is|was|are|were) )?(?:demand(?:s|ed|ing)|call(?:s|ed|"
    r"ing) (?:for|on|upon)|urg(?:es|ed|ing)|"
    r"expects? an? (?:apology|explanation|answer))\b",
    re.IGNORECASE,
)
ING = re.compile(r"^\W*(?:\w+ ){0,2}?(?P<word>\w+ing)\b")
FLAT = re.compile(
    r"^\W*(?:that )?[\"“‘]?(?:no|nobody|nothing|never|none|no one)\b(?! (?:doubt|longer|comment|"
    r"idea))|"
    rf"^\W*(?:that )?{OWN} [\"“‘]?(?:had|has|have|could find) no(?:body|thing)?\b"
    r"(?! (?:doubt|comment|idea|plans|choice|information|record|announcements|longer|intention))",
    re.IGNORECASE,
)
"""Denials without a negated verb: "no rope was attached", "it has no drones"."""

INSISTING = Sought(r"\b(?:insist|maintain|protest|assur|retort|object|counter)\w*", re.IGNORECASE)
ASKING = Sought(r"\b(?:ask(?:s|ed|ing)?|invit(?:es|ed|ing)|beg(?:s|ged)?)\b", re.IGNORECASE)
ORDERING = Sought(
    r"\b(?:t(?:old|ells?|elling)|remind(?:s|ed)?|exhort(?:s|ed)?|instruct(?:s|ed)?|direct(?:s|ed)?|"
    r"charg(?:es|ed)|advis(?:es|ed)|requir(?:es|ed)|summon(?:s|ed)?)\b",
    re.IGNORECASE,
)
"""Cues that order where an infinitive follows: "told them to leave"."""

TO_ACT = re.compile(r"^\W*(?:not )?to [\"“‘]?\w", re.IGNORECASE)
REQUIRING = Sought(
    r"\b(?:requires?|required|requir(?:es|ed)|exhort(?:s|ed)|wants? \w+ things)\b", re.IGNORECASE
)
DISOWNING = Sought(
    r"\b(?:been|was|were|am|is) (?:mis(?:quoted|understood|read|translated|heard)|mistaken about|"
    r"taken out of context)|\b(?:does|do|did)(?: not|n['’]t) (?:exist|happen|recogni[sz]e)|"
    r"\bno such (?:agreement|attack|claim|contract|document|event|incident|letter|man|meeting|"
    r"order|person|plan|raid|report|request|strike|thing|unit)s?\b|"
    r"\b(?:has|had|have) nothing to do with\b",
    re.IGNORECASE,
)
"""What takes back or disowns what others say of somebody."""

OFFERING = Sought(r"\boffer(?:s|ed)\b", re.IGNORECASE)
ASKED = re.compile(r"^\W*(?:[\w,'’-]+ ){0,9}?(?:not )?[\"“‘]?to [\"“‘]?\w", re.IGNORECASE)
CONCEDING = Sought(r"\b(?:confirm|accept)\w*", re.IGNORECASE)
OWN_ACT = re.compile(
    rf"^\W*(?:that )?(?:(?:one|two|some|several) of )?(?:{OWN}|his men|her men)\b[^,;.]{{0,40}}?"
    r"\b(?:fired|struck|hit|carried out|bombed|shot|killed|launched|used|involved|opened fire|"
    r"towed|"
    r"shelled|dropped)\b",
    re.IGNORECASE,
)
"""The speaker's own side as who did it, for cues like "confirmed"."""

HARM = Sought(
    r"(?<!was )(?<!were )(?<!been )(?<!being )\b(?:rammed|struck|bombed|shelled|attacked|fired|"
    r"opened fire|killed|shot|sank|seized|invaded|burned|destroyed|launched|dropped|raided|stormed|"
    r"abducted|kidnapped|tortured|executed|set fire|blew up|arms|armed|flattened|violated|crossed|"
    r"(?:is|are|was|were|has been|have been) (?:arming|shielding|hiding|killing|bombing|shelling|"
    r"lying|"
    r"helping|covering|protecting|sheltering|harbouring|backing|funding|supplying|conniving|using)|"
    r"covers for|shields|harbours|sponsors|hit)\b",
    re.IGNORECASE,
)
"""Deeds that a party charges another with."""

SILENT = Sought(
    r"\b(?:nothing to (?:add|say|correct)|too early to \w+|no announcements?|"
    r"(?:(?:does|do|did|would|will|could|shall)(?: not|n['’]t)|won['’]t|was not going to) "
    r"(?:be )?"
    r"(?:discuss|comment|consider it necessary|speak (?:of|about)|drawing|go into|say (?:who|"
    r"whether|how|why|what))|(?:would|will) say nothing|"
    r"(?:takes?|took|taken) note\b|not in the business of|not for (?:him|her|it|me|us|them)\b|"
    r"(?:matter|question) (?:was|is|of \w+ was) (?:for|with) the|not to answer|"
    r"not (?:in a position|at liberty|able) to (?:say|comment)|not the (?:person|place|time) "
    r"(?:for|to))\b",
    re.IGNORECASE,
)
"""Refusals to speak inside what is said."""

EVIL = Sought(
    r"\b(?:deliberate(?:ly)?|on purpose|intentional(?:ly)?|murder\w*|provocat\w+|aggression|"
    r"aggressor|atrocit\w+|"
    r"crimes?|criminal\b|massacre\w*|slaughter\w*|barbar\w+|coward\w+|treacher\w+|"
    r"violat(?:ed|es|ing|ions?)|conniv\w+|complicit\w*|complicity|collu\w+|piracy|sabotage\w*|"
    r"butcher\w*|"
    r"lie[sd]?|lying(?! (?:on|in|at))|cover(?:ing|ed)? up|cover-up|blatant|flagrant|outrage\w*|"
    r"savage\w*|ethnic "
    r"cleansing|"
    r"genocide|defending (?:the )?\w+|support(?:s|ing)? (?:for|of|the)? ?\w* ?terror\w*|hostage|"
    r"hostages|"
    r"human shields?|responsible for|to blame|negligen\w+|reckless\w*|conspir\w+|betray\w+|stab\b|"
    r"hypocri\w+|unprovoked|unlawful\w*|illegal\w*)\b",
    re.IGNORECASE,
)
SCORN = Sought(
    r"\b(?:deliberate|murder\w*|provocat\w+|aggression|atrocit\w+|crimes?|criminal|massacre\w*|"
    r"slaughter|"
    r"barbar\w+|coward\w+|treacher\w+|terror\w*|violation|conniv\w+|complicit\w*|lies?|blatant|"
    r"flagrant|"
    r"outrage\w*|savage\w*|genocide|stab|betrayal|unacceptable|illegal|unlawful|despicable|"
    r"heinous|vile|"
    r"disgrace\w*|shameful|inhuman\w*|cruel\w*|evidence|proof|piracy|act of war|brutal\w*|"
    r"reckless)\b",
    re.IGNORECASE,
)
SORRY = Sought(
    r"^\W*(?:that )?(?:[\w'’]+ ){0,4}?[\"“‘']?(?:(?:so|deeply|very|truly|sincere|deep|profound|"
    r"its|their) ){0,3}(?:regret(?:s|ted|ting)?|apologi[sz](?:es|ed|ing|e for)|"
    r"sorry|condolences|deeply saddened|pained|sorrow|remorse|ashamed|heartbroken|"
    r"(?:ask(?:s|ed)?|beg(?:s|ged)?) (?:for |the )?(?:pardon|forgiveness))\b",
    re.IGNORECASE,
)
MUST = Sought(
    r"\b(?:must(?! have)|should (?:immediately|now|be held|stop|explain)|ought to|has to|have "
    r"to)\b",
    re.IGNORECASE,
)
WILL = Sought(
    r"^\W*(?:that )?(?:it|they|he|she|we|i|its \w+|our \w+|their \w+)(?: \w+ly)? (?:will|would|"
    r"shall|['’]ll)\b"
    r"(?! be the| have| not say| only be| mean| seem| appear| like)",
    re.IGNORECASE,
)
DOUBT = Sought(
    r"\b(?:(?:found|find|saw|seen|see) no (?:sign|evidence|trace)|no evidence|not convinced|"
    r"unclear whether|hard to believe|implausible|"
    r"(?:would|['’]d) (?:like|want|love) to (?:see|meet)|yet (?:been )?shown|"
    r"yet to (?:see|be shown)|"
    r"not credible|question mark|raises? (?:\w+ )?(?:doubts?|questions?)|unlikely|cannot be "
    r"verified|"
    r"could not (?:independently )?(?:verify|confirm))\b",
    re.IGNORECASE,
)
BLAME_SELF = Sought(
    r"\b(?:(?:our|my|its|his|her|their|full) responsibility|responsibility (?:is|was) (?:mine|"
    r"ours)|"
    r"takes? (?:full )?responsibility|(?:was|were) (?:to blame|at fault) and|"
    r"(?:error|mistake|fault|blame|failure) (?:was|is) (?:ours|mine|our own|my own)|"
    r"(?:our|my) (?:own )?(?:mistake|error|fault|failure)|"
    r"(?:we|i) (?:were wrong|was wrong|got it wrong|(?:have )?made an? (?:\w+ )?"
    r"(?:mistake|error)))\b",
    re.IGNORECASE,
)
BY_MISTAKE = Sought(
    rf"^\W*(?:that )?(?:(?:one|two|some|several) of )?{OWN}\b[^;.]{{0,120}}?"
    r"\b(?:(?:took|taken|mistook|mistaken) [^;.,]{2,50} for|by mistake|in error|by accident|"
    r"mistakenly|erroneously|accidentally|unintentionally|"
    r"(?:hit|hitting|struck|striking|bombed|shelled) the wrong \w+|on the wrong \w+|"
    r"mistook|taken for|misidentified)\b",
    re.IGNORECASE,
)
"""An act of the speaker's own side that is called a mistake."""

NO_ACT = re.compile(
    r"^\W*(?:that )?[\"“‘]?(?:no|not a single|not one|none of (?:its|their|our|his|her)) "
    r"[\w' -]{2,50}? (?:had been|has been|have been|were|was|had|have|has) (?:\w+ly )?"
    r"(?:attacked|hit|struck|targeted|bombed|shelled|fired|launched|used|dropped|deployed|"
    r"involved|carried out|conducted|ordered|entered|crossed|flown|taken part)\b|"
    rf"^\W*(?:that )?{OWN} [\"“‘]?(?:had|has|have) (?:played |taken )?no (?:part|role|hand|"
    r"involvement|drones|units|troops|forces|aircraft|weapons|artillery|missiles|fighters)\b|"
    r"^\W*(?:that )?nobody (?:under|in|from) (?:its|his|her|our|my|their)\b",
    re.IGNORECASE,
)
"""A deed denied through a negated subject: "no convoy had been attacked"."""

NO_NEWS = re.compile(
    r"^\W*(?:that )?(?:no|nobody|no one|none)\b(?: [\w-]+){0,3}? "
    r"(?:was|were|had been|has been|have been) (?:hurt|injured|killed|"
    r"harmed|wounded|heard|seen|reported|made|expected|missing)\b",
    re.IGNORECASE,
)
"""What did not happen or was not noticed, which denies nothing: "no one was hurt"."""

DONE_BY = re.compile(
    r"\b(?:carried out|committed|fired|launched|caused|planted|staged|blown up|shot down|downed|"
    r"laid|bombed|shelled|attacked|destroyed|sunk|killed|murdered|sent) by (?:the )?",
    re.IGNORECASE,
)
"""What stands before the one who is said to have done it."""

MAIN_END = re.compile(
    r"[;.]|\b(?:after|because|which|who|when|while|although|though|since|whereas|as if)\b",
    re.IGNORECASE,
)
CONDITION = Sought(
    r"\b(?:if (?:\w+ ){0,4}?(?:confirmed|true|proven|proved|verified|correct|accurate)"
    r"|if (?:the|it|this|that|they|these|those)\b|assuming|provided that)",
    re.IGNORECASE,
)
POSSIBLE = Sought(
    r"\b(?:may(?! \d)|might|could(?! not be reached)|possib(?:le|ly)|perhaps|alleged(?:ly)?|"
    r"reportedly|purported(?:ly)?|"
    r"unconfirmed|supposed(?:ly)?|rumou?red|unverified|potential(?:ly)?)\b"
)
PROBABLE = Sought(
    r"\b(?:likely|probabl[ey]|appear(?:s|ed)?|apparent(?:ly)?|seem(?:s|ed)?|believed to|thought "
    r"to|suspected|"
    r"presumably|presumed|most likely|it is believed|indications?)\b",
    re.IGNORECASE,
)
