"""Words that can name a deed and name none where they stand: people, reports, deals, figures."""

from counterclaim.facts.harm_words import GROUPS
from counterclaim.facts.numbers import value_of
from counterclaim.facts.tokens import Sentence

__all__ = ["DETERMINERS", "HURT", "OWNING", "burns", "is_number", "no_deed"]

DETERMINERS = frozenset(
    """
        the a an this that these those its their his her our my your any no each every another
        some of in by on for from after before during since with such two three four five six
        several more new fresh first second last latest recent alleged suspected deadly heavy
        further other such separate joint coordinated massive possible imminent
    """.split()
)
_BARGAINS = frozenset("deal agreement balance chord tone note bargain pose nerve gold".split())
# After these words, "strike", "support" and the like name something else.
_NOT_AFTER: dict[str, frozenset[str]] = {
    "blamed": frozenset(("on",)),
    "strike": _BARGAINS,
    "struck": _BARGAINS | {"through", "out", "off"},
    "protest": frozenset({"note", "notes", "letter", "letters", "song", "vote"}),
    "attack": frozenset("helicopter helicopters aircraft jets dog dogs".split()),
    "hit": frozenset("back out the headlines snag".split()) - {"the"},
    "support": frozenset("aircraft staff team group groups role".split()),
    "fighting": frozenset("terrorist terrorists terrorism chance for corruption".split()),
    "mass": frozenset(["media", "grave", "graves", "casualty"]),
    "shell": frozenset(["company", "companies"]),
    "stone": frozenset(["wall", "walls"]),
    "blast": frozenset(["furnace"]),
    "deal": frozenset(["with"]),
    "barrage": frozenset(["of"]),
    "search": frozenset(["for", "and", "engine"]),
    "searches": frozenset(["for"]),
    "searched": frozenset(["for"]),
    "searching": frozenset(["for"]),
    "stab": frozenset(["wound", "wounds"]),
    "visit": frozenset(["www", "http", "https", "our"]),
    "visiting": frozenset(["www", "http", "https", "our"]),
    "gunshot": frozenset(["wound", "wounds", "victim", "victims"]),
    "sabotage": frozenset(["theory", "theories"]),
    "wound": frozenset(["up", "down"]),
}
OWNING = frozenset(
    """
        acknowledge acknowledged acknowledges acknowledging admit admits admitted admitting confess
        confessed denied denies deny denying disclaim disclaimed
    """.split()
)
"""Verbs before a deed of their own subject: "denied bombing the convoy"."""
HURT = frozenset(["killed", "injured", "wounded"])
_INQUIRERS = frozenset("commission committee board court panel tribunal".split())
_TAKEN = frozenset("captured arrested detained kidnapped abducted imprisoned jailed".split())
# Only people are freed, released or captured here; reports, films and markets are something else.
_OF_PEOPLE = frozenset(
    """
        release releases released releasing free frees freed freeing capture captures captured
        capturing
    """.split()
)
_TOLD_OF = frozenset(
    """
        name names identity identities description descriptions detail details photo photos picture
        pictures image images video footage
    """.split()
)
"""What is released of people who are not held."""

_PRESS = frozenset({"a", "media", "news", "press"})
_TITLES = frozenset(("Mr", "Ms", "Mrs", "Dr", "Miss"))
_SAYINGS = frozenset(
    """
        figure figures statement statements remark remarks comment comments word words claim claims
        report reports accusation allegation allegations complaint apology bill motion story
        candidacy application account accounts version denial
    """.split()
)
"""What is withdrawn by who said it."""
_ARTICLES = frozenset({"a", "an", "the", "those"})
_BE = frozenset({"are", "were"})
_COUNTED = frozenset("each every first second third last a an one single".split())
"""Before "shot", words that make it a noun."""

_PAPERS = frozenset("warrant warrants order orders plan plans will contract contracts".split())
_PENALTIES = frozenset("prison jail death life suspended custodial year years months".split())
"""Words beside a court's sentence."""

_BEFORE_TO_FIRE = frozenset(
    """
        to will would can could may might must shall should not never did do and or then they we
        you i who people police gunmen men women militiamen
    """.split()
)
"""Words before "fire" that make it a verb, beside plurals."""

_CAPTIVES = frozenset("prisoner prisoners hostage hostages captives detainee detainees".split())


def no_deed(sentence: Sentence, index: int) -> bool:
    """Whether the word at ``index`` names nothing that somebody did."""
    word = sentence.low(index)
    return (
        _people(sentence, index)
        or _deal(sentence, index, word)
        or _other_object(sentence, index)
        or _body(sentence, index)
        or _fired(sentence, index)
        or _beside(sentence, index)
    )


def _beside(sentence: Sentence, index: int) -> bool:
    """Whether the words beside make something else of it: "life-threatening", "an alleged raid"."""
    word, before = sentence.low(index), sentence.low(index - 1)
    if word == "threatening":
        return "life" in (before, sentence.low(index - 2))
    if word == "alleged":
        return before in DETERMINERS
    if word == "executed":
        near = {sentence.low(at) for at in range(max(index - 6, 0), index + 4)}
        return not _PAPERS.isdisjoint(near)
    return False


def _fired(sentence: Sentence, index: int) -> bool:
    """Whether shots are what a verb behind them tells of: "shots were fired at a patrol"."""
    told = sentence.low(index + 1) in ("were", "are") and sentence.low(index + 2) == "fired"
    return sentence.low(index) == "shots" and told


def _body(sentence: Sentence, index: int) -> bool:
    """Whether the word ends the name of a body: "the commission of inquiry said"."""
    return sentence.low(index - 1) == "of" and sentence.low(index - 2) in _INQUIRERS


def burns(sentence: Sentence, index: int) -> bool:
    """Whether "fire" at ``index`` is what burns: "a fire at the port"."""
    before = sentence.low(index - 1)
    shoots = before in _BEFORE_TO_FIRE or before.endswith("s")
    return sentence.low(index) == "fire" and not shoots


def _people(sentence: Sentence, index: int) -> bool:
    """Whether the word names people ("two of the injured", "27 wounded", ", Beat Orr").

    People who were hurt are counted; that somebody hurt them is not said a second time.
    """
    word, before = sentence.low(index), sentence.low(index - 1)
    if word in HURT:
        return before in ("the", "of") or (word != "killed" and before.isdigit())
    if word in _TAKEN and before in _ARTICLES:
        return True  # "the detained switchman", "one of the arrested"
    if word == "convicted" and before in _BE:
        return sentence.low(index + 1) in GROUPS
    if word in _TAKEN and (before in DETERMINERS or before in _BE or is_number(before)):
        return sentence.low(index + 1) in GROUPS.keys() | _CAPTIVES
    if word in ("sentence", "sentences") and not _of_court(sentence, index):
        return True
    if word == "shot" and before in _COUNTED:
        return True
    named = sentence.tokens[index].capital and before == ","
    return named and index + 1 < len(sentence.tokens) and sentence.tokens[index + 1].capital


def _of_court(sentence: Sentence, index: int) -> bool:
    """Whether a sentence is one that a court passes, or a verb."""
    before, behind = sentence.low(index - 1), sentence.low(index + 1)
    if before in _PENALTIES or behind in ("to", "for", "him", "her", "them"):
        return True
    term = {sentence.low(at) for at in range(index + 1, index + 5)}
    return behind == "of" and not term.isdisjoint(_PENALTIES)


def _other_object(sentence: Sentence, index: int) -> bool:
    """Whether the verb at ``index`` is done to words: "withdrew its figure"."""
    word = sentence.low(index)
    if word in _OF_PEOPLE:
        return not _people_ahead(sentence, index)
    near = {sentence.low(at) for at in range(max(index - 6, 0), index + 5)}
    return word.startswith("withdr") and not _SAYINGS.isdisjoint(near)


def _people_ahead(sentence: Sentence, index: int) -> bool:
    """Whether people are released, and not a report or a video."""
    people = GROUPS.keys() | _CAPTIVES
    if _TOLD_OF & {sentence.low(at) for at in (*range(max(index - 10, 0), index + 4),)}:
        return False
    if sentence.low(index - 1) in _PRESS and sentence.low(index + 1) == "from":
        return False
    if any(sentence.low(at) in people for at in range(index + 1, index + 7)):
        return True
    if sentence.low(index - 1) not in ("was", "were", "been", "be", "being"):
        return False
    at = index - 2
    while at >= 0 and sentence.low(at) in ("have", "had", "has", "been", "will", "be", "not"):
        at -= 1
    word = sentence.low(at)
    named = at > 0 and sentence.tokens[at].capital and sentence.tokens[at - 1].text in _TITLES
    return word in people or word in ("he", "she", "they") or named or is_number(word)


def _deal(sentence: Sentence, index: int, word: str) -> bool:
    """Whether "strike" or "hit" stands before "deal", "a deal", "the headlines"."""
    if word == "seized" and sentence.low(index + 1) in ("on", "upon"):
        before = sentence.low(index - 1)
        return before not in GROUPS and before not in ("was", "were", "been", ",")
    barred = _NOT_AFTER.get(word, frozenset())
    after = sentence.low(index + 1)
    if after in barred:
        return True
    return after in ("a", "an", "the") and not barred.isdisjoint(
        {sentence.low(index + 2), sentence.low(index + 3)}
    )


def is_number(word: str) -> bool:
    """Whether a word in lower case writes a number."""
    return word.isdigit() or bool(value_of(word))
