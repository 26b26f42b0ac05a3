"""Bytes to a page: the whole way."""

import hashlib

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from counterclaim.errors import CounterclaimError, InputError, OptionError
from counterclaim.pages import Page, read_document
from counterclaim.reading import article_text

ARTICLE = """<!DOCTYPE html><html lang="en-GB"><head>
<title>Ferry adrift off Tessaly | The Tessaly Post</title>
<meta property="og:site_name" content="The Tessaly Post">
<meta property="article:published_time" content="2019-03-02T14:10:00+01:00"></head><body>
<nav><a href="/">Home</a> <a href="/sea">Sea</a> <a href="/sport">Sport</a></nav>
<article><h1>Ferry adrift off Tessaly</h1><p class="byline">By Nora Pell</p>
<p>A ferry with about 300 people aboard has been drifting off the coast of Tessaly since noon on
Saturday after both of its engines failed, the coastguard said.</p>
<figure><img src="x.jpg">
<figcaption>The Lady Margaret at her berth in May. Photo: Tessaly Post</figcaption></figure>
<p>The Lady Margaret had left Port Amity at half past ten. Her owners said that there was
no danger.</p>
<p>That was disputed by the seamen's union, which said that the ship had twice been refused a
certificate this spring, and that it had warned the ministry in writing.</p></article>
<section id="comments" class="comments"><h2>2 comments</h2>
<ol class="comment-list">
<li class="comment" id="comment-1"><div class="comment-author">halyard</div>
<time datetime="2019-03-02T15:00:00+01:00">3 pm</time>
<p>I sail on her every week and I can tell you those engines have been coughing since Christmas.</p>
<p>Nobody wanted to hear it.</p>
<ol class="children"><li class="comment" id="comment-2"><div class="comment-author">Tove</div>
<p>You could have written to the paper then, instead of moaning here!</p>
</li></ol></li></ol></section>
<footer>© 2019 The Tessaly Post. All rights reserved.</footer></body></html>"""


def covered(page: Page) -> None:
    """Blocks hold every visible character exactly once, and each span quotes the text."""
    end = 0
    for block in page.blocks:
        assert block.span.start >= end
        assert not page.text[end : block.span.start].strip()
        assert page.text[block.span.start : block.span.end] == block.span.exact
        end = block.span.end
    assert not page.text[end:].strip()


def test_an_article_in_html() -> None:
    page = read_document(ARTICLE.encode(), name="ferry.html")
    covered(page)
    kinds = {block.span.exact[:20]: block.kind for block in page.blocks}
    assert kinds["Ferry adrift off Tes"] == "headline"
    assert kinds["By Nora Pell"] == "byline"
    assert kinds["A ferry with about 3"] == "body"
    assert kinds["The Lady Margaret at"] == "caption"
    assert kinds["That was disputed by"] == "body"
    assert page.document.format == "html"
    assert page.document.language == "en-GB"
    assert (page.document.outlet, page.document.outlet_evidence) == (
        "The Tessaly Post",
        "meta:og:site_name",
    )
    assert page.document.published.value == "2019-03-02T14:10+01:00"
    assert page.document.published.evidence == "meta:article:published_time"
    assert page.document.title is not None
    assert page.document.title.exact == "Ferry adrift off Tessaly"
    assert page.problems == ()


def test_comments_in_html() -> None:
    first, second = read_document(ARTICLE.encode(), name="ferry.html").comments
    assert first.author is not None
    assert first.author.exact == "halyard"
    assert "Nobody wanted to hear it." in first.span.exact
    assert first.time is not None
    assert first.time.value == "2019-03-02T15:00+01:00"
    assert second.reply_to == first.id
    assert second.author is not None
    assert second.author.exact == "Tove"


def test_identity() -> None:
    data = b"A headline of a page\n\nSome text of the page stands here, and it ends.\n"
    page = read_document(data, name="a.txt")
    sha = hashlib.sha256(data).hexdigest()
    assert page.capture.id == f"c-{sha[:16]}"
    assert page.capture.sha256 == page.document.sha256 == sha
    assert page.capture.size == len(data)
    assert page.document.capture == page.capture.id
    assert page.document.id.startswith("d-")
    assert len(page.document.id) == 14
    assert [b.id for b in page.blocks] == [
        f"{page.document.id}.b{n}" for n in range(len(page.blocks))
    ]
    assert read_document(data, name="b.txt").document.id == page.document.id
    assert read_document(data, name="a.txt", published="2020-01-01").document.id != page.document.id
    assert (
        read_document(data, name="a.txt", url="https://a.example/").document.id != page.document.id
    )


def test_two_runs_give_the_same_page() -> None:
    assert read_document(ARTICLE.encode(), name="x") == read_document(ARTICLE.encode(), name="x")


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"", "CC101"),
        (b" \r\n\t ", "CC101"),
        (b"<!doctype html><html><body><script>x()</script></body></html>", "CC101"),
        (b"%PDF-1.4", "CC103"),
        (b"x" * 101, "CC102"),
    ],
)
def test_input_that_cannot_be_read(data: bytes, code: str) -> None:
    with pytest.raises(InputError) as caught:
        read_document(data, name="odd", max_bytes=100)
    assert caught.value.code == code


def test_an_option_that_is_no_date() -> None:
    with pytest.raises(OptionError):
        read_document(b"x", name="x", published="soon")


def test_where_the_date_comes_from() -> None:
    text = b"Fire in Dunmere\n\nSeptember 17, 2016\n\nA fire broke out, police said.\n"
    url = "https://post.example/2016/09/18/fire"
    assert read_document(text, name="x").document.published.evidence == "text"
    assert read_document(text, name="x", url=url).document.published.value == "2016-09-17"
    assert (
        read_document(text, name="x", published="2016-09-19").document.published.evidence
        == "option"
    )
    bare = read_document(
        b"Fire in Dunmere\n\nA fire broke out in the old mill.\n", name="x", url=url
    )
    assert (bare.document.published.value, bare.document.published.evidence) == (
        "2016-09-18",
        "url",
    )
    none = read_document(b"Fire in Dunmere\n\nA fire broke out in the old mill.\n", name="x")
    assert (none.document.published.value, none.document.published.evidence) == (None, "none")
    assert [problem.code for problem in none.problems] == ["CC902"]


def test_replaced_bytes_are_reported() -> None:
    data = ("Straße nach Süden, sagte sie. " * 20).encode() + b"\xff.\n\nNext.\n"
    page = read_document(data, name="x")
    assert "CC901" in [problem.code for problem in page.problems]
    covered(page)


def test_block_at() -> None:
    page = read_document(b"One line here\n\nAnother line here.\n", name="x")
    assert page.block_at(0) == page.blocks[0]
    assert page.block_at(13) is None
    assert page.block_at(15) == page.blocks[1]
    assert page.block_at(500) is None


def test_the_story_is_told_in_age_order() -> None:
    text = (
        "Bridge closed in Harrow\n\nUpdate 2: The bridge is open again, "
        "the town said on Monday.\n\n"
        "Update 1: A crane has arrived.\n\nOriginal story:\n\nThe bridge "
        "in Harrow was closed on Sunday "
        "after a lorry struck it, the police said.\n"
    )
    ranks = [block.sequence for block in read_document(text.encode(), name="x").story]
    assert ranks == sorted(ranks, key=lambda rank: rank or 0)
    assert ranks[-1] == 2


@given(st.text(max_size=400))
@settings(max_examples=150, deadline=None)
def test_blocks_hold_every_visible_character(text: str) -> None:
    try:
        page = read_document(text.encode("utf-8", "surrogatepass"), name="x")
    except CounterclaimError as error:
        assert error.code in ("CC101", "CC103")  # noqa: PT017  (both ends are right)
    else:
        covered(page)


PARTS = [
    "Update 2: Something happened in the town, the mayor said.",
    "UPDATED 3:15 pm",
    "4:10 pm – Police came.",
    "* * *",
    "Correction: It was not so.",
    "READ MORE: Other things",
    "jdoe 3 hours ago",
    "lol you people are funny",
    "I don't think so... do you?",
    "The ministry said on Monday that 12 people had died in the fire, and why was not known.",
    "Ona Selk (R) and her sister arrive at the",
    "By Tom Reik",
    "Original story:",
    "😀 \u202eעברית\u202c 𝔘𝔫𝔦",
    "Reply · Report",
]


@given(
    st.lists(
        st.tuples(st.sampled_from(PARTS), st.sampled_from(["\n", "\n\n", "\r\n\r\n", "\n\n\n"])),
        min_size=1,
        max_size=25,
    )
)
@settings(max_examples=120, deadline=None)
def test_any_mixture_of_parts(parts: list[tuple[str, str]]) -> None:
    data = "".join(text + end for text, end in parts).encode()
    page = read_document(data, name="x", published="2020-02-02")
    covered(page)
    assert page.text.encode() == data
    updates = sorted({block.sequence or 0 for block in page.blocks if block.kind == "update"})
    assert updates == list(range(1, len(updates) + 1))
    seen_comment = False
    for block in page.blocks:
        seen_comment = seen_comment or block.kind == "comment"
        assert not (seen_comment and block.kind in ("body", "update", "headline"))
        for dated in (block.time,):
            if dated is not None and dated.span is not None:
                assert page.text[dated.span.start : dated.span.end] == dated.span.exact


def test_ten_megabytes_in_one_line() -> None:
    page = read_document(b"word " * 400_000, name="x")
    assert len(page.blocks) == 1


@pytest.mark.parametrize(
    "text", ['"' * 5000, "(" * 5000, "“ " * 3000, "1" * 20000, "- " * 4000, "a\n" * 4000]
)
def test_hostile_text(text: str) -> None:
    covered(read_document(text.encode(), name="x"))


SECTIONED = """Crane falls across channel at Ostby

4 May 2018

16:10 - The harbour master, Ilva Morn, has said that the crane had been due for
repair since the autumn. "We should have closed the quay," she said.

Update 1 (14:05): The port office says that two ferries wait in the outer bay.

The harbour of Ostby was closed on Friday after a crane fell across the only
channel that is deep enough for ferries, the port office said in a statement.

{head}

deckhand
4 May 2018 at 18:02
Nobody looked after that thing for years.

Mia R.
4 May 2018 at 18:15
@deckhand says who?
"""


@pytest.mark.parametrize("head", ["Comments (2)", "2 Comments", "Discussion"])
def test_a_comment_section_in_plain_text(head: str) -> None:
    page = read_document(SECTIONED.format(head=head).encode(), name="a.txt")
    first, second = page.comments
    assert [block.kind for block in page.blocks][-3:] == ["other", "comment", "comment"]
    assert first.author is not None
    assert first.author.exact == "deckhand"
    assert first.time is not None
    assert first.time.value == "2018-05-04T18:02"
    assert first.span.exact.endswith("for years.")
    assert (second.reply_to, second.author and second.author.exact) == (first.id, "Mia R.")


def test_an_update_says_which_words_mark_it() -> None:
    page = read_document(SECTIONED.format(head="Comments").encode(), name="a.txt")
    labels = [block.label.exact for block in page.blocks if block.label is not None]
    assert labels == ["16:10 -", "Update 1 (14:05):"]


def test_marking_words_do_not_reach_the_encoder() -> None:
    page = read_document(SECTIONED.format(head="Comments").encode(), name="a.txt")
    told = article_text(page)
    assert "Update 1" not in told
    assert "16:10" not in told
    at = page.text.index("The port office says")
    assert told[at : at + 20] == page.text[at : at + 20]
