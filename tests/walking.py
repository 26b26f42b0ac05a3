"""Every span of any record, checked against the text of its document."""

from collections.abc import Iterator

import msgspec

from counterclaim.records import CONTEXT_LENGTH, Ledger, Reading, Span


def spans(record: object) -> Iterator[Span]:
    """All spans in ``record``, however deep."""
    if isinstance(record, Span):
        yield record
    elif isinstance(record, msgspec.Struct):
        for field in record.__struct_fields__:
            yield from spans(getattr(record, field))
    elif isinstance(record, list | tuple):
        for item in record:
            yield from spans(item)
    elif isinstance(record, dict):
        for item in record.values():
            yield from spans(item)


def check_reading(reading: Reading) -> int:
    """Prove that every span of ``reading`` quotes its document; how many there are."""
    text = reading.document.text
    found = list(spans(reading))
    for span in found:
        assert 0 <= span.start < span.end <= len(text)
        assert text[span.start : span.end] == span.exact
        assert text[max(0, span.start - CONTEXT_LENGTH) : span.start] == span.prefix
        assert text[span.end : span.end + CONTEXT_LENGTH] == span.suffix
    return len(found)


def check_ledger(ledger: Ledger) -> int:
    """The same for all its readings, and for what it holds beside them; how many spans.

    A record that joins documents does not say of each span which one it is from: one of them must
    hold it, context included.
    """
    count = sum(check_reading(reading) for reading in ledger.readings)
    texts = [reading.document.text for reading in ledger.readings]
    joined = list(spans(msgspec.structs.replace(ledger, readings=[])))
    for span in joined:
        whole = span.prefix + span.exact + span.suffix
        start = span.start - len(span.prefix)
        assert any(text[start : start + len(whole)] == whole for text in texts)
    return count + len(joined)
