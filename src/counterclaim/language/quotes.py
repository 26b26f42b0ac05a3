"""Pairing of quotation marks: which characters stand inside a quotation.

Marks are paired inside one paragraph (one line). A paragraph that re-opens a quotation which the
paragraph before never closed continues that speech. Apostrophes, primes and years ("'90s") are
not quotation marks.
"""

import re

import msgspec

from counterclaim.language.labels import Span

PARAGRAPH = re.compile(r"[^\n\r\v\f\x85\u2028\u2029]+")
"""A paragraph is a line: what Unicode calls a mandatory break ends it."""

_MARK = re.compile(r"""["“”„‟«»‹›＂]|(?<!\w)['‘‚](?=\S)|(?<=\S)['’](?!\w)""")
_CLOSERS = {
    '"': '"＂',
    "＂": '"＂',
    "“": "”‟",
    "”": "”",
    "‟": "”",
    "„": "“”‟",
    "«": "»",
    "»": "«»",
    "‹": "›",
    "›": "‹›",
    "'": "'",
    "‘": "’",
    "‚": "‘’",
    "’": "’",
}
_SINGLE = frozenset("'‘‚’")
_BEFORE_OPENING = frozenset("([{-–—/…“‘«„\"'¿¡")
# Contractions that begin with an apostrophe, and years.
_ELISION = re.compile(r"['‘’](?:\d\ds?\b|(?:em|til|cause|tis|twas|n|bout|round)\b)", re.IGNORECASE)


_DEEPEST = 8
"""Quotations open at once. Nobody nests more; a page of opening marks must not cost its square."""


class Quotation(msgspec.Struct, frozen=True):
    """One quotation in one paragraph.

    `start` is at the opening mark and `end` after the closing mark, or at the end of the
    paragraph (less white space) if it is not `closed`. `continues` says that it carries on the
    unclosed quotation of the paragraph before. `depth` is 0 for an outer quotation, 1 for a
    quotation inside it.
    """

    start: int
    end: int
    closed: bool
    continues: bool
    depth: int

    @property
    def inner(self) -> Span:
        """The quoted characters without their marks."""
        return self.start + 1, self.end - 1 if self.closed else self.end


def quotations(text: str) -> list[Quotation]:
    """Quotations of `text` in order of their opening marks, nested ones after the outer one.

    Straight, curly, low (German) and angular marks are known, each also the other way round where
    a language does so. An unclosed double quotation runs to the end of its paragraph; an unclosed
    single mark is taken for an apostrophe.
    """
    found: list[Quotation] = []
    pending = ""
    for paragraph in PARAGRAPH.finditer(text):
        if paragraph.group().isspace():
            continue
        quoted, pending = _paragraph(text, paragraph.start(), paragraph.end(), pending)
        found.extend(quoted)
    return found


def _paragraph(text: str, start: int, end: int, pending: str) -> tuple[list[Quotation], str]:
    """Quotations of one paragraph, and the mark that it leaves open for the next one."""
    first = start + len(text[start:end]) - len(text[start:end].lstrip())
    last = start + len(text[start:end].rstrip())
    done: list[Quotation] = []
    stack: list[int] = []
    for match in _MARK.finditer(text, start, end):
        _step(text, match.start(), (start, end), stack, done)
    unclosed = [at for at in stack if text[at] not in _SINGLE]
    for depth, at in enumerate(unclosed):
        done.append(Quotation(at, last, False, False, depth))
    done.sort(key=lambda quotation: (quotation.start, -quotation.end))
    if pending and done and done[0].start == first and text[first] == pending:
        done[0] = msgspec.structs.replace(done[0], continues=True)
    return done, text[unclosed[0]] if unclosed else ""


def _step(text: str, at: int, paragraph: Span, stack: list[int], done: list[Quotation]) -> None:
    """Let the mark at `at` close what is open, or open a quotation, or be neither."""
    opener = _closes(text, at, paragraph, stack)
    if opener is not None:
        while stack[-1] != opener:
            dropped = stack.pop()
            if text[dropped] not in _SINGLE:
                done.append(Quotation(dropped, at, False, False, len(stack)))
        stack.pop()
        done.append(Quotation(opener, at + 1, True, False, len(stack)))
    elif _opens(text, at, paragraph):
        if text[at] in '"＂' and stack and text[stack[-1]] == text[at]:
            dropped = stack.pop()
            stop = dropped + len(text[dropped:at].rstrip())
            done.append(Quotation(dropped, stop, False, False, len(stack)))
        if len(stack) < _DEEPEST:
            stack.append(at)


def _closes(text: str, at: int, paragraph: Span, stack: list[int]) -> int | None:
    """Where the quotation was opened that the mark at `at` closes, if it closes one."""
    mark = text[at]
    for opener in reversed(stack):
        if mark in _CLOSERS[text[opener]]:
            straight = mark in "\"＂'"
            if straight and _spaced(text, at, paragraph) == (True, False):
                return None
            return opener
        if text[opener] not in _SINGLE and mark in _SINGLE:
            return None
    return None


def _spaced(text: str, at: int, paragraph: Span) -> tuple[bool, bool]:
    """Whether there is a space (or the paragraph's edge) before and after the mark at `at`."""
    before = at == paragraph[0] or text[at - 1].isspace()
    after = at + 1 == paragraph[1] or text[at + 1].isspace()
    return before, after


def _opens(text: str, at: int, paragraph: Span) -> bool:
    """Whether the mark at `at` can open a quotation where it stands."""
    mark = text[at]
    if mark in "“„«‹‘‚":
        return mark not in _SINGLE or not _ELISION.match(text, at)
    before, after = _spaced(text, at, paragraph)
    if mark == "’":
        return False
    if mark == "'" and _ELISION.match(text, at):
        return False
    return not after and (before or text[at - 1] in _BEFORE_OPENING)
