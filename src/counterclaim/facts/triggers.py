"""Event triggers: which words of a sentence name an event, and whether as a verb or as a noun."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from counterclaim.facts.acting import ACTING, act
from counterclaim.facts.bursts import BURSTS, burst
from counterclaim.facts.event_words import CARRIERS
from counterclaim.facts.falling import FALLING, HOLDING, falls, held_at
from counterclaim.facts.harm_words import GROUPS
from counterclaim.facts.mines import laid_there
from counterclaim.facts.no_deeds import DETERMINERS, HURT, OWNING, burns, is_number, no_deed
from counterclaim.facts.shots import SHOTS, shot
from counterclaim.facts.tokens import Sentence
from counterclaim.facts.trigger_words import nouns, phrases, verbs

__all__ = ["Trigger", "triggers"]

_BEFORE_VERB = frozenset(
    """
        to was were is are been be being have has had having will would could can may might must
        should shall did does do not n't never who which that they it he she we i you and
        they've reportedly allegedly deliberately intentionally accidentally mistakenly
        repeatedly also directly indiscriminately knowingly inadvertently now currently still
        already again
    """.split()
)
_BEFORE_GERUND = OWNING | frozenset("of without before from since".split())
"""Behind these a form in -ing is a verb where its object follows."""

# Forms that are names of things or people far more often than verbs.
_NOUN_ONLY = frozenset(
    "guns gun gas mass masses stone stones search searches support coordinates jail".split()
)

# Verb forms that are as often nouns, though no nouns of events.
_AMBIGUOUS = frozenset(
    """
        target targets hits wound wounds storm storms shell shells pounds bomb bombs stones guns
        stab convict convicts sentence sentences clash clashes torpedo torpedoes
    """.split()
)

_HEADLINE = frozenset("hit struck bombed shelled attacked targeted destroyed".split())
# Participles that say what befell whoever stands before them where no object follows.
_OBJECTLESS = frozenset("abducted kidnapped arrested detained assassinated beheaded".split())
# First words of verbs of several words that can be passive ("shot down", not "opened fire").
_PARTICIPLES = frozenset(
    "shot blown fired set gunned burned burnt hacked beaten stabbed stoned hanged sunk".split()
)
_LEFT = frozenset("leave leaves leaving left".split())
_REDUCED = frozenset("in at near on from outside last earlier".split())
_BARE_AFTER = frozenset(
    [
        "in",
        "and",
        "when",
        "(",
        "during",
        "as",
        "after",
        "near",
        "on",
        ",",
        ".",
        ":",
        "",
        "-",
        "–",
        "—",
        "|",
    ]
)


@dataclass(frozen=True)
class Trigger:
    """The tokens ``[first, last]`` of a sentence that name an event; ``verb`` or noun."""

    first: int
    last: int
    event: str
    mode: str | None
    verb: bool
    passive: bool = False


def triggers(sentence: Sentence) -> Iterator[Trigger]:
    """Event triggers of a sentence in order, none inside another."""
    known = _known()
    done = -1
    for index, token in enumerate(sentence.tokens):
        if index <= done or token.low not in known:
            continue
        trigger = _trigger(sentence, index)
        if trigger is not None:
            yield trigger
            done = _compound_end(sentence, trigger)


def _compound_end(sentence: Sentence, trigger: Trigger) -> int:
    """The last token of a compound of event nouns: "cease-fire agreement" is one event.

    So is "hit a mine laid by rebels".
    """
    if trigger.verb and not trigger.passive:
        return laid_there(sentence, trigger.first, trigger.last)
    follows = _trigger(sentence, trigger.last + 1) if not trigger.verb else None
    return follows.last if follows is not None and not follows.verb else trigger.last


def _trigger(sentence: Sentence, index: int) -> Trigger | None:
    """The trigger that begins at token ``index``, the longest one there is."""
    if index >= len(sentence.tokens):
        return None
    together = _of_several(sentence, index)
    if together is not None:
        return together
    word = sentence.low(index)
    verb, noun = verbs().get(word), nouns().get(word)
    if (verb is None and noun is None) or no_deed(sentence, index):
        return None
    if verb is not None and _is_verb(sentence, index, noun is not None or word in _AMBIGUOUS):
        return Trigger(index, index, verb.event, verb.mode, True, _passive(sentence, index, index))
    if noun is None or (index and sentence.low(index - 1) in ("to", "not") and verb):
        return None
    if sentence.low(index + 1) == "-":
        return None
    return Trigger(index, index, noun.event, noun.mode, False)


def _of_several(sentence: Sentence, index: int) -> Trigger | None:
    """The trigger of several words that begins at token ``index``."""
    word = sentence.low(index)
    for words, row, verbal in phrases().get(word, ()):
        if sentence.phrase(index, words) and not burns(sentence, index):
            last = index + len(words) - 1
            suffered = words[0] in _PARTICIPLES and _passive(sentence, index, last)
            passive = verbal and (suffered or "under" in words)
            return Trigger(index, last, row.event, row.mode, verbal, passive)
    if word in BURSTS and (told := burst(sentence, index)) is not None:
        return Trigger(index, told[0], "ASSAULT", told[1], True)
    if word in SHOTS and (mode := shot(sentence, index)) is not None:
        return Trigger(index, index, "ASSAULT", mode or None, True)
    if (word in FALLING and falls(sentence, index)) or (
        word in HOLDING and held_at(sentence, index) is not None
    ):
        return Trigger(index, index, "COERCE", "seize", True)
    if word in ACTING and (done := act(sentence, index)) is not None:
        return Trigger(index, done.last, done.row.event, done.row.mode, True, done.passive)
    return None


def _is_verb(sentence: Sentence, index: int, noun: bool) -> bool:
    """Whether the form at ``index``, which can be a verb, is one where it stands."""
    word, before = sentence.low(index), sentence.low(index - 1)
    if not noun:
        return word not in _NOUN_ONLY and not (before == "-" and index > 1)
    if before in _BEFORE_GERUND and word.endswith("ing") and _object_follows(sentence, index):
        return True  # "accused the coalition of bombing the convoy"
    if word in _NOUN_ONLY or (before in DETERMINERS and before != "that"):
        return False
    if before == "that" and sentence.low(index - 2) in DETERMINERS:
        return False  # "in that shooting"
    if before in _BEFORE_VERB:
        return True
    if word.endswith("ing"):
        at_once = _object_follows(sentence, index)
        clause = before in (",", "while", "after", "and", "by", "for")
        clause |= before == "" and (at_once or sentence.low(index + 1) in ("at", "into", "on"))
        return clause and sentence.low(index + 1) != "of" and sentence.low(index + 1).isalnum()
    previous = sentence.tokens[index - 1] if index else None
    subject = previous is not None and (
        previous.capital or previous.low in GROUPS or previous.low.endswith("s")
    )
    return subject and _object_follows(sentence, index)


def _object_follows(sentence: Sentence, index: int) -> bool:
    """Whether the next token can begin an object."""
    if index + 1 >= len(sentence.tokens):
        return False
    token = sentence.tokens[index + 1]
    starts = ("the", "a", "an", "its", "their", "his", "her", "at", "more", "over", "least")
    counted = token.text[0].isdigit() or is_number(token.low)
    return token.low in starts or token.capital or counted or token.low in GROUPS


def _passive(sentence: Sentence, index: int, last: int) -> bool:
    """Whether the verb at ``index`` is a passive: "were struck", "troops struck by jets"."""
    word = sentence.low(index)
    if word.endswith(("ing", "s")):
        return False
    for at in range(index - 1, max(index - 5, -1), -1):
        before = sentence.low(at)
        if before in ("was", "were", "been", "be", "being", "is", "are", "got"):
            return True
        if not (before.endswith("ly") or before in ("not", "n't", "also", "all", "then")):
            break
    following = sentence.low(last + 1)
    if sentence.low(index - 1) == "," and word.endswith("ed") and following in _REDUCED:
        return True  # "the ferry, seized in the strait"
    bare = word in _OBJECTLESS or (last > index and word in _PARTICIPLES)
    if word in HURT and any(sentence.low(at) in _LEFT for at in range(index - 6, index)):
        return True  # "a blast that left nine people injured"
    if (
        following == "with"
        and word in _PARTICIPLES
        and "at" not in {sentence.low(at) for at in range(last + 2, last + 6)}
    ):
        return _suffers(sentence, index)  # "teen shot with father's gun"
    return following == "by" or (following in _BARE_AFTER and (bare or _suffers(sentence, index)))


def _suffers(sentence: Sentence, index: int) -> bool:
    """Whether the subject of a bare participle suffers ("Barracks hit", "12 men killed in raid").

    Aircraft and the like strike, and are rarely struck.
    """
    before = sentence.low(index - 1)
    if before in GROUPS or (sentence.low(index) in HURT and is_number(before)):
        return True
    headline = sentence.low(index) in _HEADLINE and before not in CARRIERS
    return headline and before.isalpha() and sentence.low(index - 2) not in CARRIERS


@cache
def _known() -> frozenset[str]:
    """Every word that a trigger can begin with."""
    return (
        ACTING
        | BURSTS
        | FALLING
        | HOLDING
        | frozenset(phrases())
        | frozenset(nouns())
        | frozenset(verbs())
    )
