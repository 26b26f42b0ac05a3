"""Scores of the whole reading: a perfect reading, an empty one, and single faults."""

from collections import Counter

import msgspec
import pytest
from benchmarks.authored import label_f1, macro_f1, measure
from benchmarks.names import same_name, significant
from training.authored import AuthoredPage, parse_page

from counterclaim.records import (
    Block,
    Capture,
    ChainLink,
    Count,
    Document,
    Reading,
    Span,
    Statement,
)

PAGE = """id: dam-1
incident: dam
style: agency
split: test
published: 2031-03-02
cast: V=Ilse Varn; M=Water Ministry; A=River News
---
%headline
Dam leaks

%update 1
10.00 {1s=V|Ms Varn} {1c!denies|denied} {1t that {#killed 3|three men} had drowned}.

%body
{2s=A|The agency} {2c?possible|reported}, quoting {2p=M|the ministry}, {2t that "all is well"}.

{3s=V|She} {3c told} {3r=A|River News} {3t that {#missing 21-|over 20} were missing}.

%comments
Nonsense.

Who knows?
"""


@pytest.fixture
def page() -> AuthoredPage:
    return parse_page(PAGE, "dam-1.page")


def reading_of(page: AuthoredPage) -> Reading:
    """The reading that has everything right."""
    text = page.text

    def span(start: int, end: int) -> Span:
        return Span.of(text, start, end)

    blocks = [
        Block(id=f"d.b{at}", document="d", kind=b.kind, span=span(b.start, b.end), number=b.number)
        for at, b in enumerate(page.blocks)
    ]
    statements = [
        Statement(
            id=f"d.s{at}",
            document="d",
            block="d.b0",
            source=[span(*s) for s in one.source],
            cue=span(*one.cue) if one.cue else None,
            content=[span(*s) for s in one.content],
            quote=one.quote,
            force=one.force,
            certainty=one.certainty,
            chain=[ChainLink(role=role, name=name) for role, name in one.chain],
            recipient_span=_recipient(text, one.recipient),
        )
        for at, one in enumerate(page.statements)
    ]
    counts = [
        Count(
            id=f"d.n{at}",
            document="d",
            span=span(c.start, c.end),
            number=span(c.start, c.end),
            low=c.low,
            best=None,
            high=c.high,
            harm=c.harm,
        )
        for at, c in enumerate(page.counts)
    ]
    return Reading(
        capture=Capture(id="c", name="dam", sha256="", size=len(text)),
        document=Document(id="d", capture="c", name="dam", sha256="", text=text),
        blocks=blocks,
        statements=statements,
        counts=counts,
    )


def _recipient(text: str, name: str | None) -> Span | None:
    if name is None:
        return None
    start = text.index(name)
    return Span.of(text, start, start + len(name))


def test_a_perfect_reading_scores_full_marks(page: AuthoredPage) -> None:
    report = measure([page], [reading_of(page)])
    fractions = {key: value for key, value in report.items() if key not in ("pages", "statements")}
    assert set(fractions.values()) == {100.0}, fractions
    assert (report["pages"], report["statements"]) == (1, 3)


def test_an_empty_reading_scores_nothing(page: AuthoredPage) -> None:
    empty = msgspec.structs.replace(reading_of(page), blocks=[], statements=[], counts=[])
    report = measure([page], [empty])
    for key in (
        "attributed_f1",
        "force_accuracy",
        "comment_start_f1",
        "update_start_f1",
        "count_exact",
    ):
        assert report[key] == 0, key
    assert report["comment_boundary_within_one"] == 0


def test_a_text_that_was_changed_is_refused(page: AuthoredPage) -> None:
    reading = reading_of(page)
    document = msgspec.structs.replace(reading.document, text=page.text + " ")
    with pytest.raises(ValueError, match="dam-1"):
        measure([page], [msgspec.structs.replace(reading, document=document)])


def test_one_wrong_force_of_three(page: AuthoredPage) -> None:
    reading = reading_of(page)
    first = msgspec.structs.replace(reading.statements[0], force="asserts")
    report = measure([page], [_with(reading, [first, *reading.statements[1:]])])
    assert report["force_accuracy"] == pytest.approx(66.67)
    assert report["attributed_f1"] == 100


def test_a_wrong_speaker_is_a_wrong_origin(page: AuthoredPage) -> None:
    reading = reading_of(page)
    link = ChainLink(role="speaker", name="Somebody Else")
    first = msgspec.structs.replace(reading.statements[0], chain=[link])
    report = measure([page], [_with(reading, [first, *reading.statements[1:]])])
    assert report["speaker_accuracy"] == report["origin_accuracy"] == pytest.approx(66.67)
    assert report["chain_accuracy"] == 100


def test_only_cited_statements_count(page: AuthoredPage) -> None:
    reading = reading_of(page)
    own = msgspec.structs.replace(reading.statements[0], id="d.s9", voice="outlet")
    report = measure([page], [_with(reading, [*reading.statements, own])])
    assert report["attributed_p"] == 100


def test_comments_that_begin_a_paragraph_late(page: AuthoredPage) -> None:
    reading = reading_of(page)
    kept = [b for b in reading.blocks if b.span.exact != "Nonsense."]
    report = measure([page], [msgspec.structs.replace(reading, blocks=kept)])
    assert report["comment_boundary_exact"] == 0
    assert report["comment_boundary_within_one"] == 100
    assert report["comment_start_f1"] == pytest.approx(66.67)


def test_comments_where_there_are_none() -> None:
    page = parse_page(PAGE.split("%comments")[0], "dam-1.page")
    reading = reading_of(page)
    body = msgspec.structs.replace(reading.blocks[-1], kind="comment")
    report = measure(
        [page], [msgspec.structs.replace(reading, blocks=[*reading.blocks[:-1], body])]
    )
    assert report["comment_boundary_within_one"] == 0


def test_a_count_that_overlaps_is_not_exact(page: AuthoredPage) -> None:
    reading = reading_of(page)
    wider = msgspec.structs.replace(reading.counts[1], low=15, high=25)
    report = measure([page], [msgspec.structs.replace(reading, counts=[reading.counts[0], wider])])
    assert (report["count_exact"], report["count_overlap"]) == (50, 100)


def test_a_count_of_another_harm_does_not_match(page: AuthoredPage) -> None:
    reading = reading_of(page)
    other = msgspec.structs.replace(reading.counts[0], harm="injured")
    report = measure([page], [msgspec.structs.replace(reading, counts=[other, reading.counts[1]])])
    assert (report["count_exact"], report["count_precision"]) == (50, 50)


def test_an_update_of_another_number(page: AuthoredPage) -> None:
    reading = reading_of(page)
    blocks = [
        msgspec.structs.replace(b, number=2) if b.kind == "update" else b for b in reading.blocks
    ]
    report = measure([page], [msgspec.structs.replace(reading, blocks=blocks)])
    assert (report["update_start_f1"], report["update_number_f1"]) == (100, 0)


@pytest.mark.parametrize(
    ("gold", "names", "same"),
    [
        ("Ilse Varn", ["Varn"], True),
        ("Water Ministry", ["the ministry of water"], True),
        ("Water Ministry", ["Ministry of Defence"], False),
        ("Ilse Varn", [], False),
        ("Ilse Varn", ["the"], False),
        ("a farmer", ["farmer"], True),
        ("Tamrit Press Service", ["the TPS"], True),
        ("TPS", ["Tamrit Press Service"], True),
        ("Tamrit Press Service", ["TPX"], False),
        ("Ilse", ["I"], False),
        ("the", ["of"], False),
    ],
)
def test_names(gold: str, names: list[str], same: bool) -> None:
    assert same_name(gold, names) is same


def test_significant_words_leave_out_articles_and_titles() -> None:
    assert significant("The Ministry of Water's Dr Varn") == {"ministry", "water", "varn"}


def test_macro_f1_is_over_the_labels_of_gold() -> None:
    both = Counter({("a", "a"): 2, ("b", "a"): 1, ("b", "b"): 1})
    assert macro_f1(both) == pytest.approx((80 + 100 * 2 / 3) / 2)
    assert macro_f1(Counter()) == 0


def test_label_f1_counts_what_was_missed_and_what_was_made_up() -> None:
    both = Counter({("a", "a"): 2, ("b", "a"): 1, ("b", "b"): 1, ("b", "c"): 2})
    assert label_f1(both) == pytest.approx({"a": 80, "b": 40})


def _with(reading: Reading, statements: list[Statement]) -> Reading:
    return msgspec.structs.replace(reading, statements=statements)
