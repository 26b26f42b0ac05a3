"""What every record is built from: the characters it was read from, and a dated value."""

from __future__ import annotations

import msgspec

CONTEXT_LENGTH = 24
"""Code points of ``prefix`` and ``suffix`` kept on each side of a span."""


class Line(msgspec.Struct, frozen=True, kw_only=True, tag_field="type", tag=str.lower):
    """Base of every record that stands on a line of its own."""


class Span(msgspec.Struct, frozen=True):
    """The characters ``[start, end)`` of one document's text.

    Attributes:
        start: first code point.
        end: code point after the last; ``end > start``.
        exact: the characters themselves.
        prefix: up to 24 code points before ``start`` (Web Annotation ``TextQuoteSelector``).
        suffix: up to 24 code points from ``end`` on.
    """

    start: int
    end: int
    exact: str
    prefix: str = ""
    suffix: str = ""

    @classmethod
    def of(cls, text: str, start: int, end: int) -> Span:
        """The span ``[start, end)`` of ``text`` with its quotation and context.

        Raises:
            ValueError: if the span is empty or lies outside the text.
        """
        if not 0 <= start < end <= len(text):
            raise ValueError(f"no such span: [{start}, {end}) of {len(text)} code points")
        return cls(
            start,
            end,
            text[start:end],
            text[max(0, start - CONTEXT_LENGTH) : start],
            text[end : end + CONTEXT_LENGTH],
        )

    @property
    def range(self) -> tuple[int, int]:
        """``(start, end)``."""
        return self.start, self.end


class Dated(msgspec.Struct, frozen=True, kw_only=True):
    """A date or time with the ground for believing it.

    Attributes:
        value: ISO 8601 date or date-time (with offset where one was given), or ``None``.
        evidence: ``meta:NAME``, ``json-ld:NAME``, ``time-element``, ``url``, ``text``, ``option``
            (given by the user), ``header``, or ``none``.
        span: the characters it was read from, when it stands in the text.
    """

    value: str | None = None
    evidence: str = "none"
    span: Span | None = None
