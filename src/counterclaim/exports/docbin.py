"""spaCy DocBin: a ``Doc`` for each document, statements as spans in groups by role.

The words of a ``Doc`` are cut wherever a span begins or ends, so that every span is exactly its
characters, and white space is kept, so that ``doc.text`` is the document's text. A span's label is
the statement's force, its id the statement's; the groups are ``source``, ``cue`` and ``content``.
``doc.user_data`` has the document's id and the codes of its incidents. Needs ``spacy`` (the extra
``spacy``), but no pipeline of it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import Any

from counterclaim.exports.extras import need
from counterclaim.exports.view import View
from counterclaim.records import Ledger, Reading, Span, Statement

__all__ = ["docbin", "read_docbin"]

ROLES = ("source", "cue", "content")

_PIECE = re.compile(r"\w+|\s|[^\w\s]")


def docbin(ledger: Ledger) -> bytes:
    """All documents in one file, for ``DocBin().from_bytes``.

    Raises:
        OptionError: CC213 without ``spacy``.
    """
    spacy = need("spacy", "docbin", "spacy")
    tokens = need("spacy.tokens", "docbin", "spacy")
    vocabulary, view = spacy.blank("en").vocab, View(ledger)
    held = tokens.DocBin(attrs=["ORTH", "SPACY"], store_user_data=True)
    for reading in ledger.readings:
        held.add(_doc(tokens, vocabulary, reading, view))
    found: bytes = held.to_bytes()
    return found


def _doc(tokens: Any, vocabulary: Any, reading: Reading, view: View) -> Any:
    spans = [each for one in reading.statements for _, each in _spans(one)]
    words, spaces = _words(reading.document.text, spans)
    doc = tokens.Doc(vocabulary, words=words, spaces=spaces)
    for role in ROLES:
        doc.spans[role] = [
            doc.char_span(span.start, span.end, label=one.force, span_id=one.id)
            for one in reading.statements
            for name, span in _spans(one)
            if name == role
        ]
    doc.user_data["document"] = reading.document.id
    codes = {view.codes[one.id]: None for one in reading.statements if one.id in view.codes}
    doc.user_data["incidents"] = list(codes)
    return doc


def _spans(one: Statement) -> Iterator[tuple[str, Span]]:
    cue = [one.cue] if one.cue is not None else []
    for role, spans in zip(ROLES, (one.source, cue, one.content), strict=True):
        for span in spans:
            yield role, span


def _words(text: str, spans: list[Span]) -> tuple[list[str], list[bool]]:
    """Words and, for each, whether one space follows that belongs to it."""
    edges = {edge for span in spans for edge in span.range}
    cuts = sorted({m.start() for m in _PIECE.finditer(text)} | edges | {len(text)})
    words: list[str] = []
    spaces: list[bool] = []
    for start, end in pairwise(sorted({0, *cuts})):
        piece = text[start:end]
        # A space before which a span ends, or at which one begins, is a word of its own.
        if piece == " " and words and not spaces[-1] and not {start, end} & edges:
            spaces[-1] = True
        else:
            words.append(piece)
            spaces.append(False)
    return words, spaces


def read_docbin(data: bytes) -> dict[str, list[tuple[str, str, int, int, str]]]:
    """``(role, statement, start, end, words)`` of every span, by document id; the way back."""
    spacy = need("spacy", "docbin", "spacy")
    tokens = need("spacy.tokens", "docbin", "spacy")
    found = {}
    for doc in (
        tokens.DocBin(store_user_data=True).from_bytes(data).get_docs(spacy.blank("en").vocab)
    ):
        found[doc.user_data["document"]] = [
            (role, span.id_, span.start_char, span.end_char, span.text)
            for role in ROLES
            for span in doc.spans.get(role, [])
        ]
    return found
