"""What a statement says of the purpose: a mistake, on purpose, for a third party, in defence."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from counterclaim.facts.chunks import chunk_after
from counterclaim.facts.modality import Floor, modality_at, whole_sentence
from counterclaim.facts.subjects import subject
from counterclaim.facts.tokens import Sentence
from counterclaim.records import IntentValue, Modality

__all__ = ["ARMED", "IntentReading", "read_intents"]

PATTERNS: tuple[tuple[IntentValue, str], ...] = (
    ("accident",
     (r"(?:(?<!make\sno\s)mistakes?(?!\sto\b)|blunders?\b|mistakenly|mistook|in\serror|by\saccident|"
     r"accidental(?:ly)?|(?:(?<=\ban\s)|(?<=\bno\s)|(?<=\bfor\s)|(?<=\bany\s)|"
     r"(?<=\btragic\s)|(?<=\bterrible\s)|(?<=\bpure\s))accident(?!\s(?:board|victims?)\b)|unintentional(?:ly)?|unintended|inadvertent(?:ly)?|"
     r"(?:wrong|faulty|incorrect|erroneous|bad|outdated)\s(?:coordinates|intelligence|target|map)|"
     r"misidentif\w+|mistaken\sidentity|friendly\sfire|human\serror|technical\s(?:error|fault|failure)|"
     r"targeting\serror|malfunction(?:ed)?|errant|stray\s(?:shells?|rockets?|missiles?|bullets?)|"
     r"(?:believed|thought)\s(?:that\s)?(?:they|it|he|she)\s(?:were|was|had)\s(?:\w+\s){0,2}"
     r"(?:striking|targeting|hitting|attacking|bombing|shelling)|"
     r"(?:(?:did\snot|didn['’]t|never|not)\s(?:mean|meant|intend|intended)\sto)|"
     r"erroneous(?:ly)?|unknowingly|unwitting(?:ly)?)")),
    ("deliberate",
     (r"(?:deliberate(?:ly)?|intentional(?:ly)?|on\spurpose|purposely|purposefully|knowingly|"
     r"premeditated|wil?lful(?:ly)?|in\scold\sblood|calculated\s(?:attack|move|act|provocation)|"
     r"(?:specifically|directly|systematically)\starget(?:ed|ing|s)|(?:was|were|is)\smeant\sto(?=\s(?!be\b|have\b)[a-z])|"
     r"(?<!not\s)(?<!never\s)(?:meant|intended|designed|aimed)\sto(?=\s(?:cripple|destroy|kill|harm|"
     r"weaken|punish|terrori[sz]e|provoke|derail|undermine|sabotage|intimidate|help|support|force|"
     r"drive|disrupt|stop|prevent)))")),
    ("complicity",
     (r"(?:conniv(?:e[sd]?|ing|ance)\s(?:with|at)|collu(?:de[sd]?|ding|sion)(?:\swith)?|"
     r"complicit(?:y)?(?:\s(?:in|with))?|in\scahoots\swith|in\sleague\swith|"
     r"(?:pav(?:e[sd]?|ing)|clear(?:s|ed|ing)?|open(?:s|ed|ing)?)\sthe\sway[\"”’']{0,2}\s(?:for|to)|"
     r"enabl(?:e[sd]?|ing)|(?:acts?|acted|acting|serv(?:e[sd]?|ing))\sas\s(?:the|an?)\sair\sforce\s"
     r"(?:of|for)|hand\sin\sglove\swith|in\s(?:the\s)?(?:service|interests?|favou?r)\sof|"
     r"(?:defend|support|back|aid|assist|help|protect|shield|arm|fund|financ|cover|abet|shelter|"
     r"sponsor|finance|facilitat)(?:s|ed|ing|e|es)?(?:\s(?:of|for|to))?)")),
    ("defence",
     (r"(?:self[-\s]defen[cs]e(?!\s(?:[Ff]orces?|[Gg]roups?|[Uu]nits?|[Cc]ouncils?|[Mm]ilitias?|"
     r"[Cc]ommittees?)\b)|retaliat(?:e[sd]?|ion|ory|ing)|in\sresponse\sto|in\sreprisal|reprisals?(?=\s(?:raids?|attacks?|strikes?|for)\b)|"
     r"(?:in|as)\srevenge|return(?:ed|ing)\sfire|respond(?:ed|ing)\sto\s(?:\w+\s){0,2}fire|"
     r"pre-?emptive(?:ly)?|came\sunder\sfire|to\sdefend\s(?:itself|themselves|ourselves|himself))")),
)  # fmt: skip
"""Expressions of each purpose. Own list."""

_CALLS: dict[IntentValue, tuple[str, ...]] = {
    "accident": tuple(
        """
            error mistak mistook blunder accident uninten inadvert wrong faulty incorrect erroneous
            bad outdated misidentif friendly technical malfunction errant stray believed thought
            mean intend unknowing unwitting
        """.split()
    ),
    "deliberate": tuple(
        """
            deliberate intentional purpose knowingly premeditated wilful willful cold calculated
            target meant intended designed aimed
        """.split()
    ),
    "complicity": tuple(
        """
            conniv collu complicit cahoots league way enabl force glove service interest favo
            defend support back aid assist help protect shield arm fund financ cover abet shelter
            sponsor facilitat
        """.split()
    ),
    "defence": tuple("defen retaliat respon repris revenge fire emptive".split()),
}
"""Of each purpose, parts of words of which every expression of it holds one."""

_COMPILED = tuple(
    (value, _CALLS[value], re.compile(rf"\b{words}\b", re.IGNORECASE)) for value, words in PATTERNS
)
# Verbs of help say nothing of complicity unless an armed group is helped.
_HELP = re.compile(
    r"(?:defend|support|back|aid|assist|help|protect|shield|arm|fund|financ|cover|abet|shelter|"
    r"sponsor|facilitat|enabl|pav|clear|open|in\s)", re.IGNORECASE
)  # fmt: skip
ARMED = frozenset(
    """
        militants militant terrorists terrorist terrorism rebels rebel insurgents insurgent
        jihadists jihadist extremists extremist fighters gunmen guerrillas separatists
        separatist mercenaries militia militias bandits
    """.split()
)
"""Words for armed groups that no table names."""
_BENEFIT = ("for", "of", "with", "to", "the", "an", "a")
_AIRCRAFT = frozenset("aircraft vehicle vehicles aid office staff".split())


@dataclass(frozen=True)
class IntentReading:
    """An intent before it has an id.

    ``subject`` holds the words whose purpose it is, where the clause has a subject; ``beneficiary``
    the words of the one said to be helped; ``armed`` whether those words themselves name an armed
    group; ``help`` whether the expression means complicity only where one is helped.
    """

    span: tuple[int, int]
    value: IntentValue
    modality: Modality
    subject: tuple[int, int] | None = None
    beneficiary: tuple[int, int] | None = None
    armed: bool = False
    help: bool = False


def read_intents(sentence: Sentence, floor: Floor = whole_sentence) -> list[IntentReading]:
    """The expressions of purpose in a sentence, in order.

    Those of ``help`` must still be checked: they count only where an armed group is helped.
    ``floor`` gives, for a token, where the statement that holds it begins.
    """
    found: list[IntentReading] = []
    # "aid" calls for a pattern; "said" stands in every other sentence.
    small = sentence.small.replace("said", " ")
    for value, calls, pattern in _COMPILED:
        if not any(map(small.__contains__, calls)):
            continue
        for match in pattern.finditer(sentence.text, sentence.start, sentence.end):
            reading = _reading(sentence, value, match.span())
            if reading is not None:
                index = sentence.covering(match.start())
                modality = _modality(sentence, index, value, floor(index))
                found.append(replace(reading, modality=modality))
    return _outermost(sorted(found, key=lambda item: (item.span[0], -item.span[1])))


def _reading(sentence: Sentence, value: IntentValue, span: tuple[int, int]) -> IntentReading | None:
    """The intent expressed at ``span``."""
    index = sentence.covering(span[0])
    after = sentence.at(span[1])
    if value != "complicity":
        return IntentReading(span, value, "happened", _subject(sentence, index))
    beneficiary = _beneficiary(sentence, after)
    words = sentence.text[span[0] : span[1]]
    helping = bool(_HELP.match(words))
    if beneficiary is None or sentence.low(after) in _AIRCRAFT:
        return (
            None if helping else IntentReading(span, value, "happened", _subject(sentence, index))
        )
    start, end = sentence.tokens[beneficiary[0]].start, sentence.tokens[beneficiary[1]].end
    lows = {sentence.low(at) for at in range(beneficiary[0], beneficiary[1] + 1)}
    return IntentReading(
        span,
        value,
        "happened",
        _subject(sentence, index),
        (start, end),
        bool(lows & ARMED),
        helping,
    )


def _modality(sentence: Sentence, index: int, value: IntentValue, floor: int) -> Modality:
    """Modality of an intent; a negation that makes an accident ("did not intend") is none of it."""
    modality = modality_at(sentence, index, verb=False, floor=floor)
    if value == "accident" and sentence.low(index) in ("did", "didn't", "not", "never"):
        return "happened"
    return modality


def _subject(sentence: Sentence, index: int) -> tuple[int, int] | None:
    chunk = subject(sentence, index)
    return (sentence.tokens[chunk[0]].start, sentence.tokens[chunk[1]].end) if chunk else None


def _beneficiary(sentence: Sentence, index: int) -> tuple[int, int] | None:
    """Tokens of the one helped, behind prepositions and articles."""
    for _ in range(3):
        if sentence.low(index) in _BENEFIT:
            index += 1
    return chunk_after(sentence, index)


def _outermost(readings: Sequence[IntentReading]) -> list[IntentReading]:
    """Readings without those that lie inside one before them."""
    kept: list[IntentReading] = []
    for reading in readings:
        if not kept or reading.span[0] >= kept[-1].span[1]:
            kept.append(reading)
    return kept
