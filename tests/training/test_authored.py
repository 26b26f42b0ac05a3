"""The notation of the authored pages, and the pages themselves."""

import re
from collections import Counter
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from training.authored import AuthoredError, AuthoredPage, as_article, load_pages, parse_page
from training.layout import blocks, split_directives
from training.marks import MarkError, compile_marks
from training.quotation import quote_type

from counterclaim.records import Span

FOLDER = Path(__file__).parents[2] / "training" / "authored"
HEADER = """id: dam-1
incident: dam
style: agency
split: train
published: 2031-03-02
cast: V=Ilse Varn; M=Water Ministry; A=River News
---
"""


def page(body: str, header: str = HEADER) -> AuthoredPage:
    return parse_page(header + body, "dam-1.page")


@pytest.fixture(scope="module")
def pages() -> list[AuthoredPage]:
    return load_pages(FOLDER)


def exact(one: AuthoredPage, spans: tuple[tuple[int, int], ...]) -> list[str]:
    return [one.text[start:end] for start, end in spans]


def test_roles_are_taken_out_with_their_offsets() -> None:
    one = page("%body\n{1s=V|Ms Varn} {1c!denies|denied} {1t that the dam leaked}.\n")
    (statement,) = one.statements
    assert one.text == "Ms Varn denied that the dam leaked.\n"
    assert exact(one, statement.source) == ["Ms Varn"]
    assert statement.cue is not None
    assert exact(one, (statement.cue,)) == ["denied"]
    assert exact(one, statement.content) == ["that the dam leaked"]
    assert (statement.speaker, statement.force, statement.certainty) == (
        "Ilse Varn",
        "denies",
        "certain",
    )


def test_a_name_that_is_not_given_is_the_words_themselves() -> None:
    (statement,) = page("%body\n{1s A farmer} {1c said} {1t so}.").statements
    assert statement.speaker == "A farmer"


def test_chain_with_relay_and_informant() -> None:
    cue = "{1c was quoted by {1y=A|the agency} as saying}"
    one = page(f"%body\n{{1s=V|She}} {cue}, citing {{1i=M|the ministry}}, {{1t so}}.")
    (statement,) = one.statements
    assert statement.chain == (
        ("relay", "River News"),
        ("speaker", "Ilse Varn"),
        ("informant", "Water Ministry"),
    )


def test_source_is_a_relay_where_another_speaks() -> None:
    one = page("%body\n{1s=A|The agency} {1c reported}, quoting {1p=V|a spokeswoman}, {1t a leak}.")
    (statement,) = one.statements
    assert statement.speaker == "Ilse Varn"
    assert statement.chain == (("relay", "River News"), ("speaker", "Ilse Varn"))


def test_one_source_for_two_statements() -> None:
    one = page("%body\n{1,2s=V|She} {1c said} {1t one} and {2c!demands|asked for} {2t two}.")
    assert [exact(one, s.source) for s in one.statements] == [["She"], ["She"]]
    assert [s.force for s in one.statements] == ["asserts", "demands"]


def test_recipient_inside_the_content() -> None:
    one = page("%body\n{1s=V|She} {1c!demands|urged} {1t {1r=M|the ministry} to act}.")
    assert one.statements[0].recipient == "Water Ministry"
    assert exact(one, one.statements[0].content) == ["the ministry to act"]


def test_colon_as_cue() -> None:
    one = page("%body\n{1s=V|VARN}{1c|:} {1t Nothing leaked.}")
    assert one.text == "VARN: Nothing leaked.\n"


@pytest.mark.parametrize(
    ("mark", "low", "high"),
    [
        ("{#killed 41|41 bodies}", 41, 41),
        ("{#killed 61-|over 60 troops}", 61, None),
        ("{#injured 0-20|up to 20}", 0, 20),
        ("{#missing 24-99|dozens}", 24, 99),
        ("{#displaced 1400|1,400 people}", 1400, 1400),
    ],
)
def test_counts(mark: str, low: int, high: int | None) -> None:
    (count,) = page(f"%body\nThere were {mark}.").counts
    assert (count.low, count.high) == (low, high)


@pytest.mark.parametrize(
    ("body", "reason"),
    [
        ("%body\n{1s=V|She {1c said} {1t so}.", "never closed"),
        ("%body\nShe} said.", "closes nothing"),
        ("%body\n{She} said.", "unreadable mark"),
        ("%body\n{1s=V|She} {1c said}.", "needs content"),
        ("%body\n{1s=V|She} {1c said} {1c again} {1t so}.", "at most one cue"),
        ("%body\n{2s=V|She} {2c said} {2t so}.", "not numbered"),
        ("%body\n{1s=Q|She} {1c said} {1t so}.", "not in the cast"),
        ("%body\n{1s=V|She} {1c!shouts|said} {1t so}.", "force"),
        ("%body\n{1s=V|She} {1c?maybe|said} {1t so}.", "certainty"),
        ("%body\n{1t so {1s=V|she} {1c said}}.", "overlap"),
        ("%body\n{1s=V| She} {1c said} {1t so}.", "space at the edge"),
        ("%body\n{#killed 5|41 dead}.", "not in the interval"),
        ("%body\n{#killed 9-5|some}.", "upside down"),
        ("%body\n{#eaten 5|five}.", "no such harm"),
        ("%sermon\nText.", "no such block"),
        ("%headline\n\n%body\nText.", "empty block"),
        ("Text.\n%body\nMore.", "before the first"),
        ("%body\nText.\n===\nrel 2>1 denies event", "no such statement"),
        ("%body\nText.\n===\nnonsense", "trailer"),
    ],
)
def test_what_does_not_add_up_is_refused(body: str, reason: str) -> None:
    with pytest.raises(AuthoredError, match=reason):
        page(body)


@pytest.mark.parametrize(
    ("header", "reason"),
    [
        ("id: a\n---\n", "lacks"),
        (HEADER.replace("agency", "parody"), "style or split"),
        (HEADER.replace("split: train", "split: some"), "style or split"),
        (HEADER.replace("cast:", "cats:"), "header line"),
        (HEADER.replace("V=Ilse Varn", "V="), "lacks a name"),
        ("no header", "header line"),
    ],
)
def test_headers_that_are_refused(header: str, reason: str) -> None:
    with pytest.raises(AuthoredError, match=reason):
        parse_page(header + "%body\nText.", "x.page")


def test_blocks_and_updates() -> None:
    one = page("%headline\nDam\n\n%update 2 2031-03-02T10:00\nTwo.\n\n%body\nStory.\n")
    assert [(b.kind, one.text[b.start : b.end], b.number) for b in one.blocks] == [
        ("headline", "Dam", None),
        ("update", "Two.", 2),
        ("body", "Story.", None),
    ]
    assert one.blocks[1].time == "2031-03-02T10:00"


def test_comments_by_paragraph_and_one_that_goes_on() -> None:
    one = page("%body\nStory.\n%comments\nOne\nmore\n\nTwo\n%comment+\n\nand two\n\nThree\n")
    found = [one.text[b.start : b.end] for b in one.blocks if b.kind == "comment"]
    assert found == ["One\nmore", "Two\n\nand two", "Three"]


def test_relations_count_from_zero() -> None:
    one = page(
        "%body\n{1s=V|She} {1c said} {1t a}. {2s=M|It} {2c said} {2t b}.\n"
        "===\nrel 2>1 disputes count\n"
    )
    (relation,) = one.relations
    assert (relation.a, relation.b, relation.kind, relation.on) == (0, 1, "disputes", "count")


@pytest.mark.parametrize(
    ("contents", "kind"),
    [
        (['"All of it."'], "direct"),
        (["“One,”", "“two.”"], "direct"),
        (["“A speech that goes on"], "direct"),
        (["‘Single marks, it’s British,’"], "direct"),
        (['that it was "over"'], "mixed"),
        (['"Over" was not the word'], "mixed"),
        (["that it’s over"], "indirect"),
        (["the dogs’ home burned"], "indirect"),
    ],
)
def test_quote_type(contents: list[str], kind: str) -> None:
    assert quote_type(contents) == kind


@given(st.text(alphabet=st.characters(exclude_characters="{}", exclude_categories=["Cs"])))
def test_text_without_braces_is_left_as_it_is(text: str) -> None:
    bare, marks, moved = compile_marks(text)
    assert (bare, marks) == (text, [])
    assert moved == list(range(len(text) + 1))


@given(
    st.lists(st.text(alphabet="aé𐍈ש ́", min_size=1).map(lambda t: f"x{t}x"), min_size=1, max_size=6)
)
def test_marks_keep_their_words_in_any_script(words: list[str]) -> None:
    marked = " ".join(f"{{{at + 1}t {word}}}" for at, word in enumerate(words))
    text, marks, _ = compile_marks(marked)
    assert [text[mark.start : mark.end] for mark in marks] == words


@given(st.text(alphabet="{}123sct |=!?#-ab\n", max_size=40))
def test_any_notation_compiles_or_is_refused(marked: str) -> None:
    try:
        text, marks, _ = compile_marks(marked)
    except MarkError:
        return
    assert all(0 <= mark.start < mark.end <= len(text) for mark in marks)


@given(
    st.lists(
        st.sampled_from(["%body", "%update 3", "text", "", "%comments", "100% of it"]), max_size=12
    )
)
def test_blocks_lie_in_the_text_in_order(lines: list[str]) -> None:
    text, directives = split_directives("".join(f"{line}\n" for line in lines))
    try:
        made = blocks(text, directives)
    except ValueError:
        return
    ends = [0, *(block.end for block in made)]
    assert all(end <= block.start < block.end for end, block in zip(ends, made, strict=False))
    assert all(text[b.start : b.end] == text[b.start : b.end].strip() for b in made)


def test_ids_are_used_once(tmp_path: Path) -> None:
    for name in ("a.page", "b.page"):
        (tmp_path / name).write_text(HEADER + "%body\nText.\n", encoding="utf-8")
    with pytest.raises(AuthoredError, match="two pages"):
        load_pages(tmp_path)


def test_an_incident_is_in_one_split(tmp_path: Path) -> None:
    (tmp_path / "a.page").write_text(HEADER + "%body\nText.\n", encoding="utf-8")
    other = HEADER.replace("dam-1", "dam-2").replace("split: train", "split: test")
    (tmp_path / "b.page").write_text(other + "%body\nText.\n", encoding="utf-8")
    with pytest.raises(AuthoredError, match="both splits"):
        load_pages(tmp_path)


def test_there_are_enough_pages(pages: list[AuthoredPage]) -> None:
    assert len(pages) >= 195
    assert sum(len(one.statements) for one in pages) >= 3400
    assert sum(one.split == "test" for one in pages) >= len(pages) // 4
    assert len({one.style for one in pages}) == 10


def test_every_force_and_relation_is_there(pages: list[AuthoredPage]) -> None:
    forces = Counter(s.force for one in pages for s in one.statements)
    assert len(forces) == 9
    assert min(forces.values()) >= 100
    kinds = {relation.kind for one in pages for relation in one.relations}
    assert kinds == {"repeats", "confirms", "denies", "disputes", "revises", "concedes", "retracts"}


def test_spans_of_all_pages_are_literal(pages: list[AuthoredPage]) -> None:
    for one in pages:
        for statement in one.statements:
            cue = (statement.cue,) if statement.cue else ()
            for start, end in (*statement.source, *cue, *statement.content):
                assert Span.of(one.text, start, end).exact == one.text[start:end].strip()


def test_nothing_is_said_outside_the_article(pages: list[AuthoredPage]) -> None:
    silent = {"comment", "caption", "related", "other", "byline"}
    for one in pages:
        outside = [(b.start, b.end) for b in one.blocks if b.kind in silent]
        for statement in one.statements:
            for start, end in statement.content:
                assert not any(low < end and start < high for low, high in outside), one.id


def test_no_mark_is_left_in_a_text(pages: list[AuthoredPage]) -> None:
    for one in pages:
        assert not re.search(r"[{}]|^%\w|^rel \d", one.text, re.MULTILINE), one.id


def test_updates_of_a_page_have_different_numbers(pages: list[AuthoredPage]) -> None:
    for one in pages:
        numbers = [b.number for b in one.blocks if b.kind == "update"]
        assert sorted(n for n in numbers if n) == list(range(1, len(numbers) + 1)), one.id


def test_articles_for_training_leave_comments_out(pages: list[AuthoredPage]) -> None:
    for one in pages:
        article = as_article(one)
        assert len(article.events) == len(one.statements)
        comments = {(b.start, b.end) for b in one.blocks if b.kind == "comment"}
        assert comments <= set(article.discarded)
