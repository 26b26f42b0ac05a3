"""Words by which a clause says that an act is denied, possible, still to come or only alleged.

Our own lists, by the part of the clause where a word counts. Grades of factuality follow FactBank
(Saurí & Pustejovsky 2009): what governs an act, what stands in its own phrase or verb group, and
which complements are presupposed.
"""

from collections.abc import Mapping, Sequence

from counterclaim.records import Modality

__all__ = [
    "ADVERBS",
    "AUXILIARIES",
    "CLAUSES",
    "COMPLETED",
    "DEFINITE",
    "DENYING",
    "ENACTED",
    "GOVERNORS",
    "INVERTED",
    "MODALS",
    "NEGATIONS",
    "NOT_NEGATING",
    "ORDERED",
    "PHRASE",
    "PLANS",
    "PREPOSED",
    "RULED_OUT",
    "SCHEDULED",
    "SUBCLAUSES",
    "TOLD_TO",
    "UNNAMED",
    "WANTED",
    "YES_OR_NO",
    "only_named",
]


def _table(rows: Mapping[Modality, str]) -> dict[str, Modality]:
    """Each word with its modality."""
    return {word: modality for modality, words in rows.items() for word in words.split()}


PHRASE = _table(
    {
        "alleged": """alleged purported supposed apparent claimed suspected reported rumoured
            rumored presumed so-called""",
        "hypothetical": "possible potential likely probable hypothetical would-be feared",
        "future": """planned expected imminent threatened promised proposed upcoming pending
            scheduled looming forthcoming impending""",
        "denied": "foiled thwarted averted non-existent nonexistent fictitious invented imaginary",
    }
)
"""Words in the noun phrase of the act itself: "the alleged bombing"."""

ADVERBS = _table(
    {
        "alleged": "allegedly reportedly supposedly purportedly apparently seemingly",
        "hypothetical": "possibly perhaps maybe probably likely potentially presumably",
    }
)
"""Adverbs in the verb group of the act, or before its clause."""

MODALS = _table(
    {
        "hypothetical": "may might could can cannot",
        "future": "will 'll ’ll wo shall would must going ought should",
    }
)

NEGATIONS = frozenset(
    "not n't no never neither nor nobody none nothing cannot hardly scarcely without".split()
)
NOT_NEGATING: Mapping[str, frozenset[str]] = {
    "not": frozenset({"only", "just", "merely"}),
    "no": frozenset({"doubt", "longer", "less", "matter", "wonder"}),
    "without": frozenset({"warning", "waiting", "a", "an", "the", "any"}),
    "nothing": frozenset({"but"}),
}
"""'not only', 'no doubt' and the like do not negate what follows."""

AUXILIARIES = frozenset(
    """
        be been being was were is are am 's ’s 're ’re has have had having 've ’ve do does did
        done get gets got to not n't never also ever again still just even already soon always
        once since then now simply both all yet twice well indeed later almost nearly first only
    """.split()
)
"""What may stand inside a verb group beside modals and adverbs."""

CLAUSES = frozenset(
    """
        but and while which who because although though so then how why as when after before since
        until amid
    """.split()
)
"""Words with which another clause begins."""

GOVERNORS = _table(
    {
        "denied": """deny denies denied denying refuse refuses refused refusing fail fails failed
            failing decline declined avoid avoided prevent prevents prevented prevent foil foiled
            thwart thwarted avert averted refute refuted refutes untrue false fiction invention
            unable unaware reject rejects rejected dismiss dismissed dismisses dispute disputes
            disputed""",
        "hypothetical": """if unless whether fear fears feared fearing afraid worry worries worried
            risk risks danger possible possibility possibilities chance chances likely unlikely
            likelihood probability unclear unknown suspicion case event warn warns warned warning
            consider considers considered considering exclude excluded excludes excluding rule
            ruled capable ability able perhaps maybe possibly probably wonder wondered wonders""",
        "future": """plan plans planned planning intend intends intended intention prepare prepares
            prepared preparing preparation preparations ready vow vows vowed threaten threatens
            threatened threatening threat pledge pledges pledged promise promises promised promising
            order orders ordered ordering demand demands demanded demanding urge urges urged urging
            call calls called calling request requests requested want wants wanted wish wishes
            seek seeks sought due poised vote votes voted authorise authorised authorize authorized
            approve approved announce announces announced announcing await awaits schedule scheduled
            appeal appealed propose proposes proposed""",
        "alleged": """alleged alleges allege allegation allegations accused accuse accuses accusing
            suspected suspect suspects rumour rumours rumor rumors rumoured rumored purported claims
            charged charges trial believed thought understood presumed reportedly allegedly
            supposedly apparently purportedly word unconfirmed blamed indicted""",
    }
)
"""Words that govern an act further to the right in the same clause."""

_SUSPECTS = frozenset("accused charged suspect suspected suspects".split())
_TIES = frozenset("of with over for to having".split())

PLANS = frozenset("plan plans intention intentions preparations".split())
"""Nouns of what there is none of where nothing is denied: "announced no plans to conduct raids"."""

ORDERED = frozenset("ordered authorised authorized".split())
"""Directly before a noun without an article these tell of what was done: "ordered air strikes"."""

ENACTED = frozenset("imposed imposes declared declares decreed decrees enforced enforces".split())
"""What is demanded with these is in force by the demand itself."""

TOLD_TO = frozenset(
    """
        ask asks asked asking agree agrees agreed agreeing expect expects expected set hope hopes
        hoped decide decides decided tell tells told instruct instructed beg begged swear swore
        sworn aim aims aimed going about
    """.split()
)
"""Before an infinitive these, too, say that the act is still to come."""

WANTED = frozenset(
    """
        call calls called calling demand demands demanded demanding order orders ordered ordering
        urge urges urged seek seeks sought await awaits deny denies denied denying
    """.split()
)
"""Directly before a noun with an article these say that it is to come, or never was."""

PREPOSED = frozenset("of with for from in about against on to over that".split())
"""Words that may tie a noun or a gerund to what governs it."""

RULED_OUT = frozenset("exclude excluded excludes excluding rule rules ruled".split())
"""Alone they deny ("ruled out an accident"), negated they leave open."""

COMPLETED = frozenset(
    """
        tried tries try trying attempted attempts attempt managed manage manages began begin begins
        begun start started starts continue continued continues came come comes went goes gone used
        helped help proceeded happened seen first last only one ones
    """.split()
)
"""An infinitive after these tells what was done: "the first to attack", "began to shell"."""

DEFINITE = frozenset("the this that these those his her its their our my your 's ’s s".split())
"""A noun with one of these is presupposed: "would not say how long the attack had lasted"."""

INVERTED = frozenset({"had", "should", "were"})
"""Before the subject at the start of a sentence they make a condition ("Had they shelled …")."""

YES_OR_NO = frozenset(
    """
        did do does was were is are has have had can could will would may might should didn't
        wasn't weren't isn't aren't hasn't haven't couldn't won't wouldn't
    """.split()
)
"""A question that begins with one of these does not presuppose what it asks for."""

SCHEDULED = _table(
    {
        "future": "imminent planned due expected scheduled inevitable",
        "hypothetical": "possible likely unlikely conceivable feared excluded ruled",
        "denied": "invention fiction untrue lie lies fabrication hoax myth",
        "alleged": "unconfirmed confirmed verified substantiated",
    }
)
"""What is said of an act by a verb to its right; those of ``alleged`` but the first if negated."""

DENYING = frozenset(
    """
        deny denies denied denying reject rejects rejected rejecting refute refutes refuted dismiss
        dismisses dismissed dispute disputes disputed repudiated
    """.split()
)
"""Verbs of cues by which somebody denies."""

SUBCLAUSES = frozenset("who which whose when while as after before because but was were is".split())
"""Words behind which a denial does not reach: "denied that the men who fired …"."""

UNNAMED = frozenset(
    """
        alleged said reported believed thought understood presumed rumoured rumored suspected
        accused charged supposed
    """.split()
)
"""Words of cues by which a page passes on what it does not vouch for: "is said to"."""


def only_named(word: str, behind: Sequence[str], *, infinite: bool) -> bool:
    """Whether a word calls somebody a suspect and no deed doubtful: "a suspect was arrested".

    ``behind`` are the words between it and the deed, which an infinitive, a form in -ing or a noun
    tells (``infinite``) or a finite verb.
    """
    if word not in _SUSPECTS:
        return False
    return (bool(behind) and _TIES.isdisjoint(behind)) if infinite else "that" not in behind
