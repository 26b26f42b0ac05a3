"""The subject of a verb and the agent behind "by", found without a parser."""

from counterclaim.facts.chunks import chunk_after, chunk_before
from counterclaim.facts.tokens import Sentence

__all__ = ["CARRIED", "REACH", "Chunk", "by_phrase", "is_temporal", "subject"]

Chunk = tuple[int, int]
"""First and last token of a phrase."""

CARRIED = frozenset(
    """
        carried claimed attributed launched conducted performed staged mounted made led perpetrated
        laid committed ordered executed undertaken blamed done expressed voiced offered issued
        imposed declared
    """.split()
)
"""Participles and verbs of carrying out."""
_AUXILIARIES = frozenset(
    """
        was were is are be been being have has had having will would can could may might must
        shall should did does do to not n't also then now currently just already never again
        reportedly
        allegedly apparently mistakenly accidentally deliberately intentionally repeatedly later
        still knowingly inadvertently directly tried trying attempted sought wanted began started
        continued managed vowed threatened promised pledged agreed refused decided
    """.split()
)
_PLANNING = frozenset(
    """
        able about continue continued continues continuing due eager fail failed fails free going
        hope hoped hopes intend intended intends keen likely move moved moves plan planned planning
        plans poised prepare prepared prepares preparing ready seek seeks set start starts threaten
        threatens try tries unable unlikely unwilling used vow vows want wants willing
    """.split()
)
"""Before "to", words whose subject does what follows."""
_TOLD_TO = frozenset(
    """
        alleged allowed asked authorised authorized believed claimed deployed directed encouraged
        expected feared forced instructed known obliged ordered permitted presumed reported said
        seen sent shown supposed suspected thought told understood urged
    """.split()
)
"""Between a form of "be" and "to", participles of whose subject the same is true."""
_ACCUSED = frozenset("accused capable convicted guilty suspected".split())
_SEEN = frozenset("caught filmed found heard photographed seen shown spotted".split())
_USING = frozenset("used uses using".split())
"""Who does this to something "to" do a deed does it."""
_BEING = frozenset("am are be been being is was were 's ’s 're ’re".split())
_DETERMINERS = frozenset("a an the this that these those its their his her our my your no".split())
_TIME_HEADS = frozenset(
    """
        monday tuesday wednesday thursday friday saturday sunday january february march april
        may june july august september october november december night morning evening afternoon
        day week month year time same moment noon midnight dawn dusk weekend
    """.split()
)
_INSERTED = 14
"""Tokens between commas at most."""

_HELPING = frozenset("was were is are had has have been".split())
_ANOTHER = frozenset("and but which while when after as said".split())
"""Words that join another clause."""

_BEHIND_PARTICIPLE = frozenset("in on at near by from off outside last earlier".split())
_REDUCED = frozenset(
    "accused armed caught charged convicted involved seated suspected trapped wanted".split()
)
"""Participles behind a subject, before what they are of: "a man wanted in a robbery was shot"."""

_RELATIVES = frozenset({"that", "which", "who"})
# Behind these "who" asks ("could not verify who opened fire").
_ASKING = frozenset(
    """verify know knows knew say says said tell establish determine clear unclear identify see
    confirm ask asked asking wonder show shows of on""".split()
)
_MANNERS = frozenset("name phone mistake accident chance surprise night day air land sea".split())
"""Behind "by", how and not who."""

_YEAR = 4
"""Digits of a year."""

REACH = 12
"""Tokens between a deed and who is named for it."""


def subject(sentence: Sentence, index: int) -> Chunk | None:
    """The subject of the verb at ``index``."""
    at = _before_group(sentence, index)
    while at >= 0 and sentence.low(at) in ("from", "of", "in") and index - at < 4:
        at -= 1
    if sentence.low(at) == "who" and sentence.low(at - 1) in _ASKING:
        return None
    if at >= 0 and sentence.low(at) in _RELATIVES:
        at -= 1 + (sentence.low(at - 1) == ",")
    inserted = _before_insertion(sentence, at, index) if sentence.low(at) == "," else None
    if inserted is not None:
        return inserted
    if at >= 0 and sentence.low(at) in (",", "and"):
        return _subject_of_list(sentence, at)
    if at >= 0 and sentence.low(at) in ("it", "they", "he", "she", "we", "i"):
        return at, at
    chunk = _main_clause(sentence, at)
    if chunk is not None and sentence.low(at + 1) == "to" and sentence.low(chunk[0] - 1) in _USING:
        return subject(sentence, chunk[0] - 1)
    return None if chunk is None or is_temporal(sentence, chunk) else chunk


def _before_group(sentence: Sentence, index: int) -> int:
    """The token before the verb at ``index``, its auxiliaries and what governs it.

    "The army is believed to have shelled", "is accused of shelling", "was seen shelling" Kesh.
    """
    at = index - 1
    while at >= 0:
        word = sentence.low(at)
        if word in _AUXILIARIES or word.endswith("ly") or _governs(sentence, at):
            at -= 1
        elif sentence.low(at) == "of" and _governs(sentence, at - 1):
            at -= 2
        else:
            break
    return at


def _governs(sentence: Sentence, at: int) -> bool:
    """Whether a word, by what follows it, has the subject of the verb behind it for its own."""
    word, before, after = sentence.low(at), sentence.low(at - 1), sentence.low(at + 1)
    if after == "to" and word in _PLANNING:
        return before not in _DETERMINERS
    passive = before in _BEING or (before.endswith("ly") and sentence.low(at - 2) in _BEING)
    if after == "to":
        return passive and word in _TOLD_TO
    return passive and word in (_ACCUSED if after == "of" else _SEEN)


def _before_insertion(sentence: Sentence, close: int, verb: int) -> Chunk | None:
    """The subject before words between commas: "eight people, one of them a nurse, were killed".

    Between the second comma and the verb stand its auxiliaries, or the verb is a bare participle
    ("the ferry, seized in the strait"), whose one comma it is.
    """
    if close + 1 == verb:
        before = sentence.low(verb + 1) in _BEHIND_PARTICIPLE and sentence.low(verb).endswith("ed")
        return chunk_before(sentence, close - 1) if before and close else None
    opened = next(
        (at for at in range(close - 2, max(close - _INSERTED, 0), -1) if sentence.low(at) == ","),
        None,
    )
    if opened is None or sentence.low(close + 1) not in _HELPING:
        return None
    inside = [sentence.low(at) for at in range(opened + 1, close)]
    if not _ANOTHER.isdisjoint(inside) or any(
        _finite(sentence, at) for at in range(opened + 1, close)
    ):
        return None
    return chunk_before(sentence, opened - 1)


def _main_clause(sentence: Sentence, at: int) -> Chunk | None:
    """The phrase that ends at ``at``, or the one that a prepositional phrase there belongs to."""
    chunk = chunk_before(sentence, at) if at >= 0 else None
    if chunk is None:
        return None
    before = chunk[0] - 1
    if before > 0 and sentence.low(before) in ("in", "from", "on", "at", "near", "of", "with"):
        reduced = sentence.low(before - 1) in _REDUCED
        return chunk_before(sentence, before - 1 - reduced) or chunk
    return chunk


def _subject_of_list(sentence: Sentence, at: int) -> Chunk | None:
    """The subject of a later verb of a list: the one of the first verb ("struck A, killing B")."""
    for index in range(at - 1, max(at - 2 * REACH, -1), -1):
        if sentence.low(index) in (";", ":", '"', "“", "”"):
            return None
        if _finite(sentence, index):
            return subject(sentence, index)
    return None


def _finite(sentence: Sentence, index: int) -> bool:
    """Whether a verb in the past stands at ``index``, by its form and what is before it."""
    word = sentence.low(index)
    known = ("struck", "hit", "took", "came", "left", "shot", "was", "were", "has", "have", "had")
    if word in known:
        return True
    return word.endswith("ed") and sentence.low(index - 1) not in ("the", "a", "by", "of", "-")


def _carried(sentence: Sentence, index: int) -> bool:
    """Whether the participle before "by" says who carried it out, not who judged or used it."""
    return sentence.low(index) in CARRIED or index == 0


def by_phrase(sentence: Sentence, index: int, *, noun: bool = False) -> Chunk | None:
    """The agent behind "by" within a few words of ``index``.

    Behind a ``noun`` only verbs of carrying out count: "the raid condemned by X" is not X's.
    """
    for at in range(index, min(index + REACH, len(sentence.tokens))):
        word = sentence.low(at)
        if word in (".", ";", ":", ",", "”", '"', "but", "which", "that"):
            return None
        if word == "by" or (
            word in ("on", "to") and sentence.low(at - 1) in ("blamed", "attributed")
        ):
            if noun and sentence.low(at - 1).endswith("ed") and not _carried(sentence, at - 1):
                return None
            chunk = chunk_after(sentence, at + 1)
            gerund = sentence.low(at + 1).endswith("ing") or sentence.low(at + 1) in _MANNERS
            if chunk is not None and not gerund and not is_temporal(sentence, chunk):
                return chunk
    return None


def is_temporal(sentence: Sentence, chunk: Chunk) -> bool:
    """Whether a phrase names a time ("Tuesday", "1200"), which does nothing."""
    last, before = sentence.low(chunk[1]), sentence.low(chunk[1] - 1)
    dated = last.isdigit() and len(last) == _YEAR and before in _TIME_HEADS
    return (
        dated
        or last in _TIME_HEADS
        or (sentence.tokens[chunk[0]].text[0].isdigit() and (chunk[0] == chunk[1]))
    )
