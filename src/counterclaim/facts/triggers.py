"""Event triggers: which words of a sentence name an event, and whether as a verb or as a noun."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from counterclaim.facts.bursts import BURSTS, burst
from counterclaim.facts.event_words import CARRIERS, ROWS, Row
from counterclaim.facts.harm_words import GROUPS
from counterclaim.facts.tokens import Sentence

__all__ = ["Trigger", "triggers"]

_VOWELS = "aeiou"
_DOUBLES = frozenset({"hit", "rob", "stab", "gun", "gas", "snip", "expel", "rebel", "ram", "slam"})
_DETERMINERS = frozenset(
    """
        the a an this that these those its their his her our my your any no each every another
        some of in by on for from after before during since with such two three four five six
        several more new fresh first second last latest recent alleged suspected deadly heavy
        further other such separate joint coordinated massive possible imminent
    """.split()
)
_BEFORE_VERB = frozenset(
    """
        to was were is are been be being have has had having will would could can may might must
        should shall did does do not n't never who which that they it he she we i you and
        they've reportedly allegedly deliberately intentionally accidentally mistakenly
        repeatedly also directly indiscriminately knowingly inadvertently
    """.split()
)
# After these words, "strike", "support" and the like name something else.
_NOT_AFTER: dict[str, frozenset[str]] = {
    "blamed": frozenset(("on",)),
    "strike": frozenset("deal agreement balance chord tone note bargain".split()),
    "struck": frozenset("deal agreement balance chord tone note bargain a".split()),
    "attack": frozenset("helicopter helicopters aircraft jets dog dogs".split()),
    "hit": frozenset("back out the headlines snag".split()) - {"the"},
    "support": frozenset("aircraft staff team group groups role".split()),
    "fighting": frozenset("terrorist terrorists terrorism chance for corruption".split()),
    "mass": frozenset(["media", "grave", "graves", "casualty"]),
    "shell": frozenset(["company", "companies"]),
    "stone": frozenset(["wall", "walls"]),
    "blast": frozenset(["furnace"]),
    "deal": frozenset(["with"]),
    "search": frozenset(["for", "and", "engine"]),
    "seized": frozenset(["on", "upon"]),
    "gunshot": frozenset(["wound", "wounds", "victim", "victims"]),
    "sabotage": frozenset(["theory", "theories"]),
}
# Forms that are names of things or people far more often than verbs.
_NOUN_ONLY = frozenset(
    "guns gun gas mass masses stone stones search searches support coordinates".split()
)

# Verb forms that are as often nouns, though no nouns of events.
_AMBIGUOUS = frozenset(
    "target targets hits wounds storm storms shell shells pounds bomb bombs stones guns".split()
) | {"stab"}

_HEADLINE = frozenset("hit struck bombed shelled attacked targeted destroyed".split())
# Participles that say what befell whoever stands before them where no object follows.
_OBJECTLESS = frozenset("abducted kidnapped arrested detained assassinated beheaded".split())
# First words of verbs of several words that can be passive ("shot down", not "opened fire").
_PARTICIPLES = frozenset(["shot", "blown"])
_HURT = frozenset(["killed", "injured", "wounded"])
_BARE_AFTER = frozenset(
    ["in", "and", "when", "(", "during", "as", "after", "near", "on", ",", ".", ":", ""]
)


# Only people are freed, released or captured here; reports, films and markets are something else.
_OF_PEOPLE = frozenset(
    """
        release releases released releasing free frees freed freeing capture captures captured
        capturing
    """.split()
)
_CAPTIVES = frozenset("prisoner prisoners hostage hostages captives detainee detainees".split())


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
    """The last token of a compound of event nouns: "cease-fire agreement" is one event."""
    follows = _trigger(sentence, trigger.last + 1) if not trigger.verb else None
    return follows.last if follows is not None and not follows.verb else trigger.last


def _trigger(sentence: Sentence, index: int) -> Trigger | None:
    """The trigger that begins at token ``index``, the longest one there is."""
    if index >= len(sentence.tokens):
        return None
    for words, row, verbal in _phrases().get(sentence.low(index), ()):
        if sentence.phrase(index, words):
            last = index + len(words) - 1
            passive = verbal and words[0] in _PARTICIPLES and _passive(sentence, index, last)
            return Trigger(index, last, row.event, row.mode, verbal, passive)
    word = sentence.low(index)
    if word in BURSTS and (told := burst(sentence, index)) is not None:
        return Trigger(index, told[0], "ASSAULT", told[1], True)
    verb, noun = _verbs().get(word), _nouns().get(word)
    nothing = (verb is None and noun is None) or _no_deed(sentence, index)
    if nothing or _deal(sentence, index, word):
        return None
    if word in _OF_PEOPLE and not _people_ahead(sentence, index):
        return None
    if verb is not None and _is_verb(sentence, index, noun is not None or word in _AMBIGUOUS):
        return Trigger(index, index, verb.event, verb.mode, True, _passive(sentence, index, index))
    if noun is None or (index and sentence.low(index - 1) in ("to", "not") and verb):
        return None
    if sentence.low(index + 1) == "-":
        return None
    return Trigger(index, index, noun.event, noun.mode, False)


def _people_ahead(sentence: Sentence, index: int) -> bool:
    """Whether people are released, and not a report or a video."""
    people = GROUPS.keys() | _CAPTIVES
    return any(sentence.low(at) in people for at in range(index + 1, index + 7)) or (
        sentence.low(index - 1) in ("was", "were", "been", "be")
        and sentence.low(index - 2) in people
    )


def _deal(sentence: Sentence, index: int, word: str) -> bool:
    """Whether "strike" or "hit" stands before "deal", "a deal", "the headlines"."""
    barred = _NOT_AFTER.get(word, frozenset())
    after = sentence.low(index + 1)
    return after in barred or (after in ("a", "an", "the") and sentence.low(index + 2) in barred)


def _is_verb(sentence: Sentence, index: int, noun: bool) -> bool:
    """Whether the form at ``index``, which can be a verb, is one where it stands."""
    word, before = sentence.low(index), sentence.low(index - 1)
    if not noun:
        return word not in _NOUN_ONLY and not (before == "-" and index > 1)
    if word in _NOUN_ONLY or (before in _DETERMINERS and before != "that"):
        return False
    if before in _BEFORE_VERB:
        return True
    if word.endswith("ing"):
        clause = before in ("", ",", "while", "after", "and", "by", "for")
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
    return token.low in starts or token.capital or token.text[0].isdigit() or token.low in GROUPS


def _no_deed(sentence: Sentence, index: int) -> bool:
    """Whether the word names people ("two of the injured", "27 wounded", ", Beat Orr").

    People who were hurt are counted; that somebody hurt them is not said a second time.
    """
    word, before = sentence.low(index), sentence.low(index - 1)
    if word in _HURT:
        return before in ("the", "of") or (word != "killed" and before.isdigit())
    named = sentence.tokens[index].capital and before == ","
    return named and index + 1 < len(sentence.tokens) and sentence.tokens[index + 1].capital


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
    bare = word in _OBJECTLESS or (last > index and word in _PARTICIPLES)
    return following == "by" or (following in _BARE_AFTER and (bare or _suffers(sentence, index)))


def _suffers(sentence: Sentence, index: int) -> bool:
    """Whether the subject of a bare participle suffers ("Barracks hit", "12 men killed in raid").

    Aircraft and the like strike, and are rarely struck.
    """
    before = sentence.low(index - 1)
    if before in GROUPS:
        return True
    headline = sentence.low(index) in _HEADLINE and before not in CARRIERS
    return headline and before.isalpha() and sentence.low(index - 2) not in CARRIERS


@cache
def _known() -> frozenset[str]:
    """Every word that a trigger can begin with."""
    return BURSTS | frozenset(_phrases()) | frozenset(_nouns()) | frozenset(_verbs())


@cache
def _phrases() -> dict[str, list[tuple[tuple[str, ...], Row, bool]]]:
    """First word of each phrase of several tokens → the phrases, longest first; whether a verb."""
    found: dict[str, list[tuple[tuple[str, ...], Row, bool]]] = {}
    for row in ROWS:
        nouns = [words for noun in _split(row.nouns) for words in _written(noun)]
        verbs = [tuple(form.split("_")) for form in _several(row.verbs)]
        for words, verbal in [*((w, False) for w in nouns), *((w, True) for w in verbs)]:
            if len(words) > 1:
                found.setdefault(words[0], []).append((words, row, verbal))
    for listed in found.values():
        listed.sort(key=lambda item: (-len(item[0]), item[0]))
    return found


@cache
def _nouns() -> dict[str, Row]:
    """Each noun of one token, singular and plural."""
    return {
        words[0]: row
        for row in ROWS
        for noun in _split(row.nouns)
        for words in _written(noun)
        if len(words) == 1
    }


@cache
def _verbs() -> dict[str, Row]:
    """Each form of each verb."""
    return {
        form: row
        for row in ROWS
        for verb in row.verbs.split()
        if "_" not in verb
        for form in _forms(verb)
    }


def _several(verbs: str) -> list[str]:
    """The forms of verbs of several words, which are all given ("open_fire:opened_fire")."""
    listed = [verb.replace(":", ",") for verb in verbs.split() if "_" in verb]
    return [form for forms in listed for form in forms.split(",")]


def _split(nouns: str) -> list[str]:
    return [" ".join(noun.split()) for noun in nouns.split("|") if noun.strip()]


def _written(noun: str) -> list[tuple[str, ...]]:
    """Singular and plural of a noun as tokens; a hyphen is a token of its own."""
    plural = noun if noun.endswith("s") else noun[:-1] + "ies" if noun[-2:] == "ty" else noun + "s"
    if noun.endswith("sh"):
        plural = noun + "es"
    return [tuple(form.replace("-", " - ").split()) for form in dict.fromkeys((noun, plural))]


def _forms(verb: str) -> list[str]:
    """Base form, third person, past, participle and gerund of a verb, irregular ones as given."""
    base, _, irregular = verb.partition(":")
    stem = base[:-1] if base.endswith("e") and not base.endswith("ee") else base
    if base in _DOUBLES or (base[-1] in "bgnpt" and base[-2] in _VOWELS and len(base) == 3):
        stem = base + base[-1]
    past = base[:-1] + "ied" if base[-1] == "y" and base[-2] not in _VOWELS else stem + "ed"
    third = base + ("es" if base.endswith(("s", "sh", "ch", "x")) else "s")
    if base[-1] == "y" and base[-2] not in _VOWELS:
        third, stem = base[:-1] + "ies", base
    pasts = irregular.split(",") if irregular else [past]
    gerund = base + "ing" if base.endswith("ee") else stem + "ing"
    return [base, third, gerund, *pasts]
