"""Words that report speech, and the force that each gives it."""

from __future__ import annotations

import re
from collections.abc import Mapping

from counterclaim.records import Force

__all__ = [
    "ATTITUDE",
    "CALLING",
    "COUNTING_ANEW",
    "FORCE_STEMS",
    "FORCE_VERB",
    "REPORTING",
    "REPORTING_VERB",
    "inflected",
]


def inflected(*stems: str) -> str:
    """A pattern for the forms of regular verbs, each given as "deny", "accuse", "admit:admitt"."""
    return "|".join(_forms(stem) for stem in stems)


def _forms(verb: str) -> str:
    base, _, doubled = verb.partition(":")
    if base.endswith("y") and base[-2] not in "aeou":
        return rf"{base[:-1]}(?:y|ies|ied|ying)"
    if base.endswith("e"):
        return rf"{base[:-1]}(?:e|es|ed|ing)"
    if base.endswith(("s", "sh", "ch", "x")):
        return rf"{base}(?:es|ed|ing)?"
    if doubled:
        return rf"(?:{base}s?|{doubled}(?:ed|ing))"
    return rf"{base}(?:s|ed|ing)?"


_DECLINES = inflected("decline", "refuse", "refrain")
FORCE_STEMS: Mapping[Force, str] = {
    "denies": inflected(
        "deny", "reject", "dismiss", "refute", "rebut:rebutt", "contradict", "dispute"
    )
    + "|disavow(?:s|ed)?|repudiate[sd]?|denials?|ruled out|rules out|debunk(?:s|ed)?",
    "admits": inflected("admit:admitt", "acknowledge", "concede", "confess")
    + "|admission|own(?:s|ed) (?:up|that)|let(?:s)? slip|concur(?:s|red)|(?:was|were) wrong to|"
    "tak(?:es|en) upon \\w+ the responsibility|back(?:s|ed)?tracked|com(?:es|ing) clean"
    + "|(?:claim|accept|assume)(?:s|ed|ing)? (?:full |sole )?(?:responsibility|blame)"
    + "|(?:tak|took|takes|taken|taking)\\w* (?:full |sole )?(?:responsibility|the blame|credit)",
    "accuses": inflected(
        "accuse", "blame", "allege", "denounce", "condemn", "deplore", "decry", "lambast"
    )
    + "|accusations?|slam(?:s|med|ming)|blast(?:ed|s) .{0,40} as|criticis(?:es|ed|ing)|"
    "criticiz(?:es|ed|ing)"
    + "|point(?:s|ed) (?:the |a )?finger|(?:hold|held|holds|holding) .{0,60}responsible|"
    "lash(?:es|ed) out" + "|charged that|charges that",
    "demands": inflected(
        "demand",
        "urge",
        "implore",
        "insist on",
        "request",
        "appeal",
        "summon",
        "recommend",
        "advise",
    )
    + "|call(?:s|ed|ing)?(?: \\w+ly)? (?:for|on|upon)|ask(?:s|ed|ing)? for|order(?:s|ed|ing)"
    + "|petition(?:s|ed)|calling on|press(?:es|ed) for|want(?:s|ed)|begg?(?:s|ed|ing)|pleads? |"
    "pleaded|propos(?:es|ed|ing)|insists? on|insisted on",
    "promises": inflected("vow", "promise", "pledge", "threaten", "guarantee", "undertake")
    + "|swore|swears|sworn|undertook|commit(?:s|ted) (?:itself|himself|herself|themselves)?",
    "doubts": inflected("doubt", "question", "query", "wonder")
    + "|(?:can(?:not|['’]t)|could(?: not|n['’]t)|not in a position to|not able to)"
    " (?:independently )?(?:verify|confirm|determine|be sure|be certain)|n['’]t so sure"
    "|keeps? asking|scepti\\w+|skepti\\w+|cast(?:s|ing)? doubt|not convinced|unconvinced"
    "|not persuaded|poured scorn|not so sure|unable to (?:verify|reproduce|confirm)"
    "|(?:do|does|did)(?: not|n['’]t) believe|disbeliev\\w+",
    "regrets": inflected("regret:regrett", "apologise", "apologize", "mourn", "lament")
    + "|apolog(?:y|ies)|condolences|sorry|sorrow|remorse|contrition",
    "declines": rf"(?:{_DECLINES}) (?:to|comment|from|any|questions)"
    "|no (?:immediate |official |public |further )?(?:comment|response|reaction|reply|answer)"
    "|(?:could|can) not (?:immediately )?be (?:immediately )?(?:reached|contacted)"
    "|couldn['’]t be reached|not (?:immediately )?(?:respond|repl|return|comment|answer)\\w*"
    "|n['’]t (?:immediately )?(?:respond|reply|return|comment|answer)\\w*"
    "|yet to (?:comment|respond|react|reply|answer|make)|not yet (?:commented|responded|replied|"
    "reacted)"
    "|neither (?:confirm|den)\\w* (?:nor|or) (?:den|confirm)\\w*"
    "|(?:would|will) (?:not|n['’]t|neither) (?:comment|be drawn|discuss|elaborate|say|confirm|"
    "provide|give|name)\\w*"
    "|(?:would|wo)n['’]t (?:comment|be drawn|discuss|elaborate|say|confirm|provide|give|name)\\w*"
    "|did(?: not|n['’]t) (?:say|elaborate|specify|give|provide|offer|name|address|explain|take)"
    "|without (?:elaborating|giving (?:further )?details|comment)|(?:stayed|remained|kept) silent"
    "|nothing to (?:add|say|correct)|say nothing|(?:has|have|had) not said"
    "|(?:given|gave|offered|provided|gives) no (?:number|figure|detail|reason|answer|"
    "explanation)\\w*"
    "|too early to (?:say|attribute|tell|speak|comment)|(?:does|do) not (?:comment|discuss|"
    "consider it)"
    "|no announcements?|not the (?:person|place|time) (?:for|to)|stopp?(?:ed|s)? short of|kept "
    "quiet|avoid(?:ed|s) (?:saying|naming)",
}
"""Patterns of cues by force, the most telling ones; everything else asserts."""

REPORTING = (
    inflected(
        "add", "announce", "argue", "assert", "assure", "claim", "comment", "complain", "conclude"
    )
    + "|"
    + inflected("confirm", "contend", "continue", "declare", "disclose", "emphasise", "emphasize")
    + "|"
    + inflected(
        "estimate", "explain", "express", "indicate", "inform", "insist", "maintain", "mention"
    )
    + "|"
    + inflected(
        "note", "observe", "point out", "post", "proclaim", "quip:quipp", "recall", "reiterate"
    )
    + "|"
    + inflected(
        "remark", "repeat", "reply", "report", "respond", "reveal", "signal", "state", "stress"
    )
    + "|"
    + inflected(
        "suggest", "testify", "tweet", "underline", "underscore", "warn", "stipulate", "answer"
    )
    + "|said|says?|saying|told|tells?|telling|wrote|writes?|writing|written|spoke|went on|goes on"
    + "|put(?:s|ting)? the|count(?:s|ed)|quoted|cited|according to"
)
"""Verbs of saying that only assert."""

CALLING = (
    "call(?:s|ed|ing)?|describ(?:es|ed|ing)|brand(?:s|ed|ing)?|label(?:s|led|ed|ling)?|dub(?:s|"
    "bed)?"
    "|term(?:s|ed|ing)?|characteri[sz](?:es|ed|ing)|denounc(?:es|ed|ing)|condemn(?:s|ed|ing)?"
)
"""Verbs that give a thing a name: "called it a crime"."""

REPORTING_VERB = re.compile(
    rf"\b(?:{REPORTING}|{CALLING}|" + "|".join(FORCE_STEMS.values()) + r")\b", re.IGNORECASE
)

FORCE_VERB: Mapping[Force, re.Pattern[str]] = {
    force: re.compile(rf"\b(?:{stems})", re.IGNORECASE) for force, stems in FORCE_STEMS.items()
}
"""The patterns of :data:`FORCE_STEMS`, compiled."""

ATTITUDE = re.compile(
    r"\b(?:expected|plan\w*|hop(?:e|es|ed|ing)|seek(?:s|ing)?|sought|support\w*|back(?:s|ed|"
    r"ing)?|decid\w+|"
    r"decision|know|knows|knew|known|see|sees|saw|seen|try|tries|tried|trying|appear\w*|seem\w*|"
    r"learn(?:s|ed|t)?|like[sd]?|prefer\w*|fear(?:s|ed|ing)?|intend\w*|agree(?:s|d)?|aim(?:s|ed|"
    r"ing)?|"
    r"consider\w*|feel(?:s|ing)?|felt|likely|set to|poised|due to|approv\w+|ready|willing|"
    r"determined|"
    r"preparing|prepares?|endors\w+|oppos\w+|discuss\w*|negotiat\w*|needed|needs)\b"
    r"|^\W*(?:for|in|on|of|to|with|by|about|over|at)\W*$",
    re.IGNORECASE,
)
"""Cues of attitudes and plans, which PolNeAR annotates too: nobody says anything by them."""

COUNTING_ANEW = r"(?:lower|rais|revis|reduc|increas|updat|correct)(?:es|ed|ing|s)|cut"
"""Verbs by which somebody changes a number that he gave."""
