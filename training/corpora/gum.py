"""GUM: names of people, organisations and places by kind, and coreference.

Every noun phrase is a mention in GUM. Coreference uses the mentions of people, organisations and
places that have up to `LONGEST` words. A name is a mention's head with the proper nouns around it.
"""

import re
from collections.abc import Iterator, Sequence
from pathlib import Path

import msgspec

from training.corpora.kinds import FACILITY_WORDS, Kinds, weapons
from training.corpora.labelled import Labelled, LabelledSpan, Link, Span, settled

LONGEST = 12
"""Words of the longest mention that coreference uses."""

COARSE = {"person": "person", "organization": "organisation", "place": "place"}
TITLES = frozenset(
    """mr mr. mrs mrs. ms ms. dr dr. prof prof. professor president vice senator sen. rep. governor
    gov. minister prime chancellor judge justice king queen prince princess pope st st. saint sir
    lord lady captain capt. general gen. colonel col. lieutenant lt. major sergeant sgt. miss
    secretary rev. reverend mayor congressman chairman director sheriff officer
    ambassador""".split()
)
GENERIC = frozenset(
    """airport army association authority board bureau center centre chamber church city college
    commission committee company congressmen congresswoman conservatives council county court
    democrats department dept federation foundation government group house institute journal king
    legislature library ministry museum nation network office organization organisation paper park
    parliament party police project republicans school senate service society state states team
    times town university village""".split()
)
_PROPER = frozenset({"NNP", "NNPS"})
_INSIDE = frozenset({"NNP", "NNPS", "IN", "DT", "HYPH", "CD", "POS", "CC", "NML", "AFX"})
_OPEN = re.compile(r"\((\d+)(?:\[\d+/\d+\])?-([a-z]+)-[^()]*")
_CLOSE = re.compile(r"(\d+)(?:\[\d+/\d+\])?\)")


class Token(msgspec.Struct, frozen=True):
    """One word with its place in the text, and the mentions that begin and end at it."""

    start: int
    end: int
    word: str
    tag: str
    head: int
    entity: str


class Mention(msgspec.Struct, frozen=True):
    """Tokens `[first, last]` that speak of `entity`."""

    first: int
    last: int
    entity: int
    kind: str


def gum(data: Path) -> Iterator[Labelled]:
    """All documents, by name."""
    kinds = Kinds(data)
    for path in sorted((data / "gum").glob("*.conllu")):
        text, tokens = read_conllu(path.read_text(encoding="utf-8"))
        found = mentions(tokens)
        every = settled(names(text, tokens, found, kinds))
        spans = [span for span in every if not generic(text[span[0] : span[1]])]
        unknown = sorted([*weapons(text), *(span[:2] for span in every if span not in spans)])
        yield Labelled(
            f"gum/{path.stem}",
            text,
            {"entities": spans},
            links={"coreference": links(tokens, found)},
            unknown={"entities": unknown} if unknown else {},
        )


def generic(name: str) -> bool:
    """Whether it is a title, a people or a common noun in capitals: no name by other corpora."""
    word = name.casefold()
    return word in TITLES | GENERIC | FACILITY_WORDS or word.endswith(("ans", "ians", "ese"))


def read_conllu(raw: str) -> tuple[str, list[Token]]:
    """The text, with a blank line before every paragraph, and its tokens.

    The head of a token is its number in the document, -1 for a root.
    """
    parts: list[str] = []
    tokens: list[Token] = []
    size = 0
    for sentence in re.split(r"\n[ \t]*\n", raw):
        rows = [line.split("\t") for line in sentence.split("\n") if line[:1].isdigit()]
        if not rows:
            continue
        gap = "\n\n" if re.search(r"^# newpar", sentence, re.MULTILINE) else " "
        if size:
            parts.append(gap)
            size += len(gap)
        size = _add_sentence(rows, size, parts, tokens)
    return "".join(parts).rstrip(), tokens


def _add_sentence(
    rows: Sequence[list[str]], size: int, parts: list[str], tokens: list[Token]
) -> int:
    base = len(tokens)
    glued = _glued(rows)
    simple = [row for row in rows if row[0].isdigit()]
    for at, row in enumerate(simple):
        word = row[1]
        found = re.search(r"(?:^|\|)Entity=([^|]*)", row[9])
        head = base + int(row[6]) - 1 if row[6] not in ("0", "_") else -1
        tokens.append(Token(size, size + len(word), word, row[4], head, found[1] if found else ""))
        blank = "" if row[0] in glued or at == len(simple) - 1 else " "
        parts.append(word + blank)
        size += len(word) + len(blank)
    return size


def _glued(rows: Sequence[list[str]]) -> set[str]:
    """Numbers of the tokens that no blank follows."""
    glued = {row[0] for row in rows if row[0].isdigit() and "SpaceAfter=No" in row[9]}
    for row in rows:
        first, dash, last = row[0].partition("-")
        if dash:
            glued |= {str(number) for number in range(int(first), int(last))}
            glued |= {last} if "SpaceAfter=No" in row[9] else set()
    return glued


def mentions(tokens: Sequence[Token]) -> list[Mention]:
    """All continuous mentions. A discontinuous one is read as its parts."""
    open_: dict[int, list[tuple[int, str]]] = {}
    found: list[Mention] = []
    for at, token in enumerate(tokens):
        rest = token.entity
        while rest:
            opened, closed = _OPEN.match(rest), _CLOSE.match(rest)
            if opened:
                open_.setdefault(int(opened[1]), []).append((at, opened[2]))
                rest = rest[opened.end() :]
                if rest.startswith(")"):
                    found.append(Mention(*_popped(open_, int(opened[1]), at)))
                    rest = rest[1:]
            elif closed:
                if open_.get(int(closed[1])):
                    found.append(Mention(*_popped(open_, int(closed[1]), at)))
                rest = rest[closed.end() :]
            else:
                rest = rest[1:]
    return sorted(found, key=lambda one: (one.first, -one.last, one.entity))


def _popped(
    open_: dict[int, list[tuple[int, str]]], entity: int, last: int
) -> tuple[int, int, int, str]:
    first, kind = open_[entity].pop()
    return first, last, entity, kind


def names(
    text: str, tokens: Sequence[Token], found: Sequence[Mention], kinds: Kinds
) -> Iterator[LabelledSpan]:
    """Named mentions with their kind; where names are nested, the outer one comes first."""
    for mention in found:
        coarse = COARSE.get(mention.kind)
        span = _name(tokens, mention, coarse == "person") if coarse else None
        if coarse and span:
            yield (*span, kinds.refine(text[span[0] : span[1]], coarse))


def _name(tokens: Sequence[Token], mention: Mention, person: bool) -> Span | None:
    """The proper nouns around a mention's head, or nothing where its head is a common noun."""
    inside = range(mention.first, mention.last + 1)
    head = next((at for at in inside if tokens[at].head not in inside), mention.first)
    if tokens[head].tag not in _PROPER:
        return None
    first = last = head
    while first - 1 >= mention.first and tokens[first - 1].tag in _PROPER | {"HYPH"}:
        first -= 1
    while last < mention.last and tokens[last + 1].tag in _INSIDE:
        last += 1
    while tokens[last].tag not in _PROPER | {"CD"}:
        last -= 1
    if any(tokens[at].tag in ("IN", "DT", "POS", "CC") for at in range(head + 1, last + 1)):
        last = _before_phrase(tokens, head, last, person)
    while person and first < last and tokens[first].word.casefold() in TITLES:
        first += 1
    return tokens[first].start, tokens[last].end


def _before_phrase(tokens: Sequence[Token], head: int, last: int, person: bool) -> int:
    """Where the name ends that "of …" follows: names of people do not go on, others may."""
    goes_on = not person and tokens[head + 1].word.casefold() == "of"
    if goes_on and not any(tokens[at].tag in ("CC", "POS") for at in range(head, last)):
        return last
    end = head
    while end < last and tokens[end + 1].tag in _PROPER:
        end += 1
    return end


def links(tokens: Sequence[Token], found: Sequence[Mention]) -> list[Link]:
    """One link for each first word: of the longest mention that begins there."""
    chosen: dict[int, Mention] = {}
    for mention in found:
        if mention.kind in COARSE and mention.last - mention.first < LONGEST:
            chosen.setdefault(mention.first, mention)
    latest: dict[int, Mention] = {}
    made: list[Link] = []
    by_start = sorted(
        (mention for mention in found if mention.last - mention.first < LONGEST),
        key=lambda one: (one.first, -one.last),
    )
    for mention in by_start:
        before = latest.get(mention.entity)
        if before is not None and before.first == mention.first:
            continue
        if chosen.get(mention.first) == mention:
            made.append((_span(tokens, mention), _span(tokens, before) if before else None))
        latest[mention.entity] = mention
    return made


def _span(tokens: Sequence[Token], mention: Mention) -> Span:
    return tokens[mention.first].start, tokens[mention.last].end
