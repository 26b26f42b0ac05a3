"""Whom a deed befalls where several are named: "Two guards and a nurse were killed"."""

from counterclaim.facts.chunks import chunk_after, chunk_before
from counterclaim.facts.harm_words import group_of
from counterclaim.facts.subjects import Chunk
from counterclaim.facts.tokens import Sentence

__all__ = ["with_more", "with_others"]

_AND = frozenset({"and", "&"})
_ONE = frozenset({"was", "is", "has"})
_BEGINS = frozenset(
    [
        "",
        ",",
        ".",
        ":",
        ";",
        "that",
        "after",
        "when",
        "where",
        "while",
        "as",
        "because",
        "said",
        "says",
        "say",
        "saying",
        "whether",
        "if",
        "-",
        "–",
        "—",
        "“",
        '"',
        "‘",
        "including",
        "how",
    ]
)
"""What stands before the first word of a clause."""

_CLOSES = frozenset(
    [
        "",
        ",",
        ".",
        ";",
        "-",
        "–",
        "—",
        "”",
        '"',
        "in",
        "at",
        "on",
        "near",
        "outside",
        "during",
        "when",
        "after",
        "before",
        "with",
        "by",
        "as",
        "while",
        "inside",
        "late",
        "early",
        "last",
        "monday",
        "tuesday",
        "wednesday",
        "thursday",
        "friday",
        "saturday",
        "sunday",
        "overnight",
    ]
)
"""What stands behind the last word of such a list."""

_MOST = 6
"""Members of such a list."""


def with_others(sentence: Sentence, chunk: Chunk, verb: int) -> Chunk:
    """``chunk``, the last member of a list of people before ``verb``, with those before it.

    As it was where nothing is listed, where the verb is of one only, or where the words before
    are a clause of their own ("Rebels shelled a school and two guards were killed").
    """
    if not _people(sentence, chunk) or any(
        sentence.low(at) in _ONE for at in range(chunk[1] + 1, verb)
    ):
        return chunk
    first, joined = chunk[0], False
    for _ in range(_MOST):
        before = _before(sentence, first, joined, bare=chunk[1] + 1 == verb)
        if before is None:
            break
        first, joined = before, True
    return (first, chunk[1]) if sentence.low(first - 1) in _BEGINS else chunk


def _before(sentence: Sentence, first: int, joined: bool, *, bare: bool) -> int | None:
    """Where the member begins that stands before the one that begins at ``first``.

    Commas alone join where "and" has joined the last two, or in a headline, which is ``bare``.
    """
    at = first - 1
    if sentence.low(at) in _AND:
        at -= 1 + (sentence.low(at - 1) == ",")
    elif sentence.low(at) == "," and (joined or bare):
        at -= 1
    else:
        return None
    member = chunk_before(sentence, at) if at >= 0 else None
    return member[0] if member is not None and _people(sentence, member) else None


def with_more(sentence: Sentence, chunk: Chunk) -> Chunk:
    """``chunk``, the first member of a list of people behind a verb, with those after it.

    Where a clause may follow ("killed a guard and a nurse fled") it stays as it was.
    """
    last = chunk[1]
    while _people(sentence, (chunk[0], last)):
        joined = sentence.low(last + 1) in _AND or sentence.phrase(last + 1, (",", "and"))
        at = last + 2 + (sentence.low(last + 1) == "," and joined)
        member = chunk_after(sentence, at) if joined or sentence.low(last + 1) == "," else None
        if member is None or not _people(sentence, member):
            break
        if joined:
            ended = sentence.low(member[1] + 1) in _CLOSES
            return (chunk[0], member[1]) if ended else chunk
        last = member[1]
    return chunk


def _people(sentence: Sentence, chunk: Chunk) -> bool:
    """Whether a phrase is of people: by its noun, or by a name at its end."""
    last = sentence.tokens[chunk[1]]
    inner = [sentence.low(at) for at in range(chunk[0], chunk[1] + 1)]
    if "of" in inner[1:]:
        last = sentence.tokens[chunk[0] + inner.index("of", 1) - 1]
    named = last.capital and chunk[1] > chunk[0] and sentence.tokens[chunk[1] - 1].capital
    return group_of(last.low) is not None or named
